"""What a row of a table of indicators says of itself: a change is one figure less the other, a rate is done by aimed at.

Only what stands in one row under one name is compared, and only where it is plain which two figures are meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.checks.basics.bases import is_on_its_beginning, is_on_year_before, last_day
from hrss_tui.compile.checks.basics.columns import is_of_whole_aim
from hrss_tui.compile.checks.basics.identity import (
    REAL,
    Identity,
    at_own_prices,
    compare,
    not_checkable,
    percentage,
)
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.prose.sentences import PERCENT, is_aim, is_level, quantity, signed
from hrss_tui.compile.checks.stated.tables import of_tables
from hrss_tui.compile.stated.labels import sort_of
from hrss_tui.records import Check, Observation
from hrss_tui.reference.growth import real_growth
from hrss_tui.reference.units import units
from hrss_tui.words.check_reasons import because

_POINTS = "百分点"
_ENOUGH = 3
"""Rates of a table that show how precise they are, at least."""
_ENDS = ("-12", "-12-31")
"""Ends of periods that are the end of their year."""
_BOUNDS = ("<", "<=")
_CHANGED, _GROWN = because("change_of_row"), because("growth_of_row")
_DONE = because("completion_of_row")


def checks(papers: Papers) -> Iterator[Check]:
    """Every change and every rate beside the two figures that it follows from."""
    tables = list(of_tables(papers))
    rates: defaultdict[str | None, list[Observation]] = defaultdict(list)
    for block, rows in tables:
        rates[block.section] += [row for row in rows if row.change is not None and row.base_unit == PERCENT]
    zeros = {section: _zeros(own) for section, own in rates.items()}
    for block, rows in tables:
        levels = [row for row in rows if is_level(row) and sort_of(row.subject.rpartition(" ")[2]) == "level"]
        for row in rows:
            if row.change is not None:
                yield from _change(row, levels, zeros[block.section])
            elif row.base_unit == PERCENT and is_level(row):
                yield from _rate(row, levels)


def _zeros(rates: Sequence[Observation]) -> int:
    """How many zeros end the decimals of all rates below one heading: a column of 3.50, 1.00 and -1.50 is as precise as 3.5, 1 and -1.5."""
    decimals = [row.printed.partition(".")[2] for row in rates]
    ends = (len(text) - len(text.rstrip("0")) for text in decimals)
    return min(ends) if len(decimals) >= _ENOUGH else 0


def _change(row: Observation, levels: Sequence[Observation], zeros: int) -> Iterator[Check]:
    level = _named(row, [one for one in levels if one.kind == "actual" and one.period == row.period])
    if level is None or not (level.period or "")[:4].isdecimal():
        return
    year = int((level.period or "")[:4])
    against = f"{row.against or ''} {row.subject.removeprefix(level.subject)}"
    day = last_day(row.against or "", level.period or "")
    if day is None and not is_on_year_before(against, year):
        return
    before = [
        one
        for one in levels
        if one.subject == level.subject
        and (_is_before(one, level) if day is None else one.period == day and one.kind == "actual")
    ]
    if len(before) != 1 or before[0].base_unit != level.base_unit or before[0].operator != level.operator:
        return
    if is_on_its_beginning(against) and not _is_beginning(before[0], level):
        return
    base = quantity(before[0])
    difference = quantity(level) - base
    if row.base_unit in (level.base_unit, _POINTS if level.base_unit == PERCENT else ""):
        if row.base_unit == PERCENT:
            return
        words = f"{row.subject} = {level.printed} − {before[0].printed}"
        identity = Identity("stated_change", words, row, row.base_unit, context=_CHANGED)
        check = compare(identity, signed(row), difference)
    elif row.base_unit == PERCENT and not _is_ratio(level) and base.value > 0:
        words = (
            f"{row.subject} {row.printed}% = ({level.printed} − {before[0].printed}) ÷ {before[0].printed}"
        )
        identity = Identity("stated_growth", words, row, PERCENT, context=_GROWN)
        rate = signed(row)
        rate = msgspec.structs.replace(rate, error=rate.error * 10**zeros)
        check = at_own_prices(percentage(identity, rate, difference, base), row.subject)
        if check.status == "fails" and row.indicator_id in real_growth():
            check = not_checkable(identity, REAL, signed(row))
    else:
        return
    yield check


def _named(row: Observation, levels: Sequence[Observation]) -> Observation | None:
    """The figure with whose name that of a change begins; None where there is none, or are several."""
    found = [one for one in levels if row.subject.startswith(one.subject)]
    longest = max((len(one.subject) for one in found), default=0)
    found = [one for one in found if len(one.subject) == longest]
    return found[0] if len(found) == 1 else None


def _is_before(one: Observation, level: Observation) -> bool:
    """Is a figure of the same part of the year before, or of the day on which the year began?"""
    if one.period is None or level.period is None or one.kind != "actual":
        return False
    year = level.period[:4]
    last = level.period.replace(year, str(int(year) - 1))
    return one.period in (last, f"{year}-01-01")


def _is_beginning(one: Observation, level: Observation) -> bool:
    """Is a figure that of the day on which the year began, or that of a whole year of which the level is the next?"""
    period = level.period or ""
    whole = len(period) == len("2033") or period.endswith(_ENDS)
    return whole or one.period == f"{period[:4]}-01-01"


def _rate(row: Observation, levels: Sequence[Observation]) -> Iterator[Check]:
    name, _, label = row.subject.rpartition(" ")
    if sort_of(label) != "rate" or not is_of_whole_aim(row.subject):
        return
    own = [one for one in levels if f" {name}".endswith(f" {one.subject}") and one.period is not None]
    done = [one for one in own if one.kind == "actual" and one.period == row.period]
    aims = [one for one in own if is_aim(one) and (row.period or "").startswith((one.period or "")[:4])]
    if len(done) != 1 or len(aims) != 1 or done[0].base_unit != aims[0].base_unit:
        return
    if _is_ratio(aims[0]) or aims[0].operator in _BOUNDS or not quantity(aims[0]).value:
        return
    words = f"{row.subject} {row.printed}% = {done[0].printed} ÷ {aims[0].printed}"
    identity = Identity("stated_completion", words, row, PERCENT, context=_DONE)
    yield percentage(identity, quantity(row), quantity(done[0]), quantity(aims[0]))


def _is_ratio(row: Observation) -> bool:
    known = units().get(row.base_unit)
    return known is not None and known.kind in ("ratio", "points")
