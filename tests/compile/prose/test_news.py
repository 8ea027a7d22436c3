"""What stands before the first words of a piece of news, and what bulletins tell of a year beside the stocks of its end."""

from __future__ import annotations

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Observation
from hrss_tui.reference import place_scopes
from hrss_tui.sources.decode import decode
from tests.compile.prose.test_told_plainly import harvest_of, told

_HEAD = "东岭县2033年国民经济和社会发展统计公报\n\n"


def place_of(text: str) -> str | None:
    (found,) = compile_documents(decode(text.encode(), "a.txt"))
    return found.source.document.place


def news(text: str) -> list[Observation]:
    return harvest_of(f"技能培训加快推进\n\n{text}\n\n2034-03-19\n")


@pytest.mark.parametrize(
    "lead",
    [
        "本报兰州讯(某报记者王强)",
        "本报兰州3月18日讯（记者 王强）",
        "新华社兰州3月18日电（记者 王强）",
        "中新网兰州3月18日电 ",
        "某某在线3月18日消息 ",
        "本报讯（通讯员 王强）",
    ],
)
def test_where_the_news_was_written_hides_no_year_behind_it(lead: str) -> None:
    rows = news(f"{lead}2033年，全省培训技能人才4.2万人次，发放补贴3860万元。")
    assert [(row.printed, row.period) for row in rows] == [("4.2", "2033"), ("3860", "2033")]


def test_words_that_only_begin_like_a_paper_are_read() -> None:
    rows = told("本网电子社保卡签发4.6万张，本报告期培训820人次。", "subject")
    assert [row[0] for row in rows] == ["4.6", "820"]


def test_the_city_where_the_news_was_written_is_not_its_place() -> None:
    text = "本报北京3月18日讯（记者王强）人力资源和社会保障部18日举行发布会介绍，今年支持招募2.9万名高校毕业生。\n\n各地举办招聘会3600场。\n"
    assert place_of(f"招募工作加快推进\n\n{text}") == "nation"
    assert place_of("招募工作加快推进\n\n本报北京3月18日讯（记者王强）各地举办招聘会3600场。\n") is None


def test_news_of_several_cities_is_of_no_one_of_them_nor_of_the_place_of_its_paper() -> None:
    text = (
        "据了解，长春保洁员月工资2900元，武汉为2600元，广州为3100元。在江苏泰州，一名保洁员月工资2500元。\n"
    )
    assert place_of(f"保洁员的一天\n\n{text}") is None
    told = "广州开往宁波的列车上，衢州、湖州的12家企业招工，贵州输出劳务人员。\n"
    assert place_of(f"招工忙\n\n来源：海南新闻网\n\n{told}") is None
    assert place_of("招工忙\n\n来源：海南新闻网\n\n海口市12家企业赴广州、宁波、长沙招工。\n") is not None


def test_a_paper_called_like_a_county_is_not_its_and_one_that_tells_of_the_nation_is_of_no_place() -> None:
    assert place_of("招工忙\n\n新民晚报 2033年2月28日\n\n全市招工1200人。\n") is None
    text = "全国新增城镇就业654万人。\n\n一季度全国失业率5.5%，28个省份扩大招募。\n"
    assert place_of(f"就业形势稳定\n\n消息来源：四川在线\n\n{text}") != "51"


def test_what_will_be_done_in_the_whole_year_is_of_this_year_and_planned() -> None:
    text = "县里还将加大培训力度，提高劳动者就业能力。全年完成培训800人，其中农民工300人。\n"
    rows = harvest_of(f"培训加快\n\n来源：东岭日报 发布时间：2034-02-28\n\n{text}")
    assert [(row.printed, row.period, row.kind) for row in rows] == [
        ("800", "2034", "target"),
        ("300", "2034", "target"),
    ]


def test_a_paper_within_the_province_of_its_text_tells_which_city_is_meant() -> None:
    text = "全市120家企业收到稳岗返还资金640万元。\n\n依据《湖北省失业保险稳岗返还办法》发放。\n"
    assert place_of(f"企业领到稳岗返还\n\n随州日报讯（记者王强）{text}") == "4213"


def test_what_a_ministry_counted_is_of_the_nation_whatever_a_picture_shows() -> None:
    text = "据人力资源和社会保障部统计，前8个月各地向720万户企业返还资金。\n\n9月23日，北京市丰台区某街道举办招聘。\n"
    assert place_of(f"返还资金惠及企业\n\n{text}") == "nation"


