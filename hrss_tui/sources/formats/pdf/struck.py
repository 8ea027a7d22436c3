"""Text that a line is drawn through: it is no longer to be read, and a sign stands for its figures.

Such a line runs through the middle of the type and is as long as the text; where it meets an upright ruling it is one of
a table. Of lines without end only the first are looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from hrss_tui.sources.formats.pdf.seen import Char, Rule
from hrss_tui.sources.text import UNREAD

_LOW, _HIGH = 0.16, 0.56
"""How far above the baseline the middle of the type is (em)."""
_BEYOND = 0.6
"""A line ends no farther beside its text than this (em)."""
_MEETS = 2.0
"""An upright ruling so near to the end of a line (points) belongs to it."""
_BAND = 4.0
"""Height of a band (points) that characters are looked for in."""
_LARGEST = 60.0
"""Height of the largest type that is looked at."""
_MOST_LOOKS = 400_000


class Struck(msgspec.Struct, frozen=True):
    """The characters without those that are struck out, the rulings without the lines that do so, how many characters."""

    chars: list[Char]
    across: tuple[Rule, ...]
    count: int


class _Bands:
    """Characters by the height of their baseline, from left to right."""

    def __init__(self, chars: Sequence[Char]) -> None:
        self._bands: dict[int, list[tuple[float, int]]] = {}
        self._chars = chars
        self._left = _MOST_LOOKS
        for index, char in enumerate(chars):
            if char.text.strip():
                self._bands.setdefault(int(char.base // _BAND), []).append((char.middle, index))
        for band in self._bands.values():
            band.sort()

    def under(self, rule: Rule) -> list[int]:
        """The characters that a line runs through, by their numbers."""
        found: list[int] = []
        for number in range(int(rule.at // _BAND), int((rule.at + _HIGH * _LARGEST) // _BAND) + 1):
            band = self._bands.get(number, ())
            for middle, index in band[bisect_left(band, (rule.start, -1)) :]:
                self._left -= 1
                if middle > rule.end or self._left < 0:
                    break
                char = self._chars[index]
                if _LOW * char.em <= char.base - rule.at <= _HIGH * char.em:
                    found.append(index)
        return found


def without_struck(chars: Sequence[Char], across: Sequence[Rule], down: Sequence[Rule]) -> Struck:
    """What is left of a page where lines are drawn through text."""
    bands, upright = _Bands(chars), sorted(down)
    gone: dict[int, bool] = {}
    kept: list[Rule] = []
    for rule in across:
        under = sorted(bands.under(rule), key=lambda index: chars[index].left)
        if not under or not _is_as_long(rule, [chars[index] for index in under]) or _meets(rule, upright):
            kept.append(rule)
            continue
        for index in under:
            gone.setdefault(index, False)
        if any(char.isdigit() for index in under for char in chars[index].text):
            gone[under[0]] = True
    left = [
        msgspec.structs.replace(char, text=UNREAD) if gone.get(index) else char
        for index, char in enumerate(chars)
        if index not in gone or gone[index]
    ]
    return Struck(left, tuple(kept), len(gone))


def _is_as_long(rule: Rule, under: Sequence[Char]) -> bool:
    """Does a line begin and end with the text that it runs through?"""
    first, last = under[0], under[-1]
    return first.left - rule.start <= _BEYOND * first.em and rule.end - last.right <= _BEYOND * last.em


def _meets(rule: Rule, upright: Sequence[Rule]) -> bool:
    """Does an upright ruling stand at an end of a line?"""
    for end in (rule.start, rule.end):
        for other in upright[bisect_left(upright, Rule(end - _MEETS, 0.0, 0.0)) :]:
            if other.at > end + _MEETS:
                break
            if other.start - _MEETS <= rule.at <= other.end + _MEETS:
                return True
    return False
