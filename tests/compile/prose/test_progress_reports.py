"""Reports on the progress of plans, self-assessments, market briefs: figures whose name stands further ahead."""

from pathlib import Path

import pytest

from tests.compile.prose.reader import observe
from tests.variants import compile_text

_PLAN = "东河市“十四五”人才发展规划实施情况中期评估报告\n\n"


def told(text: str, *columns: str, kind: str = "report") -> list[tuple[object, ...]]:
    return [tuple(getattr(row, column) for column in ("printed", *columns)) for row in observe(text, kind)]


@pytest.mark.parametrize("mark", ["——", "1.", "（一）"])
def test_a_short_sentence_names_what_the_aims_and_deeds_behind_it_are_of(mark: str) -> None:
    text = f"{_PLAN}{mark}技能人才总量。规划目标为到2025年达到9万人，2022年实际完成6.5万人。"
    assert told(text, "indicator_id", "kind", "period") == [
        ("9", "skilled_total", "target", "2025-12-31"),
        ("6.5", "skilled_total", "actual", "2022"),
    ]


def test_a_pair_is_of_the_short_sentence_before_it_and_so_is_its_distance_from_a_target() -> None:
    text = f"{_PLAN}——培训规模。由2020年的1.2万人次增加到2022年的1.9万人次，年均增长25.8%，距2025年2.5万人次的目标还差0.6万人次。"
    rows = told(text, "subject", "kind", "period")
    assert all(str(row[1]).startswith("培训规模") for row in rows)
    assert [row[2:] for row in rows] == [
        ("actual", "2020"),
        ("actual", "2022"),
        ("actual", "2022"),
        ("target", "2025"),
        ("actual", "2022"),
    ]


def test_an_aim_of_a_plan_is_of_its_years_and_what_was_done_of_the_years_named() -> None:
    text = f"{_PLAN}——创业培训。规划目标为五年累计新增8万人，2021年、2022年分别完成3.1万人、3.3万人，两年累计6.4万人。"
    assert told(text, "kind", "period") == [
        ("8", "target", "2021/2025"),
        ("3.1", "actual", "2021"),
        ("3.3", "actual", "2022"),
        ("6.4", "cumulative", "2021/2022"),
    ]


@pytest.mark.parametrize(
    ("end", "reached", "span"), [("2022", "2022-12-31", "2021/2022"), ("2023", "2023-12-31", "2021/2023")]
)
def test_a_report_on_a_plan_says_up_to_when_it_looks_back(end: str, reached: str, span: str) -> None:
    text = f"{_PLAN}截至{end}年底，各项工作进展顺利。\n\n失业保险参保人数31万人。\n\n全市引进人才2.2万人。"
    assert told(text, "period") == [("31", reached), ("2.2", span)]


@pytest.mark.parametrize("deed", ["实际完成值", "实际完成", "实际", "已完成", "实际举办"])
def test_what_was_done_is_of_the_target_named_before_it(deed: str) -> None:
    text = f"南川市就业局2033年度项目支出绩效自评报告\n\n二、绩效目标完成情况\n\n数量指标：专场招聘会年初目标值30场，{deed}34场。"
    rows = told(text, "subject", "kind")
    assert [row[2] for row in rows] == ["target", "actual"]
    assert rows[1][1] == f"专场招聘会 {deed}"


def test_what_was_spent_is_of_the_budget_named_before_it() -> None:
    text = "南川市就业局2033年度自评报告\n\n基本支出预算1200万元，执行1188万元；人才公寓项目预算500万元，仅支出310万元。"
    assert [row[1] for row in told(text, "subject")] == [
        "基本支出预算",
        "基本支出 执行",
        "人才公寓项目预算",
        "人才公寓项目 仅支出",
    ]


def test_what_is_counted_among_others_is_part_of_them() -> None:
    text = "南川市2033年度考核通报\n\n纳入考核的24家机构中，9家为优秀，13家为合格。"
    assert [row[1] for row in told(text, "subject")][1:] == ["机构 为优秀", "机构 为合格"]


