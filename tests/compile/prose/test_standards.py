"""Figures against a target or an average, aims named before their figure, sides of an account, ratios without a unit."""

from pathlib import Path

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Check, Observation
from hrss_tui.sources.decode import decode
from tests.compile.prose.reader import harvest, observe


def told(text: str, *columns: str, kind: str = "bulletin") -> list[tuple[object, ...]]:
    return [
        tuple(getattr(row, column) for column in ("printed", *columns)) for row in observe(text, kind=kind)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "全市城镇登记失业率3.1%，低于4.2%的年度控制目标1.1个百分点。",
            [
                ("城镇登记失业率", "actual", None),
                ("城镇登记失业率年度控制目标", "target", None),
                ("城镇登记失业率低于年度控制目标", "actual", "decrease"),
            ],
        ),
        (
            "全市调解成功率76.5%，高于省定目标6.5个百分点。",
            [("调解成功率", "actual", None), ("调解成功率高于省定目标", "actual", "increase")],
        ),
        (
            "全市城镇登记失业率3.4%，控制在省定目标4.5%以内。",
            [("城镇登记失业率", "actual", None), ("城镇登记失业率省定目标", "target", None)],
        ),
        (
            "全市城镇新增就业3.6万人，比3万人的任务多6000人。",
            [
                ("城镇新增就业", "actual", None),
                ("城镇新增就业任务", "target", None),
                ("城镇新增就业比任务多", "actual", "increase"),
            ],
        ),
    ],
)
def test_a_standard_is_a_target_and_the_distance_a_difference(
    sentence: str, expected: list[tuple[object, ...]]
) -> None:
    assert [row[1:] for row in told(sentence + "\n", "subject", "kind", "change")] == expected


def test_an_average_is_no_target_but_measured_against() -> None:
    assert told("全县失业保险参保率61%，低于全省平均水平3.5个百分点。\n", "subject", "kind", "against")[
        1
    ] == (
        "3.5",
        "失业保险参保率低于全省平均水平",
        "actual",
        "全省平均水平",
    )


def test_an_aim_is_named_before_its_figure_or_heads_the_paragraph() -> None:
    text = "全年城镇新增就业目标2400人，实际完成2610人，完成目标任务2400人的108.8%。\n\n（二）绩效目标。培训合格率不低于85%。\n"
    assert [row[1] for row in told(text, "kind", kind="other")] == [
        "target",
        "actual",
        "target",
        "actual",
        "target",
    ]


def test_a_count_of_aims_is_none() -> None:
    assert told("本单位共设置绩效目标3个。\n", "kind", kind="other") == [("3", "actual")]


def test_sides_of_an_account_keep_their_fund_and_their_side() -> None:
    text = "三、工伤保险基金\n\n收入预算数4.1亿元，决算数3.6亿元，减收0.5亿元。支出预算数3.2亿元，决算数3亿元。\n"
    assert told(text, "subject", "change") == [
        ("4.1", "工伤保险基金 收入预算数", None),
        ("3.6", "工伤保险基金 收入 决算数", None),
        ("0.5", "工伤保险基金 收入 决算数减收", "decrease"),
        ("3.2", "工伤保险基金 支出预算数", None),
        ("3", "工伤保险基金 支出 决算数", None),
    ]


def test_parts_of_a_side_leave_the_fund_to_the_balance() -> None:
    text = "失业保险基金支出8.2亿元，其中：失业保险金支出5.1亿元。当年结余1.3亿元，年末滚存结余9.9亿元。\n"
    assert [row[1] for row in told(text, "indicator_id")][2:] == [
        "unemployment_fund_surplus",
        "unemployment_fund_balance",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("城乡居民收入比由上年的2.31缩小为2.27。", [("2.31", "2032"), ("2.27", "2033")]),
        ("城乡居民收入比由2.31:1缩小为2.27:1。", [("2.31", None), ("2.27", "2033")]),
        ("公共就业服务机构求人倍率为1.41，同比上升0.06。", [("1.41", "2033"), ("0.06", "2033")]),
        ("求人倍率平均为1.41。", [("1.41", "2033")]),
    ],
)
def test_what_is_so_many_times_something_needs_no_unit(
    sentence: str, expected: list[tuple[str, object]]
) -> None:
    found = told(sentence + "\n", "period", "unit")
    assert [row[:2] for row in found] == expected
    assert {row[2] for row in found} == {"倍"}


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("规上工业增加值、固定资产投资分别增长7.1%、9.4%。", ["规上工业增加值", "固定资产投资"]),
        ("消费品零售总额、进出口总额增长7.1%、9.4%。", ["消费品零售总额", "进出口总额"]),
        ("失业保险、工伤保险参保人数达到7万人、9万人。", ["失业保险参保人数", "工伤保险参保人数"]),
        (
            "建成创业基地7个、农民工创业园4个，到2035年分别达到9个和6个。",
            ["建成创业基地", "建成农民工创业园", "建成创业基地", "建成农民工创业园"],
        ),
    ],
)
def test_figures_go_to_the_things_listed(sentence: str, subjects: list[str]) -> None:
    found = [str(row[1]) for row in told(sentence + "\n", "subject")]
    assert all(name.startswith(subject) for name, subject in zip(found, subjects, strict=True)), found


