"""What is to be known of a comparison when it is shown: numbers that stand in one column count in one unit, and what was
passed over is counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

import msgspec

from hrss_tui.pack.read import Pack
from hrss_tui.query.chosen_values import quantity
from hrss_tui.query.compare import CompareRow
from hrss_tui.query.places import region_of
from hrss_tui.records import PrefectureValue, record_id
from hrss_tui.reference.units import base_unit, split_unit


class PassedOver(msgspec.Struct, frozen=True):
    """Values of the metrics and places compared that are not shown: of the same year by kind, and those that other documents
    give otherwise; of newer years, and of earlier ones where the year shown has none, by year.
    """

    kinds: dict[str, int]
    otherwise: int
    years: dict[int, int] = {}


NOTHING_LEFT: Final = PassedOver({}, 0)


def passed_over(pack: Pack, rows: Sequence[CompareRow], asked: Collection[str] = ()) -> PassedOver:
    """Count what a comparison leaves out of the same metrics and places; those with the codes `asked` may have no row."""
    shown = {(row.metric, row.prefecture_code, row.year): row for row in rows if row.record_id}
    taken = {(row.metric, region_of(row.prefecture_code)): row.year or 0 for row in rows if row.record_id}
    places = {row.prefecture_code for row in rows}.union(asked)
    has = {(row.metric, row.prefecture_code) for row in rows}
    years: dict[int, set[tuple[str, str]]] = defaultdict(set)
    kinds: Counter[str] = Counter()
    otherwise = 0
    for row in pack.rows(PrefectureValue):
        own = shown.get((row.metric, row.prefecture_code, row.year))
        one, newest = (
            (row.metric, row.prefecture_code),
            taken.get((row.metric, region_of(row.prefecture_code))),
        )
        year = row.year
        aside = own is None and row.prefecture_code in places
        if aside and year and newest is not None and (year > newest or (year < newest and one not in has)):
            years[year].add(one)
        if own is None or record_id(row) == own.record_id:
            continue
        if row.kind != own.kind:
            kinds[row.kind] += 1
        elif quantity(row) != quantity(own):
            otherwise += 1
    return PassedOver(dict(kinds), otherwise, {year: len(years[year]) for year in sorted(years)})


def in_one_unit(rows: Sequence[CompareRow]) -> list[CompareRow]:
    """The rows as they may stand below each other: where a metric is printed in multiples of a unit (万人, 人), all in the unit itself."""
    units: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        units[row.metric, _plain(row.unit)].add(row.unit)
    return [_plainly(row) if len(units[row.metric, _plain(row.unit)]) > 1 else row for row in rows]


def _plain(unit: str) -> str:
    return base_unit(split_unit(unit)[1])


def _plainly(row: CompareRow) -> CompareRow:
    """A row in its unit without multiplier."""
    own = quantity(row)
    if own is None:
        return msgspec.structs.replace(row, unit=_plain(row.unit))
    value = own[0].to_integral_value() if own[0] == own[0].to_integral_value() else own[0].normalize()
    return msgspec.structs.replace(row, unit=own[1], value=float(value), printed=f"{value:f}")


class Differing(NamedTuple):
    """Whether the values of one metric are of several years, kinds, units."""

    years: bool
    kinds: bool
    units: bool


def differing(rows: Sequence[CompareRow]) -> Differing:
    """In what the values of some rows of one metric differ."""
    own = [row for row in rows if row.value is not None]
    return Differing(*(len({getattr(row, name) for row in own}) > 1 for name in ("year", "kind", "unit")))
