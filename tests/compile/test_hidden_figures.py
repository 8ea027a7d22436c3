"""Figures that a workbook hides inside a table are declared, and sums over what is seen are left open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.records import Check, Unread

ROWS = (
    ("2031年部门支出总表",),
    ("单位：万元",),
    ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
    ("", "合计", 930.5, 700, 230.5),
    ("20801", "人力资源和社会保障管理事务", 930.5, 700, 230.5),
    ("2080101", "行政运行", 610.25, 610.25, None),
    ("2080109", "社会保险经办机构", 120.25, 89.75, 30.5),
    ("2080199", "其他人力资源和社会保障管理事务支出", 200, None, 200),
)


def compiled(folder: Path, change: Callable[[Any], None]) -> Compiled:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    for cells in sheet.iter_rows(min_row=4, min_col=3):
        for cell in cells:
            cell.number_format = "#,##0.00"
    change(sheet)
    book.save(folder / "2031年某省某厅部门预算.xlsx")
    return compile_folder(folder)


def failing(found: Compiled) -> list[str]:
    return [row.kind for row in found.tables["checks"] if isinstance(row, Check) and row.status == "fails"]


def open_over(found: Compiled, printed: str) -> bool:
    return any(isinstance(row, Check) and printed in str(row.reason) for row in found.tables["checks"])


def unread(found: Compiled) -> list[tuple[str, str, str | None, int, str]]:
    rows = [row for row in found.tables["unread"] if isinstance(row, Unread)]
    return [(row.kind, row.reason, row.table_kind, row.line_start, row.printed) for row in rows]


def test_a_hidden_row_leaves_the_sums_of_its_table_open(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[7].hidden = True

    found = compiled(tmp_path, hide)
    printed = "2080109　社会保险经办机构　120.25　89.75　30.50"
    kind = found.tables["budget_tables"][0].table_kind  # type: ignore[attr-defined]
    assert unread(found) == [("row", "hidden", kind, 6, printed)]
    assert failing(found) == []
    assert open_over(found, printed)


def test_a_hidden_column_leaves_the_sums_of_its_rows_open(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.column_dimensions["D"].hidden = True

    found = compiled(tmp_path, hide)
    ((kind, reason, _, _, printed),) = unread(found)
    assert (kind, reason, printed) == ("column", "hidden", "700.00　700.00　610.25　89.75")
    assert failing(found) == []


def test_a_contradiction_between_what_is_seen_still_fails(tmp_path: Path) -> None:
    def spoil(sheet: Any) -> None:
        sheet["C7"] = 121.25

    found = compiled(tmp_path, spoil)
    assert unread(found) == []
    assert failing(found)


def test_hidden_codes_numbers_and_names_are_no_figures(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.insert_rows(4)
        for column, text in enumerate(("栏次", "", "1", "2", "3"), 1):
            sheet.cell(4, column, text)
        sheet.row_dimensions[4].hidden = True
        for row in range(5, 10):
            sheet.cell(row, 6, "301001")
        sheet.column_dimensions["F"].hidden = True
        sheet["C8"] = 121.25

    found = compiled(tmp_path, hide)
    assert unread(found) == []
    assert failing(found)


def test_hidden_places_of_a_table_of_places_are_declared(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.delete_rows(1, len(ROWS))
        for row in (
            ("2031年各地城镇新增就业情况表",),
            ("单位：人",),
            ("地区", "城镇新增就业", "失业人员再就业"),
            ("全区", 1060, 310),
            ("乌鲁木齐市", 420, 110),
            ("克拉玛依市", 230, 60),
            ("哈密市", 410, 140),
        ):
            sheet.append(row)
        sheet.row_dimensions[sheet.max_row - 1].hidden = True

    found = compiled(tmp_path, fill)
    assert unread(found) == [("row", "hidden", "prefecture_values", 5, "克拉玛依市　230　60")]
    assert failing(found) == []
