"""Sheets of a workbook that are printed side by side: their titles, captions and cut labels tell which pages are one."""

from __future__ import annotations

from collections.abc import Sequence

from tests.sources.formats.pdf.made import Draw, Sheet, read_pdf, texts

INCOME = [["收入", "金额"], ["财政拨款", "61.40"], ["事业收入", "7.05"], ["合计", "68.45"]]
SPENDING = [["支出", "数额"], ["教育", "50.00"], ["卫生", "18.45"], ["总计", "68.45"]]
BOTH = [[*left, *right] for left, right in zip(INCOME, SPENDING, strict=True)]
XS = [60, 200, 400]
CAPTIONS = ((60, "编制部门：某县水利局"),)


def page(
    rows: Sequence[Sequence[str]], *lines: tuple[float, str], xs: Sequence[float] = XS, below: str = ""
) -> Draw:
    """A table below lines, each with its place from the left side, and a note below it."""

    def draw(sheet: Sheet) -> None:
        for number, (x, line) in enumerate(lines):
            sheet.text(x, 60 + 20 * number, line)
        sheet.rows(xs, 120, rows)
        if below:
            sheet.text(60, 140 + 20 * len(rows), below)

    return draw


def grids(*pages: Draw) -> list[list[list[str]]]:
    return [texts(grid) for grid in read_pdf(*pages).grids]


def test_names_stand_among_further_columns_of_a_sheet_that_has_one_title() -> None:
    titled = page(INCOME, (180, "收支预算总表"), *CAPTIONS)
    narrow = [60, 180, 300]
    assert grids(titled, page(SPENDING, (240, "单位：万元"), xs=narrow)) == [BOTH]
    other = page(SPENDING, (200, "支出预算总表"), *CAPTIONS, xs=narrow)
    assert grids(titled, other) == [INCOME, SPENDING]


def test_a_title_in_the_middle_of_a_sheet_is_that_of_its_first_columns() -> None:
    middle = page(SPENDING, (60, "收支决算总表"), xs=[60, 180, 300])
    file = read_pdf(page(INCOME, (60, "公开01表"), *CAPTIONS), middle)
    assert [texts(grid) for grid in file.grids] == [BOTH]
    assert "收支决算总表" in file.lines
    another = page(SPENDING, (60, "支出决算总表"), (60, "公开02表"), xs=[60, 180, 300])
    assert grids(page(INCOME, (60, "公开01表"), *CAPTIONS), another) == [INCOME, SPENDING]


def test_columns_as_wide_as_the_first_ones_are_no_rows_of_theirs_where_their_page_ends_the_sheet() -> None:
    first, more = page(INCOME, (180, "收支预算总表"), *CAPTIONS), page(SPENDING, (300, "单位：万元"))
    down = [[["国资收入", "0.40"], ["转移收入", "1.10"]], [["农林水", "1.10"], ["住房", "0.40"]]]
    assert grids(first, more, *map(page, down)) == [
        BOTH,
        [[*left, *right] for left, right in zip(*down, strict=True)],
    ]


def test_one_column_of_figures_is_the_end_of_a_sheet_and_text_in_a_frame_is_none() -> None:
    amounts = [["其中：项目"], ["40.00"], ["7.05"], ["47.05"]]
    joined = grids(page(INCOME, (180, "收入预算总表")), page(amounts, (90, "单位：万元"), xs=[60, 160]))
    assert joined == [[[*left, *right] for left, right in zip(INCOME, amounts, strict=True)]]
    framed = [["目标"], ["2035 年前完成"], ["改造校舍"]]
    assert read_pdf(page(framed, xs=[60, 300])).grids == ()


def test_what_repeated_columns_and_rows_bring_again_parts_no_sheet() -> None:
    note = "注：本表反映本年度的收入。"
    again = [[row[0], extra] for row, extra in zip(INCOME, ("基金", "1.40", "", "1.40"), strict=True)]
    captions = ((60, "公开03表"), *CAPTIONS)
    first = page(INCOME, (180, "收入决算表"), *captions, below=note)
    repeated = page(again, *captions, xs=[60, 200, 300], below=note)
    assert grids(first, repeated) == [[[*row, more[1]] for row, more in zip(INCOME, again, strict=True)]]
    other = page(again, (60, "公开04表"), *CAPTIONS, xs=[60, 200, 300], below=note)
    assert grids(first, other) == [INCOME, again]


