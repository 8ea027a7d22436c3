"""What a quantity is of that is not measured against another: its own words, with those told before that complete them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import (
    accounts,
    beside,
    bracketed,
    comparisons,
    distribution,
    listed_places,
    restated,
    runs,
    scopes,
    subjects,
    tails,
    wholes,
    whose,
)
from hrss_tui.compile.prose.clauses import BRACKET, ENUMERATION
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation, is_score
from hrss_tui.compile.prose.subjects import Named, Own
from hrss_tui.reference import find_indicator
from hrss_tui.reference.place_groups import group_of, is_inner
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words

_WORDS = statement_words()
_NEW = re.compile(rf"^(?:{re.any_of(_WORDS.deeds.newly)})")
_TOTAL = re.compile(r"累计|总数|总量")
"""新建 5 家，累计达到 36 家: what all together are is not new."""
_WHOSE = re.compile(
    rf"(?:本|该|我)?(?:年度|全年)?(?:{re.any_of(_WORDS.aims.whose)})(?:下达|确定)?的?(?:目标任务|目标|任务|计划|指标)(?:数|值)?(?:为|是)?"
)
"""市级目标, 自定任务: an aim that says whose it is."""
_ENJOYED = re.compile(rf"(?:共|实际|累计)?(?:{re.any_of(_WORDS.deeds.enjoyed)})(?:人数|人员|人次)?")
"""Those who get the money named just before: 社会保险补贴 398 万元，享受 1215 人."""
_RECENT = 24
"""Subjects of a sentence that 分别 may speak of."""
_EACH_OF = ("分别", "依次", "分别为", "分别是", "分别达")
SPENT = re.compile(r"(?:收入|支出)?(?:决算|执行|实际支出)(?:收入|支出)?(?:数|额)?")
"""The name of what came of a budget, and of nothing else: 支出决算数."""
_REMARK = re.compile(r"[（(](?:不(?:包括|含|包含)|含|包括|其中)[^（）()]{1,30}[）)]")
"""512 人次（不包括陪同人员）: who is left out is no name of those counted."""
_PROJECT = re.compile(r"^(?:该|本)?项目(?!支出)")
_HAD_BY = re.compile(r"[\u3400-\u9fff]{2,10}[省市县区州盟旗乡镇村](?:已|现|共|目前){0,2}")
_SUCH = re.compile(r"^(?:像|类似|如)?(?:这样|这)的?")
"""像这样的帮扶车间，安龙县已有 43 家: of what a place has so many."""


@cache
def _deeds() -> re.Pattern[str]:
    """Nothing but what was done, of what a label names: 新增发放, 累计发放."""
    verbs = re.any_of(prose_words().verbs)
    return re.compile(rf"(?:共|已|累计|全年|新增|实际){{0,3}}(?:{verbs})(?:了)?")


def _in_bracket(at: Situation, quantity: Quantity) -> Reading | None:
    """The reading of a figure alone in a bracket that is of what stands before it in a list, or of another place."""
    if (listed := bracketed.name(at)) is not None:
        return made(at, quantity, listed, listed.text)
    if (other := bracketed.of_other(at)) is None:
        return None
    place, thing = other
    reading = made(at, quantity, thing, subjects.without_aim(thing.text))
    return msgspec.structs.replace(reading, scope=place)


def told_level(at: Situation, quantity: Quantity, own: Own) -> Reading:
    """A quantity that is not measured against another; all of one statement share its words."""
    context = at.context
    if not own.text and (held := _in_bracket(at, quantity)) is not None:
        return held
    named = _of_next_place(at, quantity, _of_project(at, beside.of_area(context.recent, _name(at, own))))
    nouns = _several(at, quantity, named, own)
    if nouns:
        nouns = listed_places.each(context, nouns, quantity.base_unit)
        named, context.spread, context.tail = nouns[0], nouns[1:], ""
    _end_whole(context, named, nouns)
    account = subjects.is_carried(named.text)
    leans = subjects.is_dependent(named.text) or at.event_of(named.text) is not None
    if not nouns and leans and not _is_member(at, quantity, own, account):
        subject = at.completed(named, quantity.base_unit)
        deed = subjects.is_deed(named.text) and not accounts.is_flow_of(
            context.base.text if context.base else "", named.text
        )
        base = context.base if subjects.is_planned(named.text) or deed else None
        measure = base.text if base and not _is_other_aim(at, named.text, base, quantity) else subject.text
        if account:
            context.base = context.base or subject
            context.main, context.member = context.base or subject, subject
        elif SPENT.fullmatch(named.text):
            context.member = context.spent = (
                subject  # 年初预算 52 万元，支出决算 61 万元。其中：… parts what was spent
            )
        elif context.member is None and subjects.is_of_whole(named.text):
            context.member = subject
    else:
        if context.label is not None and context.base is None and _deeds().fullmatch(named.text):
            named = subjects.joined(context.label, named)
        named = named if nouns else listed_places.named(context, named, quantity.base_unit)
        subject = named if context.reason else subjects.joined(context.whole, named)
        if context.whole is not None and not context.reason:
            context.spread = tuple(subjects.joined(context.whole, one) for one in context.spread)
        measure = subjects.without_aim(comparisons.without_rise(subject.text))
        among = at.frame.scope is not None and at.frame.scope.among
        if (quantity.base_unit not in tails.RATES or context.base is None) and not (context.reason or among):
            context.base = subject
            part = context.whole is not None and (
                account
                or accounts.is_subsidy(named.text)
                or accounts.same_side(context.whole.text, named.text)
            )
            part = part or _flows_in(context.main, named)
            context.main = context.main if part else subject
        context.member = named
        context.members += 1
    context.listed, context.limit = len(nouns), _limit_of_all(at, quantity, len(nouns) > 1)
    if nouns:
        context.main = context.base = subjects.one_account(nouns)
    if not nouns and (place := _place(at, named, subject)):
        several = at.statement.joint == ENUMERATION and listed_places.is_places(named.text)
        context.place = None if several else Named(place, named.line)
    context.nearest = named
    context.head, context.unit, context.stated = subject, quantity.base_unit, True
    told = msgspec.structs.replace(subject, unit=quantity.base_unit)
    context.part_begins = context.part_begins or told
    context.recent = (*context.recent[1 - _RECENT :], told)
    return made(at, quantity, subject, measure)


def _place(at: Situation, named: Named, subject: Named) -> str:
    """The place, or the several, that a figure is told of, which what goes on behind it is of as well: 阳原县等 5 个县追发工资 9 万元.

    Behind what the inner part of a city has (市区居民收入) its other parts are told of, and the whole. A province takes
    over from the place told of before it: 杭州市提供岗位 8 万个，河南省来杭务工 5 万人.
    """
    context = at.context
    group = group_of(subject.text, context.paper.place)
    together = scopes.together(named.text) if is_inner(group) else group or scopes.together(named.text)
    place = together or listed_places.place_in(subject.text)
    after = context.place is not None and context.place is not context.division
    return place or (listed_places.acting(named.text, context.paper.place) if after else "")


def _is_other_aim(at: Situation, text: str, of: Named, quantity: Quantity) -> bool:
    """Does a figure say what another aims at of what an aim was told of: 新增就业省定目标 2.5 万人，市定目标 2.7 万人? It is no second value of that."""
    told = (*at.context.recent_before, *at.context.recent)
    alike = any(one.unit == quantity.base_unit and one.text.startswith(of.text) for one in told)
    return alike and bool(_WHOSE.fullmatch(text))


def _end_whole(context: Context, named: Named, nouns: Sequence[Named]) -> None:
    """The whole of a list is over where what follows is of another account, of a place of its own, or of several told before."""
    if nouns and _are_of_others(context, nouns):
        context.whole = None
    if context.whole is not None and accounts.other_account(context.whole.text, named.text):
        context.whole = context.main = context.base = None
    if not nouns and context.whole is not None and listed_places.thing_of(named.text):
        context.whole = None


def _are_of_others(context: Context, nouns: Sequence[Named]) -> bool:
    """Are those of a list parts of what was told one by one before (甲县 5 人、乙县 3 人；其中妇女分别为 2 人、1 人), and of no one whole?"""
    told = [one.text for one in (*context.recent, *context.recent_before)]
    owners = {one for one in told if any(noun.text.startswith(one + subjects.SEAM) for noun in nouns)}
    return len(owners) > 1


def _other_side(context: Context, named: Named) -> Named:
    """The other side of the account of a fund whose budget is told, with the fund; what parts the first side has is over."""
    told = (one.text for one in reversed((*context.recent_before, *context.recent)))
    side = accounts.other_side_of(told, named.text)
    if side is None:
        return named
    context.whole = context.main = context.base = None
    return Named(side, named.line)


def _flows_in(main: Named | None, named: Named) -> bool:
    """Does a sentence of its own tell what flows into the fund told of before, whose other side follows: 各级财政补贴…，全年基金总支出…?"""
    return main is not None and accounts.is_side(main.text) and accounts.is_subsidy(named.text)


def _of_next_place(at: Situation, quantity: Quantity, named: Named) -> Named:
    """A place alone, with what the place before it has (东山县处理案件 260 件，河口县 180 件) where nothing else was counted so."""
    named = listed_places.without_deed(named)
    place, context = scopes.place_of(named.text + subjects.SEAM), at.context
    bare = subjects.without_brackets(named.text)
    if place == bare and not at.frame.parts:
        told = [one.text for unit, one in context.placed if unit == quantity.base_unit]
        thing = told[-1][len(scopes.place_of(told[-1])) :].strip() if told else ""
        remark = named.text.removeprefix(place)
        named = Named(place + thing + remark, named.line) if len(thing) > 1 else named
    elif place and not listed_places.is_places(bare):
        context.placed = (*context.placed, (quantity.base_unit, named))
    elif not place:
        context.placed = tuple(one for one in context.placed if one[0] != quantity.base_unit)
    return named


def _of_project(at: Situation, named: Named) -> Named:
    """What is said of the project that its paragraph judges, without 项目 before it: 项目全年预算数."""
    item, head = at.context.item, at.context.head
    judged = (item is not None and item.text.endswith("项目")) or (head is not None and is_score(head.text))
    text = _PROJECT.sub("", named.text) if judged else ""
    return Named(text, named.line) if text else named


def _limit_of_all(at: Situation, quantity: Quantity, listed: bool) -> str:
    """The bound that 分别 gives all figures of a list: 分别不超过 1000 元、1500 元; "" where it gives none."""
    stated = listed or at.squeezed.folded.endswith(_EACH_OF, 0, quantity.start)
    return quantity.operator if stated and quantity.operator in tails.BOUNDS else ""


def _is_member(at: Situation, quantity: Quantity, own: Own, account: bool) -> bool:
    """Is the statement one of the parts of a whole that 、 enumerates: 其中货物 60 万元、服务 30 万元?"""
    listed = at.statement.joint == ENUMERATION and not own.rest
    if _ENJOYED.fullmatch(own.text) and at.context.unit == "元" and quantity.base_unit != "元":
        return False
    if at.is_outcome(own.text) or own.text.startswith("占") or at.home_of(own.text) or at.event_of(own.text):
        return False
    of_whole = account and (at.frame.parts or not accounts.is_account(own.text))
    of_whole = of_whole and not wholes.is_below_part(at, own.text)
    whole = subjects.is_of_whole(own.text) and not wholes.is_told_of_parts(at, own.text)
    return at.context.whole is not None and (listed or of_whole or whole)


def _several(at: Situation, quantity: Quantity, named: Named, own: Own) -> tuple[Named, ...]:
    """The subjects of the figures that 分别 gives one each: those the statement lists, else the last ones stated."""
    noun = comparisons.without_per(subjects.without_lead(named.text))
    if beside := runs.counted_beside(at, quantity):
        return beside
    each = listed_places.is_places(named.text) and runs.run(at) == 1  # 分别为东山县 7 万人、西河县 5 万人
    if _spreads(at, quantity) and not each:
        if at.context.base is not None and subjects.is_deed(noun):
            return ()  # 5、6月份连续回落，分别为 5.9%、5.4%
        stated = distribution.without_spread(subjects.without_lead(own.text))
        return runs.spread(at, noun if stated else "")
    listed = own.head and not own.rest and (runs.lists(at, noun) or runs.goes_on(at))
    return runs.spread(at, noun) if listed else ()


def _spreads(at: Situation, quantity: Quantity) -> bool:
    return distribution.is_spread(at.squeezed.folded[at.statement.start : quantity.start])


def _counted_so(at: Situation, head: Named) -> Named:
    """What was told last in the unit of a figure: 发放 4 万元，惠及 3 户，今年预计 5 万元 is of what was paid."""
    unit = at.statement.quantities[0].base_unit
    told = (one for one in reversed(at.context.recent) if one.unit == unit)
    return head if at.context.unit == unit else next(told, head)


def _name(at: Situation, own: Own) -> Named:
    """The name of a figure; of one that only says how many all are (建成车间 3 个、累计 12 个), what was named before it."""
    listed = at.statement.joint == ENUMERATION and not own.text
    summed = listed and _TOTAL.search(at.squeezed.folded, at.statement.start, at.frame.first)
    return _other_side(at.context, (_named_before(at) if summed else None) or _named(at, own))


def _named(at: Situation, own: Own) -> Named:
    """The words of the statement, with the verb of its enumeration and the purpose behind it."""
    context = at.context
    line = at.squeezed.line(at.frame.begin)
    text = "" if _REMARK.fullmatch(own.text) else own.text
    words = prose_words()
    repeats = context.planned in words.planned_verbs and not text.startswith(words.verbs)
    if repeats and context.planned not in text:
        text = context.planned + text
    if at.statement.joint == ENUMERATION and not own.head and context.lead is not None:
        text, line = context.lead.text + text, context.lead.line
    elif whose.is_per_head(at, text, context.verb) or (
        at.statement.joint == ENUMERATION
        and context.verb
        and not text.startswith(words.verbs)
        and not (context.verb.startswith("每") and at.statement.quantities[0].base_unit in tails.RATES)
    ):
        text = context.verb + text
    elif at.statement.joint == ENUMERATION and context.adds and text[-2:] == context.adds[-2:]:
        text = text if text.startswith(words.verbs) else "新增" + text
    else:
        context.lead = Named(own.head, line) if own.head and own.rest else None
        context.verb = next((verb for verb in words.repeated_verbs if own.head.startswith(verb)), "")
        context.verb = context.verb or whose.served_by(own.head) or whose.per_head(own.head)
        context.adds = own.head if own.head.startswith("新增") else ""
    if not text and (said := restated.said_again(at)) is not None:
        return said
    if not text:
        return (
            _named_before(at)
            or _of_title(at)
            or Named(at.squeezed.shown[at.statement.start : at.statement.end], line)
        )
    if (known := restated.known(at, text)) is not None:
        return known
    bare = text.removeprefix(context.planned)
    if context.planned and not bare and context.head is not None:
        return Named(_counted_so(at, context.head).text, line)
    text = text.removeprefix(context.planned if context.planned not in words.planned_verbs else "")
    if (
        _HAD_BY.fullmatch(text)
        and context.topic is not None
        and at.squeezed.folded.endswith("有", 0, at.frame.first)
    ):
        return subjects.joined(
            Named(_SUCH.sub("", context.topic.text), context.topic.line), Named(text, line)
        )
    return Named(subjects.without_ground(text + _purpose(at, text)).removeprefix("分别"), line)


def _named_before(at: Situation) -> Named | None:
    """What a statement without words of its own is of: what was named before it, without what was said of that alone."""
    context = at.context
    began = context.part_began if at.statement.joint == "；" and at.frame.leads else None
    if began is not None and began.unit == at.statement.quantities[0].base_unit:
        return began  # 总产值 2032 年为 9 亿元，人均增收 800 元；2033 年达到 11 亿元
    beside = at.statement.joint == BRACKET and at.frame.leads  # 完成 45%，比 2033 年同期（1.3 万人）多 500 人
    topic = None if beside and context.head is not None else context.topic
    context.whole = None if beside and context.head is not None else context.whole
    last, unit = context.last, at.statement.quantities[0].base_unit
    if beside and last is not None and last.share and unit in tails.RATIOS:
        return last.subject  # 高技能人才占 35%（上年 34%）
    found = restated.on_condition(at) or topic or context.head or context.whole or context.label
    if beside and context.recent and found is context.head:
        found = next((one for one in reversed(context.recent) if one.unit == unit), found)
    elif context.planned and found is not None and found is context.head:
        found = _counted_so(at, found)
    if found is not None and unit not in (context.unit, *tails.RATES):
        found = listed_places.alone(found)
    if found is not None and (area := _area(at)) is not None:
        place, found = found, listed_places.of_area(context, found, area, unit)
        if found is not place:
            context.base = context.main = context.head = None
    if found is not None and at.frame.leads:  # another time: no more the aim that stood before
        found = Named(subjects.without_aim(found.text).rstrip(subjects.SEAM), found.line)
    if found is not None and at.statement.quantities[0].base_unit not in tails.RATES:
        found = subjects.without_mean(found)
    if found is not None and _TOTAL.search(at.squeezed.folded, at.statement.start, at.frame.first):
        found = _of_all(at, found)
    return found


def _of_title(at: Situation) -> Named | None:
    """What an area that stands alone at the head of a paragraph has: what the title tells of, or no more than its name."""
    area = _area(at)
    unit = at.statement.quantities[0].base_unit
    return area and (listed_places.told_of_all(at.context, unit, area.line) or area)


def _area(at: Situation) -> Named | None:
    """The area of which alone a figure is told: 全市 9 万人."""
    scope = at.frame.scope
    whole = scope is not None and scope.cut and not scope.among
    return (
        Named(at.squeezed.shown[scope.start : scope.end], at.squeezed.line(scope.start))
        if scope and whole
        else None
    )


def _of_all(at: Situation, named: Named) -> Named:
    """What of something new all together are, behind it: 新建车间 14 家，累计 92 家 has so many 车间.

    Where that is no other name (培育品牌 3 个、累计 12 个) or no other indicator, it is said that it is all of them; what is counted
    otherwise has no other name to be told from.
    """
    last, unit = at.context.last, at.statement.quantities[0].base_unit
    at.context.whole = None if at.statement.bracketed else at.context.whole
    whole = Named(_NEW.sub("", named.text), named.line)
    of = find_indicator(named.text, unit)
    same = whole == named or (of is not None and of == find_indicator(whole.text, unit))
    beside = last is not None and last.time.period == at.context.time.period and last.change is None
    if last is not None and last.quantity.base_unit != unit:
        return whole  # 出国团组 3 个、累计 5 人次
    if not (beside or at.context.time.point):
        return named  # 3 月新增就业 2 万人，累计 5 万人: in the months up to it
    return subjects.joined(whole, Named(subjects.IN_ALL, named.line)) if same and beside else whole


def _purpose(at: Situation, text: str) -> str:
    """What unnamed money is for: 补助资金，支持 …的实施."""
    words = prose_words()
    following = at.later[0] if at.later else None
    if following is None or following.quantities or not text.endswith(words.purpose_objects):
        return ""
    purpose = at.squeezed.shown[following.start : following.end]
    return "，" + purpose if purpose.startswith(words.purpose_verbs) else ""
