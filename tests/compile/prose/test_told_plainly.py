"""Figures as speakers, articles and explanations of policies tell them: made-up sentences to observations."""

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Observation
from hrss_tui.sources.decode import decode
from tests.compile.prose.reader import observe


def harvest_of(text: str) -> list[Observation]:
    (parsed,) = compile_documents(decode(text.encode(), "a.txt"))
    return [record for record in parsed.harvest.records if isinstance(record, Observation)]


def told(text: str, *columns: str, kind: str = "bulletin") -> list[tuple[object, ...]]:
    rows = observe(text + "\n", kind=kind)
    return [tuple(getattr(row, column) for column in ("printed", *columns)) for row in rows]


def test_changes_told_at_once_are_of_what_was_counted_in_their_units() -> None:
    text = "通报违规机构6家、责任人14名，移送线索5批37条，分别比上年同期增加2家、3人和8条。"
    assert told(text, "subject", "change")[4:] == [
        ("2", "通报违规机构比上年同期增加", "increase"),
        ("3", "责任人比上年同期增加", "increase"),
        ("8", "移送线索比上年同期增加", "increase"),
    ]


def test_the_aim_of_this_year_is_of_this_year_and_what_came_of_it_so_far_is_none() -> None:
    text = "去年扶持创业2100人，今年目标是2400人，截至目前完成1700人，占年度任务的70.8%。"
    assert told(text, "kind", "period", kind="interview")[:3] == [
        ("2100", "actual", "2032"),
        ("2400", "target", "2033"),
        ("1700", "actual", None),
    ]


def test_so_far_is_done_where_the_question_asks_what_is_planned() -> None:
    text = "记者：请问下一步在技能培训方面有哪些打算？\n\n王强：今年目标是培训4800人次，截至目前完成2600人次，占年度任务的54.2%。\n"
    assert [row[1] for row in told(text, "kind", kind="interview")] == ["target", "actual", "actual"]


def test_a_level_that_was_reached_is_no_second_change() -> None:
    assert told("持证率提高6个百分点、达到71%。", "subject", "change") == [
        ("6", "持证率提高", "increase"),
        ("71", "持证率", None),
    ]


def test_growth_behind_a_rise_is_of_what_rose_and_not_of_the_sentence_before() -> None:
    text = "建成工坊18个，其中省级6个、市级12个。脱贫劳动力务工人数从2032年的4100人增加到4510人，增长10%。"
    assert told(text, "subject", "change")[-1] == ("10", "脱贫劳动力务工人数增长", "increase")


def test_what_a_year_gave_on_the_average_has_a_level_all_the_same() -> None:
    text = "农村居民收入年均增长7.3%，比2028年末增加0.6万元，到2033年底达到2.4万元。"
    assert [row[1] for row in told(text, "subject")] == [
        "农村居民收入年均增长",
        "农村居民收入比2028年末增加",
        "农村居民收入",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "吸纳8人以上就业的，给予补贴4000元。",
        "投入不低于20万元的，给予补贴4000元。",
        "留岗率达到75%以上的企业，给予补贴4000元。",
    ],
)
def test_a_condition_is_no_figure(text: str) -> None:
    assert [row[0] for row in told(text, kind="plan")] == ["4000"]


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("每家每年最高奖补15万元。", "<="),
        ("个人最高贷款25万元。", "<="),
        ("门诊一年最高支付2500元。", "<="),
        ("按不超过缴费额四分之三的标准给予补贴。", "<="),
        ("不低于保险费的三分之一。", ">="),
        ("补贴标准为最低工资标准的三分之一。", "~"),
    ],
)
def test_the_most_that_is_granted_is_a_bound(text: str, operator: str) -> None:
    assert told(text, "operator", kind="plan")[0][1] == operator


@pytest.mark.parametrize(
    ("text", "base", "operator"),
    [
        ("开发岗位近千个。", 1000, "~"),
        ("带动上万人增收。", 10_000, ">="),
        ("超百家企业参加。", 100, ">"),
        ("举办讲座逾百场。", 100, ">"),
        ("发放补贴上千万元。", 10_000_000, ">="),
        ("走访千余名职工。", 1000, ">"),
        ("吸引百余家机构入驻。", 100, ">"),
        ("惠及近百万人。", 1_000_000, "~"),
    ],
)
def test_a_round_number_in_words(text: str, base: int, operator: str) -> None:
    assert told(text, "base_value", "operator")[0][1:] == (base, operator)


