"""News of departments: of which place and day its figures are, and what will only be done."""

from __future__ import annotations

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.sources.decode import decode
from tests.compile.prose.test_news import place_of
from tests.compile.prose.test_told_plainly import harvest_of


def rows_of(text: str, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(row, column) for column in ("printed", *columns)) for row in harvest_of(text)]


@pytest.mark.parametrize("paper", ["中国四川网", "四川在线", "四川教育网", "四川新闻网"])
def test_news_of_a_city_on_a_site_of_its_province_is_of_the_city(paper: str) -> None:
    text = "记者8日从泸州市民政局获悉，全市发放补贴2.3亿元。"
    assert place_of(f"补贴发放加快\n\n2033-05-09 来源：{paper}\n\n{text}\n") == "5105"
    assert place_of(f"补贴发放加快\n\n2033-05-09 来源：{paper}\n\n全省发放补贴21.3亿元。\n") == "51"


def test_whose_a_city_is_that_only_the_paper_of_its_province_tells_of_nobody_knows() -> None:
    text = "补贴发放加快\n\n2033-05-09 来源：中国四川网\n\n全市发放补贴2.3亿元。\n"
    assert place_of(text) is None


def test_a_bare_province_before_words_that_only_begin_like_a_site_is_named() -> None:
    assert place_of("四川在线下窗口办理业务\n\n2033-05-09\n\n共办理3万件。\n") == "51"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("全市公共财政支出的68%以上将用于养老保障", "target"),
        ("市级财政将安排助学支出36亿元", "target"),
        ("还有34所学校将陆续启用", "target"),
        ("泸州全市将新增公办园26所", "target"),
        ("全市公共财政支出的68%以上用于养老保障", "actual"),
        ("市级财政已安排助学支出36亿元", "actual"),
        ("有34所学校将课后服务纳入考核", "actual"),
    ],
)
def test_what_stands_behind_a_figure_may_say_that_it_is_to_come(told: str, kind: str) -> None:
    text = f"泸州助学工作加快推进\n\n2033-05-09 来源：泸州日报\n\n{told}。\n"
    assert rows_of(text, "kind")[-1][1] == kind


def test_what_there_is_at_present_is_of_the_day_of_news_that_begins_with_the_year_before() -> None:
    text = (
        "省厅来我市调研\n\n2033-04-07 来源：泸州日报\n\n"
        "2032年全市外出务工8.4万人，目前已返岗7.6万人。2032年培训护工9200人，其中女性5100人。\n"
    )
    assert rows_of(text, "period") == [
        ("8.4", "2032"),
        ("7.6", "2033"),
        ("9200", "2032"),
        ("5100", "2032"),
    ]


def test_news_of_january_that_begins_with_the_year_before_is_of_it() -> None:
    text = (
        "泸县去年安置护林员1840人\n\n2033-01-16 来源：泸州日报\n\n"
        "2032年，泸县开发岗位，安置护林员1840人。\n\n该县在12个乡镇安置保洁员640人。\n"
    )
    assert rows_of(text, "period")[-1] == ("640", "2032")


def test_what_is_paid_to_each_of_them_every_year_is_so() -> None:
    text = "2033年，全县每名护路员每年补助4600元，每户搬迁群众每月发放租金补贴320元。\n"
    assert rows_of(text, "unit") == [("4600", "元/人/年"), ("320", "元/户/月")]


def test_so_many_months_and_more_are_no_things_nor_are_so_many_hundred_millions() -> None:
    text = "2033年，全市为被欠薪4个多月的民工追回工资86万元。在40多个亿的投入中，医疗占12.5亿元。\n"
    assert [row[0] for row in rows_of(text)] == ["86", "12.5"]


