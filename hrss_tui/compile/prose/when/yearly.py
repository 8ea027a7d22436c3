"""When a statement is true that tells of every year: what a plan does in each, what a rule brings in one, a yearly mean."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, subjects
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.numerals import small
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.times.stretches import SPAN, is_span, since_until
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()
_WORDS = statement_words()
_YIELDS = re.compile(r"(?:预计|测算)?(?:一|每|全)年(?:大?约|共|总共|累计|预计){0,2}(?:可|能)")
_YEAR = re.compile(r"\d{4}")
_BASE_YEAR = re.compile(r"(?P<year>\d{4})年(?:底|末)?")
_BALANCE = re.compile(rf"结[余存]|{re.any_of(_THINGS.money.kept)}")
"""Money that there is, or a rate of it, and none that was paid."""
_FIRST_YEARS = re.compile(
    rf"(?<!\d)前(?P<count>[两二三四2-4])年(?:的)?(?:年?均值|{re.any_of(_TURNS.time.first_years)})"
)
_SINCE = re.compile(r"(?P<year>\d{4})/\.\.")
_IN_A_ROW = re.compile(r"连续(?P<count>[两二三四五六七八九十]|\d{1,2})年")
_ENDED = re.compile(r"(?:\d{4})?年[末底]")
_DONE = re.compile(rf"(?:全年|共|实际|用工|备案){{0,3}}(?:{re.any_of(_WORDS.deeds.yearly)})")
_PLAN_ENDED = re.compile(r"(?:^|(?<=[。：]))[“「\"]?十[一二三四五]五[”」\"]?(?:规划|时期)?(?:期)?末")
_SAID = 120
"""Characters before a statement in which the end of a plan is looked for."""
_PLAN_YEARS, _YEAR_END = 5, "-12-31"
_UNTIL = re.compile(rf"[^，。；]{{0,12}}?(?:{re.any_of(_TURNS.told.until)})\d")


def of_every_year(at: Situation) -> Time | None:
    """The time of a statement that tells of every year and names none; None where it is none such."""
    return _each_year_of(at) or _of_any_year(at) or _mean_of(at) or _of_first_years(at) or _in_a_row(at)


def _in_a_row(at: Situation) -> Time | None:
    """So many years in a row from that on which was just told (从2031年开始，连续三年…超过 9 万人); None where they are not over."""
    folded, context = at.squeezed.folded, at.context
    since = _SINCE.fullmatch(context.time.period or "") if context.named else None
    told = _IN_A_ROW.search(folded, at.statement.start, at.statement.quantities[0].start)
    if since is None or told is None or at.frame.moment is not None:
        return None
    first, last = int(since["year"]), context.clock.last
    end = first + (int(told["count"]) if told["count"].isdigit() else small(told["count"])) - 1
    return Time(f"{first}/{end}", False, context.time.line) if last is None or end <= last else None


def _of_first_years(at: Situation) -> Time | None:
    """The first years of a span, for what they gave on the average: “十四五”期间，失业率前四年均值为 5%; of no time where none is told."""
    folded, first = at.squeezed.folded, at.statement.quantities[0].start
    told = _FIRST_YEARS.search(folded, at.statement.start, first) if at.frame.moment is None else None
    if told is None:
        return None
    span = SPAN.fullmatch(at.context.time.period or "")
    count = int(told["count"]) if told["count"].isdigit() else small(told["count"])
    if span is None or int(span["first"]) + count - 1 > int(span["last"]):
        return Time(None)
    return Time(f"{span['first']}/{int(span['first']) + count - 1}", False, at.context.time.line)


def _each_year_of(at: Situation) -> Time | None:
    """All years of a plan, for what is to be done in each of them, behind the last day of something else: 每年培训 800 人次."""
    base = at.context.base_time
    each = at.frame.moment is None and at.squeezed.folded.startswith("每年", at.frame.begin)
    passed = at.context.time.point and base.period not in (None, at.context.time.period)
    return base if each and passed and at.context.paper.plan else None


def _of_any_year(at: Situation) -> Time | None:
    """The year, for what a rule brings in one, behind months of which was told: 一年可为企业减负 4 亿元."""
    months = "-" in (at.context.time.period or "") and at.frame.moment is None
    told = months and _YIELDS.match(at.squeezed.folded, at.statement.start)
    return Time((at.context.time.period or "")[:4], False, at.context.time.line) if told else None


def _mean_of(at: Situation) -> Time | None:
    """The years before one of them, for what each gave on the average: “十四五”以来 …，其中 2033 年 …，年均 82 万人."""
    span, year = at.context.before, at.context.time.period or ""
    within = (span.period or "").partition("/")[1] and _YEAR.fullmatch(year) and at.frame.moment is None
    return span if within and at.squeezed.folded.startswith("年均", at.frame.begin) else None


def of_multiple(at: Situation) -> Time | None:
    """The years from the one of which a level was so many times, for the mean growth behind it: 是 2030 年的 1.4 倍，年均增长 7%."""
    last, year = at.context.last, at.context.time.period or ""
    told = last is not None and last.quantity.base_unit == "倍" and at.statement.joint == "，"
    base = _BASE_YEAR.fullmatch((last.against if last is not None else "") or "") if told else None
    means = at.frame.moment is None and at.squeezed.folded.startswith("年均", at.frame.begin)
    if base is None or not means or not _YEAR.fullmatch(year) or int(base["year"]) >= int(year):
        return None
    return Time(f"{int(base['year']) + 1}/{year}", False, at.context.time.line)


def of_year(at: Situation, flowing: Callable[[Context], Time]) -> Time | None:
    """The year, for what is never of the day of the stock before it, and for how that has changed.

    年末职工 5 万人，平均工资 6 万元，增长 7%，退休人员 1 万人: the wage and its growth are of the year, the retirees of its end.
    """
    context, first = at.context, at.statement.quantities[0].start
    planned = context.planned or context.mood == "ahead" or context.paper.plan
    unnamed = context.time.point and at.frame.moment is None and at.statement.joint in ("，", "；")
    fresh = context.first and not (
        context.named or context.parts
    )  # the sentence begins with it, behind another
    if planned or fresh or not unnamed or _is_until(at):
        return None
    text = subjects.without_copula(at.squeezed.folded[at.frame.begin : first])
    if _yearly().fullmatch(text):
        return flowing(context)
    last, change = context.last, comparisons.change(at.squeezed.folded, at.frame.begin, first)
    if last is None or last.time.point or not context.stated:
        return None
    unit = at.statement.quantities[0].base_unit
    if unit == last.quantity.base_unit == "元" and not _BALANCE.search(text):
        return last.time if last.time.period == flowing(context).period else None
    grown = change is not None and change.start == at.frame.begin
    return (
        last.time if grown and _yearly().fullmatch(last.subject.text.rpartition(subjects.SEAM)[2]) else None
    )


def is_yearly(name: str) -> bool:
    """Is a name that of what is never of a day: 人口自然增长率, 就业困难人员就业?"""
    return bool(_yearly().fullmatch(name))


def _is_until(at: Situation) -> bool:
    """Does the sentence begin with a day up to which all of it is told: 截至 9 月底，新增就业 …，再就业 …?"""
    folded, start = at.squeezed.folded, at.statement.start
    return bool(_UNTIL.match(folded, folded.rfind("。", 0, start) + 1))


@cache
def _yearly() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().yearly))


def is_deed_of_ended(at: Situation, text: str) -> bool:
    """Was something done in the year with whose end its sentence began: 年末全市有技工学校 6 所，培训学员 3400 人次?"""
    point = (at.context.time.period or "").endswith(_YEAR_END)
    return bool(point and _begun(at, _ENDED) and _DONE.match(text)) and "累计" not in text


def _begun(at: Situation, pattern: re.Pattern[str]) -> bool:
    """Does the sentence of a statement begin with a pattern?"""
    folded, start = at.squeezed.folded, at.statement.start
    return bool(pattern.match(folded, folded.rfind("。", 0, start) + 1))


def _plan_ended(at: Situation) -> bool:
    """Does the sentence of a statement, or one just before it, begin with the end of a plan?"""
    return bool(
        _PLAN_ENDED.search(at.squeezed.folded, max(0, at.statement.start - _SAID), at.statement.start)
    )


def summed(at: Situation, text: str, fresh: bool) -> Time | None:
    """The years of what is added up: those since a plan began (“十四五”以来，截至 9 月底，…累计), or those that a heading names.

    At the end of a plan (“十三五”期末，累计培训) they are its years.
    """
    context = at.context
    since = since_until(context.before.period, context.time.period) if "累计" in text else None
    if since is not None:
        return Time(since, False, context.time.line)
    period = context.time.period or ""
    if "累计" in text and period.endswith(_YEAR_END) and _plan_ended(at):
        return Time(f"{int(period[:4]) - _PLAN_YEARS + 1}/{period[:4]}", False, context.time.line)
    return (
        context.base_time if fresh and is_span(context.base_time.period) and text.startswith("累计") else None
    )