@pytest.mark.parametrize(
    "text",
    [
        "惠及数百户。",
        "成千上万人受益。",
        "走近千家万户。",
        "附近千户受益。",
        "帮扶送达百家企业。",
        "节约百万元。",
        "走进千家万户。",
        "网上百家企业参加。",
        "附近百户居民。",
        "近百年来。",
        "实施“百千万人才”工程。",
        "万人培训计划。",
        "上百年老店。",
        "上半年时间过半。",
        "想方设法千方百计稳岗。",
    ],
)
def test_words_that_are_no_round_number(text: str) -> None:
    assert told(text) == []


def test_how_long_it_took_is_no_figure_and_no_name() -> None:
    text = "45天里举办活动26场。为期60天的行动查处案件17件。3周来新增报名320人。"
    assert told(text, "subject") == [("26", "举办活动"), ("17", "行动查处案件"), ("320", "新增报名")]


def test_what_a_rule_brings_in_a_year_is_not_of_the_months_before() -> None:
    text = "上半年发放补贴1.7亿元。降费政策延续，一年可为企业节省3.3亿元。"
    assert [row[1] for row in told(text, "period")] == ["2033-01/2033-06", "2033"]


def test_a_gate_that_is_passed_is_no_name() -> None:
    text = "参保人数突破60万大关，达到61.3万人，较年初净增1.4万人。"
    assert [row[1] for row in told(text, "subject")] == ["参保人数", "参保人数", "参保人数较年初净增"]


def test_what_is_denied_names_nothing() -> None:
    text = "扩岗补助每人1200元，同一单位不设上限，累计兑现310人。"
    assert "不设" not in told(text, "subject")[-1][1]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "沙县区、永安市、大田县分别新增就业3100人、2800人、1900人。",
            ["沙县区新增就业", "永安市新增就业", "大田县新增就业"],
        ),
        (
            "B类工种五级、四级、三级分别奖励700元、900元、1300元。",
            ["B类工种五级奖励", "B类工种四级奖励", "B类工种三级奖励"],
        ),
    ],
)
def test_each_of_those_before_has_the_whole_deed(text: str, subjects: list[str]) -> None:
    assert [row[1] for row in told(text, "subject")] == subjects


@pytest.mark.parametrize(
    ("text", "value", "operator"),
    [
        ("逾七成五企业有招工意愿。", 75, ">"),
        ("约六成二受访者愿意返乡。", 62, "~"),
        ("数量占全省的1/8。", 12.5, "="),
        ("占总量的2/3以上。", 66.67, ">="),
    ],
)
def test_a_part_of_a_whole(text: str, value: float, operator: str) -> None:
    assert told(text, "value", "operator")[0][1:] == (value, operator)


def test_a_mean_is_of_all_years_of_which_one_was_told() -> None:
    text = "“十四五”以来，全省累计新增就业520万人，其中2023年103万人，年均101万人。"
    assert [row[1] for row in told(text, "period")] == ["2021/..", "2023", "2021/.."]


def test_a_sentence_that_only_praises_names_nothing() -> None:
    text = "民生保障更加有力。城市、农村供养标准分别提高到每月990元、每月760元，惠及老人510名。"
    assert "更加" not in told(text, "subject")[-1][1]


def test_what_rises_in_a_list_is_what_its_followers_are_of() -> None:
    text = "企业退休人员月人均养老金比上年增加47元、达到2610元，城乡居民基础养老金每人每月提高18元，惠及33万老人；失业保险金标准由1480元/月调整到1560元/月，增长5.4%。"
    assert [row[1:] for row in told(text, "subject", "against")][3:] == [
        ("城乡居民基础养老金每人每月 惠及老人", None),
        ("失业保险金标准由", None),
        ("失业保险金标准调整到", None),
        ("失业保险金标准增长", None),
    ]


def test_how_much_higher_than_at_the_end_of_a_year_is_no_sum() -> None:
    text = "“十四五”期间，职工平均工资比“十三五”末增加1.3万元，累计新增就业9万人。"
    assert [row[1] for row in told(text, "kind")] == ["actual", "cumulative"]


