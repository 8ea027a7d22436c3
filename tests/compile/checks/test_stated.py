"""Checks of tables of indicators: changes, rates and sums that are right, wrong, and such that prove nothing."""

from __future__ import annotations

import pytest

from hrss_tui.compile.checks import checks
from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Record
from hrss_tui.sources.formats.form import SourceFile


def found(*rows: str, unit: str = "", table: str = "2036年主要指标情况表") -> list[tuple[str, str]]:
    """The checks of a table, by kind and outcome."""
    lines = [
        "枫桥市2036年人力资源和社会保障工作情况",
        "",
        table,
        *([f"单位：{unit}"] if unit else []),
        *rows,
        "",
    ]
    tables: dict[str, list[Record]] = {}
    for document in compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", tuple(lines))):
        for record in document.harvest.records:
            tables.setdefault(record.TABLE, []).append(record)
    return [(check.kind, check.status) for check in checks(tables)]


def test_a_change_and_a_growth_follow_from_the_two_years() -> None:
    head = "项目\t2036年\t2035年\t增减额\t增减率（%）"
    right, wrong = "失业保险基金收入\t4.54\t4.35\t0.19\t4.37", "工伤保险基金收入\t8.50\t7.70\t0.90\t1.39"
    assert found(head, right, wrong, unit="亿元") == [
        ("stated_change", "exact"),
        ("stated_growth", "exact"),
        ("stated_change", "fails"),
        ("stated_growth", "fails"),
    ]


@pytest.mark.parametrize(
    ("head", "figures"),
    [
        ("项目\t本月\t上月\t环比（%）", "31\t29\t9.9"),
        ("项目\t2036年\t2035年\t同比增长（可比口径%）", "31\t29\t9.9"),
        ("项目\t2036年\t2034年\t增长（%）", "31\t29\t9.9"),
        ("项目\t2036年目标\t2035年目标\t增长（%）", "31\t29\t9.9"),
        ("项目\t2036年\t2035年\t两年平均增长（%）", "31\t29\t9.9"),
        ("项目\t2036年\t2035年\t比2031年末累计增长（%）", "31\t29\t9.9"),
        ("项目\t2036年\t2035年\t实际增长（%）", "31\t29\t9.9"),
    ],
)
def test_a_growth_over_another_base_is_not_computed(head: str, figures: str) -> None:
    rows = (f"失业保险基金收入\t{figures}", f"工伤保险基金收入\t{figures}")
    assert "fails" not in {status for _, status in found(head, *rows, unit="亿元")}


def test_a_rate_is_what_was_done_of_what_was_aimed_at() -> None:
    rows = ("城镇新增就业（人）\t9000\t9420\t104.7", "职业技能培训（人次）\t15000\t14210\t97.4")
    assert found("项目\t年度计划\t完成数\t完成率（%）", *rows) == [
        ("stated_completion", "exact"),
        ("stated_completion", "fails"),
    ]
    plain = ("城镇新增就业\t9000\t9420\t104.7", "就业困难人员就业\t900\t918\t120.0")
    assert [status for _, status in found("项目\t年度计划\t完成数\t完成率", *plain, unit="人、%")] == [
        "exact",
        "fails",
    ]
    bounds = ("城镇登记失业率（%）\t4.5以内\t3.9\t115", "城镇失业人员（人）\t≤900\t800\t112")
    assert found("项目\t年度计划\t完成数\t完成率（%）", *bounds) == []


def test_rows_add_up_to_their_sum_where_another_column_shows_that_they_are_all() -> None:
    rows = ("高中及以下\t5,210\t4,010", "大专\t2,140\t1,980", "本科\t1,100\t2,600")
    head = "学历\t需求人数\t求职人数"
    assert found(head, *rows, "合计\t8,450\t8,590", unit="人") == [("stated_parts", "exact")] * 2
    assert found(head, *rows, "合计\t8,450\t8,950", unit="人") == [
        ("stated_parts", "exact"),
        ("stated_parts", "fails"),
    ]
    assert found(head, *rows, "合计\t9,450\t9,150", unit="人") == [("stated_parts", "not_checkable")] * 2
    rest = ("其他\t250\t310",)
    assert found(head, *rows, *rest, "合计\t8,700\t9,150", unit="人")[1] == ("stated_parts", "fails")