def test_a_month_of_a_part_is_over_behind_it() -> None:
    text = "1—5月，全市城镇新增就业3万人，其中5月份新增6000人；失业人员再就业1万人。困难人员就业2千人。\n"
    assert [row[1] for row in told(text, "period", kind="report")] == [
        "2033-01/2033-05",
        "2033-05",
        "2033-01/2033-05",
        "2033-01/2033-05",
    ]


def test_those_who_get_money_are_of_it() -> None:
    text = "支出就业补助资金300万元，执行率91%。具体为：职业培训补贴120万元，享受840人，每人1500元；创业补贴180万元，留用率60%。\n"
    assert [row[1] for row in told(text, "subject", kind="other")] == [
        "支出就业补助资金",
        "支出就业补助资金 执行率",
        "支出就业补助资金 职业培训补贴",
        "支出就业补助资金 职业培训补贴 享受",
        "支出就业补助资金 职业培训补贴 每人",
        "支出就业补助资金 创业补贴",
        "支出就业补助资金 创业补贴 留用率",
    ]


def test_who_does_it_is_no_part_of_a_name() -> None:
    text = "培育劳务品牌12个（牵头单位：市人社局；配合单位：市财政局）。新建技能工作室8个，每个给予15万元补助（责任单位：市财政局）。\n"
    assert [row[1] for row in told(text, "subject", kind="plan")] == [
        "培育劳务品牌",
        "新建技能工作室",
        "新建技能工作室 每个给予补助",
    ]


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("（2031年8月）", "2031"),
        ("二〇三一年八月", "2031"),
        ("怀化日报　2031-01-17", "2031"),
    ],
)
def test_the_month_or_the_paper_at_the_head_says_which_year_is_this_one(head: str, year: str) -> None:
    text = f"怀化市就业帮扶情况汇报\n{head}\n\n2030年，全市就业形势稳定。2030年新增就业3万人。今年新认定帮扶车间41家。\n"
    (made,) = compile_documents(decode(text.encode(), "made.txt"))
    rows = [row for row in made.harvest.records if isinstance(row, Observation)]
    assert rows[-1].period == year


def test_an_opinion_is_of_the_year_of_its_number() -> None:
    text = "怀化市人民政府关于促进就业的实施意见\n怀政发〔2031〕18号\n\n2030年，全市城镇新增就业3.1万人。\n\n到2033年，城镇新增就业达到9万人。\n"
    (made,) = compile_documents(decode(text.encode(), "made.txt"))
    rows = [row for row in made.harvest.records if isinstance(row, Observation)]
    assert [(row.period, row.kind) for row in rows] == [("2030", "actual"), ("2033-12-31", "target")]


def test_a_heading_that_is_a_month_is_the_time_of_nothing() -> None:
    text = "2032年度怀化市人力资源和社会保障事业发展统计公报\n怀化市人力资源和社会保障局\n2033年7月\n\n一、就业\n全年城镇新增就业4.1万人。年末技工院校5所。\n"
    (made,) = compile_documents(decode(text.encode(), "made.txt"))
    rows = [row for row in made.harvest.records if isinstance(row, Observation)]
    assert [(row.period, row.kind) for row in rows] == [("2032", "actual"), ("2032-12-31", "actual")]


def test_an_insurance_named_in_a_short_sentence_goes_before_what_was_named_last() -> None:
    text = "（一）养老保险。参加企业职工基本养老保险21万人。\n（二）失业保险。参保12万人。\n（三）工伤保险。参保17万人。\n"
    assert [row[1] for row in told(text, "indicator_id")] == [
        "enterprise_pension_insured",
        "unemployment_insured",
        "injury_insured",
    ]