def test_a_point_of_a_list_is_not_of_what_the_point_before_counted() -> None:
    text = "一是缺工较多，缺工数3100人；二是高技能人才不足，仅占就业人员的8.7%。"
    assert "缺工" not in told(text, "subject")[-1][1]


def test_this_year_is_no_year_that_the_text_names() -> None:
    text = "据悉，2022年岚皋县转移就业6.3万人，创收18亿元。今年，该县计划转移就业6万人，新办工厂9家。"
    made = observe(text + "\n", kind="other", year=None)
    assert [(row.printed, row.period, row.kind) for row in made] == [
        ("6.3", "2022", "actual"),
        ("18", "2022", "actual"),
        ("6", None, "target"),
        ("9", None, "target"),
    ]


def test_a_share_of_those_taken_in_is_of_them() -> None:
    text = "新建车间14家，累计达到92家，吸纳就业3100余人，其中脱贫劳动力占三成以上。"
    assert told(text, "subject")[-1][1] == "脱贫劳动力占车间 吸纳就业"


def test_a_condition_before_what_is_done_is_no_figure() -> None:
    text = "支缴率低于40%的下浮15%，超过120%的上浮10%。"
    assert [row[0] for row in told(text, kind="plan")] == ["15", "10"]


def test_who_is_trained_in_a_year_is_not_all_there_are() -> None:
    assert [row[1] for row in told("培养高技能人才1900人，高技能人才3.1万人。", "indicator_id")] == [
        None,
        "highly_skilled_total",
    ]


def test_what_others_get_is_told_with_their_condition() -> None:
    text = "招用毕业生的，每人补贴1100元；招用退役军人的，提高到每人1700元。"
    assert told(text, "subject", kind="plan")[-1][1] == "招用退役军人的 提高到每人"


ARTICLE = """盘点｜资阳人社交出这份答卷

资阳人社 2033-10-12 18:06 四川

👉就业是民生之本。前三季度，资阳人社干了哪些事？一起来看看～

▍01 稳岗有力度

🔹开展培训1.3万人次，取证率九成二，其中青年占四分之一

▍02 四季度，我们这样干

✍再办招聘会30场，全年新增就业1.6万人以上
"""


def test_sections_of_an_article_say_when_and_whether_it_is_planned() -> None:
    made = harvest_of(ARTICLE)
    assert [(row.printed, row.period, row.kind) for row in made] == [
        ("1.3", "2033", "actual"),
        ("92", "2033", "actual"),
        ("25", "2033", "actual"),
        ("30", "2033-10/2033-12", "target"),
        ("1.6", "2033", "target"),
    ]
    assert made[2].subject == "青年占开展培训"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("年产值超亿元企业16家。", "年产值超亿元企业"),
        ("超千人用工企业16家。", "超千人用工企业"),
        ("上亿元重点项目16个。", "上亿元重点项目"),
        ("纳税超过3000万元企业达16家。", "纳税超过3000万元企业"),
    ],
)
def test_how_large_bodies_are_that_are_counted_is_no_figure(text: str, name: str) -> None:
    assert told(text, "subject") == [("16", name)]


def test_money_before_a_deed_for_bodies_is_a_figure() -> None:
    rows = told("发放贷款超3000万元，投入超亿元支持企业16家。", "operator")
    assert rows == [("3000", ">"), ("1", ">"), ("16", "=")]


@pytest.mark.parametrize("met", ["超额完成任务", "圆满完成全年目标", "提前完成年度计划"])
def test_a_task_that_was_met_is_not_what_later_figures_are_of(met: str) -> None:
    text = f"去年，我们转移就业2.6万人，{met}；今年，我们计划新增2.8万人。我们县发放补贴300万元。"
    assert [row[1:] for row in told(text, "subject", "kind", kind="interview")] == [
        ("转移就业", "actual"),
        ("转移就业 新增", "target"),
        ("我们县发放补贴", "actual"),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "2033年培训支出75.00万元。与2032年度培训支出60.00万元相比，增加15.00万元，增长25.00%。",
            [("75.00", "培训支出", "2033"), ("60.00", "培训支出", "2032"), ("15.00", "培训支出与2032年度相比增加", "2033")],
        ),
        (
            "2033年一般公共预算财政拨款支出8亿元，较2032年度一般公共预算财政拨款支出7亿元增加1亿元。",
            [
                ("8", "一般公共预算财政拨款支出", "2033"),
                ("7", "一般公共预算财政拨款支出", "2032"),
                ("1", "一般公共预算财政拨款支出较2032年度一般公共预算财政拨款支出增加", "2033"),
            ],
        ),
    ],
)  # fmt: skip
def test_the_level_before_is_of_its_year_where_its_name_is_told_again(
    text: str, rows: list[tuple[str, str, str]]
) -> None:
    assert told(text, "subject", "period")[:3] == rows


