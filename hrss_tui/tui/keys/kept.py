"""What is kept for the next session: the last places, newest first, and bookmarks with a note.

A line of the file is a place: its view string, its title and the note, with tabs between them. Where nothing can be
written nothing is kept; a line that cannot be read is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from hrss_tui.errors import HrssError, UsageError
from hrss_tui.plain import without_commands
from hrss_tui.query.views import parse_view
from hrss_tui.small_files import UnfitFileError, read_small
from hrss_tui.words import phrase

MOST = 60
"""Places that are kept."""
MOST_BOOKMARKS = 500
_LONGEST = 1_000
"""Characters of a view string, a title or a note; a place whose view string is longer is not kept."""
_BYTES = 2**22
"""Bytes of such a file, more than the most places can have."""


class Place(NamedTuple):
    """Where a reader has been: a view string, what it shows in words, and a note where it is a bookmark."""

    view: str
    title: str = ""
    note: str = ""

    @property
    def line(self) -> str:
        """The place as a line of a file."""
        return "\t".join([self.view, _plain(self.title), _plain(self.note)]).rstrip("\t")


def _plain(text: str) -> str:
    """A text as one line without commands to a terminal."""
    return without_commands(" ".join(text.split()))[:_LONGEST]


def read_places(path: Path | None, most: int = MOST_BOOKMARKS) -> list[Place]:
    """The places of a file, at most so many; none where there is no such file or it cannot be read."""
    if path is None:
        return []
    with suppress(OSError, ValueError):
        return _places(path, most)
    return []


def _places(path: Path, most: int) -> list[Place]:
    found = []
    for line in read_small(path, _BYTES).decode().split("\n"):
        view, title, note = (*line.split("\t", 2), "", "")[:3]
        with suppress(HrssError):
            parse_view(view)
            found.append(Place(view, _plain(title), _plain(note)))
            if len(found) == most:
                break
    return found


def keep_places(places: Iterable[Place], path: Path | None) -> None:
    """Keep the places of a session, newest first, before those of earlier ones; one title is kept once."""
    if path is None:
        return
    found = distinct([*places, *read_places(path, MOST)])[:MOST]
    with suppress(HrssError, OSError):
        _write(path, found)


def distinct(places: Iterable[Place]) -> list[Place]:
    """The places without those that are shown, or called, as one before them."""
    seen: set[str] = set()
    kept = []
    for place in places:
        names = {place.view, place.title or place.view}
        if not names & seen and len(place.view) <= _LONGEST:
            kept.append(place)
            seen |= names
    return kept


def add_bookmark(place: Place, path: Path | None) -> None:
    """Keep a bookmark, newest first, in place of an earlier one of its view. Raises UsageError where it cannot be."""
    _change(path, lambda places: [place, *(one for one in places if one.view != place.view)])


def drop_bookmark(view: str, path: Path | None) -> None:
    """Keep it no longer. Raises UsageError."""
    _change(path, lambda places: [one for one in places if one.view != view])


def _change(path: Path | None, how: Callable[[list[Place]], list[Place]]) -> None:
    if path is None:
        raise UsageError(phrase("bookmarks.nowhere"))
    try:
        places = _places(path, MOST_BOOKMARKS) if path.exists() else []
        _write(path, how(places)[:MOST_BOOKMARKS])
    except (OSError, UnfitFileError, UnicodeDecodeError) as error:
        raise UsageError(phrase("bookmarks.unread", path=str(path))) from error


def _write(path: Path, places: Iterable[Place]) -> None:
    from hrss_tui.pack.write import write_atomic

    write_atomic(path, "".join(f"{place.line}\n" for place in places).encode())