def test_what_a_ministry_tells_is_of_the_nation_unless_its_text_names_its_own_area() -> None:
    tells = "3月18日，国家统计局发布报告称，我国城镇就业持续扩大。\n\n"
    assert place_of(tells + "2033年，就业人员总量达到7.1亿人。\n") == "nation"
    assert place_of(tells + "我市2033年就业人员总量达到71万人。\n") is None


def test_a_headline_does_not_run_into_the_news_below_it() -> None:
    text = "东岭：年末参保6.4万人,务工总量2.8万人\n东岭网3月8日消息 县人社局发布公报，2033年新增就业1800人。其中,脱贫人口320人。\n年末参保6.4万人。\n"
    rows = harvest_of(text)
    assert [(row.printed, row.subject) for row in rows][:3] == [
        ("6.4", "东岭 参保"),
        ("2.8", "务工总量"),
        ("1800", "新增就业"),
    ]


def test_who_tells_it_names_nothing_that_is_told() -> None:
    text = "《公报》显示，新增就业1800人。县人社局召开新闻发布会，参保6.4万人。"
    assert told(_HEAD + text, "subject") == [("1800", "新增就业"), ("6.4", "参保")]


def test_the_share_of_a_sample_is_no_figure_and_its_nation_no_area() -> None:
    text = "根据全国1‰人口变动情况抽样调查推算，年末常住人口31.2万人，城镇化率61.4%。"
    assert told(_HEAD + text, "scope") == [("31.2", None), ("61.4", None)]


def test_rates_and_means_of_a_year_are_not_of_the_day_of_the_stock_before_them() -> None:
    text = "年末常住人口31.2万人，人口自然增长率3.1‰，城镇人口19.2万人；在岗职工2.4万人，平均工资5.6万元，增长4.2%，退休人员0.8万人。"
    assert told(_HEAD + text, "period") == [
        ("31.2", "2033-12-31"),
        ("3.1", "2033"),
        ("19.2", "2033-12-31"),
        ("2.4", "2033-12-31"),
        ("5.6", "2033"),
        ("4.2", "2033"),
        ("0.8", "2033-12-31"),
    ]


def test_what_was_realised_of_an_aim_is_no_aim() -> None:
    text = "城镇居民医疗保险参保人数21.6万人，实现全年目标数的93.2%；农村养老保险参保人数18.4万人，达成年度任务104.6%。"
    assert told(_HEAD + text, "kind", "subject")[1::2] == [
        ("93.2", "actual", "城镇居民医疗保险参保人数实现全年目标数"),
        ("104.6", "actual", "农村养老保险参保人数达成年度任务"),
    ]


def test_what_was_in_fact_kept_at_a_rate_is_that_rate() -> None:
    rows = told(
        _HEAD + "城镇登记失业率实际控制在3.61%。城镇调查失业率控制在5.5%以内。", "operator", "subject"
    )
    assert rows == [("3.61", "=", "城镇登记失业率"), ("5.5", "<=", "城镇调查失业率")]


def test_those_whom_homes_take_in_are_of_those_homes() -> None:
    text = "年末共有各类养老机构36个，收养1820人。其中，公办养老机构14个，收养760人；民办养老机构22个，收养1060人。"
    assert told(_HEAD + text, "subject") == [
        ("36", "各类养老机构"),
        ("1820", "各类养老机构 收养"),
        ("14", "各类养老机构 公办养老机构"),
        ("760", "各类养老机构 公办养老机构 收养"),
        ("22", "各类养老机构 民办养老机构"),
        ("1060", "各类养老机构 民办养老机构 收养"),
    ]


def test_paragraphs_whose_commas_are_ascii_are_no_table_of_values() -> None:
    text = (
        "从近年看,2033年,东岭县新增就业1800人。其中脱贫人口320人,占比17.8%。\n"
        "在增加就业时,结构优化,培训820人。其中女性400人,比上年增加30人。\n"
        "社会保险方面,到年末,参保6.4万人。其中职工2.1万人,运行平稳。\n"
    )
    assert len(harvest_of(f"东岭县2033年就业公报\n\n{text}")) == 8


