"""Whether a text tells of other places than the one that its head or its paper suggests: cities without their type count too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.places import is_within, places
from hrss_tui.reference.places_text import places_named
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.text import fold

_BLOCKS, _LONG = 40, 2_000
"""Blocks of a text, and characters of each, in which cities are looked for."""
_SENTENCE = re.compile("[，。,；]")
"""What a line that tells something holds: one that says where it is from has none."""
_MANY = 3
"""How many others a text names at least that is of no one place."""


def elsewhere(code: str, blocks: Sequence[Placed], everywhere: bool = False) -> bool:
    """Does a text name more other cities than places of `code`; `everywhere`: others, and none of its own?"""
    if code not in places():
        return False
    inside, outside = 0, []
    for block in blocks[:_BLOCKS]:
        text = fold(block.text.text[:_LONG]) if _SENTENCE.search(block.text.text) else ""
        typed = places_named(text)
        bare = [_cities()[match.group()] for match in _city().finditer(text)]
        named = [*typed, *(one for one in bare if one not in typed)]
        inside += sum(is_within(one, code) or is_within(code, one) for one in named)
        outside += [one for one in named if not (is_within(one, code) or is_within(code, one))]
    return len(set(outside)) >= _MANY and (inside == 0 if everywhere else len(outside) > inside)


@cache
def _cities() -> Mapping[str, str]:
    """Name of a prefecture without its type → code; none that several share."""
    found: dict[str, list[str]] = {}
    for code, one in places().items():
        if one.level == "prefecture" and len(one.proper) > 1:
            found.setdefault(one.proper, []).append(code)
    return {name: codes[0] for name, codes in found.items() if len(codes) == 1}


@cache
def _city() -> re.Pattern[str]:
    return re.compile(re.any_word(_cities()))
