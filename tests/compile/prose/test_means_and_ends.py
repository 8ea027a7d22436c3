"""What a level was at the beginning and at the end of a year, and on the average of it."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

_BULLETIN = "2033年黔南州人力资源和社会保障统计公报\n\n一、就业\n\n"
_SURVEYED, _REGISTERED = "urban_surveyed_unemployment_rate", "urban_registered_unemployment_rate"


@pytest.mark.parametrize("mean", ["全年平均4.9%", "全年平均为4.9%", "年平均值为4.9%", "全年平均值为4.9%"])
def test_the_mean_of_a_rate_is_its_value_of_the_year(built: Built, mean: str) -> None:
    rows = built(f"{_BULLETIN}11月份城镇调查失业率4.7%，{mean}。", "indicator_id", "period")
    assert rows == [("4.7", _SURVEYED, "2033-11"), ("4.9", _SURVEYED, "2033")]


def test_the_mean_of_what_is_paid_is_none_of_all_that_was(built: Built) -> None:
    rows = built(f"{_BULLETIN}发放失业保险金2亿元，平均1620元。", "indicator_id")
    assert rows == [("2", "unemployment_benefits_paid"), ("1620", None)]


def test_how_prices_rose_on_the_average_is_how_they_rose(built: Built) -> None:
    rows = built(f"{_BULLETIN}11月份居民消费价格上涨0.3%，全年平均上涨0.8%。", "indicator_id", "period")
    assert rows == [("0.3", "consumer_prices", "2033-11"), ("0.8", "consumer_prices", "2033")]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("年初城镇登记失业率3.6%，年末3.4%", "城镇登记失业率"),
        ("今年年初城镇登记失业率为3.6%，年末为3.4%", "城镇登记失业率"),
        ("年初企业职工养老保险基金累计结余3.6亿元，年末3.4亿元", "企业职工养老保险基金累计结余"),
        ("年初在册登记失业人员3.6万人，年末3.4万人", "在册登记失业人员"),
    ],
)
def test_what_was_at_the_beginning_of_a_year_is_of_its_first_day(built: Built, said: str, name: str) -> None:
    rows = built(f"{_BULLETIN}{said}。", "subject", "period")
    assert rows == [("3.6", name, "2033-01-01"), ("3.4", name, "2033-12-31")]


def test_what_was_set_at_the_beginning_of_a_year_is_of_the_year(built: Built) -> None:
    rows = built(f"{_BULLETIN}年初确定的城镇登记失业率控制在4.5%以内。", "period")
    assert rows == [("4.5", "2033")]


def test_a_mean_is_of_what_was_told_last_and_of_nothing_that_is_counted_otherwise(built: Built) -> None:
    text = "城镇新增就业2.6万人，城镇登记失业率3.3%，全年平均3.5%。培训职工2万人，平均3.5%。"
    rows = built(_BULLETIN + text, "subject", "indicator_id")
    assert rows[2] == ("3.5", "城镇登记失业率 平均", _REGISTERED)
    assert rows[4] == ("3.5", "平均", None)
