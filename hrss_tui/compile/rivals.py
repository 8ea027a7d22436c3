"""Figures of one document that would all be the value of one indicator, though their names say that they are of different things.

技工院校在校生 9 万人：技师学院在校生 5 万人、技工学校在校生 4 万人. A part has what its whole has, and is no value of it:
where several figures are of the same time, place and kind and differ, that with the plainest name keeps the indicator, and
those whose names say more do not; none does where each says something else. Figures of one and the same name stay
beside each other: they contradict each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.plain import one_year
from hrss_tui.records import Observation, Record
from hrss_tui.reference.place_scopes import scope_beside
from hrss_tui.reference.qualifiers import qualifier
from hrss_tui.reference.spending import StageKey, stage_named

_Matter = tuple[str, str | None, str | None, str | None, str, str, StageKey]


def without_parts(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records of a document, in which what names a part of a quantity is no value of all of it."""
    groups: dict[_Matter, list[Observation]] = defaultdict(list)
    for record in records:
        if isinstance(record, Observation) and record.indicator_id is not None and _is_value(record):
            groups[_matter(record.indicator_id, record)].append(record)
    parts: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    levels = set()
    for (of, *_), group in groups.items():
        for one in _parts(of, group):
            levels.add(one.observation_id)
            parts[one.block_id, of].append(one.subject)
    return tuple(
        msgspec.structs.replace(record, indicator_id=None)
        if isinstance(record, Observation) and (record.observation_id in levels or _is_changed(record, parts))
        else record
        for record in records
    )


def _is_changed(one: Observation, parts: Mapping[tuple[str, str | None], Sequence[str]]) -> bool:
    """Does a figure tell how one of the parts that its block tells has changed?"""
    names = parts.get((one.block_id, one.indicator_id), ())
    return one.change is not None and one.subject.startswith(tuple(names))


def _is_value(one: Observation) -> bool:
    """Does a figure say how much there is of something, at a time that is known?"""
    return one.change is None and one.operator == "=" and one.period is not None


def _matter(indicator_id: str, one: Observation) -> _Matter:
    """What figures have in common that would contradict each other where they differ."""
    scope, period = scope_beside(one.scope, one.place), one_year(one.period) or one.period
    return indicator_id, one.place, scope, period, one.kind, one.base_unit, stage_named(one.subject)


def _parts(indicator_id: str, group: Sequence[Observation]) -> Iterable[Observation]:
    """Those of a group that differ from the one whose name says least, and whose names say more."""
    if len({one.base_value for one in group}) == 1:
        return ()
    said = [qualifier(indicator_id, one.subject) for one in group]
    least = min(said, key=len)
    whole = [one for one, own in zip(group, said, strict=True) if own == least]
    if len(whole) == len(group):
        return ()
    if not all(least in own for own in said):
        return group
    return [one for one in group if all(_differ(one, other) for other in whole)]


def _differ(one: Observation, other: Observation) -> bool:
    """Do two values differ by more than rounding of either explains?"""
    apart = abs(Decimal(repr(one.base_value)) - Decimal(repr(other.base_value)))
    return apart > max(_half(one), _half(other))


def _half(one: Observation) -> Decimal:
    """Half the last printed digit of a value, in its base unit."""
    factor = Decimal(repr(one.base_value)) / Decimal(repr(one.value)) if one.value else Decimal(1)
    return factor * Decimal(5).scaleb(-len(one.printed.partition(".")[2]) - 1)
