"""The figures of one statement: each is a level, a change, a share, one of a pair or a count of places."""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import (
    accounts,
    behind_things,
    by_place,
    comparisons,
    earlier,
    funders,
    graded,
    listed_places,
    loose_verbs,
    measured,
    paired,
    portions,
    quoted,
    restated,
    scopes,
    several,
    shares,
    standards,
    subjects,
    tails,
    wholes,
    whose,
)
from hrss_tui.compile.prose.clauses import BRACKET, ENUMERATION
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.named_levels import told_level
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named, Own
from hrss_tui.compile.prose.times import moments
from hrss_tui.compile.prose.told import Time
from hrss_tui.compile.prose.when import lists, statements
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_SET = re.compile(rf"(?:{re.any_of(_THINGS.money.staged)})(?:数)?$")
_OTHER_LEVEL = re.compile(r"[省市县区州盟旗乡镇地各全下]|[\u3400-\u9fff]{1,3}本级")
"""What is said to be of another level or of all of them: 区级收入, 县（区）收入, 全市支出."""
_SAYS_ON = re.compile(r"[为占完达比较同环增减升降上下提回超]|年均")
"""What a figure told before is of, or how it has changed: 为预算的 98%, 比上年增长 3%."""
_REACHED = re.compile(
    r"(?:已|均|都|预计|力争|将)*(?:达到?|[升增提涨降减跌回扩][\u3400-\u9fff]?[到至为])(?:了)?(?:每人)?(?:每[月年])?"
)
"""提高 4 个百分点、达到 63%: the level that was reached, and no second change."""
_OF_AREA = re.compile(r"全[国省市区县州盟旗](?:平均)?(?:水平)?")
"""What a figure is measured against: all of the nation, the province, the city."""
_AIMED = re.compile(rf"{re.any_of(turns().aims.names)}")
_OF_SAME = re.compile(
    rf"(?:(?:{re.any_of(turns().aims.set_for)}|年度|年初)*(?:{_AIMED.pattern})(?:增长|增幅)?|平均(?:水平)?|)"
)
"""What a bracket says of a growth and no more than when or where that was so, or that it was aimed at."""
_IN_ALL = re.compile("累计|总数|总量")
"""培育品牌 3 个、累计 12 个: no second figure of the same."""
_PREDICATE = re.compile(
    r"(?:全部|均已?|都已?|已全部|同时|一并|随之|停止|不再)[\u3400-\u9fff]{2}|[两二三四五六]个?(?:档次?|类别?|等级?|级)(?:标准)?$"
)
"""零就业家庭 17 户、19 人全部实现就业, 960 元、850 元两档: what is said of both."""


def readings(at: Situation) -> list[Reading]:
    """A reading per quantity of the statement, in printed order; the context is moved on."""
    at = behind_things.led(funders.named(at))
    held = statements.held(at)
    found = graded.raised(at.context, _read(at) if held is None else _in_time(at, *held))
    by_place.remember(at, found)
    return found


def _read(at: Situation) -> list[Reading]:
    statements.settle(at)
    _settle_scope(at)
    opened = at.statement.joint != ENUMERATION
    listed = graded.each(at) or measured.reached(at) if opened else at.context.awaited
    wholes.settle(at)
    own = subjects.own(at.squeezed, at.statement, at.frame.cuts, at.frame.begin)
    if (
        by_place.is_open(at, own.text)
        or standards.is_unsure(at)
        or earlier.is_unsure(at)
        or earlier.is_open(at)
        or several.is_unsure(at)
        or (not listed and _is_other_rate(at, own))
    ):
        return []
    if listed:
        at.context.awaited = listed
        return several.told(at)
    last = at.context.last
    if last is not None and _repeats(at, own, last):
        last = _in_own_frame(at, last)
        again = [
            lists.dated(at, measured.repeated(at, quantity, last)) for quantity in at.statement.quantities
        ]
        at.context.last = again[-1]
        return again
    if last is not None and (done := restated.goes_on(at, own, last)) is not None:
        at.context.last = done
        return [done]
    if at.statement.quantities[0].part:
        return paired.pairs(at) or several.shares(at)
    found = (
        earlier.outdone(at)
        or several.areas(at)
        or paired.pairs(at)
        or paired.steps(at)
        or paired.pair(at)
        or paired.raised(at)
        or paired.exceeded(at)
        or paired.unchanged(at)
        or paired.measured_by(at)
        or portions.task(at)
        or portions.within(at)
        or measured.standard(at)
        or [lists.dated(at, reading) for reading in _each(at, own)]
    )
    if last is not None:
        restated.pass_by(at, own, found[-1], last)
    at.context.topic, at.context.last_but_one, at.context.last = None, last, found[-1]
    return found


