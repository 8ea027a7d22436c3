"""Which cell of a budget table an amount of the narrative repeats."""

from __future__ import annotations

import re

import msgspec

from hrss_tui.compile.checks.basics.book import Row, Sheet, is_of_year, says_all
from hrss_tui.compile.checks.basics.identity import Quantity, total
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.reference import fold_label, three_public_item
from hrss_tui.reference.checks import (
    NamedRows,
    Statement,
    named_rows,
    named_whole,
    partial_words,
    statement,
    without_self,
)
from hrss_tui.reference.preparers import is_own_office

_LEVELS = {"类": 1, "款": 2, "项": 3}
_MARKED = re.compile(r"(?P<name>[^()]{2,40})\((?:(?P<code>\d{3}(?:\d{2}){0,2})|(?P<level>[类款项]))\)")
"""行政运行(2080101), 就业补助(款): a row as prose names it."""


class Cell(msgspec.Struct, frozen=True):
    """An amount of a table (added up where several rows share it) and the words for it.

    `statement` is what the narrative's words were found to mean, None for a functional row.
    """

    sheet: Sheet
    quantity: Quantity
    words: str
    statement: Statement | None = None


_SPENDING = ("expenditure", "general_public")
"""Tables of which one prints all that the other prints a part of."""
_BUDGET = "budget"
_PLANNED = ("预算", "预算数", "预算安排")
"""The column of what was planned beside what was spent, and how an amount of it is called."""


def stated_cell(papers: Papers, words: str, section: str) -> Cell | None:
    """The cell that words under these headings mean; None where they mean none or the table is missing."""
    name = without_department(papers, words)
    meant = statement(name, section) or _own_statement(papers, name, section)
    sheet = papers.book.sheets.get(meant.table) if meant else None
    if meant is None or sheet is None:
        return named_row(papers, name, section)
    row = _row(papers, meant)
    if row is not None and papers.book.final and says_all(name) and is_of_year(row.first.name):
        return None  # the sum that is meant was not read, and holds what is carried over
    planned = row is not None and _BUDGET in row.cells and name.endswith(_PLANNED)
    measure = _BUDGET if planned else meant.measure
    cell = row.cells.get(measure) if row else None
    found = sheet.amount(row, measure) if row else None
    lost = row is None and not meant.row and sheet.has(measure)
    if found is None and (lost or (row is not None and not _is_divided(sheet))):
        return None
    quantity = found or sheet.blank
    label = " ".join(dict.fromkeys((row.name if row else words, cell.measure_label if cell else "（空白）")))
    return Cell(sheet, quantity, f"{sheet.label} {label}", meant)


def _own_statement(papers: Papers, name: str, section: str) -> Statement | None:
    """What a department says of itself (本单位支出预算), where its table lists no units of which it may be one."""
    bare = without_self(name)
    meant = statement(bare, section) if bare != name else None
    sheet = papers.book.sheets.get(meant.table) if meant else None
    return meant if sheet is not None and all(row.first.unit_name is None for row in sheet.rows) else None


def _is_divided(sheet: Sheet) -> bool:
    """Has a table columns beside its totals? One of totals alone leaves none of its parts blank: it does not print them."""
    return any(measure != "total" for _, measure in sheet.printed)


def coded_row(papers: Papers, code: str, section: str) -> Cell | None:
    """The row of a functional code in the table that the section is about; a code it lacks is nothing where it lists codes.

    Where the section is about none, all spending and the appropriations may print the code alike: then it is that amount.
    """
    rows = named_rows(section)
    sheet = papers.book.sheets.get(rows.table) if rows else None
    if rows is None or sheet is None:
        return (
            None if rows or any(word in section for word in partial_words()) else _printed_alike(papers, code)
        )
    found = [row for row in sheet.coded.get(code, ()) if _is_of(row, rows)]
    if not found and not any(sheet.coded):
        return None  # nothing but a total, of no code
    if not found:
        return Cell(sheet, sheet.blank, f"{sheet.label}（没有 {code}）")
    return Cell(sheet, _total(sheet, found), f"{sheet.label} {found[0].name}")


