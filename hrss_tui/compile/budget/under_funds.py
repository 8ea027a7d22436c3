"""Columns below the label of a fund: 基本支出 below 一般公共预算 is that of one fund, where others stand beside it.

What two columns of different labels would both be is neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from hrss_tui.compile.budget.header import Context, HeaderColumn, measure
from hrss_tui.compile.budget.labels import bare_label
from hrss_tui.reference.budget_tables import BudgetBlock
from hrss_tui.reference.measures import FUNDS, SPENDING
from hrss_tui.reference.print import subtotal_labels, total_endings

_ECONOMIC, _TOTAL = "economic_", "total"
_INCOME = "current_income"
_OF_YEAR = ("本年", "当年")
_INCOME_OF_YEAR = tuple(f"{year}收入{total}" for year in _OF_YEAR for total in total_endings())


def measures_of(
    columns: Sequence[tuple[HeaderColumn, str | None]], block: BudgetBlock, context: Context
) -> list[str | None]:
    """The measures of columns, each with what the fund above it makes of it; None where that is not sure."""
    present = {each for _, each in columns if each in FUNDS}
    economic = sum(each is not None and each.startswith(_ECONOMIC) for _, each in columns)
    found: list[str | None] = []
    for column, each in columns:
        fund = _fund(column, block, context) if each is not None else None
        if fund is None or not present - {fund}:
            found.append(each)
        elif each in SPENDING:
            found.append(f"{fund}_{each}")
        else:
            found.append(None if each is not None and each.startswith(_ECONOMIC) and economic == 1 else each)
    return _told_apart(columns, found)


def _fund(column: HeaderColumn, block: BudgetBlock, context: Context) -> str | None:
    """The fund that the nearest label above a column names."""
    for end in range(len(column.labels) - 1, 0, -1):
        above = measure(block, msgspec.structs.replace(column, labels=column.labels[:end]), context)
        if above in FUNDS:
            return above
    return None


def _told_apart(
    columns: Sequence[tuple[HeaderColumn, str | None]], found: Sequence[str | None]
) -> list[str | None]:
    """The measures without those that columns of one leaf below different labels share.

    A 小计 that nothing is above is of a part whose label is lost, where another column is the total.
    """
    paths = [tuple(map(bare_label, column.labels)) for column, _ in columns]
    if any(each == _TOTAL and path != subtotal_labels() for path, each in zip(paths, found, strict=True)):
        found = [
            None if each == _TOTAL and path == subtotal_labels() else each
            for path, each in zip(paths, found, strict=True)
        ]
    found = _one_total(paths, found)
    times = Counter(
        (path[-1], each) for path, each in dict.fromkeys(zip(paths, found, strict=True)) if each is not None
    )
    apart = _parted(list(zip(paths, found, strict=True)))
    return [
        None if each is not None and (times[path[-1], each] > 1 or (path, each) in apart) else each
        for path, each in zip(paths, found, strict=True)
    ]


def _one_total(paths: Sequence[tuple[str, ...]], found: Sequence[str | None]) -> list[str | None]:
    """Of columns whose labels all name totals (收入总计 | 本年收入合计) the one of this year is that beside the whole.

    What another of them is the total of is not known.
    """
    totals = dict.fromkeys(path for path, each in zip(paths, found, strict=True) if each == _TOTAL)
    if len(totals) < 2 or len({path[-1] for path in totals}) < 2:
        return list(found)
    spent = next((path for path in totals if path[-1] not in _INCOME_OF_YEAR), None)
    whole = next((path for path in totals if not path[-1].startswith(_OF_YEAR)), spent)
    return [
        each if each != _TOTAL or path == whole else _INCOME if path[-1] in _INCOME_OF_YEAR else None
        for path, each in zip(paths, found, strict=True)
    ]


def _parted(columns: Sequence[tuple[tuple[str, ...], str | None]]) -> set[tuple[tuple[str, ...], str | None]]:
    """What several columns are with others between them: labels above them that told them apart are lost."""
    runs = [one for one, before in zip(columns, (None, *columns), strict=False) if one != before]
    return {one for one, count in Counter(runs).items() if count > 1}
