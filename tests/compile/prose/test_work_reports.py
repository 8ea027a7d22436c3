"""What the reports of governments say in ways of their own, with invented places and figures."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe
from tests.compile.prose.test_progress_reports import told as told_in


def told(text: str, *names: str) -> list[tuple[object, ...]]:
    """The printed figures of a report with the columns that are asked for."""
    records = observe(f"2034年随州市政府工作报告\n\n{text}\n", kind="report", year=2034)
    return [(record.printed, *(getattr(record, name) for name in names)) for record in records]


@pytest.mark.parametrize(
    "opening",
    [
        "刚刚过去的2033年",
        "各位代表，刚刚过去的2033年",
        "过去的2033年",
        "极不平凡的2033年",
        "回顾2033年",
        "2033年",
    ],
)
def test_a_year_that_is_looked_back_on_holds_for_the_paragraph(opening: str) -> None:
    text = (
        "一、“十六五”时期工作回顾\n\n五年来主要做了以下工作。\n\n累计发放补贴12亿元。\n\n"
        f"{opening}，全市上下顶压前行，顺利完成全年目标任务。民生保障有力。城镇新增就业4.2万人。\n"
    )
    assert told(text, "period") == [("12", "2029/2033"), ("4.2", "2033")]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("较2028年的", "2028"),
        ("比“十五五”末的", "2030-12-31"),
        ("比上年的", "2032"),
        ("较上年末的", "2032-12-31"),
        ("比2031年", "2031"),
    ],
)
def test_a_level_that_is_measured_against_has_a_time_of_its_own(words: str, period: str) -> None:
    text = f"2033年，全市参加工伤保险人数达到41万人，{words}36万人增加5万人，增长13.9%。"
    assert told(text, "subject", "period", "change")[:3] == [
        ("41", "参加工伤保险人数", "2033", None),
        ("36", "参加工伤保险人数", period, None),
        ("5", f"参加工伤保险人数{words}增加", "2033", "increase"),
    ]
    assert told(text, "against", "change")[3] == ("13.9", words[1:].removesuffix("的"), "increase")


@pytest.mark.parametrize("opener", ["包括", "具体包括", "主要包括", "分别是"])
def test_what_is_listed_under_so_many_targets_is_named_by_itself(opener: str) -> None:
    text = f"《规划》设置了22项主要指标，{opener}：城镇新增就业60万人以上，城镇调查失业率控制在5%以内。"
    assert [row[1] for row in told(text, "subject")][-1] == "城镇调查失业率"


def test_parts_of_so_many_tasks_are_parts() -> None:
    text = "2033年，全市完成重点工作20项，其中：就业类12项，社保类8项。"
    assert told(text, "subject")[1:] == [("12", "完成重点工作 就业类"), ("8", "完成重点工作 社保类")]


@pytest.mark.parametrize(
    ("words", "period"),
    [("今后五年", "2034/2038"), ("未来三年", "2034/2036"), ("今后5年内", "2034/2038"), ("未来一年", "2034")],
)
def test_years_ahead_begin_with_the_year_of_the_report(words: str, period: str) -> None:
    assert told(f"{words}，全市城镇新增就业20万人以上。", "period", "kind") == [("20", period, "target")]


def test_a_time_that_is_open_and_said_in_passing_is_of_its_sentence() -> None:
    text = "2033年，全市就业形势稳定。失业率2030年以来连续11个季度低于全省平均水平。发放稳岗补贴3亿元。"
    assert told(text, "period") == [("11", "2030/.."), ("3", "2033")]


def test_an_open_time_that_leads_goes_on() -> None:
    text = "2030年以来，全市稳岗政策持续发力。发放稳岗补贴3亿元。"
    assert told(text, "period") == [("3", "2030/..")]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("二〇三三年", "2033"),
        ("二○三一年", "2031"),
        ("二零三三年末", "2033-12-31"),
        ("一九九八年", "1998"),
        ("二〇三三年六月", "2033-06"),
        ("截至二〇三三年十一月底", "2033-11-30"),
        ("截至二〇三三年十二月底", "2033-12-31"),
    ],
)
def test_a_year_in_words_is_a_time(words: str, period: str) -> None:
    text = f"五年来，累计发放补贴12亿元。\n\n{words}，全市参加工伤保险人数41万人。"
    assert told(text, "period")[1] == ("41", period)


@pytest.mark.parametrize("words", ["年均增长", "年平均增长", "平均每年增长"])
def test_yearly_growth_is_of_the_year_that_was_reached(words: str) -> None:
    text = f"城镇居民收入由2029年的2.4万元提高到2032年的3万元，{words}7.7%。今年上半年发放补贴3亿元，完成全年计划的52%。"
    assert told(text, "period")[:3] == [("2.4", "2029"), ("3", "2032"), ("7.7", "2032")]
    assert told(text, "period")[3] == ("3", "2034-01/2034-06")


@pytest.mark.parametrize(
    "opener",
    [
        "各县区技能人才培养任务分别为",
        "各市州技能人才培养目标为",
        "各地技能人才培养如下",
        "分县区看技能人才培养情况",
    ],
)
def test_what_is_spread_over_places_is_named_with_each(opener: str) -> None:
    text = f"{opener}：东湖区1200人，西塘县800人。全市发放补贴3亿元。"
    assert [row[1] for row in told(text, "subject")] == [
        "技能人才培养 东湖区",
        "技能人才培养 西塘县",
        "发放补贴",
    ]


def test_the_tasks_of_a_budget_are_aims_and_its_money_is_not() -> None:
    text = "2033年部门预算说明\n\n二、2033年部门工作任务\n\n城镇新增就业4.2万人；安排补贴300万元。\n\n三、人员情况\n\n实有人员62人。\n"
    found = [(row.printed, row.kind) for row in observe(text, "budget")]
    assert found == [("4.2", "target"), ("300", "amount"), ("62", "actual")]


@pytest.mark.parametrize("words", ["4月，", "4月份，", "4月当月，"])
def test_a_month_that_opens_a_sentence_is_its_time(words: str) -> None:
    text = f"2033年1—4月，全市发放补贴3亿元。{words}发放补贴9000万元。"
    assert told(text, "period") == [("3", "2033-01/2033-04"), ("9000", "2033-04")]


@pytest.mark.parametrize(("words", "change"), [("比上年减少4人", "decrease"), ("较上年增加4人", "increase")])
def test_a_rate_in_brackets_is_that_of_the_change_before_it(words: str, change: str) -> None:
    rows = told(
        f"2033年，全市办结仲裁案件涉及职工62人，{words}（6.1%），其中女职工20人（占32.3%）。", "change"
    )
    assert rows[1:3] == [("4", change), ("6.1", change)]
    assert rows[4] == ("32.3", None)


@pytest.mark.parametrize("heading", ["聚力落实国家战略任务", "用心办好民生实事，生活品质稳步提高"])
def test_tasks_that_were_served_are_none_to_come_in_an_account_of_what_was_done(heading: str) -> None:
    text = (
        f"临江市2034年政府工作报告\n\n一、2033年工作回顾\n\n（二）{heading}\n\n技术合同成交额64亿元。\n\n"
        "二、2034年工作安排\n\n（一）聚力落实国家战略任务\n\n技术合同成交额70亿元。\n"
    )
    rows = told_in(text, "kind", "period", kind="report")
    assert rows == [("64", "actual", "2033"), ("70", "target", "2034")]


@pytest.mark.parametrize(
    "heading",
    ["下半年推进重点工作任务", "明年落实目标任务", "下一阶段推进实施的计划", "力争完成全年目标任务"],
)
def test_tasks_that_a_heading_says_are_to_come_are_so_below_an_account_of_what_was_done(heading: str) -> None:
    text = f"临江市2033年上半年工作总结\n\n一、上半年工作回顾\n\n（一）就业稳定\n\n新增就业2万人。\n\n（四）{heading}\n\n新增就业3万人。\n"
    assert [row[:2] for row in told_in(text, "kind", kind="report")] == [("2", "actual"), ("3", "target")]


@pytest.mark.parametrize("words", ["占全国", "连续4年占全国"])
def test_a_share_of_the_nation_is_of_the_place(words: str) -> None:
    text = f"临江市2034年政府工作报告\n\n一、2033年工作回顾\n\n棉花产量{words}8%以上，加工转化率45%。\n"
    assert [row[1] for row in told_in(text, "scope", kind="report")] == [None, None]


def test_what_measures_are_called_after_is_no_figure() -> None:
    text = (
        "临江市2034年政府工作报告\n\n一、2033年工作回顾\n\n出台稳就业“18条”、“26条”等政策，惠及企业18家。\n"
    )
    assert [row[0] for row in told_in(text, kind="report")] == ["18"]


def test_what_is_in_the_air_has_its_unit() -> None:
    text = "临江市2033年统计公报\n\n全年PM2.5平均浓度31微克/立方米，下降4.1%；臭氧浓度0.9毫克/立方米，颗粒物52μg/m3。\n"
    assert told_in(text, "subject", "unit", kind="bulletin") == [
        ("31", "PM2.5平均浓度", "微克/立方米"),
        ("4.1", "PM2.5平均浓度下降", "%"),
        ("0.9", "臭氧浓度", "毫克/立方米"),
        ("52", "颗粒物", "μg/m3"),
    ]


@pytest.mark.parametrize(
    ("title", "heading", "kind"),
    [
        ("2034年工作总结", "一、2034年主要工作举措", "actual"),
        ("2034年工作总结", "一、2034年重点工作", "actual"),
        ("2034年工作情况报告", "一、2034年重点工作任务", "actual"),
        ("2034年工作总结和2035年工作计划", "一、2034年主要工作措施", "actual"),
        ("2034年工作总结和2035年工作计划", "二、2035年主要工作措施", "target"),
        ("2034年工作总结", "三、2034年工作目标", "target"),
        ("2034年上半年工作总结", "二、2034年下半年重点工作", "target"),
        ("2034年工作报告", "二、2034年主要工作举措", "target"),
    ],
)
def test_a_summary_tells_under_its_measures_what_was_done(title: str, heading: str, kind: str) -> None:
    text = f"青山市人社局{title}\n\n{heading}\n\n（一）稳定就业。举办招聘活动31场，发放补贴64万元。\n"
    assert [one.kind for one in observe(text, kind="report", year=2034)] == [kind, kind]


def test_years_in_a_row_end_with_their_sentence() -> None:
    text = (
        "城镇新增就业与往年持平\n\n2034年城镇新增就业12万人。我们从2032年开始，连续三年城镇新增就业都在11万人以上。"
        "城镇登记失业率是3.2%。\n"
    )
    assert [(one.printed, one.period) for one in observe(text, kind="article", year=None)] == [
        ("12", "2034"),
        ("11", "2032/2034"),
        ("3.2", "2034"),
    ]
