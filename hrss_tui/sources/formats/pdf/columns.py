"""Prose set in columns side by side, as gazettes and newspapers have it: read one column after the other.

Lines of two columns stand at one height or between each other; read across, every sentence would go on in the other column.
A gutter is room that no character touches over many lines. It parts columns of prose only where both sides are as wide as each other and
full: lines begin at their left side and reach their right side. Rows of names and figures are never full.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from statistics import median

import msgspec

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.lines import Line, part_of

_GUTTER = 0.4
"""A gutter is at least so wide (em), where marks at the ends of lines hang into it."""
_FEWEST = 5
"""Lines of a column at least, and those of them that stand beside the other columns."""
_SEED = 6
"""In so many lines at most a gutter shows: a column may begin below the first lines of the other."""
_BACK = 4
"""So many lines back, at most, stands the one above in the same column."""
_LEAST = 8.0
"""A column is at least so wide (em)."""
_EQUAL = 0.8
"""The narrowest column has at least this share of the width of the widest."""
_EQUAL_APART = 0.3
"""The same where lines of the columns do not stand at one height, as rows do: what is told beside the text in a box."""
_FULL, _BEGUN = 0.5, 0.7
"""Shares of the lines of a column that reach its right side, and that begin at its left side, as paragraphs do or as others."""
_FULL_APART = 0.3
"""The first of them where lines of the columns do not stand at one height, as rows do."""
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
    """The parts of a page that are set in columns, from top to bottom; tables may stand in one, not across.

    Columns as wide as each other are looked for first: where one of them begins below a title, the others may look like one.
    """
    walls = list(tables)
    found = _bands(lines, walls, _EQUAL)
    for stretch in _outside(lines, found):
        found += _bands(stretch, walls, _EQUAL_APART)
    return tuple(sorted(found, key=lambda band: band.top))


def _outside(lines: Sequence[Line], bands: Sequence[Band]) -> list[list[Line]]:
    """The stretches of lines that no part takes."""
    taken = [any(band.column(line.box) is not None for band in bands) for line in lines]
    return [
        [line for line, _ in group]
        for gone, group in groupby(zip(lines, taken, strict=True), itemgetter(1))
        if not gone
    ]


def _bands(lines: Sequence[Line], walls: Sequence[Box], share: float) -> list[Band]:
    """Those of which the narrowest column has this share of the width of the widest."""
    found: list[Band] = []
    chinese = list(accumulate((_chinese(line) for line in lines), initial=0.0))
    start = 0
    while start < len(lines):
        if _chinese(lines[start]) < -_ROW * len(lines[start].chars):
            start += 1
            continue
        end, gaps = _run(lines, start, walls)
        prose = gaps and chinese[end] - chinese[start] >= -_ENDS * (end - start)
        band = _band(lines[start:end], gaps, share) if prose else None
        if band is not None:
            first = _first(lines, start, walls, gaps, found)
            found.append(_band(lines[first:end], gaps, share) or band)
        start = end if band is not None else start + max(1, (end - start) // _STEPS)
    return found


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
    """How far lines go on that leave room in one place, and that room: the index behind the last, left and right sides.

    The room beside a line may be that of the other column.
    """
    gaps = _common([(float("-inf"), float("inf"))], lines[start])
    inner = _inner(gaps)
    end = start + 1
    while end < len(lines):
        common = _common(_crossed(gaps, lines[end - 1], lines[end], walls), lines[end])
        found = _inner(common)
        if not found and (inner or end - start >= _SEED):
            break
        gaps, inner, end = common, found, end + 1
    return end, inner


def _first(
    lines: Sequence[Line], start: int, walls: Sequence[Box], gaps: _Gaps, found: Sequence[Band]
) -> int:
    """The first of the lines above that leave the same room, below the columns that are found already."""
    least = max((band.bottom for band in found), default=float("-inf"))
    while start > 0 and lines[start - 1].box.top > least:
        crossed = _crossed(gaps, lines[start - 1], lines[start], walls)
        if len(_common(crossed, lines[start - 1])) < len(gaps):
            break
        start -= 1
    return start


def _inner(gaps: _Gaps) -> _Gaps:
    """Those that text stands on both sides of."""
    return [gap for gap in gaps if gap[0] > float("-inf") and gap[1] < float("inf")]


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


def _band(lines: Sequence[Line], gaps: _Gaps, share: float) -> Band | None:
    """The columns that lines are set in; None where they are none of prose."""
    gutters = tuple((left + right) / 2 for left, right in gaps)
    if any(right - left < _LEAST * lines[0].em / 2 for left, right in pairwise(gutters)):
        return None
    lines = _without_ends(lines)
    parts = [_cut(line, gutters) for line in lines]
    band = Band(lines[0].box.top, max(line.box.bottom for line in lines), gutters)
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for piece in (piece for pieces in parts for piece in pieces):
        columns[band.column(piece.box) or 0].append(piece)
    widths = [_width(column) for column in columns]
    rows = 2 * sum(len(pieces) > 1 for pieces in parts) > len(parts)
    full = _FULL if rows else _FULL_APART
    equal = min(widths) >= share * max(widths) and (share == _EQUAL or not rows)
    prose = equal and _are_beside(columns) and all(_is_prose(column, full) for column in columns)
    return band if prose else None


def _are_beside(columns: Sequence[Sequence[Line]]) -> bool:
    """Do enough lines of each stand at the height of all the others?"""
    if not all(columns):
        return False
    top = max(column[0].box.top for column in columns)
    bottom = min(column[-1].box.bottom for column in columns)
    return all(
        sum(top < (line.box.top + line.box.bottom) / 2 < bottom for line in column) >= _FEWEST
        for column in columns
    )


def _without_ends(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without those at the ends that stand apart: page numbers, the name of the paper."""
    steps = _steps(lines)
    usual = _FAR * median(steps) if steps else 0.0
    first = 1 if len(steps) > _FEWEST and steps[0] > usual else 0
    last = len(lines) - 1 if len(steps) > _FEWEST and steps[-1] > usual else len(lines)
    return lines[first:last]


