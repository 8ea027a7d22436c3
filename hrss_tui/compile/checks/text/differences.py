"""Level, base and change where one sentence states all three: level − base = change, and change ÷ base = the rate behind it.

A check is made only where each of the three was read as a figure of its own and exactly (no 约, 近, 以上), where nothing but
the words that compare them stands between base and change, and where no other figure could be the level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, at_own_prices, compare, percentage
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.text.figures import PERCENT, Figure, Passage
from hrss_tui.records import BudgetChange, Check, Observation
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import change_signs
from hrss_tui.words.check_reasons import because

_TURNS = turns()
_WORDS = statement_words()
_COMPARED = re.compile(r"^，?(?:同比)?(?:比|较)(?P<base>[^，。;:()]{0,24}?)$")
"""Nothing but the comparison between level and base."""
_LAST = re.compile(
    r"^，?(?:而)?(?:上年|去年|上一年度?|上年度|(?P<year>\d{4})年度?)(?:同期|同月|年末|末)?(?:(?:预算|决算)?数)?(?:仅|只)?(?:为|是|有)?$"
)
_FROM = re.compile(r"(?<!自)(?:由|从)[^，。;:()]{0,24}$")
_OF_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d)年度?(?P<what>[^，。；;:：()（）\d]{0,30}?)(?:共|仅)?(?:为|是|达到?|有)?$"
)
_YEAR_AFTER = re.compile(rf"^[，；;](?:而|到)?{_OF_YEAR.pattern}")
"""2030年新增 40 万人，2031年新增 45 万人，比上年增加 5 万人: one thing of two years that follow each other."""
_LAST_YEAR = re.compile(rf"(?:{re.any_of(_TURNS.time.last_times)})[^初末底，。；]{{0,12}}$")
"""Before a base that is the figure of the year before, and so what a rate compared with that year is of."""
_MORE = re.compile(re.any_of(_WORDS.balances.left))
_LESS = re.compile(re.any_of(_WORDS.balances.wanting))
"""What is left, and what is wanting: a difference between one and the other is no difference of their figures."""
_PART = re.compile(r"其中|分别|各|平均|人均|年均")
"""Words by which a figure may be of something else, or several are told at once."""
_POINTS = ("百分点", "个百分点")
_CONTEXT = because("change_of_two")
_RATED = because("rate_of_change_and_base")


class Verbs(NamedTuple):
    """What stands before a change, with the `verb` that says it."""

    compared: re.Pattern[str]
    """Directly behind the base: 比上年的 30 万人增加 20 万人."""
    last: re.Pattern[str]
    """Behind the figure of the year before: 上年同期 30 万人，同比增加 20 万人."""
    risen: re.Pattern[str]
    """Behind a pair: 由 30 万人增加到 45 万人，增加 20 万人; 比上年 would be another base."""
    to: re.Pattern[str]
    """Between the figures of such a pair."""
    rate: re.Pattern[str]
    """Between a change and its rate."""
    flow: re.Pattern[str]
    """Between two changes of one thing that are told apart: 增加 5 人、减少 3 人."""


@cache
def _verbs() -> Verbs:
    verbs = re.any_of(map(re.escape, change_signs()))
    said = rf"(?P<verb>{verbs})了?$"
    return Verbs(
        re.compile(rf"^的?{said}"),
        re.compile(rf"^，(?:同比|比上年|较上年|比去年|较去年|[比较](?P<year>\d{{4}})年度?)?(?:净|共)?{said}"),
        re.compile(rf"^，(?:[两二三四五六七八九十]年(?:来|间)?|期间|其间)?(?:累计|净|共|共计)?{said}"),
        re.compile(rf"^的?(?:{verbs}|调整|变为)?(?:到|至|为)(?:了)?(?:\d{{4}}年)?[^，。;:()\d]{{0,16}}$"),
        re.compile(rf"^，?(?P<own>同比|比上年|较上年)?(?P<verb>{verbs})(?:为|达|了)?$"),
        re.compile(rf"^[，、]?(?:同时|另)?(?:{verbs})了?$"),
    )


class Told(msgspec.Struct, frozen=True):
    """A level, its base and the change between them, with the sign of the change."""

    level: Figure
    base: Figure
    change: Figure
    sign: int
    of_last: bool
    """Is the base the figure of the year before?"""


def checks(papers: Papers, passages: Sequence[Passage]) -> Iterator[Check]:
    """Every change whose level and base the sentence states, and the rate behind it."""
    rows: dict[str, Observation | BudgetChange] = {row.change_id: row for row in papers.of(BudgetChange)}
    rows |= {row.observation_id: row for row in papers.of(Observation)}
    for passage in passages:
        for place, change in enumerate(passage.figures):
            told = _told(passage, place)
            if told is None or not all(
                _is_sure(passage, one, rows) for one in (told.level, told.base, change)
            ):
                continue
            found = _difference(passage, told)
            if found.status != "fails" or not (
                _is_one_of_several(passage, told, place) or _is_of_other(passage, told, place)
            ):
                yield found
                yield from _rate(passage, told, place)


def _told(passage: Passage, place: int) -> Told | None:
    """What the figure at a place is the change of."""
    if place < _LEAST:
        return None
    first, second, change = passage.figures[place - 2 : place + 1]
    if (
        not first.sentence == second.sentence == change.sentence
        or not first.depth == second.depth == change.depth
    ):
        return None
    if not _alike(first, second, change) or first.is_change or _PART.search(second.before + change.before):
        return None
    between, behind = _text(passage, first, second), _text(passage, second, change)
    if _MORE.search(first.before + between) and _LESS.search(first.before + between):
        return None
    verbs = _verbs()
    for level, base, ahead, states in (
        (first, second, _COMPARED, verbs.compared),
        (first, second, _LAST, verbs.last),
        (second, first, verbs.to, verbs.risen),
    ):
        match, told = states.match(behind), ahead.match(between)
        if match and told and _same_year(match, told) and (base is second or _FROM.search(first.before)):
            words = between if base is second else first.before
            return Told(level, base, change, change_signs()[match["verb"]], bool(_LAST_YEAR.search(words)))
    match, year = verbs.last.match(behind), _year_before(first, between)
    follows = match and year and match["year"] in (None, year)
    return Told(second, first, change, change_signs()[match["verb"]], True) if match and follows else None


def _year_before(first: Figure, between: str) -> str:
    """The year of a figure, where that behind it is of the same thing in the next one; else ""."""
    before, after = _OF_YEAR.search("".join(first.before.split())), _YEAR_AFTER.match(between)
    follows = before and after and int(after["year"]) == int(before["year"]) + 1
    same = before and after and after["what"] in ("", before["what"])
    return before["year"] if before and follows and same else ""


def _same_year(change: re.Match[str], base: re.Match[str]) -> bool:
    """Is a change against the year whose figure stands before it: 2030年为 20 万元，较2030年增加 10 万元?"""
    named = [match.groupdict().get("year") for match in (change, base)]
    return named[0] == named[1]


_LEAST = 2


def _alike(first: Figure, second: Figure, change: Figure) -> bool:
    """Are all three counted in one unit, or two rates and points?"""
    if first.base != second.base:
        return False
    return change.base in _POINTS if first.base == PERCENT else change.base == first.base


def _text(passage: Passage, one: Figure, other: Figure) -> str:
    """What stands between two figures, without white space."""
    return "".join(passage.text[one.end : other.start].split())


def _is_sure(passage: Passage, one: Figure, rows: Mapping[str, Observation | BudgetChange]) -> bool:
    """Was a figure read by itself, as exactly what is printed?"""
    row = rows.get(next(iter(passage.quantity(one).ids), ""))
    if isinstance(row, BudgetChange):
        return not passage.is_bound(one)
    return row is not None and row.operator == "=" and row.kind != "target"


def _difference(passage: Passage, told: Told) -> Check:
    words = f"{told.level.shown} − {told.base.shown} = {'' if told.sign > 0 else '−'}{told.change.shown}"
    at = passage.block(told.change.start)
    unit = told.level.base
    identity = Identity("stated_change", words, at, unit, str(told.change.start), _CONTEXT)
    found = passage.quantity(told.level) - passage.quantity(told.base)
    return compare(identity, passage.quantity(told.change).signed(told.sign), found)


def _is_one_of_several(passage: Passage, told: Told, place: int) -> bool:
    """Is the change one of two that are told apart, or the level the last of a list whose sum may be meant?

    30 人，比上年的 28 人增加 5 人、减少 3 人; 博士 45 人、硕士 275 人，比上年的 280 人增加 40 人.
    """
    after = passage.figures[place + 1] if place + 1 < len(passage.figures) else None
    flows = after is not None and after.sentence == told.change.sentence and after.base == told.change.base
    if flows and after is not None and _verbs().flow.match(_text(passage, told.change, after)):
        return True
    before = passage.figures[place - _LEAST - 1] if place > _LEAST else None
    first = passage.figures[place - _LEAST]
    return before is not None and passage.are_listed(before, first)


def _is_of_other(passage: Passage, told: Told, place: int) -> bool:
    """Is the change that of another figure of the sentence: 收入 45 亿元、支出 20 亿元，比上年的 30 亿元增加 15 亿元?"""
    near = passage.figures[max(place - _NEAR, 0) : place]
    others = [one for one in near if (one.sentence, one.base) == (told.level.sentence, told.level.base)]
    return any(
        _difference(passage, msgspec.structs.replace(told, level=one)).status != "fails"
        for one in others
        if one not in (told.level, told.base)
    )


_NEAR = 12
"""Figures before a change of which one may be its level: the work of a long sentence grows with it."""


def _rate(passage: Passage, told: Told, place: int) -> Iterator[Check]:
    """The rate that stands directly behind the change; one that names its own base may be of another."""
    rate = passage.figures[place + 1] if place + 1 < len(passage.figures) else None
    if rate is None or not rate.is_rate or told.change.base in (*_POINTS, PERCENT):
        return
    match = _verbs().rate.match(_text(passage, told.change, rate))
    if match is None or rate.sentence != told.change.sentence or told.base.value <= 0:
        return
    if change_signs()[match["verb"]] != told.sign:
        return
    words = f"{told.change.shown} ÷ {told.base.shown} = {rate.shown}"
    identity = Identity("stated_growth", words, passage.block(rate.start), PERCENT, str(rate.start), _RATED)
    found = percentage(
        identity, passage.quantity(rate), passage.quantity(told.change), passage.quantity(told.base)
    )
    found = at_own_prices(found, told.level.before)
    if found.status != "fails" or told.of_last or not match["own"]:
        yield found