@pytest.mark.parametrize("since", ["自我局成立以来", "基金监管制度实施以来", "从平台上线以来"])
def test_since_when_a_body_or_a_rule_is_there_no_text_says(since: str) -> None:
    text = f"泸州追回基金\n\n2033-05-09 来源：泸州日报\n\n今年追回8600万元，{since}，已累计追回4.2亿元。\n"
    assert rows_of(text, "period") == [("8600", "2033"), ("4.2", None)]
    text = "泸州追回基金\n\n2033-05-09 来源：泸州日报\n\n自2031年3月成立以来，已追回4.2亿元。\n"
    assert rows_of(text, "period") == [("4.2", "2031-03/..")]


def test_visits_of_teams_are_counted() -> None:
    text = "2033年，全省开展飞行检查9组次，检查医疗机构27家。\n"
    assert rows_of(text, "unit") == [("9", "组次"), ("27", "家")]


def test_from_one_day_to_another_of_the_same_month() -> None:
    text = "2033年3月4日至7日，泸州市举办招聘会12场。4月8日-15日，举办招聘会9场。\n"
    assert rows_of(text, "period") == [("12", "2033-03-04/2033-03-07"), ("9", "2033-04-08/2033-04-15")]


def test_a_city_behind_its_province_is_the_place_of_what_it_did_in_news_of_many() -> None:
    text = (
        "各地招工忙\n\n2033-02-19 来源：光明日报\n\n2月11日，江西省抚州市举行招聘会，现场聚集了180家企业。\n\n"
        "甘肃省陇南市宕昌县开通专列，首批输送260人。\n\n浙江省发布岗位8600个。\n"
    )
    assert rows_of(text, "place") == [("180", "3610"), ("260", "621223"), ("8600", "33")]


@pytest.mark.parametrize(
    "told",
    [
        "这笔资金将用于改建校舍26万平方米",
        "今年将对其余的41所学校全部进行改造",
        "泸州接下来还将有18场招聘会",
    ],
)
def test_what_money_will_be_used_for_and_what_is_still_to_come_is_planned(told: str) -> None:
    text = f"泸州改造校舍\n\n2033-05-09 来源：泸州日报\n\n{told}。\n"
    assert rows_of(text, "kind")[0][1] == "target"


def test_bare_cities_of_a_province_have_their_own_growth() -> None:
    text = (
        "湖北就业形势稳定\n\n2033-08-19 来源：荆楚网\n\n新增就业增长率超过40%的城市有两个，仙桃、随州增长率分别为52.6%、41.3%；"
        "降幅达10%以上的城市有两个，荆门、黄石降幅分别为11.2%、13.4%。\n"
    )
    assert rows_of(text, "place") == [
        ("52.6", "429004"),
        ("41.3", "4213"),
        ("11.2", "4208"),
        ("13.4", "4202"),
    ]


def test_a_time_with_de_behind_it_is_no_part_of_a_name() -> None:
    text = "泸州就业稳定\n\n2033-10-19 来源：泸州日报\n\n前三季度的城镇新增就业6.7万人；其中，第三季度的失业率为2.4%。\n"
    assert rows_of(text, "subject") == [("6.7", "城镇新增就业"), ("2.4", "失业率")]


def test_news_that_an_aim_was_reached_is_no_plan() -> None:
    text = "我市提前完成全年就业目标任务\n\n2033-12-16 来源：泸州日报\n\n截至11月底，今年我市新增就业5.2万人，完成全年任务的104%。\n"
    assert rows_of(text, "kind", "period") == [
        ("5.2", "actual", "2033-11-30"),
        ("104", "actual", "2033-11-30"),
    ]


def test_what_rose_over_many_years_leaves_no_span_to_what_there_is() -> None:
    text = (
        "数说教育\n\n2033-09-16 来源：四川日报\n\n2032年，全省有学校2.4万所；与2022年相比，学校增加310所。\n\n"
        "全省有幼儿园1.3万所。2022年到2032年，全省小学净入学率从98.6%提升到99.8%，初中从96.2%提升到99.1%。高中学校860所，在校生142万人。\n"
    )
    found = rows_of(text, "period", "kind")
    assert found[2] == ("1.3", "2032", "actual")
    assert found[3:7] == [
        ("98.6", "2022", "actual"),
        ("99.8", "2032", "actual"),
        ("96.2", "2022", "actual"),
        ("99.1", "2032", "actual"),
    ]
    assert found[7:] == [("860", "2032", "actual"), ("142", "2032", "actual")]


