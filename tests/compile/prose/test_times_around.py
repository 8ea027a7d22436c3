"""Times that stand around a figure: before its bracket, behind a colon, those a rise goes through, those before a new rule."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

_HEAD = "临江市2034年1—4月就业情况\n\n"


@pytest.mark.parametrize(
    ("than", "period"),
    [
        ("2032年同期", "2032-01/2032-04"),
        ("去年同期", "2033-01/2033-04"),
        ("上年", "2033-01/2033-04"),
        ("2031年", "2031"),
    ],
)
def test_a_bracket_behind_a_time_tells_what_there_was_then(built: Built, than: str, period: str) -> None:
    text = _HEAD + f"转移就业2.4万人，完成61%，比{than}（2.1万人）多3000人。培训900人。\n"
    assert built(text, "subject", "period") == [
        ("2.4", "转移就业", "2034-01/2034-04"),
        ("61", "转移就业 完成", "2034-01/2034-04"),
        ("2.1", "转移就业", period),
        ("3000", f"转移就业比{than}（2.1万人）多", "2034-01/2034-04"),
        ("900", "培训", "2034-01/2034-04"),
    ]


def test_a_bracket_with_words_of_its_own_is_of_the_time_told(built: Built) -> None:
    text = _HEAD + "转移就业2.4万人，高于2032年（含跨省1.1万人）。\n"
    assert built(text, "period")[1] == ("1.1", "2034-01/2034-04")


def test_what_follows_a_part_of_an_open_time_is_of_all_of_it(built: Built) -> None:
    text = "临江市人才工作综述\n\n2031年以来，累计发放津贴9.6亿元，其中2033年2.1亿元；引进硕士420人。\n"
    assert built(text, "period", "kind") == [
        ("9.6", "2031/..", "cumulative"),
        ("2.1", "2033", "actual"),
        ("420", "2031/..", "cumulative"),
    ]


def test_as_many_figures_behind_a_colon_as_years_are_of_one_each(built: Built) -> None:
    text = (
        "临江市就业数据\n\n2031—2034年全市求职登记：6.1万人、6.4万人、5.9万人、6.3万人，四年合计24.7万人。\n"
    )
    years = ["2031", "2032", "2033", "2034", "2031/2034"]
    assert [row[1] for row in built(text, "period")] == years


def test_fewer_figures_than_years_are_of_none_of_them(built: Built) -> None:
    text = "临江市就业数据\n\n2031—2034年全市求职登记：6.1万人、6.4万人、5.9万人。\n"
    assert {row[1] for row in built(text, "period")} == {"2031/2034"}


@pytest.mark.parametrize(
    ("head", "told", "periods"),
    [
        ("2033年", "各季度", ["2033-01/2033-03", "2033-04/2033-06", "2033-07/2033-09", "2033-10/2033-12"]),
        ("2033年前三季度", "各季度", ["2033-01/2033-03", "2033-04/2033-06", "2033-07/2033-09"]),
    ],
)
def test_every_quarter_has_its_figure(built: Built, head: str, told: str, periods: list[str]) -> None:
    rates = "、".join(f"4.{number}%" for number in range(len(periods)))
    text = f"临江市{head}就业形势\n\n{head}，全市调查失业率{told}分别为{rates}。\n"
    assert [row[1] for row in built(text, "period")] == periods


@pytest.mark.parametrize("last", ["", "2033年的"])
def test_a_rise_goes_through_the_years_it_names_to_that_of_the_text(built: Built, last: str) -> None:
    text = (
        "临江市2033年培训工作情况\n\n"
        f"合格率从2031年的71.5%、2032年的74.2%提高到{last}78.6%，培训机构达到64家。\n"
    )
    assert built(text, "subject", "period") == [
        ("71.5", "合格率从", "2031"),
        ("74.2", "合格率从", "2032"),
        ("78.6", "合格率提高到", "2033"),
        ("64", "培训机构", "2033"),
    ]


@pytest.mark.parametrize("end", ["同时废止", "停止执行"])
def test_what_was_so_before_a_new_rule_is_of_no_time_of_it(built: Built, end: str) -> None:
    text = (
        "关于调整临江市失业保险金标准的通知\n\n"
        f"失业保险金标准自2033年5月1日起调整为每月1720元，原失业保险金标准1610元、1540元{end}，最低缴费年限1年。\n"
    )
    assert [row[1] for row in built(text, "period")][:3] == ["2033-05-01/..", None, None]
    assert built(text, "subject")[2][1] == "原失业保险金标准"


@pytest.mark.parametrize(
    ("before", "period"),
    [
        ("此前，月标准为1540元", None),
        ("此前月标准为1540元", None),
        ("此前月标准为2030年3月1日起执行的1540元", "2030-03-01/.."),
    ],
)
def test_what_was_so_before_is_of_its_own_time(built: Built, before: str, period: str | None) -> None:
    text = (
        f"临江市2033年失业保险问答\n\n自2033年5月1日起，我市月标准调整为1720元。{before}。现领取人数800人。\n"
    )
    assert [row[1] for row in built(text, "period")][1] == period


def test_this_year_is_not_the_year_that_a_text_without_a_day_names(built: Built) -> None:
    text = "临江市就业工作综述\n\n2030年以来，全市累计培训12.6万人，其中2032年3.2万人、今年1—6月1.6万人。\n"
    assert [row[1] for row in built(text, "period")] == ["2030/..", "2032", None]


@pytest.mark.parametrize(
    ("added", "period"),
    [("三年累计3万套", "2034/2036"), ("五年新增3万套", "2032/2036"), ("五年累计3万套", "2032/2036")],
)
def test_years_added_up_to_a_year_to_come_end_with_it(built: Built, added: str, period: str) -> None:
    text = f"2033年临江市人才发展情况\n\n到2036年，人才总量达到90万人；每年供应公寓1万套，{added}。\n"
    assert built(text, "period", "kind")[-1] == ("3", period, "target")


def test_what_is_done_behind_a_rate_at_the_end_of_a_year_is_of_the_year(built: Built) -> None:
    text = "临江市2034年就业工作要点\n\n毕业生年底就业率达到93%以上，募集岗位1500个，吸纳见习人员900人。\n"
    assert [row[1] for row in built(text, "period")] == ["2034-12-31", "2034", "2034"]


def test_a_bracket_between_two_days_parts_them_not(built: Built) -> None:
    text = "临江市2034年工作情况\n\n2月6日（正月初八）至2月25日，举办招聘会50场。\n"
    assert built(text, "period") == [("50", "2034-02-06/2034-02-25")]
