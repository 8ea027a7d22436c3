"""The texts above the rows of a table without rulings, each one head of one or more columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from hrss_tui.reference.print import under_labels, whole_labels
from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.aligned.columns import Column
from hrss_tui.sources.formats.pdf.aligned.words import Word, cell_words
from hrss_tui.sources.formats.pdf.lines import Line, box_of, joined

_WRAPPED = 1.6
"""The second line of a head stands at most this far (em) below the first, in its middle or at its left."""
_MIDDLE, _LEFT, _EVEN = 0.6, 0.2, 0.15
_OVER = 0.3
"""A text that has more than this (em) of another below it stands above that."""
_CENTRED = 1.0
"""A head stands in the middle of others below where it is not farther from it than this (em)."""
_FULL = 0.2
"""With what begins it, no line of a broken head would have had room (em) in the first: it was broken where it was full."""
_OPENING, _CLOSING = frozenset("（(“《〔["), frozenset("）)”》〕]、，")
_GAP = 0.4
"""The heads of two columns leave at least this gap (em)."""
LEVEL = 0.6
"""Heads whose middles differ by less than this (em) in height stand in one row."""


class Head(msgspec.Struct, frozen=True):
    """A text of a header: its printed lines as one, its box, the height of its type."""

    text: str
    box: Box
    em: float

    @property
    def middle(self) -> float:
        """Horizontal middle."""
        return (self.box.left + self.box.right) / 2

    @property
    def height(self) -> float:
        """Vertical middle."""
        return (self.box.top + self.box.bottom) / 2

    def is_above(self, other: Head) -> bool:
        """Does it stand in a row above another?"""
        return other.height > self.height + LEVEL * self.em

    def is_level_with(self, other: Head) -> bool:
        """Does it stand in one row with another?"""
        return abs(other.height - self.height) <= LEVEL * self.em

    def is_over(self, other: Head) -> bool:
        """Does it stand above another, with more than a bit of one over the other?"""
        one, two = self.box, other.box
        common = min(one.right, two.right) - max(one.left, two.left)
        return self.is_above(other) and common > 0.3 * min(one.right - one.left, two.right - two.left)


def heads_of(lines: Iterable[Line], bars: Sequence[float]) -> list[Head]:
    """The texts of a header from top to bottom, wrapped ones joined unless a bar (the height of a ruling) parts them."""
    groups: list[list[Word]] = []
    rows = [cell_words(line) for line in lines]
    for at, words in enumerate(rows):
        open_groups = list(groups)
        below = rows[at + 1] if at + 1 < len(rows) else ()
        for word in words:
            group = next(
                (
                    one
                    for one in open_groups
                    if _goes_on(one, word, words, bars) and not _has_room(one, word, words, below)
                ),
                None,
            )
            if group is None:
                groups.append([word])
            else:
                group.append(word)
    return sorted(map(_head, groups), key=lambda head: head.height)


def _goes_on(group: Sequence[Word], word: Word, beside: Sequence[Word], bars: Sequence[float]) -> bool:
    """Is a text the next line of a head? `beside` are the texts of its line.

    A line that is broken is full: what is longer stands below it, as does what shares its width with others.
    """
    last, em = group[-1], word.em
    down = word.line.base - last.line.base
    if not 0.5 * em < down <= _WRAPPED * em or any(last.line.base < bar < word.line.base for bar in bars):
        return False
    if len(group) > 1 and abs(down - (last.line.base - group[-2].line.base)) > _EVEN * em:
        return False
    if word.text in whole_labels() or _is_over_others(last, word, beside):
        return False
    if word.right - word.left > max(one.right - one.left for one in group) + _first_of(word) + _FULL * em:
        return False
    return abs(last.middle - word.middle) <= _MIDDLE * em or abs(last.left - word.left) <= _LEFT * em


def _has_room(group: Sequence[Word], word: Word, beside: Sequence[Word], below: Sequence[Word]) -> bool:
    """Would a text have had room in the line above it? It has, where it is the head of several that stand below it."""
    others = [other for other in beside if other is not word]
    under = [one for one in below if not any(_common(one, other) > 0 for other in others)]
    wide = max(
        (
            last.right - first.left
            for step in (1, 2)
            for first, last in zip(under, under[step:], strict=False)
            if first.middle < word.middle < last.middle
            and abs((first.middle + last.middle) / 2 - word.middle) <= _MIDDLE * word.em
        ),
        default=0.0,
    )
    return max(one.right - one.left for one in group) + _first_of(word) < wide


def _common(one: Word, other: Word) -> float:
    return min(one.right, other.right) - max(one.left, other.left)


def _first_of(word: Word) -> float:
    """How wide the first part of a text is that no line ends in: a bracket with what follows, a number, a character."""
    chars = word.line.chars
    end = 1
    while end < len(chars) and (
        chars[end - 1].text in _OPENING or (chars[end - 1].text + chars[end].text).isascii()
    ):
        end += 1
    return chars[end - 1].right - chars[0].left


def heads_apart(line: Line, columns: Sequence[Column]) -> Line:
    """A line of a header, with the places at which heads of two columns meet that leave less room than words need.

    They meet above the room between two columns, or anywhere but in labels that are spread over their cell.
    """
    between = [(left.right, right.left) for left, right in pairwise(columns)]
    gaps = [0, *(index for index in range(1, len(line.chars)) if _is_gap(line, index)), len(line.chars)]
    cuts = set(line.cuts)
    at = 0
    for before, index, after in zip(gaps, gaps[1:], gaps[2:], strict=False):
        left, right = line.chars[index - 1], line.chars[index]
        while at < len(between) and between[at][1] < left.right:
            at += 1
        above = at < len(between) and between[at][0] <= right.left
        spread = index - before == 1 or after - index == 1
        if above or not (spread or left.text in _CLOSING or right.text in _OPENING):
            cuts.add(index)
    return msgspec.structs.replace(line, cuts=frozenset(cuts)) if len(cuts) > len(line.cuts) else line


def _is_gap(line: Line, index: int) -> bool:
    gap = line.chars[index].left - line.chars[index - 1].right
    return gap >= _GAP * line.em and index not in line.spaced


def _is_over_others(upper: Word, word: Word, beside: Sequence[Word]) -> bool:
    """Does a text stand above another one of a line as well, or in the middle of several of which one has a head for sure?"""
    others = [other for other in beside if other is not word]
    if any(
        min(upper.right, other.right) - max(upper.left, other.left) > _OVER * other.em for other in others
    ):
        return True
    left = [other for other in others if other.right <= word.left]
    right = [other for other in others if other.left >= word.right]
    return any(
        abs((one.middle + other.middle) / 2 - upper.middle) <= _CENTRED * word.em
        for one in left
        for other in right
        if one.text in under_labels() or other.text in under_labels()
    )


def _head(words: Sequence[Word]) -> Head:
    box = box_of(char for word in words for char in word.line.chars)
    return Head(joined(word.text for word in words), box, max(word.em for word in words))
