"""Which heads stand over one column each, and over which: heads and written columns matched from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import msgspec

from hrss_tui.sources.formats.pdf.aligned.columns import Column
from hrss_tui.sources.formats.pdf.aligned.heads import Head

_CENTRED = 1.0
"""A head stands in the middle of a run of columns where it is not farther from it than this (em)."""
_ROW_BELOW = 0.75
"""What stands in the next row is at least this share of the distance of two rows lower."""
_WIDEST = 2.1
"""Rows farther apart than this (em) have names of several lines, which heads need not have."""
_TOP = 0.5
"""Texts in the middle of cells that reach down to the rows stand at most so much (em) higher than such cells can."""
_NO_COLUMN, _NO_HEAD, _SECOND = 2.5, 8.0, 3.0
"""What a head without column, a column without head and a second column below one head count, in em of distance."""


class Headed(msgspec.Struct, frozen=True):
    """A column of the table: its own head and where rows write in it; one of them may be missing."""

    head: Head | None
    written: Column | None

    @property
    def left(self) -> float:
        """Where its texts begin."""
        return min(part for part in (self._head_box[0], self._written[0]))

    @property
    def right(self) -> float:
        """Where its texts end."""
        return max(part for part in (self._head_box[1], self._written[1]))

    @property
    def _head_box(self) -> tuple[float, float]:
        return (self.head.box.left, self.head.box.right) if self.head else self._written

    @property
    def _written(self) -> tuple[float, float]:
        return (self.written.left, self.written.right) if self.written else self._head_box


class Room(msgspec.Struct, frozen=True):
    """Where a header begins and ends, and the distance of two rows below it."""

    top: float
    bottom: float
    pitch: float


def leaves_of(heads: Sequence[Head], columns: Sequence[Column], room: Room) -> list[Head]:
    """The heads of one column each, from left to right.

    A head that may stand over its own column as well as over its neighbours' heads is what makes heads and columns
    agree better.
    """
    found = [head for head in heads if not _is_group(head, heads, columns, room)]
    found.sort(key=lambda head: head.middle)
    for head in [head for head in found if _has_run(head, heads, room)]:
        others = [one for one in found if one is not head]
        if _matched(others, columns)[0] < _matched(found, columns)[0]:
            found = others
    return found


def _is_group(head: Head, heads: Sequence[Head], columns: Sequence[Column], room: Room) -> bool:
    """Does a head stand over several others, or over one in a row of its own?"""
    lower = [other for other in heads if head.is_above(other)]
    if any(head.is_over(other) for other in lower):
        return True
    sides = [other.middle < head.middle for other in lower]
    if not sides or all(sides) or not any(sides):
        return False
    too_high = 2 * head.height - room.bottom < room.top - _TOP * head.em
    in_run = _has_run(head, heads, room)
    over = [column for column in columns if _gap(head, column) == 0]
    if over and not (too_high and in_run):
        return any(_gap(other, column) == 0 for other in lower for column in over)
    return too_high or in_run


def _has_run(head: Head, heads: Sequence[Head], room: Room) -> bool:
    """Does a head stand over the middle of some neighbours of the next row, with no other head beside it there?"""
    least = max(_ROW_BELOW * min(room.pitch, _WIDEST * head.em), 1.2 * head.em)
    below = sorted((one for one in heads if one.height - head.height >= least), key=lambda one: one.middle)
    beside = [one.middle for one in heads if one is not head and one.height - head.height < least]
    return any(
        abs((first.middle + last.middle) / 2 - head.middle) <= _CENTRED * head.em
        for first, last in combinations(below, 2)
        if first.middle < head.middle < last.middle
        and not any(first.middle < middle < last.middle for middle in beside)
    )


def headed(leaves: Sequence[Head], columns: Sequence[Column]) -> list[Headed]:
    """Heads and columns put together in order, each head over the column it is nearest to, at the least cost in all."""
    return _matched(leaves, columns)[1]


def _is_one_to_one(leaves: Sequence[Head], columns: Sequence[Column]) -> bool:
    """Are there as many heads as columns, and none of them over another column than its own?"""
    return (
        len(leaves) == len(columns)
        and all(before.right < head.box.left for before, head in zip(columns, leaves[1:], strict=False))
        and all(head.box.right < behind.left for head, behind in zip(leaves, columns[1:], strict=False))
    )


def _matched(leaves: Sequence[Head], columns: Sequence[Column]) -> tuple[float, list[Headed]]:
    if _is_one_to_one(leaves, columns):
        return 0.0, [Headed(head, column) for head, column in zip(leaves, columns, strict=True)]
    best: list[list[tuple[float, int, int]]] = [
        [(0.0, 0, 0)] * (len(columns) + 1) for _ in range(len(leaves) + 1)
    ]
    for i in range(len(leaves) + 1):
        for j in range(len(columns) + 1):
            ways: list[tuple[float, int, int]] = []
            if i:
                ways.append((best[i - 1][j][0] + _NO_COLUMN, 1, 0))
            if j:
                ways.append((best[i][j - 1][0] + _NO_HEAD, 0, 1))
            if i and j:
                ways.append((best[i - 1][j - 1][0] + _cost(leaves[i - 1], columns[j - 1]), 1, 1))
            if i and j > 1:
                both = _cost(leaves[i - 1], columns[j - 2]) + _cost(leaves[i - 1], columns[j - 1])
                ways.append((best[i - 1][j - 2][0] + _SECOND + both, 1, 2))
            if ways:
                best[i][j] = min(ways)
    found: list[Headed] = []
    i, j = len(leaves), len(columns)
    while i or j:
        _, heads, written = best[i][j]
        if written == 2:
            found += (Headed(None, columns[j - 1]), Headed(leaves[i - 1], columns[j - 2]))
        else:
            found.append(Headed(leaves[i - 1] if heads else None, columns[j - 1] if written else None))
        i, j = i - heads, j - written
    return best[-1][-1][0], found[::-1]


def _cost(head: Head, column: Column) -> float:
    """How far a head is from a column: nothing where one is over the other, and a little for how they are set."""
    box = head.box
    ways = (head.middle - column.middle, box.left - column.left, box.right - column.right)
    return (_gap(head, column) + 0.1 * min(map(abs, ways))) / head.em


def _gap(head: Head, column: Column) -> float:
    return max(0.0, column.left - head.box.right, head.box.left - column.right)
