"""A measure that each of several has: 培训补贴标准为初级 1000 元、中级 1500 元, and what was done of it behind them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, pay
from hrss_tui.compile.prose.clauses import ENUMERATION, Statement
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.distribution import without_spread
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.runs import run
from hrss_tui.compile.prose.scopes import place_of
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import SEAM, Named, is_deed, is_dependent, without_copula, without_lead
from hrss_tui.compile.prose.tails import RATIOS
from hrss_tui.compile.prose.times.moments import moments
from hrss_tui.compile.prose.told import Awaited, Time
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns

_TURNS = turns()

CLOSES = ("，", "：")
"""Marks behind a measure that stands alone before those that have it."""
_STATES = re.compile(r"(?:分别|具体|依次)?(?:为|是|如下)$")
_FIRST = re.compile(
    r"(?P<name>[^，。；：、\d]{3,24}?)(?:分别|具体|依次)?(?:为|是|按照?)(?P<part>[\u3400-\u9fff]{1,10})"
)
_ADJUSTED = re.compile(
    rf"(?P<name>[^，。；：、\d]{{3,24}}?)(?P<when>(?:已?(?:自|从)[^，。；：]{{2,16}}起)?)(?:{re.any_of(_TURNS.manner.raised)})?"
    rf"(?:{re.any_of(_TURNS.change.of_pay)})"
)
_CLASSES = re.compile(
    r"(?P<name>[^，。；：、\d]{3,24}?)(?:统一|仍|共|继续|调整后){0,2}(?:划?分为|设(?:定|置)?为?)(?P<count>[二两三四五])个?(?P<rank>[类档级等])(?:次|别)?"
)
"""最低工资标准分为三类: a measure that has as many levels."""
_PAY = statement_words().pay
_VERBS = re.any_of((*_PAY.raises, "调增", *_PAY.falls, *_PAY.cuts))
_RAISES = re.compile(rf"(?P<verb>{_VERBS})$")
_LEVEL = re.compile(r"标准|水平|后(?:为|达到?)?$|不低于|不超过|最[低高]")
_PER = re.compile("每([人月年])")
_EACH_RAISED = re.compile(
    rf"(?P<name>[^，。；：、]{{0,40}}?(?:每[人月年]){{1,2}})(?:{re.any_of(_TURNS.manner.each)}){{0,3}}(?P<verb>{_VERBS})"
)
"""每人每月分别增加： before those of whom each is given so much more."""
_GRADE = re.compile(r"[\u3400-\u9fff]{2,8}")
"""A word for one of those that have a measure: 一类地区, 中型企业."""
_RANKED = re.compile(r"[一二三四五甲乙丙丁][类档级等]")
"""一类区 2200 元，二类区 2050 元: one behind the other, whatever mark parts them."""
_TIME = re.compile("小时|时薪|[年月周日]")
_LEAST = 2
_NO_PART = re.compile(r"每|按|不|最|约|上|其|[原现当]|由|从")
"""Words behind 标准为 that name no one: 每人每月, 不低于."""


def is_measure(text: str) -> bool:
    """Does a text name a measure, with no more behind it than that it is stated: 补贴标准分别为?"""
    return name_of(text).endswith(prose_words().measures)


def name_of(text: str) -> str:
    """A measure without the words that state it."""
    return _STATES.sub("", text)


def opened(squeezed: Squeezed, framed: Frame, later: Sequence[Statement], context: Context) -> Frame:
    """The frame behind a measure that its statement names before the first of those that have it; they are its parts."""
    if not framed.statement.quantities or not any(_goes_on(squeezed, framed.statement, one) for one in later):
        return framed
    if (part := _alike(squeezed, framed, later[0])) is not None:
        context.end_list()
        context.open(Named(squeezed.shown[framed.begin : part], squeezed.line(framed.begin)))
        context.graded, context.glued = context.whole, False
        return msgspec.structs.replace(framed, begin=part)
    match = _FIRST.fullmatch(squeezed.folded, framed.begin, framed.first)
    if match is None or not match["name"].endswith(prose_words().measures):
        return framed
    if _NO_PART.match(match["part"]) or not without_copula(match["part"]):
        return framed
    context.open(Named(squeezed.shown[slice(*match.span("name"))], squeezed.line(framed.begin)))
    return msgspec.structs.replace(framed, begin=match.start("part"))


def _alike(squeezed: Squeezed, framed: Frame, after: Statement) -> int | None:
    """Where the first of those that have a measure begins behind it, a word like the next one's: 最低工资标准一类地区 9 元、二类地区 8 元.

    None where the words before the figure are no measure and such a word: of as many characters, with the same end.
    """
    words = squeezed.folded[framed.begin : framed.first]
    own = squeezed.folded[after.start : after.quantities[0].start]
    name, part = words[: -len(own)], words[-len(own) :]
    if not (_GRADE.fullmatch(own) and _GRADE.fullmatch(part)) or place_of(own + SEAM):
        return None
    alike = own != part and own[-1] == part[-1] and len(name) > 1 and name.endswith(_ends())
    return framed.begin + len(name) if alike else None


@cache
def _ends() -> tuple[str, ...]:
    """Ends of the names of what each of several has."""
    return (*prose_words().measures, *prose_words().level_nouns, *_PAY.paid)


def each(at: Situation) -> tuple[Awaited, ...]:
    """The same per another time, each of those of the list before it having one: 一档 2000 元、二档 1900 元，小时工资标准 20 元、19 元.

    () where they are not as many as the figures, or more of them have the first.
    """
    context, count = at.context, run(at)
    recent = tuple(
        {one.text: one for one in context.recent}.values()
    )  # in the order in which each was first told
    members, told = recent[-count:], at.words(at.frame.begin, at.frame.first)
    if count < _LEAST or len(members) != count or at.statement.joint not in (*CLOSES, "；"):
        return ()
    whole = members[0].text.rpartition(SEAM)[0]
    own = name_of(without_spread(without_copula(told))) or (
        context.whole.text if context.whole is not None else ""
    )
    more = len(recent) > count and recent[-count - 1].text.startswith(whole + SEAM)
    same = all(one.text.startswith(whole + SEAM) for one in members)
    if more or not (whole and same and own.endswith(_ends()) and _other_time(whole, own)):
        return ()
    line = at.squeezed.line(at.statement.start)
    named = [Named(own + one.text.removeprefix(whole), line) for one in members]
    return tuple(Awaited(one, one.text, context.time) for one in named)


def _other_time(name: str, other: str) -> bool:
    """Do two names of what is paid say that it is for another time each: 月最低工资标准, 小时最低工资标准?"""
    paid = [word for word in _PAY.paid if word in name and word in other]
    return bool(paid) and _TIME.findall(name) != _TIME.findall(other)


def adjusted(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Does a statement say that a measure was raised or set anew (失业保险金标准自 10 月 1 日起上调), for those named behind it?

    What they have is so from the day that it names.
    """
    each = _EACH_RAISED.fullmatch(squeezed.folded, framed.begin, framed.statement.end)
    if each is not None and framed.statement.close == "：":
        named = squeezed.shown[framed.begin : each.end("name")] + each["verb"]
        of = context.topic.text + SEAM if context.topic is not None else ""
        context.open(Named(of + without_lead(named), squeezed.line(framed.begin)))
        return True
    if _divided(squeezed, framed, context):
        return True
    match = _ADJUSTED.fullmatch(squeezed.folded, framed.begin, framed.statement.end)
    if match is None or framed.statement.close not in CLOSES:
        return False
    if not match["name"].endswith(prose_words().measures):
        return False
    line = squeezed.line(framed.begin)
    context.open(Named(squeezed.shown[slice(*match.span("name"))], line))
    context.topic = Named(squeezed.shown[framed.begin : framed.statement.end], line)
    since = [one for one in moments(squeezed.folded, *match.span("when"), context.clock) if one.since]
    if since:
        context.before, context.passing = context.time, True
        context.time = Time(since[-1].period, False, line, since=True)
    return True


