"""What of a document was read and what was not, in numbers and places: what `build` says without being asked.

In: a compiled document with its text and claims. Out: one `DocumentReading`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.basics.numbers import NUMBER, account, owners
from hrss_tui.compile.basics.spans import covered
from hrss_tui.compile.readings import DocumentReading, Missed, TableRead
from hrss_tui.records import (
    BudgetTable,
    Document,
    DocumentPage,
    Fact,
    PerformanceTable,
    PerformanceTarget,
    PrefectureValue,
    Unread,
)


def reading(source: Source, harvest: Harvest) -> DocumentReading:
    """Count what was read of a document and list what was not."""
    own = owners([source])
    claimed = covered(harvest.claims)
    numbers, lines = 0, []
    for line in sorted(own):
        for match in NUMBER.finditer(source.parsed.file.lines[line - 1]):
            numbers += 1
            if account(claimed, line, match)[0] is None:
                lines.append(line)
    document = next((row for row in harvest.records if isinstance(row, Document)), source.document)
    counts = Counter(row.TABLE for row in harvest.records if isinstance(row, Fact))
    return DocumentReading(
        file=source.parsed.file.name,
        doc_id=source.doc_id,
        title=document.title,
        kind=document.kind,
        place=document.place,
        department=document.department,
        year=document.year,
        phase=document.phase,
        pages=counts[DocumentPage.TABLE],
        records=dict(sorted(counts.items())),
        tables=tuple(_tables(harvest)),
        unread=tuple(_missed(row) for row in harvest.records if isinstance(row, Unread)),
        numbers=numbers,
        claimed=numbers - len(lines),
        open_lines=tuple(_stretches(lines)),
    )


def _tables(harvest: Harvest) -> Iterable[TableRead]:
    targets = Counter(row.table_id for row in harvest.records if isinstance(row, PerformanceTarget))
    for row in harvest.records:
        if isinstance(row, BudgetTable):
            yield TableRead(row.table_kind, row.title, row.line_start, row.page, row.amounts)
        elif isinstance(row, PerformanceTable):
            title = row.project or row.unit_name or ""
            yield TableRead(row.TABLE, title, row.line_start, row.page, targets[row.table_id])
    values = [row for row in harvest.records if isinstance(row, PrefectureValue)]
    of: dict[str, list[PrefectureValue]] = {}
    for row in values:
        of.setdefault(row.metric, []).append(row)
    for metric, label in dict.fromkeys((row.metric, row.metric_label) for row in values):
        rows = of[metric]
        yield TableRead("prefectures", label, rows[0].line_start, rows[0].page, len(rows))


def _missed(row: Unread) -> Missed:
    return Missed(row.kind, row.reason, row.title, row.name, row.printed, row.line_start, row.page)


def _stretches(lines: Sequence[int]) -> list[tuple[int, int]]:
    """Lines as stretches [first, last]: a gap of one blank line does not part them."""
    found: list[tuple[int, int]] = []
    for line in dict.fromkeys(lines):
        if found and line - found[-1][1] <= 2:
            found[-1] = (found[-1][0], line)
        else:
            found.append((line, line))
    return found
