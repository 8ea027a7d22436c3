"""The heads of columns without rulings: texts that are one cell, what each stands over, and in how many rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.columns import Column
from hrss_tui.sources.formats.pdf.lines import Line, box_of, joined, text_of, words_of
from hrss_tui.sources.formats.pdf.table import TableCell

_WORD = 0.8
_WRAPPED = 1.6
"""The second line of a head stands at most this far (em) below the first, in its middle or at its left."""
_MIDDLE, _LEFT, _EVEN = 0.6, 0.2, 0.15
_LEVEL = 0.6
"""Heads whose middles differ by less than this (em) in height stand in one row."""
_CENTRED = 1.2
"""A head stands in the middle of its columns where it is not farther from it than this (em)."""


class Head(msgspec.Struct, frozen=True):
    """A cell of a header: its printed lines, its box, the mean of its baselines."""

    words: tuple[Line, ...]
    box: Box
    height: float
    em: float

    @property
    def middle(self) -> float:
        """Horizontal middle."""
        return (self.box.left + self.box.right) / 2


def heads_of(lines: Iterable[Line]) -> list[Head]:
    """The texts of a header, wrapped ones joined, from top to bottom."""
    groups: list[list[Line]] = []
    for line in lines:
        for word in words_of(line, _WORD):
            group = next((group for group in groups if _goes_on(group, word)), None)
            if group is None:
                groups.append([word])
            else:
                group.append(word)
    return sorted(map(_head, groups), key=lambda head: head.height)


def _goes_on(group: Sequence[Line], word: Line) -> bool:
    """Is a text the next line of a head?"""
    last, em = group[-1], word.em
    down = word.base - last.base
    if not 0.5 * em < down <= _WRAPPED * em:
        return False
    if len(group) > 1 and abs(down - (last.base - group[-2].base)) > _EVEN * em:
        return False
    one, other = last.box, word.box
    centred = abs(one.left + one.right - other.left - other.right) / 2 <= _MIDDLE * em
    return centred or abs(one.left - other.left) <= _LEFT * em


def _head(words: Sequence[Line]) -> Head:
    box = box_of(char for word in words for char in word.chars)
    height = sum(word.base for word in words) / len(words)
    return Head(tuple(words), box, height, max(word.em for word in words))


def _at(edges: Sequence[float], x: float) -> int:
    return max(0, min(sum(edge <= x for edge in edges) - 1, len(edges) - 2))


def leaves_of(heads: Sequence[Head], edges: Sequence[float]) -> list[Head]:
    """The heads with none below them in their column, from left to right."""
    found = []
    for head in heads:
        below = [
            other
            for other in heads
            if other.height > head.height + _LEVEL * head.em
            and (_same_column(edges, head, other) or _overlap(head.box, other.box))
        ]
        if not below:
            found.append(head)
    return sorted(found, key=lambda head: head.middle)


def _same_column(edges: Sequence[float], one: Head, other: Head) -> bool:
    """Do two heads stand over one column that has texts?"""
    inside = _inside(edges, one) and _inside(edges, other)
    return inside and _at(edges, one.middle) == _at(edges, other.middle)


def _overlap(one: Box, other: Box) -> bool:
    common = min(one.right, other.right) - max(one.left, other.left)
    return common > 0.5 * min(one.right - one.left, other.right - other.left)


def with_empty(columns: Sequence[Column], leaves: Sequence[Head], edges: Sequence[float]) -> list[Column]:
    """The columns and those that nothing but a head stands in: of two heads in one column, the one beside its texts."""
    added = [leaf for leaf in leaves if not _inside(edges, leaf)]
    for index, column in enumerate(columns):
        above = [leaf for leaf in leaves if _inside(edges, leaf) and _at(edges, leaf.middle) == index]
        near = min((_beside(leaf.box, column) for leaf in above), default=0.0)
        added += [leaf for leaf in above if _beside(leaf.box, column) > near]
    empty = [Column(leaf.box.left, leaf.box.right) for leaf in added]
    return sorted([*columns, *empty], key=lambda column: column.left)


def _inside(edges: Sequence[float], head: Head) -> bool:
    return edges[0] <= head.middle <= edges[-1]


def _beside(box: Box, column: Column) -> float:
    """How far a head stands beside the texts of a column; 0 where it stands over them."""
    return max(0.0, column.left - box.right, box.left - column.right)


def header_cells(heads: Sequence[Head], xs: Sequence[float]) -> tuple[list[TableCell], int]:
    """The cells of a header over columns with these edges, and how many rows it has."""
    leaves = leaves_of(heads, xs)
    spans: dict[int, tuple[int, int]] = {id(leaf): (_at(xs, leaf.middle),) * 2 for leaf in leaves}
    centres = {_at(xs, leaf.middle): leaf.middle for leaf in leaves}
    for head in sorted(heads, key=lambda head: -head.height):
        if id(head) not in spans:
            spans[id(head)] = _span(head, heads, spans, xs, centres)
    depths: dict[int, int] = {}
    for head in heads:
        first, last = spans[id(head)]
        over = [
            depths[id(other)]
            for other in heads
            if id(other) in depths
            and other.height < head.height - _LEVEL * head.em
            and spans[id(other)][0] <= first <= last <= spans[id(other)][1]
        ]
        depths[id(head)] = max(over, default=-1) + 1
    rows = max(depths.values(), default=-1) + 1
    ends = {id(leaf) for leaf in leaves}
    cells = [
        _cell(head, depths[id(head)], rows if id(head) in ends else 0, spans[id(head)]) for head in heads
    ]
    return _apart(cells), rows


def _cell(head: Head, row: int, rows: int, span: tuple[int, int]) -> TableCell:
    text = joined(text_of(word) for word in head.words)
    return TableCell(row, span[0], max(rows - row, 1), span[1] - span[0] + 1, head.box, text)


def _apart(cells: Iterable[TableCell]) -> list[TableCell]:
    """Cells by row and column; texts that came to one place are one cell."""
    found: dict[tuple[int, int], TableCell] = {}
    for cell in cells:
        place = (cell.row, cell.column)
        before = found.get(place)
        text = joined([before.text, cell.text]) if before else cell.text
        found[place] = msgspec.structs.replace(before or cell, text=text)
    return [found[place] for place in sorted(found)]


def _span(
    head: Head,
    heads: Sequence[Head],
    spans: dict[int, tuple[int, int]],
    xs: Sequence[float],
    centres: dict[int, float],
) -> tuple[int, int]:
    """The columns of a head that others stand below: the widest row of neighbours that it stands in the middle of."""
    column = _at(xs, head.middle)
    level = [other for other in heads if abs(other.height - head.height) <= _LEVEL * head.em]
    lower = [other for other in heads if other.height > head.height + _LEVEL * head.em and id(other) in spans]
    at = [other for other in lower if spans[id(other)][0] <= column <= spans[id(other)][1]]
    first = min(at or lower, key=lambda other: other.height, default=None)
    if first is None:
        return column, column
    row = sorted(
        {
            spans[id(other)]
            for other in heads
            if abs(other.height - first.height) <= _LEVEL * head.em and id(other) in spans
        }
        | {spans[id(other)] for other in lower if other in at}
    )
    others = [other.middle for other in level if other is not head]
    best = (column, column)
    for low in range(len(row)):
        for high in range(low, len(row)):
            span = (row[low][0], row[high][1])
            if not span[0] <= column <= span[1] or any(xs[span[0]] < x < xs[span[1] + 1] for x in others):
                continue
            if _away(head, span, xs, centres) <= _CENTRED * head.em and span[1] - span[0] > best[1] - best[0]:
                best = span
    return best


def _away(head: Head, span: tuple[int, int], xs: Sequence[float], centres: dict[int, float]) -> float:
    """How far a head is from the middle of some columns, by their sides or by the middles of their own heads."""
    middles = [(xs[span[0]] + xs[span[1] + 1]) / 2]
    if span[0] in centres and span[1] in centres:
        middles.append((centres[span[0]] + centres[span[1]]) / 2)
    return min(abs(middle - head.middle) for middle in middles)


def rows_between(top: float, bottom: float, count: int) -> list[float]:
    """The middles of the rows of a header between two heights."""
    edges = [top + (bottom - top) * index / count for index in range(count + 1)] if count else []
    return [(upper + lower) / 2 for upper, lower in pairwise(edges)]
