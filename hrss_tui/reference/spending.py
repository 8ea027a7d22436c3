"""What a department's spending is compared by: subjects, the cells of budget tables that state them, and its people."""

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


class StaffBasis(Entry, frozen=True):
    """A way to count people, and what it is called in prose."""

    key: str
    name: str
    name_en: str
    words: frozenset[str]


class People(Entry, frozen=True):
    """What numbers of people are told by: units, `hints` of which a subject has one, words that may stand `before`."""

    units: frozenset[str]
    hints: tuple[str, ...]
    before: tuple[str, ...]


class _File(Entry, frozen=True):
    own: frozenset[str]
    subjects: tuple[Subject, ...]
    people: People
    staff: tuple[StaffBasis, ...]


@cache
def _file() -> _File:
    return load("spending.toml", _File)


def subjects() -> tuple[Subject, ...]:
    """All subjects in the order in which screens offer them."""
    return _file().subjects


def own_indicators() -> frozenset[str]:
    """Indicators that are of the body whose document states them, and not of its place."""
    return _file().own


def staff_bases() -> tuple[StaffBasis, ...]:
    """The ways to count people, the best first."""
    return _file().staff


def people() -> People:
    """What numbers of people are told by."""
    return _file().people
