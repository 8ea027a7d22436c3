"""The days of what goes on for weeks, in brackets behind its name; and the same time of another year that is named."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built


@pytest.mark.parametrize(
    ("spell", "period"),
    [
        ("活动期间（5月6日—6月8日），", "2034-05-06/2034-06-08"),
        ("专项行动期间（2033年11月20日至2034年1月16日），", "2033-11-20/2034-01-16"),
        ("“招聘服务月”（5月6日至6月8日）期间，", "2034-05-06/2034-06-08"),
        ("国庆假期（10月1日—7日），", "2034-10-01/2034-10-07"),
        ("春节假期后（2月20日—2月25日），", "2034-02-20/2034-02-25"),
    ],
)
def test_what_goes_on_for_some_days_is_of_these(built: Built, spell: str, period: str) -> None:
    text = f"台州市2034年招聘服务情况\n{spell}全市举办招聘会63场，提供岗位5.1万个。"
    assert built(text, "period") == [("63", period), ("5.1", period)]


def test_the_days_of_what_a_text_tells_of_hold_for_its_paragraphs(built: Built) -> None:
    text = (
        "“春风送岗”行动有序推进\n发布日期：2034-04-10\n活动期间（2月1日—3月20日），全市举办招聘会63场。\n"
        "走访企业820家，达成意向4,300人。\n2033年同期招聘会58场。\n4月，计划举办招聘会9场。"
    )
    days = "2034-02-01/2034-03-20"
    assert built(text, "period") == [
        ("63", days),
        ("820", days),
        ("4,300", days),
        ("58", "2033-02-01/2033-03-20"),
        ("9", "2034-04"),
    ]


def test_a_feast_is_of_its_paragraph_alone(built: Built) -> None:
    text = "台州市2034年招聘服务情况\n春节期间（2月7日至13日），举办招聘会63场。\n全年走访企业820家。"
    assert built(text, "period")[-1] == ("820", "2034")


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("1—5月，城镇新增就业2.6万人，2033年同期为2.4万人。", "2033-01/2033-05"),
        ("1—5月，城镇新增就业2.6万人（2033年同期2.4万人）。", "2033-01/2033-05"),
        ("二季度，城镇新增就业2.6万人，2032年同期2.4万人。", "2032-04/2032-06"),
        ("5月末，失业保险参保2.6万人，2033年同期为2.4万人。", "2033-05-31"),
        ("1—5月，城镇新增就业2.6万人，比2033年同期的2.4万人增加0.2万人。", "2033-01/2033-05"),
    ],
)
def test_the_same_time_of_a_year_is_not_all_of_it(built: Built, text: str, then: str) -> None:
    found = built(f"台州市2034年1—5月就业情况\n{text}", "period", "subject")
    assert found[1] == ("2.4", then, found[0][2])
