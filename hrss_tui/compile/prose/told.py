"""What a paragraph has told and what it still owes: times, levels, figures that are to come."""

from __future__ import annotations

import msgspec

from hrss_tui.compile.prose.subjects import Named


class Time(msgspec.Struct, frozen=True, gc=False):
    """A period and where it is named; `line` is None for the year the whole document is about.

    `since` where something is so from that day on (2033 年 1 月 1 日起) and nothing is added up, `so_far` where a year is only
    told up to when the text speaks (今年以来).
    """

    period: str | None
    point: bool = False
    line: int | None = None
    since: bool = False
    so_far: bool = False

    def as_span(self) -> Time:
        """The year of a point: what flows during it."""
        return Time(self.period[:4], False, self.line) if self.period and self.point else self


class Awaited(msgspec.Struct, frozen=True):
    """What a figure that is still to come states, as words before it have said."""

    subject: Named
    measure: str
    time: Time
    scope: Named | None = None
    change: str | None = None
    against: str | None = None


class Told(msgspec.Struct, frozen=True):
    """A level that a paragraph has told: of what it is, in which unit, when."""

    subject: Named
    unit: str
    time: Time
