"""Several earlier levels that figures are measured against at once: 较 2030 年 3 亿元、2031 年 4 亿元分别增长 …."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, subjects, tails
from hrss_tui.compile.prose.clauses import ENUMERATION, Statement
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.frames import frame
from hrss_tui.compile.prose.measured import antecedent
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.several import told
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.times import moments, periods
from hrss_tui.compile.prose.told import Awaited, Time
from hrss_tui.reference.places import named, places
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import figure_words

_TURNS = turns()
_WHEN = r"(?P<when>(?:(?:19|20)\d{2}年|[去上前]年)(?:度)?(?:全年|同期|[末底]|\d{1,2}月)?)"
_THAN = re.compile(rf"[比较与和同]{_WHEN}的?")
_THAN_THAT = re.compile(rf"[比较]{_WHEN}的?(?P<what>[\u3400-\u9fff]{{0,12}})$")
_WITH_THAT = re.compile(
    rf"[与和同跟]{_WHEN}的?(?:[全本我][省市县区州盟旗])?(?P<what>[\u3400-\u9fff]{{2,16}})$"
)
"""与 2032 年度全市失业率 4%相比，仍在低位: what there was then."""
_OUTDONE = re.compile(
    rf"的(?:数量|水平|规模|人数|标准|基数)?(?:有所|略有|有了|明显|大幅|还|要)?(?:{re.any_of(_TURNS.change.outdone)}|[高多低少])"
)
_HEAD = re.compile(rf"[与和同跟较比]{_WHEN}的?(?P<what>[\u3400-\u9fff]{{0,16}}?)(?:为|的)?$")
"""与去年同期的 2 万人相比，…: what there was then of what its sentence only tells behind it."""
_COMPARES = re.compile(r"(?:的(?:数量|水平|规模|人数|标准|基数|基础))?(?:上|相比较?|对比|比较)?")
_AND = re.compile(rf"{_WHEN}的?")
_COMPARED = re.compile(r"(?:相比较?|对比|比较)")
_MONTHS = re.compile(r"(?P<year>\d{4})-\d\d(?:/(?P=year)-\d\d)?")
_MUCH = rf"(?:已经?|{re.any_of(_TURNS.manner.much_then)}){{0,2}}"
_MORE = rf"(?:(?:不(?:得|再|应)?)?(?:[高低快慢好优多少]于|超过)|{re.any_of(_TURNS.told.less)})"
_OUTDOES = re.compile(rf"{_MUCH}{_MORE}{_WHEN}的?$")
_LEVEL = re.compile(r"的(?:总体|整体|同期)?(?:平均)?(?:水平|均值|平均[数值])")
"""低于全省 4.1%的平均水平: what there is in all of it, and not by how much."""
_YEAR_ALONE = re.compile(rf"{_WHEN}的?")
_PACE = re.compile(
    rf"[^，。；\d]{{0,12}}(?:{re.any_of(_TURNS.change.paces)})(?:[高低快慢好优多少大小]于|超过|不及){_WHEN}的?(?:增幅|增速)?$"
)
"""增速快于 2032 年同期的: what follows is how it grew then, and neither by how much nor of now."""
_ARROW = re.compile(r"[→➔➜⇒]|[-—–=]{1,2}>")
_FROM_THEN = re.compile(r"[由从][^，。；：由从]{0,24}$")
_TURNED = re.compile(
    rf"(?:又|已)?(?:转|变|扭转)(?:为|成|至)(?:同比)?(?:正|负)?(?:{re.any_of(_TURNS.change.turned)})"
)
"""由上年下降 3.1%转为增长 12.1%: how it changed then and how it does now, of which the first is of no year of this text."""
_NEAR, _UNIT = 40, 4
_PAIR = 2


def opening(at: Situation) -> list[Reading]:
    """The first of two earlier levels, the others being awaited; [] where a statement begins no such thing."""
    folded, found, later = at.squeezed.folded, at.statement.quantities, at.later
    if alone := _of_later(at) or _alone(at):
        return alone
    than = _THAN.fullmatch(folded, at.statement.start, found[0].start)
    if than is None or len(found) != 1 or not later or later[0].joint != ENUMERATION:
        return []
    return _of_one(at, than["when"], later) or _of_two(at, than["when"], later[0])


def is_unsure(at: Situation) -> bool:
    """Is a figure held against one of another year in one breath (8.5%的增幅低于 2032 年 9.1%的增幅)? Which is which is not read."""
    found = at.statement.quantities
    if _is_beside(at):
        return not _is_like_last(at)
    if _outdone_place(at) is not None:
        return not (at.statement.joint and _is_like_last(at))
    folded = at.squeezed.folded
    if any(_ARROW.fullmatch(folded, one.end, two.at) for one, two in pairwise(found)):
        return True  # 结案率 95%→97%: when it was the first is not said
    if len(found) == _PAIR and _TURNED.fullmatch(folded, found[0].end, found[1].start):
        return bool(_FROM_THEN.search(folded, at.frame.begin, found[0].start))
    if len(found) == _PAIR:
        between = _OUTDOES.search(folded, found[0].end, found[1].start)
        return between is not None and found[0].base_unit == found[1].base_unit
    pace = _PACE.fullmatch(folded, at.statement.start, found[0].start) if len(found) == 1 else None
    return pace is not None and found[0].base_unit in tails.RATIOS


def _is_beside(at: Situation) -> bool:
    """Does a statement name another year, and what there was then, beside one that a figure is held against?"""
    folded, start = at.squeezed.folded, at.statement.start
    named = _YEAR_ALONE.fullmatch(folded, start, at.statement.quantities[0].start)
    beside = at.statement.joint == ENUMERATION and named is not None
    return beside and bool(moments.BESIDE_BASE.search(folded, max(0, start - _NEAR), start))


def _is_like_last(at: Situation) -> bool:
    """Is the one figure of a statement a level as the one before it, which was read?"""
    found, last = at.statement.quantities, at.context.last
    if _is_beside(at) and last is not None and at.statement.start - last.quantity.end > _UNIT:
        return False
    alike = last is not None and last.change is None and last.quantity.base_unit == found[0].base_unit
    return alike and len(found) == 1


@cache
def _outdoes_area() -> re.Pattern[str]:
    areas = re.any_word([each.word for each in figure_words().scopes])
    return re.compile(rf"{_MUCH}(?:[高低快慢好优多少]于|超过)(?P<area>{areas})(?:同期|平均(?:水平)?)?的?$")


_OUTDOES_PLACE = re.compile(rf"{_MUCH}(?:{_MORE}|[与同和跟])(?P<area>[\u3400-\u9fff]{{2,11}}?)(?:同期)?的$")
"""高于东山市的 10 万人: what another place has, and not by how much."""
_ALIKE = re.compile(rf"的?(?:基本|大体|大致)?(?:{re.any_of(_TURNS.told.alike)})")


def _outdone_place(at: Situation) -> re.Match[str] | None:
    """The other place whose level a statement names without saying by how much; None where it names none."""
    folded, found = at.squeezed.folded, at.statement.quantities
    match = _OUTDOES_PLACE.fullmatch(folded, at.statement.start, found[0].start)
    if match is None or len(found) != 1 or len(named(match["area"])) != 1:
        return None
    alike = folded[match.start("area") - 1] in "与同和跟"
    return match if not alike or _ALIKE.match(folded, found[0].end) else None


def outdone(at: Situation) -> list[Reading]:
    """What there was in a year, or is in a larger area, that a figure is held against without saying by how much: 3.9%，低于 2032 年 4.1%的水平."""
    folded, found, last = at.squeezed.folded, at.statement.quantities, at.context.last
    span = folded, at.statement.start, found[0].start
    if last is None or not (at.statement.joint and _is_like_last(at)):
        return []
    area = _outdoes_area().fullmatch(*span) or _outdone_place(at)
    level = area is not None and (area.group().endswith("的") or _LEVEL.match(folded, found[0].end))
    area = area if level else None
    than = _YEAR_ALONE.fullmatch(*span) if _is_beside(at) else _OUTDOES.fullmatch(*span)
    if area is not None:
        reading = made(at, _plain(found[0]), last.subject, last.measure, last.time)
        (code, *_) = named(area["area"]) or ("",)
        name = places()[code].name if code else area["area"]  # 温州 is 温州市
        scope = Named(name, at.squeezed.line(area.start("area")))
        return [msgspec.structs.replace(reading, scope=scope, planned=False, done=True)]
    if than is None:
        return []
    reading = made(at, _plain(found[0]), last.subject, last.measure, _time(at, than["when"]))
    return [msgspec.structs.replace(reading, planned=False, done=True)]


def _plain(quantity: Quantity) -> Quantity:
    """A figure without the bound that the verb says which it is held against by: 不超过 2032 年的 2 万人."""
    bound = quantity.operator in tails.BOUNDS
    return msgspec.structs.replace(quantity, operator="=") if bound else quantity


def _alone(at: Situation) -> list[Reading]:
    """The level of an earlier time that is only said to be outdone: 比去年同期新增就业 2 万人的数量有所增加; else []."""
    folded, found = at.squeezed.folded, at.statement.quantities
    if len(found) != 1:
        return []
    span = folded, at.statement.start, found[0].start
    compared = _COMPARED.fullmatch(folded, found[0].end, at.statement.end)
    outdone = _OUTDONE.match(folded, found[0].end)
    than = _WITH_THAT.fullmatch(*span) if compared else _THAN_THAT.search(*span) if outdone else None
    if than is None:
        return []
    of = antecedent(at, than["what"], at.frame.begin)
    reading = made(at, found[0], of, of.text, _time(at, than["when"]))
    at.context.time = at.context.before if at.frame.moment is not None else at.context.time
    return [msgspec.structs.replace(reading, planned=False, done=True)]


def _ahead(at: Situation) -> re.Match[str] | None:
    """A level of an earlier time with which a sentence begins, and of which it says no more; None where it does not."""
    found, folded, statement = at.statement.quantities, at.squeezed.folded, at.statement
    listed = bool(at.later) and at.later[0].joint == ENUMERATION
    alone = len(found) == 1 and not (statement.joint or statement.bracketed or listed)
    compared = alone and _COMPARES.fullmatch(folded, found[0].end, statement.end)
    return _HEAD.fullmatch(folded, statement.start, found[0].start) if compared else None


def is_open(at: Situation) -> bool:
    """Does a sentence begin with an earlier level of which neither its words nor the next ones say what it is of?"""
    if len(at.statement.quantities) == _PAIR:
        return _is_mixed(at)
    ahead = _ahead(at)
    return ahead is not None and not ahead["what"] and _named_later(at, "") is None


def _is_mixed(at: Situation) -> bool:
    """Does one breath hold an earlier level and what was then more, in words that are no change: 与去年的 4 万人相比，多就业 1 万人?"""
    folded, (first, second) = at.squeezed.folded, at.statement.quantities
    than = _HEAD.fullmatch(folded, at.statement.start, first.start)
    behind = _COMPARED.match(folded, first.end, second.start)
    if than is None or than["what"] or behind is None or first.base_unit != second.base_unit:
        return False
    return comparisons.change(folded, behind.end(), second.start) is None


def _named_later(at: Situation, end: str) -> Named | None:
    """What the next words name, whose name ends with what has been said of it; None where they name nothing that is counted alike."""
    later = at.later[0] if at.later else None
    if later is None or later.bracketed or not later.quantities:
        return None
    framed = frame(at.squeezed, later, [], at.context.clock)
    name = subjects.own(at.squeezed, later, framed.cuts, framed.begin).head
    name = comparisons.without_rise(name)
    alike = later.quantities[0].base_unit == at.statement.quantities[0].base_unit
    level = comparisons.change(at.squeezed.folded, framed.begin, framed.first) is None
    named = name and level and alike and name.endswith(end) and not subjects.is_dependent(name)
    return Named(name, at.squeezed.line(framed.begin)) if named else None


def _of_later(at: Situation) -> list[Reading]:
    """The level of an earlier time before what it is of: 与去年同期的 2 万人相比，城镇新增就业 3 万人; [] where none such follows."""
    than = _ahead(at)
    of = _named_later(at, than["what"]) if than is not None else None
    if than is None or of is None:
        return []
    reading = made(at, at.statement.quantities[0], of, of.text, _time(at, than["when"]))
    at.context.time = at.context.before if at.frame.moment is not None else at.context.time
    return [msgspec.structs.replace(reading, planned=False, done=True)]


def _time(at: Situation, when: str) -> Time:
    """The time that words name: a year, or the same months of one."""
    now = at.context.before if at.frame.moment is not None else at.context.time
    told = moments.moments(when, 0, len(when), at.context.paper.clock)
    period = told[0].period if told else None
    if period is None and (before := periods.year_before(when, now.period)) is not None:
        period = before[0]
    if period is None and now.period and when.startswith(("去年", "上年")):
        period = str(int(now.period[:4]) - 1)
    if period and "同期" in when and _MONTHS.fullmatch(now.period or ""):
        period = re.sub(r"\d{4}", period[:4], now.period or "")
    return Time(period, False, at.squeezed.line(at.statement.start))


def _of_one(at: Situation, when: str, later: tuple[Statement, ...]) -> list[Reading]:
    """One thing, of two years, each with how it has risen since: 较 2030 年 3 亿元、2031 年 4 亿元分别增长 40%、5%."""
    folded, head = at.squeezed.folded, at.context.head
    second = later[0].quantities
    also = _AND.fullmatch(folded, later[0].start, second[0].start) if len(second) == _PAIR else None
    rate = later[1] if len(later) > 1 and later[1].joint == ENUMERATION else None
    if also is None or rate is None or head is None or not at.context.stated or len(rate.quantities) != 1:
        return []
    behind = _COMPARED.match(folded, second[0].end, second[1].start)
    changed = comparisons.change(folded, behind.end() if behind else second[0].end, second[1].start)
    if changed is None or not changed.spread or rate.quantities[0].start != rate.start:
        return []
    now = at.context.before if at.frame.moment is not None else at.context.time
    risen = [
        Awaited(
            Named(f"{head.text}较{base}{changed.verb}", head.line),
            head.text,
            now,
            change=changed.direction,
            against=base,
        )
        for base in (when, also["when"])
    ]
    levels = [Awaited(head, head.text, _time(at, base)) for base in (when, also["when"])]
    at.context.awaited = (*levels, *risen)
    return told(at)


def _of_two(at: Situation, when: str, beside: Statement) -> list[Reading]:
    """Two things of one earlier time: 与 2031 年同期的 3 万人和 2 万人相比，分别增长 …."""
    context, own = at.context, beside.quantities
    found = (context.recent or context.recent_before)[-_PAIR:]
    behind = _COMPARED.match(at.squeezed.folded, own[0].end) if len(own) == 1 else None
    if behind is None or own[0].start != beside.start or len(found) != _PAIR:
        return []
    context.awaited = tuple(Awaited(one, one.text, _time(at, when)) for one in found)
    context.recent, context.listed = found, _PAIR
    context.compared = (f"与{when}相比", when)
    first = told(at)
    if at.frame.moment is not None:
        context.time = context.before
    return first
