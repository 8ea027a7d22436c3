"""Work whose steps are known."""

from __future__ import annotations


def square(n: int) -> None:
    """All for each."""
    for _ in range(n):
        for _ in range(n):
            abs(n)


def none_of(n: int) -> list[int]:
    """A turn for each."""
    return [one for one in range(n) if one < 0]
