"""Totals of what was compared: exact, of one year and unit only, rates without a sum."""

from __future__ import annotations

import msgspec

from hrss_tui.query.compare import CompareRow, Comparison, compare
from hrss_tui.query.totals import adds_up, totals
from tests.query.handmade import pack_of, prefecture, value


def rows() -> tuple[CompareRow, ...]:
    places = [prefecture(f"990{n}", name, order=n) for n, name in enumerate(("东", "南", "西", "北"), 1)]
    numbers = [value("9901", "0.1"), value("9902", "0.2"), value("9903", "/"), value("9904", "0.05")]
    return compare(pack_of(*places, *numbers), Comparison())


def test_what_does_not_apply_takes_no_part() -> None:
    found = [(row.status, row.printed, row.prefecture_code) for row in totals(rows())]
    assert found == [("total", "0.35", ""), ("mean", "0.117", ""), ("median", "0.1", "")]


def test_two_years_or_units_are_not_put_together() -> None:
    first, *others = rows()
    assert totals((msgspec.structs.replace(first, year=1999), *others)) == []
    assert totals((msgspec.structs.replace(first, unit="人"), *others)) == []


def test_rates_have_no_sum() -> None:
    assert not adds_up("%")
    assert adds_up("万人")
    percent = [msgspec.structs.replace(row, unit="%") for row in rows()]
    assert [row.status for row in totals(percent)] == ["mean", "median"]
