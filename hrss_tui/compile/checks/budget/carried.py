"""Overviews that tell this year from what is carried over: 总计 = 本年合计 + 年初结转和结余 + 使用非财政拨款结余."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui.compile.checks.basics.book import ORDINAL, Book, Row, Sheet
from hrss_tui.compile.checks.basics.identity import (
    NOTHING,
    Identity,
    compare,
    not_checkable,
    total,
    withdrawn,
)
from hrss_tui.records import Check
from hrss_tui.reference import fold_label
from hrss_tui.reference.checks import carried
from hrss_tui.words.check_reasons import because

_OVERVIEWS = ("overview", "fiscal_overview")
_UNKNOWN = because("rows_before_total")
_SIDES = ("income", "functional")


def checks(book: Book) -> Iterator[Check]:
    """Both sides of both overviews, column by column."""
    for kind in _OVERVIEWS:
        for side in _SIDES:
            yield from _side(book, kind, side)


def leaves_over(book: Book) -> bool:
    """Does the overview leave money for the next year? Then its income is not what is spent."""
    return any(
        is_carried(row) and any(line.amount for line in row.cells.values())
        for row in book.rows("overview", "functional")
    )


def _side(book: Book, kind: str, side: str) -> Iterator[Check]:
    sheet, rows = book.sheets.get(kind), book.rows(kind, side)
    year, whole = book.year_total(kind, side), book.grand_total(kind, side)
    if sheet is None or year is None or whole is None or year is whole:
        return
    between = rows[rows.index(year) + 1 : rows.index(whole)] if year in rows else []
    named = [row for row in between if is_carried(row)]
    others = [row for row in between if row.first.level == 1 and row not in named]
    for measure in whole.cells:
        unknown = any(measure in row.cells for row in others)
        check = _check(sheet, measure, (year, whole), named, unknown and not named)
        yield withdrawn(check, _UNKNOWN) if unknown and check.status == "fails" else check


def is_carried(row: Row) -> bool:
    """Is it what last year left, or what is left for the next?"""
    name = fold_label(ORDINAL.sub("", row.first.name.strip()))
    return any(name.startswith(fold_label(word)) for word in carried())


def has_number(name: str) -> bool:
    """Does a number begin the name of a row: 一、 （二） 3.?"""
    return ORDINAL.match(name.strip()) is not None


def _check(sheet: Sheet, measure: str, totals: tuple[Row, Row], named: Sequence[Row], unknown: bool) -> Check:
    year, whole = totals
    cell = whole.cells[measure]
    names = " + ".join(row.first.name for row in (year, *named) if measure in row.cells)
    words = f"{sheet.label}，{cell.measure_label}：{whole.first.name} = {names}"
    identity = Identity("carried_total", words, cell, "元", measure, because("grand_total"))
    left = sheet.cell(cell)
    if unknown:
        return not_checkable(identity, _UNKNOWN, left)
    parts = [sheet.cell(row.cells[measure]) for row in (year, *named) if measure in row.cells]
    return compare(identity, left, total(parts) if parts else NOTHING)
