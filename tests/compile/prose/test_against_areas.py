"""By how much a figure is above one area and above another: each has its own base, and the place stays that of the figure."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

_REPORT = "邵阳市2035年国民经济和社会发展计划执行情况的报告\n\n一、2035年计划执行情况\n\n"


@pytest.mark.parametrize(
    "against",
    [
        "高于全国1.4个、全省0.6个百分点",
        "高于全国1.4、全省0.6个百分点",
        "高于全国1.4个百分点、全省0.6个百分点",
        "分别高于全国、全省1.4个和0.6个百分点",
        "分别高于全国、全省1.4个百分点、0.6个百分点",
    ],
)
def test_each_area_has_the_distance_from_it(built: Built, against: str) -> None:
    rows = built(
        f"{_REPORT}固定资产投资增长6.7%，{against}。", "subject", "change", "against", "unit", "place_code"
    )
    assert rows[1:] == [
        ("1.4", "固定资产投资高于全国", "increase", "全国", "个百分点", "430500"),
        ("0.6", "固定资产投资高于全省", "increase", "全省", "个百分点", "430500"),
    ]


def test_things_counted_beside_points_keep_their_unit(built: Built) -> None:
    rows = built(f"{_REPORT}新增培训基地3个、提高签约率2个百分点。", "unit")
    assert rows[0] == ("3", "个")


def test_three_areas_have_three_distances(built: Built) -> None:
    text = "固定资产投资增长6.7%，快于全国、全省和湘西片区2.9个、1.4个和0.6个百分点。"
    rows = built(_REPORT + text, "against", "unit", "place_code")
    assert rows[1:] == [
        ("2.9", "全国", "个百分点", "430500"),
        ("1.4", "全省", "个百分点", "430500"),
        ("0.6", "湘西片区", "个百分点", "430500"),
    ]


def test_one_distance_from_two_areas_is_one_figure(built: Built) -> None:
    rows = built(f"{_REPORT}固定资产投资增长6.7%，高于全国、全省1.4个百分点。", "against", "place_code")
    assert rows[1:] == [("1.4", "全国、全省", "430500")]
