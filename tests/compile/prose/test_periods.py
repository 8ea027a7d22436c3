"""Expressions of time as ISO 8601."""

import pytest

from hrss_tui.compile.prose.times.clock import Clock
from hrss_tui.compile.prose.times.moments import moments
from hrss_tui.compile.prose.times.stretches import is_span, year_of

CLOCK = Clock(year=2033, now=2034, last=2033)


@pytest.mark.parametrize(
    ("text", "period", "point"),
    [
        ("2031年", "2031", False),
        ("全年", "2033", False),
        ("年末", "2033-12-31", True),
        ("2031年末", "2031-12-31", True),
        ("截至2031年底", "2031-12-31", True),
        ("到2035年", "2035-12-31", True),
        ("截至2031年6月底", "2031-06-30", True),
        ("截至12月底", "2033-12-31", True),
        ("2032年2月", "2032-02", False),
        ("2032年2月底", "2032-02-29", True),
        ("2031年3月5日", "2031-03-05", True),
        ("2031—2034年", "2031/2034", False),
        ("2031-2035年上半年", "2031/2035-06", False),
        ("2031年至2034年", "2031/2034", False),
        ("上半年", "2033-01/2033-06", False),
        ("2031年上半年", "2031-01/2031-06", False),
        ("一季度", "2033-01/2033-03", False),
        ("2031年前三季度", "2031-01/2031-09", False),
        ("“十四五”期间", "2021/2025", False),
        ("“十三五”末", "2020-12-31", True),
        ("“十四五”以来", "2021/..", False),
        ("从2031年1月1日起", "2031-01-01/..", False),
        ("自2031年以来", "2031/..", False),
        ("2031年1—9月", "2031-01/2031-09", False),
        ("1-5月份", "2033-01/2033-05", False),
        ("2月至6月", "2033-02/2033-06", False),
        ("2031年前7个月", "2031-01/2031-07", False),
        ("前十个月", "2033-01/2033-10", False),
        ("3月份", "2033-03", False),
        ("9月末", "2033-09-30", True),
        ("今年一季度", "2034-01/2034-03", False),
        ("去年上半年", "2033-01/2033-06", False),
        ("上年末", "2032-12-31", True),
        ("上年度末", "2032-12-31", True),
        ("去年年底", "2033-12-31", True),
        ("前年底", "2032-12-31", True),
        ("当年末", "2033-12-31", True),
        ("同年底", "2033-12-31", True),
        ("今年", "2034", False),
        ("去年底", "2033-12-31", True),
        ("五年来", "2029/2033", False),
        ("过去三年", "2031/2033", False),
        ("近两年来", "2032/2033", False),
        ("这五年", "2029/2033", False),
        ("一年来", "2033", False),
        ("过去一年", "2033", False),
        ("刚刚过去的一年", "2033", False),
    ],
)
def test_period(text: str, period: str, point: bool) -> None:
    (found,) = moments(text, 0, len(text), CLOCK)
    assert (found.period, found.point, found.end) == (period, point, len(text))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("年初结余", "2033-01-01"),
        ("期初参保人数", "2033-01-01"),
        ("2031年初在册", "2031-01-01"),
        ("年初预算", None),
        ("年初确定的目标", None),
        ("比年初增加", None),
        ("年初以来", "2033"),
    ],
)
def test_the_beginning_of_a_year_dates_a_stock(text: str, period: str | None) -> None:
    found = moments(text, 0, len(text), CLOCK)
    assert [moment.period for moment in found] == ([period] if period else [])


def test_listed_years_are_one_moment_with_several_periods() -> None:
    (found,) = moments("2030年、2031年末和2032年", 0, 18, CLOCK)
    assert found.several == ("2030", "2031-12-31", "2032")


@pytest.mark.parametrize(
    "text", ["完成全年目标任务的", "占年度土地供应量的", "占2031年总支出的", "为2031年毕业生", "第三年来访"]
)
def test_words_of_time_in_names_are_no_time(text: str) -> None:
    assert moments(text, 0, len(text), CLOCK) == []


@pytest.mark.parametrize(
    "text", ["比上年末增加", "较2030年末", "比“十三五”时期末", "上年末", "（2031年版）", "年末"]
)
def test_a_base_of_comparison_is_no_time(text: str) -> None:
    found = moments(text, 0, len(text), Clock())
    assert [moment.period for moment in found if moment.period] == []


def test_an_unknown_year_gives_no_period() -> None:
    (found,) = moments("全年", 0, 2, Clock())
    assert (found.period, found.named) == (None, False)


def test_spans() -> None:
    assert is_span("2021/2024")
    assert not is_span("2033-01/2033-06")
    assert not is_span("2033")
    assert (year_of("2021/2025-06"), year_of("2021/.."), year_of(None)) == (2025, None, None)
