"""Characters of a page by the squares they stand in, to ask what stands in the place of one."""

from __future__ import annotations

from collections.abc import Iterable

from hrss_tui.sources.formats.pdf.seen import Char

_OVER = 0.3
"""Two characters are printed over each other where they have more than this share of the smaller one in common."""
_FULL = 60
"""Characters of a square that are looked at: text does not stand closer."""
_CELL = 24.0
"""Points of a square of the page in which characters are looked for."""


class Squares:
    """Where characters stand."""

    def __init__(self, chars: Iterable[Char]) -> None:
        self._held: dict[tuple[int, int], list[Char]] = {}
        for char in chars:
            if char.text != " ":
                held = self._held.setdefault(_square(char), [])
                if len(held) < _FULL:
                    held.append(char)

    def meet(self, char: Char) -> bool:
        """Is a character printed over another?"""
        near = (self._held.get(_square(char, right, down), ()) for right in (-1, 0, 1) for down in (-1, 0, 1))
        return char.text != " " and any(_meet(char, other) for found in near for other in found)


def _square(char: Char, right: int = 0, down: int = 0) -> tuple[int, int]:
    return int(char.middle // _CELL) + right, int(char.base // _CELL) + down


def _meet(char: Char, other: Char) -> bool:
    wide = min(char.right, other.right) - max(char.left, other.left)
    high = min(char.bottom, other.bottom) - max(char.top, other.top)
    least = min((each.right - each.left) * (each.bottom - each.top) for each in (char, other))
    return wide > 0 and high > 0 and wide * high > _OVER * least
