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
