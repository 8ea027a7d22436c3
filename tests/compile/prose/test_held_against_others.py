"""What a figure is held against: another place, an area that it is a part of, an earlier year, a plan that it exceeds."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

REPORT = "台州市2034年就业工作情况\n2034年，"


@pytest.mark.parametrize(
    ("text", "printed", "place"),
    [
        ("城镇新增就业9.3万人，高于绍兴市的7.6万人。", "7.6", "330600"),
        ("城镇新增就业9.3万人，不及温州的12.8万人。", "12.8", "330300"),
        ("城镇新增就业9.3万人，与嘉兴市的9.4万人基本持平。", "9.4", "330400"),
        ("城镇新增就业9.3万人，少于宁波市的21.5万人、多于湖州市的5.2万人。", "5.2", "330500"),
        ("城镇新增就业9.3万人，占全省110万人的8.5%。", "110", "330000"),
        ("城镇新增就业9.3万人，占全国1236万人的0.75%。", "1236", None),
    ],
)
def test_what_another_place_has_is_of_that_place(
    built: Built, text: str, printed: str, place: str | None
) -> None:
    found = {
        row[0]: row[1:] for row in built(REPORT + text, "place_code", "indicator_id", "operator", "change")
    }
    assert found["9.3"] == ("331000", "urban_new_jobs", "=", None)
    assert found[printed] == (place, "urban_new_jobs", "=", None)


def test_another_place_without_a_level_to_hold_against_it_is_not_read(built: Built) -> None:
    text = "城镇新增就业9.3万人，同比增长3%，高于绍兴市的7.6万人。"
    assert [row[0] for row in built(REPORT + text)] == ["9.3", "3"]


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("比计划超0.4万人", "计划"),
        ("较年度任务超过0.4万人", "年度任务"),
        ("比上年超出0.4万人", "上年"),
        ("比2033年超0.4万人", "2033年"),
    ],
)
def test_by_how_much_something_exceeds_is_no_bound(built: Built, text: str, against: str) -> None:
    found = built(f"{REPORT}技能人才86万人，{text}。", "operator", "change", "against")
    assert found[-1] == ("0.4", "=", "increase", against)


def test_what_exceeds_a_growth_is_a_bound(built: Built) -> None:
    found = built(f"{REPORT}技能人才86万人，比上年增长超3%。", "operator", "change", "against")
    assert found[-1] == ("3", ">", "increase", "上年")


def test_a_limit_that_is_the_level_of_a_year_is_of_that_year(built: Built) -> None:
    text = "通化市2034年公益性岗位管理工作方案\n公益性岗位安置人数控制在1.2万人以内，不超过2033年的1.3万人。"
    assert built(text, "period", "kind", "operator") == [
        ("1.2", "2034", "target", "<="),
        ("1.3", "2033", "actual", "="),
    ]
