"""Lines that may be a table without rulings: rows with figures one below the other, and what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.aligned.rows import ORDINAL, is_row
from hrss_tui.sources.formats.pdf.aligned.words import Word, cell_words
from hrss_tui.sources.formats.pdf.lines import Line, text_of

LEADER = re.compile(r"[.．·…。‧・]{4}|…{2}|(?:[.．·]\s){4}")
FEWEST = 3
"""A table has at least so many rows with figures, or one with so many."""
_APART = 6.0
"""Rows of a table stand no farther below each other than this (em)."""
_FAR = 16.0
"""So far (em) below each other where their figures are aligned: rows of a form may have been left empty between them."""
_NEAR = 0.85
"""Half a name stands at most this far (em) above or below the row it belongs to."""
_NEXT = 2.6
"""The next row stands at most this far (em) below."""
_BROKEN, _LINES, _SIDE = 1.6, 3, 0.5
"""The rest of a name stands at most this far (em) and so many lines below, and begins where it does (points)."""
_ROWS = 12
"""So many lines above the first row and below it tell what names begin above it."""
_EVEN = 2.0
"""Texts that begin no farther apart (points) begin in one column."""
_PROSE = 0.75
"""A single text over so large a share of the block is prose."""
_LARGER = 1.2
"""Type larger than that of the rows by this factor is a title."""
_SENTENCE = re.compile(r"[。；]$")
_TOLD = re.compile(r"(?:[\d,.]{1,16}\s?)?(?:[百千万亿]{0,2}元|人次?|[户个家项件%％])\s?[，。；、]")
"""How the rest of a clause begins behind a figure or with it: 万元，占…; in text whose words are set apart."""
_UNIT = re.compile(r"单\s?位\s?[:：]|[（(]单位")


def blocks(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Stretches of lines that may be the bodies of tables: first line, line behind the last.

    The first rows of a page may be few: they may be the last of a table that begins before it.
    """
    found: list[tuple[int, int]] = []
    rows = [index for index, line in enumerate(lines) if _may_be_row(line)]
    start = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and _go_together(lines, rows[start:at], rows[at]):
            continue
        first = not found and start == 0
        if first or at - start >= FEWEST or _is_figures(lines[rows[start]]):
            found = _with(found, _with_halves(lines, rows[start], rows[at - 1] + 1))
        start = at
    return found


def _with(found: Sequence[tuple[int, int]], block: tuple[int, int]) -> list[tuple[int, int]]:
    """Stretches with one more: where the lines around its rows are those of the last one, both are one."""
    if found and block[0] < found[-1][1]:
        return [*found[:-1], (min(found[-1][0], block[0]), max(found[-1][1], block[1]))]
    return [*found, block]


def _may_be_row(line: Line) -> bool:
    return not LEADER.search(text_of(line)) and is_row(line) and not _is_told(line)


def _is_told(line: Line) -> bool:
    """Does a clause go on behind a figure of the line, which is then one of a text: 基本支出  7.76  万元，占  4.5 %；?"""
    return any(_TOLD.match(word.text) for word in cell_words(line))


def _is_figures(line: Line) -> bool:
    """Has the line so many figures that it may be the only row of a table?"""
    return sum(word.is_figure for word in cell_words(line)) >= FEWEST


def _go_together(lines: Sequence[Line], rows: Sequence[int], second: int) -> bool:
    """May a row belong to the table of those above: near to them, and nothing between that is prose or a title?"""
    first = rows[-1]
    upper, lower = lines[first], lines[second]
    apart = (lower.base - upper.base) / max(upper.em, lower.em)
    if apart > _APART * (second - first) and not (
        apart <= _FAR and _below_each_other([lines[row] for row in rows], lower)
    ):
        return False
    sides = min(upper.box.left, lower.box.left), max(upper.box.right, lower.box.right)
    large = _LARGER * max(upper.em, lower.em)
    return not any(_is_prose(line, sides) or line.em > large for line in lines[first + 1 : second])


