"""Rows of a text set apart by tabs that have a cell more or fewer than the others: which one is not told.

A row may leave out its last blank cells, as editors take tabs from the end of a line. Where others keep theirs, or where
a row has a figure right of all columns, its amounts may stand in the columns of others.
"""

from __future__ import annotations

from collections import Counter

import msgspec

from hrss_tui.compile.budget.rows import fitted
from hrss_tui.compile.budget.rulers import Split
from hrss_tui.compile.budget.sides import Header
from hrss_tui.compile.budget.values import is_value
from hrss_tui.sources.tables import Row


class Usual(msgspec.Struct, frozen=True):
    """How many cells rows have, and whether they print the blank ones at their end; no cells where rows have places."""

    cells: int
    blanks_kept: bool


def usual(table: Split) -> Usual:
    """What most rows of a segment have: of two numbers that as many have, the larger one."""
    rows = [row for row in (*table.head, *table.rows) if row.row is None]
    counts = Counter(len(row.cells) for row in rows)
    cells = max(counts, key=lambda width: (counts[width], width), default=0)
    kept = any(len(row.cells) == cells and not row.cells[-1].text for row in rows)
    return Usual(cells, kept)


def has_slipped(row: Row, others: Usual, header: Header) -> bool:
    """Has a row with amounts a cell more than the others, or one fewer though they keep the blank ones at their end?

    Not where its amounts fill all columns behind its name, or where sides with names of their own tell where they stand.
    """
    if row.row is not None or len(header.sides) != 1 or not any(is_value(cell.text) for cell in row.cells):
        return False
    more = any(cell.text for cell in row.cells[others.cells :])
    fewer = others.blanks_kept and len(row.cells) < others.cells
    return (more or fewer) and fitted(row, header.sides[0]) is header.sides[0]
