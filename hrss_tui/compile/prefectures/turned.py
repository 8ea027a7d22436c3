"""Tables whose columns are the places and whose rows are the metrics: 指标 | 单位 | 合计 | 甲县 | 乙县."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.prefectures.cells import number
from hrss_tui.compile.prefectures.rows import Labelled, heads
from hrss_tui.sources.tables import Cell, Row, Table
from hrss_tui.sources.text import Span, close_gaps, fold

_HEADER = 4
"""Rows of a header, at most."""
_UNITS = frozenset({"单位", "计量单位", "指标单位"})
_ORDINALS = frozenset({"序号", "编号", "行次"})


def turned(table: Table, place: str | None) -> tuple[Row, list[Labelled]] | None:
    """A header of metrics and a row for every place; None where no row of the header names places.

    The cells keep their lines, the rows have that of the header.
    """
    rows = table.rows
    for at, row in enumerate(rows[:_HEADER]):
        names = heads(row, place)
        if not names:
            continue
        columns = [row.cells.index(each.cell) for each in names]
        metrics = list(_metrics(row, rows[at + 1 :], columns))
        if not metrics:
            return None
        header = Row(row.line, (names[0].cell, *(label for label, _ in metrics)), row.block)
        found = [
            msgspec.structs.replace(
                each, row=Row(row.line, (each.cell, *_values(metrics, column)), row.block)
            )
            for each, column in zip(names, columns, strict=True)
        ]
        return header, found
    return None


def _metrics(header: Row, rows: Sequence[Row], columns: Sequence[int]) -> Iterator[tuple[Cell, Row]]:
    """The rows that print a figure of a place, each with its label: its last words, with the unit of its own column."""
    labels = [index for index in range(columns[0]) if index < len(header.cells)]
    unit = next((index for index in labels if fold(header.cells[index].text) in _UNITS), None)
    words = [index for index in labels if index != unit and fold(header.cells[index].text) not in _ORDINALS]
    for row in rows:
        names = [row.cells[index] for index in words if index < len(row.cells) and row.cells[index].text]
        figures = [row.cells[index].text for index in columns if index < len(row.cells)]
        if not names or not any(number(text) for text in figures):
            continue
        stated = row.cells[unit].text if unit is not None and unit < len(row.cells) else ""
        label = close_gaps(names[-1].text) + (f"（{stated}）" if stated else "")
        yield msgspec.structs.replace(names[-1], text=label), row


def _values(metrics: Sequence[tuple[Cell, Row]], column: int) -> Iterator[Cell]:
    """The cells of a place, from above to below."""
    for label, row in metrics:
        missing = Cell("", Span(row.line, label.span.end, label.span.end), column)
        yield row.cells[column] if column < len(row.cells) else missing