@pytest.mark.parametrize("marks", ["2.14、1.86、1.52", "2.14、1.86和1.52"])
def test_bare_ratios_are_listed_and_changed(marks: str) -> None:
    text = f"2033年第二季度人力资源市场供求分析\n\n求人倍率为1.31，比上季度上升0.07，比去年同期下降0.12。技师、高级工、中级工的求人倍率分别为{marks}。"
    rows = told(text, "subject", "unit", "change")
    assert [row[3] for row in rows] == [None, "increase", "decrease", None, None, None]
    assert {row[2] for row in rows} == {"倍"}
    assert [row[1] for row in rows[3:]] == ["技师的求人倍率", "高级工的求人倍率", "中级工的求人倍率"]


def test_grades_and_ages_that_are_listed_share_what_stands_behind_the_last() -> None:
    text = "2033年人才统计公报\n\n高、中、初级职称人员分别为12万人、38万人、50万人。16～24岁、25～34岁和35岁以上求职者的比重分别为21%、47%和32%。"
    assert [row[1] for row in told(text, "subject")] == [
        "高级职称人员",
        "中级职称人员",
        "初级职称人员",
        "16～24岁求职者的比重",
        "25～34岁求职者的比重",
        "35岁以上求职者的比重",
    ]


def test_words_that_begin_like_a_connecting_word_are_whole() -> None:
    text = "2033年人才统计公报\n\n申报职称评审4200人，通过3100人，通过率73.8%。共青团员招募60人。"
    assert [row[1] for row in told(text, "subject")] == [
        "申报职称评审",
        "申报职称评审 通过",
        "通过率",
        "共青团员招募",
    ]


@pytest.mark.parametrize(
    ("months", "kind"), [("2032年12月5日至2033年2月", "actual"), ("2031年至2033年", "cumulative")]
)
def test_only_what_is_added_up_over_more_than_a_year_is_cumulative(months: str, kind: str) -> None:
    assert told(f"{months}，补发工资420万元。", "kind", kind="bulletin") == [("420", kind)]


def test_the_account_of_a_fund_states_its_changes_as_observations(tmp_path: Path) -> None:
    text = (
        "关于2033年南川市社会保险基金决算的说明\n\n（一）企业职工基本养老保险基金\n收入93.1亿元，比上年增加8.8亿元，增长10.4%。"
        "其中征缴收入50.6亿元、省级财政补助1.2亿元。支出88.9亿元，比上年增支9.3亿元，年末累计结余41亿元。\n"
    )
    tables = compile_text(text, tmp_path)
    assert not tables["budget_changes"]
    found = {row["printed"]: (row["subject"], row["change"]) for row in tables["observations"]}
    assert found["8.8"] == ("企业职工基本养老保险基金 收入比上年增加", "increase")
    assert found["88.9"] == ("企业职工基本养老保险基金 支出", None)
    assert not [check for check in tables["checks"] if check["status"] == "fails"]


def test_a_share_of_what_no_figure_names_is_not_checked(tmp_path: Path) -> None:
    text = "2033年南川市调解仲裁工作通报\n\n受理集体争议86件。案外调解3.7万件，占争议总量的70.9%。\n"
    checks = [check for check in compile_text(text, tmp_path)["checks"] if check["kind"] == "share"]
    assert [check["status"] for check in checks] == ["not_checkable"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("新建托育机构12所。已竣工7所。", [("12", "target", "2033"), ("7", "actual", "2033-09-30")]),
        (
            "城镇新增就业3.2万人。1—9月完成2.7万人。",
            [("3.2", "target", "2033"), ("2.7", "actual", "2033-01/2033-09")],
        ),
        (
            "为62万名老年人免费体检，已体检48万人。",
            [("62", "target", "2033"), ("48", "actual", "2033-09-30")],
        ),
        (
            "城镇新增就业3.2万人，完成全年目标的84%。",
            [("3.2", "actual", "2033-09-30"), ("84", "actual", "2033-09-30")],
        ),
        ("年度任务18万人，已代缴17万人。", [("18", "target", "2033"), ("17", "actual", "2033-09-30")]),
        ("目标受益人数9万人。", [("9", "target", "2033")]),
        ("全年计划开发岗位1200个，目前在岗980人。", [("1200", "target", "2033"), ("980", "actual", "2033")]),
    ],
)
def test_in_a_list_of_promises_the_promise_stands_before_how_far_it_has_come(
    item: str, expected: list[tuple[str, str, str]]
) -> None:
    text = f"南川市2033年为民办实事进展情况（截至9月30日）\n\n一、就业工程\n\n（一）{item}\n"
    rows = told(text, "kind", "period", kind="other")
    assert [(printed, kind) for printed, kind, _ in rows] == [row[:2] for row in expected]
    assert rows[0][2] == expected[0][2]


