"""Headers that are printed again with their columns in another order: the rows below go by that, on whatever page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.budget.rulers import is_header
from hrss_tui.compile.budget.rulers import printed as printed_row
from hrss_tui.reference import fold_label
from hrss_tui.sources.tables import Row, Segment

_LABELS, _BESIDE = 3, 2
"""Labels of a header, and of its first row, that tell it from other rows, at least."""
_DEEPEST = 6
"""Rows of a header, at most."""

Labels = tuple[str, ...]


def reordered(segments: Sequence[Segment]) -> Iterator[tuple[Segment, bool]]:
    """The segments of a table, cut where a header has the labels of the one before in another order.

    Each comes with whether such a header heads it.
    """
    above: tuple[Labels, ...] = ()
    for segment in segments:
        starts: list[int] = []
        for start, found in _headers(segment.rows):
            same = [labels for labels in found if any(set(labels) == set(one) for one in above)]
            if above and not same:
                continue
            if same and same[-1] not in above:
                starts.append(start)
            above = found
        yield from _cut(segment, starts)


def _cut(segment: Segment, starts: Sequence[int]) -> Iterator[tuple[Segment, bool]]:
    """A segment in parts, each but what stands above the first start headed anew."""
    for first, last in zip((0, *starts), (*starts, len(segment.rows)), strict=True):
        if rows := segment.rows[first:last]:
            goes_on = segment.continues or first > 0
            yield msgspec.structs.replace(segment, rows=rows, continues=goes_on), first in starts


def _headers(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[Labels, ...]]]:
    """Where rows that may be a header begin, and their labels as far as each of them reaches."""
    at = 0
    while at < len(rows):
        deep = _depth(rows, at)
        found = (_labels(rows[at : at + depth]) for depth in range(1, deep + 1))
        whole = tuple(labels for labels in found if len(labels) >= _LABELS)
        if whole:
            yield at, whole
        at += deep if whole else 1


def _labels(rows: Sequence[Row]) -> Labels:
    """The labels of a header from left to right, those below each other from above."""
    placed = ((cell.column, text) for row in rows for cell in row.cells if (text := fold_label(cell.text)))
    return tuple(text for _, text in sorted(placed, key=lambda each: each[0]))


def _depth(rows: Sequence[Row], at: int) -> int:
    """How many rows that may be a header follow each other from one on that has labels side by side."""
    if len(printed_row(rows[at])) < _BESIDE:
        return 0
    depth = 0
    while depth < _DEEPEST and at + depth < len(rows) and is_header(rows[at + depth]):
        depth += 1
    return depth
