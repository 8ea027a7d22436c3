"""Bulletins of insurance, civil affairs, schools and health: what their lists leave out and what stands beside it."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe
from tests.compile.prose.test_progress_reports import told

_BULLETIN = "临江市2033年国民经济和社会发展统计公报\n\n"
_BRIEF = "会宁县2033年上半年人力资源和社会保障工作总结\n\n"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "参保率91.4%，持卡率88.2%，领卡率70.5%，比上年分别提高0.3个、0.8个和2.4个百分点。",
            ["个百分点"] * 3,
        ),
        ("失业率4.6%，同比、环比分别下降0.4个和0.1个百分点。", ["个百分点"] * 2),
        ("结婚率6.1‰，离婚率2.2‰，分别较上年下降0.7个及0.2个千分点。", ["个千分点"] * 2),
        ("自然增长率3.05‰，比上年回落0.64个千分点。", ["个千分点"]),
    ],
)
def test_points_that_only_the_last_of_a_list_names_in_full(text: str, units: list[str]) -> None:
    rows = [row for row in told(_BULLETIN + text, "unit", "change", kind="bulletin") if row[2]]
    assert [row[1] for row in rows] == units


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "受理工伤认定4210件，完成劳动能力鉴定3180人，依次比上年下降5.2%、持平略增0.3%。",
            [("受理工伤认定", "decrease"), ("劳动能力鉴定", "increase")],
        ),
        (
            "检查用人单位860户，办结投诉315件，补签劳动合同1.2万份，比2030年分别增长4.5%、6.1%和少0.3万份。",
            [("检查用人单位", "increase"), ("办结投诉", "increase"), ("补签劳动合同", "decrease")],
        ),
    ],
)
def test_a_list_of_changes_of_which_one_has_a_verb_of_its_own(text: str, rows: list[tuple[str, str]]) -> None:
    found = told(_BULLETIN + text, "subject", "change", kind="bulletin")[-len(rows) :]
    for (_, subject, change), (name, direction) in zip(found, rows, strict=True):
        assert name in str(subject)
        assert change == direction


def test_what_a_place_reports_to_a_platform_of_the_nation_is_of_the_place() -> None:
    text = "全国信用信息共享平台归集承诺书560份。全国城镇调查失业率5.3%。"
    assert told(_BRIEF + text, "scope") == [("560", None), ("5.3", "全国")]


def test_growth_is_not_against_an_average_that_stood_before() -> None:
    text = "平均工资6.2万元，比全市平均水平高0.4万元；其中，国有企业6.9万元，增长7.3%。参保12万人，比上年增加1万人，增长9.1%。"
    assert [row[1] for row in told(_BRIEF + text, "against")] == [
        None,
        "全市平均水平",
        None,
        None,
        None,
        "上年",
        "上年",
    ]


@pytest.mark.parametrize("balance", ["累计结余", "滚存结余", "基金累计结存"])
def test_a_balance_behind_flows_is_of_the_moment_with_which_the_sentence_began(balance: str) -> None:
    text = f"年末失业保险参保31.5万人，基金收入4.8亿元、支出3.9亿元、{balance}8.6亿元；工伤保险参保40.2万人，基金收入2.7亿元。"
    assert [row[1] for row in told(_BULLETIN + text, "period", kind="bulletin")] == [
        "2033-12-31",
        "2033",
        "2033",
        "2033-12-31",
        "2033-12-31",
        "2033",
    ]


def test_each_part_of_a_list_has_its_own_where_the_whole_has_told_how_many_or_the_next_has_too() -> None:
    text = (
        "全市有普通学校860所，在校学生52万人，专任教师3.1万人。其中：幼儿园410所，在园幼儿9万人；"
        "高级中学31所，在校生5.6万人，全年招生1.9万人；初级中学96所，在校生12万人。\n\n"
        "技工院校45所，其中技师学院6所，招生1.3万人。"
    )
    rows = told(_BULLETIN + text, "subject", kind="bulletin")
    assert [str(row[1]).split()[-2:] for row in rows[6:8]] == [["高级中学", "在校生"], ["高级中学", "招生"]]
    assert [str(row[1]).split()[-2:] for row in rows[9:10]] == [["初级中学", "在校生"]]
    assert rows[-1] == ("1.3", "技工院校 招生")


def test_years_that_were_listed_hold_for_as_many_figures_of_something_else() -> None:
    text = (
        "年末专职仲裁员26人。2031年、2032年和2033年分别立案310件、342件和365件，涉及职工400人、451人和498人。"
    )
    rows = told(_BULLETIN + text, "period", kind="bulletin")
    assert [row[1] for row in rows[1:]] == ["2031", "2032", "2033"] * 2


@pytest.mark.parametrize("deed", ["离婚登记", "门诊诊疗", "收养登记", "死亡"])
def test_what_happens_during_a_year_is_of_no_day(deed: str) -> None:
    text = f"年末共有福利院12家，床位0.26万张。{deed}1.35万件。\n\n年末养老机构31家。共有技工学校8所，在校学生2.4万人，招生0.9万人，毕业生0.7万人。"
    rows = told(_BULLETIN + text, "period", kind="bulletin")
    assert [row[1] for row in rows] == ["2033-12-31"] * 2 + ["2033"] + ["2033-12-31"] * 3 + ["2033"] * 2


def test_changes_told_in_a_sentence_of_their_own_are_of_what_the_one_before_told() -> None:
    text = (
        "年末失业保险参保31万人，基金收入4.8亿元；工伤保险参保42万人。与上年末相比，参保人数依次增长1.4%和2.7%。\n\n"
        "立案310件，结案296件。同比分别增长2.5%、下降1.8%。"
    )
    rows = told(_BULLETIN + text, "subject", "change", "against", kind="bulletin")
    assert [row[2:] for row in rows if row[2]] == [
        ("increase", "上年末"),
        ("increase", "上年末"),
        ("increase", "同比"),
        ("decrease", "同比"),
    ]
    names = [str(row[1]) for row in rows if row[2]]
    for name, start in zip(names, ["失业保险", "工伤保险", "立案", "结案"], strict=True):
        assert name.startswith(start)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("平均住院日9.4天，缩短0.5天。", ("0.5", "平均住院日缩短", "decrease")),
        ("调查失业率5.4%，微升0.2个百分点。", ("0.2", "调查失业率微升", "increase")),
        ("参保5万人，超过4万人。", ("4", "参保", None)),
        ("全市征收失业保险费 620 万元，比上年增征 45 万元。", ("45", "征收失业保险费比上年增征", "increase")),
        ("欠薪案件 620 件，较上年减少（-）31 件。", ("31", "欠薪案件较上年减少", "decrease")),
        ("用工缺口 620 人，同比收缩 45 人。", ("45", "用工缺口同比收缩", "decrease")),
        ("欠薪案件 620 件，锐减 31%。", ("31", "欠薪案件锐减", "decrease")),
        ("支出620万元，人均210元，同比减支45万元。", ("45", "支出同比减支", "decrease")),
    ],
)
def test_a_verb_alone_behind_a_level_of_its_unit_and_of_which_side_it_is(
    text: str, last: tuple[str, str, str | None]
) -> None:
    assert told(_BULLETIN + text, "subject", "change", kind="bulletin")[-1] == last


def test_aid_has_spending_whatever_fund_the_heading_names() -> None:
    text = "一、社会救助资金\n\n临时救助1.7万人次，支出930万元。"
    assert told(_BULLETIN + text, "subject", kind="bulletin")[-1] == ("930", "临时救助 支出")


def test_slogans_and_grades_are_no_figures() -> None:
    text = "主要指标实现“时间过半、任务过半”。居民养老保险200元最低档缴费人数占比61.3%。"
    assert [row[0] for row in told(_BRIEF + text)] == ["61.3"]


def test_what_all_quarters_are_together_and_how_much_of_the_aim_is_of_what_they_counted() -> None:
    text = "一至四季度技能培训分别为1.1万人次、2.3万人次、1.9万人次和0.8万人次，全年共计6.1万人次，为年度任务6万人次的101.7%。"
    rows = told(_BULLETIN + text, "subject", "kind", kind="bulletin")[-3:]
    assert [row[2] for row in rows] == ["actual", "target", "actual"]
    assert all(str(row[1]).startswith("技能培训") for row in rows)


def test_so_many_times_a_year_and_how_fast_it_grew_are_of_the_level_before() -> None:
    text = "平均工资7640元，约为2025年的1.7倍；名义增速较2032年放缓0.9个百分点。"
    rows = told(_BULLETIN + text, "subject", "operator", kind="bulletin")
    assert rows[1] == ("1.7", "平均工资为2025年", "~")
    assert str(rows[2][1]).startswith("平均工资 名义增速")


def test_what_each_time_costs_has_a_unit_and_a_name() -> None:
    text = "医疗救助14.2万人次，次均1830元，比上年每人次多75元。"
    assert told(_BULLETIN + text, "subject", "unit", "against", kind="bulletin")[1:] == [
        ("1830", "医疗救助 次均", "元", None),
        ("75", "医疗救助 次均比上年每人次多", "元/人次", "上年"),
    ]


def test_a_deficit_of_the_year_does_not_end_the_day_of_a_balance() -> None:
    text = "企业职工基本养老保险：年末参保61万人（在职44万人）。基金收入52亿元，支出55亿元，当年缺口3亿元，累计结余37亿元。"
    rows = told(_BULLETIN + text, "period", kind="bulletin")
    assert [row[1] for row in rows] == ["2033-12-31"] * 2 + ["2033"] * 3 + ["2033-12-31"]


def test_the_highest_and_the_lowest_place_have_what_was_told_in_their_unit_and_the_fund_its_income() -> None:
    text = (
        "城乡居民基本养老保险：年末参保90万人，其中领取待遇25万人，人均养老金188元，最高的阿克苏市260元，最低的柯坪县151元。"
        "收入9亿元。"
    )
    rows = told("阿克苏地区2033年人力资源和社会保障事业发展统计公报\n\n" + text, "subject", kind="bulletin")
    assert [str(row[1]).split()[-2:] for row in rows[3:5]] == [
        ["人均养老金", "阿克苏市"],
        ["人均养老金", "柯坪县"],
    ]
    assert rows[-1][1] == "城乡居民基本养老保险 收入"


def test_the_year_behind_the_number_of_a_note_is_that_of_its_figure() -> None:
    text = "备注：1.数据均为初步统计；2.2032年低保数据按新口径调整，原公布数为8.6万人；3.占比按四舍五入计算。"
    assert told(_BULLETIN + text, "period", kind="bulletin") == [("8.6", "2032")]


def test_what_is_new_is_of_what_was_counted_just_before() -> None:
    text = "养老服务设施860个，其中敬老院41个，床位总数1.2万张，当年新增0.1万张。"
    assert str(told(_BULLETIN + text, "subject", kind="bulletin")[-1][1]).endswith("床位总数 新增")


@pytest.mark.parametrize("mark", ["、", "，"])
def test_what_there_is_per_head_goes_on(mark: str) -> None:
    text = f"每千常住人口床位6.4张{mark}执业医师2.7人{mark}注册护士3.5人，总诊疗410万人次。"
    assert [row[1] for row in told(_BULLETIN + text, "subject", kind="bulletin")] == [
        "每千常住人口床位",
        "每千常住人口执业医师",
        "每千常住人口注册护士",
        "总诊疗",
    ]


def test_shares_told_in_order_and_what_a_share_and_a_rate_rose_by() -> None:
    text = (
        "完成门诊52.4万人次，其中：县级医院21.0万人次、乡镇卫生院31.4万人次，占比依次为40.1%和59.9%。"
        "民办学校在校学生占21.4%，控辍保学达标率99.2%，较2032年分别下降1.3个和提高0.2个百分点。"
    )
    rows = told(_BULLETIN + text, "subject", "unit", "change", kind="bulletin")
    assert [str(row[1]).split()[1:] for row in rows[3:5]] == [["县级医院", "占比"], ["乡镇卫生院", "占比"]]
    assert str(rows[-2][1]).startswith("民办学校在校学生占")
    assert [row[2:] for row in rows[-2:]] == [("个百分点", "decrease"), ("个百分点", "increase")]


def test_the_whole_of_a_share_is_not_where_it_fell_to_and_a_remark_on_rounding_is_no_figure() -> None:
    text = "个人支出占卫生总费用的比重下降到26.1%。注：各项占比之和可能不等于100%。"
    assert told(_BULLETIN + text, "against", kind="bulletin") == [("26.1", "卫生总费用")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "平均工资6240元，增速比全省、全州分别高0.7个和0.2个百分点。",
            [("全省", "increase"), ("全州", "increase")],
        ),
        (
            "登记失业率3.6%，比全国、全省分别低0.4个、高0.3个百分点。",
            [("全国", "decrease"), ("全省", "increase")],
        ),
        (
            "调查失业率5.4%，同比、环比分别下降0.3个百分点、上升0.1个百分点。",
            [("同比", "decrease"), ("环比", "increase")],
        ),
        (
            "调查失业率5.2%，环比、同比分别下降0.1个和0.3个百分点。",
            [("环比", "decrease"), ("同比", "decrease")],
        ),
    ],
)
def test_each_of_two_bases_has_its_figure(text: str, rows: list[tuple[str, str]]) -> None:
    found = told(_BULLETIN + text, "against", "change", "subject", kind="bulletin")[1:]
    assert [row[1:3] for row in found] == rows
    assert all(str(row[3]).count(base) == 1 for row, (base, _) in zip(found, rows, strict=True))


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("上半年末", "2033-06-30"),
        ("2033年上半年底", "2033-06-30"),
        ("截至上半年", "2033-06-30"),
        ("三季度底", "2033-09-30"),
        ("下半年末", "2033-12-31"),
    ],
)
def test_the_end_of_half_a_year_is_a_day(time: str, day: str) -> None:
    assert told(f"{_BULLETIN}{time}，在册慈善组织42个。", "period", "subject", kind="bulletin") == [
        ("42", day, "在册慈善组织")
    ]


def test_what_tasks_done_rose_by_is_of_those_who_were_counted() -> None:
    text = (
        "职业培训760人次，创业培训130人次，分别完成年度任务的61.2%和70.4%，同比分别提高2.6个、0.8个百分点。"
    )
    rows = told(_BRIEF + text, "subject")[-2:]
    assert [str(row[1])[:4] for row in rows] == ["职业培训", "创业培训"]


@pytest.mark.parametrize(
    "text",
    [
        "全国累计建成零工服务平台2600个，提供岗位180万个。",
        "全国举办技能大赛140场，参赛选手2.6万人。",
        "全国社保查询系统42个，注册用户310万人。",
    ],
)
def test_what_the_nation_itself_has_or_does_is_of_the_nation(text: str) -> None:
    assert told(_BRIEF + text, "scope") == [(row[0], "全国") for row in told(_BRIEF + text)]


def test_what_all_changes_of_a_sentence_are_against_ends_where_several_years_are_named() -> None:
    text = "与上年相比，参保人数增长4%，基金结余增长6%；五年来累计增加9万人。"
    assert told(_BRIEF + text, "against") == [("4", "上年"), ("6", "上年"), ("9", None)]
    named = "与2031年相比，2033年全县再就业增加0.2万人。"
    assert told(_BRIEF + named, "subject", "period") == [("0.2", "再就业与2031年相比增加", "2033")]


def test_the_sum_of_several_is_no_figure_of_the_last_of_them() -> None:
    text = "东河镇转移就业0.6万人，西河镇转移就业0.4万人，合计1万人，占全县的12.5%。"
    assert [row[1] for row in told(_BRIEF + text, "subject")][-2:] == ["合计", "合计占全县"]


@pytest.mark.parametrize("before", ["上年", "上年末", "期初"])
def test_what_last_year_left_is_a_balance_beside_those_behind_it(before: str) -> None:
    text = f"2033年，工伤保险基金收入31亿元，支出29亿元，{before}结余20亿元，当期结余2亿元，滚存结余22亿元。"
    rows = told(_BULLETIN + text, "subject", "indicator_id", kind="bulletin")
    assert [str(row[1]).split(" ")[0] for row in rows[1:]] == ["工伤保险基金"] * 4
    assert [row[2] for row in rows[-3:]] == [None, "injury_fund_surplus", "injury_fund_balance"]


def test_what_is_carried_is_counted_over_the_way_it_went() -> None:
    text = (
        "全年货物周转量71.6亿吨公里，增长3.2%；旅客周转量880万人公里。海运货物周转量9亿吨海里。"
        "能源消费总量640万吨标准煤。蓄电池产量25万千伏安时。路网密度88.4公里/百平方公里，电话普及率119部/百人。"
    )
    assert told(_BULLETIN + text, "subject", "unit", kind="bulletin") == [
        ("71.6", "货物周转量", "亿吨公里"),
        ("3.2", "货物周转量增长", "%"),
        ("880", "旅客周转量", "万人公里"),
        ("9", "海运货物周转量", "亿吨海里"),
        ("640", "能源消费总量", "万吨标准煤"),
        ("25", "蓄电池产量", "万千伏安时"),
        ("88.4", "路网密度", "公里/百平方公里"),
        ("119", "电话普及率", "部/百人"),
    ]


@pytest.mark.parametrize(
    "honour",
    ["全国重点文物保护单位", "全国名特优新农产品", "全国卫生县城", "全国科普教育基地", "全国五一劳动奖章"],
)
def test_what_the_nation_honours_in_a_place_is_of_the_place(honour: str) -> None:
    rows = told(_BULLETIN + f"年末有图书馆6个。{honour}7个，省级示范基地9个。", "scope", kind="bulletin")
    assert rows == [("6", None), ("7", None), ("9", None)]


@pytest.mark.parametrize(
    "words", ["按年平均汇率折算为", "按9月2日汇率折算约合", "折合", "按当年人民币平均汇率折合"]
)
def test_money_in_another_currency_is_the_same_and_hides_no_change_behind_it(words: str) -> None:
    rows = told(f"{_BULLETIN}人均地区生产总值3.6万元，{words}5100美元，比上年增长4%。", "subject", "period")
    assert str(rows[1][1]).startswith("人均地区生产总值 ") and rows[1][2] == "2033"
    assert rows[2][1:] == ("人均地区生产总值比上年增长", "2033")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "全省初中 320 所。招生 4.1 万人，比上年增加 0.2 万人；在校生 12 万人。",
            ["初中", "初中 招生", "初中 招生比上年增加", "初中 在校生"],
        ),
        (
            "中职招生人数 910 人。在校生人数 2600 人，其中女生 1200 人。",
            ["中职招生人数", "中职 在校生人数", "中职 在校生人数 女生"],
        ),
        (
            "义务教育稳步发展。——小学。校数 61 所，与上年持平；招生 0.9 万人。",
            ["小学 校数", "小学 招生"],
        ),
        (
            "医疗机构总诊疗人次 820 万，居民平均就诊 6.1 次；入院人次 31 万。其中，医院总诊疗人次 360 万，入院人次 27 万。",
            [
                "医疗机构总诊疗人次",
                "居民平均就诊",
                "医疗机构 入院人次",
                "医疗机构总诊疗人次 医院总诊疗人次",
                "医院 入院人次",
            ],
        ),
        (
            "次均住院费用 9100 元，按当年价格比上年下降 2.1%，按可比价格下降 2.4%。",
            ["次均住院费用", "次均住院费用按当年价格比上年下降", "次均住院费用比上年按可比价格下降"],
        ),
        (
            "全市养老机构 95 所，其中公办养老院 30 所，民办养老机构 65 所（其中民办养老院 50 所，民办托养所 15 所）。",
            [
                "养老机构",
                "养老机构 公办养老院",
                "养老机构 民办养老机构",
                "民办养老机构 民办养老院",
                "民办养老机构 民办托养所",
            ],
        ),
        ("平均住院日 7.9 日，小学生师比 16.25。", ["平均住院日", "小学生师比"]),
        (
            "居民人均可支配收入 3 万元，增长（以下均为名义增速）4.6%，实际增长 4.1%。",
            ["居民人均可支配收入", "居民人均可支配收入增长", "居民人均可支配收入实际增长"],
        ),
        (
            "发放贷款 1.7 亿元，完成省定 2 亿元目标任务的 85%。",
            ["发放贷款", "发放贷款目标任务", "发放贷款完成目标任务"],
        ),
    ],
)  # fmt: skip
def test_schools_hospitals_and_prices_leave_no_half_a_name(text: str, names: list[str]) -> None:
    assert [row.subject for row in observe(f"东山省2033年统计公报\n\n{text}")] == names
