"""What was read of a document and what was not is counted and placed, and checks over gaps are left open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.compile.readings import DocumentReading
from hrss_tui.records import Check, Unread

BUDGET = """2031年青溪市水利局部门预算公开

第二部分 2031年部门预算公开表

表 5

一般公共预算支出情况表

编制部门：青溪市水利局

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
213\t农林水支出\t70.00\t50.00\t20.00
21303\t水利\t70.00\t50.00\t20.00
2130301\t行政运行\t50.00\t50.00\t
2130305\t水利工程建设\t{cell}\t\t{cell}
\t合计\t70.00\t50.00\t20.00
"""


def compiled(text: str, folder: Path) -> tuple[DocumentReading, list[Any], list[Any]]:
    (folder / "a.txt").write_text(text, "utf-8")
    found = compile_folder(folder)
    (document,) = found.documents
    return document.reading, found.tables["checks"], found.tables["unread"]


def statuses(checks: list[Check]) -> set[str]:
    return {check.status for check in checks}


def test_a_document_read_whole_says_so(tmp_path: Path) -> None:
    reading, checks, unread = compiled(BUDGET.format(cell="20.00"), tmp_path)
    assert reading.whole
    assert not reading.poor
    assert unread == []
    assert [(table.kind, table.figures) for table in reading.tables] == [("general_public", 13)]
    assert (reading.records["budget_lines"], reading.claimed) == (13, reading.numbers)
    assert statuses(checks) == {"exact"}


@pytest.mark.parametrize("cell", ["#REF!", "2 0.00", "20.00*"])
def test_a_cell_that_cannot_be_read_is_kept_and_its_sums_are_left_open(cell: str, tmp_path: Path) -> None:
    reading, checks, unread = compiled(BUDGET.format(cell=cell), tmp_path)
    assert not reading.whole
    if reading.unread:  # a footnote mark is no part of a number
        assert {(row.kind, row.reason, row.name, row.printed) for row in unread} == {
            ("cell", "unreadable", "水利工程建设", cell)
        }
        assert {row.measure for row in unread} == {"total", "project"}
        assert "not_checkable" in statuses(checks)
    assert "fails" not in statuses(checks)


def test_an_error_elsewhere_is_still_found(tmp_path: Path) -> None:
    text = BUDGET.format(cell="#REF!").replace(
        "213\t农林水支出\t70.00\t50.00", "213\t农林水支出\t70.00\t51.00"
    )
    _, checks, _ = compiled(text, tmp_path)
    assert {
        check.status for check in checks if check.kind == "level_sum" and "基本支出" in check.description
    } >= {"fails"}


def test_a_table_nobody_knows_and_one_without_unit_are_named(tmp_path: Path) -> None:
    odd = BUDGET.format(cell="20.00").replace("一般公共预算支出情况表", "部门奇物一览表")
    reading, _, _ = compiled(odd, tmp_path)
    assert [(row.reason, row.title, row.line) for row in reading.unread] == [
        ("unknown_table", "部门奇物一览表", 13)
    ]
    no_unit = BUDGET.format(cell="20.00").replace("单位：万元\n", "")
    reading, _, _ = compiled(no_unit, tmp_path)
    assert [row.reason for row in reading.unread] == ["no_unit"]


def test_few_read_of_many_numbers_is_said_with_their_lines(tmp_path: Path) -> None:
    text = "青溪市数据\n\n项目〡甲〡乙\n领取者〡3,112〡3,254\n停发者〡57〡61\n\n新增者〡211〡203\n"
    reading, _, _ = compiled(text, tmp_path)
    assert reading.poor
    assert (reading.numbers, reading.claimed, reading.open_lines) == (6, 0, ((4, 7),))


def test_a_stretch_of_lines_of_which_nothing_is_read_is_said_whatever_else_is_read(tmp_path: Path) -> None:
    rows = "\n".join(f"领取者{name}〡3{at},112〡5{at},254" for at, name in enumerate("甲乙丙丁"))
    text = BUDGET.format(cell="20.00")
    reading, _, _ = compiled(f"{text}\n青溪市数据\n\n{rows}\n", tmp_path)
    assert reading.claimed > reading.numbers * 0.5
    assert reading.poor
    reading, _, _ = compiled(f"{text}\n青溪市数据\n\n{rows[:30]}\n", tmp_path)
    assert reading.claimed < reading.numbers
    assert not reading.poor


@pytest.mark.parametrize(("total", "status"), [("6.00", "exact"), ("6.50", "not_checkable")])
def test_rows_of_an_unknown_area_leave_the_total_open_unless_they_make_it_up(
    total: str, status: str, tmp_path: Path
) -> None:
    text = f"""2031年各地城镇新增就业目标任务分解表

单位：万人

地区\t城镇新增就业人数
喀什地区\t3.00
和田地区\t1.00
阿克苏地区\t0.50
哈密市\t0.50
云外新区\t1.00
合计\t{total}
"""
    reading, checks, unread = compiled(text, tmp_path)
    assert [(row.kind, row.name, row.printed) for row in unread] == [("row", "云外新区", "1.00")]
    assert statuses([check for check in checks if check.kind == "prefecture_sum"]) == {status}
    assert [row.reason for row in reading.unread] == ["unknown_row"]
    assert isinstance(unread[0], Unread)


def test_a_header_that_begins_like_a_line_of_the_page_is_no_such_line(tmp_path: Path) -> None:
    text = "青溪市某局2031年部门预算\n\n单位经费概览表\n\n单位：万元\n\n单位名称\t小计\t拨款\n某局本级\t31.20\t31.20\n某中心\t5.10\t5.10\n"
    reading, _, _ = compiled(text, tmp_path)
    assert [(row.reason, row.title) for row in reading.unread] == [("unknown_table", "单位经费概览表")]


@pytest.mark.parametrize("bar", ["", " |"])
def test_figures_of_a_table_told_cell_by_cell_are_no_furniture_of_a_page(tmp_path: Path, bar: str) -> None:
    """With the bar behind each cell they were taken for what a page puts around a document, and nothing was said of them."""
    cells = ("项目", "预算数", "合计", "612", "1.防汛费", "391", "2.抗旱费", "221")
    text = "2031年青溪市水利局专项经费情况\n\n单位:万元\n\n" + "".join(f"{cell}{bar}\n" for cell in cells)
    reading, _, _ = compiled(text, tmp_path)
    assert (reading.claimed, reading.numbers) == (3, 6)
