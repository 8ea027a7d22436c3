"""What a rate has moved by, in a column without a unit, and titles above the captions of their tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_tables import Tables, compile_html, html_table


def told(tables: Tables) -> list[tuple[str, str, str, str | None]]:
    return [(row["subject"], row["printed"], row["unit"], row["change"]) for row in tables["observations"]]


@pytest.mark.parametrize("rate", ["电话接通率|%", "电话接通率（%）|"])
def test_a_rate_moves_by_points_where_its_two_years_show_it(tmp_path: Path, rate: str) -> None:
    body = html_table(
        "指标名称|单位|2033年|2032年|比上年增减",
        f"{rate}|91.40|93.10|-1.70",
        "来电|万个|30.20|28.00|2.20",
        "工单|万件|7.10|6.60|0.50",
    )
    tables = compile_html(f"<h1>甲县2033年热线工作统计公报</h1><p>表1　2033年主要指标</p>{body}", tmp_path)
    assert ("电话接通率比上年增减", "1.70", "百分点", "decrease") in told(tables)
    assert tables["unread"] == []


def test_a_change_of_a_rate_that_its_years_do_not_show_is_open(tmp_path: Path) -> None:
    body = html_table(
        "指标名称|单位|2033年|2032年|比上年增减",
        "电话接通率|%|91.40|93.10|-1.83",
        "来电|万个|30.20|28.00|2.20",
        "工单|万件|7.10|6.60|0.50",
    )
    tables = compile_html(f"<h1>甲县2033年热线工作统计公报</h1><p>表1　2033年主要指标</p>{body}", tmp_path)
    assert [row for row in tables["observations"] if row["change"]] == []


def test_the_year_among_the_captions_of_a_table_is_not_its_title(tmp_path: Path) -> None:
    """部门 | 2031年度 | 单位 stand below the title in every final accounts: the table was declared as unknown."""
    body = html_table(
        "c5:公开10表",
        "c5:机构运行信息表",
        "部门：甲县水务局|2033年度|c3:金额单位：万元",
        "项目|预算数|统计数|项目|统计数",
        "一、机关运行经费|40.00|41.20|二、国有资产占用情况|—",
        "（一）行政单位|30.00|30.00|（一）车辆数合计（辆）|5",
        "（二）参照公务员法管理事业单位|10.00|11.20|1.应急保障用车（辆）|2",
    )
    page = f"<h1>甲县水务局2033年度部门决算</h1>{body}"
    tables = compile_html(page, tmp_path)
    assert ("机关运行经费", "41.20", "万元", None) in told(tables)
    assert ("车辆数合计 应急保障用车", "2", "辆", None) in told(tables)
    assert {row["period"] for row in tables["observations"]} == {"2033"}


MONTHS = ("险种|本月末|上月末|比上月末增减|上年末|比上年末增减", "失业保险|41.20|41.50|-0.30|40.10|1.10")


def month(tmp_path: Path, title: str, last: str) -> Tables:
    page = f"<h1>{title}</h1><p>单位：万人</p>{html_table(*MONTHS, last)}"
    return compile_html(page, tmp_path)


def test_what_there_was_at_the_end_of_the_month_before_is_of_its_own_day(tmp_path: Path) -> None:
    tables = month(tmp_path, "甲县2033年5月末社会保险参保情况表", "工伤保险|52.60|52.30|0.30|51.00|1.60")
    rows = [row for row in tables["observations"] if row["subject"] == "失业保险"]
    read = [(row["printed"], row["period"]) for row in rows]
    assert read == [("41.20", "2033-05-31"), ("41.50", "2033-04-30"), ("40.10", "2032-12-31")]


def test_two_columns_that_would_be_of_one_day_are_open(tmp_path: Path) -> None:
    """The end of the month before January is that of the year before: two values of one day contradict each other."""
    tables = month(tmp_path, "甲县2033年1月末社会保险参保情况表", "工伤保险|52.60|52.30|0.30|51.00|1.60")
    assert tables["observations"] == []
    assert [row["reason"] for row in tables["unread"]] == ["unknown_table"]


def test_a_change_since_a_day_is_held_against_that_day(tmp_path: Path) -> None:
    tables = month(tmp_path, "甲县2033年5月末社会保险参保情况表", "工伤保险|52.60|52.30|0.30|51.00|1.95")
    found = [row for row in tables["observations"] if row["change"]]
    assert [(row["printed"], row["against"], row["change"]) for row in found] == [
        ("0.30", "上月末", "decrease"),
        ("0.30", "上月末", "increase"),
    ]
    assert [row["printed"] for row in tables["unread"]] == [
        "1.10　1.95"
    ]  # of which one is not the difference
    assert {row["status"] for row in tables["checks"]} == {"exact"}


def test_a_change_since_the_end_of_the_year_that_is_none_fails(tmp_path: Path) -> None:
    body = html_table(
        "险种|5月末（万人）|上年末（万人）|比上年末增加（万人）",
        "失业保险|41.20|40.10|1.10",
        "工伤保险|52.60|51.00|1.95",
    )
    tables = compile_html(f"<h1>甲县2033年5月末社会保险参保情况表</h1>{body}", tmp_path)
    assert [(row["left"], row["status"]) for row in tables["checks"]] == [
        (11000.0, "exact"),
        (19500.0, "fails"),
    ]
