"""Made-up sentences to observations: subject, period, scope, kind, change, against."""

import pytest

from hrss_tui.records import Observation
from tests.compile.prose.reader import observe

Row = tuple[str, str]


def subjects(text: str, kind: str = "bulletin") -> list[Row]:
    return [(record.printed, record.subject) for record in observe(text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a change takes the subject before it, and its base goes on
            "全年全省养老保险基金收入 52.9 亿元，比上年增加 3.3 亿元，增长 6.1%。",
            [
                ("52.9", "养老保险基金收入"),
                ("3.3", "养老保险基金收入比上年增加"),
                ("6.1", "养老保险基金收入比上年增长"),
            ],
        ),
        (  # what makes sense only of something else is completed by it
            "全年养老保险基金收入 5 亿元，基金支出 4 亿元。",
            [("5", "养老保险基金收入"), ("4", "养老保险 基金支出")],
        ),
        (
            "年末全区共有技工院校 98 所，在校学生 12 万人。",
            [("98", "技工院校"), ("12", "技工院校 在校学生")],
        ),
        (  # a member of its own is not completed
            "年末共有训练中心 7 所，民办机构 31 所。",
            [("7", "训练中心"), ("31", "民办机构")],
        ),
        (  # parts of a whole, in the next sentence too, and 分别 among them
            "参加养老保险人数为 60 万人。其中，参保职工 45 万人，参保离退休人员 15 万人，"
            "分别比上年末增加 1.2 万人和 0.4 万人。",
            [
                ("60", "参加养老保险人数"),
                ("45", "参加养老保险人数 参保职工"),
                ("15", "参加养老保险人数 参保离退休人员"),
                ("1.2", "参加养老保险人数 参保职工比上年末增加"),
                ("0.4", "参加养老保险人数 参保离退休人员比上年末增加"),
            ],
        ),
        (  # 分别 over what the same clause lists
            "医保收入、支出分别为 8 亿元和 7 亿元。",
            [("8", "医保收入"), ("7", "医保 支出")],
        ),
        (
            "养老、失业两项保险基金收入分别为 5 亿元、3 亿元。",
            [("5", "养老保险基金收入"), ("3", "失业保险基金收入")],
        ),
        (
            "企业养老金和居民养老金分别提高 2.1%、4.2%。",
            [("2.1", "企业养老金提高"), ("4.2", "居民养老金提高")],
        ),
        (  # the verb of an enumeration
            "表彰 33 个集体、10 名个人及 24 项成果。",
            [("33", "表彰集体"), ("10", "表彰个人"), ("24", "表彰成果")],
        ),
        (  # a figure before its noun, one before and one behind
            "为 4.6 万名劳动者追发工资 5.4 亿元。",
            [("4.6", "为劳动者追发工资"), ("5.4", "为劳动者追发工资")],
        ),
        ("为约 86 万人次提供培训。", [("86", "提供培训")]),
        (
            "结存 17 亿元（含储备金 2 亿元），支出 5 亿元。",
            [("17", "结存"), ("2", "结存 储备金"), ("5", "结存 支出")],
        ),
        (  # from … to …: two levels
            "低保标准由每人每月500元提高到620元。",
            [("500", "低保标准由每人每月"), ("620", "低保标准提高到每人每月")],
        ),
        (
            "两项支出合计 48 亿元，占公共预算支出的 20.7%。",
            [("48", "两项支出合计"), ("20.7", "两项支出合计占公共预算支出")],
        ),
        (
            "开展培训 88 万人次，超额完成 75 万人次的规划任务。",
            [("88", "开展培训"), ("75", "开展培训 超额完成的规划任务")],
        ),
        ("安排购置单价 50 万元以上设备 3 台。", [("3", "安排购置单价50万元以上设备")]),
        (
            "承办职业技能大赛，618 名选手参赛。",
            [("618", "承办职业技能大赛 选手参赛")],
        ),
        (
            "自治区财政下达补助资金 7.1 亿元，支持老年福利制度的实施。",
            [("7.1", "自治区财政下达补助资金，支持老年福利制度的实施")],
        ),
    ],
)
def test_subjects(text: str, expected: list[Row]) -> None:
    assert subjects(text) == expected


