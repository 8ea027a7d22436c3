"""Codes of the budget classifications: functional (by year) and economic."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hrss_tui.reference._load import FOLDER, Entry, load
from hrss_tui.reference.text import fold_label

_FUNCTIONAL_FILE = re.compile(r"functional_(\d{4})\.toml")


class ClassificationCode(Entry, frozen=True):
    """One code, digits only (类 three, 款 five, 项 seven), its official name and names of earlier years."""

    code: str
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def parent(self) -> str:
        """The code one level up, "" for a 类."""
        return self.code[:-2] if len(self.code) > 3 else ""


class FunctionalCodes(Entry, frozen=True):
    """The functional classification of the years valid_from … valid_to (0: no end known)."""

    valid_from: int
    valid_to: int
    codes: tuple[ClassificationCode, ...]


class _EconomicFile(Entry, frozen=True):
    codes: tuple[ClassificationCode, ...]


@cache
def catalogues() -> tuple[FunctionalCodes, ...]:
    """The functional classifications of all years there are, the oldest first."""
    names = sorted(path.name for path in FOLDER.iterdir() if _FUNCTIONAL_FILE.fullmatch(path.name))
    return tuple(load(name, FunctionalCodes) for name in names)


def functional_codes(year: int) -> tuple[ClassificationCode, ...]:
    """The newest catalogue that is not newer than `year`, else the oldest there is."""
    files = catalogues()
    return max((file for file in files if file.valid_from <= year), key=_start, default=files[0]).codes


def _start(file: FunctionalCodes) -> int:
    return file.valid_from


@cache
def functional_names(year: int) -> Mapping[str, str]:
    """Code → official name, in the catalogue that functional_codes chooses."""
    return MappingProxyType({entry.code: entry.name for entry in functional_codes(year)})


@cache
def functional_children(year: int) -> Mapping[tuple[str, str], str]:
    """(parent code, name or earlier name) → code: restores digits that a table has lost."""
    return MappingProxyType(
        {
            (entry.parent, name): entry.code
            for entry in functional_codes(year)
            for name in (*entry.aliases, entry.name)
        }
    )


@cache
def economic_codes() -> tuple[ClassificationCode, ...]:
    """部门预算支出经济分类: 301 … 399 and their 款."""
    return load("economic.toml", _EconomicFile).codes


@cache
def economic_names() -> Mapping[str, str]:
    """Economic code → official name."""
    return MappingProxyType({entry.code: entry.name for entry in economic_codes()})


@cache
def government_economic_codes() -> tuple[ClassificationCode, ...]:
    """政府预算支出经济分类: 501 … 599 and their 款."""
    return load("economic_government.toml", _EconomicFile).codes


@cache
def economic_class_names() -> Mapping[str, tuple[str, ...]]:
    """Folded name of an economic 类 → its codes, of the departments' classification (3…) and the government's (5…)."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in (*economic_codes(), *government_economic_codes()):
        if not entry.parent:
            for name in dict.fromkeys(fold_label(each) for each in (entry.name, *entry.aliases)):
                found[name] = (*found.get(name, ()), entry.code)
    return MappingProxyType(found)


@cache
def _every_name() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    entries = (entry for catalogue in catalogues() for entry in catalogue.codes)
    for entry in (*entries, *economic_codes(), *government_economic_codes()):
        found.setdefault(entry.code, set()).update(fold_label(each) for each in (entry.name, *entry.aliases))
    return MappingProxyType({code: frozenset(names) for code, names in found.items()})


def all_names(code: str) -> frozenset[str]:
    """Folded names a code has or had in any year, of any classification; none where it is not known."""
    return _every_name().get(code, frozenset())


@cache
def economic_children() -> Mapping[tuple[str, str], str]:
    """(parent code, folded name or earlier name) → code, of both economic classifications."""
    return MappingProxyType(
        {
            (entry.parent, fold_label(name)): entry.code
            for entry in (*economic_codes(), *government_economic_codes())
            for name in (*entry.aliases, entry.name)
        }
    )
