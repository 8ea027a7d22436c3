"""Shares, in per cent, against the part and the whole: 占…的."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.text import wholes as told_wholes
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.compile.checks.text.ratios import (
    IS_BUDGET,
    TASK,
    ratio,
    the_one,
    words_of,
)
from hrss_tui.compile.checks.text.wholes import TRIMMED
from hrss_tui.records import Check
from hrss_tui.sources.text import fold

_OWN_BUDGET = re.compile(r"(?:年初|全年|调整后?|变动|本年|当年|年度|代编|的){0,3}预算(?:安排|调整)?数?")
"""税收 900 万元，占预算的 103%: every item has a budget of its own, and that of all before it is not what is meant."""
_SHARE = re.compile(r"占(?:比(?![重例])|(?P<whole>[^，。;:占]{0,24}?)的?(?:比重|比例)?)(?:达到?|约|为)?$")
_OF_IT = "所"
"""第三产业 13.5 万人，所占比重为 45%: of the part before it."""
_OF_FIGURE = re.compile(r"占[^，。;:]{0,20}$")
_OF_SEVERAL = re.compile(r"(?:分别|依次|各|合计|共计?|[两三四五]项|[两三四五]者|之和)[^，。;:]{0,4}占")
"""Before a whole of which one part alone is not said to be so much: 甲 60 万人、乙 22 万人，分别占 …, 合计占 …."""


def shares(
    passage: Passage,
    stated: Figure,
    window: Sequence[Figure],
    told: dict[str, list[tuple[Passage, Figure]]],
    head: tuple[Passage, Figure] | None,
) -> Iterator[Check]:
    """占…的 x %: a part against the whole that is named, or against the only figure it can be part of."""
    if len(window) > 1 and stated.before.strip() == "的" and _OF_FIGURE.search(words_of(window[-1])):
        if TASK.search(words_of(window[-1])):
            yield from _of_its_task(passage, stated, window)
        elif window[-1].base == window[-2].base and not _OF_SEVERAL.search(words_of(window[-1])):
            yield ratio("stated_share", passage, stated, window[-2], window[-1])
        return
    match = _SHARE.search(stated.before.strip())
    part = window[-1] if window else None
    if match is None or part is None or part.is_change or _has_own_part(stated, match):
        return
    words = TRIMMED.sub("", fold(match["whole"] or ""))
    if TASK.search(words):
        return
    near = told_wholes.near(passage, part)
    wholes = [(passage, one) for one in near if not words or told_wholes.names(one, words)]
    if not near and head is not None and head[1].base == part.base:
        near, wholes = [head[1]], [head] if not words or told_wholes.names(head[1], words) else []
    if words and not wholes:
        wholes = [
            pair
            for pair in told.get(told_wholes.core(fold(match["whole"] or "")), ())
            if pair[1].base == part.base
        ]
    found = [ratio("stated_share", passage, stated, part, whole, own) for own, whole in wholes]
    good = [check for check in found if check.status != "fails"]
    if good:
        yield good[0]
    elif passage.is_bound(part) or _is_of_own_budget(words, wholes):
        return
    elif (
        found
        and len({whole.value for _, whole in wholes}) == 1
        and _sure(near, words, wholes)
        and all(told_wholes.names_it(one, words) for _, one in wholes)
    ):
        yield found[0]


def _is_of_own_budget(words: str, wholes: Sequence[tuple[Passage, Figure]]) -> bool:
    """Is a share one of 预算, where none of the figures before it is said to be a budget?"""
    said = any(IS_BUDGET.search(words_of(one)) for _, one in wholes)
    return bool(_OWN_BUDGET.fullmatch(words)) and not said


def _of_its_task(passage: Passage, stated: Figure, window: Sequence[Figure]) -> Iterator[Check]:
    """占任务 20000 人的 167.75%: which of those told before it is of the whole, whatever parts of it stand between."""
    done = [one for one in window[:-1] if not one.is_change]
    found = the_one(passage, stated, [(one, window[-1]) for one in done], "stated_share")
    if found is not None:
        yield found


def _has_own_part(stated: Figure, match: re.Match[str]) -> bool:
    """Does the clause name its own part, for which there is no figure: 引进 12 万人，35 岁以下的占 72%?"""
    named = stated.before.strip()[: match.start()].strip("，,;；。:：( ").removeprefix("其中")
    return named not in ("", _OF_IT)


def _sure(near: Sequence[Figure], words: str, wholes: Sequence[tuple[Passage, Figure]]) -> bool:
    return bool(words) or len({one.value for one in near}) == len({whole.value for _, whole in wholes})
