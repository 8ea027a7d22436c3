"""Documents whose title, head or opening words say of which time they tell, and what aims in them are of."""

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Observation
from hrss_tui.sources.decode import decode


def told(text: str, *columns: str) -> list[tuple[str | None, ...]]:
    """The named columns of all observations of a document, behind what is printed."""
    return [
        tuple(getattr(record, column) for column in ("printed", *columns))
        for document in compile_documents(decode(text.encode(), "made-up.txt"))
        for record in document.harvest.records
        if isinstance(record, Observation)
    ]


@pytest.mark.parametrize(
    ("title", "day", "period"),
    [
        ("东河市就业促进“十四五”规划实施情况终期评估报告", "2026年4月", "2021/2025"),
        ("东河市人才发展“十三五”规划终期评估报告", "2021年2月", "2016/2020"),
        ("东河市“十四五”社会保障规划中期评估报告", "2023年8月", "2021/2023"),
        ("东河市“十四五”社会保障规划中期评估报告", "2023年3月", "2021/2022"),
    ],
)
def test_a_report_on_a_plan_tells_of_its_years(title: str, day: str, period: str) -> None:
    text = (
        f"{title}\n东河市人力资源和社会保障局\n{day}\n"
        "一、指标完成情况\n累计新增城镇就业13.4万人，发放创业担保贷款5.6亿元。\n"
    )
    assert told(text, "period", "kind") == [("13.4", period, "cumulative"), ("5.6", period, "cumulative")]


@pytest.mark.parametrize("line", ["2034年3月", "（2034年3月）", "二〇三四年三月", "2034年3月9日"])
def test_the_day_below_a_title_dates_no_figure(line: str) -> None:
    text = (
        f"东河市2033年就业工作总结\n东河市就业服务中心\n{line}\n"
        "全市新增城镇就业3.4万人，就业形势保持稳定，主要指标完成情况好于预期，现将有关工作情况总结如下。\n"
        "一、主要工作\n发放一次性创业补贴4.1亿元。\n"
    )
    assert told(text, "period") == [("3.4", "2033"), ("4.1", "2033")]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("三、2033年度部门主要工作任务及目标", "target"),
        ("三、2033年主要工作安排", "target"),
        ("三、2032年度部门主要工作任务完成情况", "actual"),
        ("三、部门主要工作", "actual"),
    ],
)
def test_the_work_that_a_budget_sets_is_still_to_come(heading: str, kind: str) -> None:
    text = f"东河市水务局2033年度部门预算\n第一部分 部门概况\n{heading}\n举办节水讲座6期。\n"
    assert told(text, "kind") == [("6", kind)]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("下面，我介绍一下2033年全省就业工作情况。", "2033"),
        ("现在，我通报2033年度全省社会保障工作进展。", "2033"),
        ("我先向大家介绍去年全省工作情况。", "2033"),
        ("下面，我介绍一下全省就业工作情况。", "2034"),
    ],
)
def test_a_speaker_says_of_which_year_he_tells(words: str, period: str) -> None:
    text = (
        f"“同心向前”系列新闻发布会（第4场）实录\n发布时间：2034年2月26日\n各位记者朋友，大家好！{words}\n"
        "发放稳岗返还7.3亿元。\n举办招聘活动620场。\n"
    )
    assert told(text, "period") == [("7.3", period), ("620", period)]


@pytest.mark.parametrize(
    ("words", "period"),
    [("截至去年底", "2033-12-31"), ("截止去年末", "2033-12-31"), ("到去年年底", "2033-12-31")],
)
def test_the_end_of_a_year_may_be_a_clause_of_its_own(words: str, period: str) -> None:
    text = f"全省就业工作新闻发布会实录\n发布时间：2034年2月26日\n{words}，全省工伤保险参保人数733万人。\n"
    assert told(text, "period") == [("733", period)]


def test_an_aim_in_brackets_is_of_the_year() -> None:
    text = "2033年1—9月就业工作简报\n全市城镇新增就业6.4万人，完成省定目标任务（8万人）的80%。\n"
    assert told(text, "period", "kind", "subject") == [
        ("6.4", "2033-01/2033-09", "actual", "城镇新增就业"),
        ("8", "2033", "target", "城镇新增就业"),
        ("80", "2033-01/2033-09", "actual", "城镇新增就业完成省定目标任务"),
    ]


@pytest.mark.parametrize("label", ["职业技能培训", "农村转移劳动力培训"])
def test_what_was_done_is_of_the_label_of_its_paragraph(label: str) -> None:
    text = f"2033年1—9月就业工作简报\n一、进展\n（一）{label}。已开展3.6万人次，完成全年任务的92%。\n"
    assert told(text, "subject") == [("3.6", f"{label} 已开展"), ("92", f"{label} 已开展完成全年任务")]


