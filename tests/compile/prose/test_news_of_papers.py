"""News of bulletins and budgets: of which year it is, what is planned in it, and whose its figures are."""

from __future__ import annotations

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.sources.decode import decode
from tests.compile.prose.reader import observe
from tests.compile.prose.test_told_plainly import harvest_of


def rows_of(text: str) -> list[tuple[str, str | None, str]]:
    return [(row.printed, row.period, row.kind) for row in harvest_of(text)]


@pytest.mark.parametrize("lead", ["", "本报青山6月7日电（记者王强）"])
def test_who_tells_of_a_bulletin_speaks_in_his_own_year(lead: str) -> None:
    text = f"人社厅发布2033年度统计公报\n\n2034-06-08\n\n{lead}公报显示，去年全年有26万人享受工伤保险待遇。\n"
    (found,) = compile_documents(decode(text.encode(), "a.txt"))
    assert found.source.document.kind != "bulletin"
    assert rows_of(text) == [("26", "2033", "actual")]


def test_the_notice_that_publishes_a_bulletin_is_one() -> None:
    text = "关于发布2033年度统计公报的通告\n\n全年城镇新增就业26万人。\n"
    (found,) = compile_documents(decode(text.encode(), "a.txt"))
    assert found.source.document.kind == "bulletin"


def test_what_news_of_a_bulletin_tells_without_a_year_is_of_that_of_the_bulletin() -> None:
    text = (
        "我省人才总量再上台阶\n\n2034年06月05日\n\n人社厅4日发布的《2033年度人社事业发展统计公报》显示，2031年引进人才2.1万人。\n\n"
        "技能人才占就业人员的比重为26.1%。今年1—5月，新增就业8万人。\n"
    )
    assert [row[:2] for row in rows_of(text)] == [("2.1", "2031"), ("26.1", "2033"), ("8", "2034-01/2034-05")]


def test_a_quarter_of_another_year_behind_a_conjunction_is_that() -> None:
    text = "青山市场供求\n\n2034-02-08\n\n2033年四季度，求人倍率约为1.56，而在2032年第四季度，求人倍率约为1.52。\n"
    assert [row[1] for row in rows_of(text)] == ["2033-10/2033-12", "2032-10/2032-12"]


def test_what_a_budget_arranges_in_its_year_is_no_outcome_when_news_tells_it() -> None:
    text = (
        "青山市预算草案亮相\n\n2034-01-18\n\n2033年，全市一般公共预算收入292亿元。\n\n"
        "2034年，全市一般公共预算收入安排306亿元，增长5%。\n"
    )
    assert rows_of(text) == [("292", "2033", "actual"), ("306", "2034", "target"), ("5", "2034", "target")]


def test_a_part_of_what_a_city_itself_has_is_not_that_of_its_whole_area() -> None:
    text = (
        "关于青山市2033年预算执行情况的报告\n\n全市一般公共预算收入292亿元。\n\n"
        "市本级一般公共预算收入总计179亿元，其中：地方一般公共预算收入25亿元。\n"
    )
    assert [(row.printed, row.indicator_id) for row in harvest_of(text) if row.indicator_id] == [
        ("292", "general_revenue")
    ]


def test_how_a_thing_is_called_from_there_on_is_no_part_of_its_name() -> None:
    text = "2033年青山市工作总结\n\n全市一般公共预算收入67亿元，为调整预算（以下简称预算）的98.4%。\n"
    assert [(row.subject, row.against) for row in harvest_of(text)][1] == (
        "一般公共预算收入为调整预算",
        "调整预算",
    )


def test_money_that_is_only_partly_left_over_is_no_carryover() -> None:
    text = (
        "2033年青山市工作总结\n\n调入资金、动用预算稳定调节基金及上年结转收入等14亿元。上年结转收入3亿元。\n"
    )
    assert [row.indicator_id for row in harvest_of(text)] == [None, "carryover"]


