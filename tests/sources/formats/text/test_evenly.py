"""Tables whose rows hold equally many cells, parted by blanks that align nothing."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.text.evenly import find
from hrss_tui.sources.formats.text.reader import read

ROWS = ("县（区）　新增就业　援助对象", "东岭县　1,200　36", "合　计 　2300　≥70")


def tables(*lines: str) -> list[list[list[str]]]:
    found = find(lines, [True] * len(lines))
    return [[[cell.text for cell in row if cell] for row in table.rows] for table in found]


def test_rows_of_as_many_cells_are_a_table() -> None:
    rows = (*ROWS[:2], "西河区　1100　—", "全市　2300　72%")
    assert tables("目标任务分解表", *rows, "（单位：人。）") == [[row.split("　") for row in rows]]


def test_a_name_that_is_set_apart_is_one_cell() -> None:
    (table,) = find(ROWS, [True] * 3)
    name = table.rows[2][0]
    assert name is not None and (name.text, name.start, name.end) == ("合计", 0, 3)
    assert [cell.text for cell in table.rows[2][1:] if cell] == ["2300", "≥70"]


def test_labels_that_stand_beside_their_figures_by_chance_do_not_name_them() -> None:
    lines = (
        "地区　　目标数（人）　　完成数（人）　　完成率（%）",
        "东岭县　　510　　530　　103.9",
        "西河区　　300　　270　　90.0",
        "合　计　　810　　800　　98.8",
    )
    (grid,) = read("\n".join(lines).encode(), "a.txt", Limits()).grids
    places = {(cell.row, cell.column): cell.text for cell in grid.cells}
    assert [places[3, column] for column in range(4)] == ["合计", "810", "800", "98.8"]


def test_where_a_cell_stands_is_kept() -> None:
    (table,) = find(("", *ROWS[:2], "西河区　9　8"), [True] * 4)
    cell = table.rows[1][1]
    assert (table.first, table.last, table.ruled) == (2, 4, False)
    assert cell is not None and (cell.line, cell.start, cell.end) == (3, 4, 9)


@pytest.mark.parametrize(
    "lines",
    [
        (*ROWS[:2], "西　河　区　36"),  # fewer figures than labels
        ("人员　　资金", *ROWS[:2], "西河区　9　8"),  # labels of groups of columns above
        (*ROWS[:2], "西河区　9　8", "南山县　7"),
        ROWS[:2],
        ("一、就业　二、社保　三、人才", "全年　新增就业1200人　培训36期", "参保　2300人　70场"),
        ("姓名　单位　电话", "张三　人社局　12333", "李四　社保局　12345"),
    ],
)
def test_what_is_not_even_is_no_table(lines: tuple[str, ...]) -> None:
    assert tables(*lines) == []
