"""How the columns of a table share the room of a terminal: long texts are wrapped, some go below their row.

First the columns with room to spare are narrowed; where that is not enough those that may stand below a row do, over
the whole width; then any text is narrowed, numbers never.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hrss_tui.cli.cells import width, wrap

LEAST = 6
"""Cells that are left to a text, whatever is asked for."""


class Column(NamedTuple):
    """What a column needs and may give away: cells of its texts and its heading; `least` cells it can do with (0: all)."""

    needed: int
    head: int
    least: int = 0
    right: bool = False
    below: bool = False


class Fit(NamedTuple):
    """Cells of each column, and the columns that stand below their row."""

    widths: list[int]
    below: frozenset[int]


def fitted(columns: Sequence[Column], room: int, gap: int) -> Fit:
    """The cells for each column so that a line has at most `room` (0: as many as it takes)."""
    widths = [column.needed for column in columns]
    if not room or _narrow(columns, widths, room, gap, [column.least for column in columns]):
        return Fit(widths, frozenset())
    below = frozenset(at for at, column in enumerate(columns) if column.below)
    beside = [column for column in columns if not column.below]
    left = [column.needed for column in beside]
    if not _narrow(beside, left, room, gap, [column.least for column in beside]):
        _narrow(beside, left, room, gap, [0 if column.right else LEAST for column in beside])
    taken = iter(left)
    return Fit([0 if column.below else next(taken) for column in columns], below)


def _narrow(columns: Sequence[Column], widths: list[int], room: int, gap: int, least: Sequence[int]) -> bool:
    """Take cells from the widest column that has some to spare until all fit; whether they do."""
    while True:
        taken = [max(size, column.head) for size, column in zip(widths, columns, strict=True)]
        if sum(taken) + gap * (len(columns) - 1) <= room:
            return True
        free = [
            at for at, column in enumerate(columns) if least[at] and widths[at] > max(least[at], column.head)
        ]
        if not free:
            return False
        widths[max(free, key=widths.__getitem__)] -= 1


def broken(text: str, cells: int) -> list[str]:
    """The text in lines of at most `cells`; a word that is longer is broken after a mark in it, else anywhere."""
    lines = []
    for line in wrap(text, cells):
        rest = line
        while width(rest) > cells:
            at = _place(rest, cells)
            lines.append(rest[:at])
            rest = rest[at:]
        lines.append(rest)
    return lines


def _place(text: str, cells: int) -> int:
    """How many characters of a text fit, up to a mark where there is one in the second half."""
    used, at = 0, 0
    while at < len(text) and used + width(text[at]) <= cells:
        used += width(text[at])
        at += 1
    at = max(at, 1)
    mark = max((text.rfind(sign, at // 2, at) for sign in "-:/_.;,+"), default=-1)
    return mark + 1 if mark >= 0 else at
