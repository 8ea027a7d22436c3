"""Opening the original of what is looked at, at its page, in the program that the settings name: off without one.

The program is started from a list of arguments, never by way of a shell, and only with a file whose digest is the one
that the package holds: what a package calls its source opens nothing else.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Final

from hrss_tui.tui.desk.desk import Desk
from hrss_tui.why import why
from hrss_tui.words import spoken

if TYPE_CHECKING:
    import subprocess

LARGEST: Final = 2**30
"""Bytes of an original at most; `build` reads smaller ones unless it is told to."""
_LOOKED_AT: Final = 20_000
"""Files of a folder and those below it among which one is looked for."""
_started: Final[list[subprocess.Popen[bytes]]] = []
"""What was started, so that the system is told when somebody has heard of its end."""


def open_original(desk: Desk, source: str) -> str:
    """Open the original of `document:line`; what is to be said about it, one line."""
    doc_id, _, line = source.partition(" ")[0].partition(":")
    document = desk.data.documents.get(doc_id)
    if document is None:
        return desk.say("source.nothing")
    if not desk.viewer:
        return desk.say("original.off")
    number = int(line) if line.isascii() and line.isdigit() else 0
    page = desk.data.pages.number(doc_id, number)
    wanted, sha256 = document.source_file, document.source_sha256
    part = desk.data.pages.part(doc_id, number)
    if part is not None:
        wanted, sha256, page = part
    folders = [*desk.originals, os.path.dirname(desk.data.pack.path) or ".", "."]  # noqa: PTH120 - any name
    found = list(_files(wanted, folders))
    fitting = next((path for path in found if _digest(path) == sha256), None)
    name = plain_name(wanted)
    if fitting is None:
        archive = None if found else _archive(name, folders)
        if archive is not None:
            return desk.say("original.packed", name=name, archive=archive.name)
        return desk.say("original.changed" if found else "original.missing", name=name)
    try:
        start(command(desk.viewer, fitting, page or 1))
    except (OSError, ValueError) as error:
        return desk.say(
            "original.failed",
            program=desk.viewer[0],
            error=spoken(why(error), "en" if desk.lang == "en" else "zh"),
        )
    return desk.say(
        "original.opened",
        name=name,
        leaf=desk.say("original.page", page=page) if page else "",
        program=desk.viewer[0],
    )


def command(viewer: Sequence[str], file: Path, page: int) -> list[str]:
    """The arguments that open a file: `{file}` and `{page}` in those of the settings filled in."""
    return [part.replace("{page}", str(page)).replace("{file}", str(file)) for part in viewer]


def start(arguments: Sequence[str]) -> None:
    """Start a program that goes its own way: apart from the terminal, its words unheard. Raises OSError, ValueError."""
    import subprocess

    _started[:] = [process for process in _started if process.poll() is None]
    nothing = subprocess.DEVNULL
    _started.append(
        subprocess.Popen(
            list(arguments), stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    )


def plain_name(name: str) -> str:
    """The name of a file without any folder, whatever a package says; empty where none is left."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    return last if last not in ("", ".", "..") and "\0" not in last else ""


def _files(name: str, folders: Iterable[str]) -> Iterator[Path]:
    """Files of that name in some folders, then in those below them, none twice."""
    wanted, seen = plain_name(name), set[Path]()
    for folder in folders if wanted else ():
        root = Path(folder).expanduser().absolute()
        for path in (root / wanted, *_below(root, wanted)):
            if path not in seen:
                seen.add(path)
                if path.is_file():
                    yield path


def _below(root: Path, wanted: str) -> Iterator[Path]:
    return (Path(place, wanted) for place, names in _walked(root) if wanted in names)


def _archive(name: str, folders: Iterable[str]) -> Path | None:
    """The archive in some folders, or below them, that holds a file of that name."""
    from hrss_tui.sources.inputs import ARCHIVE, members

    for folder in folders if name else ():
        for place, names in _walked(Path(folder).expanduser().absolute()):
            for each in sorted(names):
                path = Path(place, each)
                if each.lower().endswith(ARCHIVE) and path.is_file() and name in members(path):
                    return path
    return None


def _walked(root: Path) -> Iterator[tuple[str, list[str]]]:
    """A folder and those below it with the names of their files, up to a number of them."""
    looked_at = 0
    for place, _, names in os.walk(root):
        looked_at += len(names) + 1
        if looked_at > _LOOKED_AT:
            return
        yield place, names


def _digest(path: Path) -> str:
    """SHA-256 of a regular file; empty where it is none, too large or cannot be read."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with suppress(OSError), os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST:
            return hashlib.file_digest(file, "sha256").hexdigest()
    return ""
