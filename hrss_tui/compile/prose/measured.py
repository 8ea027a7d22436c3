"""Figures that lean on another: changes, shares, and bare figures of an enumeration."""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, distribution, listed_places, loose_verbs, standards, subjects
from hrss_tui.compile.prose.bases import bases
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.comparisons import Change
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.listing import in_full
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.runs import as_rated, lists, run, spread
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.tails import POINTS, RATIOS
from hrss_tui.compile.prose.times.stretches import is_span
from hrss_tui.compile.prose.told import Awaited
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words

_WORDS = statement_words()
_AGAINST = re.compile(r"(?:同比|环比)$")
_AVERAGE = re.compile(r"平均|均值|水平|全[国省市县区州盟旗]")
"""比全省平均水平低 980 元；国有单位 7 万元，增长 8%: growth is against no average that stood before."""
_AT_END = re.compile(r"(?<=[上去\d]年)[末底]")
_SHORT = 5
"""Characters of a noun that is nothing but 人均 or 月人均."""
_NOTED = re.compile(r"(?<=[增降升减加长少高落幅])[（(][^（）()\d]{2,40}[）)]$")
_SIDES = {"支": "支出", "收": "收入"}

_REACHED = re.compile(
    r"(?:分别|依次|均|都|已经?|总量|总数|总额|规模|水平){0,4}(?:达到?|[升增降减]至|(?:增长|增加|提高|上升|下降|减少|回落)[到至])[了约]?"
)
"""Between how several things changed and what each has come to: nothing but that it has."""


def changed(at: Situation, quantity: Quantity, change: Change, low: int) -> Reading:
    """A change: of what the words before 比 name, else of what was said last."""
    context = at.context
    told, printed = change, _printed(at, change, quantity)
    noun, change = loose_verbs.named(at.words(low, change.start), change)
    phrase = printed.replace(told.phrase, change.phrase, 1)
    against: str | None = change.base or None
    if not change.phrase and not noun and context.phrase and not _AVERAGE.search(context.phrase):
        phrase, against = _in_time(at, context.phrase) + phrase, _in_time(at, context.against or "") or None
    elif not change.phrase and context.compared is not None and not _over_years(at):
        phrase, against = context.compared[0] + phrase, context.compared[1]
    before = _meant(at, low) if noun.endswith(prose_words().averages) and len(noun) < _SHORT else None
    mean = before if before is not None and before.text else None
    own, noun = noun, mean.text + noun if mean is not None else noun
    turned = _turned(at, noun, change)
    spreads = change.spread or ("各" in at.squeezed.folded[change.start : quantity.start] and run(at) > 1)
    again = not noun and not spreads and run(at) == (context.listed or len(context.recent)) > 1
    listed = not spreads and lists(at, noun)
    each_mean = spreads and mean is not None and noun == mean.text + own
    nouns = turned or (_of_means(at, own) if each_mean else ())
    if not nouns and (spreads or again or listed):
        nouns = spread(at, noun, spreads)
    of = nouns[0] if nouns else _of_share(at, noun, quantity) or _of_side(at, noun, change)
    of = of or _counted_alike(at, noun, quantity) or antecedent(at, noun, low)
    of = of if noun or quantity.base_unit in (*RATIOS, *POINTS) else subjects.without_mean(of)
    unit = _own_unit(quantity, of.unit or (context.unit if of in (context.head, *context.recent) else None))
    if noun and len(nouns) > 1 and nouns[0] not in context.recent:
        context.recent = (*context.recent, nouns[0])
    if noun and mean is None:
        context.head, context.stated, context.unit = of, True, unit or quantity.base_unit
        if not (nouns or context.reason or context.whole or subjects.is_dependent(noun)):
            context.base = subjects.without_mean(of)
    two = () if turned else bases(change, noun, len(context.recent), run(at, turning=True))
    own_base = context.bases[-len(turned)] if turned and context.bases else None
    if own_base:
        against, phrase = own_base.against, _printed(at, change, quantity)
    context.bases = context.bases if turned else two
    if two:
        of, against = antecedent(at, noun, low), two[0].against
        nouns = tuple(Named(of.text + base.printed, of.line) for base in two)
        phrase, context.phrase = phrase.replace(change.phrase, "", 1), ""
    context.spread, context.tail = nouns[1:], phrase
    if nouns and own and change.spread:
        context.recent, context.listed = (*context.recent, *nouns), len(nouns)
    if not comparisons.is_recounted(change):
        context.phrase, context.against = change.phrase or context.phrase, against
    rest = at.squeezed.shown[quantity.end : at.statement.end] if _is_last(at, quantity) else ""
    said = phrase + subjects.without_marks(rest).rstrip("，、")
    subject = Named((nouns[0] if two else of).text + said, of.line)
    measure = (mean if mean is not None and noun.endswith("年均") else of).text
    reading = made(at, quantity, subject, measure.removesuffix(own_base.printed) if own_base else measure)
    return msgspec.structs.replace(
        reading, measure_unit=unit or quantity.base_unit, change=change.direction, against=against
    )


