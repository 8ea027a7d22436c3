"""A measure that several have stands before the first of them; what was done of it behind them is of none of them."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("求职创业补贴标准为中职 900 元、高职 1200 元。", ["求职创业补贴标准 中职", "求职创业补贴标准 高职"]),
        (
            "吸纳就业补贴标准分别为：民办 600 元、公办 800 元。",
            ["吸纳就业补贴标准 民办", "吸纳就业补贴标准 公办"],
        ),
        ("见习补贴标准按本科 1700 元、专科 1400 元执行。", ["见习补贴标准 本科", "见习补贴标准 专科"]),
        ("工伤保险费率是一类 0.2%、二类 0.4%。", ["工伤保险费率 一类", "工伤保险费率 二类"]),
        ("低保标准为每人每月 700 元、800 元。", ["低保标准为每人每月", "低保标准为每人每月"]),
    ],
)
def test_each_has_the_measure(text: str, subjects: list[str]) -> None:
    assert [row.subject for row in observe(text)] == subjects


def test_what_was_paid_behind_the_list_is_of_the_subsidy_and_not_of_its_last_grade() -> None:
    rows = observe("见习补贴标准为本科 1700 元、专科 1400 元，累计发放 318 人次、47 万元。")
    assert [row.subject for row in rows[2:]] == ["见习补贴 累计发放"] * 2


def test_a_measure_set_anew_from_a_day_on_is_that_of_those_behind_it() -> None:
    text = "1—9月，发放养老金 7 亿元。最低工资标准自8月1日起上调，一档 2150 元/月、二档 1980 元/月，均比调整前提高 110 元。"
    rows = observe(text, kind="interview")
    assert [(row.subject, row.period) for row in rows[1:]] == [
        ("最低工资标准 一档", "2033-08-01/.."),
        ("最低工资标准 二档", "2033-08-01/.."),
        ("最低工资标准比调整前提高", "2033-08-01/.."),
    ]


def test_whom_a_raised_standard_reaches_is_named_by_it() -> None:
    assert observe("特困供养标准提高，惠及 2 万人。")[0].subject == "特困供养标准提高 惠及"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("见习补贴标准为本科 1700 元、专科 1400 元，支出 47 万元。", "见习补贴 支出"),
        ("见习补贴标准为本科 1700 元、专科 1400 元，全年共补贴 318 人次。", "补贴"),
        ("筹资标准为学生 410 元、成人 430 元，财政补助标准为每人 690 元。", "财政补助标准为每人"),
        ("考务收费标准为一科 60 元、两科 110 元；全年收费 83 万元。", "收费"),
        ("报销比例：乡镇 85%、县级 75%，年度限额 12 万元。", "年度限额"),
        ("失业保险费率下调，减征 1.7 亿元。", "减征"),
        ("养老金标准提高，企业退休人员月人均 3300 元，机关 4700 元。", "养老金标准 机关"),
        (
            "见习补贴标准为本科 1700 元、专科 1400 元，比上年提高 90 元。",
            "见习补贴标准 专科比上年提高",
        ),
    ],
)
def test_what_is_told_of_something_else_behind_the_list_is_no_part_of_the_measure(
    text: str, subject: str
) -> None:
    assert observe(text)[-1].subject == subject


@pytest.mark.parametrize("ranks", ["两档", "两个档次", "两类标准"])
def test_that_figures_are_so_many_ranks_is_no_name_of_the_last(ranks: str) -> None:
    rows = observe(f"东岭县工作总结\n\n见习补贴标准调整为 1430 元、1260 元{ranks}。")
    assert len({row.subject for row in rows}) == 1
    assert [row.printed for row in rows] == ["1430", "1260"]


def test_each_measure_before_a_colon_is_that_of_its_own_paragraph() -> None:
    text = "东岭县提高标准\n\n城市低保标准：由每人每月 630 元提高到 660 元。\n\n孤儿保障标准：由每人每月 1430 元提高到 1560 元。"
    names = [row.subject[:2] for row in observe(text)]
    assert names == ["城市", "城市", "孤儿", "孤儿"]


def test_all_wages_of_an_hour_are_of_those_whose_wage_of_a_month_was_told() -> None:
    text = "多地上调最低工资标准\n\n2033年4月7日\n\n5月1日起，海南省上调最低工资标准，月最低工资标准分别为 2130 元、2010 元，小时最低工资标准分别为 19.6 元、18.3 元。"
    names = [row.subject for row in observe(text)]
    assert names[2] == names[3]
    assert "海南省" in names[3]


def test_what_was_adjusted_names_the_levels_behind_a_rate() -> None:
    text = "东岭县调整标准\n\n2033年4月20日\n\n从2033年4月1日起调整我县失业保险金发放标准，失业保险金计发比例统一调整至最低工资标准的 85%，由每人每月 1280 元统一调整到每人每月 1610 元。"
    rows = observe(text)
    assert all("失业保险金发放标准" in row.subject for row in rows)
    assert [row.printed for row in rows] == ["85", "1280", "1610"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "月最低工资标准甲类区 1980 元、乙类区 1860 元，小时最低工资标准 19 元、18 元。",
            [
                "月最低工资标准 甲类区",
                "月最低工资标准 乙类区",
                "小时最低工资标准 甲类区",
                "小时最低工资标准 乙类区",
            ],
        ),
        (
            "月最低工资标准：一档 2050 元，二档 1940 元；小时最低工资标准：20.5 元、19.6 元。",
            ["月最低工资标准 一档", "月最低工资标准 二档", "小时最低工资标准 一档", "小时最低工资标准 二档"],
        ),
        (
            "人均月工资大型企业 7200 元、小型企业 5100 元，日工资 330 元、235 元。",
            ["人均月工资 大型企业", "人均月工资 小型企业", "日工资 大型企业", "日工资 小型企业"],
        ),
    ],
)
def test_the_same_per_another_time_is_of_each_of_the_list_before(text: str, names: list[str]) -> None:
    assert [one.subject for one in observe(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("护理补贴一级 900 元、二级 700 元，创业补贴 5000 元、3000 元。", ["创业补贴", "创业补贴"]),
        (
            "月工资标准一档 2050 元、二档 1940 元、三档 1800 元，小时工资标准 20 元、19 元。",
            ["小时工资标准", "小时工资标准"],
        ),
    ],
)
def test_other_or_fewer_figures_are_of_none_of_the_list_before(text: str, names: list[str]) -> None:
    found = observe(text)[-2:]
    assert [(one.subject, one.indicator_id) for one in found] == [(name, None) for name in names]


def test_several_levels_of_one_name_are_no_values_of_its_indicator() -> None:
    found = observe("最低工资标准 2180 元、2040 元、1910 元。最低工资标准 2180 元。")
    assert [one.indicator_id for one in found] == [None, None, None, "minimum_wage"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("年末城镇登记失业率 2.87%，控制在 4% 以内。", "urban_registered_unemployment_rate"),
        ("地区生产总值突破 300 亿元，达 312 亿元。", "gdp"),
    ],
)
def test_a_bound_beside_a_value_is_of_the_same_indicator(text: str, indicator: str) -> None:
    assert [one.indicator_id for one in observe(text)] == [indicator, indicator]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "月最低工资标准一类区 2310 元，二类区 2140 元；小时最低工资标准一类区 23 元，二类区 21 元。",
            [
                "月最低工资标准 一类区",
                "月最低工资标准 二类区",
                "小时最低工资标准 一类区",
                "小时最低工资标准 二类区",
            ],
        ),
        (
            "失业保险费率为 1%，其中单位 0.6%、个人 0.4%；工伤保险费率一类行业 0.3%、二类行业 0.5%。",
            [
                "失业保险费率",
                "失业保险费率 单位",
                "失业保险费率 个人",
                "工伤保险费率 一类行业",
                "工伤保险费率 二类行业",
            ],
        ),
    ],
)
def test_a_measure_of_classes_behind_another_list_is_its_own(text: str, names: list[str]) -> None:
    assert [one.subject for one in observe(text)] == names


def test_a_measure_before_grades_without_a_verb_is_that_of_each() -> None:
    found = observe("参保人数东部地区 31 万人、西部地区 22 万人，失业保险金支出 3 亿元。")
    assert [one.subject for one in found] == ["参保人数 东部地区", "参保人数 西部地区", "失业保险金支出"]
