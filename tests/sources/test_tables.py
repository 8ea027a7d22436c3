"""Tables from grids: cells with their places and what they cover, segments with their pages."""

from collections.abc import Sequence

import pytest

from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import Page, SourceFile
from hrss_tui.sources.paragraphs import Kind, raw_blocks, whole_lines
from hrss_tui.sources.tables import Table
from hrss_tui.sources.text import Span
from tests.sources.grids import file, grid, lines

ROWS = [
    ["科目|2|1", "^", "预算数|1|2"],
    ["编码", "名称", "^"],
    ["20801", "就业管理", "31.50"],
]

Rows = Sequence[Sequence[str]]


def tables(made: SourceFile) -> list[Table]:
    return [table for document in parse(made) for table in document.tables]


def test_a_row_has_one_cell_a_column_and_covered_places_say_so() -> None:
    (table,) = tables(file("支出总表", ROWS))
    first, second, third = table.rows
    assert table.title == "支出总表"
    assert first.texts() == ["科目", "", "预算数"]
    assert [(cell.columns, cell.rows, cell.covered) for cell in first.cells] == [
        (2, 1, False),
        (1, 1, True),
        (1, 2, False),
    ]
    assert [cell.covered for cell in second.cells] == [False, False, True]
    assert third.cells[2].span == Span(4, 11, 16)


def test_title_and_captions_inside_the_grid_are_those_of_the_table() -> None:
    head = [["收入总表|3|1", "^", "^"], ["填报部门：甲局|2|1", "^", "单位：万元"]]
    (table,) = tables(file([*head, *ROWS]))
    assert table.title == "收入总表"
    assert [text for _, text in table.captions] == ["填报部门：甲局", "单位：万元"]
    assert len(table.rows) == 3
    assert table.segments[0].captioned


def test_a_value_in_the_cell_after_its_caption_belongs_to_it() -> None:
    head = [["编制部门：", "甲局", "单位：元"]]
    blocks = raw_blocks(whole_lines(lines([*head, *ROWS])), [grid([*head, *ROWS])])
    assert [block.text.text for block in blocks if block.kind is Kind.NOTE] == ["编制部门：甲局", "单位：元"]
    assert blocks[0].text.spans(5, 7) == (Span(1, 6, 8),)


def test_each_grid_is_a_segment_with_its_page() -> None:
    pages = (Page(1, "1", 1, 4), Page(2, "2", 5, 7))
    made = file("支出总表", ROWS, ROWS, pages=pages)
    (table,) = tables(made)
    assert [(s.page.number if s.page else None, len(s.rows)) for s in table.segments] == [(1, 3), (2, 3)]
    assert table.segments[0].grid == made.grids[0]


INDICATORS = [["指标", "单位", "2031年1-6月"], ["参加失业保险人数", "万人", "48.2"], ["合计", "", "48.2"]]
MONEY = [
    ["科目编码", "科目名称", "合计", "基本支出"],
    ["", "合计", "90.00", "60.00"],
    ["20801", "就业管理", "90.00", "60.00"],
]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (INDICATORS, [["项目", "2031年6月", "比上月增减"], ["参加工伤保险人数", "36.1", "0.2"]]),
        (
            MONEY,
            [
                ["科目编码", "科目名称", "合计", "人员经费"],
                ["", "合计", "60.00", "50.00"],
                ["301", "工资", "60.00", "50.00"],
            ],
        ),
        (MONEY, [["项目名称", "金额"], ["招聘会", "30.00"]]),
    ],
)
def test_a_header_of_other_words_over_other_rows_begins_a_table(first: Rows, second: Rows) -> None:
    one, other = tables(file("支出总表", first, second))
    assert [row.texts() for row in one.rows] == first
    assert (other.title, [row.texts() for row in other.rows]) == ("", second)


@pytest.mark.parametrize(
    "second",
    [
        [["科目编码", "科目名称", "合计", "基本支出"], ["21301", "水利", "30.00", "30.00"]],
        [["21301", "水利", "30.00", "30.00"]],
        [["科目编码", "科目名称", "项目支出"], ["20801", "就业管理", "30.00"]],
        [["科目编码", "科目名称", "合计", "基本支出（万元）"], ["21301", "水利", "30.00", "30.00"]],
    ],
    ids=["header repeated", "no header", "further columns of the same rows", "header told otherwise"],
)
def test_what_goes_on_is_no_other_table(second: Rows) -> None:
    (table,) = tables(file("支出总表", MONEY, second))
    assert len(table.segments) == 2


def test_lines_of_whole_paragraphs_are_not_joined() -> None:
    made = file("县里开展了就业服务，帮助", "群众找到工作", "# 号开头")
    assert [block.text.text for block in parse(made)[0].blocks][:2] == [
        "县里开展了就业服务，帮助",
        "群众找到工作",
    ]


def test_a_tab_that_indents_prose_makes_no_row() -> None:
    made = SourceFile(
        "a.txt", "", "utf-8", ("\t去年全县新增就业九百人。", "", "\t其中女性四百人。", "甲\t1", "\t2")
    )
    kinds = [block.kind for block in parse(made)[0].blocks]
    assert kinds == [Kind.PARAGRAPH, Kind.TABLE_ROW, Kind.TABLE_ROW, Kind.TABLE_ROW]


def test_captions_side_by_side_in_a_line_are_notes() -> None:
    made = SourceFile("a.txt", "", "utf-8", ("支出总表", "编制部门：甲局\t\t单位：万元", "甲\t1"))
    (table,) = tables(made)
    assert [text for _, text in table.captions] == ["编制部门：甲局", "单位：万元"]


@pytest.mark.parametrize(
    "line",
    [
        "云岭市人力资源和社会保障局　2036年10月15日",
        "2036年10月15日 云岭市就业服务中心",
        "（云岭市人民政府办公室 二〇三六年十月十五日）",
    ],
)
def test_who_signs_and_when_is_no_title_of_the_table_below(line: str) -> None:
    rows = ["指标", "单位", "完成数"], ["甲类培训", "人", "260"], ["乙类培训", "人", "310"]
    (table,) = tables(file("2036年1—9月全市技能培训完成情况", line, rows))
    assert table.title == "2036年1—9月全市技能培训完成情况"
