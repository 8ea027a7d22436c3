"""The span that a word for what has come together means: 累计, 今年以来, 年内 in a paper of October is January to October.

It is neither the whole year nor the month or quarter that the paper is of. Prose, tables of indicators and tables by
place all ask here.
"""

from __future__ import annotations

from calendar import monthrange
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.units import figure_words

_DECEMBER, _JANUARY = "12", "01"
_MONTHS = re.compile(r"(?P<year>\d{4})-(?P<months>\d\d)(?:/(?P=year)-(?P<last>\d\d))?")
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)")
_LENGTH = len("2033-10")
_STOCK = r"(?!结[余存转]|余额|滚存|欠|收益)"
"""累计结余 adds up no months."""


def from_january(months: str) -> str:
    """All months up to the last of some (10, 07-09) as they are written there: 01-10, 01-09; "" where that is the year."""
    last = months.rpartition("-")[2]
    return "" if last == _DECEMBER else last if last == _JANUARY else f"{_JANUARY}-{last}"


def since_january(period: str | None) -> str | None:
    """The stretch from January to the end of some months of one year, or to its last day: 2033-01/2033-10 of 2033-10; else None."""
    match = _MONTHS.fullmatch(_month_ended(period or ""))
    if match is None:
        return None
    year, (first, _, last) = match["year"], from_january(match["last"] or match["months"]).partition("-")
    if not first:
        return year
    return f"{year}-{first}/{year}-{last}" if last else f"{year}-{first}"


def _month_ended(period: str) -> str:
    """The month that a day ends; any other period as it is."""
    match = _DAY.fullmatch(period)
    ended = match is not None and int(match["day"]) == monthrange(int(match["year"]), int(match["month"]))[1]
    return period[:_LENGTH] if ended else period


@cache
def _pattern() -> re.Pattern[str]:
    kinds = ("so_far", "cumulative")
    words = (each.word for each in figure_words().periods if each.kind in kinds)
    return re.compile(rf"(?:{re.any_word(words)}){_STOCK}")


def adds_up(text: str) -> bool:
    """Does a text say that its figures are of all that has come together: 累计, 今年以来, 年初至今?"""
    return bool(_pattern().search(text))


def names_year_so_far(word: str) -> bool:
    """Is a word one for the year up to when the text speaks: 今年以来?"""
    return any(each.word == word for each in figure_words().periods if each.kind == "so_far")