def test_distances_from_aims_go_to_as_many_subjects() -> None:
    text = "2033年工作总结\n劳动合同签订率96%，调解成功率71%，分别超过规划目标1.5个百分点和4个百分点。\n"
    assert told(text, "subject", "change")[2:] == [
        ("1.5", "劳动合同签订率超过规划目标", "increase"),
        ("4", "调解成功率超过规划目标", "increase"),
    ]


def test_an_aim_behind_its_outcome_is_of_the_same() -> None:
    text = "2033年工作总结\n全年城镇新增就业9.4万人，超额完成市里下达的8万人目标。\n"
    assert told(text, "subject", "kind")[1] == ("8", "城镇新增就业 超额完成市里下达的目标", "target")


@pytest.mark.parametrize("verb", ["增至", "升至", "提高到", "扩大到"])
def test_what_a_later_year_rose_to_is_of_the_same(verb: str) -> None:
    text = f"2033年工作总结\n2030年跨省异地结算4.4万人次，2033年{verb}9.7万人次。\n"
    assert told(text, "subject", "period")[1] == ("9.7", f"跨省异地结算 {verb}", "2033")


@pytest.mark.parametrize("words", ["扣除物价因素", "扣除价格因素", "剔除价格因素"])
def test_growth_without_prices_is_of_what_was_named(words: str) -> None:
    text = f"2033年工作总结\n城镇单位在岗职工平均工资83460元，{words}实际增长4.1%。\n"
    assert told(text, "subject", "change")[1] == (
        "4.1",
        f"城镇单位在岗职工平均工资{words}实际增长",
        "increase",
    )


def test_what_was_done_in_all_is_of_the_span_behind_a_stock() -> None:
    text = (
        "东河市“十三五”就业规划终期评估报告\n2021年2月\n"
        "2020年末登记失业率3.2%。累计扶持创业2.7万人，发放贷款6.8亿元。\n"
    )
    assert [row[1] for row in told(text, "period")] == ["2020-12-31", "2016/2020", "2016/2020"]


@pytest.mark.parametrize(
    ("title", "line", "words", "period"),
    [
        ("东河市社会保险月报", "（2033年9月）", "全市", "2033-09"),
        ("东河市社会保险月报", "2033年1—9月", "全市", "2033-01/2033-09"),
        ("东河市社会保险运行情况", "（2033年9月）", "1—9月，全市", "2033-01/2033-09"),
        ("东河市社会保险运行情况", "（2033年9月）", "全市", "2033"),
    ],
)
def test_the_month_below_a_title_is_that_of_a_monthly_paper(
    title: str, line: str, words: str, period: str
) -> None:
    text = (
        f"{title}\n{line}\n一、收支\n{words}工伤保险基金收入3.1亿元。\n二、问题\n失业保险基金支出4.7亿元。\n"
    )
    assert told(text, "period") == [("3.1", period), ("4.7", period)]


@pytest.mark.parametrize(
    ("before", "period"), [("年初的", "2033-01-01"), ("目前的", "2033"), ("上年末的", "2032-12-31")]
)
def test_what_a_plan_raises_something_from_is_no_target(before: str, period: str) -> None:
    text = f"东河市2033年工作要点\n一、目标\n全年补贴标准由{before}300元提高到500元。\n"
    rows = told(text, "period", "kind", "subject")
    assert rows[1] == ("500", "2033", "target", "补贴标准提高到")
    assert rows[0][2:] == ("actual", "补贴标准由") and rows[0][1] == period


@pytest.mark.parametrize("heading", ["三、对策建议", "三、下一步对策", "三、整改措施", "三、改进方向"])
def test_headings_of_advice_look_ahead(heading: str) -> None:
    text = (
        "关于我市零工市场的调研报告\n东河市人社局课题组\n一、基本情况\n截至2033年底，全市有零工市场14个。\n"
        f"{heading}\n每县建成零工市场2个。\n"
    )
    assert [row[1] for row in told(text, "kind")] == ["actual", "target"]


@pytest.mark.parametrize("opening", ["按照", "根据", "对照"])
def test_what_a_notice_asks_for_is_no_plan_of_its_own(opening: str) -> None:
    text = (
        f"东河市2033年度就业工作自评报告\n{opening}《关于开展2033年度考核的通知》要求，我局开展自评，得分94.5分。\n"
        "一、情况\n发放补贴4亿元。\n"
    )
    assert [row[1] for row in told(text, "kind")] == ["actual", "actual"]


@pytest.mark.parametrize(
    ("words", "unit", "kind"),
    [
        ("市上下达我县输转劳动力", "万人", "target"),
        ("省厅下达我市技能培训任务", "万人", "target"),
        ("省厅下达我市就业补助资金", "万元", "actual"),
    ],
)
def test_what_is_handed_down_is_a_task_but_for_money(words: str, unit: str, kind: str) -> None:
    text = f"东河县2033年度就业工作自评报告\n一、完成情况\n{words}9.4{unit}，实际完成9.9{unit}。\n"
    assert [row[1] for row in told(text, "kind")] == [kind, "actual"]


