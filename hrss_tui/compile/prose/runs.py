"""Several figures in a row, and the things told before them that each is of: those a list names, those last counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import (
    comparisons,
    distribution,
    ranked,
    subjects,
)
from hrss_tui.compile.prose.clauses import ENUMERATION, Statement
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.listing import parts_alone, sectors_told, split
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.scopes import place_of
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.reference.places import named
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.units import units

_WORDS = statement_words()
_SHORT = 5
"""Characters of a noun that is nothing but 人均 or 月人均."""
_CLAUSE = 80
"""Characters of a clause that lists places."""
_COUNTED = re.compile(r"(?:上述|以上|这)?[两二三四五六]项(?:社会)?(?:保险|险种|基金)?(?P<rest>.*)")
_WHO = re.compile(r"(?:总?人数|人员|规模|总[数量额])$")


def spread(at: Situation, noun: str, turning: bool = False) -> tuple[Named, ...]:
    """The subjects that 分别 gives one figure each: those listed before it, else the last ones stated."""
    count = run(at, turning)
    line = at.squeezed.line(at.statement.start)
    places = () if noun else _of_listed_places(at, count)
    listed = distribution.distributed(noun, count) or _of_heading(at, noun, count)
    if names := places or ranked.listed(at, noun, count) or tuple(Named(part, line) for part in listed):
        return names
    if noun and at.context.topic is not None and len(noun) <= _SHORT:
        told = distribution.distributed(at.context.topic.text, count)
        if told:
            return tuple(subjects.joined(Named(part, line), Named(noun, line)) for part in told)
    if not noun and at.context.topic is not None:
        told = distribution.distributed(at.context.topic.text, count)
        if told:
            return tuple(Named(part, line) for part in told)
    told_of = len(at.context.recent) >= count > 1 and not (noun == "" and _tells_of_another(at))
    recent = _last_stated(at, count) if told_of else ()
    recent = recent or _of_sentence_before(at, noun, count)
    if noun and not (
        subjects.is_dependent(noun) or (noun.endswith(_WORDS.rates.ends) and at.context.listed == count)
    ):
        return _of_places(at, sectors_told(recent) or recent, noun, line)
    if recent and noun:
        return tuple(subjects.joined(subjects.base_for(one, noun), Named(noun, line)) for one in recent)
    return recent


def _of_listed_places(at: Situation, count: int) -> tuple[Named, ...]:
    """Places listed right before their figures, with what a list is of: 其中东山县、河口县位居前列，分别为 4 万人、3 万人.

    Where those of the list before have it (东山、河口两县转移规模超过 5 万人，分别为 7 万人、6 万人；南口、西河规模较小，分别为 …), they have
    the same.
    """
    context = at.context
    told = _clause_before(at) or context.topic or context.head
    places, thing = distribution.of_places(told.text, count) if told is not None else ([], "")
    if told is None or not places:
        return ()
    of = context.whole
    if _remark().search(thing):
        of = of or _thing_told(context)
        if of is None:
            return tuple(Named(place + thing, told.line) for place in places)
        thing = ""
    of = subjects.joined(of, Named(thing, told.line)) if thing else of
    return tuple(subjects.joined(of, Named(place, told.line)) for place in places)


def _clause_before(at: Situation) -> Named | None:
    """The words of the clause before a statement, behind 其中; None where it has figures."""
    folded, end = at.squeezed.folded, at.statement.start - 1
    start = max(folded.rfind(mark, max(0, end - _CLAUSE), end) for mark in "，。；：") + 1
    text = at.squeezed.shown[start:end].removeprefix("其中") if at.statement.joint == "，" else ""
    return Named(text, at.squeezed.line(start)) if text and not any(map(str.isdecimal, text)) else None


def _thing_told(context: Context) -> Named | None:
    """What the place has of which a figure was told last: 转移规模 of 东山转移规模; what was told before 其中; None for none."""
    head = context.head if context.stated else None
    if context.parts or (head is not None and subjects.SEAM in head.text):
        whole = context.parted
        return Named(whole.text.rpartition(subjects.SEAM)[0] or whole.text, whole.line) if whole else None
    thing = head.text[distribution.behind_place(head.text) :] if head is not None else ""
    return Named(thing, head.line) if head is not None and thing != head.text and len(thing) > 1 else None


@cache
def _remark() -> re.Pattern[str]:
    """What is said of places that are listed, and is nothing they have: 规模较小, 位居前列."""
    return re.compile(re.any_of(_WORDS.ranks.remarks))


def _of_sentence_before(at: Situation, noun: str, count: int) -> tuple[Named, ...]:
    """The things of which the sentence before told, where this one tells how each has changed: 同比分别增长 2%、3%.

    Of a `noun` (参保人数) only those that are counted so; none where they are not as many as figures follow.
    """
    if at.context.recent or count == 1:
        return ()
    sort, before = _WHO.sub("", noun), at.context.recent_before
    places = {_place(one.text) for one in before[-count:]}
    if len(places) == count and "" not in places:
        return before[-count:]
    found = parts_alone([one for one in before if _WHO.sub("", one.text).endswith(sort)], count)
    return tuple(found) if len(found) == count else ()


def _tells_of_another(at: Situation) -> bool:
    """Is what was said last how something has changed of which no level was told? 新增学位 40 个；城乡低保标准提高 5%，分别达到 860 元、640 元."""
    last, head = at.context.last, at.context.head
    if last is None or last.change is None or head is None or head.text != last.measure:
        return False
    return all(one.text != head.text for one in at.context.recent)


def _last_stated(at: Situation, count: int) -> tuple[Named, ...]:
    """The last things stated; where each figure is in a unit of its own, those that were counted in these units.

    企业 7 家、个人 3 名，公布 2 批 13 起，分别减少 1 家、2 名和 5 起 leaves the batches out.
    """
    last = at.context.recent[-count:]
    figures = (at.statement.quantities[0], *(one.quantities[0] for one in at.later[: count - 1]))
    counted = [_counted_in(one.base_unit) for one in figures]
    plain = [one for one in at.context.recent if not one.text.endswith(_WORDS.rates.ends)]
    if set(counted) == {"%"} and len(plain) == count < len(at.context.recent):
        return tuple(plain)  # 受理 90 条，办结率 98%，追回 7 万元，分别下降 5%、6%: a rate falls by points
    if len(set(counted)) < count or [_counted_in(one.unit or "") for one in last] == counted:
        return last
    by_unit = {_counted_in(one.unit or ""): one for one in at.context.recent}
    return tuple(by_unit[unit] for unit in counted) if by_unit.keys() >= set(counted) else last


def _counted_in(unit: str) -> str:
    """A unit, whichever word counts persons."""
    known = units().get(unit)
    return "人" if known is not None and known.base == "人" else unit


def _of_places(at: Situation, recent: Sequence[Named], noun: str, line: int) -> tuple[Named, ...]:
    """What several places or sectors, each named before with its figure, have besides: 有组织转移分别为 …."""
    found = [_place(one.text) or (one.text if sectors_told([one]) else "") for one in recent]
    told = len(found) > 1 and all(found) and len(set(found)) == len(found)
    whose = recent if at.frame.parts else [Named(place, line) for place in found]
    return tuple(subjects.joined(one, Named(noun, line)) for one in whose) if told else ()


def _place(name: str) -> str:
    """The place that a name is of, whether something it has, or nothing, stands behind it."""
    parts = reversed(name.split(subjects.SEAM))
    found = (own if named(own) else place_of(own + subjects.SEAM) for own in parts)
    return next(filter(None, found), "") or place_of(name)


def _of_heading(at: Situation, noun: str, count: int) -> list[str]:
    """The subjects of 三项保险参保人数 where a short heading names the three: 失业、工伤、生育保险."""
    counted, heading = _COUNTED.match(noun), at.context.heading
    if counted is None or heading is None or not counted["rest"]:
        return []
    return [part + counted["rest"] for part in distribution.distributed(heading.text, count)]


def goes_on(at: Situation) -> bool:
    """Do as many bare figures follow as places, each with its figure, were listed just before: 分别为 3 人、2 人，其中女性 2 人、1 人?"""
    count = run(at)
    last = at.context.recent[-count:] if count == at.context.listed > 1 else ()
    places = {_place(one.text) for one in last}
    return len(places) == count and "" not in places


def counted_beside(at: Situation, quantity: Quantity) -> tuple[Named, ...]:
    """1200 户合作社、90 家企业分别吸纳就业 3800 人和 2600 人: what those just counted have, each; else ()."""
    before = at.statement.quantities[0]
    if quantity is before:
        return ()
    count = run(at)
    text = at.squeezed.shown[before.end : quantity.start]
    own, spread, deed = text.partition("分别")
    others = at.context.recent[-count:-1]  # the last is what the statement itself counts
    if not spread or not own or len(others) != count - 1 or at.statement.joint != ENUMERATION:
        return ()
    line = at.squeezed.line(before.end)
    named = (*others, Named(own, line))
    return tuple(subjects.joined(one, Named(subjects.without_copula(deed), line)) for one in named)


def lists(at: Situation, noun: str) -> bool:
    """Does a statement name as many things as figures follow (消费、出口增长 8%、11%)? One word for two (城乡) those in one unit."""
    count = run(at)
    listed = (at.statement.quantities[0], *(one.quantities[0] for one in at.later[: count - 1]))
    alike = split().search(noun) or len({_counted_in(one.base_unit.partition("/")[0]) for one in listed}) == 1
    return count > 1 and alike and bool(distribution.distributed(noun, count))


_COMES_TO = re.compile(r"(?:已经?|将)?(?:达到?|[升增提降减][\u3400-\u9fff]?[到至])")
"""标准再提高 20 元、达到 203 元: the level that one thing has come to, and no change of another."""


def run(at: Situation, turning: bool = False) -> int:
    """How many figures follow each other with nothing but marks of enumeration between them, or verbs of change where `turning`."""
    count = 1
    for statement in at.later:
        first = statement.quantities[0].start if len(statement.quantities) == 1 else None
        per = first is not None and comparisons.is_per(at.squeezed.folded[statement.start : first])
        bare = (
            first == statement.start
            or per
            or (
                turning
                and first is not None
                and comparisons.is_verb(at.squeezed.folded, statement.start, first)
            )
        )
        bare = bare and not _COMES_TO.match(at.squeezed.folded, statement.start, statement.quantities[0].at)
        comma = statement.joint == "，" and first == statement.start and _is_alike(at, statement)
        if not (statement.joint == ENUMERATION or comma) or not bare:
            break
        count += 1
    return count


def _is_alike(at: Situation, statement: Statement) -> bool:
    """Does a figure behind a comma go on with a list that 分别 opens: 分别为 3 亿元，5 亿元和 9 亿元?"""
    before, own = at.statement.quantities[0], statement.quantities[0]
    spreads = distribution.is_spread(at.squeezed.folded[at.statement.start : before.start])
    return spreads and own.unit == before.unit


def as_rated(quantity: Quantity, last: Quantity) -> Quantity:
    """An amount listed behind one that is per month or person, of which it does not say so again: 每月 760 元、550 元."""
    unit, per, _ = last.unit.partition("/")
    if per and last.base_unit.startswith("元/") and quantity.unit == unit:
        return msgspec.structs.replace(quantity, unit=last.unit, base_unit=last.base_unit)
    return quantity
