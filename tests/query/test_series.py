"""Series of what happened: one per indicator, place and unit, a value a year; and how they are drawn."""

from __future__ import annotations

from decimal import Decimal

from hrss_tui.query.series import series
from hrss_tui.tui.paint.glyphs import ASCII, UNICODE, curve
from tests.query.test_outcomes import stated


def test_only_what_happened_to_one_thing_is_a_series() -> None:
    rows = [
        stated("10", period="2030", kind="actual"), stated("14", period="2032", kind="actual"), stated("99", period="2032", kind="actual"),
        stated("50", period="2031", kind="target"), stated("7", period="2031/2032", kind="actual"),
        stated("3", period="2031", kind="actual", change="increase"),
    ]  # fmt: skip
    (one,) = series(rows)
    assert [(point.year, point.value) for point in one.points] == [
        (2030, Decimal(100000)),
        (2032, Decimal(140000)),
    ]
    assert one.percent == 40
    assert one.levels(8) == [0, None, 7]
    assert series(rows[:1]) == ()


def test_a_rate_changes_by_points() -> None:
    (one,) = series([stated("4.3", period="2030", unit="%"), stated("3.9", period="2031", unit="%")])
    assert one.difference == Decimal("-0.4")
    (other,) = series([stated("4.3", period="2030"), stated("3.9", period="2031")])
    assert other.difference is None


def test_of_statements_that_agree_the_one_rounded_least_counts() -> None:
    rows = [
        stated("3.1", period="2030", unit="%"),
        stated("2.7", period="2031", unit="%"),
        stated("2.68", period="2031", unit="%"),
        stated("2.683", period="2031", unit="%"),
        stated("2.9411", period="2031", unit="%"),
    ]
    (one,) = series(rows)
    assert [point.value for point in one.points] == [Decimal("3.1"), Decimal("2.683")]


def test_places_are_apart() -> None:
    rows = [
        stated(str(n), period=str(2030 + n), kind="actual", place=place)
        for n in (1, 2, 3)
        for place in ("61", "65")
    ]
    assert [one.place for one in series(rows)] == ["61", "65"]
    assert series(rows)[0].levels(3) == [0, 1, 2]


def test_a_curve_is_read_without_colours() -> None:
    assert curve([0, None, 7, 3], UNICODE) == "▁·█▄"
    assert curve([0, None, 7, 3], ASCII) == "1.84"
    flat = series([stated("5", period=year, kind="actual") for year in ("2030", "2031")])
    assert flat[0].levels(8) == [0, 0]
    assert flat[0].percent == 0


def test_departments_of_a_place_have_series_of_their_own_and_say_whose() -> None:
    rows = [
        stated(str(n), period=str(2030 + n), indicator_id="asset_vehicles", unit="辆", department=name, doc_id=f"{name}{n}")
        for n in (1, 2)
        for name in ("水利局", "教育局")
    ]  # fmt: skip
    assert sorted((one.department, len(one.points)) for one in series(rows)) == [("教育局", 2), ("水利局", 2)]
    (region,) = series(
        [stated("1", period="2031", department="水利局"), stated("2", period="2032", department="教育局")]
    )
    assert region.department is None
