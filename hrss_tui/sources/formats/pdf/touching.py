"""Cells that touch: an amount at the right of its cell and a text at the left of the next, with no gap between them.

Workbooks are printed so, without rulings and in columns as wide as what they hold. Where one cell ends tells what
stands above and below: amounts that end in the same place, and texts that begin in the same place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.aligned.words import amounts_apart
from hrss_tui.sources.formats.pdf.lines import Line, words_of

_APART = 0.35
"""A gap of more than this (em) parts two cells by itself."""
_LEAST = 0.1
"""A name that runs up to an amount leaves at least this gap (em): digits that end a name would be of the amount."""
_EVEN = 0.6
"""What ends or begins in one place is no farther apart than this (points)."""
_OTHERS = 2
"""So many others end or begin there."""
_AMOUNT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,12}\.\d{1,6})", re.ASCII)
_WHOLE = re.compile(r"\d{1,12}|-", re.ASCII)
"""A figure that may as well be a code, a number or a dash of the text behind it."""
_CODE = re.compile(r"\d{3}(?:\d\d){0,2}", re.ASCII)
_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]")
"""What begins a text, and no second part of one."""
_FIGURE = frozenset("0123456789,.-")
_UNIT = frozenset("万亿元％%")
"""What stands behind a figure and belongs to it."""


class _Touch(msgspec.Struct, frozen=True):
    """Two cells that may touch before the character at `at` of a line; one of them ends or begins with a figure.

    `end` is where the figure ends, `start` where the text begins; `plain` figures can be nothing but amounts.
    """

    line: int
    at: int
    end: float
    start: float | None
    plain: bool


class _Sides(msgspec.Struct, frozen=True):
    """Where figures end and where texts begin, in order; those of cells that do not touch, and those of all."""

    ends: Sequence[float]
    starts: Sequence[float]
    all_ends: Sequence[float]
    all_starts: Sequence[float]


def with_cuts(lines: Sequence[Line]) -> list[Line]:
    """The lines, each with the places at which cells touch."""
    touches = [touch for number, line in enumerate(lines) for touch in _touches(number, line)]
    if not touches:
        return list(lines)
    sides = _sides(lines, touches)
    cuts: dict[int, set[int]] = {}
    for touch in touches:
        if _is_cut(touch, sides):
            cuts.setdefault(touch.line, set()).add(touch.at)
    return [
        msgspec.structs.replace(line, cuts=frozenset(cuts[number])) if number in cuts else line
        for number, line in enumerate(lines)
    ]


def _sides(lines: Sequence[Line], touches: Sequence[_Touch]) -> _Sides:
    ends: list[float] = []
    starts: list[float] = []
    for line in lines:
        for word in (part for whole in words_of(line, _APART) for part in amounts_apart(whole)):
            starts.append(word.chars[0].left)
            if _is_figure("".join(char.text for char in word.chars)):
                ends.append(word.chars[-1].right)
    touching = [touch.end for touch in touches]
    beginning = [touch.start for touch in touches if touch.start is not None]
    return _Sides(sorted(ends), sorted(starts), sorted([*ends, *touching]), sorted([*starts, *beginning]))


def _is_figure(text: str) -> bool:
    return (_AMOUNT.fullmatch(text) or _WHOLE.fullmatch(text)) is not None


def _is_cut(touch: _Touch, sides: _Sides) -> bool:
    """Do enough others end, or begin, where two cells seem to touch?"""
    if not touch.plain:
        return touch.start is not None and (
            _near(sides.ends, touch.end) >= _OTHERS and _near(sides.starts, touch.start) >= _OTHERS
        )
    if _near(sides.all_ends, touch.end) > _OTHERS:
        return True
    return touch.start is not None and _near(sides.all_starts, touch.start) > _OTHERS


def _near(places: Sequence[float], place: float) -> int:
    return bisect_right(places, place + _EVEN) - bisect_left(places, place - _EVEN)


def _touches(number: int, line: Line) -> Iterator[_Touch]:
    """The places of a line at which a figure touches a text: behind one at its left, or before one at its right.

    A figure that begins its line is the number of its text.
    """
    start = 0
    for word in words_of(line, _APART):
        for part in amounts_apart(word):
            yield from _in_part(number, part, start)
            start += len(part.chars)


def _in_part(number: int, part: Line, offset: int) -> Iterator[_Touch]:
    chars = part.chars
    texts = [char.text for char in chars]
    behind = next((at for at, text in enumerate(texts) if text not in _FIGURE), len(texts))
    if offset and 0 < behind < len(chars) and behind not in part.spaced and texts[behind] not in _UNIT:
        figure = "".join(texts[:behind])
        if _is_figure(figure):
            plain = (_AMOUNT.fullmatch(figure) or _ORDINAL.match("".join(texts[behind:]))) is not None
            yield _Touch(number, offset + behind, chars[behind - 1].right, chars[behind].left, plain)
    last = max((at for at, text in enumerate(texts) if text not in _FIGURE), default=-1)
    if not behind <= last < len(chars) - 1:
        return
    if chars[last + 1].left - chars[last].right < _LEAST * chars[last].em:
        return
    figure = "".join(texts[last + 1 :])
    if _AMOUNT.fullmatch(figure):
        yield _Touch(number, offset + last + 1, chars[-1].right, None, True)
    elif _CODE.fullmatch(figure):
        yield _Touch(number, offset + last + 1, chars[-1].right, chars[last + 1].left, False)
