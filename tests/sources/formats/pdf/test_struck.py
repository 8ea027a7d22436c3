"""Text that a line is drawn through, and type that nobody sees, are no text."""

from __future__ import annotations

import pytest

from tests.sources.formats.pdf.made import Sheet, read_pdf


@pytest.mark.parametrize(("height", "shown"), [(3.5, "\ufffd"), (-1.2, "旧数8万元"), (11.0, "旧数8万元")])
def test_a_line_through_the_middle_of_a_text_strikes_it_out(height: float, shown: str) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "今年支出71万元。")
        sheet.text(60, 140, "旧数8万元")
        sheet.line(60, 140 - height, 105, 140 - height)

    file = read_pdf(draw)
    assert file.lines == ("今年支出71万元。", shown)
    assert bool(file.notes) is (shown == "\ufffd")


def test_type_too_small_to_be_seen_is_no_figure() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.rows([60, 160, 260], 100, [["项目", "金额"], ["甲", ""], ["乙", "6"]])
        sheet.text(163, 134, "88", 0.1)

    assert read_pdf(draw).lines == ("项目\t金额", "甲\t", "乙\t6")