def _in_own_frame(at: Situation, last: Reading) -> Reading:
    """What the figure before says, at the time and of the area that this one names: 其中 2031 年 1.6 万人、2032 年 1.7 万人."""
    moment, context = at.frame.moment, at.context
    named = moment is not None and (moment.period is not None or moment.vague)
    if at.frame.leads and named and not context.years:
        last = msgspec.structs.replace(last, time=context.time)
    if at.frame.scope is not None and context.scope is not None and at.statement.joint == ENUMERATION:
        last = _against_other(at, last) or msgspec.structs.replace(last, scope=context.scope)
    return last


def _against_other(at: Situation, last: Reading) -> Reading | None:
    """What is measured against an area, measured against the one that stands beside it: 高于全国 0.8 个百分点、全省 0.3 个百分点; None where it is not."""
    context, area = at.context, at.frame.scope
    if last.change is None or area is None or not _OF_AREA.fullmatch(last.against or ""):
        return None
    before, against, behind = last.subject.text.rpartition(last.against or "")
    named = at.squeezed.shown[area.start : area.end]
    context.scope = last.scope
    subject = Named(before + named + behind, last.subject.line)
    return msgspec.structs.replace(last, subject=subject, against=named) if against else last


def _is_other_rate(at: Situation, own: Own) -> bool:
    """Is a rate that stands alone behind how many a place has a rate of something else: 东山县 7.9 万人、2.8%?"""
    last = at.context.last
    alone = at.statement.joint == ENUMERATION and not own.text and not at.context.spread
    if last is None or not alone:
        return False
    rate = at.statement.quantities[0].unit in tails.RATIOS and last.quantity.unit not in tails.RATES
    level = last.change is None and not last.share
    return rate and level and bool(listed_places.place_in(last.subject.text))


def _repeats(at: Situation, own: Own, last: Reading) -> bool:
    """Is a statement one more figure of what the one before says, with nothing of its own but what all of them share?"""
    if own.text and at.statement.joint == ENUMERATION and not own.head:
        return bool(at.context.spread) or bool(_PREDICATE.match(own.rest))
    if last.change is not None and _REACHED.fullmatch(
        at.squeezed.folded, at.statement.start, at.statement.quantities[0].at
    ):
        return False
    if _IN_ALL.search(at.squeezed.folded, at.statement.start, at.frame.first):
        return False
    awaited, alike = bool(at.context.spread), at.statement.quantities[0].unit == last.quantity.unit
    per, listed = awaited and comparisons.is_per(own.text), awaited and alike and at.statement.joint == "，"
    return (per or not own.text) and (listed or at.statement.joint == ENUMERATION or _is_rate_of(at, last))


def _is_rate_of(at: Situation, last: Reading) -> bool:
    """Does a bracket say by how much per cent what stands before it has changed: 减少 3 万元（8.5%）?"""
    (first, *others), before = at.statement.quantities, last.quantity
    alone = at.statement.joint == BRACKET and not others and first.unit == "%"
    return alone and last.change is not None and before.unit not in ("%", *tails.POINTS)


def _in_time(at: Situation, time: Time, lasting: bool) -> list[Reading]:
    """The readings in a time that holds for the statement alone, or to the end of the sentence."""
    now, at.context.time = at.context.time, time
    found = _read(at)
    if lasting:
        at.context.before, at.context.passing = now, True
    else:
        at.context.time = now
    return found


def _each(at: Situation, own: Own) -> list[Reading]:
    """One reading after the other; the upper bound of a range says what the lower one says."""
    found: list[Reading] = []
    each = quoted.named(at) or whose.apart(at, own)
    for index, quantity in enumerate(at.statement.quantities):
        if quantity.ranged and found:
            found.append(msgspec.structs.replace(found[-1], quantity=quantity))
        else:
            before = at.statement.quantities[index - 1] if index else quantity
            if found and _is_changed_too(found[-1], before, quantity):
                found.append(
                    msgspec.structs.replace(found[-1], quantity=quantity, measure_unit=quantity.base_unit)
                )
                continue
            if index:
                _settle_behind(at, before.end, quantity.start)
            found.append(_reading(at, index, quantity, each[index]))
    return found