def test_the_first_year_of_a_plan_that_was_published_later_is_aimed_at_all_the_same() -> None:
    text = (
        "泸州市劳务品牌三年行动计划（2032—2034年）\n\n2033-06-08 来源：泸州市人民政府\n\n一、目标任务\n\n"
        "在2031年输出18万人的基础上，2032年输出21万人，2033年输出24万人。\n"
    )
    assert rows_of(text, "period", "kind") == [
        ("18", "2031", "actual"),
        ("21", "2032", "target"),
        ("24", "2033", "target"),
    ]


def test_another_year_behind_a_semicolon_begins_with_what_the_first_year_began_with() -> None:
    text = "劳务总收入，2031年达到86亿元，农村居民人均增收1900元；2032年达到94亿元，农村居民人均增收2200元；2033年达到102亿元。\n"
    assert [(row[0], row[1], row[2]) for row in rows_of(text, "subject", "period")] == [
        ("86", "劳务总收入", "2031"),
        ("1900", "农村居民人均增收", "2031"),
        ("94", "劳务总收入", "2032"),
        ("2200", "农村居民人均增收", "2032"),
        ("102", "劳务总收入", "2033"),
    ]


def test_a_county_whose_name_begins_like_a_word_for_all_keeps_it() -> None:
    text = "共和县36.5万元补贴全部发放\n\n2033-05-09 来源：海南报\n\n共和县发放补贴36.5万元。\n"
    assert rows_of(text, "place")[0] == ("36.5", "632521")


def test_what_each_gets_for_two_things_is_a_rate() -> None:
    text = "2033年，泸县对实习学生每人发放生活、交通等补贴2600元。\n"
    assert rows_of(text, "unit") == [("2600", "元/人")]


def test_projects_of_which_one_of_a_county_is_an_example_are_of_the_whole() -> None:
    text = (
        "泸州市产业帮扶\n\n2033-05-09 来源：泸州日报\n\n"
        "全市实施合江县果蔬分拣中心（760万元）、古蔺县屠宰加工园（980万元）等14个产业项目，古蔺县投资640万元。\n"
    )
    found = rows_of(text, "place", "unit")
    assert ("14", "5105", "个") in found
    assert ("640", "510525", "万元") in found


@pytest.mark.parametrize(
    "title",
    [
        "省财政下达2033年助学计划专项资金2.6亿元",
        "农村学生营养餐计划86万人受益",
        "我省提前下达“银龄”计划试点资金2.6亿元",
    ],
)
def test_news_of_a_programme_is_no_plan(title: str) -> None:
    text = f"{title}\n\n2033-05-09 来源：川南日报\n\n全省下达助学计划专项资金2.6亿元，比2032年增加0.4亿元。\n"
    assert {row[1] for row in rows_of(text, "kind")} == {"actual"}


def test_until_now_is_open_and_no_word_of_a_name() -> None:
    text = (
        "泸州助学\n\n2033-05-09 来源：泸州日报\n\n2029年至今市财政累计安排助学资金4.7亿元，惠及学生36万人。\n"
    )
    assert rows_of(text, "period", "kind", "subject")[0] == (
        "4.7",
        "2029/..",
        "cumulative",
        "市财政累计安排助学资金",
    )


def test_a_range_of_those_to_whom_something_is_granted_is_no_figure() -> None:
    text = "介绍就业政策清单\n\n一次介绍10人以下的按每人110元、10人至30人的按每人140元、30人以上的按每人260元的标准补贴。\n"
    assert [row[0] for row in rows_of(text)] == ["110", "140", "260"]


