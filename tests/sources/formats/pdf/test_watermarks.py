"""Upright watermarks: one faint text many times, printed across the lines of a page."""

from __future__ import annotations

from hrss_tui.sources.formats.form import SourceFile
from tests.sources.formats.pdf.made import Sheet, read_pdf, texts

LINES = ("上半年，癸州市失业人员再就业2.7万人，", "比去年同期多0.4万人，就业困难人员就业3,120人。")


def page(grey: float, *places: tuple[float, float]) -> SourceFile:
    def draw(sheet: Sheet) -> None:
        for row, line in enumerate(LINES):
            sheet.text(60, 100 + 20 * row, line)
        sheet.canvas.setFillGray(grey)
        for x, y in places:
            sheet.text(x, y, "李四 8-15", 9)
        sheet.canvas.setFillGray(0)

    return read_pdf(draw)


def test_a_faint_text_again_and_again_across_the_lines_is_a_watermark() -> None:
    file = page(0.85, (90, 98), (180, 118), (90, 300), (300, 300))
    assert file.lines == LINES
    assert len(file.notes) == 1


def test_a_faint_text_once_and_one_that_meets_no_other_are_text() -> None:
    assert page(0.85, (60, 300)).lines == (*LINES, "李四 8-15")
    apart = page(0.85, (60, 300), (60, 330), (60, 360), (60, 390))
    assert apart.lines == (*LINES, *["李四 8-15"] * 4)


def test_black_text_across_the_lines_is_no_watermark() -> None:
    assert "李" in "".join(page(0.0, (90, 98), (180, 118), (90, 300)).lines)


ROWS = (("科目", "合计"), ("水利", "1,234.50"), ("住房公积金", "87.20"))


def stamped(x: float, y: float, *lines: str, red: float = 0.85) -> SourceFile:
    """A ruled table with lines in an ink of their own, below each other from a place on."""

    def draw(sheet: Sheet) -> None:
        sheet.rows((60, 200, 300), 100, ROWS)
        sheet.canvas.setFillColorRGB(red, 0, 0)
        for row, line in enumerate(lines):
            sheet.text(x, y + 12 * row, line, 12)
        sheet.canvas.setFillColorRGB(0, 0, 0)

    return read_pdf(draw)


def test_a_stamp_over_text_or_rulings_is_left_out_and_told() -> None:
    for x, y in ((150, 132), (255, 136), (110, 122)):
        file = stamped(x, y, "丁卯县财政局审核章", "2031年4月8日", "6540021286")
        assert [texts(grid) for grid in file.grids] == [list(map(list, ROWS))]
        assert [line for line in file.lines if line and "\t" not in line] == []
        assert ["丁卯县财政局审核章" in note for note in file.notes] == [True]


def sealed(
    x: float, y: float, *, ring: float = 0.85, red: float = 0.85, ruled: tuple[float, float] | None = None
) -> SourceFile:
    """Rows without rulings, and a round seal whose name and number stand between them; `ruled` is a line below its name."""

    def draw(sheet: Sheet) -> None:
        for row, cells in enumerate([*ROWS, ("农林水", "60.30"), ("合计", "147.50")]):
            for place, text in zip((60, 250), cells, strict=True):
                sheet.text(place, 100 + 60 * row, text)
        if ruled is not None:
            sheet.canvas.line(ruled[0], sheet.height - y - 30, ruled[1], sheet.height - y - 30)
        sheet.canvas.setStrokeColorRGB(ring, 0, 0)
        sheet.canvas.setFillColorRGB(red, 0, 0)
        sheet.canvas.circle(x, sheet.height - y, 45)
        sheet.text(x - 36, y - 4, "丁卯县审核", 12)
        sheet.text(x - 25, y + 10, "6540021286", 9)
        sheet.canvas.setFillColorRGB(0, 0, 0)

    return read_pdf(draw)


def test_a_seal_whose_ring_lies_over_a_table_is_left_out_though_its_text_stands_between_the_rows() -> None:
    for x, y in ((250, 190), (80, 190)):
        file = sealed(x, y)
        assert "6540021286" not in "".join(file.lines)
        assert "87.20" in "".join(file.lines)
        assert ["丁卯县审核6540021286" in note for note in file.notes] == [True]


def test_a_ring_over_nothing_or_in_another_ink_makes_no_seal_of_the_text_within() -> None:
    assert "6540021286" in "".join(sealed(450, 400).lines)
    assert "6540021286" in "".join(sealed(250, 190, ring=0.0).lines)
    assert "6540021286" in "".join(sealed(250, 190, red=0.0).lines)


def test_a_ring_that_a_ruling_goes_through_is_a_seal_and_one_that_a_ruling_ends_in_is_none() -> None:
    """The ring is 45 points to each side of 420."""
    assert "6540021286" not in "".join(sealed(420, 190, ruled=(60, 520)).lines)
    assert "6540021286" in "".join(sealed(420, 190, ruled=(60, 430)).lines)


def test_red_text_that_stands_over_nothing_and_figures_by_themselves_are_text() -> None:
    assert stamped(80, 300, "丁卯县财政局预算公开").lines[-1] == "丁卯县财政局预算公开"
    assert "6540021286" in "".join(stamped(80, 300, "6540021286").lines)
    assert "审" in "".join(stamped(150, 132, "丁卯县财政局审核章", red=0.0).lines)


def test_red_names_that_run_over_the_ruling_beside_them_are_text() -> None:
    rows = [["水土保持与农田水利项目", "1,234.50"], ["农村饮水安全工程维护", "87.20"]]

    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFillColorRGB(0.85, 0, 0)
        sheet.rows((60, 130, 300), 100, rows)

    file = read_pdf(draw)
    assert [texts(grid) for grid in file.grids] == [rows]
    assert file.notes == ()


def test_a_red_title_over_a_watermark_is_text() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFillGray(0.85)
        for x, y in ((90, 98), (180, 98), (90, 300), (300, 300)):
            sheet.text(x, y, "李四 8-15", 9)
        sheet.canvas.setFillColorRGB(0.85, 0, 0)
        sheet.text(80, 100, "癸县水务局部门预算", 14)

    assert read_pdf(draw).lines == ("癸县水务局部门预算",)
