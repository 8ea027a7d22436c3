"""Last year's amounts that a budget implies against those of last year's budget, where the package holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui.compile.checks.basics.cells import coded_row, stated_cell
from hrss_tui.compile.checks.basics.identity import Identity, compare
from hrss_tui.compile.checks.basics.papers import Papers, money
from hrss_tui.compile.checks.prose.sentences import Prose
from hrss_tui.records import BudgetChange, BudgetTable, Check
from hrss_tui.sources.text import fold


def checks(found: Sequence[Prose]) -> Iterator[Check]:
    """Every statement of change of a department that has a budget of the year before."""
    budgets: dict[tuple[str, int], Papers] = {}
    for each in found:
        for table in each.papers.of(BudgetTable):
            if table.department and table.year:
                budgets.setdefault((fold(table.department), table.year), each.papers)
    for (department, year), papers in budgets.items():
        before = budgets.get((department, year - 1))
        if before is not None:
            for row in papers.of(BudgetChange):
                yield from _previous(row, before)


def _previous(row: BudgetChange, before: Papers) -> Iterator[Check]:
    if row.amount is None or row.previous_amount is None:
        return
    cell = (
        coded_row(before, row.code, row.section) if row.code else stated_cell(before, row.name, row.section)
    )
    if cell is not None:
        words = f"{row.name}：本年数 − 增减额 = 上年 {cell.words}"
        identity = Identity("previous_amount", words, row, "元", context="推出的上年数与上年预算不同")
        amount = money(row.amount, row.printed, row.change_id)
        change = money(row.change, row.change_printed, row.change_id)
        yield compare(identity, amount - change, cell.quantity)
