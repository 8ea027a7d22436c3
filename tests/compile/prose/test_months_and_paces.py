"""Months that open a statement, paces of what is told before them, ranges that an aim sets, and what persons are counted for."""

from __future__ import annotations

import pytest

from tests.compile.prose.test_progress_reports import told

_HEAD = "东山县2033年1—9月就业情况\n\n"


@pytest.mark.parametrize("noun", ["城镇调查失业率", "失业人员再就业率", "居民消费价格指数"])
def test_a_month_that_opens_a_statement_is_its_time(noun: str) -> None:
    found = told(
        f"{_HEAD}1—9月，全县城镇新增就业1.3万人，8月{noun}5.2%。7月就业困难人员就业460人。\n",
        "subject",
        "period",
    )
    assert found == [
        ("1.3", "城镇新增就业", "2033-01/2033-09"),
        ("5.2", noun, "2033-08"),
        ("460", "就业困难人员就业", "2033-07"),
    ]


def test_a_month_behind_whose_it_is_is_the_time_of_a_headline() -> None:
    found = told("我省4月城镇新增就业2.6万人\n\n2033-05-06\n\n全省就业形势稳定。\n", "subject", "period")
    assert found == [("2.6", "城镇新增就业", "2033-04")]


@pytest.mark.parametrize("stretch", ["6月以上的员工", "6月龄幼儿"])
def test_months_that_pass_are_no_month(stretch: str) -> None:
    found = told(f"{_HEAD}截至9月底，参保52万人，{stretch}310人。\n", "period")
    assert found[-1] == ("310", "2033-09-30")


@pytest.mark.parametrize("pace", ["增速", "增幅", "涨幅"])
def test_a_pace_is_of_the_whole_name_before_it(pace: str) -> None:
    found = told(
        f"{_HEAD}农民工月均收入4260元，比上年增长5.4%，{pace}比上年回落0.3个百分点。\n",
        "subject",
        "indicator_id",
    )
    assert found[-1] == ("0.3", f"农民工月均收入 {pace}比上年回落", None)


def test_how_much_was_added_is_of_what_it_was_added_to() -> None:
    found = told(
        f"{_HEAD}农民工月均收入4260元，比上年提高218元，但增加额比上年同期减少64元，增幅回落1.9个百分点。\n",
        "subject",
        "change",
    )
    assert found[2:] == [
        ("64", "农民工月均收入 增加额比上年同期减少", "decrease"),
        ("1.9", "农民工月均收入 增幅回落", "decrease"),
    ]


@pytest.mark.parametrize(
    ("kept", "operator"),
    [
        ("总体稳定在5.5%左右的年度调控目标范围之内", "~"),
        ("处于5.5%以内的调控目标区间", "<="),
        ("在5.5%的调控目标范围内", "<="),
        ("维持在5.5%的调控目标以内", "<="),
    ],
)
def test_the_range_in_which_a_rate_is_kept_is_an_aim(kept: str, operator: str) -> None:
    found = told(
        f"{_HEAD}全县城镇调查失业率平均为5.2%，{kept}。\n", "indicator_id", "kind", "operator", "period"
    )
    assert [row[1:] for row in found] == [
        ("urban_surveyed_unemployment_rate", "actual", "=", "2033-01/2033-09"),
        ("urban_surveyed_unemployment_rate", "target", operator, "2033"),
    ]


def test_where_a_rate_itself_is_held_is_its_level() -> None:
    found = told(f"{_HEAD}城镇调查失业率稳定在5.1%。\n", "indicator_id", "kind")
    assert found == [("5.1", "urban_surveyed_unemployment_rate", "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "登记失业人员就业2100人",
        "登记失业人员实现就业2100人",
        "帮扶登记失业人员2100人",
        "登记失业人员参加培训2100人",
    ],
)
def test_those_of_the_unemployed_whom_something_is_done_for_are_not_all(text: str) -> None:
    assert told(f"{_HEAD}全县{text}。\n", "indicator_id") == [("2100", None)]


def test_all_who_are_registered_are_all() -> None:
    text = f"{_HEAD}9月末，全县实有登记失业人员2100人。\n"
    assert told(text, "indicator_id") == [("2100", "registered_unemployed")]


@pytest.mark.parametrize("who", ["劳务品牌", "帮扶车间", "合作社", "龙头企业", "东西部协作", "以工代赈"])
def test_jobs_that_others_than_start_ups_bring_are_not_theirs(who: str) -> None:
    assert told(f"{_HEAD}全县{who}带动就业720人。\n", "indicator_id") == [("720", None)]
    assert told(f"{_HEAD}全县返乡创业带动就业720人。\n", "indicator_id") == [("720", "startup_jobs")]


def test_the_name_of_a_chart_of_years_is_no_time_of_what_stands_below() -> None:
    chart = "2027-2033年东山县城镇单位年平均工资及增速"
    found = told(
        f"2033年东山县工资情况\n\n2033年全县城镇单位年平均工资7.1万元。\n\n{chart}\n\n"
        "分行业看，制造业年平均工资6.6万元，建筑业年平均工资5.9万元，住宿和餐饮业、居民服务业的年平均工资与上年大体持平。\n",
        "period",
        "kind",
    )
    assert found == [("7.1", "2033", "actual"), ("6.6", "2033", "actual"), ("5.9", "2033", "actual")]


