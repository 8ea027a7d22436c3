"""What a bare 万 or 亿 counts, by the noun behind or before it: 36 万适龄女生 are persons."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.prose import prose_words

_SEPARATOR = re.compile(r"[，。；、,;：]")
_LINKED = re.compile("[已共约近超过达到为有是增至总计数量突破逾]*")
"""What may stand between what is counted and its figure."""
_AHEAD = 16
_NEAR = 40
"""Characters before a number in which what it counts is named."""
_FAR = 200
"""Characters around a number in which a list of amounts shows."""


@cache
def _counted() -> dict[str, str]:
    """Noun → base unit in which it is counted."""
    words = prose_words()
    found = dict.fromkeys(words.persons, "人")
    return found | {word: entry.unit for entry in words.counted for word in entry.words}


@cache
def _counted_pattern() -> re.Pattern[str]:
    return re.compile(re.any_word(list(_counted())))


@cache
def _named() -> tuple[tuple[str, str], ...]:
    """Words that say what is counted where they stand before the figure, with the base unit."""
    words = prose_words()
    measures = (("人数", "人"), ("就业", "人"), ("参保", "人"), ("人次", "人次"))
    return (*_counted().items(), *measures, *((word, "元") for word in words.money))


def bare_noun(folded: str, start: int, end: int) -> str:
    """The base unit of the figure at folded[start:end] that has a multiplier only; "" where nothing tells.

    In a list of amounts 元 is left out here and there: there it is money unless something else is named. Where all of
    it is left out (总预算 300 万，其中支持企业发展 90 万，慰问老人 2 万) a noun right before a figure may be what is counted
    or what the money is for, and one further ahead is that.
    """
    if unit := _behind(folded, end):
        return unit
    before = _SEPARATOR.split(folded[max(0, start - _NEAR) : start])[-1]
    named = {before.rfind(word) + len(word): (word, noun) for word, noun in _named() if word in before}
    among = _drops_yuan(folded, start)
    if named:
        word, noun = named[max(named)]
        if not among or word not in _counted():
            return noun
        return "" if _LINKED.fullmatch(before, max(named)) else "元"
    return "元" if among or _beside_money(folded, start, end) else ""


def _behind(folded: str, end: int) -> str:
    """The unit of the noun behind: the last of several that follow each other (企业职工 are persons)."""
    ahead = _SEPARATOR.split(folded[end : end + _AHEAD], maxsplit=1)[0]
    match = _counted_pattern().search(ahead)
    unit = ""
    while match is not None:
        unit = _counted()[match.group()]
        match = _counted_pattern().match(ahead, match.end())
    return unit


def _drops_yuan(folded: str, start: int) -> bool:
    """Does an amount before, in the same sentence, leave its 元 out?"""
    return bool(_bare_money().search(folded[max(0, start - _FAR) : start].rpartition("。")[2]))


@cache
def _bare_money() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{re.any_word(prose_words().money)})[为共计约]{{0,3}}\d[\d.,]{{0,12}}[万亿](?=[，；、,;])"
    )


def _beside_money(folded: str, start: int, end: int) -> bool:
    """Do other amounts of the same sentence print 元?"""
    before = folded[max(0, start - _FAR) : start].rpartition("。")[2]
    behind = folded[end : end + _FAR].partition("。")[0]
    return "元" in before or "元" in behind