def test_a_paragraph_of_several_insurances_names_each_in_a_short_sentence() -> None:
    text = "2032年怀化市社会保险基金情况\n\n工伤保险。年末参保9.4万人，全年收入610万元。2.失业保险。年末参保6.3万人，全年收入820万元。全力推进参保扩面。领取失业保险金1130人。\n"
    assert [row[1] for row in told(text, "indicator_id")] == [
        "injury_insured",
        "injury_fund_income",
        "unemployment_insured",
        "unemployment_fund_income",
        "unemployment_benefit_recipients",
    ]


def test_a_report_on_a_plan_is_a_report() -> None:
    text = "怀化市“十四五”就业促进规划实施情况中期评估报告\n\n2021年至2023年6月，全市城镇新增就业9.7万人，完成规划目标20万人的48.5%，快于时序3.5个百分点。其中2021年4万人，2022年3.7万人。\n"
    (made,) = compile_documents(decode(text.encode(), "made.txt"))
    rows = [row for row in made.harvest.records if isinstance(row, Observation)]
    assert [(row.period, row.kind, row.change) for row in rows] == [
        ("2021/2023-06", "cumulative", None),
        (None, "target", None),
        ("2021/2023-06", "actual", None),
        ("2021/2023-06", "actual", None),
        ("2021", "actual", None),
        ("2022", "actual", None),
    ]
    assert rows[4].subject == "城镇新增就业"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "城乡低保标准分别由每人每月610元、每人每月480元提高到650元和520元。",
            [
                ("城镇低保标准", None),
                ("农村低保标准", None),
                ("城镇低保标准", "2033"),
                ("农村低保标准", "2033"),
            ],
        ),
        (
            "失业保险、工伤保险参保人数分别由上年的11万人、14万人增加到12万人、15万人。",
            [
                ("失业保险参保人数", "2032"),
                ("工伤保险参保人数", "2032"),
                ("失业保险参保人数", "2033"),
                ("工伤保险参保人数", "2033"),
            ],
        ),
    ],
)
def test_several_pairs_are_told_at_once(sentence: str, expected: list[tuple[str, object]]) -> None:
    found = told(sentence + "\n", "subject", "period")
    assert [row[2] for row in found] == [period for _, period in expected]
    assert all(str(row[1]).startswith(name) for row, (name, _) in zip(found, expected, strict=True)), found


def test_last_year_leads_a_paragraph() -> None:
    text = "去年，我市投入资金3亿元。全市现有技工学校14所，当年招收新生2万人。一是办大赛。举办竞赛42场。\n"
    source_text = "怀化市就业工作答记者问\n2034年3月6日\n\n问：成效如何？\n\n答：" + text
    (made,) = compile_documents(decode(source_text.encode(), "made.txt"))
    rows = [row for row in made.harvest.records if isinstance(row, Observation)]
    assert [row.period for row in rows][-2:] == ["2033", "2033"]