def test_for_so_many_months_counts_no_months() -> None:
    assert rows_of("2033年，全市为2600名学员提供为期3—6个月的见习。\n") == [("2600",)]


def test_what_the_place_told_of_will_do_is_planned() -> None:
    text = "泸州助学\n\n2033-05-09 来源：泸州日报\n\n已培训3600人。同时，针对其余的8700名学员，当地还将开展专场活动，在高校设立助理岗位1400个。\n"
    assert rows_of(text, "kind")[-1] == ("1400", "target")


def test_what_was_added_up_by_a_month_of_the_years_of_a_plan_is_of_them() -> None:
    text = "“十四五”期间技能人才发展\n\n2025-10-13 来源：川南日报\n\n“十四五”期间，我省就业稳定。截至8月底，城镇新增就业累计达到416万人。\n"
    assert rows_of(text, "period", "kind") == [("416", "2021/2025-08", "cumulative")]


def test_persons_who_took_part_so_often_are_counted_with_what_they_did() -> None:
    text = "2033年，全省有累计超36万人次的企业职工、超28万人次的农民工接受培训。\n"
    assert [row[0] for row in rows_of(text)] == ["36", "28"]


def test_the_aims_of_several_years_are_of_all_of_them() -> None:
    text = "技能培训规划印发\n\n2033-01-17 来源：川南日报\n\n规划明确2032至2036年的具体目标为：培训86万人次以上；新增基地40个。\n"
    assert rows_of(text, "period", "kind")[0] == ("86", "2032/2036", "target")


def test_what_a_share_is_of_is_no_name_of_the_level_before_it() -> None:
    text = "一、城市低保\n\n3季度城市低保对象累计增加1180户1390人，季度末低保对象26400户38100人占非农人口的8.6%。其中：女性18200人。\n"
    found = rows_of(f"泸州市2033年3季度社会救助情况\n\n{text}", "subject", "change")
    assert found == [
        ("1180", "城市低保对象累计增加", "increase"),
        ("1390", "城市低保对象累计增加", "increase"),
        ("26400", "低保对象", None),
        ("38100", "低保对象", None),
        ("8.6", "低保对象占非农人口", None),
        ("18200", "低保对象 女性", None),
    ]


def test_in_and_out_patients_behind_a_colon_are_of_what_it_names() -> None:
    text = "2033年，全市救助3.2万人次。救助封顶线：住院48000元，门诊1600元。\n"
    assert [row[1] for row in rows_of(text, "subject")][1:] == ["救助封顶线 住院", "救助封顶线 门诊"]


def test_our_city_in_its_paper_is_it_though_the_text_names_but_its_province() -> None:
    text = "我市返还稳岗资金640万元\n\n2033-01-09 来源：随州日报\n\n依据《湖北省稳岗返还办法》，全市返还资金640万元。\n"
    assert place_of(text) == "4213"


def test_a_day_without_its_year_in_news_written_just_behind_it_is_of_the_year_of_the_news() -> None:
    text = "泸州养老中心\n\n2033-08-25 来源：泸州日报\n\n截至2032年底，全市老年人口92万人。截至8月16日，已验收中心46家。\n"
    assert rows_of(text, "period") == [
        ("92", "2032-12-31"),
        ("46", "2033-08-16"),
    ]
    later = text.replace("8月16日", "11月16日")
    assert rows_of(later, "period")[1] == ("46", "2032-11-16")


def test_a_headline_that_ends_like_the_name_of_a_body_is_not_who_wrote_it() -> None:
    text = "泸州布局建设百个区域养老服务中心\n\n2033-09-25 来源：川南日报\n\n已完成验收46家。\n"
    (found,) = compile_documents(decode(text.encode(), "a.txt"))
    assert found.source.document.issuer == "川南日报"


