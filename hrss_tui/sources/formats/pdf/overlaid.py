"""Texts that are printed over each other: rows too low for their names let these run into the rows above and below.

Whose row such a text is of cannot be read. Type of another size beside it is a stamp, a watermark or the mark of a note;
one character on its like is bold type.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from hrss_tui.sources.formats.pdf.lines import Line
from hrss_tui.sources.formats.pdf.seen import Char
from hrss_tui.sources.text import UNREAD

OVERLAID = 2
"""So many texts of a table that are printed over each other are no accident."""
_OVER = 0.35
"""Two characters are printed over each other where they have more of their width in common (em)."""
_HALF = 0.6
"""A mark of which half is blank lets its neighbour stand in that half."""
_BLANK_BEHIND, _BLANK_BEFORE = frozenset("、，。；：！？）》〉】』」”’"), frozenset("（《〈【『「“‘")
_CLOSE = 0.7
"""Lines of one text are farther below each other (em)."""
_ALIKE = 0.1
"""Types of one size differ by less (em)."""


def is_overlaid(lines: Sequence[Line]) -> bool:
    """Are lines of a cell printed over each other?"""
    return any(map(_is_double, lines)) or any(_meet(upper, lower) for upper, lower in pairwise(lines))


def overlaid_texts(lines: Sequence[Line], words: Callable[[Line], Sequence[Line]]) -> int:
    """How many texts of a table without rulings, cut into words, are printed over others."""
    found = sum(map(_is_double, lines))
    for upper, lower in pairwise(lines):
        if lower.base - upper.base < _CLOSE * upper.em:
            found += any(_meet(one, other) for one in words(upper) for other in words(lower))
    return found


def _is_double(line: Line) -> bool:
    return any(
        last.right - char.left > _common(last, char) * char.em
        and _are_alike(last, char)
        and last.text != char.text
        for last, char in pairwise(line.chars)
    )


def _common(last: Char, char: Char) -> float:
    """How much (em) two neighbours may have in common: marks are set closer where a line is full."""
    return _HALF if last.text in _BLANK_BEHIND or char.text in _BLANK_BEFORE else _OVER


def _meet(upper: Line, lower: Line) -> bool:
    """Do two lines stand so close that the type of one covers that of the other?"""
    one, other = upper.chars[0], lower.chars[0]
    if not _are_alike(one, other) or lower.base - upper.base >= _CLOSE * one.em:
        return False
    return min(upper.box.right, lower.box.right) - max(upper.box.left, lower.box.left) > _OVER * one.em


def _are_alike(one: Char, other: Char) -> bool:
    return abs(one.em - other.em) < _ALIKE * one.em and UNREAD not in (one.text, other.text)
