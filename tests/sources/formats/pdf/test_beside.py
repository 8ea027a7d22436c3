"""Tables whose columns stand on several pages: put together where rows are surely the same, left apart where not."""

from __future__ import annotations

from collections.abc import Sequence

from tests.sources.formats.pdf.made import Draw, Sheet, read_pdf, texts

LEFT = [
    ["科目", "名称", "合计"],
    ["208", "社会保障", "31.20"],
    ["210", "卫生健康", "4.40"],
    ["221", "住房保障", "9.00"],
]
RIGHT = [["基本支出", "项目支出"], ["30.00", "1.20"], ["4.40", ""], ["", "9.00"]]
WHOLE = [[*left, *right] for left, right in zip(LEFT, RIGHT, strict=True)]
XS = [60, 160, 320, 535]


def page(
    rows: Sequence[Sequence[str]], *lines: tuple[float, str], xs: Sequence[float] = XS, high: float = 20
) -> Draw:
    """A table below lines, each with its place from the left side."""

    def draw(sheet: Sheet) -> None:
        for number, (x, line) in enumerate(lines):
            sheet.text(x, 60 + 20 * number, line)
        sheet.rows(xs[: len(rows[0]) + 1], 120, rows, high)

    return draw


def test_columns_without_labels_stand_beside_the_rows_of_the_page_before() -> None:
    file = read_pdf(page(LEFT, (250, "支出总表")), page(RIGHT, (480, "单位：万元")))
    assert [texts(grid) for grid in file.grids] == [WHOLE]
    assert file.lines[:2] == ("支出总表", "单位：万元")
    assert [(leaf.first, leaf.last) for leaf in file.pages] == [(1, 6), (0, 0)]
    assert ["第 2 页是前面表格的其余各列" in note for note in file.notes] == [True]


def test_labels_that_are_repeated_are_left_out() -> None:
    again = [[*left[:2], *right] for left, right in zip(LEFT, RIGHT, strict=True)]
    file = read_pdf(
        page(LEFT, (250, "支出总表")), page(again, (250, "支出总表（续）"), xs=[60, 150, 300, 400, 535])
    )
    assert [texts(grid) for grid in file.grids] == [WHOLE]


def test_pages_may_go_down_before_they_go_over() -> None:
    more, beside = (
        [["229", "其他", "2.50"], ["230", "转移", "6.00"], ["", "总计", "53.10"]],
        [["2.50", ""], ["", "6.00"], ["36.90", "16.20"]],
    )
    narrow = [60, 300, 535]
    down = read_pdf(page(LEFT), page(more), page(RIGHT, xs=narrow), page(beside, xs=narrow))
    over = read_pdf(page(LEFT), page(RIGHT, xs=narrow), page(more), page(beside, xs=narrow))
    rows = [[*left, *right] for left, right in zip(more, beside, strict=True)]
    for file in (down, over):
        assert [texts(grid) for grid in file.grids] == [WHOLE, rows]
        assert [grid.continues for grid in file.grids] == [False, True]


def test_a_header_may_have_more_levels_on_one_page() -> None:
    def levels(sheet: Sheet) -> None:
        sheet.ruled([60, 300, 535], [120, 140, 160, 180, 200])
        sheet.fill(60.5, 120.5, 299.5, 139.5, 1)
        for row, cells in enumerate((("基本支出", "项目支出"), *RIGHT[1:])):
            for x, cell in zip((63, 303), cells, strict=True):
                sheet.text(x, 134 + 20 * row, cell)

    def two(sheet: Sheet) -> None:
        for y in (120, 140, 160, 180, 200):
            sheet.line(60 if y != 130 else 320, y, 535, y)
        sheet.line(320, 130, 535, 130)
        for x in (60, 160, 320, 535):
            sheet.line(x, 120, x, 200)
        sheet.line(430, 130, 430, 140)
        for row, cells in enumerate((LEFT[0][:2], *(each[:2] for each in LEFT[1:]))):
            for x, cell in zip((63, 163), cells, strict=True):
                sheet.text(x, 134 + 20 * row, cell)
        sheet.text(323, 128, "本年支出", 7)
        for row, cells in enumerate(LEFT[1:], 1):
            sheet.text(323, 134 + 20 * row, cells[2])

    file = read_pdf(two, levels)
    assert len(file.grids) == 1
    assert [row[-2:] for row in texts(file.grids[0])[2:]] == RIGHT[1:]


def test_a_title_that_the_side_of_the_page_cuts_is_one() -> None:
    file = read_pdf(page(LEFT, (495, "一般公共")), page(RIGHT, (60, "预算支出表"), xs=[60, 300, 535]))
    assert file.lines[0] == "一般公共预算支出表"
    assert len(file.grids) == 1


def test_what_is_unsure_stays_apart() -> None:
    titled = read_pdf(page(LEFT), page(RIGHT, (250, "政府性基金表")))
    higher = read_pdf(page(LEFT), page(RIGHT, high=24))
    fewer = read_pdf(page(LEFT), page(RIGHT[:-1]))
    named = read_pdf(
        page(LEFT), page([["来源", "数"], ["财政拨款", "1.00"], ["事业收入", "2.00"], ["其他", "3.00"]])
    )
    followed = read_pdf(page(LEFT), page([*RIGHT]), lambda sheet: sheet.text(60, 60, "以上。"))
    figures = [["208", "31.20"], ["210", "4.40"], ["221", "9.00"]]
    bare = read_pdf(
        page(figures, xs=[60, 200, 535]),
        page([["301", "1.20"], ["302", "1.40"], ["303", "2.00"]], xs=[60, 200, 535]),
    )
    for file in (titled, higher, fewer, named, bare):
        assert len(file.grids) == 2
    assert len(followed.grids) == 1