def _in_time(at: Situation, base: str) -> str:
    """What something before was measured against, for what flowed over a year: the year before, and not its end."""
    head = at.context.head.text if at.context.head is not None else ""
    flowed = not at.context.time.point and any(word in head for word in prose_words().flows)
    return _AT_END.sub("", base) if flowed else base


def _meant(at: Situation, low: int) -> Named:
    """What a mean is of (护理费，每人每月增长 1.2%，调整后不低于 …), which holds for what is told behind it.

    Whom the words right before it name (…；机关人员，每人每月增加 60 元) is none of those told before.
    """
    context, topic = at.context, at.context.topic
    named = topic is not None and at.squeezed.shown.endswith(topic.text + "，", 0, at.statement.start)
    found = topic if topic is not None and named else antecedent(at, "", low)
    if found.text and (named or not context.stated):
        context.head, context.stated = found, True
    return found


def _over_years(at: Situation) -> bool:
    """Does a statement name several years over which something has changed: 与上年相比，…；五年来累计增加 12 万人?"""
    moment = at.frame.moment
    return moment is not None and is_span(moment.period)


def _own_unit(quantity: Quantity, unit: str | None) -> str | None:
    """The unit of what changed; not that of what is counted otherwise: 发放贷款 5 亿元，比上年多扶持 300 人."""
    own = quantity.base_unit.partition("/")[0]
    relative = own in (*RATIOS, *POINTS)
    return unit if relative or unit is None or unit.partition("/")[0] == own else None


def _turned(at: Situation, noun: str, change: Change) -> tuple[Named, ...]:
    """Those of a list that still await their figure, where the next one has a verb of its own: 分别增加 2 万人、减少 1 万人."""
    bare = not (noun or change.phrase or change.spread)
    return at.context.spread if bare and awaits_change(at) else ()


def reached(at: Situation) -> tuple[Awaited, ...]:
    """What each of several has come to, behind how it changed: 城镇和农村居民收入分别增长 5%、7%，达到 5 万元和 2 万元; () where it is not told so."""
    context, last, count = at.context, at.context.last, run(at)
    changed = last is not None and last.change is not None and count == context.listed > 1
    if not changed or not _REACHED.fullmatch(
        at.squeezed.folded, at.frame.begin, at.statement.quantities[0].at
    ):
        return ()
    return tuple(Awaited(one, one.text, context.time) for one in context.recent[-count:])


def awaits_change(at: Situation) -> bool:
    """Is a statement one more of a list of changes, of those that still await theirs?"""
    last = at.context.last
    told = last is not None and last.change is not None
    return told and bool(at.context.spread) and at.statement.joint == ENUMERATION


def _of_means(at: Situation, mean: str) -> tuple[Named, ...]:
    """The last things stated, each with what it gave on the average: 参保 58 万人、79 万人，年均分别增长 4.9% 和 5.8%."""
    return tuple(Named(one.text + mean, one.line) for one in spread(at, ""))


def _of_share(at: Situation, noun: str, quantity: Quantity) -> Named | None:
    """The share before that a change in percentage points is of: 占 …的 76%，提高 1 个百分点."""
    last = at.context.last
    points = quantity.base_unit in POINTS
    return (
        last.subject
        if (not noun or noun in _WORDS.rates.shares)
        and points
        and last is not None
        and last.share
        and last.change is None
        else None
    )


def _counted_alike(at: Situation, noun: str, quantity: Quantity) -> Named | None:
    """What was counted before how much of it is done (新增就业 1.4 万人，完成 45%，比上年多 500 人): a change in persons is of no rate."""
    context, unit = at.context, quantity.base_unit
    rate = context.stated and context.unit in RATIOS and unit not in (*RATIOS, *POINTS)
    if noun or not rate or context.head is None:
        return None
    told = (one for one in reversed(context.recent) if one.unit == unit)
    return next((one for one in told if context.head.text.startswith(one.text + subjects.SEAM)), None)


def _of_side(at: Situation, noun: str, change: Change) -> Named | None:
    """The side of an account that 增支 or 减收 is of, where something else was told behind it: 支出 9 万元，人均 30 元，同比增支 2 万元.

    So is one that the base of a change names: 收入 5 万元，支出 4 万元，比上年收入增加 3%.
    """
    side = next((told for end, told in _SIDES.items() if change.verb.endswith(end)), None)
    head = at.context.head
    if side is None and head is not None and head.text.endswith(tuple(_SIDES.values())):
        side = next((told for told in _SIDES.values() if change.base.endswith(told)), None)
    if noun or side is None or head is None or head.text.endswith(side):
        return None
    return next((one for one in reversed(at.context.recent) if one.text.endswith(side)), None)