@pytest.mark.parametrize(
    "text",
    [
        "2033年底，全市技能人才总量96万人，其中高技能人才28.8万人，占技能人才30%。每万名从业人员中有高技能人才412人。",
        "全年城镇职工基本养老保险基金总收入96.2亿元，其中征缴收入73.7亿元，各级财政补贴14.4亿元；总支出90亿元。",
        "9月份求人倍率为1.38，较8月份上升0.07。",
        "2031年至2033年6月，全市城镇新增就业9.7万人，完成规划目标20万人的48.5%。",
        "收入总计4186.25万元，其中：财政拨款收入3985.10万元，占95.2%，其他收入46.73万元，占1.12%；年初结余154.42万元。",
    ],
)
def test_no_check_fails_where_nothing_is_wrong(text: str, tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_text(f"2033年怀化市就业工作总结\n\n{text}\n", encoding="utf-8")
    found = compile_folder(tmp_path).tables["checks"]
    assert [check for check in found if isinstance(check, Check) and check.status == "fails"] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "三次产业结构由上年的7.2:38.4:54.4调整为6.9:38.5:54.6。",
            [
                ("7.2", "第一产业结构由", "2032"),
                ("38.4", "第二产业结构由", "2032"),
                ("54.4", "第三产业结构由", "2032"),
                ("6.9", "第一产业结构调整为", "2033"),
                ("38.5", "第二产业结构调整为", "2033"),
                ("54.6", "第三产业结构调整为", "2033"),
            ],
        ),
        (
            "高、中、初级人才比例为11:42:47。",
            [("11", "高级人才比例", "2033"), ("42", "中级人才比例", "2033"), ("47", "初级人才比例", "2033")],
        ),
        ("三次产业结构为3:5:4。", []),
        ("会议于9:30:15开始，投资、管理和运营比例见附件。", []),
    ],
)
def test_what_several_things_share_among_themselves(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(sentence + "\n", "subject", "period") == expected


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        (
            "全市一、二、三产业增加值分别增长4.1%、5.2%、5.9%。",
            ["一产业增加值", "二产业增加值", "三产业增加值"],
        ),
        (
            "城镇、农村居民人均可支配收入分别增长4.3%、5.7%。",
            ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
        ),
        ("锂电池、工业机器人产量分别增长54.5%、86.3%。", ["锂电池产量", "工业机器人产量"]),
        ("城镇新增就业、新发放创业贷款分别完成计划的118%、148%。", ["城镇新增就业", "新发放创业贷款"]),
        (
            "城乡低保标准分别提高到612元和430元，增幅分别为5.1%、6.2%。",
            ["城镇低保", "农村低保", "城镇低保", "农村低保"],
        ),
        (
            "（三）失业、工伤保险。两项保险参保人数分别为12万人、17万人。",
            ["失业保险参保人数", "工伤保险参保人数"],
        ),
    ],
)
def test_listed_things_share_what_is_theirs(sentence: str, subjects: list[str]) -> None:
    found = [str(row[1]) for row in told(sentence + "\n", "subject")]
    assert all(name.startswith(subject) for name, subject in zip(found, subjects, strict=True)), found


def test_an_area_that_is_measured_against_is_no_scope() -> None:
    assert told("全省工业增加值增长7.7%，高于全国1.8个百分点。总量突破900亿元。\n", "subject", "scope") == [
        ("7.7", "工业增加值增长", "全省"),
        ("1.8", "工业增加值高于全国", "全省"),
        ("900", "总量", None),
    ]


def test_all_there_is_is_of_what_was_said_to_grow() -> None:
    assert told("进出口增长8.4%，总额首次突破8000亿元。\n", "subject")[1] == ("8000", "进出口 总额")


def test_the_time_of_a_pair_stands_before_its_origin() -> None:
    text = "年末城镇调查失业率从上半年5.5%降到5.3%，惠及家庭154万户。\n"
    assert told(text, "period") == [
        ("5.5", "2033-01/2033-06"),
        ("5.3", "2033-12-31"),
        ("154", "2033"),
    ]


def test_a_size_that_names_a_class_is_no_figure() -> None:
    assert told("建成30万吨级航道2条、220千伏级变电站3座。\n", "unit") == [("2", "条"), ("3", "座")]


@pytest.mark.parametrize("voltage", ["110", "330", "±800"])
def test_a_voltage_names_a_line_and_is_no_figure(voltage: str) -> None:
    text = f"新建{voltage}千伏输电线路340公里，变电容量60万千伏安。中欧班列开行1.3万列。\n"
    assert told(text, "unit") == [("340", "公里"), ("60", "万千伏安"), ("1.3", "万列")]


def made_rows(text: str) -> list[Observation]:
    (made,) = compile_documents(decode(text.encode(), "made.txt"))
    return [row for row in made.harvest.records if isinstance(row, Observation)]


def test_work_that_is_reported_is_no_plan_whatever_its_heading_calls_it() -> None:
    text = "怀化市2033年就业工作总结和2034年思路\n\n一、2033年完成情况\n\n（二）重点工作推进情况\n一是稳就业。发放补贴2万元。\n\n二、2034年重点工作\n发放补贴3万元。\n"
    assert [(row.period, row.kind) for row in made_rows(text)] == [("2033", "actual"), ("2034", "target")]


