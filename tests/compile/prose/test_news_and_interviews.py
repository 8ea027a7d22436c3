"""What news and interviews say in their own ways: views, examples, forecasts, ranks of years, clauses of how a thing stands."""

from __future__ import annotations

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Observation
from hrss_tui.sources.decode import decode
from tests.compile.prose.test_news import place_of
from tests.compile.prose.test_told_plainly import harvest_of

_HEAD = "青州市加强就业服务\n\n2034-03-19　来源：青州日报\n\n"


def rows(text: str) -> list[Observation]:
    return harvest_of(f"{_HEAD}{text}\n")


def told(text: str, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(row, column) for column in ("printed", *columns)) for row in rows(text)]


def test_a_rise_of_years_led_by_from_has_its_first_and_its_last_year() -> None:
    text = "从2028—2032年，每万人护理员数从3.4人增长到5.2人，养老床位从41张增加到63张。"
    assert told(text, "period") == [("3.4", "2028"), ("5.2", "2032"), ("41", "2028"), ("63", "2032")]


def test_the_last_year_of_a_rise_is_not_that_of_all_the_news() -> None:
    text = "近84%的街道设有服务站。从2028—2033年，服务站从12个增加到19个。"
    assert told(text, "period")[0] == ("84", "2034")


@pytest.mark.parametrize("bases", ["2031、2032年", "2031年、2032年"])
def test_years_that_a_figure_is_measured_against_are_not_its_own(bases: str) -> None:
    text = f"2033年上半年审结案件26万件，比{bases}同期分别下降8.4%和6.1%。"
    assert {row.period for row in rows(text)} == {"2033-01/2033-06"}


def test_the_hour_of_a_day_is_no_figure() -> None:
    assert told("截至3月17日16时45分，3.6万人通过资格审核。", "period") == [("3.6", "2034-03-17")]


@pytest.mark.parametrize(
    "text",
    [
        "平均下来将近每143人录取一人。",
        "届时，5个本地人中就有一个60岁以上的老年人。",
    ],
)
def test_one_of_so_many_counts_nobody(text: str) -> None:
    assert told(text) == []


def test_how_near_something_is_counts_no_minutes() -> None:
    assert told("近92%的居民20分钟内能够到达最近的医院。") == [("92",)]


def test_how_many_are_to_be_taken_in_is_planned_whatever_it_is_said_of() -> None:
    text = "本次全市计划招考427人，其中包含面向村干部招考的20人。报名并通过资格审查9618人。"
    assert told(text, "kind") == [("427", "target"), ("20", "target"), ("9618", "actual")]


def test_the_ratio_to_those_who_are_to_be_taken_in_is_no_plan() -> None:
    assert told("报考人数与计划录用人数的比例为42.6:1。", "kind") == [("42.6", "actual")]


def test_a_forecast_behind_the_day_of_another_sentence_is_no_outcome_of_that_day() -> None:
    text = "2月13日，两家企业迎来首批员工。随着返岗员工陆续抵达，预计元宵节前到岗2.6万人。"
    assert told(text, "kind", "period")[-1] == ("2.6", "target", "2034")


def test_a_plan_behind_the_day_of_another_sentence_is_of_the_year() -> None:
    text = "截至3月12日，4.1万人通过审核。共有60个机关参加，计划招录870人。"
    assert told(text, "kind", "period")[-1] == ("870", "target", "2034")


@pytest.mark.parametrize("word", ["比如", "例如", "一方面", "具体来说"])
def test_an_example_of_what_will_be_done_is_planned_as_well(word: str) -> None:
    text = f"我们将以需求为导向，努力提供更多服务。{word}，支持机构更新设备，改造提升36个服务站。"
    assert told(text, "kind", "change") == [("36", "target", None)]


def test_an_example_of_what_was_done_is_not_planned() -> None:
    text = "去年，我们提供了更多服务。比如，支持机构更新设备，改造服务站36个。"
    assert told(text, "kind") == [("36", "actual")]


