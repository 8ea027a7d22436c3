"""Figures of one document that would all be the value of one indicator: parts are named by more, and are none."""

from __future__ import annotations

import pytest

from hrss_tui.compile.rivals import without_parts
from hrss_tui.records import Observation
from tests.compile.prose.reader import observe


def _told(text: str) -> list[tuple[str, str | None]]:
    found = without_parts(observe(text))
    return [(one.printed, one.indicator_id) for one in found if isinstance(one, Observation)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # kinds of what the whole is made of, with the whole beside them
            "发放创业担保贷款 9 亿元。向返乡农户发放创业担保贷款 2 亿元。",
            [("9", "startup_loans"), ("2", None)],
        ),
        (  # parts alone: each says something else, and none is all of it
            "“河间缝娘”品牌创业带动就业 3 万人。“安平织网”品牌创业带动就业 2 万人。",
            [("3", None), ("2", None)],
        ),
        (  # what the parts have changed by goes with them
            "达成就业意向 5200 人。与园区厂家达成就业意向 1800 人，比上年增加 300 人。",
            [("5200", "employment_intentions"), ("1800", None), ("300", None)],
        ),
    ],
)
def test_a_name_that_says_more_than_another_of_the_same_is_that_of_a_part(
    text: str, told: list[tuple[str, str | None]]
) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "城镇新增就业 5.2 万人。全年共实现城镇新增就业 5.4 万人。",  # only framed: they contradict each other
        "达成就业意向 5200 人。与园区厂家达成就业意向 5200 人。",  # the same figure
        "达成就业意向 5200 人。与园区厂家达成就业意向 0.5 万人。",  # the same, rounded
        "2032 年达成就业意向 5200 人。2033 年与园区厂家达成就业意向 4100 人。",  # of another year
    ],
)
def test_names_of_one_thing_stay_beside_each_other(text: str) -> None:
    assert None not in {indicator for _, indicator in _told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "技工院校 30 所，其中高级技校 9 所，在校生 2.1 万人；普通技校 21 所，在校生 3.4 万人。",
        "本地户籍劳动力城镇调查失业率 4.9%；外来户籍劳动力城镇调查失业率 4.6%。",
        "其余县执行三类标准，月最低工资标准 1710 元。",
        "甲县、乙县执行二类区域标准，月最低工资标准 1830 元。",
    ],
)
def test_what_one_kind_class_or_group_has_is_no_value_of_all(text: str) -> None:
    found = [one for one in observe(text) if one.base_unit in ("人", "%", "元")]
    assert found
    assert {one.indicator_id for one in found} == {None}


@pytest.mark.parametrize(
    "text",
    ["海门市执行一类标准，月最低工资标准 2380 元。", "我市执行全省二类标准，月最低工资标准为 2180 元。"],
)
def test_the_class_that_one_place_is_of_is_its_value(text: str) -> None:
    assert [one.indicator_id for one in observe(text)] == ["minimum_wage"]