def _is_last(at: Situation, quantity: Quantity) -> bool:
    return quantity is at.statement.quantities[-1] and not at.statement.holes


def _printed(at: Situation, change: Change, quantity: Quantity) -> str:
    """The comparison as printed, without 分别."""
    text = at.squeezed.shown[change.start : quantity.start]
    return distribution.without_spread(comparisons.SIGN.sub("", _NOTED.sub("", text)))


_ALL = ("均", "都", "全部")
"""一类区 1512 元、二类区 1386 元，均提高 126 元: all parts of the list alike."""


def antecedent(at: Situation, noun: str, low: int) -> Named:
    """What a comparison is about: its own noun, completed where it needs it, else what was named last."""
    context = at.context
    if noun in _ALL and context.whole is not None:
        return context.whole
    if noun:
        named = listed_places.in_list(context, Named(noun, at.squeezed.line(low)))
        return at.completed(named) if subjects.is_dependent(noun) else in_full(context.recent, named)
    if (told := at.on_condition()) is not None:
        return told
    here = context.head if context.stated else context.opened or context.prior
    found = (
        (context.topic if context.reason and not _only_why(at) else None)
        or here
        or context.topic
        or context.head
    )
    return (
        found
        or context.whole
        or context.opened
        or context.item
        or context.label
        or Named("", at.squeezed.line(low))
    )


_MONEY = re.compile(rf"(?:{re.any_of(_WORDS.funds.money)})(?:等)?$")
"""The end of a name of which money could be: 主要原因是差旅费，比上年减少 2 万元."""


def _only_why(at: Situation) -> bool:
    """Does the reason before a change of money name none (主要原因是厉行节约，与上年相比减少 2 万元), so that it is of what was told?"""
    context, first = at.context, at.statement.quantities[0]
    told = context.stated and context.unit == "元" and context.topic is not None
    return bool(told and first.base_unit == "元" and context.topic and not _MONEY.search(context.topic.text))


def repeated(at: Situation, quantity: Quantity, last: Reading) -> Reading:
    """A bare figure: what the figure before says, or its own subject of those distributed."""
    context = at.context
    subject, measure = last.subject, last.measure
    rated = not last.change or bool(context.spread)
    if context.spread:
        noun, context.spread = context.spread[0], context.spread[1:]
        subject, measure = Named(noun.text + context.tail, noun.line, noun.unit), _AGAINST.sub("", noun.text)
        if last.change is None and not last.share:
            measure = subjects.without_aim(comparisons.without_rise(measure))
        if context.bases:
            base = context.bases[-1 - len(context.spread)]
            measure = noun.text.removesuffix(base.printed)
            last = msgspec.structs.replace(last, against=base.against)
        if noun not in context.recent:
            context.recent = (*context.recent, noun)
    quantity = as_rated(quantity, last.quantity) if rated else quantity
    if context.limit and quantity.operator == "=":
        quantity = msgspec.structs.replace(quantity, operator=context.limit)
    sign = at.squeezed.folded[quantity.start]
    if last.change is not None and sign in "+-" and context.tail.endswith(("+", "-")):
        last = msgspec.structs.replace(last, change="increase" if sign == "+" else "decrease")
        subject = Named(subject.text[:-1] + sign, subject.line)
        quantity = msgspec.structs.replace(quantity, value=abs(quantity.value), printed="")
    unit = last.measure_unit if last.share else quantity.base_unit
    context.last = msgspec.structs.replace(
        last,
        quantity=quantity,
        subject=subject,
        measure=measure,
        measure_unit=(subject.unit or last.measure_unit) if last.change else unit,
        line_end=at.squeezed.line(at.statement.end - 1),
    )
    return context.last


def standard(at: Situation) -> list[Reading]:
    """Figures measured against a target or an average: 低于 4.5% 的控制目标 0.9 个百分点; [] where they are not."""
    start = standards.begins(at)
    if start is None:
        return []
    noun = at.words(at.frame.begin, start)
    listed = not noun and run(at) == at.context.listed > 1
    each = spread(at, distribution.without_spread(noun)) if listed or distribution.is_spread(noun) else ()
    shared_of = _of_share(at, noun, at.statement.quantities[-1])
    of = each[0] if each else shared_of or antecedent(at, noun, at.frame.begin)
    found = standards.against_standard(at, of, at.frame.begin) if of.text else []
    if each and found:
        at.context.spread, at.context.tail = each[1:], found[-1].subject.text.removeprefix(of.text)
    return found
