"""Columns that follow from others of their row: first and last day of a period, numbers, values in base units."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.dates import days
from hrss_tui.records import (
    Document,
    Observation,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    Record,
)
from hrss_tui.reference.units import in_base_unit

_DECIMAL = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)
_TEXT = "text"
"""The operator of a target whose value is words."""


def fill(tables: dict[str, list[Record]]) -> None:
    """Fill them in every table that has them, whoever wrote its rows."""
    for name, follows in _FOLLOWS.items():
        tables[name] = list(map(_filler(follows), tables.get(name, ())))


def number(text: str) -> float | None:
    """A number, where the text is one; commas may part its thousands."""
    bare = text.replace(",", "")
    return float(bare) if _DECIMAL.fullmatch(bare) else None


def _filler(follows: Callable[[Any], dict[str, Any]]) -> Callable[[Record], Record]:
    def filled(row: Record) -> Record:
        lacking = {name: value for name, value in follows(row).items() if getattr(row, name) != value}
        return msgspec.structs.replace(row, **lacking) if lacking else row

    return filled


def _period(row: Document | Observation) -> dict[str, Any]:
    start, end = days(row.period)
    return {"period_start": start, "period_end": end}


def _base(row: PrefectureValue | PrefectureTotal) -> dict[str, Any]:
    if row.value is None:
        return {"base_value": None, "base_unit": None}
    value, unit = in_base_unit(row.value, row.unit)
    return {"base_value": value, "base_unit": unit}


def _target(row: PerformanceTarget) -> dict[str, Any]:
    told = None if row.operator == _TEXT else number(row.value)
    value, unit = (None, None) if told is None else in_base_unit(told, row.unit)
    before = None
    if row.previous_value is not None:
        previous, own = in_base_unit(row.previous_value, row.previous_unit)
        before = previous if own == unit and told is not None else None
    return {"number": told, "base_value": value, "base_unit": unit, "previous_base_value": before}


_FOLLOWS: dict[str, Callable[[Any], dict[str, Any]]] = {
    Document.TABLE: _period,
    Observation.TABLE: _period,
    PrefectureValue.TABLE: _base,
    PrefectureTotal.TABLE: _base,
    PerformanceTarget.TABLE: _target,
}
