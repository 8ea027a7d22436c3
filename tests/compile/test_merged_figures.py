"""A figure that a merged cell prints once for several rows, or several columns, is that of none of them, and is declared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from hrss_tui.compile.pipeline import compile_folder

BUDGET = ("2032年某市文物局部门预算", "一般公共预算支出表")
HEAD = "科目编码|科目名称|合计|基本支出|项目支出"
CASES: dict[str, tuple[tuple[str, ...], str, list[str], list[str]]] = {
    "an amount of two items": (
        BUDGET,
        f"{HEAD}//204|公共安全支出|61.20^2|41.00|//205|教育支出||20.20",
        ["41.00", "20.20"],
        ["61.20"],
    ),
    "an amount of two columns": (
        BUDGET,
        f"{HEAD}//204|公共安全支出|61.20|61.20>2//205|教育支出|20.20|20.20|",
        ["61.20", "20.20", "20.20"],
        ["61.20", "61.20"],
    ),
    "an amount of one item whose name stands in two rows": (
        BUDGET,
        f"{HEAD}//204|公共安全支出|61.20|61.20|//205^2|教育及|30.20^2|30.20^2|^2//培训支出",
        ["61.20", "61.20", "30.20", "30.20"],
        [],
    ),
    "an amount of two items of one class": (
        BUDGET,
        "类|款|科目名称|合计|基本支出//204^2|01|武装警察部队|61.20^2|61.20^2//02|公安",
        [],
        ["61.20", "61.20"],
    ),
    "a title with its unit in one cell": (
        (BUDGET[0], ""),
        "一般公共预算支出表 单位：万元>5//科目编码|科目名称|合计|基本支出|项目支出//204|公共安全支出|61.20||61.20",
        ["61.20", "61.20"],
        [],
    ),
    "two items in a row": (
        BUDGET,
        f"{HEAD}//204|公共安全支出|61.20|61.20|//20502 20503|普通教育 职业教育|30.00 10.00|30.00|10.00",
        ["61.20", "61.20"],
        ["20502 20503　普通教育职业教育　30.00 10.00　30.00　10.00"],
    ),
    "a figure of two places": (
        ("云南省2032年城镇新增就业目标任务分解表", ""),
        "地区|城镇新增就业（人）|失业人员再就业（人）//昆明市|81000|900//曲靖市|4000^2|700//玉溪市|600",
        ["81000", "900", "700", "600"],
        ["4000"],
    ),
    "a figure of two places side by side": (
        ("云南省2032年城镇新增就业目标任务分解表", ""),
        "指标|单位|昆明市|曲靖市|玉溪市//城镇新增就业|人|81000|4000>2//失业人员再就业|人|900|700|600",
        ["81000", "900", "700", "600"],
        ["4000"],
    ),
    "a figure of two measures of a place": (
        ("云南省2032年城镇新增就业目标任务分解表", ""),
        "地区|城镇新增就业（人）|失业人员再就业（人）//昆明市|81000|900//曲靖市|4000>2//合计|85900>2",
        ["81000", "900"],
        ["4000", "85900"],
    ),
    "a figure of two measures of a place side by side": (
        ("云南省2032年城镇新增就业目标任务分解表", ""),
        "指标|单位|昆明市|曲靖市//城镇新增就业|人|81000|4000^2//失业人员再就业|人|900",
        ["81000", "900"],
        ["4000"],
    ),
    "a figure of two years of a place": (
        ("云南省2032年城镇新增就业目标任务分解表", ""),
        "地区|年份|就业（人）|培训（人）//昆明市^2|2031|810|60^2//2032|820//曲靖市^2|2031|410|30//2032|420|40",
        ["810", "410", "30", "820", "420", "40"],
        ["60"],
    ),
    "a figure of two years": (
        ("2032年红河市失业保险待遇发放情况", ""),
        "项目|2031年（万元）|2032年（万元）//失业保险金|120.5|130.5//技能补贴|45.0>2",
        ["120.5", "130.5"],
        ["45.0"],
    ),
    "figures below labels that are merged like them": (
        ("2032年红河市失业保险待遇发放情况", ""),
        "项目|2031年（万元）>2|2032年（万元）>2//失业保险金|120.5>2|130.5>2//技能补贴|45.0>2|46.0>2",
        ["120.5", "130.5", "45.0", "46.0"],
        [],
    ),
    "a figure of two names": (
        ("2032年红河市失业保险待遇发放情况", ""),
        "项目|2031年（万元）|2032年（万元）//失业保险金|120.5|130.5//技能补贴|45.0^2|22.0//代缴医保费|30.0",
        ["120.5", "130.5", "22.0", "30.0"],
        ["45.0"],
    ),
}


def cell(text: str) -> str:
    text, _, columns = text.partition(">")
    text, _, rows = text.partition("^")
    return f"<td rowspan={rows or 1} colspan={columns or 1}>{text}</td>"


@pytest.mark.parametrize("case", CASES)
def test_a_merged_figure_is_of_none_of_what_it_reaches_over(case: str, tmp_path: Path) -> None:
    titles, table, read, lost = CASES[case]
    rows = "".join(f"<tr>{''.join(cell(each) for each in row.split('|'))}</tr>" for row in table.split("//"))
    above = "".join(f"<p>{title}</p>" for title in titles)
    unit = "<p>单位：万元</p>" if titles[1] else ""
    page = f'<meta charset="utf-8">{above}{unit}<table>{rows}</table>'
    (tmp_path / "a.html").write_text(page, "utf-8")
    found: dict[str, list[dict[str, Any]]] = {
        name: [msgspec.to_builtins(row) for row in records]
        for name, records in compile_folder(tmp_path).tables.items()
    }
    kept = [
        row["printed"]
        for name in ("budget_lines", "prefecture_values", "observations")
        for row in found.get(name, [])
    ]
    assert kept == read
    assert [row["printed"] for row in found["unread"]] == lost
    assert [row for row in found["checks"] if row["status"] == "fails"] == []