def test_what_was_done_is_of_the_promise_in_the_sentence_before() -> None:
    text = "南川市2033年为民办实事进展情况\n\n（一）城镇新增就业3.2万人。1—9月完成2.7万人，完成率84%。\n"
    assert [row[1] for row in told(text, "indicator_id", kind="other")][:2] == ["urban_new_jobs"] * 2


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("期末登记失业8.9万人", "2033-05-31"),
        ("月末登记失业8.9万人", "2033-05-31"),
        ("当月新登记失业7200人", "2033-05"),
        ("新登记失业7200人", "2033-05"),
    ],
)
def test_a_paper_of_a_month_has_its_own_end(words: str, period: str) -> None:
    text = f"南川市失业动态监测报告\n\n（2033年5月）\n\n5月份，全市监测企业120家。\n\n{words}。\n\n1—5月，累计流失岗位2.4万个。\n"
    assert [row[1] for row in told(text, "period", kind="other")] == ["2033-05", period, "2033-01/2033-05"]


def test_the_end_of_the_period_of_a_year_is_that_of_the_year() -> None:
    assert told("2033年，期末结余3亿元，当月平均领取9000人。", "period", kind="bulletin")[0] == (
        "3",
        "2033-12-31",
    )


def test_a_line_that_says_where_a_report_was_read_sets_no_time() -> None:
    text = "关于南川市2032年预算执行情况和2033年预算草案的报告\n\n——2033年1月5日在南川市第十八届人民代表大会第二次会议上\n\n一、落实决议情况\n\n发放创业担保贷款19亿元。\n"
    assert told(text, "kind", "period") == [("19", "actual", "2032")]


def test_what_has_a_measure_is_named_with_it() -> None:
    text = "2033年，失业保险稳岗返还比例，中小微企业从60%提高到90%，大型企业为50%。"
    assert [row[1] for row in told(text, "subject", kind="bulletin")] == [
        "失业保险稳岗返还比例 中小微企业从",
        "失业保险稳岗返还比例 中小微企业提高到",
        "失业保险稳岗返还比例 大型企业",
    ]


@pytest.mark.parametrize("words", ["剔除留抵退税因素后", "扣除减税降费影响后", "还原一次性因素后"])
def test_a_manner_of_comparing_is_no_name(words: str) -> None:
    rows = told(f"2033年，税收收入53亿元，下降3%，{words}增长8%。", "subject", "change", kind="bulletin")
    assert [(str(row[1])[:4], row[2]) for row in rows] == [
        ("税收收入", None),
        ("税收收入", "decrease"),
        ("税收收入", "increase"),
    ]


@pytest.mark.parametrize(("word", "kind"), [("起", "actual"), ("以来", "cumulative")])
def test_what_is_so_from_a_day_on_is_not_added_up(word: str, kind: str) -> None:
    text = f"2033年南川市工伤保险报告\n\n2033年1月1日{word}，惠及伤残职工1284人。"
    assert told(text, "kind") == [("1284", kind)]


@pytest.mark.parametrize(("day", "kind"), [("2033年7月22日", "target"), ("2034年1月9日", "actual")])
def test_months_that_end_behind_the_day_of_a_paper_are_planned(day: str, kind: str) -> None:
    text = f"南川市稳就业工作\n\n{day} 来源：南川日报\n\n2033年下半年，举办招聘活动500场。"
    assert told(text, "kind", kind="article") == [("500", kind)]


