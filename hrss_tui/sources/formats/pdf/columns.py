"""Prose set in columns side by side, as gazettes and newspapers have it: read one column after the other.

Lines of two columns stand at one height; read across, every sentence would go on in the other column. A gutter is room
that no character touches over many lines. It parts columns of prose only where both sides are as wide as each other and
full: lines begin at their left side and reach their right side. Rows of names and figures are never full.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from statistics import median

import msgspec

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.lines import Line, part_of

_GUTTER = 0.4
"""A gutter is at least so wide (em), where marks at the ends of lines hang into it."""
_FEWEST = 5
"""Lines at least that stand on both sides of a gutter, and lines of a column."""
_LEAST = 8.0
"""A column is at least so wide (em)."""
_EQUAL = 0.8
"""The narrowest column has at least this share of the width of the widest."""
_FULL, _BEGUN = 0.5, 0.7
"""Shares of the lines of a column that reach its right side, and that begin at its left side or as paragraphs do."""
_REACH, _NEAR, _INDENT = 1.6, 0.6, 2.0
"""How near (em) to these sides that is: a mark at the end of a line may be narrow; how far in paragraphs begin."""
_HAN = 0.6
"""Share of Han characters and their marks in prose."""
_FIRST = "\u2e80"
"""The first Chinese character."""
_ROW = 0.3
"""A line that lacks this share of its characters is a row of figures, with which no prose begins."""
_ENDS = 1.0
"""So many characters a line may lack of that, for lines at the ends that are no part of the columns."""
_STEPS = 8
"""A stretch that is no prose is looked at again from so many places in it, at most: the work is bounded."""
_FAR = 1.7
"""Lines at the upper and lower end farther away than this from the others (line distances) are no part of the columns."""


class Band(msgspec.Struct, frozen=True):
    """A part of a page from `top` to `bottom` that is set in columns, parted at `gutters`."""

    top: float
    bottom: float
    gutters: tuple[float, ...]

    def column(self, box: Box) -> int | None:
        """The column that a box stands in; None where it is not in this part."""
        middle = (box.top + box.bottom) / 2
        if not self.top <= middle <= self.bottom:
            return None
        across = (box.left + box.right) / 2
        return sum(gutter < across for gutter in self.gutters)


def bands_of(lines: Sequence[Line], tables: Iterable[Box]) -> tuple[Band, ...]:
    """The parts of a page that are set in columns, from top to bottom; tables may stand in one, not across."""
    walls = list(tables)
    found: list[Band] = []
    chinese = list(accumulate((_chinese(line) for line in lines), initial=0.0))
    start = 0
    while start < len(lines):
        if _chinese(lines[start]) < -_ROW * len(lines[start].chars):
            start += 1
            continue
        end, gaps = _run(lines, start, walls)
        prose = gaps and chinese[end] - chinese[start] >= -_ENDS * (end - start)
        band = _band(lines[start:end], gaps) if prose else None
        if band is not None:
            found.append(band)
        start = end if band is not None else start + max(1, (end - start) // _STEPS)
    return tuple(found)


def _chinese(line: Line) -> float:
    """How many more of the characters of a line are Chinese than must be in prose."""
    return sum(char.text[:1] >= _FIRST for char in line.chars) - _HAN * len(line.chars)


def parted(lines: Sequence[Line], bands: Sequence[Band]) -> list[list[Line]]:
    """The lines outside all columns, then those of each column of each part."""
    outside: list[Line] = []
    columns: list[list[Line]] = [[] for band in bands for _ in range(len(band.gutters) + 1)]
    for line in lines:
        first = 0
        for band in bands:
            if band.column(line.box) is not None:
                for piece in _cut(line, band.gutters):
                    columns[first + (band.column(piece.box) or 0)].append(piece)
                break
            first += len(band.gutters) + 1
        else:
            outside.append(line)
    return [outside, *columns]


def _cut(line: Line, gutters: Sequence[float]) -> list[Line]:
    """The parts of a line in the columns."""
    starts = [0]
    for index, (last, char) in enumerate(pairwise(line.chars), 1):
        if any(last.middle < gutter < char.middle for gutter in gutters):
            starts.append(index)
    return [part_of(line, first, end) for first, end in pairwise([*starts, len(line.chars)])]


_Gaps = list[tuple[float, float]]


def _run(lines: Sequence[Line], start: int, walls: Sequence[Box]) -> tuple[int, _Gaps]:
    """How far lines go on that leave room in one place, and that room: the index behind the last, left and right sides."""
    gaps = _between(lines[start])
    end = start + 1
    while gaps and end < len(lines):
        crossed = _crossed(gaps, lines[end - 1], lines[end], walls)
        common = _common(crossed, lines[end])
        if not common:
            break
        gaps, end = common, end + 1
    return end, gaps


def _between(line: Line) -> _Gaps:
    """The gaps between the characters of a line that may be gutters."""
    least = _GUTTER * line.em
    return [(last.right, char.left) for last, char in pairwise(line.chars) if char.left - last.right >= least]


def _common(gaps: _Gaps, line: Line) -> _Gaps:
    """What a line leaves of the gaps; before its first and behind its last character all is free."""
    edges = [float("-inf"), *(side for char in line.chars for side in (char.left, char.right)), float("inf")]
    free = [(left, right) for left, right in zip(edges[::2], edges[1::2], strict=True) if right > left]
    least = _GUTTER * line.em
    found = []
    at = 0
    for left, right in gaps:
        while at < len(free) and free[at][1] < left + least:
            at += 1
        for room in free[at:]:
            if room[0] > right - least:
                break
            if min(right, room[1]) - max(left, room[0]) >= least:
                found.append((max(left, room[0]), min(right, room[1])))
    return found


def _crossed(gaps: _Gaps, above: Line, below: Line, walls: Sequence[Box]) -> _Gaps:
    """The gaps that no table between two lines stands across."""
    between = [wall for wall in walls if above.box.top < wall.bottom and wall.top < below.box.bottom]
    return [gap for gap in gaps if not any(wall.left < gap[0] and gap[1] < wall.right for wall in between)]


def _band(lines: Sequence[Line], gaps: _Gaps) -> Band | None:
    """The columns that lines are set in; None where they are none of prose."""
    gutters = tuple((left + right) / 2 for left, right in gaps)
    if any(right - left < _LEAST * lines[0].em / 2 for left, right in pairwise(gutters)):
        return None
    lines = _without_ends(lines)
    parts = [_cut(line, gutters) for line in lines]
    if sum(len(pieces) == len(gutters) + 1 for pieces in parts) < _FEWEST:
        return None
    band = Band(lines[0].box.top, max(line.box.bottom for line in lines), gutters)
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for piece in (piece for pieces in parts for piece in pieces):
        columns[band.column(piece.box) or 0].append(piece)
    widths = [_width(column) for column in columns]
    equal = min(widths) >= _EQUAL * max(widths)
    return band if equal and all(map(_is_prose, columns)) else None


def _without_ends(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without those at the ends that stand apart: page numbers, the name of the paper."""
    steps = [below.base - above.base for above, below in pairwise(lines)]
    usual = _FAR * median(steps) if steps else 0.0
    first = 1 if len(steps) > _FEWEST and steps[0] > usual else 0
    last = len(lines) - 1 if len(steps) > _FEWEST and steps[-1] > usual else len(lines)
    return lines[first:last]


def _width(column: Sequence[Line]) -> float:
    return max(line.box.right for line in column) - min(line.box.left for line in column) if column else 0.0


def _is_prose(column: Sequence[Line]) -> bool:
    """Are the lines of a column full, and of Chinese text?"""
    em = median(line.em for line in column) if column else 0.0
    if len(column) < _FEWEST or _width(column) < _LEAST * em:
        return False
    left = min(line.box.left for line in column)
    right = max(line.box.right for line in column)
    begun = sum(
        min(at, abs(at - _INDENT * em)) <= _NEAR * em for at in (line.box.left - left for line in column)
    )
    full = sum(right - line.box.right <= _REACH * em for line in column)
    chars = [char.text for line in column for char in line.chars]
    han = sum(text[:1] >= _FIRST for text in chars)
    return begun >= _BEGUN * len(column) and full >= _FULL * len(column) and han >= _HAN * len(chars)
