"""The levels of a budget table: what stands above is the sum of what stands below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui.compile.checks.basics.book import Book, Row, Sheet, is_of_year
from hrss_tui.compile.checks.basics.identity import (
    NOTHING,
    Identity,
    Quantity,
    compare,
    not_checkable,
    total,
    withdrawn,
)
from hrss_tui.compile.checks.budget.carried import has_number, is_carried
from hrss_tui.records import BudgetLine, Check
from hrss_tui.reference import fold_label
from hrss_tui.reference.budget_tables import three_public_item, three_public_lines
from hrss_tui.reference.classifications import economic_class_names
from hrss_tui.words.check_reasons import because

_CODED = ("functional", "economic")
_ITEMS = "three_public"
_OPEN = because("no_code_or_name")
"""Why sums of a side are open in which a row stands that nothing places."""
_NAMELESS = because("no_name")
_ONLY_YEAR = because("sides_unread")
_MOST = 40
"""Rows below one that are added up to see whether it is their sum."""


def checks(book: Book) -> Iterator[Check]:
    """Sums by level, sums of the lowest level, and income against spending, of every table."""
    for sheet in book.sheets.values():
        for row in sheet.rows:
            yield from _levels(sheet, row)
            yield from _lowest(sheet, row)
    yield from _balances(book)


def _levels(sheet: Sheet, row: Row) -> Iterator[Check]:
    below = sheet.below(row)
    blank = () if _in_one_row(row, below) else below
    measures = dict.fromkeys(measure for each in (row, *blank) for measure in each.cells) if below else {}
    beside = _beside(sheet, row)
    for measure in measures:
        check = _sum("level_sum", sheet, row, measure, below)
        whole = (
            _sum("level_sum", sheet, row, measure, [*below, *beside])
            if check.status == "fails" and beside
            else check
        )
        yield check if whole.status == "fails" else whole


def _in_one_row(row: Row, below: Sequence[Row]) -> bool:
    """Do columns name the items? A total without a column of a measure is then not blank, but told nowhere."""
    return all(each.first.line_start == row.first.line_start for each in below)


def _beside(sheet: Sheet, row: Row) -> list[Row]:
    """The meetings and trainings that a total of no name (合计) of 三公 may count: where these alone fall short of it."""
    if row.first.classification != _ITEMS or row.first.level or three_public_item(row.name) is not None:
        return []
    found = ((each, three_public_item(each.name)) for each in sheet.rows)
    return [
        each
        for each, item in found
        if item is not None and item.beside and each.first.unit_name == row.first.unit_name
    ]


def _lowest(sheet: Sheet, row: Row) -> Iterator[Check]:
    if row.first.classification == "income":
        return
    leaves = list(sheet.leaves(row))
    if not any(depth > 1 for _, depth in leaves):
        return
    lines = [each for each, _ in leaves]
    for measure in row.cells:
        # A chain of single rows is what the sums by level say already.
        if sum(measure in each.cells for each in lines) > 1:
            yield _sum("leaf_sum", sheet, row, measure, lines)


def _sum(kind: str, sheet: Sheet, row: Row, measure: str, rows: Sequence[Row]) -> Check:
    """One printed amount against what stands below it; a blank cell above is nothing."""
    cells = [each.cells[measure] for each in rows if measure in each.cells]
    parts = total(map(sheet.cell, cells))
    stated = row.cells.get(measure)
    cell = stated or cells[0]
    what = "下一级" if kind == "level_sum" else "最末一级"
    words = f"{sheet.label}，{row.name}：{cell.measure_label} = {what} {len(cells)} 项之和"
    unequal = because("sum_below" if kind == "level_sum" else "sum_lowest")
    identity = Identity(kind, words, cell, "元", context=unequal)
    left = sheet.cell(stated) if stated else NOTHING
    problem = _unreliable(rows)
    if problem:
        return not_checkable(identity, problem, left)
    if _mixed(left, rows, parts, measure, sheet):
        return not_checkable(identity, because("no_ordinal_code"), left)
    if _among(rows) and not _are_all_parts(row, rows) and parts.value + parts.error + left.error < left.value:
        return not_checkable(identity, because("parts_among_missing"), left)
    check = compare(identity, left, parts)
    if check.status != "fails":
        return check
    side = sheet.sides.get(row.first.classification, ())
    is_open = any(each.first.code for each in side) and any(map(_is_open, side))
    return withdrawn(check, _OPEN) if is_open else check


def _is_open(row: Row) -> bool:
    """Has a row of a side with codes none, nor a number, nor a name that says where it stands: print has cut it?"""
    line = row.first
    if line.code or not line.level or line.unit_name or line.project or line.classification not in _CODED:
        return False
    known = fold_label(line.name) in economic_class_names()
    return not (known or is_carried(row) or has_number(line.name))


def _unreliable(rows: Sequence[Row]) -> str:
    """Why the rows below cannot be added up: one has no name; an item that lost its digits stands beside its own group."""
    places = [(row.first.code, row.first.unit_name, row.first.project) for row in rows if row.first.code]
    if any(
        not (line.name or line.code or line.unit_name or line.project) for line in (row.first for row in rows)
    ):
        return _NAMELESS
    coded = any(row.first.classification in _CODED and row.first.level in (1, 2) for row in rows)
    if coded and len(set(places)) < len(places):
        return because("no_item_code")
    return ""


def _mixed(left: Quantity, rows: Sequence[Row], parts: Quantity, measure: str, sheet: Sheet) -> bool:
    """Do rows without codes, too much together, hold levels of their own: is one the sum of those right below it?"""
    if parts.value <= left.value + left.error + parts.error or all(row.first.code for row in rows):
        return False
    known = [row for row in rows if measure in row.cells]
    cells = [sheet.cell(row.cells[measure]) for row in known]
    if any(_is_too_much(row, cell, parts - left) for row, cell in zip(known, cells, strict=True)):
        return True
    times = (Quantity(left.value * level, left.error * level) for level in (2, 3))
    if any(abs(whole.value - parts.value) <= whole.error + parts.error for whole in times):
        return True
    return any(_is_above(cells, at) for at in range(len(cells)))


def _is_too_much(row: Row, cell: Quantity, excess: Quantity) -> bool:
    """Is it what the rows are too much together, by an income of no number, which may be a part of one above it?"""
    if row.first.classification != "income" or has_number(row.name):
        return False
    return abs(cell.value - excess.value) <= excess.error + cell.error


def _is_above(cells: Sequence[Quantity], at: int) -> bool:
    """Is an amount the sum of two or more that follow it?"""
    rest = cells[at]
    for count, cell in enumerate(cells[at + 1 : at + 1 + _MOST], 1):
        rest = rest - cell
        if abs(rest.value) <= rest.error:
            return count > 1 and cells[at].value > 0
        if rest.value < 0:
            return False
    return False


def _among(rows: Sequence[Row]) -> bool:
    return any(row.first.name.startswith("其中") for row in rows)


def _are_all_parts(row: Row, rows: Sequence[Row]) -> bool:
    """Are the rows below an item of 三公 all that there may be of it: 其中：购置 and 运行维护 of the vehicles?"""
    whole = three_public_item(row.name)
    parts = {item.key for item in three_public_lines() if whole is not None and item.parent == whole.key}
    named = {item.key for each in rows if (item := three_public_item(each.first.name)) is not None}
    return bool(parts) and named == parts


def _balances(book: Book) -> Iterator[Check]:
    for kind, sheet in book.sheets.items():
        income = book.total(kind, "total", "income")
        spending = book.total(kind, "total", "functional")
        if income and spending:
            check = _balance(sheet, income, spending)
            only_year = book.final and any(map(is_of_year, (income[0].name, spending[0].name)))
            yield withdrawn(check, _ONLY_YEAR) if only_year and check.status == "fails" else check


def _balance(
    sheet: Sheet, income: tuple[BudgetLine, Quantity], spending: tuple[BudgetLine, Quantity]
) -> Check:
    words = f"{sheet.label}：{income[0].name} = {spending[0].name}"
    identity = Identity("balance", words, income[0], "元", context=because("sides"))
    return compare(identity, income[1], spending[1])