def test_a_plan_in_two_lines_has_one_title_and_its_years_are_no_year_of_the_document(tmp_path: Path) -> None:
    text = "南川市人力资源和社会保障事业发展\n“十四五”规划（2021—2025年）\n\n第一章 发展基础\n\n五年来，共引进人才412人。\n"
    tables = compile_text(text, tmp_path)
    assert tables["documents"][0]["title"] == "南川市人力资源和社会保障事业发展“十四五”规划（2021—2025年）"
    assert tables["observations"][0]["period"] == "2016/2020"


def test_the_one_for_whom_something_is_paid_is_no_figure() -> None:
    text = "2033年，企业每招用1人补贴1500元；每个社区配备1名协理员。"
    assert [row[0] for row in told(text, kind="bulletin")] == ["1500", "1"]


def test_a_review_of_five_years_is_of_those_years() -> None:
    text = (
        "南川市人力资源和社会保障工作五年回顾\n\n2034年3月6日\n\n"
        "2033年末，参加失业保险31万人。失业保险基金收入五年合计6.1亿元，支出4.8亿元。\n\n五年共立案查处案件860件，追讨工资7900万元。\n"
    )
    assert told(text, "period") == [
        ("31", "2033-12-31"),
        ("6.1", "2029/2033"),
        ("4.8", "2029/2033"),
        ("860", "2029/2033"),
        ("7900", "2029/2033"),
    ]


def test_what_follows_of_several_years_is_of_them_and_a_yearly_mean_is_not() -> None:
    text = "南川市人力资源和社会保障工作五年回顾\n\n2034年3月6日\n\n2033年引进人才900人。五年引进人才4100人，其中博士310人。\n"
    assert [row[1] for row in told(text, "period")] == ["2033", "2029/2033", "2029/2033"]


@pytest.mark.parametrize("task", ["全年的扩面任务是", "今年的征缴任务为"])
def test_what_the_task_is_is_an_aim(task: str) -> None:
    text = f"2033年参保情况通报\n\n{task}25万人，前5个月已完成13万人。"
    assert [row[1] for row in told(text, "kind", kind="other")] == ["target", "actual"]


def test_a_figure_said_in_another_way_is_of_the_one_before() -> None:
    text = "2033年，缴费基数下限为月平均工资的60%，即1503元，上限为300%，即7515元。"
    assert [row[1] for row in told(text, "subject", kind="bulletin")][1:] == [
        "缴费基数下限为月平均工资的",
        "上限",
        "上限",
    ]


@pytest.mark.parametrize(
    "words",
    ["下一步，区人社局将持续开展服务活动，", "下一阶段，", "接下来，", "市就业局将继续开展服务活动，"],
)
def test_what_is_done_next_is_planned(words: str) -> None:
    text = f"南川市招聘会举办\n\n2033年8月3日\n\n今年以来举办招聘会58场。{words}再举办招聘会30场。"
    assert [row[1] for row in told(text, "kind", kind="other")] == ["actual", "target"]


def test_parts_in_a_bracket_are_of_the_part_before_it(tmp_path: Path) -> None:
    text = "2033年南川市人力资源服务业统计报告\n\n营业收入98亿元，其中外包收入52亿元，派遣收入31亿元（含代收代付25亿元），招聘收入15亿元。\n"
    tables = compile_text(text, tmp_path)
    found = {row["printed"]: row["subject"] for row in tables["observations"]}
    assert found["25"] == "派遣收入 代收代付"
    assert not [check for check in tables["checks"] if check["status"] == "fails"]


@pytest.mark.parametrize("form", ["国有12家、民营30家", "公有12家、私有30家"])
def test_kinds_of_owners_are_names(form: str) -> None:
    text = f"2033年，有机构42家，其中{form}。"
    assert [str(row[1])[-2:] for row in told(text, "subject", kind="bulletin")][1:] == [form[:2], form[6:8]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("建成算力规模1,200P，新增智能算力850PFLOPS。", [("1,200", "P", 1200), ("850", "PFLOPS", 850)]),
        ("发电61.2亿度，供气3.2亿方。", [("61.2", "亿度", 6_120_000_000), ("3.2", "亿方", 320_000_000)]),
        ("治理25度以上坡耕地3万亩。", [("3", "万亩", 30_000)]),
        ("培训折合1.2万人年，参保5万人。", [("1.2", "万人年", 12_000), ("5", "万人", 50_000)]),
        ("1080P摄像头200台，5G基站3000个。", [("200", "台", 200), ("3000", "个", 3000)]),
        ("稳定就业6个月以上2.5万人，获奖牌2枚。", [("2.5", "万人", 25_000), ("2", "枚", 2)]),
    ],
)
def test_units_of_power_gas_and_work(sentence: str, expected: list[tuple[str, str, float]]) -> None:
    rows = told(f"2033年南川市统计公报\n\n{sentence}", "unit", "base_value", kind="bulletin")
    assert rows == expected