def test_a_heading_of_years_is_the_time_of_what_stands_below() -> None:
    found = told(
        "2033年东山县就业工作总结\n\n2033年城镇新增就业1.1万人。\n\n2029—2033年工作回顾\n\n城镇新增就业5.2万人。\n",
        "period",
    )
    assert found == [("1.1", "2033"), ("5.2", "2029/2033")]


def test_a_headline_with_a_comma_between_paragraphs_is_one_of_its_own() -> None:
    found = told(
        "2033年东山县社会保险情况\n\n2033年，全县社会保险运行平稳，参加失业保险4.3万人，比上年增加2100人，增长5.1%。\n\n"
        "待遇稳步提高，年末养老保险基金累计结余12.6亿元\n\n"
        "2033年，全县社会保险基金收入合计31亿元，比上年增加2.2亿元，增长7.6%。\n",
        "subject",
        "period",
        "indicator_id",
    )
    assert found[3:5] == [
        ("12.6", "养老保险基金累计结余", "2033-12-31", "pension_fund_balance"),
        ("31", "社会保险基金收入合计", "2033", "social_insurance_fund_income"),
    ]


def test_a_long_headline_with_a_colon_has_parts_as_others_have() -> None:
    found = told(
        "东山县统计局：2033年城镇单位年平均工资7.1万元 采矿业增长速度最高\n\n"
        "2033年全县城镇单位就业人员年平均工资7.1万元，比上年增加4200元，增长6.3%，增速比上年提高0.4个百分点。\n",
        "subject",
    )
    assert found[0] == ("7.1", "城镇单位年平均工资")


@pytest.mark.parametrize("order", ["由高到低依次是", "从高到低排序为", "由高到低为"])
def test_those_in_order_have_what_they_are_ordered_by(order: str) -> None:
    found = told(
        f"{_HEAD}分片区看，企业月平均工资{order}东片、西片和北片，分别为5200元、4900元和4600元，分别增长4%、3%和2%。\n",
        "subject",
    )
    assert [row[1] for row in found] == [
        *(f"企业月平均工资 {part}" for part in ("东片", "西片", "北片")),
        *(f"企业月平均工资 {part}增长" for part in ("东片", "西片", "北片")),
    ]


@pytest.mark.parametrize("already", ["已达到", "已经达到", "早已达到", "已达"])
def test_that_a_number_is_reached_already_is_no_part_of_its_name(already: str) -> None:
    assert told(f"{_HEAD}全县参保人数{already}52万人。\n", "subject") == [("52", "参保人数")]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("扶持大学生、农民创业", ["扶持大学生创业", "扶持农民创业"]),
        ("帮助失业人员、就业困难人员就业", ["帮助失业人员就业", "帮助就业困难人员就业"]),
        ("引导高校毕业生、农民工返乡创业", ["引导高校毕业生返乡创业", "引导农民工返乡创业"]),
        ("扶持创业、带动就业", ["扶持创业", "带动就业"]),
        ("促进就业、创业", ["促进就业", "促进创业"]),
    ],
)
def test_each_of_a_list_is_helped_to_the_same(listed: str, names: list[str]) -> None:
    found = told(f"{_HEAD}全县{listed}分别达310人、470人。\n", "subject")
    assert [row[1] for row in found] == names


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("我市今年力争城镇新增就业1.2万人", "target", "2033"),
        ("全县今年预计城镇新增就业1.2万人", "target", "2033"),
        ("我县明年计划城镇新增就业1.2万人", "target", "2034"),
        ("全市去年城镇新增就业1.2万人", "actual", "2032"),
    ],
)
def test_a_year_behind_whose_it_is_is_no_word_of_what_is_done(text: str, kind: str, period: str) -> None:
    found = told(
        f"东山市就业工作\n\n2033-03-27 东山日报\n\n记者获悉，{text}。\n", "subject", "kind", "period"
    )
    assert found == [("1.2", "城镇新增就业", kind, period)]


def test_a_year_in_a_name_behind_whose_it_is_stays_in_it() -> None:
    assert told(f"{_HEAD}全县当年结余3.1亿元。\n", "subject") == [("3.1", "当年结余")]


@pytest.mark.parametrize("noun", ["城镇调查失业率", "失业人员再就业率", "参保率"])
@pytest.mark.parametrize(
    "risen", ["升至", "受气候影响走高至", "受季节因素拉动小幅上升到", "再次升为", "持续走高至", "又涨到"]
)
def test_where_something_came_to_in_a_later_month_is_of_what_was_told_before(noun: str, risen: str) -> None:
    found = told(f"{_HEAD}3月，全县{noun}为5.2%。4月{risen}5.6%，5月回落至5.3%。\n", "subject", "period")
    assert [(row[0], row[2]) for row in found] == [("5.2", "2033-03"), ("5.6", "2033-04"), ("5.3", "2033-05")]
    assert all(row[1].startswith(noun) for row in found)


@pytest.mark.parametrize("moved", ["连续回落", "持续上升", "逐月走低", "连续两个月下降"])
def test_months_that_go_on_moving_have_their_figures_of_what_was_told_before(moved: str) -> None:
    found = told(
        f"{_HEAD}4月份城镇调查失业率为5.6%，受气候影响走高，5、6月份{moved}，分别为5.5%、5.3%。\n",
        "subject",
        "period",
    )
    assert found == [
        (value, "城镇调查失业率", f"2033-0{month}") for value, month in (("5.6", 4), ("5.5", 5), ("5.3", 6))
    ]
