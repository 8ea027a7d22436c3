"""What the process that reads a PDF is told and what it answers: length and msgpack, over its pipes."""

from __future__ import annotations

from typing import IO

import msgspec

from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.layout import Laid

_HEAD = 8
"""Bytes of the length before every message."""


class Ask(msgspec.Struct, frozen=True):
    """Read this file within these limits."""

    data: bytes
    limits: Limits


class Note(msgspec.Struct, frozen=True):
    """Something unusual: a key of `hrss_tui.words.files` without its `pdf.`, the pages it holds for, its values."""

    kind: str
    pages: tuple[int, ...] = ()
    values: dict[str, str] = {}


class Progress(msgspec.Struct, frozen=True, tag=True):
    """So many pages of so many are read; `slow` ones are recognised from pictures."""

    done: int
    pages: int
    slow: bool = False


class Failure(msgspec.Struct, frozen=True, tag=True):
    """Why the file was not read, in the terms of a note."""

    why: Note


class Success(msgspec.Struct, frozen=True, tag=True):
    """The document, and what was unusual about it."""

    laid: Laid
    notes: tuple[Note, ...]


Answer = Progress | Failure | Success


def send(pipe: IO[bytes], message: Ask | Answer) -> None:
    """Write one message."""
    packed = msgspec.msgpack.encode(message)
    pipe.write(len(packed).to_bytes(_HEAD, "big"))
    pipe.write(packed)
    pipe.flush()


def received(pipe: IO[bytes]) -> bytes | None:
    """The next message, still packed; None where the other side is gone."""
    head = pipe.read(_HEAD)
    if len(head) < _HEAD:
        return None
    length = int.from_bytes(head, "big")
    packed = pipe.read(length)
    return packed if len(packed) == length else None
