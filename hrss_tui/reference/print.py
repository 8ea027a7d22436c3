"""How tables are printed, where a reader has to know it to tell cells apart."""

from __future__ import annotations

from functools import cache

from hrss_tui.reference._load import Entry, load


class _File(Entry, frozen=True):
    spread: frozenset[str]
    totals: tuple[str, ...]
    subtotals: tuple[str, ...]
    under: frozenset[str]
    ordinals: frozenset[str]
    rulers: tuple[str, ...]
    units: frozenset[str]
    bounds: tuple[str, ...]
    bounds_behind: tuple[str, ...]


@cache
def _file() -> _File:
    return load("print.toml", _File)


def spread_labels() -> frozenset[str]:
    """Labels of two characters that may stand far from each other in one cell."""
    return _file().spread


def total_endings() -> tuple[str, ...]:
    """How names of totals end: no such name goes on in a further line."""
    return _file().totals


@cache
def sum_endings() -> tuple[str, ...]:
    """Those that are of all there is, and of no part."""
    return tuple(word for word in total_endings() if word not in subtotal_labels())


def subtotal_labels() -> tuple[str, ...]:
    """Those that are of a part."""
    return _file().subtotals


def under_labels() -> frozenset[str]:
    """Heads that always stand below a head of several columns."""
    return _file().under


@cache
def whole_labels() -> frozenset[str]:
    """Heads that are whole, and never the second line of a broken one."""
    return under_labels().union(total_endings())


def ordinal_labels() -> frozenset[str]:
    """Labels of columns that number the rows."""
    return _file().ordinals


def ruler_labels() -> tuple[str, ...]:
    """Labels of rows that number the columns."""
    return _file().rulers


def unit_labels() -> frozenset[str]:
    """Labels of columns that hold the units of the rows."""
    return _file().units


def bounding_words() -> tuple[str, ...]:
    """Words of cells and labels before a figure that bound it."""
    return _file().bounds


def bounding_words_behind() -> tuple[str, ...]:
    """Words of cells and labels behind a figure that bound it."""
    return _file().bounds_behind
