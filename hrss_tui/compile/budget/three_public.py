"""三公 tables whose columns name the items: 合计 | 因公出国（境）费 | 公务接待费 | … over one row of amounts.

Such an amount is recorded as the same line that a table with one row an item would give.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hrss_tui.compile.budget.labels import bare_label
from hrss_tui.compile.budget.rulers import totals
from hrss_tui.reference import three_public_lines
from hrss_tui.reference.budget_tables import qualifiers
from hrss_tui.sources.text import close_gaps

_SUMS = ("小计",)


@cache
def _items() -> dict[str, str]:
    """Bare label → key of the item."""
    return {bare_label(label): line.key for line in three_public_lines() for label in line.labels}


@cache
def _parts() -> frozenset[str]:
    return frozenset(line.key for line in three_public_lines() if line.parent)


def item_label(labels: Sequence[str]) -> str | None:
    """The name of the item whose amounts a column holds, None where its labels name none.

    A sum below the name of an item is that item (小计 below 公务用车购置及运行费); 预算数 and 决算数 are passed over. A sum
    alone is an item only where something about 三公 spans it.
    """
    printed = [label for label in labels if bare_label(label) not in _figures()]
    if not printed:
        return None
    leaf, above = bare_label(printed[-1]), [bare_label(label) for label in printed[:-1]]
    if leaf in _items():
        return close_gaps(printed[-1])
    if leaf in totals() or leaf in _SUMS:
        named = [label for label in printed[:-1] if bare_label(label) in _items()]
        if named and _items()[bare_label(named[-1])] != "three_public":
            return close_gaps(named[-1])
        if any("三公" in label for label in above):
            return close_gaps(printed[-1])
    return None


@cache
def _figures() -> frozenset[str]:
    return frozenset((*qualifiers("final"), *qualifiers("budget")))


def item_level(name: str) -> int | None:
    """0 for the 三公 total, 2 for a part of the vehicles, 1 for another item, None where the name is none of them."""
    key = _items().get(bare_label(name))
    if key is None:
        return None
    return 0 if key == "three_public" else 2 if key in _parts() else 1
