"""Characters to printed lines by their baseline, and lines to text: where a gap is a space and where it is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.seen import Char
from hrss_tui.sources.text import UNREAD

_HAN_MARKS = frozenset("“”‘’…—")
_DIGITS = frozenset("0123456789")
_NUMERIC = frozenset("0123456789.,，．%-")

_SAME_LINE = 0.45
"""Two characters stand on one line where their baselines differ by less (em of the smaller one)."""
_HAN_SPACE, _SPACE, _DIGIT_SPACE = 0.45, 0.28, 0.6
"""Gaps (em) that are a space: between Han characters, between others, inside what looks like one number."""
_TYPED_SPACE, _TYPED_DIGIT_SPACE = 0.1, 0.2
"""The same where the file has a space there: a space of no width is none."""
WIDE = 2.0
"""A gap (em) that sets text apart: it stays wide in the line."""
_MOST_SPACES = 8
_OVERPRINT = 0.7
"""A character printed twice, for bold type, covers itself by more than this share."""


class Line(msgspec.Struct, frozen=True):
    """A printed line: its characters from left to right, spaces left out; `spaced` are indexes behind a typed space.

    `cuts` are indexes at which another cell begins, though no gap tells it.
    """

    chars: tuple[Char, ...]
    spaced: frozenset[int] = frozenset()
    cuts: frozenset[int] = frozenset()

    @property
    def base(self) -> float:
        """The baseline."""
        return self.chars[0].base

    @property
    def em(self) -> float:
        """The height of its largest type."""
        return max(char.em for char in self.chars)

    @property
    def box(self) -> Box:
        """The box around its characters."""
        return box_of(self.chars)


def box_of(chars: Iterable[Char]) -> Box:
    """The box around characters, of which there is at least one."""
    found = list(chars)
    return Box(
        min(char.left for char in found),
        min(char.top for char in found),
        max(char.right for char in found),
        max(char.bottom for char in found),
    )


def lines_of(chars: Iterable[Char]) -> list[Line]:
    """Printed lines from top to bottom. Spaces alone make no line."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (char.base, char.left)):
        for row in reversed(rows[-4:]):
            if abs(row[0].base - char.base) <= _SAME_LINE * min(char.em, row[0].em):
                row.append(char)
                break
        else:
            rows.append([char])
    rows.sort(key=lambda row: row[0].base)
    return [line for row in rows if (line := _line(row)).chars]


def _line(row: list[Char]) -> Line:
    kept: list[Char] = []
    spaced: set[int] = set()
    for char in sorted(row, key=lambda char: (char.left, char.right)):
        if char.text == " ":
            spaced.add(len(kept))
        elif kept and _is_blot(kept[-1], char):
            kept[-1] = msgspec.structs.replace(kept[-1], text=UNREAD)
        elif not _is_overprint(kept, char):
            kept.append(char)
    return Line(tuple(kept), frozenset(at for at in spaced if at < len(kept)))


def _is_blot(before: Char, char: Char) -> bool:
    """Do two digits stand in one place, so that nobody can read either?"""
    common = min(before.right, char.right) - max(before.left, char.left)
    digits = before.text in _DIGITS and char.text in _DIGITS
    return digits and before.text != char.text and common > _OVERPRINT * (char.right - char.left)


def _is_overprint(kept: Sequence[Char], char: Char) -> bool:
    """Does the same character stand there already?"""
    for before in kept[-2:]:
        common = min(before.right, char.right) - max(before.left, char.left)
        if before.text == char.text and common > _OVERPRINT * (char.right - char.left):
            return True
    return False


def gap_before(line: Line, index: int) -> str:
    """What stands between a character of a line and the one before it: nothing, a space, or a wide gap."""
    last, char = line.chars[index - 1], line.chars[index]
    em = max(last.em, char.em)
    gap = (char.left - last.right) / em
    if gap >= WIDE:
        return " " * min(_MOST_SPACES, int(gap))
    typed = index in line.spaced
    if last.text in _NUMERIC and char.text in _NUMERIC:
        least = _TYPED_DIGIT_SPACE if typed else _DIGIT_SPACE
    elif typed:
        least = _TYPED_SPACE
    else:
        least = _HAN_SPACE if _is_han(last.text) and _is_han(char.text) else _SPACE
    return " " if gap > least else ""


def _is_han(text: str) -> bool:
    """Is a character as wide as high: Han, or punctuation of Chinese?"""
    char = text[:1]
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\uffef" or char in _HAN_MARKS


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def text_of(line: Line) -> str:
    """The text of a line."""
    parts = [line.chars[0].text]
    for index in range(1, len(line.chars)):
        parts += (gap_before(line, index), line.chars[index].text)
    return "".join(parts)


def words_of(line: Line, wide: float) -> list[Line]:
    """The line cut at every gap of more than `wide` em."""
    words: list[Line] = []
    start = 0
    for index in range(1, len(line.chars) + 1):
        if index < len(line.chars):
            last, char = line.chars[index - 1], line.chars[index]
            if char.left - last.right <= wide * max(last.em, char.em):
                continue
        words.append(part_of(line, start, index))
        start = index
    return words


def part_of(line: Line, start: int, end: int) -> Line:
    """The characters of a line from `start` to before `end`."""
    return Line(line.chars[start:end], _within(line.spaced, start, end), _within(line.cuts, start, end))


def _within(places: frozenset[int], start: int, end: int) -> frozenset[int]:
    """The places in a part of a line, counted from its start."""
    return frozenset(at - start for at in places if start < at < end)


def joined(texts: Iterable[str]) -> str:
    """The lines of a cell as one text: nothing between them, a space between two Latin letters."""
    whole = ""
    for text in texts:
        between = " " if whole and text and _is_latin(whole[-1]) and _is_latin(text[0]) else ""
        whole += between + text
    return whole