def test_a_list_under_its_opener_is_completed_by_the_whole() -> None:
    text = (
        "一、资产情况\n\n截至 2032 年底，本部门国有资产总体情况为：\n\n1. 房屋 43 平方米，价值 10 万元。\n\n"
        "2. 车辆 7 辆，价值 19 万元；其中：公务用车 6 辆，价值 16 万元；其他车辆 1 辆，价值 3 万元。\n\n"
        "大型设备 2 台。\n"
    )
    records = observe(text, "budget")
    assert [record.subject for record in records] == [
        "本部门国有资产 房屋",
        "本部门国有资产 房屋 价值",
        "本部门国有资产 车辆",
        "本部门国有资产 车辆 价值",
        "车辆 公务用车",
        "车辆 公务用车 价值",
        "车辆 其他车辆",
        "车辆 其他车辆 价值",
        "大型设备",
    ]
    assert {record.period for record in records} == {"2032-12-31"}


def test_parts_behind_several_members_are_parts_of_the_whole() -> None:
    text = "结转资金 40 万元，包括：财政 30 万元，非财政 10 万元，其中：\n\n1. 甲项目 5 万元。\n"
    assert observe(text, "budget")[-1].subject == "结转资金 甲项目"


def one(text: str, kind: str = "bulletin") -> Observation:
    return observe(text, kind)[-1]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("全年培训 5 人。", "2033"),
        ("年末有院校 5 所。", "2033-12-31"),
        ("年末有院校 5 所。全区院校招生 6 人。", "2033"),  # a flow leaves the moment of a stock
        ("年末有院校 5 所。签发社保卡人数达 6 人。", "2033-12-31"),
        ("2031 年培训 5 人。评定等级 6 人。", "2031"),
        ("抓好工种3年20万人培训行动。", None),
        ("年末参保 5 人，全年受理 6 件。", "2033"),
        ("截至2030年末，参保人数 5 人，比2028年末增加 1 人。", "2030-12-31"),
        ("低保标准从2030年的500元提高至2034年的620元。", "2034"),
        ("低保标准从2030年的500元提高至2034年的620元，发放补贴 6 元。", "2033"),
        ("2031年培训 5 人。\n\n注：\n\n1.本公报中培训人数等 2 项指标包含甲。", "2033"),
    ],
)
def test_period(text: str, period: str | None) -> None:
    assert one(text).period == period


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("全区培训 5 人，招聘 6 人。", "全区"),
        ("全区培训 5 人。招聘 6 人。", None),
        ("年末区属院校毕业 5 人。", "区属"),
        ("保障全区 5 万余人下载证书。", "全区"),
        ("自治区财政厅下达资金 5 万元。", None),
        ("安排至35个脱贫县的资金达到 5 亿元。", "35个脱贫县"),
        ("国家级实训基地 5 个。", None),
        ("省级技能大师工作室 5 个，培训 6 人。", None),
        ("省级支出 5 亿元。", "省级"),
        ("省级支出 5 亿元，市县支出 6 亿元。", None),
        ("安排至南疆五地州的资金达到 5 亿元。", "南疆五地州"),
    ],
)
def test_scope(text: str, scope: str | None) -> None:
    assert one(text).scope == scope


@pytest.mark.parametrize(
    ("text", "document", "kind"),
    [
        ("全年培训 5 人。", "bulletin", "actual"),
        ("全年培训 5 人。", "plan", "target"),
        ("采购预算 5 万元。", "budget", "amount"),
        ("下属单位 5 家。", "budget", "actual"),
        ("截至 2032 年底，房屋价值 5 万元。", "budget", "actual"),
        ("安排购置设备 5 台。", "budget", "target"),
        ("2031—2034年，累计下达资金 5 亿元。", "article", "cumulative"),
        ("2031—2034年，下达资金 5 亿元。", "article", "cumulative"),
        ("2031—2034年，失业率控制在 5%以内。", "article", "actual"),
        ("2031—2034年，年均下达资金 5 亿元。", "article", "actual"),
        ("2031—2034年，人才总量达 5 万人。", "article", "actual"),
        ("年末累计招收博士后 5 人。", "bulletin", "cumulative"),
        ("年末基金累计结存 5 亿元。", "bulletin", "actual"),
        ("全年累计收益 5 亿元。", "bulletin", "actual"),
        ("超额完成 5 万人的规划任务。", "interview", "target"),
        ("力争培训 5 人。", "bulletin", "target"),
        ("到2035年，参保率达到 95%。", "bulletin", "target"),
    ],
)
def test_kind(text: str, document: str, kind: str) -> None:
    assert one(text, document).kind == kind


