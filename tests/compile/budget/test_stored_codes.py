"""Levels of codes that a workbook keeps as numbers, without the zero before them: read by what stands above, or declared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.records import BudgetLine, Check, Unread

ROWS = (
    (213, None, None, "农林水支出", 640),
    (213, 3, None, "水利", 600),
    (213, 3, 1, "行政运行", 410),
    (213, 3, 5, "水利工程建设", 90),
    (213, 3, 99, "其他水利支出", 100),
    (213, 5, None, "巩固脱贫攻坚成果衔接乡村振兴", 40),
    (213, 5, 4, "农村基础设施建设", 40),
)
"""类, 款 and 项 as numbers, the name, the amount."""
CODES = ["", "213", "21303", "2130301", "2130305", "2130399", "21305", "2130504"]
HEADS: dict[str, tuple[tuple[Any, ...], ...]] = {
    "one column": (("科目编码", "科目名称", "合计"),),
    "own levels": (("类", "款", "项", "科目名称", "合计"),),
    "paths": (("科目编码", None, None, "科目名称", "合计"), ("类", "款", "项")),
}


def printed(layout: str, row: Sequence[Any]) -> list[Any]:
    """A row as the layout prints its code."""
    *levels, name, amount = row
    given = [level for level in levels if level is not None]
    if layout == "one column":
        return [given[-1], name, amount]
    if layout == "own levels":
        blanks = [None] * (len(given) - 1)
        return [*blanks, given[-1], *[None] * (3 - len(given)), name, amount]
    return [*levels, name, amount]


def compiled(folder: Path, layout: str, rows: Sequence[Sequence[Any]] = ROWS) -> Compiled:
    book = Workbook()
    sheet: Any = book.active
    total = sum(row[-1] for row in rows if row[1] is None)
    width = len(HEADS[layout][0])
    for row in (("2031年某县水利局部门预算",), ("部门支出总表",), ("单位：万元",), *HEADS[layout]):
        sheet.append(row)
    sheet.append(["合计", *[None] * (width - 2), total])
    for row in rows:
        sheet.append(printed(layout, row))
    if layout == "paths":
        sheet.merge_cells("A4:C4")
        sheet.merge_cells("D4:D5")
        sheet.merge_cells("E4:E5")
    book.save(folder / "a.xlsx")
    return compile_folder(folder)


def read(found: Compiled) -> list[tuple[str, str]]:
    lines = [row for row in found.tables["budget_lines"] if isinstance(row, BudgetLine)]
    return [(line.code or "", line.printed) for line in lines]


def failing(found: Compiled) -> list[Check]:
    return [row for row in found.tables["checks"] if isinstance(row, Check) and row.status == "fails"]


@pytest.mark.parametrize("layout", HEADS)
def test_a_level_without_its_zero_is_that_of_what_stands_above(layout: str, tmp_path: Path) -> None:
    found = compiled(tmp_path, layout)
    amounts = ["640", "640", "600", "410", "90", "100", "40", "40"]
    assert read(found) == list(zip(CODES, amounts, strict=True))
    assert not failing(found)
    assert not found.tables["unread"]


def test_a_level_of_which_nothing_tells_the_others_is_declared_and_so_is_what_stands_below_it(
    tmp_path: Path,
) -> None:
    """Digits and name are of no code below 水利: it may be one of its 项 or another 款."""
    odd = (213, 7, None, "本地统筹支出", 30)
    below = (213, 7, 1, "本地项目补助", 30)
    found = compiled(tmp_path, "one column", (*ROWS[:-2], odd, below))
    assert [code for code, _ in read(found)] == CODES[:6]
    declared = [(row.name, row.printed) for row in found.tables["unread"] if isinstance(row, Unread)]
    assert declared == [("本地统筹支出", "30"), ("本地项目补助", "30")]
    assert not failing(found)


def test_numbers_of_rows_in_the_column_of_codes_are_no_levels(tmp_path: Path) -> None:
    """Where no code stands above, a lone digit numbers the rows."""
    book = Workbook()
    sheet: Any = book.active
    rows = (
        ("2031年某县水利局部门预算",),
        ("部门支出总表",),
        ("单位：万元",),
        ("编码", "项目", "合计"),
        (1, "人员经费", 30),
        (2, "公用经费", 12),
        (None, "合计", 42),
    )
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    found = compile_folder(tmp_path)
    assert read(found) == [("", "30"), ("", "12"), ("", "42")]
    assert not found.tables["unread"]
