"""Stretches of time as ISO days: 2026年1月1日至2026年12月31日, 2026年3月至11月, 2026年度; 2026/2027-06 as the package writes it."""

from __future__ import annotations

from calendar import monthrange

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import narrow

_DOTTED = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)", re.ASCII)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_TO = re.compile(r"至|到|[-—–―~]+")
_SINCE, _UNTIL = re.compile("起|以来"), re.compile("[之以]?前")
_POINT = re.compile(
    r"(?:(?P<year>\d{4})\s*年度?)?\s*(?:(?P<month>\d{1,2})\s*(?:月份?|$))?\s*(?:(?P<day>\d{1,2})\s*日)?",
    re.ASCII,
)


def stretch(text: str) -> tuple[str | None, str | None]:
    """First and last day, ISO 8601; None where the text does not say, or says no day of the calendar."""
    form = _DOTTED.sub(r"\1年\2月\3日", narrow(text)).strip(" 。;，,")
    first, *rest = _TO.split(form, maxsplit=1)
    start, end = _parts(first), _parts(rest[0] if rest else first)
    if start is None or end is None:
        return (None, None) if start is None else (_day(start, last=False), None)
    month = end[1] or (start[1] if end[2] else None)
    whole = _day(start, last=False), _day((end[0] or start[0], month, end[2]), last=True)
    opened, closed = not rest and _SINCE.search(form), not rest and _UNTIL.search(form)
    return (None if closed else whole[0]), (None if opened else whole[1])


def _parts(text: str) -> tuple[int | None, int | None, int | None] | None:
    """Year, month and day of one end, None where it is no date."""
    match = _POINT.match(text.strip())
    if not match or not any(match.groups()):
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return year, month, day


def _day(parts: tuple[int | None, int | None, int | None], last: bool) -> str | None:
    year, month, day = parts
    if year is None:
        return None
    month = month or (12 if last else 1)
    if not 1 <= month <= 12:
        return None
    length = monthrange(year, month)[1]
    day = day or (length if last else 1)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= length else None


def days(period: str | None) -> tuple[str | None, str | None]:
    """First and last day of an ISO 8601 year, month, day or interval; nothing where it is none."""
    if not period:
        return None, None
    first, _, last = period.partition("/")
    return _edge(first, last=False), _edge(last or first, last=True)


def _edge(text: str, last: bool) -> str | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return _day((year, month, day), last) if year else None
