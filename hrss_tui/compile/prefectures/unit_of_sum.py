"""The unit of columns that state none beside their sum, which states one: 合计（万元） | 培训补贴 | 创业补贴."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.compile.prefectures.cells import Number, number
from hrss_tui.compile.prefectures.labels import Measure
from hrss_tui.compile.prefectures.names import is_sum
from hrss_tui.compile.prefectures.rows import Labelled
from hrss_tui.compile.prefectures.units import is_ratio

_FEWEST = 2
"""Columns that make up a sum, and rows that prove it, at least."""


def with_unit_of_sum(measures: Sequence[Measure], rows: Sequence[Labelled]) -> list[Measure]:
    """The columns, where those without a unit make up in every row the one column of a sum that has one: they are counted as it is."""
    sums = [each for each in measures if each.unit and not is_ratio(each.unit) and is_sum(each.leaf)]
    parts = [each for each in measures if each.unit == ""]
    if len(sums) != 1 or len(parts) < _FEWEST or not _make_up(sums[0], parts, rows):
        return list(measures)
    return [msgspec.structs.replace(each, unit=sums[0].unit) if each in parts else each for each in measures]


def _make_up(whole: Measure, parts: Sequence[Measure], rows: Sequence[Labelled]) -> bool:
    """Is in every row that prints all of them the sum what the parts add up to?"""
    proved = 0
    for row in rows:
        stated, found = _number(row, whole), [_number(row, each) for each in parts]
        if stated is None or any(each is None for each in found):
            continue
        if sum(each.value for each in found if each is not None) != stated.value:
            return False
        proved += 1
    return proved >= _FEWEST


def _number(row: Labelled, measure: Measure) -> Number | None:
    cells = row.row.cells
    found = number(cells[measure.index].text) if measure.index < len(cells) else None
    return found if found is not None and found.operator == "=" and not found.unit else None
