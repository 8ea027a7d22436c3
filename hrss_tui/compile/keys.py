"""The rows of `measures` and `metrics`: what the keys that a package uses are called in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hrss_tui.records import (
    BudgetLine,
    Measure,
    Metric,
    PrefectureTotal,
    PrefectureValue,
    Record,
    Unread,
)
from hrss_tui.reference.measures import measure_name
from hrss_tui.reference.metrics import key_part, metric_by_key
from hrss_tui.reference.units import base_unit, split_unit


def measures(tables: Mapping[str, Sequence[Record]]) -> list[Measure]:
    """Every measure of budget lines and of what was not read of them, in the order of the keys."""
    printed: dict[str, str] = {}
    for row in tables.get(BudgetLine.TABLE, ()):
        if isinstance(row, BudgetLine):
            printed.setdefault(row.measure, row.measure_label)
    for row in tables.get(Unread.TABLE, ()):
        if isinstance(row, Unread) and row.measure:
            printed.setdefault(row.measure, row.measure)
    return [_measure(key, printed[key]) for key in sorted(printed)]


def _measure(key: str, printed: str) -> Measure:
    known = measure_name(key)
    return Measure(
        measure=key, name=known.zh if known else printed, name_en=known.en or None if known else None
    )


def metrics(tables: Mapping[str, Sequence[Record]]) -> list[Metric]:
    """Every metric of tables by place, in the order of the keys."""
    first: dict[str, PrefectureValue | PrefectureTotal] = {}
    units: dict[str, set[str]] = {}
    for row in _values(tables):
        first.setdefault(row.metric, row)
        units.setdefault(row.metric, set()).add(base_unit(split_unit(row.unit)[1]))
    return [_metric(first[key], units[key]) for key in sorted(first)]


def _values(tables: Mapping[str, Sequence[Record]]) -> Iterator[PrefectureValue | PrefectureTotal]:
    for name in (PrefectureValue.TABLE, PrefectureTotal.TABLE):
        for row in tables.get(name, ()):
            if isinstance(row, PrefectureValue | PrefectureTotal):
                yield row


def _metric(row: PrefectureValue | PrefectureTotal, units: set[str]) -> Metric:
    base, *more = row.metric.split(":")
    known = metric_by_key(base)
    said = [key_part(part) for part in more]
    behind = ["".join(f"（{zh}）" for zh, _ in said), "".join(f" ({en})" for _, en in said)]
    return Metric(
        metric=row.metric,
        name=f"{known.name}{behind[0]}" if known else row.metric_label,
        name_en=f"{known.name_en}{behind[1]}" if known else None,
        unit=(units.pop() or None) if len(units) == 1 else None,
        indicator_id=row.indicator_id,
    )
