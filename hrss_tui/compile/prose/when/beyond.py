"""Wholes of which a part is told to be of the year of the paper (累计培训 8 万人，其中 2034 年 6000 人): these are of more than that year."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.times.stretches import is_year
from hrss_tui.compile.prose.told import Time

_AMONG = re.compile(r"[，,(（]其中[，,:：]?")
_REACH = 160
"""Characters between a whole and the part that tells on it."""


def settled(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of a block, those that add up more than the year that one of their parts names without that year."""
    found = list(readings)
    for index, part in enumerate(readings):
        if part.time.line is None or not is_year(part.time.period) or part.planned:
            continue
        first = _whole_of(folded, readings, index)
        summed = False
        for near in range(first, index) if first is not None else ():
            summed = summed or "累计" in found[near].words
            if summed and _is_of_paper(found[near], part):
                found[near] = msgspec.structs.replace(found[near], time=Time(None))
    return found


def _whole_of(folded: str, readings: Sequence[Reading], index: int) -> int | None:
    """Where the sentence begins that tells of the whole of a part; None where what the part names is no part of it."""
    part = readings[index]
    before = [one for one in readings[:index] if part.quantity.at - one.quantity.end < _REACH]
    low = before[-1].quantity.end if before else part.quantity.at
    if not before or not _AMONG.search(folded, low, part.quantity.at):
        return None
    begin = folded.rfind("。", 0, low)
    return next(at for at in range(index) if readings[at].quantity.at > begin)


def _is_of_paper(whole: Reading, part: Reading) -> bool:
    """Is a level of no time but the year of the paper, which its part is said to be of?"""
    unnamed = whole.time.line is None and whole.time.period == part.time.period
    level = whole.change is None and not whole.share and not whole.planned
    return unnamed and level
