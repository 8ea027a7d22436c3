"""What the change in a row of a table is against: only what a year has more than the one before follows from these two."""

from __future__ import annotations

from calendar import monthrange

from hrss_tui import lazy_re as re
from hrss_tui.reference.growth import other_growth, year_begins

_YEAR = re.compile(r"(?:19|20)\d{2}")
_DAY = re.compile(r"(\d{4})-(\d{2})-\d{2}", re.ASCII)
_LAST = re.compile(r"[上去](?:年度?(?P<year>[末底])|个?月[末底])")
_DECEMBER = 12


def is_on_year_before(label: str, year: int) -> bool:
    """Does a label name nothing else that a change is against: another year or month, an aim, a mean of several years?"""
    named = {int(found) for found in _YEAR.findall(label)}
    return named <= {year, year - 1} and not any(word in label for word in other_growth())


def is_on_its_beginning(label: str) -> bool:
    """Does a label compare with the day on which the year began? Of a part of a year that is not the year before."""
    return any(word in label for word in year_begins())


def last_day(against: str, period: str) -> str | None:
    """The day that a change on a day is against where that says so: the end of the year before, or of the month before."""
    of, said = _DAY.fullmatch(period), _LAST.fullmatch(against)
    if of is None or said is None:
        return None
    year, month = int(of[1]), int(of[2]) - 1
    if said["year"] or not month:
        return f"{year - 1}-{_DECEMBER}-31"
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"
