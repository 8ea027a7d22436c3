"""What is told beside a figure in other ways: two bases at once, signs, peaks, the other side of an account, places, bounds."""

from __future__ import annotations

import pytest

from hrss_tui.plain import MINUS_SIGNS
from tests.compile.prose.test_progress_reports import told

_REPORT = "东岭县人社局2033年工作总结\n\n2033年12月28日\n\n一、工作情况\n\n"


def test_one_thing_against_two_bases() -> None:
    rows = told(
        f"{_REPORT}6月份城镇调查失业率 5.0%，环比、同比分别下降 0.1 个和 0.2 个百分点。", "subject", "change"
    )
    assert rows[1:] == [
        ("0.1", "城镇调查失业率环比下降", "decrease"),
        ("0.2", "城镇调查失业率同比下降", "decrease"),
    ]


def test_a_change_by_its_sign() -> None:
    text = "失业保险和工伤保险咨询分别为 41.2 万个、13.5 万个，同比分别变化-23.6%和+5.1%。失业保险参保 8.9 万人，较上年-0.6%。"
    rows = [row for row in told(_REPORT + text, "value", "change") if row[2]]
    assert [row[1:] for row in rows] == [(23.6, "decrease"), (5.1, "increase"), (0.6, "decrease")]


def test_growth_by_less_than_nothing_keeps_its_sign() -> None:
    assert told(f"{_REPORT}就业人数同比增长-0.5%。", "value", "change") == [("-0.5", -0.5, "increase")]


@pytest.mark.parametrize("sign", MINUS_SIGNS + "－-")
def test_a_minus_sign_is_one_whatever_hyphen_is_typed(sign: str) -> None:
    assert told(f"{_REPORT}补助人数同比增长{sign}0.7%。", "value", "change") == [("-0.7", -0.7, "increase")]


def test_months_in_which_something_peaked() -> None:
    text = "全年来电高峰出现在3月、7月和12月，分别为 7.1 万个、6.8 万个和 6.5 万个；2月最少，为 3.8 万个。日均来电 2.5 万个，是节假日的 5.6 倍。"
    assert told(_REPORT + text, "subject", "period") == [
        ("7.1", "来电高峰", "2033-03"),
        ("6.8", "来电高峰", "2033-07"),
        ("6.5", "来电高峰", "2033-12"),
        ("3.8", "来电高峰", "2033-02"),
        ("2.5", "日均来电", "2033"),
        ("5.6", "日均来电是节假日", "2033"),
    ]


def test_years_into_which_a_figure_is_divided_end_with_its_sentence() -> None:
    text = "东岭县“十六五”培训情况评估报告\n\n2031年至2033年，培训 18.6 万人次；分年度看，2031年 5.2 万人次，2033年 7.2 万人次。发放补贴 2.1 亿元。"
    assert told(text, "period")[-1] == ("2.1", "2031/2033")


def test_the_other_side_of_an_account() -> None:
    text = "从收入看，2031年养老保险基金总收入 10.6 亿元；从支出看，2032年为 9.5 亿元，增长 7.1%。"
    rows = told(_REPORT + text, "subject")
    assert rows == [
        ("10.6", "养老保险基金总收入"),
        ("9.5", "养老保险基金支出"),
        ("7.1", "养老保险基金支出增长"),
    ]


def test_a_level_that_rose_in_steps() -> None:
    rows = told(f"{_REPORT}参保率由2029年的 92.1%、2031年的 94.3%提高到2033年的 96.0%。", "subject", "period")
    assert rows == [
        ("92.1", "参保率由", "2029"),
        ("94.3", "参保率由", "2031"),
        ("96.0", "参保率提高到", "2033"),
    ]


def test_what_goes_on_of_a_county_that_is_in_no_list() -> None:
    rows = told(
        f"{_REPORT}西岭县转移就业 1.7 万人，发放补贴 248 万元；试点县转移就业 2.1 万人，发放补贴 20 万元。",
        "scope",
    )
    assert rows[1] == ("248", "西岭县")
    assert rows[3] == ("20", None)


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("对裁员率不高于参保职工总数 20%的企业给予返还。", "<="),
        ("按不低于常住人口人均 8 元的标准配套。", ">="),
        ("且末县、若羌县不低于 0.6 万人次和 0.6 万人次。", ">="),
    ],
)
def test_a_bound_before_what_a_share_is_of(text: str, operator: str) -> None:
    assert {row[1] for row in told(_REPORT + text, "operator")} == {operator}


def test_who_joins_all_of_several_insurances() -> None:
    rows = told(
        f"{_REPORT}农民工参加养老、医疗、工伤保险人数分别达到 4.2 万人、6.1 万人、8.8 万人。", "subject"
    )
    assert [row[1] for row in rows] == [
        "农民工参加养老保险人数",
        "农民工参加医疗保险人数",
        "农民工参加工伤保险人数",
    ]


def test_a_share_behind_a_part_is_of_the_part() -> None:
    rows = told(f"{_REPORT}公开招聘 1286 人，其中硕士以上 417 人、占比 32.4%。", "subject")
    assert rows[2] == ("32.4", "公开招聘 硕士以上 占比")


def test_what_flows_into_a_fund_names_no_fund() -> None:
    text = "东岭县2033年社会保险基金决算情况说明\n\n一、失业保险基金\n\n收入预算数 23.1 亿元。其中：财政补贴收入预算数 4.1 亿元，决算数 4.6 亿元。本年支出预算数 22.6 亿元。"
    assert told(text, "subject")[-1] == ("22.6", "失业保险基金 支出预算数")


