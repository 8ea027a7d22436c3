"""Insurances by what there is of each at the end of the year, quantities in the unit of the row, years with what is only expected."""

from __future__ import annotations

from hrss_tui.records import Observation
from tests.compile.stated.test_extract import Tables, compiled, unread


def observed(tables: Tables) -> list[Observation]:
    return [row for row in tables["observations"] if isinstance(row, Observation)]


def test_those_insured_at_the_end_of_the_year_are_those_insured() -> None:
    tables = compiled(
        "险种\t年末参保人数（万人）\t比上年末增减（万人）\t期末参保人数占比（%）",
        "企业职工基本养老保险\t41.8\t1.2\t30.1",
        "失业保险\t26.4\t-0.3\t19.0",
        table="2036年枫桥市社会保险情况",
        title="枫桥市人社统计资料",
    )
    insured = [row for row in observed(tables) if not row.subject.endswith("占比")]
    assert [(row.indicator_id, row.printed, row.period, row.change) for row in insured] == [
        ("enterprise_pension_insured", "41.8", "2036-12-31", None),
        ("enterprise_pension_insured", "1.2", "2036-12-31", "increase"),
        ("unemployment_insured", "26.4", "2036-12-31", None),
        ("unemployment_insured", "0.3", "2036-12-31", "decrease"),
    ]


def test_a_quantity_is_in_the_unit_of_its_row_money_too() -> None:
    head = "指标\t单位\t本月\t\t本年累计\t", "\t\t数量\t同比±%\t数量\t同比±%"
    tables = compiled(
        *head,
        "城镇新增就业\t人\t120\t3.1\t905\t2.0",
        "失业保险金发放\t万元\t46.2\t-1.5\t380.6\t0.9",
        table="2036年7月枫桥市人社主要指标",
        title="枫桥市人社统计资料",
    )
    assert [(row.printed, row.unit) for row in observed(tables) if row.unit != "%"] == [
        ("120", "人"),
        ("905", "人"),
        ("46.2", "万元"),
        ("380.6", "万元"),
    ]
    assert not unread(tables)


def test_an_amount_of_what_is_counted_is_still_open() -> None:
    """金额 says that it is money: a row that counts persons contradicts it."""
    tables = compiled(
        "指标\t单位\t金额",
        "城镇新增就业\t人\t120",
        "失业保险金发放\t万元\t46.2",
        table="2036年枫桥市人社主要指标",
        title="枫桥市人社统计资料",
    )
    assert "120" not in [row.printed for row in observed(tables)]


def test_rows_of_years_say_in_brackets_what_is_expected_and_planned() -> None:
    tables = compiled(
        "年份\t城镇新增就业（人）\t城镇登记失业率（%）",
        "2035年\t1,310\t3.2",
        "2036年（预计）\t1,340\t3.1",
        "2037年（计划）\t1,350\t4.0以内",
        table="枫桥市人社局 2036年11月",
        title="枫桥市近年主要指标",
    )
    assert [
        (row.printed, row.period, row.kind, row.operator, bool(row.scope_note)) for row in observed(tables)
    ] == [
        ("1,310", "2035", "actual", "=", False),
        ("3.2", "2035", "actual", "=", False),
        ("1,340", "2036", "target", "=", True),
        ("3.1", "2036", "target", "=", True),
        ("1,350", "2037", "target", "=", False),
        ("4.0", "2037", "target", "<=", False),
    ]
