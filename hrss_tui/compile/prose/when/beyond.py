"""Wholes of which a part is told to be of the year of the paper (累计培训 8 万人，其中 2034 年 6000 人): these are of more than that year."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.times.stretches import is_year
from hrss_tui.compile.prose.told import Time

_AMONG = re.compile(r"[，,(（]其中[，,:：]?")


def settled(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of a block, those that add up more than the year that one of their parts names without that year."""
    found = list(readings)
    first = 0
    for index, part in enumerate(readings):
        low = readings[index - 1].quantity.end if index else 0
        if folded.find("。", low, part.quantity.at) >= 0:
            first = index
        named = part.time.line is not None and is_year(part.time.period) and not part.planned
        if not named or not _AMONG.search(folded, low, part.quantity.at):
            continue
        summed = False
        for near in range(first, index):
            summed = summed or "累计" in found[near].words
            if summed and _is_of_paper(found[near], part):
                found[near] = msgspec.structs.replace(found[near], time=Time(None))
        first = index
    return found


def _is_of_paper(whole: Reading, part: Reading) -> bool:
    """Is a level of no time but the year of the paper, which its part is said to be of?"""
    unnamed = whole.time.line is None and whole.time.period == part.time.period
    return unnamed and whole.change is None and not (whole.share or whole.planned)