def test_what_is_adjusted_is_so_from_its_day_on() -> None:
    text = (
        "关于调整东岭县最低工资标准的政策解读\n\n2032年12月28日\n\n从2033年1月1日起，最低工资标准调整为三类。\n\n"
        "与调整前相比，一类区域由 1530 元提高到 1680 元，增加 150 元。目前中部六省中，安徽 1520 元。\n"
    )
    periods = [row[1] for row in told(text, "period")]
    assert periods[:3] == [None, "2033-01-01/..", "2033-01-01/.."] and periods[3] != periods[2]


def test_parts_before_a_colon_are_of_what_stands_there() -> None:
    rows = told(f"{_REPORT}举办招聘会：线上 128 场、线下 216 场；提供岗位 19 万个。", "subject")
    assert [row[1] for row in rows[:2]] == ["举办招聘会 线上", "举办招聘会 线下"]


def test_an_arrow_behind_a_figure_names_nothing() -> None:
    assert told(f"{_REPORT}线索办结率：99.2%↑", "subject") == [("99.2", "线索办结率")]


def test_the_end_of_a_month_behind_the_first_figure() -> None:
    rows = told(f"{_REPORT}监测的 1206 家企业2月末在岗职工 48.6 万人。", "period")
    assert rows == [("1206", "2033"), ("48.6", "2033-02-28")]


def test_what_is_paid_in_a_sentence_of_stocks() -> None:
    text = "东岭县2033年国民经济和社会发展统计公报\n\n年末全县参保 21 万人。\n\n全县纳入城市低保 1.2 万人，发放低保金 8960 万元。\n"
    assert [row[1] for row in told(text, "period", kind="bulletin")] == ["2033-12-31", "2033-12-31", "2033"]


def test_what_is_expected_of_the_year_ends_with_its_part() -> None:
    text = "1—11月，城镇新增就业 3.4 万人，预计全年达 3.7 万人；失业人员再就业 1.1 万人。"
    assert [row[1] for row in told(_REPORT + text, "period")] == [
        "2033-01/2033-11",
        "2033",
        "2033-01/2033-11",
    ]


def test_five_years_in_a_plan_that_looks_back_are_those_before_it() -> None:
    text = "东岭县人社事业发展“十六五”规划\n\n一、发展基础\n\n到2030年末，参保率 97.6%。五年发放贷款 4.7 亿元。\n\n二、主要任务\n\n五年发放贷款 5.1 亿元。\n"
    assert told(text, "period", "kind", kind="plan")[1:] == [
        ("4.7", "2026/2030", "cumulative"),
        ("5.1", "2031/2035", "target"),
    ]


def test_the_task_that_is_fulfilled_early_is_one_of_the_year() -> None:
    text = "1至11月，城镇新增就业 4.87 万人，提前一个月完成全年 4.8 万人的任务。"
    assert told(_REPORT + text, "kind", "period") == [
        ("4.87", "actual", "2033-01/2033-11"),
        ("4.8", "target", "2033"),
    ]


@pytest.mark.parametrize(
    "in_all",
    [
        "收入合计 {} 亿元，支出合计 {} 亿元",
        "总收入 {} 亿元、总支出 {} 亿元",
        "收入总额 {} 亿元，支出总额 {} 亿元",
    ],
)
@pytest.mark.parametrize("joint", ["。其中，全年", "，其中，"])
def test_a_fund_told_of_behind_all_funds_has_two_sides_of_its_own(in_all: str, joint: str) -> None:
    text = f"社会保险基金{in_all.format('87.4', '61.2')}{joint}工伤保险基金收入 4.5 亿元，支出 3.6 亿元；失业保险基金收入 5.7 亿元，支出 2.8 亿元。"
    assert told(_REPORT + text, "indicator_id") == [
        ("87.4", "social_insurance_fund_income"),
        ("61.2", "social_insurance_fund_expenditure"),
        ("4.5", "injury_fund_income"),
        ("3.6", "injury_fund_expenditure"),
        ("5.7", "unemployment_fund_income"),
        ("2.8", "unemployment_fund_expenditure"),
    ]


@pytest.mark.parametrize(
    ("income", "spending"),
    [
        ("收入执行数", "支出执行数"),
        ("预算收入", "预算支出"),
        ("收入预计执行数", "支出预计执行数"),
        ("收入", "支出"),
    ],
)
@pytest.mark.parametrize("stop", ["。", "；"])
def test_the_spending_of_a_budget_is_no_part_of_its_income(income: str, spending: str, stop: str) -> None:
    text = (
        "东岭县2033年社会保险基金预算说明\n\n"
        f"工伤保险基金{income} 9.5 万元，其中：保险费收入 6.2 万元，利息收入 3.3 万元{stop}{spending} 8.1 万元，其中：劳动能力鉴定费 0.3 万元。"
        "本年收支结余 1.4 万元，累计结余 7.6 万元。\n"
    )
    found = dict(told(text, "indicator_id", kind="budget"))
    assert {printed: found[printed] for printed in ("9.5", "8.1", "1.4", "7.6")} == {
        "9.5": "injury_fund_income",
        "8.1": "injury_fund_expenditure",
        "1.4": "injury_fund_surplus",
        "7.6": "injury_fund_balance",
    }
    assert found["3.3"] is None and found["0.3"] is None


def test_the_spending_of_a_department_has_no_fund() -> None:
    text = "东岭县2033年部门决算\n\n本年收入决算数 95 万元，其中财政拨款收入 62 万元。支出决算数 92 万元。\n"
    assert told(text, "subject", kind="budget")[-1] == ("92", "支出决算数")
