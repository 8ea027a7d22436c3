"""Of which place each clause is, where several are told of on one line: by short names, names of one character, labels, ranks."""

import pytest

from tests.compile.prose.reader import Built

_CITY = "宿迁市2034年就业工作情况\n\n2035年2月6日\n\n"
_PROVINCE = "安徽省2034年就业工作情况\n\n2035年2月6日\n\n"
_NATION = "2034年全国就业补助资金下达情况\n\n2034年5月6日\n\n"


def test_each_label_of_a_line_begins_the_figures_of_its_own_place(built: Built) -> None:
    text = (
        f"{_CITY}沭阳县：举办专场9场，提供岗位2,300个；泗阳县：举办专场12场，提供岗位3,100个；泗洪县：7场。"
    )
    assert [row[1:] for row in built(text, "subject", "scope", "place_code")] == [
        ("举办专场", "沭阳县", "321322"),
        ("提供岗位", "沭阳县", "321322"),
        ("举办专场", "泗阳县", "321323"),
        ("提供岗位", "泗阳县", "321323"),
        ("泗洪县", None, "321324"),
    ]


def test_a_label_without_its_type_is_the_city(built: Built) -> None:
    text = f"{_PROVINCE}阜阳：创业担保贷款发放12.6亿元；亳州：创业担保贷款发放9.3亿元。"
    assert [row[1:] for row in built(text, "indicator_id", "place_code")] == [
        ("startup_loans", "341200"),
        ("startup_loans", "341600"),
    ]


def test_counties_of_one_character_are_places_as_others_are(built: Built) -> None:
    text = f"{_PROVINCE}泾县完成培训4,100人，兑现补贴126万元；黟县完成培训900人，兑现补贴31万元。"
    assert [row[1] for row in built(text, "place_code")] == ["341823", "341823", "341023", "341023"]
    text = f"{_PROVINCE}2034年，全省城镇新增就业70.2万人，其中寿县0.62万人、萧县0.58万人。"
    assert [row[1:] for row in built(text, "scope", "place_code")][1:] == [(None, "340422"), (None, "341322")]


@pytest.mark.parametrize("words", ["成县级任务", "该县任务", "高县域任务"])
def test_words_that_end_like_a_county_are_none(built: Built, words: str) -> None:
    assert [row[1] for row in built(f"{_PROVINCE}2034年，{words}3,200人。", "place_code")] != ["621221"]


def test_cities_without_their_types_each_have_all_of_what_they_share(built: Built) -> None:
    text = (
        f"{_PROVINCE}黄山、宣城、池州城镇新增就业分别为3.1万人、3.6万人、2.2万人，分别增长1.1%、2.2%、0.9%。"
    )
    places = ("341000", "341800", "341700")
    assert [row[1:] for row in built(text, "indicator_id", "place_code")] == [
        ("urban_new_jobs", place) for place in (*places, *places)
    ]


def test_two_lists_of_places_each_have_their_own_figures(built: Built) -> None:
    text = (
        f"{_PROVINCE}阜阳、六安、亳州三市外出规模超过100万人，分别为262万人、158万人、131万人；"
        "池州、铜陵规模较小，分别为8.6万人、6.8万人。"
    )
    assert [row[1:] for row in built(text, "subject", "place_code")][1:] == [
        ("外出规模 阜阳", "341200"),
        ("外出规模 六安", "341500"),
        ("外出规模 亳州", "341600"),
        ("外出规模 池州", "341700"),
        ("外出规模 铜陵", "340700"),
    ]


def test_districts_that_rank_have_what_was_told_before_them(built: Built) -> None:
    text = f"{_CITY}失业人员再就业完成2.6万人。其中宿城区、宿豫区完成数位居前列，分别为0.62万人、0.51万人。"
    assert [row[1:] for row in built(text, "indicator_id", "place_code")][1:] == [
        ("unemployed_reemployed", "321302"),
        ("unemployed_reemployed", "321311"),
    ]


@pytest.mark.parametrize("ranks", ["前两位是", "前2位分别为", "位列前两位的是"])
def test_the_first_of_those_that_rank_is_of_its_own_place(built: Built, ranks: str) -> None:
    text = f"{_PROVINCE}从各市看，失业人员再就业{ranks}阜阳市3.6万人、宿州市3.1万人。"
    assert [row[1:] for row in built(text, "indicator_id", "place_code")] == [
        ("unemployed_reemployed", "341200"),
        ("unemployed_reemployed", "341300"),
    ]


def test_a_region_in_a_list_of_provinces_is_none_of_those_before_it(built: Built) -> None:
    text = f"{_NATION}2034年，下达就业补助资金660亿元，其中安徽38.2亿元、新疆27.1亿元。"
    assert [row[1:] for row in built(text, "subject", "scope", "place_code")][1:] == [
        ("下达就业补助资金 安徽", None, "340000"),
        ("下达就业补助资金 新疆", None, "650000"),
    ]


def test_towns_that_are_called_like_a_county_or_a_province_lie_where_the_text_tells_of(built: Built) -> None:
    text = "2034年易县乡村岗位情况\n\n梁格庄镇120人，代县镇80人，海南乡60人，吉林街道9人。"
    assert {row[1] for row in built(text, "place_code")} <= {"130633", None}


def test_a_banner_is_known_by_its_short_name(built: Built) -> None:
    text = "2034年通辽市科左中旗就业工作情况\n\n全旗转移就业5.2万人。"
    assert [row[1] for row in built(text, "place_code")] == ["150521"]