def test_a_bare_verb_behind_what_has_a_level_tells_a_change() -> None:
    text = (
        "药品价格平均降41%，住院次均费用降260元，报销比例升3个百分点，职工工资涨180元；扶持农户增收8000元。"
    )
    assert [row[1] for row in told(text, "change")] == [
        "decrease",
        "decrease",
        "increase",
        "increase",
        None,
    ]


def test_both_bounds_of_a_rate_are_rates() -> None:
    text = "每个示范站补助20万~25万元，每户奖励800—1200元。"
    assert told(text, "base_unit", "operator") == [
        ("20", "元/个", ">="),
        ("25", "元/个", "<="),
        ("800", "元/户", ">="),
        ("1200", "元/户", "<="),
    ]


def test_a_fund_that_an_item_names_alone_is_that_of_the_paragraph_below() -> None:
    text = "2033年云溪县社会保险基金决算说明\n\n1.失业保险基金\n\n本年收入230万元。\n\n2.工伤保险基金\n\n本年收入75万元。\n\n3.劳动能力鉴定\n\n鉴定210人。\n"
    assert [row.subject for row in harvest_of(text)] == ["失业保险基金 收入", "工伤保险基金 收入", "鉴定"]


def test_a_word_of_time_behind_the_year_of_its_statement_is_of_that_year() -> None:
    text = "2029年工伤保险基金本年收入640万元，支出520万元，年末结余880万元。"
    rows = told(text, "period", "subject")
    assert [row[1] for row in rows] == ["2029", "2029", "2029-12-31"]
    assert rows[1][2] == "工伤保险基金 支出"
    assert told("2027年建成的站点全年培训600人。", "period") == [("600", "2033")]


@pytest.mark.parametrize("name", ["全国硕士研究生招生考试", "全国青少年足球联赛", "全国农产品展览会"])
def test_what_there_is_once_in_the_nation_is_no_figure_of_the_nation(name: str) -> None:
    assert told(f"{name}报名412人，新建食堂8所。", "scope") == [("412", None), ("8", None)]


def test_a_fund_alone_before_a_colon_is_that_of_the_next_paragraph_only() -> None:
    text = "2033年云溪县社会保险基金情况\n\n失业保险：\n\n全年收入230万元，支出210万元。\n\n全年支出9万元。\n"
    assert [row.subject for row in harvest_of(text)] == ["失业保险 收入", "失业保险 支出", "支出"]


def test_less_staff_than_before_is_a_decrease() -> None:
    assert told("在岗1260人，较年初减员85人。", "change")[-1] == ("85", "decrease")


@pytest.mark.parametrize(
    "text",
    [
        "高龄退休人员每人每月增发 65 元。",
        "基础养老金再加发 65 元。",
        "遗属每人每月增加抚恤金 65 元。",
        "月工资标准上涨幅度为 6.5%。",
        "每人每月增加本人 2032 年 12 月份基本养老金的 2.5%。",
        "离休人员，以本人上年养老金为基数，再提高 2.5%。",
    ],
)
def test_what_raises_a_pay_by_a_word_of_its_own_is_a_change(text: str) -> None:
    assert [row[1] for row in told(text, "change")] == ["increase"]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("主要原因是基本支出增加人员经费 48.2 万元。", ["increase"]),
        ("主要原因是压减会议费 8.2 万元、核减职业年金 3 万元。", ["decrease", "decrease"]),
        ("因搬迁增加了办公费 3 万元。", ["increase"]),
        ("调增公务交通费用 3 万元，人员经费 50 万元。", ["increase", None]),
        ("缴纳职业年金 3 万元。", [None]),
    ],
)
def test_a_verb_before_what_is_spent_says_by_how_much_it_changed(
    text: str, changes: list[str | None]
) -> None:
    assert [row[1] for row in told(text, "change")] == changes


