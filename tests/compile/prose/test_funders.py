"""Levels of government that give parts of a sum are the names of these parts, and not whose they are."""

import pytest

from tests.compile.prose.reader import observe


@pytest.mark.parametrize(
    "text",
    [
        "全年筹措奖补资金 7.3 亿元，其中中央 4.1 亿元、自治区 2.3 亿元、地区 0.9 亿元。",
        "全年筹措奖补资金 7.3 亿元（自治区 4.1 亿元、中央 2.3 亿元、市级 0.9 亿元）。",
        "全年筹措奖补资金 7.3 亿元，其中：自治区 4.1 亿元，中央 2.3 亿元，县级 0.9 亿元。",
    ],
)
def test_each_level_names_its_part(text: str) -> None:
    rows = observe(text)
    levels = [level for level in ("中央", "自治区", "地区", "市级", "县级") if level in text]
    assert [row.subject for row in rows] == [
        "筹措奖补资金",
        *(f"筹措奖补资金 {level}" for level in sorted(levels, key=text.index)),
    ]
    assert {row.scope for row in rows} == {None}


def test_an_area_beside_others_is_whose_the_figure_is() -> None:
    assert [row.scope for row in observe("全国调查失业率 5.4%，自治区 5.1%。")] == ["全国", "自治区"]
