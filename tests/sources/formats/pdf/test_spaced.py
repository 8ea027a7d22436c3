"""Numbers whose characters stand apart are numbers."""

import pytest

from tests.sources.formats.pdf.made import FONT, Sheet, read_pdf, texts

XS = [60, 160, 300, 440]


def apart(sheet: Sheet, x: float, y: float, text: str, gap: float) -> None:
    """Draw a text with space between its characters."""
    drawn = sheet.canvas.beginText(x, sheet.height - y)
    drawn.setFont(FONT, 10)
    drawn.setCharSpace(gap)
    drawn.textOut(text)
    drawn.setCharSpace(0)
    sheet.canvas.drawText(drawn)


@pytest.mark.parametrize("gap", [3, 5, 6.5, 8])
@pytest.mark.parametrize("ruled", [True, False])
def test_digits_that_stand_apart_are_one_number(gap: float, ruled: bool) -> None:
    def draw(sheet: Sheet) -> None:
        rows = [
            ["科目", "合计", "基本支出"],
            ["就业管理", "", ""],
            ["社会保险", "", ""],
            ["职业培训", "", ""],
        ]
        for at, row in enumerate(rows):
            for x, cell in zip(XS, row, strict=False):
                sheet.text(x + 3, 114 + 20 * at, cell)
        if ruled:
            sheet.ruled(XS, [100 + 20 * at for at in range(5)])
        for at, (one, other) in enumerate([("3,216.54", "20.10"), ("1.20", "0.70"), ("305.00", "4,000")]):
            apart(sheet, 163, 134 + 20 * at, one, gap)
            apart(sheet, 303, 134 + 20 * at, other, gap)

    assert texts(read_pdf(draw).grids[0])[1:] == [
        ["就业管理", "3,216.54", "20.10"],
        ["社会保险", "1.20", "0.70"],
        ["职业培训", "305.00", "4,000"],
    ]


def test_figures_of_their_own_stay_apart() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.rows(XS, 100, [["科目", "合计", "基本支出"], ["就业", "1.5", "2.5"]])
        sheet.text(60, 170, "1 2 . 5")
        apart(sheet, 60, 190, "1 2 3", 4)

    file = read_pdf(draw)
    assert texts(file.grids[0])[1] == ["就业", "1.5", "2.5"]
    assert file.lines[-1].split() == ["1", "2", "3"]
