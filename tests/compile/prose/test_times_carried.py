"""How far a time reaches: over sentences, over a semicolon, behind a pair, and where no text says when it was."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe
from tests.compile.prose.test_progress_reports import told

_BULLETIN = "2033年东岭县民政事业发展统计公报\n\n东岭县民政局\n\n"
_REPORT = "东岭县人社局2033年工作总结\n\n2033年12月28日\n\n一、工作情况\n\n"
_PRESS = "东岭县召开就业工作新闻发布会\n\n时间：2033年10月19日\n\n"
_PLAN = "东岭县民政事业发展“十七五”规划\n\n一、主要目标\n\n"


def test_what_flows_behind_a_day_in_august_is_of_the_months_that_were_told() -> None:
    text = (
        "前三季度，新增就业 3.1 万人。2033年毕业生 2 万人，截至8月31日，落实率为 84%。募集见习岗位 240 个。"
    )
    rows = told(_PRESS + text, "period")
    assert rows[0] == ("3.1", "2033-01/2033-09")
    assert rows[2:] == [("84", "2033-08-31"), ("240", "2033-01/2033-09")]


def test_months_that_end_before_the_day_of_a_stock_do_not_reach_behind_it() -> None:
    text = "1—5月，新增就业 3.1 万人。截至6月底，失业保险参保 9 万人。发放补贴 240 万元。"
    assert told(_PRESS + text, "period")[2] == ("240", "2033-01/2033-06")


def test_what_a_semicolon_sets_beside_a_stock_is_of_its_moment() -> None:
    text = "截至2033年底，共有城市低保对象 1.4 万户，全年支出城市低保资金 1.8 亿元；农村低保对象 5.9 万户、9.3 万人，支出农村低保资金 5.1 亿元。"
    assert [period for _, period in told(_BULLETIN + text, "period")] == [
        "2033-12-31",
        "2033",
        "2033-12-31",
        "2033-12-31",
        "2033",
    ]


def test_a_stock_that_is_told_again_lends_its_moment_to_no_flow() -> None:
    text = "年末养老保险参保 2.9 万人。发放养老金 1.1 亿元。失业保险参保 1.3 万人，为 216 名失业人员发放失业金 318 万元。"
    assert [period for _, period in told(_BULLETIN + text, "period")] == [
        "2033-12-31",
        "2033",
        "2033-12-31",
        "2033",
        "2033",
    ]


def test_yearly_growth_is_of_the_years_with_which_the_paragraph_began() -> None:
    text = "2029—2033年，成绩显著。低保标准由2028年的 590 元提高到2033年的 760 元，年均增长 5.2%。"
    assert told(_REPORT + text, "period")[2] == ("5.2", "2029/2033")


def test_changes_of_figures_of_two_years_are_of_both() -> None:
    text = "2032—2033年专项行动中，检查用人单位 312 户，追回工资 365 万元，同比分别下降 21.3%、17.8%。"
    assert {period for _, period in told(_REPORT + text, "period")} == {"2032/2033"}


def test_rates_of_the_years_of_a_span_are_one_each_behind_other_figures_too() -> None:
    text = "2032—2033年，新增就业 3 万人，失业率分别为 3.1%、2.9%。"
    assert told(_REPORT + text, "period")[1:] == [("3.1", "2032"), ("2.9", "2033")]


@pytest.mark.parametrize("time", ["疫情期间", "新冠疫情期间", "疫情防控期间", "疫情发生以来"])
def test_no_text_says_when_the_epidemic_was(time: str) -> None:
    text = f"{time}，减免社保费 2 亿元，惠及企业 300 家。举办招聘会 41 场。"
    assert told(_REPORT + text, "period") == [("2", None), ("300", None), ("41", "2033")]


def test_since_something_began_is_open() -> None:
    rows = told(f"{_REPORT}自2031年启动“护苗计划”以来，走访儿童 2.6 万人次。", "kind", "period")
    assert rows == [("2.6", "cumulative", "2031/..")]


def test_the_lowest_of_the_year_is_of_the_month_that_is_named() -> None:
    rows = told(f"{_REPORT}3月份岗位需求 18 万个，12月份岗位需求为全年最低的 8.9 万个。", "period")
    assert rows == [("18", "2033-03"), ("8.9", "2033-12")]


def test_a_month_of_the_year_before_within_a_sentence_is_of_itself_alone() -> None:
    rows = told(f"{_REPORT}张师傅缴费年限长，2032年12月养老金为 3050 元。定额调整增加 32 元。", "period")
    assert rows == [("3050", "2032-12"), ("32", "2033")]


def test_how_many_graduates_of_a_year_there_are_is_no_figure_of_a_month() -> None:
    rows = told(
        f"{_PRESS}截至6月末，脱贫人口务工 9 万人；2033届高校毕业生 2 万人。新增就业 1 万人。", "period"
    )
    assert rows[:2] == [("9", "2033-06-30"), ("2", "2033")]


def test_what_is_to_be_done_every_year_is_not_of_the_last_day_of_something_else() -> None:
    text = "到2040年，护理型床位占比达到 73%。其中，2038年前完成改造 6 家；每年培训干部 800 人次。"
    assert told(_PLAN + text, "period")[1:] == [("6", "2038"), ("800", "2040-12-31")]


def test_what_is_expected_of_the_year_plans_nothing_behind_a_semicolon() -> None:
    text = "1—11月，新增就业 3.4 万人，预计全年达 3.7 万人；困难人员就业 680 人。"
    kinds = [kind for _, kind in told(_REPORT + text, "kind")]
    assert kinds == ["actual", "target", "actual"]


def test_a_list_of_what_was_delivered_holds_no_targets() -> None:
    text = "过去一年，我们办成了一批群众期盼的实事：建成口袋公园 7 个，安装充电桩 368 个。"
    assert told(_REPORT + text, "kind") == [("7", "actual"), ("368", "actual")]


def test_a_report_on_what_was_done_since_a_year_is_of_the_years_since() -> None:
    text = (
        "关于全县社会保险工作情况的报告\n\n——2033年8月27日在东岭县人民代表大会常务委员会会议上\n\n"
        "我向会议报告2029年以来全县社会保险工作情况，请予审议。\n\n一、基本情况\n\n"
        "建成服务站点 168 个。2032年收入 5 亿元。目前，参保率达到 97%。"
    )
    rows = told(text, "period")
    assert rows == [("168", "2029/2033"), ("5", "2032"), ("97", "2033")]


def test_who_is_insured_in_a_paper_of_months_is_counted_at_their_end() -> None:
    text = "东岭县社会保险运行情况（2033年1—8月）\n\n居民养老保险参保人数 28.7 万人。发放养老金 3.1 亿元。"
    assert told(text, "period") == [("28.7", "2033-08-31"), ("3.1", "2033-01/2033-08")]


def test_what_is_expected_of_what_will_begin_is_of_that_year() -> None:
    text = "一期年产纱线 36 万吨；二期将于2034年投产，预计新增岗位 800 个。全县新增就业 3 万人。"
    assert told(_REPORT + text, "period") == [("36", "2033"), ("800", "2034"), ("3", "2033")]


def test_the_next_quarter_is_not_the_year() -> None:
    assert told(f"{_REPORT}下季度，新增就业 3 万人。", "period") == [("3", None)]


def test_an_aim_of_a_growth_is_an_aim() -> None:
    rows = told(f"{_REPORT}失业、工伤保险目标均为净增 5100 人，实际净增 7400 人。", "kind")
    assert rows == [("5100", "target"), ("7400", "actual")]


def test_now_is_no_more_the_end_of_the_month_before() -> None:
    text = "2月末领取失业保险金 7.8 万人。当前需关注：一是毕业生规模 19.6 万人。"
    assert told(_REPORT + text, "period")[1] == ("19.6", "2033")


@pytest.mark.parametrize(
    ("name", "period"), [("新增", "2033-01/2033-06"), ("扩面", "2033-01/2033-06"), ("", "2033-06-30")]
)
def test_who_joined_an_insurance_is_counted_over_its_time(name: str, period: str) -> None:
    text = f"东岭县人社局2033年上半年工作总结\n\n全县{name}参保 1.9 万人。"
    assert told(text, "period") == [("1.9", period)]


@pytest.mark.parametrize("time", ["疫情发生后", "疫情暴发后"])
def test_no_text_says_when_the_epidemic_broke_out(time: str) -> None:
    assert told(f"{_REPORT}{time}，缓缴社保费 3 亿元。", "period") == [("3", None)]


def test_an_epidemic_that_a_name_tells_of_takes_no_year_away() -> None:
    text = f"{_REPORT}2032年全县兑现疫情期间留工补助 6 万元，惠及企业 20 家。"
    assert told(text, "period") == [("6", "2032"), ("20", "2032")]


def test_since_when_something_goes_on_ends_with_its_sentence() -> None:
    text = "东山县2033年农民工情况\n\n2033年，外出务工 3 万人，自2029年以来逐年提高。省内务工 2 万人。"
    assert [(row.printed, row.period) for row in observe(text, "report")] == [("3", "2033"), ("2", "2033")]
    text = "东山县2033年工作报告\n\n“助村”计划自2029年启动实施以来，选派毕业生 310 名。"
    assert [row.period for row in observe(text, "report")] == ["2029/.."]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "“十三五”期间，全县投入帮扶资金 54 亿元，是“十二五”时期 30 亿元的 1.8 倍，年均增长 12.5%。",
            [("54", "2016/2020"), ("30", "2011/2015"), ("1.8", "2016/2020"), ("12.5", "2016/2020")],
        ),
        (
            "全年收取租金 62 万元，为 2031 年 50 万元的 124%，欠租 3 万元。",
            [("62", "2033"), ("50", "2031"), ("124", "2033"), ("3", "2033")],
        ),
        (
            "2033 年初，县人大批准的林业支出 620 万元，调整预算 650 万元。全县林业支出 640 万元。",
            [("620", "2033"), ("650", "2033"), ("640", "2033")],
        ),
        ("2033 年初，在册村民 320 人。全年迁出 40 人。", [("320", "2033-01-01"), ("40", "2033")]),
        ("截至 2033 年 8 月底，已提前下达 2034 年补助项目 16 个。", [("16", "2033-08-31")]),
        (
            "2034 年 2 月 6 日召开局长办公会进行专题研究，要求抓好整改。全年查出问题 63 个。",
            [("63", "2033")],
        ),
    ],
)
def test_a_time_beside_what_is_told_is_not_its_own(text: str, rows: list[tuple[str, str]]) -> None:
    assert [(row.printed, row.period) for row in observe(text, kind="report")] == rows


def test_how_far_each_got_is_of_each() -> None:
    text = "下达指标 90 万元，就业率 80%。其中：甲乡下达指标 50 万元，已用指标 42 万元，执行率 84%；乙乡下达指标 40 万元，已用指标 30 万元，预算结余 10 万元。"
    assert [row.subject for row in observe(text, kind="report")][2:] == [
        "下达指标 甲乡下达指标",
        "下达指标 甲乡下达指标 已用指标",
        "下达指标 甲乡下达指标 已用指标 执行率",
        "下达指标 乙乡下达指标",
        "下达指标 乙乡下达指标 已用指标",
        "下达指标 乙乡下达指标 预算结余",
    ]
