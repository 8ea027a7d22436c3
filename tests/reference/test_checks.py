"""The rules of the checks name only tables, columns, lines and indicators that exist."""

import pytest

from hrss_tui.records import PerformanceTable
from hrss_tui.reference import budget_tables, income_lines, indicators, three_public_lines, units
from hrss_tui.reference import checks as rules
from hrss_tui.reference.budget_tables import shared_columns, three_public_parts
from hrss_tui.reference.checks import named_rows, statement
from hrss_tui.words import words

MEASURES = {c.measure for table in budget_tables() for block in table.blocks for c in block.columns}
MEASURES |= {column.measure for column in shared_columns()}
TABLES = {table.key for table in budget_tables()}
INDICATORS = {entry.indicator_id for entry in indicators()}


def test_columns_and_tables_exist() -> None:
    for entry in rules.partitions():
        assert {entry.whole, *entry.parts} <= MEASURES
    for rule in rules.between():
        assert f"check.{rule.kind}" in words("zh")
        for amounts in (*rule.left, rule.right):
            assert amounts.table in TABLES and amounts.measure in MEASURES
    assert set(rules.other_money()) <= MEASURES
    assert set(rules.fund_tables()) | set(rules.listed_projects()) <= TABLES
    assert {measure for each in rules.fund_tables().values() for measure in each} <= MEASURES
    for source in rules.performance_rules().department:
        assert source.column in PerformanceTable.__struct_fields__
        assert set(source.measures) <= MEASURES


def test_income_lines_exist() -> None:
    assert {entry.line for entry in rules.income_equalities()} <= {line.key for line in income_lines()}


def test_indicators_exist() -> None:
    named = {entry.total for entry in rules.indicator_sums()}
    named |= {part for entry in rules.indicator_sums() for part in entry.parts}
    named |= {name for entry in rules.indicator_bounds() for name in (entry.part, entry.whole)}
    named |= set(rules.averages()) | set(rules.averages().values())
    assert named <= INDICATORS


def test_units_of_counts_exist() -> None:
    assert {unit for entry in rules.counts() for unit in entry.units} <= set(units())


@pytest.mark.parametrize(
    ("words", "section", "table", "measure", "row"),
    [
        ("收支总预算", "一、收支预算情况总体说明", "overview", "total", ""),
        ("财政拨款收支总预算", "四、", "fiscal_overview", "total", ""),
        ("基 本 支出", "三、关于某厅 2030 年支出预算情况说明", "expenditure", "basic", ""),
        ("基本支出", "五、一般公共预算当年拨款情况说明 / （一）", "general_public", "basic", ""),
        ("“三公”经费", "", "three_public", "total", ""),
        ("公务接待费", "", "three_public", "total", "hospitality"),
    ],
)
def test_words_under_their_headings_mean_a_cell(
    words: str, section: str, table: str, measure: str, row: str
) -> None:
    found = statement(words, section)
    assert found is not None
    assert (found.table, found.measure, found.row) == (table, measure, row)


def test_words_without_their_headings_mean_nothing() -> None:
    assert statement("基本支出", "一、概况") is None
    assert statement("安排职业年金单位缴费支出预算", "三、支出预算情况说明") is None


def test_rows_of_statements_exist() -> None:
    keys = {line.key for line in three_public_lines()}
    assert three_public_parts() <= keys
    assert "vehicles" not in three_public_parts()


def test_a_section_names_the_rows_of_its_table() -> None:
    sections = {
        "四、关于某厅财政拨款收支预算情况的总体说明": "fiscal_overview",
        "五、关于某厅一般公共预算当年拨款情况说明": "general_public",
        "八、关于某厅政府性基金预算拨款情况说明": "government_fund",
    }
    for section, table in sections.items():
        found = named_rows(section)
        assert found is not None and found.table == table
    assert named_rows("一、概况") is None
