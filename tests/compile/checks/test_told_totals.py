"""Totals that the explanation of a budget or of final accounts tells again: of all the money, or of a part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_tables import Tables, compile_html, html_table

OVERVIEW = html_table(
    "c2:收入|c2:支出",
    "项目|决算数|项目|决算数",
    "一、财政拨款收入|640.00|一、文化旅游体育与传媒支出|610.00",
    "八、其他收入|20.00|二、城乡社区支出|50.00",
    "本年收入合计|660.00|本年支出合计|660.00",
    "总计|660.00|总计|660.00",
)
FISCAL = html_table(
    "c2:收入|c4:支出",
    "项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款",
    "一、一般公共预算财政拨款|590.00|一、文化旅游体育与传媒支出|590.00|590.00|",
    "二、政府性基金预算财政拨款|50.00|二、城乡社区支出|50.00||50.00",
    "总计|640.00|总计|640.00|590.00|50.00",
)
SPENDING = html_table(
    "科目编码|科目名称|本年支出合计|基本支出|项目支出",
    "207|文化旅游体育与传媒支出|610.00|430.00|180.00",
    "212|城乡社区支出|50.00||50.00",
    "c2:合计|660.00|430.00|230.00",
)


def _told(folder: Path, heading: str, sentence: str) -> list[tuple[str, str]]:
    tables: Tables = compile_html(
        "<h1>呼玛县文化广电和旅游局2032年度部门决算公开</h1><h2>第二部分 部门决算表</h2>"
        f"<p>收入支出决算总表</p><p>单位：万元</p>{OVERVIEW}"
        f"<p>财政拨款收入支出决算总表</p><p>单位：万元</p>{FISCAL}"
        f"<p>支出决算表</p><p>单位：万元</p>{SPENDING}"
        f"<h2>第三部分 部门决算情况说明</h2><h3>{heading}</h3><p>{sentence}</p>",
        folder,
    )
    return [
        (row["status"], row["description"].partition("：")[0])
        for row in tables["checks"]
        if row["kind"] == "narrative_amount"
    ]


@pytest.mark.parametrize(
    ("heading", "income", "spending", "status"),
    [
        ("一、收入支出决算总体情况说明", "660.00", "660.00", "exact"),
        ("一、收入支出决算总体情况说明", "606.00", "606.00", "fails"),
        ("四、财政拨款收入支出决算总体情况说明", "640.00", "640.00", "exact"),
        ("四、财政拨款收入支出决算总体情况说明", "660.00", "660.00", "fails"),
    ],
)
def test_income_and_spending_told_apart_are_the_totals_of_the_table_of_their_section(
    tmp_path: Path, heading: str, income: str, spending: str, status: str
) -> None:
    """收支总计 was held against the table, 收入总计 and 支出总计 were held against nothing."""
    sentence = f"2032年度收入总计{income}万元，支出总计{spending}万元。"
    assert _told(tmp_path, heading, sentence) == [(status, "收入总计"), (status, "支出总计")]


@pytest.mark.parametrize(
    ("heading", "amount"),
    [
        ("八、政府性基金预算财政拨款支出决算情况说明", "50.00"),
        ("五、一般公共预算财政拨款支出决算情况说明", "590.00"),
        ("九、国有资本经营预算财政拨款支出决算情况说明", "0.00"),
    ],
)
def test_spending_told_of_one_fund_is_not_held_against_all_spending(
    tmp_path: Path, heading: str, amount: str
) -> None:
    """The section of all spending was found inside the headings of its parts, whose totals failed against it."""
    assert _told(tmp_path, heading, f"2032年度本年支出合计{amount}万元。") == []


def test_spending_told_of_all_funds_is_held_against_all_spending(tmp_path: Path) -> None:
    heading = "三、支出决算情况说明"
    assert _told(tmp_path / "right", heading, "本年支出合计660.00万元。") == [("exact", "支出合计")]
    assert _told(tmp_path / "wrong", heading, "本年支出合计606.00万元。") == [("fails", "支出合计")]
