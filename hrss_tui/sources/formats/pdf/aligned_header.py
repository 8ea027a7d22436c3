"""The header of a table without rulings: lines above its rows whose texts stand over its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hrss_tui.sources.formats.pdf.lines import Line, text_of, words_of

_WORD = 0.8
_APART = 4.0
"""A line of the header stands at most this far (em) above the next."""
_CAPTION = re.compile(r"[:：。；]|单位\s*$")
ORDINAL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|\d{3,7}(?:\s|$)|其中")
"""How rows begin, and heads of columns do not."""
_LONGEST = 30
_MOST = 12
_WRAPPED = 1.6
_AT_LEFT = 2.0


def header_lines(above: Sequence[Line], row: Line, left: float, right: float) -> tuple[int, int]:
    """Where the header among the lines above a table begins and ends; all lines from its end on are rows.

    A header has a line of several short texts; a single text above it belongs to it where it is no title, that is
    no larger than the rows and not in the middle of the table. A line that begins with an ordinal is a row, and so
    is a single text below the header that begins where the rows do.
    """
    start = _start(above, row, left, right)
    end = len(above)
    while end - start > 1 and _is_bare_row(above[end - 2], above[end - 1], left):
        end -= 1
    return start, end


def _is_bare_row(before: Line, line: Line, left: float) -> bool:
    """Is the line a row that has a name and nothing else?"""
    apart = line.base - before.base > _WRAPPED * line.em
    return apart and len(words_of(line, _WORD)) == 1 and abs(line.box.left - left) <= _AT_LEFT


def _start(above: Sequence[Line], row: Line, left: float, right: float) -> int:
    start = len(above)
    below = row
    several = False
    while start > 0 and len(above) - start < _MOST:
        line = above[start - 1]
        words = words_of(line, _WORD)
        if below.base - line.base > _APART * row.em or any(_is_no_head(word) for word in words):
            break
        if ORDINAL.match(text_of(line)) or (len(words) == 1 and _is_title(line, row, left, right)):
            break
        several = several or len(words) > 1
        start -= 1
        below = line
    return start if several else len(above)


def _is_no_head(word: Line) -> bool:
    text = text_of(word)
    return len(text) > _LONGEST or _CAPTION.search(text) is not None


def _is_title(line: Line, row: Line, left: float, right: float) -> bool:
    middle = (line.box.left + line.box.right) / 2
    return line.em > 1.2 * row.em or abs(middle - (left + right) / 2) < 0.08 * (right - left)
