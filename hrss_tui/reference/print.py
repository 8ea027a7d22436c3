"""How tables are printed, where a reader has to know it to tell cells apart."""

from __future__ import annotations

from functools import cache

from hrss_tui.reference._load import Entry, load


class _File(Entry, frozen=True):
    spread: frozenset[str]
    totals: tuple[str, ...]
    under: frozenset[str]


@cache
def spread_labels() -> frozenset[str]:
    """Labels of two characters that may stand far from each other in one cell."""
    return load("print.toml", _File).spread


@cache
def total_labels() -> tuple[str, ...]:
    """How names of totals end: no such name goes on in a further line."""
    return load("print.toml", _File).totals


@cache
def under_labels() -> frozenset[str]:
    """Heads that always stand below a head of several columns."""
    return load("print.toml", _File).under


@cache
def whole_labels() -> frozenset[str]:
    """Heads that are whole, and never the second line of a broken one."""
    return under_labels().union(total_labels())
