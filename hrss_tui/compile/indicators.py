"""The rows of `indicators`: every canonical indicator that a record of the package is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hrss_tui.records import Indicator, Record
from hrss_tui.reference import indicators


def rows(tables: Mapping[str, Sequence[Record]]) -> list[Indicator]:
    """Reference entries that some record cites, in the order of the reference."""
    cited = set(_cited(record for records in tables.values() for record in records))
    return [
        Indicator(
            indicator_id=entry.indicator_id,
            name=entry.name,
            name_en=entry.name_en,
            unit=entry.unit,
            aliases=list(dict.fromkeys((*entry.aliases, *entry.names))),
        )
        for entry in indicators()
        if entry.indicator_id in cited
    ]


def _cited(records: Iterable[Record]) -> Iterable[str]:
    for record in records:
        indicator_id = getattr(record, "indicator_id", None)
        if indicator_id is not None:
            yield indicator_id
