"""A number is what is printed; what is no number in figures is the value that was read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hrss_tui.query.exact import exact, shown, shown_as_printed


@pytest.mark.parametrize(
    ("printed", "number"), [("1,234.50", "1234.50"), ("-0.3", "-0.3"), ("+7", "7"), ("63", "63"), ("8.", "8")]
)
def test_a_printed_number_is_exact(printed: str, number: str) -> None:
    assert str(exact(printed, 1.0)) == number


@pytest.mark.parametrize(
    "printed", ["", "约47", "1e999", "NaN", "inf", "9" * 4000, "0." + "0" * 3000 + "1", "1_0", "٣"]
)
def test_what_is_none_is_the_value(printed: str) -> None:
    assert exact(printed, 47.5) == Decimal("47.5")


@pytest.mark.parametrize(
    ("printed", "value", "shown"),
    [
        ("3.60", 3.6, "3.60"),
        ("1234.50", 1234.5, "1,234.50"),
        ("0.00", 0.0, "0.00"),
        ("约47", 47.0, "47"),
        ("0.86", -0.86, "-0.86"),
    ],
)
def test_a_number_keeps_the_decimals_it_is_printed_with(printed: str, value: float, shown: str) -> None:
    assert shown_as_printed(printed, value) == shown


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.00000000125, "0.000000001"), (1.0000000005, "1.000000001"), (1.0000000015, "1.000000002"), (12.125, "12.125"), (-2.0000000025, "-2.000000003")],
)  # fmt: skip
def test_halves_of_the_last_digit_are_rounded_up_as_everywhere(value: float, said: str) -> None:
    assert shown(value) == said
