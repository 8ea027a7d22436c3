"""What of a table of indicators was not read: rows that nothing names, columns and cells of which it is open what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.prefectures.cells import number
from hrss_tui.compile.stated.labels import Value
from hrss_tui.compile.stated.sheet import Named, Sheet
from hrss_tui.records import Observation, Unread
from hrss_tui.sources.tables import Cell
from hrss_tui.sources.text import close_gaps

_SHOWN = 8


class Missed(msgspec.Struct, frozen=True):
    """A cell of figures that was not read, with its row and column."""

    named: Named
    value: Value
    cell: Cell


class _Gap(msgspec.Struct, frozen=True):
    kind: str
    reason: str
    cells: Sequence[Cell]
    label: str | None = None
    name: str | None = None


def unread(source: Source, title: str, sheet: Sheet, missed: Sequence[Missed]) -> Iterator[Unread]:
    """A record for each column of which nothing was read, for each other cell, and for each row without a name."""
    for gap in _gaps(sheet, missed):
        yield _record(source, title, gap)


def _gaps(sheet: Sheet, missed: Sequence[Missed]) -> Iterator[_Gap]:
    for column in sheet.values:
        own = [each for each in missed if each.value.index == column.index]
        printed = sum(1 for named in sheet.rows if number(_text(named, column.index)) is not None)
        if own and len(own) >= printed > 1:
            yield _Gap("column", "unknown_column", [each.cell for each in own], own[0].value.label)
            continue
        for each in own:
            yield _Gap("cell", "unreadable", [each.cell], each.value.label, each.named.names[-1].text)
    for row in sheet.nameless:
        yield _Gap("row", "unknown_row", [cell for cell in row.cells if cell.text])
    for named in sheet.rows:
        for index in sheet.beside:
            if number(_text(named, index)) is not None:
                yield _Gap("cell", "unreadable", [named.row.cells[index]], None, named.names[-1].text)


def _text(named: Named, index: int) -> str:
    return named.row.cells[index].text if index < len(named.row.cells) else ""


def _record(source: Source, title: str, gap: _Gap) -> Unread:
    first, last = gap.cells[0].span, gap.cells[-1].span
    more = "…" if len(gap.cells) > _SHOWN else ""
    return Unread(
        unread_id=f"{source.doc_id}:unread:{gap.kind}:{first.line}.{first.start + 1}",
        kind=gap.kind,
        reason=gap.reason,
        title=title,
        table_kind=Observation.TABLE,
        name=close_gaps(gap.name) if gap.name else None,
        measure=gap.label,
        printed="　".join(cell.text for cell in gap.cells[:_SHOWN]) + more,
        doc_id=source.doc_id,
        line_start=first.line,
        line_end=last.line,
    )
