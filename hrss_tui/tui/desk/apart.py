"""What tells rows of one name apart, in as few words as it takes: what they stand under, else where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import zip_longest
from typing import Final

from hrss_tui import lazy_re as re
from hrss_tui.records import BudgetChange

_ORDINAL: Final = re.compile(r"[（(]?[一二三四五六七八九十百\d]{1,4}[)）、.．]\s*")
_YEAR: Final = re.compile(r"\d{4}\s*年度?")
_ENDS: Final = ("情况的说明", "情况说明", "情况", "说明", "的")


def apart(names: Sequence[Hashable], under: Sequence[Sequence[str]]) -> list[str]:
    """Of each of some names what tells it from its equals, nothing where it has none.

    `under` is what each stands under, the nearest first: the first of it in which all of a name differ, else most do.
    """
    found = [""] * len(names)
    places = defaultdict(list)
    for place, name in enumerate(names):
        places[name].append(place)
    for alike in places.values():
        if len(alike) > 1:
            levels = list(zip_longest(*(under[place] for place in alike), fillvalue=""))
            telling = max(levels, key=lambda level: len(set(level)), default=("",) * len(alike))
            for place, said in zip(alike, telling, strict=True):
                found[place] = said
    return found


def brief(heading: str) -> str:
    """A heading without its number, whose and of what year it is, and that it explains: 三、关于某局2026年支出预算情况说明 → 支出预算."""
    text = _ORDINAL.sub("", heading, count=1) if _ORDINAL.match(heading) else heading
    after = _YEAR.split(text)[-1].strip()
    text = (after or text).removeprefix("关于")
    for end in _ENDS:
        if len(text) > len(end):
            text = text.removesuffix(end)
    return text or heading


def called(changes: Sequence[BudgetChange], named: Callable[[str], str] = str) -> list[str]:
    """The names of stated changes as `named` says them, with the heading they stand under where others have the same name and code."""
    under = [
        [*map(brief, reversed(one.section.split(" / "))), f"{one.doc_id}:{one.line_start}"] for one in changes
    ]
    told = apart([(one.code, one.name) for one in changes], under)
    return [f"{named(one.name)} {said}".rstrip() for one, said in zip(changes, told, strict=True)]
