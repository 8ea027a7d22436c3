"""三公 tables whose columns name the items: 合计 | 因公出国（境）费 | 公务接待费 | … over one row of amounts.

Such an amount is recorded as the same line that a table with one row an item would give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui.compile.budget.compared import differs, is_share, of_year, says_change
from hrss_tui.compile.budget.header import Context, HeaderColumn, measure
from hrss_tui.compile.budget.labels import bare_label, label_year
from hrss_tui.compile.budget.rulers import totals
from hrss_tui.reference import three_public_item
from hrss_tui.reference.budget_tables import BudgetBlock, qualifiers
from hrss_tui.reference.print import subtotal_labels
from hrss_tui.sources.text import close_gaps

_TOTAL = "three_public"
_FIGURES = (
    "budget",
    "initial_budget",
    "adjusted_budget",
    "previous",
    "before_previous",
    "change",
    "difference",
)


def item_label(labels: Sequence[str]) -> str | None:
    """The name of the item whose amounts a column holds, None where its labels name none.

    A sum below the name of an item is that item (小计 below 公务用车购置及运行费, or below 三公 beside 会议费); 预算数 and 决算数 are passed over. A sum
    alone is an item only where something about 三公 spans it. Print may have broken a name over two rows.
    """
    printed = [label for label in labels if bare_label(label) not in _figures()]
    if not printed:
        return None
    leaf = printed[-1]
    if three_public_item(leaf) is not None:
        return close_gaps(leaf)
    named = next(
        (leaf.removesuffix(word) for word in (*totals(), *subtotal_labels()) if leaf.endswith(word)), ""
    )
    if named and three_public_item(named) is not None:
        return close_gaps(named)
    whole = three_public_item("".join(printed[-2:]))
    if whole is not None and whole.key != _TOTAL and not is_sum(leaf):
        return close_gaps("".join(printed[-2:]))
    if is_sum(leaf):
        above = [(label, found) for label in printed[:-1] if (found := three_public_item(label))]
        if above:
            of_all = above[-1][1].key == _TOTAL and bare_label(leaf) not in subtotal_labels()
            return close_gaps(leaf if of_all else above[-1][0])
    return None


def held_twice(
    columns: Sequence[tuple[str | None, str | None, Sequence[str]]],
) -> frozenset[tuple[str | None, str | None]]:
    """Items with their figures that several columns hold below different labels, which nothing tells apart."""
    paths = {(item, figure, tuple(map(bare_label, labels))) for item, figure, labels in columns}
    times = Counter((item, figure) for item, figure, _ in paths)
    return frozenset(one for one, count in times.items() if count > 1)


def is_sum(label: str) -> bool:
    """Is it the label of a sum?"""
    return bare_label(label) in totals() or bare_label(label) in subtotal_labels()


@cache
def _figures() -> frozenset[str]:
    return frozenset((*qualifiers("final"), *qualifiers("budget")))


def item_level(name: str) -> int | None:
    """0 for the 三公 total, 2 for a part of the vehicles, 1 for another item, None where the name is none of them."""
    item = three_public_item(name)
    if item is None:
        return None
    return 0 if item.key == _TOTAL else 2 if item.parent else 1


def item_measure(block: BudgetBlock, column: HeaderColumn, context: Context) -> str | None:
    """Which figure of a 三公 item a column gives: what its labels say besides naming the item; None for a part in a hundred."""
    if any(map(is_share, column.labels)):
        return None
    compared = [label for label in column.labels if says_change(label)]
    if compared:
        return differs(compared, context.phase, context.year)
    figures = tuple(label for label in column.labels if bare_label(label) in qualifiers(context.phase))
    dated = next((label for label in column.labels if label_year(label)), None)
    said = figures or ((dated,) if dated else ())
    if not said:
        return "total"
    if not figures and context.year and (earlier := label_year(said[0]) or context.year) < context.year:
        return of_year(earlier, context.year)  # 2034年“三公”经费预算数: of the item, in another year
    found = measure(block, msgspec.structs.replace(column, labels=said), context)
    return found if found in _FIGURES else "total"
