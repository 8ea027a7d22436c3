"""Columns that say how much amounts differ, in budgets from last year's, in final accounts from the budget too."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.budget.compared import difference, is_share
from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.records import BudgetLine, Check, Unread

Read = list[tuple[str, str]]


def page(
    folder: Path, *table: str, title: str = "支出决算表", of: str = "某市林业局2034年度部门决算"
) -> Compiled:
    """A page with a table of rows of cells parted by |; `a^2` is over two columns."""
    rows = [
        "".join(
            f"<td colspan={span or 1}>{text}</td>"
            for text, _, span in (cell.partition("^") for cell in row.split("|"))
        )
        for row in table
    ]
    text = f"<meta charset='utf-8'><h1>{of}</h1><p>{title}</p><p>单位：万元</p><table><tr>{'<tr>'.join(rows)}</table>"
    (folder / "a.html").write_text(text, "utf-8")
    return compile_folder(folder)


def read(found: Compiled) -> Read:
    return [(row.measure, row.printed) for row in found.tables["budget_lines"] if isinstance(row, BudgetLine)]


@pytest.mark.parametrize(
    ("labels", "key"),
    [
        (("决算数比上年决算增减", "金额"), "change"),
        (("2034年决算数比2033年", "增减额"), "change"),
        (("较上年", "绝对额"), "change"),
        (("变动情况", "金额"), "change"),
        (("与全年预算数相比", "金额"), "difference"),
        (("增减情况（决算比年初预算）", "增减数"), "difference"),
        (("预决算差异",), "difference"),
        (("决算数比上年决算增减", "增减率"), None),
        (("与全年预算数相比", "增减（%）"), None),
        (("决算与预算比较", "决算数"), None),
        (("同级财政拨款", "金额"), None),
        (("非同级财政拨款预算收入", "金额"), None),
        (("同上年决算数比", "金额"), "change"),
        (("比例", "金额"), None),
    ],
)
def test_what_amounts_below_a_comparison_are(labels: tuple[str, ...], key: str | None) -> None:
    assert difference(labels, "final", 2034) == key


@pytest.mark.parametrize("label", ["增减（%）", "完成预算％", "变动率", "增减幅度"])
def test_labels_of_parts_in_a_hundred(label: str) -> None:
    assert is_share(label)
    assert not is_share(
        label.replace("（%）", "").replace("％", "数").replace("率", "额").replace("幅度", "")
    )


def test_a_difference_beside_its_share_is_no_amount_of_the_item(tmp_path: Path) -> None:
    head = ("科目编码|科目名称|2033年决算数|2034年决算数|决算数比上年增减^2", "||||金额|%")
    found = page(tmp_path, *head, "213|农林水支出|48.00|60.00|12.00|25.00")
    assert read(found) == [("previous", "48.00"), ("total", "60.00"), ("change", "12.00")]


@pytest.mark.parametrize("label", ["差额", "增减情况", "决算数比年初预算数增减"])
def test_in_accounts_beside_budgets_alone_it_is_the_difference_from_them(label: str, tmp_path: Path) -> None:
    head = (f"科目编码|科目名称|年初预算数|决算数|{label}^2", "||||金额|增减率（%）")
    found = page(tmp_path, *head, "213|农林水支出|48.00|60.00|12.00|25.00")
    assert read(found) == [("initial_budget", "48.00"), ("total", "60.00"), ("difference", "12.00")]


def test_a_change_in_a_budget_is_one_on_last_year(tmp_path: Path) -> None:
    head = "科目编码|科目名称|上年预算数|本年预算数|增减"
    row = "213|农林水支出|48.00|60.00|12.00"
    found = page(tmp_path, head, row, title="部门支出总表", of="某市林业局2034年部门预算")
    assert read(found) == [("previous", "48.00"), ("total", "60.00"), ("change", "12.00")]


ITEMS = "合计|因公出国（境）费|公务接待费"


def three_public(folder: Path, third: str, figures: str) -> Compiled:
    head = (f"年初预算数^3|决算数^3|{third}^3", "|".join([ITEMS] * 3))
    return page(
        folder, *head, f"9.00|4.00|5.00|7.00|3.00|4.00|{figures}", title="财政拨款“三公”经费支出决算表"
    )


def test_differences_of_items_are_no_amounts_of_them(tmp_path: Path) -> None:
    found = three_public(tmp_path, "决算比年初预算增减", "-2.00|-1.00|-1.00")
    assert read(found)[6:] == [("difference", "-2.00"), ("difference", "-1.00"), ("difference", "-1.00")]


def test_parts_in_a_hundred_of_items_are_declared(tmp_path: Path) -> None:
    found = three_public(tmp_path, "决算数为年初预算数的%", "77.78|75.00|80.00")
    assert len(read(found)) == 6
    unread = [row.kind for row in found.tables["unread"] if isinstance(row, Unread)]
    assert unread == ["column"] * 3
    assert [row for row in found.tables["checks"] if isinstance(row, Check) and row.status == "fails"] == []


CARRIED_OUT = """<p>2033年一般公共预算支出执行情况表</p><p>单位：万元</p><table><tr><td>科目编码<td>科目名称<td>年初预算数<td>执行数
<tr><td>213<td>农林水支出<td>30.00<td>32.00<tr><td><td>合计<td>30.00<td>32.00</table>"""
PLANNED = """<p>2034年一般公共预算支出预算表</p><p>单位：万元</p><table><tr><td>科目编码<td>科目名称<td>合计<td>基本支出<td>项目支出
<tr><td>213<td>农林水支出<td>40.00<td>25.00<td>15.00<tr><td><td>合计<td>40.00<td>25.00<td>15.00</table>"""
BASIC = """<p>2034年一般公共预算基本支出表</p><p>单位：万元</p><table><tr><td>科目编码<td>科目名称<td>合计
<tr><td>301<td>工资福利支出<td>{0}<tr><td><td>合计<td>{0}</table>"""


@pytest.mark.parametrize(("basic", "status"), [("25.00", "exact"), ("26.00", "fails")])
def test_what_a_budget_prints_of_last_years_outcome_is_of_that_year(
    tmp_path: Path, basic: str, status: str
) -> None:
    title = "某县林业局2033年预算执行情况和2034年部门预算"
    text = f"<meta charset='utf-8'><h1>{title}</h1>{CARRIED_OUT}{PLANNED}{BASIC.format(basic)}"
    (tmp_path / "a.html").write_text(text, "utf-8")
    found = compile_folder(tmp_path)
    rows = [row for row in found.tables["budget_lines"] if isinstance(row, BudgetLine) and row.code == "213"]
    assert [(row.year, row.phase, row.measure, row.printed) for row in rows] == [
        (2033, "final", "initial_budget", "30.00"),
        (2033, "final", "total", "32.00"),
        (2034, "budget", "total", "40.00"),
        (2034, "budget", "basic", "25.00"),
        (2034, "budget", "project", "15.00"),
    ]
    checks = [
        row for row in found.tables["checks"] if isinstance(row, Check) and "基本支出" in row.description
    ]
    assert status in {row.status for row in checks}
    assert ("fails" in {row.status for row in checks}) is (status == "fails")
