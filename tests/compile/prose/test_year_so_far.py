"""What has come together in the months that a paper is of: neither the whole year nor the last month, and no plan missed."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe

_MONTHLY = "东岭县人社局2033年8月就业工作月报\n\n"
_QUARTERLY = "东岭县人社局2033年第三季度社会保险通报\n\n"
_HALF = "东岭县民政局2033年上半年工作总结\n\n"
_YEARLY = "东岭县民政局2033年工作总结\n\n"
_BUDGET = "东岭县民政局2034年部门预算说明\n\n三、收支情况\n\n"
_SO_FAR = "2033-01/2033-08"


def _told(text: str, *names: str, kind: str = "report", year: int = 2033) -> list[tuple[object, ...]]:
    return [
        (row.printed, *(getattr(row, name) for name in names)) for row in observe(text, kind=kind, year=year)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "今年以来新增",
        "年初以来新增",
        "年初至今新增",
        "今年累计新增",
        "年内累计新增",
        "本年已新增",
        "年初以来，全县新增",
    ],
)
def test_the_year_so_far_ends_with_the_month_of_the_paper(words: str) -> None:
    assert _told(f"{_MONTHLY}{words}就业 2.4 万人。", "period", "kind") == [("2.4", _SO_FAR, "actual")]


def test_the_year_so_far_of_a_quarter_begins_in_january() -> None:
    text = f"{_QUARTERLY}三季度支付待遇 910 万元，今年以来累计支付 2650 万元。"
    assert _told(text, "period") == [("910", "2033-07/2033-09"), ("2650", "2033-01/2033-09")]


def test_the_year_so_far_of_a_half_year_is_that() -> None:
    text = f"{_HALF}上半年救助 3100 人次。今年以来，建成食堂 12 家。"
    assert [row[1] for row in _told(text, "period")] == ["2033-01/2033-06"] * 2


def test_a_paper_of_no_months_leaves_the_year() -> None:
    assert _told(f"{_YEARLY}今年以来，建成食堂 12 家。", "period") == [("12", "2033")]


def test_what_is_told_of_the_year_so_far_is_marked_where_it_is_not_known_up_to_when() -> None:
    text = "东岭县2033年就业情况\n\n{}今年以来，新增就业 2.3 万人。全年目标 2.6 万人。"
    assert [row[1] for row in _told(text.format(""), "scope_note")] == ["今年以来", None]
    assert [row[1] for row in _told(text.format("2033年10月20日\n\n"), "scope_note")] == ["今年以来", None]
    assert [row[1] for row in _told(text.format("2033年12月28日\n\n"), "scope_note")] == [None, None]
    assert [row[1] for row in _told(f"{_MONTHLY}今年以来，新增就业 2.3 万人。", "scope_note")] == [None]


def test_the_first_months_just_told_are_the_year_so_far() -> None:
    text = f"{_YEARLY}1—10月，救助 3100 人次，今年以来建成食堂 12 家。"
    assert _told(text, "period") == [("3100", "2033-01/2033-10"), ("12", "2033-01/2033-10")]


def test_a_plan_of_the_year_is_of_all_of_it() -> None:
    text = f"{_MONTHLY}全年计划累计培训 3 万人次。今年累计培训 3 万人次以上。"
    assert [row[1] for row in _told(text, "period")] == ["2033", "2033"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("当月发放失业保险金 31.5 万元，累计发放 260.8 万元。", ["2033-08", _SO_FAR]),
        ("转移就业当月 0.9 万人次，累计 6.7 万人次，同比增长 3.1%。", ["2033-08", _SO_FAR, _SO_FAR]),
        ("临时救助本月支出 4.5 万元，累计支出 38 万元；本月新增 21 户。", ["2033-08", _SO_FAR, "2033-08"]),
        ("电子社保卡签发本月 0.3 万张，累计签发 21 万张。", ["2033-08", "2033-08-31"]),
        ("累计签发电子社保卡 21 万张。", ["2033-08-31"]),
        ("本月举办招聘会 5 场，累计提供岗位 1200 个。", ["2033-08", "2033-08"]),
        ("8月末基金累计结余 5.1 亿元。", ["2033-08-31"]),
    ],
)  # fmt: skip
def test_what_has_come_together_beside_the_figure_of_a_month(text: str, expected: list[str]) -> None:
    assert [row[1] for row in _told(_MONTHLY + text, "period")] == expected


def test_growth_between_the_month_and_what_has_come_together_is_of_each() -> None:
    text = f"{_MONTHLY}8月，接待游客 18.6 万人次，同比增长 6.1%；累计接待 132 万人次，同比增长 8.2%。"
    assert [row[1] for row in _told(text, "period")] == ["2033-08", "2033-08", _SO_FAR, _SO_FAR]


def test_a_month_before_what_was_done_in_it_and_all_that_has_come_together() -> None:
    text = f"{_MONTHLY}上半年发放津贴 420 万元，8月发放 70 万元，累计发放 561 万元。"
    assert _told(text, "period") == [("420", "2033-01/2033-06"), ("70", "2033-08"), ("561", _SO_FAR)]


def test_the_year_so_far_ends_with_the_day_of_the_title() -> None:
    month = "东岭县2033年就业工作情况（截至10月31日）\n\n今年以来，新增就业 2.3 万人。"
    day = "东岭县2033年就业工作情况（截至10月25日）\n\n今年以来，新增就业 2.3 万人。"
    assert _told(month, "period") == [("2.3", "2033-01/2033-10")]
    assert _told(day, "period") == [("2.3", "2033-10-25")]


def test_what_is_only_expected_of_the_year_is_marked_and_no_aim() -> None:
    text = f"{_MONTHLY}预计全年新增就业 9.2 万人，超额完成目标任务 9 万人。"
    assert _told(text, "kind", "scope_note") == [("9.2", "target", "预计"), ("9", "target", None)]


def test_what_is_expected_by_the_end_of_the_year_is_marked_too() -> None:
    text = f"{_MONTHLY}预计年底基金结余 9.2 亿元。"
    assert _told(text, "period", "scope_note") == [("9.2", "2033-12-31", "预计")]


def test_what_a_plan_expects_is_what_it_sets() -> None:
    text = "东岭县2034年就业工作计划\n\n预计新增就业 9.2 万人。"
    assert _told(text, "scope_note", kind="plan", year=2034) == [("9.2", None)]


def test_what_is_there_still_is_added_up_over_more_than_the_year() -> None:
    text = f"{_MONTHLY}电子社保卡签发本月 0.3 万张，累计签发 21 万张。"
    assert _told(text, "kind") == [("0.3", "actual"), ("21", "cumulative")]


def test_in_january_what_has_come_together_is_the_month() -> None:
    text = "东岭县人社局2033年1月月报\n\n当月发放 31 万元，累计发放 31 万元。今年以来新增就业 900 人。"
    assert [row[1] for row in _told(text, "period")] == ["2033-01"] * 3


def test_in_december_what_has_come_together_is_the_year() -> None:
    text = "东岭县人社局2033年12月月报\n\n当月发放 31 万元，累计发放 390 万元。"
    assert _told(text, "period") == [("31", "2033-12"), ("390", "2033")]


def test_the_month_before_is_of_its_figure_alone_whatever_that_is_of() -> None:
    text = f"{_MONTHLY}上月登记失业人员 1206 人，本月登记 1320 人。上月末参保 9.1 万人。"
    assert _told(text, "period")[:2] == [("1206", "2033-07"), ("1320", "2033-08")]


def test_the_quarter_before_is_that_before_the_one_of_the_paper() -> None:
    text = f"{_QUARTERLY}上季度受理申请 186 件，本季度受理 201 件。"
    assert _told(text, "period") == [("186", "2033-04/2033-06"), ("201", "2033-07/2033-09")]


def test_a_month_within_the_months_told_is_named_before_what_was_new() -> None:
    text = "东岭县2033年1—10月就业工作进展\n\n1—10月，新增就业 4.8 万人。其中，10月新增 4900 人。"
    assert _told(text, "period") == [("4.8", "2033-01/2033-10"), ("4900", "2033-10")]


def test_this_year_behind_a_month_of_last_year_is_the_same_month() -> None:
    text = f"{_MONTHLY}去年8月新增就业 980 人，今年同比增长 4.1%。"
    assert _told(text, "period") == [("980", "2032-08"), ("4.1", "2033-08")]


def test_an_aim_of_the_year_is_not_of_the_months_and_what_was_done_of_it_is_since_january() -> None:
    text = f"{_QUARTERLY}全年目标任务为新增就业 5.6 万人，已完成 4.3 万人。"
    assert _told(text, "period", "kind") == [
        ("5.6", "2033", "target"),
        ("4.3", "2033-01/2033-09", "actual"),
    ]


def test_what_has_been_done_of_an_aim_by_now_is_since_january() -> None:
    text = f"{_QUARTERLY}全年任务为检查企业 200 家，目前已检查 156 家。"
    assert _told(text, "period") == [("200", "2033"), ("156", "2033-01/2033-09")]


@pytest.mark.parametrize("text", ["连续3月发放补贴 100 元。", "每满3月支付 100 元。"])
def test_months_that_are_counted_are_no_month(text: str) -> None:
    assert [row[1] for row in _told(_MONTHLY + text, "period")] == ["2033-08"]


def test_what_the_months_of_the_paper_brought_is_no_plan() -> None:
    text = f"{_QUARTERLY}本年度任务为转移就业 36 万人次；三季度完成 8.2 万人次，年初至今 31.5 万人次。"
    assert _told(text, "period", "kind") == [
        ("36", "2033", "target"),
        ("8.2", "2033-07/2033-09", "actual"),
        ("31.5", "2033-01/2033-09", "actual"),
    ]


def test_what_the_year_before_had_in_its_budget_is_an_amount_of_that_year() -> None:
    text = f"{_BUDGET}会议费 6.10 万元（上年 7.20 万元），培训费 9.50 万元（上年仅安排培训费 4.80 万元）。"
    assert _told(text, "period", "kind", kind="budget", year=2034) == [
        ("6.10", "2034", "amount"),
        ("7.20", "2033", "amount"),
        ("9.50", "2034", "amount"),
        ("4.80", "2033", "amount"),
    ]


def test_the_budgets_of_two_years_beside_what_was_left_are_of_no_rest() -> None:
    text = f"{_BUDGET}上年结转 52 万元，上年预算数 740 万元，本年预算数 790 万元。"
    assert _told(text, "period", "subject", "indicator_id", kind="budget", year=2034) == [
        ("52", "2034", "上年结转", "carryover"),
        ("740", "2033", "预算数", None),
        ("790", "2034", "预算数", None),
    ]


def test_the_year_before_without_a_figure_dates_nothing_behind_it() -> None:
    text = f"{_BUDGET}上年一次性项目较多，公务接待费 2.10 万元。"
    assert _told(text, "period", kind="budget", year=2034) == [("2.10", "2034")]