def test_each_of_a_list_has_its_own_multiple_of_the_mean() -> None:
    text = "制造业平均工资6.2万元，教育业5.1万元，分别为全省平均水平的1.24倍和102%。"
    assert told(_HEAD + text, "subject", "against")[2:] == [
        ("1.24", "制造业平均工资为全省平均水平", "全省平均水平"),
        ("102", "教育业平均工资为全省平均水平", "全省平均水平"),
    ]


def test_points_below_a_plan_are_a_distance_from_it() -> None:
    rows = told(_HEAD + "城镇登记失业率3.1%，低于市计划的0.7个百分点。", "kind", "change", "against")
    assert rows[1] == ("0.7", "actual", "decrease", "市计划")


@pytest.mark.parametrize("rise", ["，增加到", "，逐步提高到", "增加到"])
def test_the_halves_of_a_pair_may_stand_on_both_sides_of_a_comma(rise: str) -> None:
    rows = told(_HEAD + f"参保人数从2029年的7.9万人{rise}2033年的10.4万人。", "period", "subject")
    assert rows == [("7.9", "2029", "参保人数从"), ("10.4", "2033", f"参保人数{rise.strip('，逐步')}")]


def test_each_of_a_list_has_its_own_pair_over_a_comma() -> None:
    text = "养老、失业保险参保人数分别由2029年的7.9万人、1.5万人，增加到2033年的10.4万人、2.3万人。"
    assert told(_HEAD + text, "period", "subject") == [
        ("7.9", "2029", "养老保险参保人数由"),
        ("1.5", "2029", "失业保险参保人数由"),
        ("10.4", "2033", "养老保险参保人数增加到"),
        ("2.3", "2033", "失业保险参保人数增加到"),
    ]


def test_a_comma_before_another_verb_ends_the_statement() -> None:
    rows = told(_HEAD + "县财政从失业保险基金中列支320万元，提高到户补助180元。", "subject")
    assert rows[0] == ("320", "县财政从失业保险基金中列支")


def test_what_was_paid_over_a_year_is_not_of_the_day_of_those_who_are_kept() -> None:
    text = "年末纳入兜底保障5865人，其中特困人员299人；累计发放低保生活费256万元，护理费21万元，基金结余3.2亿元。"
    assert [row[1] for row in told(_HEAD + text, "period")] == ["2033-12-31"] * 2 + ["2033"] * 2 + [
        "2033-12-31"
    ]
    until = "截至9月底，新增就业1800人，失业人员再就业640人，就业困难人员就业120人。"
    assert {row[1] for row in told(_HEAD + until, "period")} == {"2033-09-30"}


def test_what_a_place_will_do_in_a_year_is_planned_and_so_is_what_is_told_of_that_year_again() -> None:
    text = "本报讯（记者王强）2034年，我县将深入实施就业优先战略，加强培训。2034年，实现参保人数新增400人，新发放社保卡1.6万张。"
    assert {row.kind for row in news(text)} == {"target"}
    text = "本报讯（记者王强）2034年，全县人社部门将扎实做好托底工作，实现新增就业3600人、转移就业5.6万人。"
    assert {row.kind for row in news(text)} == {"target"}
    done = "本报讯（记者王强）2033年，参保5万人，新增就业400人。2033年，培训860人次。"
    assert {row.kind for row in news(done)} == {"actual"}


def test_a_rate_may_name_its_time_behind_a_mark_of_enumeration() -> None:
    text = "城市低保平均标准330.1元/人、月，比上年增长14.8%；农村低保平均标准2067元／人、年。岗位空缺与求职人数的比率约为1.56，供求平衡。"
    assert told(_HEAD + text, "unit", "operator")[:1] + told(_HEAD + text, "unit", "operator")[2:] == [
        ("330.1", "元/人/月", "="),
        ("2067", "元/人/年", "="),
        ("1.56", "倍", "~"),
    ]


def test_what_grew_against_a_budget_names_it() -> None:
    text = "失业保险基金收入22.3亿元，相比预算增加5.6亿元；支出12.1亿元，相较于上年减少0.4亿元。"
    assert told(_HEAD + text, "subject", "against")[1::2] == [
        ("5.6", "失业保险基金收入相比预算增加", "预算"),
        ("0.4", "失业保险基金 支出相较于上年减少", "上年"),
    ]


