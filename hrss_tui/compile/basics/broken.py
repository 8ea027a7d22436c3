"""Numbers that something has gone through: a lost character, a point or comma that is another sign, a blank, bad groups.

What stands behind the break is no number of its own: 12□34 万人 states neither 34 nor 1234. Such stretches are left for
the audit, which lists them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_RUN = re.compile(r"[0-9.,]+")
_WHOLE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[.,]*", re.ASCII)
_LOST = frozenset("\ufffd锟")
"""What a decoder leaves of bytes that it cannot read, or of its own such sign read once more."""
_UNREADABLE = ("Co", "Mn", "Me")
"""Categories of signs without a meaning of their own, and of marks that strike out or ring what they stand beside."""
_HEADS = frozenset("?€£")
"""Signs that may be a digit where they stand before one."""
_BETWEEN = frozenset("?？□■▯█▇·•'’‘`_/。\\^&#$€£¤斤拷 ")
"""Signs that part no two numbers which stand against them on both sides."""
_LONGEST_BREAK = 3
_GROUP = 3
"""Digits of a label or of a group, at most."""
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
"""A comma behind a year parts clauses: 到2025，100万元."""
_LABELS = ("附件", "附表", "附录", "表", "图", "专栏", "第")
"""What a number names that stands behind it."""


def broken(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a text with ASCII digits that are broken numbers, in order."""
    runs = [match.span() for match in _RUN.finditer(text)]
    at = 0
    while at < len(runs):
        first = at
        while at + 1 < len(runs) and _goes_through(text, runs[at], runs[at + 1]):
            at += 1
        start, end = runs[first][0], runs[at][1]
        lost = _is_lost(text, start - 1) or _is_lost(text, end) or text[max(0, start - 1) : start] in _HEADS
        lost = lost or (text[max(0, start - 1) : start] == "，" and _is_lost(text, start - 2))
        number = text[start:end]
        if any("0" <= char <= "9" for char in number) and (
            lost or first < at or not _WHOLE.fullmatch(number.lstrip(".,"))
        ):
            yield start, end
        at += 1


def _goes_through(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Is what stands between two runs of digits the break of one number?"""
    if after[0] - before[1] > _LONGEST_BREAK:
        return False
    gap, digits = text[before[1] : after[0]], text[before[0] : before[1]]
    if not digits.strip(".,") or (gap in ("，", " ") and _is_label(text, before)):
        return False
    if gap == "，":
        return not _YEAR.fullmatch(digits)
    if gap in (":", "："):
        return len(digits) > 1 and not _is_label(text, before)
    if len(gap) == 1 and digits.endswith(".") and len(digits) > _GROUP:
        return True  # 334.锟9: the point of no sentence
    return all(char in _BETWEEN or _is_lost(text, before[1] + at) for at, char in enumerate(gap))


def _is_label(text: str, run: tuple[int, int]) -> bool:
    return run[1] - run[0] <= _GROUP and text.endswith(_LABELS, 0, run[0])


def _is_lost(text: str, at: int) -> bool:
    """Is the character at an offset one that could not be read? In front of a text, or behind a blank, it may be a bullet."""
    if not 0 <= at < len(text) or text[at] < "\u0300":
        return False
    if text[at] in _LOST:
        return True
    category = unicodedata.category(text[at])
    return category in _UNREADABLE and not (category == "Co" and (at == 0 or text[at - 1].isspace()))
