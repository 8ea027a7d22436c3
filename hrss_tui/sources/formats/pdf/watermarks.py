"""Watermarks that stand upright and small all over a page: one faint text many times, across the lines of the page.

Larger and slanted ones are known by how they stand. A faint text that is there once, or that meets no other, is text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hrss_tui.sources.formats.pdf.objects import TextObject
from hrss_tui.sources.formats.pdf.seen import Char

_LEAST = 3
"""So many times it is there at least."""
_SHORTEST = 2
_OVER = 0.3
"""Two characters are printed over each other where they have more than this share of the smaller one in common."""
_FULL = 60
"""Characters of a square that are looked at: text does not stand closer."""
_CELL = 24.0
"""Points of a square of the page in which characters are looked for."""


def watermarks(chars: Sequence[Char], owners: Sequence[int], texts: dict[int, TextObject]) -> dict[int, str]:
    """The text objects of a page that are watermarks, with what they say."""
    parts: dict[int, list[Char]] = {}
    for char, owner in zip(chars, owners, strict=True):
        if owner in texts and texts[owner].faint:
            parts.setdefault(owner, []).append(char)
    said = {owner: "".join(char.text for char in found).strip() for owner, found in parts.items()}
    counts = Counter(said.values())
    often = {owner for owner, text in said.items() if len(text) >= _SHORTEST and counts[text] >= _LEAST}
    if not often:
        return {}
    squares: dict[tuple[int, int], list[Char]] = {}
    for char, owner in zip(chars, owners, strict=True):
        if owner not in often and char.text != " ":
            held = squares.setdefault(_square(char), [])
            if len(held) < _FULL:
                held.append(char)
    across = {said[owner] for owner in often if any(_is_over(char, squares) for char in parts[owner])}
    return {owner: said[owner] for owner in said if owner in often and said[owner] in across}


def _square(char: Char, right: int = 0, down: int = 0) -> tuple[int, int]:
    return int(char.middle // _CELL) + right, int(char.base // _CELL) + down


def _is_over(char: Char, squares: dict[tuple[int, int], list[Char]]) -> bool:
    """Is a character printed over another?"""
    near = (squares.get(_square(char, right, down), ()) for right in (-1, 0, 1) for down in (-1, 0, 1))
    return char.text != " " and any(_meet(char, other) for found in near for other in found)


def _meet(char: Char, other: Char) -> bool:
    wide = min(char.right, other.right) - max(char.left, other.left)
    high = min(char.bottom, other.bottom) - max(char.top, other.top)
    least = min((each.right - each.left) * (each.bottom - each.top) for each in (char, other))
    return wide > 0 and high > 0 and wide * high > _OVER * least
