"""Strips of a text whose lines of prose go on: what is the rest of a line stands with it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hrss_tui.sources import marks
from hrss_tui.sources.strips import Strip
from hrss_tui.sources.text import Piece


def rejoined(found: Iterable[Strip], rest: frozenset[int]) -> Iterator[Strip]:
    """The strips; what is the rest of a line of prose is with it, but for what begins an item of its own."""
    opened: list[Piece] = []
    for strip in found:
        (piece, *others) = strip.pieces
        if opened and not others and piece.line in rest and not _begins(piece.text):
            opened.append(piece)
            continue
        if opened:
            yield Strip(tuple(opened))
            opened = []
        if strip.is_row or strip.whole or others or not piece.text.strip():
            yield strip
        else:
            opened = [piece]
    if opened:
        yield Strip(tuple(opened))


def _begins(line: str) -> bool:
    """Does a line begin with the number or the mark of an item?"""
    return bool(marks.marker(line.strip()) or marks.bullet(line.strip()))
