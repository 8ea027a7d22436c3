"""Names of several lines in tables without rulings, with their figures at the top, in the middle or at the bottom of the row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.sources.formats.pdf.made import Draw, Sheet, read_pdf, texts
from tests.sources.formats.pdf.test_aligned import right

LEADING, ROOM = 12.0, 5.0
"""From line to line of a cell, and what is left between the cells of two rows (points)."""
HOW = {"top": 0.0, "middle": 0.5, "bottom": 1.0}

FORESTS = (
    (("213",), ("农林水支出",), "958.40"),
    (("21302",), ("林业和草原",), "958.40"),
    (("2130204",), ("林业和草原", "事业机构"), "611.25"),
    (("2130205",), ("森林资源培", "育"), ""),
    (("2130207",), ("森林资源管", "理与监督检", "查事务"), "200.15"),
    (("2130212",), ("湿地保护",), "147.00"),
)
WHOLE = [
    ["213", "农林水支出", "958.40"],
    ["21302", "林业和草原", "958.40"],
    ["2130204", "林业和草原事业机构", "611.25"],
    ["2130205", "森林资源培育", ""],
    ["2130207", "森林资源管理与监督检查事务", "200.15"],
    ["2130212", "湿地保护", "147.00"],
]

MEADOWS = (
    (("213",), ("农林水支出",), "958.40"),
    (("21301",), ("农业农村支", "出"), "958.40"),
    (("2130108",), ("病虫害控制",), "411.25"),
    (("2130109",), ("农产品质量", "安全"), "200.00"),
    (("2130124",), ("农村合作经", "济扶持资金", "安排"), "200.15"),
    (("2130153",), ("耕地建设与", "利用"), "147.00"),
)

Cells = Sequence[tuple[Sequence[str], Sequence[str], str]]


def printed(sheet: Sheet, top: float, rows: Cells, how: float, room: float = ROOM) -> None:
    """Rows of code, name and amount whose cells are filled from above, from below or from the middle."""
    for code, name, amount in rows:
        high = LEADING * (len(name) - 1)
        for at, line in enumerate(name):
            sheet.text(120, top + LEADING * at, line)
        for at, line in enumerate(code):
            sheet.text(60, top + how * (high - LEADING * (len(code) - 1)) + LEADING * at, line)
        right(sheet, 300, top + how * high, amount)
        top += high + LEADING + room


def heads(sheet: Sheet, y: float) -> None:
    for x, text in ((60, "科目编码"), (125, "科目名称"), (272, "预算数")):
        sheet.text(x, y, text)


@pytest.mark.parametrize("how", HOW)
def test_lines_of_a_name_are_nearer_than_rows(how: str) -> None:
    def draw(sheet: Sheet) -> None:
        heads(sheet, 80)
        printed(sheet, 100, FORESTS, HOW[how])

    assert texts(read_pdf(draw).grids[0])[1:] == WHOLE


@pytest.mark.parametrize("how", ["middle", "bottom"])
def test_the_first_line_of_a_name_is_no_part_of_the_label_above_it(how: str) -> None:
    """It is as near to the label as to the rest of its name; that names begin above their figures other rows tell."""

    def draw(sheet: Sheet) -> None:
        heads(sheet, 98 - LEADING)
        printed(sheet, 98, MEADOWS[1:], HOW[how], 0.0)

    read = texts(read_pdf(draw).grids[0])
    assert read[0] == ["科目编码", "科目名称", "预算数"]
    assert read[1:] == [[code[0], "".join(name), amount] for code, name, amount in MEADOWS[1:]]


ITEMS = (
    (("一、林业改革发", "展资金拨款"), "85.00", ("一、农林水支", "出"), "93.00"),
    (("二、事业收入",), "12.50", ("二、住房保障", "支出"), "6.40"),
    (("三、附属单位上", "缴"), "", ("三、其他支出",), ""),
    (("四、其他收入",), "1.90", ("四、转移性支", "出"), ""),
    (("收入总计",), "99.40", ("支出总计",), "99.40"),
)
SIDES = [
    ["一、林业改革发展资金拨款", "85.00", "一、农林水支出", "93.00"],
    ["二、事业收入", "12.50", "二、住房保障支出", "6.40"],
    ["三、附属单位上缴", "", "三、其他支出", ""],
    ["四、其他收入", "1.90", "四、转移性支出", ""],
    ["收入总计", "99.40", "支出总计", "99.40"],
]


def two_sides(
    how: float, room: float = ROOM, items: Sequence[tuple[Sequence[str], str, Sequence[str], str]] = ITEMS
) -> Draw:
    def draw(sheet: Sheet) -> None:
        sheet.text(200, 40, "部门收支总表", 16)
        for x, text in ((70, "项目"), (190, "预算数"), (300, "项目"), (420, "预算数")):
            sheet.text(x, 80, text)
        top = 100.0
        for left, income, other, spending in items:
            high = LEADING * (max(len(left), len(other)) - 1)
            for x, name in ((60, left), (290, other)):
                for at, line in enumerate(name):
                    sheet.text(x, top + how * (high - LEADING * (len(name) - 1)) + LEADING * at, line)
            right(sheet, 225, top + how * high, income)
            right(sheet, 455, top + how * high, spending)
            top += high + LEADING + room

    return draw


@pytest.mark.parametrize("room", [ROOM, 0.0])
@pytest.mark.parametrize("how", HOW)
def test_names_of_both_sides_are_in_one_row(how: str, room: float) -> None:
    file = read_pdf(two_sides(HOW[how], room))
    assert [texts(grid)[1:] for grid in file.grids] == [SIDES]


@pytest.mark.parametrize("how", HOW)
def test_rows_as_near_as_lines_are_told_by_how_all_cells_are_filled(how: str) -> None:
    """No gap parts a name from the next one; but only one way leaves no half of a name alone."""

    def draw(sheet: Sheet) -> None:
        heads(sheet, 80)
        printed(sheet, 110, MEADOWS, HOW[how], 0.0)

    read = texts(read_pdf(draw).grids[0])[1:]
    assert read == [[code[0], "".join(name), amount] for code, name, amount in MEADOWS]


def test_rows_are_told_once_where_few_names_stand_beside_their_figures() -> None:
    """Names at the left that stand between the rows of the right side are no prose that ends the table."""
    names = (
        ("五、粮食管理事务专项", "收入"),
        ("六、物资储备资金利息", "收入"),
        ("七、企业上缴利润转入", "收入"),
    )

    def draw(sheet: Sheet) -> None:
        for x, text in ((70, "项目"), (175, "预算数"), (225, "项目"), (290, "预算数")):
            sheet.text(x, 80, text)
        for at, (name, amount) in enumerate(zip(names, ("71.30", "40.20", ""), strict=True)):
            top = 100 + 29 * at
            sheet.text(60, top, name[0])
            sheet.text(60, top + LEADING, name[1])
            right(sheet, 205, top + LEADING / 2, amount)
            sheet.text(212, top + LEADING / 2, f"{'五六七'[at]}、其他支出")
        for at, amount in enumerate(("30.10", "55.50", "25.90")):
            sheet.text(212, 187 + 17 * at, f"{'八九十'[at]}、其他支出")
            right(sheet, 320, 187 + 17 * at, amount)

    read = [cell.text for grid in read_pdf(draw).grids for cell in grid.cells]
    for amount in ("71.30", "40.20", "30.10", "55.50", "25.90"):
        assert read.count(amount) == 1
    assert {"".join(name) for name in names} <= set(read)


def test_the_rest_of_a_name_goes_back_over_the_numbers_of_the_columns() -> None:
    """A page repeats the head with the numbers of its columns; below them stands the rest of a row."""

    def top_of(sheet: Sheet) -> None:
        heads(sheet, 60)
        sheet.text(130, 78, "栏次")
        right(sheet, 290, 78, "1")

    first_rows = (*FORESTS[:5], (("2130234",), ("林业草原防", "灾减灾支"), "30.60"))

    def first(sheet: Sheet) -> None:
        top_of(sheet)
        printed(sheet, 96, first_rows, 0.0)

    def second(sheet: Sheet) -> None:
        top_of(sheet)
        sheet.text(120, 96, "出")
        printed(sheet, 113, (FORESTS[5], (("2130299",), ("其他支出",), "9.10")), 0.0)

    one, two = read_pdf(first, second).grids
    assert texts(one)[-1] == ["2130234", "林业草原防灾减灾支出", "30.60"]
    assert texts(two)[1:] == [["", "栏次", "1"], WHOLE[5], ["2130299", "其他支出", "9.10"]]


def test_numbers_of_columns_do_not_hide_that_amounts_end_before_their_label() -> None:
    """Labels and numbers of columns stand at the left of wide columns, amounts at the right: the next label is nearer."""

    def draw(sheet: Sheet) -> None:
        labels = (
            (60, "项目", "栏次"),
            (200, "合计", "1"),
            (292, "一般公共预算财政拨款", "2"),
            (420, "国有资本经营预算", "3"),
        )
        for x, label, number in labels:
            sheet.text(x, 80, label)
            sheet.text(x, 98, number)
        for at, (name, whole, own) in enumerate(
            (("林业和草原", "611.25", ""), ("湿地保护", "147.00", "147.00"), ("支出合计", "758.25", "147.00"))
        ):
            sheet.text(60, 116 + 18 * at, name)
            right(sheet, 290, 116 + 18 * at, whole)
            right(sheet, 520, 116 + 18 * at, own)

    read = {cell.text for grid in read_pdf(draw).grids for cell in grid.cells}
    assert not {"611.25", "147.00", "758.25"} & read


@pytest.mark.parametrize("how", ["middle", "bottom"])
def test_names_above_the_first_figures_are_rows_where_one_side_has_none(how: str) -> None:
    """An amount that stands alone between the lines of its name is no row by itself, and a numbered name no header."""
    items = ((*ITEMS[0][:3], ""), *ITEMS[1:])
    file = read_pdf(two_sides(HOW[how], items=items))
    assert [texts(grid)[1:] for grid in file.grids] == [[[*SIDES[0][:3], ""], *SIDES[1:]]]


def test_a_line_that_may_be_of_either_of_two_names_leaves_both_with_a_sign() -> None:
    """It stands as far from the name above as from the one below, both are full, and no other name has several lines."""

    def draw(sheet: Sheet) -> None:
        heads(sheet, 70)
        for y, code, name, amount in (
            (100, "21301", "农业农村支出项", "958.40"),
            (112, "", "林业草原水利事", ""),
            (124, "21302", "湿地保护和恢复", "411.25"),
            (148, "21303", "水利", "147.00"),
        ):
            sheet.text(60, y, code)
            sheet.text(120, y, name)
            right(sheet, 300, y, amount)

    assert texts(read_pdf(draw).grids[0])[1:] == [
        ["21301", "农业农村支出项\ufffd", "958.40"],
        ["", "林业草原水利事", ""],
        ["21302", "湿地保护和恢复\ufffd", "411.25"],
        ["21303", "水利", "147.00"],
    ]


def test_a_total_is_a_row_of_its_own_however_near_the_name_above_it_is() -> None:
    def draw(sheet: Sheet) -> None:
        heads(sheet, 70)
        for y, name, amount in (
            (100, "一、林业拨款", "85.00"),
            (122, "二、事业收入", "12.50"),
            (144, "三、其他收入", ""),
            (159, "收入总计", "97.50"),
        ):
            sheet.text(120, y, name)
            right(sheet, 300, y, amount)

    rows = texts(read_pdf(draw).grids[0])[1:]
    assert [[cell for cell in row if cell] for row in rows[-2:]] == [["三、其他收入"], ["收入总计", "97.50"]]


def vehicles(high: Sequence[float]) -> Draw:
    """三公 as one row, with the labels of one column at three heights: below nothing, below a label of several, the second line of one."""
    upper, lower, rest = high

    def draw(sheet: Sheet) -> None:
        labels = ((60, upper, "合计"), (120, upper, "因公出国费"), (230, 80, "公务用车购置及运行维护费用"))
        labels += (
            (204, lower, "小计"),
            (268, rest - 12, "公务用车购"),
            (285, rest, "置费"),
            (350, lower, "运行维护费"),
        )
        for x, y, label in (*labels, (440, upper, "公务接待费")):
            sheet.text(x, y, label)
        amounts = ("31.90", "4.10", "22.30", "14.00", "8.30", "5.50")
        for row in range(3):
            for x, amount in zip((85, 165, 226, 320, 396, 486), amounts, strict=True):
                right(sheet, x, 124 + 18 * row, amount)

    return draw


def test_a_sum_below_no_label_of_several_columns_leaves_a_table_undivided() -> None:
    """Where labels stand at the top of their cells, the one over three columns is level with those of one."""
    read = {cell.text for grid in read_pdf(vehicles((80, 92, 104))).grids for cell in grid.cells}
    assert not {"22.30", "14.00", "8.30"} & read
    (grid,) = read_pdf(vehicles((92, 98, 104))).grids
    spans = {cell.text: (cell.column, cell.columns) for cell in grid.cells}
    assert spans["公务用车购置及运行维护费用"] == (2, 3)
    assert spans["小计"] == (2, 1)
