"""Workbooks printed with narrow columns: cut numbers and lines, cells that touch, columns on further pages."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.form import Box, SourceFile
from hrss_tui.sources.formats.pdf.aligned.doubts import is_doubtful, undivided
from hrss_tui.sources.formats.pdf.table import PageTable, TableCell
from tests.sources.formats.pdf.made import Draw, Sheet, read_pdf
from tests.sources.formats.pdf.test_aligned import heads, right, rows

AMOUNTS = {"1,623.18", "1,600.00", "23.18", "10.00"}


def clipped(sheet: Sheet, left: float, width: float, x: float, y: float, text: str) -> None:
    """A text of which only what stands between two sides is shown."""
    sheet.canvas.saveState()
    path = sheet.canvas.beginPath()
    path.rect(left, 0, width, sheet.height)
    sheet.canvas.clipPath(path, stroke=0, fill=0)
    sheet.text(x, y, text)
    sheet.canvas.restoreState()


def cells(file: SourceFile) -> set[str]:
    return {cell.text for grid in file.grids for cell in grid.cells}


def below_title(draw: Draw) -> Draw:
    def page(sheet: Sheet) -> None:
        sheet.text(200, 60, "支出决算表", 16)
        draw(sheet)

    return page


def test_a_number_of_which_digits_are_cut_away_is_no_number() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([60, 160, 260], [100, 120, 140])
        sheet.text(64, 114, "甲单位")
        clipped(sheet, 160, 100, 155, 114, "12345.60")
        sheet.text(64, 134, "乙单位")
        sheet.text(200, 134, "300.20")

    file = read_pdf(draw)
    assert cells(file) >= {"300.20"}
    assert not {"2345.60", "12345.60"} & cells(file)
    assert any(text.startswith("\ufffd") for text in cells(file))


def test_a_line_that_the_side_of_a_page_cuts_is_whole_where_it_begins() -> None:
    text = "全区水利系统预算安排4321.50万元。"

    def first(sheet: Sheet) -> None:
        sheet.text(60, 100, "一、总体情况")
        clipped(sheet, 55, 135, 60, 130, text)

    def second(sheet: Sheet) -> None:
        clipped(sheet, 55, 300, -75, 130, text)

    file = read_pdf(first, second)
    assert file.lines == ("一、总体情况", text)
    assert file.notes == ()


def test_the_end_of_a_line_that_begins_nowhere_is_left_out_and_said() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "一、总体情况")
        clipped(sheet, 55, 300, 0, 130, "全区水利系统预算比上年减少321.50万元。")

    file = read_pdf(draw)
    assert file.lines == ("一、总体情况",)
    assert [note for note in file.notes if "1" in note and "截去" in note]


def test_a_sentence_whose_end_is_nowhere_is_left_out() -> None:
    text = "全区水利系统预算，安排4321.50万元"

    def first(sheet: Sheet) -> None:
        sheet.text(60, 100, "一、总体情况")
        clipped(sheet, 55, 135, 60, 130, text)
        clipped(sheet, 55, 135, 60, 160, "乙的支出，比上年减少10.00万元，其他")

    def second(sheet: Sheet) -> None:
        clipped(sheet, 55, 300, -75, 130, text + "。")

    assert read_pdf(first, second).lines == ("一、总体情况", text + "。")


def test_an_amount_below_the_label_of_another_column_leaves_the_table_undivided() -> None:
    @below_title
    def draw(sheet: Sheet) -> None:
        heads(sheet, 100)
        rows(sheet, 122)

    @below_title
    def shifted(sheet: Sheet) -> None:
        for x, text in (
            (60, "编码"),
            (120, "科目名称"),
            (300, "合计事业收入财政拨款收入"),
            (470, "其他收入"),
        ):
            sheet.text(x, 100, text)
        rows(sheet, 122)

    assert cells(read_pdf(draw)) >= AMOUNTS
    assert not AMOUNTS & cells(read_pdf(shifted))


@pytest.mark.parametrize("name", ["社会保障和就1,532.40", "项目甲2081234", "###社会保障", "412.60公用经费"])
def test_a_name_that_touches_the_amount_beside_it_leaves_the_table_undivided(name: str) -> None:
    @below_title
    def draw(sheet: Sheet) -> None:
        heads(sheet, 100)
        rows(sheet, 122)
        sheet.text(120, 176, name)
        right(sheet, 360, 176, "77.00")
        right(sheet, 440, 176, "77.00")

    assert not AMOUNTS & cells(read_pdf(draw))


def test_rows_right_below_a_table_whose_cells_touch_are_rows_of_it() -> None:
    @below_title
    def draw(sheet: Sheet) -> None:
        heads(sheet, 100)
        rows(sheet, 122)
        sheet.text(60, 176, "其他各项拨款 205 教育支出")

    assert not AMOUNTS & cells(read_pdf(draw))


def test_a_label_that_begins_where_another_column_does_leaves_the_table_undivided() -> None:
    def table(x: float, name: str) -> Draw:
        @below_title
        def draw(sheet: Sheet) -> None:
            sheet.text(x, 82, name)
            for place, text in ((60, "编码"), (150, "科目名称"), (340, "合计"), (373, "项目支出预算数")):
                sheet.text(place, 100, text)
            rows(sheet, 122)

        return draw

    assert cells(read_pdf(table(361, "本年支出"))) >= AMOUNTS
    assert not AMOUNTS & cells(read_pdf(table(373, "支出")))


@pytest.mark.parametrize("place", [300, 346])
def test_amounts_of_one_label_that_stand_in_two_places_leave_the_table_undivided(place: float) -> None:
    """The label of one of the columns is written below another: no row writes in both."""

    @below_title
    def draw(sheet: Sheet) -> None:
        for x, text in ((60, "编码"), (150, "科目名称"), (232, "合计"), (316, "公用经费")):
            sheet.text(x, 100, text)
        for y, code, name, at, amount in (
            (122, "301", "工资福利支出", place, "1,623.18"),
            (140, "30101", "基本工资", place, "1,600.00"),
            (158, "302", "商品和服务支出", 360, "23.18"),
            (176, "30201", "办公费", 360, "10.00"),
        ):
            sheet.text(60, y, code)
            sheet.text(120, y, name)
            right(sheet, 252, y, amount)
            right(sheet, at, y, amount)

    assert (cells(read_pdf(draw)) >= AMOUNTS) == (place == 346)


@pytest.mark.parametrize("repeated", [True, False])
def test_a_label_that_may_be_over_more_of_the_same_labels_leaves_the_table_undivided(repeated: bool) -> None:
    """All labels stand at the top of their cells: 预算数 and 决算数 are over five columns each, 用车 over three."""
    others = ("合计", "出国", "接待") if repeated else ("总额", "出境", "会议")

    @below_title
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 72, "单位")
        for left, own, parts, over in (
            (110, ("合计", "出国", "接待"), ("小计", "购置", "运行"), "预算数"),
            (335, others, ("共计", "新购", "维护"), "决算数"),
        ):
            sheet.text(left + 83, 72, over)
            for at, text in zip((0, 1, 3, 5), (*own[:2], "用车", own[2]), strict=True):
                sheet.text(left + 36 * at, 84, text)
            for at, text in enumerate(parts, 2):
                sheet.text(left + 36 * at, 96, text)
        for y, unit in ((122, "水务所"), (140, "林业站"), (158, "农机站")):
            sheet.text(60, y, unit)
            for at in range(12):
                right(sheet, 132 + 36 * at + 9 * (at > 5), y, f"{at + 1}.20")

    assert ("5.20" in cells(read_pdf(draw))) == (not repeated)


@pytest.mark.parametrize("title", ["表3", "表3-2", "其他支出决算表"])
def test_columns_on_a_page_of_bare_figures_leave_both_tables_undivided(title: str) -> None:
    @below_title
    def draw(sheet: Sheet) -> None:
        heads(sheet, 100)
        rows(sheet, 122)

    def beside(sheet: Sheet) -> None:
        if title:
            sheet.text(200, 60, title, 16)
        sheet.text(60, 100, "上缴支出")
        right(sheet, 100, 122, "51.00")
        right(sheet, 100, 140, "51.00")

    assert (cells(read_pdf(draw, beside)) >= AMOUNTS) == title.startswith("其他")


def test_texts_printed_over_each_other_leave_a_ruled_table_undivided_on_all_its_pages() -> None:
    body = [
        ["201", "一般公共服务支出", "12.50"],
        ["20106", "财政事务", "12.50"],
        ["2010601", "行政运行", "2.50"],
    ]

    def first(over: int) -> Draw:
        @below_title
        def draw(sheet: Sheet) -> None:
            sheet.rows((60, 160, 300, 400), 100, [["编码", "科目名称", "金额"], *body])
            for row in range(over):
                sheet.text(168, 137 + 20 * row, "教育管理事务")

        return draw

    def second(sheet: Sheet) -> None:
        sheet.rows((60, 160, 300, 400), 60, [["20107", "税收事务", "10.00"], ["", "合计", "22.50"]])

    assert cells(read_pdf(first(1), second)) >= {"12.50", "2.50", "22.50"}
    assert not {"12.50", "2.50", "22.50"} & cells(read_pdf(first(2), second))


@pytest.mark.parametrize(
    ("mark", "behind"), [("十二、", "城乡社区支出"), ("抚恤（", "含伤残）支出"), ("其他。", "另见附注")]
)
def test_marks_set_closer_where_a_line_is_full_are_no_texts_over_each_other(mark: str, behind: str) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.rows((60, 220, 300), 100, [["科目名称", "金额"], ["", "12.50"], ["", "7.25"]])
        for row in (1, 2):
            close = 4.5  # of 10 points: the mark has its ink in the other half
            opening = mark.endswith("（")
            sheet.text(63, 114 + 20 * row, mark[:-1])
            sheet.text(63 + 10 * len(mark[:-1]) - close * opening, 114 + 20 * row, mark[-1])
            sheet.text(63 + 10 * len(mark) - close, 114 + 20 * row, behind)

    assert cells(read_pdf(below_title(draw))) >= {mark + behind, "12.50", "7.25"}


@pytest.mark.parametrize("names", [False, True])
def test_a_ruled_table_whose_columns_go_on_among_bare_figures_is_undivided(names: bool) -> None:
    @below_title
    def draw(sheet: Sheet) -> None:
        sheet.rows((60, 160, 300, 400), 100, [["单位", "预算数", "决算数"], ["水利局", "12.50", "11.20"]])

    def beside(sheet: Sheet) -> None:
        sheet.rows((60, 160, 300), 100, [["接待费", "决算数"], ["水利厅" if names else "0.75", "0.70"]])

    assert ("12.50" in cells(read_pdf(draw, beside))) == names


def test_a_lone_figure_of_an_undivided_row_is_no_amount() -> None:
    box = Box(0, 0, 10, 10)
    row = [
        TableCell(0, 0, 1, 1, box, "教育"),
        TableCell(0, 1, 1, 1, box, "5.00"),
        TableCell(0, 2, 1, 1, box, "1.00"),
    ]
    table = PageTable((0, 10, 20, 30), (0, 10, 20), (*row, TableCell(1, 2, 1, 1, box, "77.00")))
    assert [cell.text for cell in undivided(table).cells] == ["教育", "5.00 1.00", "|77.00"]


def test_texts_printed_over_each_other_leave_a_table_without_rulings_undivided() -> None:
    def table(over: int) -> Draw:
        @below_title
        def draw(sheet: Sheet) -> None:
            heads(sheet, 100)
            rows(sheet, 122)
            for row in range(over):
                sheet.text(124, 127 + 18 * row, "教育管理事务")

        return draw

    assert cells(read_pdf(table(0))) >= AMOUNTS
    assert not AMOUNTS & cells(read_pdf(table(2)))


def test_half_a_name_between_two_rows_that_runs_into_both_leaves_the_table_undivided() -> None:
    def table(pitch: float) -> Draw:
        @below_title
        def draw(sheet: Sheet) -> None:
            heads(sheet, 100)
            for row, (code, name) in enumerate([("205", "教育支出"), ("206", "科学支出")]):
                sheet.text(60, 122 + pitch * row, code)
                sheet.text(124, 122 + pitch * row, name)
                right(sheet, 345, 122 + pitch * row, "1,623.18")
                right(sheet, 440, 122 + pitch * row, "1,600.00")
            sheet.text(124, 122 + pitch / 2, "科学条件")

        return draw

    assert cells(read_pdf(table(24))) >= {"1,623.18", "1,600.00"}
    assert not AMOUNTS & cells(read_pdf(table(16)))


@pytest.mark.parametrize(("left", "doubtful"), [(40.0, True), (62.0, False)])
def test_labels_beside_each_other_over_one_column_of_figures_are_doubtful(
    left: float, doubtful: bool
) -> None:
    cells = (
        TableCell(0, 1, 1, 1, Box(left, 0, left + 20, 10), "结转"),
        TableCell(1, 1, 1, 1, Box(70, 10, 90, 20), "小计"),
        TableCell(2, 0, 1, 1, Box(0, 20, 30, 30), "教育"),
        TableCell(2, 1, 1, 1, Box(60, 20, 95, 30), "50.00"),
    )
    assert is_doubtful(PageTable((0, 36, 100), (0, 10, 20, 30), cells, ruled=False, headed=2)) == doubtful
