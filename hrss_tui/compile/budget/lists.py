"""Tables that list names and hold no amount: the units of a department, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hrss_tui.compile.budget.values import is_value
from hrss_tui.sources.tables import Row

_COUNTED = 4
"""Digits of a number that counts rows, at most."""


def has_figures(rows: Sequence[Row]) -> bool:
    """Whether rows hold amounts; the numbers that count the rows of a list of names are none."""
    first = 1 if are_counted(rows) else 0
    return any(is_value(part) for row in rows for cell in row.cells[first:] for part in cell.text.split())


def are_counted(rows: Sequence[Row]) -> bool:
    """Do the first cells that are numbers go up by one from row to row?"""
    cells = [row.cells[0].text.strip() for row in rows if row.cells]
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) <= _COUNTED]
    return len(numbers) > 1 and all(after == before + 1 for before, after in pairwise(numbers))
