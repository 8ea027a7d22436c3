"""Whose a figure is that names nobody: of the level whose account goes on, of the places of a list, of none of several."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compile.prose.reader import observe
from tests.variants import compile_text


def test_the_other_side_of_the_account_of_a_level_is_of_that_level() -> None:
    text = (
        "全市一般公共预算支出完成 214.6 亿元。收支平衡情况：市本级一般公共预算收入 41.3 亿元，上级补助收入 22.7 亿元，收入总计 64 亿元；"
        "一般公共预算支出 58.9 亿元，上解支出 5.1 亿元，支出总计 64 亿元。"
    )
    assert [row.scope for row in observe(text)] == ["全市", *["市本级"] * 6]


@pytest.mark.parametrize(
    "between", ["", "为预算的 98.4%，", "比上年增长 3.1%，", "完成预算的 98.4%，增长 3.1%，"]
)
def test_how_a_side_went_does_not_end_its_level(between: str) -> None:
    text = f"县本级一般公共预算收入 7.2 亿元，{between}支出安排 19.4 亿元。其中：卫生健康支出 2.6 亿元。"
    assert {row.scope for row in observe(text)} == {"县本级"}


@pytest.mark.parametrize(
    "other", ["各乡镇支出", "区级支出", "全市支出", "区（县）一般公共预算收入", "其中 5 个区（县）收入"]
)
def test_another_level_begins_its_own(other: str) -> None:
    rows = observe(f"市本级一般公共预算收入 7.2 亿元，{other} 3.3 亿元。")
    assert "市本级" not in {row.scope for row in rows[1:]}


def test_what_is_no_account_is_not_of_the_level_before() -> None:
    assert observe("市本级一般公共预算收入 7.2 亿元，培训 3.3 万人次。")[1].scope is None


@pytest.mark.parametrize("places", ["武侯区、金堂县、都江堰市", "都江堰市、武侯区和金堂县", "金堂县、武侯区"])
def test_places_of_different_types_share_all_that_stands_behind_the_last(places: str) -> None:
    names = places.replace("和", "、").split("、")
    figures = ["0.9 万人", "0.6 万人", "0.8 万人"][: len(names)]
    rows = observe(f"{places}城镇新增就业分别为{'、'.join(figures)}。")
    assert [(row.subject, row.indicator_id) for row in rows] == [
        (f"{name}城镇新增就业", "urban_new_jobs") for name in names
    ]


def test_what_several_places_have_together_is_of_none_of_them(tmp_path: Path) -> None:
    text = "成都市2034年就业工作总结\n\n武侯区培训 3.4 万人次、金堂县 2.9 万人次、都江堰市 1.2 万人次，合计 7.5 万人次。"
    rows = compile_text(text, tmp_path)["observations"]
    assert [(row["scope"], row["place"]) for row in rows][-1] == (None, "5101")


def test_what_one_place_has_in_all_is_of_it(tmp_path: Path) -> None:
    text = "成都市2034年就业工作总结\n\n金堂县培训青年 2.9 万人次，培训妇女 1.2 万人次，合计 4.1 万人次。"
    rows = compile_text(text, tmp_path)["observations"]
    assert [row["place"] for row in rows] == ["510121"] * 3


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("温州市提供岗位4.6万个，贵州省来温务工2.9万人，发放补贴310万元。", ["3303", "52", "52"]),
        ("重庆市提供岗位4.6万个，湖北组织培训2.9万人次，四川省组织培训1.7万人次。", ["50", "42", "51"]),
        ("温州市提供岗位4.6万个，贵州籍务工人员2.9万人。", ["3303", "3303"]),
    ],
)
def test_a_province_takes_over_from_the_city_told_of_before_it(
    text: str, places: list[str], tmp_path: Path
) -> None:
    rows = compile_text(f"2034年劳务协作情况\n\n2034年，{text}", tmp_path)["observations"]
    assert [row["place"] for row in rows] == places
