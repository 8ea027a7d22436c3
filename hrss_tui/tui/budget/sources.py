"""Where the money of each row comes from: the other columns of its table beside the amount."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.query.budget import BudgetRow, lines_of
from hrss_tui.records import BudgetLine
from hrss_tui.tui.budget.rows import child_rows
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.widgets.columns import Cell, Column, Filled, Row
from hrss_tui.tui.widgets.sums import Adds

PART = "sources"
"""The part whose rows are those of the expenditure, and whose columns are what it is about."""
_HEAD = 10
"""Cells of the title of a source on one line."""


def source_rows(desk: Desk, rows: Sequence[tuple[str, BudgetRow]]) -> Filled:
    """The parts of an amount, each with what it is paid from in printed order; sources of nothing are left out."""
    found = [_sources(desk, row) for _, row in rows]
    labels = {key: line.measure_label for lines in found for key, line in lines.items() if line.amount}
    columns, plain = child_rows(desk, list(rows))
    more = [
        Column(desk.named(label), right=True, head=_HEAD, unit=desk.unit_name, adds=Adds(said=desk.money_of))
        for label in labels.values()
    ]
    return (*columns[:2], *more), [
        _row(desk, row, [lines.get(key) for key in labels]) for row, lines in zip(plain, found, strict=True)
    ]


def _row(desk: Desk, row: Row, lines: Sequence[BudgetLine | None]) -> Row:
    cells = [
        Cell(desk.money(line.amount), line.amount) if line and line.amount else Cell("") for line in lines
    ]
    return Row((*row.cells[:2], *cells), row.key, row.target, row.source, row.value, row.record)


def _sources(desk: Desk, row: BudgetRow) -> dict[str, BudgetLine]:
    """The other amounts of a row of its table, by measure."""
    if row.code is None:
        return {}
    lines = lines_of(desk.data.of(row.doc_id).ledger, row.doc_id, row.code)
    return {
        line.measure: line for line in lines if line.table_no == row.table_no and line.measure != row.measure
    }