def test_a_crop_that_grew_tells_a_change() -> None:
    rows = told("2033年，粮食产量23亿斤，增产1.1亿斤；油料减产300吨。", "subject", "change", kind="bulletin")
    assert rows[1:] == [("1.1", "粮食产量增产", "increase"), ("300", "油料减产", "decrease")]


def test_a_pair_is_of_what_the_words_before_it_name_without_how_it_moved() -> None:
    text = "2033年上半年社会保险基金运行分析\n\n一是抚养比持续下降，由2028年的2.86:1降至目前的2.31:1。"
    assert told(text, "subject", "period") == [
        ("2.86", "抚养比由", "2028"),
        ("2.31", "抚养比降至", "2033-01/2033-06"),
    ]


def test_a_time_of_one_point_is_not_that_of_the_next() -> None:
    text = "2033年南川市就业工作总结\n\n一是受疫情影响，二季度新增就业下降5.6%。二是11个工程未存储保证金。"
    assert told(text, "period") == [("5.6", "2033-04/2033-06"), ("11", "2033")]


def test_what_is_done_for_those_counted_flows() -> None:
    text = "2033年上半年就业工作总结\n\n6月底，参加失业保险31万人。为57万名老人发放养老金5亿元，减征保险费1亿元。"
    assert [row[1] for row in told(text, "period")] == ["2033-06-30", *["2033-01/2033-06"] * 3]


def test_a_shortfall_is_of_the_fund_of_its_list() -> None:
    text = "2033年社会保险基金运行分析\n\n——机关事业单位养老保险。基金收入41亿元，支出42亿元，当期收不抵支1亿元。"
    assert told(text, "subject")[-1][1] == "机关事业单位养老保险 当期收不抵支"


def test_the_total_of_one_side_keeps_its_name() -> None:
    text = "南川市就业局2033年度部门决算说明\n\n2033年度收入总计5238万元，支出总计5238万元。"
    assert [row[1] for row in told(text, "subject", kind="budget")] == ["收入总计", "支出总计"]


@pytest.mark.parametrize(
    "line", ["国家统计局南川调查队 2034年4月", "南川市统计局2034年4月", "南川市统计局 2034年4月6日"]
)
def test_a_body_and_a_month_are_no_time(line: str) -> None:
    text = f"2033年农民工监测报告\n\n{line}\n\n一、规模\n\n农民工总量213万人。"
    assert told(text, "kind", "period")[-1] == ("213", "actual", "2033")


def test_growth_behind_a_list_of_two_is_of_those_two() -> None:
    text = "2033年，财政收入41亿元，增长8%；城乡居民人均可支配收入分别达到4万元、2万元，增长5.1%和8.3%。"
    assert [str(row[1])[:4] for row in told(text, "subject", kind="bulletin")][-2:] == [
        "城镇居民",
        "农村居民",
    ]


def test_levels_of_schooling_are_told_apart() -> None:
    text = "2033年，研究生、本科、高中及以下学历人员平均工资分别为14万元、9万元、5万元。"
    subjects = [str(row[1]) for row in told(text, "subject", kind="bulletin")]
    assert [subject[:2] for subject in subjects] == ["研究", "本科", "高中"]


def test_the_end_of_the_year_that_is_planned_for_is_that_in_which_the_paper_speaks() -> None:
    text = "关于2032年度审计整改情况的报告\n\n2033年11月5日\n\n二、下一步工作安排\n\n年底前完成2个问题整改。"
    assert told(text, "period", "kind") == [("2", "2033-12-31", "target")]


