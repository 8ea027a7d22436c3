"""Stretches of time as periods are written: which lies in which, how long they are, the same a year before."""

from __future__ import annotations

import calendar

from hrss_tui import lazy_re as re

MONTHS = re.compile(r"\d{4}-\d\d/\d{4}-\d\d")
MONTH_OR_MORE = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")
_YEARS = re.compile(r"\d{4}/\d{4}")
SPAN = re.compile(r"(?P<first>\d{4})/(?P<last>\d{4})")
"""The first and the last of several years."""
_WHOLE_DAY, _OPEN = len("2033-12-31"), ".."
_LAST_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-\d\d")


def same_before(period: str) -> str:
    """The same stretch of the year before: 2031-01/2031-06 to 2030-01/2030-06."""
    return re.sub(r"\d{4}", lambda match: str(int(match.group()) - 1), period)


def same_in(period: str, year: str) -> str | None:
    """The same stretch of another year (2031-01/2031-06 in 2029); None for one that goes on from one year to the next."""
    alone = len(set(re.findall(r"\d{4}", period))) == 1
    return re.sub(r"\d{4}", year, period) if alone else None


def year_until(day: str | None) -> str | None:
    """The months of a year up to the last day of one of them: 2031-06-30 is the end of 2031-01/2031-06; None for another day."""
    year, month, last = (
        (int(part) for part in day.split("-")) if day and _LAST_DAY.fullmatch(day) else (0, 0, 0)
    )
    if not year or last != calendar.monthrange(year, month)[1]:
        return None
    return f"{year}-01/{year}-{month:02}" if month > 1 else f"{year}-01"


def within(period: str, whole: str | None) -> bool:
    """Does a stretch lie inside another, and is it shorter: 2031-05 in 2031-01/2031-05, 2033 in 2031/..?"""
    if not whole or period == whole:
        return False
    (first, _, last), (begin, _, end) = whole.partition("/"), period.partition("/")
    last, end = last or first, end or begin
    if len(end) == _WHOLE_DAY or period.endswith(("/", _OPEN)):
        return False
    return first[: len(begin)] <= begin and (last == _OPEN or end[: len(last)] <= last)


def is_year_before(period: str, base: str | None) -> bool:
    """Is a whole year one before that of a bulletin, of which one sentence of it tells: 2032 年平均工资 …。?"""
    years = period.isdigit() and base is not None and base.isdigit()
    return years and int(period) == int(base or 0) - 1


def year_of(period: str | None) -> int | None:
    """The last year a period touches; an open one says nothing."""
    last = period.split("/")[-1] if period else ""
    return int(last[:4]) if last[:4].isdigit() else None


def is_year(period: str | None) -> bool:
    """Is a period one year, and nothing else?"""
    return bool(period) and len(period or "") == len("2033") and (period or "").isdecimal()


def last_year(period: str, other: str | None, count: int) -> int:
    """The last of so many years that were told one by one, in any order: the last told, or that of the paragraph."""
    told, here = int(period), int(other or 0) if is_year(other) else 0
    return here if told < here < told + count else told


def since_until(since: str | None, day: str | None) -> str | None:
    """The stretch from where an open one (“十四五”以来), or one of years, begins to the end of a month named behind it; else None."""
    if not since or year_until(day) is None or not since[:4].isdigit():
        return None
    first, _, last = since.partition("/")
    if _YEARS.fullmatch(since) and first < (day or "")[: len(first)] <= last and (day or "")[5:7] < "12":
        return f"{first}/{(day or '')[:7]}"
    if not since.endswith("/.."):
        return None
    return f"{since.removesuffix('/..')}/{(day or '')[:7]}"


def is_span(period: str | None) -> bool:
    """Is the period longer than a year? From November to the next February it is not."""
    if not period or "/" not in period:
        return False
    first, last = period.split("/")
    if not last[:4].isdigit() or first[:4] == last[:4]:
        return first[:4] != last[:4]
    end = last if len(last) > len("2033") or len(first) == len("2033") else f"{last}-01"
    return _month_count(end, 12) - _month_count(first, 1) >= 12


def years_in(period: str) -> int:
    """How many years a span of whole years has; 0 for any other period."""
    first, _, last = period.partition("/")
    return int(last) - int(first) + 1 if _YEARS.fullmatch(period) else 0


def _month_count(day: str, unsaid: int) -> int:
    """Months from the year 0 to that of a day or month; `unsaid` is that of a year."""
    return int(day[:4]) * 12 + int(day[5:7] or unsaid)


def last_day(month: str) -> str | None:
    """The last day of a month: 2031-02-28 of 2031-02; None for anything else."""
    year, _, number = month.partition("-")
    if len(month) != len("2031-02") or not number.isdigit():
        return None
    return f"{month}-{calendar.monthrange(int(year), int(number))[1]}"


def before(months: str | None, word: str) -> str | None:
    """The month or quarter before the one that a paper ends with: 上月, 上季度; None where it ends with none."""
    last = (months or "").rpartition("/")[2]
    if len(last) < len("2033-12"):
        return None
    if word.endswith("月"):
        return _month_back(last, 1)
    return None if int(last[5:7]) % 3 else f"{_month_back(last, 5)}/{_month_back(last, 3)}"


def _month_back(month: str, count: int) -> str:
    year, number = divmod(int(month[:4]) * 12 + int(month[5:7]) - 1 - count, 12)
    return f"{year}-{number + 1:02}"
