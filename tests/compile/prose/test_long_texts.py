"""What long texts of other kinds do: questions and answers, quarters, pairs, lists over semicolons, numbered lines."""

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Observation
from hrss_tui.sources.decode import decode


def records(text: str) -> list[Observation]:
    (made,) = compile_documents(decode(text.encode(), "made.txt"))
    return [record for record in made.harvest.records if isinstance(record, Observation)]


def told(text: str, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(row, column) for column in ("printed", *columns)) for row in records(text)]


def test_a_dated_brief_tells_of_its_year() -> None:
    head = "龙岩市“就业援助月”见成效\n\n{}  来源：龙岩市人力资源和社会保障局\n\n活动期间，全市走访困难家庭2310户，发放补贴46万元。\n"
    assert told(head.format("2031-04-02"), "period") == [("2310", "2031"), ("46", "2031")]
    assert told(head.format("2031-01-02"), "period") == [("2310", None), ("46", None)]


def test_a_later_quarter_that_adds_up_begins_in_january() -> None:
    text = "西宁市人力资源和社会保障局2031年第三季度新闻发布会\n\n前三季度，全市城镇新增就业3.1万人。\n\n二是培训取得成效。培训劳动者1.4万人次。\n"
    assert told(text, "period") == [("3.1", "2031-01/2031-09"), ("1.4", "2031-01/2031-09")]
    alone = "西宁市2031年第三季度就业情况\n\n全市城镇新增就业1.1万人。\n"
    assert told(alone, "period") == [("1.1", "2031-07/2031-09")]


def test_a_number_of_the_list_is_no_part_of_a_month() -> None:
    text = "延边州2031年1—7月就业数据\n\n1.城镇新增就业1.2万人。\n\n2.7月末，登记失业人员0.8万人。\n\n3.7月当月，城镇新增就业1630人。\n"
    assert told(text, "period") == [
        ("1.2", "2031-01/2031-07"),
        ("0.8", "2031-07-31"),
        ("1630", "2031-07"),
    ]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("今年下一步有哪些打算？", "target"),
        ("请介绍一下取得的成效。", "actual"),
    ],
)
def test_a_question_says_whether_the_answer_looks_ahead(question: str, kind: str) -> None:
    text = f"丽水市就业工作新闻发布会实录\n\n2031-05-08\n\n记者：{question}\n\n李某：开展职业技能培训2.6万人次。\n"
    assert told(text, "kind") == [("2.6", kind)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("省政府工作报告提出，城镇新增就业60万人以上。", "target"),
        ("今年我们的目标是发放创业担保贷款7亿元。", "target"),
        ("今年全市高校毕业生预计4.2万人。", "target"),
        ("我们将确保帮扶就业率不低于92%。", "target"),
        ("“2031年，我们计划实现城镇新增就业34万人以上。”李某说。", "target"),
        ("全局上下力争带动就业21万人。", "target"),
        ("各级人社部门将帮助失业人员再就业1万人。", "target"),
        ("省人社厅确保新增就业8.4万人。", "target"),
        ("市人社局将新增就业纳入考核，新增就业8.4万人。", "actual"),
        ("全市将新增就业纳入考核，新增就业8.4万人。", "actual"),
        ("省教育厅计划外招生300人。", "actual"),
        ("统计显示，城镇新增就业60万人以上。", "actual"),
    ],
)
def test_words_of_a_plan_in_an_interview(sentence: str, kind: str) -> None:
    text = f"丽水市就业情况新闻发布会实录\n\n2031-05-08\n\n{sentence}\n"
    assert [row.kind for row in records(text)] == [kind]


def test_a_day_before_that_of_the_plan_is_past() -> None:
    text = "2031年宿州市稳就业实施方案\n\n截至3月12日，全市发放补贴640万元，惠及企业310家。全年发放补贴2000万元。\n\n宿州市人民政府\n2031年3月20日\n"
    assert told(text, "kind") == [("640", "actual"), ("310", "actual"), ("2000", "target")]


def test_the_first_year_of_a_pair_is_not_that_of_the_second() -> None:
    text = "2031年潮州市人力资源和社会保障事业发展统计公报\n\n截至2031年底，全市技能人才31万人，占比由2026年的18.2%提升至24.6%；地区生产总值从2026年的910亿元跃升到1240亿元。\n"
    assert told(text, "period") == [
        ("31", "2031-12-31"),
        ("18.2", "2026"),
        ("24.6", "2031-12-31"),
        ("910", "2026"),
        ("1240", "2031-12-31"),
    ]


