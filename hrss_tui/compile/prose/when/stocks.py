"""How the time goes on between stocks and flows: of what day is what there is, and of what stretch what happened before it."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import subjects
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.paper_period import BULLETIN
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.times import stretches
from hrss_tui.compile.prose.times.stretches import MONTHS, is_span, is_year, last_day, year_until
from hrss_tui.compile.prose.told import Time
from hrss_tui.compile.prose.when import yearly
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things

_THINGS = things()
_WORDS = statement_words()
_YEAR_END = "-12-31"
_FLOWING = re.compile(
    rf"(?:基金|保险[费金]?|(?:基金|保险)\([^()\d]{{1,16}}\)|{re.any_of(_WORDS.funds.sides)})(?:总)?(?:收入|支出)(?:合计)?(?:[为达]|完成)?$|^(?:总)?(?:收入|支出)$|当[期年](?:收支)?(?:结余|缺口)$|(?:{re.any_of(_THINGS.money.flows)})(?:支出)?(?:执行|完成|支出)率(?:达到?|为)?$"
    rf"|(?:{re.any_of(_WORDS.flows.produced)})(?:达到?|为|完成|实现)?$"
)
"""Sides of an account, and what is made, sold or carried, that flow over the year, whatever stock stands before them in the sentence."""
_STANDARD = re.compile(r"[\u3400-\u9fff]{0,12}标准(?:为|是)?(?:每人)?(?:每[月年天])?")
_MONTH = len("2033-12")
_COHORT = re.compile(
    r"(?P<year>\d{4})届[^，。；\d]{0,12}毕业生(?:总?(?:规模|人数|数))?(?:约?[为达有共]|达到)?$"
)
_IN_YEAR = re.compile(r"\d{4}(?=-)")
_STOCK = re.compile(
    rf"参保$|参加[\u3400-\u9fff]{{2,16}}保险的?总?人数(?:达到?|为|有)?$|(?:{re.any_of(_THINGS.money.insured)})(?:总)?人[数员](?:达到?|为|有)?$|(?:总[量数额]|{re.any_of(_THINGS.money.levels)})(?:达到?|为|有|稳定在|保持在)?$|[率重例](?:分别)(?:达到?|为)$|^每[\u3400-\u9fff]*(?:中|拥有)"
)
"""What there is at the end of a year, of which a report on a plan tells."""
_PEOPLE = re.compile(rf"(?:{re.any_of(_WORDS.parts.residents)})人口(?:总数|数|总量)?(?:为|达到?|有)?$")
"""Those who live in a place are of the day on which all were counted: 年末人口 …。全年出生 …。城镇人口 …."""
_INSURED = re.compile(
    r"(?<!新增)(?<!净增)(?<!扩面)(?<!首次)(?<!动员)(?<!续保)参保(?:总?人数)?(?:达到?|为|有)?$"
)
"""Who is insured is counted at the end of a time, also where the paper says it only in its title; not who joined."""
_JOBLESS = re.compile(r"失业率(?:为|达到?|控制在|稳定在|保持在)?$")
"""A rate at a moment, behind what flowed until then: 截至 5 月末，新增就业 …；发放贷款 …；登记失业率为 3.8%."""
_BALANCE = re.compile(
    rf"(?:^|保险|基金|资金)(?:基金|资金)?(?:{re.any_of(_THINGS.money.carried)})(?:收支)?(?:基金)?(?:结余|结存|余额)(?:达到?|为|有)?$"
    rf"|(?:{re.any_of(_WORDS.levels.lent)})余额(?:达到?|为|有)?$"
)
"""What there is of a fund when all flows are told: 基金收入 5 亿元、支出 4 亿元、累计结余 9 亿元."""


def settle_time(at: Situation) -> None:
    """A flow does not take over the moment of a stock from the sentence before."""
    context, reached = at.context, at.context.paper.reached
    text = at.squeezed.folded[at.frame.begin : at.statement.quantities[0].start]
    if text in _WORDS.deeds.leading:  # what is done for those counted stands behind them
        text = at.squeezed.folded[at.frame.begin : at.statement.end]
    if reached and at.frame.moment is None and context.time.period == context.paper.default:
        if _STOCK.search(text) and not any(word in text for word in prose_words().flows):
            context.time = Time(reached, True)
    elif (end := _end_of_paper(context)) and at.frame.moment is None and _is_insured(text):
        context.before, context.passing = context.time, True
        context.time = end
    elif context.time.point and at.frame.moment is None:
        _settle_behind_stock(at, text)
    elif context.stock is not None and (_is_stock_again(at, text) or _is_balance(at, text)):
        context.time, context.stock, context.again = context.stock, None, True
    elif context.counted is not None and at.frame.moment is None and context.first and _PEOPLE.match(text):
        context.time = context.counted
    elif _sets_standard(at, text):
        context.time = context.base_time
    if context.first:
        context.opening = (_noun(text), context.time)
    context.first = False


def _sets_standard(at: Situation, text: str) -> bool:
    """Does a sentence that names no time tell a standard, behind one of what was paid in some months: 前三季度已发放 …。标准为每月 900 元?"""
    context, own = at.context, at.context.base_time.period
    begins = context.first and not (context.parts or context.named) and at.frame.moment is None
    months = MONTHS.fullmatch(context.time.period or "") and context.time.period != own
    return begins and bool(months) and bool(_STANDARD.fullmatch(text))


def _settle_behind_stock(at: Situation, text: str) -> None:
    """Move on from the moment of a stock, for what flowed: till then, or over the year."""
    context = at.context
    fresh = context.first and not context.named and not context.parts
    flows = _flows(at, text)
    if flows and context.inner and at.statement.joint == "，":  # 毕业生年底就业率 93%，募集岗位 900 个
        context.time, context.inner = context.before, False
        return
    point = context.time
    last = context.last.time if context.last is not None and at.statement.joint == "，" else None
    goes_on = at.statement.joint == "；" or (last is not None and last == context.months)
    if flows and goes_on and _is_within_months(context):
        context.time = context.months or context.time
    elif (summed := yearly.summed(at, text, fresh)) is not None:
        context.time = summed
    elif ((fresh or point.line is None or _is_paid(at, text)) and flows) or (
        not (context.first and context.named) and _FLOWING.search(text)
    ):
        context.time = flowing(context)
    if not context.time.point:
        context.stock = point


def _is_within_months(context: Context) -> bool:
    """Is the moment that a clause named the end of the months with which the paragraph began: 一季度 …，3 月末失业率 …；再就业 4 万人?"""
    months = context.months
    point = (context.time.period or "")[:_MONTH]
    running = months is not None and not (context.planned or context.paper.plan or point.endswith("-12"))
    return running and months is not None and (months.period or "").endswith(f"/{point}")


def _is_insured(text: str) -> bool:
    """Do words tell who is insured, and not who was helped to be (资助学生参保)?"""
    return bool(_INSURED.search(text)) and not text.startswith((*_WORDS.deeds.leading, *prose_words().paid))


def _end_of_paper(context: Context) -> Time | None:
    """The last day of the months, the years or the year of a bulletin that a paper is of, where nothing has named another time."""
    span = context.time.period or ""
    several = "/" in span or (context.paper.kind == BULLETIN and is_year(span))
    if span != context.paper.default or context.planned or context.mood == "ahead" or not several:
        return None
    last = span.rpartition("/")[2]
    day = f"{last}-12-31" if last.isdigit() else last_day(last)
    return Time(day, True) if day and last[:1].isdigit() else None


def _noun(text: str) -> str:
    """The last two characters of what a figure is of."""
    return subjects.without_copula(text)[-2:]


def of_cohort(at: Situation) -> Time | None:
    """The year of the graduates of a year, for how many they are: 1—5 月 …。2032 届高校毕业生 5 万人."""
    start, first = at.frame.begin, at.statement.quantities[0]
    cohort = _COHORT.search(at.squeezed.folded, start, first.start) if first.base_unit == "人" else None
    if cohort is None or at.frame.moment is not None or at.context.paper.plan:
        return None
    running = _IN_YEAR.match(at.context.time.period or "")
    return (
        Time(cohort["year"], False, at.squeezed.line(start))
        if running and running[0] == cohort["year"]
        else None
    )


def stood_beside(at: Situation) -> Time | None:
    """The moment of what a semicolon sets beside the stock with which the sentence began: 城市低保对象 …；农村低保对象."""
    opening = at.context.opening
    if opening is None or at.statement.joint != "；" or at.frame.moment is not None:
        return None
    alike, time = opening
    noun = _noun(at.squeezed.folded[at.frame.begin : at.statement.quantities[0].start])
    return time if time.point and len(noun) > 1 and noun == alike else None


def _is_paid(at: Situation, text: str) -> bool:
    """Does a statement tell what was paid, or who was taken in, in a sentence that names no time: 纳入低保 14.2 万人，发放低保金 9 亿元?"""
    unled = at.frame.moment is None and at.statement.joint == "，"
    if unled and at.context.named:
        return yearly.is_deed_of_ended(at, text)
    return unled and text.startswith((*prose_words().paid, "为") if at.context.again else prose_words().paid)


def _is_stock_again(at: Situation, text: str) -> bool:
    """Does a sentence that names no time tell what there is, behind one of what flowed until then?"""
    begins = at.frame.moment is None and at.context.first and not at.context.parts
    told = _STOCK.search(text) or _PEOPLE.match(text)
    return begins and bool(told) and not _flows(at, text)


def _is_balance(at: Situation, text: str) -> bool:
    """Does a statement go on to tell what there is at the moment with which its sentence began: 参保 5 万人，收入 …，累计结余 …?"""
    told = _BALANCE.search(text) or _INSURED.search(text) or _JOBLESS.search(text)
    return at.frame.moment is None and not at.context.planned and bool(told)


def _flows(at: Situation, text: str) -> bool:
    """Do the words before a figure, or its unit, say that it is of a stretch of time: 发放 8 亿元, 2 万人次?"""
    if text.endswith(_WORDS.levels.names):
        return False
    unit = at.statement.quantities[0].base_unit
    return (
        unit in _WORDS.flows.events
        or any(word in text for word in prose_words().flows)
        or yearly.is_yearly(subjects.without_copula(text))
    )


def flowing(context: Context) -> Time:
    """The time of a flow behind a stock: the months named before it or those of the document, else its year."""
    base, span = context.base_time, context.time.as_span()
    if since := stretches.since_until(context.before.period, context.time.period):
        return Time(since, False, context.time.line)
    if context.planned:
        return base if base.period and base.period[:4] == span.period and not base.point else context.time
    told = (context.before, base, context.months or base)
    months = [one for one in told if _is_part(one, span) and _ends_behind(one, context.time)]
    if is_span(base.period) and context.time.period == context.paper.reached:
        return base
    if (context.time.period or "").endswith(_YEAR_END):
        return base if base.period and base.period[:4] == span.period and not base.point else span
    return months[0] if months else _until_then(context.time)


def _is_part(time: Time, span: Time) -> bool:
    """Is a time one of months of the year of another?"""
    return (
        bool(time.period)
        and "-" in (time.period or "")
        and not time.point
        and (time.period or "")[:4] == span.period
    )


def _ends_behind(months: Time, point: Time) -> bool:
    """Do the months that the paragraph tells of end with the day of a stock, or behind it: 前三季度, 截至 8 月 31 日?"""
    last = (months.period or "").rpartition("/")[2]
    return bool(last) and last[:4] == (point.period or "")[:4] and last >= (point.period or "")[: len(last)]


def _until_then(time: Time) -> Time:
    """The months of the year up to the moment of a stock, if that is the end of a month; else the moment itself."""
    until = year_until(time.period)
    return Time(until, False, time.line) if until else time
