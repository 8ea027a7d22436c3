"""Of what a figure is that names it only in part: places of a list, conditions, shares that go on, ratios without a unit."""

from __future__ import annotations

import pytest

from tests.compile.prose.test_progress_reports import told

_REPORT = "东岭县人社局2033年工作总结\n\n2033年12月28日\n\n一、工作情况\n\n"
_PLAN = "喀什地区2034年就业工作方案\n\n2034年2月8日\n\n一、目标任务\n\n"


def test_what_a_place_of_a_list_has_besides_is_of_that_place_and_planned_as_its_whole() -> None:
    text = "2034年，全地区计划实现城镇新增就业 4.8 万人、转移就业 46 万人次、创业 4100 人。其中，疏勒县城镇新增就业 1.3 万人、转移就业 4.9 万人次，莎车县城镇新增就业 1.1 万人、转移就业 9.2 万人次。"
    rows = told(_PLAN + text, "subject", "scope", "kind")[3:]
    assert [row[1] for row in rows] == ["疏勒县城镇新增就业", "转移就业", "莎车县城镇新增就业", "转移就业"]
    assert [row[2] for row in rows] == [None, "疏勒县", None, "莎车县"]
    assert {row[3] for row in rows} == {"target"}


def test_the_places_of_a_list_are_not_within_the_first_of_them() -> None:
    text = "各县市培训任务：疏勒县 4500 人次、莎车县 4000 人次、泽普县 3500 人次。"
    rows = told(_PLAN + text, "subject", "scope")
    assert [(str(row[1])[-3:], row[2]) for row in rows[1:]] == [("莎车县", None), ("泽普县", None)]


@pytest.mark.parametrize("account", ["预算", "收支预算", "决算", "收支", "预算草案", ""])
def test_a_heading_names_the_fund_whose_accounts_stand_below(account: str) -> None:
    text = f"东岭县2034年社会保险基金说明\n\n（一）机关事业单位基本养老保险基金{account}\n\n1.收入预算 6.2 亿元。\n\n2.本年收支结余-0.3 亿元。\n\n（二）失业保险基金{account}\n\n1.收入预算 0.8 亿元。"
    rows = told(text, "subject")
    assert ["失业" in str(name) for _, name in rows] == [False, False, True]
    assert all("机关事业单位基本养老保险基金" in str(name) for _, name in rows[:2])


def test_each_class_is_given_its_own() -> None:
    text = "对一类、二类、三类企业分别给予 12 万元、8 万元、4 万元一次性奖补。"
    assert [row[1] for row in told(_REPORT + text, "subject")] == [
        "对一类企业给予",
        "对二类企业给予",
        "对三类企业给予",
    ]


def test_what_each_gave_on_the_average_is_of_each() -> None:
    text = "失业保险参保 58 万人，工伤保险参保 79 万人，年均分别增长 4.9% 和 5.8%。"
    rows = told(_REPORT + text, "subject")[2:]
    assert [row[1] for row in rows] == ["失业保险参保年均增长", "工伤保险参保年均增长"]


def test_how_far_a_task_is_to_come_goes_on_at_another_time() -> None:
    text = "3月底前完成全年任务的 30%，6月底前达到 60%，9月底前完成 85%。"
    rows = told(_PLAN + text, "subject", "period", "kind")
    assert {row[1] for row in rows} == {"完成全年任务"}
    assert [row[2] for row in rows] == ["2034-03-31", "2034-06-30", "2034-09-30"]


def test_those_of_another_condition_get_the_same() -> None:
    text = "对选择 300 元以下档次的，补贴标准不低于 30 元；500 元及以上的，不低于 60 元。"
    assert "补贴标准" in str(told(_REPORT + text, "subject")[-1][1])


def test_a_label_names_what_those_of_a_condition_get() -> None:
    text = "挂钩调整：按缴费年限每满 1 年，每月增加 1.1 元。"
    assert str(told(_REPORT + text, "subject")[-1][1]).startswith("挂钩调整 ")


def test_the_same_side_of_an_account_later_is_of_what_was_told_before() -> None:
    text = "2029—2033年，社会保障支出年均增长 8.6%；2033年支出规模达 12 亿元。"
    assert told(_REPORT + text, "subject")[-1] == ("12", "社会保障 支出规模")