def test_things_that_were_improved_did_not_grow_by_so_many() -> None:
    assert told("全年改造提升19个零工市场。", "change") == [("19", None)]
    assert told("全年登记失业率提升0.3个百分点。", "change") == [("0.3", "increase")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全市失业人员再就业完成情况快于时序进度，达到1.4万人。", "失业人员再就业"),
        ("全市调查失业率回落至正常水平，达到5.1%。", "调查失业率"),
        ("目录内药品1200种；中药饮片未作调整，仍为640种。", "中药饮片"),
        ("此次养老金调增，属第十二次连调，增加1310元。", "此次养老金调增"),
    ],
)
def test_how_a_thing_stands_is_no_part_of_its_name(text: str, name: str) -> None:
    assert rows(text)[-1].subject.removesuffix("增加").endswith(name)


def test_the_time_of_a_view_is_that_of_what_is_seen() -> None:
    text = "今年全市调解纠纷8200宗。从去年调解情况来看，劳动争议仍是主要形式，占总量的31%。"
    assert told(text, "period")[-1] == ("31", "2033")


def test_nobody_can_say_when_it_was_at_the_end_of_a_century() -> None:
    text = "一是上世纪末、本世纪初推进企业改革，调剂资金27亿元。二是上世纪90年代，发放补贴3亿元。三是目前，惠及2万人。"
    assert told(text, "period") == [("27", None), ("3", None), ("2", "2034")]


def test_so_many_years_in_a_row_begin_with_that_just_told_and_each_had_so_much() -> None:
    text = (
        "我们从2031年开始，连续两年城镇新增就业都在11万人以上。从2031年开始，连续六年新增就业都在11万人以上。"
    )
    assert told(text, "period", "kind") == [("11", "2031/2032", "actual"), ("11", "2031/..", "actual")]


def test_the_seat_of_a_province_is_a_place_of_its_own() -> None:
    found = harvest_of("河南省公布招考情况\n\n2034-03-19　来源：河南日报\n\n省会郑州市有7600人参加考试。\n")
    assert [(row.printed, row.place) for row in found] == [("7600", "4101")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "让保障网更牢——访财政部党组书记、部长某某\n\n2034-03-19　来源：某报\n\n问：成效如何？\n\n答：社保支出增长6%。\n",
            "nation",
        ),
        ("服务站建设加快\n\n3月8日，国新办举行发布会。司长某某介绍，建成服务站2.4万个。\n", "nation"),
        ("我市补发养老金\n\n云上咸宁报道 笔者从市人社局了解到，我市补发养老金673万元。\n", "4212"),
        ("我市支出重点投向民生\n\n2034-03-19 来源：宿州发布\n\n我市民生支出26亿元。\n", "3413"),
    ],
)
def test_whom_an_interview_visits_and_who_prints_it_tell_of_where_it_is(text: str, place: str) -> None:
    assert place_of(text) == place


def test_a_title_with_a_plan_that_is_over_and_a_figure_is_of_all_its_years() -> None:
    found = harvest_of(
        "“十六五”期间青州新增就业41万人\n\n2036-03-19　来源：青州日报\n\n青州累计发放小额贷款4.9亿元。\n"
    )
    assert {row.period for row in found} == {"2031/2035"}


def test_what_grew_in_so_many_years_behind_a_rise_is_of_its_end() -> None:
    text = "困难人口从2027年的98万人减少到2033年的16万人，6年时间减少了82万人，连续6年平均每年减少13万人。今年已帮扶2万人。"
    assert [period for _, period in told(text, "period")[2:]] == ["2033", "2033", "2034"]


def test_what_so_many_years_gave_in_all_is_of_them_whatever_numeral_counts_them() -> None:
    assert told("5年累计为10.7万名劳动者提供培训。", "period") == [("10.7", "2029/2033")]


def test_what_is_done_every_year_is_not_added_up() -> None:
    assert told("2030年以来，青州每年帮助1.2万名失业人员就业。", "kind") == [("1.2", "actual")]


