"""What the measures of budget amounts are called: the keys of columns, of economic classes, and which figure of an item.

A key is that of a column (`basic`), of an economic code (`economic_302`), of a figure of the item other than that of the
document (`initial_budget`), or of both (`initial_budget_basic`); kinds of spending from one fund are `general_public_budget_basic`.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from hrss_tui.reference.budget_tables import (
    all_qualifiers,
    budget_tables,
    measure_names,
    shared_columns,
    sum_labels,
)
from hrss_tui.reference.classifications import economic_codes, government_economic_codes
from hrss_tui.reference.print import subtotal_labels
from hrss_tui.reference.text import fold_label

FUNDS = (
    "general_public_budget",
    "government_fund",
    "state_capital",
    "special_account",
    "unit_funds",
    "fiscal_subtotal",
)
"""Measures that are money of one source."""
SPENDING = ("basic", "project", "personnel", "operating")
"""Measures that are kinds of spending, of all sources or of the one above them."""
_ECONOMIC = "economic_"
_WHOLE = "total"


class Named(NamedTuple):
    """A Chinese and an English name."""

    zh: str
    en: str


def measure_name(key: str) -> Named | None:
    """What a measure is called; None for a key that no reference entry gives."""
    known = _columns().get(key) or _economic().get(key.removeprefix(_ECONOMIC))
    if known is not None:
        return known
    for figure, name in _figures().items():
        if key == figure:
            return name
        base = measure_name(key.removeprefix(f"{figure}_")) if key.startswith(f"{figure}_") else None
        if base is not None:
            return Named(f"{base.zh}（{name.zh}）", f"{base.en} ({name.en.lower()})")
    for fund in FUNDS:
        if key.removeprefix(f"{fund}_") in SPENDING:
            whole, part = _columns()[fund], _columns()[key.removeprefix(f"{fund}_")]
            return Named(f"{whole.zh}：{part.zh}", f"{whole.en}: {part.en.lower()}")
    return None


@cache
def _columns() -> Mapping[str, Named]:
    """The measures of columns, each by a name of its own or the first label that is more than a sum."""
    sums = sum_labels().union(map(fold_label, subtotal_labels()))
    found: dict[str, Named] = {}
    columns = [column for table in budget_tables() for block in table.blocks for column in block.columns]
    for column in (*shared_columns(), *columns):
        usable = (text for text in column.labels if column.measure == _WHOLE or fold_label(text) not in sums)
        label = measure_names().get(column.measure) or next(usable, None)
        if label is not None:
            found.setdefault(column.measure, Named(label, column.label_en))
    return MappingProxyType(found)


@cache
def _economic() -> Mapping[str, Named]:
    codes = (*economic_codes(), *government_economic_codes())
    return MappingProxyType({code.code: Named(code.name, code.name_en) for code in codes})


@cache
def _figures() -> Mapping[str, Named]:
    return MappingProxyType(
        {each.key: Named(each.name, each.name_en) for each in all_qualifiers() if each.name}
    )
