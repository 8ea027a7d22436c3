"""Where headers of budget tables end, and what their columns are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile.pipeline import compile_folder
from tests.variants import compile_text

HEAD = "某省水利厅2031年部门预算公开\n\n第二部分 公开表\n\n"
FINAL = "某省水利厅2031年度部门决算\n\n第二部分 公开表\n\n"
CAPTIONS = "编制部门：某省水利厅\n\n单位：万元\n\n"
FUNCTIONAL = "科目编码\t\t\t科目名称\t合计\t基本支出\t项目支出\n类\t款\t项\t\t\t\t\n"


def rows(tmp_path: Path, text: str) -> list[dict[str, Any]]:
    return compile_text(text, tmp_path)["budget_lines"]


def test_the_rest_of_a_name_below_a_repeated_header_is_no_header(tmp_path: Path) -> None:
    """支出 heads columns elsewhere; alone in the column of names it ends the name above the page break."""
    title = "表5\n\n一般公共预算支出情况表\n\n" + CAPTIONS
    before = "208\t\t\t社会保障和就业支出\t32.00\t32.00\t\n208\t05\t\t行政事业单位养老\t32.00\t32.00\t\n"
    after = "\t\t\t支出\t\t\t\n208\t05\t01\t行政单位离退休\t32.00\t32.00\t\n\t\t\t总计\t32.00\t32.00\t\n"
    found = rows(tmp_path, f"{HEAD}{title}{FUNCTIONAL}{before}\n{FUNCTIONAL}{after}")
    names = {row["code"]: row["name"] for row in found}
    assert names == {
        "208": "社会保障和就业支出",
        "20805": "行政事业单位养老支出",
        "2080501": "行政单位离退休",
        None: "总计",
    }


def test_a_row_of_marks_for_nothing_is_no_header(tmp_path: Path) -> None:
    title = "表8\n\n一般公共预算“三公”经费支出表\n\n" + CAPTIONS
    body = "项目\t2031年预算数\n因公出国（境）费用\t-\n公务接待费\t3.10\n合计\t3.10\n"
    found = rows(tmp_path, HEAD + title + body)
    assert [(row["name"], row["printed"]) for row in found] == [("公务接待费", "3.10"), ("合计", "3.10")]


def test_a_row_that_begins_with_a_code_names_no_columns(tmp_path: Path) -> None:
    """The name of the 类 of state capital is also the label of a column."""
    title = "表9\n\n国有资本经营预算支出情况表\n\n" + CAPTIONS
    body = "223\t\t\t国有资本经营预算支出\t7.50\t\t7.50\n\t\t\t总计\t7.50\t\t7.50\n"
    found = rows(tmp_path, HEAD + title + FUNCTIONAL + body)
    assert {(row["code"], row["name"]) for row in found} == {("223", "国有资本经营预算支出"), (None, "总计")}


def test_a_row_may_number_some_columns_and_name_the_levels_of_codes(tmp_path: Path) -> None:
    title = "公开03表\n\n支出决算表\n\n" + CAPTIONS
    head = "功能分类科目\t\t\t\t本年支出合计\t基本支出\n科目编码\t\t\t科目名称\t\t\n类\t款\t项\t栏次\t1\t2\n"
    body = "208\t\t\t社会保障和就业支出\t4.10\t4.10\n\t05\t\t行政事业单位养老支出\t4.10\t4.10\n"
    last = "\t\t01\t行政单位离退休\t4.10\t4.10\n合计\t\t\t\t4.10\t4.10\n"
    found = compile_text(FINAL + title + head + body + last, tmp_path)
    assert {row["code"] for row in found["budget_lines"]} == {"208", "20805", "2080501", None}
    assert {row["status"] for row in found["checks"]} == {"exact"}


@pytest.mark.parametrize("word", ["编号", "列号", "栏次"])
def test_numbers_of_columns_in_brackets_are_no_negative_amounts(tmp_path: Path, word: str) -> None:
    title = "表5\n\n一般公共预算支出情况表\n\n" + CAPTIONS
    head = f"科目编码\t科目名称\t合计\t基本支出\t项目支出\n{word}\t\t(1)\t(2)\t(3)\n"
    body = "213\t农林水支出\t31.00\t31.00\t\n21303\t水利\t31.00\t31.00\t\n\t合计\t31.00\t31.00\t\n"
    found = rows(tmp_path, HEAD + title + head + body)
    assert {row["printed"] for row in found} == {"31.00"}
    assert len(found) == 6


@pytest.mark.parametrize("word", ["栏次", "列号"])
def test_the_number_of_a_column_that_stands_with_its_label_is_no_amount(tmp_path: Path, word: str) -> None:
    """The first column is empty, so that its number was put to the label beside it."""
    title = "表5\n\n一般公共预算支出情况表\n\n" + CAPTIONS
    head = f"科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t{word}1\t2\t3\t4\n"
    body = "213\t农林水支出\t31.00\t31.00\t\n21303\t水利\t31.00\t31.00\t\n\t合计\t31.00\t31.00\t\n"
    found = rows(tmp_path, HEAD + title + head + body)
    assert {row["printed"] for row in found} == {"31.00"}


def test_a_unit_behind_a_label_is_that_of_its_column(tmp_path: Path) -> None:
    title = "表5\n\n一般公共预算支出情况表\n\n" + CAPTIONS
    head = "科目编码\t科目名称\t合计/元\t基本支出/元\t项目支出/元\n"
    body = "213\t农林水支出\t310000\t310000\t\n\t合计\t310000\t310000\t\n"
    found = rows(tmp_path, HEAD + title + head + body)
    assert {(row["measure"], row["amount"]) for row in found} == {("total", 310000_00), ("basic", 310000_00)}


def test_a_label_that_runs_into_the_number_of_its_column_is_no_amount(tmp_path: Path) -> None:
    """A label of three lines is higher than its row: its last line stands beside the numbers of the columns."""
    title = "公开04表\n\n财政拨款收入支出决算总表\n\n编制部门：某省水利厅\n\n单位：元\n\n"
    head = (
        "收入\t\t\t支出国有资本\t\t\t\t\t\n"
        "项目\t行次\t金额\t项目\t行次\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t经营预算\n"
        "栏次\t\t1\t栏次\t\t2\t3\t4\t财政拨款5\n"
    )
    body = (
        "一、一般公共预算财政拨款\t1\t8.40\t一、农林水支出\t30\t9.60\t8.40\t1.20\t\n"
        "二、政府性基金预算财政拨款\t2\t1.20\t\t31\t\t\t\t\n"
        "本年收入合计\t3\t9.60\t本年支出合计\t32\t9.60\t8.40\t1.20\t\n"
    )
    found = compile_text(FINAL + title + head + body, tmp_path)
    assert {row["printed"] for row in found["budget_lines"]} == {"8.40", "9.60", "1.20"}
    assert found["unread"] == []
    assert {row["status"] for row in found["checks"]} == {"exact"}


def test_items_of_the_budget_and_of_the_account_beside_each_other(tmp_path: Path) -> None:
    """预算数 and 决算数 head six items each; a sum among items is the whole of them."""
    title = "财政拨款“三公”经费支出决算表\n\n公开07表\n\n部门：某省水利厅\t\t\t\t\t金额单位：万元\n\n"
    body = "预算数\t\t\t决算数\t\t\n合计\t因公出国（境）费\t公务接待费\t合计\t因公出国（境）费\t公务接待费\n9.00\t5.00\t4.00\t7.00\t4.00\t3.00\n"
    found = rows(tmp_path, FINAL + title + body)
    assert [(row["name"], row["measure"], row["printed"]) for row in found] == [
        ("合计", "budget", "9.00"),
        ("因公出国（境）费", "budget", "5.00"),
        ("公务接待费", "budget", "4.00"),
        ("合计", "total", "7.00"),
        ("因公出国（境）费", "total", "4.00"),
        ("公务接待费", "total", "3.00"),
    ]


def test_a_list_of_all_projects_is_not_one_of_the_general_public_budget(tmp_path: Path) -> None:
    title = "表4\n\n项目支出表\n\n" + CAPTIONS.replace("编制部门", "预算部门")
    body = "项目名称\t合计\t一般公共预算\t政府性基金预算\n堤防加固项目\t9.00\t5.00\t4.00\n合计\t9.00\t5.00\t4.00\n"
    assert {row["table_kind"] for row in rows(tmp_path, HEAD + title + body)} == {"projects"}


def test_numbers_of_columns_that_run_together_leave_the_table_declared(tmp_path: Path) -> None:
    def table(numbers: str) -> dict[str, Any]:
        (tmp_path / numbers[:3].strip()).mkdir()
        rows = [
            "科目编码|科目名称|合计|基本支出|项目支出",
            numbers,
            "211|节能环保支出|17.00|9.00|8.00",
        ]
        cells = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows]
        page = f"<p>部门支出总表</p><p>单位：万元</p><table><tr>{'<tr>'.join(cells)}</table>"
        (tmp_path / numbers[:3].strip() / "a.html").write_text(
            f"<html><meta charset='utf-8'><body>{page}</body></html>", "utf-8"
        )
        return compile_folder(tmp_path / numbers[:3].strip()).tables

    whole, joined = table("1|2|3|4|5"), table("12|3|4|56|78")
    assert [row.amount for row in whole["budget_lines"]] == [17_000_000, 9_000_000, 8_000_000]
    assert not joined["budget_lines"]
    assert [row.reason for row in joined["unread"]] == ["unknown_header"]


def page_rows(folder: Path, *table: str) -> list[tuple[str, str]]:
    """What the columns of a table of a page are: rows of cells parted by |, `a^2` is over two columns."""
    cells = [
        "".join(
            f"<td colspan={span or 1}>{text}</td>"
            for text, _, span in (cell.partition("^") for cell in row.split("|"))
        )
        for row in table
    ]
    folder.mkdir()
    page = f"<meta charset='utf-8'><h1>某省水利厅2031年部门预算</h1><p>部门支出总表</p><p>单位：万元</p><table><tr>{'<tr>'.join(cells)}</table>"
    (folder / "a.html").write_text(page, "utf-8")
    return [(row.measure, row.printed) for row in compile_folder(folder).tables["budget_lines"]]


def test_a_share_beside_an_amount_leaves_it_the_label_above_both(tmp_path: Path) -> None:
    found = page_rows(
        tmp_path / "a",
        "科目编码|科目名称|合计|基本支出^2|项目支出^2",
        "||　|金额|占比%|金额|占比%",
        "211|节能环保支出|17.00|9.00|52.94|8.00|47.06",
    )
    assert found == [("total", "17.00"), ("basic", "9.00"), ("project", "8.00")]


def test_an_amount_below_last_year_or_a_change_is_that(tmp_path: Path) -> None:
    above = "科目编码|科目名称|上年预算数^2|本年预算数^2|2031年比2030年增减^2"
    shares = "||金额|占比%|金额|占比%|金额|增减%"
    found = page_rows(tmp_path / "a", above, shares, "211|节能环保支出|16.00|40.00|17.00|41.00|1.00|6.25")
    assert found == [("previous", "16.00"), ("total", "17.00"), ("change", "1.00")]


def test_a_comparison_over_a_change_and_its_share_is_none_of_its_labels(tmp_path: Path) -> None:
    above = "科目编码|科目名称|2030年执行数|2031年预算数|2031年预算数与2030年执行数比较^2"
    found = page_rows(tmp_path / "a", above, "||||增减额|增减%", "211|节能环保支出|16.00|17.00|1.00|6.25")
    assert found == [("previous", "16.00"), ("total", "17.00"), ("change", "1.00")]


def test_a_column_of_amounts_without_a_label_is_declared_and_leaves_sums_open(tmp_path: Path) -> None:
    page = "<meta charset='utf-8'><h1>某省水利厅2031年部门预算</h1><p>部门支出总表</p><p>单位：万元</p><table>{}</table>"
    rows = (
        ("科目编码", "科目名称", "合计", "基本支出", ""),
        ("211", "节能环保支出", "17.00", "9.00", "8.00"),
    )
    cells = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    (tmp_path / "a.html").write_text(page.format("".join(f"<tr>{row}</tr>" for row in cells)), "utf-8")
    found = compile_folder(tmp_path).tables
    assert [(row.measure, row.printed) for row in found["budget_lines"]] == [
        ("total", "17.00"),
        ("basic", "9.00"),
    ]
    assert [(row.kind, row.reason, row.printed) for row in found["unread"]] == [
        ("column", "unknown_column", "8.00")
    ]
    assert [row.description for row in found["checks"] if row.status == "fails"] == []


@pytest.mark.parametrize(
    ("whose", "codes"), [("政府", ["501", "502", "509"]), ("部门", ["301", "302", "303"])]
)
def test_classes_are_those_of_the_classification_that_the_title_names(
    whose: str, codes: list[str], tmp_path: Path
) -> None:
    labels = "科目编码\t科目名称\t合计\t工资福利支出\t商品和服务支出\t对个人和家庭的补助\n"
    body = f"{labels}213\t农林水支出\t9.00\t5.00\t3.00\t1.00\n"
    found = rows(tmp_path, f"{HEAD}支出预算分类汇总表（按{whose}预算经济分类）\n\n{CAPTIONS}{body}")
    assert [row["measure"] for row in found] == ["total", *(f"economic_{code}" for code in codes)]


def test_what_a_label_says_that_it_holds_is_no_part_of_it(tmp_path: Path) -> None:
    body = "科目编码\t科目名称\t2031年预算数（含上年结转）\t其中：上年结转\n213\t农林水支出\t9.00\t1.50\n"
    found = rows(tmp_path, f"{HEAD}部门支出总表\n\n{CAPTIONS}{body}")
    assert [(row["measure"], row["printed"]) for row in found] == [("total", "9.00"), ("carryover", "1.50")]
    body = "科目编码\t科目名称\t2031年预算数\t2031年预算数（含上年结转）\n213\t农林水支出\t7.50\t9.00\n"
    found = rows(tmp_path, f"{HEAD}部门支出总表\n\n{CAPTIONS}{body}")
    assert [(row["measure"], row["printed"]) for row in found] == [("total", "7.50")]


def test_the_year_over_amounts_and_their_share_is_that_of_the_amounts(tmp_path: Path) -> None:
    years = "科目编码\t科目名称\t2030年\t\t\t2031年\t\n\t\t预算数\t执行数\t执行率\t预算数\t为上年预算数的%\n"
    body = "213\t农林水支出\t8.00\t7.60\t95.00\t9.00\t112.50\n"
    found = rows(tmp_path, f"{HEAD}部门支出总表\n\n{CAPTIONS}{years}{body}")
    assert [(row["measure"], row["printed"]) for row in found] == [
        ("previous", "8.00"),
        ("previous_executed", "7.60"),
        ("total", "9.00"),
    ]