def test_what_was_done_is_of_the_aim_before_it() -> None:
    text = "怀化市2033年就业工作总结\n\n1.城镇新增就业目标数2.1万人，实际完成2.3万人，完成率109.5%；\n2.发放创业担保贷款目标数3亿元，实际发放4亿元，完成率133%。\n"
    assert [(row.subject, row.kind, row.indicator_id) for row in made_rows(text)] == [
        ("城镇新增就业目标数", "target", "urban_new_jobs"),
        ("城镇新增就业 实际完成", "actual", "urban_new_jobs"),
        ("城镇新增就业 完成率", "actual", None),
        ("发放创业担保贷款目标数", "target", "startup_loans"),
        ("发放创业担保贷款 实际发放", "actual", "startup_loans"),
        ("发放创业担保贷款 完成率", "actual", None),
    ]


def test_dashes_before_an_item_are_no_part_of_its_name() -> None:
    text = "怀化市2034年工作计划\n\n主要目标是：\n——全市生产总值增长6%以上；\n——城镇新增就业2万人。\n"
    assert [row.subject for row in made_rows(text)] == ["生产总值增长", "城镇新增就业"]


def test_a_headline_with_a_comma_and_a_dateline() -> None:
    text = "小小社保卡，连着大民生\n怀化日报　2033年8月19日　记者 李某\n截至7月底，全市持卡410万人。可在21个县乘坐公交。到“十五五”末，持卡人口覆盖率将达到98%。\n"
    (made,) = compile_documents(decode(text.encode(), "made.txt"))
    rows = [row for row in made.harvest.records if isinstance(row, Observation)]
    assert made.source.document.title == "小小社保卡，连着大民生"
    assert rows[0].period == "2033-07-31"


def test_a_day_by_which_persons_had_to_be_something_is_the_time_of_no_figure() -> None:
    text = "怀化市2033年养老金调整说明\n\n2032年12月31日前已按月领取养老金的退休人员。全市共涉及86.4万人。\n"
    assert [row.period for row in made_rows(text)] == ["2033"]


def test_what_flowed_until_june_is_of_the_months_named_before_and_not_of_the_year() -> None:
    text = "怀化市就业情况新闻发布会\n2033年7月22日\n\n发言人：上半年，全市新增就业3万人；6月末失业率3.2%。农村劳动力转移就业19万人。\n"
    assert [row.period for row in made_rows(text)] == ["2033-01/2033-06", "2033-06-30", "2033-01/2033-06"]


def test_a_ratio_that_is_not_read_is_left_for_the_audit() -> None:
    text = "监察员与用人单位之比为1:1040。城乡居民收入比为2.3:1。三次产业结构为3:5:4。\n"
    claimed = sorted(claim.span.start for claim in harvest(text).claims)
    assert [text[at] for at in claimed] == ["2", "1"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "全县城镇登记失业率3.1%，比年度目标4.2%低1.1个百分点。",
            [
                ("3.1", "城镇登记失业率", "actual", "=", None),
                ("4.2", "城镇登记失业率年度目标", "target", "<=", None),
                ("1.1", "城镇登记失业率比年度目标低", "actual", "=", "decrease"),
            ],
        ),
        (
            "全县新建驿站46个，高于41个的年度目标任务。",
            [
                ("46", "新建驿站", "actual", "=", None),
                ("41", "新建驿站年度目标任务", "target", "=", None),
            ],
        ),
        (
            "城镇调查失业率为5.1%，城镇登记失业率为3.3%，分别优于5.7%和4.3%左右的预期目标。",
            [
                ("5.1", "城镇调查失业率", "actual", "=", None),
                ("3.3", "城镇登记失业率", "actual", "=", None),
                ("5.7", "城镇调查失业率预期目标", "target", "<=", None),
                ("4.3", "城镇登记失业率预期目标", "target", "~", None),
            ],
        ),
        (
            "全市登记失业率3.6%，也明显比“4.8%左右”的既定目标低。",
            [
                ("3.6", "登记失业率", "actual", "=", None),
                ("4.8", "登记失业率既定目标", "target", "~", None),
            ],
        ),
        (
            "全县城镇新增就业86万人，超额完成原定的70万人以上的目标。",
            [
                ("86", "城镇新增就业", "actual", "=", None),
                ("70", "城镇新增就业 超额完成原定的目标", "target", ">=", None),
            ],
        ),
    ],
)
def test_the_aim_of_a_comparison_is_a_target_of_what_is_compared(
    sentence: str, expected: list[tuple[object, ...]]
) -> None:
    assert told(sentence + "\n", "subject", "kind", "operator", "change") == expected


