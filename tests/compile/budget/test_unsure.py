"""Columns of amounts of which nothing tells what they are: declared, and no sum holds over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.records import BudgetLine, Check, Unread

HEAD = ("科目编码", "科目名称", "合计", "基本支出", "基本支出", "项目支出")
ROWS = (
    ("", "合计", 812, 430, 170, 212),
    ("20801", "人力资源和社会保障管理事务", 812, 430, 170, 212),
    ("2080101", "行政运行", 540, 390, 150, None),
    ("2080109", "社会保险经办机构", 102, 40, 20, 42),
    ("2080199", "其他人力资源和社会保障管理事务支出", 170, None, None, 170),
)


def compiled(
    folder: Path,
    head: Sequence[Any],
    rows: Sequence[Sequence[Any]],
    change: Callable[[Any], None] | None = None,
) -> Compiled:
    book = Workbook()
    sheet: Any = book.active
    for row in (("2031年部门支出总表",), ("单位：万元",), head, *rows):
        sheet.append(row)
    if change is not None:
        change(sheet)
    book.save(folder / "2031年某省某厅部门预算.xlsx")
    return compile_folder(folder)


def measures(found: Compiled) -> set[str]:
    return {row.measure for row in found.tables["budget_lines"] if isinstance(row, BudgetLine)}


def unread(found: Compiled) -> list[tuple[str, str, str]]:
    return [(row.kind, row.reason, row.printed) for row in found.tables["unread"] if isinstance(row, Unread)]


def failing(found: Compiled) -> list[str]:
    return [row.kind for row in found.tables["checks"] if isinstance(row, Check) and row.status == "fails"]


def merged(sheet: Any) -> None:
    sheet.merge_cells("D3:E3")


@pytest.mark.parametrize(
    ("head", "change"), [(HEAD, None), ((*HEAD[:4], None, HEAD[5]), merged)], ids=["twice", "merged"]
)
def test_columns_of_one_label_that_differ_are_none_of_its_measure(
    head: Sequence[Any], change: Callable[[Any], None] | None, tmp_path: Path
) -> None:
    found = compiled(tmp_path, head, ROWS, change)
    assert measures(found) == {"total", "project"}
    assert unread(found) == [("column", "unknown_column", "基本支出")]
    assert failing(found) == []


def test_columns_of_one_label_that_say_the_same_are_read(tmp_path: Path) -> None:
    rows = [(*row[:2], row[2], row[2], row[5]) for row in ROWS]
    found = compiled(tmp_path, ("科目编码", "科目名称", "合计", "合计", "项目支出"), rows)
    assert measures(found) == {"total", "project"}
    assert unread(found) == []


@pytest.mark.parametrize("written", [int, float], ids=["whole", "points"])
def test_amounts_below_no_label_are_declared_however_they_are_written(
    written: Callable[[Any], Any], tmp_path: Path
) -> None:
    def show(sheet: Any) -> None:
        for cells in sheet.iter_rows(min_row=4, min_col=3):
            for cell in cells:
                cell.number_format = "0" if written is int else "0.00"

    found = compiled(tmp_path, (*HEAD[:4], None, HEAD[5]), ROWS, show)
    end = "" if written is int else ".00"
    assert unread(found) == [("column", "unknown_column", f"170{end}　170{end}　150{end}　20{end}")]
    assert failing(found) == []
    (document,) = found.documents
    assert document.reading.numbers - document.reading.claimed == 4


def test_numbers_of_rows_below_no_label_are_no_amounts(tmp_path: Path) -> None:
    rows = [(number, *row[:4], row[5]) for number, row in enumerate(ROWS, 1)]
    found = compiled(tmp_path, (None, *HEAD[:4], HEAD[5]), rows)
    assert unread(found) == []


def test_columns_with_one_measure_are_compared_whatever_parts_their_thousands(tmp_path: Path) -> None:
    rows = [tuple(f"{cell:,}" if isinstance(cell, int) else cell for cell in row) for row in ROWS]
    rows[0] = ("", "合计", "2,812", "1,430", "1,170", "212")
    found = compiled(tmp_path, HEAD, rows)
    assert not found.errors
    assert "basic" not in measures(found)
