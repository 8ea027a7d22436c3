"""Between budget tables: what one table states, code by code, another repeats."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.book import Book, Row
from hrss_tui.compile.checks.basics.identity import (
    Identity,
    Quantity,
    compare,
    not_checkable,
    total,
    withdrawn,
)
from hrss_tui.compile.checks.budget.carried import leaves_over
from hrss_tui.records import BudgetLine, Check
from hrss_tui.reference import fold_label
from hrss_tui.reference.checks import Amounts, Between, between, fund_tables
from hrss_tui.words.check_reasons import because

_TOTAL = ""
_PART = re.compile(r"人员|公用|基本|项目")
"""The total of a part says of which."""
CARRIED = because("counts_carried")
LEFT = because("carried_on")
"""Why income and spending are not held against each other."""
_WHOLE = ("总计", "本年收入合计", "本年支出合计")


class Entry(msgspec.Struct, frozen=True):
    """What a table states for one code: its first cell and the sum over all its rows with the code."""

    line: BudgetLine
    level: int
    quantity: Quantity


def checks(book: Book) -> Iterator[Check]:
    """Every equality of the reference whose tables the document has."""
    phase = "final" if book.final else "budget"
    carried = carries_over(book) and not book.final
    for rule in between():
        if rule.phase not in ("", phase) or (carried and rule.left[0].table == "fiscal_overview"):
            continue
        apart = _is_spent(rule.left[0]) != _is_spent(rule.right) and leaves_over(book)
        for check in _rule(book, rule):
            yield withdrawn(check, LEFT) if apart and check.status == "fails" else check


def _is_spent(amounts: Amounts) -> bool:
    """Are amounts of a table what is spent, rather than what comes in?"""
    return amounts.table != "income" and amounts.classification != "income"


def carries_over(book: Book) -> bool:
    """Does the overview of appropriations count last year's money? Then it repeats no table of this year's."""
    rows = book.rows("fiscal_overview", "income")
    return any("结转" in row.first.name for row in rows)


def _rule(book: Book, rule: Between) -> Iterator[Check]:
    if not _applies(book, rule):
        return
    sides = [by_code(book, amounts, rule.yearly) for amounts in rule.left]
    right = by_code(book, rule.right, rule.yearly)
    codes = dict.fromkeys(code for side in (*sides, right) for code in side)
    deepest = min(_deepest(sides), _deepest([right]))
    for code in codes:
        if code != _TOTAL and rule.rows == "total":
            continue
        left = [side[code] for side in sides if code in side]
        found = right.get(code)
        if code == _TOTAL and (not (left and found) or any(side and code not in side for side in sides)):
            continue
        level = max(entry.level for entry in (*left, *filter(None, [found])))
        if level <= deepest:
            check = _pair(book, rule, left, found)
            lacking = [
                amounts.table for amounts, side in zip(rule.left, sides, strict=True) if code not in side
            ]
            if check.status == "fails" and _spends_carried(book, rule, code, left, found):
                check = withdrawn(check, CARRIED)
            yield _depending(book, check, lacking) if check.status == "fails" else check


def _spends_carried(book: Book, rule: Between, code: str, left: list[Entry], right: Entry | None) -> bool:
    """Do tables of spending count what last year left, beside this year's appropriations of the income table?"""
    if rule.right.table != "income" or _is_spent(rule.left[0]) == _is_spent(rule.right) or right is None:
        return False
    more = total(entry.quantity for entry in left) - right.quantity
    sums = (
        by_code(book, Amounts("income", measure), rule.yearly).get(code)
        for measure in ("carryover", "fiscal_carryover", "general_public_carryover")
    )
    return any(
        abs((rest := more - carried.quantity).value) <= rest.error for carried in sums if carried is not None
    )


def _depending(book: Book, check: Check, tables: list[str]) -> Check:
    """A check that also depends on tables that do not list what it is about: they may print it where nobody could read it."""
    ids = [part for table in tables if table in book.sheets for part in book.sheets[table].blank.ids]
    return msgspec.structs.replace(check, records=list(dict.fromkeys((*check.records, *ids))))


def _deepest(sides: list[dict[str, Entry]]) -> int:
    return max((entry.level for side in sides for entry in side.values()), default=0)


def _applies(book: Book, rule: Between) -> bool:
    """Are there amounts on both sides, and is no left table missing whose money the right table counts?"""
    other = book.sheets.get(rule.right.table)
    if other is None or not other.has(rule.right.measure):
        return False
    for amounts in rule.left:
        if amounts.table not in book.sheets and any(map(other.has, fund_tables().get(amounts.table, ()))):
            return False
    return any(by_code(book, amounts) for amounts in rule.left)


def by_code(book: Book, amounts: Amounts, yearly: bool = True) -> dict[str, Entry]:
    """The amounts of one measure of a table by code, "" for the total; rows of several units are added up.

    The total is that of this year where the table tells it from the grand total and `yearly` asks for it.
    """
    found: dict[str, list[Row]] = {}
    for row in book.rows(amounts.table, amounts.classification):
        if amounts.measure in row.cells and row.first.code:
            found.setdefault(row.first.code, []).append(row)
    totals = [row for row in _totals(book, amounts, yearly) if amounts.measure in row.cells]
    if totals:
        found[_TOTAL] = totals
    sheet = book.sheets.get(amounts.table)
    if sheet is None:
        return {}
    return {
        code: Entry(
            rows[0].cells[amounts.measure],
            rows[0].first.level,
            total(sheet.cell(row.cells[amounts.measure]) for row in rows),
        )
        for code, rows in found.items()
    }


def _totals(book: Book, amounts: Amounts, yearly: bool) -> list[Row]:
    """The total row of a table; those of its parts (人员经费合计, 公用经费合计) or blocks where it has none of the whole."""
    year = book.year_total(amounts.table, amounts.classification) if yearly else None
    if year is not None:
        return [year]
    rows = book.totals(amounts.table, amounts.classification)
    whole = [row for row in rows if fold_label(row.first.name).endswith(_WHOLE)]
    if whole:
        return whole[:1]
    undivided = [row for row in rows if not _PART.search(row.first.name)]
    return undivided[-1:] or rows or book.block_totals(amounts.table, amounts.classification)


def _pair(book: Book, rule: Between, left: list[Entry], right: Entry | None) -> Check:
    stated = [*left, *filter(None, [right])][0].line
    names = " + ".join(_column(book, entry.line) for entry in left) or _names(book, rule.left[0])
    other = _column(book, right.line) if right else _names(book, rule.right)
    subject = " ".join(filter(None, (stated.code, stated.name)))
    identity = Identity(
        rule.kind, f"{subject}：{names} = {other}", stated, "元", rule.right.table, because("tables")
    )
    if not left or right is None:
        missing = other if left else names
        return not_checkable(
            identity,
            because("not_in_table", table=missing, subject=subject),
            left[0].quantity if left else None,
        )
    return compare(identity, total(entry.quantity for entry in left), right.quantity)


def _column(book: Book, line: BudgetLine) -> str:
    return f"表{line.table_no} {line.measure_label}"


def _names(book: Book, amounts: Amounts) -> str:
    return book.sheets[amounts.table].label if amounts.table in book.sheets else amounts.table