def test_a_summary_with_a_plan_is_told_by_its_headings() -> None:
    text = "南川市人社局2033年上半年工作总结及下半年工作计划\n\n2033年7月6日\n\n一、存在的问题\n\n涉及金额860万元。\n\n二、下半年工作计划\n\n培训5万人次。"
    assert told(text, "kind") == [("860", "actual"), ("5", "target")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("高位数（90%分位）12万元。", ["12"]),
        ("整改的12个均制定了措施，8家均已整改。", ["12", "8"]),
        ("按每名职工不超过500元的标准发放。", ["500"]),
        ("人社厅检查单价50万元以上的设备3台。", ["3"]),
    ],
)
def test_what_is_a_figure_and_what_is_part_of_a_name(sentence: str, expected: list[str]) -> None:
    assert [row[0] for row in told(f"2033年南川市统计公报\n\n{sentence}", kind="bulletin")] == expected


def test_the_net_task_is_compared_with_the_net_growth(tmp_path: Path) -> None:
    text = "2033年南川市参保工作通报\n\n全市养老保险参保312.5万人，较年初净增5.8万人，完成全年净增任务9万人的64.4%。\n"
    checks = compile_text(text, tmp_path)["checks"]
    assert [check["status"] for check in checks if check["kind"] == "stated_completion"] == ["exact"]


def test_the_whole_of_a_share_is_what_has_its_name(tmp_path: Path) -> None:
    text = "2033年南川市农民工监测报告\n\n农民工总量200万人，其中，外出农民工130万人，本地农民工70万人，占农民工总量的35%。\n"
    checks = [check for check in compile_text(text, tmp_path)["checks"] if check["kind"] == "share"]
    assert all(check["status"] == "exact" for check in checks)


def test_what_was_done_is_of_the_rate_named_last_too() -> None:
    text = "2033年南川市绩效评价报告\n\n城镇新增就业目标2.6万人，实际完成2.9万人，完成率113%；登记失业率目标4.2%，年末实际3.6%。"
    assert [row[1] for row in told(text, "subject")] == [
        "城镇新增就业目标",
        "城镇新增就业 实际完成",
        "城镇新增就业 完成率",
        "登记失业率目标",
        "登记失业率 实际",
    ]


@pytest.mark.parametrize("marks", [("1.", "2."), ("(1)", "(2)"), ("①", "②")])
def test_the_number_of_a_point_is_no_part_of_its_name(marks: tuple[str, str]) -> None:
    text = f"2033年，{marks[0]}技能培训3万人；{marks[1]}就业见习900人。"
    assert [row[1] for row in told(text, "subject", kind="bulletin")] == ["技能培训", "就业见习"]


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        ("第一、二、三产业", ["第一产业", "第二产业", "第三产业"]),
        ("第一、第二、第三产业", ["第一产业", "第二产业", "第三产业"]),
        ("第二、三产业", ["第二产业", "第三产业"]),
    ],
)
def test_sectors_are_told_apart_with_their_shares(words: str, subjects: list[str]) -> None:
    amounts = "、".join(f"{number}万人" for number in (112, 75, 139)[: len(subjects)])
    shares = "、".join(f"{number}%" for number in (34, 23, 43)[: len(subjects)])
    text = f"2033年，{words}就业人员分别为{amounts}，占就业人员的比重分别为{shares}。"
    found = [str(row[1])[:4] for row in told(text, "subject", kind="bulletin")]
    assert found == subjects * 2


def test_by_how_much_a_pair_grew_is_of_its_later_year() -> None:
    text = "2033年，养老金由2027年的1286元提高到2032年的2017元，五年增加731元，增长57%。"
    rows = told(text, "period", kind="bulletin")
    assert rows == [("1286", "2027"), ("2017", "2032"), ("731", "2032"), ("57", "2032")]


def test_achievements_of_a_plan_are_of_its_years() -> None:
    text = "南川市“十二五”时期就业事业发展成就\n\n2016年2月\n\n登记失业率始终控制在4%以内。2015年培训2万人，引进人才300人。"
    assert [row[1] for row in told(text, "period", kind="other")] == ["2011/2015", "2015", "2015"]


