"""Which printed lines go on with the line above, told by where they stand: what ends at a margin by chance is no end.

A text alone cannot tell a paragraph that ends from a line that is full where a sentence ends. On a page whose
paragraphs are indented, a line at the left margin below a full one is its rest, whatever it begins with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources import marks
from hrss_tui.sources.formats.form import Box, Page
from hrss_tui.sources.text import width

_FULL = 1.0
"""A full line ends no farther than this (em) from the right margin, beside what its rest begins with."""
_WORD = re.compile(
    r"[（(“‘《【]*+(?:[\dA-Za-z][\dA-Za-z.,]{0,30}[%％]?|.)[，。；：、！？）)”’》】%％]*+", re.DOTALL
)
"""What no line end may part: a number, a bracket and what stands behind it, a mark and what stands before it."""
_AT = 0.5
"""Edges nearer than this (em) to each other are one."""
_INDENTED = (1.5, 2.6)
"""How far (em) from the left margin paragraphs of Chinese begin: two characters."""
_NEXT = 2.8
"""The next line of a paragraph stands no more than this (em) lower."""
_SAME_TYPE = 1.3
"""Lines of a paragraph are of one type, but for this factor: justified ones are set closer or wider."""
_TELLING = 4
"""Cells of a line from which its width tells how large its type is."""
_OPEN = ("：", ":", "，", "、")
_FEW = 3
"""Paragraphs that must be seen to begin indented."""
_LONG = 0.85
"""A line that fills this share of its column is no short name of a list."""
_WIDE = 15
"""A column of prose is no narrower than this (em)."""


class _Set(msgspec.Struct, frozen=True):
    """A line of prose, and the margins and the type of its page."""

    leaf: int
    line: int
    text: str
    box: Box
    left: float
    right: float
    em: float

    @property
    def at_margin(self) -> bool:
        return abs(self.box.left - self.left) <= _AT * self.em

    @property
    def indented(self) -> bool:
        least, most = _INDENTED
        return least * self.em <= self.box.left - self.left <= most * self.em


def flowing(texts: Sequence[str], pages: Iterable[Page], boxes: Mapping[int, Box]) -> tuple[int, ...]:
    """Numbers of the lines (1-based) that are the rest of the line before, told by their boxes."""
    lines = list(_set(texts, pages, boxes))
    begun = [
        line.indented
        for above, line in pairwise(lines)
        if (line.indented or line.at_margin) and not _full(above, line.text) and not marks.marker(line.text)
    ]
    if sum(begun) < max(_FEW, len(begun) / 2):
        return ()
    return tuple(line.line for above, line in pairwise(lines) if _goes_on(above, line))


def _goes_on(above: _Set, line: _Set) -> bool:
    if line.line != above.line + 1 or not line.at_margin or not _same_type(above, line):
        return False
    if above.leaf == line.leaf and not 0 < line.box.top - above.box.top <= _NEXT * line.em:
        return False
    # A line broken by hand in the middle of a sentence: what goes on is told from a list by its own end.
    long = line.box.right - line.left >= _LONG * (line.right - line.left)
    broken = above.text.endswith(_OPEN) and (long or marks.is_ended(line.text))
    return broken or _full(above, line.text)


def _full(line: _Set, below: str) -> bool:
    """Does a line begin where those of paragraphs do, and was there no room for the word that the next begins with?"""
    word = _WORD.match(below)
    room = (width(word[0]) / 2 if word else 0) + _FULL
    begun = line.box.left - line.left <= _INDENTED[1] * line.em
    return begun and line.right - line.box.right <= room * line.em


def _same_type(above: _Set, line: _Set) -> bool:
    sizes = [_size(each.text, each.box) for each in (above, line) if width(each.text) >= _TELLING]
    return not sizes or max(sizes) <= _SAME_TYPE * min(sizes)


def _size(text: str, box: Box) -> float:
    """How wide a Han character of a line is; the height of its box tells less, which is the font's."""
    return 2 * (box.right - box.left) / width(text)


def _set(texts: Sequence[str], pages: Iterable[Page], boxes: Mapping[int, Box]) -> Iterator[_Set]:
    """The lines of prose with the margins of their pages; lines of a page without margins are left out."""
    for leaf, page in enumerate(pages, 1):
        found = [
            (number, texts[number - 1].strip(), boxes[number])
            for number in range(page.first, page.last + 1)
            if number in boxes
        ]
        if margins := _margins([(text, box) for _, text, box in found]):
            yield from (_Set(leaf, *each, *margins) for each in found)


def _margins(lines: Sequence[tuple[str, Box]]) -> tuple[float, float, float] | None:
    """The left and right edge that lines of a page share, and the size of its type; None where they share none."""
    sizes = [_size(text, box) for text, box in lines if width(text) >= _TELLING]
    if not sizes:
        return None
    em = median(sizes)
    left = _shared(sorted(box.left for _, box in lines), em)
    right = _shared(sorted(-box.right for _, box in lines), em)
    if left is None or right is None or -right - left < _WIDE * em:
        return None
    return left, -right, em


def _shared(edges: Sequence[float], em: float) -> float | None:
    """The first of sorted edges that the next one shares."""
    return next((edge for edge, beyond in pairwise(edges) if beyond - edge <= _AT * em), None)
