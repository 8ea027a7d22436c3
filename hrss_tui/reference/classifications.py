"""Codes of the budget classifications: functional (by year) and economic."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hrss_tui.reference._load import Entry, load
from hrss_tui.reference.text import fold_label

_OLDEST = 2018


class FormerName(Entry, frozen=True):
    """A name of earlier years and the last year that used it."""

    name: str
    last: int


class ClassificationCode(Entry, frozen=True):
    """One code, digits only (类 three, 款 five, 项 seven), its name today and other names.

    `former` are names of earlier years, `aliases` names of no certain year. `first` and `last` are the years the code
    came and went (0: before 2018, and still in force).
    """

    code: str
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    first: int = 0
    last: int = 0

    @property
    def parent(self) -> str:
        """The code one level up, "" for a 类."""
        return self.code[:-2] if len(self.code) > 3 else ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the code has or had, the one in force last."""
        return (*self.aliases, *(each.name for each in self.former), self.name)

    def valid(self, year: int) -> bool:
        """Did the classification of a year have the code?"""
        return self.first <= year and (not self.last or year <= self.last)

    def named(self, year: int) -> str:
        """The name in a year."""
        former = sorted(self.former, key=_last)
        return next((each.name for each in former if year <= each.last), self.name)


class _CodesFile(Entry, frozen=True):
    codes: tuple[ClassificationCode, ...]


def _last(name: FormerName) -> int:
    return name.last


def every_functional_code() -> tuple[ClassificationCode, ...]:
    """The codes of all years since 2018."""
    return _functional()


@cache
def _functional() -> tuple[ClassificationCode, ...]:
    return load("functional.toml", _CodesFile).codes


@cache
def functional_codes(year: int) -> tuple[ClassificationCode, ...]:
    """The functional classification of a year, of 2018 for years before it."""
    wanted = max(year, _OLDEST)
    return tuple(entry for entry in _functional() if entry.valid(wanted))


@cache
def functional_names(year: int) -> Mapping[str, str]:
    """Code → official name in a year."""
    wanted = max(year, _OLDEST)
    return MappingProxyType({entry.code: entry.named(wanted) for entry in functional_codes(year)})


@cache
def functional_children(year: int) -> Mapping[tuple[str, str], str]:
    """(parent code, name or other name) → code: restores digits that a table has lost."""
    return MappingProxyType(
        {(entry.parent, name): entry.code for entry in functional_codes(year) for name in entry.names}
    )


@cache
def economic_codes() -> tuple[ClassificationCode, ...]:
    """部门预算支出经济分类: 301 … 399 and their 款."""
    return load("economic.toml", _CodesFile).codes


@cache
def economic_names() -> Mapping[str, str]:
    """Economic code in force → official name."""
    return MappingProxyType({entry.code: entry.name for entry in economic_codes() if not entry.last})


@cache
def official_names(year: int | None) -> Mapping[str, str]:
    """Code → official name, of functional and economic codes, in a year or as they are called now."""
    functional = {entry.code: entry.name if year is None else entry.named(year) for entry in _functional()}
    return MappingProxyType({**economic_names(), **functional})


@cache
def government_economic_codes() -> tuple[ClassificationCode, ...]:
    """政府预算支出经济分类: 501 … 599 and their 款."""
    return load("economic_government.toml", _CodesFile).codes


@cache
def economic_class_names() -> Mapping[str, tuple[str, ...]]:
    """Folded name of an economic 类 → its codes, of the departments' classification (3…) and the government's (5…)."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in (*economic_codes(), *government_economic_codes()):
        if not entry.parent:
            for name in dict.fromkeys(map(fold_label, entry.names)):
                found[name] = (*found.get(name, ()), entry.code)
    return MappingProxyType(found)


@cache
def _every_name() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in (*_functional(), *economic_codes(), *government_economic_codes()):
        found.setdefault(entry.code, set()).update(map(fold_label, entry.names))
    return MappingProxyType({code: frozenset(names) for code, names in found.items()})


def all_names(code: str) -> frozenset[str]:
    """Folded names a code has or had in any year, of any classification; none where it is not known."""
    return _every_name().get(code, frozenset())


@cache
def economic_children() -> Mapping[tuple[str, str], str]:
    """(parent code, folded name) → code, of both economic classifications as they are in force.

    Names that a code had once are left out: 住房公积金 stood under 303 until 2017, and under 301 since.
    """
    return MappingProxyType(
        {
            (entry.parent, fold_label(name)): entry.code
            for entry in (*economic_codes(), *government_economic_codes())
            if not entry.last
            for name in (*entry.aliases, entry.name)
        }
    )


@cache
def lone_economic_groups() -> Mapping[str, str]:
    """Folded name → code of an economic 款 of the departments that no other of their 款 has, 办公费 but not 医疗费."""
    found: dict[str, set[str]] = {}
    for (parent, name), code in economic_children().items():
        if parent.startswith("3"):
            found.setdefault(name, set()).add(code)
    return MappingProxyType({name: min(codes) for name, codes in found.items() if len(codes) == 1})
