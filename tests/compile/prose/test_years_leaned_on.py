"""Parts of years that lean on another word: of next year, of the year before beside this one's, of the month before."""

from __future__ import annotations

import pytest

from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_STORY = "东岭县就业形势平稳\n\n东岭日报 2033-11-21\n\n"


@pytest.mark.parametrize(
    ("word", "period"),
    [
        ("明年一季度", "2034-01/2034-03"),
        ("明年上半年", "2034-01/2034-06"),
        ("明年前两个月", "2034-01/2034-02"),
        ("明年3月", "2034-03"),
        ("来年二季度", "2034-04/2034-06"),
        ("前年四季度", "2031-10/2031-12"),
        ("前年5月", "2031-05"),
    ],
)
def test_a_part_of_next_year_or_of_the_one_before_last_is_none_of_this_one(word: str, period: str) -> None:
    assert told(f"{_STORY}{word}，全县新增就业 640 人。", "period") == [("640", period)]


@pytest.mark.parametrize("times", ["二季度、去年三季度", "8月、去年9月", "上半年、2032年三季度"])
def test_each_of_several_times_that_a_figure_is_measured_against_is_none_of_its_own(times: str) -> None:
    text = f"{_STORY}三季度，调查失业率为 5.4%，分别比{times}高 0.3 个和 0.2 个百分点。"
    assert [row[1] for row in told(text, "period")] == ["2033-07/2033-09"] * 3


def test_the_same_time_last_year_is_that_of_this_years_and_not_of_another_month_beside_it() -> None:
    text = f"{_STORY}今年10月，全县新增就业 712 人，去年12月为 865 人，去年同期为 698 人。"
    assert [row[1] for row in told(text, "period")] == ["2033-10", "2032-12", "2032-10"]


def test_what_is_told_behind_a_level_of_last_year_is_of_this_one_again() -> None:
    text = f"{_STORY}今年前三季度，新增就业 5210 人，去年三季度为 1630 人。9月当月新增就业 590 人。"
    assert [row[1] for row in told(text, "period")] == ["2033-01/2033-09", "2032-07/2032-09", "2033-09"]


@pytest.mark.parametrize("word", ["上月底", "上个月末", "正月初八"])
def test_a_day_that_no_text_says_is_that_of_no_figure(word: str) -> None:
    text = f"{_STORY}截至11月20日，全县新增就业 6120 人。{word}，登记失业率 3.7%。"
    assert told(text, "period") == [("6120", "2033-11-20"), ("3.7", None)]


def test_the_end_of_the_month_before_is_a_day_where_the_paper_is_of_a_month() -> None:
    text = "2033年10月份全县就业形势分析\n\n10月份，新增就业 720 人。上月末，登记失业率 3.7%。"
    assert told(text, "period") == [("720", "2033-10"), ("3.7", "2033-09-30")]


@pytest.mark.parametrize(
    ("first", "year"),
    [
        ("今年前三季度，全县新增就业 5210 人。", 2033),
        ("今年1—10月，全县新增就业 5210 人。", 2033),
        ("县里召开了就业工作座谈会。", 2032),
        ("今年11月20日，县里召开座谈会。", 2032),
    ],
)
def test_a_year_named_behind_months_of_this_one_is_not_that_of_the_news(
    first: str, year: int, tmp_path: pytest.TempPathFactory
) -> None:
    text = f"{_STORY}{first}\n\n2032年底，全县技能人才 4.1 万人。\n"
    (row,) = compile_text(text, tmp_path)["documents"]
    assert row["year"] == year
