"""Codes that the print lost, wrote wrong or only implies: read right where there is one reading, kept elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile.budget.codes import CodeBook, Coded, code_book, read_codes
from hrss_tui.compile.pipeline import compile_folder
from tests.variants import compile_text

NOTHING = CodeBook({}, {})
HEAD = "某市档案局2031年部门预算公开\n\n第二部分 公开表\n\n"
SPENDING = (
    "表1\n\n一般公共预算支出情况表\n\n编制部门：某市档案局\n\n单位：万元\n\n"
    "科目编码\t\t\t科目名称\t合计\t基本支出\t项目支出\n类\t款\t项\t\t\t\t\n"
)
BASIC = (
    "表2\n\n一般公共预算基本支出情况表\n\n编制部门：某市档案局\n\n单位：万元\n\n"
    "科目编码\t\t科目名称\t合计\t人员经费\t公用经费\n类\t款\t\t\t\t\n"
)


def codes(*rows: tuple[str, str], book: CodeBook = NOTHING, year: int = 2031) -> list[Coded]:
    return read_codes(rows, book, year)


def lines(text: str, folder: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    tables = compile_text(HEAD + text, folder)
    return tables["budget_lines"], tables["corrections"]


def test_a_group_and_an_item_of_one_name_are_told_by_their_order() -> None:
    rows = codes(("204", "公共安全支出"), ("20499", "其他公共安全支出"), ("2049999", "其他公共安全支出"))
    assert [each.repair for each in rows] == ["", "", ""]
    lost = codes(("20402", "公安"), ("20402", "其他公安支出"), ("20499", "其他公共安全支出"))
    assert [each.code for each in lost] == ["20402", "2040299", "20499"]


def test_a_code_that_no_list_knows_is_that_of_the_item_whose_name_it_bears() -> None:
    """A 项 of a province has a name of its own: 2080166 劳动保障监察 is 2080105, and 2080166 援疆就业 may exist."""
    assert codes(("20801", "人力资源和社会保障管理事务"), ("2080166", "劳动保障监察"))[1] == Coded(
        "2080105", "wrong"
    )
    assert codes(("20801", "人力资源和社会保障管理事务"), ("2080166", "援疆就业"))[1] == Coded("2080166")
    both = codes(("2080105", "劳动保障监察"), ("2080166", "劳动保障监察"))
    assert [each.code for each in both] == ["2080105", "2080166"]


def test_a_group_that_no_list_knows_is_none_of_its_items() -> None:
    rows = codes(("21277", "城市管理"), ("2127701", "城市管理"), book=code_book([("2127701", "城市管理")]))
    assert [each.code for each in rows] == ["21277", "2127701"]


@pytest.mark.parametrize(
    ("code", "name", "read"),
    [
        ("30202", "咨询费", "30203"),
        ("30217", "培训费", "30216"),
        ("2101101", "事业单位医疗", "2101102"),
        ("50205", "公务接待费", "50206"),
    ],
)
def test_a_code_of_another_name_is_read_by_the_name(code: str, name: str, read: str) -> None:
    assert codes((code, name)) == [Coded(read, "wrong")]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2080109", "公益性岗位补贴"),  # a name of another 款: two readings
        ("2080109", "本地项目经费"),  # a name that nobody knows
        ("2080777", "本地项目经费"),  # a code that our list may lack
        ("2130101", "行政运行"),
    ],
)
def test_a_code_stays_where_nothing_tells(code: str, name: str) -> None:
    assert codes((code, name)) == [Coded(code)]


def test_a_code_stays_where_the_right_one_has_a_row_of_its_own() -> None:
    assert codes(("30202", "咨询费"), ("30203", "咨询费")) == [Coded("30202"), Coded("30203")]


def test_a_name_of_another_year_contradicts_no_code() -> None:
    assert codes(("2080501", "归口管理的行政单位离退休"), ("210", "医疗卫生与计划生育支出")) == [
        Coded("2080501"),
        Coded("210"),
    ]


def test_a_code_that_no_classification_has_takes_its_place_from_the_rows_around() -> None:
    rows = codes(("210", "卫生健康支出"), ("21011", "行政事业单位医疗"), ("71102", "事业单位医疗"))
    assert rows[-1] == Coded("2101102", "misplaced")
    assert codes(("71103", "事业单位医疗"))[-1] == Coded("71103")


def test_what_was_read_for_a_wrong_code_is_a_correction(tmp_path: Path) -> None:
    rows = "302\t\t商品和服务支出\t9.00\t\t9.00\n302\t02\t咨询费\t9.00\t\t9.00\n\t\t合计\t9.00\t\t9.00\n"
    found, corrections = lines(BASIC + rows, tmp_path)
    (line,) = (row for row in found if row["name"] == "咨询费" and row["measure"] == "total")
    assert (line["code"], line["code_restored"]) == ("30203", True)
    (one,) = corrections
    assert one["reading"] == "30203 咨询费"
    assert "30202" in one["reason"]


def test_digits_in_cells_of_any_width_are_one_code(tmp_path: Path) -> None:
    rows = "201\t\t\t一般公共服务支出\t7.00\t7.00\t\n201\t26\t\t档案事务\t7.00\t7.00\t\n2012601\t\t\t行政运行\t7.00\t7.00\t\n"
    found, _ = lines(SPENDING + rows, tmp_path)
    assert [(row["code"], row["level"]) for row in found if row["measure"] == "total"] == [
        ("201", 1),
        ("20126", 2),
        ("2012601", 3),
    ]


def test_the_last_level_of_a_code_that_runs_into_its_name(tmp_path: Path) -> None:
    rows = "206\t\t\t科学技术支出\t9.00\t9.00\t\n\t02\t\t基础研究\t9.00\t9.00\t\n"
    rows += "\t\t\t01机构运行\t5.00\t5.00\t\n\t\t\t12院坝会\t4.00\t4.00\t\n"
    found, _ = lines(SPENDING + rows, tmp_path)
    assert [(row["code"], row["name"]) for row in found if row["measure"] == "total"] == [
        ("206", "科学技术支出"),
        ("20602", "基础研究"),
        ("2060201", "机构运行"),
        (None, "12院坝会"),
    ]


def test_a_code_between_the_halves_of_its_name(tmp_path: Path) -> None:
    rows = "\t\t\t其他自然生态2110499保护支出\t3.00\t3.00\t\n\t\t\t其他2110402设施\t4.00\t4.00\t\n"
    found, _ = lines(SPENDING + rows, tmp_path)
    assert [(row["code"], row["name"]) for row in found if row["measure"] == "total"] == [
        ("2110499", "其他自然生态保护支出"),
        (None, "其他2110402设施"),
    ]


def test_a_name_of_a_second_classification_is_not_held_against_the_code_of_the_first(tmp_path: Path) -> None:
    """The name stands behind the codes of both: whose it is nobody says."""
    cells = [
        "<td colspan=3>功能分类<td colspan=2>经济分类<td rowspan=2>科目名称<td rowspan=2>合计",
        "<td>类<td>款<td>项<td>类<td>款",
    ]
    cells.append("<td>204<td>02<td>01<td>302<td>11<td>差旅费<td>9.00")
    page = f"<meta charset='utf-8'><h1>某市档案局2031年部门预算</h1><p>部门支出总表</p><p>单位：万元</p><table><tr>{'<tr>'.join(cells)}</table>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    found = compile_folder(tmp_path).tables
    assert {row.code for row in found["budget_lines"]} == {"2040201"}
    told = {(row.description[-19:], row.status) for row in found["checks"] if row.kind == "code"}
    assert told == {("2040201 差旅费：代码与名称相符", "not_checkable")}


def test_rows_of_a_column_of_codes_may_print_their_own_level_only(tmp_path: Path) -> None:
    rows = [
        ("201", "一般公共服务支出"),
        ("　26", "　档案事务"),
        ("　　2012601", "　　行政运行"),
        ("210", "卫生健康支出"),
        ("　11", "　行政事业单位医疗"),
        ("　77", "　某项事务"),
    ]
    cells = "".join(f"<tr><td>{code}<td>{name}<td>7.00" for code, name in rows)
    page = f"<meta charset='utf-8'><h1>某市档案局2031年部门预算</h1><p>部门支出总表</p><p>单位：万元</p><table><tr><td>科目编码<td>科目名称<td>合计{cells}</table>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    found = compile_folder(tmp_path).tables
    assert [row.code for row in found["budget_lines"]] == ["201", "20126", "2012601", "210", "21011"]
    assert [(row.name, row.printed) for row in found["unread"]] == [("某项事务", "7.00")]
    assert not found["corrections"]


def test_a_level_printed_alone_may_stand_above_the_rest_of_its_name(tmp_path: Path) -> None:
    rows = [
        ("208", "社会保障和就业支出", "7.00"),
        ("01", "人力资源和社", ""),
        ("", "会保障管理事务", "7.00"),
        ("2080101", "行政运行", "7.00"),
    ]
    cells = "".join(f"<tr><td>{code}<td>{name}<td>{amount}" for code, name, amount in rows)
    page = f"<meta charset='utf-8'><h1>某市档案局2031年部门预算</h1><p>部门支出总表</p><p>单位：万元</p><table><tr><td>科目编码<td>科目名称<td>合计{cells}</table>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    found = compile_folder(tmp_path).tables
    assert [(row.code, row.name) for row in found["budget_lines"]][1:2] == [
        ("20801", "人力资源和社会保障管理事务")
    ]
    assert [row.description for row in found["checks"] if row.status == "fails"] == []
