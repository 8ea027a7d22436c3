"""Several documents, kinds and units of one metric: never mixed in one column, share, rank, index or sum."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.query.compare import Comparison, compare, metrics
from hrss_tui.query.compared import differing, in_one_unit, passed_over
from hrss_tui.query.figures import figures
from hrss_tui.query.prefecture import one_prefecture
from hrss_tui.query.totals import adds_up, totals
from hrss_tui.records import Document, PrefectureValue
from tests.query.handmade import filled, pack_of, prefecture, value

PLACES = [prefecture("0001", "甲"), prefecture("0002", "乙"), prefecture("0003", "丙")]


def of(doc_id: str, unit: str, *rows: PrefectureValue) -> list[PrefectureValue]:
    return [msgspec.structs.replace(row, doc_id=doc_id, unit=unit) for row in rows]


def issued(doc_id: str, date: str | None) -> Document:
    return filled(Document, doc_id=doc_id, date=date)


def mixed() -> Pack:
    """甲 and 乙 in 万人, 丙 in 人."""
    return pack_of(
        *PLACES,
        *of("a", "万人", value("0001", "2"), value("0002", "1.5")),
        *of("b", "人", value("0003", "15000")),
    )


def test_values_in_multiples_of_a_unit_are_measured_in_the_unit() -> None:
    rows = compare(mixed(), Comparison())
    assert [(row.prefecture, row.printed, row.unit, row.rank, row.share, row.index) for row in rows] == [
        ("甲", "2", "万人", 1, 40.0, 120.0),
        ("乙", "1.5", "万人", 2, 30.0, 90.0),
        ("丙", "15000", "人", 2, 30.0, 90.0),
    ]
    based = compare(mixed(), Comparison(base="丙"))
    assert [row.index for row in based] == [133.3333, 100.0, 100.0]


def test_in_one_column_they_are_shown_in_the_unit() -> None:
    rows = in_one_unit(compare(mixed(), Comparison()))
    assert [(row.printed, row.value, row.unit) for row in rows] == [
        ("20000", 20000.0, "人"),
        ("15000", 15000.0, "人"),
        ("15000", 15000.0, "人"),
    ]
    assert [(row.status, row.printed) for row in totals(rows)] == [
        ("total", "50000"),
        ("mean", "16666.7"),
        ("median", "15000"),
    ]


def test_what_counts_something_else_is_not_measured_against_it() -> None:
    pack = pack_of(
        *PLACES,
        *of("a", "万人", value("0001", "2"), value("0002", "1")),
        *of("b", "万人次", value("0003", "6")),
    )
    rows = compare(pack, Comparison())
    assert [(row.rank, row.share) for row in rows] == [(1, 66.6667), (2, 33.3333), (1, 100.0)]
    assert differing(in_one_unit(rows)) == (False, False, True)
    assert totals(in_one_unit(rows)) == []


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_documents_the_one_issued_last_is_shown_and_the_other_counted(turned: bool) -> None:
    values = [
        *of("early", "万人", value("0001", "2"), value("0002", "3")),
        *of("late", "万人", value("0001", "4"), value("0002", "3")),
        *of("undated", "万人", value("0001", "9")),
    ]
    documents = [issued("early", "2030-02-01"), issued("late", "2030-09-01"), issued("undated", None)]
    order = values[::-1] if turned else values
    pack = pack_of(*documents, *PLACES, *order)
    rows = compare(pack, Comparison())
    assert [(row.prefecture, row.printed, row.doc_id) for row in rows] == [
        ("甲", "4", "late"),
        ("乙", "3", "late"),
    ]
    left = passed_over(pack, rows)
    assert (left.kinds, left.otherwise) == ({}, 2)


@pytest.mark.parametrize("turned", [False, True])
def test_a_target_and_an_outcome_are_never_side_by_side(turned: bool) -> None:
    values = [
        value("0001", "2"),
        value("0002", "1"),
        value("0001", "3", kind="actual"),
        value("0003", "7", kind="actual"),
    ]
    pack = pack_of(*PLACES, *(values[::-1] if turned else values))
    rows = compare(pack, Comparison(metrics=("jobs",)))
    assert [(row.prefecture, row.printed, row.kind) for row in rows] == [
        ("甲", "2", "target"),
        ("乙", "1", "target"),
    ]
    assert passed_over(pack, rows).kinds == {"actual": 1}
    done = compare(pack, Comparison(kind="actual"))
    assert [(row.prefecture, row.printed, row.share) for row in done] == [
        ("甲", "3", 30.0),
        ("丙", "7", 70.0),
    ]
    with pytest.raises(NothingFoundError, match="累计"):
        compare(pack, Comparison(kind="cumulative"))
    assert [(one.metric, one.kind) for one in metrics(pack)] == [("jobs", "target")]


def test_the_page_of_a_prefecture_has_both_with_ranks_of_their_own() -> None:
    values = [
        value("0001", "2"),
        value("0002", "5"),
        value("0001", "9", kind="actual"),
        msgspec.structs.replace(value("0001", "1", year=2029, kind="actual"), line_start=7),
    ]
    one = one_prefecture(pack_of(*PLACES, *values), "甲")
    assert [(each.row.kind, each.row.printed, each.row.rank, each.of) for each in one.standings] == [
        ("target", "2", 2, 2),
        ("actual", "9", 1, 1),
    ]


def test_the_page_of_a_prefecture_has_the_other_years_of_the_row_of_a_table() -> None:
    """上年资金 | 本年资金: each with the rank of its year."""
    values = [
        value("0001", "5"),
        value("0001", "6", year=2029),
        value("0002", "7", year=2029),
        value("0001", "4", year=2028, kind="actual"),
    ]
    one = one_prefecture(pack_of(*PLACES, *values), "甲")
    assert [(each.row.year, each.row.kind, each.row.printed, each.row.rank) for each in one.standings] == [
        (2030, "target", "5", 1),
        (2029, "target", "6", 2),
        (2028, "actual", "4", 1),
    ]


def test_places_in_an_order_and_changes_are_no_parts_of_a_sum() -> None:
    """What there is of each can be added up: not the places, and of changes some are against others."""
    values = [
        *(value("0001", "3", kind="rank"), value("0002", "1", kind="rank"), value("0003", "2", kind="rank")),
        *(value(code, number, kind="change") for code, number in (("0001", "9"), ("0002", "-4"))),
    ]
    pack = pack_of(*PLACES, *values)
    ranks = compare(pack, Comparison(metrics=("jobs",), kind="rank"))
    assert [(row.printed, row.share, row.rank, row.index) for row in ranks] == [
        ("3", None, None, None),
        ("1", None, None, None),
        ("2", None, None, None),
    ]
    assert not totals(ranks)
    changes = compare(pack, Comparison(metrics=("jobs",), kind="change"))
    assert [(row.share, row.rank, row.lacks_whole) for row in changes] == [
        (None, 1, False),
        (None, 2, False),
    ]
    assert {row.kind: row.additive for row in figures(pack)} == {"rank": False, "change": True}


def test_a_newer_year_comes_before_an_earlier_kind() -> None:
    pack = pack_of(*PLACES, value("0001", "2"), value("0001", "3", year=2031, kind="actual"))
    assert [row.printed for row in compare(pack, Comparison(metrics=("jobs",)))] == ["3"]
    assert [row.printed for row in compare(pack, Comparison(metrics=("jobs",), year=2030))] == ["2"]
    assert [row.year for row in compare(pack, Comparison(kind="target"))] == [2030]


@pytest.mark.parametrize(
    ("unit", "has"),
    [("万人", True), ("元", True), ("%", False), ("个百分点", False), ("元/人", False), ("元/人/月", False)],
)
def test_what_is_so_much_for_one_has_no_sum(unit: str, has: bool) -> None:
    assert adds_up(unit) is has
    pack = pack_of(*PLACES, *of("a", unit, value("0001", "2"), value("0002", "1")))
    rows = compare(pack, Comparison())
    assert [row.status for row in totals(rows)] == ["total", "mean", "median"][0 if has else 1 :]
    assert {row.additive for row in figures(pack)} == {has}


def test_sums_are_exact() -> None:
    pack = pack_of(*PLACES, *of("a", "万人", value("0001", "0.1"), value("0002", "0.2")))
    (whole, *_) = totals(in_one_unit(compare(pack, Comparison())))
    assert Decimal(whole.printed) == Decimal("0.3")
