"""A number is what is printed; what is no number in figures is the value that was read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hrss_tui.query.exact import exact


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