def test_what_is_issued_is_no_rise_of_a_pay() -> None:
    assert told("当月增发债券 65 亿元。", "change") == [("65", None)]


def test_what_each_grade_is_raised_by_is_a_change_for_each_in_a_month() -> None:
    rows = told(
        "护理费，根据等级每人每月分别提高：一级 126 元，二级 94 元。发放 8 万元。",
        "unit",
        "change",
        "subject",
    )
    assert [row[:3] for row in rows] == [
        ("126", "元/人/月", "increase"),
        ("94", "元/人/月", "increase"),
        ("8", "万元", None),
    ]
    assert all(str(row[3]).startswith("护理费") for row in rows[:2])


def test_what_was_raised_is_still_told_of_what_was_named_before() -> None:
    rows = told(
        "护理费，每人每月增长 2.6%，且调增后分别不低于 3100 元/月、2400 元/月。", "subject", "operator"
    )
    assert rows[1:] == [("3100", "护理费 调增后", ">="), ("2400", "护理费 调增后", ">=")]


def test_those_below_so_much_are_whom_something_is_made_up_for() -> None:
    assert told("累计享受倾斜部分低于 160 元、210 元和 330 元的予以补齐。", "subject") == []


def test_who_leads_behind_a_semicolon_is_whom_the_rise_is_of() -> None:
    text = "东山市平均月薪 7600 元，同比增长 3.4%；河口市平均月薪涨幅最大，同比增长 12% 至 6900 元。"
    rows = told(text, "subject", "change")
    assert rows[2:] == [
        ("12", "河口市平均月薪同比增长", "increase"),
        ("6900", "河口市平均月薪增长至", None),
    ]


def test_what_somebody_has_to_pay_or_do_is_no_plan() -> None:
    text = "每月租房开销要 1100 元，生活支出 900 元。他要工作到晚上，每天走 12 公里。"
    assert {row[1] for row in told(text, "kind", kind="article")} == {"actual"}


def test_a_peak_is_no_bound_and_what_there_is_no_threshold() -> None:
    text = "日活跃人数最高达 62.4 万人，储备基金有超过 3.1 亿元的积累。补贴最高达 3000 元。"
    assert told(text, "operator") == [("62.4", "="), ("3.1", ">"), ("3000", "<=")]


def test_how_long_after_and_how_many_in_so_many_are_no_figures() -> None:
    text = "时隔 5 个多月，每 8 位参保人中已有 3 人申领，最小的是 2 个月的婴儿，申领 46 万张。"
    assert [row[0] for row in told(text)] == ["46"]


def test_the_last_of_those_ranked_holds_its_own_and() -> None:
    text = (
        "年平均工资 9.1 万元。年平均工资增速最高的三个行业依次为采矿业、科学研究和技术服务业以及批发和零售业，增长率分别为 17%、14% 和 13%。"
        "增速最低的三个行业依次为农、林、牧、渔业，租赁和商务服务业以及住宿和餐饮业，增长率分别为 1%、4% 和 5%。"
    )
    names = [str(row[1]) for row in told(text, "subject")][1:]
    assert ["批发和零售业" in names[2], "科学研究和技术服务业" in names[1]] == [True, True]
    assert "农、林、牧、渔业" in names[3]
    assert ["租赁和商务服务业" in names[4], "住宿和餐饮业" in names[5]] == [True, True]


@pytest.mark.parametrize("who", ["各地", "全县各级", "活动期间"])
def test_what_will_be_held_everywhere_is_planned(who: str) -> None:
    rows = told(f"{who}将组织招聘会 46 场，参加企业约 1200 家。", "kind", kind="article")
    assert {row[1] for row in rows} == {"target"}


def test_the_level_of_last_year_that_is_outdone_is_of_last_year() -> None:
    text = "2033 年上半年新增就业 1.7 万人，比去年同期新增就业 1.6 万人的数量有所增加。"
    assert told(text, "period", "subject") == [
        ("1.7", "2033-01/2033-06", "新增就业"),
        ("1.6", "2032-01/2032-06", "新增就业"),
    ]


