"""Places behind what they have, told without a full stop between: each has it, of its own place, with its indicator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.variants import compile_text

_HEAD = "云南省2034年就业工作要点\n\n一、目标任务\n\n"
_JOBS, _TRANSFER = "urban_new_jobs", "rural_labour_transfer"


def _rows(text: str, path: Path, head: str = _HEAD) -> list[tuple[Any, ...]]:
    """Printed figure, indicator and place of every figure of a text."""
    rows = compile_text(head + text, path)["observations"]
    return [(row["printed"], row["indicator_id"], row["place"]) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "城镇新增就业昆明市 16.2 万人、曲靖市 4.3 万人，丽江市 1.4 万人。",
        "城镇新增就业目标为昆明市 16.2 万人，曲靖市 4.3 万人，丽江市 1.4 万人。",
        "城镇新增就业任务分别为昆明市 16.2 万人、曲靖市 4.3 万人、丽江市 1.4 万人。",
        "城镇新增就业：昆明市 16.2 万人、曲靖市 4.3 万人、丽江市 1.4 万人。",
        "城镇新增就业：昆明市 16.2 万人；曲靖市 4.3 万人；丽江市 1.4 万人。",
        "城镇新增就业目标，昆明市 16.2 万人，曲靖市 4.3 万人，丽江市 1.4 万人。",
        "城镇新增就业。昆明市 16.2 万人，曲靖市 4.3 万人，丽江市 1.4 万人。",
        "城镇新增就业昆明 16.2 万人、曲靖 4.3 万人、丽江 1.4 万人。",
        "城镇新增就业：昆明 16.2 万人、曲靖 4.3 万人、丽江 1.4 万人。",
    ],
)
def test_each_place_has_what_stands_before_the_first(text: str, tmp_path: Path) -> None:
    assert _rows(text, tmp_path) == [
        ("16.2", _JOBS, "5301"),
        ("4.3", _JOBS, "5303"),
        ("1.4", _JOBS, "5307"),
    ]


def test_one_place_behind_an_indicator_is_whose_it_is(tmp_path: Path) -> None:
    rows = _rows("全省城镇新增就业 47 万人以上。城镇新增就业玉溪市不低于 2.6 万人。", tmp_path)
    assert rows == [("47", _JOBS, "53"), ("2.6", _JOBS, "5304")]


def test_two_lists_of_a_sentence_each_have_their_own_thing(tmp_path: Path) -> None:
    text = "城镇新增就业昆明市 16.2 万人、玉溪市 2.6 万人，农村劳动力转移就业昭通市 83 万人次、玉溪市 31 万人次。"
    assert _rows(text, tmp_path) == [
        ("16.2", _JOBS, "5301"),
        ("2.6", _JOBS, "5304"),
        ("83", _TRANSFER, "5306"),
        ("31", _TRANSFER, "5304"),
    ]


def test_a_thing_without_an_indicator_is_named_with_each_place(tmp_path: Path) -> None:
    rows = compile_text(f"{_HEAD}“云岭工匠”培养任务为昭通市 340 人，保山市 260 人。", tmp_path)[
        "observations"
    ]
    assert [(row["subject"], row["place"]) for row in rows] == [
        ("“云岭工匠”培养任务 昭通市", "5306"),
        ("“云岭工匠”培养任务 保山市", "5305"),
    ]


def test_how_much_each_place_has_grown_is_of_that_place(tmp_path: Path) -> None:
    rows = compile_text(f"{_HEAD}城镇新增就业昭通市增长 4.2%、保山市下降 1.7%。", tmp_path)["observations"]
    assert [(row["printed"], row["change"], row["indicator_id"], row["place"]) for row in rows] == [
        ("4.2", "increase", _JOBS, "5306"),
        ("1.7", "decrease", _JOBS, "5305"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "农村劳动力转移就业到昭通市 9 万人次、保山市 8 万人次。",
        "对口支援昭通市 9 亿元、保山市 8 亿元。",
        "帮扶昭通市 9 户、保山市 8 户。",
        "排名前三的是昭通市 9 家、保山市 8 家。",
    ],
)
def test_where_something_goes_is_no_place_that_has_it(text: str, tmp_path: Path) -> None:
    rows = compile_text(_HEAD + text, tmp_path)["observations"]
    assert " " not in rows[0]["subject"] and " " not in rows[1]["subject"]


@pytest.mark.parametrize("word", ["各州市", "任务分解情况", "完成情况"])
def test_what_is_only_a_word_before_places_is_no_thing_of_theirs(word: str, tmp_path: Path) -> None:
    rows = compile_text(f"{_HEAD}{word}：昭通市 9 家、保山市 8 家。", tmp_path)["observations"]
    assert [row["subject"] for row in rows] == ["昭通市", "保山市"]


def test_several_places_together_are_no_place_of_an_indicator(tmp_path: Path) -> None:
    text = "城镇新增就业：昆明市 16.2 万人，保山市、临沧市各 1.1 万人。"
    assert _rows(text, tmp_path)[1] == ("1.1", None, None)


def test_a_place_that_lies_elsewhere_ends_no_name(tmp_path: Path) -> None:
    rows = compile_text(f"{_HEAD}城镇新增就业成都市 4 万人。", tmp_path)["observations"]
    assert rows[0]["subject"] == "城镇新增就业成都市"


def test_the_counties_of_a_prefecture_have_the_indicator_of_their_list(tmp_path: Path) -> None:
    head = "楚雄彝族自治州2034年就业工作要点\n\n"
    text = "全州城镇新增就业 1.9 万人以上，其中：楚雄市 0.7 万人、禄丰市 0.4 万人、大姚县 0.2 万人。"
    assert _rows(text, tmp_path, head) == [
        ("1.9", _JOBS, "5323"),
        ("0.7", _JOBS, "532301"),
        ("0.4", _JOBS, "532302"),
        ("0.2", _JOBS, "532326"),
    ]
