"""Times that stand around a figure: before its bracket, behind a colon, those a rise goes through, those before a new rule."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

_HEAD = "临江市2034年1—4月就业情况\n\n"


@pytest.mark.parametrize(
    ("than", "period"),
    [
        ("2032年同期", "2032-01/2032-04"),
        ("去年同期", "2033-01/2033-04"),
        ("上年", "2033-01/2033-04"),
        ("2031年", "2031"),
    ],
)
def test_a_bracket_behind_a_time_tells_what_there_was_then(built: Built, than: str, period: str) -> None:
    text = _HEAD + f"转移就业2.4万人，完成61%，比{than}（2.1万人）多3000人。培训900人。\n"
    assert built(text, "subject", "period") == [
        ("2.4", "转移就业", "2034-01/2034-04"),
        ("61", "转移就业 完成", "2034-01/2034-04"),
        ("2.1", "转移就业", period),
        ("3000", f"转移就业比{than}（2.1万人）多", "2034-01/2034-04"),
        ("900", "培训", "2034-01/2034-04"),
    ]


def test_a_bracket_with_words_of_its_own_is_of_the_time_told(built: Built) -> None:
    text = _HEAD + "转移就业2.4万人，高于2032年（含跨省1.1万人）。\n"
    assert built(text, "period")[1] == ("1.1", "2034-01/2034-04")


def test_what_follows_a_part_of_an_open_time_is_of_all_of_it(built: Built) -> None:
    text = "临江市人才工作综述\n\n2031年以来，累计发放津贴9.6亿元，其中2033年2.1亿元；引进硕士420人。\n"
    assert built(text, "period", "kind") == [
        ("9.6", "2031/..", "cumulative"),
        ("2.1", "2033", "actual"),
        ("420", "2031/..", "cumulative"),
    ]


def test_as_many_figures_behind_a_colon_as_years_are_of_one_each(built: Built) -> None:
    text = (
        "临江市就业数据\n\n2031—2034年全市求职登记：6.1万人、6.4万人、5.9万人、6.3万人，四年合计24.7万人。\n"
    )
    years = ["2031", "2032", "2033", "2034", "2031/2034"]
    assert [row[1] for row in built(text, "period")] == years


def test_fewer_figures_than_years_are_of_none_of_them(built: Built) -> None:
    text = "临江市就业数据\n\n2031—2034年全市求职登记：6.1万人、6.4万人、5.9万人。\n"
    assert {row[1] for row in built(text, "period")} == {"2031/2034"}


@pytest.mark.parametrize(
    ("head", "told", "periods"),
    [
        ("2033年", "各季度", ["2033-01/2033-03", "2033-04/2033-06", "2033-07/2033-09", "2033-10/2033-12"]),
        ("2033年前三季度", "各季度", ["2033-01/2033-03", "2033-04/2033-06", "2033-07/2033-09"]),
    ],
)
def test_every_quarter_has_its_figure(built: Built, head: str, told: str, periods: list[str]) -> None:
    rates = "、".join(f"4.{number}%" for number in range(len(periods)))
    text = f"临江市{head}就业形势\n\n{head}，全市调查失业率{told}分别为{rates}。\n"
    assert [row[1] for row in built(text, "period")] == periods


@pytest.mark.parametrize("last", ["", "2033年的"])
def test_a_rise_goes_through_the_years_it_names_to_that_of_the_text(built: Built, last: str) -> None:
    text = (
        "临江市2033年培训工作情况\n\n"
        f"合格率从2031年的71.5%、2032年的74.2%提高到{last}78.6%，培训机构达到64家。\n"
    )
    assert built(text, "subject", "period") == [
        ("71.5", "合格率从", "2031"),
        ("74.2", "合格率从", "2032"),
        ("78.6", "合格率提高到", "2033"),
        ("64", "培训机构", "2033"),
    ]


@pytest.mark.parametrize("end", ["同时废止", "停止执行"])
def test_what_was_so_before_a_new_rule_is_of_no_time_of_it(built: Built, end: str) -> None:
    text = (
        "关于调整临江市失业保险金标准的通知\n\n"
        f"失业保险金标准自2033年5月1日起调整为每月1720元，原失业保险金标准1610元、1540元{end}，最低缴费年限1年。\n"
    )
    assert [row[1] for row in built(text, "period")][:3] == ["2033-05-01/..", None, None]
    assert built(text, "subject")[2][1] == "原失业保险金标准"


@pytest.mark.parametrize(
    ("before", "period"),
    [
        ("此前，月标准为1540元", None),
        ("此前月标准为1540元", None),
        ("此前月标准为2030年3月1日起执行的1540元", "2030-03-01/.."),
    ],
)
def test_what_was_so_before_is_of_its_own_time(built: Built, before: str, period: str | None) -> None:
    text = (
        f"临江市2033年失业保险问答\n\n自2033年5月1日起，我市月标准调整为1720元。{before}。现领取人数800人。\n"
    )
    assert [row[1] for row in built(text, "period")][1] == period


def test_this_year_is_not_the_year_that_a_text_without_a_day_names(built: Built) -> None:
    text = "临江市就业工作综述\n\n2030年以来，全市累计培训12.6万人，其中2032年3.2万人、今年1—6月1.6万人。\n"
    assert [row[1] for row in built(text, "period")] == ["2030/..", "2032", None]


@pytest.mark.parametrize(
    ("added", "period"),
    [("三年累计3万套", "2034/2036"), ("五年新增3万套", "2032/2036"), ("五年累计3万套", "2032/2036")],
)
def test_years_added_up_to_a_year_to_come_end_with_it(built: Built, added: str, period: str) -> None:
    text = f"2033年临江市人才发展情况\n\n到2036年，人才总量达到90万人；每年供应公寓1万套，{added}。\n"
    assert built(text, "period", "kind")[-1] == ("3", period, "target")


def test_what_is_done_behind_a_rate_at_the_end_of_a_year_is_of_the_year(built: Built) -> None:
    text = "临江市2034年就业工作要点\n\n毕业生年底就业率达到93%以上，募集岗位1500个，吸纳见习人员900人。\n"
    assert [row[1] for row in built(text, "period")] == ["2034-12-31", "2034", "2034"]


def test_a_bracket_between_two_days_parts_them_not(built: Built) -> None:
    text = "临江市2034年工作情况\n\n2月6日（正月初八）至2月25日，举办招聘会50场。\n"
    assert built(text, "period") == [("50", "2034-02-06/2034-02-25")]


def test_who_does_it_and_by_when_ends_with_its_line(built: Built) -> None:
    text = (
        "2034年临江市人社局重点工作任务清单\n\n"
        "技能培训900人，责任科室：就业科，完成时限：2034年10月\n"
        "走访企业60家，责任科室：监察科\n"
        "发放社保卡2万张，责任科室：信息科\n"
    )
    assert built(text, "subject", "period") == [
        ("900", "技能培训", "2034"),
        ("60", "走访企业", "2034"),
        ("2", "发放社保卡", "2034"),
    ]


def test_what_is_left_is_to_be_done_by_the_day_behind_it(built: Built) -> None:
    text = "临江市2033年实事完成情况\n\n换发社保卡3.6万张，余0.8万张2034年5月底前完成。已改造公寓90套，其中20套2033年6月底前建成。\n"
    assert built(text, "subject", "period", "kind")[1] == ("0.8", "余", "2034-05-31", "target")
    assert built(text, "kind")[3] == ("20", "actual")


def test_what_has_come_together_since_nobody_knows_when_is_of_no_year(built: Built) -> None:
    text = "临江市2033年协作工作盘点\n\n对口帮扶西河县以来，累计帮助劳动力就业5.8万人，2033年帮助0.9万人。\n"
    assert [row[1:] for row in built(text, "period", "kind")] == [(None, "cumulative"), ("2033", "actual")]


@pytest.mark.parametrize("since", ["今年以来", "专项行动开展以来", "春节以来"])
def test_what_was_done_since_some_time_of_the_year_is_of_it(built: Built, since: str) -> None:
    text = f"临江市2033年监察工作盘点\n\n{since}，共检查企业120家。\n"
    assert built(text, "period") == [("120", "2033")]


def test_a_whole_of_which_a_part_is_of_the_year_is_of_more(built: Built) -> None:
    text = "临江市2033年品牌建设成效\n\n累计培训护工8.6万人，就业5.2万人，其中2033年培训6200人；月均工资6500元。\n"
    assert built(text, "period", "kind") == [
        ("8.6", None, "cumulative"),
        ("5.2", None, "actual"),
        ("6200", "2033", "actual"),
        ("6500", "2033", "actual"),
    ]


def test_a_whole_of_which_a_part_is_of_a_month_is_of_the_year(built: Built) -> None:
    text = "临江市2033年品牌建设成效\n\n累计培训护工8.6万人，其中2033年5月培训6200人。\n"
    assert built(text, "period") == [("8.6", "2033"), ("6200", "2033-05")]


def test_the_parts_of_years_are_of_the_money_and_not_of_who_got_it(built: Built) -> None:
    text = (
        "临江市稳岗政策成效（2031—2032年）\n\n2031年至2032年，累计返还资金5亿元，惠及职工9万人次。"
        "其中，2031年2亿元，2032年3亿元。\n"
    )
    assert built(text, "subject", "period")[2:] == [
        ("2", "累计返还资金", "2031"),
        ("3", "累计返还资金", "2032"),
    ]


def test_a_standard_is_of_no_months_in_which_was_paid(built: Built) -> None:
    text = "2033年临江市见习补贴公示\n\n2033年前三季度已发放218万元。标准为每人每月1800元。\n"
    assert [row[1] for row in built(text, "period")] == ["2033-01/2033-09", "2033"]


def test_what_is_paid_to_the_insured_of_a_bulletin_is_of_its_year(built: Built) -> None:
    text = (
        "临江市2033年人力资源和社会保障事业发展统计公报\n\n"
        "居民养老保险参保345万人，其中领取待遇102万人，月人均养老金236元，增加14元。\n"
    )
    assert [row[1] for row in built(text, "period")] == ["2033-12-31", "2033-12-31", "2033", "2033"]


def test_who_was_helped_to_be_insured_is_counted_over_the_year(built: Built) -> None:
    text = "临江市2033年人力资源和社会保障事业发展统计公报\n\n帮助学生参保3.2万人，发放待遇1.7亿元。\n"
    assert built(text, "period")[0] == ("3.2", "2033")


@pytest.mark.parametrize("noun", ["失业保险参保", "工伤保险参保人数"])
def test_who_is_insured_in_a_bulletin_is_counted_at_its_end(built: Built, noun: str) -> None:
    text = f"临江市2033年人力资源和社会保障事业发展统计公报\n\n{noun}78.6万人，全年发放待遇1.7亿元。\n"
    assert [row[1] for row in built(text, "period")] == ["2033-12-31", "2033"]


def test_next_month_alone_is_no_part_of_the_month_of_the_text(built: Built) -> None:
    text = "临江市2033年7月工作动态\n\n下月，计划开展招聘活动，举办招聘会6场。\n"
    assert built(text, "period", "kind") == [("6", None, "target")]


def test_a_plan_that_is_judged_halfway_has_aims_of_all_its_years(built: Built) -> None:
    text = (
        "临江市“十五五”就业规划中期评估（2026—2028年）\n\n"
        "新增就业三年累计14万人，完成五年目标22万人的63.6%；失业率三年均值5.1%。\n"
    )
    assert [row[1:] for row in built(text, "period", "kind")] == [
        ("2026/2028", "cumulative"),
        ("2026/2030", "target"),
        ("2026/2028", "actual"),
        ("2026/2028", "actual"),
    ]


def test_measures_below_the_aims_of_the_next_year_are_of_it(built: Built) -> None:
    text = (
        "临江市人社局关于2033年工作总结和2034年工作安排的报告\n\n一、2033年工作情况\n\n培训900人。\n\n"
        "二、2034年主要目标\n\n培训1000人以上。\n\n三、保障措施\n\n建设零工市场10个。\n"
    )
    assert [row[1:] for row in built(text, "period", "kind")] == [
        ("2033", "actual"),
        ("2034", "target"),
        ("2034", "target"),
    ]


def test_what_an_audit_has_found_is_no_aim(built: Built) -> None:
    text = (
        "关于2032年就业补助资金使用情况的审计结果\n2034年1月审计厅某特派办\n"
        "审计了东山、西河两市2032年至2033年资金的管理情况，抽查项目86个。\n（一）3家单位违规使用资金128万元。\n"
    )
    found = built(text, "period", "kind")
    assert [row[2] for row in found] == ["actual", "actual", "actual"]
    assert "2034-01" not in {row[1] for row in found}


def test_a_title_with_places_in_its_bracket_is_no_first_line_of_the_text(built: Built) -> None:
    text = "2033年重点县帮扶情况（东山、西河）\n截至2033年9月底，重点县务工10.2万人，完成年度任务的102%。\n"
    assert [row[1] for row in built(text, "period")] == ["2033-09-30", "2033-09-30"]


@pytest.mark.parametrize(("asked", "indicator"), [("受理", None), ("发放", "startup_loans")])
def test_loans_asked_for_are_none_that_were_granted(built: Built, asked: str, indicator: str | None) -> None:
    text = f"临江市2033年3月业务月报\n\n本月{asked}创业担保贷款2520万元。\n"
    assert built(text, "indicator_id") == [("2520", indicator)]


def test_posts_there_are_at_a_day_are_none_that_are_offered(built: Built) -> None:
    text = "临江市2033年二季度失业监测报告\n\n监测企业60家，二季度末岗位28.6万个，比一季度末净增0.3万个。\n"
    assert [row[1] for row in built(text, "indicator_id")] == [None, None, None]


def test_during_the_days_that_a_notice_sets_is_on_them(built: Built) -> None:
    text = (
        "关于开展2033年招聘月的通知\n\n一、活动时间\n\n2033年3月6日至4月5日\n\n"
        "二、活动安排\n\n活动期间，组织招聘会60场。\n\n三、其他\n\n培训90人。\n\n2033年2月8日\n"
    )
    assert built(text, "period") == [("60", "2033-03-06/2033-04-05"), ("90", "2033")]


def test_during_days_that_no_line_sets_is_of_the_paper(built: Built) -> None:
    text = "关于开展2033年招聘月的通知\n\n活动期间，组织招聘会60场。\n\n2033年2月8日\n"
    assert built(text, "period") == [("60", "2033")]


def test_what_was_so_before_a_change_is_of_no_time_of_it(built: Built) -> None:
    text = "临江市2033年养老金调整说明\n\n调整前，人均养老金3010元；调整后，人均养老金3096元。\n"
    assert [row[1] for row in built(text, "period")] == [None, "2033"]


def test_a_level_of_last_year_is_named_by_what_is_compared_with_it(built: Built) -> None:
    text = "临江市2033年1—2月就业数据\n\n1—2月，转移就业0.32万人，与去年同期0.31万人相比增长3.2%。\n"
    assert built(text, "subject", "period")[1:] == [
        ("0.31", "转移就业", "2032-01/2032-02"),
        ("3.2", "转移就业与去年同期增长", "2033-01/2033-02"),
    ]


@pytest.mark.parametrize("places", ["大连市2.9亿元、沈阳市2.4亿元", "大连、沈阳分别为2.9亿元、2.4亿元"])
def test_places_alone_are_of_the_time_of_the_paragraph_before(built: Built, places: str) -> None:
    text = f"辽宁省2033年稳岗工作情况\n\n2033年1—8月，返还资金9亿元。\n\n{places}，居前两位。\n"
    assert [row[1] for row in built(text, "period")[1:3]] == ["2033-01/2033-08", "2033-01/2033-08"]


def test_places_of_what_their_own_paragraph_names_are_of_no_time_before(built: Built) -> None:
    text = "吉林省2033年失业保险情况\n\n截至2033年5月底，领金6万人。\n\n失业金按最低工资的九成执行，长春市1900元。\n"
    assert built(text, "period")[-1] == ("1900", "2033")


@pytest.mark.parametrize("state", ["在岗", "在职", "登记"])
def test_who_there_was_at_the_beginning_of_a_year_is_of_its_first_day(built: Built, state: str) -> None:
    text = f"临江市2033年岗位管理情况\n\n年初{state}1600人，年内新增300人。\n"
    assert [row[1] for row in built(text, "period")] == ["2033-01-01", "2033"]


@pytest.mark.parametrize(("how", "sort"), [("，已整改45个，比上年同期下降2%", "actual"), ("", "target")])
def test_an_undertaking_of_which_is_told_how_it_went_is_no_plan(built: Built, how: str, sort: str) -> None:
    text = f"临江市2033年根治欠薪专项行动\n\n全市排查项目860个，检查企业3100家，约谈负责人90名，督办案件120件{how}。\n"
    assert built(text, "kind")[0] == ("860", sort)
