"""A file on disk to the intermediate form: what may be opened at all, and how much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from hrss_tui.errors import SourceError
from hrss_tui.plain import substituted
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.read import Told, is_read_apart, read
from hrss_tui.why import refused
from hrss_tui.words import phrase

Within = Callable[[float], AbstractContextManager[None]]
"""Does what is inside for at most so many seconds."""

_SYSTEM = (Path("/proc"), Path("/sys"), Path("/dev"))
"""What lies here is no document, whatever it says it is."""
_PIECE = 2**24
"""Bytes that are read at once."""


def shown_name(path: Path) -> str:
    """The name of a file as text: a file may be called anything, also what is no text or commands a terminal."""
    return substituted(path.name.encode("utf-8", "replace").decode())


def read_source(
    path: Path, limits: Limits | None = None, told: Told | None = None, within: Within | None = None
) -> SourceFile:
    """Read one file of any format. Raises SourceError with the file's name; `told` hears of pages done.

    `within` ends what is read in this process when its time is over; another process is told how much it has.
    """
    limits = limits or Limits()
    data = read_bytes(path, limits)
    with nullcontext() if within is None or is_read_apart(data) else within(limits.seconds):
        return decode(data, shown_name(path), limits, told)


def decode(data: bytes, name: str, limits: Limits | None = None, told: Told | None = None) -> SourceFile:
    """The intermediate form of the bytes of a file of any format."""
    return read(data, name, limits or Limits(), told)


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file that is no part of the system, up to a number. Raises SourceError with its name."""
    name = shown_name(path)
    try:
        if path.is_dir():
            next(path.iterdir(), None)  # where it cannot be looked into, why is what is said
        if not path.is_file() or any(path.resolve().is_relative_to(folder) for folder in _SYSTEM):
            raise SourceError(phrase("source.no_file", name=name), phrase("source.no_file.hint"))
        if path.stat().st_size > limits.size:
            raise _too_large(name, limits)
        with path.open("rb") as file:
            data = b"".join(_pieces(file, limits.size + 1))
    except (OSError, RuntimeError) as error:
        what = refused(error) if isinstance(error, OSError) else type(error).__name__
        raise SourceError(
            phrase("pack.unreadable", name=name, what=what), phrase("file.permissions")
        ) from error
    if len(data) > limits.size:
        raise _too_large(name, limits)
    return data


def _pieces(file: BinaryIO, most: int) -> Iterator[bytes]:
    """Up to so many bytes: asked for as many at once, Python makes room for all of them."""
    while most > 0 and (piece := file.read(min(most, _PIECE))):
        most -= len(piece)
        yield piece


def _too_large(name: str, limits: Limits) -> SourceError:
    size = limits.size // 2**20
    return SourceError(phrase("source.too_large", name=name, size=size), phrase("source.too_large.option"))