def test_a_scheme_that_somebody_carried_out_is_no_aim() -> None:
    assert told("青州组织实施14项高校毕业生就业计划。", "kind") == [("14", "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "招聘会将于3月28日举办，届时将有62家企业参加。",
        "今年再努力一年，再减少困难人口62万人。",
        "今年至少可实现新增就业62万人。",
        "市人社局将从各县人社部门，选派干部62名。",
        "两个县将获62万元补助资金。",
    ],
)
def test_what_is_still_to_come_in_words_of_its_own_is_planned(text: str) -> None:
    assert [(row.printed, row.kind) for row in rows(text) if row.printed == "62"] == [("62", "target")]


def test_a_plan_reaches_no_span_that_is_over() -> None:
    text = "今年至少可实现减少困难人口62万人，十八大以来的5年间每年减少70万人以上。"
    assert told(text, "kind")[1] == ("70", "actual")


def test_about_may_stand_behind_the_noun_of_what_is_counted() -> None:
    text = "去年摘帽280个县左右，帮扶62个家庭，占60%左右。"
    assert told(text, "operator") == [("280", "~"), ("62", "="), ("60", "~")]


def test_how_many_are_left_is_a_figure() -> None:
    assert told("到去年底只剩600人以下的困难人员和60个困难村。", "operator") == [("600", "<="), ("60", "=")]


@pytest.mark.parametrize("lead", ["月人均", "人均月", "最低"])
def test_what_is_added_to_a_pension_raises_it(lead: str) -> None:
    assert told(f"本次调整{lead}增加养老金126元。", "change") == [("126", "increase")]


def test_by_how_much_a_plan_to_recruit_was_widened_is_a_change() -> None:
    found = rows("去年扩大教师招聘规模500人，达到1.5万人。")
    assert [(row.printed, row.change) for row in found] == [("500", "increase"), ("1.5", None)]
    assert all("教师招聘规模" in row.subject for row in found)


def test_what_a_ministry_told_is_of_the_nation_whatever_province_comes_later() -> None:
    text = "中央财政下达补助\n\n财政部昨天发布消息，中央财政下达补助94亿元。补助向湖北省高校毕业生倾斜。\n"
    assert place_of(text) == "nation"


def test_news_of_who_carries_out_a_plan_is_none() -> None:
    found = harvest_of(
        "青州实施技能扶贫计划\n\n2034-03-19　来源：青州日报\n\n青州以196个村为中心，开展培训。\n"
    )
    assert [(row.printed, row.kind) for row in found] == [("196", "actual")]


def test_what_is_listed_behind_each_being_is_named_without_it() -> None:
    found = rows("三类纠纷占纠纷总数的62%，分别是劳动争议112宗、损害赔偿106宗。")
    assert [row.subject for row in found[1:]] == ["劳动争议", "损害赔偿"]


def test_the_court_of_a_city_tells_of_its_city() -> None:
    text = "广安中院为26名农民工兑现工资\n\n2034-03-19　来源：四川法治报\n\n执行法官发放工资94万元。\n"
    assert place_of(text) == "5116"


def test_news_of_a_campaign_is_no_plan_and_a_notice_of_one_is() -> None:
    text = "2034-03-19　来源：青州日报\n\n法院发放工资94万元。\n"
    titles = ("青州法院开展治理欠薪冬季专项行动", "青州市人社局关于开展治理欠薪专项行动")
    kinds = []
    for title in titles:
        (found,) = compile_documents(decode(f"{title}\n\n{text}".encode(), "a.txt"))
        kinds.append(found.source.document.kind)
    assert kinds == ["article", "plan"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("西河县实施技能培训5万人计划。", "target"), ("西河县组织实施创业培训计划3期。", "actual")],
)
def test_a_plan_for_so_many_persons_is_an_aim_and_a_programme_is_carried_out(text: str, kind: str) -> None:
    assert [row.kind for row in harvest_of(text)] == [kind]
