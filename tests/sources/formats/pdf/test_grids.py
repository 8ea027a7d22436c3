"""Rulings to cells: spans, open sides, what is no ruling, and which cell a text stands in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfbase import pdfmetrics

from hrss_tui.sources.formats.pdf.aligned.words import FIGURE
from tests.sources.formats.pdf.made import FONT, Draw, Sheet, read_pdf, texts


def test_merged_cells_keep_their_spans() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([60, 160, 260, 360], [100, 120, 140, 160])
        sheet.fill(161, 119, 359, 121, 1)  # nothing: white is no ruling, and hides none below
        sheet.text(63, 114, "科目")

    grid = read_pdf(draw).grids[0]
    assert (grid.rows, grid.columns, len(grid.cells)) == (3, 3, 9)

    def merged(sheet: Sheet) -> None:
        for y, start in ((100, 60), (120, 160), (140, 60), (160, 60)):
            sheet.line(start, y, 360, y)
        for x, start in ((60, 100), (160, 100), (260, 120), (360, 100)):
            sheet.line(x, start, x, 160)
        for x, y, text in ((63, 124, "科目"), (163, 114, "金额"), (163, 134, "预算数"), (263, 134, "决算数")):
            sheet.text(x, y, text)
        sheet.text(63, 154, "合计")

    file = read_pdf(merged)
    spans = {cell.text: (cell.row, cell.column, cell.rows, cell.columns) for cell in file.grids[0].cells}
    assert spans["科目"] == (0, 0, 2, 1)
    assert spans["金额"] == (0, 1, 1, 2)
    assert spans["决算数"] == (1, 2, 1, 1)
    assert file.lines == ("科目\t金额\t", "\t预算数\t决算数", "合计\t\t")


def test_a_table_may_be_open_at_its_sides() -> None:
    def draw(sheet: Sheet) -> None:
        for y in (100, 120, 140):
            sheet.line(60, y, 360, y)
        sheet.line(160, 100, 160, 140)
        for x, y, text in ((63, 114, "项目"), (163, 114, "金额"), (63, 134, "水费"), (163, 134, "3.10")):
            sheet.text(x, y, text)

    assert texts(read_pdf(draw).grids[0]) == [["项目", "金额"], ["水费", "3.10"]]


def test_thin_filled_strips_are_rulings_and_thick_ones_are_none() -> None:
    def draw(sheet: Sheet) -> None:
        for y in (100, 120, 140):
            sheet.fill(60, y, 260, y + 0.6, 0)
        for x in (60, 160, 260):
            sheet.fill(x, 100, x + 0.6, 140, 0)
        sheet.fill(60, 100, 160, 120, 0.9)
        for x, y, text in ((63, 114, "项目"), (163, 114, "金额"), (63, 134, "水费"), (163, 134, "3.10")):
            sheet.text(x, y, text)

    assert texts(read_pdf(draw).grids[0]) == [["项目", "金额"], ["水费", "3.10"]]


def test_a_text_that_runs_over_a_ruling_stands_where_it_begins() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([60, 120, 260], [100, 120, 140])
        sheet.text(62, 114, "机关事业单位基本养老保险")
        sheet.text(62, 134, "水费")
        sheet.text(230, 134, "3.10")

    assert texts(read_pdf(draw).grids[0]) == [["机关事业单位基本养老保险", ""], ["水费", "3.10"]]


@pytest.mark.parametrize(("x", "pieces"), [(97, ["1,4|", "|11.20"]), (91, ["1,411|", "|.20"])])
def test_an_amount_across_a_ruling_is_in_neither_of_its_cells(x: float, pieces: list[str]) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([20, 60, 110, 180], [100, 120, 140])
        sheet.text(22, 114, "水费")
        sheet.text(72, 114, "3.10")
        sheet.text(22, 134, "电费")
        sheet.text(x, 134, "1,411.20")

    assert texts(read_pdf(draw).grids[0]) == [["水费", "3.10", ""], ["电费", *pieces]]


@pytest.mark.parametrize(
    ("x", "row"),
    [
        (62, ["", "81,411.20", "", ""]),
        (121, ["", "", "", "81,411.20"]),
        (53, ["", "81,411.20", "", ""]),
    ],
)
def test_an_amount_too_wide_for_its_cell_is_in_it_where_it_stands_at_a_side_or_in_the_middle(
    x: float, row: list[str]
) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([20, 60, 82, 130, 160], [100, 120])
        sheet.text(x, 114, "81,411.20")

    assert texts(read_pdf(draw).grids[0]) == [row]


def test_figures_that_touch_a_ruling_on_both_sides_stay_apart() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([60, 110, 160], [100, 120])
        sheet.text(80, 114, "123.45")
        sheet.text(110.5, 114, "67.89")

    assert texts(read_pdf(draw).grids[0]) == [["123.45", "67.89"]]


Placed = tuple[float, str]


def row_with(*placed: Placed) -> list[str]:
    """The cells of one row with texts that end at these places; a ruling stands at 110."""
    return rows_with([placed])[0]


def rows_with(rows: Sequence[Sequence[Placed]]) -> list[list[str]]:
    """The same of several rows, each on a page of its own: a file costs more than a page."""

    def drawn(placed: Sequence[Placed]) -> Draw:
        def draw(sheet: Sheet) -> None:
            sheet.ruled([60, 110, 160, 230], [100, 120])
            for end, text in placed:
                sheet.text(end - sheet.canvas.stringWidth(text, FONT, 10), 114, text)

        return draw

    read = [texts(grid)[0] for grid in read_pdf(*map(drawn, rows)).grids]
    assert len(read) == len(rows)
    return read


@pytest.mark.parametrize(("left", "right"), [("81411", "2308"), ("1,411.20", "67.89"), ("3.10", "512")])
def test_two_numbers_that_touch_at_a_ruling_without_a_gap_are_in_neither_cell(left: str, right: str) -> None:
    cells = row_with((110, left), (110 + pdfmetrics.stringWidth(right, FONT, 10), right))
    assert cells == [left + "|", "|" + right, ""]


@pytest.mark.parametrize("end", [107.0, 109.5, 112.0])
def test_two_numbers_that_nearly_touch_are_two_wherever_the_ruling_is(end: float) -> None:
    behind = end + 0.5 + pdfmetrics.stringWidth("67.89", FONT, 10)
    assert row_with((end, "1,411.20"), (behind, "67.89")) == ["1,411.20", "67.89", ""]


@pytest.mark.parametrize("text", ["81411", "-88.10", "12,345,678.90"])
def test_a_number_that_a_ruling_crosses_is_never_cut_into_two(text: str) -> None:
    width = pdfmetrics.stringWidth(text, FONT, 10)
    for row in rows_with([[(110 + step / 2, text)] for step in range(int(2 * width))]):
        assert {cell for cell in row if FIGURE.fullmatch(cell)} <= {text}


def test_names_that_wrap_around_the_line_of_their_code_are_one_cell() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([60, 130, 230, 300], [100, 140])
        sheet.text(63, 124, "2080505")
        sheet.text(133, 114, "机关事业单位基本")
        sheet.text(133, 134, "养老保险缴费支出")
        sheet.text(250, 124, "446.11")

    assert texts(read_pdf(draw).grids[0]) == [["2080505", "机关事业单位基本养老保险缴费支出", "446.11"]]


def test_a_frame_around_text_is_no_table() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([40, 540], [60, 200])
        sheet.text(60, 100, "框中的说明")

    file = read_pdf(draw)
    assert not file.grids
    assert file.lines == ("框中的说明",)


def test_two_tables_of_a_page_are_two_grids_with_a_line_between() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.rows([60, 160, 260], 100, [["甲", "1"]])
        sheet.rows([60, 160, 260], 130, [["乙", "2"]])

    file = read_pdf(draw)
    assert [texts(grid) for grid in file.grids] == [[["甲", "1"]], [["乙", "2"]]]
    assert file.lines == ("甲\t1", "", "乙\t2")


def test_a_bold_text_that_is_printed_twice_is_read_once() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "合计11")
        sheet.text(60.3, 100, "合计11")

    assert read_pdf(draw).lines == ("合计11",)