def _below_each_other(upper: Sequence[Line], lower: Line) -> bool:
    """Does a figure of a row stand below figures of others? What is in other columns may be the first there."""
    above = [word for line in upper for word in cell_words(line) if word.is_figure]
    below = [word for word in cell_words(lower) if word.is_figure]
    return any(_aligned(one, other) for one in below for other in above)


def _aligned(one: Word, other: Word) -> bool:
    return (
        min(abs(one.right - other.right), abs(one.middle - other.middle), abs(one.left - other.left)) <= _EVEN
    )


def _is_prose(line: Line, sides: tuple[float, float]) -> bool:
    """Is a line between two rows prose? A name that stands beside what both of them write is none, however long it is."""
    text = text_of(line)
    over = min(line.box.right, sides[1]) - max(line.box.left, sides[0])
    long = over > _PROSE * (sides[1] - sides[0]) and len(cell_words(line)) == 1
    return long or any(mark.search(text) for mark in (_SENTENCE, LEADER, _UNIT))


def _with_halves(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The block with halves of names directly above its first and below its last row."""
    while start > 0 and _leads_to(lines[start - 1], lines[start]):
        start -= 1
    start -= _begun(lines, start)
    while end < len(lines) and (
        _hangs_on(lines[end - 1], lines[end]) or _ends_name(lines[start:end], lines[end])
    ):
        end += 1
    return start, end


def _begun(lines: Sequence[Line], start: int) -> int:
    """How many lines above a row are the first of numbered names that end in it or in a row above, or their figures.

    So where cells are filled from below or from the middle: names begin where those of the rows do, and figures stand alone.
    """
    lefts = [
        word.left for line in lines[start : start + _ROWS] for word in cell_words(line) if not word.is_figure
    ]
    count = 0
    for at in range(start - 1, max(start - _ROWS, 0) - 1, -1):
        words = cell_words(lines[at])
        names = [word for word in words if not word.is_figure]
        if lines[at + 1].base - lines[at].base > _NEXT * lines[at].em or not all(
            any(abs(word.left - left) <= _SIDE for left in lefts) for word in names
        ):
            break
        if names and all(ORDINAL.match(word.text) for word in names):
            count = start - at
    return count


def _ends_name(block: Sequence[Line], line: Line) -> bool:
    """Is a line below a block the rest of a name of its last row, which is broken where its column has no more room?"""
    words = cell_words(line)
    if ORDINAL.match(text_of(line)) or any(word.is_figure or _SENTENCE.search(word.text) for word in words):
        return False
    near = [
        word
        for one in block[-_LINES:]
        if line.base - one.base <= _BROKEN * line.em
        for word in cell_words(one)
    ]
    return all(any(_is_upper(upper, word) and _is_full(upper, block) for upper in near) for word in words)


def _is_upper(upper: Word, word: Word) -> bool:
    return abs(upper.left - word.left) <= _SIDE and word.right <= upper.right + _SIDE


def _is_full(upper: Word, block: Sequence[Line]) -> bool:
    """Does no text that begins where this one does reach farther by a character?"""
    own = (word for line in block for word in cell_words(line) if abs(word.left - upper.left) <= _SIDE)
    return max(word.right for word in own) - upper.right <= upper.em


def _leads_to(line: Line, row: Line) -> bool:
    """Is the line above a row the upper half of its name, or a row without figures of its own?"""
    apart = row.base - line.base
    text = text_of(line)
    if _SENTENCE.search(text) or LEADER.search(text):
        return False
    several = len(cell_words(line)) > 1
    return apart <= _NEAR * row.em or (
        apart <= _APART * row.em and several and ORDINAL.match(text) is not None
    )


def _hangs_on(row: Line, line: Line) -> bool:
    """Is the line below a row the lower half of its name, or a numbered row without figures, below its like?"""
    apart = line.base - row.base
    text = text_of(line)
    if _SENTENCE.search(text) or LEADER.search(text):
        return False
    if apart <= _NEAR * row.em:
        return True
    below = any(abs(line.box.left - word.left) <= _EVEN for word in cell_words(row))
    return apart <= _NEXT * row.em and below and ORDINAL.match(text) is not None
