"""Names that a cell cuts: the code beside one says how the whole of it reads."""

from __future__ import annotations

import msgspec

from hrss_tui.compile.budget.readings import Readings
from hrss_tui.compile.budget.rows import Reading
from hrss_tui.reference.classifications import official_names
from hrss_tui.reference.text import fold_label
from hrss_tui.sources.text import UNREAD

_SHORTEST = 2
"""So many characters of a name must be seen to prove that it is the name of a code."""


def is_cut(name: str) -> bool:
    """Does a name end where its cell cuts it?"""
    return name.endswith(UNREAD)


def with_whole_names(readings: Readings, year: int | None) -> Readings:
    """The rows with the official names of their codes where what is printed of a name is part of that."""
    if not any(is_cut(reading.name) for side in readings.sides for reading in side):
        return readings
    sides = tuple(tuple(_whole(reading, year) for reading in side) for side in readings.sides)
    return msgspec.structs.replace(readings, sides=sides)


def _whole(reading: Reading, year: int | None) -> Reading:
    official = official_names(year).get(reading.printed.code, "") if is_cut(reading.name) else ""
    seen = fold_label(reading.name.rstrip(UNREAD))
    if len(seen) < _SHORTEST or seen not in fold_label(official):
        return reading
    return msgspec.structs.replace(reading, name=official)
