"""How a time that is named takes the place of the one before it, and how far it reaches."""

from __future__ import annotations

from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.paper_period import BULLETIN, NEWS
from hrss_tui.compile.prose.times.clock import Moment
from hrss_tui.compile.prose.times.stretches import (
    MONTHS,
    is_span,
    is_year,
    is_year_before,
    same_before,
    same_in,
    within,
    year_of,
    year_until,
)
from hrss_tui.compile.prose.told import Time


def take(context: Context, moment: Moment | None, line: int, leads: bool, parts: bool = False) -> None:
    """Take over a time that is named; one without a period (全年 of an unknown year) changes nothing.

    One that is open (2020 年以来) and does not lead its statement is of its sentence alone, and so is one of
    `parts` that lies within the time before (1—5 月 …，其中 5 月 …) or a step on the way to an aim (全年 …，上半年完成 …).
    """
    if context.shifted:
        context.time, context.shifted = context.before, False
    if context.ground:
        context.first, context.named, context.ground = True, False, False
    if moment is not None and moment.several:
        context.years = moment.several
    elif moment is not None and moment.earlier:
        if context.time.period is not None:
            context.before, context.shifted = _of_now(context), True
            now = context.before.period or ""
            year = moment.period if is_year(moment.period) else None  # 2033年同期
            told = same_in(now, year) if year else moment.period or same_before(now)
            told = None if moment.vague else told
            context.time = Time(told, context.before.point, line)
    elif moment is not None and moment.vague:
        context.before, context.passing = context.time, True
        context.time = Time(None)
    elif moment is not None and moment.reset:
        _reset(context, moment.brief)
    elif moment is not None and moment.period is not None:
        if moment.named or context.stock is None or year_of(context.stock.period) != year_of(moment.period):
            context.stock = None  # 当年 in 当年赤字 is the year of that day
        aim = _aim_of(context, moment.period)
        context.before, context.named, context.years = aim or context.time, True, ()
        context.time = Time(moment.period, moment.point, line, moment.since, moment.so_far)
        until = year_until(moment.period) if context.months is None else None
        if leads and (until or MONTHS.fullmatch(moment.period)):
            context.months = Time(until or moment.period, False, line)
        monthly = len(moment.period) == len("2033-07/..")  # 从 7 月份起，发放补贴 9 万元
        open_end = moment.period.endswith("/..") and (monthly or not leads)
        of_before = context.paper.kind == BULLETIN and is_year_before(moment.period, context.base_time.period)
        context.passing = (
            open_end
            or of_before
            or aim is not None
            or (
                (parts or _ends_with(context, moment.period)) and within(moment.period, context.before.period)
            )
        )
        context.inner = moment.point and not moment.named and not leads


def _of_now(context: Context) -> Time:
    """The time of which 去年同期 is the same a year before: 1月 …，去年12月 …，去年同期 … is of that January, not of December."""
    now, past = context.paper.now, year_of(context.before.period)
    beside = now is not None and context.named and past == now and year_of(context.time.period) == now - 1
    return context.before if beside else context.time


def _ends_with(context: Context, period: str) -> bool:
    """Is a month the last of those that were named before (1—3 月 …，3 月份失业率 …), which go on behind it?"""
    last = (context.before.period or "").rpartition("/")[2]
    return len(period) == len("2033-12") and period == last


def _reset(context: Context, brief: bool) -> None:
    """The time named before is over; 现有 (brief) is of its sentence alone, and of a day named there (截至年末，全市现有)."""
    if brief and context.named and context.time.point:
        return
    if brief:
        context.before, context.passing = context.time, True
    else:
        context.here = None
    several = (is_span(context.paper.default) or context.paper.led) and context.paper.now is not None
    several = several or (
        context.paper.kind in NEWS and _is_day(context.paper.default) and bool(context.paper.now)
    )
    context.time = Time(str(context.paper.now) if several else context.paper.default)


def _aim_of(context: Context, period: str) -> Time | None:
    """The time that goes on behind a part of it which a clause names: a step on the way to an aim; else None.

    In a plan that is the year, where a part of it stands behind another (上半年培训 2 万人次，年底前培训 5 万人次).
    """
    before = context.before if context.passing else context.time
    if context.first or "-" not in period:
        return None
    parts = all(one.startswith(f"{context.base_time.period}-") for one in (period, before.period or ""))
    if context.paper.plan and parts and not context.apart and period != before.period:
        return context.base_time
    return before if context.planned and within(period, before.period) else None


def _is_day(period: str | None) -> bool:
    return len(period or "") == len("2033-06-30")
