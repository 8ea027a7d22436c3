"""What an indicator was over the years: one series per indicator, place, scope and unit, of what happened.

series(statements)     # the longest first; targets, changes and spans of years are not part of one
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from hrss_tui.query.indicators import Statement
from hrss_tui.query.outcomes import Matter, amount, half_unit, matter, of_body, year_of


class Point(msgspec.Struct, frozen=True):
    """The value of a year in the unit without multiplier, and the statement it is from."""

    year: int
    value: Decimal
    stated: Statement


class Series(msgspec.Struct, frozen=True):
    """Values of one thing, a year each, the earliest first; `place` is None where it is unknown.

    `department` is whose it is, where it is of a body and not of the place.
    """

    indicator_id: str
    place: str | None
    scope: str | None
    points: tuple[Point, ...]
    department: str | None = None

    @property
    def percent(self) -> float | None:
        """The change from the first value to the last, in percent of the first; None where that is nothing."""
        first, last = self.points[0].value, self.points[-1].value
        return float((last - first) * 100 / abs(first)) if first else None

    @property
    def difference(self) -> Decimal | None:
        """The change of a rate, in percentage points; None of what is no rate: a rate that fell from 4% to 3% fell by one."""
        if self.points[0].stated.unit != "%":
            return None
        return self.points[-1].value - self.points[0].value

    def levels(self, steps: int) -> list[int | None]:
        """For every year from the first to the last: how high its value lies, from 0 to steps - 1; None for a gap."""
        known = {point.year: point.value for point in self.points}
        low, high = min(known.values()), max(known.values())
        years = range(self.points[0].year, self.points[-1].year + 1)
        return [
            None
            if year not in known
            else int((known[year] - low) * (steps - 1) / (high - low))
            if high > low
            else 0
            for year in years
        ]


def series(rows: Iterable[Statement]) -> tuple[Series, ...]:
    """Every series of at least two years; where a year is stated twice, the first statement counts.

    Of statements that agree it is the one that is rounded least: 2.81% of one bulletin, and not 2.8% of another.
    """
    found: dict[tuple[Matter, str], dict[int, Point]] = defaultdict(dict)
    for row in rows:
        value, year = amount(row), year_of(row)
        if (
            row.indicator_id
            and value
            and year
            and row.kind == "actual"
            and row.change is None
            and row.operator in "=~"
        ):
            points = found[matter(row), value[1]]
            first = points.get(int(year))
            if first is None or _is_finer(row, value[0], first):
                points[int(year)] = Point(int(year), value[0], row)
    made = [
        Series(
            of[0],
            one[0].stated.place,
            of[2],
            tuple(one),
            one[0].stated.department if of_body(one[0].stated) else None,
        )
        for (of, _), points in found.items()
        if len(points) > 1
        for one in [sorted(points.values(), key=lambda point: point.year)]
    ]
    return tuple(sorted(made, key=lambda one: -len(one.points)))


def _is_finer(row: Statement, value: Decimal, first: Point) -> bool:
    """Is a statement rounded less than the first one, which agrees with it?"""
    rounded = half_unit(first.stated)
    return half_unit(row) < rounded and abs(value - first.value) <= rounded