def test_where_a_minister_spoke_is_not_of_what() -> None:
    text = "中新社北京9月26日电 (记者 王强)中国人力资源和社会保障部部长李明26日在北京介绍，累计支出补助4700亿元。\n"
    assert place_of(f"就业局势总体稳定\n\n{text}") == "nation"


def test_beds_are_those_of_the_homes_counted_before_them() -> None:
    text = "全县共有养老机构44家、床位12248张。其中，公办养老机构7家（含公建民营）、床位2588张；民办养老机构37家、床位9660张。"
    subjects = [row[1] for row in told(_HEAD + text, "subject")]
    assert subjects[1] == "养老机构 床位"
    assert subjects[3].endswith("公办养老机构（含公建民营） 床位")
    assert subjects[5].endswith("民办养老机构 床位")
    assert told(_HEAD + "有卫生技术人员4万人，床位2万张。", "subject")[1] == ("2", "床位")


def test_the_others_of_a_pair_have_the_same() -> None:
    text = "享受低保人数分别为城镇549人和农村5819人，低保标准为每人每月1035元。"
    assert [row[1] for row in told(_HEAD + text, "subject")][:2] == [
        "享受低保人数为城镇",
        "享受低保人数为农村",
    ]


def test_what_is_of_a_year_is_not_of_the_day_in_the_sentence_before() -> None:
    text = "一季度末登记失业率3.89%。就业困难人员就业43人，同比增加2人。"
    assert [row[1] for row in told(_HEAD + text, "period")] == ["2033-03-31"] + ["2033-01/2033-03"] * 2


def test_an_earlier_level_is_of_its_own_year_beside_the_present_one() -> None:
    text = "2033年，全县平均工资为4.28万元，与2032年的3.96万元相比，增加了0.32万元，增长8.1%。"
    assert told(_HEAD + text, "period", "subject", "change")[:3] == [
        ("4.28", "2033", "平均工资", None),
        ("3.96", "2032", "平均工资", None),
        ("0.32", "2033", "平均工资与2032年的增加", "increase"),
    ]


def test_pupils_are_those_of_the_schools_that_admitted_others() -> None:
    text = "普通初中招生871人，在校2548人，毕业925人；小学招生909人，在校4898人，毕业871人。"
    assert [row[1] for row in told(_HEAD + text, "subject")] == [
        "普通初中招生", "普通初中 在校", "普通初中 毕业", "小学招生", "小学 在校", "小学 毕业",
    ]  # fmt: skip


@pytest.mark.parametrize(("more", "period"), [("", "2032"), ("今年以来，培训820人次。\n\n", "2033")])
def test_news_that_names_but_the_year_before_its_day_is_of_that_year(more: str, period: str) -> None:
    text = "中新网5月27日电 据统计局网站消息，2032年全省平均工资为4.28万元，增速比2031年回落0.6个百分点。\n\n制造业平均工资4.1万元。\n\n"
    rows = harvest_of(f"{text}{more}2033年05月27日10:02 某某新闻网\n")
    assert [row.period for row in rows][:3] == ["2032", "2032", period]


def test_a_firm_that_a_ministry_tells_of_makes_its_news_not_of_that_place() -> None:
    text = "记者近日从人力资源和社会保障部获悉，2032年，共向406万户企业发放稳岗返还资金230亿元。\n\n河北省邢台市某公司获得20.89万元。\n"
    assert place_of(f"稳岗返还惠及企业\n\n{text}") == "nation"


def test_the_year_before_in_one_sentence_of_a_bulletin_is_no_year_of_the_next() -> None:
    text = "2032年全县农牧民人均纯收入8240元，比上年增长12.2%。截至12月底，全县参加养老保险24.8万人，年末失业率3.1%。"
    assert told(_HEAD + text, "period") == [
        ("8240", "2032"),
        ("12.2", "2032"),
        ("24.8", "2033-12-31"),
        ("3.1", "2033-12-31"),
    ]


def test_how_many_more_were_won_for_an_insurance_is_against_the_year_before() -> None:
    text = "参加工伤保险职工10.4万人，较上年末扩面新增8205人，增长8.6%。"
    assert told(_HEAD + text, "subject", "against")[1:] == [
        ("8205", "参加工伤保险职工较上年末扩面新增", "上年末"),
        ("8.6", "参加工伤保险职工较上年末增长", "上年末"),
    ]