def test_what_is_told_of_an_example_is_of_its_place() -> None:
    text = "返还政策落实\n\n2033-02-06 来源：新华社\n\n人力资源和社会保障部介绍，2032年全国返还资金210亿元。以重庆市为例，找到符合条件的企业8.4万户，已有7.2万户收到资金4.6亿元。\n"
    assert rows_of(text, "place")[1:] == [("8.4", "50"), ("7.2", "50"), ("4.6", "50")]


def test_the_area_with_de_behind_it_is_no_part_of_a_name() -> None:
    text = "2033年，全市的失业保险参保人数从年初的3.1万人增加到4.2万人。\n"
    assert [row[1] for row in rows_of(text, "subject")] == ["失业保险参保人数从", "失业保险参保人数增加到"]


def test_now_in_news_whose_title_names_the_end_of_a_month_is_of_the_year() -> None:
    text = "四川省截至7月底返还资金16.4亿元\n\n2033-08-25 来源：四川日报\n\n截至7月底，全省返还资金16.4亿元。截至目前，11.6万人享受补助。\n"
    assert rows_of(text, "period")[-1] == ("11.6", "2033")


def test_what_a_headline_says_will_be_set_up_is_planned() -> None:
    text = "泸州将设助餐点240个\n\n2033-08-25 来源：泸州日报\n\n已设助餐点130个。\n"
    assert rows_of(text, "kind") == [("240", "target"), ("130", "actual")]


def test_the_head_of_a_site_above_the_headline_is_no_place_of_the_news() -> None:
    page = (
        "<html><head><title>我市民生支出占比超八成_川江四川</title></head><body>"
        '<div class="top"><a href="/">川江四川</a> <span>无障碍浏览</span></div>'
        "<h1>我市民生支出占比超八成</h1><p>2033-08-16　来源：泸州日报</p>"
        "<p>今年以来，我市财政保民生。1-7月，全市民生支出96.4亿元。</p></body></html>"
    )
    (found,) = compile_documents(decode(page.encode(), "a.html"))
    assert found.source.document.place == "5105"


def test_a_headline_that_says_what_was_laid_out_is_no_plan() -> None:
    text = "泸州投12亿元新建16所中小学 规划让孩子上学不再难\n\n2033-06-04 来源：泸州日报\n\n今年泸州市筹措12亿元新建16所中小学。\n"
    assert {row[1] for row in rows_of(text, "kind")} == {"actual"}
    plan = "泸州市职业培训规划（2033—2035年）\n\n2033-06-04 来源：泸州日报\n\n每年培训1.6万人。\n"
    assert {row[1] for row in rows_of(plan, "kind")} == {"target"}


def test_a_firm_called_after_its_province_is_no_province() -> None:
    text = (
        "镇宁自治县举行观摩会\n\n2033-07-17 来源：镇宁自治县人社局\n\n贵州晨某石业有限公司提供岗位1280个。\n"
    )
    assert rows_of(text, "place") == [("1280", "520423")]


def test_what_will_be_added_each_year_is_foreseen() -> None:
    text = "泸州人口\n\n2033-07-17 来源：泸州日报\n\n全市户籍人口预计平均每年将新增1.2万人。\n"
    assert rows_of(text, "kind") == [("1.2", "target")]


@pytest.mark.parametrize(("site", "found"), [("泸州市政协", "5105"), ("四川政协", None), ("", None)])
def test_the_head_of_a_site_says_whose_our_city_is(site: str, found: str | None) -> None:
    page = (
        f"<html><body><div><a href='/'>{site}</a> <span>无障碍浏览</span></div>"
        "<h1>加快养老服务建设</h1><p>2033-08-16　来源：宣传处</p>"
        "<p>我市是四川省较早变老的城市。到2032年底，全市60岁以上老年人口96.4万人。</p></body></html>"
    )
    (made,) = compile_documents(decode(page.encode(), "a.html"))
    assert made.source.document.place == found


