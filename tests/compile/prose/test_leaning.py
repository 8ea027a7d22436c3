"""What leans on words before it takes its thing, its unit and its time from them, and not from whatever stands nearest."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe


def test_rates_told_at_once_behind_two_pairs_are_of_one_each() -> None:
    text = "城市特困供养标准由月人均 800 元提高到 960 元，农村特困供养标准由年人均 6000 元提高到 7500 元，分别提高 20% 和 25%。"
    assert [row.subject for row in observe(text)[4:]] == ["城市特困供养标准提高", "农村特困供养标准提高"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("城市、农村低保标准分别提高到每人每月 730 元、每人每年 6300 元。", ["元/人/月", "元/人/年"]),
        ("城市、农村低保标准分别为月人均 730 元、年人均 6300 元。", ["元/人/月", "元/人/年"]),
        ("城市、农村低保标准分别达到每月 730 元、520 元。", ["元/月", "元/月"]),
    ],
)
def test_each_of_two_standards_has_its_own_unit_and_name(text: str, units: list[str]) -> None:
    rows = observe(text)
    assert [row.unit for row in rows] == units
    assert [row.subject[:6] for row in rows] == ["城市低保标准", "农村低保标准"]
    assert [row.indicator_id for row in rows] == ["urban_living_allowance", "rural_living_allowance"]


def test_the_last_level_of_several_pairs_is_per_what_the_first_was() -> None:
    text = "城乡低保标准分别由每人每月 590 元、每人每月 460 元提高到 640 元和 510 元。"
    assert {row.unit for row in observe(text)} == {"元/人/月"}


def test_what_a_plan_builds_on_gives_it_its_name_and_not_its_year() -> None:
    rows = observe("今年，在去年新建 6 个就业驿站的基础上，再建 9 个。", kind="report")
    assert [(row.subject, row.period) for row in rows] == [
        ("新建就业驿站", "2032"),
        ("新建就业驿站 再建", "2033"),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("建成非遗工坊 140 家，吸纳就业 2600 人。", "建成非遗工坊 吸纳就业"),
        ("林果收入预算 90 万元，按财力变动情况调整为 80 万元。", "林果 按财力变动情况调整"),
        (
            "租金收入 9 万元，占预算的 79%，欠时间进度 3.8 个百分点，较上年减收 6 万元，下降 40%。",
            "租金收入较上年下降",
        ),
        ("收、支总计各是 41 万元、43 万元。", "支出总计"),
        ("扩岗补助惠及企业 520 户、职工 8 万人。", "扩岗补助惠及职工"),
        ("发放见习补贴 90 万元，惠及企业 60 户、高校毕业生 480 人。", "发放见习补贴 惠及高校毕业生"),
        ("开工建设公共实训基地，总投资 2.6 亿元。", "开工建设公共实训基地 总投资"),
        (
            "全年为 2100 名失业人员发放失业保险金 3900 万元，人均每月领取 1480 元。",
            "为失业人员发放失业保险金 人均每月领取",
        ),
        ("对招用残疾人的企业，每人每月补助 650 元。", "对招用残疾人的企业 每人每月补助"),
        (
            "渔民遗属，每人每月增加 25 元；牧民遗属，每人每月增加 35 元。",
            "牧民遗属每人每月增加",
        ),
        (
            "渔民遗属，每人每月增发 25 元；年满 90 周岁的遗属，每人每月增发 35 元。",
            "年满90周岁的遗属每人每月增发",
        ),
        (
            "会议费预算数 9 万元，决算数 8 万元，预决算差异率 11%。其中：场租预算数 6 万元，决算数 6 万元，预决算差异率 0%。",
            "会议费预算数 场租 预决算差异率",
        ),
        (
            "城镇工资中位数 5000 元，中位数是平均数的 80%。其中，渔业工资中位数 4000 元，中位数是平均数的 75%。",
            "城镇工资中位数 渔业工资中位数 中位数是平均数的",
        ),
        ("调整增加的养老金已发放到位，惠及 12 万名退休人员。", "调整增加的养老金已发放到位 惠及退休人员"),
    ],
)
def test_what_makes_sense_of_something_before_it_names_that(text: str, subject: str) -> None:
    assert observe(text)[-1].subject == subject


def test_a_level_that_a_list_of_raises_ends_with_is_no_raise() -> None:
    rows = observe("护理津贴每人每月分别增加：一级 25 元，二级 15 元，调整后最低标准 900 元。")
    assert [row.change for row in rows] == ["increase", "increase", None]


def test_what_is_owed_behind_what_was_lent_is_of_the_day_again() -> None:
    rows = observe("2033年末，渔民 900 人，发放贷款 6 万元，贷款余额 9 万元。")
    assert [row.period for row in rows] == ["2033-12-31", "2033", "2033-12-31"]


def test_how_far_beyond_the_size_of_last_year_is_a_change_and_of_this_year() -> None:
    row = observe("脱贫劳动力外出务工 8.6 万人，超上年末规模 0.4 万人。")[-1]
    assert (row.period, row.change, row.against) == ("2033", "increase", "上年末规模")


@pytest.mark.parametrize("verb", ["快于", "早于", "慢于"])
def test_the_time_that_something_is_faster_than_is_not_its_own(verb: str) -> None:
    assert observe(f"今年，资金拨付{verb}去年同期 12 天。", kind="other")[-1].period == "2033"


def test_the_name_of_a_scheme_plans_nothing() -> None:
    assert observe("全年“西部计划”招募 83 名，“大学生村医”计划招募 27 名。")[-1].kind == "actual"


def test_the_one_for_whom_something_is_paid_is_no_figure() -> None:
    assert [row.printed for row in observe("每招 1 人给予 1200 元补助。")] == ["1200"]


def test_a_standard_per_month_is_never_a_sum_of_years() -> None:
    text = "三、过去五年工作回顾\n\n过去五年，职工养老金实现连涨，达到每月 188 元。"
    assert observe(text, kind="report")[-1].kind == "actual"


def test_five_years_told_behind_an_open_plan_are_the_five_that_are_over() -> None:
    text = (
        "2031年政府工作报告\n\n一、过去五年工作回顾\n\n“十五五”以来，发放补助 2 亿元，五年累计培训 9 万人次。"
    )
    assert observe(text, kind="report", year=2031)[-1].period == "2026/2030"


def test_a_rate_behind_a_level_reached_is_of_that_day() -> None:
    text = "参保人数由 2030 年末的 180 万人增至 2032 年末的 196 万人，参保率达 96.5%。"
    assert observe(text, kind="other")[-1].period == "2032-12-31"


def test_a_level_of_then_is_named_without_that_it_was_then() -> None:
    rows = observe("最低标准由当时的 60 元提高到 2033 年的 150 元。", kind="other")
    assert rows[0].subject == "最低标准由"


def test_what_was_done_is_not_of_the_day_on_which_something_was_counted() -> None:
    text = "截至9月20日，已落实去向 1.1 万人。我们主要抓了以下工作：一是拓岗位，开发岗位 1900 个。"
    assert [row.period for row in observe(text)] == ["2033-09-20", "2033"]


def test_a_label_in_brackets_names_the_figures_behind_it_and_no_time_with_them() -> None:
    rows = observe("【工伤保险】年末参保人数 18 万人，基金支出 9000 万元。")
    assert [(row.subject, row.period) for row in rows] == [
        ("工伤保险 参保人数", "2033-12-31"),
        ("工伤保险 基金支出", "2033"),
    ]


def test_what_is_built_on_gives_the_next_figure_the_months_of_what_flows() -> None:
    text = "1—9月，发放贷款 3 亿元；期末贷款余额 8 亿元。在去年认定 4 家孵化基地的基础上，新认定 2 家。"
    row = observe(text, kind="other")[-1]
    assert (row.subject, row.period) == ("认定孵化基地 新认定", "2033-01/2033-09")


def test_a_part_of_what_it_was_a_year_ago_is_of_this_year() -> None:
    row = observe("1—9月，追讨工资 900 万元，追讨金额不足去年同期的七成。", kind="other")[-1]
    assert (row.period, row.value) == ("2033-01/2033-09", 70)


def test_those_already_in_work_are_of_those_counted_before() -> None:
    assert (
        observe("离校未就业毕业生登记 4100 人，已就业 3300 人。")[-1].subject == "离校未就业毕业生登记 已就业"
    )


def test_how_early_a_task_was_fulfilled_is_no_name_of_it() -> None:
    rows = observe("城镇新增就业 3.9 万人，提前两个月完成全年 4 万人目标任务的 97.5%。", kind="other")
    assert [row.subject for row in rows[1:]] == ["城镇新增就业目标任务", "城镇新增就业完成目标任务"]


def test_rates_told_at_once_are_of_what_each_was_counted_in() -> None:
    rows = observe(
        "全年检查单位 980 户次，追发工资 3100 万元，涉及农民工 2600 人，分别比上年减少 4%、9%、11%。"
    )
    assert [row.indicator_id for row in rows[4:]] == ["back_pay", "migrant_back_pay_workers"]


def test_by_how_many_persons_more_is_no_change_of_money() -> None:
    row = observe("发放创业担保贷款 6 亿元，比上年多扶持 210 人。")[-1]
    assert (row.change, row.indicator_id) == ("increase", None)


def test_names_in_quotation_marks_side_by_side_are_told_apart() -> None:
    rows = observe("“道州厨师”“宁远月嫂”两个劳务品牌分别带动就业 2.4 万人、9000 人。")
    assert [row.subject[:6] for row in rows] == ["“道州厨师”", "“宁远月嫂”"]


def test_what_was_done_by_a_day_of_another_year_is_of_that_year() -> None:
    text = "截至 2031 年 8 月 31 日，参保 26 万人。重点开展了以下工作：核查单位 470 户。"
    assert {(row.period or "")[:4] for row in observe(text)} == {"2031"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“暖冬行动”计划招聘 730 人，实际到岗 690 人。", "target"),
        ("《见习工作方案》计划新增岗位 3600 个。", "target"),
        ("“乡村英才”计划招募 41 名。", "actual"),
    ],
)
def test_a_drive_plans_and_a_plan_has_its_name(text: str, kind: str) -> None:
    assert observe(text)[0].kind == kind


def test_parts_are_of_those_taken_in_and_not_of_what_takes_them_in() -> None:
    text = "就业工坊 160 家，吸纳就业 2900 人，其中残疾人 310 人。"
    assert observe(text)[-1].subject == "就业工坊 吸纳就业 残疾人"
    text = "技工院校 8 所，在校生 2.6 万人，其中新生 0.9 万人，招生 0.9 万人。"
    assert [row.subject for row in observe(text)[2:]] == ["技工院校 新生", "技工院校 招生"]


def test_points_that_the_second_change_alone_names_are_of_the_same_rate() -> None:
    rows = observe("7月末城镇登记失业率 3.4%，环比、同比分别上升 0.2 个和 0.3 个百分点。")
    assert {row.indicator_id for row in rows} == {"urban_registered_unemployment_rate"}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("抢险费用较上年增8.4万元，增12.6%。", ("抢险费用较上年增", "12.6", "increase")),
        ("抢险费用较上年减0.4万元，涨0.6%。", ("抢险费用较上年涨", "0.6", "increase")),
        ("抢险费用较上年（减少）8.4万元。", ("抢险费用较上年（减少）", "8.4", "decrease")),
        ("抢险费用较上年(减)8.4万元，（减）幅12.6%。", ("抢险费用较上年（减）幅", "12.6", "decrease")),
        ("抢险费用48万元比上年增加8万元。", ("抢险费用比上年增加", "8", "increase")),
        (
            "抢险费用48万元（物资30万元、人工18万元）比上年增加8万元。",
            ("抢险费用比上年增加", "8", "increase"),
        ),
        ("抢险费用48万元，比上年减少支出8万元。", ("抢险费用比上年减少支出", "8", "decrease")),
        ("抢险费用48万元。2032年比2031年车辆增加3辆。", ("车辆比2031年增加", "3", "increase")),
    ],
)
def test_a_change_is_told_by_the_verb_that_stands_before_it(text: str, last: tuple[str, str, str]) -> None:
    row = observe(text)[-1]
    assert (row.subject, row.printed, row.change) == last


@pytest.mark.parametrize(("verb", "change"), [("多", "increase"), ("少", "decrease"), ("增", "increase")])
def test_a_bare_verb_between_a_base_and_a_change_is_that_of_the_change(verb: str, change: str) -> None:
    now, before, changed = observe(f"2032年末，抢险船48艘，比上年末的40艘{verb}8艘。")
    assert (now.subject, before.subject) == ("抢险船", "抢险船")
    assert (before.period, before.operator, before.value) == ("2031-12-31", "=", 40)
    assert (changed.printed, changed.change) == ("8", change)


def test_a_level_that_a_change_stands_against_has_its_own_name() -> None:
    assert [row.subject for row in observe("抢险费用48万元比上年增加8万元。")] == [
        "抢险费用",
        "抢险费用比上年增加",
    ]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("出国人次从29人降为16人。", ["出国人次从", "出国人次降为"]),
        ("上级补助收入9万元，调入资金2万元，收入合计40万元。", ["上级补助收入", "调入资金", "收入合计"]),
        ("2032年度的“渔政”经费支出为9万元。", ["“渔政”经费支出"]),
        (
            "巡查费支出9万元，年初预算为11万元，差值为2万元。其中：车辆支出9万元。",
            ["巡查费支出", "巡查费 年初预算", "巡查费 差值", "巡查费支出 车辆支出"],
        ),
        (
            "（一）巡查费9万元。其中：\n\n1、购置费4万元。\n\n2、运行费5万元。\n\n（二）宣传费7万元，印发画册60册。",
            ["巡查费", "巡查费 购置费", "巡查费 运行费", "宣传费", "印发画册"],
        ),
        (
            "巡查费9万元，其中：\n\n购置费4万元，运行费5万元。\n\n渔政船7万元，其中：购置费2万元，运行费5万元。",
            ["巡查费", "巡查费 购置费", "巡查费 运行费", "渔政船", "渔政船 购置费", "渔政船 运行费"],
        ),
    ],
)
def test_what_ends_a_list_has_a_name_of_its_own(text: str, subjects: list[str]) -> None:
    assert [row.subject for row in observe(text)] == subjects


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("支出预算80万元。", "expenditure_budget"),
        ("收入预算80万元。", "income_budget"),
        ("其他资金收入预算总计8万元。", None),
        ("财政专户管理资金收入预算8万元。", None),
        ("事业收入预算8万元。", None),
        ("财政拨款支出预算8万元。", None),
        ("单位资金支出预算8万元。", None),
        ("一般公共预算拨款安排的培训费预算支出8万元。", None),
        ("货物类政府采购支出预算8万元。", "procurement_goods"),
        ("政府采购支出预算总额8万元。", "procurement"),
        ("宣传费支出预算8万元。", None),
        ("工资福利支出预算8万元。", None),
        ("减少了“三公”经费8万元。", None),
        ("政府采购合同授予中小微企业8万元。", None),
    ],
)
def test_a_part_of_a_sum_is_not_its_indicator(text: str, indicator: str | None) -> None:
    assert observe(text)[0].indicator_id == indicator


def test_what_some_persons_alone_got_is_not_what_all_got() -> None:
    rows = observe(
        "为2.4万名劳动者追发工资等待遇3.6亿元，其中为1.9万名农民工追发工资等待遇2.8亿元。为0.3万名高校毕业生发放创业担保贷款1.2亿元。"
    )
    assert [row.indicator_id for row in rows] == [
        "back_pay_workers",
        "back_pay",
        "migrant_back_pay_workers",
        "migrant_back_pay",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发放创业补贴4.1亿元，其中一次性创业补贴2.6亿元。", ["startup_subsidies", None]),
        ("城镇非私营单位就业人员年平均工资98765元，其中在岗职工平均工资101234元。", ["average_wage", None]),
        ("追发工资7600万元，其中专项行动追发工资2900万元。", ["back_pay", None]),
        ("检查用人单位2.1万户，涉及劳动者56万人，其中农民工31万人。", [None, None, None]),
        ("新增城镇就业11.2万人，其中应届高校毕业生3.4万人。", ["urban_new_jobs", None]),
        ("农民工总量310万人，其中外出农民工205万人。", ["migrant_workers", "outside_migrant_workers"]),
        ("就业人员812万人，其中城镇就业人员503万人。", ["employed", "urban_employed"]),
        ("总人口25.1万人，常住人口23.9万人。", [None, "population"]),
        ("常住人口23.9万人，其中城镇人口11.2万人。", ["population", "urban_population"]),
        ("户籍人口26.3万人，其中城镇人口9.8万人。", ["registered_population", None]),
        ("组织青年（含高校毕业生）参加就业见习3.1万人。", ["trainees"]),
        ("为农民工追回拖欠工资520万元。", ["migrant_back_pay"]),
        ("人力资源服务机构1240家，其中民营1030家；从业人员1.8万人。", ["hr_agencies", None, None]),
    ],
)
def test_a_part_has_not_the_indicator_of_its_whole_nor_of_all_persons_of_its_sort(
    text: str, expected: list[str | None]
) -> None:
    assert [row.indicator_id for row in observe(text)] == expected
