"""Areas that a clause looks at, what changed in each of several, and a part of what all of the place has."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

TITLE = "河南省2034年就业形势分析\n"


@pytest.mark.parametrize("view", ["从全国看", "就全国而言", "从全国情况来看", "放眼全国来看"])
def test_what_a_clause_looks_at_is_the_area_of_its_sentence(built: Built, view: str) -> None:
    text = f"{view}，2034年城镇新增就业1,230万人，我省116万人。"
    assert built(TITLE + text, "place_code") == [("1,230", None), ("116", "410000")]


def test_how_each_place_is_told_is_no_area(built: Built) -> None:
    text = "全省城镇新增就业116万人。分市看，郑州市16万人，洛阳市9万人。"
    assert built(TITLE + text, "place_code") == [("116", "410000"), ("16", "410100"), ("9", "410300")]


def test_what_changed_in_several_areas_is_of_each(built: Built) -> None:
    text = "全国农民工2.9亿人、我省农民工3,160万人，同比分别增加210万人和26万人。"
    assert built(TITLE + text, "place_code", "change")[2:] == [
        ("210", None, "increase"),
        ("26", "410000", "increase"),
    ]


def test_what_several_things_of_one_area_changed_by_is_of_it(built: Built) -> None:
    text = "全省城镇新增就业116万人，失业人员再就业33万人，同比分别增长2%、3%。"
    assert {row[1] for row in built(TITLE + text, "place_code")} == {"410000"}


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("落实就业补助资金1.3亿元，占全省就业补助资金9.2亿元的14.1%。", None, "employment_funds"),
        ("线上职业技能培训9万人次，占职业技能培训总量36万人次的25%。", None, "vocational_training"),
        ("城镇新增就业116万人，占全国1,230万人的9.4%。", "urban_new_jobs", "urban_new_jobs"),
        ("城镇新增就业4.6万人，占全年任务5万人的92%。", "urban_new_jobs", "urban_new_jobs"),
    ],
)
def test_a_part_of_the_same_in_the_same_place_is_no_value_of_it(
    built: Built, text: str, part: str | None, whole: str
) -> None:
    assert [row[1] for row in built(TITLE + text, "indicator_id")][:2] == [part, whole]


@pytest.mark.parametrize(
    ("text", "name", "indicator"),
    [
        ("培育劳务品牌4个、累计17个。", "培育劳务品牌 累计", None),
        ("安排因公出国（境）团组4个、累计17人次。", "安排因公出国（境）团组", None),
        ("培育劳务品牌4个（累计17个）。", "培育劳务品牌 累计", None),
        ("建成技能大师工作室4个，累计17个。", "建成技能大师工作室 累计", None),
        ("新建帮扶车间4个、累计17个。", "帮扶车间", "poverty_workshops"),
    ],
)
def test_all_there_have_been_are_not_new(built: Built, text: str, name: str, indicator: str | None) -> None:
    found = built(f"河南省2034年就业工作要点\n{text}", "subject", "indicator_id")
    assert found[1] == ("17", name, indicator)


def test_what_adds_up_the_months_keeps_its_name(built: Built) -> None:
    text = "河南省2034年5月就业工作简报\n5月新增城镇就业9万人，累计46万人。"
    assert built(text, "subject", "period", "indicator_id") == [
        ("9", "新增城镇就业", "2034-05", "urban_new_jobs"),
        ("46", "新增城镇就业", "2034-01/2034-05", "urban_new_jobs"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "period"),
    [
        ("剩余0.3亿元将于今年5月底前补缴。", "剩余", "2035-05-31"),
        ("剩余0.3万件案件计划于今年二季度办结。", "剩余案件", "2035-04/2035-06"),
        ("其余0.3万人预计在2036年完成培训。", "其余", "2036"),
    ],
)
def test_what_is_to_be_done_is_of_the_time_behind_its_figure(
    built: Built, text: str, name: str, period: str
) -> None:
    text = f"河南省2034年为企业减负情况\n2035-01-22\n2034年，全省办理缓缴1.6亿元，已补缴1.3亿元。\n{text}"
    assert built(text, "subject", "period", "kind")[-1] == ("0.3", name, period, "target")