@pytest.mark.parametrize(
    ("site", "found"),
    [("四川职工在线", "51"), ("四川工会新闻网", "51"), ("四川大学新闻网", None), ("川江职工在线", None)],
)
def test_a_site_named_behind_its_province_is_of_it(site: str, found: str | None) -> None:
    text = f"补贴发放加快\n\n2033-05-09 来源：{site}\n\n全省发放补贴21.3亿元。\n"
    assert place_of(text) == found


@pytest.mark.parametrize(
    "met", ["3月4日，市教育局召开工作会议", "3月4日至5日，全市教育会议举行", "3月4日上午，市教育局发布消息"]
)
def test_what_a_meeting_tells_of_this_year_is_of_no_day(met: str) -> None:
    text = f"泸州加快学校建设\n\n2033-03-06 来源：泸州日报\n\n{met}，今年我市将建成6所学校，启动9个项目。\n"
    assert rows_of(text, "period") == [("6", "2033"), ("9", "2033")]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("“我们还将新建学校36所。”局长说。", "target"),
        ("“今年还将新建学校36所。”局长说。", "target"),
        ("局长说：“全市将新建学校36所。”", "target"),
        ("“泸州城区还将陆续布局学校36所。”局长说。", "target"),
        ("“全市已新建学校36所。”局长说。", "actual"),
        ("“将军路”沿线新建学校36所。", "actual"),
    ],
)
def test_the_mark_before_what_is_said_hides_no_plan(said: str, kind: str) -> None:
    text = f"泸州学校建设加快\n\n2033-03-06 来源：泸州日报\n\n{said}\n"
    assert rows_of(text, "kind") == [("36", kind)]


def test_the_mark_before_what_is_said_is_no_part_of_a_name_and_that_of_a_name_is() -> None:
    text = (
        "泸州培训加快\n\n2033-03-06 来源：泸州日报\n\n“全市培训护工360人。”局长说。“双提升”行动培训240人。\n"
    )
    assert rows_of(text, "subject") == [("360", "培训护工"), ("240", "“双提升”行动培训")]


@pytest.mark.parametrize(
    "than", ["高于2032年8.1亿元的水平", "超过2032年的8.1亿元", "高于2031年7.9亿元、2032年8.1亿元的水平"]
)
def test_a_year_that_news_only_measures_against_is_not_its_own(than: str) -> None:
    text = f"泸州财政收入增长\n\n2033-08-27 来源：泸州日报\n\n全市税收收入8.7亿元，{than}。\n"
    assert rows_of(text, "period")[0] == ("8.7", "2033")


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("全市规划新建学校16所", "target"),
        ("泸州规划建设学校16所", "target"),
        ("总体规划布局网点16个", "target"),
        ("全市已规划建设学校16所", "actual"),
        ("规划建设用地16亩", "actual"),
        ("泸州规划展览馆接待16人", "actual"),
    ],
)
def test_what_is_laid_out_to_be_built_is_planned(told: str, kind: str) -> None:
    text = f"泸州学校加快建设\n\n2033-06-04 来源：泸州日报\n\n{told}。\n"
    assert rows_of(text, "kind") == [("16", kind)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("泸州市规划展览馆开馆", "actual"),
        ("规划引领发展 泸州培训提速", "actual"),
        ("我市出台职业培训规划", "target"),
        ("泸州市职业培训专项规划获批", "target"),
        ("泸州市技工培养规划公示", "target"),
        ("泸州市2033年技工培养计划发布", "target"),
        ("泸州市技工培养计划惠及1.8万人", "actual"),
        ("泸州市职业培训规划（2033—2035年）", "target"),
    ],
)
def test_a_headline_is_of_a_plan_where_it_names_one(title: str, kind: str) -> None:
    text = f"{title}\n\n2033-06-04 来源：泸州日报\n\n培训1.6万人。\n"
    assert rows_of(text, "kind")[-1] == ("1.6", kind)
