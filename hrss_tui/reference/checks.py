"""Which figures of the documents must agree."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from hrss_tui import lazy_re as re
from hrss_tui.reference._load import Entry, load
from hrss_tui.reference.text import fold_label


class Partition(Entry, frozen=True):
    """A measure and the measures it is the sum of; not in tables that print one of the measures `unless`.

    Only tables that print one of `needs`, where there are some, are divided so. A table that prints one of `rather` and not every part divides the whole in another way.
    """

    whole: str
    parts: tuple[str, ...]
    unless: tuple[str, ...] = ()
    rather: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class Amounts(Entry, frozen=True):
    """A measure of a table, of one side where a classification is given."""

    table: str
    measure: str
    classification: str = ""


class Between(Entry, frozen=True):
    """Amounts that a second table repeats; several left ones are added up.

    `phase` is empty for budgets and final accounts alike; `yearly` means the total of this year without what is
    carried over.
    """

    kind: str
    rows: Literal["codes", "total"]
    left: tuple[Amounts, ...]
    right: Amounts
    phase: Literal["", "budget", "final"] = ""
    yearly: bool = True


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
    elsewhere: tuple[str, ...]
    outside: tuple[str, ...]
    direct: tuple[str, ...]
    verbs: tuple[str, ...]
    rates: tuple[str, ...]
    department: tuple[DepartmentSource, ...]


class BasicPart(Entry, frozen=True):
    """A part of basic spending: its names, its measure, its economic classes."""

    words: tuple[str, ...]
    measure: str
    classes: tuple[str, ...]


class Statement(Entry, frozen=True):
    """What an amount of the narrative is of, and the cell of a table it repeats."""

    words: tuple[str, ...]
    table: str
    measure: str
    section: tuple[str, ...] = ()
    classification: str = ""
    row: str = ""


class NamedRows(Entry, frozen=True):
    """A section of the narrative and the table whose functional rows it names; `whole` names the total of the table anywhere."""

    section: tuple[str, ...]
    table: str
    classification: str = ""
    whole: tuple[str, ...] = ()


class IndicatorSum(Entry, frozen=True):
    """An indicator and the indicators it is the sum of; where `open`, there may be further parts."""

    total: str
    parts: tuple[str, ...]
    open: bool = False


class IndicatorBound(Entry, frozen=True):
    """An indicator that is part of another."""

    part: str
    whole: str


class Count(Entry, frozen=True):
    """A stated number of things: its units, what is counted, and words its subject ends with (or holds: within)."""

    counted: Literal["projects", "goals", "carried", "units", "noted"]
    name: str
    words: tuple[str, ...]
    units: tuple[str, ...]
    within: bool = False


class TemplateWords(Entry, frozen=True):
    """Words of templates: verbs of which one is to be struck out, what stands in brackets to be filled in,
    what opens a reason or a purpose, what says that nothing changed, what a percentage follows.
    """

    verbs: tuple[str, ...]
    placeholders: tuple[str, ...]
    openers: tuple[str, ...]
    purposes: tuple[str, ...]
    unchanged: tuple[str, ...]
    rates: tuple[str, ...]


class _File(Entry, frozen=True):
    selves: tuple[str, ...]
    partial_words: tuple[str, ...]
    whole_tables: tuple[str, ...]
    parted_by: tuple[str, ...]
    openers: tuple[str, ...]
    other_money: tuple[str, ...]
    carried: tuple[str, ...]
    fund_tables: dict[str, tuple[str, ...]]
    fund_words: dict[str, tuple[str, ...]]
    noted_money: dict[str, tuple[str, ...]]
    template: TemplateWords
    basic_parts: tuple[BasicPart, ...]
    partitions: tuple[Partition, ...]
    between: tuple[Between, ...]
    income: tuple[IncomeEquality, ...]
    performance: PerformanceRules
    statements: tuple[Statement, ...]
    named_rows: tuple[NamedRows, ...]
    listed_projects: dict[str, str]
    sums: tuple[IndicatorSum, ...]
    bounds: tuple[IndicatorBound, ...]
    averages: dict[str, str]
    counts: tuple[Count, ...]


_SUMMED = re.compile(r"(?:合计|总额|总计|数)$")
"""What the narrative may add to the name of an amount."""


@cache
def _file() -> _File:
    return load("checks.toml", _File)


def fund_words() -> Mapping[str, tuple[str, ...]]:
    """Kinds of table → how a note names the money they are of."""
    return MappingProxyType(_file().fund_words)


def noted_money() -> Mapping[str, tuple[str, ...]]:
    """Kinds of table → words for all their money."""
    return MappingProxyType(_file().noted_money)


def basic_parts() -> tuple[BasicPart, ...]:
    """人员经费 and 公用经费."""
    return _file().basic_parts


def template_words() -> TemplateWords:
    """What is left of a template where nobody filled it in."""
    return _file().template


def carried() -> tuple[str, ...]:
    """How rows are named that stand between the total of this year and the grand total and belong to it."""
    return _file().carried


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


@cache
def _statements() -> Mapping[str, tuple[Statement, ...]]:
    """Folded words → the statements they may be."""
    found: dict[str, tuple[Statement, ...]] = {}
    for entry in _file().statements:
        for word in entry.words:
            key = fold_label(word)
            found[key] = (*found.get(key, ()), entry)
    return found


def statement(words: str, section: str) -> Statement | None:
    """What an amount is of by its words and the headings above it, spaces aside; None where nothing fits."""
    headings = fold_label(section)
    named = fold_label(words)
    fitting = _statements().get(named) or _statements().get(_SUMMED.sub("", named), ())
    return next((each for each in fitting if _is_under(each, headings)), None) or next(
        (each for each in fitting if not each.section), None
    )


def _is_under(meant: Statement, headings: str) -> bool:
    """Is one of the headings that of a statement, and of all the money where its table is?"""
    parts = headings.split("/")
    for at, part in enumerate(parts):
        for word in meant.section:
            above = [one for one in parts[:at] if not one.endswith("表")]
            before = "".join([*above, part.partition(word)[0]]) if word in part else None
            if before is not None and not _is_parted(meant, before):
                return True
    return False


def _is_parted(meant: Statement, before: str) -> bool:
    """Do words before that of a section of all the money leave a part of it?"""
    file = _file()
    return meant.table in file.whole_tables and any(word in before for word in file.parted_by)


def without_self(words: str) -> str:
    """Words without what a department calls itself in front of them: 支出预算 in 本部门支出预算."""
    own = next((word for word in _file().selves if words.startswith(word)), "")
    return words.removeprefix(own) or words


def named_rows(section: str) -> NamedRows | None:
    """The table whose functional rows a section names; None where it names none."""
    headings = fold_label(section)
    return next((each for each in _file().named_rows if any(word in headings for word in each.section)), None)


def named_whole(words: str) -> NamedRows | None:
    """The table whose total something is said to be of, wherever it is said; None for no single table."""
    folded = fold_label(words)
    return next((each for each in _file().named_rows if each.whole and folded.endswith(each.whole)), None)


def partial_words() -> tuple[str, ...]:
    """Words of a heading that an amount below it is only a part of its row's total."""
    return _file().partial_words


def openers() -> tuple[str, ...]:
    """Words behind which figures follow that make up the one before them."""
    return _file().openers


def listed_projects() -> Mapping[str, str]:
    """Tables that list projects → what the narrative adds to the names."""
    return MappingProxyType(_file().listed_projects)


def indicator_sums() -> tuple[IndicatorSum, ...]:
    """Indicators that add up by what they are."""
    return _file().sums


def indicator_bounds() -> tuple[IndicatorBound, ...]:
    """Indicators that are part of another."""
    return _file().bounds


def averages() -> Mapping[str, str]:
    """Means per year → what they are means of."""
    return MappingProxyType(_file().averages)


def counts() -> tuple[Count, ...]:
    """Numbers of things that the records can count."""
    return _file().counts
