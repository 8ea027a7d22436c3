"""What stands beside a figure and is no part of its meaning: a native place, a game, a year that runs, another subject."""

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Observation
from hrss_tui.sources.decode import decode
from tests.compile.prose.reader import observe


def told(text: str, *columns: str, kind: str = "bulletin") -> list[tuple[object, ...]]:
    rows = observe(text + "\n", kind=kind)
    return [tuple(getattr(row, column) for column in columns) for row in rows]


@pytest.mark.parametrize(("area", "rest"), [("新疆", "籍职工"), ("全国", "籍学员")])
def test_where_persons_come_from_is_no_scope_of_what_is_told_of_them(area: str, rest: str) -> None:
    assert told(f"2033年，{area}{rest}参赛38人。", "subject", "scope") == [(f"{area}{rest}参赛", None)]


@pytest.mark.parametrize("game", ["4对4排球赛", "2对2羽毛球赛"])
def test_how_many_play_against_how_many_is_no_figure(game: str) -> None:
    assert told(f"2033年，举办职工{game}9场。", "value", "subject") == [(9.0, f"举办职工{game}")]


def test_a_bare_number_before_those_who_learn_counts_persons() -> None:
    assert told("2033年，2.7万学子走进课堂。", "base_value", "base_unit") == [(27000.0, "人")]


@pytest.mark.parametrize(("verb", "way"), [("减亏", "decrease"), ("增亏", "increase")])
def test_a_loss_that_grows_or_shrinks_is_a_change(verb: str, way: str) -> None:
    rows = told(f"2033年，国有企业亏损4.1亿元，同比{verb}0.6亿元。", "value", "change")
    assert rows == [(4.1, None), (0.6, way)]


def test_that_year_is_no_whole_year_among_its_first_months() -> None:
    rows = told("2033年1—10月，签约项目52个；当年开工率71%；用水量占年度指标的64.5%。", "period")
    assert [row[0] for row in rows] == ["2033-01/2033-10"] * 3


def test_that_year_is_the_whole_one_behind_the_month_of_an_event() -> None:
    assert told("2033年4月，园区揭牌，当年入驻企业17家。", "period") == [("2033",)]


@pytest.mark.parametrize(
    ("before", "subject"),
    [("巡查矿山88座", "基金收入"), ("参加工伤保险3万人", "参加工伤保险 基金收入")],
)
def test_the_income_of_a_fund_is_of_what_has_one(before: str, subject: str) -> None:
    assert told(f"2033年，全县{before}；基金收入6200万元。", "subject")[1] == (subject,)


def test_a_level_behind_the_sum_of_years_is_of_the_day_that_was_named() -> None:
    text = "到2035年，五年累计新增就业8万人，技术工人总量达到4.6万人，登记失业率控制在4%以内，培训2万人次。"
    (parsed,) = compile_documents(decode(f"舟城县就业规划（2031—2035年）\n\n{text}\n".encode(), "a.txt"))
    rows = [record for record in parsed.harvest.records if isinstance(record, Observation)]
    assert [row.period for row in rows] == ["2031/2035", "2035-12-31", "2035-12-31", "2031/2035"]


@pytest.mark.parametrize("word", ["去年同期", "上年同期"])
def test_the_same_months_of_last_year_before_a_comma_hold_to_the_end_of_their_sentence(word: str) -> None:
    text = (
        f"2033年前三季度，发放低保金1.3亿元。{word}，全市发放低保金1.1亿元，救助2万人；走访8户。全市培训6人。"
    )
    now, before = "2033-01/2033-09", "2032-01/2032-09"
    assert [row[0] for row in told(text, "period")] == [now, before, before, now, now]


@pytest.mark.parametrize("word", ["去年", "前年"])
def test_another_year_that_is_not_known_is_not_the_one_named_before(word: str) -> None:
    rows = observe(f"2032年，安河县签约项目14个。该县{word}产量7万吨。\n", kind="other", year=None)
    assert [row.period for row in rows] == ["2032", None]


def test_the_division_and_its_city_are_an_area() -> None:
    assert told("2033年，师市实现生产总值312亿元。", "subject", "scope") == [("实现生产总值", "师市")]