def _is_changed_too(last: Reading, before: Quantity, quantity: Quantity) -> bool:
    """Is a figure directly behind a change the same one, counted otherwise: 增加 1360 户 1580 人?"""
    counted = not {before.base_unit, quantity.base_unit} & {*tails.RATES, "元"}
    return (
        last.change is not None
        and counted
        and before.end == quantity.start
        and before.base_unit != quantity.base_unit
    )


def _settle_behind(at: Situation, start: int, end: int) -> None:
    """The end of a month that is named behind the first figure: 监测的 120 家企业 2 月末在岗职工 4.8 万人."""
    told = [one for one in moments.moments(at.squeezed.folded, start, end, at.context.clock) if one.point]
    if told and told[-1].period is not None:
        at.context.time = Time(told[-1].period, True, at.squeezed.line(start))


def _settle_scope(at: Situation) -> None:
    scope, last = at.frame.scope, at.context.scope
    beside = at.statement.joint != ENUMERATION and last is not None
    if beside and last is not None and scopes.is_rank(last.text) and not _goes_on_of_level(at, last.text):
        at.context.scope = None
    if scope is None:
        scope = scopes.group_scope(at.squeezed.folded, at.frame.begin, at.statement.quantities[0].start)
    if scope is not None and not scope.among:
        at.context.scope = Named(at.squeezed.shown[scope.start : scope.end], at.squeezed.line(scope.start))


def _goes_on_of_level(at: Situation, level: str) -> bool:
    """Is a side of the account of a level of government told: 市本级一般公共预算收入 9 亿元，…；一般公共预算支出 8 亿元?"""
    words = at.squeezed.folded[at.frame.begin : at.frame.first]
    side = accounts.is_side(_SET.sub("", subjects.without_copula(words))) and not _OTHER_LEVEL.match(words)
    return level.endswith("本级") and (side or bool(_SAYS_ON.match(words)))


def _grown_too(at: Situation, quantity: Quantity, own: Own) -> Reading | None:
    """How what has just grown was to grow, or did elsewhere, which a bracket tells: 增长 6.2%（计划 6%）, 增长 5%（全省平均 4.8%）."""
    last = at.context.last
    beside = at.statement.joint == BRACKET and len(at.statement.quantities) == 1
    alike = last is not None and last.change is not None and last.quantity.unit == quantity.unit == "%"
    if not (beside and alike) or last is None or not _OF_SAME.fullmatch(own.text):
        return None
    subject = Named(last.subject.text + subjects.SEAM + own.text, at.squeezed.line(at.statement.start))
    grown = made(at, quantity, subject if own.text else last.subject, last.measure)
    grown = msgspec.structs.replace(
        grown, change=last.change, against=last.against, measure_unit=last.measure_unit
    )
    if not _AIMED.search(own.text):
        return grown
    year = standards.year_aimed(grown.time)
    return msgspec.structs.replace(grown, planned=True, done=False, soft=False, time=year)


def _reading(at: Situation, index: int, quantity: Quantity, own: Own) -> Reading:
    folded = at.squeezed.folded
    low = at.frame.begin if index == 0 else at.statement.quantities[index - 1].end
    awaited = comparisons.listed(folded, low, quantity.start) if measured.awaits_change(at) else None
    changed = (
        comparisons.change(folded, low, quantity.start) or awaited or loose_verbs.rate(at, quantity, low)
    )
    changed = changed or loose_verbs.signed(at, quantity)
    changed = changed or loose_verbs.of_account(at, quantity, low) or loose_verbs.of_level(at, quantity, low)
    if changed:
        return measured.changed(at, comparisons.roughly(folded, changed, quantity), changed, low)
    if quantity.unit in tails.RATIOS and (
        parted := comparisons.share(folded, low, quantity.start, quantity.unit == "倍")
    ):
        return shares.shared(at, quantity, parted, low)
    if quantity.unit == "%" and (again := shares.shared_again(at, quantity, low)):
        return again
    if counted := scopes.counted_scope(folded, quantity, at.statement.end):
        place = Named(at.squeezed.shown[quantity.end : counted.end], at.squeezed.line(quantity.end))
        reading = msgspec.structs.replace(made(at, quantity, place, place.text), counted=True)
        at.context.scope = Named(at.squeezed.shown[counted.start : counted.end], place.line)
        return reading
    return (
        restated.converted(at, quantity)
        or restated.booked(at, quantity, own)
        or _grown_too(at, quantity, own)
        or whose.owner(at, index, own)
        or whose.recounted(at, index, quantity)
        or whose.served(at, quantity, own)
        or told_level(at, quantity, own)
    )
