"""What a table shows: columns, cells, rows, and what rows are sorted by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui.tui.paint.text import cells, wrap
from hrss_tui.tui.widgets.spread import GAP
from hrss_tui.tui.widgets.sums import Adds

_SIGNS = 4
"""Cells of a column of signs, which say nothing in words."""
_SORTED = 2
"""Cells for the mark of sorting behind a title."""
_FRAME = 2
"""Cells of the sign before a row and of the scroll bar."""


class Column(msgspec.Struct, frozen=True):
    """A column: `width` 0 takes what its cells need, `grow` takes what is left over; `bar` draws fractions.

    One that grows gives way where there is too little room; one of `leave` takes what is left over too, and gives none.

    With `head` the title wraps to that width, or to what the cells need where that is more. `unit` is the cells'
    where the title of the pane says it, for whoever takes the column elsewhere. In a `low` one the smallest number
    is the first, as of ranks. `adds` says how its numbers are put together, where they count one thing.
    """

    title: str
    right: bool = False
    width: int = 0
    grow: bool = False
    leave: bool = False
    bar: bool = False
    most: int = 40
    head: int = 0
    unit: str = ""
    low: bool = False
    adds: Adds | None = None

    @property
    def is_words(self) -> bool:
        """Whether its cells say in words what a row is of."""
        return not self.right and not self.bar and bool(self.title) and not 0 < self.width <= _SIGNS

    @property
    def downwards(self) -> bool:
        """Whether what comes first when this is sorted by is the largest."""
        return self.right and not self.low


class Cell(msgspec.Struct, frozen=True):
    """One cell; `order` is what sorting compares (None sorts last), the text where it is left out."""

    text: str
    order: float | str | None = None
    style: str = ""


class Row(msgspec.Struct, frozen=True):
    """One row; `key` finds it again after sorting; target, source, value and record as of a `Line`."""

    cells: tuple[Cell, ...]
    key: str = ""
    target: str = ""
    source: str = ""
    value: str = ""
    record: str = ""


Filled = tuple[tuple[Column, ...], list[Row]]
"""What a table is given to show."""


def without_empty(columns: Sequence[Column], rows: Sequence[Row]) -> Filled:
    """The columns in which a row says something, and the rows with their cells alone."""
    kept = [
        index
        for index, column in enumerate(columns)
        if not rows or any(row.cells[index].text or (column.bar and row.cells[index].order) for row in rows)
    ]
    if len(kept) == len(columns):
        return tuple(columns), list(rows)
    return tuple(columns[index] for index in kept), [
        msgspec.structs.replace(row, cells=tuple(row.cells[index] for index in kept)) for row in rows
    ]


def room_for(columns: Sequence[Column], rows: Sequence[Row]) -> int:
    """Cells of a table, its sign and scroll bar among them, in which no cell of a column that grows is cut."""
    needs = (max((cells(row.cells[index].text) for row in rows), default=0) for index in range(len(columns)))
    wide = (
        column.width or max(need if column.grow else min(need, column.most), cells(column.title) + _SORTED)
        for column, need in zip(columns, needs, strict=True)
    )
    return _FRAME + sum(wide) + GAP * (len(columns) - 1)


def in_order(rows: Iterable[Row], column: Column, index: int, *, descending: bool) -> list[Row]:
    """The rows sorted by a column, which is the one of an index; what says nothing there comes last, in the order it had."""
    known: list[Row] = []
    unknown: list[Row] = []
    for row in rows:
        (unknown if _order_of(row.cells[index], column.right) is None else known).append(row)
    known.sort(key=lambda row: _comparable(row.cells[index]), reverse=descending)
    return known + unknown


def _order_of(cell: Cell, number: bool = False) -> float | str | None:
    """What a cell is sorted by; in a column of numbers a text such as `/` is none and comes last."""
    if cell.order is not None:
        return cell.order
    return None if number else cell.text or None


def _comparable(cell: Cell) -> tuple[int, float, str]:
    order = _order_of(cell)
    return (1, 0.0, order) if isinstance(order, str) else (0, float(order or 0), "")


def heading(title: str, wide: int, most: int, ellipsis: str) -> list[str]:
    """A title in lines of `wide` cells, at most so many: what is longer is cut before its other parts, year and unit."""
    parts = title.split("\n")
    lines = [part[start:end] for part in parts for start, end in wrap(part, wide)]
    kept = sum(len(wrap(part, wide)) for part in parts[1:]) or 1  # a part of a unit would be another unit
    if not len(lines) > most > kept:
        return lines
    last = most - kept - 1
    return [*lines[:last], lines[last][:-1] + ellipsis, *lines[-kept:]]