def _steps(lines: Sequence[Line]) -> list[float]:
    """How far each line stands below the one above it in its column; of the first ones there is none."""
    found = []
    for at, line in enumerate(lines):
        above = next((one for one in reversed(lines[max(0, at - _BACK) : at]) if _meet(one, line)), None)
        if above is not None:
            found.append(line.base - above.base)
    return found


def _meet(one: Line, other: Line) -> bool:
    return one.box.left < other.box.right and other.box.left < one.box.right


def _width(column: Sequence[Line]) -> float:
    return max(line.box.right for line in column) - min(line.box.left for line in column) if column else 0.0


def _is_prose(column: Sequence[Line], least: float) -> bool:
    """Are the lines of a column full, `least` of them, and of Chinese text?"""
    em = median(line.em for line in column) if column else 0.0
    if len(column) < _FEWEST or _width(column) < _LEAST * em:
        return False
    right = max(line.box.right for line in column)
    full = sum(right - line.box.right <= _REACH * em for line in column)
    chars = [char.text for line in column for char in line.chars]
    han = sum(text[:1] >= _FIRST for text in chars)
    return (
        _begun(column, em) >= _BEGUN * len(column)
        and full >= least * len(column)
        and han >= _HAN * len(chars)
    )


def _begun(column: Sequence[Line], em: float) -> int:
    """How many lines begin at the left side, as paragraphs do, or where one near them does: items of a list."""
    left = min(line.box.left for line in column)
    indents = [line.box.left - left for line in column]
    return sum(
        min(at, abs(at - _INDENT * em)) <= _NEAR * em
        or any(
            abs(at - other) <= _NEAR * em
            for other in (*indents[max(0, index - _BACK) : index], *indents[index + 1 : index + _BACK])
        )
        for index, at in enumerate(indents)
    )
