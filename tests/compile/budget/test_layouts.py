"""Layouts of the country: blocks side by side, merged headers, continued pages, units, years, rows in pieces."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import BudgetLine, BudgetTable, Unread
from hrss_tui.sources.formats.form import SourceFile
from tests.sources.grids import file, grid, lines
from tests.variants import compile_text

BUDGET = "某市档案局2031年部门预算公开\n\n第二部分 公开表\n\n"
FINAL = "某市档案局2031年度部门决算\n\n第二部分 公开表\n\n"
UNIT = "编制部门：某市档案局\n\n单位：万元\n\n"


def table(tmp_path: Path, text: str) -> list[dict[str, Any]]:
    return compile_text(text, tmp_path)["budget_lines"]


def seen(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def of_grids(source: SourceFile) -> tuple[list[BudgetTable], list[BudgetLine], list[Unread]]:
    (document,) = compile_documents(source)
    records = document.harvest.records
    return (
        [row for row in records if isinstance(row, BudgetTable)],
        [row for row in records if isinstance(row, BudgetLine)],
        [row for row in records if isinstance(row, Unread)],
    )


def test_three_blocks_of_economic_codes_side_by_side(tmp_path: Path) -> None:
    text = (
        FINAL + "一般公共预算财政拨款基本支出决算表\n\n公开06表\n\n部门：某市档案局\t\t\t单位：万元\n\n"
        "人员经费\t\t\t公用经费\t\t\t\t\t\n" + "\t".join(("科目编码\t科目名称\t决算数",) * 3) + "\n"
        "301\t工资福利支出\t71.00\t302\t商品和服务支出\t12.00\t310\t资本性支出\t3.00\n"
        "30101\t基本工资\t71.00\t30201\t办公费\t12.00\t31002\t办公设备购置\t3.00\n"
        "人员经费合计\t\t71.00\t公用经费合计\t\t\t\t\t15.00\n"
    )
    rows = table(tmp_path, text)
    assert {row["measure"] for row in rows} == {"total"}
    assert seen(rows, "code", "name", "printed") == [
        ("301", "工资福利支出", "71.00"),
        ("30101", "基本工资", "71.00"),
        (None, "人员经费合计", "71.00"),
        ("302", "商品和服务支出", "12.00"),
        ("30201", "办公费", "12.00"),
        ("310", "资本性支出", "3.00"),
        ("31002", "办公设备购置", "3.00"),
        (None, "公用经费合计", "15.00"),
    ]
    parents = {row["line_id"]: row["name"] for row in rows}
    assert [parents.get(row["parent_id"]) for row in rows] == [
        "人员经费合计",
        "工资福利支出",
        None,
        "公用经费合计",
        "商品和服务支出",
        "公用经费合计",
        "资本性支出",
        None,
    ]


@pytest.mark.parametrize("label", ["按支出用途", "项目（按支出结构）", "安排情况"])
def test_a_third_block_of_words_and_amounts_is_a_side_of_its_own(tmp_path: Path, label: str) -> None:
    text = (
        BUDGET + "收支总表\n\n公开01表\n\n" + UNIT + "收入\t\t支出\t\t\t\n"
        f"项目\t预算数\t按功能分类\t预算数\t{label}\t预算数\n"
        "一、一般公共预算拨款收入\t90.00\t一、一般公共服务支出\t\t一、基本支出\t70.00\n"
        "二、事业收入\t10.00\t五、教育支出\t100.00\t二、项目支出\t30.00\n"
        "收入总计\t100.00\t支出总计\t100.00\t支出总计\t100.00\n"
    )
    assert seen(table(tmp_path, text), "code", "name", "printed") == [
        (None, "一、一般公共预算拨款收入", "90.00"),
        (None, "二、事业收入", "10.00"),
        (None, "收入总计", "100.00"),
        ("205", "五、教育支出", "100.00"),
        (None, "支出总计", "100.00"),
        (None, "一、基本支出", "70.00"),
        (None, "二、项目支出", "30.00"),
        (None, "支出总计", "100.00"),
    ]


def test_classes_in_brackets_are_counted_by_the_numbered_row_above_them(tmp_path: Path) -> None:
    text = (
        BUDGET + "财政拨款收支总表\n\n公开04表\n\n" + UNIT + "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"
        "一、本年收入\t60.00\t一、本年支出\t65.00\n"
        "（一）一般公共预算拨款\t60.00\t（一）教育支出\t20.00\n"
        "二、上年结转\t10.00\t（二）住房保障支出\t45.00\n"
        "\t\t二、年终结转结余\t5.00\n"
        "收入总计\t70.00\t支出总计\t70.00\n"
    )
    rows = table(tmp_path, text)
    names = {row["line_id"]: row["name"] for row in rows}
    assert [(row["name"], row["code"], names.get(row["parent_id"])) for row in rows[4:]] == [
        ("一、本年支出", None, "支出总计"),
        ("（一）教育支出", "205", "一、本年支出"),
        ("（二）住房保障支出", "221", "一、本年支出"),
        ("二、年终结转结余", None, "支出总计"),
        ("支出总计", None, None),
    ]


def test_income_beside_spending_by_function_and_by_nature(tmp_path: Path) -> None:
    text = (
        FINAL + "收入支出决算总表\n\n公开01表\n\n部门：某市档案局\t\t\t单位：万元\n\n"
        "收入\t\t\t支出\t\t\t\t\t\n"
        "项目\t行次\t金额\t项目（按功能分类）\t行次\t金额\t项目（按支出性质和经济分类）\t行次\t金额\n"
        "栏次\t\t1\t栏次\t\t2\t栏次\t\t3\n"
        "一、财政拨款收入\t1\t42.00\t一、一般公共服务支出\t9\t42.00\t一、基本支出\t17\t30.00\n"
        "二、事业收入\t2\t\t二、外交支出\t10\t\t二、项目支出\t18\t12.00\n"
        "本年收入合计\t3\t42.00\t本年支出合计\t11\t42.00\t本年支出合计\t19\t42.00\n"
    )
    rows = table(tmp_path, text)
    assert seen(rows, "classification", "code", "level", "name", "printed") == [
        ("income", None, 1, "一、财政拨款收入", "42.00"),
        ("income", None, 0, "本年收入合计", "42.00"),
        ("functional", "201", 1, "一、一般公共服务支出", "42.00"),
        ("functional", None, 0, "本年支出合计", "42.00"),
        ("economic", None, 1, "一、基本支出", "30.00"),
        ("economic", None, 1, "二、项目支出", "12.00"),
        ("economic", None, 0, "本年支出合计", "42.00"),
    ]
    assert [row["code_restored"] for row in rows].count(True) == 1


def test_levels_of_codes_and_the_total_on_one_line(tmp_path: Path) -> None:
    text = (
        FINAL + "政府性基金预算财政拨款收入支出决算表\n\n部门：某市档案局\t\t\t单位：元\n\n"
        "项目\t\t\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余\n"
        "功能分类科目编码\t\t\t科目名称\t\t\t小计\t基本支出\t项目支出\t\n"
        "类\t款\t项\t栏次\t1\t2\t3\t4\t5\t6\n"
        "类\t款\t项\t合计\t8.10\t20.00\t28.10\t\t28.10\t\n"
        "229\t\t\t其他支出\t8.10\t20.00\t28.10\t\t28.10\t\n"
    )
    rows = table(tmp_path, text)
    assert seen(rows, "code", "level", "measure", "amount") == [
        (code, level, measure, amount)
        for code, level in ((None, 0), ("229", 1))
        for measure, amount in (
            ("opening_carryover", 810),
            ("current_income", 2000),
            ("total", 2810),
            ("project", 2810),
        )
    ]


def test_columns_of_an_earlier_year_and_of_changes(tmp_path: Path) -> None:
    text = (
        BUDGET + "一般公共预算支出表\n\n" + UNIT + "功能分类科目\t\t2030年执行数\t2031年预算数\t\t\t增减\t\n"
        "科目编码\t科目名称\t\t小计\t基本支出\t项目支出\t增减额\t增减%\n"
        "201\t一般公共服务支出\t4.00\t5.00\t3.00\t2.00\t1.00\t25.00\n"
    )
    rows = table(tmp_path, text)
    assert seen(rows, "measure", "printed") == [
        ("previous", "4.00"),
        ("total", "5.00"),
        ("basic", "3.00"),
        ("project", "2.00"),
        ("change", "1.00"),
    ]


def test_of_two_columns_of_codes_that_of_the_table_counts(tmp_path: Path) -> None:
    text = (
        BUDGET
        + "一般公共预算基本支出表\n\n"
        + UNIT
        + "部门预算支出经济分类科目\t\t政府预算支出经济分类科目\t\t金额\t\t\n"
        "科目编码\t科目名称\t科目编码\t科目名称\t合计\t人员经费\t公用经费\n"
        "30201\t办公费\t50201\t办公经费\t6.00\t\t6.00\n"
    )
    rows = table(tmp_path, text)
    assert seen(rows, "code", "name", "measure") == [
        ("30201", "办公费", "total"),
        ("30201", "办公费", "operating"),
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("二〇三一年部门收支总表", "overview"),
        ("某市档案局2031年支出预算分类汇总表（按政府预算经济分类）", "expenditure_government_economic"),
        ("9、一般公共预算基本支出表-人员经费（工资福利支出）（按部门预算经济分类）", "general_public_basic"),
        ("附表3 一般公共预算财政拨款支出决算表", "general_public"),
        ("【部门收支总表】", "overview"),
        ("部门收支总表如下：", "overview"),
        ("表一：部门收支总表　　　单位：万元", "overview"),
        ("政府性基金预算\n支出情况表", "government_fund"),
    ],
)
def test_titles_with_years_numbers_and_brackets(title: str, kind: str, tmp_path: Path) -> None:
    text = f"{BUDGET}{title}\n\n{UNIT}科目编码\t科目名称\t合计\n301\t工资福利支出\t5.00\n"
    assert {row["table_kind"] for row in compile_text(text, tmp_path)["budget_tables"]} == {kind}


def test_the_second_table_of_a_kind_has_a_key_of_its_own(tmp_path: Path) -> None:
    part = "一般公共预算基本支出表-{}\n\n单位：万元\n\n科目编码\t科目名称\t合计\n{}\t{}\t5.00\n\n"
    text = (
        BUDGET
        + part.format("人员经费", "301", "工资福利支出")
        + part.format("公用经费", "302", "商品和服务支出")
    )
    found = compile_text(text, tmp_path)["budget_tables"]
    assert seen(found, "table_kind", "amounts") == [
        ("general_public_basic", 1),
        ("general_public_basic_2", 1),
    ]


def test_units_of_cell_column_caption_and_document(tmp_path: Path) -> None:
    text = (
        f"{BUDGET}本部分各表金额单位均为万元。\n\n部门支出总表\n\n"
        "科目编码\t科目名称\t合计（元）\t基本支出\t项目支出\n201\t一般公共服务支出\t50000\t3.00\t2万元\n"
    )
    assert seen(table(tmp_path, text), "measure", "amount") == [
        ("total", 5_000_000),
        ("basic", 3_000_000),
        ("project", 2_000_000),
    ]


def test_a_unit_in_every_column_is_that_of_the_table_whatever_stands_above_it(tmp_path: Path) -> None:
    rows = "科目编码\t科目名称\t合计（元）\t基本支出（元）\n201\t一般公共服务支出\t5400.00\t31.00\n"
    found = compile_text(f"{BUDGET}部门支出总表\n\n单位：万元\n\n{rows}", tmp_path)
    assert [row["unit"] for row in found["budget_tables"]] == ["元"]
    assert seen(found["budget_lines"], "measure", "amount") == [("total", 540_000), ("basic", 3_100)]


@pytest.mark.parametrize(
    "heads",
    [("（万元）", "单位：元"), ("（单位：元）", "单位：万元"), ("\n\n单位：万元", "单位：元/万元")],
)
def test_a_title_and_a_caption_that_contradict_each_other_leave_a_table_without_unit(
    heads: tuple[str, str], tmp_path: Path
) -> None:
    title, caption = heads
    rows = "科目编码\t科目名称\t合计\t基本支出（元）\n201\t一般公共服务支出\t5400.00\t31.00\n"
    found = compile_text(f"{BUDGET}部门支出总表{title}\n\n{caption}\n\n{rows}", tmp_path)
    assert seen(found["budget_lines"], "measure", "amount") == [("basic", 3_100)]
    assert [(row["kind"], row["reason"]) for row in found["unread"]] == [("table", "no_unit")]
    assert set(found["unread"][0]["printed"].split("　")) == {"元", "万元"}


@pytest.mark.parametrize(("noted", "read"), [("元", [5_400]), ("万元", [])])
def test_columns_and_a_note_on_their_table_that_contradict_each_other_leave_it_without_unit(
    noted: str, read: list[int], tmp_path: Path
) -> None:
    rows = "科目编码\t科目名称\t合计（元）\n201\t一般公共服务支出\t54.00\n\n"
    found = compile_text(f"{BUDGET}部门支出总表\n\n{rows}注：本表金额单位为{noted}。\n", tmp_path)
    assert [row["amount"] for row in found["budget_lines"]] == read
    told = [(row["reason"], set(row["printed"].split("　"))) for row in found["unread"]]
    assert told == ([] if read else [("no_unit", {"元", "万元"})])


@pytest.mark.parametrize("title", ["部门支出总表（续）\n\n", ""])
def test_a_second_page_in_another_unit_is_not_read_in_that_of_the_first(title: str, tmp_path: Path) -> None:
    head = "科目编码\t科目名称\t合计\t基本支出\n"
    first = f"部门支出总表\n\n单位：万元\n\n{head}201\t一般公共服务支出\t5.00\t3.00\n\n"
    second = f"{title}单位：元\n\n{head}204\t公共安全支出\t71000.00\t20000.00\n"
    found = compile_text(f"{BUDGET}{first}{second}", tmp_path)
    read = [(row["code"], row["amount"]) for row in found["budget_lines"] if row["measure"] == "total"]
    assert read == [("201", 5_000_000), *([("204", 7_100_000)] if title else [])]
    assert [(row["kind"], row["table_kind"]) for row in found["unread"]] == (
        [] if title else [("table", found["budget_tables"][0]["table_kind"])]
    )


def test_the_unit_in_the_title_is_nearer_than_that_of_the_document(tmp_path: Path) -> None:
    rows = "科目编码\t科目名称\t合计\n201\t一般公共服务支出\t5.00\n"
    text = f"{BUDGET}本部分各表金额单位均为元。\n\n部门支出总表（万元）\n\n{rows}"
    found = compile_text(text, tmp_path)
    assert seen(found["budget_lines"], "measure", "amount") == [("total", 5_000_000)]
    assert found["unread"] == []


def test_units_and_their_projects(tmp_path: Path) -> None:
    text = (
        BUDGET + "部门项目支出预算表\n\n" + UNIT + "类型\t项目名称\t项目单位\t合计\t一般公共预算\n"
        "特定目标类\t库房修缮\t某市档案馆\t6.00\t6.00\n\t合计\t\t6.00\t6.00\n"
    )
    rows = [row for row in table(tmp_path, text) if row["measure"] == "total"]
    assert seen(rows, "project", "unit_name", "level") == [("库房修缮", "某市档案馆", 1), (None, None, 0)]


def test_pieces_of_a_name_around_the_line_of_its_code(tmp_path: Path) -> None:
    text = (
        BUDGET + "一般公共预算支出表\n\n" + UNIT + "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "208\t社会保障和就业支出\t5.00\t5.00\t\n\t机关事业单位\t\t\t\n2080505\t基本养老保险\t5.00\t5.00\t\n\t缴费支出\t\t\t\n"
    )
    rows = [row for row in table(tmp_path, text) if row["measure"] == "total"]
    assert seen(rows, "code", "name", "line_start", "line_end") == [
        ("208", "社会保障和就业支出", 12, 12),
        ("2080505", "机关事业单位基本养老保险缴费支出", 13, 15),
    ]


def test_merged_cells_say_how_far_a_label_reaches() -> None:
    head = [
        ["项目|2", "^", "收入预算|4", "^", "^", "^"],
        ["科目编码", "科目名称", "合计", "财政拨款收入|2", "^", "其他收入"],
        ["", "", "", "小计", "一般公共预算", ""],
    ]
    body = [
        ["201", "一般公共服务支出", "9.00", "8.00", "8.00", "1.00"],
        ["合计|2", "^", "9.00", "8.00", "8.00", "1.00"],
    ]
    _, found, unread = of_grids(
        file("某市档案局2031年部门预算", "部门收入预算表", "单位：万元", [*head, *body])
    )
    assert [line.measure for line in found[:4]] == [
        "total",
        "fiscal_subtotal",
        "general_public_budget",
        "other_income",
    ]
    assert (found[4].name, found[4].level) == ("合计", 0)
    assert unread == []


def test_a_last_page_that_holds_only_the_total_has_fewer_columns() -> None:
    head = [
        ["科目编码|3", "^", "^", "科目名称", "合计", "基本支出", "项目支出"],
        ["类", "款", "项", "", "", "", ""],
    ]
    first = [*head, ["201", "26", "", "档案事务", "9.00", "8.00", "1.00"]]
    last = [["合计", "9.00", "8.00", "1.00"]]
    text = ["某市档案局2031年部门预算", "一般公共预算支出表", "单位：万元", *lines(first), *lines(last)]
    grids = (grid(first, 4), msgspec.structs.replace(grid(last, 7), continues=True))
    source = SourceFile("a.pdf", "0" * 64, "pdf", tuple(text), format="pdf", grids=grids, wrapped=False)
    tables, found, _ = of_grids(source)
    assert [each.amounts for each in tables] == [6]
    assert [(line.name, line.measure, line.printed) for line in found[3:]] == [
        ("合计", "total", "9.00"),
        ("合计", "basic", "8.00"),
        ("合计", "project", "1.00"),
    ]


def test_a_page_of_another_width_that_does_not_fit_is_unread() -> None:
    first = [["科目编码", "科目名称", "合计", "基本支出"], ["201", "一般公共服务支出", "9.00", "8.00"]]
    other = [["202", "外交支出", "1.00", "2.00", "3.00", "4.00"]]
    text = ["某市档案局2031年部门预算", "一般公共预算支出表", "单位：万元", *lines(first), *lines(other)]
    grids = (grid(first, 4), msgspec.structs.replace(grid(other, 6), continues=True))
    source = SourceFile("a.pdf", "0" * 64, "pdf", tuple(text), format="pdf", grids=grids, wrapped=False)
    _, found, unread = of_grids(source)
    assert {line.printed for line in found} == {"9.00", "8.00"}
    assert [each.line_start for each in unread] == [6]


def test_amounts_beside_their_label_belong_to_it() -> None:
    rows = [
        ["科目编码", "科目名称", "合计", "", "基本支出", ""],
        ["201", "一般公共服务支出", "", "9.00", "", "8.00"],
    ]
    _, found, _ = of_grids(file("某市档案局2031年部门预算", "一般公共预算支出表", "单位：万元", rows))
    assert [(line.measure, line.printed) for line in found] == [("total", "9.00"), ("basic", "8.00")]


def test_figures_between_two_labels_without_any_are_of_neither() -> None:
    """The number of a line stood between the label of a side and its own, and was the income."""
    rows = [
        ["项目", "收入", "", "行次", "金额", "项目", "支出合计"],
        ["一、事业收入", "", "7", "", "40.00", "一、教育支出", "60.00"],
        ["二、其他收入", "", "8", "", "20.00", "", ""],
        ["总计", "", "9", "", "60.00", "总计", "60.00"],
    ]
    _, found, unread = of_grids(file("某市档案局2031年部门决算", "收入支出决算总表", "单位：万元", rows))
    assert found == []
    assert [(each.kind, each.reason) for each in unread] == [("table", "unknown_header")]


def test_a_cell_nobody_can_read_is_on_record(tmp_path: Path) -> None:
    text = (
        BUDGET
        + "一般公共预算支出表\n\n"
        + UNIT
        + "科目编码\t科目名称\t合计\t基本支出\n201\t一般公共服务支出\t5 .00\t3.00\n"
    )
    found = compile_text(text, tmp_path)
    assert seen(found["budget_lines"], "measure") == [("basic",)]
    (one,) = found["unread"]
    assert (one["kind"], one["measure"], one["printed"], one["line_start"]) == ("cell", "total", "5 .00", 12)


def test_names_without_numbers_and_amounts_are_no_header(tmp_path: Path) -> None:
    """财政拨款收入 heads columns elsewhere; below 项目 it is the name of a row."""
    text = (
        BUDGET + "部门收支总表\n\n" + UNIT + "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"
        "财政拨款收入\t\t外交支出\t\n事业收入\t6.00\t教育支出\t6.00\n收入总计\t6.00\t支出总计\t6.00\n"
    )
    rows = table(tmp_path, text)
    assert seen(rows, "code", "name") == [
        (None, "事业收入"),
        (None, "收入总计"),
        ("205", "教育支出"),
        (None, "支出总计"),
    ]
    assert {row["measure"] for row in rows} == {"total"}


def test_a_page_that_repeats_the_title_without_its_number_goes_on_with_the_table(tmp_path: Path) -> None:
    head = "科目编码\t科目名称\t合计\n"
    text = (
        f"{FINAL}二、收入决算表\n\n公开02表\n\n单位：万元\n\n{head}201\t一般公共服务支出\t5.00\n\n"
        f"收入决算表\n\n公开02表\n\n单位：万元\n\n{head}202\t外交支出\t6.00\n"
    )
    found = compile_text(text, tmp_path)["budget_tables"]
    assert seen(found, "table_kind", "title", "table_no", "amounts") == [("income", "二、收入决算表", 2, 2)]


@pytest.mark.parametrize(
    "ruler",
    [
        "**\t**\t1=2+3\t2\t3",
        "甲\t乙\t（1）=（2）+（3）\t（2）\t（3）",
        "\t\t1栏=2栏+3栏\t2栏\t3栏",
        "栏次\t\t3＝1＋2\t1\t2",
        "—\t—\tA=B+C\tB\tC",
        "栏号\t\t第1栏\t第2栏\t第3栏",
        "\t\t1=2+…+3\t2\t3",
        "甲\t乙\t1\t2\t3",
        "\t\t①=②+③\t②\t③",
    ],
)
def test_a_row_that_numbers_columns_or_says_how_they_follow(ruler: str, tmp_path: Path) -> None:
    text = (
        BUDGET + "一般公共预算支出表\n\n" + UNIT + "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        f"{ruler}\n201\t一般公共服务支出\t5.00\t3.00\t2.00\n\t合计\t5.00\t3.00\t2.00\n"
    )
    assert [row["printed"] for row in table(tmp_path, text)] == ["5.00", "3.00", "2.00"] * 2


def test_a_code_with_the_amounts_between_the_halves_of_its_name(tmp_path: Path) -> None:
    text = (
        BUDGET + "一般公共预算支出表\n\n" + UNIT + "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "201\t一般公共服务支出\t9.00\t9.00\t\n"
        "\t政府办公厅（室）及相关\t\t\t\n20103\t\t9.00\t9.00\t\n\t机构事务\t\t\t\n"
        "2010301\t行政运行\t9.00\t9.00\t\n\t合计\t9.00\t9.00\t\n"
    )
    rows = table(tmp_path, text)
    assert [(row["code"], row["name"]) for row in rows if row["measure"] == "total"] == [
        ("201", "一般公共服务支出"),
        ("20103", "政府办公厅（室）及相关机构事务"),
        ("2010301", "行政运行"),
        (None, "合计"),
    ]
    assert {row["code"] for row in rows if row["parent_id"] is None} == {None}


@pytest.mark.parametrize("mark", ["***", "＊＊", "××", "XXX", "涉密", "（保密）", "略", "详见附件", "—", "/"])
def test_a_figure_that_is_not_shown_makes_its_sums_not_checkable(mark: str, tmp_path: Path) -> None:
    """A row that names an item and shows none of its money does not make the total wrong."""
    text = (
        BUDGET + "一般公共预算支出表\n\n" + UNIT + "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "201\t一般公共服务支出\t9.00\t5.00\t4.00\n20103\t政府办公厅（室）及相关机构事务\t9.00\t5.00\t4.00\n"
        f"2010301\t行政运行\t5.00\t5.00\t\n2010302\t一般行政管理事务\t{mark}\t\t{mark}\n\t合计\t9.00\t5.00\t4.00\n"
    )
    found = compile_text(text, tmp_path)
    assert {row["status"] for row in found["checks"]} == {"exact", "not_checkable"}
    assert any(mark in (row["reason"] or "") for row in found["checks"])
    hidden = mark not in ("—", "/")
    assert [row["printed"] for row in found["unread"]] == [mark] * 2 * hidden


ROWS = (
    ("", "", "", "合计", "100.00", "60.00", "40.00"),
    ("204", "", "", "公共安全支出", "100.00", "60.00", "40.00"),
    ("204", "02", "", "公安", "100.00", "60.00", "40.00"),
    ("204", "02", "01", "行政运行", "70.00", "60.00", "10.00"),
    ("204", "02", "19", "信息化建设", "30.00", "", "30.00"),
)
"""类, 款, 项, name, total, basic, project: as typed from nowhere but this list."""


def apart(row: tuple[str, ...]) -> str:
    return "\t".join(row)


def together(row: tuple[str, ...]) -> str:
    code = "".join(row[:3])
    return "\t".join((code, *row[3:]) if code else row[3:])


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("科目编码\t科目名称\t合计\t基本支出\t项目支出", apart),
        ("类\t款\t项\t科目名称\t合计\t基本支出\t项目支出", together),
        ("类\t款\t项\t科目名称\t合计\t基本支出\t项目支出", apart),
        ("科目编码\t科目名称\t合计\t基本支出\t项目支出", together),
    ],
    ids=["header narrower", "header wider", "alike in parts", "alike as one"],
)
def test_codes_in_more_or_fewer_cells_than_their_header_move_no_amount(
    head: str, printed: Any, tmp_path: Path
) -> None:
    rows = "\n".join(map(printed, ROWS))
    text = f"{BUDGET}部门支出总体情况表\n{UNIT}{head}\n{rows}\n"
    wanted = [
        ("".join(row[:3]) or None, row[3], measure, round(float(amount) * 10**6))
        for row in ROWS
        for measure, amount in zip(("total", "basic", "project"), row[4:], strict=True)
        if amount
    ]
    assert seen(table(tmp_path, text), "code", "name", "measure", "amount") == wanted


MERGED = [
    # 项目 over two columns of labels, the others reach down.
    ("项目\t本年收入合计\t财政拨款收入\t事业收入", "功能分类科目编码\t科目名称\t\t\t"),
    # The codes over their three columns, the others reach down.
    ("功能分类科目编码\t科目名称\t本年收入合计\t财政拨款收入\t事业收入", "类\t款\t项\t\t\t\t"),
]


@pytest.mark.parametrize(("above", "below"), MERGED, ids=["item", "codes"])
def test_a_cell_over_several_columns_that_was_pasted_as_one_moves_no_amount(
    above: str, below: str, tmp_path: Path
) -> None:
    lead = "204\t02\t01" if below.startswith("类") else "2040201"
    text = f"{FINAL}收入决算表\n{UNIT}{above}\n{below}\n{lead}\t行政运行\t90.00\t70.00\t20.00\n"
    assert seen(table(tmp_path, text), "code", "measure", "printed") == [
        ("2040201", "total", "90.00"),
        ("2040201", "fiscal_subtotal", "70.00"),
        ("2040201", "business_income", "20.00"),
    ]


def test_heads_of_three_levels_that_were_pasted_cell_by_cell_are_put_back(tmp_path: Path) -> None:
    text = (
        f"{FINAL}财政拨款“三公”经费支出决算表\n{UNIT}预算数\t决算数\n"
        "合计\t因公出国（境）费\t公务用车购置及运行维护费\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行维护费\t公务接待费\n"
        "\t\t小计\t公务用车购置费\t公务用车运行维护费\t\t\t\t小计\t公务用车购置费\t公务用车运行维护费\t\n"
        "11.00\t1.00\t7.00\t3.00\t4.00\t3.00\t10.00\t0.90\t6.60\t2.80\t3.80\t2.50\n"
    )
    rows = table(tmp_path, text)
    found = {(row["measure"], row["name"]): row["printed"] for row in rows}
    totals = [(measure, printed) for (measure, name), printed in found.items() if name == "公务接待费"]
    assert len(rows) == 12
    assert sorted(printed for _, printed in totals) == ["2.50", "3.00"]


def test_a_head_that_fits_its_columns_in_no_way_gives_no_amount(tmp_path: Path) -> None:
    text = (
        f"{FINAL}收入决算表\n{UNIT}项目\t本年收入合计\t财政拨款收入\t其他收入\n"
        "功能分类科目编码\t科目名称\t\t小计\t其中专户\t\t其中捐赠\n"
        "2040201\t行政运行\t90.00\t70.00\t5.00\t15.00\t1.00\n"
    )
    found = compile_text(text, tmp_path)
    assert found["budget_lines"] == []
    assert "unknown_header" in {row["reason"] for row in found["unread"]}


@pytest.mark.parametrize("sign", [".", "-", " . ", "．", "/"])
def test_the_levels_of_a_code_may_be_parted_by_signs(sign: str, tmp_path: Path) -> None:
    def code(*levels: str) -> str:
        return sign.join(levels)

    text = (
        BUDGET + "一般公共预算支出表\n\n" + UNIT + "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        f"{code('211')}\t节能环保支出\t46.00\t41.00\t5.00\n"
        f"{code('211', '03')}\t污染防治\t46.00\t41.00\t5.00\n"
        f"{code('211', '03', '01')}\t大气\t46.00\t41.00\t5.00\n"
        "合计\t\t46.00\t41.00\t5.00\n"
    )
    rows = [row for row in table(tmp_path, text) if row["measure"] == "total"]
    assert seen(rows, "code", "name", "level") == [
        ("211", "节能环保支出", 1),
        ("21103", "污染防治", 2),
        ("2110301", "大气", 3),
        (None, "合计", 0),
    ]


@pytest.mark.parametrize("sign", ["\t", ","])
def test_codes_that_a_program_kept_as_numbers_with_a_decimal(sign: str, tmp_path: Path) -> None:
    rows = [
        ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        ("213.0", "农林水支出", "530.0", "340.0", "190.0"),
        ("21305.0", "巩固脱贫攻坚成果衔接乡村振兴", "530.0", "340.0", "190.0"),
        ("2130501.0", "行政运行", "340.0", "340.0", ""),
        ("2130504.0", "农村基础设施建设", "190.0", "", "190.0"),
    ]
    text = BUDGET + "部门支出总表\n\n" + UNIT + "\n".join(map(sign.join, rows)) + "\n"
    found = compile_text(text, tmp_path)
    totals = [row for row in found["budget_lines"] if row["measure"] == "total"]
    assert seen(totals, "code", "level", "printed", "code_restored") == [
        ("213", 1, "530.0", False),
        ("21305", 2, "530.0", False),
        ("2130501", 3, "340.0", False),
        ("2130504", 3, "190.0", False),
    ]
    assert not found["unread"]
    assert {row["status"] for row in found["checks"]} == {"exact"}


@pytest.mark.parametrize("code", ["【211】", "〔211〕", "(211)"])
def test_a_code_in_brackets_of_any_form(code: str, tmp_path: Path) -> None:
    text = (
        BUDGET + "部门支出总表\n\n" + UNIT + "科目\t合计\t基本支出\t项目支出\n"
        f"{code}节能环保支出\t46.00\t41.00\t5.00\n合计\t46.00\t41.00\t5.00\n"
    )
    rows = [row for row in table(tmp_path, text) if row["measure"] == "total"]
    assert seen(rows, "code", "name") == [("211", "节能环保支出"), (None, "合计")]


def test_what_is_left_at_the_end_of_the_year_is_no_part_of_the_last_class(tmp_path: Path) -> None:
    text = (
        BUDGET + "部门收支总表\n\n" + UNIT + "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"
        "一、财政拨款收入\t33.00\t一、教育支出\t30.00\n二、其他收入\t0.00\t二、住房保障支出\t2.00\n"
        "上年结转\t0.00\t年终结转\t1.00\n收入总计\t33.00\t支出总计\t33.00\n"
    )
    levels = {row["name"]: row["level"] for row in table(tmp_path, text)}
    assert (levels["二、住房保障支出"], levels["年终结转"], levels["支出总计"]) == (1, 1, 0)


def test_administrative_costs_stand_beside_the_three_kinds_of_spending(tmp_path: Path) -> None:
    text = (
        BUDGET + "财政拨款安排的行政经费及“三公”经费预算表\n\n" + UNIT + "项目\t2031年预算\n"
        "行政经费\t71.00\n“三公”经费\t6.00\n（一）因公出国（境）支出\t1.00\n"
        "（二）公务用车购置及运行维护支出\t3.00\n1.公务用车购置\t0.00\n2.公务用车运行维护费\t3.00\n（三）公务接待费支出\t2.00\n"
    )
    rows = table(tmp_path, text)
    names = {row["line_id"]: row["name"] for row in rows}
    assert {row["name"]: names.get(row["parent_id"]) for row in rows}["行政经费"] is None
    assert sum(names.get(row["parent_id"]) == "“三公”经费" for row in rows) == 3


def test_numbers_of_rows_between_two_sides_are_no_amounts(tmp_path: Path) -> None:
    text = (
        BUDGET + "收支总表\n\n" + UNIT + "收入\t\t\t支出\t\t\n序号\t项目\t预算数\t序号\t项目\t预算数\n"
        "1\t一、一般公共预算拨款收入\t9.00\t1\t一、教育支出\t8.00\n2\t二、政府性基金预算拨款收入\t\t2\t二、住房保障支出\t1.00\n"
        "\t收入总计\t9.00\t\t支出总计\t9.00\n"
    )
    assert seen(table(tmp_path, text), "name", "printed") == [
        ("一、一般公共预算拨款收入", "9.00"),
        ("收入总计", "9.00"),
        ("一、教育支出", "8.00"),
        ("二、住房保障支出", "1.00"),
        ("支出总计", "9.00"),
    ]


def test_three_sides_each_with_names_and_amounts_below_a_heading(tmp_path: Path) -> None:
    text = (
        BUDGET
        + "收支总表\n\n"
        + UNIT
        + "收入\t\t支出\t\t\t\n项目名称\t预算数\t功能分类\t\t支出用途\t\n\t\t项目名称\t预算数\t项目名称\t预算数\n"
        "一、财政拨款\t9.00\t一、教育支出\t8.00\t一、基本支出\t4.00\n二、单位资金\t\t二、住房保障支出\t1.00\t二、项目支出\t5.00\n"
        "当年收入小计\t9.00\t当年支出小计\t9.00\t当年支出小计\t9.00\n收入合计\t9.00\t支出合计\t9.00\t支出合计\t9.00\n"
    )
    rows = table(tmp_path, text)
    assert [row["printed"] for row in rows if row["name"] == "一、教育支出"] == ["8.00"]
    assert [(row["printed"], row["code"]) for row in rows if row["name"] == "一、基本支出"] == [
        ("4.00", None)
    ]
    assert [row["printed"] for row in rows if row["name"] == "二、项目支出"] == ["5.00"]


def test_a_department_and_its_units_are_counted_once(tmp_path: Path) -> None:
    text = (
        BUDGET + "收入总表\n\n" + UNIT + "单位编码\t单位名称（科目）\t总计\t一般公共预算拨款\n"
        "\t合计\t9.00\t9.00\n138\t某市档案局\t9.00\t9.00\n138001\t某市档案局机关\t5.00\t5.00\n138002\t某市档案馆\t4.00\t4.00\n"
    )
    rows = [row for row in table(tmp_path, text) if row["measure"] == "total"]
    names = {row["line_id"]: row["name"] for row in rows}
    assert [(row["name"], names.get(row["parent_id"])) for row in rows] == [
        ("合计", None),
        ("某市档案局", "合计"),
        ("某市档案局机关", "某市档案局"),
        ("某市档案馆", "某市档案局"),
    ]


def test_groups_of_projects_stand_between_unit_and_projects(tmp_path: Path) -> None:
    text = (
        BUDGET + "专项业务经费支出表\n\n" + UNIT + "单位（项目）名称\t项目金额\n"
        "合计\t9.00\n某市档案局\t9.00\n通用项目\t2.00\n档案用房维修\t2.00\n专用项目\t7.00\n档案数字化\t4.00\n口述史料征集\t3.00\n"
    )
    rows = table(tmp_path, text)
    assert seen(rows, "name", "level", "project") == [
        ("合计", 0, None),
        ("某市档案局", 1, None),
        ("通用项目", 2, None),
        ("档案用房维修", 3, "档案用房维修"),
        ("专用项目", 2, None),
        ("档案数字化", 3, "档案数字化"),
        ("口述史料征集", 3, "口述史料征集"),
    ]


def test_places_below_a_heading_of_a_text_get_their_parts(tmp_path: Path) -> None:
    text = (
        BUDGET
        + "对下转移支付预算表\n\n"
        + UNIT
        + "单位名称（项目）\t资金来源\t\t地区\t\t\n\t合计\t一般公共预算\t\t\t\n\t\t\t甲镇\t乙镇\t丙乡\n"
        "合计\t9.00\t9.00\t4.00\t3.00\t2.00\n某市档案局\t9.00\t9.00\t4.00\t3.00\t2.00\n"
    )
    rows = table(tmp_path, text)
    parts = [(row["unit_name"], row["printed"]) for row in rows if row["name"] == "合计" and row["unit_name"]]
    assert parts == [("甲镇", "4.00"), ("乙镇", "3.00"), ("丙乡", "2.00")]


@pytest.mark.parametrize("label", ["当年财政拨款收入", "本年财政拨款收入", "财政拨款（补助）收入"])
def test_a_sum_below_appropriations_of_any_name_is_that_of_appropriations(label: str, tmp_path: Path) -> None:
    text = (
        BUDGET
        + "收入总表\n\n"
        + UNIT
        + f"科目编码\t科目名称\t合计\t{label}\t\t其他收入\n\t\t\t小计\t一般公共预算\t\n"
        "205\t教育支出\t9.00\t8.00\t8.00\t1.00\n合计\t\t9.00\t8.00\t8.00\t1.00\n"
    )
    rows = [row for row in table(tmp_path, text) if row["code"] == "205"]
    assert [row["measure"] for row in rows] == [
        "total",
        "fiscal_subtotal",
        "general_public_budget",
        "other_income",
    ]


def test_a_row_with_a_unit_and_its_project_is_no_unit_whatever_stands_below_it(tmp_path: Path) -> None:
    text = (
        BUDGET + "项目支出情况表\n\n" + UNIT + "单位名称\t项目名称\t合计\t一般公共预算\n"
        "馆本级\t库房改造\t45.00\t45.00\n馆本级\t缩微拍摄\t30.00\t30.00\n"
        "方志中心\t口述采集\t30.00\t30.00\n合计\t\t105.00\t105.00\n"
    )
    rows = [row for row in table(tmp_path, text) if row["measure"] == "total"]
    assert seen(rows, "unit_name", "project", "level") == [
        ("馆本级", "库房改造", 1),
        ("馆本级", "缩微拍摄", 1),
        ("方志中心", "口述采集", 1),
        (None, None, 0),
    ]


def test_labels_that_print_breaks_over_two_rows_are_one() -> None:
    """款 below 政府性基金预算拨 is no level of codes; 目编码 below 经济分类科 is the end of a label."""
    rows = [
        ["经济分类科", "科目名称", "合计", "一般公共预算财", "政府性基金预算拨"],
        ["目编码", "", "小计", "政拨款", "款"],
        ["301", "工资福利支出", "9.00", "8.00", "1.00"],
    ]
    _, found, unread = of_grids(
        file("某市档案局2031年部门预算", "一般公共预算基本支出表", "单位：万元", rows)
    )
    assert {(line.code, line.measure, line.printed) for line in found} == {
        ("301", "total", "9.00"),
        ("301", "general_public_budget", "8.00"),
        ("301", "government_fund", "1.00"),
    }
    assert unread == []


def test_codes_of_the_second_block_stand_below_a_broken_label() -> None:
    rows = [
        ["经济分类科", "科目名称", "决算数", "经济分类科", "科目名称", "决算数"],
        ["目编码", "", "", "目编码", "", ""],
        ["301", "工资福利支出", "71.00", "302", "商品和服务支出", "12.00"],
        ["30101", "基本工资", "71.00", "30201", "办公费", "12.00"],
    ]
    title = "一般公共预算财政拨款基本支出决算表"
    _, found, _ = of_grids(file("某市档案局2031年度部门决算", title, "单位：万元", rows))
    assert {line.code for line in found} == {"301", "30101", "302", "30201"}


def test_items_of_the_vehicles_below_broken_labels() -> None:
    rows = [
        ["合计", "因公出国（境）", "公务用车购置及运行维护费", "", "", "公务接待费"],
        ["", "费", "小计", "公务用车购置", "公务用车运行", ""],
        ["", "", "", "费", "维护费", ""],
        ["9.50", "0.00", "8.50", "5.00", "3.50", "1.00"],
    ]
    merged = [["合计", "因公出国（境）", "公务用车购置及运行维护费|3", "^", "^", "公务接待费"], *rows[1:]]
    title = "财政拨款“三公”经费支出表"
    _, found, unread = of_grids(file("某市档案局2031年部门预算", title, "单位：万元", merged))
    assert {line.name: line.printed for line in found} == {
        "合计": "9.50",
        "因公出国（境）费": "0.00",
        "公务用车购置及运行维护费": "8.50",
        "公务用车购置费": "5.00",
        "公务用车运行维护费": "3.50",
        "公务接待费": "1.00",
    }
    assert unread == []


def test_a_row_whose_amounts_share_a_cell_is_declared() -> None:
    rows = [
        ["科目编码", "科目名称", "合计", "基本支出"],
        ["201", "一般公共服务支出", "9.00", "8.00"],
        ["202", "外交支出 7.00 6.00", "", ""],
    ]
    _, found, unread = of_grids(file("某市档案局2031年部门预算", "一般公共预算支出表", "单位：万元", rows))
    assert {line.code for line in found} == {"201"}
    assert [(each.kind, each.reason, each.line_start) for each in unread] == [("row", "unknown_row", 6)]


def test_words_below_a_label_of_figures_mean_that_labels_are_beside_what_they_name() -> None:
    rows = [
        ["项目", "行次", "合计", "基本支出"],
        ["", "一、农林水支出3", "9.00", "8.00"],
        ["", "二、住房保障支出4", "7.00", "6.00"],
        ["", "三、其他支出5", "5.00", "5.00"],
    ]
    _, found, unread = of_grids(file("某市档案局2031年部门预算", "一般公共预算支出表", "单位：万元", rows))
    assert found == []
    assert [(each.kind, each.reason) for each in unread] == [("table", "unknown_header")]


def test_a_label_of_names_above_codes_is_beside_its_names() -> None:
    rows = [
        ["科目名称", "", "合计", "基本支出"],
        ["201", "一般公共服务支出", "9.00", "8.00"],
        ["20101", "人大事务", "9.00", "8.00"],
        ["合计", "", "9.00", "8.00"],
    ]
    _, found, _ = of_grids(file("某市档案局2031年部门预算", "一般公共预算支出表", "单位：万元", rows))
    assert [(line.code, line.name) for line in found if line.measure == "total"] == [
        ("201", "一般公共服务支出"),
        ("20101", "人大事务"),
        (None, "合计"),
    ]


@pytest.mark.parametrize("ruled", [True, False])
def test_two_labels_printed_as_one_leave_a_table_without_rulings_unread(ruled: bool) -> None:
    rows = [["科目编码", "科目名称", "合计基本支出", "项目支出"], ["201", "一般公共服务支出", "9.00", "8.00"]]
    text = ["某市档案局2031年部门预算", "一般公共预算支出表", "单位：万元", *lines(rows)]
    source = SourceFile(
        "a.pdf",
        "0" * 64,
        "pdf",
        tuple(text),
        format="pdf",
        grids=(grid(rows, 4, ruled=ruled),),
        wrapped=False,
    )
    _, found, unread = of_grids(source)
    assert ("table", "unknown_header") in {(each.kind, each.reason) for each in unread} or ruled
    assert bool(found) == ruled


OF_ONE = "科目编码\t科目名称\t合计\n205\t教育支出\t{first}\n2050201\t学前教育\t{second}\n"


@pytest.mark.parametrize(
    ("unit", "own", "other", "read"),
    [
        ("万元", ("83.61", "1740.25"), ("83.61", "6.10"), True),  # one amount is of one money
        ("万元", ("83.60", "1740.25"), ("71.00", "12.10"), True),  # no table of 元 is so small
        ("万元", ("83.60", "5.00"), ("1740.00", "12.10"), False),  # it may be of 元
        ("万元", ("83.60", "5.00"), ("8360000.00", "500000.00"), False),
        ("元", ("8360000.00", "500000.00"), ("12.10", "7.30"), False),  # it may be of 万元
        ("元", ("8360000.00", "500000.00"), ("91000.00", "7300.00"), True),
        ("元", ("8360000.00", "500000.00"), ("0.00", "0.00"), True),
    ],
)
def test_the_unit_of_another_table_is_that_of_a_table_without_one_where_it_can_be_no_other(
    unit: str, own: tuple[str, str], other: tuple[str, str], read: bool, tmp_path: Path
) -> None:
    rows = [OF_ONE.format(first=first, second=second) for first, second in (own, other)]
    text = f"{BUDGET}部门支出总表\n\n单位：{unit}\n\n{rows[0]}\n财政拨款支出表\n\n{rows[1]}"
    found = compile_text(text, tmp_path)
    times = 1_000_000 if unit == "万元" else 100
    amounts = [Decimal(text) * times for text in (*own, *(other if read else ()))]
    assert [amount for _, amount in seen(found["budget_lines"], "code", "amount")] == amounts
    assert [row["reason"] for row in found["unread"]] == ([] if read else ["no_unit"])


@pytest.mark.parametrize("says", ["本部分金额单位：元", "（单位：元，下同）", "以下各表单位：元"])
def test_a_unit_that_is_said_of_all_tables_is_that_of_each(says: str, tmp_path: Path) -> None:
    rows = [OF_ONE.format(first=first, second="7.30") for first in ("8360000.00", "12.10")]
    text = f"{BUDGET}{says}\n\n部门支出总表\n\n单位：元\n\n{rows[0]}\n财政拨款支出表\n\n{rows[1]}"
    found = compile_text(text, tmp_path)
    assert [amount for (amount,) in seen(found["budget_lines"], "amount")] == [836_000_000, 730, 1_210, 730]


def test_a_unit_that_a_note_says_of_its_table_is_that_of_no_other(tmp_path: Path) -> None:
    own, other = ("83.60", "51.30"), ("91000.00", "720.00")
    rows = [OF_ONE.format(first=first, second=second) for first, second in (own, other)]
    note = "注：本表金额单位为万元。"
    found = compile_text(
        f"{BUDGET}部门支出总表\n\n{rows[0]}\n{note}\n\n财政拨款支出表\n\n{rows[1]}", tmp_path
    )
    assert [row["unit"] for row in found["budget_tables"]] == ["万元", ""]
    assert [amount for (amount,) in seen(found["budget_lines"], "amount")] == [83_600_000, 51_300_000]
