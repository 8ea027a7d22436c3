"""What one slip of the pen would explain."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hrss_tui.compile.checks.basics.slips import slip_of


@pytest.mark.parametrize(
    ("stated", "computed", "words"),
    [
        ("742.16", "42.16", "多出一位"),
        ("7421600", "421622", "多出一位"),
        ("624.30", "642.30", "颠倒"),
        ("50", "5", "10 倍"),
        ("58.30", "5.8252427", "10 倍"),
        ("58.40", "5.8252427", ""),
        ("0.66", "6.551724", "10 分之一"),
        ("0.7", "6.551724", ""),
        ("0.65", "6.551724", ""),
        ("0.3", "30", "100 分之一"),
        ("31.2", "312000", "10000 分之一"),
        ("61.2", "37.9", ""),
        ("15", "5", ""),
        ("0", "5", ""),
        ("101", "100", ""),
        ("64285.73", "64285.37", "颠倒"),
        ("64285.73", "64285.13", ""),
        ("64285.73", "64285.48", ""),
        ("3906152.84", "3906152.04", ""),
    ],
)
def test_a_slip_is_named_only_where_one_would_do(stated: str, computed: str, words: str) -> None:
    error = min(Decimal(computed) * Decimal("0.00001"), Decimal("0.015"))
    found = slip_of(Decimal(stated), Decimal(computed), error)
    assert (words in found) if words else found == ""
