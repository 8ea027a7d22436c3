"""Papers of towns and streets: what they tell is not of the county that their title names."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.documents.towns import is_of_town
from tests.variants import compile_text


@pytest.mark.parametrize(
    "title",
    [
        "泸定县磨西镇2032年工作总结",
        "2032年泸定县磨西镇政府工作报告",
        "长沙市岳麓区望月湖街道2032年就业工作情况",
        "岳麓区望月湖街道办事处2032年工作总结",
        "西乌珠穆沁旗吉仁高勒苏木2032年工作总结",
        "道真县三桥乡人民政府2032年工作情况",
    ],
)
def test_a_title_names_a_town(title: str) -> None:
    assert is_of_town(title)


@pytest.mark.parametrize(
    "title",
    [
        "泸定县城镇就业工作情况",
        "景德镇市2032年工作总结",
        "镇江市2032年工作总结",
        "乡宁县2032年政府工作报告",
        "泸定县特色小镇2032年工作总结",
        "泸定县乡镇工作情况",
        "岳麓区各街道2032年工作总结",
        "泸定县返乡就业情况",
        "磨西镇2032年工作总结",
        "泸定县2032年工作总结",
    ],
)
def test_other_titles_name_none(title: str) -> None:
    assert not is_of_town(title)


@pytest.mark.parametrize(("town", "place"), [("", "513322"), ("磨西镇", None)])
def test_what_a_town_tells_is_not_of_its_county(tmp_path: Path, town: str, place: str | None) -> None:
    text = f"泸定县{town}2032年工作总结\n\n2032年，城镇新增就业120人，比上年增加8人。\n"
    found = compile_text(text, tmp_path)
    assert [row["place"] for row in found["documents"]] == [place]
    assert {row["place"] for row in found["observations"]} == {place}


def test_the_budget_of_a_town_keeps_the_place_in_which_it_lies(tmp_path: Path) -> None:
    text = "泸定县磨西镇人民政府2032年部门预算公开\n\n一、说明\n\n2032年支出预算120.50万元。\n"
    (row,) = compile_text(text, tmp_path)["documents"]
    assert (row["place"], row["department"]) == ("513322", "泸定县磨西镇人民政府")