@pytest.mark.parametrize(
    ("text", "change", "against"),
    [
        ("参保 5 人，比上年末增加 1 人。", "increase", "上年末"),
        ("参保 5 人，较“十三五”时期末下降 1%。", "decrease", "“十三五”时期末"),
        ("失业率 5%，同比下降 0.3 个百分点。", "decrease", "同比"),
        ("收入 5 元，占总收入的 10%。", None, "总收入"),
        ("标准提高到 5 元。", None, None),
        ("新增就业 5 人。", None, None),
        ("工资 5 元，同比名义增长 6%。", "increase", "同比"),
    ],
)
def test_change(text: str, change: str | None, against: str | None) -> None:
    record = one(text)
    assert (record.change, record.against) == (change, against)


def test_a_note_says_what_named_indicators_include() -> None:
    text = (
        "年末参加失业保险人数为 5 人，城镇新增就业 6 人。\n\n注：\n\n"
        "1.本公报中城镇新增就业人数、培训人数 2 项指标不包含驻区单位。\n"
    )
    notes = {record.subject: record.scope_note for record in observe(text)}
    assert notes["城镇新增就业"] == "不包含驻区单位"
    assert notes["参加失业保险人数"] is None


def test_a_reason_is_no_part_of_the_list_it_stands_in() -> None:
    text = (
        "一、收入\n\n部门收入预算 90 万元，其中：\n\n"
        "公共预算 80 万元，主要原因是本年度，甲专项划入项目预算，较上年预算增加 10 万元。\n"
    )
    records = observe(text, "budget")
    assert [record.subject for record in records] == [
        "部门收入预算",
        "部门收入预算 公共预算",
        "甲专项划入项目预算较上年预算增加",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "打造“5+3+3”体系。",
        "拨打 12345 电话。",
        "对0—14岁儿童。",
        "每月 20 日前报送。",
        "依据《办法（2033年版）》。",
        "实施“24365 岗位计划”。",
        "庆祝建校 50 周年。",
        "中图分类号：F812",
    ],
)
def test_numbers_that_count_nothing_give_no_observation(text: str) -> None:
    assert observe(text) == []


def test_the_figures_of_one_word_for_two_things() -> None:
    text = "城乡居民人均可支配收入分别增长4.1%、6.3%。工伤保险基金收支分别为5亿元、4亿元。"
    assert [(record.subject, record.indicator_id) for record in observe(text)] == [
        ("城镇居民人均可支配收入增长", "urban_income"),
        ("农村居民人均可支配收入增长", "rural_income"),
        ("工伤保险基金收入", "injury_fund_income"),
        ("工伤保险基金支出", "injury_fund_expenditure"),
    ]


def test_growth_without_a_level_is_of_the_indicator_it_names() -> None:
    records = observe("城镇新增就业增长5.5%。工伤保险基金收入同比下降2.5%。参加失业保险人数增长1倍。")
    assert [record.indicator_id for record in records] == [
        "urban_new_jobs",
        "injury_fund_income",
        "unemployment_insured",
    ]


def test_a_share_of_things_is_named_by_what_stands_behind_it() -> None:
    first, second, third = observe("70%以上的资金用于培训，吸纳就业5人。85%的企业参保。", "report")
    assert (first.subject, first.operator) == ("资金用于培训", ">=")
    assert (second.subject, third.subject) == ("吸纳就业", "企业参保")


def test_a_list_that_begins_anew_is_of_the_same_whole() -> None:
    text = "参加养老保险50万人，其中：职工30万人，离退休人员20万人。其中，企业40万人，机关10万人。"
    assert [record.subject for record in observe(text)][3:] == ["参加养老保险 企业", "参加养老保险 机关"]
    text = "参加养老保险50万人，其中：职工30万人，离退休人员20万人。其中，企业离退休人员15万人，机关5万人。"
    assert observe(text)[3].subject == "离退休人员 企业离退休人员"


def test_accounts_are_completed_by_funds_alone() -> None:
    """What was named last may be no fund: 新增 has no 结余."""
    records = observe("2031年，城镇新增就业5万人。年初结余3亿元。", "report")
    assert [record.subject for record in records] == ["城镇新增就业", "结余"]


def test_the_same_stretch_of_the_year_before_holds_for_its_own_statement() -> None:
    text = "上半年，全县培训900人，去年同期为850人，比去年同期增加50人，招聘12场。"
    first, second = "2033-01/2033-06", "2032-01/2032-06"
    assert [record.period for record in observe(text, "report")] == [first, second, first, first]


def test_what_a_report_says_of_itself_in_brackets_hides_no_time() -> None:
    text = "某市政府工作报告\n\n（2033年2月3日在某市第六届人民代表大会第三次会议上）五年来，新建学校6所。"
    assert observe(text, "report")[-1].period == "2028/2032"


