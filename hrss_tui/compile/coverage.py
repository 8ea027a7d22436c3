"""What of a document was read and what was not, in numbers and places: what `build` says without being asked.

In: a compiled document with its text and claims. Out: one `DocumentReading`, small enough to travel alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.basics.numbers import NUMBER, account, owners
from hrss_tui.compile.basics.spans import covered
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

_MANY = 5
"""Numbers from which on a document is said to hold many."""
_FEW = 0.5
"""Share of claimed numbers below which few were read."""


class TableRead(msgspec.Struct, frozen=True):
    """A table that was read: its kind and title, its first line, its page or sheet, how many figures it gave."""

    kind: str
    title: str
    line: int
    page: int | None
    figures: int


class Missed(msgspec.Struct, frozen=True):
    """Something that was not read: see the columns of `unread`."""

    kind: str
    reason: str
    title: str
    name: str | None
    printed: str
    line: int
    page: int | None


class DocumentReading(msgspec.Struct, frozen=True):
    """What of one document was read.

    `records` counts its records by table; `numbers` are those its text prints, `claimed` those that a record or a class of non-facts
    accounts for; `open_lines` are stretches [first, last] of lines that print others.
    """

    file: str
    doc_id: str
    title: str
    kind: str
    place: str | None
    department: str | None
    year: int | None
    phase: str | None
    pages: int
    records: dict[str, int]
    tables: tuple[TableRead, ...]
    unread: tuple[Missed, ...]
    numbers: int
    claimed: int
    open_lines: tuple[tuple[int, int], ...]

    @property
    def poor(self) -> bool:
        """Does the document hold many numbers of which few were read?"""
        return self.numbers >= _MANY and self.claimed < self.numbers * _FEW

    @property
    def whole(self) -> bool:
        """Was everything read?"""
        return not self.unread and self.claimed == self.numbers


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
