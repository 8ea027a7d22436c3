"""Small raised marks of notes on the line that they stand on, their digits as the raised characters they are.

A mark is of much smaller type than its neighbour, stands close beside it and clearly above its baseline: 2, [2], 注2, *.
Smaller type in the middle of its line is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.seen import Char
from hrss_tui.sources.formats.raised import raised

_SIGNS = frozenset("0123456789.,%[]()（）〔〕【】注*＊#†‡△▲※")
_MARK = re.compile(r"注?(?:[\[(（〔【](?:注?\d{1,2}|[*#])[\])）〕】]|\d{1,2}|[*＊#†‡△▲※]{1,3})", re.ASCII)
_SMALLER = 0.86
"""Type of a mark: at most this share of its neighbour's; browsers set one in five sixths of it."""
_LEAST, _MOST = 0.2, 0.75
"""How far above the baseline of its neighbour a mark stands (em of that)."""
_LOWER, _LOWEST = 0.1, 0.5
"""How far below it one stands that is lowered behind a digit."""
_NEAR = 0.3
"""Gap between the two at most (em of the neighbour), and how far they may overlap."""
_CELL = 16.0
"""Points of a square of the page in which neighbours are looked for."""
_FULL = 60
"""Characters of a square that are looked at: text does not stand closer."""


class _Squares:
    """The characters of a page by where their sides are."""

    def __init__(self, chars: Iterable[Char]) -> None:
        self._rights: dict[tuple[int, int], list[Char]] = {}
        self._lefts: dict[tuple[int, int], list[Char]] = {}
        for char in chars:
            for held, x in ((self._rights, char.right), (self._lefts, char.left)):
                square = held.setdefault(_square(x, char.base), [])
                if len(square) < _FULL:
                    square.append(char)

    def beside(self, char: Char) -> list[Char]:
        """Characters that end near where one begins, and such as begin near where it ends."""
        return [*_around(self._rights, char.left, char.base), *_around(self._lefts, char.right, char.base)]


def with_marks(chars: Sequence[Char]) -> list[Char]:
    """The characters of a page with its marks as raised digits."""
    small = [char for char in chars if char.text in _SIGNS]
    largest = max((char.em for char in chars), default=0.0)
    if all(char.em > _SMALLER * largest for char in small):
        return list(chars)
    squares = _Squares(char for char in chars if char.text != " ")
    found: dict[int, Char] = {}
    for run in _runs(chars):
        text = "".join(char.text for char in run)
        if run[0].em > _SMALLER * largest or not _MARK.fullmatch(text):
            continue
        host = next((other for char in run for other in squares.beside(char) if _holds(other, char)), None)
        if host is not None:
            shown = raised(text) if text.isdigit() else text
            for char, seen in zip(run, shown, strict=True):
                found[id(char)] = msgspec.structs.replace(char, text=seen, base=host.base)
    return [found.get(id(char), char) for char in chars]


def _runs(chars: Sequence[Char]) -> Iterable[list[Char]]:
    """Characters of numbers and marks that follow one another in the file, in one type on one baseline."""
    run: list[Char] = []
    for char in chars:
        if run and not _follows(run[-1], char):
            yield run
            run = []
        if char.text in _SIGNS:
            run.append(char)
    if run:
        yield run


def _follows(last: Char, char: Char) -> bool:
    return (
        char.text in _SIGNS
        and abs(char.em - last.em) < 0.1 * last.em
        and abs(char.base - last.base) < 0.1 * last.em
        and abs(char.left - last.right) < _NEAR * last.em
    )


def _holds(host: Char, mark: Char) -> bool:
    """Is one character the neighbour that the other is a mark at?"""
    gap = min(abs(mark.left - host.right), abs(host.left - mark.right))
    return (
        mark.em <= _SMALLER * host.em
        and (_LEAST * host.em <= host.base - mark.base <= _MOST * host.em or _is_lowered(host, mark))
        and gap <= _NEAR * host.em
    )


def _is_lowered(host: Char, mark: Char) -> bool:
    """Does a mark stand below the line, right behind a digit? Behind a letter it is part of a formula."""
    behind = host.text[-1:].isdecimal() and mark.left >= host.middle
    return behind and _LOWER * host.em <= mark.base - host.base <= _LOWEST * host.em


def _around(held: dict[tuple[int, int], list[Char]], x: float, base: float) -> Iterable[Char]:
    column, row = _square(x, base)
    for right in (column - 1, column, column + 1):
        for below in (row - 1, row, row + 1):
            yield from held.get((right, below), ())


def _square(x: float, base: float) -> tuple[int, int]:
    return int(x // _CELL), int(base // _CELL)