def test_persons_in_several_rows_are_fewer_whatever_the_money_adds_up_to() -> None:
    rows = ("失业保险\t15.73\t0.84", "工伤保险\t17.09\t0.47", "合计\t20.15\t1.31")
    assert found("险种\t参保人数\t基金收入", *rows, unit="万人、亿元") == [
        ("stated_parts", "not_checkable"),
        ("stated_parts", "exact"),
    ]


def test_what_is_numbered_below_a_row_adds_up_to_it() -> None:
    head = "项目\t2036年\t2035年"
    rows = ("1.失业保险\t4.54\t4.35", "2.工伤保险\t8.50\t7.70", "二、基金支出\t7.15\t6.84")
    assert found(head, "一、基金收入\t13.04\t12.50", *rows, unit="亿元") == [
        ("stated_parts", "exact"),
        ("stated_parts", "fails"),
    ]
    assert found(head, "一、基金收入\t19.04\t18.50", *rows, unit="亿元") == []


def test_rates_and_means_are_not_added_up() -> None:
    rows = ("制造业\t5,200\t38.5", "建筑业\t4,100\t29.0", "合计\t4,800\t90.0")
    assert found("行业\t月均工资（元）\t占比（%）", *rows) == []


def test_rows_of_places_are_checked_alike() -> None:
    head = (
        "地区\t城镇新增就业\t\t\t\t失业保险\t\t\t",
        "\t年度目标\t完成数\t完成率\t排位\t2036年\t2035年\t增减\t增减率%",
    )
    rows = (
        "涪城区\t6500\t6012\t92.49%\t1\t842\t810\t32\t4.0",
        "游仙区\t7900\t7100\t98.87%\t2\t355\t361\t6\t-1.7",
    )
    assert found(*head, *rows, unit="人", table="2036年各县区完成情况") == [
        ("stated_completion", "exact"),
        ("stated_change", "exact"),
        ("stated_growth", "exact"),
        ("stated_completion", "fails"),
        ("stated_change", "fails"),
        ("stated_growth", "exact"),
    ]


def test_months_of_places_add_up_to_what_they_divide() -> None:
    head = "地区\t1月\t2月\t3月\t合计"
    rows = ("涪城区\t520\t410\t980\t1910", "游仙区\t80\t65\t140\t295", "合计\t600\t475\t1120\t2205")
    made = found(head, *rows, unit="人", table="2036年一季度各县区城镇新增就业人数")
    assert [status for kind, status in made if kind == "stated_parts"] == ["exact", "fails", "fails"]


def test_what_a_change_of_places_is_counted_in_may_stand_below_it() -> None:
    head = ("地区\t参保人数\t\t同比增减\t", "\t2036年\t2035年\t人数\t幅度")
    rows = ("涪城区\t842\t810\t32\t4.0%", "游仙区\t355\t361\t-6\t17.0%")
    assert found(*head, *rows, unit="人、%", table="2036年各县区参保情况") == [
        ("stated_change", "exact"),
        ("stated_growth", "exact"),
        ("stated_change", "exact"),
        ("stated_growth", "fails"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "地区\t2036年9月\t2035年9月\t较年初增加",
        "地区\t2036年\t2035年\t较2031年增加",
        "地区\t2036年\t2035年\t年均增长（%）",
        "地区\t2036年\t2035年\t实际增长（%）",
        "地区\t2036年地区生产总值\t2035年地区生产总值\t增长（%）",
    ],
)
def test_a_change_over_another_base_is_not_computed_of_places(head: str) -> None:
    rows = ("涪城区\t84.2\t81.0\t9.5", "游仙区\t35.5\t36.1\t7.2")
    made = found(head, *rows, unit="亿元", table="2036年各县区情况表")
    assert "fails" not in {status for _, status in made}