def test_what_flowed_behind_a_stock_and_what_was_done_is_of_the_year() -> None:
    text = "青山市2033年统计公报\n\n年末全市从业人员75.5万人。实施就业优先战略，城镇新增就业5.4万人，新增农村劳动力转移就业1.2万人。\n"
    assert [row[1] for row in rows_of(text)] == ["2033-12-31", "2033", "2033"]


def test_a_decade_that_nobody_counts_has_no_period() -> None:
    text = "青山就业沃土\n\n2034-11-18\n\n新时代十年，全市累计新增就业56万人。今年以来，全市新增就业5万人。\n"
    assert [row[:2] for row in rows_of(text)] == [("56", None), ("5", "2034")]


def test_what_there_is_already_has_its_own_name() -> None:
    text = "2033年青山省工作总结\n\n目前，全省已有40所技工院校、2.9万家培训机构。\n"
    assert [row.subject for row in harvest_of(text)] == ["技工院校", "培训机构"]


def test_programmes_for_schools_are_no_schools() -> None:
    text = "2033年青山省工作总结\n\n实施优质技工院校建设和技工教育质量提升4个专项计划。\n"
    assert [row.indicator_id for row in harvest_of(text)] == [None]


def test_who_lives_in_a_place_is_counted_at_the_end_of_the_year_behind_births_too() -> None:
    text = "青山县2033年统计公报\n\n2033年末，全县户籍人口107.9万人。全县出生人口0.5万人。全县常住人口85.9万人，比上年减少0.2万人。\n"
    assert [row[1] for row in rows_of(text)] == ["2033-12-31", "2033", "2033-12-31", "2033-12-31"]


def test_the_ratio_of_the_year_before_is_read_and_none_of_its_digits_names_a_change() -> None:
    text = "青山县2033年统计公报\n\n2033年，城乡居民收入比1.55:1，相比上年度1.58:1降低了0.03个百分点。\n"
    assert [(row.printed, row.period, row.change) for row in harvest_of(text)] == [
        ("1.55", "2033", None),
        ("1.58", "2032", None),
        ("0.03", "2033", "decrease"),
    ]


def test_a_plan_goes_on_behind_a_year_between_who_plans_and_what() -> None:
    text = "贵州省就业安排\n\n2034-01-23\n\n贵州省2034年计划新增就业11万人以上，并将失业率控制在5.5%左右。\n"
    assert [row[2] for row in rows_of(text)] == ["target", "target"]


def test_that_something_was_published_is_no_part_of_its_name() -> None:
    text = "青山就业稳定\n\n2034-01-21\n\n1月21日，人社厅举行发布会，公布去年全国城镇新增就业1256万人。\n"
    assert [(row.subject, row.period, row.indicator_id) for row in harvest_of(text)] == [
        ("城镇新增就业", "2033", "urban_new_jobs")
    ]


@pytest.mark.parametrize(
    ("told", "indicator"),
    [
        ("参加失业保险的职工达到53万人", "unemployment_insured"),
        ("城镇企业职工养老保险参保2.7万人", "enterprise_pension_insured"),
        ("为农民工追发工资及赔偿金91万元", "migrant_back_pay"),
    ],
)
def test_other_words_for_the_same_measure(told: str, indicator: str) -> None:
    (row,) = harvest_of(f"2033年青山省工作总结\n\n{told}。\n")
    assert row.indicator_id == indicator


def test_news_of_the_first_months_goes_on_with_the_year_that_is_over() -> None:
    text = (
        "青山市今年安排亮相\n\n2034-02-10\n\n2034年全市要新增就业岗位5万个。\n\n2033年，全市新增就业岗位6.3万个，年末参保人数165万人。\n\n"
        "帮助1200名毕业生实现就业。全市将建成零工市场12家。\n\n目前，全市有技工院校8所。\n\n2034年，全市力争培训9万人次。\n\n引进人才320人。\n"
    )
    assert [row[:2] for row in rows_of(text)] == [
        ("5", "2034"),
        ("6.3", "2033"),
        ("165", "2033-12-31"),
        ("1200", "2033"),
        ("12", "2034"),
        ("8", "2034"),
        ("9", "2034"),
        ("320", "2034"),
    ]


