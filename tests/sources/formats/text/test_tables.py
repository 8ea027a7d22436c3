"""Tables in texts, whatever they are drawn with: the same cells, each where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.text.reader import read
from tests.robustness.steps import steps

CELLS = [
    ["编码", "名称", "合计", "项目"],
    ["20801", "就业", "31.50", ""],
    ["20802", "民政、养老", "1,200.00", "9.00"],
    ["", "总计", "1,231.50", "9.00"],
]
FORMS = {
    "pipe": "\n".join(f"| {' | '.join(row)} |" for row in CELLS),
    "markdown": "\n".join(["|编码|名称|合计|项目|", "|:--|---|--:|---|", *(f"|{'|'.join(row)}|" for row in CELLS[1:])]),
    "bare": "\n".join("｜".join(row) for row in CELLS),
    "drawn": "\n".join(["┌──┬──┬──┬──┐", *("│" + "│".join(row) + "│\n├──┼──┼──┼──┤" for row in CELLS)]),
    "csv": "\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in CELLS),
    "semicolons": "\n".join(";".join(row) for row in CELLS),
    "html": "<table>\n" + "\n".join("\t<tr>" + "".join(f"<td> {cell} </td>" for cell in row) + "</tr>" for row in CELLS) + "\n</table>",
    "one line": "<TABLE>" + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in CELLS) + "</TABLE>",
    "blanks": (
        "编码    名称         合计   项目\n"
        "20801   就业        31.50\n"
        "20802   民政、养老  1,200.00  9.00\n"
        "        总计        1,231.50  9.00"
    ),
}  # fmt: skip


def made(table: str) -> SourceFile:
    text = f"支出总表\n\n{table}\n\n以上是全部的支出，没有别的。\n"
    return read(text.encode(), "a.txt", Limits())


def test_a_break_within_the_words_of_a_cell_is_none() -> None:
    broken = FORMS["markdown"].replace("民政、", "民政、<br>").replace("总计", "总<br/>计")
    (table,) = parse(made(broken))[0].tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == CELLS


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_rows(form: str) -> None:
    file = made(FORMS[form])
    (table,) = parse(file)[0].tables
    assert table.title == "支出总表"
    assert [row.texts() for row in table.rows] == CELLS


@pytest.mark.parametrize("form", FORMS)
def test_every_cell_stands_where_it_says(form: str) -> None:
    file = made(FORMS[form])
    (table,) = parse(file)[0].tables
    for row in table.rows:
        for cell in row.cells:
            assert file.lines[cell.span.line - 1][cell.span.start : cell.span.end] == cell.text


def test_rows_on_one_line_are_blocks_of_their_own() -> None:
    rows = [block for block in parse(made(FORMS["one line"]))[0].blocks if "\t" in block.text.text]
    assert [block.text.line_start for block in rows] == [3, 3, 3, 3]
    assert len({block.text.runs[0].start for block in rows}) == 4


def test_spans_of_pasted_tables_are_kept_and_words_beside_them() -> None:
    file = made(
        "单位：万元<table><tr><td colspan=2>科目<td rowspan=2>预算数<tr><td>编码<td>名称<tr><td>1<td>甲<td>2</table>注：试行"
    )
    (table,) = parse(file)[0].tables
    assert [row.texts() for row in table.rows] == [
        ["科目", "", "预算数"],
        ["编码", "名称", ""],
        ["1", "甲", "2"],
    ]
    assert [cell.covered for cell in table.rows[1].cells] == [False, False, True]
    assert [text for _, text in table.captions] == ["单位：万元", "注：试行"]


def test_a_whole_file_of_values_has_its_title_and_captions() -> None:
    text = "收入总表,,,\n编制部门：甲局,,,单位：万元\n编码,名称,合计,项目\n20801,就业,31.50,\n20802,民政,9.00,9.00\n"
    (table,) = parse(read(text.encode(), "a.csv", Limits()))[0].tables
    assert table.title == "收入总表"
    assert [text for _, text in table.captions] == ["编制部门：甲局", "单位：万元"]
    assert len(table.rows) == 3


def values(text: str) -> SourceFile:
    return read(text.encode(), "a.csv", Limits())


def of_values(text: str) -> list[list[str]]:
    (table,) = parse(read(f"支出表\n单位：万元\n{text}".encode(), "a.csv", Limits()))[0].tables
    return [row.texts() for row in table.rows]


def test_a_value_in_quotes_may_hold_ends_of_lines() -> None:
    file = values('编码,"名\n称","Basic\npay"\n208,"就\n\n业",4.00\n210,卫生,"1.00\n"\n20801,"a,b",3.00\n')
    (grid,) = file.grids
    assert (grid.first, grid.last, grid.rows) == (1, 9, 4)
    placed = {cell.text: (cell.line, cell.start, cell.end) for cell in grid.cells}
    assert placed["名称"] == (1, 4, 5)
    assert placed["Basic pay"] == (2, 4, 9)
    assert placed["4.00"] == (6, 3, 7)
    assert placed["1.00"] == (7, 8, 12)
    assert placed["a,b"] == (9, 7, 10)


def test_the_line_that_names_the_sign_between_values_is_none_of_them() -> None:
    for sign in ",;":
        file = values(f"sep={sign}\n地区{sign}就业（人）\n甲县{sign}12\n乙县{sign}13\n")
        (grid,) = file.grids
        assert (grid.first, grid.last, grid.columns, file.lines[0]) == (2, 4, 2, "")


@pytest.mark.parametrize(
    "rows",
    [
        ("年份,就业", "2031,120", "2032,135"),
        ("编码,合计", "208,120.50", "20801,99.50", "20802,121.00"),
        ("名称,合计", "项目9,7.5", "项目10,108.5", "项目11,230"),
        ("编码,上年,本年", "208,120,130", "210,1.5,9.5", "211,100,120"),
        ("地区,就业", "甲县,12人", "乙县,130 人", "合计,142人"),
        ("指标,2031年", "失业率,3.1%左右", "参保率,不低于98.5%", "新增就业,12万人以上", "创业,8人"),
    ],
)
def test_values_of_three_digits_behind_digits_are_no_thousands(rows: Sequence[str]) -> None:
    """Their lines were taken for numbers (208,120), and what stood in them was lost."""
    (grid,) = values("\n".join(rows)).grids
    found = [[cell.text for cell in grid.cells if cell.line == at] for at in range(1, len(rows) + 1)]
    assert found == [row.split(",") for row in rows]


def test_a_value_that_is_to_be_a_text_is_without_what_makes_it_one() -> None:
    (grid,) = values('地区,就业（人）\n甲县,="012"\n乙县,="13"\n').grids
    assert [(cell.text, cell.start, cell.end) for cell in grid.cells if cell.line > 1][1::2] == [
        ("012", 5, 8),
        ("13", 5, 7),
    ]


def test_numbers_below_words_are_numbers() -> None:
    for text in ("注,见下\n1,234\n5,678\n9,012\n", "1,234\n5,678\n9,012\n"):
        assert values(text).grids == ()


@pytest.mark.parametrize("cell", ["  4.00", "4.00   ", '"  4.00 "', "    4.00    "])
def test_blanks_around_a_value_are_none_of_it(cell: str) -> None:
    found = of_values(f"编码,名称,合计\n208,  就业,{cell}\n210,卫生,1.00\n211,环保,  2.00\n")
    assert found[1] == ["208", "就业", "4.00"]
    assert len(found) == 4


def test_a_quote_that_is_never_closed_takes_no_other_line() -> None:
    text = "编码,名称,合计\n208,就业,4.00\n210,卫生,1.00\n" + '211,"环保,2.00\n' * 40
    (first, *_) = values(text).grids
    assert (first.first, first.last) == (1, 3)


@pytest.mark.parametrize(
    "prose",
    [
        "首页 | 公开 | 正文",
        "全县新增就业, 失业, 再就业人员, 都有增长。\n第二句, 没有, 表。",
        "甲局                2031年1月1日",
        "一、概况      1\n二、收支      3\n三、名词      9\n四、附件      12",
        "张 三  李 四",
    ],
)
def test_prose_with_such_signs_is_no_table(prose: str) -> None:
    assert not made(prose).grids


@pytest.mark.parametrize(
    "piece", ["|", "|-|\n", "---\n", "a,b,c\n", '"', '",', "  1", "<table>", "<td>", "a  1  2\n", "┼\n"]
)
def test_hostile_texts_take_work_in_proportion_and_keep_what_stands_before_them(piece: str) -> None:
    def texts(pieces: int) -> list[str]:
        found = parse(read(f"甲乙丙丁\n\n{piece * pieces}".encode(), "a.txt", Limits(cells=10**6)))
        return [block.text.text for document in found for block in document.blocks]

    assert texts(5_000)[0].startswith("甲乙丙丁")
    assert steps(lambda: texts(5_000)) < 2.6 * steps(lambda: texts(2_500)) + 1_000


def test_two_values_a_line_are_a_table_where_the_second_is_a_figure() -> None:
    lines = ["项目,预算数", "合  计,64", "因公出国（境）费,37", "公务接待费,2"]
    (grid,) = read("\n".join(lines).encode(), "a.csv", Limits()).grids
    texts = [cell.text for cell in grid.cells]
    assert texts == [text for line in lines for text in line.split(",")]


def test_a_total_alone_on_the_next_page_stands_in_the_columns_of_the_rows_above() -> None:
    page = "编码   名称      合计    基本\n20801  就业     31.50   30.00\n20802  民政  1,200.00   10.00\n\n"
    rows = [
        row for table in parse(made(page + "       总计  1,231.50  40.00"))[0].tables for row in table.rows
    ]
    assert rows[-1].texts() == ["", "总计", "1,231.50", "40.00"]


@pytest.mark.parametrize("line", ["总计  1,231.50", "20803  1,231.50  40.00", "总计  1,231.50  40.00  元"])
def test_a_line_with_other_cells_than_the_rows_above_is_none_of_them(line: str) -> None:
    page = "编码   名称      合计      基本\n20801  就业     31.50     30.00\n20802  民政  1,200.00     10.00\n\n"
    rows = [row for table in parse(made(page + "甲  " + line))[0].tables for row in table.rows]
    assert [row.texts()[0] for row in rows] == ["编码", "20801", "20802"]


def read_text(text: str) -> SourceFile:
    return read(text.encode(), "a.csv", Limits())


def rows_of(*lines: str) -> list[list[str]]:
    file = read(("\n".join(lines) + "\n").encode(), "a.txt", Limits())
    return [row.texts() for table in parse(file)[0].tables for row in table.rows]


def test_captions_and_titles_at_once_above_aligned_columns_are_no_cells() -> None:
    rows = rows_of(
        "某局2031年部门预算",
        "",
        "部门：甲县民政局　　　　　　　　单位：万元",
        "公开表2　　收入总表",
        "编码    名称         合计",
        "20801   就业        31.50",
        "20802   民政、养老   9.00",
        "部门：甲县民政局　　　　　　　　单位：万元",
        "公开表3　　支出总表",
        "编码    名称           基本     项目",
        "20801   就业          30.50     1.00",
        "20802   民政、养老     9.00",
        "        其中：养老",
        "负责人：王某      （公章）       制表人：李某",
    )
    assert rows == [
        ["编码", "名称", "合计"],
        ["20801", "就业", "31.50"],
        ["20802", "民政、养老", "9.00"],
        ["编码", "名称", "基本", "项目"],
        ["20801", "就业", "30.50", "1.00"],
        ["20802", "民政、养老", "9.00", ""],
        ["", "其中：养老", "", ""],
    ]


@pytest.mark.parametrize("wide", [True, False])
def test_signs_may_be_as_wide_as_a_letter_or_twice(wide: bool) -> None:
    """Each ≤ and “ moves what follows by one where it counts as narrow."""
    less = 1 if wide else 0
    rows = rows_of(
        "目标表",
        "",
        "指标         甲县     乙县     丙县",
        "就业         8200     2600     1500",
        f"失业率       ≤3.5{' ' * (5 - less)}≤3.6{' ' * (5 - less)}≤3.7",
        f"“三次”{' ' * (7 - 2 * less)}71       82       93",
    )
    assert rows[2:] == [["失业率", "≤3.5", "≤3.6", "≤3.7"], ["“三次”", "71", "82", "93"]]


def test_the_name_of_a_total_may_reach_over_codes_and_names() -> None:
    rows = rows_of(
        "支出总表",
        "",
        "编码    名称           合计",
        "301     工资福利支出   31.50",
        "30101   基本工资       31.50",
        "人员经费合计           31.50",
    )
    assert rows[1:] == [
        ["301", "工资福利支出", "31.50"],
        ["30101", "基本工资", "31.50"],
        ["人员经费合计", "", "31.50"],
    ]


def test_labels_of_two_characters_far_apart_are_one_and_full_figures_count() -> None:
    rows = rows_of(
        "收支总表",
        "",
        "收        入              支        出",
        "项目           预算数     项目       预算数",
        "一、甲项收入   ３１．５   一、乙项   ３１．５",
        "收入总计       ３１．５   支出总计   ３１．５",
    )
    assert ["".join(cell.split()) for cell in rows[0]] == ["收入", "", "支出", ""]
    assert rows[2] == ["一、甲项收入", "３１．５", "一、乙项", "３１．５"]


@pytest.mark.parametrize(
    "line",
    [
        "农林水支出(类)水利(款)水利工程(项):支出决算为{n}.5万元,完成预算的9{n}%,决算数与预算数持平。",
        "2033年支出{n},412.5元,占支出总预\n算的1{n}.5%,同比减少 {n}3.5 元,下降 4.0{n} %",
    ],
)
def test_sentences_with_commas_of_half_a_width_are_no_table(line: str) -> None:
    text = "支出决算情况\n\n" + "\n".join(line.format(n=n) for n in range(3, 7)) + "\n"
    assert not read(text.encode(), "a.txt", Limits()).grids


def test_values_with_words_around_a_few_of_them_are_a_table_all_the_same() -> None:
    text = "支出表\n\n项目,预算,说明\n差旅费,3.5,其中市内1.2万元\n会议费,4.5,比上年减少2.1万元\n培训费,-,共办3期\n"
    assert len(read(text.encode(), "a.txt", Limits()).grids) == 1


def test_figures_that_all_stand_in_quotes_are_values_beside_remarks_that_hold_some() -> None:
    rows = [f'丙{n}县,"1{n},400","2{n},360",含园区{n}8人' for n in range(3, 7)]
    text = "\n".join(["就业情况表", "", "地区,新增就业,再就业,备注", *rows, ""])
    (grid,) = read(text.encode(), "a.txt", Limits()).grids
    assert [cell.text for cell in grid.cells if cell.row == 1] == ["丙3县", "13,400", "23,360", "含园区38人"]


def test_the_quotes_of_a_line_that_is_one_value_are_none_of_its_text() -> None:
    rows = [
        ["科目编码", "科目名称", "合计"],
        ["213", "农林水支出", "1,840.50"],
        ["21303", "水利", "1,840.50"],
    ]
    table = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    text = f'"某县水利局2031年部门预算公开"\n"部门支出总表"\n{table}\n'
    (document,) = parse(read_text(text))
    assert [block.text.text for block in document.blocks][:2] == [
        "某县水利局2031年部门预算公开",
        "部门支出总表",
    ]
    assert document.tables[0].title == "部门支出总表"
    bare = '"稳就业"\n\n某县召开会议，研究就业工作。\n'
    assert read_text(bare).lines[0] == '"稳就业"'


@pytest.mark.parametrize(
    "rows",
    [
        ('"=""0120""",甲项,12.50', '"=""208""",乙项,"1,031.00"'),
        ('="0120";甲项;12.50', '="208";乙项;"1,031.00"'),
        ("'0120,甲项,12.50", '\'208,乙项,"1,031.00"'),
        ('"=""0120""","=""甲项""","=""12.50"""', '"=""208""","=""乙项""","=""1,031.00"""'),
    ],
)
def test_what_makes_a_value_a_text_may_stand_in_quotes_or_be_one_sign(rows: tuple[str, ...]) -> None:
    sign = ";" if ";" in rows[0] else ","
    text = "\n".join((sign.join(("编码", "名称", "金额")), *rows, sign.join(("", "合计", "1043.50"))))
    (grid,) = values(text).grids
    found = [cell for cell in grid.cells if cell.line in (2, 3)]
    assert [cell.text for cell in found] == ["0120", "甲项", "12.50", "208", "乙项", "1,031.00"]
    lines = text.splitlines()
    assert [lines[cell.line - 1][cell.start : cell.end] for cell in found] == [cell.text for cell in found]


def test_an_apostrophe_before_words_is_part_of_them() -> None:
    (grid,) = values("名称,金额\n'甲项',12\n乙项,13\n").grids
    assert [cell.text for cell in grid.cells if cell.line == 2] == ["'甲项'", "12"]
