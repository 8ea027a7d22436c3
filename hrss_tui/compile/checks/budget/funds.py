"""Where the money comes from: sources of income in several tables, money beyond this year's appropriations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from hrss_tui.compile.checks.basics.book import Book, Row, Sheet, amounts, income_key
from hrss_tui.compile.checks.basics.identity import (
    NOTHING,
    Identity,
    Quantity,
    compare,
    not_checkable,
    total,
    withdrawn,
)
from hrss_tui.compile.checks.budget.carried import leaves_over
from hrss_tui.compile.checks.budget.tables import LEFT, Entry, by_code
from hrss_tui.records import BudgetLine, Check
from hrss_tui.reference.checks import Amounts, fund_tables, income_equalities, other_money, partitions
from hrss_tui.words.check_reasons import because

_THIS_YEAR = "current_income"
"""The total of an income side: that of the appropriations is less than that of all money."""

_CARRYOVER = "carryover"
"""What last year left: in an overview of appropriations only what is left of these."""

_OTHERS = because("other_carried")
"""Why what last year left of the appropriations may be less than all it left."""

_FISCAL_CARRYOVER = ("carryover", "fiscal_carryover")
"""Measures of the income table that some departments spend in the tables of appropriations."""


def checks(book: Book) -> Iterator[Check]:
    """Sources of income, money of other kinds, carry-over."""
    lines = income_lines_of(book, "overview")
    fiscal = income_lines_of(book, "fiscal_overview")
    yield from _sources("overview_sources", book, lines)
    yield from _sources("appropriation_income", book, fiscal)
    yield from _repeated(book, fiscal, lines)
    left = leaves_over(book)
    for check in _by_code(book):
        yield withdrawn(check, LEFT) if left and check.status == "fails" else check
    yield from _carryover(book, lines)


def income_lines_of(book: Book, kind: str) -> dict[str, BudgetLine]:
    """The printed amounts of the income side of an overview by key of the line."""
    sheet = book.sheets.get(kind)
    found: dict[str, BudgetLine] = {}
    for row, above in _with_parents(sheet) if sheet else ():
        key = income_key(row, above)
        if key and "total" in row.cells:
            found.setdefault(key, row.cells["total"])
    return found


def _with_parents(sheet: Sheet) -> Iterator[tuple[Row, list[Row]]]:
    """Every row of the income side with the rows it stands under, nearest first."""
    parents = {child.first.line_id: row for row in sheet.rows for child in sheet.below(row)}
    for row in sheet.rows:
        if row.first.classification != "income":
            continue
        above: list[Row] = []
        parent = parents.get(row.first.line_id)
        while parent is not None:
            above.append(parent)
            parent = parents.get(parent.first.line_id)
        yield row, above


def _sources(kind: str, book: Book, lines: Mapping[str, BudgetLine]) -> Iterator[Check]:
    """Lines of an income side against the columns of the income table's total row."""
    sheet, row = book.sheets.get("income"), book.grand_total("income")
    if sheet is None or row is None:
        return
    for entry in income_equalities():
        line = lines.get(entry.line)
        present = [measure for measure in entry.measures if _divides(sheet, measure)]
        if line is None or not present or (kind == "appropriation_income" and entry.line == _THIS_YEAR):
            continue
        other = amounts(sheet, row, present)
        labels = [cell.measure_label for cell in row.cells.values() if cell.line_id in other.ids]
        words = (
            f"表{line.table_no} {line.name} = 表{sheet.table.table_no} {row.first.name} {' + '.join(labels)}"
        )
        check = compare(_identity(kind, words, line), _printed(book, line), other)
        appropriations = kind == "appropriation_income" and _of_all(check, entry.line)
        yield withdrawn(check, _OTHERS) if appropriations else check


def _divides(sheet: Sheet, measure: str) -> bool:
    """Does a table print a measure, or what it is made of?"""
    return sheet.has(measure) or any(
        _divides(sheet, part) for entry in partitions() if entry.whole == measure for part in entry.parts
    )


def _repeated(
    book: Book, fiscal: Mapping[str, BudgetLine], lines: Mapping[str, BudgetLine]
) -> Iterator[Check]:
    """Sources that the overview of appropriations repeats from the overview."""
    for key, line in fiscal.items():
        if key in lines and key != _THIS_YEAR:
            other = lines[key]
            words = f"表{line.table_no} {line.name} = 表{other.table_no} {other.name}"
            identity = _identity("appropriation_income", words, line, "overview")
            check = compare(identity, _printed(book, line), _printed(book, other))
            yield withdrawn(check, _OTHERS) if _of_all(check, key) else check


def _of_all(check: Check, key: str) -> bool:
    """Does a source of all money hold more than that of the appropriations, which bears the same name: 上年结转?"""
    more = check.difference is not None and check.difference < 0
    return check.status == "fails" and key == _CARRYOVER and more


class _Money(msgspec.Struct, frozen=True):
    """One code: spending of all kinds, spending of this year's appropriations, and the other money."""

    whole: Mapping[str, Entry | None]
    funds: Mapping[str, Quantity | None]
    extra: Quantity