def test_news_of_later_months_does_not() -> None:
    text = "青山市就业稳定\n\n2034-05-10\n\n今年以来，全市新增就业2万人。\n\n2033年，全市新增就业6.3万人。\n\n帮助1200名毕业生就业。\n"
    assert [row[:2] for row in rows_of(text)][2] == ("1200", "2034")


def test_news_is_of_the_day_before_its_first_words() -> None:
    text = "就业形势总体稳定\n\n青山社江城2034年3月1日电（记者王强）去年，全省城镇新增就业26万人。\n"
    assert rows_of(text) == [("26", "2033", "actual")]


@pytest.mark.parametrize(
    "title",
    [
        "2034年青山市人力资源和社会保障局主要工作目标",
        "青山市就业工作目标（2034年）",
        "2034年青山市人社局重点工作任务清单",
        "青山市2034年政府民生承诺",
        "2034年青山市重点民生实事项目及责任分工",
    ],
)
def test_a_list_of_what_a_year_aims_at_is_a_plan(title: str) -> None:
    assert rows_of(f"{title}\n\n1. 城镇新增就业1.8万人以上。\n") == [("1.8", "2034", "target")]


def test_how_a_year_met_its_aims_is_no_plan() -> None:
    text = "青山市2034年度工作目标完成情况\n\n城镇新增就业1.8万人。\n"
    assert rows_of(text) == [("1.8", "2034", "actual")]


def test_the_class_of_graduates_and_the_number_of_a_motion_are_no_years_of_a_paper() -> None:
    fair = "我市举办2035届高校毕业生秋季双选会\n\n2034年10月18日\n\n今年提供岗位2.6万个。\n"
    assert rows_of(fair) == [("2.6", "2034", "actual")]
    motion = "对市人大第2036号建议的答复\n\n2034年7月8日\n\n目前全市发放社保卡38.2万张。\n"
    assert rows_of(motion)[0][1] == "2034"


@pytest.mark.parametrize("lead", ["公报》显示，", "公报》（以下简称公报）指出，", "公报》中称，"])
def test_news_without_a_day_is_of_the_year_of_the_bulletin_that_it_tells_of(lead: str) -> None:
    text = (
        f"全市就业人员再上台阶\n\n《2033年度青山市人社事业发展统计{lead}到去年底，就业人员71万人。\n\n"
        "全年城镇新增就业2.6万人。年末城镇登记失业率为3.1%。\n"
    )
    assert [(one.printed, one.period) for one in observe(text, kind="article", year=None)] == [
        ("71", "2033-12-31"),
        ("2.6", "2033"),
        ("3.1", "2033-12-31"),
    ]


def test_news_without_a_day_that_tells_of_two_bulletins_is_of_no_year() -> None:
    text = (
        "统计公报里的变化\n\n《2033年度统计公报》显示，就业平稳。\n\n《2031年度统计公报》显示，就业承压。\n\n"
        "全年城镇新增就业2.6万人。\n"
    )
    assert [one.period for one in observe(text, kind="article", year=None)] == [None]


def test_news_that_names_a_later_year_is_not_of_an_old_bulletin() -> None:
    text = "就业新变化\n\n《2031年度统计公报》显示，就业承压。2034年情况好转。\n\n全年城镇新增就业2.6万人。\n"
    assert [one.period for one in observe(text, kind="article", year=None)] == [None]


def test_what_news_that_sums_up_a_year_strives_for_is_of_the_next() -> None:
    text = (
        "青山力争全年新增就业18.5万人\n\n发布时间:2034-04-25 12:52:53\n\n会议总结了2033年的工作。\n\n"
        "2033年，全市城镇新增就业19.6万人。\n"
    )
    assert [(one.printed, one.period, one.kind) for one in observe(text, kind="article", year=2033)] == [
        ("18.5", "2034", "target"),
        ("19.6", "2033", "actual"),
    ]
