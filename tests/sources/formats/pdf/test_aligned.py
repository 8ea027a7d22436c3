"""Tables without rulings: columns by alignment, wrapped names, heads; and what is no table."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.aligned.columns import Column
from hrss_tui.sources.formats.pdf.aligned.heads import Head
from hrss_tui.sources.formats.pdf.aligned.leaves import Headed
from hrss_tui.sources.formats.pdf.aligned.tables import _settled
from hrss_tui.sources.formats.pdf.aligned.words import cell_words
from hrss_tui.sources.formats.pdf.lines import Line
from hrss_tui.sources.formats.pdf.seen import Char
from tests.sources.formats.pdf.made import FONT, Sheet, read_pdf, texts

ROWS = (
    ("201", "一般公共服务支出", "1,623.18", "10.00"),
    ("20106", "财政事务", "1,600.00", ""),
    ("2010601", "行政运行", "23.18", "10.00"),
)


def right(sheet: Sheet, x: float, y: float, text: str) -> None:
    width = sheet.canvas.stringWidth(text, FONT, 10)
    sheet.text(x - width, y, text)


def rows(sheet: Sheet, top: float, lines: Sequence[Sequence[str]] = ROWS) -> None:
    for index, (code, name, total, project) in enumerate(lines):
        y = top + 18 * index
        sheet.text(60, y, code)
        sheet.text(120, y, name)
        right(sheet, 360, y, total)
        right(sheet, 440, y, project)


def heads(sheet: Sheet, y: float) -> None:
    for x, text in ((60, "编码"), (150, "科目名称"), (322, "合计"), (400, "项目支出")):
        sheet.text(x, y, text)


def test_rows_below_heads_are_a_table() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(200, 60, "支出决算表", 16)
        sheet.text(60, 80, "编制部门：某某局")
        sheet.text(400, 80, "单位：万元")
        heads(sheet, 100)
        rows(sheet, 120)
        sheet.text(60, 190, "注：本表反映本年度支出情况。")

    file = read_pdf(draw)
    (grid,) = file.grids
    assert not grid.ruled
    assert texts(grid) == [["编码", "科目名称", "合计", "项目支出"], *map(list, ROWS)]
    assert file.lines[:2] == ("支出决算表", "编制部门：某某局        单位：万元")
    assert file.lines[-1] == "注：本表反映本年度支出情况。"


def test_clauses_whose_words_are_set_apart_are_no_rows() -> None:
    """Figures filled into a form of a text stand one below the other, and the clause goes on behind them."""
    told = (
        ("基本支出", "7,877.76", "万元，占 49.55%；"),
        ("项目支出", "6,333.96", "万元，占 39.84%；"),
        ("机动经费", "1,685.72", "万元，占 10.61%。"),
    )

    def draw(sheet: Sheet) -> None:
        for index, words in enumerate((("本年支出合计", "15,897.44", ""), *told)):
            for x, word in zip((80, 200, 300), words, strict=True):
                sheet.text(x, 100 + 18 * index, word)

    file = read_pdf(draw)
    assert not file.grids
    assert ["".join(line.split()) for line in file.lines[1:]] == [
        "".join(words).replace(" ", "") for words in told
    ]


def test_halves_of_a_name_above_and_below_its_row_belong_to_it() -> None:
    def draw(sheet: Sheet) -> None:
        heads(sheet, 100)
        rows(sheet, 120)
        sheet.text(120, 185, "机关事业单位基本")
        sheet.text(60, 191, "2080505")
        right(sheet, 360, 191, "446.11")
        sheet.text(120, 197, "养老保险缴费支出")

    assert texts(read_pdf(draw).grids[0])[-1] == ["2080505", "机关事业单位基本养老保险缴费支出", "446.11", ""]


def test_a_head_over_several_columns_covers_them() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(360, 80, "本年支出")
        heads(sheet, 100)
        rows(sheet, 120)

    grid = read_pdf(draw).grids[0]
    spans = {cell.text: (cell.row, cell.column, cell.rows, cell.columns) for cell in grid.cells}
    assert spans["本年支出"] == (0, 2, 1, 2)
    assert spans["合计"] == (1, 2, 1, 1)


def test_a_column_that_only_has_a_head_is_a_column() -> None:
    def draw(sheet: Sheet) -> None:
        heads(sheet, 100)
        sheet.text(480, 100, "经营支出")
        rows(sheet, 120)

    assert [len(row) for row in texts(read_pdf(draw).grids[0])] == [5] * 4


def test_a_table_goes_on_over_the_page() -> None:
    def first(sheet: Sheet) -> None:
        heads(sheet, 100)
        rows(sheet, 120)

    def second(sheet: Sheet) -> None:
        rows(
            sheet,
            60,
            (
                ("208", "社会保障支出", "5.00", ""),
                ("20805", "养老支出", "5.00", ""),
                ("", "合计", "1,628.18", "10.00"),
            ),
        )

    grids = read_pdf(first, second).grids
    assert [(grid.continues, grid.columns) for grid in grids] == [(False, 4), (True, 4)]
    assert texts(grids[1])[-1] == ["", "合计", "1,628.18", "10.00"]


def test_contents_and_prose_are_no_tables() -> None:
    def draw(sheet: Sheet) -> None:
        for index, (title, page) in enumerate(
            (("一、主要职能", "3"), ("二、机构设置", "3"), ("三、名词解释", "5"))
        ):
            sheet.text(60, 100 + 18 * index, title)
            right(sheet, 440, 100 + 18 * index, page)
            sheet.text(60, 200 + 18 * index, title + "…………………………" + page)
        for index in range(4):
            sheet.text(60, 300 + 18 * index, "业务费 10.00 万元，维护费 166.66 万元，合计 176.66 万元。")

    assert not read_pdf(draw).grids


TABLE = (("编码", "科目名称", "合计", "项目支出"), *ROWS, ("", "合计", "3,246.36", "20.00"))
PLACES = (55, 115, 290, 370, 450)


def written(sheet: Sheet) -> None:
    for index, row in enumerate(TABLE):
        for x, text in zip(PLACES, row, strict=False):
            sheet.text(x + 4, 114 + 20 * index, text)


def test_rows_that_no_ruling_parts_are_rows_of_their_own() -> None:
    def draw(sheet: Sheet) -> None:
        written(sheet)
        for y in (100, 120, 200):
            sheet.line(55, y, 450, y)
        for x in PLACES:
            sheet.line(x, 100, x, 200)

    assert texts(read_pdf(draw).grids[0]) == [list(row) for row in TABLE]


def test_columns_that_no_ruling_parts_are_columns_of_their_own() -> None:
    def draw(sheet: Sheet) -> None:
        written(sheet)
        for row in range(6):
            sheet.line(55, 100 + 20 * row, 450, 100 + 20 * row)
        for x in (55, 290, 450):
            sheet.line(x, 100, x, 200)

    assert texts(read_pdf(draw).grids[0]) == [list(row) for row in TABLE]


def test_a_code_that_a_narrow_column_breaks_is_no_two_rows() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([40, 66, 92, 250, 330], [90, 115, 145, 175])
        for x, text in ((42, "类"), (68, "款"), (100, "名称"), (260, "合计")):
            sheet.text(x, 108, text)
        for y, (first, second, name, amount) in (
            (130, ("2080", "0512", "就业补助", "52.40")),
            (160, ("2100", "1103", "医疗", "7.30")),
        ):
            for x, code in ((44, first), (70, second)):
                sheet.text(x, y - 3, code[:2])
                sheet.text(x, y + 9, code[2:])
            sheet.text(100, y, name)
            right(sheet, 326, y, amount)

    (grid,) = read_pdf(draw).grids
    assert texts(grid) == [
        ["类", "款", "名称", "合计"],
        ["2080", "0512", "就业补助", "52.40"],
        ["2100", "1103", "医疗", "7.30"],
    ]


def test_columns_without_heads_beside_each_other_are_not_put_together() -> None:
    """Numbers of columns stand in the middle of two columns, above which nothing stands."""
    bare, other = Headed(None, Column(100, 110, 1, 1)), Headed(None, Column(120, 130, 1, 1))
    named = Headed(Head("金额", Box(200, 80, 220, 90), 10), Column(200, 220, 3, 3))
    assert _settled([bare, other, named], (), ()) == [
        bare,
        msgspec.structs.replace(named, written=Column(120, 220, 4, 4)),
    ]


def test_a_space_at_the_end_of_a_line_is_behind_no_character() -> None:
    def draw(sheet: Sheet) -> None:
        heads(sheet, 100)
        rows(sheet, 120)
        sheet.text(120, 190, "行政运行")
        sheet.text(165, 190, "23.18 ")

    assert read_pdf(draw).lines[-1].split() == ["行政运行", "23.18"]


def close(*parts: str, between: float = 2.0) -> Line:
    """Texts in type of 10 points, digits half as wide, so many points between one and the next."""
    chars: list[Char] = []
    left = 0.0
    for part in parts:
        for char in part:
            wide = 5.0 if char.isascii() else 10.0
            chars.append(Char(char, left, 0.0, left + wide, 10.0, 10.0, 10.0))
            left += wide
        left += between
    return Line(tuple(chars))


def test_an_amount_and_the_code_right_behind_it_are_two_cells() -> None:
    """An amount at the right of its cell, a code at the left of the next: the gap is that of two cell margins."""
    words = [word.text for word in cell_words(close("1,476.67", "30201"))]
    assert words == ["1,476.67", "30201"]


def test_an_amount_and_the_number_of_a_name_right_behind_it_are_two_cells() -> None:
    words = [word.text for word in cell_words(close("288.15", "十二、农林水支出", between=0.5))]
    assert words == ["288.15", "十二、农林水支出"]


def test_digits_that_stand_evenly_are_one_number() -> None:
    words = [word.text for word in cell_words(close("5876.521534", between=0.0))]
    assert words == ["5876.521534"]


BELOW = (
    ("206", "科学技术支出", "1,623.18", "10.00"),
    ("20604", "技术研究与开发", "1,600.00", ""),
    ("2060401", "机构运行", "23.18", "10.00"),
)


def test_the_header_may_stand_above_the_uppermost_ruling_where_each_row_has_one_below_it() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(200, 60, "支出决算表", 16)
        sheet.text(400, 80, "单位：万元")
        heads(sheet, 100)
        rows(sheet, 120, BELOW)
        for y in (106, 124, 142, 160):
            sheet.line(60, y, 440, y)

    (grid,) = read_pdf(draw).grids
    assert texts(grid) == [["编码", "科目名称", "合计", "项目支出"], *map(list, BELOW)]


def test_captions_above_the_uppermost_ruling_are_no_header() -> None:
    def draw(sheet: Sheet) -> None:
        for x, text in ((60, "编制部门：某某局"), (220, "二〇三三年度"), (380, "单位：万元")):
            sheet.text(x, 80, text)
        heads(sheet, 100)
        rows(sheet, 120, BELOW)
        for y in (86, 106, 164):
            sheet.line(60, y, 440, y)

    (grid,) = read_pdf(draw).grids
    assert texts(grid)[0] == ["编码", "科目名称", "合计", "项目支出"]


def sides(sheet: Sheet, bottom: float) -> None:
    """A frame and the rulings between columns, none between rows."""
    for y in (88, bottom):
        sheet.line(55, y, 450, y)
    for x in (55, 115, 300, 370, 450):
        sheet.line(x, 88, x, bottom)


def test_rulings_between_columns_alone_part_the_rows_by_their_lines() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(200, 60, "支出决算表", 16)
        heads(sheet, 100)
        rows(sheet, 120, BELOW)
        sides(sheet, 162)

    (grid,) = read_pdf(draw).grids
    assert texts(grid) == [["编码", "科目名称", "合计", "项目支出"], *map(list, BELOW)]


def test_amounts_below_each_other_in_one_row_that_nothing_parts_are_declared() -> None:
    def draw(sheet: Sheet) -> None:
        heads(sheet, 100)
        rows(sheet, 120, BELOW)
        sheet.text(60, 182, "以上各项均已经过审计。其余")
        sheet.text(60, 200, "的在下年公开。")
        sides(sheet, 206)

    (grid,) = read_pdf(draw).grids
    assert not grid.ruled
    assert "合计 1,623.18 1,600.00 23.18" in texts(grid)[0][1]
