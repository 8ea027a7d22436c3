"""A table that is too wide for its page in print: its sheets cut into those of its first columns and of the others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import msgspec

from tests.documents.described import Table
from tests.documents.placing import placed
from tests.documents.print_table import Sheet

WIDE = {False: 1.7, True: 1.3}
"""How many times as wide as its page a table is that is printed on two, without and with its labels on both."""


def halves(
    made: Sequence[Sheet], table: Table, room: float, labels: bool
) -> tuple[list[Sheet], list[Sheet]] | None:
    """The sheets of the first columns and those of the others; None where the table does not fall in two.

    The others are amounts alone; with `labels` the first columns, which name the rows, stand before them again.
    """
    scale = WIDE[labels] * room / sum(table.widths)
    edges = [scale * edge for edge in accumulate(table.widths, initial=0.0)]
    named = _named(table)
    own = edges[named] if labels else 0.0
    cuts = [
        edges[cut]
        for cut in range(named + 1, len(edges) - 1)
        if edges[cut] <= room and own + edges[-1] - edges[cut] <= room and _falls(made, edges[cut])
    ]
    if not named or not cuts:
        return None
    at = min(cuts, key=lambda edge: abs(edge - edges[-1] / 2))
    return [_part(sheet, 0.0, at, 0.0) for sheet in made], [
        _with(_part(sheet, 0.0, own, 0.0), _part(sheet, at, edges[-1], own)) for sheet in made
    ]


def _named(table: Table) -> int:
    """How many columns at the left name the rows; 0 where such columns stand elsewhere too."""
    named = {
        each.column + covered
        for each in placed(table.rows)
        if each.cell.text and each.cell.role not in ("amount", "number")
        for covered in range(each.cell.columns)
    }
    count = max(named, default=-1) + 1
    return count if named == set(range(count)) else 0


def _falls(made: Sequence[Sheet], at: float) -> bool:
    """Does no cell reach over a place?"""
    return not any(
        cell.left < at - 0.1 and cell.left + cell.width > at + 0.1 for sheet in made for cell in sheet.cells
    )


def _part(sheet: Sheet, start: float, end: float, to: float) -> Sheet:
    """The cells between two places, moved so that the first one stands at `to`."""
    cells = tuple(
        msgspec.structs.replace(cell, left=cell.left - start + to)
        for cell in sheet.cells
        if start - 0.1 <= cell.left < end - 0.1
    )
    return msgspec.structs.replace(sheet, cells=cells)


def _with(first: Sheet, second: Sheet) -> Sheet:
    return msgspec.structs.replace(first, cells=(*first.cells, *second.cells))