def test_what_there_is_at_the_end_of_each_quarter_is_not_added_up() -> None:
    rows = ("一季度\t3,120\t9,040", "二季度\t3,560\t8,185", "合计\t6,680\t8,185")
    made = found("季度\t城镇新增就业人数\t登记失业人数", *rows, unit="人")
    assert made == [("stated_parts", "exact")]  # of the jobs


def test_quarters_and_months_add_up_to_what_they_divide() -> None:
    head = "项目\t一季度\t二季度\t三季度\t四季度\t全年"
    right, stock = "岗位需求数\t410\t530\t620\t440\t2,000", "期末在册企业数\t900\t910\t915\t905\t905"
    more, fewer = "发布岗位数\t300\t200\t250\t250\t1,020", "办结岗位数\t300\t200\t250\t250\t980"
    assert found(head, right, stock, more, unit="个") == [
        ("stated_parts", "exact"),
        ("stated_parts", "fails"),
    ]
    assert found(head, right, fewer, unit="个")[1] == ("stated_parts", "not_checkable")
    assert found(head, more, stock, unit="个") == [("stated_parts", "not_checkable")]
    loans = "项目\t1月\t2月\t3月\t一季度", "贷款发放额\t40\t30\t50\t120", "月末贷款余额\t3\t15\t600\t600"
    assert [status for _, status in found(*loans, unit="万元")] == ["exact", "not_checkable"]
    months = "1月\t4.10\t4.10", "2月\t3.25\t7.35", "3月\t5.00\t13.25", "4月\t2.00\t15.25"
    assert [status for _, status in found("月份\t当月基金收入\t累计基金收入", *months, unit="亿元")] == [
        "exact",
        "fails",
        "exact",
    ]


@pytest.mark.parametrize("label", ["序时进度（%）", "时序完成进度（%）"])
def test_a_rate_of_the_time_that_is_over_is_none_of_the_whole_aim(label: str) -> None:
    rows = ("城镇新增就业（人）\t9000\t6420\t107.0", "职业技能培训（人次）\t15000\t7210\t72.1")
    assert found(f"项目\t年度计划\t完成数\t{label}", *rows) == []


def test_a_note_on_what_is_comparable_leaves_growth_open() -> None:
    rows = (
        "失业保险基金收入\t4.54\t4.35\t7.1",
        "工伤保险基金收入\t8.50\t7.70\t10.4",
        "注：增幅按可比口径计算。",
    )
    assert found("项目\t2036年\t2035年\t增长（%）", *rows, unit="亿元") == [
        ("stated_growth", "not_checkable"),
        ("stated_growth", "exact"),
    ]


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        (("3.50", "3.70", "-1.50"), ["exact", "exact", "exact"]),
        (("3.53", "3.70", "-1.50"), ["exact", "fails", "fails"]),
        (("3.50", "3.70", "-1.90"), ["exact", "exact", "fails"]),
    ],
)
def test_rates_that_all_end_with_a_zero_are_no_more_precise_than_without(
    rates: tuple[str, ...], expected: list[str]
) -> None:
    """A sheet shows 3.5 as 3.50 in a column of two decimals: 38.25 of 1082.11 is 3.53."""
    head = "项目\t2036年\t2035年\t增减率（%）"
    levels = (
        "养老保险基金收入\t1120.36\t1082.11",
        "失业保险基金收入\t452.18\t436.00",
        "工伤保险基金收入\t540.02\t548.10",
    )
    rows = [f"{level}\t{rate}" for level, rate in zip(levels, rates, strict=True)]
    grown = [status for kind, status in found(head, *rows, unit="亿元") if kind == "stated_growth"]
    assert grown == expected
