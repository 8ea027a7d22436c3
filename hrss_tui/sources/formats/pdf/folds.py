"""Two pages on one sheet: prints of two pages a sheet, spreads of a brochure or a book, scans of one laid open.

Read across, the lines and rows of one page would go on in the other. Such a sheet lies on its side; nothing stands
across its middle, and what is free there is about as wide as the margins at its sides. That alone is no proof: a table
may leave its middle free, too. Both halves must be set as pages are: numbered one after the other, or with prose or
ruled tables of their own, or each with the title of a table. What two sides of one table have in common are the heights
of their rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import msgspec

from hrss_tui.sources.captions import is_title
from hrss_tui.sources.formats.pdf.furniture import page_number
from hrss_tui.sources.formats.pdf.lines import WIDE, Line, lines_of, text_of, words_of
from hrss_tui.sources.formats.pdf.rulings import merged
from hrss_tui.sources.formats.pdf.seen import Char, Rule, Seen

_SHAPE = (1.15, 2.0)
"""Width of such a sheet by its height: pages of A4 give 1.41, square ones 2."""
_FREE = 1.2
"""The middle is free at least so wide (em) on such a sheet."""
_MARGINS = 0.6
"""It is at least this share of both margins at the sides."""
_FRAME = 0.85
"""A ruling over more of the width than this, beyond which nothing stands, is the frame of the sheet."""
_LONG = 0.55
"""An unbroken line of Chinese over this share of a page is one of prose."""
_HAN = 0.5
_FIRST = "\u2e80"
_FEW = 3
"""Lines of prose, or rulings of a table, from which on a half has such."""
_RULED = 0.3
"""A table is ruled over at least this share of a page."""
_LEVEL = 1.5
"""Lines and rulings as high as each other are no farther apart than this (points)."""
_TOGETHER = 0.6
"""Rows of one table: so many lines of a side are as high as one of the other."""
_WORDS = 0.4
"""So many lines of a page hold two Chinese characters at least; a side of amounts has fewer."""
_TOP = 3
"""The title of a table that a half has of its own is one of so many first lines."""
_LONGEST = 40
"""Characters that the number of a sheet has at most."""
_PLACED = 0.05
"""Numbers of pages stand at the same place of their pages, or both outside, but for this share of the sheet."""


class Fold(msgspec.Struct, frozen=True):
    """Where a sheet may be folded; `sure` where it holds two pages without doubt, else only where others of its size do.

    `number` are the baselines of a number of the sheet itself, which stands across its middle.
    """

    at: float
    sure: bool
    number: tuple[float, ...] = ()


def fold_of(page: Seen) -> Fold | None:
    """The fold of a sheet; None where it holds one page."""
    least, most = _SHAPE
    if not page.height or not least <= page.width / page.height <= most:
        return None
    middle = page.width / 2
    everything = [char for char in page.chars if char.text != " "]
    number = frozenset(_sheet_number(everything, middle))
    chars = [char for char in everything if char.base not in number]
    left = [char for char in chars if char.middle < middle]
    right = [char for char in chars if char.middle >= middle]
    if not left or not right:
        return None
    across = _inner(merged(page.across), chars, page.width)
    begins, ends = _gutter(left, right, across, middle)
    if not begins < middle < ends or ends - begins < _FREE * median(char.em for char in chars):
        return None
    sides = (_Side(left, across, 0.0, middle), _Side(right, across, middle, middle))
    outside = sides[0].begins + middle - sides[1].ends
    wide = ends - begins >= _MARGINS * outside
    titled = all(side.titled for side in sides)
    sure = titled or _numbered(sides, page.width) or (wide and _are_pages(*sides))
    return Fold(middle, sure, tuple(sorted(number)))


def _sheet_number(chars: Sequence[Char], middle: float) -> set[float]:
    """The baselines of the last line, where that is a number in the middle of the sheet."""
    foot = max((char.base - char.em for char in chars), default=0.0)
    last = [char for char in chars if char.base > foot]
    if len(last) > _LONGEST or not min((char.left for char in last), default=middle) < middle:
        return set()
    lines = lines_of(last)
    box = lines[0].box
    centred = abs(box.left + box.right - 2 * middle) <= _PLACED * middle
    alone = (
        len(lines) == 1 and len(words_of(lines[0], WIDE)) == 1 and page_number(text_of(lines[0])) is not None
    )
    return {char.base for char in last} if centred and alone else set()


def _inner(across: Sequence[Rule], chars: Sequence[Char], width: float) -> list[Rule]:
    """Rulings without the frame of the sheet."""
    top, bottom = min(char.top for char in chars), max(char.bottom for char in chars)
    return [rule for rule in across if rule.end - rule.start < _FRAME * width or top < rule.at < bottom]


def _gutter(
    left: Sequence[Char], right: Sequence[Char], across: Sequence[Rule], middle: float
) -> tuple[float, float]:
    """The room between both halves. Where a ruling reaches over the middle there is none."""
    begins = max(char.right for char in left)
    ends = min(char.left for char in right)
    for rule in across:
        if rule.start < middle:
            begins = max(begins, rule.end)
        else:
            ends = min(ends, rule.start)
    return begins, ends


class _Side:
    """A half of a sheet: its lines, the rulings of its tables, and how far text and rulings reach in it."""

    def __init__(self, chars: Sequence[Char], across: Sequence[Rule], start: float, width: float) -> None:
        own = [rule for rule in across if start <= rule.start < start + width]
        self.start = start
        self.lines = lines_of(chars)
        self.rules = [rule for rule in own if rule.end - rule.start >= _RULED * width]
        self.begins = min([*(char.left for char in chars), *(rule.start for rule in own)]) - start
        self.ends = max([*(char.right for char in chars), *(rule.end for rule in own)]) - start
        self.prose = sum(_is_prose(line, width) for line in self.lines) >= _FEW
        self.ruled = len(self.rules) >= _FEW
        self.titled = any(is_title(text_of(line)) for line in self.lines[:_TOP])
        self.worded = sum(_words(line) >= 2 for line in self.lines) >= _WORDS * len(self.lines)


def _is_prose(line: Line, width: float) -> bool:
    long = line.box.right - line.box.left >= _LONG * width
    return (
        long
        and _words(line) >= _HAN * len(line.chars)
        and all(below.left - above.right < WIDE * above.em for above, below in pairwise(line.chars))
    )


def _words(line: Line) -> int:
    """How many characters of a line are Chinese."""
    return sum(char.text[:1] >= _FIRST for char in line.chars)


def _numbered(sides: Sequence[_Side], width: float) -> bool:
    """Are both halves numbered as pages, one after the other, at their foot or at their head?"""
    return any(
        _follow(sides[0].lines[end], sides[1].lines[end], width)
        for end in (0, -1)
        if len(sides[0].lines) > 1 and len(sides[1].lines) > 1
    )


def _follow(left: Line, right: Line, width: float) -> bool:
    first, second = page_number(text_of(left)), page_number(text_of(right))
    if first is None or second != first + 1 or abs(left.base - right.base) > _LEVEL:
        return False
    places = [(line.box.left + line.box.right) / 2 for line in (left, right)]
    moved, turned = places[1] - places[0] - width / 2, places[0] + places[1] - width
    return min(abs(moved), abs(turned)) <= _PLACED * width


def _are_pages(left: _Side, right: _Side) -> bool:
    """Are both halves set as pages, and not as the two sides of one table?"""
    if left.ruled and right.ruled and not (left.prose or right.prose):
        return not _as_high([rule.at for rule in left.rules], [rule.at for rule in right.rules])
    set_as_pages = [side.prose or side.ruled for side in (left, right)]
    if all(set_as_pages):
        return True
    return (
        any(set_as_pages)
        and left.worded
        and right.worded
        and not _as_high([line.base for line in left.lines], [line.base for line in right.lines])
    )


def _as_high(left: Sequence[float], right: Sequence[float]) -> bool:
    """Do most of the shorter side stand as high as something of the other?"""
    few, many = sorted((sorted(left), sorted(right)), key=len)
    level, at = 0, 0
    for height in few:
        while at < len(many) and many[at] < height - _LEVEL:
            at += 1
        level += at < len(many) and many[at] <= height + _LEVEL
    return level >= _TOGETHER * len(few)


def folded(page: Seen, fold: Fold) -> tuple[Seen, Seen]:
    """Both pages of a sheet, each as if it were one of its own."""
    if fold.number:
        chars = tuple(char for char in page.chars if char.base not in fold.number)
        page = msgspec.structs.replace(page, chars=chars)
    return _part(page, 0.0, fold.at), _part(page, fold.at, page.width)


def _part(page: Seen, start: float, end: float) -> Seen:
    """What stands on a sheet between two places, seen from the first one."""
    return msgspec.structs.replace(
        page,
        width=end - start,
        chars=tuple(
            msgspec.structs.replace(char, left=char.left - start, right=char.right - start)
            for char in page.chars
            if start <= char.middle < end
        ),
        across=tuple(
            _along(rule, start, end) for rule in page.across if rule.start < end and rule.end > start
        ),
        down=tuple(
            msgspec.structs.replace(rule, at=rule.at - start) for rule in page.down if start <= rule.at < end
        ),
        pictures=(),
        begun=frozenset((x - start, y) for x, y in page.begun if start <= x < end),
        ended=tuple(((x - start, y), text) for (x, y), text in page.ended if start < x <= end),
        sheet=page.width,
        at=start,
    )


def _along(rule: Rule, start: float, end: float) -> Rule:
    """The part of a ruling between two places, seen from the first one."""
    return msgspec.structs.replace(rule, start=max(rule.start, start) - start, end=min(rule.end, end) - start)
