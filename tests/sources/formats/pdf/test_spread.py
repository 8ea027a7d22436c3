"""Sheets without rulings that a printer spread over pages side by side: read as one where that is sure, and never guessed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.sources.formats.pdf.made import Draw, Sheet, read_pdf, texts

NAMES = [["201", "文化事业支出"], ["20103", "群众文化"], ["2010304", "图书馆"], ["", "总计"]]
FIRST = ["812.40", "812.40", "400.15", "812.40"]
SECOND = ["600.25", "600.25", "250.05", "600.25"]
THIRD = ["212.15", "212.15", "150.10", "212.15"]
TITLE = (200.0, "文化馆支出预算总表")
OWNER = (60.0, "编制部门：某区文化馆")
UNIT = (200.0, "单位：万元")
WHOLE = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    *[[*name, *figures] for name, *figures in zip(NAMES, FIRST, SECOND, THIRD, strict=True)],
]


def ends(sheet: Sheet, x: float, y: float, text: str) -> None:
    """A figure whose right side is at a place."""
    sheet.text(x - 5 * len(text), y, text)


def page(
    columns: Sequence[tuple[float, str, Sequence[str]]],
    *above: tuple[float, str],
    names: Sequence[Sequence[str]] = (),
    top: float = 100,
) -> Draw:
    """Columns of figures with their heads, the names of the rows where they stand on the page, and lines above."""

    def draw(sheet: Sheet) -> None:
        for number, (x, text) in enumerate(above):
            if text:
                sheet.text(x, 50 + 20 * number, text)
        if names:
            sheet.text(60, top, "科目编码")
            sheet.text(140, top, "科目名称")
        for row, (code, name) in enumerate(names, 1):
            sheet.text(60, top + 20 * row, code)
            sheet.text(140, top + 20 * row, name)
        for x, head, figures in columns:
            sheet.text(x - 40, top, head)
            for row, figure in enumerate(figures, 1):
                if figure:
                    ends(sheet, x, top + 20 * row, figure)

    return draw


def grids(*pages: Draw) -> list[list[list[str]]]:
    return [texts(grid) for grid in read_pdf(*pages).grids]


BEGIN = page([(400, "合计", FIRST)], TITLE, OWNER, names=NAMES)
BARE = page([(150, "基本支出", SECOND), (300, "项目支出", THIRD)], (0, ""), UNIT)


def test_columns_of_bare_figures_stand_beside_the_rows_they_are_as_high_as() -> None:
    file = read_pdf(BEGIN, BARE)
    assert [texts(grid) for grid in file.grids] == [WHOLE]
    assert ["第 2 页是前面表格的其余各列" in note for note in file.notes] == [True]
    boxes = {cell.text: cell.box for cell in file.grids[0].cells}
    box = boxes["150.10"]
    assert box is not None
    assert box.right == 595.0


def test_a_title_in_the_middle_is_that_of_the_whole_sheet() -> None:
    middle = page([(150, "基本支出", SECOND), (300, "项目支出", THIRD)], TITLE, UNIT)
    first = page([(400, "合计", FIRST)], (0, ""), OWNER, names=NAMES)
    assert grids(first, middle) == [WHOLE]
    # A sheet has one title: another one is that of another table, which has none of its columns.
    other = page([(150, "上年基本支出", SECOND), (300, "上年项目支出", THIRD)], (200, "文化馆支出决算总表"))
    open_middle = page([(150, "基本支出", SECOND), (300, "项目支出", THIRD)], TITLE)
    assert grids(first, open_middle)[0] == WHOLE
    for pages in ((BEGIN, other), (first, open_middle, other)):
        assert all(len(row) <= len(WHOLE[0]) for grid in grids(*pages) for row in grid)
    assert not any("812.40" in row and "600.25" in row for grid in grids(BEGIN, other) for row in grid)


def test_columns_in_which_nothing_is_written_bring_the_title_in_the_middle_and_the_unit() -> None:
    first = page([(400, "合计", FIRST)], (0, ""), OWNER, names=NAMES)
    blank = page([(150, "事业收入", ()), (300, "其他收入", ())], TITLE)
    last = page([(150, "上年结转", ())], (0, ""), UNIT)
    file = read_pdf(first, blank, last)
    assert [grid.columns for grid in file.grids] == [6]
    assert "文化馆支出预算总表" in file.lines
    assert "单位：万元" in "".join(file.lines)
    assert [row[2] for row in texts(file.grids[0])] == ["合计", *FIRST]


def test_labels_that_stand_on_both_pages_are_no_columns_and_figures_in_their_place_are() -> None:
    own = page([(400, "基本支出", FIRST)], (0, ""), OWNER, names=NAMES)
    last = page([(400, "项目支出", THIRD)], (0, ""), OWNER, names=NAMES)
    same = [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        *[[*name, one, one, two] for name, one, two in zip(NAMES, FIRST, THIRD, strict=True)],
    ]
    assert grids(BEGIN, own, last) == [same]


def test_rows_below_a_title_of_their_own_are_another_table() -> None:
    other = page([(400, "收入", SECOND)], (200, "文化馆收入预算总表"), OWNER, names=NAMES)
    found = grids(BEGIN, other)
    assert len(found) == 2
    assert [row[-1] for row in found[1][1:]] == SECOND


def test_a_page_that_begins_with_captions_where_the_first_one_has_them_begins_a_sheet_of_its_own() -> None:
    other = page([(400, "基本支出", SECOND)], (0, ""), OWNER, names=[["", f"项目{n}"] for n in "甲乙丙丁"])
    assert not any("812.40" in row and "600.25" in row for grid in grids(BEGIN, other) for row in grid)


@pytest.mark.parametrize("shift", [4.0, 10.0])
def test_figures_that_are_not_as_high_as_the_rows_are_not_put_in_them(shift: float) -> None:
    lower = page([(150, "基本支出", SECOND), (300, "项目支出", THIRD)], (0, ""), UNIT, top=100 + shift)
    assert not any("812.40" in row and "600.25" in row for grid in grids(BEGIN, lower) for row in grid)


DOWN = [["202", "体育事业支出"], ["20203", "场馆"], ["2020301", "游泳馆"], ["", "合计"]]
NEXT = page([(400, "合计", ["91.05", "91.05", "30.45", "91.05"])], names=DOWN, top=50)
BESIDE = page(
    [(150, "", ["71.00", "71.00", "20.05", "71.00"]), (300, "", ["20.05", "", "10.40", "20.05"])], top=50
)
ROWS = {"游泳馆": ["30.45", "20.05", "10.40"], "图书馆": ["400.15", "250.05", "150.10"]}


@pytest.mark.parametrize("pages", [(BEGIN, NEXT, BARE, BESIDE), (BEGIN, BARE, NEXT, BESIDE)])
def test_pages_are_in_the_rows_of_their_sheet_in_either_order_of_print(pages: Sequence[Draw]) -> None:
    rows = [row for grid in grids(*pages) for row in grid]
    for name, figures in ROWS.items():
        assert [row[-3:] for row in rows if name in row] == [figures]


def test_a_blank_page_that_the_printer_left_out_moves_no_figure_into_another_column() -> None:
    one = page([(150, "基本支出", SECOND), (300, "教育", THIRD)], (0, ""), (0, ""))
    two = page([(150, "项目支出", THIRD), (300, "其他", FIRST)], (0, ""), UNIT)
    below = page([(300, "", ["20.05", "20.05", "10.40", "20.05"])], top=50)
    found = grids(BEGIN, NEXT, one, two, below)
    assert {len(grid[0]) for grid in found} == {7}
    assert ["2020301", "游泳馆", "30.45", "", "", "", "10.40"] in [row for grid in found for row in grid]


def test_what_is_repeated_above_the_next_rows_is_known_though_a_page_shows_only_a_part_of_it() -> None:
    first = page([(400, "合计", FIRST)], TITLE, OWNER, names=NAMES)
    more = [
        page([(400, head, figures)], (0, ""), OWNER, names=NAMES)
        for head, figures in (("基本支出", SECOND), ("项目支出", THIRD))
    ]
    below = ["91.05", "91.05", "30.45", "91.05"]
    cut = (200.0, "文化馆支出预")
    rest = page([(400, "合计", below)], cut, OWNER, names=DOWN)
    bare = page([(400, "基本支出", ["71.00", "", "20.05", "71.00"])], (0, ""), OWNER, names=DOWN)
    rows = [row for grid in grids(first, rest, more[0], bare, more[1]) for row in grid]
    assert ["", "总计", "812.40", "600.25", "212.15"] in rows
    assert ["2020301", "游泳馆", "30.45", "20.05", ""] in rows
    assert sum(row[:2] == ["科目编码", "科目名称"] for row in rows) <= 2
    assert not any("总计" in cell and cell != "总计" for row in rows for cell in row)


def test_pages_of_text_and_contents_are_beside_no_other_page() -> None:
    def text(top: float, *lines: str) -> Draw:
        def draw(sheet: Sheet) -> None:
            for number, line in enumerate(lines):
                sheet.text(60, top + 20 * number, line)

        return draw

    cover = text(
        50, "文化馆部门预算公开", "第一部分 部门概况", "一、收支预算总表", "二、支出预算总表", "目录"
    )
    duties = text(90, "一、主要职能", "（一）组织群众文化活动；", "（二）管理图书馆；", "（三）保护文物。")
    alone = read_pdf(BEGIN).lines
    assert read_pdf(cover, duties, BEGIN).lines == (*read_pdf(cover).lines, *read_pdf(duties).lines, *alone)
    assert read_pdf(BEGIN, duties).lines == (*alone, *read_pdf(duties).lines)
