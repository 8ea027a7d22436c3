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
ROWS = (
    ("208", "社会保障", "1.00", "30.00"),
    ("210", "卫生健康", "", "4.40"),
    ("221", "住房保障", "", "9.00"),
)
AMOUNTS = (("20.00", "10.00", "0.20"), ("4.40", "", ""), ("9.00", "", ""))


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


def rising(sheet: Sheet, xs: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
    """Rows of which the second is higher than the others, as rows are that wrap a name."""
    ys = [120.0, 140.0, 170.0, 190.0, 210.0]
    sheet.ruled(xs, ys)
    for y, row in zip(ys, rows, strict=False):
        for x, text in zip(xs, row, strict=False):
            sheet.text(x + 3, y + 14, text)


def test_names_may_be_among_further_columns_where_rows_of_several_heights_stand_in_one_place() -> None:
    names = [["金额", "经济科目"], ["31.20", "工资"], ["4.40", "物业"], ["9.00", "补助"]]
    codes = [row[:2] for row in LEFT]

    def first(sheet: Sheet) -> None:
        sheet.text(60, 100, "编制部门：某市司法局")
        rising(sheet, [60, 300, 535], codes)

    def second(sheet: Sheet) -> None:
        sheet.text(60, 80, "支出总表")
        rising(sheet, [60, 220, 400], names)

    file = read_pdf(first, second)
    assert [texts(grid) for grid in file.grids] == [[[*a, *b] for a, b in zip(codes, names, strict=True)]]
    assert file.lines[:2] == ("支出总表", "编制部门：某市司法局")


def test_a_label_over_columns_of_two_pages_is_over_all_of_them() -> None:
    def first(sheet: Sheet) -> None:
        sheet.ruled([60, 160, 260, 360, 535], [120, 140, 160, 180, 200, 220])
        sheet.fill(360.5, 120.5, 534.5, 120.5, 1)
        for row, cells in enumerate((("科目", "名称", "结转", ""), ("", "", "", "小计"), *ROWS)):
            for x, cell in zip((63, 163, 263, 363), cells, strict=True):
                sheet.text(x, 134 + 20 * row, cell)

    def second(sheet: Sheet) -> None:
        for y in (120, 140, 160, 180, 200, 220):
            sheet.line(60, y, 535, y)
        for x, top in ((60, 120), (200, 140), (350, 120), (535, 120)):
            sheet.line(x, top, x, 220)
        for row, cells in enumerate((("财政拨款", "", "其他"), ("一般预算", "基金", ""), *AMOUNTS)):
            for x, cell in zip((63, 203, 353), cells, strict=True):
                sheet.text(x, 134 + 20 * row, cell)

    (grid,) = read_pdf(first, second).grids
    assert [(cell.column, cell.columns) for cell in grid.cells if cell.text == "财政拨款"] == [(3, 3)]


def test_the_next_rows_of_a_table_that_goes_over_first_are_none_of_its_columns() -> None:
    """The third page has the header of the first, and rows as high as its: with the columns of the second they are others."""
    xs = [60, 160, 320, 535]
    parts = [
        [["科目", "名称", "合计"], ["208", "社会保障", "31.20"], ["210", "卫生健康", "4.40"], ["221", "住房保障", "9.00"]],
        [["科目", "名称", "基本", "项目"], ["208", "社会保障", "30.00", "1.20"], ["210", "卫生健康", "4.40", ""], ["221", "住房保障", "", "9.00"]],
        [["科目", "名称", "合计"], ["212", "城乡社区", "2.50"], ["213", "农林水", "6.00"], ["", "总计", "53.10"]],
        [["科目", "名称", "基本", "项目"], ["212", "城乡社区", "2.50", ""], ["213", "农林水", "", "6.00"], ["", "总计", "36.90", "16.20"]],
    ]  # fmt: skip

    def drawn(rows: Sequence[Sequence[str]]) -> Draw:
        return lambda sheet: rising(sheet, xs if len(rows[0]) == 3 else [60, 160, 320, 430, 535], rows)

    found = [texts(grid) for grid in read_pdf(*map(drawn, parts)).grids]
    rows = [row for grid in found for row in grid if row[0] != "科目"]
    assert {len(row) for row in rows} == {5}
    assert [row[0] for row in rows] == ["208", "210", "221", "212", "213", ""]
