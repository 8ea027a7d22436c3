"""Figures told place by place are of what was told of all together, in its time; where that is not sure they are not read."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe

_TOLD = "1—9月，全州农村劳动力转移就业 7.4 万人。9月末，城镇登记失业率 3.1%。"


@pytest.mark.parametrize("opener", ["分县（市、区）看", "分县市看", "分旗县（市、区）来看", "分地区看"])
def test_places_behind_a_rate_have_what_was_counted_before_it_in_their_unit(opener: str) -> None:
    rows = observe(f"{_TOLD}{opener}，隆林县 1.9 万人、西林县 1.2 万人。")
    assert [(row.subject, row.period) for row in rows[2:]] == [
        ("农村劳动力转移就业 隆林县", "2033-01/2033-09"),
        ("农村劳动力转移就业 西林县", "2033-01/2033-09"),
    ]


def test_places_have_the_rate_where_they_state_one() -> None:
    rows = observe(f"{_TOLD}分县看，隆林县 2.9%、西林县 3.4%。")
    assert {(row.subject[:7], row.period) for row in rows[1:]} == {("城镇登记失业率", "2033-09-30")}


def test_places_that_may_have_either_of_two_things_are_not_read() -> None:
    text = f"1—9月，城镇新增就业 2.1 万人。{_TOLD}分县看，隆林县 1.9 万人、西林县 1.2 万人。"
    assert [row.printed for row in observe(text)] == ["2.1", "7.4", "3.1"]


def test_a_place_that_has_two_things_gives_both_to_the_next() -> None:
    text = "全年转移就业 7 万人，其中隆林县 3 万人，兑现补贴 160 万元；西林县 4 万人，兑现补贴 190 万元。"
    assert [(row.subject, row.scope) for row in observe(text)[1:]] == [
        ("转移就业 隆林县", None),
        ("兑现补贴", "隆林县"),
        ("转移就业 西林县", None),
        ("兑现补贴", "西林县"),
    ]


def test_money_behind_several_places_is_of_none_of_them() -> None:
    rows = observe("全年转移就业 7 万人，其中隆林县 3 万人、西林县 4 万人，兑现补贴 190 万元。")
    assert rows[-1].scope is None


def test_the_other_places_together_are_a_part_too() -> None:
    rows = observe("全州转移就业 18 万人，其中，隆林县 6 万人、西林县 5 万人，其余县市合计 7 万人。")
    assert rows[-1].subject == "转移就业 其余县市合计"


def test_what_is_aimed_at_or_measured_against_is_not_what_places_have() -> None:
    text = (
        "1—9月，全州转移就业 7.4 万人，占年度目标 9 万人的 82.2%，比去年同期的 7.1 万人增加 0.3 万人。"
        "分县看，隆林县 1.9 万人、西林县 1.2 万人。"
    )
    rows = observe(text, kind="other")
    assert rows[3].period == "2032-01/2032-09"
    assert [(row.subject, row.period) for row in rows[5:]] == [
        ("转移就业 隆林县", "2033-01/2033-09"),
        ("转移就业 西林县", "2033-01/2033-09"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "失业率全国5.2%、全省4.7%、全市3.3%。",
        "全国新增就业1100万人、全省52万人和全市3万人。",
        "评选能手60名，其中全国技术能手2名、全省18名、全市40名。",
    ],
)
def test_each_figure_of_a_list_is_of_the_area_before_it(text: str) -> None:
    assert [row.scope for row in observe(text)][-3:] == ["全国", "全省", "全市"]


@pytest.mark.parametrize("areas", [("全省", "全市"), ("全国", "全省", "全县")])
def test_figures_of_areas_that_are_listed_are_each_of_its_own(areas: tuple[str, ...]) -> None:
    listed, figures = "、".join(areas), "、".join(f"{4 + at}.1%" for at, _ in enumerate(areas))
    rows = observe(f"2033年，{listed}登记失业率分别为{figures}，新增就业2.4万人。")
    assert [(row.subject, row.scope) for row in rows[:-1]] == [("登记失业率", area) for area in areas]
    assert {row.indicator_id for row in rows[:-1]} == {"urban_registered_unemployment_rate"}


def test_things_of_one_area_that_are_listed_are_all_of_it() -> None:
    rows = observe("全市参保人数、缴费人数分别为3万人、2万人。")
    assert [(row.subject, row.scope) for row in rows] == [("参保人数", "全市"), ("缴费人数", "全市")]


def test_changes_of_areas_that_are_listed_are_each_of_its_own() -> None:
    rows = observe("全国、全省和全市城镇新增就业同比分别增长5%、4%和3%。")
    assert [(row.subject, row.scope, row.change) for row in rows] == [
        ("城镇新增就业同比增长", area, "increase") for area in ("全国", "全省", "全市")
    ]
    assert {row.indicator_id for row in rows} == {"urban_new_jobs"}
