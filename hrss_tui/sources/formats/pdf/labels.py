"""Labels of a drawing among the text of a page: lines in other type, here and there, that go on with no sentence.

What a chart says (its title, the share of a slice, the legend) stands below the paragraph that tells of it and would be read as its
end; a figure there would get the name of the paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from hrss_tui.sources.formats.pdf.content import Content, Printed
from hrss_tui.sources.formats.pdf.table import PageTable

_OTHER = 0.85
"""Lines of which one is in type of less than this share of the other's are of two things, where one of them is short."""
_AT = 0.5
"""Edges and middles nearer than this (em) to each other are one."""
_SHORT = 15
"""Two lines that are longer than this (em) are prose, whatever their type."""
_FULL = 2.0
"""A line that ends so far (em) from the right margin at most was broken for want of room."""


def begun_anew(page: Content, parts: Sequence[Printed | PageTable]) -> frozenset[int]:
    """Indexes of the lines of a page, in the order given, that do not go on with the line before.

    On a page that was recognised from a picture the height of a line tells nothing of its type.
    """
    lines = [part for part in parts if isinstance(part, Printed)]
    if page.ocr or not lines:
        return frozenset()
    text = median(line.em for line in lines for _ in line.text)
    margins = min(line.box.left for line in lines), max(line.box.right for line in lines)
    return frozenset(
        index
        for index, (above, line) in enumerate(pairwise(parts), 1)
        if isinstance(above, Printed)
        and isinstance(line, Printed)
        and min(_length(above), _length(line)) < _SHORT
        and not _goes_on(above, line, margins, text)
    )


def _goes_on(above: Printed, line: Printed, margins: tuple[float, float], text: float) -> bool:
    """May a line go on with the one before: in its type, at the margin below a full line, among labels right below it?"""
    left, right = margins
    small, large = sorted((above.em, line.em))
    if small < _OTHER * large:
        return right - above.box.right <= _FULL * above.em and line.box.left - left <= _AT * line.em
    edge = abs(line.box.left - above.box.left)
    middle = abs(line.box.left + line.box.right - above.box.left - above.box.right) / 2
    return large >= _OTHER * text or min(edge, middle) <= _AT * line.em or _length(above) >= _SHORT


def _length(line: Printed) -> float:
    return (line.box.right - line.box.left) / line.em
