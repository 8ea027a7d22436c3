"""What final accounts print as 年初预算数 against the budget of the same department and year, where the package holds it.

Two papers of one name may still be of another scope (本级 or all units), with or without what was carried over, or of
units that joined during the year. That they are of one scope is told by their totals alone: where those differ, nothing
is said but that; where they agree, one amount that differs cannot be right in both, while several may have been moved
from one item to another. The adjusted budget (调整预算数) is another figure and never compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from hrss_tui.compile.checks.basics.book import Row, Sheet
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, show, withdrawn
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.goals.editions import editions
from hrss_tui.compile.checks.prose.sentences import Prose
from hrss_tui.records import BudgetLine, Check, Unread
from hrss_tui.reference import three_public_item
from hrss_tui.words.check_reasons import because

_BUDGET, _FINAL = "budget", "final"
_INITIAL, _TOTAL = "initial_budget", "total"
_THREE_PUBLIC = "three_public"


class Column(msgspec.Struct, frozen=True):
    """One column of one side of a table: its total and its other amounts by what they are of; `leaves` have no parts."""

    sheet: Sheet
    whole: BudgetLine
    cells: Mapping[str, BudgetLine]
    leaves: frozenset[str]

    def amount(self, key: str) -> Quantity:
        """An amount."""
        return self.sheet.cell(self.cells[key])


class Pair(msgspec.Struct, frozen=True):
    """A column of the accounts beside that of the budget."""

    accounts: Column
    budget: Column
    unread: bool

    @property
    def total(self) -> Check:
        """The totals."""
        return _check(self.accounts, self.accounts.whole, self.budget, self.budget.whole)

    @property
    def same_scope(self) -> bool:
        """Do the totals say that both are of one scope? Nothing planned in both says nothing."""
        return self.accounts.whole.amount != 0 and self.total.status != "fails"

    @property
    def apart(self) -> tuple[str, ...]:
        """The amounts without parts that only one has, or that differ."""
        leaves = sorted(self.accounts.leaves | self.budget.leaves)
        return tuple(key for key in leaves if self.one_sided(key) or self.of(key).status == "fails")

    def one_sided(self, key: str) -> bool:
        """Does only one of them print it?"""
        return key not in self.accounts.cells or key not in self.budget.cells

    def of(self, key: str) -> Check:
        """An amount that both print."""
        return _check(self.accounts, self.accounts.cells[key], self.budget, self.budget.cells[key])


def checks(found: Sequence[Prose]) -> Iterator[Check]:
    """Every 年初预算数 that has a published budget; of several editions of that the one with which more agrees."""
    filed = editions(found)
    for key, accounts in filed.items():
        if key.phase == _FINAL:
            budgets = filed.get(msgspec.structs.replace(key, phase=_BUDGET), {})
            for papers in accounts.values():
                yield from _best([list(_against(papers, each)) for each in budgets.values()])


def _best(editions: Iterable[list[Check]]) -> list[Check]:
    """What the edition says with which most amounts agree, the first of such."""
    return max(editions, key=lambda found: sum(one.difference is not None for one in found), default=[])


def _against(accounts: Papers, budget: Papers) -> Iterator[Check]:
    for kind, sheet in accounts.book.sheets.items():
        other = budget.book.sheets.get(kind)
        if other is None:
            continue
        unread = any(row.table_kind == kind for papers in (accounts, budget) for row in papers.of(Unread))
        for side in filter(None, sheet.sides):
            for measure in sorted({key for of, key in sheet.printed if of == side and _is_initial(key)}):
                of_budget = measure.removeprefix(_INITIAL).removeprefix("_") or _TOTAL
                left, right = _column(accounts, kind, side, measure), _column(budget, kind, side, of_budget)
                if left is not None and right is not None:
                    yield from _compared(Pair(left, right, unread))


def _is_initial(measure: str) -> bool:
    return measure == _INITIAL or measure.startswith(f"{_INITIAL}_")


def _column(papers: Papers, kind: str, side: str, measure: str) -> Column | None:
    """The column; None where it has no total, or says two things of one item."""
    sheet, total = papers.book.sheets[kind], papers.book.grand_total(kind, side)
    if total is None or measure not in total.cells:
        return None
    cells: dict[str, BudgetLine] = {}
    leaves = set()
    for row in papers.book.rows(kind, side):
        key = _key(row)
        if key is None or measure not in row.cells or row is total:
            continue
        if key in cells:
            return None
        cells[key] = row.cells[measure]
        if not any(measure in part.cells for part in sheet.below(row)):
            leaves.add(key)
    return Column(sheet, total.cells[measure], cells, frozenset(leaves))


def _key(row: Row) -> str | None:
    """What a row of all units is of: its code, or its item of 三公."""
    first = row.first
    if first.unit_name is not None or first.project is not None:
        return None
    item = three_public_item(first.name) if first.classification == _THREE_PUBLIC else None
    return first.code or (item.key if item and item.key != _THREE_PUBLIC else None)


def _compared(pair: Pair) -> Iterator[Check]:
    total = pair.total
    if not pair.same_scope:
        if total.status == "fails":
            yield withdrawn(total, _scope(pair.budget))
        return
    yield total
    apart = pair.apart
    sure = len(apart) < 2 and not pair.unread and not any(map(pair.one_sided, apart))
    for key in pair.accounts.cells:
        if not pair.one_sided(key):
            check = pair.of(key)
            yield check if sure or check.status != "fails" else withdrawn(check, _moved(pair, key))


def _scope(budget: Column) -> str:
    planned = show(budget.sheet.cell(budget.whole).value, "元")
    return because("published_total", planned=planned)


def _moved(pair: Pair, key: str) -> str:
    planned = show(pair.budget.amount(key).value, "元")
    return because("published", planned=planned)


def _check(accounts: Column, left: BudgetLine, budget: Column, right: BudgetLine) -> Check:
    words = (
        f"{accounts.sheet.label} {_name(left)}，{left.measure_label} = "
        f"预算 {budget.sheet.label} {_name(right)}，{right.measure_label}"
    )
    identity = Identity("initial_budget", words, left, "元", context=because("initial"))
    return compare(identity, accounts.sheet.cell(left), budget.sheet.cell(right))


def _name(line: BudgetLine) -> str:
    return " ".join(filter(None, (line.code, line.name)))
