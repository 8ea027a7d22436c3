"""Targets against outcomes and disagreements, over statements written by hand and over the seeds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from hrss_tui.pack.read import Pack
from hrss_tui.query.indicators import Statement, indicators
from hrss_tui.query.outcomes import amount, disagreements, earlier, outcomes
from hrss_tui.reference.indicators import indicators as reference
from hrss_tui.reference.spending import own_indicators


def stated(printed: str, **other: Any) -> Statement:
    values: dict[str, Any] = {
        "indicator_id": "jobs",
        "indicator": "就业",
        "indicator_en": "Jobs",
        "subject": "就业",
        "period": "2030",
        "kind": "actual",
        "operator": "=",
        "value": float(printed),
        "unit": "万人",
        "place": "65",
        "printed": printed,
        "table": "observations",
        "record_id": printed,
        "doc_id": "a",
        "line_start": 1,
        "line_end": 1,
        **other,
    }
    return Statement(**values)


def test_amounts_are_exact_and_without_multiplier() -> None:
    assert amount(stated("47.74")) == (Decimal("477400.00"), "人")
    assert amount(stated("1.5", unit="亿元")) == (Decimal("150000000.0"), "元")
    assert amount(stated("5", unit="%")) == (Decimal(5), "%")
    assert amount(stated("5", value=None)) is None


@pytest.mark.parametrize(
    ("operator", "printed", "met"),
    [("=", "40", False), ("=", "50", True), (">=", "50", True), ("<=", "40", True), ("<=", "60", False)],
)
def test_a_target_is_met_in_its_own_direction(operator: str, printed: str, met: bool) -> None:
    target = stated("50", kind="target", operator=operator)
    (found,) = outcomes([target, stated(printed)])
    assert found.met is met


@pytest.mark.parametrize(
    ("aim", "operator", "printed", "given", "met"),
    [
        ("50", "~", "49.87", {}, None),  # about 50
        ("50", "~", "50.1", {}, True),
        ("5", "~", "5.2", {"unit": "%", "ceiling": True}, None),
        ("5.0", "<=", "5.2", {"unit": "%", "operator": "~", "ceiling": True}, False),
        ("5.0", "<=", "5.03", {"unit": "%", "ceiling": True}, False),
        ("5.15", "<=", "5.2", {"unit": "%", "ceiling": True}, None),  # 5.2 may be 5.15
        ("8.64", "=", "8.6", {}, None),  # 8.6 may be 8.64
        ("8.69", "=", "8.6", {}, None),  # or have been cut off
        ("8.70", "=", "8.6", {}, False),
        ("8.64", "=", "8.60", {}, False),
        ("204", "=", "200", {"operator": "~"}, None),
        ("260", "=", "200", {"operator": "~"}, None),
        ("310", "=", "200", {"operator": "~"}, False),
        ("204", "=", "200", {}, False),
        ("8.6", ">", "8.6", {}, None),
        ("8.6", ">", "8.7", {}, True),
        ("8.6", "<", "8.6", {}, None),
        ("8.6", "<", "8.5", {}, True),
    ],
)
def test_a_target_is_not_missed_by_what_rounding_leaves_open(
    aim: str, operator: str, printed: str, given: dict[str, Any], met: bool | None
) -> None:
    """As the checks have it (`target_outcome`): an explorer that said otherwise would contradict them."""
    ceiling = {"indicator_id": "urban_registered_unemployment_rate"} if given.get("ceiling") else {}
    unit = {"unit": given.get("unit", "万人")}
    target = stated(aim, kind="target", operator=operator, **unit, **ceiling)
    actual = stated(printed, operator=given.get("operator", "="), **unit, **ceiling)
    (found,) = outcomes([target, actual])
    assert (found.met, found.doubt) == (met, "rough" if met is None else "")


@pytest.mark.parametrize(
    "other", [{"unit": "万人次"}, {"period": "2029"}, {"change": "increase"}, {"indicator_id": "other"}]
)
def test_what_is_not_alike_is_not_compared(other: dict[str, Any]) -> None:
    assert outcomes([stated("50", kind="target"), stated("40", **other)]) == ()


@pytest.mark.parametrize(
    "other",
    [
        {"period": "2030/2033"},
        {"period": "2030-06-30"},
        *({"operator": operator} for operator in ("<=", "<", ">=", ">")),
    ],
)
def test_a_bound_a_span_and_a_part_of_a_year_are_no_outcome_of_it(other: dict[str, Any]) -> None:
    assert outcomes([stated("50", kind="target"), stated("60", **other)]) == ()


def test_a_value_at_the_end_of_a_year_is_its_outcome() -> None:
    (found,) = outcomes([stated("50", kind="target"), stated("60", period="2030-12-31")])
    assert found.met


@pytest.mark.parametrize(
    ("day", "operator", "printed", "met"),
    [
        ("2030-09-11", ">=", "40", None),
        ("2030-09-11", ">=", "50", True),
        ("2030-09-11", "<=", "40", None),
        ("2030-12-29", ">=", "40", False),
        ("2031-03-02", ">=", "40", False),
        (None, ">=", "40", False),
    ],
)
def test_a_year_that_is_not_over_has_missed_nothing_yet(
    day: str | None, operator: str, printed: str, met: bool | None
) -> None:
    target = stated("50", kind="target", operator=operator, doc_id="plan")
    (found,) = outcomes([target, stated(printed)], days={"a": day})
    assert found.met is met


def test_the_whole_year_is_the_outcome_where_a_part_of_it_is_told_too() -> None:
    target = stated("50", kind="target", doc_id="plan")
    (found,) = outcomes([target, stated("31"), stated("52", doc_id="b")], days={"a": "2030-08-01"})
    assert (found.actual.printed, found.met) == ("52", True)


def test_what_departments_of_a_place_have_is_not_one_thing_nor_are_budget_and_accounts() -> None:
    own = {"indicator_id": "official_hospitality", "unit": "万元"}
    water, schools = {**own, "department": "水利局"}, {**own, "department": "教育局", "doc_id": "b"}
    assert disagreements([stated("5", phase="budget", **water), stated("9", phase="budget", **schools)]) == ()
    both = [stated("5", phase="budget", **water), stated("4", phase="final", doc_id="c", **water)]
    assert disagreements(both) == ()
    assert disagreements([stated("5", **own), stated("9", doc_id="b", **own)]) == ()
    again = [stated("5", phase="budget", **water), stated("9", phase="budget", doc_id="d", **water)]
    assert len(disagreements(again)) == 1
    region = [stated("5", department="水利局"), stated("9", department="教育局", doc_id="b")]
    assert len(disagreements(region)) == 1


def test_money_of_a_budget_without_an_area_is_of_its_department() -> None:
    health = {"indicator_id": "health_expenditure", "unit": "万元", "phase": "budget"}
    water, schools = {**health, "department": "水利局"}, {**health, "department": "教育局", "doc_id": "b"}
    assert disagreements([stated("37", **water), stated("52", **schools)]) == ()
    assert len(disagreements([stated("37", **water), stated("52", **{**water, "doc_id": "c"})])) == 1
    area = [stated("37", **water, scope="全区"), stated("52", **schools, scope="全区")]
    assert len(disagreements(area)) == 1
    people = [stated("37", **{**water, "unit": "人"}), stated("52", **{**schools, "unit": "人"})]
    assert len(disagreements(people)) == 1


def test_indicators_of_a_body_are_known_indicators() -> None:
    known = {each.indicator_id for each in reference()}
    assert own_indicators() <= known
    assert {
        each for each in known if each.startswith(("asset_", "official_", "procurement"))
    } <= own_indicators()


def test_what_is_only_expected_is_no_aim_and_disagrees_with_none() -> None:
    expected, aim = stated("53", kind="target", scope_note="预计"), stated("50", kind="target", doc_id="plan")
    assert disagreements([expected, aim]) == ()
    assert outcomes([expected, stated("52", doc_id="b")]) == ()
    (found,) = outcomes([expected, aim, stated("52", doc_id="b")])
    assert found.target.printed == "50"


def test_an_aim_is_not_missed_by_what_is_told_of_the_year_so_far() -> None:
    aim = stated("50", kind="target", doc_id="plan")
    (found,) = outcomes([aim, stated("43", scope_note="今年以来", doc_id="b")])
    assert (found.met, found.doubt) == (None, "so_far")


def test_two_documents_that_state_different_values_disagree() -> None:
    (found,) = disagreements([stated("4.00"), stated("4.0", doc_id="b"), stated("4.1", doc_id="c")])
    assert len(found.statements) == 3
    assert disagreements([stated("4.00"), stated("40000", unit="人", doc_id="b")]) == ()


@pytest.mark.parametrize(
    ("kind", "values", "disagree"),
    [
        ("actual", [("33.26", "万人"), ("33.3", "万人"), ("332600", "人")], False),
        ("actual", [("33.26", "万人"), ("33.4", "万人")], True),
        ("actual", [("33.26", "万人"), ("33.27", "万人"), ("33.3", "万人")], True),
        ("actual", [("332600", "人"), ("332601", "人")], True),
        ("target", [("33.26", "万人"), ("33.3", "万人")], True),
    ],
)
def test_a_rounded_value_is_no_contradiction(
    kind: str, values: list[tuple[str, str]], disagree: bool
) -> None:
    rows = [stated(value, unit=unit, doc_id=str(i), kind=kind) for i, (value, unit) in enumerate(values)]
    assert bool(disagreements(rows)) is disagree


@pytest.mark.parametrize("phase", ["final", None])
@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("培训费支出", "培训费支出预算", False),
        ("培训费支出年初预算数", "培训费支出", False),
        ("培训费支出年初预算", "培训费支出全年预算数", False),
        ("支出预算 培训费", "培训费支出决算", False),
        ("一般公共预算培训费支出", "培训费支出调整预算数", False),
        ("培训费预算", "培训费支出预算数", True),
        ("培训费支出", "一般公共预算培训费", True),
        ("培训费支出决算数", "培训费支出", True),
    ],
)
def test_a_budget_and_its_outcome_do_not_disagree(
    name: str, other: str, alike: bool, phase: str | None
) -> None:
    given = {"phase": phase, "unit": "万元", "department": "某局", "kind": "amount" if phase else "actual"}
    rows = [stated("38.20", subject=name, **given), stated("41.50", subject=other, **given)]
    assert bool(disagreements(rows)) is alike


def test_in_a_budget_what_is_named_so_is_what_all_of_it_is() -> None:
    given = {"phase": "budget", "unit": "万元", "department": "某局", "kind": "amount"}
    for name in ("会议费预算", "会议费年初预算数"):
        rows = [stated("7.30", subject="会议费", **given), stated("7.90", subject=name, **given)]
        assert disagreements(rows), name


@pytest.mark.parametrize("named", [True, False])
def test_a_change_is_one_of_the_outcome_or_of_the_budget_as_it_says(named: bool) -> None:
    given = {"phase": "final", "unit": "万元", "department": "某局", "kind": "amount"}
    spent = stated("38.20", subject="培训费支出", **given)
    budget = stated("41.50", subject="培训费支出预算", **given)
    subject = "培训费支出预算比上年增加" if named else "培训费支出比上年增加"
    change = stated("1.10", subject=subject, change="increase", against="上年", **given)
    found = earlier([spent, budget, change])
    assert [one.whole for one in found] == [budget if named else spent]


def test_derived_values_disagree_only_beyond_rounding() -> None:
    def pair(doc: str, whole: str, by: str) -> list[Statement]:
        change = stated(by, doc_id=doc, kind="actual", change="increase", against="上年末")
        return [stated(whole, doc_id=doc), change]

    close = [*pair("a", "10.00", "1.00"), *pair("b", "10.51", "1.50")]
    assert [one.value for one in earlier(close)] == [Decimal(90000), Decimal("90100.00")]
    assert [one for one in disagreements(close) if one.derived] == []
    apart = [*pair("a", "10.00", "1.00"), *pair("b", "10.60", "1.50")]
    (found,) = [one for one in disagreements(apart) if one.derived]
    assert found.period == "2029"


@pytest.mark.parametrize(
    ("period", "against", "before"),
    [
        ("2031", "上年", "2030"),
        ("2031", "同比", "2030"),
        ("2031", "2025年", "2025"),
        ("2031-12-31", "上年末", "2030"),
        ("2031-06-30", "上年末", "2030"),
        ("2031-01/2031-03", "同比", "2030-01/2030-03"),
        ("2031-01/2031-03", "上年同期", "2030-01/2030-03"),
        ("2031-05", "2029年同期", "2029-05"),
        ("2031-05", "上月", ""),
        ("2031-09-30", "上年9月末", "2030-09-30"),
        ("2031-06-30", "2028年6月底", "2028-06-30"),
        ("2031-09-30", "上年同期末", "2030-09-30"),
        ("2031-09-30", "上年6月末", ""),
        ("2031-01/2031-08", "上年1月至8月", "2030-01/2030-08"),
        ("2031-12-31", "上年10月末", ""),
        ("2031-12-31", "上年12月末", "2030"),
        ("2031-06-30", "上年上半年末", "2030-06-30"),
        ("2028/2031", "上年", ""),
    ],
)
def test_a_part_of_a_year_is_measured_against_the_same_part_of_the_year_before(
    period: str, against: str, before: str
) -> None:
    change = stated("1.00", kind="actual", change="increase", against=against, period=period)
    assert [one.period for one in earlier([stated("9.00", period=period), change])] == [before]


@pytest.mark.parametrize(
    ("against", "derived"),
    [
        ("上年同期", True),
        ("“十三五”末", True),
        ("改革前", True),
        ("", True),
        (None, True),
        ("邻市", False),
        ("江西省", False),
        ("支出", False),
        ("男性", False),
        ("全国平均", False),
        ("上年全省平均水平", False),
        ("年度目标", False),
    ],
)
def test_no_earlier_value_follows_from_another_place_another_thing_a_mean_or_an_aim(
    against: str | None, derived: bool
) -> None:
    change = stated("1.70", kind="actual", change="decrease", against=against)
    assert bool(earlier([stated("8.40"), change])) is derived


@pytest.mark.parametrize("kind", ["actual", "target"])
def test_a_change_is_one_of_a_value_of_its_own_kind(kind: str) -> None:
    """A target told beside what was reached did not grow by what that did."""
    other = {"actual": "target", "target": "actual"}[kind]
    change = stated("0.75", kind=kind, change="decrease", against="上年")
    beside, whole = stated("6.30", kind=other), stated("6.85", kind=kind)
    for rows in ([beside, whole, change], [whole, change, beside]):
        assert [(one.whole, one.value) for one in earlier(rows)] == [(whole, Decimal("76000.00"))]
    assert earlier([beside, change]) == ()


def test_a_change_is_one_of_the_value_it_stands_beside() -> None:
    summary, own = stated("6.8", line_start=3, line_end=3), stated("6.83", line_start=20, line_end=20)
    later = stated("6.9", line_start=31, line_end=31)
    change = stated("0.11", change="increase", against="上年", line_start=20, line_end=20)
    assert [one.whole for one in earlier([summary, own, later, change])] == [own]
    assert [one.whole for one in earlier([later, summary, change])] == [summary]


@pytest.mark.parametrize(("whole", "by"), [(">", "="), ("=", ">="), ("<=", "="), ("~", "="), ("=", "~")])
def test_from_a_bound_or_a_rough_figure_no_earlier_value_follows(whole: str, by: str) -> None:
    change = stated("1.20", change="increase", against="上年", operator=by)
    assert earlier([stated("7.40", operator=whole), change]) == ()


def test_the_target_of_2021_for_new_urban_jobs_was_met(pack: Pack) -> None:
    found = {one.indicator_id: one for one in outcomes(indicators(pack, None))}
    one = found["urban_new_jobs"]
    assert (one.target.printed, one.actual.printed, one.met) == ("46", "47.74", True)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({}, {}, 1),
        ({"place": "65"}, {"place": "6501"}, 0),
        ({"place": "nation"}, {"place": "65"}, 0),
        ({"place": None}, {"place": None}, 0),
        ({"scope": "全区"}, {}, 1),
        ({"scope": "区属"}, {"scope": "全区"}, 0),
    ],
)
def test_only_figures_of_one_known_place_and_scope_are_compared(
    one: dict[str, Any], other: dict[str, Any], count: int
) -> None:
    target, actual = stated("50", kind="target", **one), stated("40", doc_id="b", **other)
    assert len(outcomes([target, actual])) == count
    pair = [stated("50", **one), stated("40", doc_id="b", **other)]
    assert len(disagreements(pair)) == count


def test_within_a_document_of_no_known_place_figures_are_of_one_place() -> None:
    pair = [stated("50", kind="target", place=None), stated("40", place=None)]
    assert len(outcomes(pair)) == 1


def test_a_target_that_a_plan_sets_for_a_place_stands_beside_the_one_it_sets_itself() -> None:
    own, actual = stated("50", kind="target"), stated("45")
    above = stated("40", kind="target", doc_id="plan", table="prefecture_values")
    found = outcomes([own, actual], [above])
    assert [(one.target.doc_id, one.met) for one in found] == [("a", False), ("plan", True)]
    assert disagreements([own, actual]) == ()
    elsewhere = stated("40", kind="target", doc_id="plan", place="6501")
    assert len(outcomes([own, actual], [elsewhere])) == 1


def test_twelve_months_are_the_year() -> None:
    target, half = stated("50", kind="target"), stated("26", period="2030-01/2030-06")
    year = stated("48", period="2030-01/2030-12", doc_id="b")
    (found,) = outcomes([target, half, year])
    assert (found.actual, found.met) == (year, False)
    assert outcomes([target, half, stated("99", period="2029-01/2030-12")]) == ()
    assert len(disagreements([stated("47"), year])) == 1
    assert disagreements([stated("48"), year]) == ()
