"""News of departments: of which place and day its figures are, and what will only be done."""

from __future__ import annotations

import pytest

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
