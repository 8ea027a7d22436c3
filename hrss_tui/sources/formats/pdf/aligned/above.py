"""Where the header of a table without rulings begins, among the lines above its rows."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.sources.captions import is_title
from hrss_tui.sources.formats.pdf.aligned.rows import ORDINAL
from hrss_tui.sources.formats.pdf.aligned.words import cell_words
from hrss_tui.sources.formats.pdf.lines import Line, text_of

_APART = 4.0
"""A line of the header stands at most this far (em) above the next."""
_CAPTION = re.compile(r"[:：。；]")
_LONGEST = 30
_MOST = 16
_WRAPPED = 1.6
_AT_LEFT = 2.0
_AT_SIDE = 0.5
"""The lines of a name begin no farther apart than this (points)."""
_FULL = 1.0
"""A name is broken where its line is full: the next line is longer by no more than this (em)."""
_LABELS = 3
"""So many short texts above the uppermost ruling are the header, where there is none below it."""


def header_lines(
    above: Sequence[Line], row: Line, left: float, right: float, bars: Sequence[float]
) -> tuple[int, int]:
    """Where the header among the lines above a table begins and ends; all lines from its end on are rows.

    A header has a line of several short texts; a single text above it belongs to it where it is no title, that is
    no larger than the rows and not in the middle of the table, unless it is the beginning of a wrapped head. Nothing
    above the uppermost ruling (`bars`, heights) belongs to it, but where each row has one below it. A line that begins with an ordinal is a row, and so is
    a single text below the header that begins where the rows do.
    """
    start = _start(above, row, left, right, bars)
    end = len(above)
    while end - start > 1 and _is_bare_row(above[end - 2], above[end - 1], left):
        end -= 1
    if end == len(above) and end - start > 1 and _is_half_name(above[end - 2], above[end - 1], row):
        end -= 1
    return start, end


def _is_half_name(before: Line, line: Line, row: Line) -> bool:
    """Is the line the first one of names that go on in the first row? They begin at one side, and heads stand above them."""
    if not row.base - line.base <= min(_WRAPPED * row.em, line.base - before.base):
        return False
    names = [word for word in cell_words(row) if not word.is_figure]
    return all(
        any(
            abs(word.left - name.left) <= _AT_SIDE and name.right <= word.right + _FULL * word.em
            for name in names
        )
        and any(min(word.right, head.right) > max(word.left, head.left) for head in cell_words(before))
        for word in cell_words(line)
    )


def _is_bare_row(before: Line, line: Line, left: float) -> bool:
    """Is the line a row that has a name and nothing else?"""
    apart = line.base - before.base > _WRAPPED * line.em
    return apart and len(cell_words(line)) == 1 and abs(line.box.left - left) <= _AT_LEFT


def _start(above: Sequence[Line], row: Line, left: float, right: float, bars: Sequence[float]) -> int:
    start = len(above)
    below = row
    several = False
    while start > 0 and len(above) - start < _MOST:
        line = above[start - 1]
        if below.base - line.base > _APART * row.em or _is_no_head(line):
            break
        under = _is_below_all(bars, line, below) and (several or len(cell_words(line)) < _LABELS)
        if under or _is_title(line, below, row, (left, right), bars):
            break
        several = several or len(cell_words(line)) > 1
        start -= 1
        below = line
    return start if several else len(above)


def _is_no_head(line: Line) -> bool:
    if ORDINAL.match(text_of(line)):
        return True
    return any(len(word.text) > _LONGEST or _CAPTION.search(word.text) for word in cell_words(line))


def _is_below_all(bars: Sequence[float], line: Line, below: Line) -> bool:
    """Is the uppermost ruling between a line and the one below it?"""
    return any(line.base < bar < below.base for bar in bars[:1])


def _is_title(line: Line, below: Line, row: Line, sides: tuple[float, float], bars: Sequence[float]) -> bool:
    left, right = sides
    if line.em > 1.2 * row.em:
        return True
    if (
        len(cell_words(line)) > 1
        or below.base - line.base <= _WRAPPED * row.em
        or any(bar < line.base for bar in bars)
    ):
        return False
    away = abs((line.box.left + line.box.right) / 2 - (left + right) / 2)
    if away >= 0.08 * (right - left):
        return False
    return away <= line.em or is_title(text_of(line)) or not _is_over_several(line, below)


def _is_over_several(line: Line, below: Line) -> bool:
    """Does a single text stand over the middle of neighbours of the line below?"""
    middle = (line.box.left + line.box.right) / 2
    words = cell_words(below)
    return any(
        first.middle < middle < last.middle and abs((first.middle + last.middle) / 2 - middle) <= line.em
        for step in (1, 2)
        for first, last in zip(words, words[step:], strict=False)
    )
