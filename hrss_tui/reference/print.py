"""How tables are printed, where a reader has to know it to tell cells apart."""

from __future__ import annotations

from functools import cache

from hrss_tui.reference._load import Entry, load


class _File(Entry, frozen=True):
    spread: frozenset[str]


@cache
def spread_labels() -> frozenset[str]:
    """Labels of two characters that may stand far from each other in one cell."""
    return load("print.toml", _File).spread
