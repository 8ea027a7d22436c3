"""Last year's amounts that a budget implies against those of last year's budget, where the package holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.checks.basics.cells import Cell, coded_row, stated_cell
from hrss_tui.compile.checks.basics.identity import Identity, compare, not_checkable
from hrss_tui.compile.checks.basics.papers import Papers, money
from hrss_tui.compile.checks.goals.editions import editions
from hrss_tui.compile.checks.prose.sentences import Prose
from hrss_tui.records import BudgetChange, Check
from hrss_tui.reference import fold_label
from hrss_tui.words.check_reasons import because

_MOVED = because("no_item_last_year")


def checks(found: Sequence[Prose]) -> Iterator[Check]:
    """Every statement of change of a department of a known place that has a paper of that phase of the year before.

    Of several editions of that paper (更正) it follows the one with which it agrees.
    """
    filed = editions(found)
    for key, papers_of_year in filed.items():
        before = tuple(filed.get(msgspec.structs.replace(key, year=key.year - 1), {}).values())
        for papers in papers_of_year.values() if before else ():
            for row in papers.of(BudgetChange):
                yield from _agreeing([check for each in before for check in _previous(row, each)])


def _agreeing(found: Sequence[Check]) -> Iterator[Check]:
    """The first of the checks of one statement that does not fail, else the first."""
    yield from [check for check in found if check.status != "fails"][:1] or found[:1]


def _previous(row: BudgetChange, before: Papers) -> Iterator[Check]:
    if row.amount is None or row.previous_amount is None:
        return
    cell = (
        coded_row(before, row.code, row.section) if row.code else stated_cell(before, row.name, row.section)
    )
    if cell is not None:
        words = f"{row.name}：本年数 − 增减额 = 上年 {cell.words}"
        identity = Identity("previous_amount", words, row, "元", context=because("last_year"))
        amount = money(row.amount, row.printed, row.change_id)
        change = money(row.change, row.change_printed, row.change_id)
        check = compare(identity, amount - change, cell.quantity)
        moved = row.code is not None and check.status == "fails" and not _is_alike(row, cell)
        yield not_checkable(identity, _MOVED, amount - change) if moved else check


def _is_alike(row: BudgetChange, cell: Cell) -> bool:
    """Did last year's table list the code under this name? A classification that changed moves money between codes."""
    name = fold_label(row.name).removesuffix("支出")
    before = (
        fold_label(each.first.name).removesuffix("支出") for each in cell.sheet.coded.get(row.code or "", ())
    )
    return any(name in each or each in name for each in before)
