"""Whether the amounts of a text stand as they were printed: whole, and one below the other.

A narrow column breaks amounts, and a text shows the rest of each on the line below, where nothing says that it is one:
read as they stand, such amounts are a tenth of what was printed, or without their 角 and 分.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from hrss_tui import lazy_re as re

_PIECE = re.compile(
    r"[-－−+(（]?(?:\d{1,3}(?:[,，]\d{3}){0,5}[,，](?:\d{1,2}(?:\.\d{0,6})?)?|\d{1,15}(?:[,，]\d{3}){0,5}\.|[.,，]\d{1,9}(?:[.,]\d{1,9}){0,4})[)）]?"
)
"""A number that no writer ends so, or begins: 14,191,52 and 17,241,821. and .74."""
_REST = re.compile(r"\d{1,3}[)）]?")
_SHORT = re.compile(r"[-－−+(（]?\d{1,3}(?:[,，]?\d{3}){0,5}\.\d")
"""An amount with one decimal, which may go on below."""


_BARE = re.compile(r"\.\d{1,2}")
"""An amount below one as some print it, and the rest of one that was broken before its point."""
_NO_POINT = re.compile(r"[-－−+(（]?\d[\d,，]{0,20}")
_ORDINAL = re.compile(r"\d{1,3}\.")
_HAN = re.compile("[\u3400-\u9fff]")


_FIGURE = re.compile(r"[-－−+(（]?\d[\d,，]{0,20}(?:\.\d{1,8})?[%％)）]{0,2}")


class Placed(Protocol):
    """A word of a line and where it stands."""

    @property
    def text(self) -> str:
        """What it is."""

    @property
    def left(self) -> float:
        """Where it begins."""

    @property
    def right(self) -> float:
        """Before where it ends."""


def has_cut(rows: Iterable[Sequence[Placed]]) -> bool:
    """Does a line hold a piece of an amount, or do lines of digits alone go on with amounts above them?"""
    known = list(rows)
    if any(_is_piece(word, row, above) for above, row in pairwise([(), *known]) for word in row):
        return True
    return any(_goes_on(above, below) for above, below in pairwise(known))


def _is_piece(word: Placed, row: Sequence[Placed], above: Sequence[Placed]) -> bool:
    """Is a word a piece of an amount, and neither the number of a row (1.) nor what some print for 0.74?"""
    if not _PIECE.fullmatch(word.text):
        return False
    if _ORDINAL.fullmatch(word.text) and word is row[0]:
        return not any(_HAN.search(each.text) for each in row[1:2])
    named = _BARE.fullmatch(word.text) and _HAN.search(row[0].text)
    return not named or any(_NO_POINT.fullmatch(one.text) for one in above if _overlap(one, word))


def _overlap(one: Placed, other: Placed) -> bool:
    return one.left < other.right and other.left < one.right


def level(rows: Iterable[Sequence[Placed]]) -> int:
    """How many amounts end, or begin, where others do, on other lines: how surely the columns are what they look like."""
    figures = [word for row in rows for word in row if _FIGURE.fullmatch(word.text)]
    edges = Counter(word.right for word in figures), Counter(word.left for word in figures)
    return max(sum(count for count in each.values() if count > 1) for each in edges)


def _goes_on(above: Sequence[Placed], below: Sequence[Placed]) -> bool:
    """Does a line hold nothing but digits, each right below an amount with one decimal?"""
    return bool(below) and all(
        _REST.fullmatch(word.text)
        and any(_overlap(one, word) and _SHORT.fullmatch(one.text) for one in above)
        for word in below
    )
