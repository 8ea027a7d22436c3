"""What kind of statement a figure is: actual, target, cumulative or amount; and when it holds by default."""

from __future__ import annotations

import re

from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.periods import is_span, year_of
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.units import units

PLANNING, BUDGET = "plan", "budget"
REPORTS = ("bulletin", PLANNING, BUDGET)
"""Kinds of document whose figures are about one year unless they say otherwise."""

_SUMMED = re.compile(r"累计(?!结存|结余|收益|余额)[\u3400-\u9fff]{2}")


def kind(reading: Reading, document: str, year: int | None, goal: bool) -> str:
    """The kind of a reading in a document of a kind about a year; `goal` for the text of a goal."""
    last = year_of(reading.time.period)
    reports = document in REPORTS and document != BUDGET
    ahead = reports and year is not None and last is not None and last > year
    if goal or document == PLANNING or reading.planned or ahead:
        return "target"
    if document == BUDGET and is_money(reading) and reading.time.period == str(year):
        return "amount"
    return "cumulative" if is_summed(reading) else "actual"


def is_money(reading: Reading) -> bool:
    """Is the figure money, or a share or growth of it?"""
    unit = units().get(reading.quantity.base_unit)
    return unit is not None and (unit.kind == "money" or (unit.kind == "ratio" and _is_relative(reading)))


def _is_relative(reading: Reading) -> bool:
    return reading.share or reading.change is not None


def is_summed(reading: Reading) -> bool:
    """Is a flow added up over more than a year?

    A share, a mean, a stock and a count of places are not, whatever the span of time named with them.
    """
    words = prose_words()
    unit = units().get(reading.quantity.base_unit)
    if reading.share or reading.counted or (unit is not None and unit.kind in ("ratio", "points")):
        return False
    if any(word in reading.words for word in words.averages):
        return False
    if reading.time.point:
        return bool(_SUMMED.search(reading.words))
    if not is_span(reading.time.period):
        return False
    return "累计" in reading.words or not any(word in reading.words for word in words.stocks)