@pytest.mark.parametrize("title", ["数说南川人社这一年", "南川人社2033年终盘点", "南川就业一年来"])
def test_a_review_of_the_year_is_of_the_year_that_ended(title: str) -> None:
    text = f"{title}\n\n2034-01-15 来源：南川日报\n\n城镇新增就业5.4万人。"
    assert told(text, "period", kind="article")[-1] == ("5.4", "2033")


def test_months_of_a_benefit_are_no_months_of_the_year() -> None:
    text = "2033年，失业补助金前3个月每月800元，后3个月每月600元。"
    assert told(text, "period", kind="bulletin") == [("800", "2033"), ("600", "2033")]


def test_what_was_set_and_what_was_done_are_no_parts(tmp_path: Path) -> None:
    text = "南川市就业局2033年项目绩效自评报告\n\n就业服务专项2033年预算安排286万元，调整后预算320万元，全年执行312万元。\n"
    assert not [check for check in compile_text(text, tmp_path)["checks"] if check["status"] == "fails"]


def test_a_numbered_line_as_long_as_lines_are_goes_on_below(tmp_path: Path) -> None:
    text = (
        "南川县2033年工作总结\n\n全县各级各部门坚持就业优先，认真落实各项政策，"
        "\n圆满完成各项任务，现将工作开展的情况总结如下。\n"
        "（一）城镇新增就业3,300人，农村劳动力转移就业7.5万\n人次以上，登记失业率3.5%。\n"
    )
    found = {
        row["printed"]: (row["unit"], row["operator"]) for row in compile_text(text, tmp_path)["observations"]
    }
    assert found["7.5"] == ("万人次", ">=")


@pytest.mark.parametrize(
    "head", ["在岗职工", "在校学生", "通过初审的学员", "以往登记的人员", "持续未就业的人员"]
)
def test_who_is_taken_up_is_no_promise(head: str) -> None:
    text = f"东河市2033年就业工作总结\n\n全年新增岗位4万个，将{head}620人纳入服务名单。"
    assert told(text, "kind") == [("4", "actual"), ("620", "actual")]


@pytest.mark.parametrize(
    ("since", "period"), [("下半年以来", "2033-07/2033-12"), ("第四季度以来", "2033-10/2033-12")]
)
def test_what_has_been_since_a_part_of_the_year_is_done_though_that_part_is_not_over(
    since: str, period: str
) -> None:
    text = f"东河市2033年培训工作情况\n\n东河市培训中心\n2033年11月20日\n\n{since}，培训学员460人，走访园区12家。"
    assert told(text, "kind", "period") == [("460", "actual", period), ("12", "actual", period)]


@pytest.mark.parametrize("steady", ["始终", "一直"])
def test_what_was_so_all_the_time_is_of_the_year_that_its_sentence_names(steady: str) -> None:
    named = f"{_PLAN}东河市人力资源和社会保障局\n2033年10月8日\n\n2022年，调解成功率{steady}高于81%。"
    assert told(named, "period") == [("81", "2022")]


@pytest.mark.parametrize(
    ("aim", "period"),
    [("全年目标", "2033"), ("年度目标任务", "2033"), ("规划目标", None), ("五年目标", None)],
)
def test_an_aim_beside_an_outcome_is_of_the_time_it_says_itself(aim: str, period: str | None) -> None:
    text = f"东河市2033年8月人社工作快报\n\n2033年9月3日\n\n1—8月，城镇新增就业3.7万人，{aim}为5.2万人。"
    assert told(text, "kind", "period") == [("3.7", "actual", "2033-01/2033-08"), ("5.2", "target", period)]


def test_what_was_spent_is_of_the_whole_whose_parts_were_listed() -> None:
    text = "东河市2033年资金情况\n\n2033年，下达创业资金910万元，其中中央640万元、市级270万元。截至10月底，已支出700万元。"
    assert told(text, "subject")[-1] == ("700", "下达创业资金 已支出")


def test_what_was_done_in_another_unit_is_not_of_what_was_named_last() -> None:
    text = "东河市2033年民生实事情况\n\n2033年，建设养老院14所，增加床位800张。实际建成16所。"
    assert told(text, "subject")[-1] == ("16", "实际建成")
