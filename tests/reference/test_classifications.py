"""The code lists: well formed, complete where they claim to be, chosen by year."""

import pytest

from hrss_tui.reference import (
    economic_codes,
    economic_names,
    functional_children,
    functional_codes,
    functional_names,
)
from hrss_tui.reference.classifications import (
    all_names,
    economic_children,
    economic_class_names,
    every_functional_code,
    government_economic_codes,
)
from hrss_tui.reference.text import fold_label


def test_all_classes_are_there() -> None:
    classes = [entry.code for entry in functional_codes(2026) if len(entry.code) == 3]
    gone = {218, 225, 226, 228}
    assert classes == [str(code) for code in range(201, 235) if code not in gone]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("208", "社会保障和就业支出"),
        ("20801", "人力资源和社会保障管理事务"),
        ("2080105", "劳动保障监察"),
        ("2080111", "公共就业服务和职业技能鉴定机构"),
        ("2080199", "其他人力资源和社会保障管理事务支出"),
        ("2080506", "机关事业单位职业年金缴费支出"),
        ("2080712", "高技能人才培养补助"),
        ("2050303", "技校教育"),
        ("2060208", "科技人才队伍建设"),
        ("2101103", "公务员医疗补助"),
        ("2210201", "住房公积金"),
        ("2300248", "社会保障和就业共同财政事权转移支付支出"),
    ],
)
def test_functional_names(code: str, name: str) -> None:
    assert functional_names(2026)[code] == name


def test_every_code_has_its_parents_and_stands_once() -> None:
    for codes in (functional_codes(2026), economic_codes()):
        known = [entry.code for entry in codes]
        assert known == sorted(set(known))
        assert all(entry.parent == "" or entry.parent in known for entry in codes)
        assert {len(code) for code in known} <= {3, 5, 7}


def test_codes_that_users_meet_first_have_english_names() -> None:
    for entry in functional_codes(2026):
        if len(entry.code) == 3 or entry.code.startswith(("20801", "20805", "20807", "21011")):
            assert entry.name_en, entry.code
    assert all(entry.name_en for entry in economic_codes())


def test_a_lost_code_is_found_by_parent_and_name() -> None:
    children = functional_children(2026)
    assert children["20801", "行政运行"] == "2080101"
    assert children["21015", "行政运行"] == "2101501"
    assert children["20805", "归口管理的行政单位离退休"] == "2080501"


@pytest.mark.parametrize(
    ("year", "code", "name"),
    [
        (2018, "207", "文化体育与传媒支出"),
        (2019, "207", "文化旅游体育与传媒支出"),
        (2018, "210", "医疗卫生与计划生育支出"),
        (2025, "210", "卫生健康支出"),
        (2019, "20805", "行政事业单位离退休"),
        (2020, "20805", "行政事业单位养老支出"),
        (2019, "21301", "农业"),
        (2040, "21301", "农业农村"),
    ],
)
def test_a_code_has_the_name_of_its_year(year: int, code: str, name: str) -> None:
    assert functional_names(year)[code] == name


def test_codes_come_and_go() -> None:
    assert "224" not in functional_names(2018)
    assert "2240101" not in functional_names(2018)
    assert functional_names(2019)["224"] == "灾害防治及应急管理支出"
    assert "20117" in functional_names(2018)
    assert "20117" not in functional_names(2019)


def test_years_before_the_first_take_the_first() -> None:
    assert functional_names(2015) == functional_names(2018)


def test_a_renamed_code_is_found_by_any_of_its_names() -> None:
    assert functional_children(2026)["213", "农业"] == functional_children(2026)["213", "农业农村"] == "21301"
    assert {"行政单位离退休", "归口管理的行政单位离退休"} <= all_names("2080501")


def test_no_name_stands_for_two_codes_of_one_parent() -> None:
    in_force = [entry for entry in economic_codes() if not entry.last]
    for codes in (every_functional_code(), in_force, government_economic_codes()):
        pairs = [(entry.parent, name) for entry in codes for name in set(map(fold_label, entry.names))]
        assert len(pairs) == len(set(pairs))


def test_names_until_2017_are_those_of_one_code_each() -> None:
    """其他社会保障缴费 was 30104 and is 30112; the provident fund was a subsidy to individuals."""
    names = {(entry.parent, entry.named(2017)): entry.code for entry in economic_codes() if entry.valid(2017)}
    went = [entry for entry in economic_codes() if entry.last]
    assert went and all(entry.last == 2017 for entry in went)
    assert names["303", "住房公积金"] == "30311" and names["303", "购房补贴"] == "30313"
    assert names["", "对企事业单位的补贴"] == "304" and names["", "基本建设支出"] == "309"
    assert ("303", "住房公积金") not in economic_children()
    assert economic_children()["301", "住房公积金"] == "30113"
    assert economic_children()["301", "其他社会保障缴费"] == "30112"


def test_the_governments_economic_classification_is_a_system_of_its_own() -> None:
    codes = [entry.code for entry in government_economic_codes()]
    assert codes == sorted(set(codes))
    assert all(entry.parent in ("", *codes) and entry.name_en for entry in government_economic_codes())
    assert economic_class_names()["机关工资福利支出"] == ("501",)
    assert economic_class_names()["对企业补助"] == ("312", "507")


def test_economic_classes() -> None:
    names = economic_names()
    assert [code for code in names if len(code) == 3] == [
        str(n) for n in (301, 302, 303, 307, 309, 310, 311, 312, 313, 399)
    ]
    assert names["30227"] == "委托业务费"
    assert names["31013"] == "公务用车购置"
