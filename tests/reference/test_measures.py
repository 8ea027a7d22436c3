"""Names of measures: every column of every table has one of its own, in both languages."""

from __future__ import annotations

import pytest

from hrss_tui.reference.budget_tables import (
    all_qualifiers,
    budget_tables,
    measure_names,
    shared_columns,
)
from hrss_tui.reference.measures import measure_name

KEYS = {column.measure for column in shared_columns()} | {
    column.measure for table in budget_tables() for block in table.blocks for column in block.columns
}


def test_every_measure_has_a_name_that_no_other_has() -> None:
    found = {key: measure_name(key) for key in KEYS}
    assert all(found.values())
    columns = [name for key, name in found.items() if name and not key.startswith("economic_")]
    for names in ([name.zh for name in columns], [name.en for name in columns]):
        assert sorted(names) == sorted(set(names))


def test_no_name_is_of_a_measure_that_no_table_has() -> None:
    assert set(measure_names()) <= KEYS


def test_every_figure_of_an_item_is_named_once() -> None:
    keys = {each.key for each in all_qualifiers() if each.key}
    named = [each.key for each in all_qualifiers() if each.name and each.name_en]
    assert sorted(named) == sorted(keys)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("total", ("合计", "Total")),
        ("economic_302", ("商品和服务支出", "Goods and services")),
        ("economic_30201", ("办公费", "Office expenses")),
        ("previous", ("上年数", "Last year")),
        ("adjusted_budget_project", ("项目支出（全年预算数）", "Projects (adjusted budget)")),
        ("budget_economic_301", ("工资福利支出（预算数）", "Wages and benefits (budget)")),
        ("weather", None),
        ("previous_weather", None),
    ],
)
def test_a_key_is_a_column_an_economic_class_a_figure_or_two_of_them(
    key: str, name: tuple[str, str] | None
) -> None:
    assert measure_name(key) == name


def test_kinds_of_spending_from_one_fund_are_named_by_both() -> None:
    named = measure_name("government_fund_project")
    assert named is not None
    assert named.zh == "政府性基金预算：项目支出"
    assert measure_name("government_fund_unknown") is None
