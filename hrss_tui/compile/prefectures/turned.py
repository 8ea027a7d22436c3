"""Tables whose columns are the places and whose rows are the metrics: 指标 | 单位 | 合计 | 甲县 | 乙县.

A place may head several columns, with labels of their own in the row below: 甲县 | | 乙县 | over 任务 | 完成 | 任务 | 完成.
Such a table may go on with other places below a header of its own; each header and what stands below it is a part.
A column with figures that names no place is a row of no known place, right of them or left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.prefectures.cells import number
from hrss_tui.compile.prefectures.rows import Body, Labelled, heads, is_part
from hrss_tui.reference.metrics import is_beside
from hrss_tui.reference.print import ordinal_labels, unit_labels
from hrss_tui.sources.tables import Cell, Row, Table
from hrss_tui.sources.text import Span, close_gaps, fold

_HEADER = 4
"""Rows of a header, at most."""


class _Part(msgspec.Struct, frozen=True):
    """A header with its cells from the first place on, and the rows below it."""

    header: Row
    names: list[Labelled]
    rows: list[Row]

    @property
    def first(self) -> int:
        """The column of the first place."""
        return self.header.cells.index(self.names[0].cell)

    @property
    def labels(self) -> list[str]:
        """What stands left of the places."""
        return [fold(text) for text in self.header.texts()[: self.first]]

    @property
    def columns(self) -> list[tuple[Labelled, list[int]]]:
        """Each name with where it stands, and the columns up to the next one that hold anything."""
        starts = [self.header.cells.index(each.cell) for each in self.names]
        used = {at for row in self.rows for at, cell in enumerate(row.cells) if cell.text}
        return [
            (name, [start, *(at for at in range(start + 1, stop) if at in used)])
            for name, start, stop in zip(
                self.names, starts, [*starts[1:], max((*starts, *used)) + 1], strict=True
            )
        ]


def turned(table: Table, place: str | None) -> list[Body]:
    """The parts of a turned table; none where no row of the header names places, or it is not plain whose a figure is."""
    parts = _parts(_lowered(table.rows, place), place)
    places = [each.code for part in parts for each in part.names if each.code]
    lines = (table.rows[0].line, table.rows[-1].line) if len(parts) > 1 else None
    found = [_turned(part, lines) for part in parts]
    return [] if len(set(places)) < len(places) or None in found else [each for each in found if each]


def _lowered(rows: Sequence[Row], place: str | None) -> list[Row]:
    """The rows, those that name places with the labels above what they leave blank left of these.

    指标 and 单位 stand beside 各县（市、区）, and the places below that alone.
    """
    found: list[Row] = []
    for at, row in enumerate(rows):
        names = heads(row, place) if not row.cells[0].text else []
        above = [
            each for each in rows[max(0, at - _HEADER) : at] if not any(number(c.text) for c in each.cells)
        ]
        first = row.cells.index(names[0].cell) if names else 0
        cells = (_reaching(above, cell) if index < first else cell for index, cell in enumerate(row.cells))
        found.append(msgspec.structs.replace(row, cells=tuple(cells)) if names and above else row)
    return found


def _reaching(above: Sequence[Row], cell: Cell) -> Cell:
    """A blank cell with the label that stands nearest above it in its column."""
    upper = (row.cells[cell.column] for row in reversed(above) if cell.column < len(row.cells))
    label = next((each for each in upper if each.text), None)
    return (
        cell
        if cell.text or label is None
        else msgspec.structs.replace(cell, text=label.text, span=label.span)
    )


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


def _turned(part: _Part, lines: tuple[int, int] | None) -> Body | None:
    """A part with its rows as columns; None where it prints no figure, or does not say what its columns are."""
    known = [(name, at) for name, at in part.columns if name.code or name.total]
    below = _labels_below(part, [at for _, at in known])
    metrics, left = _metrics(part, below)
    if not metrics or below is None:
        return None
    line, block = part.header.line, part.header.block
    rows = [
        msgspec.structs.replace(name, row=Row(line, (name.cell, *_values(metrics, at)), block))
        for name, at in known
    ]
    first = part.names[0].cell
    labels = [label for label, _ in metrics]
    wholes = list(_wholes(labels))
    above = [first, *(cell for label in wholes for cell in _spread(label, known[0][1]))]
    parts = [
        label if label is not whole else _blank(label.span, 0)
        for label, whole in zip(labels, wholes, strict=True)
    ]
    within = [_blank(first.span, 0), *(cell for label in parts for cell in _spread(label, known[0][1]))]
    under = [_blank(first.span, 0), *below * len(metrics)]
    rows_of = (above, *((within,) if any(cell.text for cell in parts) else ()), *((under,) if below else ()))
    head = tuple(Row(line, tuple(cells), block) for cells in rows_of)
    return Body(head, tuple(rows), turned=True, left=(*left, *_unknown(part)), lines=lines)


def _labels_below(part: _Part, known: Sequence[Sequence[int]]) -> list[Cell] | None:
    """The labels of the columns of a place, the same for all of them, in the row below the header; [] where none are.

    None where they are needed and not there: places head several columns, or not equally many.
    """
    row = part.rows[0] if part.rows else part.header
    texts = [[fold(row.cells[index].text) for index in at if index < len(row.cells)] for at in known]
    alone = not any(row.texts()[: part.first]) and not any(number(cell.text) for cell in row.cells)
    if alone and all(texts[0]) and texts.count(texts[0]) == len(texts) and len(texts[0]) == len(known[0]):
        return [row.cells[index] for index in known[0]]
    return [] if all(len(at) == 1 for at in known) else None


def _metrics(part: _Part, below: Sequence[Cell] | None) -> tuple[list[tuple[Cell, Row]], list[Labelled]]:
    """The rows that print a figure right of the labels, each with its label, and the others that print anything there.

    A label is the last words of the row, with the unit of its own column.
    """
    unit = next((index for index, label in enumerate(part.labels) if label in unit_labels()), None)
    words = [
        index for index, label in enumerate(part.labels) if index != unit and label not in ordinal_labels()
    ]
    found, left = [], []
    for row in part.rows:
        if below and row.texts() == part.rows[0].texts():
            continue
        names = [cell for index in words for cell in row.cells[index : index + 1] if _is_words(cell)]
        printed = [cell for cell in row.cells[part.first :] if cell.text]
        if not names or not any(number(cell.text) for cell in printed):
            if printed:
                left.append(Labelled(row, names[-1] if names else row.cells[0]))
            continue
        stated = row.cells[unit].text if unit is not None else ""
        label = close_gaps(names[-1].text) + (f"（{stated}）" if stated else "")
        found.append((msgspec.structs.replace(names[-1], text=label), row))
    return found, left


def _wholes(labels: Sequence[Cell]) -> Iterator[Cell]:
    """The label over each metric: its own, or for a part (其中：女性) that of the last metric which is none."""
    whole: Cell | None = None
    for label in labels:
        whole = whole if is_part(label.text) else label
        yield whole or label


def _is_words(cell: Cell) -> bool:
    return bool(cell.text) and number(cell.text) is None


def _unknown(part: _Part) -> Iterator[Labelled]:
    """The columns of no known place that print anything, or left of the places a figure, each as a row."""
    right = [(name.cell, at) for name, at in part.columns if not (name.code or name.total)]
    left = [
        (part.header.cells[index], [index])
        for index, label in enumerate(part.labels)
        if label not in ordinal_labels() | unit_labels()
        and any(number(row.cells[index].text) for row in part.rows if index < len(row.cells))
    ]
    for name, at in (*left, *right):
        cells = [row.cells[index] for row in part.rows for index in at if index < len(row.cells)]
        words = is_beside(name.text) and not any(number(cell.text) for cell in cells)
        if any(cell.text for cell in cells) and not words:
            yield Labelled(Row(part.header.line, (name, *cells), part.header.block), name)


def _spread(label: Cell, at: Sequence[int]) -> list[Cell]:
    """The label of a metric over the columns of a place."""
    return [label, *(_blank(label.span, 0) for _ in at[1:])]


def _blank(span: Span, column: int) -> Cell:
    """An empty cell behind a place."""
    return Cell("", Span(span.line, span.end, span.end), column)


def _values(metrics: Sequence[tuple[Cell, Row]], at: Sequence[int]) -> Iterator[Cell]:
    """The cells of a place, from above to below."""
    for label, row in metrics:
        for column in at:
            yield row.cells[column] if column < len(row.cells) else _blank(label.span, column)
