"""Places in running text, and what 全市 means where it is said."""

import pytest

from hrss_tui.reference.place_scopes import of_own_word, place_of
from hrss_tui.reference.places_text import places_named


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("四川省泸州市江阳区就业局", ["510502"]),
        ("2019年度浙江省人力资源和社会保障事业发展统计公报", ["33"]),
        ("泸州市、宜宾市和甘孜州", ["5105", "5115", "5133"]),
        ("思茅地区2001年工作总结", ["5308"]),
        ("第九师白杨市2025年公报", ["6609"]),
        ("鼓楼区2023年公报", []),
        ("泸州市高新技术产业开发区", []),
        ("南京路步行街", []),
        ("完成县级任务", []),
        ("2033年隰县就业公报", ["141031"]),
        ("2033年新县级标准", []),
        ("2033年通河县公报", ["230128"]),
        ("2033年北流市公报", ["450981"]),
        ("打造老城区改造样板", []),
        ("单县2023年就业", ["371722"]),
        ("土左旗、托县和达茂旗", ["150121", "150122", "150223"]),
        ("唐县镇2034年工作总结", []),
        ("唐县乡镇干部", ["130627"]),
        ("海南街道就业服务站", []),
        ("海南乡村振兴", ["46"]),
    ],
)
def test_the_places_a_text_names(text: str, codes: list[str]) -> None:
    assert places_named(text) == codes


@pytest.mark.parametrize(
    ("word", "own", "code"),
    [
        ("省", "5105", "51"),
        ("市", "510502", "5105"),
        ("区", "510502", "510502"),
        ("区", "4502", "45"),
        ("区", "5105", None),
        ("市", "320582", "320582"),
        ("县", "510521", "510521"),
        ("县", "5105", None),
        ("州", "5133", "5133"),
        ("地区", "6542", "6542"),
        ("旗", "152524", "152524"),
        ("师", "6609", "6609"),
        ("国", "33", "nation"),
        ("镇", "510521", None),
        ("市", None, None),
    ],
)
def test_own_words_mean_the_document_or_what_it_lies_in(word: str, own: str | None, code: str | None) -> None:
    assert of_own_word(word, own) == code


@pytest.mark.parametrize(
    ("scope", "own", "code"),
    [
        (None, "33", "33"),
        ("全国", "33", "nation"),
        ("全省", "3310", "33"),
        ("我市", "3310", "3310"),
        ("台州市", "33", "3310"),
        ("自治区", "4502", "45"),
        ("区属", "65", "65"),
        ("国家级", "33", "33"),
        ("南疆四地州", "65", None),
        ("12个脱贫县", "51", None),
        ("兵团", "65", "66"),
        ("台州市、温州市", "33", None),
    ],
)
def test_the_place_of_a_scope(scope: str | None, own: str | None, code: str | None) -> None:
    assert place_of(scope, own) == code


@pytest.mark.parametrize(
    ("subject", "scope", "code"),
    [
        ("城镇新增就业", None, "33"),
        ("台州市城镇新增就业", None, "3310"),
        ("全国城镇新增就业", None, "nation"),
        ("全市城镇新增就业", None, None),
        ("城镇新增就业 温州市", "全国", "3303"),
        ("城镇新增就业 失业人员", "全国", "nation"),
        ("义乌 受理案件", None, "330782"),
        ("受理案件 义乌", None, "330782"),
        ("义乌", None, "330782"),
        ("浙江工商大学毕业生", None, "33"),
        ("新疆财经大学毕业生", None, "33"),
        ("中国就业人员", None, "nation"),
        ("中国银行义乌支行发放贷款", None, "33"),
        ("中国农业发展银行发放贷款", None, "33"),
        ("中国移动招用人员", None, "33"),
        ("全国“安全月”期间检查企业", None, "33"),
    ],
)
def test_the_place_a_subject_begins_with(subject: str, scope: str | None, code: str | None) -> None:
    assert place_of(scope, "33", subject) == code


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        ("全国先进集体", "5105"),
        ("四川省示范社区", "5105"),
        ("全国城镇新增就业", "nation"),
        ("四川省城镇新增就业", "51"),
        ("浙江省示范社区", "33"),
        ("全国会计资格考试报名", "5105"),
        ("全国会计资格考试总数", "nation"),
        ("全国建成招聘平台", "nation"),
    ],
)
def test_an_honour_is_of_the_place_that_has_it(subject: str, code: str) -> None:
    assert place_of(None, "5105", subject) == code


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        ("舟山群岛新区城镇新增就业", None),
        ("杭州高新区", None),
        ("城北新区", None),
        ("就业补助资金 杭州经济技术开发区", None),
        ("台州市含台州湾新区", None),
        ("新建开发区", "33"),
        ("新增高新区", "33"),
        ("认定高新区", "33"),
        ("国家级高新区", "33"),
    ],
)
def test_a_zone_is_neither_its_place_nor_what_is_around_it(subject: str, code: str | None) -> None:
    assert place_of(None, "33", subject) == code


def test_a_division_that_is_called_like_a_zone_is_a_place() -> None:
    assert place_of(None, "12", "滨海新区新增就业") == "120116"
    assert place_of(None, "31", "浦东新区") == "310115"