def _printed_alike(papers: Papers, code: str) -> Cell | None:
    """The row of a code in the table of all spending, where that of the general public budget prints the same amount."""
    cells: list[Cell] = []
    for kind in _SPENDING:
        sheet = papers.book.sheets.get(kind)
        found = [row for row in sheet.coded.get(code, ()) if "total" in row.cells] if sheet else []
        if sheet is None or not found:
            return None
        cells.append(Cell(sheet, _total(sheet, found), f"{sheet.label} {found[0].name}"))
    amounts = {cell.quantity.value for cell in cells}
    return cells[0] if len(amounts) == 1 else None


def named_row(papers: Papers, name: str, section: str) -> Cell | None:
    """The row that a section names: a class by its name, any other with its code or its level behind it; None where its table has none."""
    rows = named_rows(section)
    sheet = papers.book.sheets.get(rows.table) if rows else None
    if rows is None or sheet is None:
        return None
    marked = _MARKED.fullmatch(fold_label(name))
    wanted = marked["name"] if marked else fold_label(name)
    level = _LEVELS[marked["level"]] if marked and marked["level"] else 1
    found = [row for row in sheet.named.get(wanted, ()) if _is_of(row, rows)]
    if marked and marked["code"]:
        found = [row for row in found if row.first.code == marked["code"]]
        level = len(marked["code"]) // 2
    found = [row for row in found if row.first.level == level]
    lower = level > 1 and (len(found) > 1 or any(word in section for word in partial_words()))
    return (
        Cell(sheet, _total(sheet, found), f"{sheet.label} {found[0].name}") if found and not lower else None
    )


def section_total(papers: Papers, section: str, words: str) -> Cell | None:
    """The total of the table that a share is said to be of (占本年支出合计的…%), else of the one whose functional rows its section names."""
    rows = named_whole(words) or named_rows(section)
    found = papers.book.total(rows.table, "total", rows.classification) if rows else None
    if rows is None or found is None:
        return None
    sheet = papers.book.sheets[rows.table]
    return Cell(sheet, found[1], f"{sheet.label} {found[0].name}")


def item_cell(papers: Papers, words: str) -> Cell | None:
    """The row of the whole department's 三公 item that words name (“三公”经费, 公务接待费); None where they name none, or no row does."""
    item = three_public_item(words)
    sheet = papers.book.sheets.get("three_public")
    if item is None or sheet is None:
        return None
    own = (row for row in sheet.rows if "total" in row.cells and row.first.unit_name is None)
    row = next((row for row in own if _is_item(row, item.key)), None)
    return Cell(sheet, _total(sheet, [row]), f"{sheet.label} {row.name}") if row else None


def without_department(papers: Papers, words: str) -> str:
    """Words without the name of the department in front of them."""
    folded = fold_label(words)
    for name in papers.departments:
        if folded.startswith(name) and len(folded) > len(name):
            return folded[len(name) :].removeprefix("的")
    return folded


def _is_of(row: Row, rows: NamedRows) -> bool:
    """Is it a row of the side that is meant?"""
    return rows.classification in ("", row.first.classification)


def _total(sheet: Sheet, rows: list[Row]) -> Quantity:
    return total(sheet.cell(row.cells["total"]) for row in rows)


def _row(papers: Papers, meant: Statement) -> Row | None:
    if not meant.row:
        return papers.book.grand_total(meant.table, meant.classification)
    rows = papers.book.rows(meant.table, meant.classification)
    if meant.row == "own_unit":
        units = [row for row in rows if row.first.unit_name and not row.first.code and not row.first.level]
        return next((row for row in units if is_own_office(row.first.name)), None)
    return next((row for row in rows if _is_item(row, meant.row)), None)


def _is_item(row: Row, key: str) -> bool:
    """Is it the row of an item of the 三公 table?"""
    item = three_public_item(row.first.name)
    return item is not None and item.key == key
