"""Tables whose columns are the places and whose rows are the metrics: 指标 | 单位 | 合计 | 甲县 | 乙县.

Such a table may go on with other places below a header of its own; each header and what stands below it is a part.
"""

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


class Turned(msgspec.Struct, frozen=True):
    """A header of metrics, a row for every place, and the rows as printed that state no metric of places.

    The cells keep their lines, the rows have that of the header.
    """

    header: Row
    rows: list[Labelled]
    left: list[Labelled]


class _Part(msgspec.Struct, frozen=True):
    """A header with the places it names, and the rows below it."""

    header: Row
    names: list[Labelled]
    rows: list[Row]

    @property
    def columns(self) -> list[int]:
        """Where the places stand."""
        return [self.header.cells.index(each.cell) for each in self.names]

    @property
    def labels(self) -> list[str]:
        """What stands left of the places."""
        return [fold(text) for text in self.header.texts()[: self.columns[0]]]


def turned(table: Table, place: str | None) -> list[Turned]:
    """The parts of a turned table; none where no row of the header names places, or it is not plain whose a figure is."""
    parts = _parts(table.rows, place)
    places = [each.code for part in parts for each in part.names if each.code]
    found = [_turned(part) for part in parts]
    return [] if len(set(places)) < len(places) or None in found else [each for each in found if each]


def _parts(rows: Sequence[Row], place: str | None) -> list[_Part]:
    """The headers, each with its rows: a header printed again goes on with its part, one with other labels is none."""
    start = next((at for at, row in enumerate(rows[:_HEADER]) if heads(row, place)), None)
    if start is None:
        return []
    parts = [_Part(rows[start], heads(rows[start], place), [])]
    current = first = parts[0]
    for row in rows[start + 1 :]:
        if not _is_header(row, first, place):
            current.rows.append(row)
            continue
        texts = row.texts()
        known = next((part for part in parts if part.header.texts() == texts), None)
        current = known or _Part(row, heads(row, place, first.header, least=0), [])
        if not current.names or current.labels != first.labels:
            return []
        if known is None:
            parts.append(current)
    return parts


def _is_header(row: Row, first: _Part, place: str | None) -> bool:
    """Does a row name places, or stand below the labels of the first header, and print no figure?"""
    if any(number(cell.text) for cell in row.cells):
        return False
    if any(each.code for each in heads(row, place, first.header, least=1)):
        return True
    return any(first.labels) and [fold(text) for text in row.texts()[: len(first.labels)]] == first.labels


def _turned(part: _Part) -> Turned | None:
    """A part with its rows as columns; None where it prints no figure."""
    metrics, left = _metrics(part)
    if not metrics:
        return None
    line, block = part.header.line, part.header.block
    rows = [
        msgspec.structs.replace(each, row=Row(line, (each.cell, *_values(metrics, column)), block))
        for each, column in zip(part.names, part.columns, strict=True)
    ]
    return Turned(Row(line, (part.names[0].cell, *(label for label, _ in metrics)), block), rows, left)


def _metrics(part: _Part) -> tuple[list[tuple[Cell, Row]], list[Labelled]]:
    """The rows that print a figure of a place, each with its label, and the others that print anything of one.

    A label is the last words of the row, with the unit of its own column.
    """
    labels = range(len(part.labels))
    unit = next((index for index in labels if part.labels[index] in _UNITS), None)
    words = [index for index in labels if index != unit and part.labels[index] not in _ORDINALS]
    found, left = [], []
    for row in part.rows:
        names = [row.cells[index] for index in words if index < len(row.cells) and row.cells[index].text]
        printed = [row.cells[index] for index in part.columns if index < len(row.cells)]
        if not names or not any(number(cell.text) for cell in printed):
            if any(cell.text for cell in printed):
                left.append(Labelled(row, names[-1] if names else row.cells[0]))
            continue
        stated = row.cells[unit].text if unit is not None and unit < len(row.cells) else ""
        label = close_gaps(names[-1].text) + (f"（{stated}）" if stated else "")
        found.append((msgspec.structs.replace(names[-1], text=label), row))
    return found, left


def _values(metrics: Sequence[tuple[Cell, Row]], column: int) -> Iterator[Cell]:
    """The cells of a place, from above to below."""
    for label, row in metrics:
        missing = Cell("", Span(row.line, label.span.end, label.span.end), column)
        yield row.cells[column] if column < len(row.cells) else missing
