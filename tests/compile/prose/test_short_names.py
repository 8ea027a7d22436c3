"""Names that say less than what they are of: a half, a limit, a group, a part of a mean, one year of what was told before."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "城镇居民人均可支配收入 4.2 万元，增长 5%；农村居民 1.9 万元，增长 6%。",
            [
                ("城镇居民人均可支配收入", "urban_income"),
                ("城镇居民人均可支配收入增长", "urban_income"),
                ("农村居民人均可支配收入", "rural_income"),
                ("农村居民人均可支配收入增长", "rural_income"),
            ],
        ),
        (
            "城市孤儿基本生活标准由 1200 元提高到 1300 元，农村由 1000 元提高到 1100 元。",
            [
                ("城市孤儿基本生活标准由", None),
                ("城市孤儿基本生活标准提高到", None),
                ("农村孤儿基本生活标准由", None),
                ("农村孤儿基本生活标准提高到", None),
            ],
        ),
        ("男职工退休年龄 62 岁，女职工 57 岁。", [("男职工退休年龄", None), ("女职工退休年龄", None)]),
        (  # of a sentence of its own it is not the other half, nor counted otherwise
            "城镇居民人均可支配收入 4.2 万元。农村居民 21 万人。",
            [("城镇居民人均可支配收入", "urban_income"), ("农村居民", None)],
        ),
    ],
)
def test_one_of_two_halves_has_what_the_other_has(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(one.subject, one.indicator_id) for one in observe(text)] == told


def test_a_half_in_short_is_of_the_indicator_of_its_whole_name() -> None:
    found = observe("城市低保标准由每人每月 690 元提高到 730 元，农村由每人每月 510 元提高到 560 元。")
    urban, rural = "urban_living_allowance", "rural_living_allowance"
    assert [one.indicator_id for one in found] == [urban, urban, rural, rural]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全市最低工资标准调整为 2310 元/月。", ("最低工资标准调整", "minimum_wage")),
        ("全日制用工最低工资标准为 2310 元/月。", ("全日制用工最低工资标准", "minimum_wage")),
        ("小时最低工资 23.1 元。", ("小时最低工资", "hourly_minimum_wage")),
    ],
)
def test_a_wage_is_of_its_indicator_however_it_is_stated(text: str, told: tuple[str, str]) -> None:
    assert [(one.subject, one.indicator_id) for one in observe(text)] == [told]


def test_what_a_group_has_of_what_everybody_has_is_its_own_indicator() -> None:
    found = observe("全体居民人均可支配收入 3.3 万元，其中城镇居民 4.1 万元，农村居民 2.2 万元。")
    assert [one.indicator_id for one in found] == ["resident_income", "urban_income", "rural_income"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "职工医保月缴费基数上限为 23100 元，下限为 4620 元。",
            ["职工医保月缴费基数", "职工医保月缴费基数下限"],
        ),
        ("失业保险金标准上限为每月 1980 元，下限为每月 1540 元。", ["失业保险金标准", "失业保险金标准下限"]),
        ("缴费基数上限 21900 元，缴费基数下限 4380 元。", ["缴费基数上限", "缴费基数下限"]),
        ("缴费基数上限为 21900 元。下限 60%。", ["缴费基数", "下限"]),
    ],
)
def test_one_limit_is_of_what_the_other_was_told_of(text: str, names: list[str]) -> None:
    assert [one.subject for one in observe(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (  # what costs more than the mean is the mean of some, too
            "人均月薪 7200 元，其中技师 9800 元、普工 5600 元。",
            ["人均月薪", "人均月薪 技师", "人均月薪 普工"],
        ),
        (
            "地区生产总值 9 亿元，人均 5 万元。其中：第一产业 2 亿元。",
            ["地区生产总值", "地区生产总值 人均", "地区生产总值 第一产业"],
        ),
        (  # money is no part of those who got it
            "发放稳岗返还资金 46 亿元，惠及企业 3 万户。其中，2031 年 21 亿元，2032 年 25 亿元。",
            ["发放稳岗返还资金", "发放稳岗返还资金 惠及企业", "发放稳岗返还资金", "发放稳岗返还资金"],
        ),
        (  # who got it, behind parts of it
            "发放稳岗返还资金 6.1 亿元，其中大型企业 2.3 亿元、小微企业 3.8 亿元，惠及企业 1.4 万户。",
            [
                "发放稳岗返还资金",
                "发放稳岗返还资金 大型企业",
                "发放稳岗返还资金 小微企业",
                "发放稳岗返还资金 惠及企业",
            ],
        ),
        (  # whom one part has is not whom the whole has
            "集体合同 3.1 万份，覆盖职工 150 万人；其中区域性集体合同 0.4 万份，覆盖职工 21 万人。",
            ["集体合同", "集体合同 覆盖职工", "集体合同 区域性集体合同", "覆盖职工"],
        ),
        (  # what stands before a share is no end of another name
            "新增技能人才 4 万人，其中高技能人才 1 万人；技能人才占从业人员 31%。",
            ["新增技能人才", "新增技能人才 高技能人才", "技能人才占从业人员"],
        ),
        (
            "领取人数 31 万人，每月不足 200 元的占 21%（上年 16%）。",
            ["领取人数", "每月不足200元的占", "每月不足200元的占"],
        ),
        (  # parts of what was spent, whatever is told to be the reason that it was less than the budget
            "“三公”经费支出预算为 19 万元，支出决算为 14 万元，主要原因是压减接待。其中：公务接待费支出决算为 3 万元，公务用车运行维护费支出决算为 11 万元。",
            [
                "“三公”经费支出预算",
                "“三公”经费 支出决算",
                "“三公”经费 支出决算 公务接待费支出决算",
                "“三公”经费 支出决算 公务用车运行维护费支出决算",
            ],
        ),
        (  # where the first part tells its budget, the parts are of that
            "“三公”经费支出预算为 19 万元，支出决算为 14 万元，主要原因是压减接待。其中：公务接待费预算 6 万元，公务用车运行维护费预算 13 万元。",
            [
                "“三公”经费支出预算",
                "“三公”经费 支出决算",
                "“三公”经费支出预算 公务接待费预算",
                "“三公”经费支出预算 公务用车运行维护费预算",
            ],
        ),
        (  # those behind a rate are of whom it is, and not of those before a semicolon
            "农牧民转移就业 7 万人；高校毕业生就业率 97%，其中省外就业 310 人。",
            ["农牧民转移就业", "高校毕业生就业率", "高校毕业生就业率 省外就业"],
        ),
        (  # each of several parts has its whole
            "参保扩面 96 万人，其中东川区 22 万人，西山区、官渡区分别完成 31 万人、43 万人。",
            ["参保扩面", "参保扩面 东川区", "参保扩面 西山区", "参保扩面 官渡区"],
        ),
        (  # of one name the one is of those who are given the other
            "博士给予 20 万元、每月生活补贴 2500 元，硕士给予 6 万元、每月生活补贴 1200 元。",
            ["博士给予", "博士 每月生活补贴", "硕士给予", "硕士 每月生活补贴"],
        ),
    ],
)
def test_a_figure_is_named_by_what_it_is_of(text: str, names: list[str]) -> None:
    assert [one.subject for one in observe(text)] == names


def test_both_of_two_that_are_called_after_money_have_what_stands_behind_the_last() -> None:
    found = observe("基础养老金、失业保险金标准分别提高到每人每月 190 元、1810 元。")
    assert [one.indicator_id for one in found] == ["basic_pension_base", "unemployment_benefit_standard"]


def test_the_level_behind_a_rise_is_of_the_same_and_no_rise_of_another() -> None:
    found = observe("城乡居民基础养老金最低标准再提高 20 元、达到每人每月 223 元。")
    assert [(one.indicator_id, one.change) for one in found] == [
        ("basic_pension_minimum", "increase"),
        ("basic_pension_minimum", None),
    ]
    assert not any("农村" in one.subject for one in found)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("兑现创业补贴、见习补贴、稳岗返还等各类资金 5 亿元。", None),
        ("发放失业补助金、失业保险金合计 3 亿元。", None),
        (
            "基本养老保险、失业保险、工伤保险三项社会保险基金收入合计 88 亿元。",
            "three_insurances_fund_income",
        ),
        ("财政部、人力资源社会保障部下达就业补助资金 9 亿元。", "employment_subsidy_funds"),
    ],
)
def test_several_kinds_of_money_together_are_no_value_of_one(text: str, indicator: str | None) -> None:
    assert [one.indicator_id for one in observe(text)] == [indicator]


def test_whom_wages_were_recovered_for_are_counted_behind_them() -> None:
    found = observe("追讨欠薪 0.8 亿元，涉及职工 3100 人。农村调查失业率 3%。")
    assert [one.indicator_id for one in found] == ["back_pay", "back_pay_workers", None]
