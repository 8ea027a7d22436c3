"""Watermarks that stand upright and small all over a page: one faint text many times, across the lines of the page.

Larger and slanted ones are known by how they stand. A faint text that is there once, or that meets no other, is text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hrss_tui.sources.formats.pdf.objects import TextObject
from hrss_tui.sources.formats.pdf.seen import Char
from hrss_tui.sources.formats.pdf.squares import Squares

_LEAST = 3
"""So many times it is there at least."""
_SHORTEST = 2


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
    others = Squares(char for char, owner in zip(chars, owners, strict=True) if owner not in often)
    across = {said[owner] for owner in often if any(map(others.meet, parts[owner]))}
    return {owner: said[owner] for owner in said if owner in often and said[owner] in across}
