"""Columns that follow from others: days of periods, numbers of targets, values in base units."""

from __future__ import annotations

from typing import Any

import pytest

from hrss_tui.compile.derived import fill
from hrss_tui.pack.read import Pack
from hrss_tui.records import (
    Document,
    Observation,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    Record,
)


def made(record: type[Any], **values: object) -> Any:
    return record(**dict.fromkeys(record.__struct_fields__) | values)


def filled(row: Record) -> Any:
    tables: dict[str, list[Record]] = {row.TABLE: [row]}
    fill(tables)
    return tables[row.TABLE][0]


@pytest.mark.parametrize("struct", [Document, Observation])
def test_a_period_has_a_first_and_a_last_day(struct: type[Record]) -> None:
    row = filled(made(struct, period="2031/2032-06"))
    assert (row.period_start, row.period_end) == ("2031-01-01", "2032-06-30")


@pytest.mark.parametrize("struct", [PrefectureValue, PrefectureTotal])
def test_a_value_of_a_place_is_exact_in_its_base_unit(struct: type[Record]) -> None:
    row = filled(made(struct, value=4.35, unit="万人次"))
    assert (row.base_value, row.base_unit) == (43500.0, "人次")


def test_what_does_not_apply_has_no_base_value_and_what_stood_there_is_gone() -> None:
    row = filled(made(PrefectureValue, value=None, unit="万人", base_value=1.0, base_unit="人"))
    assert (row.base_value, row.base_unit) == (None, None)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"operator": ">=", "value": "8.04", "unit": "万个", "previous_value": 7.5, "previous_unit": "万个"},
         (8.04, 80400.0, "个", 75000.0)),
        ({"operator": ">=", "value": "93", "unit": "万人次", "previous_value": 93.0, "previous_unit": "万人"},
         (93.0, 930000.0, "人次", None)),
        ({"operator": "=", "value": "3", "unit": None}, (3.0, 3.0, None, None)),
        ({"operator": "text", "value": "明显提升", "unit": None, "previous_value": 3.0, "previous_unit": "%"},
         (None, None, None, None)),
        ({"operator": "text", "value": "12", "unit": "%"}, (None, None, None, None)),
        ({"operator": "=", "value": "1,200", "unit": "件"}, (1200.0, 1200.0, "件", None)),
        ({"operator": "=", "value": "1e9", "unit": "%"}, (None, None, None, None)),
    ],
)  # fmt: skip
def test_a_target_is_a_number_where_it_is_one(told: dict[str, Any], expected: tuple[Any, ...]) -> None:
    row = filled(made(PerformanceTarget, **told))
    assert (row.number, row.base_value, row.base_unit, row.previous_base_value) == expected


def test_every_figure_of_the_package_has_its_base_value(pack: Pack) -> None:
    for row in pack.rows(PrefectureValue):
        assert (row.base_value is None) == (row.value is None)
    for target in pack.rows(PerformanceTarget):
        assert (target.number is None) == (target.operator == "text")
    assert all(row.period_start for row in pack.rows(Observation) if row.period)