def test_an_aim_within_which_a_rise_was_held_is_a_limit() -> None:
    rows = told("居民消费价格上涨1.8%，控制在3.2%的涨幅目标内。\n", "kind", "operator")
    assert rows[1] == ("3.2", "target", "<=")


def test_how_much_of_a_second_task_is_done_names_what_was_done() -> None:
    rows = told(
        "城镇新增就业5170人，完成省定目标任务的121.6%，市定目标任务的108%；困难人员就业402人，实现全年目标数的93.5%；"
        "新农保参保3.6万人，实现全年目标数102.4%。\n",
        "subject",
        "kind",
        "against",
    )
    assert rows[2] == ("108", "城镇新增就业完成市定目标任务", "actual", "市定目标任务")
    assert rows[4] == ("93.5", "困难人员就业实现全年目标数", "actual", "全年目标数")
    assert rows[6] == ("102.4", "新农保参保实现全年目标数", "actual", "全年目标数")


def test_tasks_done_in_a_bare_list_are_those_of_the_things_counted_last() -> None:
    text = "城镇新增就业3.5万人；新修通乡公路84公里，通村公路271公里，完成省定任务的105.2%和131.4%。\n"
    assert told(text, "subject")[3:] == [
        ("105.2", "新修通乡公路完成省定任务"),
        ("131.4", "通村公路完成省定任务"),
    ]


def test_one_word_for_two_things_names_no_figures_in_different_units() -> None:
    text = "完成中小学校舍改造面积7.3万平方米和46所卫生院建设。\n"
    assert told(text, "subject") == [("7.3", "完成中小学校舍改造面积"), ("46", "卫生院建设")]


def test_how_far_below_a_plan_is_no_plan() -> None:
    rows = told("城镇登记失业率2.9%，低于市计划的0.6个百分点。\n", "subject", "kind", "change")
    assert rows[1] == ("0.6", "城镇登记失业率低于市计划", "actual", "decrease")


def test_the_year_of_a_task_is_that_which_is_named_with_it() -> None:
    rows = told("前三季度，全县转移就业2.6万人，超额完成2032年2.4万人目标任务。\n", "period", "kind")
    assert rows[1] == ("2.4", "2032", "target")


def test_what_all_departments_have_to_reach_is_planned() -> None:
    text = "会议要求，全县各级各部门要紧盯全年城镇新增就业1900人、转移就业率达到58%以上，脱贫劳动力就业率达47%以上的目标。\n"
    assert told(text, "kind", kind="other") == [("1900", "target"), ("58", "target"), ("47", "target")]


def test_what_flowed_behind_the_rate_at_the_end_of_the_months_is_of_the_months() -> None:
    text = "一季度，全省城镇新增就业12.6万人。3月末登记失业率3.4%；失业人员再就业2.8万人，农村劳动力转移就业9.1万人。\n"
    assert told(text, "period")[1:] == [
        ("3.4", "2033-03-31"),
        ("2.8", "2033-01/2033-03"),
        ("9.1", "2033-01/2033-03"),
    ]


def test_what_is_reckoned_with_is_no_outcome() -> None:
    rows = told("据此测算下半年城镇新增就业可达到18万人。\n", "kind", kind="other")
    assert rows == [("18", "target")]


def test_what_a_letter_of_responsibility_holds_is_to_be_done() -> None:
    text = "据了解，《2033年度江北区就业目标责任书》内容涉及城镇新增就业1.2万人、扶持创业160人。\n"
    assert told(text, "kind", kind="other") == [("1.2", "target"), ("160", "target")]


def test_those_who_have_published_are_no_deed_that_ends_a_plan() -> None:
    rows = told("已发布公告的21个县计划招募480名毕业生。\n", "kind", kind="other")
    assert rows[-1] == ("480", "target")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("“十五五”期间，就业稳定。截至8月底，城镇新增就业累计达到23万人，", "2026/2030"),
        ("“十五五”期间，就业稳定。2030年前8个月，城镇新增就业3.9万人，", "2030"),
    ],
)
def test_what_the_years_of_a_plan_add_up_to_was_aimed_at_in_all_of_them(text: str, period: str) -> None:
    rows = told(f"{text}超额完成3.1万人的目标任务。\n", "period", "kind")
    assert rows[1] == ("3.1", period, "target")


