"""Forms of provinces: units among codes, two classifications side by side, lists of sources, captions of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from hrss_tui.compile.budget.rulers import spreads
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.reference import table_for_title
from hrss_tui.sources.tables import Cell
from hrss_tui.sources.text import Span
from tests.variants import compile_text

HEAD = "某市民政局2031年部门预算公开\n\n第二部分 公开表\n\n"
FINAL = "某市民政局2031年度部门决算\n\n第二部分 公开表\n\n"
UNIT = "单位：万元\n\n"


def rows(tmp_path: Path, text: str) -> list[dict[str, Any]]:
    return compile_text(text, tmp_path)["budget_lines"]


def seen(found: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in found]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("财政拨款支出表（功能科目）", "fiscal_expenditure"),
        ("2031年财政拨款基本支出表（经济科目）", "fiscal_basic"),
        ("一般公共预算财政拨款基本支出预算表", "general_public_basic"),
        ("一般公共预算财政拨款支出情况表", "general_public"),
        ("2031年一般公共预算机关运行经费支出预算表", "agency_operation"),
        ("“三公”经费和机关运行经费预算表", "three_public"),
        ("综合预算一般公共预算支出明细表（按支出功能分类科目-不含上年结转）", "general_public"),
        ("综合预算专项业务经费支出表", "projects"),
    ],
)
def test_titles(title: str, kind: str) -> None:
    found = table_for_title(title)
    assert found is not None
    assert found.key == kind


def test_a_unit_among_codes_counts_what_stands_below_it(tmp_path: Path) -> None:
    text = (
        f"{HEAD}部门支出总表\n\n{UNIT}科目编码\t\t\t单位代码\t单位名称（科目）\t合计\t基本支出\n类\t款\t项\t\t\t\t\n"
        "\t\t\t\t合计\t9.00\t9.00\n\t\t\t301\t某市民政局\t9.00\t9.00\n208\t02\t01\t301\t行政运行\t9.00\t9.00\n"
    )
    assert seen(rows(tmp_path, text), "code", "name", "level", "unit_name", "measure") == [
        (None, "合计", 0, None, "total"),
        (None, "合计", 0, None, "basic"),
        (None, "某市民政局", 0, "某市民政局", "total"),
        (None, "某市民政局", 0, "某市民政局", "basic"),
        ("2080201", "行政运行", 3, "某市民政局", "total"),
        ("2080201", "行政运行", 3, "某市民政局", "basic"),
    ]


def test_the_departments_classification_names_a_row_before_the_governments(tmp_path: Path) -> None:
    text = (
        f"{HEAD}一般公共预算基本支出表\n\n{UNIT}政府预算支出经济分类科目\t部门预算支出经济分类科目\t预算数\n"
        "[501]机关工资福利支出\t\t7.00\n[50101]工资奖金津补贴\t[30101]基本工资\t7.00\n"
    )
    assert seen(rows(tmp_path, text), "code", "name") == [("501", "机关工资福利支出"), ("30101", "基本工资")]


def test_a_column_that_names_the_three_expenses_as_a_whole_holds_what_the_rows_name(tmp_path: Path) -> None:
    text = (
        f"{HEAD}“三公”经费支出情况表\n\n{UNIT}项目\t“三公”经费预算数\n共计\t5.00\n1、公务接待费\t2.00\n2、公务用车费\t3.00\n"
        "其中：（1）公务用车运行维护费\t3.00\n"
    )
    assert seen(rows(tmp_path, text), "name", "level", "measure") == [
        ("共计", 0, "total"),
        ("1、公务接待费", 1, "total"),
        ("2、公务用车费", 1, "total"),
        ("其中：（1）公务用车运行维护费", 2, "total"),
    ]


def test_years_over_items_tell_last_years_figures(tmp_path: Path) -> None:
    text = (
        f"{HEAD}“三公”经费支出预算对比表\n\n{UNIT}单位名称\t2030年\t\t2031年\t\n\t合计\t公务接待费\t合计\t公务接待费\n"
        "合计\t2.00\t2.00\t1.00\t1.00\n某市民政局\t2.00\t2.00\t1.00\t1.00\n"
    )
    found = compile_text(text, tmp_path)
    assert seen(found["budget_lines"], "name", "measure", "unit_name", "printed") == [
        ("合计", "previous", None, "2.00"),
        ("公务接待费", "previous", None, "2.00"),
        ("合计", "total", None, "1.00"),
        ("公务接待费", "total", None, "1.00"),
        ("合计", "previous", "某市民政局", "2.00"),
        ("公务接待费", "previous", "某市民政局", "2.00"),
        ("合计", "total", "某市民政局", "1.00"),
        ("公务接待费", "total", "某市民政局", "1.00"),
    ]
    assert [check["description"] for check in found["checks"] if check["status"] == "fails"] == []


def test_a_sum_is_of_the_label_right_above_it(tmp_path: Path) -> None:
    text = (
        f"{FINAL}一般公共预算财政拨款收入支出决算表\n\n{UNIT}"
        "科目编码\t科目名称\t年末结转和结余\t\t\n\t\t合计\t项目支出结转和结余\t\n\t\t\t小计\t项目支出结转\n"
        "205\t教育支出\t6.00\t4.00\t3.00\n"
    )
    assert seen(rows(tmp_path, text), "measure", "printed") == [
        ("closing_carryover", "6.00"),
        ("closing_carryover_project", "4.00"),
        ("closing_carryover_project_carried", "3.00"),
    ]


def test_columns_that_name_economic_groups(tmp_path: Path) -> None:
    text = (
        f"{HEAD}一般公共预算支出预算表\n\n{UNIT}科目编码\t科目名称\t总计\t工资福利支出\t\t\t商品和服务支出\t\n"
        "\t\t\t小计\t基本工资\t奖金\t小计\t办公费\n205\t教育支出\t9.00\t7.00\t4.00\t3.00\t2.00\t2.00\n"
    )
    assert seen(rows(tmp_path, text), "measure", "printed") == [
        ("total", "9.00"),
        ("economic_301", "7.00"),
        ("economic_30101", "4.00"),
        ("economic_30103", "3.00"),
        ("economic_302", "2.00"),
        ("economic_30201", "2.00"),
    ]


def test_the_level_of_government_and_among_them_are_no_part_of_a_label(tmp_path: Path) -> None:
    text = (
        f"{HEAD}支出总表\n\n{UNIT}科目编码\t科目名称\t合计\t省级当年财政拨款安排\t其中：基本支出\n"
        "205\t教育支出\t9.00\t7.00\t4.00\n"
    )
    assert seen(rows(tmp_path, text), "measure") == [("total",), ("fiscal_subtotal",), ("basic",)]


def test_captions_that_stand_in_rows_of_their_own_keep_the_title_above_them(tmp_path: Path) -> None:
    text = f"{HEAD}表1.支出总表\n\n部门/单位：某市民政局\t\t单位：万元\n\n科目编码\t科目名称\t合计\n205\t教育支出\t9.00\n"
    found = compile_text(text, tmp_path)
    assert seen(found["budget_tables"], "table_kind", "department", "unit") == [
        ("expenditure", "某市民政局", "万元")
    ]
    assert seen(found["budget_lines"], "code", "printed") == [("205", "9.00")]


def test_a_page_may_repeat_a_header_that_nobody_knows(tmp_path: Path) -> None:
    head = "甲类口径\t\t乙类口径\n科目编码\t科目名称\t合计\n"
    text = f"{HEAD}支出总表\n\n{UNIT}{head}205\t教育支出\t5.00\n\n支出总表\n\n{UNIT}{head}206\t科学技术支出\t4.00\n"
    assert seen(rows(tmp_path, text), "code", "name") == [("205", "教育支出"), ("206", "科学技术支出")]


def test_what_a_balance_is_among_stands_below_it(tmp_path: Path) -> None:
    text = (
        f"{FINAL}收入支出决算总表\n\n财决01表\n\n{UNIT}收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n"
        "一、其他收入\t5.00\t五、教育支出\t6.00\n本年收入合计\t5.00\t本年支出合计\t6.00\n年初结转和结余\t2.00\t年末结转和结余\t1.00\n"
        "其中：财政拨款\t2.00\t\t\n总计\t7.00\t总计\t7.00\n"
    )
    found = compile_text(text, tmp_path)
    levels = {row["name"]: row["level"] for row in found["budget_lines"] if row["classification"] == "income"}
    assert levels == {
        "一、其他收入": 1,
        "本年收入合计": 0,
        "年初结转和结余": 1,
        "其中：财政拨款": 2,
        "总计": 0,
    }
    assert seen(found["budget_tables"], "title", "table_no") == [("收入支出决算总表", 1)]
    assert [check["description"] for check in found["checks"] if check["status"] == "fails"] == []


def test_sources_of_income_as_a_list(tmp_path: Path) -> None:
    text = (
        f"{HEAD}收入总体情况表\n\n{UNIT}项目\t2031年预算\n一、一般公共预算拨款\t5.00\n二、其他收入\t1.00\n本年收入合计\t6.00\n"
        "收入总计\t6.00\n"
    )
    assert seen(rows(tmp_path, text), "name", "level", "printed") == [
        ("一、一般公共预算拨款", 1, "5.00"),
        ("二、其他收入", 1, "1.00"),
        ("本年收入合计", 0, "6.00"),
        ("收入总计", 0, "6.00"),
    ]


def test_the_total_of_a_list_names_what_it_lists(tmp_path: Path) -> None:
    text = f"{FINAL}政府采购情况表\n\n{UNIT}项目\t金额\n政府采购支出合计\t6.00\n政府采购货物支出\t4.00\n政府采购服务支出\t2.00\n"
    assert seen(rows(tmp_path, text), "name", "level") == [
        ("政府采购支出合计", 0),
        ("政府采购货物支出", 1),
        ("政府采购服务支出", 1),
    ]


def test_names_over_two_rows_in_tables_without_codes(tmp_path: Path) -> None:
    text = (
        f"{HEAD}收支总表\n\n{UNIT}收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"
        "一、附属单位上\t\t五、社会保障\t\n缴收入\t6.00\t和就业支出\t6.00\n收入总计\t6.00\t支出总计\t6.00\n"
    )
    assert seen(rows(tmp_path, text), "code", "name") == [
        (None, "一、附属单位上缴收入"),
        (None, "收入总计"),
        ("208", "五、社会保障和就业支出"),
        (None, "支出总计"),
    ]


def test_numbers_with_blanks_in_them_are_numbers(tmp_path: Path) -> None:
    text = (
        f"{HEAD}收支总表\n\n{UNIT}收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"
        "一 、 本 年 收 入\t6.00\t一 、 本 年 支 出\t6.00\n（一）事业收入\t6.00\t（一）教育支出\t6.00\n收入总计\t6.00\t支出总计\t6.00\n"
    )
    found = compile_text(text, tmp_path)
    assert [row["level"] for row in found["budget_lines"]] == [1, 2, 0, 1, 1, 0]
    assert [check["description"] for check in found["checks"] if check["status"] == "fails"] == []


def test_procurement_names_what_is_bought_and_says_nothing_of_the_form_below_it(tmp_path: Path) -> None:
    text = (
        f"{HEAD}政府采购支出表\n\n{UNIT}采购品目大类\t经济科目\t采购物品名称\t资金来源\t\n\t\t\t总计\t其中：政府性基金\n合计\t\t\t60.00\t15.00\n"
        "货物A\t\t\t20.00\t\n某市民政局\t办公设备购置\t台式计算机\t20.00\t\n服务C\t\t\t40.00\t15.00\n某市民政局\t委托业务费\t物业服务\t40.00\t15.00\n\n"
        "整体绩效目标表\n\n（2031年度）\n\n部门名称\t某市民政局\t\t\n年度总体目标\t保障运转。\t\t\n一级指标\t二级指标\t三级指标\t指标值\n"
        "产出指标\t数量指标\t巡查次数\t≥12次\n"
    )
    found = compile_text(text, tmp_path)
    assert seen(found["budget_lines"], "name", "level", "measure") == [
        ("合计", 0, "total"),
        ("合计", 0, "government_fund"),
        ("货物A", 1, "total"),
        ("台式计算机", 2, "total"),
        ("服务C", 1, "total"),
        ("服务C", 1, "government_fund"),
        ("物业服务", 2, "total"),
        ("物业服务", 2, "government_fund"),
    ]
    (form,) = found["performance_tables"]
    assert (form["unit_name"], form["amount"]) == ("某市民政局", None)
    assert [check["description"] for check in found["checks"] if check["status"] == "fails"] == []


def test_what_is_bought_for_a_project_told_once_is_of_that_project(tmp_path: Path) -> None:
    text = (
        f"{HEAD}政府采购支出预算表\n\n{UNIT}采购品目大类\t专项名称\t经济科目\t采购物品名称\t采购组织形式\t总计\n合计\t\t\t\t\t90.00\n"
        "一、货物A\t\t\t\t\t60.00\n\t河道巡查设备购置\t办公设备购置\t\t\t40.00\n\t\t\t无人机\t集中采购\t25.00\n\t\t\t测距仪\t集中采购\t15.00\n"
        "\t水质监测\t专用设备购置\t\t\t20.00\n\t\t\t取样车\t集中采购\t20.00\n"
        "三、服务C\t\t\t\t\t30.00\n\t\t维修费\t\t\t30.00\n\t\t\t管道维护服务\t分散采购\t30.00\n"
    )
    found = compile_text(text, tmp_path)
    assert seen(found["budget_lines"], "name", "project") == [
        ("合计", None),
        ("一、货物A", None),
        ("河道巡查设备购置", None),
        ("无人机", "河道巡查设备购置"),
        ("测距仪", "河道巡查设备购置"),
        ("水质监测", None),
        ("取样车", "水质监测"),
        ("三、服务C", None),
        ("维修费", None),
        ("管道维护服务", None),
    ]


@pytest.mark.parametrize("classes", [("205", "教育支出"), ("301", "工资福利支出")])
def test_a_unit_in_the_column_of_codes_is_no_code(tmp_path: Path, classes: tuple[str, str]) -> None:
    """Departments are numbered as classes are (301), their units by six digits (301004)."""
    code, name = classes
    title = "支出预算表" if code.startswith("2") else "一般公共预算基本支出表"
    text = (
        f"{HEAD}{title}\n\n{UNIT}科目编码\t单位（科目）名称\t合计\n\t合计\t8.00\n301\t某市教育局\t8.00\n301004\t某市第三中学\t8.00\n"
        f"{code}\t{name}\t8.00\n"
    )
    found = compile_text(text, tmp_path)
    assert seen(found["budget_lines"], "code", "name", "unit_name") == [
        (None, "合计", None),
        (None, "某市教育局", "某市教育局"),
        (None, "某市第三中学", "某市第三中学"),
        (code, name, "某市第三中学"),
    ]
    assert {check["status"] for check in found["checks"]} <= {"exact", "not_checkable"}


def cells(*rows: str) -> str:
    """An HTML table: cells parted by |, @23 behind one that spans two rows and three columns."""
    made = []
    for row in rows:
        parts = [cell.partition("@") for cell in row.split("|")]
        made.append(
            "".join(
                f"<td rowspan={(s or '11')[0]} colspan={(s or '11')[1]}>{text}</td>" for text, _, s in parts
            )
        )
    return f"<table><tr>{'<tr>'.join(made)}</table>"


def page(folder: Path, title: str, *rows: str) -> list[dict[str, Any]]:
    text = f"<h1>某区水务局2031年部门预算</h1><p>{title}</p><p>单位：万元</p>{cells(*rows)}"
    (folder / "a.html").write_text(f"<html><meta charset='utf-8'><body>{text}</body></html>", "utf-8")
    tables = compile_folder(folder).tables
    fails = [check for check in map(msgspec.to_builtins, tables["checks"]) if check["status"] == "fails"]
    assert fails == []
    return [msgspec.to_builtins(row) for name in ("budget_lines", "unread") for row in tables[name]]


def test_the_first_half_of_a_name_that_ends_as_that_of_a_body_is_a_code(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "支出预算总表",
        "功能科目|合计",
        "201一般公共服务支出|4.00",
        "20103政府办公厅|4.00",
        "（室）及相关机构事务|",
        "2010301行政运行|4.00",
    )
    assert [row["code"] for row in found] == ["201", "20103", "2010301"]


@pytest.mark.parametrize(("earlier", "later"), [("2030年", "2031年"), ("2030", "2031")])
def test_rows_of_three_expenses_by_year_are_of_their_years(tmp_path: Path, earlier: str, later: str) -> None:
    found = page(
        tmp_path,
        "“三公”经费支出表",
        "单位名称@21|预算年度@21|合计@21|公务接待费@21|公务用车购置及运行费@12",
        "小计|公务用车运行费",
        f"合计@21|{earlier}|9.00|2.00|7.00|7.00",
        f"{later}|5.00|1.00|4.00|4.00",
        f"某区水利工程站@21|{earlier}|9.00|2.00|7.00|7.00",
        f"{later}|5.00|1.00|4.00|4.00",
    )
    wanted = [
        ("9.00", "previous", 0),
        ("2.00", "previous", 1),
        ("7.00", "previous", 1),
        ("7.00", "previous", 2),
    ]
    wanted += [("5.00", "total", 0), ("1.00", "total", 1), ("4.00", "total", 1), ("4.00", "total", 2)]
    assert seen(found, "printed", "measure", "level") == 2 * wanted
    assert [row["unit_name"] for row in found] == [None] * 8 + ["某区水利工程站"] * 8


def test_the_three_expenses_beside_meetings_are_a_sum_of_their_own_and_changes_are_none(
    tmp_path: Path,
) -> None:
    found = page(
        tmp_path,
        "“三公”经费及会议费、培训费支出预算表",
        "单位名称@31|2031年@13|增减变动情况@13",
        "合计@21|一般公共预算拨款安排的“三公”经费预算@11|培训费@21|合计@21|“三公”经费@11|培训费@21",
        "小计|小计",
        "某区水务局|8.00|6.00|2.00|-1.00|-1.50|0.50",
    )
    assert seen(found, "name", "measure", "printed") == [
        ("合计", "total", "8.00"),
        ("一般公共预算拨款安排的“三公”经费预算", "total", "6.00"),
        ("培训费", "total", "2.00"),
        ("合计", "change", "-1.00"),
        ("“三公”经费", "change", "-1.50"),
        ("培训费", "change", "0.50"),
    ]


def test_one_item_below_two_labels_that_nobody_knows_is_unread(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "“三公”经费支出预算表",
        "单位名称@21|甲口径@12|乙口径@12",
        "公务接待费|公务用车费|公务接待费|公务用车费",
        "某区水务局|3.00|4.00|1.00|2.00",
    )
    assert {row["reason"] for row in found} == {"unknown_header"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("政府采购支出总表", "procurement"),
        ("政府采购项目支出明细表", "procurement"),
        ("政府采购（新增资产、购买服务）预算表", "procurement"),
        ("政府购买服务支出总表", "purchased_services"),
        ("2031年项目支出总表", "projects"),
        ("基本支出总表", "general_public_basic"),
        ("一般公共预算支出总表", "general_public"),
        ("财政拨款支出总表", "fiscal_expenditure"),
        ("政府性基金预算支出总表", "government_fund"),
        ("“三公”经费支出总表", "three_public"),
        ("培训费支出预算表", "three_public"),
        ("部门支出总表（按支出经济分类科目）", "expenditure_economic"),
        ("一般公共预算支出表（按支出功能分类科目）", "general_public"),
        ("社会保险基金收支总表", None),
        ("非税收入预算表", None),
    ],
)
def test_titles_of_some_of_the_money(title: str, kind: str | None) -> None:
    found = table_for_title(f"某区水务局{title}")
    assert (found.key if found else None) == kind


def test_projects_of_two_kinds_make_the_projects(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "部门支出总表",
        "科目编码@21|科目名称@21|合计@21|基本支出@21|项目支出@13",
        "合计|其他运转类|特定目标类",
        "2130304|水利行业业务管理|9.00|2.00|7.00|3.00|4.00",
    )
    assert [row["measure"] for row in found] == [
        "total",
        "basic",
        "project",
        "other_operating_projects",
        "special_purpose_projects",
    ]


def test_income_of_the_year_beside_all_income_is_no_second_total(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "部门收入预算表",
        "单位名称|收入总计|本年收入合计|一般公共预算|上年结转",
        "某区水务局|9.00|7.00|7.00|2.00",
    )
    assert [row["measure"] for row in found] == [
        "total",
        "current_income",
        "general_public_budget",
        "carryover",
    ]


@pytest.mark.parametrize("label", ["本年一般公共预算基本支出合计", "基本支出合计", "2031年预算数小计"])
def test_a_label_above_and_the_sum_below_it_may_be_one_cell(tmp_path: Path, label: str) -> None:
    head = f"科目编码|科目名称|{label}|人员经费|公用经费"
    found = page(tmp_path, "一般公共预算基本支出表", head, "302|商品和服务支出|3.00||3.00")
    assert [row["measure"] for row in found] == ["total", "operating"]


def test_digits_below_amounts_that_end_with_a_point_are_no_amounts(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "部门支出总表",
        "科目编码|科目名称|合计|基本支出|项目支出",
        "213|农林水支出|4,150.|4,150.|",
        "|出|85|85|",
        "21303|水利|4.00|4.00|",
    )
    amounts = [row["printed"] for row in found if "amount" in row]
    assert amounts == ["4.00", "4.00"]
    assert len([row for row in found if "reason" in row]) == 4


@pytest.mark.parametrize(
    ("first", "rest"), [("某区水务局河道工", "程管理所"), ("某区水务局河道工程管理所", "北门站")]
)
def test_a_name_goes_on_below_its_amounts_where_the_document_has_it_whole(
    tmp_path: Path, first: str, rest: str
) -> None:
    found = page(
        tmp_path,
        f"部门收入预算表</p><p>编制单位：{first}{rest}",
        "单位编码|单位名称|合计|一般公共预算",
        f"417|{first}|9.00|9.00",
        f"|{rest}||",
        "|基层站点||",
    )
    assert seen(found, "name", "unit_name") == 2 * [(first + rest, first + rest)]


@pytest.mark.parametrize(
    ("label", "columns", "wrong"), [("上年结余小计", 3, True), ("上年结余小计", 1, False), ("小计", 2, False)]
)
def test_a_part_is_one_column(label: str, columns: int, wrong: bool) -> None:
    assert spreads(Cell(label, Span(1, 0, 6), 4, columns=columns)) is wrong


def test_each_of_three_years_is_its_own(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "部门支出预算表",
        "科目编码|科目名称|2028年决算数|2029年决算数|2030年预算数|2031年预算数",
        "21303|水利|6.00|7.00|8.00|9.00",
    )
    assert [row.get("measure") for row in found] == ["before_previous", "previous", "total", None]
    assert found[3]["printed"] == "2028年决算数"


def test_rows_of_three_years_of_the_three_expenses(tmp_path: Path) -> None:
    rows = [f"20{year}年|{amount}|{amount}" for year, amount in ((29, "3.00"), (30, "2.00"), (31, "1.00"))]
    found = page(tmp_path, "“三公”经费支出表", "年度|合计|公务接待费", *rows)
    assert [row["measure"] for row in found] == ["before_previous"] * 2 + ["previous"] * 2 + ["total"] * 2


@pytest.mark.parametrize("names", [("预算数", "执行数"), ("年初预算数", "预计完成数"), ("预算数", "决算数")])
def test_the_plan_of_last_year_and_its_outcome_are_two_figures(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    plan, outcome = names
    found = page(
        tmp_path,
        "一般公共预算支出表",
        "科目编码@21|科目名称@21|2030年@12|2031年预算数@21",
        f"{plan}|{outcome}",
        "21303|水利|7.00|8.00|9.00",
    )
    assert [row["measure"] for row in found] == ["previous", "previous_executed", "total"]


@pytest.mark.parametrize("below", [True, False])
def test_the_sum_of_a_unit_is_no_unit_and_no_part(tmp_path: Path, below: bool) -> None:
    units = []
    for name, amount in (("某区水务局机关", "5.00"), ("某区河道管理所", "3.00")):
        rows = [f"{name}|2130301|行政运行|{amount}", f"{name}||小计|{amount}"]
        units += rows if below else rows[::-1]
    found = page(tmp_path, "部门支出预算明细表", "预算单位|科目编码|科目名称|合计", *units, "||合计|8.00")
    subtotals = [row for row in found if row["name"] == "小计"]
    assert seen(subtotals, "unit_name", "level") == [("某区水务局机关", 0), ("某区河道管理所", 0)]
    assert [row["unit_name"] for row in found if row["code"]] == ["某区水务局机关", "某区河道管理所"]


def test_income_beside_a_table_of_spending_is_unread(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "国有资本经营预算收支表",
        "收入@12|支出@14",
        "项目@21|金额@21|科目编码@21|科目名称@21|本年支出@12",
        "合计|项目支出",
        "利润收入|4.00|223|国有资本经营预算支出|4.00|4.00",
        "股利收入|2.00|22301|解决历史遗留问题及改革成本支出|4.00|4.00",
    )
    amounts = [row for row in found if "amount" in row]
    assert seen(amounts, "code", "measure", "printed") == [
        ("223", "total", "4.00"),
        ("223", "project", "4.00"),
        ("22301", "total", "4.00"),
        ("22301", "project", "4.00"),
    ]
    assert [row["printed"] for row in found if "reason" in row] == ["金额"]


def test_items_without_the_word_for_expenses_are_items(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "“三公”经费预算表",
        "单位名称|合计|因公出国（境）|公务接待|公务用车",
        "某区水务局|6.00|1.00|2.00|3.00",
    )
    assert [(row["printed"], row["level"]) for row in found] == [
        ("6.00", 0),
        ("1.00", 1),
        ("2.00", 1),
        ("3.00", 1),
    ]


@pytest.mark.parametrize(
    ("first", "total", "unit"),
    [
        ("防汛物资", "", None),
        ("防汛物资", "10.00", None),
        ("某区水务联", "5.00", "某区水务联"),
        ("某区水务局", "", "某区水务局"),
    ],
)
def test_a_project_that_costs_as_much_as_the_others_is_no_unit(
    tmp_path: Path, first: str, total: str, unit: str | None
) -> None:
    rows = ["合计|" + total] if total else []
    found = page(
        tmp_path,
        "项目支出预算表",
        "项目名称|预算金额",
        *rows,
        f"{first}|5.00",
        "河道清淤|3.00",
        "水质监测|2.00",
    )
    named = [row for row in found if row["name"] != "合计"]
    assert [row["unit_name"] for row in named] == [unit] * 3
    assert [row["project"] for row in named] == [None if unit else first, "河道清淤", "水质监测"]


@pytest.mark.parametrize("whole", ["", "公务用车费|"])
def test_parts_of_the_vehicles_are_items_where_these_have_no_column(tmp_path: Path, whole: str) -> None:
    found = page(
        tmp_path,
        "一般公共预算“三公”经费支出表",
        f"单位名称|合计|因公出国（境）费|{whole}公务用车购置费|公务用车运行维护费|公务接待费",
        f"合计|9.00|1.00|{'6.00|' if whole else ''}2.00|4.00|2.00",
        f"某区水务局本级|9.00|1.00|{'6.00|' if whole else ''}2.00|4.00|2.00",
    )
    assert [row["level"] for row in found if not row["unit_name"]] == (
        [0, 1, 1, 2, 2, 1] if whole else [0, 1, 1, 1, 1]
    )


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("教育收费资金收入", "special_account"),
        ("上年结转（结余）", "carryover"),
        ("国有资本", "state_capital"),
        ("单位资金结转", "unit_funds_carryover"),
        ("财政专户管理资金结转结余", "special_account_carryover"),
    ],
)
def test_more_names_of_where_money_comes_from(tmp_path: Path, label: str, measure: str) -> None:
    found = page(tmp_path, "部门收入总表", f"科目编码|科目名称|合计|{label}", "213|农林水支出|9.00|9.00")
    assert [row["measure"] for row in found] == ["total", measure]


def test_other_money_is_known_below_where_money_comes_from_only(tmp_path: Path) -> None:
    for above, wanted in (("采购预算金额", "other_funds"), ("甲口径", None)):
        folder = tmp_path / above
        folder.mkdir()
        head = f"项目名称@21|{above}@12"
        found = page(folder, "政府采购预算表", head, "一般公共预算|其他", "水泵购置|4.00|3.00")
        assert [row.get("measure") for row in found] == ["general_public_budget", wanted]


@pytest.mark.parametrize("name", ["417_某区水务局", "[417]某区水务局", "417001-某区水务局", "某区水务局"])
def test_the_number_of_a_body_is_no_part_of_its_name(tmp_path: Path, name: str) -> None:
    text = f"{HEAD}支出总表\n\n部门：{name}\t\t单位：万元\n\n科目编码\t科目名称\t合计\n205\t教育支出\t9.00\n"
    (table,) = compile_text(text, tmp_path)["budget_tables"]
    assert table["department"] == "某区水务局"


def test_what_is_left_for_small_enterprises_is_no_table_of_what_is_bought(tmp_path: Path) -> None:
    assert table_for_title("面向中小企业预留政府采购项目执行情况表") is None


def test_a_table_below_an_unknown_header_is_declared_to_its_end(tmp_path: Path) -> None:
    (gap,) = page(tmp_path, "部门支出总表", "甲口径|乙口径", "213|4.00", "21303|4.00")
    assert (gap["kind"], gap["reason"], gap["line_end"] - gap["line_start"]) == ("table", "unknown_header", 2)


def test_spending_by_function_and_by_both_economic_classifications_beside_income(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "收支总表",
        "收入@12|支出@16",
        "项目（按收入来源）|本年预算|项目（按支出功能分类）|本年预算|项目（按部门预算经济分类）|本年预算|项目（按政府预算经济分类）|本年预算",
        "一、一般公共预算拨款收入|8.00|一、农林水支出|8.00|一、基本支出|5.00|一、机关工资福利支出|5.00",
        "||||工资福利支出|5.00|二、机关商品和服务支出|3.00",
        "||||二、项目支出|3.00||",
        "收入总计|8.00|支出总计|8.00|支出总计|8.00|支出总计|8.00",
    )
    assert [(row["classification"], row["name"]) for row in found if row["name"].startswith("一、")] == [
        ("income", "一、一般公共预算拨款收入"),
        ("functional", "一、农林水支出"),
        ("economic", "一、基本支出"),
        ("economic", "一、机关工资福利支出"),
    ]
    assert len(found) == 11


def test_a_class_that_the_government_does_not_have_is_no_column_of_its_classification(tmp_path: Path) -> None:
    head = "科目编码|科目名称|总计|机关工资福利支出|一般商品和服务支出|资本性支出"
    found = page(tmp_path, "支出预算汇总表（按政府预算经济分类）", head, "213|农林水支出|9.00|5.00|3.00|1.00")
    assert [row["measure"] for row in found] == ["total", "economic_501", "economic_502", None]


@pytest.mark.parametrize(
    ("total", "name", "failing"),
    [("11.00", "合计", 0), ("9.00", "合计", 0), ("12.00", "合计", 1), ("11.00", "“三公”经费合计", 1)],
    ids=["with meetings", "without them", "neither", "of the three by its name"],
)
def test_the_total_of_the_three_expenses_and_meetings_is_of_either(
    tmp_path: Path, total: str, name: str, failing: int
) -> None:
    text = (
        f"{HEAD}“三公”经费、会议费、培训费支出预算表\n\n{UNIT}项目\t2031年预算数\n{name}\t{total}\n1、公务接待费\t1.50\n"
        "2、公务用车费\t7.50\n其中：公务用车运行维护费\t7.50\n3、会议费\t1.00\n4、培训费\t1.00\n"
    )
    found = compile_text(text, tmp_path)["checks"]
    fails = [check for check in found if check["status"] == "fails" and check["kind"] == "level_sum"]
    assert len(fails) == failing


@pytest.mark.parametrize("name", ["某区水务局河道工程管理所", "某区水务局河道工程管理所本级"])
def test_a_unit_whose_name_begins_above_its_amounts_has_it_whole(tmp_path: Path, name: str) -> None:
    found = page(
        tmp_path,
        "部门收入预算表</p><p>编制单位：某区水务局河道工程管理所",
        "单位编码|单位名称|合计|一般公共预算",
        "|合计|9.00|9.00",
        f"417|{name[:7]}||",
        f"|{name[7:]}|9.00|9.00",
    )
    assert [(row["name"], row["unit_name"]) for row in found][2:] == 2 * [(name, name)]
