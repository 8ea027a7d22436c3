"""Raised marks of notes are beside their figures and no digits of them."""

import pytest

from tests.sources.formats.pdf.made import Sheet, read_pdf, texts

XS = [60, 160, 260, 360]


def table(mark: str, size: float, rise: float, figure: str = "1,300") -> list[list[str]]:
    """A table with a mark behind a figure, in type of a size, above the baseline."""

    def draw(sheet: Sheet) -> None:
        sheet.rows(XS, 100, [["科目", "合计", "基本支出"], ["就业", figure, "7.00"]])
        wide = sheet.canvas.stringWidth(figure, "STSong-Light", 10)
        sheet.text(163 + wide, 134 - rise, mark, size)

    return texts(read_pdf(draw).grids[0])


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        ("2", "1,300²"),
        ("12", "1,300¹²"),
        ("[2]", "1,300[2]"),
        ("注2", "1,300注2"),
        ("*", "1,300*"),
        ("(1)", "1,300(1)"),
    ],
)
@pytest.mark.parametrize(("size", "rise"), [(6.5, 3.4), (5, 5), (7.5, 2.5), (8.3, 3.4)])
def test_a_raised_mark_is_behind_its_figure(mark: str, shown: str, size: float, rise: float) -> None:
    assert table(mark, size, rise)[1] == ["就业", shown, "7.00"]


@pytest.mark.parametrize("size", [5, 7.5, 8.3])
def test_a_lowered_mark_is_behind_its_figure_and_part_of_a_formula(size: float) -> None:
    assert table("2", size, -2)[1][1] == "1,300²"
    assert table("2", size, -2, "CO")[1][1] == "CO2"


def test_digits_of_one_line_are_one_number() -> None:
    assert table("45", 10, 0)[1][1] == "1,30045"
    assert table("45", 7.5, 1)[1][1] == "1,30045"


def test_numbers_in_small_type_are_no_marks() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.rows(XS, 100, [["科目", "合计", "基本支出"], ["就业管理服务机", "", "7.00"]])
        sheet.text(133.5, 134, "构", 10)
        sheet.text(162, 131, "12.5", 6)

    assert texts(read_pdf(draw).grids[0])[1][1] == "12.5"