def test_the_fund_of_the_title_completes_accounts() -> None:
    text = "某县2033年工伤保险收支情况\n\n全年基金收入5万元，支出4万元，年末参保人数6人。"
    assert [record.subject for record in observe(text, "report")] == [
        "工伤保险 基金收入",
        "工伤保险 支出",
        "工伤保险 参保人数",
    ]


def test_an_indicator_is_found_by_the_part_that_names_it() -> None:
    plan = observe("新增创业4万人，带动就业10万人。", "plan")
    assert [record.indicator_id for record in plan] == ["new_startups", "startup_jobs"]


def test_persons_and_attendances_are_not_joined() -> None:
    people, attendances = observe("开展职业技能培训 5 万人。开展职业技能培训 5 万人次。")
    assert (people.indicator_id, attendances.indicator_id) == ("training_people", "vocational_training")


def test_a_change_keeps_the_indicator_of_its_quantity() -> None:
    records = observe("年末参加失业保险人数为 5 万人，比上年末增加 1 万人，增长 25%。")
    assert {record.indicator_id for record in records} == {"unemployment_insured"}
    assert [record.change for record in records] == [None, "increase", "increase"]


def test_a_change_with_a_subject_of_its_own_is_in_its_own_unit() -> None:
    """The unit of the sentence before says nothing about it."""
    records = observe("年末参加工伤保险人数为 5 万人。城乡居民基础养老金月最低标准累计提高 50 元。")
    assert [record.indicator_id for record in records] == ["injury_insured", "basic_pension_minimum"]
    people, rate = observe("年末参加工伤保险人数为 5 万人。三项社会保险基金收入比上年增长 9%。")
    assert (people.indicator_id, rate.indicator_id) == ("injury_insured", "three_insurances_fund_income")


def test_a_paragraph_is_cited_without_the_one_that_names_the_document_s_year() -> None:
    records = observe("一、人才\n\n全年培训 6 万人次。\n\n表彰先进个人 7 名，先进集体 8 个。\n")
    assert [(record.period, record.line_start, record.line_end) for record in records] == [
        ("2033", 3, 3),
        ("2033", 5, 5),
        ("2033", 5, 5),
    ]


def test_the_year_of_a_paper_of_months_is_not_cited_with_its_title() -> None:
    head = "延吉市2033年1—5月就业工作情况\n\n一、进展\n\n"
    found = observe(f"{head}实现就业困难人员就业0.15万人，完成任务0.25万人的60%。\n", "report", 2033)
    assert [(row.printed, row.period, row.line_start) for row in found] == [
        ("0.15", "2033-01/2033-05", 5),
        ("0.25", "2033", 5),
        ("60", "2033-01/2033-05", 5),
    ]


def test_a_figure_is_cited_with_its_own_paragraph_also_where_another_one_names_its_time() -> None:
    records = observe("一、人才\n\n年末共有训练中心 7 所。\n\n民办机构 31 所。\n")
    assert [(record.period, record.line_start) for record in records] == [
        ("2033-12-31", 3),
        ("2033-12-31", 5),
    ]
    records = observe("一、2036年工作安排\n\n新建零工驿站 12 个。\n\n培训 3,400 人次。\n")
    assert [(record.period, record.line_start, record.line_end) for record in records] == [
        ("2036", 3, 3),
        ("2036", 5, 5),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "职工养老保险参保 12.5 万人，居民养老保险参保 25.8 万人，分别较年初增加 0.9 万人、减少 0.4 万人。",
            [
                ("0.9", "职工养老保险参保较年初增加", "increase"),
                ("0.4", "居民养老保险参保较年初减少", "decrease"),
            ],
        ),
        (
            "失业、工伤保险基金支出分别增长 3.1%和下降 2.6%。",
            [("3.1", "失业保险基金支出增长", "increase"), ("2.6", "工伤保险基金支出下降", "decrease")],
        ),
    ],
)
def test_each_of_a_list_may_have_a_verb_of_its_own(text: str, expected: list[tuple[str, ...]]) -> None:
    found = [(row.printed, row.subject, row.change) for row in observe(text) if row.change]
    assert found == expected


def test_a_picture_parts_what_stands_on_its_sides_and_is_no_part_of_a_name() -> None:
    rows = observe("✅培训学员8400人次 💰发放补贴74万元，📈同比增长6.1%\n⭐建成工作站3个\n")
    assert [(row.printed, row.subject) for row in rows][:2] == [("8400", "培训学员"), ("74", "发放补贴")]
    assert (rows[-1].printed, rows[-1].subject) == ("3", "建成工作站")
