"""What of a budget table could not be read, as records: a table without unit or header, columns, cells."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.budget.printed import Printed
from hrss_tui.compile.budget.readings import Gap, all_readings
from hrss_tui.compile.budget.rows import PrintedAmount, Reading
from hrss_tui.records import Unread
from hrss_tui.sources.text import Span


def unread(source: Source, table: Printed) -> Iterator[Unread]:
    """Everything of a table that no record holds, in the order of its lines."""
    yield from (_gap(source, table, number, gap) for number, gap in enumerate(table.gaps, 1))
    for reading in all_readings(table.sides):
        told: set[Span] = set()
        for amount in reading.printed.unread:
            yield _cell(source, table, reading, amount, again=amount.cell.span in told)
            told.add(amount.cell.span)


def _gap(source: Source, table: Printed, number: int, gap: Gap) -> Unread:
    return Unread(
        unread_id=f"{source.doc_id}:unread:t{table.number}.{number}",
        kind=gap.kind,
        reason=gap.reason,
        title=table.found.title,
        table_kind=table.key,
        name=None,
        measure=None,
        printed=gap.printed,
        doc_id=source.doc_id,
        line_start=gap.line,
        line_end=gap.last or gap.line,
    )


def _cell(source: Source, table: Printed, reading: Reading, amount: PrintedAmount, *, again: bool) -> Unread:
    """A cell; `again` where it is merged and was told for another of its columns."""
    span = amount.cell.span
    own = f"/{amount.column.measure}" if again else ""
    return Unread(
        unread_id=f"{source.doc_id}:unread:{span.line}.{span.start + 1}{own}",
        kind="cell",
        reason="unreadable",
        title=table.found.title,
        table_kind=table.key,
        name=reading.name or None,
        measure=amount.column.measure,
        printed=amount.cell.text.strip(),
        doc_id=source.doc_id,
        line_start=span.line,
        line_end=span.line,
    )
