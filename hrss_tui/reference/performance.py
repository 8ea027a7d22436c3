"""Performance tables: labels of fields and columns, names of levels, words that give a cell away."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from hrss_tui import lazy_re as re
from hrss_tui.reference._load import Entry, load
from hrss_tui.reference.text import fold_label

FieldKind = Literal["text", "amount", "private", "group", "other"]
Role = Literal[
    "level1",
    "level2",
    "indicator",
    "sign",
    "value",
    "unit",
    "basis",
    "previous",
    "weight",
    "scoring",
    "evidence",
]

_PART_OF = re.compile(r"^其中[:,]?")
_BRACKET_END = re.compile(r"(?<=.)\([^()]*\)$")
_UNIT_END = re.compile(r"\((?:单位:)?([十百千万亿]*元)\)")
_LEVEL_END = re.compile(r"(?<=.)指标$")


class PerformanceField(Entry, frozen=True):
    """A label above the indicator rows: what its value is, and how the value is read."""

    key: str
    kind: FieldKind
    labels: tuple[str, ...]


class PerformanceColumn(Entry, frozen=True):
    """A column of the indicator rows."""

    role: Role
    labels: tuple[str, ...]


class Level1(Entry, frozen=True):
    """A name of level 1 without 指标; `children` of level 2, none where any may stand below it."""

    name: str
    children: tuple[str, ...]


class TexMark(Entry, frozen=True):
    """A mark of TeX and the characters it stands for."""

    mark: str
    reading: str


class PerformanceWords(Entry, frozen=True):
    """Everything of performance.toml; see its comments."""

    fields: tuple[PerformanceField, ...]
    planned: tuple[str, ...]
    results: tuple[str, ...]
    columns: tuple[PerformanceColumn, ...]
    within_year: tuple[str, ...]
    changes: tuple[str, ...]
    totals: tuple[str, ...]
    level1: tuple[Level1, ...]
    bare_level1: tuple[str, ...]
    basis: tuple[str, ...]
    scoring: tuple[str, ...]
    evidence: tuple[str, ...]
    basis_marks: tuple[str, ...]
    scoring_marks: tuple[str, ...]
    qualitative: tuple[str, ...]
    tex: tuple[TexMark, ...]
    hotlines: tuple[str, ...]
    measure_endings: tuple[str, ...]


@cache
def performance_words() -> PerformanceWords:
    """The words of performance tables."""
    return load("performance.toml", PerformanceWords)


@lru_cache(maxsize=1024)
def _fold(label: str) -> str:
    folded = _PART_OF.sub("", fold_label(label)).rstrip(":")
    return _BRACKET_END.sub("", folded)


@cache
def _fields() -> Mapping[str, PerformanceField]:
    return MappingProxyType(
        {_fold(label): field for field in performance_words().fields for label in field.labels}
    )


@cache
def _columns() -> Mapping[str, Role]:
    return MappingProxyType(
        {_fold(label): column.role for column in performance_words().columns for label in column.labels}
    )


def performance_field(label: str) -> PerformanceField | None:
    """The field a cell is the label of, or None."""
    return _fields().get(_fold(label))


def performance_column(label: str) -> Role | None:
    """The role of the column with this header, or None; what holds no Chinese is none."""
    return None if label.isascii() else _columns().get(_fold(label))


def is_changed(label: str) -> bool:
    """Does a label head a column of how much something changed?"""
    folded = _fold(label)
    return any(word in folded for word in performance_words().changes)


def is_within_year(label: str) -> bool:
    """Does a label say that its values are to be reached within the year: 指标值（半年）, 指标值（1-9月）?"""
    folded = fold_label(label)
    return any(word in folded for word in performance_words().within_year)


def is_planned(label: str) -> bool:
    """Does a label head a column of money that was planned, where several stand side by side?"""
    return _fold(label) in performance_words().planned


def is_result(label: str) -> bool:
    """Does a label head a column of what came of it: money spent, scores, results beside the goal?"""
    return _fold(label) in performance_words().results


def is_total_label(label: str) -> bool:
    """Is it the name of a row that adds up weights?"""
    return _fold(label) in performance_words().totals


def label_unit(label: str) -> str | None:
    """Unit of money in the brackets of a label: 项目资金(万元) → 万元."""
    match = _UNIT_END.search(re.sub(r"\s", "", unicodedata.normalize("NFKC", label)))
    return match.group(1) if match else None


def level_key(name: str) -> str:
    """Comparison form of a level's name: without 指标 at the end."""
    return _LEVEL_END.sub("", fold_label(name))


def is_level1(name: str) -> bool:
    """Is it a name of level 1? Some are only without 指标: 社会效益 is, 社会效益指标 is level 2."""
    words = performance_words()
    key = level_key(name)
    if key in words.bare_level1:
        return fold_label(name) == key
    return any(key == level.name for level in words.level1)


def is_certain_level(name: str) -> bool:
    """Could the name stand nowhere but in a column of levels? 数量 alone may also end a broken name."""
    open_names = {level.name for level in performance_words().level1 if not level.children}
    known = is_level1(name) or is_level2(name)
    return known and (fold_label(name).endswith("指标") or level_key(name) in open_names)


@cache
def _parents() -> Mapping[str, tuple[str, ...]]:
    children = {child for level in performance_words().level1 for child in level.children}
    return MappingProxyType(
        {
            child: tuple(x.name for x in performance_words().level1 if child in x.children)
            for child in children
        }
    )


def is_level2(name: str) -> bool:
    """Is it a name of level 2?"""
    return level_key(name) in _parents()


def level1_of(level2: str) -> tuple[str, ...]:
    """Names of level 1, without 指标, below which a name of level 2 belongs; none for an unknown one."""
    return _parents().get(level_key(level2), ())


def admits(level1: str, level2: str) -> bool:
    """May `level2` stand below `level1`? Unknown names and names without children admit anything."""
    known = next((level for level in performance_words().level1 if level.name == level_key(level1)), None)
    open_name = known is None or not known.children or not is_level1(level1)
    return open_name or not is_level2(level2) or level_key(level2) in (known.children if known else ())
