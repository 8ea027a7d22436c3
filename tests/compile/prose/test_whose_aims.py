"""Aims that say whose they are: each is named by what it is an aim of, and only the first is a value of the indicator."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

_PLAN = "临沧市2035年就业工作目标任务\n\n"


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ("城镇新增就业省定目标2.4万人，市定目标2.5万人", "城镇新增就业 市定目标"),
        ("城镇新增就业省级任务2.4万人、市级任务2.5万人", "城镇新增就业 市级任务"),
        ("省下达我市城镇新增就业目标2.4万人，我市自定目标2.5万人", "省下达我市城镇新增就业 自定目标"),
        ("城镇新增就业上级目标2.4万人，自加压目标2.5万人", "城镇新增就业 自加压目标"),
    ],
)
def test_the_second_aim_is_of_the_same_and_no_second_value(built: Built, said: str, second: str) -> None:
    rows = built(f"{_PLAN}2035年{said}。", "subject", "indicator_id", "kind")
    assert rows[0][2:] == ("urban_new_jobs", "target")
    assert rows[1] == ("2.5", second, None, "target")


def test_an_aim_of_a_level_is_a_value_of_the_indicator_where_it_stands_alone(built: Built) -> None:
    rows = built(f"{_PLAN}2035年失业人员再就业省级目标0.8万人。", "indicator_id", "kind")
    assert rows == [("0.8", "unemployed_reemployed", "target")]