def _divided(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Does a statement divide a measure into so many classes, to each of which those behind it give a figure: 最低工资标准分为三类?"""
    match = _CLASSES.fullmatch(squeezed.folded, framed.begin, framed.statement.end)
    if match is None or framed.statement.close not in CLOSES:
        return False
    if not match["name"].endswith(prose_words().measures):
        return False
    line, count = squeezed.line(framed.begin), "二三四五".index(match["count"].replace("两", "二")) + 2
    name = squeezed.shown[slice(*match.span("name"))]
    context.open(Named(name, line))
    context.topic = None
    context.recent = tuple(Named(f"{name}{SEAM}{rank}{match['rank']}", line) for rank in "一二三四五"[:count])
    return True


def raised(context: Context, found: Sequence[Reading]) -> list[Reading]:
    """The readings of parts that a list says to be raised so much each: 每人每月分别增加：一级 118 元，二级 109 元."""
    verb = _RAISES.search(context.whole.text) if context.whole is not None else None
    if verb is None:
        return list(found)
    sign = "decrease" if pay.lowers(verb["verb"]) else "increase"
    per = "".join(f"/{one}" for one in _PER.findall(context.whole.text if context.whole else ""))
    return [_raised(one, sign, per) if one.change is None and _is_paid(one) else one for one in found]


def _raised(reading: Reading, sign: str, per: str) -> Reading:
    """A part of such a list: by so much for each of those, and in each of the times, that stand before the verb."""
    quantity = reading.quantity
    if "/" not in quantity.unit:
        quantity = msgspec.structs.replace(
            quantity, unit=quantity.unit + per, base_unit=quantity.base_unit + per
        )
    return msgspec.structs.replace(reading, quantity=quantity, change=sign)


def _is_paid(reading: Reading) -> bool:
    """Is a part of such a list one by which something is raised, and no level that it has then (调整后最低标准 3000 元)?"""
    _, part, own = reading.subject.text.rpartition(SEAM)
    return reading.quantity.base_unit.startswith("元") and bool(part) and not _LEVEL.search(own)


def _goes_on(squeezed: Squeezed, statement: Statement, after: Statement) -> bool:
    """Does the next statement give another of them its figure in the same unit?"""
    if not after.quantities:
        return False
    named = without_copula(squeezed.folded[after.start : after.quantities[0].start])
    if after.joint != ENUMERATION and not (after.joint == "，" and _RANKED.match(named)):
        return False
    return bool(named) and after.quantities[0].base_unit == statement.quantities[0].base_unit


def ends(at: Situation) -> bool:
    """Does a statement behind the list speak of something else: another measure, or what is counted otherwise?

    缴费标准为学生 380 元、成人 400 元，财政补助标准为每人 670 元; 缴费比例为单位 16%、个人 8%，参保 32 万人.
    """
    context, first = at.context, at.statement.quantities[0]
    if context.whole is not None and context.whole is context.graded:
        return _is_no_grade(at)
    if context.whole is None or not context.whole.text.endswith(prose_words().measures):
        return False
    if not context.members:
        return context.whole.text.endswith(_PAY.rates) and first.base_unit not in RATIOS
    begin, end = at.frame.begin, at.frame.first
    if any(measure in at.squeezed.folded[begin:end] for measure in prose_words().measures):
        return True
    if comparisons.change(at.squeezed.folded, begin, end) is not None:
        return False
    alike = _counted_in(first.base_unit) == _counted_in(context.unit or "")
    return not alike or (at.statement.joint == "；" and _printed_otherwise(context, first))


def _is_no_grade(at: Situation) -> bool:
    """Does a statement behind a list without 为 (一类地区 9 元、二类地区 8 元) begin with no word like those of the list?"""
    member = at.context.member.text if at.context.member is not None else ""
    own = without_copula(at.words(at.frame.begin, at.frame.first))
    changed = comparisons.change(at.squeezed.folded, at.frame.begin, at.frame.first) is not None
    return not changed and bool(own and member) and own[-1] != member[-1]


def _counted_in(unit: str) -> str:
    """A unit without what it is per: 元 of 元/人/月."""
    return unit.partition("/")[0]


def done_of(context: Context, words: str, first: Quantity) -> Named | None:
    """What a deed behind the list is of: not of the last that has the measure, but of what the measure is for.

    补贴标准为初级 1000 元、高级 2000 元，累计发放 2136 人次 tells of the subsidy, and so does 支出 480 万元.
    """
    whole = context.whole
    other = first.base_unit != context.unit or _printed_otherwise(context, first)
    text = without_lead(words)
    if whole is None or not other or not (is_deed(text) or is_dependent(text)):
        return None
    measure = next((end for end in prose_words().measures if whole.text.endswith(end)), None)
    name = whole.text.removesuffix(measure or "")
    return Named(name, whole.line) if measure and len(name) > 1 else None


def _printed_otherwise(context: Context, first: Quantity) -> bool:
    """Is a figure printed in another unit than the last one: 万元 behind 元?"""
    return context.last is not None and first.unit != context.last.quantity.unit
