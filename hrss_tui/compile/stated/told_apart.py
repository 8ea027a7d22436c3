"""Figures of a table, and those of them that nothing tells apart: what would is not read."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.compile.stated.labels import Value
from hrss_tui.compile.stated.sheet import Named
from hrss_tui.records import Observation
from hrss_tui.sources.tables import Cell


class Figure(msgspec.Struct, frozen=True):
    """A cell of figures with its row and column; `record` is None where it cannot be read."""

    named: Named
    value: Value
    cell: Cell
    record: Observation | None


def distinct(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, where two that would be of the same thing are none: what tells them apart was not read.

    Two of one row that print the same may both be, where their columns differ nowhere: what is of January is all
    there is of the year.
    """
    keys = [_key(figure.record) for figure in figures]
    told: dict[tuple[object, ...], list[Figure]] = {}
    for figure, key in zip(figures, keys, strict=True):
        if key is not None:
            told.setdefault(key, []).append(figure)
    again = {
        key for key, same in told.items() if len({(one.cell.span.line, one.cell.text) for one in same}) > 1
    }
    apart = {at for key in again if len(at := _columns(told[key])) > 1}
    again |= {key for key, same in told.items() if _columns(same) in apart}
    return [
        msgspec.structs.replace(figure, record=None) if key in again else figure
        for figure, key in zip(figures, keys, strict=True)
    ]


def _columns(figures: Sequence[Figure]) -> frozenset[int]:
    """The columns in which figures stand."""
    return frozenset(figure.value.index for figure in figures)


def _key(record: Observation | None) -> tuple[object, ...] | None:
    if record is None:
        return None
    note = record.scope_note
    return record.subject, record.period, record.scope, record.kind, record.change, record.base_unit, note