def test_all_of_a_prefecture_that_became_a_city_is_that_city() -> None:
    assert place_scopes.place_of("全地区", "6504") == "6504"
    assert place_scopes.place_of("全地区", "6529") == "6529"
    assert place_scopes.place_of("全地区", "650402") != "650402"


@pytest.mark.parametrize(
    ("whose", "period"),
    [
        ("全县一季度", "2034-01/2034-03"),
        ("东山县一季度", "2034-01/2034-03"),
        ("东山前两个月", "2034-01/2034-02"),
        ("全省2033年", "2033"),
    ],
)
def test_a_stretch_behind_whose_it_is_dates_what_follows_in_its_sentence(whose: str, period: str) -> None:
    rows = news(f"3月18日，记者获悉，{whose}就业形势平稳，实现新增就业4.2万人。")
    assert [(row.printed, row.period) for row in rows] == [("4.2", period)]


def rows_of(text: str, *fields: str) -> list[tuple[object, ...]]:
    """Printed and some fields of every figure of a text as a file."""
    (found,) = compile_documents(decode(text.encode(), "a.txt"))
    rows = [row for row in found.harvest.records if isinstance(row, Observation)]
    return [(row.printed, *(getattr(row, field) for field in fields)) for row in rows]


_BODY = "近日，各项工作按照部署有序推进，各部门加强协作，服务能力和水平不断提高，广大群众的获得感明显增强。\n"


def test_white_space_parts_the_clauses_of_a_headline_and_a_count_in_it_is_no_year() -> None:
    head = "枣岭去年建成助餐点126个 今年再增2000张床位\n\n2034-01-29 来源：某网\n\n" + _BODY
    assert rows_of(head, "period", "subject") == [
        ("126", "2033", "枣岭去年建成助餐点"),
        ("2000", "2034", "再增床位"),
    ]
    feast = "枣岭2034元旦招聘会 达成意向320人\n\n" + _BODY
    assert rows_of(feast, "period") == [("320", "2034")]
    receives = "我国低保标准再提高 3470.4万人将受惠\n\n2034-05-28 来源：某网\n\n" + _BODY
    assert rows_of(receives, "change", "subject") == [("3470.4", None, "将受惠")]
    broken = "枣岭上半年农村 转移就业人数3.2万\n\n2034-07-29 来源：某网\n\n" + _BODY
    assert rows_of(broken, "subject") == [("3.2", "枣岭农村转移就业人数")]


def test_the_number_of_those_among_whom_some_are_told_names_no_whole() -> None:
    text = "务工情况\n\n据悉，在6.4万人中，省外务工2.1万人，省内务工4.3万人。\n"
    assert rows_of(text, "subject")[1:] == [("2.1", "省外务工"), ("4.3", "省内务工")]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("江苏盐城：技能补贴提高到900元", "3209"),
        ("10月1日起绵阳城乡居民医保筹资标准调整", "5107"),
        ("湖北省宜昌新增就业3万人", "4205"),
        ("湖北发布最低工资标准", "42"),
        ("四川仁寿：新增就业3万人", "511421"),
    ],
)
def test_a_city_without_its_type_behind_its_province_or_a_day(title: str, place: str) -> None:
    assert place_of(f"{title}\n\n2034-05-28 来源：某网\n\n{_BODY}") == place


def test_a_city_of_the_province_is_known_by_what_it_did() -> None:
    text = "湖北省2033年养老工作总结\n\n2033年全省新建床位8200张，其中宜昌新建765张，襄阳市新建600张。宜昌计划新增床位300张。\n"
    assert rows_of(text, "place", "scope") == [
        ("8200", "42", "全省"),
        ("765", "4205", None),
        ("600", "4206", None),
        ("300", "4205", None),
    ]


