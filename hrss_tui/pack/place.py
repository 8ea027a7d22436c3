"""Where a file may be put: what a name really names, and what must not be replaced whatever is asked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from hrss_tui.errors import UsageError
from hrss_tui.pack.compressed import GZIP, MAGIC
from hrss_tui.pack.format import FORMAT
from hrss_tui.why import refused
from hrss_tui.words import phrase

_LOOK: Final = 64
"""Bytes of a package in which the name of its format stands."""
_PACKED: Final = 4096
"""Bytes of a compressed one that are enough to unpack those."""
_NAME: Final = 50


def place_of(path: Path) -> Path:
    """The file that is to be written: a link stays, and what it leads to is written, there or not.

    Raises UsageError where that is a folder, a device, a pipe or a socket: renaming a file over one destroys it.
    OSError where the links lead in circles.
    """
    place = Path(os.path.realpath(path)) if path.is_symlink() else path
    if place.is_symlink():
        place.stat()  # says what is wrong with it
    if any(
        each.exists() and not each.is_file() for each in (path, place)
    ):  # /dev/stdout leads to no path at all
        raise UsageError(phrase("error.no_file", path=path), phrase("error.cannot_write.hint"))
    return place


def spare_name(place: Path) -> Path:
    """A new name beside a file, for a draft of it."""
    return place.parent / f".{place.name[:_NAME]}.{os.urandom(6).hex()}.tmp"


def place_for_package(path: Path) -> None:
    """Raise UsageError where no package can or should be put: anything there that is neither empty nor a package."""
    try:
        place = place_of(path)
        with place.open("rb") as file:
            begins = file.read(_PACKED)
    except FileNotFoundError:
        return
    except OSError as error:
        what = phrase("error.cannot_write", path=path, what=refused(error))
        raise UsageError(what, phrase("error.cannot_write.hint")) from error
    if begins and not _is_package(begins):
        raise UsageError(phrase("error.no_package", path=path), phrase("error.no_package.hint"))


def _is_package(begins: bytes) -> bool:
    if begins.startswith(MAGIC):
        import zlib

        try:
            begins = zlib.decompressobj(GZIP).decompress(begins, _LOOK)
        except zlib.error:
            return False
    return FORMAT.encode() in begins[:_LOOK]
