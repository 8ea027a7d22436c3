"""Parts in percent of a whole: rounded once, halves up, whatever the number of decimals that is shown."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from hrss_tui.query.averages import averages
from hrss_tui.query.filings.years import Row
from hrss_tui.query.percents import beside_whole, percent_of, percent_text


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (1_234_496, 10_000_000, "12.34"),  # 12.34496: four decimals are 12.3450
        (1_234_500, 10_000_000, "12.35"),  # a half
        (-1_234_496, 10_000_000, "-12.34"),
        (1_005, 100_000, "1.01"),  # 1.005, which no float is
        (67_125, 100_000, "67.13"),  # a float that is exactly a half
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (0, 7, "0.00"),
    ],
)
def test_a_share_is_rounded_once(part: int, whole: int, said: str) -> None:
    share = percent_of(part, whole)

    assert share is not None
    assert percent_text(share, 2) == said


def test_every_share_of_a_whole_is_the_nearest_at_any_number_of_decimals() -> None:
    whole = 2_000_003
    for part in range(1, whole, 1_009):
        share = percent_of(part, whole)
        assert share is not None
        for places in range(4):
            nearest = int(Fraction(part * 100 * 10**places, whole) + Fraction(1, 2))
            assert percent_text(share, places) == f"{Decimal(nearest).scaleb(-places):f}", (part, places)


def test_four_decimals_are_given_where_they_do() -> None:
    assert percent_of(117_176, 5_983_155) == 1.9584
    assert percent_of(1_234_496, 10_000_000) == 12.34496


def test_what_has_no_share_has_none() -> None:
    assert percent_of(5, 0) is None
    assert percent_of(None, 5) is None
    assert percent_of(5, None) is None


@pytest.mark.parametrize("value", [1e308, -1e308, 5e-324, float("inf"), float("nan")])
def test_what_no_share_is_is_shown_and_ends_nothing(value: float) -> None:
    assert percent_text(value, 2, signed=True)


def test_a_mean_is_rounded_as_by_hand() -> None:
    found = averages([Decimal("4.5"), Decimal("4.0"), Decimal("3.5"), Decimal("4.5")])

    assert found is not None
    assert found.mean == Decimal("4.13")  # 16.5 / 4 = 4.125


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (10_000, 1_235, "12.4"),  # 12.35: a hundred less 87.65 is 12.349999999999994 as floats
        (100_000_000, 12_349_960, "12.3"),  # the change is -87.65004, which four decimals cut to a half
        (-2_000, -1_000, "50.0"),
        (2_000, 2_500, "125.0"),
        (2_000, 0, "0.0"),
        (0, 500, None),
        (None, 500, None),
        (500, None, None),
    ],
)
def test_how_much_was_spent_is_of_the_amounts(first: int | None, last: int | None, said: str | None) -> None:
    change = None if first is None or last is None else last - first
    row = Row(
        "208",
        "208",
        "社会保障",
        1,
        (first, last),
        ("a", "b"),
        change,
        percent_of(change, first),
        None,
        "",
        None,
    )

    assert (None if row.rate is None else percent_text(row.rate, 1)) == said


def test_one_column_has_no_rate() -> None:
    assert Row("208", "208", "社会保障", 1, (500,), ("a",), None, None, None, "", None).rate is None


def test_a_sum_of_percentages_is_rounded_as_they_are() -> None:
    assert percent_text(Decimal("12.25") + Decimal("0.00"), 1) == "12.3"
    assert percent_text(Decimal("-0.125"), 2) == "-0.13"


@pytest.mark.parametrize(
    ("value", "said"),
    [(99.99714285714286, "99.997"), (99.96, "99.96"), (99.94, "99.9"), (100.0, "100.0"), (100.04, "100.04"),
     (100.06, "100.1"), (0.0, "0.0"), (1234.56, "1,234.6"), (100.0000000000004, "100.000000000000")],
)  # fmt: skip
def test_what_is_not_the_whole_is_not_shown_as_it(value: float, said: str) -> None:
    """A target that was missed by one of 35,000 was missed: 100.0% says that it was met."""
    assert beside_whole(value, 1) == said
