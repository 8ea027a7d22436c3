"""Rows as near to each other as the lines of a name: which lines are one row is told by how all cells of a table are filled.

Cells are filled from the top, from the bottom or from the middle, all of a table in one way. What begins with a number begins
a cell, a total is a whole one, and a line with room behind it ends one. A way that leaves half a name alone is not that of the table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from hrss_tui.sources.formats.pdf.aligned.groups import EVEN, MOST, TWO, Rows, Signs, Step, steps_of, united
from hrss_tui.sources.formats.pdf.aligned.words import cell_words
from hrss_tui.sources.formats.pdf.lines import Line

_LEADINGS = 3
"""So many distances between the lines of a cell are looked at."""
_LEVEL = 0.3
"""The figures of a row stand no farther (line distances) from where its name is filled from."""
_TOP, _MIDDLE, _BOTTOM = 0.0, 0.5, 1.0
"""Where the figures of a row stand between the first and the last line of its name."""

Run: TypeAlias = Sequence[int]
"""Texts of a column, one below the other, that nothing parts: the numbers of their lines."""


class _Block(NamedTuple):
    """The lines of a block, their heights, the heights of those with figures, and how far figures may be from their place."""

    lines: Sequence[Line]
    bases: Sequence[float]
    mains: Sequence[float]
    level: float


def ways_of(
    lines: Sequence[Line], mains: Sequence[Line], walls: Sequence[float], signs: Signs
) -> tuple[list[Rows], list[tuple[Line, Line]]]:
    """The rows of a block in each of the ways in which its cells may be filled, and the lines of which one may go on in the other.

    It is plain where there is one.
    """
    known = {id(line) for line in mains}
    lines = sorted(lines, key=attrgetter("base"))
    steps = steps_of(lines, known, walls)
    steps = [step for step in steps if step.mains < TWO and not signs.is_parted(step.above, step.below)]
    bases, heights = [line.base for line in lines], [line.base for line in lines if id(line) in known]
    found: dict[tuple[int, ...], Rows] = {}
    leadings = list(_leadings(steps, lines))
    for near, joined in leadings:
        block = _Block(lines, bases, heights, _LEVEL * near)
        runs = list(_runs(joined))
        for place in (_TOP, _MIDDLE, _BOTTOM):
            cells = [cell for run in runs for cell in _cells(block, run, place)]
            if all(_is_filled(block, cell, place) for cell in cells):
                rows = united(lines, [(cell[0], cell[-1]) for cell in cells])
                if _are_whole(rows, known, signs) and not _is_broken(rows, known, joined):
                    found[tuple(map(len, rows))] = rows
    pairs = [(lines[step.upper], lines[step.lower]) for _, joined in leadings for step in joined]
    return list(found.values()), pairs


def _leadings(steps: Sequence[Step], lines: Sequence[Line]) -> Iterator[tuple[float, Sequence[Step]]]:
    """How far the lines of a cell may be apart, and the texts that are: cells that are too low for what stands in them are nearer to each other."""
    most = MOST * max(line.em for line in lines)
    ordered = sorted(steps, key=attrgetter("gap"))
    start = 0
    for _ in range(_LEADINGS):
        if start == len(ordered) or ordered[start].gap > most:
            return
        end = bisect_right(ordered, EVEN * ordered[start].gap, start, key=attrgetter("gap"))
        yield ordered[start].gap, ordered[start:end]
        start = end


def _runs(steps: Sequence[Step]) -> Iterator[Run]:
    """The texts of which each may go on in the next one; what two stand above is of the run of one of them."""
    following = {id(step.above): step for step in steps}
    inner = {id(step.below) for step in steps}
    for step in steps:
        if id(step.above) in inner:
            continue
        run = [step.upper]
        at: Step | None = step
        while at is not None:
            run.append(at.lower)
            at = following.pop(id(at.below), None)
        yield run


def _cells(block: _Block, run: Run, place: float) -> Iterator[Run]:
    """The cells of several lines that texts make which are filled in one way: each has the figures of one row beside it."""
    start = 0
    heights = [block.bases[line] for line in run]
    while start < len(run):
        first = heights[start]
        main = bisect_left(block.mains, first - block.level)
        end = len(run)
        if main < len(block.mains):
            last = _end(block, first, main, place)
            end = bisect_right(heights, last + block.level)
        end = max(end, start + 1)
        if end - start > 1:
            yield run[start:end]
        start = end


def _end(block: _Block, first: float, main: int, place: float) -> float:
    """How far down a cell reaches that begins at a height: the next row with figures is that of the cell."""
    height = block.mains[main]
    if place == _BOTTOM:
        return height
    if place == _MIDDLE:
        return 2 * height - first
    if height > first + block.level:
        return height - 2 * block.level
    return block.mains[main + 1] - 2 * block.level if main + 1 < len(block.mains) else float("inf")


def _is_filled(block: _Block, cell: Run, place: float) -> bool:
    """Stand no figures beside a cell, or those of one row where it is filled from?"""
    first, last = block.bases[cell[0]], block.bases[cell[-1]]
    beside = block.mains[
        bisect_left(block.mains, first - block.level) : bisect_right(block.mains, last + block.level)
    ]
    away = (abs(height - first - place * (last - first)) for height in beside)
    return len(beside) <= 1 and all(distance <= block.level for distance in away)


def _is_broken(rows: Rows, known: set[int], joined: Sequence[Step]) -> bool:
    """May a row without figures go on in the next one? Then it is half a name."""
    own = [number for number, row in enumerate(rows) for _ in row]
    figured = [any(id(line) in known for line in row) for row in rows]
    return any(own[step.upper] != own[step.lower] and not figured[own[step.upper]] for step in joined)


def _are_whole(rows: Rows, known: set[int], signs: Signs) -> bool:
    """Has no row the figures of two, and is none half a name? The first and the last one may be cut by the page."""
    return all(
        (count := sum(id(line) in known for line in row)) == 1
        or (count == 0 and (at in (0, len(rows) - 1) or _is_begun(row, signs)))
        for at, row in enumerate(rows)
    )


def _is_begun(row: Sequence[Line], signs: Signs) -> bool:
    """Has a row without amounts a number or a code?"""
    codes = (word.is_figure for line in row for word in cell_words(line))
    return any(map(signs.begins, cell_words(row[0]))) or any(codes)
