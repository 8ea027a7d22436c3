"""Columns of a budget table that compare two others: 增减额 is this year's amount less last year's.

Which columns are compared is for the table to show: a row that does not fit is wrong where the others do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui.compile.checks.basics.book import Book, Row, Sheet
from hrss_tui.compile.checks.basics.identity import Identity, compare
from hrss_tui.records import Check
from hrss_tui.words.check_reasons import because

_COMPARED = {
    "change": ("previous", "previous_executed"),
    "difference": ("budget", "adjusted_budget", "initial_budget"),
}
"""A column of differences and what this year's amount is compared with, the first that the table proves."""
_WRONG = because("change_of_row")


def checks(book: Book) -> Iterator[Check]:
    """Every difference of every table that is one of this year's amount from the same other column, in most rows."""
    for sheet in book.sheets.values():
        for change, bases in _COMPARED.items():
            found = (_column(sheet, change, base) for base in bases)
            yield from next((made for made in found if _is_proved(made)), ())


def _column(sheet: Sheet, change: str, base: str) -> list[Check]:
    return [
        _row(sheet, row, change, base) for row in sheet.rows if {change, base, "total"} <= row.cells.keys()
    ]


def _row(sheet: Sheet, row: Row, change: str, base: str) -> Check:
    now, before, stated = (row.cells[measure] for measure in ("total", base, change))
    words = (
        f"{sheet.label}，{row.name}：{stated.measure_label} = {now.measure_label} − {before.measure_label}"
    )
    identity = Identity("stated_change", words, stated, "元", context=_WRONG)
    return compare(identity, sheet.cell(stated), sheet.cell(now) - sheet.cell(before))


def _is_proved(made: Sequence[Check]) -> bool:
    """Do more rows fit than do not, and one at least of something that has changed?"""
    fit = [check for check in made if check.status != "fails"]
    return 2 * len(fit) > len(made) and any(check.left for check in fit)