def test_a_page_of_further_columns_may_be_left_out_where_nothing_stands_on_it() -> None:
    rest = [["国资收入", "0.40"], ["转移收入", "1.10"], ["其他收入", "2.00"]]
    narrow = [60, 180]
    extra = [["基金"], ["1.40"], ["0.05"], ["1.45"]]
    first = page(INCOME, (180, "收入预算总表"))
    found = grids(first, page(rest), page(extra, (90, "单位：万元"), xs=narrow))
    assert found[0] == [[*left, *right] for left, right in zip(INCOME, extra, strict=True)]
    assert [row[:2] for row in found[1]] == rest


def clipped(sheet: Sheet, left: float, right: float, x: float, y: float, text: str) -> None:
    """A text of which a clip shows what stands between two sides."""
    canvas = sheet.canvas
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(left, 0, right - left, sheet.height)
    canvas.clipPath(path, stroke=0)
    sheet.text(x, y, text)
    canvas.restoreState()


def test_a_label_that_the_side_of_a_page_cuts_is_whole_and_over_the_columns_of_both() -> None:
    def first(sheet: Sheet) -> None:
        sheet.text(100, 60, "三公经费支出表")
        sheet.ruled([60, 200, 300], [120, 140, 160, 180])
        for x, y, text in ((63, 134, "合计"), (63, 154, "9.00"), (203, 154, "4.00"), (203, 174, "4.00")):
            sheet.text(x, y, text)
        sheet.text(63, 174, "9.00")
        clipped(sheet, 200, 300, 260, 134, "公务用车费用")

    def second(sheet: Sheet) -> None:
        sheet.ruled([60, 160, 260], [120, 140, 160, 180])
        clipped(sheet, 60, 160, 20, 134, "公务用车费用")
        for x, y, text in ((163, 134, "接待费"), (63, 154, "1.00"), (163, 154, "2.00"), (63, 174, "1.00")):
            sheet.text(x, y, text)
        sheet.text(163, 174, "2.00")

    (grid,) = read_pdf(first, second).grids
    assert [(cell.text, cell.column, cell.columns) for cell in grid.cells if cell.row == 0] == [
        ("合计", 0, 1),
        ("公务用车费用", 1, 2),
        ("接待费", 3, 1),
    ]


def test_figures_without_any_name_are_no_table_of_their_own() -> None:
    rows = [["财政拨款", "事业收入"], ["61.40", "7.05"], ["50.00", "7.05"], ["11.40", ""]]
    (bare,) = grids(page(rows, (60, "收入决算表"), xs=[60, 180, 300]))
    assert all(len(list(filter(None, row))) == 1 for row in bare)
    (coded,) = grids(page([["科目", "数额"], ["205", "50.00"], ["208", "11.40"], ["210", "7.05"]]))
    assert coded[1:] == [["205", "50.00"], ["208", "11.40"], ["210", "7.05"]]


def test_a_name_of_which_its_cell_hides_a_part_says_so() -> None:
    """The second line of a name has no room in its row; a clip around the whole table is that of no cell."""

    def draw(sheet: Sheet) -> None:
        sheet.ruled([60, 100, 200, 300], [120, 140, 160, 180])
        for x, y, text in ((63, 134, "科目"), (103, 134, "名称"), (203, 134, "数额"), (63, 154, "213")):
            sheet.text(x, y, text)
        canvas = sheet.canvas
        for cell, lines in (
            ((100, 140, 200, 160), ((103, 154, "农林水支出中的"), (103, 168, "补助"))),
            (
                (60, 120, 300, 180),
                ((63, 174, "221"), (103, 174, "住房"), (203, 154, "8.00"), (103, 210, "余")),
            ),
        ):
            canvas.saveState()
            path = canvas.beginPath()
            path.rect(cell[0], sheet.height - cell[3], cell[2] - cell[0], cell[3] - cell[1])
            canvas.clipPath(path, stroke=0)
            for x, y, text in lines:
                sheet.text(x, y, text)
            canvas.restoreState()

    ((_, named, whole),) = grids(draw)
    assert named == ["213", "农林水支出中的\ufffd", "8.00"]
    assert whole == ["221", "住房", ""]


def test_a_table_whose_further_columns_are_not_put_together_with_it_is_divided_nowhere() -> None:
    """The next page has the same labels in the same rows, and no figures alone beside them."""
    again = [[row[0], extra] for row, extra in zip(INCOME, ("说明", "上级", "学费", "—"), strict=True)]
    first, narrow = page(INCOME, *CAPTIONS), [60, 200, 300]
    for found in grids(first, page(again, *CAPTIONS, xs=narrow)):
        assert not any(text in ("61.40", "7.05", "68.45") for row in found for text in row[1:])
    titled = page(again, (60, "收入说明表"), xs=narrow)
    assert grids(page(INCOME, (60, "收入总表")), titled) == [INCOME, again]
