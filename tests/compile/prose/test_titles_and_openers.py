"""What a title, or the first words of a paragraph, say of the time and the mood of what stands below them."""

from __future__ import annotations

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.sources.decode import decode
from tests.compile.prose.test_told_plainly import harvest_of

Row = tuple[str, str | None, str]


def rows_of(text: str) -> list[Row]:
    return [(row.printed, row.period, row.kind) for row in harvest_of(text)]


def subjects_of(text: str) -> list[str]:
    return [row.subject for row in harvest_of(text)]


@pytest.mark.parametrize(
    "title",
    [
        "关于印发2033年度青山省人社事业发展情况的通知",
        "关于公布2033年青山省就业数据的通知",
        "关于通报2033年技能培训工作总结的通知",
    ],
)
def test_a_notice_that_only_publishes_a_report_is_one(title: str) -> None:
    text = f"{title}\n\n青人社函〔2034〕6号\n\n2033年，全省城镇新增就业31.2万人。建成零工市场86家。\n"
    assert [row[2] for row in rows_of(text)] == ["actual", "actual"]


def test_a_notice_that_orders_something_plans_it() -> None:
    text = "关于做好2033年技能培训工作的通知\n\n全省开展培训31万人次。\n"
    assert rows_of(text) == [("31", "2033", "target")]


@pytest.mark.parametrize("opener", ["现将2033年1～9月", "现将1—9月", "现就2033年前三季度"])
def test_the_months_of_which_a_paper_announces_that_it_reports(opener: str) -> None:
    text = (
        "关于2033年前三季度人社重点指标的通报\n\n"
        f"2033年，全市承担了多项民生任务。{opener}全市指标完成情况通报如下：\n\n一、就业\n\n"
        "失业人员再就业8320人，完成任务的91%。\n\n2033年10月12日\n"
    )
    assert [row[:2] for row in rows_of(text)] == [("8320", "2033-01/2033-09"), ("91", "2033-01/2033-09")]


def test_a_title_that_names_the_year_of_an_aim_is_of_its_day() -> None:
    text = (
        "到2036年 青山省将新增技能人才42万人\n\n2034年03月18日\n\n"
        "到2036年，全省将新增技能人才42万人。\n\n全省现有技工院校86所。\n"
    )
    (found,) = compile_documents(decode(text.encode(), "a.txt"))
    assert found.source.document.year == 2034
    assert [(row.printed, row.period) for row in harvest_of(text)][1:] == [
        ("42", "2036-12-31"),
        ("86", "2034"),
    ]


def test_what_news_says_will_be_done_is_told_point_by_point() -> None:
    text = (
        "青山省人社厅介绍今年安排\n\n2034年03月18日\n\n"
        "省人社厅将在以下三个方面下功夫。\n\n一是扩大就业，如2034年，全省城镇新增就业31万人左右，举办招聘会900场以上。\n\n"
        "二是引进博士后320人。\n\n截至2月底，全省参保人数为812万人。\n"
    )
    assert rows_of(text) == [
        ("31", "2034", "target"),
        ("900", "2034", "target"),
        ("320", "2034", "target"),
        ("812", "2034-02-28", "actual"),
    ]


def test_an_event_has_its_own_year_and_lends_it_to_nothing_behind_its_sentence() -> None:
    text = (
        "青山人社晒出成绩单\n\n2034-06-24\n\n"
        "在2033年度根治欠薪冬季专项行动中，全省查处案件183件，追发工资2.1亿元。举办招聘会36场。\n\n截至目前，就业稳定。\n"
    )
    assert [row[:2] for row in rows_of(text)] == [("183", "2033"), ("2.1", "2033"), ("36", "2034")]


def test_dots_that_leave_off_end_a_sentence() -> None:
    text = "青山人社成绩单\n\n2034-06-24\n\n一季度失业率5.1%；开展技能培训4.2万人次……人社厅近日公布的“成绩单”显示，就业稳定。\n"
    assert subjects_of(text)[1] == "开展技能培训"


def test_several_years_hold_for_the_paragraphs_behind_until_another_time_is_named() -> None:
    text = (
        "青山县民生投入加大\n\n2034-11-07\n\n过去五年，全县累计新增就业6.3万人。\n\n新建养老机构15处。\n\n"
        "2034年，全县举办招聘会62场。\n\n培训保育员310人。\n"
    )
    assert [row[:2] for row in rows_of(text)] == [
        ("6.3", "2030/2034"),
        ("15", "2030/2034"),
        ("62", "2034"),
        ("310", "2034"),
    ]


