"""The narrative of a budget: its amounts against the tables, its changes, percentages and shares."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.compile.checks.basics.cells import Cell, coded_row, stated_cell
from hrss_tui.compile.checks.basics.identity import (
    NOTHING,
    Identity,
    Quantity,
    at_least,
    compare,
    not_checkable,
    percentage,
    total,
)
from hrss_tui.compile.checks.basics.papers import Papers, figure, money
from hrss_tui.records import BudgetChange, Check
from hrss_tui.reference.budget_tables import three_public_parts
from hrss_tui.reference.checks import fund_tables
from hrss_tui.words.check_reasons import because

_NEGATIVE = because("below_zero")
_DIFFERENT = because("narrative")
_UNLISTED = because("parts_of_change")
FULL = Quantity(Decimal(100))


class Told(msgspec.Struct, frozen=True):
    """A statement of change with the cell of the table that it repeats, and the decimals its text rounds 万元 to."""

    row: BudgetChange
    cell: Cell | None
    decimals: int

    @property
    def change(self) -> Quantity:
        """The signed change."""
        return money(self.row.change, self.row.change_printed, self.row.change_id, self.decimals)

    @property
    def amount(self) -> Quantity | None:
        """The amount of the year budgeted."""
        row = self.row
        return None if row.amount is None else money(row.amount, row.printed, row.change_id, self.decimals)

    def means(self, table: str, measures: Collection[str]) -> bool:
        """Is it about one of these measures of the total row of a table?"""
        meant = self.cell.statement if self.cell else None
        return meant is not None and meant.table == table and meant.measure in measures and not meant.row


def checks(papers: Papers) -> Iterator[Check]:
    """Every statement of change by itself, then what several add up to."""
    told = [_told(papers, row) for row in papers.of(BudgetChange)]
    for each in told:
        yield from _amount(each)
        yield from _percent(each)
        yield from _previous(each)
    yield from _sums(told)
    yield from _shares(papers, told)


def _told(papers: Papers, row: BudgetChange) -> Told:
    named = not row.code
    cell = (
        stated_cell(papers, row.name, row.section)
        if named
        else coded_row(papers, row.code or "", row.section)
    )
    return Told(row, cell, papers.rounding.decimals(row.section))


def _amount(told: Told) -> Iterator[Check]:
    if told.amount is None:
        return
    subject = " ".join(filter(None, (told.row.code, told.row.name)))
    if told.cell is None:
        identity = Identity("narrative_amount", f"{subject}：情况说明 = 表", told.row, "元")
        yield not_checkable(identity, because("no_cell"), told.amount)
    else:
        words = f"{subject}：情况说明 = {told.cell.words}"
        identity = Identity("narrative_amount", words, told.row, "元", context=_DIFFERENT)
        yield compare(identity, told.amount, told.cell.quantity)


def _percent(told: Told) -> Iterator[Check]:
    row, amount = told.row, told.amount
    if row.percent_printed is None:
        return
    words = f"{row.name}：增减 {row.percent_printed}% = 增减额 ÷ 上年数（本年数 − 增减额）"
    identity = Identity("change_percent", words, row, "%", context=because("rate_of_row"))
    stated = figure(row.percent_printed, "%", row.change_id)
    if amount is None:
        yield not_checkable(identity, because("no_amount"), stated)
        return
    previous = amount - told.change
    if previous.value == 0:
        yield not_checkable(identity, because("none_last_year"), stated)
        return
    change = Quantity(abs(told.change.value), told.change.error, told.change.ids)
    yield percentage(identity, stated, change, Quantity(abs(previous.value), previous.error, previous.ids))


def _previous(told: Told) -> Iterator[Check]:
    """Nothing was spent less than nothing: an increase is no larger than the amount it led to."""
    if told.amount is None:
        return
    previous = told.amount - told.change
    if previous.value + previous.error < 0:
        words = f"{told.row.name}：本年数 − 增减额 不小于 0"
        identity = Identity("change_percent", words, told.row, "元", "previous", _NEGATIVE)
        yield at_least(identity, previous, NOTHING)


def _sums(told: Sequence[Told]) -> Iterator[Check]:
    """What the change of a whole is made of, where the parts make up this year's whole."""
    measures = ("basic", "project")
    appropriations = [each for each in told if each.means("general_public", measures)]
    spending = [each for each in told if each.means("expenditure", measures)]
    of_income = _measures(told, "income")
    income = [each for each in told if each.means("income", of_income)]
    own = [each for each in told if each.means("income", fund_tables()["general_public"])]
    items = [each for each in told if each.row.code and each.cell and _is_public(each.cell)]
    yield from _equal("items", "一般公共预算：基本、项目支出的增减 = 各项科目增减之和", appropriations, items)
    yield from _equal("income", "一般公共预算：收入的增减 = 基本、项目支出的增减", own, appropriations)
    yield from _equal("total", "收入预算各来源的增减 = 支出预算基本、项目支出的增减", income, spending)
    whole = [each for each in told if each.means("three_public", ("total",))]
    parts = [each for each in told if _three_public(each)]
    yield from _equal("three_public", "“三公”经费的增减 = 各项增减之和", whole, parts)