@pytest.mark.parametrize(
    ("words", "kind", "against"),
    [
        ("参保率实现年度目标93%", "target", None),
        ("参保率达成预期目标93%", "target", None),
        ("参保人数4.1万人，实现年度目标的93%", "actual", "年度目标"),
        ("参保人数4.1万人，达成市民生目标任务93%", "actual", "市民生目标任务"),
    ],
)
def test_an_aim_that_was_realised_is_no_share_of_itself(words: str, kind: str, against: str | None) -> None:
    rows = told(f"新农保{words}。\n", "kind", "against")
    assert rows[-1] == ("93", kind, against)


def test_a_level_of_another_year_of_which_no_name_is_told_is_not_nameless() -> None:
    rows = told("与2032年的3.4万人相比，增加0.6万人。\n", "subject")
    assert all(row[1] for row in rows)


@pytest.mark.parametrize("name", ["计划生育奖励扶助", "计划生育特别扶助对象"])
def test_a_name_that_begins_with_the_word_for_a_plan_is_none(name: str) -> None:
    assert told(f"全县{name}1300人。\n", "subject", "kind", kind="other") == [("1300", name, "actual")]


@pytest.mark.parametrize(
    ("text", "subject", "change"),
    [
        ("地区生产总值增长5.3%，好于5%左右的预期目标。", "地区生产总值增长预期目标", "increase"),
        ("居民收入增长7.4%，高于5%的预期目标2.4个百分点。", "居民收入增长预期目标", "increase"),
        ("居民消费价格涨幅为2.1%，控制在5%的涨幅目标内。", "居民消费价格涨幅目标", "increase"),
        ("参保率96.2%，提高0.4个百分点，高于5%的目标。", "参保率目标", None),
    ],
)
def test_the_target_of_a_growth_is_one_of_a_growth(text: str, subject: str, change: str | None) -> None:
    rows = told(f"{text}\n", "subject", "kind", "change")
    assert ("5", subject, "target", change) in rows


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("补助标准为60元，且不高于当地最低工资标准的85%。", ["=", "<="]),
        ("失业保险金不低于最低工资标准的75%，且不超过最低工资标准的95%。", [">=", "<="]),
        ("稳岗返还资金2.6亿元，未超过年度缴费总额的60%。", ["=", "<="]),
        ("登记失业率为3.4%，未突破年度控制目标4.6%。", ["=", "<="]),
    ],
)
def test_a_denied_excess_is_a_bound_and_no_distance(sentence: str, bounds: list[str]) -> None:
    rows = told(sentence + "\n", "operator", "subject", "change")
    assert [row[1] for row in rows] == bounds
    assert not any(str(row[2]).startswith(("不最", "未年")) or row[3] for row in rows)


def test_whether_a_plan_was_outdone_by_a_share_stays_open() -> None:
    assert len(told("城镇新增就业6.2万人，超过省下达计划的17%。\n", "subject")) == 1


def rows_of(text: str) -> list[Observation]:
    (found,) = compile_documents(decode(text.encode(), "a.txt"))
    return [row for row in found.harvest.records if isinstance(row, Observation)]


_SET = "青山省人力资源和社会保障厅关于调整最低工资标准的通知\n\n"
_FROM = "\n\n本通知自2034年1月1日起执行。\n\n2033年12月30日\n"


def test_a_measure_of_several_classes_gives_each_its_level_of_the_month_and_the_hour() -> None:
    text = (
        f"{_SET}全省月最低工资标准分为三类，分别调整为2200元、2000元、1800元；"
        f"非全日制用工小时最低工资标准分别调整为22元、20元、18元。{_FROM}"
    )
    assert [(row.subject, row.period) for row in rows_of(text)] == [
        (f"{name} {rank}", "2034-01-01/..")
        for name in ("月最低工资标准", "非全日制用工小时最低工资标准")
        for rank in ("一类", "二类", "三类")
    ]


def test_classes_that_are_named_themselves_are_of_the_measure_before_them() -> None:
    text = f"{_SET}月最低工资标准分为两档，第一档2200元，第二档2000元。{_FROM}"
    assert [row.subject for row in rows_of(text)] == ["月最低工资标准 第一档", "月最低工资标准 第二档"]


def test_what_was_paid_before_is_not_of_the_day_from_which_on_more_is_paid() -> None:
    text = f"{_SET}月最低工资标准2200元，较调整前的1900元提高300元。{_FROM}"
    assert [(row.printed, row.period) for row in rows_of(text)][:2] == [
        ("2200", "2034-01-01/.."),
        ("1900", None),
    ]