@pytest.mark.parametrize(
    ("first", "behind"),
    [
        ("过去五年，全县累计新增就业6.3万人。", "接下来，将举办招聘会48场。"),
        ("过去五年，全县累计新增就业6.3万人。", "与2030年相比，参保人数增加2.1万人。"),
        ("2031年，县里与海城市结对。五年来，累计输送劳动力3.2万人。", "开展培训56期。"),
    ],
)
def test_several_years_do_not_hold_for_what_is_next_or_held_against_another_time(
    first: str, behind: str
) -> None:
    text = f"青山县民生投入加大\n\n2034-11-07\n\n{first}\n\n{behind}\n"
    assert rows_of(text)[-1][1] == "2034"


def test_the_years_to_come_begin_behind_a_year_that_is_nearly_over() -> None:
    later = "青山县民生投入加大\n\n2034-11-07\n\n未来五年，全县新建学校12所。\n"
    assert rows_of(later) == [("12", "2035/2039", "target")]
    assert rows_of(later.replace("11-07", "02-07")) == [("12", "2034/2038", "target")]


def test_where_something_was_said_is_no_part_of_a_name() -> None:
    text = "2034年青山县人社工作总结\n\n在全省技能大赛上，选手获金牌5枚。\n"
    assert subjects_of(text) == ["选手获金牌"]


def test_names_that_turn_the_words_of_an_indicator_round_are_that() -> None:
    text = "2034年青山县人社工作总结\n\n城镇失业登记率3.1%。新增创业担保贷款发放2.6亿元。城乡劳动力职业技能培训820人。\n"
    assert [row.indicator_id for row in harvest_of(text)] == [
        "urban_registered_unemployment_rate",
        "startup_loans",
        "training_people",
    ]


def test_months_of_which_a_rate_is_told_each_have_their_own() -> None:
    text = "2034年青山省一季度市场供求情况\n\n1—3月的求人倍率分别为1.20、1.15和1.33。\n\n1—2月失业保险、工伤保险参保人数分别为3万人、4万人。\n"
    assert [row[1] for row in rows_of(text)] == [
        "2034-01",
        "2034-02",
        "2034-03",
        "2034-01/2034-02",
        "2034-01/2034-02",
    ]


@pytest.mark.parametrize("dash", "—―─–")
def test_any_dash_is_between_two_months(dash: str) -> None:
    text = f"青山省就业情况\n\n2034-06-22\n\n今年1{dash}5月，全省新增就业11.5万人。\n"
    assert rows_of(text) == [("11.5", "2034-01/2034-05", "actual")]


def test_what_the_budget_of_the_year_before_was_is_no_outcome_of_it() -> None:
    text = "2034年青山市“三公”经费预算汇总情况说明\n\n2034年“三公”经费预算总额为890万元，较2033年的920万元减少30万元。\n"
    assert [row for row in rows_of(text) if row[0] == "920"] == [("920", "2033", "amount")]


def test_a_plan_that_news_tells_behind_what_was_done_last_year_is_of_this_one() -> None:
    text = "青山力争全年新增就业18万人\n\n2034-04-25\n\n会议指出，2033年，全市新增就业19万人。\n\n全市计划建成零工市场12家。\n"
    assert rows_of(text) == [("18", "2034", "target"), ("19", "2033", "actual"), ("12", "2034", "target")]


def test_a_plan_in_a_report_on_a_year_is_of_that_year() -> None:
    text = "青山县2033年工作情况\n\n2034-01-25\n\n力争全年培训2000人，实际培训2100人。\n"
    assert [row[1] for row in rows_of(text)] == ["2033", "2033"]


def test_a_headline_between_whole_paragraphs_is_no_beginning_of_the_next() -> None:
    long = (
        "全省认真落实各项部署，坚持把稳就业放在更加突出的位置，大力实施积极的就业政策，着力提供全方位服务，"
        * 3
    )
    text = (
        "青山就业形势稳定\n\n2034-04-19\n\n失业人员再就业超25万人、就业见习超2万人\n"
        f"4月18日，省就业局发布一季度就业形势。{long}形势稳定。\n{long}失业人员再就业7.1万人。\n{long}保持稳定。\n"
    )
    assert subjects_of(text)[:2] == ["失业人员再就业", "就业见习"]


def test_shares_of_what_a_long_name_says_are_of_that() -> None:
    text = "2034年度“三公”经费支出决算情况说明\n\n青山县就业局2034年度一般公共预算及政府性基金财政拨款“三公”经费支出决算中，公务接待费支出1.9万元，占29.8%。\n"
    assert subjects_of(text)[1] == "公务接待费支出占一般公共预算及政府性基金财政拨款“三公”经费支出决算"
