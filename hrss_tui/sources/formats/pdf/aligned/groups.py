"""Lines of one row told by how far they stand from each other: those of a cell are nearer than those of two cells.

Where the text of a cell stands, at its top, in its middle or at its bottom, does not matter: the lines of a name are a
group, and it is of the row whose figures stand as high as one of them or between two. Where rows are as near to each other as the
lines of a name nothing is told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeAlias

import msgspec

from hrss_tui.sources.formats.pdf.aligned.words import Word, cell_words
from hrss_tui.sources.formats.pdf.lines import Line

_LEAST, MOST = 0.8, 1.8
"""Lines of a cell stand so far below each other (em), at least and at most."""
EVEN = 1.1
"""Lines of cells of one type are as far below each other, up to this factor."""
_APART = 1.15
"""The lines of two cells are farther apart than those of one by this factor at least."""
_FAR = 1.2
"""They are far from each other where the factor is this, above what lines of a cell are at most."""
_LOOK = 8
"""The next text of a column is looked for in so many lines."""
TWO = 2
_SLACK = 0.15
"""Figures in the middle of a cell stand between its first and its last line, or beyond them by no more than this (em)."""


Rows: TypeAlias = "list[list[Line]]"


class Signs(NamedTuple):
    """What texts say by themselves: `is_parted`, that one seems not to go on in the one below it; `begins`, that one is no rest of another."""

    is_parted: Callable[[Word, Word], bool]
    begins: Callable[[Word], bool]


class Step(msgspec.Struct, frozen=True):
    """Two texts of one column, one below the other: their lines by number, how far they are apart, and how many of them have figures."""

    upper: int
    lower: int
    gap: float
    mains: int
    above: Word
    below: Word


class Told(NamedTuple):
    """Rows that distances tell, and whether they are sure: nothing that is parted is joined, or rows stand far from each other."""

    rows: Rows
    whole: bool
    far: bool


def groups_of(
    block: Sequence[Line],
    mains: Sequence[Line],
    bars: Sequence[float],
    walls: Sequence[float],
    signs: Signs,
) -> Told | None:
    """The rows of a block, each with its lines; None where the distances of the lines do not tell them apart.

    `mains` are the lines with figures: no two of them are of one row, and none is a row without a name.
    """
    known = {id(line) for line in mains}
    lines = sorted(block, key=attrgetter("base"))
    steps = [step for step in steps_of(lines, known, walls) if not _is_ruled(lines, step, bars)]
    inner = [step for step in steps if step.mains < TWO and not signs.begins(step.below)]
    distances = _distances(lines, inner, steps)
    if distances is None:
        return None
    near, apart = distances
    joined = [step for step in inner if step.gap <= near]
    rows = united(lines, [(step.upper, step.lower) for step in joined])
    if not all(sum(id(line) in known for line in row) <= 1 and any(map(_names, row)) for row in rows):
        return None
    return Told(
        rows, not any(signs.is_parted(step.above, step.below) for step in joined), apart >= _FAR * near
    )


def _names(line: Line) -> bool:
    """Holds a line a text?"""
    return any(not word.is_figure for word in cell_words(line))


def steps_of(lines: Sequence[Line], known: set[int], walls: Sequence[float]) -> list[Step]:
    """For every text that is no figure the next one below it."""
    words = [[word for word in cell_words(line, walls) if not word.is_figure] for line in lines]
    found = []
    for upper, own in enumerate(words):
        below = range(upper + 1, min(upper + _LOOK, len(lines)))
        for word in own:
            near = ((at, one) for at in below for one in words[at] if stands_over(word, one))
            lower, other = next(near, (0, word))
            if lower:
                gap = lines[lower].base - lines[upper].base
                mains = (id(lines[upper]) in known) + (id(lines[lower]) in known)
                found.append(Step(upper, lower, gap, mains, word, other))
    return found


def stands_over(word: Word, other: Word) -> bool:
    """Does a text stand above or below another one, if only in part?"""
    return min(word.right, other.right) > max(word.left, other.left)


def _distances(
    lines: Sequence[Line], inner: Sequence[Step], steps: Sequence[Step]
) -> tuple[float, float] | None:
    """How far the lines of a cell are apart at most, and those of two at least; None where the next cell may be as near.

    Those of two rows are all but the `inner` ones: two lines with figures, or one that begins a text.
    """
    em = max(line.em for line in lines)
    gaps = sorted(step.gap for step in inner if step.gap >= _LEAST * em)
    if not gaps or gaps[0] > MOST * em:
        return None
    near = EVEN * gaps[0]
    known = {id(step) for step in inner}
    rows = [step.gap for step in steps if id(step) not in known]
    apart = min([*rows, *(gap for gap in gaps if gap > near)], default=0.0)
    return (near, apart) if apart >= _APART * gaps[0] else None


def _is_ruled(lines: Sequence[Line], step: Step, bars: Sequence[float]) -> bool:
    """Does a ruling part two texts?"""
    return bisect_right(bars, lines[step.upper].base) < bisect_left(bars, lines[step.lower].base)


def united(lines: Sequence[Line], pairs: Iterable[tuple[int, int]]) -> list[list[Line]]:
    """The lines row by row, of which pairs are of one cell: what stands between its lines, or hardly beyond them, is of its row."""
    slack = _SLACK * max(line.em for line in lines)
    cells = sorted((lines[upper].base - slack, lines[lower].base + slack) for upper, lower in pairs)
    rows: list[list[Line]] = []
    at, end = 0, float("-inf")
    for line in lines:
        if rows and line.base <= end:
            rows[-1].append(line)
        else:
            rows.append([line])
        while at < len(cells) and cells[at][0] <= line.base:
            end = max(end, cells[at][1])
            at += 1
    return rows
