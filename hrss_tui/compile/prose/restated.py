"""What a statement without a name of its own is of: the same as the figure before it, in another way, at another time, for others."""

from __future__ import annotations

import itertools

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, subjects
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named, Own
from hrss_tui.compile.prose.times.stretches import is_year, year_of
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()
_WORDS = statement_words()
_AGAIN = re.compile(re.any_of(_TURNS.told.same))
_DURATION = re.compile(rf"\d{{1,3}}(?:{re.any_of(_TURNS.time.spans)})(?:及)?以[上下内]$")
"""稳定就业 3 个月以上 560 人，6 个月以上 320 人: the others of those that are sorted by how long."""
_LIMIT = re.compile(rf"(?P<limit>(?:缴费)?(?:基数)?(?:{re.any_of(_THINGS.money.limits)}))(?:为|是)")
_CONVERTED = re.compile(
    rf"(?:(?:按照?|以|依)[^，。；]{{0,24}}?(?:汇率|中间价|牌价))?[^，。；\d]{{0,4}}?(?:{re.any_of(_THINGS.money.converted_by)})(?:{re.any_of(_THINGS.money.converted)}){{0,3}}"
    rf"|(?:按照?|以|依)[^，。；]{{0,24}}?(?:汇率|中间价|牌价)(?:{re.any_of(_THINGS.money.computed_by)})(?:为|合|约|达){{0,2}}"
)
_SET = re.compile(r"(?:实际|预算|决算|执行|完成)(?:数|额|金额)?")
_REACHES = re.compile(r"(?:再|累计|要|须|应|力争|确保)*(?:完成|达到?|超过|不低于)?")


_WHOSE = re.compile(
    rf"(?P<each>(?P<who>[\u3400-\u9fff]{{0,8}}?(?:{re.any_of(_WORDS.compared.earners)}))(?:年?人均|人均年))[\u3400-\u9fff]{{0,6}}(?:收入|支出)"
)
_SPENT_BY = re.compile(
    rf"(?:年?人均|人均年)?(?:生活)?消费(?:性)?(?:总)?支出|恩格尔系数|人均(?:{re.any_of(_THINGS.names.homes)})?(?:建筑|使用)?面积"
)
_DEED = 3
"""Characters that a name shares with the end of the one before, at least one more."""
_SHARED = re.compile(rf"(?:{re.any_of(_WORDS.deeds.shared)})[\u3400-\u9fff、“”]{{2,20}}")
_ADDED = re.compile(
    rf"(?:再)?加上(?:(?P<year>[去上今前当]年|(?:19|20)\d{{2}}年)(?:度)?|(?P<before>原有|{re.any_of(_TURNS.time.before)}))(?P<own>[\u3400-\u9fff]{{0,8}}?)的?"
)
"""去年发放 3 亿元，加上今年发放的 4 亿元: the same of another year, or of before."""


_BACK = "今当去上前"
"""First words of years, two of each distance from now: 今年 and 当年, 去年 and 上年, 前年."""
_EACH = re.compile(r"(?:每[人户家名个月年天日]){1,2}$")


def _added(at: Situation, last: Reading) -> Reading | None:
    """As much of the same in another year as is added to what was told just before; else None."""
    first, *others = at.statement.quantities
    folded, begin = at.squeezed.folded, at.statement.start
    added = _ADDED.fullmatch(folded, begin, first.start) if at.statement.joint == "，" else None
    if added is None or others or last.change is not None or last.quantity.base_unit != first.base_unit:
        return None
    if added["own"] not in last.subject.text:  # 加上今年的贷款 4 亿元: of something else
        return None
    when, line = _year_of(added["year"], at.context), last.subject.line
    later = [one for one in (at.context.time.period, at.context.before.period, when) if one and is_year(one)]
    if when is not None and later:
        at.context.time = Time(max(later), False, line)
    same = last.subject if added["year"] else Named(last.subject.text + subjects.SEAM + added["before"], line)
    return made(at, first, same, last.measure, Time(when, False, at.squeezed.line(begin)))


