"""Units, multipliers and the words around a figure: operators, scopes, changes, periods."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from hrss_tui.reference._load import Entry, load

UnitKind = Literal["persons", "count", "money", "ratio", "points", "time", "area"]
OperatorSign = Literal["=", ">=", "<=", ">", "<", "~"]
Place = Literal["before", "inside", "after", "verbal"]
ScopeKind = Literal["nation", "region", "level", "group", "other"]
PeriodKind = Literal[
    "year",
    "so_far",
    "year_end",
    "month",
    "quarter",
    "period_end",
    "year_start",
    "now",
    "to_date",
    "cumulative",
    "average",
]
Missing = Literal["not_applicable", "none_last_year", "none", "not_budgeted", "withheld"]

_SHARES = ("%", "百分点", "千分点")


class Unit(Entry, frozen=True):
    """A counter or measure; values in `unit` are compared in `base`. `one_en` is what one is called, if not so.

    What is `measured` (a road, a harvest) and not counted is rounded also where it is printed without decimals.
    """

    unit: str
    base: str
    kind: UnitKind
    name_en: str
    one_en: str = ""
    measured: bool = False


class Multiplier(Entry, frozen=True):
    """A word between digits and unit, and its factor."""

    word: str
    factor: int


class PairedUnit(Entry, frozen=True):
    """Two units that in a label count one thing (台、套), the unit that they are, and the word of labels that need one."""

    units: tuple[str, str]
    unit: str
    of: str = ""


class PerPhrase(Entry, frozen=True):
    """A phrase before an amount that makes it a rate: 每人每月 → per 人, per 月."""

    word: str
    per: tuple[str, ...]


class PerName(Entry, frozen=True):
    """A unit that others are stated for, as one of it is called: yuan per person."""

    unit: str
    name_en: str


class Operator(Entry, frozen=True):
    """A word that makes a figure a bound or an approximation, and where it may stand."""

    word: str
    operator: OperatorSign
    places: tuple[Place, ...]


class Scope(Entry, frozen=True):
    """A word that says whom or where a figure is about."""

    word: str
    kind: ScopeKind
    name_en: str


class Change(Entry, frozen=True):
    """A verb that makes a figure a change; sign +1, -1 or 0 (持平)."""

    word: str
    sign: int


class Period(Entry, frozen=True):
    """A word for a period, relative to the year the text is about."""

    word: str
    kind: PeriodKind
    offset: int


class Plan(Entry, frozen=True):
    """A five-year plan, first and last year included."""

    word: str
    first: int
    last: int


class MissingMark(Entry, frozen=True):
    """What stands where a figure would, and what that means."""

    mark: str
    status: Missing


class FigureWords(Entry, frozen=True):
    """Everything of units.toml; see its comments."""

    multipliers: tuple[Multiplier, ...]
    units: tuple[Unit, ...]
    paired_units: tuple[PairedUnit, ...]
    per_units: tuple[str, ...]
    per_names: tuple[PerName, ...]
    per_phrases: tuple[PerPhrase, ...]
    operators: tuple[Operator, ...]
    whole: tuple[str, ...]
    scopes: tuple[Scope, ...]
    changes: tuple[Change, ...]
    measured_changes: tuple[Change, ...]
    named_changes: tuple[str, ...]
    comparisons: tuple[str, ...]
    periods: tuple[Period, ...]
    near_days: tuple[str, ...]
    near_hours: tuple[str, ...]
    plans: tuple[Plan, ...]
    missing: tuple[MissingMark, ...]


@cache
def figure_words() -> FigureWords:
    """The words around figures, in the order of the file."""
    return load("units.toml", FigureWords)


@cache
def change_signs() -> Mapping[str, int]:
    """Verbs of a change beside its base → +1 or -1, the longer first."""
    words = figure_words()
    signs = {one.word: one.sign for one in (*words.measured_changes, *words.changes) if one.sign}
    return MappingProxyType(dict(sorted(signs.items(), key=lambda each: -len(each[0]))))


@cache
def units() -> Mapping[str, Unit]:
    """Unit as printed, without multiplier → its entry."""
    return MappingProxyType({entry.unit: entry for entry in figure_words().units})


def counted_units() -> tuple[str, ...]:
    """Units of what is counted or measured: those that are printed, but for shares and their differences."""
    return tuple(unit for unit in units() if unit not in _SHARES)


def paired_unit(one: str, other: str, label: str) -> str:
    """The unit that two units in the bracket of a label are; "" where they count two things."""
    pairs = figure_words().paired_units
    return next(
        (each.unit for each in pairs if {*each.units} == {one, other} and each.of in label),
        "",
    )


@cache
def per_names() -> Mapping[str, str]:
    """Unit behind a stroke → its English name, of one of it."""
    return MappingProxyType({entry.unit: entry.name_en for entry in figure_words().per_names})


@cache
def multipliers() -> Mapping[str, int]:
    """Multiplier word → factor."""
    return MappingProxyType({entry.word: entry.factor for entry in figure_words().multipliers})


@lru_cache(maxsize=1024)
def split_unit(printed: str) -> tuple[int, str]:
    """(factor, unit without multiplier): 万人次 → (10000, 人次), 百万元 → (1000000, 元), 个 → (1, 个)."""
    factor, rest = 1, printed
    while rest and rest not in units() and rest[0] in multipliers():
        factor, rest = factor * multipliers()[rest[0]], rest[1:]
    return factor, rest


@lru_cache(maxsize=1024)
def base_unit(unit: str) -> str:
    """The unit in which values in `unit` are compared; the parts of a rate are put in order.

    名 → 人, 元/天/人 → 元/人/天 and 元/人/天 → 元/人/天. An unknown unit stays as it is.
    """
    head, *per = unit.split("/")
    known = units()
    parts = [known[part].base if part in known else part for part in (head, *per)]
    return "/".join([parts[0], *sorted(parts[1:], key=_per_order)])


def in_base_unit(value: float, unit: str | None) -> tuple[float, str | None]:
    """A value without the multiplier of its unit, and the unit in which values are compared: 47.74 万人 → (477400, 人)."""
    factor, rest = split_unit(unit or "")
    return float(Decimal(str(value)) * factor), base_unit(rest) or None


def _per_order(part: str) -> tuple[int, str]:
    order = {word: place for place, word in enumerate(figure_words().per_units)}
    return order.get(part, len(order)), part


@cache
def missing_marks() -> Mapping[str, Missing]:
    """Cell or phrase → what its lack of a figure means."""
    return MappingProxyType({entry.mark: entry.status for entry in figure_words().missing})
