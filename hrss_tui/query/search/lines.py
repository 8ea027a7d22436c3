"""The lines a row was read from, however many it claims."""

from __future__ import annotations

_MOST = 10_000
"""Lines of one row that are looked at. A paragraph has a few; a package may claim all there are."""


def lines_between(start: int, end: int) -> range:
    """From the first to the last line."""
    return range(start, min(end, start + _MOST) + 1)
