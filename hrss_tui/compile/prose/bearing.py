"""The period that a record of a reading bears: that of the reading, unless what it is says another."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.kinds import is_day_of_others, is_of_last_year
from hrss_tui.compile.prose.paper import Paper
from hrss_tui.compile.prose.subjects import SEAM
from hrss_tui.compile.prose.times.stretches import is_span, year_of
from hrss_tui.reference.turns import turns

_TURNS = turns()
_OF_YEAR = re.compile(rf"(?:{re.any_of(_TURNS.time.of_year)})[^，。；]{{0,8}}(?:目标|任务|计划)")
_MEAN_OF_YEAR = re.compile(r"年度?(?:平均(?:值|水平)?|均值)")
"""四季度失业率 5.2%，年平均值为 5.4%: that of the year, and not of the quarter."""
_OF_PLAN = re.compile(r"(?:规划|[五三]年)[^，。；]{0,8}(?:目标|任务|指标)")
_AIM = re.compile(r"目标|规划任务")
"""What an aim says of the time it is for."""
_YEARS = re.compile(r"\d{4}/(?P<last>\d{4})")


def _done_in(reading: Reading, sort: str) -> str | None:
    """The period of what is no aim: the year of its mean, and the last one of a span where it is told of that."""
    period, own = reading.time.period, reading.subject.text.rpartition(SEAM)[2]
    if _MEAN_OF_YEAR.fullmatch(own) and (year := year_of(period)) is not None:
        return str(year)
    span = _YEARS.fullmatch(period or "") if sort == "actual" and is_of_last_year(reading) else None
    return span["last"] if span is not None else period


def period_of(reading: Reading, about: Paper, sort: str, first: int) -> str | None:
    """The period of a reading; an aim without a time of its own is of the year, not of the months of the paper.

    Its own time is one that its block names, which begins on the `first` line, and no heading or title above it.

    What an aim says of itself (全年目标, 规划目标) outweighs the months or the day that an outcome beside it is of.
    """
    period, months = reading.time.period, about.clock.months
    if sort != "target" or period is None:
        return _done_in(reading, sort)
    if months and period == months and (reading.time.line is None or reading.time.line < first):
        return months[:4]
    if is_day_of_others(reading) and about.date is not None and period < about.date:
        return period[:4]
    year, open_ended = year_of(period), period.endswith("/..")
    past = (
        year is not None and len(period) > len("2033") and not is_span(period) and year <= (about.now or year)
    )
    own = reading.subject.text.rpartition(SEAM)[2]
    if not past and not open_ended:
        return about.aimed if about.aimed and is_span(period) and _AIM.search(own) else period
    if _OF_PLAN.search(own) or (about.aimed and _AIM.search(own)):
        return about.aimed
    return str(year) if past and _OF_YEAR.search(own) and not reading.share else period
