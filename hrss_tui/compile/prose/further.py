"""The further of two steps of one aim: 确保新增就业 12 万人，力争 13 万人. What is only striven for beyond it is no second target."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.subjects import SEAM, Named, joined
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things

_THINGS = things()
_BOUND = rf"(?:{re.any_of(_THINGS.count.bounds)})?"
_BESIDE = r"[，、,；;](?:并|且|同时|在此基础上)?"
_REACHED = r"(?:能|能够)?(?:再)?(?:新增|实现|达到?|完成|突破|超过|控制在|保持在|增长|为|是|向)*[约近超]?"
_CLAUSE_ENDS = "，。；：、,;:"


def striven(folded: str, readings: Sequence[Reading], is_aim: Callable[[Reading], bool]) -> list[Reading]:
    """The readings of a block, of two steps of an aim the further with the word that says so behind its name.

    目前培训 2 万人，力争达到 3 万人 has one aim only: the first figure is none.
    """
    found = list(readings)
    at = 0
    for index, (before, other) in enumerate(pairwise(readings)):
        at = at if _is_change_of(readings[at], before) else index
        one = readings[at]
        if not (_are_steps(one, other) and is_aim(one) and is_aim(other)):
            continue
        between = folded[before.quantity.end : other.quantity.start].removesuffix(one.subject.text)
        if (match := _further().fullmatch(between)) is not None:
            found[index + 1] = _told(other, one, match["word"])
        elif _firm().fullmatch(between) and (word := _leads(folded, one.quantity.start)):
            found[at] = _told(one, one, word)
    return found


def _is_change_of(level: Reading, change: Reading) -> bool:
    """Does a reading tell how an aim has changed: 新增就业 5 万人，比上年任务增加 0.2 万人，力争 5.2 万人?"""
    return change.change is not None and change.measure == level.measure


def _are_steps(one: Reading, other: Reading) -> bool:
    """Are two readings told of the same time and place, in the same unit, and not as high?"""
    alike = ("time", "scope", "change", "against", "share")
    return (
        one.quantity.base_unit == other.quantity.base_unit
        and one.quantity.base_value != other.quantity.base_value
        and not (one.quantity.ranged or other.quantity.ranged)
        and all(getattr(one, name) == getattr(other, name) for name in alike)
    )


def _told(reading: Reading, of: Reading, word: str) -> Reading:
    """A reading as what is striven for of what another is of."""
    subject = joined(of.subject, Named(word, reading.subject.line))
    return msgspec.structs.replace(reading, subject=subject, measure=of.measure + SEAM + word)


def _leads(folded: str, end: int) -> str:
    """The word of striving in the clause that leads to a figure; "" where it holds none."""
    begin = max(folded.rfind(mark, 0, end) for mark in _CLAUSE_ENDS) + 1
    match = _striving().search(folded, begin, end)
    return match["word"] if match else ""


@cache
def _striving() -> re.Pattern[str]:
    return re.compile(f"(?P<word>{re.any_of(prose_words().striving)})")


@cache
def _further() -> re.Pattern[str]:
    return re.compile(f"{_BOUND}{_BESIDE}{_striving().pattern}{_REACHED}")


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(f"{_BOUND}{_BESIDE}(?:{re.any_of(prose_words().secured)}){_REACHED}")
