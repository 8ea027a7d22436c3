"""The columns of a table without rulings: stretches that hold text, parted by stretches that no row writes in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hrss_tui.sources.formats.pdf.lines import Line, text_of

FIGURE = re.compile(r"[-+－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?%?|[-—－]{1,2}")
"""An amount, a rate or a code, as the whole of a cell."""
_OVER = 0.05
"""So large a share of the rows may write over a gap: a name that runs over."""
_GAP = 0.9
"""A gap between two texts is at least this wide (em)."""
_FIGURE_GAP = 0.35
"""A gap beside figures is at least this wide."""
_PADDING = 3.0
"""Cells keep this distance (points) between their side and their text."""
_EVEN = 2.0
"""Edges that differ by less than this (points) are aligned."""


class Column(msgspec.Struct, frozen=True):
    """A column: where its texts begin and end."""

    left: float
    right: float


def columns_of(rows: Sequence[Line]) -> list[Column]:
    """The columns that rows of a table share, from left to right."""
    stretches = _written(rows)
    found: list[Column] = []
    for stretch in stretches:
        if found and not _parts(rows, found[-1], stretch):
            found[-1] = Column(found[-1].left, stretch.right)
        else:
            found.append(stretch)
    return found


def _written(rows: Sequence[Line]) -> list[Column]:
    """Stretches in which more rows than a few write, to the point."""
    first = int(min(row.box.left for row in rows))
    last = int(max(row.box.right for row in rows)) + 1
    counts = [0] * (last - first + 1)
    for row in rows:
        covered: set[int] = set()
        for char in row.chars:
            covered.update(
                range(int(char.left) - first, max(int(char.right) - first, int(char.left) - first + 1))
            )
        for point in covered:
            counts[point] += 1
    few = int(_OVER * len(rows))
    found: list[Column] = []
    start: int | None = None
    for point, count in enumerate([*counts, 0]):
        if count > few and start is None:
            start = point
        elif count <= few and start is not None:
            found.append(Column(first + start, first + point))
            start = None
    return found


def _parts(rows: Sequence[Line], left: Column, right: Column) -> bool:
    """Does the gap between two stretches part columns?"""
    gap = (right.left - left.right) / max(row.em for row in rows)
    if gap >= _GAP:
        return True
    return gap >= _FIGURE_GAP and (_of_figures(rows, left) or _of_figures(rows, right))


def _of_figures(rows: Sequence[Line], column: Column) -> bool:
    """Are the texts of a stretch figures, nearly all of them?"""
    texts = [text for row in rows if (text := within(row, column.left, column.right))]
    return bool(texts) and sum(FIGURE.fullmatch(text) is not None for text in texts) >= 0.8 * len(texts)


def within(row: Line, left: float, right: float) -> str:
    """The text of a line between two places, by the middles of its characters."""
    part = between(row, left, right)
    return text_of(part) if part.chars else ""


def between(row: Line, left: float, right: float) -> Line:
    """The part of a line between two places."""
    kept = [index for index, char in enumerate(row.chars) if left <= char.middle < right]
    spaced = frozenset(new for new, index in enumerate(kept) if index in row.spaced and new)
    return Line(tuple(row.chars[index] for index in kept), spaced)


def edges_of(columns: Sequence[Column], rows: Sequence[Line]) -> tuple[float, ...]:
    """The sides of the columns: behind texts that end evenly, before texts that begin evenly, else in the middle."""
    edges = [columns[0].left - _PADDING]
    for left, right in pairwise(columns):
        middle = (left.right + right.left) / 2
        if _even(
            [part.chars[-1].right for row in rows if (part := between(row, left.left, left.right)).chars]
        ):
            edges.append(min(left.right + _PADDING, middle))
        elif _even(
            [part.chars[0].left for row in rows if (part := between(row, right.left, right.right)).chars]
        ):
            edges.append(max(right.left - _PADDING, middle))
        else:
            edges.append(middle)
    return (*edges, columns[-1].right + _PADDING)


def _even(places: Sequence[float]) -> bool:
    return len(places) > 1 and max(places) - min(places) <= _EVEN
