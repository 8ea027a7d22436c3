"""Printed header rows to columns: the leaf label of each column and the labels that span it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui.sources.tables import Row


class Column(msgspec.Struct, frozen=True):
    """A column of a segment: its index in the row, the label nearest to the data, the labels above that."""

    index: int
    leaf: str
    spans: tuple[str, ...]


def columns(header: Sequence[Row]) -> list[Column]:
    """The labelled columns of header rows. An empty cell belongs to the label left of it if one stands below."""
    width = max((len(row.cells) for row in header), default=0)
    grid = [[cell.text for cell in row.cells] + [""] * (width - len(row.cells)) for row in header]
    paths: list[list[str]] = [[] for _ in range(width)]
    for depth, labels in enumerate(grid):
        left = ""
        for index, label in enumerate(labels):
            below = any(lower[index] for lower in grid[depth + 1 :])
            left = label or (left if below and _same_span(paths, index) else "")
            if left:
                paths[index].append(left)
    return [Column(i, path[-1], tuple(path[:-1])) for i, path in enumerate(paths) if path]


def reaches_over(width: int, index: int, others: Iterable[int]) -> bool:
    """Does a merged cell that begins in a column reach over another of some columns? Its figure is that of neither."""
    return width > 1 and any(index < other < index + width for other in others)


def _same_span(paths: Sequence[Sequence[str]], index: int) -> bool:
    """A label reaches right only as far as the label above it does."""
    return index == 0 or list(paths[index]) == list(paths[index - 1][: len(paths[index])])
