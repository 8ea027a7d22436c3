"""The unit of figures that print none, where the label of their list has it: 参保人数（万人）：养老 268.5；失业 36.8."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import tails
from hrss_tui.compile.prose.numbers_in_text import InText
from hrss_tui.compile.prose.tails import RATES, Tail
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.reference.units import figure_words

_LABEL = re.compile(
    r"[(](?:(?:计量)?单位[:：])?(?P<unit>[^()\d：:，。；、]{1,10})[)](?:情况|分别|如下|依次){0,2}[为是]?[:：]"
)
"""A unit in brackets before a colon: what stands behind it, up to the end of the sentence or the next label, is counted in it."""
_BEHIND_NAME = re.compile(r"[(（](?:(?:计量)?单位[:：])?(?P<unit>[^()（）\d：:，。；、]{1,10})[)）]$")
_LEVELS = ("类", "款", "项", "目")
"""What of a classification a name is, and no unit: 行政运行（项）."""
_STOP = re.compile(r"[。！？!?(]")
_ITEM = re.compile(
    r"(?:其中[:：,，]?)?(?:(?:19|20)\d{2}年(?:度|[末底]|[一二三四上下半前季度]{1,4})?|\d{1,2}月[份末底]?|[一二三四]季度|上半年)?(?P<name>[\u3400-\u9fff“”·]{0,12})[:：]?"
)
"""What a figure of such a list is of: a year, a place, an insurance, and nothing that would be counted otherwise."""
_MARKS = "，、；,;：:"
_ENDS = (*"，、；,;。)和及与", "")


@cache
def _others() -> re.Pattern[str]:
    """Words of what no list counts in one unit: how something changed, what it is a share of, how it ranks."""
    words = figure_words()
    changes = {one.word for one in (*words.changes, *words.measured_changes) if len(one.word) > 1}
    return re.compile(rf"{re.any_word(changes | {*narrative_words().changes.unchanged})}|[率比第占均]")


def without_unit(name: str) -> str:
    """A name without the unit that it has in brackets at its end: 参保人数（万人）."""
    bracket = _BEHIND_NAME.search(name)
    return name[: bracket.start()] if bracket is not None and _unit(name, bracket) else name


def with_units(folded: str, numbers: Sequence[InText]) -> list[InText]:
    """The numbers, those without a unit in that of the label of their list."""
    labels = [(match.end(), unit) for match in _LABEL.finditer(folded) if (unit := _unit(folded, match))]
    found = list(numbers)
    for place, (start, unit) in enumerate(labels):
        end = labels[place + 1][0] if place + 1 < len(labels) else len(folded)
        stop = _STOP.search(folded, start, end)
        end = stop.start() if stop else end
        for index, number in enumerate(numbers):
            if start <= number.at < end and number.tail is None and _is_listed(folded, start, number, unit):
                found[index] = msgspec.structs.replace(
                    number, tail=msgspec.structs.replace(unit, end=number.stop)
                )
    return found


def _unit(folded: str, label: re.Match[str]) -> Tail | None:
    """The unit that a label has, where its bracket holds nothing else."""
    if label["unit"] in _LEVELS:
        return None
    unit = tails.tail(folded, label.start("unit"))
    return unit if unit is not None and unit.noun and unit.end == label.end("unit") else None


def _is_listed(folded: str, start: int, number: InText, unit: Tail) -> bool:
    """Does a number stand behind the name of an item, and nothing but a mark behind it?"""
    begin = max(
        start,
        1 + max(folded.rfind(mark, start, number.at - (folded[number.at - 1] in ":：")) for mark in _MARKS),
    )
    item = _ITEM.fullmatch(folded, begin, number.at)
    if item is None or folded[number.stop : number.stop + 1] not in _ENDS:
        return False
    return unit.noun in RATES or not _others().search(item["name"])
