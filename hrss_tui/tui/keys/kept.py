"""What is kept for the next session: the last places, newest first, and bookmarks with a note.

A line of the file is a place: its view string, its title, the note, and the package it was seen in where that is not the
one shipped, with tabs between them. Where nothing can be
written nothing is kept; a line that cannot be read is passed over.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from hrss_tui import lazy_re as re
from hrss_tui.errors import HrssError, UsageError
from hrss_tui.plain import without_commands
from hrss_tui.query.views import PAGES, parse_view
from hrss_tui.small_files import UnfitFileError, read_small
from hrss_tui.tui.keys.rewriting import alone, rewrite
from hrss_tui.why import why
from hrss_tui.words import Phrase, phrase

MOST = 60
"""Places that are kept."""
MOST_BOOKMARKS = 500
_LONGEST = 1_000
"""Characters of a view string, a title or a note; a place whose view string is longer is not kept."""
_PACK = "pack="
"""Begins the last field of a place that is not of the package shipped."""
_BYTES = 2**22
"""Bytes of such a file, more than the most places can have."""
_PAGE = re.compile(rf"(?:{'|'.join(PAGES)})(?:[/?]|$)")
"""What every view string begins with."""
_DAMAGED = re.compile(r"[\udc80-\udcff]")
"""A byte that is no part of a character."""


class Place(NamedTuple):
    """Where a reader has been: a view string, what it shows in words, and a note where it is a bookmark.

    `pack` is the package it is a place of, see `hrss_tui.pack.where.package_key`.
    """

    view: str
    title: str = ""
    note: str = ""
    pack: str = ""

    @property
    def line(self) -> str:
        """The place as a line of a file."""
        said = [self.view, _plain(self.title), _plain(self.note)]
        return "\t".join([*said, f"{_PACK}{self.pack}"] if self.pack else said).rstrip("\t")


def _plain(text: str) -> str:
    """A text as one line without commands to a terminal."""
    return without_commands(" ".join(text.split()))[:_LONGEST]


def read_places(path: Path | None, most: int = MOST_BOOKMARKS, pack: str | None = None) -> list[Place]:
    """The places of a file, at most so many, of one package where it is named; none where the file cannot be read."""
    if path is None:
        return []
    with suppress(OSError, ValueError):
        return _places(path, most, pack)
    return []


def why_unread(path: Path | None) -> Phrase | None:
    """Why the bookmarks of a file cannot be read; None where they can, and where there is no file."""
    try:
        if path is not None:
            _places(path, 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        return phrase("bookmarks.unseen", path=str(path), what=why(error))
    return None


def _places(path: Path, most: int, pack: str | None = None) -> list[Place]:
    read = (_place(line) for line in _lines(path))
    return list(islice((one for one in read if one is not None and pack in (None, one.pack)), most))


def _lines(path: Path) -> list[str]:
    """The lines of a file that say something. Raises OSError and ValueError."""
    data = read_small(path, _BYTES)
    # One damaged byte costs its line alone, which stays as it is; a file of another encoding is none of ours.
    errors = "strict" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "surrogateescape"
    lines = data.decode(errors=errors).split("\n")
    return [line.removesuffix("\r") for line in lines if line.strip()]


def _place(line: str) -> Place | None:
    """The place of a line; None where it is none, which is told at once, for there may be a million of them."""
    said, _, own = line.rpartition(f"\t{_PACK}") if f"\t{_PACK}" in line else (line, "", "")
    view, title, note = (*said.split("\t", 2), "", "")[:3]
    if len(view) > _LONGEST or _PAGE.match(view) is None or _DAMAGED.search(line):
        return None
    with suppress(HrssError):
        parse_view(view)
        return Place(view, _plain(title), _plain(note), _plain(own))
    return None


def keep_places(places: Iterable[Place], path: Path | None) -> None:
    """Keep the places of a session, newest first, before those of earlier ones; one title of a package is kept once.

    A file that cannot be read stays as it is.
    """
    if path is None:
        return
    with alone(path), suppress(HrssError, OSError, ValueError):
        earlier = _places(path, MOST) if path.exists() else []
        found = distinct([*places, *earlier])[:MOST]
        _write(path, [place.line for place in found])


def distinct(places: Iterable[Place]) -> list[Place]:
    """The places without those that are shown, or called, as one before them."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for place in places:
        names = {(place.pack, place.view), (place.pack, place.title or place.view)}
        if not names & seen and len(place.view) <= _LONGEST:
            kept.append(place)
            seen |= names
    return kept


def add_bookmark(place: Place, path: Path | None) -> None:
    """Keep a bookmark, newest first, in place of an earlier one of its view. Raises UsageError where it cannot be."""
    _change(path, place, [place.line])


def drop_bookmark(view: str, path: Path | None, pack: str = "") -> None:
    """Keep it no longer. Raises UsageError."""
    _change(path, Place(view, pack=pack), [])


def _same(one: Place, other: Place) -> bool:
    """Whether they are one place of one package."""
    return (one.view, one.pack) == (other.view, other.pack)


def _change(path: Path | None, place: Place, instead: list[str]) -> None:
    """Put lines before all others in place of those of a place; what is not understood stays as it stands."""
    if path is None:
        raise UsageError(phrase("bookmarks.nowhere"))
    if any(_place(line) is None for line in instead):
        raise UsageError(phrase("bookmarks.long", most=_LONGEST))
    with alone(path):
        try:
            read = [(_place(line), line) for line in (_lines(path) if path.exists() else ())]
            others = [(one, line) for one, line in read if one is None or not _same(one, place)]
            many = sum(one is not None for one, _ in others) >= MOST_BOOKMARKS
            if instead and many and len(others) == len(read):
                raise UsageError(phrase("bookmarks.full", count=MOST_BOOKMARKS))
            _write(path, [*instead, *(line for _, line in others)])
        except (OSError, UnfitFileError, UnicodeDecodeError) as error:
            raise UsageError(phrase("bookmarks.unread", path=str(path))) from error


def _write(path: Path, lines: Iterable[str]) -> None:
    rewrite(path, "".join(f"{line}\n" for line in lines).encode(errors="surrogateescape"))
