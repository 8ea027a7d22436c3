"""Numbers that something has gone through: a lost character, a point or comma that is another sign, a blank, bad groups,
a character in the place of a digit.

What stands behind the break is no number of its own: 12□34 万人 states neither 34 nor 1234. Such stretches are left for
the audit, which lists them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.units import figure_words
from hrss_tui.sources.text import UNREAD

_RUN = re.compile(r"[0-9.,]+")
_WHOLE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[.,]*", re.ASCII)
_LOST = frozenset((UNREAD, "锟"))
"""What a decoder leaves of bytes that it cannot read, or of its own such sign read once more."""
_UNREADABLE = ("Co", "Mn", "Me")
"""Categories of signs without a meaning of their own, and of marks that strike out or ring what they stand beside."""
_HEADS = frozenset("?€£")
"""Signs that may be a digit where they stand before one."""
_BETWEEN = frozenset("?？□■▯█▇·•'’‘`_/。\\^&#$€£¤斤拷 ")
"""Signs that part no two numbers which stand against them on both sides."""
_DIGIT_LIKE = re.compile(
    r"(?<![A-Za-z\d.,])(?:\d[\d.,]*+[OoIl]|[OoIl][.,]?\d)[\d.,OoIl]*+(?=[余多]?[十百千万亿元人名位户家个件项%％])",
    re.ASCII,
)
"""A letter that is read as a digit, in a number with a unit: 12O3 万人, l2.5%."""
_LETTERS = "OoIl"
_LONGEST_BREAK = 3
_GROUP = 3
"""Digits of a label or of a group, at most."""
_WITHOUT = re.compile(r"[.,]+")
"""Points and commas that are no number."""
_LATIN_ENDS = "\u0250"
_TWO_BYTES, _COMMON, _UNCOMMON = 2, 0xB0, 0xD8
"""First bytes of the characters of level 1 in GB 2312, and of those behind them."""
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
"""A comma behind a year parts clauses: 到2025，100万元."""
_APART = re.compile("[,，] ")
_LABELS = ("附件", "附表", "附录", "表", "图", "专栏", "第")
"""What a number names that stands behind it."""


def broken(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a text with ASCII digits that are broken numbers, in order."""
    runs = [match.span() for match in _RUN.finditer(text)]
    at = 0
    while at < len(runs):
        first = at
        while (
            at + 1 < len(runs)
            and runs[at + 1][0] - runs[at][1] <= _LONGEST_BREAK
            and _goes_through(text, runs[at], runs[at + 1])
        ):
            at += 1
        start, end = runs[first][0], runs[at][1]
        if (first < at or _is_odd(text, start, end)) and not _WITHOUT.fullmatch(text, start, end):
            yield start, end
        at += 1


def letters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a text that are numbers with a letter in the place of a digit, in order."""
    found = _DIGIT_LIKE.finditer(text) if any(map(text.__contains__, _LETTERS)) else ()
    return (match.span() for match in found)


def _is_odd(text: str, start: int, end: int) -> bool:
    """Does something stand beside a run of digits that cannot be, or has it odd points or commas?"""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if _is_lost(text, end, behind) or before in _HEADS or _is_lost(text, start - 1, before):
        return True
    if before == "，" and _is_lost(text, start - 2, text[max(0, start - 2) : start - 1]):
        return True
    number = text[start:end]
    return not number.isdecimal() and not _WHOLE.fullmatch(number.lstrip(".,"))


def _goes_through(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Is what stands between two runs of digits the break of one number?"""
    gap, digits = text[before[1] : after[0]], text[before[0] : before[1]]
    if not digits.strip(".,") or (gap in ("，", "， ", " ") and _is_label(text, before)):
        return False
    if gap == "，":
        return not _YEAR.fullmatch(digits)
    if _APART.fullmatch(gap):
        return _is_group(text, before, after)
    if gap in (":", "："):
        return len(digits) > 1 and not _is_label(text, before)
    if len(gap) == 1 and digits.endswith(".") and len(digits) > _GROUP:
        return True  # 334.锟9: the point of no sentence
    stray = _is_stray if len(gap) == 1 else _is_rare
    return all(
        char in _BETWEEN or _is_lost(text, before[1] + at, char) or stray(char) for at, char in enumerate(gap)
    )


def _is_group(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """May two runs be the groups of one number, 1, 537.4, and no two numbers of a list?"""
    first, second = text[before[0] : before[1]].rsplit(",", maxsplit=1)[-1], text[after[0] : after[1]]
    return len(first) <= _GROUP and len(re.split(r"[.,]", second)[0]) == _GROUP


def _is_label(text: str, run: tuple[int, int]) -> bool:
    return run[1] - run[0] <= _GROUP and text.endswith(_LABELS, 0, run[0])


def _is_stray(char: str) -> bool:
    """Is a character alone between two numbers a letter of another script, or one that is no link and no unit?"""
    return char >= _LATIN_ENDS and char.isalpha() and char not in _links()


def _is_rare(char: str) -> bool:
    """Is it a letter that ordinary Chinese texts do not hold: of another script, or beyond the 3755 commonest characters?"""
    code = char.encode("gb2312", "ignore") if _is_stray(char) else b""
    return _is_stray(char) and (len(code) != _TWO_BYTES or not _COMMON <= code[0] < _UNCOMMON)


@cache
def _links() -> frozenset[str]:
    """What stands between two numbers in an ordinary text, and what units, multipliers and operators begin with."""
    words = figure_words()
    named = (
        *(entry.unit for entry in words.units),
        *words.per_units,
        *(entry.word for entry in words.multipliers),
    )
    others = (*(entry.word for entry in words.operators), *(entry.word for entry in words.changes))
    heads = (word[0] for word in (*named, *others, *prose_words().unit_traps))
    return frozenset((*heads, *prose_words().number_links))


def _is_lost(text: str, at: int, char: str) -> bool:
    """Is the character at an offset one that could not be read? In front of a text, or behind a blank, it may be a bullet."""
    if not char or char < "\u0300" or ("\u3400" <= char <= "\u9fff" and char not in _LOST):
        return False
    if at < 0:
        return False
    if char in _LOST:
        return True
    category = unicodedata.category(char)
    return category in _UNREADABLE and not (category == "Co" and (at == 0 or text[at - 1].isspace()))
