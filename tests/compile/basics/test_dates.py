"""Periods as the package writes them, as two days."""

from __future__ import annotations

import pytest

from hrss_tui.compile.basics.dates import days


@pytest.mark.parametrize(
    ("period", "edges"),
    [
        (None, (None, None)),
        ("2032", ("2032-01-01", "2032-12-31")),
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("2032-02-03", ("2032-02-03", "2032-02-03")),
        ("2031-07/2032-06", ("2031-07-01", "2032-06-30")),
        ("2031/2033-04-05", ("2031-01-01", "2033-04-05")),
        ("some day", (None, None)),
        ("2032-13", (None, None)),
        ("2031-02-30", (None, None)),
        ("0000", (None, None)),
    ],
)
def test_a_period_is_two_days(period: str | None, edges: tuple[str | None, str | None]) -> None:
    assert days(period) == edges
