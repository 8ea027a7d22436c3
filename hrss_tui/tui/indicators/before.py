"""What forms of performance targets say was reached the year before: a value of the indicator like any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from hrss_tui.query.indicators import Statement
from hrss_tui.records import PerformanceTarget
from hrss_tui.tui.desk.keeping import kept

if TYPE_CHECKING:
    from hrss_tui.tui.desk.data import Data


class Before(NamedTuple):
    """A target with what was reached in `period`, the year before its own."""

    target: PerformanceTarget
    period: str

    @property
    def key(self) -> str:
        """Tells it from the target, which is of the same record."""
        return f"{self.target.target_id} before"

    @property
    def figure(self) -> str:
        """The value without its unit."""
        return f"{Decimal(str(self.target.previous_value)).normalize():f}"


def before(data: Data, stated: Iterable[Statement]) -> list[Before]:
    """What was reached before, of each target among some statements that tells it and the year it is of."""
    known = _told(data)
    return [
        Before(known[one.record_id], str(int(one.period) - 1))
        for one in stated
        if one.record_id in known and one.period and len(one.period) == 4 and one.period.isdecimal()
    ]


@kept
def _told(data: Data) -> Mapping[str, PerformanceTarget]:
    return {
        row.target_id: row
        for rows in data.targets.values()
        for row in rows
        if row.previous_value is not None and row.indicator_id
    }
