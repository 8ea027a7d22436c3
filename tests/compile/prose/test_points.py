"""Reports in points: what a paragraph or a point is about, the year and the thing that it names, and what is a deed."""

import pytest

from tests.compile.prose.test_progress_reports import told

_REPORT = "南湖县人社局2033年工作总结\n\n2033年12月28日\n\n一、工作情况\n\n"


@pytest.mark.parametrize(
    "about", ["就业方面", "社会保障工作", "稳就业", "强技能", "保民生", "一是就业底盘越筑越牢"]
)
def test_what_a_paragraph_is_about_is_no_part_of_a_name(about: str) -> None:
    assert told(f"{_REPORT}{about}。新增城镇就业 2100 人。帮扶就业困难人员 310 人。", "subject") == [
        ("2100", "新增城镇就业"),
        ("310", "帮扶就业困难人员"),
    ]


@pytest.mark.parametrize("thing", ["保险待遇", "提前退休", "保洁员"])
def test_a_thing_that_begins_like_a_slogan_names_what_is_below(thing: str) -> None:
    assert told(f"{_REPORT}{thing}。已完成 140 人。", "subject") == [("140", f"{thing} 已完成")]


def test_what_was_done_opens_no_name() -> None:
    rows = told(f"{_REPORT}我们重点抓了：一是新增就业 2600 人。二是举办招聘会 5 场。", "subject")
    assert rows == [("2600", "新增就业"), ("5", "举办招聘会")]


def test_the_year_of_one_point_is_not_that_of_the_next() -> None:
    text = f"{_REPORT}今年以来主要做了：一是培训农民工 820 人。二是 2031 年底前建成工伤康复点 3 个。三是全年引进专家 14 名。"
    assert [row[1] for row in told(text, "period")] == ["2033", "2031-12-31", "2033"]


@pytest.mark.parametrize("number", ["（二）", "（十二）", "（2）", "2.", "②"])
def test_the_number_of_a_point_behind_a_semicolon_does_not_hide_its_year(number: str) -> None:
    text = f"{_REPORT}1.2031 年，培训农民工 820 人；{number}2032 年，培训农民工 910 人。"
    assert told(text, "subject", "period") == [("820", "培训农民工", "2031"), ("910", "培训农民工", "2032")]


def test_a_point_without_a_name_of_its_own_is_not_of_the_point_before() -> None:
    rows = told(f"{_REPORT}一是新增失业保险参保 900 人。二是参保率达到 96%。", "subject")
    assert rows[1] == ("96", "参保率")


@pytest.mark.parametrize(
    ("aim", "period"), [("2035年目标为4.5万人", "2035"), ("“十四五”规划目标为4.5万人", "2021/2025")]
)
def test_the_year_of_an_aim_ends_with_its_sentence(aim: str, period: str) -> None:
    rows = told(f"{_REPORT}截至2033年底，技能人才 4.1 万人，{aim}。全年新增技师 300 人。", "kind", "period")
    assert rows == [("4.1", "actual", "2033-12-31"), ("4.5", "target", period), ("300", "actual", "2033")]


@pytest.mark.parametrize("long", ["1年以上", "12个月及以上", "90天以内"])
def test_how_long_alone_sorts_what_the_figure_before_it_sorts(long: str) -> None:
    rows = told(f"{_REPORT}连续参保6个月以上 420 人，{long} 170 人。", "subject")
    assert rows == [("420", "连续参保6个月以上"), ("170", f"连续参保{long}")]


def test_how_long_alone_is_kept_where_nothing_is_sorted_before_it() -> None:
    assert told(f"{_REPORT}招用退役军人 46 人，1年以上 17 人。", "subject")[1] == ("17", "1年以上")


@pytest.mark.parametrize(
    "deed",
    [
        "共争取资金 3600 万元",
        "积极争取上级资金 3600 万元",
        "争取中央就业补助资金 3600 万元",
        "争取到资金 3600 万元",
    ],
)
def test_money_that_was_won_is_no_aim(deed: str) -> None:
    rows = told(f"{_REPORT}{deed}，其中省级资金 1200 万元。支出 3100 万元。", "kind")
    assert [row[1] for row in rows] == ["actual", "actual", "actual"]


@pytest.mark.parametrize("aim", ["争取新增就业 3600 人", "力争达到 3600 人", "争取到2036年达到 3600 人"])
def test_what_one_tries_to_reach_is_an_aim(aim: str) -> None:
    text = f"南湖县人社局2033年情况汇报\n\n2033年7月5日\n\n{aim}。"
    assert told(text, "kind") == [("3600", "target")]


def test_what_is_said_to_be_done_is_not_to_come() -> None:
    text = "南湖县就业局2033年工作总结\n\n2033年11月20日\n\n1—12月，已组织培训 640 人。\n"
    assert told(text, "kind") == [("640", "actual")]


@pytest.mark.parametrize(("day", "kind"), [("2033年12月3日", "actual"), ("2033年11月30日", "target")])
def test_what_a_report_looks_back_on_at_the_end_of_its_own_month_is_done(day: str, kind: str) -> None:
    text = f"南湖县就业局2033年工作总结\n\n{day}\n\n一、工作开展情况\n\n截至12月底，见习基地 48 家。\n"
    assert told(text, "kind") == [("48", kind)]


@pytest.mark.parametrize(
    ("deed", "period"),
    [
        ("“贷免扶补”共发放 8.4 亿元", "2033-01/2033-11"),
        ("惠及退休人员 12 万人", "2033-01/2033-11"),
        ("培训 12 万人次", "2033-01/2033-11"),
        ("技能人才 12 万人", "2033-11-30"),
    ],
)
def test_what_flowed_until_a_day_is_not_of_that_day(deed: str, period: str) -> None:
    rows = told(f"{_REPORT}截至11月底，城镇登记失业率 3.1%。{deed}。", "period")
    assert [row[1] for row in rows] == ["2033-11-30", period]


def test_what_is_to_be_done_besides_a_time_limit_is_of_the_year() -> None:
    text = f"{_REPORT}三要加快支出，10月底支出进度达到 90%。四要办好服务月，举办招聘会不少于 15 场。"
    assert [row[1] for row in told(text, "period")] == ["2033-10-31", "2033"]


def test_a_mean_over_a_year_is_not_of_its_last_day() -> None:
    text = "南湖县2033年人力资源和社会保障事业发展统计公报\n\n年末全县参保 21 万人。企业退休人员月平均养老金 2140 元，比上年增加 96 元。\n"
    assert [row[1] for row in told(text, "period")] == ["2033-12-31", "2033", "2033"]