@pytest.mark.parametrize("whose", ["规划确定的", "省里下达的", "年初确定的"])
def test_a_target_named_behind_its_figure_is_of_what_was_named(whose: str) -> None:
    text = f"2033年工作总结\n全年城镇登记失业率3.3%，低于{whose}4.4%控制目标。\n"
    assert told(text, "subject", "kind", "operator")[1] == (
        "4.4",
        f"城镇登记失业率{whose}控制目标",
        "target",
        "<=",
    )


def test_a_share_of_what_rose_is_of_the_later_year() -> None:
    text = (
        "2033年工作总结\n高技能人才由2028年的7.3万人增加到2032年的8.4万人，占技能人才的31%。发放津贴4亿元。\n"
    )
    assert [row[1] for row in told(text, "period")] == ["2028", "2032", "2032", "2033"]


@pytest.mark.parametrize("name", ["经营净收入", "转移净收入", "社会保险支出"])
def test_a_portion_is_of_the_whole_name(name: str) -> None:
    text = f"2033年全市居民收支情况分析\n一、构成\n{name}4318元，占比15.4%。\n"
    assert told(text, "subject") == [("4318", name), ("15.4", f"{name} 占比")]


REACHED = "2036年枫桥市政府工作报告\n\n各位代表：\n\n一、2035年工作回顾\n\n{}\n\n二、2036年工作安排\n\n{}\n"


def test_an_aim_that_was_reached_is_what_was_done() -> None:
    text = REACHED.format("实现高职院校扩招12万人目标，完成危房改造任务3万户。", "实现新增就业6万人目标。")
    assert told(text, "kind") == [("12", "actual"), ("3", "actual"), ("6", "target")]


def test_a_size_is_that_of_what_was_named_before_it() -> None:
    text = REACHED.format("市级对县区转移支付增加15亿元、规模达98亿元，增长18%。", "")
    names = [subject for _, subject in told(text, "subject")]
    assert names[1:] == ["市级对县区转移支付 规模", "市级对县区转移支付 规模增长"]


def test_what_was_produced_is_of_those_who_produced_it() -> None:
    text = REACHED.format("规模以上物流企业达73户，实现营业收入82亿元，同比增长9.5%。", "")
    names = [subject for _, subject in told(text, "subject")]
    assert names[1:] == ["规模以上物流企业 实现营业收入", "规模以上物流企业 实现营业收入同比增长"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("年末常住人口31万人，实现总产值9亿元。", "实现总产值"),
        ("招商引资到位资金14亿元，完成工业增加值21亿元。", "完成工业增加值"),
        ("有民宿26家，接待游客8万人次，实现营业收入3亿元。", "有民宿 实现营业收入"),
        ("建筑业。全年完成总产值21亿元。", "建筑业 完成总产值"),
    ],
)
def test_what_was_produced_is_of_none_who_produce_nothing(text: str, name: str) -> None:
    assert told(REACHED.format(text, ""), "subject")[-1][1] == name


@pytest.mark.parametrize("title", ["东河省社保基金平稳运行", "东河省就业形势综述", "东河省公布就业主要数据"])
def test_what_a_telegram_begins_is_news_whatever_word_of_a_report_its_title_has(title: str) -> None:
    told_of = "记者从东河省人社厅了解到，全省城镇新增就业 3.4 万人。"
    for lead, kind in (("东河社9月3日电（记者 甲某）", "article"), ("", "report")):
        (document,) = compile_documents(decode(f"{title}\n\n{lead}{told_of}\n".encode(), "made-up.txt"))
        assert document.source.document.kind == kind


@pytest.mark.parametrize("called", ["举行2033年一季度网上新闻发布会", "召开2033年第一季度新闻通气会"])
def test_news_without_a_day_is_of_the_year_after_which_the_meeting_with_the_press_is_called(
    called: str,
) -> None:
    text = f"一季度东河省城镇新增就业3.4万人\n\n东河社4月27日电（记者 甲某）当天，省人社厅{called}。今年以来，就业稳定，一季度发放补贴5.6亿元。\n"
    assert told(text, "period") == [("3.4", "2033-01/2033-03"), ("5.6", "2033-01/2033-03")]


def test_two_meetings_with_the_press_date_no_news() -> None:
    text = "一季度东河省城镇新增就业3.4万人\n\n今年以来就业稳定。省人社厅举行2033年一季度新闻发布会。此前曾举行2032年新闻发布会。\n"
    assert told(text, "period") == [("3.4", None)]