def test_parts_end_at_a_semicolon_before_another_of_the_sort_of_the_whole() -> None:
    text = "2031年鞍山市社会保险统计公报\n\n年末全市职工养老保险参保52万人，其中在职31万人、离退休21万人；居民养老保险参保44万人；失业保险参保18万人。\n"
    assert told(text, "subject") == [
        ("52", "职工养老保险参保"),
        ("31", "职工养老保险参保 在职"),
        ("21", "职工养老保险参保 离退休"),
        ("44", "居民养老保险参保"),
        ("18", "失业保险参保"),
    ]


def test_accounts_of_funds_are_no_parts_of_a_balance() -> None:
    text = "2031年鞍山市社会保险统计公报\n\n全年社会保险基金总收入90亿元，总支出81亿元，年末累计结余66亿元。其中：工伤保险基金收入4亿元，支出3亿元；失业保险基金收入5亿元，当期结余1亿元。\n"
    assert told(text, "subject", "period")[3:] == [
        ("4", "工伤保险基金收入", "2031"),
        ("3", "工伤保险基金 支出", "2031"),
        ("5", "失业保险基金收入", "2031"),
        ("1", "失业保险基金 当期结余", "2031"),
    ]


def test_what_a_budget_is_measured_by() -> None:
    text = "2031年鞍山市社会保险基金运行情况\n\n2031年，社会保险基金收入完成90亿元，为年初预算的104%；支出完成81亿元，增长3%；年末滚存结余66亿元。\n"
    assert told(text, "subject") == [
        ("90", "社会保险基金收入"),
        ("104", "社会保险基金收入为年初预算"),
        ("81", "社会保险基金 支出完成"),
        ("3", "社会保险基金 支出完成增长"),
        ("66", "社会保险基金 滚存结余"),
    ]


def test_three_figures_share_a_unit_and_words_with_ji_are_not_cut() -> None:
    text = "2031年随州市治理欠薪通报\n\n案件数、涉及人数、涉及金额同比分别下降3、4和5个百分点。\n"
    assert told(text, "subject", "unit", "change") == [
        ("3", "案件数同比下降", "个百分点", "decrease"),
        ("4", "涉及人数同比下降", "个百分点", "decrease"),
        ("5", "涉及金额同比下降", "个百分点", "decrease"),
    ]


@pytest.mark.parametrize(
    ("span", "period"),
    [
        ("2030年11月5日至2031年2月1日", "2030-11-05/2031-02-01"),
        ("2030年10月至2031年3月", "2030-10/2031-03"),
        ("2030年4月6日至5月9日", "2030-04-06/2030-05-09"),
        ("2030年12月1日至2031年春节前", "2030-12-01/2031"),
    ],
)
def test_spans_of_days_and_months(span: str, period: str) -> None:
    text = f"随州市专项行动情况通报\n\n{span}，全市检查用人单位810户。\n"
    assert told(text, "period") == [("810", period)]


def test_intake_behind_one_sort_of_schools_is_of_all() -> None:
    text = "2031年随州市技能人才统计公报\n\n年末全市技工院校9所，其中技师学院2所，招生0.6万人。\n"
    assert told(text, "subject")[-1] == ("0.6", "技工院校 招生")


def test_what_money_reaches_is_of_the_money() -> None:
    text = "2031年随州市就业情况通报\n\n发放稳岗返还资金0.8亿元，惠及企业2100家、职工5.2万人。\n"
    assert told(text, "subject", "indicator_id")[1:] == [
        ("2100", "发放稳岗返还资金 惠及企业", "job_retention_employers"),
        ("5.2", "发放稳岗返还资金 惠及职工", "job_retention_workers"),
    ]


def test_all_there_are_is_not_new_and_what_is_new_is_said_again() -> None:
    text = "2031年随州市就业情况通报\n\n新增经营主体1.6万户，总量达11万户。新增专业技术人才0.4万人、高技能人才0.3万人。\n"
    assert told(text, "subject") == [
        ("1.6", "新增经营主体"),
        ("11", "经营主体 总量"),
        ("0.4", "新增专业技术人才"),
        ("0.3", "新增高技能人才"),
    ]


