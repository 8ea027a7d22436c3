"""Which of the values of a package a comparison takes: of each metric one year, one kind, and of a place one document.

A metric may be stated for several years, as a target and as what came of it, and by several documents. Only what is of
one year and kind is set side by side; where two documents state a value, the one issued last is believed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from typing import Final, Protocol

import msgspec

from hrss_tui.pack.read import Pack
from hrss_tui.query.exact import exact
from hrss_tui.records import Document, PrefectureValue
from hrss_tui.reference.units import base_unit, split_unit

KINDS: Final = ("target", "actual", "cumulative", "rate", "rank", "change", "allocation")
RANK: Final = "rank"
"""Kinds of values; where a year has several, the first is compared."""


class Metric(msgspec.Struct, frozen=True):
    """A metric of the package: key, label as printed, unit, newest year, and the kind that is compared of that year."""

    metric: str
    metric_label: str
    unit: str
    kind: str
    year: int | None


class Valued(Protocol):
    """What has a printed value with its unit: a row of the package or of a comparison."""

    @property
    def value(self) -> float | None:
        """The number, None where the metric does not apply."""

    @property
    def unit(self) -> str:
        """The unit as printed."""

    @property
    def printed(self) -> str:
        """The cell as printed."""


def metrics_of(rows: Iterable[PrefectureValue], kind: str | None = None) -> dict[str, Metric]:
    """The metrics of some values by key, in printed order; of a kind where one is given."""
    found: dict[str, Metric] = {}
    for row in rows:
        if kind in (None, row.kind):
            seen = found.get(row.metric)
            if seen is None or _before(row, seen):
                found[row.metric] = Metric(row.metric, row.metric_label, row.unit, row.kind, row.year)
    return found


def timely(rows: Iterable[PrefectureValue], codes: Collection[str]) -> Iterator[PrefectureValue]:
    """Of each metric the values of one year: the newest that more than half as many of some places have a value of as of
    the year that most of them have one of. A year that a few of them are named in does not hide the one of all.
    """
    found: dict[str, dict[int, list[PrefectureValue]]] = {}
    wanted = set(codes)
    for row in rows:
        found.setdefault(row.metric, {}).setdefault(row.year or 0, []).append(row)
    for years in found.values():
        has = {year: len({row.prefecture_code for row in own} & wanted) for year, own in years.items()}
        most = max(has.values())
        yield from years[max(year for year, count in has.items() if 2 * count > most or not most)]


def _before(row: PrefectureValue, seen: Metric) -> bool:
    """Whether a row is compared rather than what was seen: a newer year, of the same year an earlier kind."""
    years = (row.year or 0, seen.year or 0)
    return years[0] > years[1] or (years[0] == years[1] and _order(row.kind) < _order(seen.kind))


def _order(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


def latest(pack: Pack, rows: Iterable[PrefectureValue]) -> Iterator[PrefectureValue]:
    """One value of each metric, place, year and kind: that of the document issued last, of two that of the last one."""
    issued = {row.doc_id: (row.date or "", place) for place, row in enumerate(pack.rows(Document))}
    found: dict[tuple[str, str, int | None, str], PrefectureValue] = {}
    for row in rows:
        key = (row.metric, row.prefecture_code, row.year, row.kind)
        seen = found.get(key)
        if seen is None or issued.get(row.doc_id, _NEVER) >= issued.get(seen.doc_id, _NEVER):
            found[key] = row
    return iter(found.values())


_NEVER = ("", -1)


def quantity(row: Valued) -> tuple[Decimal, str] | None:
    """The value without the multiplier of its unit, exactly, and that unit; None where the metric does not apply."""
    if row.value is None:
        return None
    factor, unit = split_unit(row.unit)
    return exact(row.printed, row.value) * factor, base_unit(unit)
