"""Columns aligned by blanks: what stands above which."""

from __future__ import annotations

from hrss_tui.sources.formats.text.blanks import find


def test_two_labels_above_one_column_beside_one_without_leave_no_table() -> None:
    lines = [
        "站名        上半年        全年           人次",
        "东站           31    1,074,358.20        260",
        "西站           28      893,116.40        930",
        "南站          109    2,236,874.30        418",
    ]
    shifted = [lines[0].replace("全年           人次", "全年  人次"), *lines[1:]]
    assert list(find(lines, [True] * 4))
    assert not list(find(shifted, [True] * 4))


def test_amounts_that_a_narrow_column_broke_leave_no_table() -> None:
    lines = [
        "站名          全年     上半年",
        "东站    1,074,358.     31.20",
        "                20",
        "西站    2,893,116.     28.10",
        "                45",
    ]
    assert not list(find(lines, [True] * 5))
    whole = [line.replace(".     ", ".20  ") for line in lines if "  " in line.strip()]
    assert list(find(whole, [True] * 3))


def test_columns_where_every_character_takes_one_place_are_of_a_page_and_no_table_of_a_text() -> None:
    rows = [
        ("站名", "全年", "上半年"),
        ("东站", "1,074.20", "31.20"),
        ("西南综合服务站", "893.40", "28.10"),
        ("北站大厅", "36.70", "9.40"),
    ]
    by_width = [f"{name}{'　' * (8 - len(name))}{one:>12}{two:>12}" for name, one, two in rows]
    by_character = [f"{name:<10}{one:>12}{two:>12}" for name, one, two in rows]
    assert list(find(by_width, [True] * 4))
    assert not list(find(by_character, [True] * 4))


def test_numbers_of_rows_and_amounts_without_their_nought_are_no_pieces() -> None:
    lines = [
        "序号  站名    全年     上半年",
        "1.    东站    74.20     31.20",
        "2.    西站    53.10     28.40",
    ]
    assert list(find(lines, [True] * 3))
    lines = [
        "站名    全年     上半年",
        "东站    74.20     31.20",
        "西站      .93       .28",
        "北站    53.10     28.40",
    ]
    assert list(find(lines, [True] * 4))
    lines = ["站名  全年   上半年", "东站   7420      31", "西站    .93     .28"]
    assert not list(find(lines, [True] * 3))


def test_a_last_row_below_a_table_belongs_to_it_though_its_words_end_elsewhere_by_characters() -> None:
    lines = [
        "人员                             公用",
        "站名           全年     上半年   站名         全年",
        "东站           412.35   30.20    水电         58.14",
        "西南综合站     180.10   21.50    邮电         6.64",
        "",
        "人员合计                51.70    公用合计     64.78",
        "注：本表反映各站本年度明细情况。",
    ]
    (table, rest) = find(lines, [True] * 7)
    assert (table.first, table.last, rest.first) == (1, 4, 6)


def test_a_table_set_to_the_left_is_one_where_ends_meet_by_characters() -> None:
    lines = [
        "项目名称            人数        金额",
        "维修员              5586        2800.33",
        "收银员              2034        972.30",
        "养老护理            10259       6757.22",
    ]
    assert list(find(lines, [True] * 4))
