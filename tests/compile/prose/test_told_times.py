"""When something is so that is told beside the time of something else: of a founding, of the news, of a pair, of a limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compile.prose.reader import observe
from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_STORY = "东岭县的零工驿站\n\n东岭日报 2033-09-21\n\n"
_NOTICE = "关于开展2033—2034年度根治欠薪冬季专项行动的通告\n\n东岭县人社局\n\n"
_REPORT = "东岭县人社局2033年工作总结\n\n2033年12月28日\n\n一、工作情况\n\n"


@pytest.mark.parametrize("event", ["投产", "投入使用", "返乡创业", "开业", "由旧粮库改建投用"])
def test_when_a_thing_began_is_not_when_its_figures_are(event: str) -> None:
    rows = told(f"{_STORY}该厂由县里引进，去年 6 月{event}，用工 412 人。每天接单 180 单。", "period")
    assert rows == [("412", "2033"), ("180", "2033")]


def test_a_time_that_says_when_it_was_done_is_kept() -> None:
    assert told(f"{_STORY}去年 6 月，县里组织培训，结业 412 人。", "period") == [("412", "2032-06")]


@pytest.mark.parametrize(
    "lead",
    ["8月25日，记者从县人社局获悉，", "8月25日，笔者从县人社局了解到，", "8月25日，县政府召开新闻发布会，"],
)
def test_the_day_of_the_news_is_not_that_of_what_it_tells(lead: str) -> None:
    assert told(f"{_STORY}{lead}全县检查用人单位 712 户。", "period") == [("712", "2033")]


def test_a_pair_without_times_is_of_those_of_the_pair_before() -> None:
    text = "缴费人数由2031年末的 9.2 万人降至2033年末的 8.8 万人，抚养比由 2.3:1 降至 1.9:1；月人均养老金由 2810 元提高到 3120 元。"
    assert [row[1] for row in told(_REPORT + text, "period")] == ["2031-12-31", "2033-12-31"] * 3


def test_years_that_are_written_before_a_pair_are_its_times() -> None:
    rows = told(f"{_REPORT}2029年至2033年，全县社保支出由 3.1 亿元增加到 4.6 亿元。", "period")
    assert rows == [("3.1", "2029"), ("4.6", "2033")]


def test_five_years_begin_with_no_year_that_is_known() -> None:
    rows = told(f"{_REPORT}五年来，全县社保支出由 3.1 亿元增加到 4.6 亿元。", "period")
    assert rows == [("3.1", None), ("4.6", "2033")]


@pytest.mark.parametrize(
    ("told_of", "words", "period"),
    [
        ("2033年第三季度", "上季度为", "2033-04/2033-06"),
        ("2033年第一季度", "上一季度为", "2032-10/2032-12"),
        ("2033年8月", "上月为", "2033-07"),
        ("2033年1月", "上个月", "2032-12"),
        ("2033年8月", "上季度为", None),
    ],
)
def test_the_quarter_or_month_before_is_of_its_figure_alone(told_of: str, words: str, period: str) -> None:
    text = f"{told_of}，全县新增就业 620 人，{words} 580 人，比上年同期增加 30 人。"
    rows = told(f"东岭县{told_of}就业形势分析\n\n{text}", "period")
    assert [row[1] for row in rows] == [rows[0][1], period, rows[0][1]]


@pytest.mark.parametrize(("day", "period"), [("2033年2月8日", "2030/2032"), ("2033年9月8日", "2031/2033")])
def test_a_speech_at_a_meeting_of_the_year_looks_back_on_whole_years(day: str, period: str) -> None:
    head = f"在2033年全县人社工作会议上的讲话\n\n{day}\n\n"
    assert told(f"{head}三年来，全县累计发放稳岗资金 6,100 万元。", "period") == [("6,100", period)]


@pytest.mark.parametrize("words", ["头11个月", "前11个月", "2033年头11个月"])
def test_the_first_months_of_a_year_are_no_number_of_months(words: str) -> None:
    rows = told(f"东岭县2033年就业通报\n\n{words}，全县新增就业 620 人。", "period")
    assert rows == [("620", "2033-01/2033-11")]


@pytest.mark.parametrize("plan", ["年度培训计划", "年度用工计划", "全年培训任务"])
def test_how_much_of_a_plan_was_done_is_no_plan_and_of_the_months_told(plan: str) -> None:
    rows = told(f"东岭县2033年1—10月就业通报\n\n1—10月，新增就业 620 人；{plan}完成 86%。", "kind", "period")
    assert rows[1] == ("86", "actual", "2033-01/2033-10")


def test_what_is_handed_down_behind_what_was_done_is_a_task_again() -> None:
    text = "市下达新增就业目标 600 人，实际完成 640 人；下达技能培训任务 900 人次，实际完成 870 人次。"
    rows = told(f"东岭县2033年就业通报\n\n{text}", "kind")
    assert rows == [("600", "target"), ("640", "actual"), ("900", "target"), ("870", "actual")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("东岭县2034年政府工作报告任务分解方案", "target"),
        ("2034年《政府工作报告》重点任务分工方案", "target"),
        ("2034年《政府工作报告》任务分工落实情况", "actual"),
    ],
)
def test_who_is_to_do_what_a_work_report_names_is_a_plan(title: str, kind: str, tmp_path: Path) -> None:
    text = f"{title}\n\n一、城镇新增就业 1,700 人（责任单位：县人社局）。\n"
    assert [row["kind"] for row in compile_text(text, tmp_path)["observations"]] == [kind]


def test_before_a_day_is_when_something_has_to_be_so() -> None:
    rows = told(f"{_NOTICE}2034年1月20日前，其他欠薪案件办结率达到 98%。", "kind", "period")
    assert rows == [("98", "target", "2034-01-20")]


def test_before_a_day_that_is_over_it_was_so() -> None:
    assert told(f"{_REPORT}6月底前，已完成培训 800 人。", "kind") == [("800", "actual")]


def test_a_share_of_the_task_of_the_year_is_due_when_it_is_said() -> None:
    text = "东岭县2033年就业工作方案\n\n2033年2月8日\n\n6月底前完成全年任务的 60%。"
    assert told(text, "kind", "period") == [("60", "target", "2033-06-30")]


def test_a_notice_over_two_years_speaks_in_the_first() -> None:
    rows = told(f"{_NOTICE}今年1—10月，受理线索 1462 条。\n\n举报属实的，给予举报人 500 元奖励。", "period")
    assert rows == [("1462", "2033-01/2033-10"), ("500", None)]


def test_what_has_to_be_paid_has_two_bounds() -> None:
    rows = told(f"{_NOTICE}考核优秀的，给予单位 5 万元以上 10 万元以下的奖励。", "operator", "period")
    assert rows == [("5", ">=", None), ("10", "<=", None)]


def test_so_many_bodies_between_two_bounds_are_sorted_by_them() -> None:
    assert told(f"{_REPORT}30 人以上 100 人以下企业 46 家。", "subject")[-1][0] == "46"


@pytest.mark.parametrize("word", ["提前一个月", "提前 2 个月"])
def test_a_month_early_is_no_month_of_the_year(word: str) -> None:
    rows = told(f"{_REPORT}1至11月，新增就业 4.7 万人，{word}完成年度任务，同比增加 0.2 万人。", "period")
    assert [row[1] for row in rows] == ["2033-01/2033-11"] * 2


def test_a_stock_behind_what_flowed_until_its_day_is_of_the_day() -> None:
    text = "东岭县人社局2033年上半年工作总结\n\n截至6月底，失业保险参保 3.4 万人。发放待遇 3420 万元。社保卡持卡人数 18 万人。"
    assert [row[1] for row in told(text, "period")] == ["2033-06-30", "2033-01/2033-06", "2033-06-30"]


@pytest.mark.parametrize(
    ("clause", "change", "name"),
    [
        ("高于招聘月薪 456 元", "increase", "求职者平均期望月薪高于招聘月薪"),
        ("低于招聘月薪 456 元", "decrease", "求职者平均期望月薪低于招聘月薪"),
        ("但仍低于招聘月薪 456 元", "decrease", "求职者平均期望月薪低于招聘月薪"),
    ],
)
def test_by_how_much_a_level_differs_from_another(clause: str, change: str, name: str) -> None:
    rows = told(f"{_REPORT}求职者平均期望月薪 7642 元，{clause}。", "subject", "change")
    assert rows[1] == ("456", name, change)


def test_how_far_beyond_a_task_is_no_task() -> None:
    rows = told(
        f"{_REPORT}务工 93.5 万人，超过年度目标任务 4.1 万人；参保 93.5 万人，超过年度任务 90 万人。",
        "kind",
        "change",
    )
    assert rows[1:] == [("4.1", "actual", "increase"), ("93.5", "actual", None), ("90", "target", None)]


def test_growth_is_faster_by_points() -> None:
    rows = told(
        f"{_REPORT}本地农民工 5.8 万人，增长 4.5%，增速快于外出农民工 3.9 个百分点。", "subject", "change"
    )
    assert rows[2] == ("3.9", "本地农民工 增速快于外出农民工", "increase")


def test_a_bound_is_no_distance() -> None:
    rows = told(f"{_REPORT}补贴不超过工资的 60%，扣除标准不高于本人工资的 20%。", "operator", "change")
    assert rows == [("60", "<=", None), ("20", "<=", None)]


def test_what_a_place_has_is_what_was_spoken_of() -> None:
    assert told(f"{_STORY}像这样的帮扶车间，东岭县已有 43 家。", "subject") == [("43", "帮扶车间 东岭县")]


def test_against_what_a_change_is_may_be_explained() -> None:
    rows = told(f"{_REPORT}新增就业 5.6 万人，环比（与去年11—12月份相比）下降 6.3%。", "subject", "change")
    assert rows[1] == ("6.3", "新增就业环比（与去年11—12月份相比）下降", "decrease")


@pytest.mark.parametrize("word", ["下一步", "接下来"])
def test_what_comes_next_is_not_of_the_months_that_are_told(word: str) -> None:
    rows = told(f"{_STORY}今年一季度，新增就业 3.4 万人。{word}，该县计划新建车间 12 个。", "period", "kind")
    assert rows == [("3.4", "2033-01/2033-03", "actual"), ("12", "2033", "target")]


def test_the_day_on_which_a_reporter_came_is_not_that_of_what_he_saw() -> None:
    rows = told(f"{_STORY}9月16日，记者走进石桥镇的帮扶车间，员工 128 人。", "period")
    assert rows == [("128", "2033")]


@pytest.mark.parametrize(
    ("months", "day"), [("1—8月", "2033-08-31"), ("上半年", "2033-06-30"), ("前三季度", "2033-09-30")]
)
def test_the_end_of_the_time_is_that_of_the_months_told_before_it(months: str, day: str) -> None:
    text = (
        f"{months}，全州工伤保险基金收入 3 亿元；期末累计结余 5 亿元。抽查的 320 家企业期末在岗职工 2 万人。"
    )
    rows = observe(text, kind="other")
    assert [(row.period, row.kind) for row in (rows[1], rows[3])] == [(day, "actual")] * 2


@pytest.mark.parametrize("behind", ["自11月1日起执行", "上述标准从11月1日起施行", "均自2033年11月1日起发放"])
def test_a_standard_is_so_from_the_day_that_its_sentence_names_last(behind: str) -> None:
    rows = told(f"{_STORY}见习补贴标准为 1430 元、1260 元，{behind}。每天接单 180 单。", "period")
    assert rows == [("1430", "2033-11-01/.."), ("1260", "2033-11-01/.."), ("180", "2033")]


def test_what_was_counted_in_a_time_of_its_own_is_not_of_the_day_named_last() -> None:
    rows = told(f"{_STORY}2032年见习补贴标准为 1430 元，新的标准自11月1日起执行。", "period")
    assert rows == [("1430", "2032")]


def test_up_to_a_month_may_be_said_in_one_word() -> None:
    assert told(f"{_STORY}至8月底，新增就业 2.3 万人。", "period") == [("2.3", "2033-08-31")]
    assert told(f"{_STORY}1至8月底，新增就业 2.3 万人。", "period") == [("2.3", "2033-01/2033-08")]


@pytest.mark.parametrize("opens", ["预计整个“十五五”期间", "整个“十五五”时期"])
def test_all_of_a_plan_is_not_the_stretch_told_before(opens: str) -> None:
    text = f"{_STORY}2029到2032年4年间，建设驿站 12 个。{opens}，将建设驿站 36 个，新增席位 480 个。"
    assert [row[1] for row in told(text, "period")] == ["2029/2032", "2026/2030", "2026/2030"]


@pytest.mark.parametrize(
    "change", ["环比小幅回落 0.3", "同比去年同期回落 0.3", "同比上年同期下降 0.3", "环比上月微幅下降 0.3"]
)
def test_a_change_against_a_time_named_twice_or_by_little_is_of_what_was_told(change: str) -> None:
    rows = observe(f"{_REPORT}城镇调查失业率为 5.9%，{change} 个百分点。")
    assert rows[1].subject.startswith("城镇调查失业率")
    assert rows[1].change == "decrease"


def test_what_was_done_before_a_month_is_of_the_year_and_no_aim() -> None:
    text = "青山市人社局2033年工作总结\n\n7月份之前，完成46家单位的申报。办理退休109人。\n"
    assert [(one.printed, one.period, one.kind) for one in observe(text, kind="report")] == [
        ("46", "2033", "actual"),
        ("109", "2033", "actual"),
    ]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("首季全市新增就业4万人", "2033-01/2033-03"),
        ("首季度新增就业4万人", "2033-01/2033-03"),
        ("首季赛参加选手4万人", "2033"),
    ],
)
def test_the_first_season_of_a_year_is_its_first_quarter(words: str, period: str) -> None:
    text = f"青山市人社局2033年工作总结\n\n{words}。\n"
    assert [one.period for one in observe(text, kind="report")] == [period]


@pytest.mark.parametrize("topic", ["社会保障 ", "就业创业工作　", "劳动关系  "])
def test_a_year_behind_the_topic_of_a_paragraph_and_a_blank_is_its_time(topic: str) -> None:
    text = f"民生概况\n\n{topic}2033年，参保单位113家，缴费人数5201人。\n"
    assert [(one.period, one.subject) for one in observe(text, kind="article", year=None)] == [
        ("2033", "参保单位"),
        ("2033", "参保单位 缴费人数"),
    ]