def test_spending_is_not_of_what_flows_into_the_fund() -> None:
    text = (
        "2033年东岭县社会保险基金决算情况说明\n\n一、企业职工基本养老保险基金\n\n本年收入预算数 24 亿元，决算数 25 亿元。"
        "其中：中央调剂收入 3 亿元；财政补贴收入预算数 4 亿元，决算数 5 亿元。本年支出预算数 22 亿元。"
    )
    assert told(text, "subject")[-1] == ("22", "企业职工基本养老保险基金 支出预算数")


def test_a_limit_handed_down_is_what_a_share_is_of() -> None:
    text = "发行政府债券 128 亿元，完成中央下达限额的 73%。"
    assert told(_REPORT + text, "subject")[-1] == ("73", "发行政府债券完成中央下达限额")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("适老化改造 2150 户，超额完成省定 2000 户任务。", ["actual", "target"]),
        ("争取中央就业补助资金 98 亿元。", ["actual"]),
        ("争取超长期特别国债 6 亿元支持灌区改造。", ["actual"]),
    ],
)
def test_what_is_a_task_and_what_was_obtained(text: str, kinds: list[str]) -> None:
    assert [kind for _, kind in told(_REPORT + text, "kind")] == kinds


@pytest.mark.parametrize(
    ("text", "operators"),
    [
        ("艰苦边远地区每月增加 8 元至 15 元。", [">=", "<="]),
        ("护理津贴增加 9 至 16 元。", [">=", "<="]),
        ("持证人数增加 4 万人至 7 万人。", ["=", "="]),
        ("最低工资上调 90 元至 1710 元。", ["=", "="]),
    ],
)
def test_a_range_of_increases_and_a_level_that_was_reached(text: str, operators: list[str]) -> None:
    assert [row[1] for row in told(_REPORT + text, "operator")] == operators


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("在职退休比为 2.75。", [("2.75", "倍")]),
        ("岗位数与求职人数之比为 1.37，较去年同期提高 0.09。", [("1.37", "倍"), ("0.09", "倍")]),
        ("求人倍率为 1.32，其中技术工人 2.14，普工 1.18。", [("1.32", "倍"), ("2.14", "倍"), ("1.18", "倍")]),
        ("求人倍率在 1.15 至 1.25 之间。", [("1.15", "倍"), ("1.25", "倍")]),
        ("抚养比则由2025年的 1.94 降至2033年的 1.41。", [("1.94", "倍"), ("1.41", "倍")]),
        ("求人倍率为 1.20，环比下降 0.08，同比微升 0.01。", [("1.20", "倍"), ("0.08", "倍"), ("0.01", "倍")]),
        ("求人倍率为 1.32，其中技术工人 2.14 万人。", [("1.32", "倍"), ("2.14", "万人")]),
    ],
)
def test_so_many_times_something_without_a_unit(text: str, rows: list[tuple[str, str]]) -> None:
    assert told(_REPORT + text, "unit") == rows


def test_the_ages_of_men_and_women_are_figures_of_their_own() -> None:
    rows = told(f"{_REPORT}劳动者平均年龄 39.4 岁，其中男性 40.1 岁，女性 38.2 岁。", "unit")
    assert rows == [("39.4", "岁"), ("40.1", "岁"), ("38.2", "岁")]


def test_times_of_things_are_one_unit() -> None:
    assert told(f"{_REPORT}推送岗位 20.8 万个次。", "subject", "unit") == [("20.8", "推送岗位", "万个次")]


def test_the_lowest_is_of_what_was_told_before() -> None:
    rows = told(f"{_REPORT}岗位需求 18 万个，12月降到全年最低的 8.9 万个。", "subject", "period")
    assert rows[1] == ("8.9", "岗位需求 降到全年最低的", "2033-12")


def test_the_distance_of_each_is_its_own() -> None:
    text = "城东、城西两县偏低，持卡率分别为 88.4%、86.9%，低于全省平均水平 7.9 个百分点和 9.4 个百分点。"
    rows = [str(row[1]) for row in told(_REPORT + text, "subject")]
    assert "城东" in rows[2] and "城西" in rows[3]


@pytest.mark.parametrize(("thing", "unit"), [("次中心", "个"), ("次级站点", "个"), ("次", "个次")])
def test_times_of_things_and_secondary_things(thing: str, unit: str) -> None:
    assert told(f"{_REPORT}建设服务平台 3 个{thing}。", "unit") == [("3", unit)]


def test_a_ratio_lends_its_unit_to_no_other_name() -> None:
    assert told(f"{_REPORT}求人倍率为 1.27，恩格尔系数为 0.31。", "unit") == [("1.27", "倍")]
