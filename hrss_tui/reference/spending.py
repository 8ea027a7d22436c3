"""What a department's spending is compared by: subjects and the cells of budget tables that state them."""

from __future__ import annotations

from functools import cache

from hrss_tui.reference._load import Entry, load


class SpendingCell(Entry, frozen=True):
    """A cell that states a subject: kind of table, column, and row by its code ("" is the total)."""

    table: str
    measure: str
    code: str


class Subject(Entry, frozen=True):
    """A subject of spending: names it goes by, and the cells that state it, best first."""

    key: str
    labels: tuple[str, ...]
    name: str
    name_en: str
    cells: tuple[SpendingCell, ...]


class _File(Entry, frozen=True):
    subjects: tuple[Subject, ...]


@cache
def subjects() -> tuple[Subject, ...]:
    """All subjects in the order in which screens offer them."""
    return load("spending.toml", _File).subjects