def test_a_reason_or_a_subsidy_is_no_fund_of_its_own() -> None:
    text = (
        "2031年随州市社会保险统计公报\n\n失业保险基金收入2.6亿元，下降7%，主要是落实降低费率政策减收；支出2亿元。"
        "职工养老保险基金总收入40亿元，其中征缴收入30亿元；各级财政补贴养老保险基金6亿元。全年基金总支出39亿元。\n"
    )
    found = told(text, "subject")
    assert found[2] == ("2", "失业保险基金 支出")
    assert found[-1] == ("39", "职工养老保险 基金总支出")


def test_town_and_country_and_the_growth_of_both() -> None:
    text = (
        "2031年随州市政府工作报告\n\n2030年，城乡居民人均可支配收入分别达到33900元、13200元，增长8%、10%。\n"
    )
    assert told(text, "subject", "indicator_id") == [
        ("33900", "城镇居民人均可支配收入", "urban_income"),
        ("13200", "农村居民人均可支配收入", "rural_income"),
        ("8", "城镇居民人均可支配收入增长", "urban_income"),
        ("10", "农村居民人均可支配收入增长", "rural_income"),
    ]


def test_a_year_before_a_figure_is_no_duration_and_means_are_of_all_years() -> None:
    text = (
        "随州市2031年政府工作报告\n\n二、“十五五”时期目标\n\n“十五五”时期，生产总值年均增长6%左右，到2030年达到900亿元，"
        "城镇化率年均提高1.2个百分点，2030年达到61%。\n"
    )
    assert told(text, "period")[1:] == [("900", "2030-12-31"), ("1.2", "2026/2030"), ("61", "2030")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("五年来，参保人数达到420万人。", "actual"),
        ("五年来，财政收入由38亿元增加到91亿元。", "actual"),
        ("五年来，发放补贴91亿元。", "cumulative"),
    ],
)
def test_what_is_reached_is_not_added_up(sentence: str, kind: str) -> None:
    text = f"随州市2031年政府工作报告\n\n一、五年工作回顾\n\n{sentence}\n"
    assert {row.kind for row in records(text)} == {kind}


def test_the_same_word_ends_listed_names() -> None:
    text = "2031年随州市人社工作要点\n\n企业养老保险、职工医疗保险参保人数分别达到58万人、92万人。\n"
    assert told(text, "subject") == [("58", "企业养老保险参保人数"), ("92", "职工医疗保险参保人数")]


def test_a_ratio_is_no_base_and_a_fund_is_that_of_the_heading() -> None:
    text = (
        "2031年随州市社会保险公报\n\n一、养老保险\n\n年末养老保险参保40万人，抚养比为2.8:1。全年基金收入32亿元。\n\n"
        "二、工伤保险\n\n全年劳动能力鉴定896人次。基金收入6亿元，支出5亿元。\n"
    )
    assert [row[1] for row in told(text, "subject")[2:]] == [
        "养老保险 基金收入",
        "劳动能力鉴定",
        "工伤保险 基金收入",
        "工伤保险 支出",
    ]


def test_a_share_of_the_task_with_the_task_and_without() -> None:
    text = "2031年1—6月随州市就业情况通报\n\n城镇新增就业3.6万人，占年任务6.5万人的55.4%；失业人员再就业1.3万人，占年任务的54%。\n"
    assert told(text, "subject", "kind")[1:] == [
        ("6.5", "城镇新增就业年任务", "target"),
        ("55.4", "城镇新增就业占年任务", "actual"),
        ("1.3", "失业人员再就业", "actual"),
        ("54", "失业人员再就业占年任务", "actual"),
    ]


def test_what_is_done_goes_on_until_a_plan_begins() -> None:
    text = "随州市2031年促进就业实施方案\n\n全市已建成众创空间36个，入驻企业1280家，力争建成50个。\n"
    assert told(text, "kind") == [("36", "actual"), ("1280", "actual"), ("50", "target")]


def test_a_comparison_behind_a_list_is_of_the_whole() -> None:
    text = (
        "2031年随州市就业局单位预算说明\n\n2031年三公经费预算48万元，其中：公务用车费21万元，公务接待费27万元。"
        "与上年相比减少2万元。\n"
    )
    assert told(text, "subject")[-1][1] == "三公经费预算与上年相比减少"


def test_a_share_of_the_minimum_wage_is_no_bound_and_trips_are_counted() -> None:
    text = "2031年随州市就业情况通报\n\n失业保险金标准提高到最低工资标准的85%，见习补贴不低于最低工资标准的70%。开行务工专列6趟。\n"
    assert told(text, "operator", "unit") == [("85", "=", "%"), ("70", ">=", "%"), ("6", "=", "趟")]
