"""Rows that print one level of a code of which nothing tells the others: their amounts are declared, as it is open what counts them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.compile.budget.places import Place
from hrss_tui.compile.budget.printed import Printed
from hrss_tui.compile.budget.rows import Reading
from hrss_tui.reference.budget_tables import classification

_ONE_LEVEL = 2
"""Digits of a code of which only one level is known."""


def without_open(table: Printed, placed: Sequence[Sequence[Place]]) -> Printed:
    """The table, no amount of such a row read; `placed` has a place for every row."""
    if not any(_is_open(place) for side in placed for place in side):
        return table
    sides = tuple(
        tuple(map(_unread, side, own)) for side, own in zip(table.readings.sides, placed, strict=True)
    )
    return msgspec.structs.replace(table, readings=msgspec.structs.replace(table.readings, sides=sides))


def _is_open(place: Place) -> bool:
    coded = classification(place.classification).rows == "codes"
    return coded and place.code is not None and len(place.code) == _ONE_LEVEL


def _unread(reading: Reading, place: Place) -> Reading:
    if not _is_open(place):
        return reading
    own = reading.printed
    cells = msgspec.structs.replace(own, amounts=(), unread=(*own.amounts, *own.unread))
    return msgspec.structs.replace(reading, printed=cells)
