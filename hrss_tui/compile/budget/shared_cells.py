"""Amounts that a merged cell prints once for several rows, or for several columns: of none of them is it the amount."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

import msgspec

from hrss_tui.compile.budget.rows import PrintedAmount, PrintedRow
from hrss_tui.compile.budget.sides import AmountColumn, Side
from hrss_tui.sources.tables import Row

_NAMING = ("", "name", "project", "unit_name", "code")
_NAMING_BUT_ITEMS = ("project", "unit_name", "code")


def apart(printed: PrintedRow, side: Side, rows: Sequence[Row], at: int) -> PrintedRow:
    """The row `at` of some rows with such amounts among those that cannot be read."""
    if rows[at].row is None or all(each.cell.rows == each.cell.columns == 1 for each in printed.amounts):
        return printed
    shared = [
        each for each in printed.amounts if _of_rows(each, printed, side, rows, at) or _of_columns(each, side)
    ]
    if not shared:
        return printed
    own = tuple(each for each in printed.amounts if each not in shared)
    lost = [
        msgspec.structs.replace(each, column=column) for each in shared for column in _covered(each, side)
    ]
    return msgspec.structs.replace(printed, amounts=own, unread=(*printed.unread, *lost))


def _of_rows(amount: PrintedAmount, printed: PrintedRow, side: Side, rows: Sequence[Row], at: int) -> bool:
    """Does the cell of an amount reach over rows below it that have names of their own?

    Below a name that stands before a code as high as the amount the rest of that name stands.
    """
    last = (rows[at].row or 0) + amount.cell.rows
    covered = takewhile(lambda row: row.row is not None and row.row < last, islice(rows, at + 1, None))
    coding = {index for index, role in side.labels if role.startswith("code")}
    codes = [cell.rows for cell in rows[at].cells if cell.column in coding and cell.text]
    naming = _NAMING if min(codes, default=0) < amount.cell.rows else _NAMING_BUT_ITEMS
    named = [
        cell.column
        for cell, role in zip(printed.text_cells, printed.roles, strict=True)
        if role in naming and cell.rows < amount.cell.rows
    ]
    return any(row.cells[index].text for row in covered for index in named)


def _of_columns(amount: PrintedAmount, side: Side) -> bool:
    """Does it reach over columns of other amounts?"""
    return len({each.label for each in _covered(amount, side)}) > 1


def _covered(amount: PrintedAmount, side: Side) -> list[AmountColumn]:
    """The columns of amounts that the cell of one reaches over."""
    first = amount.cell.column
    return [each for each in side.amounts if first <= each.index < first + amount.cell.columns]
