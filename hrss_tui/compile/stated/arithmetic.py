"""Changes that state no unit (增减): the two figures beside them say whether they are counted, or parts in a hundred.

A column is settled where all its rows are the one and not all the other, two rows at least.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from hrss_tui.compile.prefectures.cells import moved, number
from hrss_tui.compile.prefectures.names import is_average
from hrss_tui.compile.prefectures.units import is_ratio
from hrss_tui.compile.stated.labels import Value, falls, is_gap
from hrss_tui.compile.stated.sheet import Sheet
from hrss_tui.compile.stated.times import Time
from hrss_tui.records import Observation
from hrss_tui.reference.turns import turns

_TURNS = turns()
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_FEWEST = 2
_POINTS, _HALF_POINT = "百分点", 0.051
"""The unit of what rates differ by, and how far rounding moves a difference of figures with one decimal."""
_LAST_MONTH = _TURNS.time.last_months
_ENDS = ("年末", "年底")
"""What a change since the end of a year is against."""
_DECEMBER = "12"
Sense = Literal["counted", "percent"]


def settled(sheet: Sheet, made: Sequence[Value]) -> list[Value]:
    """The columns, where a change of open unit is sure as the figures beside it show."""
    return [_settled(sheet, made, each) if _is_open(each) else each for each in made]


def _is_open(value: Value) -> bool:
    """Is a change nothing but open in its unit?"""
    plain = not (is_average(value.label) or falls(value.label) or is_gap(value.label))
    return value.sort == "change" and not value.sure and value.unit is None and bool(value.kind) and plain


def _settled(sheet: Sheet, made: Sequence[Value], value: Value) -> Value:
    printed = [
        moved(row.cells[value.index].text)
        for named in sheet.rows
        if value.index < len((row := named.row).cells)
    ]
    own = {each.unit for each in printed if each is not None}
    if len(own) == 1 and any(map(is_ratio, own)):
        return msgspec.structs.replace(value, sure=True, unit=own.pop())
    levels = [
        each for each in made if each.sort == "level" and each.names == value.names and each.time is not None
    ]
    now = [each for each in levels if each.time == value.time]
    before = [each for each in levels if _is_before(each, value)]
    if len(now) != 1 or len(before) != 1:
        return value
    senses = [
        _senses(row, now[0].index, before[0].index, value.index)
        for row in (named.row.texts() for named in sheet.rows)
    ]
    told = [each for each in senses if each is not None]
    common = [sense for sense in ("counted", "percent") if told and all(sense in each for each in told)]
    if len(common) != 1 or len(told) < _FEWEST:
        return value
    return msgspec.structs.replace(value, sure=True, unit="%" if common == ["percent"] else None)


def _is_before(level: Value, change: Value) -> bool:
    """Is a column of figures that of the year before, or of the day on which the year began?"""
    if level.time is None or change.time is None or level.time.year is None or change.time.year is None:
        return False
    if level.time.start:
        return level.time.year == change.time.year
    if change.against in _LAST_MONTH:
        return level.time == _a_month_before(change.time)
    if change.against and change.against.endswith(_ENDS):
        ended = level.time.point and level.time.months in ("", _DECEMBER)
        return ended and level.time.year == change.time.year - 1
    last = msgspec.structs.replace(change.time, year=change.time.year - 1)
    return level.time == last


def _a_month_before(time: Time) -> Time | None:
    """The month before a month, or the last day of it before that of the other."""
    if time.year is None or len(time.months) != len(_DECEMBER):
        return None
    month = int(time.months) - 1
    year = time.year if month else time.year - 1
    return msgspec.structs.replace(time, year=year, months=f"{month or 12:02}")


def _senses(cells: Sequence[str], now: int, before: int, change: int) -> set[Sense] | None:
    """What a change may be by its row; None where the row lacks a figure, or nothing has changed."""
    found = [number(cells[at]) if at < len(cells) else None for at in (now, before, change)]
    if any(each is None or each.unit or each.operator != "=" for each in found):
        return None
    level, base, stated = (each for each in found if each is not None)
    if not stated.value:
        return None
    difference = level.value - base.value
    error = _error(level.digits) + _error(base.digits)
    senses: set[Sense] = set()
    if abs(difference - stated.value) <= error:
        senses.add("counted")
    if base.value > 0:
        part = difference * _HUNDRED / base.value
        allowed = (error + abs(difference) / base.value * _error(base.digits)) * _HUNDRED / base.value
        if abs(part - stated.value) <= allowed + _error(stated.digits, least=0):
            senses.add("percent")
    return senses


def _error(digits: str, least: int = 1) -> Decimal:
    """How far rounding may have moved a figure: whole numbers were counted."""
    places = len(digits.partition(".")[2])
    return _HALF.scaleb(-places) if places >= least else Decimal(0)


def as_level(change: Observation, levels: Sequence[Observation | None]) -> Observation:
    """A change, which is an aim where the last of the levels of its time is one: 2032年预算数, beside it 增长%."""
    of = next((one for one in reversed(levels) if one and one.period == change.period), None)
    aimed = of is not None and of.kind == "target"
    return msgspec.structs.replace(change, kind="target") if aimed else change


def in_points(change: Observation, levels: Sequence[Observation | None], proved: bool) -> Observation | None:
    """A change in percent, of what is a rate itself in points: where its two years differ by so much; None where that is open.

    What heads a column of growth (%) is said of what is counted; a rate that fell from 3.3 % to 3.1 % fell by 0.2 points.
    Where only the unit of its row says percent, it has to be `proved` by them.
    """
    known = [level for level in levels if level is not None]
    if change.unit == _POINTS or not any(is_ratio(level.unit) for level in known):
        return None if proved and change.unit != _POINTS else change
    now = [level.value for level in known if level.period == change.period and level.kind != "target"]
    before = [level.value for level in known if level.period != change.period and level.kind != "target"]
    if len(now) != 1 or len(before) != 1:
        return None
    signed = -change.value if change.change == "decrease" else change.value
    if abs(now[0] - before[0] - signed) > _HALF_POINT:
        return None
    return msgspec.structs.replace(change, unit=_POINTS, base_unit=_POINTS, base_value=change.value)
