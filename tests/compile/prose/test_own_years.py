"""本年末 beside the end of another year, years 间, and who is insured in what: made-up sentences to observations."""

import pytest

from tests.compile.prose.reader import observe


def told(text: str, *columns: str, kind: str = "bulletin") -> list[tuple[object, ...]]:
    return [
        tuple(getattr(row, column) for column in ("printed", *columns)) for row in observe(text + "\n", kind)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "失业保险基金2032年末累计结余41亿元，本年末累计结余46亿元。",
        "2032年底在册职工41万人；本年底在册职工46万人。",
        "2032年末供养对象为41户，截至本年末供养对象为46户。",
        "工伤保险2032年征收41亿元，本年征收46亿元。",
    ],
)
def test_this_year_beside_the_year_before_is_that_of_the_paper(text: str) -> None:
    assert [str(row[1])[:4] for row in told(text, "period")] == ["2032", "2033"]


def test_an_end_beside_that_of_a_year_far_before_is_of_no_known_year() -> None:
    assert told("2029年末累计结余41亿元，本年末累计结余46亿元。", "period")[1] == ("46", None)


def test_this_year_behind_a_year_that_tells_something_else_is_that_year() -> None:
    assert told("2032年参保41万人，本年支出46亿元。", "period") == [("41", "2032"), ("46", "2032")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("十年间，全县新建公寓42个。", "2024/2033"),
        ("这三年间，帮扶残疾人42人。", "2031/2033"),
        ("8年间，开办食堂42个。", "2026/2033"),
    ],
)
def test_years_between_are_the_last_ones(text: str, period: str) -> None:
    assert told(text, "period") == [("42", period)]


def test_years_between_of_a_plan_are_its_own() -> None:
    assert told("五年间，将新建公寓42个。", "period", kind="plan") == [("42", "2033")]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("全县累计开展培训5.2万人次，参保人数增加1.2万人。", "参保人数增加"),
        ("发放稳岗返还资金480万元。参保人数1.2万人。", "参保人数"),
        ("失业保险扩面3万人，参保人数1.2万人。", "失业保险扩面 参保人数"),
        ("工伤保险基金收入3亿元，参保人数1.2万人。", "工伤保险基金 参保人数"),
    ],
)
def test_people_are_insured_in_nothing_that_is_no_insurance(text: str, subject: str) -> None:
    assert told(text, "subject")[-1] == ("1.2", subject)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2029年，建成食堂41个，次年收治46人。", "2030"),
        ("2029年，建成食堂41个，翌年收治46人。", "2030"),
        ("2029年，建成食堂41个，次年上半年收治46人。", "2030-01/2030-06"),
        ("2029年，建成食堂41个，次年8月收治46人。", "2030-08"),
        ("2029年，建成食堂41个，次年1-8月收治46人。", "2030-01/2030-08"),
    ],
)
def test_the_year_behind_the_one_that_was_named(text: str, period: str) -> None:
    assert told(text, "period", "kind") == [("41", "2029", "actual"), ("46", period, "actual")]