def test_a_bound_that_a_bracket_repeats_sorts_all_the_same() -> None:
    text = "合同额在 400 万元以上（含 400 万元）的建设项目，按合同额的 2% 存储。首次出现 2 位数增长。"
    assert [row[0] for row in told(text)] == ["2"]


def test_the_terms_of_a_sum_are_no_figures_and_no_part_of_its_name() -> None:
    text = "休息日加班费：2800元/月÷21.75天/月×3天×200%=772.41元。"
    assert told(text, "unit", "subject") == [("772.41", "元", "休息日加班费")]


def test_another_of_those_with_a_measure_has_its_pair_of_that() -> None:
    text = "小微企业的返还比例由 55% 最高提至 85%，大型企业由 25% 提至 45%。"
    assert [str(row[1]) for row in told(text, "subject")] == [
        "小微企业的返还比例由",
        "小微企业的返还比例提至",
        "大型企业的返还比例由",
        "大型企业的返还比例提至",
    ]


def test_parts_of_the_country_share_what_stands_behind_the_last() -> None:
    rows = told("东、中、西部地区岗位空缺率分别为 1.6%、1.4% 和 1.1%。", "subject")
    assert [str(row[1])[:4] for row in rows] == ["东部地区", "中部地区", "西部地区"]


def test_a_rate_behind_what_flowed_is_of_the_day_again() -> None:
    text = "截至 2033 年 5 月末，新增就业 3 万人；再就业 1 万人；发放贷款 4 亿元；登记失业率为 3.6%。"
    assert told(text, "period")[-1] == ("3.6", "2033-05-31")


def test_figures_are_of_the_name_in_their_line_and_of_none_where_that_is_another_line() -> None:
    """甲县，12人 / 乙县，13人 were one sentence in which 12 is 乙县's; of 甲县 / 12人 all figures were of the first place."""
    names = ("泸县", "合江县", "叙永县")
    beside = "2033年就业情况\n\n" + "\n".join(f"{name}，{120 + at}人" for at, name in enumerate(names))
    assert told(beside, "subject") == [(str(120 + at), name) for at, name in enumerate(names)]
    above = "2033年就业情况\n\n" + "\n".join(f"{name}\n{120 + at}人" for at, name in enumerate(names))
    assert told(above, "subject") == []
    before = "2033年就业情况\n\n" + "\n".join(f"{120 + at}人，{name}" for at, name in enumerate(names))
    assert told(before, "subject") == []


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("社会消费品零售总额9.4亿元，微增0.6%", "increase"),
        ("农村居民收入8,120元，略降0.3%", "decrease"),
        ("存款余额21亿元；进出口总额降14.2%", "decrease"),
        ("粮食总产3.2万吨；固定资产投资增8.1%", "increase"),
    ],
)
def test_a_slight_change_and_a_bare_verb_behind_a_level_need_no_base(words: str, change: str) -> None:
    assert [row[1] for row in told(f"2033年，全县{words}。", "change")] == [None, change]


@pytest.mark.parametrize(
    ("fund", "deed"),
    [("失业保险", "征缴基金"), ("工伤保险", "支付待遇"), ("工伤保险", "征收保费")],
)
def test_what_was_collected_or_paid_of_an_insurance_is_of_it_and_of_the_year(fund: str, deed: str) -> None:
    rows = told(f"1.{fund}。年末参保5.14万人，{deed}2,860万元。", "subject", "period")
    assert rows[1][1:] == (f"{fund} {deed}", "2033")
    assert rows[0][2] == "2033-12-31"


def test_a_campaign_of_the_nation_is_no_scope_of_what_a_place_did_in_it() -> None:
    rows = told("2033年，全国“敬老月”期间走访老人260人；发放慰问金8万元。全国老年人口3亿人。", "scope")
    assert rows == [("260", None), ("8", None), ("3", "全国")]


def test_injuries_are_recognised_in_the_year_with_whose_end_their_sentence_began() -> None:
    rows = told("2.工伤保险。2033年末参保3.4万人，认定工伤118人，支付待遇760万元。", "period")
    assert [row[1] for row in rows] == ["2033-12-31", "2033", "2033"]


