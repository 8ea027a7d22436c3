"""Two pages on one sheet are read one after the other; what stands across a sheet, or side by side in one table, is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.reader import read
from tests.sources.formats.pdf.made import Draw, Sheet, pdf, texts

WIDE, HIGH = 842.0, 595.0
HALF = WIDE / 2
PROSE = (
    "二、收支情况说明。本年收入预算四千三百一十二万元，",
    "其中一般公共预算拨款四千二百零九万元，占九成八；",
    "上年结转一百零三万元。本年支出预算与收入预算相等，",
    "其中基本支出二千九百万元，项目支出一千四百一十二",
    "万元，主要用于职业技能培训和公共就业服务平台建设。",
)
HEAD = ("科目", "合计", "基本支出", "项目支出")
ROWS = (
    HEAD,
    ("社会保障和就业支出", "3,120.50", "2,100.00", "1,020.50"),
    ("卫生健康支出", "655.50", "455.00", "200.50"),
    ("住房保障支出", "536.00", "345.00", "191.00"),
)
MORE = (HEAD, ("农林水支出", "72.60", "12.10", "60.50"), ("合计", "4,384.60", "2,912.10", "1,472.50"))


def prose(x: float, lines: Sequence[str] = PROSE, top: float = 97) -> Draw:
    def draw(page: Sheet) -> None:
        for row, line in enumerate(lines):
            page.text(x, top + 21 * row, line, 12)

    return draw


def table(x: float, rows: Sequence[Sequence[str]] = ROWS, top: float = 100, wide: float = 110) -> Draw:
    def draw(page: Sheet) -> None:
        page.rows((x, x + wide, *(x + wide + 66 * at for at in (1, 2, 3))), top, rows)

    return draw


def unruled(x: float, rows: Sequence[Sequence[str]], top: float = 100) -> Draw:
    def draw(page: Sheet) -> None:
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.text(x + 90 * column, top + 20 * at, cell)

    return draw


def title(x: float, text: str, top: float = 80) -> Draw:
    return lambda page: page.text(x, top, text, 14)


def sheet(*parts: Draw) -> Draw:
    def draw(page: Sheet) -> None:
        for part in parts:
            part(page)

    return draw


def reading(*sheets: Draw) -> SourceFile:
    return read(pdf(*sheets, size=(WIDE, HIGH)), "a.pdf", Limits())


def prose_of(file: SourceFile) -> list[str]:
    return [line for line in file.lines if line and "\t" not in line]


@pytest.mark.parametrize("left", [True, False])
def test_a_page_of_prose_beside_one_with_a_table(left: bool) -> None:
    x, other = (50, 470) if left else (470, 50)
    file = reading(sheet(title(x + 60, "部门支出总表"), table(x), prose(other)))
    assert [texts(grid) for grid in file.grids] == [[list(row) for row in ROWS]]
    assert prose_of(file) == (["部门支出总表", *PROSE] if left else [*PROSE, "部门支出总表"])
    assert [(page.number, page.first, page.last) for page in file.pages] == [(1, 1, len(file.lines))]


def test_places_are_those_on_the_sheet() -> None:
    file = reading(sheet(prose(50), table(470)))
    cell = next(cell for cell in file.grids[0].cells if cell.text == "3,120.50")
    assert cell.box is not None
    assert (cell.box.left, cell.box.right) == pytest.approx((580, 646))
    assert dict(file.boxes)[1].left == pytest.approx(50, abs=1)


def test_a_table_goes_on_on_the_other_page_of_the_sheet() -> None:
    file = reading(sheet(prose(50), table(50, top=300), table(470, MORE), prose(470, top=250)))
    assert [grid.continues for grid in file.grids] == [False, True]
    assert [texts(grid)[-1][0] for grid in file.grids] == ["住房保障支出", "合计"]
    assert prose_of(file) == [*PROSE, *PROSE]


@pytest.mark.parametrize("line", [True, False])
def test_numbers_of_pages_tell_tables_without_rulings_from_sides_of_one(line: bool) -> None:
    def numbered(page: Sheet) -> None:
        page.text(200, 560, "— 8 —")
        page.text(200 + HALF, 560, "— 9 —")
        if line:
            page.line(HALF, 20, HALF, 570)

    sides = (unruled(50, ROWS), unruled(470, MORE))
    file = reading(sheet(*sides, numbered))
    assert not any("3,120.50" in text and "72.60" in text for text in file.lines)
    assert file.pages[0].label == "8–9"
    assert any("3,120.50" in text and "72.60" in text for text in reading(sheet(*sides)).lines)


def test_a_sheet_that_proves_nothing_is_as_the_others() -> None:
    cover = sheet(
        title(140, "癸县人社局部门预算", 300), title(560, "目录", 60), title(480, "一、收支预算总表", 300)
    )
    assert prose_of(reading(cover))[-1] != "一、收支预算总表"
    file = reading(cover, sheet(prose(50), table(470)))
    assert prose_of(file)[:3] == ["癸县人社局部门预算", "目录", "一、收支预算总表"]
    across = sheet(title(300, "癸县人社局二〇三一年部门预算公开说明"))
    assert (
        prose_of(reading(cover, across, sheet(prose(50), table(470)), across))[0]
        == prose_of(reading(cover))[0]
    )


def test_the_number_of_the_sheet_itself_may_stand_across_its_middle() -> None:
    def numbered(page: Sheet) -> None:
        page.text(HALF - 20, 560, "第 3 页")

    assert prose_of(reading(sheet(prose(50), prose(470, PROSE[::-1]), numbered))) == [*PROSE, *PROSE[::-1]]


def test_tables_as_high_as_each_other_have_titles_of_their_own() -> None:
    sides = (table(50), table(470, MORE))
    alone = reading(sheet(*sides))
    titles = (title(110, "部门收入总表"), title(530, "部门支出总表"))
    file = reading(sheet(*sides, *titles))
    assert [texts(grid) for grid in file.grids] == [texts(grid) for grid in alone.grids]
    assert prose_of(file) == ["部门收入总表", "部门支出总表"]
    assert [file.grids[1].first - 2] == [at for at, line in enumerate(file.lines) if line == "部门支出总表"]


def test_two_sides_of_a_statement_are_no_pages() -> None:
    income = (("收入", "预算数"), ("一般公共预算拨款", "31.20"), ("上年结转", "4.40"), ("收入总计", "35.60"))
    spent = (("支出", "预算数"), ("基本支出", "22.10"), ("项目支出", "13.50"), ("支出总计", "35.60"))
    whole = reading(sheet(title(350, "单位收支预算总表"), unruled(60, income), unruled(480, spent)))
    assert [grid.columns for grid in whole.grids] == [4]
    alone = reading(sheet(unruled(60, income), unruled(480, spent)))
    assert [texts(grid)[-1] for grid in alone.grids] == [["收入总计", "35.60", "支出总计", "35.60"]]


def test_a_table_over_the_whole_sheet_is_one() -> None:
    rows = [[*row, *row[1:]] for row in ROWS]

    def draw(page: Sheet) -> None:
        page.rows((50, 170, 270, 370, 470, 570, 670, 790), 120, rows)

    assert [texts(grid) for grid in reading(sheet(draw, prose(50, top=300), prose(470, top=300))).grids] == [
        rows
    ]


def test_a_sheet_that_is_turned() -> None:
    def on_its_side(page: Sheet) -> None:
        page.canvas.transform(0, 1, -1, 0, HIGH, 0)
        sheet(prose(50), table(470))(Sheet(page.canvas, HIGH))

    file = read(pdf(on_its_side, size=(HIGH, WIDE)), "a.pdf", Limits())
    assert prose_of(file) == list(PROSE)
    cell = next(cell for cell in file.grids[0].cells if cell.text == "3,120.50")
    assert cell.box is not None
    assert (cell.box.top, cell.box.bottom) == pytest.approx((WIDE - 646, WIDE - 580))
