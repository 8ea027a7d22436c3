"""Tables of what a body has and of what it is to buy: one row a body, units in pairs, planned numbers."""

from __future__ import annotations

from pathlib import Path

from tests.html_tables import Tables, compile_html, html_table

BUDGET = "<h1>甲县水务局2033年部门预算公开</h1>"


def told(tables: Tables) -> list[tuple[str, str, str, str]]:
    return [(row["subject"], row["printed"], row["unit"], row["kind"]) for row in tables["observations"]]


def test_what_one_body_has_is_read_from_its_only_row(tmp_path: Path) -> None:
    body = html_table(
        "r2:单位名称|c3:车辆（辆）|r2:单价100万元以上设备（台、套）|r2:房屋面积（平方米）|r2:账面价值（金额单位：万元）",
        "合计|应急保障用车|其他用车",
        "甲县水务局|7|3|4|2|1,850.60|412.30",
    )
    tables = compile_html(f"{BUDGET}<p>公开15表</p><p>国有资产占用情况表</p>{body}", tmp_path)
    assert told(tables) == [
        ("甲县水务局 车辆", "7", "辆", "actual"),
        ("甲县水务局 车辆 应急保障用车", "3", "辆", "actual"),
        ("甲县水务局 车辆 其他用车", "4", "辆", "actual"),
        ("甲县水务局 单价100万元以上设备", "2", "台（套）", "actual"),
        ("甲县水务局 房屋面积", "1,850.60", "平方米", "actual"),
        ("甲县水务局 账面价值", "412.30", "万元", "amount"),
    ]


def test_one_row_of_another_table_may_be_of_anything(tmp_path: Path) -> None:
    body = html_table("单位名称|培训场次（场）|参加人数（人）", "甲县水务局|7|310")
    tables = compile_html(f"{BUDGET}<p>基本情况表</p>{body}", tmp_path)
    assert tables["observations"] == []


def test_the_unit_of_a_column_of_money_is_not_that_of_the_things_of_its_row(tmp_path: Path) -> None:
    """36.42 万元 of cars was 36.42 辆 where the bracket says 金额单位."""
    body = html_table(
        "项目|数量|价值（金额单位：万元）",
        "1、房屋（平方米）|1,850.60|300.10",
        "2、车辆（台、辆）|3|36.42",
        "3、泵站设备（台，套）|11|75.78",
    )
    tables = compile_html(f"{BUDGET}<p>固定资产占用情况表</p><p>截至2032年12月31日</p>{body}", tmp_path)
    assert [(printed, unit) for _, printed, unit, _ in told(tables)] == [
        ("1,850.60", "平方米"),
        ("300.10", "万元"),
        ("3", "辆"),
        ("36.42", "万元"),
        ("11", "台（套）"),
        ("75.78", "万元"),
    ]
    assert {row["period"] for row in tables["observations"]} == {"2032-12-31"}


def test_two_units_that_are_not_one_are_open(tmp_path: Path) -> None:
    body = html_table("项目|数量", "档案（卷、件）|410", "图纸（张）|36", "仪表（台、套）|5")
    tables = compile_html(f"{BUDGET}<p>资产情况表</p>{body}", tmp_path)
    assert [(printed, unit) for _, printed, unit, _ in told(tables)] == [("36", "张"), ("5", "台（套）")]
    assert [row["printed"] for row in tables["unread"]] == ["410"]


def test_what_a_budget_is_to_buy_is_aimed_at(tmp_path: Path) -> None:
    rows = ("资产名称|计量单位|数量|单价|金额", "水质仪|台|4|2.10|8.40", "无人机|架|2|3.00|6.00")
    page = "<p>公开13表</p><p>新增资产配置表</p><p>单位：万元</p>"
    bought = told(compile_html(f"{BUDGET}{page}{html_table(*rows)}", tmp_path / "budget"))
    assert bought[:3] == [
        ("新增资产配置 水质仪 数量", "4", "台", "target"),
        ("新增资产配置 水质仪 单价", "2.10", "万元", "amount"),
        ("新增资产配置 水质仪 金额", "8.40", "万元", "amount"),
    ]
    final = "<h1>甲县水务局2033年度部门决算公开</h1>"
    done = told(compile_html(f"{final}{page}{html_table(*rows)}", tmp_path / "final"))
    assert done[0] == ("新增资产配置 水质仪 数量", "4", "台", "actual")
