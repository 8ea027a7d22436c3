"""Times that a statement lists, of which 分别 gives each a figure, and the years of a span that it goes through one by one."""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, distribution
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.runs import run
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.times.stretches import SPAN, within
from hrss_tui.compile.prose.told import Time

_WHOLE_DAY = len("2033-12-31")
_TWO = 2
"""Figures behind a colon that may as well be those of two things."""
_MONTHS = re.compile(r"(?P<year>\d{4})-(?P<first>\d\d)/(?P=year)-(?P<last>\d\d)")


def settle_years(at: Situation) -> None:
    """Listed times that 分别 gives a figure each stay a list; else the figure is of all of them together."""
    context = at.context
    context.years = context.years or _each_year(at) or _same_years(at)
    if context.years and at.statement.joint != ENUMERATION and run(at) != len(context.years):
        line = at.squeezed.line(at.statement.start)
        first, last = (_plain(one) for one in (context.years[0], context.years[-1]))
        span = Time(f"{first.partition('/')[0]}/{last.rpartition('/')[2]}", False, line)
        if (at.frame.parts or context.planned) and within(span.period or "", context.time.period):
            context.before, context.passing = context.time, True
        context.time = span
        context.years, context.named = (), True
    elif context.years and at.statement.joint != ENUMERATION:
        context.listed_years = context.years


def _same_years(at: Situation) -> tuple[str, ...]:
    """The years that were listed before, where as many figures of something else follow: 2031年、2032年分别立案 30 件、40 件，涉及 50 人、60 人."""
    years = at.context.listed_years
    if not years or at.frame.moment is not None or at.statement.joint not in ("，", "；"):
        return ()
    words = at.words(at.frame.begin, at.statement.quantities[0].start)
    alike = run(at) == len(years) and not distribution.distributed(words, len(years))
    return years if alike and not _changes_before(at) else ()


def _each_year(at: Situation) -> tuple[str, ...]:
    """The years or months of a span of which 分别, or a colon, gives each a figure: 2031 年至 2033 年 … 分别为 3 亿元、4 亿元和 5 亿元."""
    years = _years_of(at)
    if not years or at.statement.joint == ENUMERATION or _changes_before(at):
        return ()
    words = at.words(at.frame.begin, at.statement.quantities[0].start)
    spreads = distribution.is_spread(words) or (
        at.statement.joint == "：" and not words and len(years) > _TWO
    )
    spreads = spreads and run(at) == len(years) > 1
    return years if spreads and not distribution.distributed(words, len(years)) else ()


def _years_of(at: Situation) -> tuple[str, ...]:
    """The years of the span that is named, or the months that a statement itself begins with: 1—3月的求人倍率分别为."""
    period = at.context.time.period or ""
    if (told := SPAN.fullmatch(period)) and at.context.named:
        return tuple(str(year) for year in range(int(told["first"]), int(told["last"]) + 1))
    own = at.frame.moment if at.frame.leads else None
    months = _MONTHS.fullmatch(period) if own is not None and own.named else None
    if months is None:
        return ()
    numbers = range(int(months["first"]), int(months["last"]) + 1)
    return tuple(f"{months['year']}-{number:02}" for number in numbers)


def _changes_before(at: Situation) -> bool:
    """Does a statement tell how figures of the whole span have changed, each: 查处 186 件、追回 3 万元，同比分别下降 …?"""
    last = at.context.last if at.context.stated else None
    if last is None or last.time.period != at.context.time.period:
        return False
    first = at.statement.quantities[0].start
    change = comparisons.change(at.squeezed.folded, at.frame.begin, first)
    return change is not None and change.start == at.frame.begin


def _plain(period: str) -> str:
    """A listed time without the day that ends its year."""
    if len(period) == _WHOLE_DAY:
        return period[:4] if period.endswith("-12-31") else period[:7]
    return period


def dated(at: Situation, reading: Reading) -> Reading:
    """The reading in its own of the times that are listed."""
    years = at.context.years
    if not years:
        return reading
    at.context.years = years[1:]
    time = Time(years[0], len(years[0]) == _WHOLE_DAY, at.squeezed.line(at.statement.start))
    return msgspec.structs.replace(reading, time=time)
