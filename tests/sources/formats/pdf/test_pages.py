"""What only several pages tell: furniture, tables that go on, rows that a page break cut, torn numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.sources.formats.pdf.made import Draw, Sheet, read_pdf, texts

XS = (60, 160, 300, 400)
HEADER = ["编码", "科目名称", "金额"]
BODY = [["201", "一般公共服务支出", "12.50"], ["20106", "财政事务", "12.50"], ["2010601", "行政运行", "2.50"]]
MORE = [["20107", "税收事务", "10.00"], ["", "合计", "22.50"]]


def table(rows: Sequence[Sequence[str]], *above: str, top: float = 100) -> Draw:
    def draw(sheet: Sheet) -> None:
        for index, line in enumerate(above):
            sheet.text(200, top - 40 + 15 * index, line)
        sheet.rows(XS, top, rows)

    return draw


def continues(*pages: Draw) -> list[bool]:
    return [grid.continues for grid in read_pdf(*pages).grids]


def test_a_table_goes_on_with_its_header_its_title_or_nothing() -> None:
    first = table([HEADER, *BODY], "支出预算表")
    assert continues(first, table([HEADER, *MORE])) == [False, True]
    assert continues(first, table([HEADER, *MORE], "支出预算表")) == [False, True]
    assert continues(first, table([HEADER, *MORE], "支出预算表（续）")) == [False, True]
    assert continues(first, table(MORE)) == [False, True]


@pytest.mark.parametrize(
    "words", [["公开", "07", "表：会议费支出预算"], ["会议费", "20.00"], ["附", "2 张", "表，共 3 页"]]
)
def test_a_line_with_gaps_below_a_table_that_goes_on_is_not_lost(words: list[str]) -> None:
    """It was held for the first row of a table that might go on with one of the page before."""
    below = [["合计", "22.50", "1.00"]]

    def second(sheet: Sheet) -> None:
        table(MORE)(sheet)
        for at, word in enumerate(words):
            sheet.text(60 + 130 * at, 200, word)
        sheet.rows(XS, 240, below)

    file = read_pdf(table([HEADER, *BODY], "支出预算表"), second)
    assert [grid.continues for grid in file.grids] == [False, True, False]
    assert ["".join(line.split()) for line in file.lines].count("".join(words).replace(" ", "")) == 1
    assert all(texts(grid) for grid in file.grids)


def test_a_repeated_header_may_have_no_room_for_all_its_lines() -> None:
    first = table([["编码", "科目名称", "本年支出合计"], *BODY], "支出预算表")
    again = read_pdf(first, table([["编码", "科目名称", "本年支出"], ["2010602", "机关服务", "3.00"]])).grids[
        1
    ]
    assert again.continues
    assert texts(again)[0][2] == "本年支出"


def test_another_title_or_other_columns_begin_another_table() -> None:
    first = table([HEADER, *BODY], "支出预算表")
    assert continues(first, table([HEADER, *BODY], "收入预算表")) == [False, False]

    def other(sheet: Sheet) -> None:
        sheet.rows((60, 200, 400), 100, [["合计", "22.50"]])

    assert continues(first, other) == [False, False]


def test_forms_with_one_title_in_their_first_row_are_tables_of_their_own() -> None:
    def form(name: str) -> Draw:
        def draw(sheet: Sheet) -> None:
            sheet.line(60, 80, 400, 80)
            sheet.line(60, 80, 60, 100)
            sheet.line(400, 80, 400, 100)
            sheet.text(200, 94, "绩效目标表")
            sheet.rows(XS, 100, [["项目", name, "1"], ["金额", "5", "2"]])

        return draw

    assert continues(form("甲"), form("乙")) == [False, False]


def test_a_last_page_with_merged_cells_takes_the_columns_of_the_page_before() -> None:
    def last(sheet: Sheet) -> None:
        sheet.ruled((60, 300, 400), (60, 80))
        sheet.text(100, 74, "合计")
        sheet.text(310, 74, "22.50")

    grids = read_pdf(table([HEADER, *BODY], "支出预算表"), last).grids
    assert grids[1].continues
    assert [(cell.column, cell.columns, cell.text) for cell in grids[1].cells] == [
        (0, 2, "合计"),
        (2, 1, "22.50"),
    ]


def test_a_row_that_a_page_break_cut_is_one_row() -> None:
    long = "公共就业服务和职业技能鉴定"
    first = table([HEADER, *BODY, ["2080111", long, "7.00"]], "支出预算表")
    file = read_pdf(first, table([HEADER, ["", "机构", ""], *MORE]))
    before, after = file.grids
    cell = next(cell for cell in before.cells if cell.text.startswith("公共"))
    assert cell.text == long + "机构"
    assert cell.rest == len(long)
    assert file.lines[cell.line - 1][cell.start : cell.end] == cell.text
    assert texts(after) == [HEADER, *MORE]


def test_a_name_without_an_amount_is_no_rest_where_it_may_be_a_row() -> None:
    long = "公共就业服务和职业技能鉴定"
    first = table([HEADER, *BODY, ["2080111", long, "7.00"]], "支出预算表")
    numbered = read_pdf(first, table([HEADER, ["", "二、外交支出", ""], *MORE])).grids
    assert texts(numbered[1])[1] == ["", "二、外交支出", ""]
    short = table([HEADER, *BODY, ["2080111", "鉴定", "7.00"]], "支出预算表")
    assert texts(read_pdf(short, table([HEADER, ["", "机构", ""], *MORE])).grids[1])[1] == ["", "机构", ""]


NARROW = (60, 94, 300, 336)


def narrow(rows: list[list[str]]) -> Draw:
    return lambda sheet: sheet.rows(NARROW, 100, rows)


def test_figures_that_narrow_columns_and_a_page_break_cut_are_whole() -> None:
    first = [
        ["编码", "名称", "金额"],
        ["20501", "教育管理", "61.5"],
        ["20502", "普通教育", "912.4"],
        ["20503", "高等教育", "17.25"],
    ]
    file = read_pdf(
        narrow([*first, ["20504", "特殊教育", "1,402"]]),
        narrow([["99", "", ".75"], ["20505", "职业教育", "8.00"]]),
    )
    assert [texts(grid) for grid in file.grids] == [
        [*first, ["2050499", "特殊教育", "1,402.75"]],
        [["20505", "职业教育", "8.00"]],
    ]


def test_figures_that_a_break_cut_are_whole_below_a_header_with_less_room() -> None:
    first = [
        ["编码", "名称", "金额合计"],
        ["20501", "教育管理", "61.5"],
        ["20502", "普通教育", "912.4"],
        ["20503", "高等教育", "17.25"],
    ]
    file = read_pdf(
        narrow([*first, ["20504", "特殊教育", "1,402"]]),
        narrow([["编码", "名称", "金额"], ["99", "", ".75"], ["20505", "职业教育", "8.00"]]),
    )
    assert texts(file.grids[0])[-1] == ["2050499", "特殊教育", "1,402.75"]


EVEN = [["编码", "名称", "金额"], *([f"2050{at}", "教育管理", f"{at}1.50"] for at in range(1, 6))]


def test_decimals_below_a_page_break_are_those_that_are_missing_above_it() -> None:
    """A row may be cut between the lines of its cells: what is one line high stands below, be it the code."""
    file = read_pdf(
        narrow([*EVEN, ["", "公共就业", "380,219.0"]]),
        narrow([["20506", "服务", "0"], ["20507", "职业教育", "8.00"]]),
    )
    assert [texts(grid) for grid in file.grids] == [
        [*EVEN, ["20506", "公共就业服务", "380,219.00"]],
        [["20507", "职业教育", "8.00"]],
    ]


def test_codes_and_decimals_that_a_page_break_cuts_together_are_whole() -> None:
    """Rows of a page with few of them are told by those of the next page, too."""
    long = [["编码", "名称", "金额"], *([f"2061{at}", "科研", f"{at}1.50"] for at in (1, 2))]
    below = [[f"2062{at}", "科研", f"{at}3.50"] for at in (1, 2, 3)]
    file = read_pdf(narrow([*long, ["206", "科学技术", "380,219.0"]]), narrow([["14", "管理", "0"], *below]))
    assert [texts(grid) for grid in file.grids] == [
        [*long, ["20614", "科学技术管理", "380,219.00"]],
        below,
    ]


@pytest.mark.parametrize(
    ("last", "row"),
    [
        (["20506", "特殊教育", "12.40"], ["20507", "服务", "0"]),  # nothing is missing
        (["20506", "特殊教育", "12.4"], ["20507", "服务", "10"]),  # more than is missing
        (["20506", "特殊教育", "12.4"], ["20507", "服务", "0.00"]),  # a figure of its own
    ],
)
def test_a_figure_below_a_page_break_is_of_a_row_of_its_own(last: list[str], row: list[str]) -> None:
    file = read_pdf(narrow([*EVEN, last]), narrow([row, ["20508", "职业教育", "8.00"]]))
    assert texts(file.grids[1])[0] == row


@pytest.mark.parametrize(
    ("last", "row"),
    [
        (["20504", "特殊教育", "12.40"], ["", "", "8.75"]),  # the amount is whole
        (["20504", "特殊教育", "40"], ["99", "", ".75"]),  # there was room beside it
        (["20504", "特殊教育", "1,402"], ["99", "乙", ".75"]),  # it has a name of its own
    ],
)
def test_figures_below_a_page_break_are_a_row_where_they_may_be_one(last: list[str], row: list[str]) -> None:
    first = [
        ["编码", "名称", "金额"],
        ["20501", "教育管理", "61.5"],
        ["20502", "普通教育", "912.4"],
        ["20503", "高等教育", "17.25"],
    ]
    file = read_pdf(narrow([*first, last]), narrow([row, ["20505", "职业教育", "8.00"]]))
    assert texts(file.grids[1])[0] == row


def numbered(number: str, *lines: str) -> Draw:
    def draw(sheet: Sheet) -> None:
        for index, line in enumerate(lines):
            sheet.text(60, 200 + 20 * index, line)
        sheet.text(290, 810, number)

    return draw


def test_page_numbers_are_labels_and_no_text() -> None:
    file = read_pdf(numbered("— 3 —", "甲"), numbered("— 4 —", "乙"))
    assert file.lines == ("甲", "乙")
    assert [page.label for page in file.pages] == ["3", "4"]
    assert read_pdf(numbered("第 1 页 共 9 页", "甲")).lines == ("甲",)


def test_a_figure_at_the_foot_of_one_page_is_text() -> None:
    assert read_pdf(numbered("2024", "甲"), numbered("17", "乙")).lines == ("甲", "2024", "乙", "17")


def test_a_page_that_ran_over_ends_above_its_foot_with_the_number_that_is_next() -> None:
    def over(sheet: Sheet) -> None:
        sheet.text(60, 80, "剩下的一句话。")
        sheet.text(290, 140, "4")

    pages = [numbered(str(at), f"第{word}段的话，") for at, word in enumerate("一二三", 1)]
    file = read_pdf(*pages, lambda sheet: sheet.text(60, 100, "没有页码的一页，"), over)
    assert [page.label for page in file.pages] == ["1", "2", "3", "4", "4"]
    assert file.lines[-1] == "剩下的一句话。"

    def other(sheet: Sheet) -> None:
        sheet.text(60, 80, "共有几人：")
        sheet.text(290, 140, "9")

    assert read_pdf(*pages, other).lines[-1] == "9"


def test_a_line_with_gaps_over_the_number_of_its_page_is_no_table_with_it() -> None:
    def gaps(sheet: Sheet) -> None:
        sheet.text(60, 700, "公务接待的次数与去年一样，没有变化。其他的支出都是一样的，")
        sheet.text(60, 730, "公用经费的 3.06%；车辆支出")
        sheet.text(250, 730, "23.5")
        sheet.text(300, 730, "万")
        sheet.text(230, 790, "-")
        sheet.text(250, 790, "7")
        sheet.text(300, 790, "-")

    file = read_pdf(gaps, numbered("- 8 -", "元，占一半。"))
    assert file.pages[0].label == "7"
    assert not any("7" in line for line in file.lines)


def test_running_headers_are_dropped_and_captions_stay() -> None:
    def page(name: str) -> Draw:
        def draw(sheet: Sheet) -> None:
            sheet.text(60, 40, "某某局二〇二五年部门预算")
            sheet.text(60, 60, "单位：万元")
            sheet.text(60, 300, name)

        return draw

    file = read_pdf(*map(page, "甲乙丙丁"))
    assert file.lines == tuple(line for name in "甲乙丙丁" for line in ("单位：万元", name))


def test_a_number_that_a_line_end_broke_and_a_mark_alone_are_mended() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "全年收入合计比上年预算增加24")
        sheet.text(60, 118, ".31万元，主要原因是：工作任务")
        sheet.text(60, 136, "增加")
        sheet.text(60, 154, "。")

    assert read_pdf(draw).lines == ("全年收入合计比上年预算增加24.31", "万元，主要原因是：工作任务", "增加。")


def test_digits_in_threes_that_a_break_cut_are_whole_though_a_sum_lacks_its_code_too() -> None:
    first = [
        ["编码", "名称", "金额"],
        ["", "合计", "9,714"],
        ["205", "教育", "1,204"],
        ["20501", "管理", "1,204"],
    ]
    file = read_pdf(
        narrow([*first, ["20502", "普通教育和职业教育以及特殊教育事业发展补", "18,51"]]),
        narrow([["", "助支出", "0"], ["20503", "高等教育", "800"]]),
    )
    assert texts(file.grids[0])[-1] == ["20502", "普通教育和职业教育以及特殊教育事业发展补助支出", "18,510"]
    assert texts(file.grids[1]) == [["20503", "高等教育", "800"]]
