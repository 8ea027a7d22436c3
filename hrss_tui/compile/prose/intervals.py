"""Stretches of a text in order, none overlapping another: found by bisection, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Stretch(Protocol):
    """Anything with a beginning and an end."""

    @property
    def start(self) -> int:
        """First offset."""

    @property
    def end(self) -> int:
        """Offset behind the last."""


S = TypeVar("S", bound=Stretch)


def within(stretches: Sequence[S], start: int, end: int) -> Sequence[S]:
    """The stretches that lie between two offsets."""
    if not stretches:
        return stretches
    low = bisect_left(stretches, start, key=lambda stretch: stretch.start)
    high = bisect_right(stretches, end, key=lambda stretch: stretch.end)
    return stretches[low : max(low, high)]


def covering(stretches: Sequence[S], at: int) -> S | None:
    """The stretch that holds the character at an offset."""
    if not stretches:
        return None
    index = bisect_right(stretches, at, key=lambda stretch: stretch.start) - 1
    return stretches[index] if index >= 0 and at < stretches[index].end else None


def behind(stretches: Sequence[S], at: int) -> S | None:
    """The first stretch that begins at an offset or behind it."""
    index = bisect_left(stretches, at, key=lambda stretch: stretch.start)
    return stretches[index] if index < len(stretches) else None
