"""The times of figures in tables without places: of a label, of a row (一季度, 3月, 2033年), else of the table."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from typing import Literal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.so_far import adds_up, from_january
from hrss_tui.compile.prefectures.kinds import said_kind
from hrss_tui.compile.prefectures.names import bare
from hrss_tui.compile.prefectures.periods import (
    day_of,
    is_span,
    months_of,
    months_within,
    states_year,
    without_base,
    without_times,
    year_of,
)
from hrss_tui.reference.turns import turns
from hrss_tui.sources.text import fold

_TURNS = turns()
_OPEN = re.compile(rf"{re.any_of(_TURNS.time.open)}|[三五]年累计|年均|历年")
"""Times that cannot be said without another: what was before, and what is of several years."""
TIME_BEFORE = re.compile(r"上(?:一个?|个)?(?:月|(?P<quarter>季)度?)(?P<end>[末底])?")
"""The month, or the quarter, before that of a table, or its last day."""
_ITS_OWN = re.compile(r"[本当](?:月|季度?|期)")
Reach = Literal["", "own", "so_far"]
"""How far the figures of a column beside months go: these alone, or all from January on."""
_START = re.compile(rf"(?:年初|期初)(?!以来|累计|[至到起]|{re.any_of(_TURNS.aims.starts)})")
"""The day with which a time begins; what has been done since, or was set then, is of no day."""
_END = re.compile(r"(?:期|[年月度])[末底]|截至|截止|时点")
_WHOLE = re.compile(re.any_of(_TURNS.time.wholes))
_OF_TIME = re.compile(r"(?<=[年月度])(?:合计|总计|小计)$")
"""That a time is the sum of those above it."""
_KIND = re.compile(r"[（(]([^（）()]{2,6})[）)]$")
"""What the figures of a time are, behind it: 2034年（预计）."""
_QUARTER, _YEAR_MONTHS = 3, 12
_PERIOD = re.compile(r"\d\d(?:-\d\d)?")


class Time(msgspec.Struct, frozen=True):
    """A year, the months of it (01-06, 03, "" for all), and whether it is the day with which they end, or begin, or another `day` of the last."""

    year: int | None
    months: str = ""
    point: bool = False
    start: bool = False
    day: int | None = None

    @property
    def period(self) -> str | None:
        """As ISO 8601: a year, a month, a stretch of months, a day."""
        if self.year is None:
            return None
        first, _, last = (self.months or "01-12").partition("-")
        last = last or first
        if self.start:
            return f"{self.year}-{first}-01"
        if self.day:
            return f"{self.year}-{last}-{self.day:02}"
        if self.point:
            return f"{self.year}-{last}-{monthrange(self.year, int(last))[1]:02}"
        if not self.months:
            return str(self.year)
        return f"{self.year}-{first}" if first == last else f"{self.year}-{first}/{self.year}-{last}"


def of_table(texts: Sequence[str], year: int | None, beside: Sequence[str] = ()) -> Time | None:
    """The time of a table: of the nearest text around it that states any, in a document of a `year`; None for several years.

    Where that is a year, one `beside` the table says up to when in it: 截至9月底.
    """
    text = next((text for text in texts if is_span(text) or states_year(text) or months_of(text)), "")
    if is_span(text):
        return None
    told = next(
        (own for text in texts if states_year(text) and (own := year_of(text, year)) is not None), year
    )
    own = year_of(text, year) if states_year(text) else told
    months = months_of(text)
    if not months and not _END.search(fold(text)):
        nearer = (each for each in beside if months_of(each) and year_of(each, own) in (None, own))
        text = next(nearer, text)
        months = months_of(text)
    return Time(
        own, months if _PERIOD.fullmatch(months) else "", bool(_END.search(fold(text))), day=day_of(text)
    )


def of_label(texts: Sequence[str], table: Time | None, aimed: bool) -> Time | None:
    """The time of the labels of a column, the nearest first, in a table of a time; None where it cannot be said.

    What is `aimed` at is of the whole year, and another year in a table of some months may be of these or of all.
    """
    own = next((text for text in texts if states_year(text) or is_span(text)), None)
    if any(
        (_OPEN.search(fold(without_base(text))) and not _is_dated(text)) or is_span(text) for text in texts
    ):
        return None
    year = year_of(own, table.year if table else None) if own is not None else table.year if table else None
    if (own is not None and year is None) or (table is None and own is None):
        return None
    whole = table.months if table and not aimed else ""
    own_months = next((found for text in texts if (found := months_within(text, whole)) is not None), None)
    months = own_months or ""
    if months and not _PERIOD.fullmatch(months):
        return None
    label = fold("".join(map(without_base, texts)))
    if _START.search(label):
        return Time(year, start=True) if not (months or whole) else None
    if own_months is not None or not whole or _WHOLE.search(label):
        ends = table is not None and table.point and not (aimed or own or months or whole)
        day = next((day for text in texts if (day := day_of(text))), None)
        day = table.day if ends and day is None and table is not None else day
        return Time(year, months, bool(_END.search(label)) or ends, day=day)
    same = own is None or (table is not None and year == table.year) or "同期" in label or "同月" in label
    day = table.day if table is not None and own is None else None
    return (
        Time(year, whole, bool(_END.search(label)) or bool(table and table.point), day=day) if same else None
    )


def time_before(texts: Sequence[str], table: Time | None) -> Time | None:
    """The month or quarter before that of a table, or its last day: 上月末 beside 本月末; None where the labels do not say it."""
    if any(states_year(text) or is_span(text) for text in texts):
        return None
    match = next((found for text in texts if (found := TIME_BEFORE.search(fold(without_base(text))))), None)
    if match is None or table is None or table.year is None or not table.months:
        return None
    if match["quarter"]:
        return _quarter_before(table, bool(match["end"]))
    if "-" in table.months and not match["end"]:
        return None
    month = int(table.months[-2:]) - 1
    year = table.year if month else table.year - 1
    return Time(year, f"{month or 12:02}", point=bool(match["end"]) or table.point)


def _quarter_before(table: Time, end: bool) -> Time | None:
    """The quarter before that with which the months of a table end; None where they end with none."""
    last, year = int(table.months[-2:]), table.year or 0
    if "-" not in table.months or last % _QUARTER:
        return None
    last, year = (last - _QUARTER, year) if last > _QUARTER else (_YEAR_MONTHS, year - 1)
    return Time(year, f"{last - _QUARTER + 1:02}-{last:02}", point=end or table.point)


def _is_dated(text: str) -> bool:
    """Does a label say of itself when the time is that it speaks of: 2035年基期值?"""
    return "基期" in text and states_year(text)


def states_time(text: str) -> bool:
    """Does a label state a time of its own, beside what it compares with?"""
    own = without_base(text)
    return (
        states_year(own) or is_span(own) or bool(months_of(own)) or bool(_WHOLE.search(own)) or adds_up(own)
    )


def reach(texts: Sequence[str]) -> Reach:
    """What the labels of a column say of how far its figures go in rows of months."""
    label = fold("".join(texts))
    return "so_far" if adds_up(label) else "own" if _ITS_OWN.search(label) else ""


def of_row(text: str, column: Time, far: Reach = "") -> Time | None:
    """The time that the name of a row states, in a column of a time; None where it states none, or several.

    What has come together `so_far` in a row of March is of three months.
    """
    label = fold(text)
    if is_span(text) or _OPEN.search(label):
        return None
    year = year_of(text, column.year) if states_year(text) else column.year
    months = months_of(text)
    if column.months and not months:
        return None
    if months and not _PERIOD.fullmatch(months):
        return None
    if far == "so_far" and months and not _END.search(label):
        months = from_january(months)
    return Time(year, months, bool(_END.search(label)))


def is_time(text: str) -> bool:
    """Does a text name nothing but a time, or the sum of one, and in brackets what its figures are: 一季度, 2033年, 全年合计, 2034年（预计）?"""
    label = _OF_TIME.sub("", fold(text))
    if (kind := _KIND.search(label)) is not None and said_kind(kind[1]) and not bare(kind[1]):
        label = label[: kind.start()]
    stated = states_year(label) or bool(months_of(label)) or label in ("全年", "年度")
    return stated and not re.sub(r"^[第]|全年|年度|[份度累计年末底]", "", without_times(label)).strip(
        "（）() "
    )


def of_rows(texts: Sequence[str]) -> Time | None:
    """What the times of some rows come to: the months of a year, of which the year is None where they state none.

    None where there are no such rows; one that `start`s where they are no stretch of one year, and have no sum.
    """
    if not texts:
        return None
    found = [of_row(text, Time(None)) for text in texts]
    known = [each for each in found if each is not None and each.months]
    months = sorted({month for each in known for month in _each(each.months)})
    years = {each.year for each in known}
    if len(known) < len(texts) or len(years) > 1 or months != list(range(months[0], months[-1] + 1)):
        return Time(None, start=True)
    whole = (months[0], months[-1]) == (1, 12)
    return Time(years.pop(), "" if whole else f"{months[0]:02}-{months[-1]:02}")


def _each(months: str) -> range:
    first, _, last = months.partition("-")
    return range(int(first), int(last or first) + 1)
