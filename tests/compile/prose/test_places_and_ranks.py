"""Places of a list that rank, those that it does not name, and what a city without its type has."""

import pytest

from tests.compile.prose.reader import Built

_HEAD = "甘肃省2034年人社工作情况\n\n2035年3月3日\n\n"


@pytest.mark.parametrize(
    "ranks",
    [
        "居前两位和末位",
        "分列第一、第二和末位",
        "排名靠前",
        "位居前三名",
        "列前三位",
    ],
)
def test_how_a_list_of_places_ranks_is_no_name_of_its_last(built: Built, ranks: str) -> None:
    text = f"{_HEAD}2034年发放创业补贴，兰州2,130万元、天水860万元、金昌120万元{ranks}。"
    assert [row[1:] for row in built(text, "subject", "place_code")] == [
        ("发放创业补贴 兰州", "620100"),
        ("发放创业补贴 天水", "620500"),
        ("发放创业补贴 金昌", "620300"),
    ]


def test_persons_before_a_rank_are_counted_as_persons(built: Built) -> None:
    text = f"{_HEAD}2034年，兰州培训3.4万人、酒泉1.2万人居前两位。人居环境整治项目12个。"
    found = built(text, "unit", "subject")
    assert found[1] == ("1.2", "万人", "酒泉")
    assert found[2][:2] == ("12", "个")


@pytest.mark.parametrize("rest", ["其他地区", "其余各市州", "其它市州", "其余地区"])
def test_those_of_a_list_that_it_does_not_name_are_of_no_one_place(built: Built, rest: str) -> None:
    text = f"{_HEAD}2035年，最低工资标准为1,860元，其中兰州市1,950元，{rest}1,820元。"
    assert [row[1:] for row in built(text, "place_code", "scope")][1:] == [("620100", None), (None, rest)]


@pytest.mark.parametrize(
    ("words", "place"),
    [("天水城镇新增就业", "620500"), ("武威失业保险参保人数", "620600"), ("甘肃城镇新增就业", "620000")],
)
def test_what_a_city_without_its_type_has_is_of_the_city(built: Built, words: str, place: str) -> None:
    assert [row[1] for row in built(f"{_HEAD}2034年，{words}2.6万人。", "place_code")] == [place]


def test_a_remark_in_a_bracket_is_of_its_own_place_alone(built: Built) -> None:
    text = f"{_HEAD}2034年，兰州市城镇新增就业5.4万人；天水市2.1万人（含驻外务工）；武威市1.6万人；定西市1.5万人。"
    assert [row[1:] for row in built(text, "subject", "indicator_id")] == [
        ("兰州市城镇新增就业", "urban_new_jobs"),
        ("天水市城镇新增就业（含驻外务工）", "urban_new_jobs"),
        ("武威市城镇新增就业", "urban_new_jobs"),
        ("定西市城镇新增就业", "urban_new_jobs"),
    ]
