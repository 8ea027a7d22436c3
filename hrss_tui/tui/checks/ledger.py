"""The ledger as it is listed: the checks that are wanted, read and put into rows together, beside the interface or not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from hrss_tui.records import Check
from hrss_tui.tui.checks.chosen import Listed, Wanted, is_long, listed, matching
from hrss_tui.tui.checks.rows import check_table
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.matching import Matcher, Names, called
from hrss_tui.tui.page.reading import Going
from hrss_tui.tui.widgets.columns import Column, Row


class Ledger:
    """Columns and rows, and how many checks there are in all; `narrowed` where only what was typed for is listed."""

    def __init__(self, desk: Desk, checks: Sequence[Check], total: int, *, narrowed: bool = False) -> None:
        self.columns: list[Column]
        self.rows: list[Row]
        self.columns, self.rows = check_table(desk, checks)
        self.checks = {check.check_id: check for check in checks}
        self.total = total
        self.narrowed = narrowed
        self._desk = desk

    def matching(self, text: str) -> list[Row]:
        """The rows that answer what has been typed."""
        matcher = Matcher(self._desk, text)
        return self._names.matching(matcher) if matcher.words else self.rows

    @cached_property
    def _names(self) -> Names[Row]:
        return named(self._desk, self.rows)


def named(desk: Desk, rows: Sequence[Row]) -> Names[Row]:
    """Rows by all that stands in them, the id and the whole title of their document too."""
    return Names(
        (row, called(desk, [*(cell.text for cell in row.cells), row.value, *_document(desk, row)]))
        for row in rows
    )


def _document(desk: Desk, row: Row) -> tuple[str, str]:
    doc_id = row.source.rpartition(":")[0] or row.key.partition("/")[0]
    return doc_id, desk.data.title(doc_id)


def of_all(desk: Desk, wanted: Wanted, key: str, going: Going) -> Ledger:
    """Those to list, among them the one of a key where it is asked for by name."""
    found = listed(desk, wanted, going)
    asked = desk.data.record(key) if key and is_long(desk, wanted) else None
    first = [asked] if isinstance(asked, Check) and asked not in found.checks else []
    return Ledger(desk, [*first, *found.checks], found.total)


def of_matching(desk: Desk, wanted: Wanted, text: str, going: Going) -> Ledger:
    """Of a long list those that answer what has been typed."""
    found: Listed = matching(desk, wanted, text, going)
    return Ledger(desk, found.checks, found.total, narrowed=True)
