"""A change told behind the level of the year before is of this year, where the two levels prove it."""

from __future__ import annotations

import pytest

from tests.compile.prose.test_progress_reports import told

_REPORT = "东岭县民政局2033年工作总结\n\n"


@pytest.mark.parametrize("before", ["上年", "去年", "2032年", "上年救助"])
@pytest.mark.parametrize("change", ["增加 50 人次", "增长 4%", "同比增加 50 人次"])
def test_a_change_behind_the_year_before_is_of_this_year(before: str, change: str) -> None:
    text = f"{_REPORT}2033年救助 1300 人次，{before} 1250 人次，{change}。"
    assert [row[1] for row in told(text, "period")] == ["2033", "2032", "2033"]


def test_the_rate_behind_such_a_change_is_of_this_year_too() -> None:
    text = f"{_REPORT}2033年救助 1300 人次，上年 1250 人次，增加 50 人次，增长 4%。"
    assert [row[1] for row in told(text, "period")] == ["2033", "2032", "2033", "2033"]


def test_a_change_that_the_two_levels_do_not_make_stays_with_the_last() -> None:
    text = f"{_REPORT}2033年救助 1300 人次，2032年救助 1250 人次，增长 9%。"
    assert [row[1] for row in told(text, "period")] == ["2033", "2032", "2032"]


def test_a_year_before_does_not_count_back_from_another() -> None:
    text = f"{_REPORT}救助 1300 人次，上年计划数 1400 人次，上年执行数 1250 人次。上年培训 36 人，今年培训 42 人。"
    assert [row[1] for row in told(text, "period")] == ["2033", "2032", "2032", "2032", "2033"]
