"""Tables copied one cell a line: rows are put together, columns follow from sums or stay open."""

from __future__ import annotations

from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.text.reader import read

HEADER = "科目 科目代码 科目名称 合计 基本支出 项目支出 类 款 项"


def made(*rows: str) -> SourceFile:
    cells = [cell for row in (HEADER, *rows) for cell in row.split(" ")]
    return read(
        ("支出总表\n\n单位：万元\n\n" + "\n\n".join(cells) + "\n\n以上是全部的支出。\n").encode(),
        "a.txt",
        Limits(),
    )


def rows_of(file: SourceFile) -> list[list[str]]:
    (table,) = parse(file)[0].tables
    return [row.texts() for row in table.rows][3:]


def test_columns_follow_from_the_sums() -> None:
    file = made(
        "211 环保支出 31.50 11.50 20.00",
        "211 03 污染防治 31.50 11.50 20.00",
        "211 03 01 大气 20.00 20.00",
        "211 03 02 水体 11.50 11.50",
        "总计 31.50 11.50 20.00",
    )
    assert rows_of(file) == [
        ["211", "", "", "环保支出", "31.50", "11.50", "20.00"],
        ["211", "03", "", "污染防治", "31.50", "11.50", "20.00"],
        ["211", "03", "01", "大气", "20.00", "", "20.00"],
        ["211", "03", "02", "水体", "11.50", "11.50", ""],
        ["", "", "", "总计", "31.50", "11.50", "20.00"],
    ]
    assert not file.notes


def test_a_mark_for_no_money_keeps_its_column() -> None:
    file = made(
        "211 环保支出 31.50 11.50 20.00", "211 03 污染防治 20.00 - 20.00", "211 04 01 生态 11.50 11.50 0"
    )
    assert [row[3:] for row in rows_of(file)] == [
        ["环保支出", "31.50", "11.50", "20.00"],
        ["污染防治", "20.00", "-", "20.00"],
        ["生态", "11.50", "11.50", "0"],
    ]
    assert not file.notes


def test_what_sums_leave_open_is_in_no_column_and_said() -> None:
    file = made(
        "211 环保支出 40.00 20.00 20.00",
        "211 03 01 大气 20.00 20.00",
        "211 03 02 水体 20.00 20.00",
        "总计 40.00 20.00 20.00",
    )
    assert rows_of(file)[1] == ["211", "03", "01", "大气", "20.00", "", "", "20.00"]
    assert len(file.notes) == 2
    assert "大气" in file.notes[0]


def test_a_title_that_follows_ends_the_table_where_its_amounts_end() -> None:
    file = made("211 环保支出 31.50 11.50 20.00", "总计 31.50 11.50 20.00", "另一个标题")
    assert "总计" in rows_of(file)[-1]
    assert any(block.text.text == "另一个标题" for block in parse(file)[0].blocks)


def test_lines_that_are_no_cells_are_no_table() -> None:
    assert not read("项目\n\n名称\n\n单位\n\n甲局\n\n31.50\n".encode(), "a.txt", Limits()).grids
