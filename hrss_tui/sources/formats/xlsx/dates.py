"""Dates and times of spreadsheets: days since 1900 (or 1904) as a format code shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from hrss_tui.sources.formats.numerals import digit_by_digit, spelled
from hrss_tui.sources.formats.xlsx.codes import Section, Token

_DAY = 86_400
_LAST = 2_958_466
"""The day after 9999-12-31."""
_LAST_1904 = _LAST - 1_463
_LEAP = 60
"""29 February 1900, which never was: spreadsheets count it."""
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = "一二三四五六日"


class _Shown(msgspec.Struct, frozen=True):
    """A moment and how it is written: all seconds since the epoch, in halves of a day or not, in Chinese or not."""

    at: datetime
    seconds: int
    half: bool
    chinese: bool

    def written(self, value: int, length: int) -> str:
        """A number of a date, with as many digits as its letters."""
        return spelled(value) if self.chinese else f"{value:0{min(length, 2)}d}"


def shown_date(number: Decimal, section: Section, epoch_1904: bool) -> str | None:
    """What a cell shows for a day number; None before the epoch and after the year 9999."""
    if not 0 <= number < _LAST:
        return None
    seconds = int((number * _DAY).quantize(Decimal(1), ROUND_HALF_UP))
    moment = _Shown(_moment(seconds, epoch_1904), seconds, section.has("half"), section.chinese)
    tokens = [token for token in section.tokens if token.kind not in ("digits", "point")]
    return "".join(_part(tokens, i, moment) for i in range(len(tokens)))


def _moment(seconds: int, epoch_1904: bool) -> datetime:
    days, rest = divmod(seconds, _DAY)
    if epoch_1904:
        start = datetime(1904, 1, 1)
    elif days > _LEAP:
        start = datetime(1899, 12, 30)
    else:
        start, days = datetime(1899, 12, 31), min(days, _LEAP - 1)
    return start + timedelta(days=min(days, _LAST_1904), seconds=rest)


def _part(tokens: Sequence[Token], i: int, moment: _Shown) -> str:
    token = tokens[i]
    if token.kind == "elapsed":
        count = moment.seconds // {"h": 3600, "m": 60, "s": 1}[token.text[0]]
        return f"{count:0{len(token.text)}d}"
    if token.kind == "half":
        late = moment.at.hour >= 12
        return "上下"[late] + "午" if token.text[0] == "上" else "AP"[late] + "M"
    if token.kind != "date":
        return token.text if token.kind in ("literal", "slash", "comma") else ""
    letter, length = token.text[0].lower(), len(token.text)
    if letter == "m" and _is_minute(tokens, i):
        return moment.written(moment.at.minute, length)
    return _date_part(letter, length, moment)


def _is_minute(tokens: Sequence[Token], i: int) -> bool:
    """An m after an hour or before a second is a minute."""
    letters = [t.text[0].lower() if t.kind in ("date", "elapsed") else "" for t in tokens]
    before = next((letter for letter in reversed(letters[:i]) if letter), "")
    after = next((letter for letter in letters[i + 1 :] if letter), "")
    return before == "h" or after == "s"


def _date_part(letter: str, length: int, moment: _Shown) -> str:
    at = moment.at
    if letter in "ye":
        year = at.year if length > 2 or letter == "e" else at.year % 100
        return digit_by_digit(year) if moment.chinese else f"{year:02d}"
    if letter == "a":
        return ("星期" if length > 3 else "") + _WEEK[at.weekday()]
    if letter == "m" and length > 2:
        return _MONTHS[at.month - 1][: 3 if length == 3 else None]
    if letter == "d" and length > 2:
        return _DAYS[at.weekday()][: 3 if length == 3 else None]
    hour = (at.hour % 12 or 12) if moment.half else at.hour
    return moment.written({"m": at.month, "d": at.day, "h": hour, "s": at.second}[letter], length)
