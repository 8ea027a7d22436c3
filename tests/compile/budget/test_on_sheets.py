"""Tables of a workbook: a title on another sheet is not theirs, and a sheet's own name is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import BudgetLine, BudgetTable

Row = tuple[object, ...]
UNIT: Row = ("单位：万元",)
HEAD: Row = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
ROWS: tuple[Row, ...] = (
    ("213", "农林水支出", 84, 54, 30),
    ("21303", "水利", 84, 54, 30),
    ("2130305", "水利工程建设", 84, 54, 30),
)
SUM: Row = (None, "合计", 84, 54, 30)
PAPER: Row = ("某县水利局2031年部门预算公开表",)


def read(folder: Path, **sheets: tuple[Row, ...]) -> tuple[list[str], list[str]]:
    """Kind and title of every table of a workbook, and what its sums print."""
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.remove(book.worksheets[0])
    book.save(folder / "a.xlsx")
    tables = compile_folder(folder).tables
    return (
        [
            f"{row.table_kind} {row.title}"
            for row in tables["budget_tables"]
            if isinstance(row, BudgetTable) and row.amounts
        ],
        [
            f"{row.name} {row.printed}"
            for row in tables["budget_lines"]
            if isinstance(row, BudgetLine) and row.measure == "total"
        ],
    )


@pytest.mark.parametrize(
    "above",
    [
        (PAPER, ("目录",), ("1. 部门支出总表",), ("2. 三公经费表",)),
        (PAPER, ("单位负责人：李四",)),
        (PAPER, ("部门收入总表",), UNIT, ("项目", "预算数"), ("收入总计", 84), ("注：不含上年结转。",)),
    ],
    ids=["a list of contents", "a cover", "another table"],
)
def test_a_table_without_a_title_is_called_as_its_sheet(above: tuple[Row, ...], tmp_path: Path) -> None:
    titles, sums = read(tmp_path, 首页=above, 部门支出总表=(UNIT, HEAD, *ROWS, SUM))
    assert titles[-1] == "expenditure 部门支出总表"
    assert sums[-4:] == ["农林水支出 84", "水利 84", "水利工程建设 84", "合计 84"]


def test_a_table_goes_on_over_sheets_until_it_has_its_sum(tmp_path: Path) -> None:
    title: Row = ("部门支出总表",)
    parted = (PAPER, title, UNIT, HEAD, *ROWS[:2])
    titles, sums = read(tmp_path, 表=parted, 表2=(HEAD, *ROWS[2:], SUM))
    assert titles == ["expenditure 部门支出总表"]
    assert len(sums) == 4
    _, sums = read(tmp_path, 表=(PAPER, title, UNIT, HEAD, *ROWS, SUM), 表2=(HEAD, *ROWS, SUM))
    assert sums.count("合计 84") == 1