def _measures(told: Sequence[Told], table: str) -> frozenset[str]:
    """The measures of a table that statements are about."""
    meant = [each.cell.statement for each in told if each.cell and each.cell.statement]
    return frozenset(each.measure for each in meant if each.table == table)


def _is_public(cell: Cell) -> bool:
    return cell.sheet.table.table_kind == "general_public"


def _three_public(told: Told) -> bool:
    meant = told.cell.statement if told.cell else None
    return meant is not None and meant.table == "three_public" and meant.row in three_public_parts()


def _equal(part: str, words: str, left: Sequence[Told], right: Sequence[Told]) -> Iterator[Check]:
    """Two ways of telling the same change; they must tell the same amount of this year."""
    amounts = [[each.amount for each in side if each.amount] for side in (left, right)]
    if (
        not left
        or not right
        or any(len(found) < len(side) for found, side in zip(amounts, (left, right), strict=True))
    ):
        return
    this_year = [total(found) for found in amounts]
    if abs(this_year[0].value - this_year[1].value) > this_year[0].error + this_year[1].error:
        return
    identity = Identity("change_sum", words, left[0].row, "元", part)
    one, other = total(each.change for each in left), total(each.change for each in right)
    if abs(one.value - other.value) > one.error + other.error:
        yield not_checkable(identity, _UNLISTED, one)
    else:
        yield compare(identity, one, other)


def _shares(papers: Papers, told: Sequence[Told]) -> Iterator[Check]:
    """占 …% of every statement that gives one, and of a section together."""
    sections: dict[str, list[Told]] = {}
    for each in told:
        whole = _whole(papers, each)
        if each.row.share_printed is None or each.amount is None or whole is None:
            continue
        sections.setdefault(each.row.section, []).append(each)
        words = f"{each.row.name}：占 {each.row.share_printed}% = 金额 ÷ 总数"
        identity = Identity("share", words, each.row, "%", context=because("share"))
        yield percentage(
            identity, figure(each.row.share_printed, "%", each.row.change_id), each.amount, whole
        )
    for parts in sections.values():
        whole = _whole(papers, parts[0])
        if whole:
            yield from _share_sum(parts, whole)


def _whole(papers: Papers, told: Told) -> Quantity | None:
    """The total of the table that a statement is about."""
    if told.cell is None:
        return None
    table = told.cell.sheet.table.table_kind
    found = papers.book.total(table, "total")
    return found[1] if found else None


def _share_sum(parts: Sequence[Told], whole: Quantity) -> Iterator[Check]:
    amount = total(each.amount for each in parts if each.amount)
    if len(parts) < 2 or abs(amount.value - whole.value) > amount.error + whole.error:
        return
    shares = total(figure(each.row.share_printed or "", "%", each.row.change_id) for each in parts)
    words = f"{parts[0].row.section.rpartition(' / ')[2].rstrip('：:')}：{len(parts)} 个占比之和 = 100%"
    identity = Identity("share_sum", words, parts[0].row, "%", context=because("sum_of_shares"))
    yield compare(identity, FULL, shares)
