"""Upright watermarks: one faint text many times, printed across the lines of a page."""

from __future__ import annotations

from hrss_tui.sources.formats.form import SourceFile
from tests.sources.formats.pdf.made import Sheet, read_pdf

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
