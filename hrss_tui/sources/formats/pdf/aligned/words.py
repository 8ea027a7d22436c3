"""The texts of a printed line that stand apart: cells of a table without rulings, before anything else is known."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.print import spread_labels
from hrss_tui.sources.formats.pdf.lines import Line, part_of, text_of, words_of

FIGURE = re.compile(
    r"[-+－−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?%?|\((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)|[-—－/]{1,2}"
)
"""An amount, a rate, a code, or what stands for none, as the whole of a cell."""
_WORD = 0.8
"""Texts that are parted by more than this (em) may stand in two columns."""
_FIGURE_APART = 0.35
"""A figure may stand so near (em) to the text of the next column."""
_TYPED = 0.6
"""A space that the file has is a space of a text up to this width (em)."""
_DECIMAL = re.compile(r"[-+－−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)[.．]\d+")
_LONGEST = 40
"""Characters of an amount, at most."""
_STEP = 1.2
"""From digit to digit is this many times as far where a cell ends between them."""
_ORDINAL = re.compile(r"(?<=\d)[一二三四五六七八九十]{1,3}、")
"""The number of a name behind a figure."""
_SPREAD = 6.0
"""The characters of a label that is spread over its cell are no farther apart than this (em)."""
_SPREAD_PIECE = re.compile(r"[\u4e00-\u9fff]")


class Word(msgspec.Struct, frozen=True):
    """A text that stands apart in its line."""

    line: Line
    text: str
    left: float
    right: float

    @property
    def is_figure(self) -> bool:
        """Is it a figure or a code?"""
        return FIGURE.fullmatch(self.text) is not None

    @property
    def middle(self) -> float:
        """Horizontal middle."""
        return (self.left + self.right) / 2

    @property
    def em(self) -> float:
        """The height of its type."""
        return self.line.em


def cell_words(line: Line, walls: Sequence[float] = ()) -> list[Word]:
    """The texts of a line that may stand in different columns, from left to right; no text reaches over a wall."""
    words: list[Word] = []
    for part in (whole for word in words_of(line, _FIGURE_APART) for whole in amounts_apart(word)):
        for piece in _cut(part, walls):
            words = _with(line, words, piece, walls)
    return _with_spread(line, words)


def amounts_apart(part: Line) -> list[Line]:
    """A part of a line cut behind each amount that a digit follows farther off than its own stand: 476.67 30201.

    So stand an amount at the right of its cell and a code at the left of the next, or the number of a name: 476.67一、.
    Digits are as wide as each other.
    """
    chars = part.chars
    steps = {
        at: chars[at].left + chars[at].right - chars[at - 1].left - chars[at - 1].right
        for at in range(1, len(chars))
        if chars[at].text.isdecimal() and chars[at - 1].text.isdecimal()
    }
    usual = median(steps.values()) if len(steps) > 1 else 0.0
    found: list[Line] = []
    start = 0
    text = "".join(char.text for char in chars)
    far = {at for at, step in steps.items() if step > _STEP * usual > 0}
    for at in sorted(far | {match.start() for match in _ORDINAL.finditer(text)}):
        if at - start <= _LONGEST and _DECIMAL.fullmatch(text_of(part_of(part, start, at))):
            found.append(part_of(part, start, at))
            start = at
    return [*found, part_of(part, start, len(chars))] if found else [part]


def _cut(part: Line, walls: Sequence[float]) -> list[Word]:
    """A part of a line cut where cells touch, and at walls that stand between two of its characters."""
    cuts = [
        index
        for index in range(1, len(part.chars))
        if index in part.cuts
        or any(part.chars[index - 1].right - 0.5 <= wall <= part.chars[index].left + 0.5 for wall in walls)
    ]
    if not cuts:
        return [_word(part)]
    return [_word(part_of(part, start, end)) for start, end in pairwise([0, *cuts, len(part.chars)])]


def _with(line: Line, words: Sequence[Word], piece: Word, walls: Sequence[float]) -> list[Word]:
    """The words of a line with one more, which may be the end of the last."""
    if not words or any(words[-1].right - 0.5 <= wall <= piece.left + 0.5 for wall in walls):
        return [*words, piece]
    if _is_one(line, words[-1], piece):
        return [*words[:-1], _together(line, words[-1], piece)]
    return [*words, piece]


def _word(part: Line) -> Word:
    return Word(part, text_of(part), part.chars[0].left, part.chars[-1].right)


def _is_one(line: Line, last: Word, piece: Word) -> bool:
    """Are two texts one, though there is a gap between them?"""
    gap = (piece.left - last.right) / line.em
    if gap > _WORD or _stands_at(line, line.cuts, piece):
        return False
    figures = last.is_figure + piece.is_figure
    if _DECIMAL.fullmatch(last.text) and _ORDINAL.search(last.text[-1] + piece.text[:4]):
        return False
    if not figures:
        return True
    return figures == 1 and gap <= _TYPED and _stands_at(line, line.spaced, piece)


def _stands_at(line: Line, places: frozenset[int], piece: Word) -> bool:
    """Does a text begin at one of some places of its line?"""
    return any(line.chars[index] is piece.line.chars[0] for index in places)


def _together(line: Line, first: Word, last: Word) -> Word:
    """Two texts of a line as one, with the spaces between them."""
    start = next(index for index, char in enumerate(line.chars) if char is first.line.chars[0])
    return _word(part_of(line, start, start + len(first.line.chars) + len(last.line.chars)))


def _with_spread(line: Line, words: Sequence[Word]) -> list[Word]:
    """The words with labels that are spread over their cell (合　计) as one text without spaces."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        if (
            last is not None
            and _SPREAD_PIECE.fullmatch(last.text)
            and last.text + word.text in spread_labels()
            and word.left - last.right <= _SPREAD * line.em
        ):
            chars = last.line.chars + word.line.chars
            found[-1] = Word(Line(chars), last.text + word.text, last.left, word.right)
        else:
            found.append(word)
    return found