def _year_of(words: str | None, context: Context) -> str | None:
    """The year that 今年 or 去年 is in the text, or one that is written out; None where no one can say."""
    if words is None or words[:4].isdigit():
        return words and words[:4]
    now = context.paper.clock.now or context.paper.clock.year
    return None if now is None else str(now - _BACK.index(words[0]) // 2)


def goes_on(at: Situation, own: Own, last: Reading) -> Reading | None:
    """How much more of the task just told of is done at another time: 6 月底前完成全年任务的 60%，9 月底前达到 90%; else None."""
    if (added := _added(at, last)) is not None:
        return added
    first, *others = at.statement.quantities
    beside = at.statement.joint in ("，", "；") and at.frame.leads and at.frame.moment is not None
    done = last.share and last.change is None and first.base_unit == last.quantity.base_unit
    if others or not beside or not done or own.rest or not _REACHES.fullmatch(own.head):
        return None
    more = made(at, first, last.subject, last.measure)
    return msgspec.structs.replace(more, against=last.against, share=True)


def on_condition(at: Situation) -> Named | None:
    """What those of another condition get of the same: 300 元以下的，补贴标准不低于 30 元；500 元及以上的，不低于 60 元."""
    topic, head = at.context.topic, at.context.head
    if topic is None or head is None or not at.context.stated or not topic.text.endswith("的"):
        return None
    same = head.text.rpartition(subjects.SEAM)[2]
    return subjects.joined(topic, Named(same, head.line)) if not same.endswith("的") else None


def for_others(at: Situation, text: str) -> Named | None:
    """What those whom a condition names get where only the rise is told: 招用脱贫人口的，提高到每人 1800 元."""
    topic = at.context.topic
    bare = comparisons.without_rise(_EACH.sub("", text))
    told = topic is not None and topic.text.endswith("的") and not bare
    return subjects.joined(topic, Named(text, topic.line)) if told and topic is not None else None


def said_again(at: Situation) -> Named | None:
    """What a figure is of that says the one before it in another way (即 1503 元), or that is itself a limit (上限为)."""
    lead = at.squeezed.folded[at.statement.start : at.statement.quantities[0].at]
    limit = _LIMIT.match(lead)
    if limit is not None:
        return Named(limit["limit"], at.squeezed.line(at.statement.start))
    again = _AGAIN.match(lead) and at.statement.joint and at.context.last is not None
    if again and at.context.topic is not None:
        return at.context.topic
    return at.context.last.subject if again and at.context.last else _housed(at)


def _housed(at: Situation) -> Named | None:
    """What households do that are told with those in them, behind the latter: 620 户、1900 人稳定脱贫."""
    behind = at.later[0] if at.later else None
    own = at.statement.quantities[0]
    if behind is None or behind.joint != ENUMERATION or at.statement.joint == ENUMERATION:
        return None
    second = behind.quantities[0] if len(behind.quantities) == 1 else None
    bare = second is not None and second.start == behind.start and own.end == at.statement.end
    if not bare or second is None or own.base_unit != "户" or second.base_unit not in ("人", "名"):
        return None
    said = at.squeezed.shown[second.end : behind.end]
    return Named(said, at.squeezed.line(second.end)) if len(said) > 1 else None


def converted(at: Situation, quantity: Quantity) -> Reading | None:
    """The same money in another currency, of which what follows says nothing: 人均 2.6 万元，按年平均汇率折算 3868 美元，增长 4%."""
    last, begin = at.context.last, at.frame.begin
    said = _CONVERTED.fullmatch(at.squeezed.folded, begin, quantity.start)
    if last is None or last.change is not None or last.share or said is None or not at.statement.joint:
        return None
    money = quantity.base_unit.endswith("元") and last.quantity.base_unit.endswith("元")
    if not money or quantity.base_unit == last.quantity.base_unit:
        return None
    words = at.squeezed.shown[begin : quantity.start]
    subject = Named(last.subject.text + subjects.SEAM + subjects.without_copula(words), last.subject.line)
    return msgspec.structs.replace(made(at, quantity, subject, words), time=last.time)


def known(at: Situation, text: str) -> Named | None:
    """What words that are no name by themselves are of: the same for so long, for others, or for others of a pair."""
    return (
        as_long(at, text)
        or for_others(at, text)
        or _of_others(at, text)
        or _of_those_beside(at, text)
        or _of_whose_income(at, text)
        or _of_those_who(at, text)
        or _said_of_both(at, text)
        or _of_next_rank(at, text)
    )


def _of_next_rank(at: Situation, text: str) -> Named | None:
    """What a rank alone is of, which only the last of a list names: 新建 3 个国家级、5 个省级基地."""
    if not text.endswith(prose_words().ranks):
        return None
    for one in itertools.takewhile(lambda one: one.joint == ENUMERATION and one.quantities, at.later):
        behind = at.squeezed.shown[one.quantities[0].end : one.end]
        rank = max((rank for rank in prose_words().ranks if behind.startswith(rank)), key=len, default="")
        alike = rank and one.quantities[0].unit == at.statement.quantities[0].unit
        if alike and (thing := _THING.match(behind, len(rank))):
            return Named(text + thing.group(), at.squeezed.line(at.frame.begin))
    return None


def _of_those_beside(at: Situation, text: str) -> Named | None:
    """What others beside those just counted have as well: 享受救助的城市人数 4 万人，农村人数 9 万人."""
    head, words = at.context.head if at.context.stated else None, prose_words().settings
    own = max((one for one in words if text.startswith(one)), key=len, default="")
    if head is None or not own or own == text or at.statement.joint not in ("，", "；", ENUMERATION):
        return None
    same = text.removeprefix(own)
    others = [one + same for one in words if one != own and head.text.endswith(one + same)]
    lead = head.text.removesuffix(max(others, key=len)) if others else ""
    return Named(lead + text, head.line) if lead.endswith("的") else None


def _of_whose_income(at: Situation, text: str) -> Named | None:
    """Who spends what no one is named for, behind the income of the same: 城镇居民人均可支配收入 5 万元，人均消费支出 3 万元."""
    head = at.context.head if at.context.stated else None
    whose = _WHOSE.match(head.text.rpartition(subjects.SEAM)[2]) if head is not None else None
    if head is None or whose is None or not _SPENT_BY.fullmatch(text) or not at.statement.joint:
        return None
    folded, start = at.squeezed.folded, at.statement.start
    begin = max(folded.rfind(mark, 0, start) for mark in "；。") + 1
    told = {match["who"] for match in _WHOSE.finditer(folded, begin, start)}
    if len(told) > 1 and "消费" not in text:  # 城镇居民 …，农村居民 …，恩格尔系数 30%: of either, or of all
        return None
    spends = "消费" in text and "人均" not in text
    return Named(whose["each" if spends else "who"] + text, head.line)


def _of_those_who(at: Situation, text: str) -> Named | None:
    """Whose a thing is that begins with what persons just did: 参保人员异地就医 3 万人次，异地就医费用 2 亿元."""
    head = at.context.head if at.context.stated else None
    if head is None or at.statement.joint != "，":
        return None
    size = next((n for n in range(len(text) - 1, _DEED, -1) if head.text.endswith(text[:n])), 0)
    who = head.text[:-size] if size else ""
    return Named(who + text, head.line) if who.endswith(tuple(prose_words().persons)) else None


def _said_of_both(at: Situation, text: str) -> Named | None:
    """What stands behind the last of those counted and is said of all: 城镇居民 2 万人、农村居民 3 万人享受低保补助."""
    listed = list(itertools.takewhile(lambda one: one.joint == ENUMERATION, at.later))
    if not listed or at.statement.joint == ENUMERATION or len(at.statement.quantities) > 1:
        return None
    figures = (at.statement.quantities[0], *(one.quantities[-1] for one in listed if one.quantities))
    said = at.squeezed.shown[figures[-1].end : listed[-1].end]
    alike = len(figures) == len(listed) + 1 and len({one.base_unit for one in figures}) == 1
    named = at.squeezed.folded[listed[-1].start : figures[-1].start]
    if not alike or not named or not _SHARED.fullmatch(said):
        return None
    return Named(text.removeprefix("有") + said, at.squeezed.line(at.frame.begin))


def _of_others(at: Situation, text: str) -> Named | None:
    """The same of the others of a pair: 低保人数为城镇 549 人、农村 5819 人."""
    last, words = at.context.last, (*prose_words().settings, "男", "女", "男性", "女性")
    beside = at.statement.joint == ENUMERATION and at.context.stated and at.context.whole is None
    if last is None or not beside or text not in words or last.change is not None:
        return None
    before = max((one for one in words if last.subject.text.endswith(one)), key=len, default="")
    stem = last.subject.text.removesuffix(before)
    alike = before and before != text and len(stem) > len("人数") and not last.share
    return Named(stem + text, last.subject.line) if alike else None


def as_long(at: Situation, text: str) -> Named | None:
    """What a duration that stands alone sorts: the same as that of the figure before it."""
    last = at.context.head if at.context.stated and at.context.whole is None else None
    before = _DURATION.search(last.text) if last is not None and _DURATION.fullmatch(text) else None
    return Named(last.text[: before.start()] + text, last.line) if last and before else None


_THING = re.compile(r"[\u3400-\u9fff“”]{2,16}?(?=分别|[共均都]|全部|$)")
"""What stands behind a rank, without what is said of all of them: 市级重点项目分别完成投资."""


def booked(at: Situation, quantity: Quantity, own: Own) -> Reading | None:
    """What the books say that the things just counted are worth: 房屋 120 平方米、账面原值 36 万元."""
    last = at.context.last if at.context.stated else None
    if last is None or own.text not in prose_words().booked:
        return None
    of = last.subject
    if of.text.endswith("面积"):  # 房屋 3 栋，面积 1200 平方米，账面价值 360 万元
        of = next((one for one in reversed(at.context.recent) if not one.text.endswith("面积")), of)
    return made(at, quantity, Named(of.text + subjects.SEAM + own.text, of.line), own.text)


def pass_by(at: Situation, own: Own, now: Reading, last: Reading) -> None:
    """An earlier year that only says what the figure before it was then (，去年 21 万元) ends with its sentence."""
    context, years = at.context, (year_of(now.time.period), year_of(last.time.period))
    earlier = years[0] is not None and years[1] is not None and years[0] < years[1]
    again = not own.text and now.subject.text == last.subject.text
    if earlier and not context.passing and (again or _SET.fullmatch(own.text)):
        first = context.passed or last.time  # 2031 年 3 万人，2030 年为 2 万人，2029 年为 1 万人
        context.before, context.passing, context.passed = first, True, first