def _by_code(book: Book) -> Iterator[Check]:
    """The spending table against the tables of appropriations and the other money of the income table."""
    income = book.sheets.get("income")
    tables = [kind for kind in fund_tables() if kind in book.sheets]
    if income is None or "expenditure" not in book.sheets or not _covered(income, tables):
        return
    measures = ("total", "basic", "project")
    spending = {measure: by_code(book, Amounts("expenditure", measure)) for measure in measures}
    funds = {measure: [by_code(book, Amounts(kind, measure)) for kind in tables] for measure in measures}
    extra: dict[str, Quantity] = {}
    whole = book.grand_total("income")
    beyond = _beyond_appropriations(income)
    if whole is not None and _spends_carryover(income, whole, spending["total"], funds["total"], beyond):
        beyond = tuple(measure for measure in beyond if measure not in _FISCAL_CARRYOVER)
    for row in income.rows:
        code = row.first.code or ""
        if not code and row is not whole:
            continue
        extra[code] = extra.get(code, NOTHING) + amounts(income, row, beyond)
    for code, other in extra.items():
        money = _Money(
            {measure: spending[measure].get(code) for measure in measures},
            {measure: _added(funds[measure], code) for measure in measures},
            other,
        )
        if money.whole["total"] and money.funds["total"] and not (book.final and money.extra.ids):
            yield from _other_funds(money) if money.extra.ids else _fund_split(money)


def _beyond_appropriations(income: Sheet) -> tuple[str, ...]:
    """The measures of money that is no appropriation of this year; a whole stands for parts that are not printed."""
    known = other_money()
    undivided = [
        entry.whole
        for entry in partitions()
        if income.has(entry.whole)
        and set(entry.parts) <= set(known)
        and not any(_divides(income, part) for part in entry.parts)
    ]
    return tuple(dict.fromkeys((*known, *undivided)))


def _spends_carryover(
    income: Sheet,
    whole: Row,
    spending: Mapping[str, Entry],
    funds: list[dict[str, Entry]],
    beyond: tuple[str, ...],
) -> bool:
    """Do the tables of appropriations count what is carried over? All their money together tells."""
    spent, stated = spending.get(""), _added(funds, "")
    if spent is None or stated is None:
        return False
    kept = tuple(measure for measure in beyond if measure not in _FISCAL_CARRYOVER)
    rest = (spent.quantity - stated).value
    return rest != amounts(income, whole, beyond).value and rest == amounts(income, whole, kept).value


def _covered(income: Sheet, tables: list[str]) -> bool:
    """Does the document have every table of appropriations whose money its income table counts?"""
    needed = [kind for kind, measures in fund_tables().items() if any(map(income.has, measures))]
    return bool(tables) and set(needed) <= set(tables)


def _added(sides: list[dict[str, Entry]], code: str) -> Quantity | None:
    found = [side[code].quantity for side in sides if code in side]
    return total(found) if found else None


def _other_funds(money: _Money) -> Iterator[Check]:
    whole, funds = money.whole["total"], money.funds["total"]
    if whole is None or funds is None:
        return
    words = f"{_subject(whole.line)}：支出表合计 − 财政拨款各支出表 = 收入表的非当年拨款资金"
    yield compare(_identity("other_funds", words, whole.line), whole.quantity - funds, money.extra)
    project = money.whole["project"]
    if project is None:
        return
    words = f"{_subject(project.line)}：支出表项目支出 − 财政拨款项目支出 = 收入表的非当年拨款资金"
    identity = _identity("other_funds", words, project.line)
    rest = project.quantity - (money.funds["project"] or NOTHING)
    if _same_basic(money):
        yield compare(identity, rest, money.extra)
    else:
        yield not_checkable(identity, because("basic_counts_other"), rest)


def _same_basic(money: _Money) -> bool:
    whole, funds = money.whole["basic"], money.funds["basic"]
    return (whole.quantity.value if whole else 0) == (funds.value if funds else 0)


def _fund_split(money: _Money) -> Iterator[Check]:
    whole, funds = money.whole["total"], money.funds["total"]
    if whole is None or funds is None or whole.quantity.value != funds.value:
        return
    for measure in ("basic", "project"):
        entry, other = money.whole[measure], money.funds[measure]
        if entry is not None and other is not None:
            words = f"{_subject(entry.line)}：支出表与财政拨款支出表的{entry.line.measure_label}相同"
            yield compare(_identity("fund_split", words, entry.line), entry.quantity, other)


def _carryover(book: Book, lines: Mapping[str, BudgetLine]) -> Iterator[Check]:
    """The table of carry-over against the overview and the income table."""
    stated = book.total("carryover", "total")
    if stated and "carryover" in lines:
        other = lines["carryover"]
        words = f"表{stated[0].table_no} {stated[0].name} = 表{other.table_no} {other.name}"
        yield compare(_identity("carryover_tables", words, stated[0]), stated[1], _printed(book, other))
    for measure in ("fiscal_carryover", "other_carryover"):
        own, income = book.total("carryover", measure), book.total("income", measure)
        if own and income:
            words = f"表{own[0].table_no} {own[0].name} = 表{income[0].table_no} {income[0].measure_label}"
            yield compare(_identity("carryover_tables", words, own[0], "income"), own[1], income[1])


def _identity(kind: str, words: str, line: BudgetLine, part: str = "") -> Identity:
    context = because("sources") if kind == "other_funds" else because("tables")
    return Identity(kind, words, line, "元", part, context)


def _printed(book: Book, line: BudgetLine) -> Quantity:
    return book.cell(line)


def _subject(line: BudgetLine) -> str:
    return " ".join(filter(None, (line.code, line.name)))
