"""Which figures of the documents must agree, and what the kinds of check are called."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from hrss_tui.reference._load import Entry, load


class CheckKind(Entry, frozen=True):
    """One kind of check: `meaning` says in a sentence what must equal what."""

    key: str
    name: str
    name_en: str
    meaning: str
    identities: tuple[str, ...]


class Partition(Entry, frozen=True):
    """A measure and the measures it is the sum of."""

    whole: str
    parts: tuple[str, ...]


class Amounts(Entry, frozen=True):
    """A measure of a table, of one side where a classification is given."""

    table: str
    measure: str
    classification: str = ""


class Between(Entry, frozen=True):
    """Amounts that a second table repeats; several left ones are added up."""

    kind: str
    rows: Literal["codes", "total"]
    left: tuple[Amounts, ...]
    right: Amounts


class IncomeEquality(Entry, frozen=True):
    """A line of the income side and the measures of the income table's total row it equals together."""

    line: str
    measures: tuple[str, ...]


class DepartmentSource(Entry, frozen=True):
    """A column of the department's performance table and the measures it equals together."""

    column: str
    name: str
    measures: tuple[str, ...]


class PerformanceRules(Entry, frozen=True):
    """What performance tables promise."""

    weights: tuple[int, ...]
    cost_levels: tuple[str, ...]
    rates: tuple[str, ...]
    department: tuple[DepartmentSource, ...]


class _File(Entry, frozen=True):
    other_money: tuple[str, ...]
    fund_tables: dict[str, tuple[str, ...]]
    kinds: tuple[CheckKind, ...]
    partitions: tuple[Partition, ...]
    between: tuple[Between, ...]
    income: tuple[IncomeEquality, ...]
    performance: PerformanceRules


@cache
def _file() -> _File:
    return load("checks.toml", _File)


def check_kinds() -> tuple[CheckKind, ...]:
    """All kinds in the order in which people should see them."""
    return _file().kinds


def other_money() -> tuple[str, ...]:
    """Measures of the income table that are no appropriation of this year."""
    return _file().other_money


@cache
def fund_tables() -> Mapping[str, tuple[str, ...]]:
    """Tables of this year's appropriations → measures of the income table whose money they spend."""
    return MappingProxyType(_file().fund_tables)


def partitions() -> tuple[Partition, ...]:
    """How columns divide into columns; a measure may divide in several ways."""
    return _file().partitions


def between() -> tuple[Between, ...]:
    """Equalities between tables, code by code."""
    return _file().between


def income_equalities() -> tuple[IncomeEquality, ...]:
    """Lines of the income side against the income table."""
    return _file().income


def performance_rules() -> PerformanceRules:
    """What performance tables promise."""
    return _file().performance
