"""What a department's spending is compared by: subjects, the cells of budget tables that state them, and its people."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from hrss_tui import lazy_re as re
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


StageKey = Literal["", "initial", "adjusted", "budget", "outcome"]


class Stage(Entry, frozen=True):
    """A stage of a year's money, and the ends of names that say it."""

    key: StageKey
    tails: tuple[str, ...]


class _File(Entry, frozen=True):
    own: frozenset[str]
    area: frozenset[str]
    area_titles: tuple[str, ...]
    body_titles: tuple[str, ...]
    stages: tuple[Stage, ...]
    funds: tuple[str, ...]
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


def area_indicators() -> frozenset[str]:
    """Indicators of all public money of a place, which no body's own budget or accounts state."""
    return _file().area


def of_area(title: str) -> bool:
    """Does a title name the budget or the accounts of a whole place, and not those of a department or a unit?"""
    return bool(_area_titles().search(title)) and not of_body(title)


def of_body(title: str) -> bool:
    """Does a title say that it is of a department or a unit, whichever that is?"""
    return any(word in title for word in _file().body_titles)


@cache
def _area_titles() -> re.Pattern[str]:
    return re.compile(re.any_of(_file().area_titles))


@cache
def _tails() -> tuple[tuple[str, StageKey], ...]:
    """The ends of names, longest first."""
    found = [(tail, stage.key) for stage in _file().stages for tail in stage.tails]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


@lru_cache(4096)
def stage_named(name: str) -> StageKey:
    """The stage that a name says by its own end, else by that of the whole it is a part of."""
    for fund in _file().funds:
        name = name.replace(fund, "")
    for part in reversed(name.split()):
        for tail, key in _tails():
            if part.endswith(tail):
                return key
    return ""


def stage_words(text: str) -> str:
    """The words at the end of a text that say a stage: 全年预算数 of 比全年预算数; none of a fund that is called a budget."""
    if text.endswith(tuple(_file().funds)):
        return ""
    return next((tail for tail, _ in _tails() if text.endswith(tail)), "")


def at_stage(name: str, text: str) -> str:
    """A name at the stage that a text names, in its words: 培训费决算数 at 年初预算数 is 培训费年初预算数."""
    words = stage_words(text)
    if not words or stage_named(words) == stage_named(name):
        return name
    whole, seam, own = name.rpartition(" ")
    bare = own.removesuffix(stage_words(own))
    return whole + seam + bare + words if bare else f"{whole}{seam}{words}"


def staff_bases() -> tuple[StaffBasis, ...]:
    """The ways to count people, the best first."""
    return _file().staff


def people() -> People:
    """What numbers of people are told by."""
    return _file().people
