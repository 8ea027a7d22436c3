"""Tables by prefecture to `prefecture_values` and `prefecture_totals`.

Any table is one in which at least half of the rows name a prefecture. The leaf headers decide what a column
is; a label that spans several of them may stand over the wrong ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.compile.basics.columns import Column, columns
from hrss_tui.compile.basics.facts import Claim, Harvest, Source
from hrss_tui.compile.basics.money import decimal, is_amount
from hrss_tui.records import Prefecture as PrefectureRow
from hrss_tui.records import PrefectureTotal, PrefectureValue, Record, Unread, record_id
from hrss_tui.reference import find_prefecture, metric_for_label, prefectures, total_labels
from hrss_tui.reference.prefectures import Prefecture
from hrss_tui.reference.text import fold_label
from hrss_tui.sources.tables import Cell, Row, Table
from hrss_tui.sources.text import close_gaps, fold

_NOT_APPLICABLE = frozenset({"/", "／", "—", "-", "－"})
_UNIT = re.compile(r"[（(]\s*([^（）()]*?)\s*[）)]\s*$")
_CAPTION = re.compile(r"单位\s*[:：]\s*(.+)$")
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
_ORDINALS = frozenset({"序号", "编号", "行次"})


class _Metric(msgspec.Struct, frozen=True):
    """A column of values: its key (the label where the reference does not know it), label and unit."""

    index: int
    key: str
    label: str
    unit: str
    kind: str
    indicator: str | None


def reference_rows() -> list[PrefectureRow]:
    """The rows of `prefectures`: what the reference knows of every division."""
    return [
        PrefectureRow(
            code=entry.code,
            name=entry.name,
            short_name=entry.short_name,
            name_en=entry.name_en,
            pinyin=entry.pinyin,
            initials=entry.initials,
            aliases=[name for name in entry.aliases if name not in (entry.name, entry.short_name)],
            groups=list(entry.groups),
            work_order=entry.work_points_order,
            code_order=entry.code_order,
            map_row=entry.tile_row,
            map_col=entry.tile_col,
        )
        for entry in prefectures()
    ]


def extract(source: Source, _found: Harvest) -> Harvest:
    """Every cell of every table by prefecture."""
    records: list[Record] = []
    claims: list[Claim] = []
    for table in source.parsed.tables:
        if _is_by_prefecture(table):
            for record, claim in _cells(source, table):
                records.append(record)
                claims.append(claim)
            records += unread(source, table)
            claims += _furniture(table)
    return Harvest(tuple(records), tuple(claims))


def _is_by_prefecture(table: Table) -> bool:
    named = [row for row in table.rows if _prefecture(row) is not None]
    return len(named) >= 2 and len(named) * 2 >= len(table.rows)


def _prefecture(row: Row) -> tuple[Prefecture, Cell] | None:
    """The division a row is about and the cell that names it."""
    for cell in row.cells:
        if cell.text and not is_amount(cell.text):
            entry = find_prefecture(close_gaps(cell.text))
            return (entry, cell) if entry is not None else None
    return None


def _is_total(row: Row) -> bool:
    words = {fold_label(label) for label in total_labels().any}
    return any(fold_label(cell.text) in words for cell in row.cells if cell.text)


def _cells(source: Source, table: Table) -> Iterator[tuple[Record, Claim]]:
    data = [row for row in table.rows if _prefecture(row) is not None or _is_total(row)]
    header = [row for row in table.rows if row.line < data[0].line]
    metrics = _metrics(columns(header), table)
    year = _year(table, source)
    for row in data:
        found = _prefecture(row)
        for metric in metrics:
            cell = row.cells[metric.index] if metric.index < len(row.cells) else None
            if cell is None or not cell.text:
                continue
            record = (
                _value(source, metric, found[0], cell, year) if found else _total(source, metric, cell, year)
            )
            if record is not None:
                yield record, Claim(cell.span, record_id(record))


def unread(source: Source, table: Table) -> Iterator[Unread]:
    """Rows of figures that name no known division, and cells that print neither a figure nor a known mark."""
    start = next(row.line for row in table.rows if _prefecture(row) is not None)
    metrics = _metrics(columns([row for row in table.rows if row.line < start]), table)
    for row in (row for row in table.rows if row.line >= start):
        cells = [(metric, row.cells[metric.index]) for metric in metrics if metric.index < len(row.cells)]
        if _prefecture(row) is None and not _is_total(row):
            figures = [cell.text for _, cell in cells if is_amount(cell.text)]
            if figures:
                yield _unread(source, table, row, None, "　".join(figures))
            continue
        for metric, cell in cells:
            if cell.text and cell.text not in _NOT_APPLICABLE and not is_amount(cell.text):
                yield _unread(source, table, row, metric, cell.text)


def _unread(source: Source, table: Table, row: Row, metric: _Metric | None, printed: str) -> Unread:
    """A cell of a row, or where no metric is named the row."""
    name = next((close_gaps(cell.text) for cell in row.cells if cell.text and not is_amount(cell.text)), "")
    return Unread(
        unread_id=f"{source.doc_id}:unread:{row.line}{f'/{metric.key}' if metric else ''}",
        kind="cell" if metric else "row",
        reason="unreadable" if metric else "unknown_row",
        title=table.title,
        table_kind=PrefectureValue.TABLE,
        name=name or None,
        measure=metric.key if metric else None,
        printed=printed,
        doc_id=source.doc_id,
        line_start=row.line,
        line_end=row.line,
    )


def _metrics(found: Sequence[Column], table: Table) -> list[_Metric]:
    """The value columns: all but the ordinal and the one that names the prefecture."""
    named = next(cells for row in table.rows if (cells := _prefecture(row)) is not None)
    row = next(row for row in table.rows if named[1] in row.cells)
    position = row.cells.index(named[1])
    caption = next((match.group(1) for _, text in table.captions if (match := _CAPTION.search(text))), "")
    metrics = []
    for column in found:
        if column.index <= position or fold(column.leaf) in _ORDINALS:
            continue
        unit = next(
            (m.group(1) for text in (column.leaf, *reversed(column.spans)) if (m := _UNIT.search(text))),
            caption,
        )
        label = close_gaps(_UNIT.sub("", column.leaf))
        known = metric_for_label(column.leaf)
        metrics.append(
            _Metric(
                column.index,
                known.key if known else fold_label(label),
                label,
                close_gaps(unit),
                known.kind if known else "target",
                known.indicator if known else None,
            )
        )
    return metrics


def _year(table: Table, source: Source) -> int | None:
    match = _YEAR.search(table.title)
    return int(match.group(1)) if match else source.year


def _value(
    source: Source, metric: _Metric, entry: Prefecture, cell: Cell, year: int | None
) -> PrefectureValue | None:
    applicable = cell.text not in _NOT_APPLICABLE
    if applicable and not is_amount(cell.text):
        return None
    return PrefectureValue(
        prefecture_code=entry.code,
        metric=metric.key,
        metric_label=metric.label,
        year=year,
        value=float(_number(cell)) if applicable else None,
        unit=metric.unit,
        kind=metric.kind,
        status="value" if applicable else "not_applicable",
        printed=cell.text,
        indicator_id=metric.indicator,
        doc_id=source.doc_id,
        line_start=cell.span.line,
        line_end=cell.span.line,
    )


def _total(source: Source, metric: _Metric, cell: Cell, year: int | None) -> PrefectureTotal | None:
    if not is_amount(cell.text):
        return None
    return PrefectureTotal(
        metric=metric.key,
        metric_label=metric.label,
        year=year,
        value=float(_number(cell)),
        unit=metric.unit,
        kind=metric.kind,
        printed=cell.text,
        indicator_id=metric.indicator,
        doc_id=source.doc_id,
        line_start=cell.span.line,
        line_end=cell.span.line,
    )


def _number(cell: Cell) -> Decimal:
    return decimal(cell.text)


def _furniture(table: Table) -> Iterator[Claim]:
    """The running numbers of the rows."""
    for row in table.rows:
        first = row.cells[0]
        if _prefecture(row) is not None and is_amount(first.text):
            yield Claim(first.span, "ordinal", fact=False)
