"""Columns of amounts of which nothing tells what they are: without a label, or with that of another one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from hrss_tui.compile.basics.money import decimal
from hrss_tui.compile.budget.header import HeaderColumn
from hrss_tui.compile.budget.values import is_amount, read_value
from hrss_tui.sources.tables import Cell, Row

_SHOWN = 8
"""Amounts of a column without a label that are told, at most."""


def unlabelled(
    columns: Collection[int], first: int, head: Sequence[Row], rows: Sequence[Row]
) -> Iterator[str]:
    """What columns of a grid print, one after another, that hold amounts below no label at all and are not among `columns`.

    `first` is the first column of amounts.
    """
    gridded = [
        row for row in rows if row.row is not None and any(_is_figure(cell, first) for cell in row.cells)
    ]
    known = {
        cell.column + at for row in head for cell in row.cells if cell.text for at in range(cell.columns)
    }
    known |= set(columns)
    found: dict[int, list[str]] = {}
    for cell in (cell for row in gridded for cell in row.cells if _is_figure(cell, first)):
        found.setdefault(cell.column, []).append(cell.text.strip())
    for index, texts in sorted(found.items()):
        if head and index not in known and 2 * len(texts) > len(gridded):
            yield "　".join(texts[:_SHOWN])


def _is_figure(cell: Cell, first: int) -> bool:
    """Is it an amount? Digits alone are one right of the first column of amounts, and may number the rows left of it."""
    return is_amount(cell.text) or (cell.column > first and read_value(cell.text).kind == "amount")


def unsure(
    columns: Sequence[tuple[str | None, str | None, HeaderColumn]], rows: Sequence[Row]
) -> frozenset[int]:
    """Which of the columns, each with its measure and item, share theirs with another whose amounts differ."""
    same: dict[tuple[str, str | None], list[int]] = {}
    for at, (measure, item, column) in enumerate(columns):
        if measure is not None and item is None:
            same.setdefault((measure, column.unit), []).append(at)
    return frozenset(
        at
        for places in same.values()
        if len(places) > 1 and _differ([columns[at][2].index for at in places], rows)
        for at in places
    )


def _differ(columns: Sequence[int], rows: Sequence[Row]) -> bool:
    """Does any row print different amounts in some of the columns?"""
    for row in rows:
        values = [read_value(row.cells[index].text) for index in columns if index < len(row.cells)]
        if len({decimal(value.number) for value in values if value.kind == "amount"}) > 1:
            return True
    return False
