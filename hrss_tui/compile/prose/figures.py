"""The figures of one statement: each is a level, a change, a share, one of a pair or a count of places."""

from __future__ import annotations

import msgspec

from hrss_tui.compile.prose import comparisons, measured, scopes, subjects
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation, made
from hrss_tui.compile.prose.subjects import Named, Own
from hrss_tui.reference.prose import prose_words

RATIOS = ("%", "‰")
_RECENT = 24
"""Subjects of a sentence that 分别 may speak of."""
_STOCK_NAMES = ("人数", "人数为", "人数达", "人数达到")


def readings(at: Situation) -> list[Reading]:
    """A reading per quantity of the statement, in printed order; the context is moved on."""
    _settle_time(at)
    _settle_scope(at)
    own = subjects.own(at.squeezed, at.statement, at.frame.cuts, at.frame.begin)
    if at.statement.joint == ENUMERATION and not own.text and at.context.last is not None:
        return [measured.repeated(at, quantity, at.context.last) for quantity in at.statement.quantities]
    found = measured.pair(at) or _each(at, own)
    at.context.topic, at.context.last = None, found[-1]
    return found


def _each(at: Situation, own: Own) -> list[Reading]:
    """One reading after the other; the upper bound of a range says what the lower one says."""
    found: list[Reading] = []
    for index, quantity in enumerate(at.statement.quantities):
        if quantity.ranged and found:
            found.append(msgspec.structs.replace(found[-1], quantity=quantity))
        else:
            found.append(_reading(at, index, quantity, own))
    return found


def _settle_time(at: Situation) -> None:
    """A flow does not take over the moment of a stock from the sentence before."""
    context = at.context
    if context.first and not context.named and not context.parts and context.time.point:
        text = at.squeezed.folded[at.frame.begin : at.statement.quantities[0].start]
        if any(word in text for word in prose_words().flows) and not text.endswith(_STOCK_NAMES):
            context.time = context.time.as_span()
    context.first = False


def _settle_scope(at: Situation) -> None:
    scope = at.frame.scope
    if scope is None:
        scope = scopes.group_scope(at.squeezed.folded, at.frame.begin, at.statement.quantities[0].start)
    if scope is not None:
        at.context.scope = Named(at.squeezed.shown[scope.start : scope.end], at.squeezed.line(scope.start))


def _reading(at: Situation, index: int, quantity: Quantity, own: Own) -> Reading:
    folded = at.squeezed.folded
    low = at.frame.begin if index == 0 else at.statement.quantities[index - 1].end
    if changed := comparisons.change(folded, low, quantity.start):
        return measured.changed(at, quantity, changed, low)
    if quantity.unit in RATIOS and (parted := comparisons.share(folded, low, quantity.start)):
        return measured.shared(at, quantity, parted, low)
    if counted := scopes.counted_scope(folded, quantity, at.statement.end):
        place = Named(at.squeezed.shown[quantity.end : counted.end], at.squeezed.line(quantity.end))
        reading = msgspec.structs.replace(made(at, quantity, place, place.text), counted=True)
        at.context.scope = Named(at.squeezed.shown[counted.start : counted.end], place.line)
        return reading
    return _level(at, quantity, own)


def _level(at: Situation, quantity: Quantity, own: Own) -> Reading:
    """A quantity that is not measured against another; all of one statement share its words."""
    context = at.context
    named = _named(at, own)
    nouns = measured.spread(at, subjects.without_lead(named.text)) if _spreads(at, quantity) else ()
    if nouns:
        named, context.spread, context.tail = nouns[0], nouns[1:], ""
    if subjects.is_dependent(named.text) and not _is_member(at, own):
        subject = at.completed(named)
        measure = context.base.text if context.base and subjects.is_planned(named.text) else subject.text
    else:
        subject = named if context.reason else subjects.joined(context.whole, named)
        measure = comparisons.without_rise(subject.text)
        context.main = context.base = subject
        context.member = named
        context.members += 1
    context.nearest = named
    context.head, context.unit, context.stated = subject, quantity.base_unit, True
    context.recent = (*context.recent[1 - _RECENT :], subject)
    return made(at, quantity, subject, measure)


def _is_member(at: Situation, own: Own) -> bool:
    """Is the statement one of the parts of a whole that 、 enumerates: 其中货物 60 万元、服务 30 万元?"""
    return at.context.whole is not None and at.statement.joint == ENUMERATION and not own.rest


def _spreads(at: Situation, quantity: Quantity) -> bool:
    return comparisons.is_spread(at.squeezed.folded[at.statement.start : quantity.start])


def _named(at: Situation, own: Own) -> Named:
    """The words of the statement, with the verb of its enumeration and the purpose behind it."""
    context = at.context
    line = at.squeezed.line(at.frame.begin)
    text = own.text
    if context.planned in prose_words().planned_verbs and context.planned not in text:
        text = context.planned + text
    if at.statement.joint == ENUMERATION and not own.head and context.lead is not None:
        text, line = context.lead.text + text, context.lead.line
    else:
        context.lead = Named(own.head, line) if own.head and own.rest else None
    if not text:
        antecedent = context.topic or context.head or context.whole
        return antecedent or Named(at.squeezed.shown[at.statement.start : at.statement.end], line)
    return Named(text + _purpose(at, text), line)


def _purpose(at: Situation, text: str) -> str:
    """What unnamed money is for: 补助资金，支持 …的实施."""
    words = prose_words()
    following = at.later[0] if at.later else None
    if following is None or following.quantities or not text.endswith(words.purpose_objects):
        return ""
    purpose = at.squeezed.shown[following.start : following.end]
    return "，" + purpose if purpose.startswith(words.purpose_verbs) else ""