@pytest.mark.parametrize(
    ("level", "change", "way"),
    [
        ("用电量5.4亿千瓦时", "增6.8%", "increase"),
        ("货运量210万吨", "降3.1%", "decrease"),
        ("城镇登记失业率3.6%", "降0.4个百分点", "decrease"),
    ],
)
def test_a_bare_verb_in_a_clause_of_its_own_behind_a_level_is_its_change(
    level: str, change: str, way: str
) -> None:
    rows = told(f"2033年，全县{level}，{change}。", "change", "subject")
    assert [row[1] for row in rows] == [None, way]
    assert str(rows[1][2]).startswith(str(rows[0][2]))


def test_what_was_paid_is_of_the_insurance_that_the_heading_names() -> None:
    rows = told("3.工伤保险\n\n年末参保2.4万人，受理认定申请160件，支付待遇910万元。", "subject", "period")
    assert rows[2] == ("910", "工伤保险 支付待遇", "2033")


@pytest.mark.parametrize("verb", ["达到", "分别达到", "增至"])
def test_what_each_of_several_has_come_to_behind_how_it_changed(verb: str) -> None:
    text = f"招聘会36场。城镇和农村居民人均可支配收入分别增长4.6%和6.4%，{verb}58,730元和30,215元。"
    assert told(text, "indicator_id", "change")[1:] == [
        ("4.6", "urban_income", "increase"),
        ("6.4", "rural_income", "increase"),
        ("58,730", "urban_income", None),
        ("30,215", "rural_income", None),
    ]


def test_one_level_behind_the_changes_of_several_is_of_neither_list() -> None:
    text = "专业技术人才、高技能人才总量分别增加1.2万人、0.8万人，总量达到32.9万人。"
    assert len(told(text)) == 3
    assert told(text, "subject")[2][1] != "高技能人才总量"


def test_levels_behind_the_change_of_something_else_are_not_of_what_was_counted_before() -> None:
    text = "新增学位4,500个；建成社区食堂60个；城乡低保标准提高5%，分别达到每月860元、每年8,100元。"
    levels = [str(row[1]) for row in told(text, "subject")[3:]]
    assert len(levels) == 2
    assert all(name.startswith("城乡低保标准") for name in levels)


@pytest.mark.parametrize("mark", ["▲", "◆", "●", "★", "■"])
def test_items_behind_marks_on_one_line_have_names_of_their_own(mark: str) -> None:
    text = f"{mark}城镇新增就业6.2万人 {mark}带动就业4.1万人 {mark}社保基金总收入32亿元"
    assert [row[1] for row in told(text, "subject")] == ["城镇新增就业", "带动就业", "社保基金总收入"]


def test_a_mark_before_a_figure_begins_no_item() -> None:
    assert told("城镇新增就业▲6.2万人，登记失业率4.1%。", "subject")[1:] == [("4.1", "登记失业率")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("城镇新增就业目标由5.2万人调整为5.5万人。", ["target", "target"]),
        ("登记失业率控制目标由5.5%下调至5.2%。", ["target", "target"]),
        ("技能培训任务由3万人次提高到4万人次。", ["target", "target"]),
        ("重点任务由12项增加到15项。", ["actual", "actual"]),
        ("技能培训由3万人次提高到4万人次。", ["actual", "actual"]),
    ],
)
def test_an_aim_that_is_moved_is_an_aim_before_and_behind(text: str, kinds: list[str]) -> None:
    assert [row[1] for row in told(text, "kind")] == kinds


def test_what_a_fund_has_spent_so_far_is_no_income() -> None:
    text = "1—9月，失业保险基金累计收入3.26亿元，同比增收0.12亿元；累计支出2.88亿元，同比减支0.21亿元。"
    rows = told(text, "subject", "indicator_id")
    assert rows[0] == ("3.26", "失业保险基金累计收入", "unemployment_fund_income")
    assert rows[2][:2] == ("2.88", "失业保险基金 累计支出")
    assert rows[2][2] != "unemployment_fund_income"
    assert told("就业补助资金2亿元，累计支出1.5亿元。", "subject")[1] == ("1.5", "就业补助资金 累计支出")


def test_what_two_things_are_called_from_there_on_is_no_part_of_their_names() -> None:
    text = "青山县就业局（以下简称县局）举办招聘会36场，青山县社保中心（以下统称中心）办理业务8.2万件。"
    assert told(text, "subject") == [("36", "青山县就业局举办招聘会"), ("8.2", "青山县社保中心办理业务")]
