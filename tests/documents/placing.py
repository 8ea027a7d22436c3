"""Where the cells of a table stand: rows of cells with spans to a grid of columns, as HTML does it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from tests.documents.described import Cell, Row


class PlacedCell(msgspec.Struct, frozen=True):
    """A cell with its first row and column, both from 0."""

    row: int
    column: int
    cell: Cell


@lru_cache(256)
def placed(rows: tuple[Row, ...]) -> tuple[PlacedCell, ...]:
    """Every cell with its place, row by row; worked out once for the same rows, which no one changes. Raises ValueError where a cell reaches below the last row."""
    taken: set[tuple[int, int]] = set()
    found: list[PlacedCell] = []
    for at, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (at, column) in taken:
                column += 1
            if at + cell.rows > len(rows):
                raise ValueError(f"{cell.text} reaches below the table")
            found.append(PlacedCell(at, column, cell))
            taken.update((at + i, column + j) for i in range(cell.rows) for j in range(cell.columns))
            column += cell.columns
    return tuple(found)


def width(rows: tuple[Row, ...]) -> int:
    """How many columns the rows have."""
    return max((each.column + each.cell.columns for each in placed(rows)), default=0)


def lines(rows: tuple[Row, ...]) -> Iterator[list[str]]:
    """Each row as the texts of its columns: a merged cell's text where it begins, nothing in what it covers."""
    columns = width(rows)
    grid = [[""] * columns for _ in rows]
    for each in placed(rows):
        grid[each.row][each.column] = each.cell.text
    yield from grid
