"""What the months and quarters of a table of indicators add up to: a year, the months until now.

Not all that is counted adds up over time: what there is at an end of a month does not. So that a sum fails is only said
of what nearly adds up, and where something proves that it does: another sum of its unit, or a slip of one digit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from hrss_tui.compile.checks.basics.identity import Identity, compare, not_checkable, total
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.basics.slips import slip_of
from hrss_tui.compile.checks.prose.sentences import quantity
from hrss_tui.compile.checks.stated.sums import TWICE, adds_up
from hrss_tui.compile.checks.stated.tables import of_tables
from hrss_tui.compile.prefectures.names import is_sum
from hrss_tui.records import Check, Observation

Months = tuple[int, int]
"""First and last month of a stretch within a year."""

_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<first>\d{2})(?:/(?P=year)-(?P<last>\d{2}))?)?")
_REACH = re.compile(r"^(?:累计|本月|当月|本期|当期)(?=.)")
_YEAR = (1, 12)
_NEAR = Decimal("0.1")
"""How far from the sum of its parts a figure may be that is meant as one, as a part of the sum."""
_DIFFERENT = "各期之和与全期不符"
_OPEN = "各期未必可以相加"


def checks(papers: Papers) -> Iterator[Check]:
    """Every stretch of time that others of the same table divide."""
    made = [found for series in _series(papers) for found in _sums(series)]
    proved = {stated.base_unit for stated, _, check in made if check.status != "fails"}
    for stated, parts, check in made:
        # Persons may be counted in several months, and once in a year: only too many of these cannot be.
        once = stated.base_unit not in TWICE or (check.difference or 0) > 0
        proof = _is_near(check) and once and stated.base_unit in proved
        if check.status != "fails" or proof or _is_slip(stated, parts):
            yield check
        elif _is_near(check):
            yield not_checkable(_identity(stated, parts), _OPEN, quantity(stated))


def _series(papers: Papers) -> Iterator[Mapping[Months, Observation]]:
    """The figures of one subject in one year by their months; two that differ are none."""
    found: defaultdict[tuple[object, ...], dict[Months, list[Observation]]] = defaultdict(dict)
    for block, rows in of_tables(papers):
        for row in rows:
            match = _PERIOD.fullmatch(row.period or "")
            if match is None or not adds_up(row) or row.kind == "target":
                continue
            key = (block.section, _name(row.subject), row.base_unit, row.kind, row.scope, match["year"])
            found[key].setdefault(_months(match), []).append(row)
    for stretches in found.values():
        yield {
            months: rows[0]
            for months, rows in stretches.items()
            if len({(row.base_value, row.printed) for row in rows}) == 1
        }


def _name(subject: str) -> str:
    """A subject without what says that it is the sum over all times, or of those until now: 合计 岗位数, 累计岗位数."""
    words = [_REACH.sub("", word) for word in subject.split(" ") if not is_sum(word)]
    return " ".join(words)


def _months(match: re.Match[str]) -> Months:
    if match["first"] is None:
        return _YEAR
    return int(match["first"]), int(match["last"] or match["first"])


def _sums(series: Mapping[Months, Observation]) -> Iterator[tuple[Observation, Sequence[Observation], Check]]:
    for whole, stated in series.items():
        parts = _parts(series, whole)
        if parts:
            check = compare(_identity(stated, parts), quantity(stated), total(map(quantity, parts)))
            yield stated, parts, check


def _parts(series: Mapping[Months, Observation], whole: Months) -> list[Observation]:
    """What divides a stretch: all until its last part and that, else the shortest one after the other; none where any lacks."""
    first, last = whole
    for cut in range(last, first, -1):
        if (first, cut - 1) in series and (cut, last) in series:
            return [series[first, cut - 1], series[cut, last]]
    found: list[Observation] = []
    start = first
    while start <= last:
        end = next(
            (at for at in range(start, last + 1) if (start, at) in series and (start, at) != whole), None
        )
        if end is None:
            return []
        found.append(series[start, end])
        start = end + 1
    return found


def _identity(stated: Observation, parts: Sequence[Observation]) -> Identity:
    words = f"{stated.subject} {stated.period} = {len(parts)} 期之和"
    return Identity("stated_parts", words, stated, stated.base_unit, "periods", _DIFFERENT)


def _is_near(check: Check) -> bool:
    right = Decimal(str(check.right or 0))
    return abs(Decimal(str(check.difference or 0))) <= abs(right) * _NEAR


def _is_slip(stated: Observation, parts: Sequence[Observation]) -> bool:
    """Is one slip of a digit in the whole all that keeps it from being the sum of its parts?"""
    right = total(map(quantity, parts))
    return bool(slip_of(quantity(stated).value, right.value, right.error))
