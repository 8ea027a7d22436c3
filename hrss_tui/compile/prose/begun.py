"""What a year that has only begun is to bring, item by item: behind the deed of the first item (开展培训 2 万人次、技工院校招生 0.9 万人) the others are to come too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec

from hrss_tui.compile.prose.context import Reading

_ENDS = "。；！？;"
_LONGEST = 40
"""Characters between two figures of one list."""


def carried(
    folded: str,
    readings: Sequence[Reading],
    is_begun: Callable[[Reading], bool],
    may_be: Callable[[Reading], bool],
) -> list[Reading]:
    """The readings of a block, planned where the one before them in the same list is of what the year is to bring."""
    found = list(readings)
    for index, (before, other) in enumerate(pairwise(readings)):
        led = is_begun(before) or (found[index].planned and not before.planned)
        between = folded[before.quantity.end : other.quantity.start]
        listed = len(between) <= _LONGEST and not any(mark in between for mark in _ENDS)
        alike = other.time.period == before.time.period and other.change is None and not other.share
        if led and listed and alike and not other.planned and may_be(other):
            found[index + 1] = msgspec.structs.replace(other, planned=True)
    return found
