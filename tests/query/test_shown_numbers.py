"""Numbers as people see them: every digit of an amount, no power of ten, no endless fraction."""

from __future__ import annotations

import pytest

from hrss_tui.query.exact import shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (935113882.24, "935,113,882.24"),
        (12345678901.23, "12,345,678,901.23"),
        (98765432109876.0, "98,765,432,109,876"),
        (-1234567890.05, "-1,234,567,890.05"),
        (0.0, "0"),
        (5.10, "5.1"),
        (100 / 3, "33.33333333"),
        (0.0000125, "0.0000125"),
        (4, "4"),
    ],
)
def test_no_digit_of_an_amount_is_lost(value: float, text: str) -> None:
    assert shown(value) == text
    assert shown(-value, signed=True)[1:] == text.removeprefix("-")


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1e300])
def test_what_no_document_prints_is_short(value: float) -> None:
    assert len(shown(value)) < 20
    assert shown(1.5, signed=True) == "+1.5"
