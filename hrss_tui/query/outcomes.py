"""Targets against outcomes, and figures that disagree: what the statements on an indicator say together.

Only like is compared with like: the same indicator, place, scope, period and base unit, whole values and no changes.
What is of no known place is compared within its document only: unknown is not equal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.pack.summary import PHASES
from hrss_tui.plain import one_year
from hrss_tui.query.exact import exact
from hrss_tui.query.indicators import Statement
from hrss_tui.reference.growth import is_last_year, is_of_time
from hrss_tui.reference.indicators import is_ceiling
from hrss_tui.reference.metrics import EXPECTED, SO_FAR
from hrss_tui.reference.place_scopes import scope_beside
from hrss_tui.reference.spending import StageKey, own_indicators, stage_named

_YEAR = re.compile(r"\d{4}")
_YEAR_END = re.compile("(?<!半)年度?[末底]")
"""A stock is measured against the end of a year, whatever the day it is of."""
_MONTH = re.compile(r"(\d{1,2})月", re.ASCII)
_THAN = "比较与同相为是 "
"""What stands before that with which something is compared."""
_VALUES = ("=", "~")
"""Operators of what is a value: that it was within a bound does not say how much it was."""
MULTIPLIERS = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


Matter = tuple[str, str, str | None]
"""What a figure is of: indicator, place or body (the document where that is unknown) and scope beside the place."""


def matter(row: Statement) -> Matter:
    """What a statement is of: two of one matter may be compared.

    What a budget says of its department's own money and things is of that department, and not of the place.
    """
    place = row.place or f"?{row.doc_id}"
    if of_body(row):
        place = f"{place} {row.department} {row.phase or ''}" if row.department else f"?{row.doc_id}"
    return row.indicator_id or "", place, scope_beside(row.scope, row.place)


def of_body(row: Statement) -> bool:
    """Is it of the body whose document states it: by what it is, or as money of its budget or accounts without an area?

    What a department spends on social security is not what its place does.
    """
    if row.indicator_id in own_indicators():
        return True
    value = amount(row) if row.phase in PHASES and row.scope is None else None
    return value is not None and value[1] == "元"


Doubt = Literal["", "so_far", "rough"]
"""Why it cannot be told whether a target was met."""


class Outcome(msgspec.Struct, frozen=True):
    """A target of a year and what came of it; `percent` is of the target, `met` minds the direction.

    `met` is None where `doubt` is: the year was not over yet and what it had brought so far decides nothing, or one of the
    two is not told exactly enough.
    """

    indicator_id: str
    year: str
    target: Statement
    actual: Statement
    percent: float | None
    met: bool | None
    doubt: Doubt = ""


class Earlier(msgspec.Struct, frozen=True):
    """A value of an earlier period, derived: the stated value less the stated change; in base units."""

    value: Decimal
    unit: str
    period: str
    whole: Statement
    change: Statement


class Disagreement(msgspec.Struct, frozen=True):
    """Statements on one indicator and period that give different values, or from which different values follow."""

    indicator_id: str
    period: str
    statements: tuple[Statement, ...] = ()
    derived: tuple[Earlier, ...] = ()


def amount(row: Statement) -> tuple[Decimal, str] | None:
    """The value in the unit without multiplier, exactly as printed; None where it is words."""
    if row.value is None:
        return None
    unit = row.unit or ""
    printed = exact(row.printed, row.value)
    factor = MULTIPLIERS.get(unit[:1], Decimal(1))
    return printed * factor, unit[1:] if unit[:1] in MULTIPLIERS else unit


def outcomes(
    rows: Sequence[Statement],
    set_above: Sequence[Statement] = (),
    days: Mapping[str, str | None] | None = None,
) -> tuple[Outcome, ...]:
    """Every target of a year for which the same year has an outcome, the newest year first.

    `set_above` are targets that others set for the places of `rows`; they stand beside those that a place sets itself.
    `days` are those of the documents: what one tells of its own year before that is over is no outcome of the year yet.
    """
    days = days or {}
    found = (*_met(rows, rows, days), *_met(set_above, rows, days))
    return tuple(sorted(found, key=lambda one: one.year, reverse=True))


def _met(
    targets: Iterable[Statement], rows: Iterable[Statement], days: Mapping[str, str | None]
) -> Iterable[Outcome]:
    """The first target of each matter and year that has an outcome."""
    found: dict[tuple[Matter, str], Outcome] = {}
    actuals: dict[tuple[Matter, str], list[Statement]] = defaultdict(list)
    for row in rows:
        year = year_of(row)
        if (
            row.indicator_id
            and year
            and row.kind == "actual"
            and row.change is None
            and row.operator in _VALUES
        ):
            actuals[matter(row), year].append(row)
    for row in targets:
        key = (matter(row), (row.period or "")[:4])
        aim = row.kind == "target" and row.scope_note != EXPECTED and row.change is None
        if aim and row.period == key[1] and key not in found:
            pair = _pair(row, actuals.get(key, ()), days)
            if pair is not None:
                found[key] = pair
    return found.values()


def year_of(row: Statement) -> str:
    """The one year a value is of, as a whole or at its end; empty for a span of years and a part of one."""
    year = (row.period or "")[:4]
    return year if row.period == f"{year}-12-31" else one_year(row.period)


def _is_so_far(row: Statement, days: Mapping[str, str | None]) -> bool:
    """Is it told in a document of its own year, before the last month, or of the year only so far as the document speaks?"""
    if row.scope_note == SO_FAR:
        return True
    day = days.get(row.doc_id) or ""
    return row.period == day[:4] and "" < day[5:7] < "12"


def _pair(target: Statement, actuals: Iterable[Statement], days: Mapping[str, str | None]) -> Outcome | None:
    """The target with the first outcome of its unit, one of the whole year before one so far."""
    wanted = amount(target)
    for actual in sorted(actuals, key=lambda row: _is_so_far(row, days)):
        got = amount(actual)
        if wanted and got and wanted[1] == got[1]:
            percent = float(got[0] * 100 / wanted[0]) if wanted[0] else None
            ceiling = is_ceiling(target.indicator_id, target.operator)
            short = got[0] - wanted[0] if ceiling else wanted[0] - got[0]
            so_far = _is_so_far(actual, days) and (ceiling or short > 0)
            doubt: Doubt = (
                "so_far" if so_far else "rough" if _is_rough(target, actual, short, ceiling) else ""
            )
            return Outcome(
                indicator_id=target.indicator_id or "",
                year=(target.period or "")[:4],
                target=target,
                actual=actual,
                percent=percent,
                met=None if doubt else short <= 0,
                doubt=doubt,
            )
    return None


def _is_rough(target: Statement, actual: Statement, short: Decimal, ceiling: bool) -> bool:
    """Would a figure as exact as could be decide otherwise? `short` is by how much the outcome misses what is meant exactly.

    A target that is meant roughly is not missed by little, an outcome may have been rounded or cut off where it is printed,
    and what is to be above a figure is not told to be so by one that is equal.
    """
    if short <= 0:
        return short == 0 and target.operator in ("<", ">")
    half = half_unit(actual)
    if actual.operator == "~" and "." not in actual.printed:
        digits = actual.printed.replace(",", "")
        half *= 10 ** (len(digits) - len(digits.rstrip("0")))
    return target.operator == "~" or short <= half or (short < 2 * half and not ceiling)


def disagreements(rows: Sequence[Statement]) -> tuple[Disagreement, ...]:
    """Stated values that should be equal and are not, then derived ones that differ by more than rounding can."""
    groups: dict[tuple[Matter, str, str, str, StageKey], list[Statement]] = defaultdict(list)
    for row in rows:
        value = amount(row)
        told = row.operator == "=" and row.scope_note != EXPECTED
        if row.indicator_id and row.period and value and row.change is None and told:
            period = one_year(row.period) or row.period
            groups[matter(row), period, row.kind, value[1], stage(row)].append(row)
    stated = [
        Disagreement(of[0], period, tuple(group))
        for (of, period, *_), group in groups.items()
        if _disagree(group)
    ]
    before: dict[tuple[Matter, str], list[Earlier]] = defaultdict(list)
    for one in earlier(rows):
        if one.period:
            before[matter(one.whole), one.period].append(one)
    derived = [
        Disagreement(of[0], period, (), tuple(group))
        for (of, period), group in before.items()
        if max(one.value for one in group) - min(one.value for one in group) > sum(map(_rounding, group))
    ]
    return (*stated, *derived)


def _disagree(group: Sequence[Statement]) -> bool:
    """Do values of one unit differ, where none is the most exact of them rounded (33.26 万人, 33.3 万人)?

    A target is set and not measured: no rounding is allowed there.
    """
    stated = {(half_unit(row), value[0]) for row in group if (value := amount(row))}
    finest, exact = min(stated)
    return any(
        value != exact and (group[0].kind == "target" or half == finest or abs(value - exact) > half)
        for half, value in stated
    )


def earlier(rows: Sequence[Statement]) -> tuple[Earlier, ...]:
    """Values of an earlier period that follow from a value and its stated change; none from a bound or what is told roughly."""
    wholes: dict[_Stated, list[Statement]] = defaultdict(list)
    for row in rows:
        if row.change is None and row.operator == "=":
            wholes[_stated(row)].append(row)
    for each in wholes.values():
        each.sort(key=_line)
    found = []
    for change in rows:
        by = amount(change)
        known = change.operator == "=" and change.period is not None
        if change.change not in ("increase", "decrease") or by is None or not known:
            continue
        if not _is_of_time(change.against):
            continue
        own = wholes.get(_stated(change), [])
        for at in range(bisect_right(own, change.line_end, key=_line) - 1, -1, -1):  # the nearest above
            whole = own[at]
            value = amount(whole)
            if value and value[1] == by[1]:
                before = value[0] - by[0] if change.change == "increase" else value[0] + by[0]
                found.append(Earlier(before, value[1], _period_before(change), whole, change))
                break
    return tuple(found)


def _is_of_time(against: str | None) -> bool:
    """Is a change one on the same matter at another time, told or not: 比上年, and not 比邻省, 比支出, 比全国平均?"""
    return not against or is_of_time(against)


def _line(row: Statement) -> int:
    return row.line_start


_Stated = tuple[Matter, str | None, str, str, StageKey]


def _stated(row: Statement) -> _Stated:
    """What a change and the value it changed have in common: the matter, the period, the kind, the document, the stage.

    What was reached grew on what had been reached, and not on the target or the budget that stands beside it.
    """
    return matter(row), row.period, row.kind, row.doc_id, stage(row)


_USUAL: Mapping[str, tuple[StageKey, ...]] = {
    "budget": ("budget", "initial"),
    "final": ("outcome",),
    "target": ("budget", "initial"),
    "actual": ("outcome",),
}
"""Stages that need no name: of the phase of a document, else of the kind of a figure."""


def stage(row: Statement) -> StageKey:
    """The budget or the outcome that a name says it is of (完成预算24万元), where it is not what is told there anyway."""
    name = row.subject
    if row.change is not None and row.against:
        name = name.partition(row.against)[0].rstrip(_THAN)
    named = stage_named(name)
    return "" if named in _USUAL.get(row.phase or row.kind, ()) else named


def _period_before(change: Statement) -> str:
    """The period a change is measured against: the year stated, else the year before, and of a part of a year the same part of it.

    Empty where neither is known, for a change over several years, and where another part of a year is named.
    """
    against, period = change.against or "", change.period or ""
    years = set(_YEAR.findall(period))
    if len(years) != 1:
        return ""
    (year,) = years
    stated = _YEAR.search(against)
    before = stated[0] if stated else str(int(year) - 1) if is_last_year(against) else ""
    if not before or _YEAR_END.search(against):
        return before
    ends = period.rpartition("/")[2][5:7] or "12"
    if any(f"{int(month):02}" != ends for month in _MONTH.findall(against)[-1:]):
        return ""
    return before if period in (year, f"{year}-12-31") else period.replace(year, before)


def _rounding(one: Earlier) -> Decimal:
    """What rounding of the two printed figures can change in their difference."""
    return sum((half_unit(row) for row in (one.whole, one.change)), Decimal(0))


def half_unit(row: Statement) -> Decimal:
    """Half the last printed digit of a figure, in the unit without multiplier."""
    places = len(row.printed.partition(".")[2])
    return MULTIPLIERS.get((row.unit or "")[:1], Decimal(1)) * Decimal(5).scaleb(-places - 1)
