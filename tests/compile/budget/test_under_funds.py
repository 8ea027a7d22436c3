"""Columns below the label of a fund, and columns of one leaf below several labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hrss_tui.compile.pipeline import compile_folder


def read(folder: Path, title: str, *rows: str) -> tuple[dict[str, list[int]], list[dict[str, Any]], set[str]]:
    """Amounts in 万元 by measure, what is unread, and the states of the checks."""
    cells = ["".join(_cell(cell) for cell in row.split("|")) for row in rows]
    page = f"<h1>某县水利局2031年部门预算</h1><p>{title}</p><p>单位：万元</p><table><tr>{'<tr>'.join(cells)}</table>"
    (folder / "a.html").write_text(f"<html><meta charset='utf-8'><body>{page}</body></html>", "utf-8")
    compiled = compile_folder(folder)
    tables = {name: [msgspec.to_builtins(row) for row in rows] for name, rows in compiled.tables.items()}
    found: dict[str, list[int]] = {}
    for line in tables["budget_lines"]:
        found.setdefault(line["measure"], []).append(line["amount"] // 1_000_000)
    return found, tables["unread"], {check["status"] for check in tables["checks"]}


def _cell(text: str) -> str:
    name, _, spans = text.partition("@")
    rows, columns = (spans or "11")[0], (spans or "11")[1]
    return f"<td rowspan='{rows}' colspan='{columns}'>{name}</td>"


def test_spending_below_a_fund_beside_others_is_of_that_fund(tmp_path: Path) -> None:
    found, unread, states = read(
        tmp_path,
        "部门支出预算表",
        "科目编码@21|科目名称@21|合计@21|一般公共预算@13|单位资金@12",
        "小计|基本支出|项目支出|小计|其他支出",
        "213|农林水支出|90|70|40|30|20|20",
        "21303|水利|90|70|40|30|20|20",
    )
    assert found == {
        "total": [90, 90],
        "general_public_budget": [70, 70],
        "general_public_budget_basic": [40, 40],
        "general_public_budget_project": [30, 30],
        "unit_funds": [20, 20],
    }
    assert [each["printed"] for each in unread] == ["其他支出"]
    assert states == {"exact"}


def test_spending_below_the_only_fund_is_that_of_the_table(tmp_path: Path) -> None:
    found, unread, _ = read(
        tmp_path,
        "一般公共预算支出预算表",
        "科目编码@21|科目名称@21|一般公共预算@13",
        "小计|基本支出|项目支出",
        "213|农林水支出|70|40|30",
    )
    assert found["basic"] == [40]
    assert found["project"] == [30]
    assert not [each["printed"] for each in unread]


def test_columns_of_one_leaf_below_labels_that_nobody_knows_are_declared(tmp_path: Path) -> None:
    found, unread, states = read(
        tmp_path,
        "项目支出预算表",
        "项目名称@21|合计@21|首批下达@12|追加下达@12",
        "一般公共预算|政府性基金预算|一般公共预算|政府性基金预算",
        "河道清淤|90|40|20|25|5",
        "合计|90|40|20|25|5",
    )
    assert set(found) == {"total"}
    assert {each["reason"] for each in unread} == {"unknown_column"}
    assert "fails" not in states


def test_appropriations_below_what_is_carried_over(tmp_path: Path) -> None:
    found, _, states = read(
        tmp_path,
        "项目支出预算表",
        "项目名称@21|合计@21|本年拨款@12|财政拨款结转结余@12",
        "一般公共预算|政府性基金预算|一般公共预算|政府性基金预算",
        "河道清淤|90|40|20|25|5",
    )
    assert found == {
        "total": [90],
        "general_public_budget": [40],
        "government_fund": [20],
        "general_public_carryover": [25],
        "government_fund_carryover": [5],
    }
    assert "fails" not in states


def test_a_subtotal_that_nothing_is_above_is_no_total_beside_one(tmp_path: Path) -> None:
    found, unread, _ = read(
        tmp_path,
        "部门收入总表",
        "科目编码@21|科目名称@21|总计@21|@11|财政拨款@12|其他收入@21",
        "小计|一般公共预算|政府性基金预算",
        "213|农林水支出|90|80|80||10",
    )
    assert found == {"total": [90], "general_public_budget": [80], "other_income": [10]}
    assert [(row["kind"], row["printed"]) for row in unread] == [("column", "小计")]


def test_sums_of_one_name_with_others_between_them_are_declared(tmp_path: Path) -> None:
    found, unread, states = read(
        tmp_path,
        "部门收入总表",
        "科目编码|科目名称|总计|合计|一般公共预算|其他收入|合计|上年结转",
        "213|农林水支出|90|80|70|10|10|10",
        "21303|水利|90|80|70|10|10|10",
    )
    assert found == {
        "total": [90, 90], "general_public_budget": [70, 70], "other_income": [10, 10], "carryover": [10, 10]
    }  # fmt: skip
    assert [(row["kind"], row["printed"]) for row in unread] == [("column", "合计")]
    assert "fails" not in states
