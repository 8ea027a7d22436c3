"""Rows that would look alike say what tells them apart."""

from __future__ import annotations

from hrss_tui.tui.widgets.alike import names_apart

WIDTHS = (12, 20)


def test_names_that_differ_stay_as_they_are() -> None:
    assert names_apart({"1": ("甲", "x"), "2": ("乙", "x")}, [0], [1], WIDTHS, "…") == {}


def test_equal_names_take_the_column_that_is_out_of_view() -> None:
    rows = {"1": ("人数", "农村"), "2": ("人数", "城市"), "3": ("家数", "城市")}
    assert names_apart(rows, [0], [1], WIDTHS, "…") == {"1": "人数 农村", "2": "人数 城市"}
    assert names_apart(rows, [0, 1], [], WIDTHS, "…") == {}


def test_of_several_columns_it_is_the_one_that_tells_most_apart() -> None:
    rows = {"1": ("人数", "甲", "x"), "2": ("人数", "甲", "y"), "3": ("人数", "乙", "z")}
    assert set(names_apart(rows, [0], [1, 2], (12, 9, 9), "…").values()) == {"人数 x", "人数 y", "人数 z"}


def test_names_that_are_cut_before_they_differ_keep_their_ends() -> None:
    rows = {"1": ("参加养老保险职工人数", ""), "2": ("参加养老保险退休人数", "")}
    assert names_apart(rows, [0], [], WIDTHS, "…") == {"1": "参加…职工人…", "2": "参加…退休人…"}
    assert names_apart(rows, [0], [], (20, 9), "…") == {}


def test_rows_that_say_the_same_everywhere_are_the_same() -> None:
    assert names_apart({"1": ("甲", "x"), "2": ("甲", "x")}, [0], [1], WIDTHS, "…") == {}


def test_a_code_is_never_given_up_for_what_comes_later() -> None:
    rows = {"1": ("表7 20899 补助支出甲乙丙丁戊己", ""), "2": ("表7 20899 补助支出子丑寅卯辰巳", "")}
    assert names_apart(rows, [0], [], (16, 9), "…") == {}


def test_what_would_look_like_a_third_row_is_left() -> None:
    rows = {
        "1": ("养老保险参保职工人数", ""),
        "2": ("养老保险参保退休人数", ""),
        "3": ("养老…职工人数", ""),
    }
    assert "1" not in names_apart(rows, [0], [], (13, 9), "…")
