"""What tells rows of one name apart."""

from __future__ import annotations

from hrss_tui.tui.desk.apart import apart, brief


def test_what_has_no_equal_is_left_as_it_is() -> None:
    assert apart(["甲", "乙"], [["x"], ["x"]]) == ["", ""]


def test_equals_say_the_nearest_thing_in_which_they_differ() -> None:
    under = [["同", "收入", "1"], ["同", "支出", "2"], ["别", "支出", "3"]]
    assert apart(["基本支出", "基本支出", "公用经费"], under) == ["收入", "支出", ""]


def test_what_all_stand_under_tells_nothing_and_the_place_does() -> None:
    assert apart(["甲", "甲"], [["同", "d:3"], ["同", "d:9"]]) == ["d:3", "d:9"]
    assert apart(["甲", "甲", "甲"], [["x", "d:3"], ["y", "d:4"], ["y", "d:5"]]) == ["d:3", "d:4", "d:5"]


def test_equals_of_which_nothing_is_known_stay_equal() -> None:
    assert apart(["甲", "甲"], [[], []]) == ["", ""]


def test_headings_are_named_by_what_they_are_about() -> None:
    assert brief("四、关于某县水务局 2031 年收入预算情况说明") == "收入预算"
    assert brief("（二）财政拨款支出决算具体情况") == "财政拨款支出决算具体"
    assert brief("3．项目支出") == "项目支出"
    assert brief("2031年度部门决算情况说明") == "部门决算"
    assert brief("说明") == "说明"
    assert brief("2031年") == "2031年"
