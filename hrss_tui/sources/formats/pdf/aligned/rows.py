"""Which lines of a table without rulings are one row: the line with its figures, and the halves of wrapped names."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import TypeAlias

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.print import ruler_labels, total_endings
from hrss_tui.sources.formats.pdf.aligned.groups import Rows, Signs, groups_of
from hrss_tui.sources.formats.pdf.aligned.tight import ways_of
from hrss_tui.sources.formats.pdf.aligned.words import Word, cell_words
from hrss_tui.sources.formats.pdf.lines import Line, text_of

ORDINAL = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d)|\d{3,7}(?:\s|$)|\d{3}(?:\d\d){0,2}(?!年)[\u4e00-\u9fff]|其中"
)
"""How rows begin, and halves of names and heads of columns do not."""
_NUMBER = re.compile(r"\d{1,2}", re.ASCII)
_NEAR = 0.85
"""Half a name stands at most this far (em) above or below the row it belongs to."""
_WRAPPED = 1.6
"""The lines of a name stand at most this far (em) below each other."""
_TIGHT = 0.75
"""Lines of one row are nearer than this share of the distance of two rows."""
_NEARER = 0.92
"""So much nearer to its row is the rest of a name than to the next one, where rows stand as close as lines."""
_LINES = 6
"""The next text of a column is looked for in so many lines."""
_ROOM = 1.6
"""A text that leaves more than this (em) of its column free is not broken there."""
_SIDE = 2.0
"""Texts that begin no farther apart (points) begin at one side."""
_BARRED = 0.7
"""A table whose rows are parted by rulings has one between so large a share of them."""


_Next: TypeAlias = "Line | None"


class Row(msgspec.Struct):
    """A row that is being put together from its lines; `main` has its figures.

    `open`: of lines of its block nobody can say for sure which row they are of; `half` is a line between it and its neighbour
    that may be of either.
    """

    main: Line
    lines: list[Line]
    open: bool = False
    half: Line | None = None


def is_row(line: Line) -> bool:
    """Has the line a figure and other text apart from it?"""
    words = cell_words(line)
    return len(words) >= 2 and any(word.is_figure for word in words)


def numbers_columns(line: Line) -> bool:
    """Does the line number the columns (栏次 1 2 3)? Its numbers stand in the middle, and tell their order, not their sides."""
    return are_numbers([word.text for word in cell_words(line)])


def are_numbers(texts: Sequence[str]) -> bool:
    """Are the texts of a row the numbers of columns, and what says so?"""
    numbers = [int(text) for text in texts if _NUMBER.fullmatch(text)]
    named = [text for text in texts if not _NUMBER.fullmatch(text)]
    rising = numbers == list(range(1, len(numbers) + 1))
    return len(numbers) > 1 and rising and set(ruler_labels()).issuperset(named)


def pitch_of(mains: Sequence[Line]) -> float:
    """The least distance of two rows, 0 where there is one."""
    return min((lower.base - upper.base for upper, lower in pairwise(mains)), default=0.0)


def rows_of(block: Sequence[Line], bars: Sequence[float], walls: Sequence[float]) -> list[Row]:
    """The rows of a block of lines, from top to bottom; `bars` are the heights of rulings across it."""
    mains = [line for line in block if is_row(line)]
    if not mains:
        return [Row(line, [line]) for line in block]
    if _are_barred(mains, bars):
        return _between_bars(block, bars)
    return _by_distance(block, mains, bars, walls)


def begin_above(block: Sequence[Line], bars: Sequence[float], walls: Sequence[float]) -> bool:
    """Begin names of a block above their figures, as where cells are filled from below or from the middle?"""
    return any(row.lines[0] is not row.main and not row.open for row in rows_of(block, bars, walls))


def _are_barred(mains: Sequence[Line], bars: Sequence[float]) -> bool:
    """Do rulings part the rows from each other?"""
    slots = [bisect_right(bars, line.base) for line in mains]
    parted = sum(before < after for before, after in pairwise(slots))
    return len(mains) > 1 and parted >= _BARRED * (len(mains) - 1) and len(set(slots)) >= _BARRED * len(mains)


def _between_bars(block: Sequence[Line], bars: Sequence[float]) -> list[Row]:
    """A row for each stretch between two rulings, or for each of its lines with figures where it has several."""
    found: list[Row] = []
    slots: dict[int, list[Line]] = {}
    for line in block:
        slots.setdefault(bisect_right(bars, line.base - 0.3 * line.em), []).append(line)
    for slot in sorted(slots):
        mains = [line for line in slots[slot] if is_row(line)]
        if len(mains) > 1:
            found += _by_distance(slots[slot], mains, (), ())
        else:
            found.append(Row(mains[0] if mains else slots[slot][0], slots[slot]))
    return found


def _is_amount(line: Line, walls: Sequence[float]) -> bool:
    """Does a line hold an amount and nothing else? So stands the only one of a row between the lines of its name."""
    words = cell_words(line, walls)
    return len(words) == 1 and words[0].is_figure and not words[0].text.isdecimal()


def _without_figures(lines: Sequence[Line]) -> list[Row]:
    """The rows that lines without figures make: names of several columns stand in the middle of each other."""
    found: list[Row] = []
    for line in sorted(lines, key=lambda line: line.base):
        if found and line.base - found[-1].lines[-1].base <= _NEAR * line.em:
            found[-1].lines.append(line)
        else:
            found.append(Row(line, [line]))
    return found


def _neighbours(block: Sequence[Line], walls: Sequence[float]) -> dict[int, tuple[_Next, _Next]]:
    """For every line the next one above and below that writes in the same columns."""
    words = [[word for word in cell_words(line, walls) if not word.is_figure] for line in block]
    found: dict[int, tuple[_Next, _Next]] = {}
    for at, line in enumerate(block):
        above = range(at - 1, max(at - _LINES, 0) - 1, -1)
        below = range(at + 1, min(at + _LINES, len(block)))
        near = [
            next((block[other] for other in side if _share(words[other], words[at])), None)
            for side in (above, below)
        ]
        found[id(line)] = (near[0], near[1])
    return found


def _share(words: Sequence[Word], others: Sequence[Word]) -> bool:
    """Does a text of one line stand above or below one of another?"""
    return any(_stands_under(word, others) for word in words)


def _beyond(line: Line, side: int, away: float, how: _Print) -> float:
    """How far the next text is behind those that follow a line as near to each other as it is to its row."""
    at = line
    for _ in range(_LINES):
        following = how.neighbours[id(at)][side]
        if following is None:
            return math.inf
        gap = abs(following.base - at.base)
        if gap * _NEARER > away or id(following) in how.mains:
            return gap
        at = following
    return 0.0


class _Print(msgspec.Struct, frozen=True):
    """How a block is printed: the distance of two rows, what parts it, how far texts reach that begin in one place, the
    texts above and below each line, and which lines have figures.
    """

    pitch: float
    bars: Sequence[float]
    walls: Sequence[float]
    reach: Mapping[int, float]
    neighbours: Mapping[int, tuple[_Next, _Next]]
    mains: frozenset[int]


def _by_distance(
    block: Sequence[Line], mains: Sequence[Line], bars: Sequence[float], walls: Sequence[float]
) -> list[Row]:
    pitch = pitch_of(mains)
    known = {id(line) for line in mains}
    mains = [line for line in block if id(line) in known or _is_amount(line, walls)]
    known = {id(line) for line in mains}
    reach = _reach(block, walls)
    told, halves = _told(block, mains, bars, walls, reach)
    if told is not None:
        return [Row(next((line for line in lines if id(line) in known), lines[0]), lines) for lines in told]
    near = _neighbours(block, walls)
    how = _Print(pitch, bars, walls, reach, near, frozenset(map(id, mains)))
    rows = [Row(line, [line]) for line in mains]
    lone = {id(line): line for pair in halves for line in pair if id(line) not in known}
    waiting = [line for line in block if not any(line is main for main in mains)]
    if len(lone) == 1:
        return _beside(rows, waiting, halves, next(iter(lone.values())))
    while waiting:
        taken = [line for line in waiting if _takes(rows, line, how)]
        if not taken:
            break
        waiting = [line for line in waiting if not any(line is one for one in taken)]
    rows += _without_figures(waiting)
    for row in rows:
        row.lines.sort(key=lambda line: line.base)
        row.open = len(lone) > 1
    return sorted(rows, key=lambda row: row.main.base)


def _beside(
    rows: Sequence[Row], others: Sequence[Line], halves: Sequence[tuple[Line, Line]], lone: Line
) -> list[Row]:
    """Rows with one line between two of them that may be half a name of either: it stands alone, and both are told to lack it."""
    near = {id(line) for pair in halves for line in pair}
    for row in rows:
        row.half = lone if id(row.main) in near else None
    return sorted([*rows, *_without_figures(others)], key=lambda row: row.main.base)


def _told(
    block: Sequence[Line],
    mains: Sequence[Line],
    bars: Sequence[float],
    walls: Sequence[float],
    reach: Mapping[int, float],
) -> tuple[Rows | None, Sequence[tuple[Line, Line]]]:
    """The rows of a block where they are plain: by how far its lines are from each other, or by how all cells are filled.

    Else the lines of which one may go on in the other.
    """
    signs = Signs(partial(_is_whole, reach=reach), _begins)
    told = groups_of(block, mains, bars, walls, signs)
    if told is not None and told.whole and told.far:
        return told.rows, ()
    ways, halves = ways_of(block, mains, walls, signs)
    if len(ways) == 1:
        return ways[0], ()
    sure = told is not None and (told.far or (told.whole and not ways))
    return (told.rows, ()) if told is not None and sure else (None, halves)


def _reach(block: Sequence[Line], walls: Sequence[float]) -> dict[int, float]:
    """How far to the right texts reach that begin in one place."""
    found: dict[int, float] = {}
    for line in block:
        for word in cell_words(line, walls):
            if not word.is_figure:
                at = round(word.left / _SIDE)
                found[at] = max(found.get(at, word.right), word.right)
    return found


def _takes(rows: Sequence[Row], line: Line, how: _Print) -> bool:
    """Is a line half a name of the row it is nearest to? Then it is put there."""
    near = min(rows, key=lambda row: _away(row, line))
    away = _away(near, line)
    if any(min(near.main.base, line.base) < bar < max(near.main.base, line.base) for bar in how.bars):
        return False
    other = _beyond(line, int(near.main.base < line.base), away, how)
    tight = not how.pitch or away <= max(_TIGHT * how.pitch, _NEARER * other if other < math.inf else 0.0)
    own = abs(line.base - near.main.base) <= _NEAR * line.em
    if own or (tight and away <= _WRAPPED * line.em and _is_half(near, line, how)):
        near.lines.append(line)
        return True
    return False


def _away(row: Row, line: Line) -> float:
    return min(abs(line.base - one.base) for one in row.lines)


def _is_half(row: Row, line: Line, how: _Print) -> bool:
    """Does the line write nothing but texts where the row has texts, of which the upper one goes on in the lower?

    What begins with a number begins a text. Nothing follows the name of a total, and a text is broken where its column
    has no more room.
    """
    words = cell_words(line, how.walls)
    if any(word.is_figure for word in words):
        return False
    texts = [word for one in row.lines for word in cell_words(one, how.walls) if not word.is_figure]
    if line.base > row.lines[0].base and ORDINAL.match(text_of(line)):
        return False
    for word in words:
        for text in texts:
            upper, lower = sorted((text, word), key=lambda one: one.line.base)
            if _stands_under(word, [text]) and _is_whole(upper, lower, how.reach):
                return False
    return len(words) == 1 or all(_stands_under(word, texts) for word in words)


def _is_whole(upper: Word, lower: Word, reach: Mapping[int, float]) -> bool:
    """Is a text known not to go on in the one below it?"""
    first, last = upper.text.replace(" ", ""), lower.text.replace(" ", "")
    if first.endswith(total_endings()) or last in total_endings() or ORDINAL.match(last):
        return True
    if ORDINAL.match(first) and last.endswith(total_endings()):
        return True
    at = round(upper.left / _SIDE)
    farthest = max(reach.get(at + step, upper.right) for step in (-1, 0, 1))
    return farthest - upper.right > _ROOM * upper.em


def _begins(word: Word) -> bool:
    """Is a text no rest of another: has it a number, or is it that of a total?"""
    text = word.text.replace(" ", "")
    return ORDINAL.match(text) is not None or text.endswith(total_endings())


def _stands_under(word: Word, texts: Sequence[Word]) -> bool:
    return any(min(word.right, text.right) > max(word.left, text.left) for text in texts)