def test_the_end_of_a_year_told_in_the_news_of_its_first_months_is_past() -> None:
    text = "就业形势稳定\n\n2034-02-28 来源：某网\n\n2033年城镇新增就业12.1万人。年末城镇登记失业率3.15%。年底要达到5万人。\n"
    assert rows_of(text, "period", "kind")[:2] == [
        ("12.1", "2033", "actual"),
        ("3.15", "2033-12-31", "actual"),
    ]
    asked = "就业工作部署\n\n2034-02-28 来源：某网\n\n市里提出今年要转移3万名劳动力，年底新建车间20家。\n"
    assert rows_of(asked, "period", "kind") == [("3", "2034", "target"), ("20", "2034-12-31", "target")]
    aimed = "就业工作部署\n\n2034-02-28 来源：某网\n\n年末，全县困难人员数将控制在400人以内。\n"
    assert rows_of(aimed, "period", "kind") == [("400", "2034-12-31", "target")]


def test_the_end_of_a_year_in_news_of_no_day_is_of_none() -> None:
    assert rows_of("就业简讯\n\n年末全市城镇新增就业3.4万人。\n", "period") == [("3.4", None)]


def test_the_end_of_a_year_in_a_text_without_a_day_is_read() -> None:
    rows = harvest_of("昨天，全县工作会议举行。去年，全县新增就业1800人；年末备案用工6.4万人，占三成以上。\n")
    assert [row.printed for row in rows] == ["1800", "6.4", "30"]


def test_what_a_rise_builds_on_is_of_the_year_before_and_the_rise_is_not() -> None:
    text = "津贴提高\n\n2034-05-28 来源：某网\n\n护理津贴在去年的标准基础上每人每月提高了60元，一类区每个月190元。\n"
    assert rows_of(text, "period", "unit") == [("60", "2034", "元/人/月"), ("190", "2034", "元/月")]
    two = told(_HEAD + "供养标准从原来的每人每年620元,调整至640元，总额达到300万元。", "unit")
    assert two == [("620", "元/人/年"), ("640", "元/人/年"), ("300", "万元")]


def test_a_notice_that_sets_standards_aims_at_nothing_and_an_hour_is_paid_to_those_of_the_month() -> None:
    text = (
        "东岭省人民政府关于调整最低工资标准的通知\n\n各市人民政府：\n\n省政府决定调整全省最低工资标准，请认真贯彻执行，确保落实到位。\n\n"
        "甲类区域月最低工资标准1910元，小时最低工资标准19.5元；乙类区域月最低工资标准1710元，小时最低工资标准17.5元。\n\n"
        "调整后的最低工资标准自2034年10月1日起施行。\n\n2034年7月19日\n"
    )
    assert rows_of(text, "period", "kind", "subject") == [
        ("1910", "2034-10-01/..", "actual", "甲类区域月最低工资标准"),
        ("19.5", "2034-10-01/..", "actual", "甲类区域 小时最低工资标准"),
        ("1710", "2034-10-01/..", "actual", "乙类区域月最低工资标准"),
        ("17.5", "2034-10-01/..", "actual", "乙类区域 小时最低工资标准"),
    ]


def test_amounts_that_a_sign_adds_up_have_their_own_names() -> None:
    rows = told(_HEAD + "驾驶员：工资1800元/月+绩效考核350元/月+保险280元/年。", "subject")
    assert rows == [("1800", "工资"), ("350", "绩效考核"), ("280", "保险")]


def test_what_a_law_lets_somebody_be_fined_and_days_within_which_are_no_figures() -> None:
    text = (
        "劳务工条例\n\n第八条 有下列行为的，可以处4000元以上6000元以下罚款，并对负责人处以1000元以上3000元以下的罚款；责令支付相当于工资报酬25%的经济补偿金。\n\n"
        "在作出决定之日起7日内送达，公示期不少于5个工作日。\n\n2033年，全市处以罚款23万元，对3家企业处以2万元罚款。\n"
        "责令按欠付总和的3至4倍支付劳动者赔偿金，并处3万元至6万元的罚款。\n\n2033年5月责令某公司支付经济补偿金7万元，支付劳动者8万元赔偿金，并处5万元罚款。\n"
    )
    assert rows_of(text) == [("23",), ("3",), ("2",), ("7",), ("8",), ("5",)]


def test_the_least_that_is_granted_once_is_a_figure() -> None:
    text = "政策解读\n\n创办企业的，由就业补助资金给予不低于6000元的一次性创业补贴；对优秀企业给予一次性奖励2万元。现将68家企业名单公示如下。\n"
    assert rows_of(text, "operator", "kind") == [
        ("6000", ">=", "actual"),
        ("2", "=", "actual"),
        ("68", "=", "actual"),
    ]
