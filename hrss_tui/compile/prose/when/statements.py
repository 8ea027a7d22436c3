"""When a statement is true that names no time of its own, or names a list of years: what the words of it tell."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.numerals import small
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.times import stretches
from hrss_tui.compile.prose.times.stretches import is_span, year_of
from hrss_tui.compile.prose.told import Time
from hrss_tui.compile.prose.when import since_last_year, yearly
from hrss_tui.compile.prose.when.lists import settle_years
from hrss_tui.compile.prose.when.stocks import flowing, of_cohort, settle_time, stood_beside
from hrss_tui.reference.places import named
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns

_TURNS = turns()
_WORDS = statement_words()
_YEAR_END = "-12-31"
_YEARLY = re.compile(
    rf"(?:[今未]后|未来)?(?:五年|5年|三年|3年|四年)(?!级|制)|[^，。；]{{0,16}}(?:年均|历年|[三四五]年(?:{re.any_of(_TURNS.time.totals_of)}))"
)
"""What is of the whole span that a heading names, whatever year is named before it."""
_STEADY = re.compile(r"[^，。；]{0,16}(?:始终|一直)")
"""What is of the whole span unless its own sentence names a year."""
_PLAN_YEARS = 5
_SENTENCE = 60
"""Characters in front of a statement that are looked through for a year."""
_MEAN = re.compile(
    rf"(?:连续(?:[两三四五六七八九十]|\d{{1,2}})年)?(?:{re.any_of(_TURNS.time.mean_years)})(?:增|减|提|上|下|降|递|脱)"
)
"""The beginning of a statement of what a year gave on the average."""
_GROWN = re.compile(
    rf"(?:(?:[两三四五六七八九十]|\d{{1,2}})年(?:来|间|时间|里)?)?(?:累计|共)?(?:{re.any_of(_TURNS.change.grown)})"
)
"""By how much what rose to a level grew, behind it: 五年增加 731 元."""
_RATE_THEN = re.compile(rf"(?:{re.any_of(_WORDS.levels.rates)})率(?:达到?|为|升至|提高到)?")
"""Behind a level that was reached at a day, the rate there was then: 由 2030 年末的 214 万人增至 2035 年末的 231 万人，参保率达 97%."""
_ADDED = re.compile(
    r"[^，。；\d]{0,16}?前?(?<!第)(?:(?P<count>[两二三四五2-5](?<!\d.))年(?:来|间)?(?:累计|合计|共计?(?!同|建|享)|总计|新增|净增)|(?P<span>[两二三四五六七八九十])年间)"
)
_YEAR = re.compile(r"\d{4}")
_EACH, _BESIDE = re.compile(r"(?:分别|依次|各)?(?:完成|实现|达到?|为)?$"), re.compile("[、和及与]")
"""Behind places that are told alone, and between them."""
_AIMED = re.compile(
    r"(?:目标|任务|指标)(?:任务)?(?:值|数)?(?:为|是|[:：]|$)(?:五年)?(?:累计)?[\u3400-\u9fff]{0,6}$"
)
"""An aim at the end of the words before its figure: 规划目标为."""
_LEVEL = re.compile(
    rf"(?:{re.any_of(_WORDS.levels.standing)})(?:达到?|为|有|(?:控制|稳定|保持)在|提[高升]至|提[高升]到)?$"
)
"""What there is at a day, of which no years make up a sum."""


def held(at: Situation) -> tuple[Time, bool] | None:
    """The time by which a statement is held whatever was named before it, and whether to the end of its sentence."""
    if (changed := since_last_year.changed(at)) is not None:
        return changed, True
    risen = _risen_in(at) or yearly.of_multiple(at)
    whole = None if risen else _span(at.context) if _is_of_span(at) else _of_years(at)
    time = (
        risen
        or whole
        or _aimed_for(at)
        or stood_beside(at)
        or of_cohort(at)
        or yearly.of_every_year(at)
        or yearly.of_year(at, flowing)
        or _summed_before(at)
        or _at_end_of_span(at)
        or _left_to_places(at)
    )
    if time is None:
        return None
    return time, whole is not None and "年均" not in at.squeezed.folded[at.statement.start : at.statement.end]


def _at_end_of_span(at: Situation) -> Time | None:
    """The day that is named before what adds up the years till then, for a level behind that: 到2035年，五年新增 2 万人，总量达 9 万人."""
    context, text = at.context, at.squeezed.folded[at.frame.begin : at.statement.quantities[0].start]
    day, span = context.before, context.time.period or ""
    ends = context.passing and day.point and is_span(span) and day.period == f"{span[-4:]}{_YEAR_END}"
    level = at.frame.moment is None and bool(_LEVEL.search(text))
    return day if ends and level and not any(word in text for word in prose_words().flows) else None


def _left_to_places(at: Situation) -> Time | None:
    """The time of the paragraph before, for places alone (大连市 3 亿元、沈阳市 2 亿元), which have what that has told of."""
    context, folded = at.context, at.squeezed.folded
    untold = context.left is not None and context.time == context.base_time and at.frame.moment is None
    told = (context.topic, context.label, context.whole, *context.recent)
    measured = any(one is not None and not named(one.text) for one in told)
    if not untold or measured or context.named or context.paper.plan:
        return None
    words = _EACH.sub("", folded[at.frame.begin : at.statement.quantities[0].start])
    places = _BESIDE.split(words)
    return context.left if all(len(named(place)) > 0 for place in places) else None


def _span(context: Context) -> Time:
    """The years of 五年: those that the heading names; where a plan looks back, the five before its own."""
    last = context.paper.clock.last
    if context.paper.plan and context.mood == "past" and last is not None:
        return Time(f"{last - _PLAN_YEARS + 1}/{last}")
    return context.base_time if is_span(context.base_time.period) else context.term or context.base_time


def settle(at: Situation) -> None:
    """Move the time of the context on to that of the figures of a statement."""
    settle_time(at)
    settle_years(at)


def _is_of_span(at: Situation) -> bool:
    """Is the statement of all years that the heading names, after one that names a year: 年均, 五年新增?"""
    base, now, term = at.context.base_time.period, at.context.time.period, at.context.term
    if not is_span(base) and term is not None and (term.period or "").endswith(f"/{now}"):
        base = term.period
    since = bool(now and base) and (now or "").endswith("/..") and (base or "").startswith((now or "")[:4])
    if at.frame.moment is not None or not is_span(base) or (is_span(now) and not since):
        return False
    text, start, end = at.squeezed.folded, at.statement.start, at.statement.quantities[0].start
    if _YEARLY.match(text, start, end):
        return True
    said = text[max(0, start - _SENTENCE) : start].rpartition("。")[2]
    return bool(_STEADY.match(text, start, end)) and not _YEAR.search(said)


def _aimed_for(at: Situation) -> Time | None:
    """The years of the plan, for an aim that a report on it names without a time; else None."""
    context, paper = at.context, at.context.paper
    if paper.aimed is None or at.frame.moment is not None or context.mood == "ahead":
        return None
    text = at.squeezed.folded[at.statement.start : at.statement.quantities[0].start]
    unsaid = context.time.period in (paper.default, paper.reached)
    return Time(paper.aimed) if unsaid and _AIMED.search(text) else None


def _of_years(at: Situation) -> Time | None:
    """The years that a statement adds up: those told one by one just before it (两年累计), else the last whole ones."""
    last = at.context.last
    added = _ADDED.match(at.squeezed.folded, at.frame.begin)
    if added is None or at.frame.moment is not None:
        return None
    said = added["count"] or added["span"]
    count = int(said) if said.isdigit() else small(said)
    if last is not None and at.statement.joint and _YEAR.fullmatch(last.time.period or ""):
        year = stretches.last_year(last.time.period or "", _later_year(at.context), count)
        return Time(f"{year - count + 1}/{year}", False, last.time.line)
    day, now = at.context.time, at.context.paper.now
    if day.point and now is not None and (end := year_of(day.period) or 0) > now:
        return Time(f"{end - count + 1}/{end}", False, day.line)  # 到 2036 年 …；三年累计 3 万套
    whole, ahead = at.context.clock.last, at.context.planned or at.context.mood == "ahead"
    if whole is None or ahead or at.context.paper.plan or is_span(at.context.time.period):
        return None
    return Time(f"{whole - count + 1}/{whole}", False, at.squeezed.line(at.frame.begin))


def _later_year(context: Context) -> str | None:
    """The later of the year of a sentence and of that with which its years told one by one began: 2035 年 …，2034 年 …，三年累计."""
    years = (context.time.period, *(one.time.period for one in context.told))
    return max((one for one in years if one and _YEAR.fullmatch(one)), default=None)


def _risen_in(at: Situation) -> Time | None:
    """The time of the level reached just before, which the yearly growth behind it is of; None where it is that already.

    由 2031 年的 1.5 万元提高到 2035 年的 2.1 万元，年均增长 8.8% is of neither the year of the document nor 2031.
    """
    context = at.context
    if at.frame.moment is not None or context.last is None or context.base is None:
        return None
    last, folded = context.last.time, at.squeezed.folded
    subject = context.last.subject.text
    risen = context.last.change is not None or comparisons.without_rise(subject) != subject
    grown = _MEAN.match(folded, at.frame.begin) or (risen and _GROWN.match(folded, at.frame.begin))
    rate = folded[at.frame.begin : at.statement.quantities[0].start]
    grown = grown or (risen and last.point and at.statement.joint == "，" and _RATE_THEN.fullmatch(rate))
    if not grown or last.period is None:
        return None
    if _MEAN.match(folded, at.frame.begin):
        told = _span_to(context, last)
        if told is not None:
            return told
    return last if last.period != context.time.period else None


def _span_to(context: Context, last: Time) -> Time | None:
    """The years up to a level that was reached, where they are told there; else None."""
    year = year_of(last.period)
    for told in (context.time, context.before, context.base_time):
        if is_span(told.period) and year_of(told.period) == year:
            return told
    return None


def _summed_before(at: Situation) -> Time | None:
    """The years with which a sentence began, for what is added up behind their last: 到 2036 年突破 420 亿元；累计 3 万人."""
    point, span = at.context.time, at.context.before
    ended = point.point and is_span(span.period) and year_of(span.period) == year_of(point.period)
    if at.frame.moment is not None or at.statement.joint != "；" or not ended:
        return None
    text = at.squeezed.folded[at.frame.begin : at.statement.quantities[0].start]
    return span if "累计" in text or "年均" in text else None
