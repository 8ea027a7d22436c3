"""When a statement is true that names no time of its own, or names a list of years: what the words of it tell."""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, measured, stretches, subjects, yearly_times
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.numerals import small
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.stretches import is_span, last_day, within, year_of, year_until
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words

_WORDS = statement_words()
_FLOWING = re.compile(
    rf"(?:基金|保险[费金]?|(?:基金|保险)\([^()\d]{{1,16}}\)|{re.any_of(_WORDS.funds.sides)})(?:总)?(?:收入|支出)(?:合计)?(?:[为达]|完成)?$|^(?:总)?(?:收入|支出)$|当[期年](?:收支)?(?:结余|缺口)$|(?:预算|决算|资金|支出|项目)(?:支出)?(?:执行|完成|支出)率(?:达到?|为)?$"
    rf"|(?:{re.any_of(_WORDS.flows.produced)})(?:达到?|为|完成|实现)?$"
)
"""Sides of an account, and what is made, sold or carried, that flow over the year, whatever stock stands before them in the sentence."""
_YEAR_END = "-12-31"
_WHOLE_DAY = len("2033-12-31")
_MONTH = len("2033-12")
_YEARLY = re.compile(
    r"(?:[今未]后|未来)?(?:五年|5年|三年|3年|四年)(?!级|制)|[^，。；]{0,16}(?:年均|历年|[三四五]年(?:累计|合计|共|总计))"
)
"""What is of the whole span that a heading names, whatever year is named before it."""
_STEADY = re.compile(r"[^，。；]{0,16}(?:始终|一直)")
"""What is of the whole span unless its own sentence names a year."""
_PLAN_YEARS = 5
_COHORT = re.compile(
    r"(?P<year>\d{4})届[^，。；\d]{0,12}毕业生(?:总?(?:规模|人数|数))?(?:约?[为达有共]|达到)?$"
)
_IN_YEAR = re.compile(r"\d{4}(?=-)")
_SENTENCE = 60
"""Characters in front of a statement that are looked through for a year."""
_MEAN = re.compile(
    r"(?:连续(?:[两三四五六七八九十]|\d{1,2})年)?(?:年均|年平均|平均每年|每年平均)(?:增|减|提|上|下|降|递|脱)"
)
"""The beginning of a statement of what a year gave on the average."""
_GROWN = re.compile(
    r"(?:(?:[两三四五六七八九十]|\d{1,2})年(?:来|间|时间|里)?)?(?:累计|共)?(?:增|提高|上升|下降|降低|净增|减少)"
)
"""By how much what rose to a level grew, behind it: 五年增加 731 元."""
_RATE_THEN = re.compile(rf"(?:{re.any_of(_WORDS.levels.rates)})率(?:达到?|为|升至|提高到)?")
"""Behind a level that was reached at a day, the rate there was then: 由 2030 年末的 214 万人增至 2035 年末的 231 万人，参保率达 97%."""
_ADDED = re.compile(
    r"[^，。；\d]{0,16}?前?(?<!第)(?:(?P<count>[两二三四五2-5](?<!\d.))年(?:来|间)?(?:累计|合计|共计?(?!同|建|享)|总计|新增|净增)|(?P<span>[两二三四五六七八九十])年间)"
)
_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(?P<first>\d{4})/(?P<last>\d{4})")
_AIMED = re.compile(
    r"(?:目标|任务|指标)(?:任务)?(?:值|数)?(?:为|是|[:：]|$)(?:五年)?(?:累计)?[\u3400-\u9fff]{0,6}$"
)
"""An aim at the end of the words before its figure: 规划目标为."""
_STOCK = re.compile(
    r"参保$|参加[\u3400-\u9fff]{2,16}保险的?总?人数(?:达到?|为|有)?$|(?:参保|缴费|持卡|领取|在册|在岗|从业|就业)(?:总)?人[数员](?:达到?|为|有)?$|(?:总[量数额]|规模|余额|结余|保有量|覆盖率|参保率|失业率)(?:达到?|为|有|稳定在|保持在)?$|[率重例](?:分别)(?:达到?|为)$|^每[\u3400-\u9fff]*(?:中|拥有)"
)
"""What there is at the end of a year, of which a report on a plan tells."""
_LEVEL = re.compile(
    rf"(?:{re.any_of(_WORDS.levels.standing)})(?:达到?|为|有|(?:控制|稳定|保持)在|提[高升]至|提[高升]到)?$"
)
"""What there is at a day, of which no years make up a sum."""
_PEOPLE = re.compile(rf"(?:{re.any_of(_WORDS.parts.residents)})人口(?:总数|数|总量)?(?:为|达到?|有)?$")
"""Those who live in a place are of the day on which all were counted: 年末人口 …。全年出生 …。城镇人口 …."""
_INSURED = re.compile(
    r"(?<!新增)(?<!净增)(?<!扩面)(?<!首次)(?<!动员)(?<!续保)参保(?:总?人数)?(?:达到?|为|有)?$"
)
"""Who is insured is counted at the end of a time, also where the paper says it only in its title; not who joined."""
_JOBLESS = re.compile(r"失业率(?:为|达到?|控制在|稳定在|保持在)?$")
"""A rate at a moment, behind what flowed until then: 截至 5 月末，新增就业 …；发放贷款 …；登记失业率为 3.8%."""
_BALANCE = re.compile(
    r"(?:^|保险|基金|资金)(?:基金|资金)?(?:累计|滚存|历年|年末|期末)(?:收支)?(?:基金)?(?:结余|结存|余额)(?:达到?|为|有)?$"
    rf"|(?:{re.any_of(_WORDS.levels.lent)})余额(?:达到?|为|有)?$"
)
"""What there is of a fund when all flows are told: 基金收入 5 亿元、支出 4 亿元、累计结余 9 亿元."""


def held(at: Situation) -> tuple[Time, bool] | None:
    """The time by which a statement is held whatever was named before it, and whether to the end of its sentence."""
    risen = _risen_in(at) or yearly_times.of_multiple(at)
    whole = None if risen else _span(at.context) if _is_of_span(at) else _of_years(at)
    time = (
        risen
        or whole
        or _aimed_for(at)
        or _beside(at)
        or _of_cohort(at)
        or yearly_times.of_every_year(at)
        or yearly_times.of_year(at, _flowing)
        or _summed_before(at)
        or _at_end_of_span(at)
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


def _span(context: Context) -> Time:
    """The years of 五年: those that the heading names; where a plan looks back, the five before its own."""
    last = context.paper.clock.last
    if context.paper.plan and context.mood == "past" and last is not None:
        return Time(f"{last - _PLAN_YEARS + 1}/{last}")
    return context.base_time if is_span(context.base_time.period) else context.term or context.base_time


def settle(at: Situation) -> None:
    """Move the time of the context on to that of the figures of a statement."""
    _settle_time(at)
    _settle_years(at)


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
        year = stretches.last_year(last.time.period or "", at.context.time.period, count)
        return Time(f"{year - count + 1}/{year}", False, last.time.line)
    whole, ahead = at.context.clock.last, at.context.planned or at.context.mood == "ahead"
    if whole is None or ahead or at.context.paper.plan or is_span(at.context.time.period):
        return None
    return Time(f"{whole - count + 1}/{whole}", False, at.squeezed.line(at.frame.begin))


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


def _settle_time(at: Situation) -> None:
    """A flow does not take over the moment of a stock from the sentence before."""
    context, reached = at.context, at.context.paper.reached
    text = at.squeezed.folded[at.frame.begin : at.statement.quantities[0].start]
    if text in _WORDS.deeds.leading:  # what is done for those counted stands behind them
        text = at.squeezed.folded[at.frame.begin : at.statement.end]
    if reached and at.frame.moment is None and context.time.period == context.paper.default:
        if _STOCK.search(text) and not any(word in text for word in prose_words().flows):
            context.time = Time(reached, True)
    elif (end := _end_of_paper(context)) and at.frame.moment is None and _INSURED.search(text):
        context.before, context.passing = context.time, True
        context.time = end
    elif context.time.point and at.frame.moment is None:
        _settle_behind_stock(at, text)
    elif context.stock is not None and (_is_stock_again(at, text) or _is_balance(at, text)):
        context.time, context.stock, context.again = context.stock, None, True
    elif context.counted is not None and at.frame.moment is None and context.first and _PEOPLE.match(text):
        context.time = context.counted
    if context.first:
        context.opening = (_noun(text), context.time)
    context.first = False


def _settle_behind_stock(at: Situation, text: str) -> None:
    """Move on from the moment of a stock, for what flowed: till then, or over the year."""
    context = at.context
    fresh = context.first and not context.named and not context.parts
    flows = _flows(at, text)
    point = context.time
    last = context.last.time if context.last is not None and at.statement.joint == "，" else None
    goes_on = at.statement.joint == "；" or (last is not None and last == context.months)
    if flows and goes_on and _is_within_months(context):
        context.time = context.months or context.time
    elif (summed := yearly_times.summed(at, text, fresh)) is not None:
        context.time = summed
    elif ((fresh or _is_paid(at, text)) and flows) or (
        not (context.first and context.named) and _FLOWING.search(text)
    ):
        context.time = _flowing(context)
    if not context.time.point:
        context.stock = point


def _is_within_months(context: Context) -> bool:
    """Is the moment that a clause named the end of the months with which the paragraph began: 一季度 …，3 月末失业率 …；再就业 4 万人?"""
    months = context.months
    point = (context.time.period or "")[:_MONTH]
    running = months is not None and not (context.planned or context.paper.plan or point.endswith("-12"))
    return running and months is not None and (months.period or "").endswith(f"/{point}")


def _end_of_paper(context: Context) -> Time | None:
    """The last day of the months, or of the years, that a paper is of, where nothing has named another time."""
    span = context.time.period or ""
    if span != context.paper.default or context.planned or context.mood == "ahead" or "/" not in span:
        return None
    last = span.rpartition("/")[2]
    day = f"{last}-12-31" if last.isdigit() else last_day(last)
    return Time(day, True) if day and last[:1].isdigit() else None


def _noun(text: str) -> str:
    """The last two characters of what a figure is of."""
    return subjects.without_copula(text)[-2:]


def _of_cohort(at: Situation) -> Time | None:
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


def _summed_before(at: Situation) -> Time | None:
    """The years with which a sentence began, for what is added up behind their last: 到 2036 年突破 420 亿元；累计 3 万人."""
    point, span = at.context.time, at.context.before
    ended = point.point and is_span(span.period) and year_of(span.period) == year_of(point.period)
    if at.frame.moment is not None or at.statement.joint != "；" or not ended:
        return None
    text = at.squeezed.folded[at.frame.begin : at.statement.quantities[0].start]
    return span if "累计" in text or "年均" in text else None


def _beside(at: Situation) -> Time | None:
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
        return yearly_times.is_deed_of_ended(at, text)
    return unled and text.startswith((*prose_words().paid, "为") if at.context.again else prose_words().paid)


def _is_stock_again(at: Situation, text: str) -> bool:
    """Does a sentence that names no time tell what there is, behind one of what flowed until then?"""
    begins = at.frame.moment is None and at.context.first and not at.context.parts
    return begins and bool(_STOCK.search(text)) and not _flows(at, text)


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
        or yearly_times.is_yearly(subjects.without_copula(text))
    )


def _flowing(context: Context) -> Time:
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


def _settle_years(at: Situation) -> None:
    """Listed times that 分别 gives a figure each stay a list; else the figure is of all of them together."""
    context = at.context
    context.years = context.years or _each_year(at) or _same_years(at)
    if context.years and at.statement.joint != ENUMERATION and measured.run(at) != len(context.years):
        line = at.squeezed.line(at.statement.start)
        first, last = (_plain(one) for one in (context.years[0], context.years[-1]))
        span = Time(f"{first.partition('/')[0]}/{last.rpartition('/')[2]}", False, line)
        if (at.frame.parts or context.planned) and within(span.period or "", context.time.period):
            context.before, context.passing = context.time, True
        context.time = span
        context.years, context.named = (), True
    elif context.years and at.statement.joint != ENUMERATION:
        context.listed_years = context.years


def _same_years(at: Situation) -> tuple[str, ...]:
    """The years that were listed before, where as many figures of something else follow: 2031年、2032年分别立案 30 件、40 件，涉及 50 人、60 人."""
    years = at.context.listed_years
    if not years or at.frame.moment is not None or at.statement.joint not in ("，", "；"):
        return ()
    words = at.words(at.frame.begin, at.statement.quantities[0].start)
    alike = measured.run(at) == len(years) and not comparisons.distributed(words, len(years))
    return years if alike and not _changes_before(at) else ()


def _each_year(at: Situation) -> tuple[str, ...]:
    """The years of a span of which 分别 gives each a figure: 2031 年至 2033 年 … 分别为 3 亿元、4 亿元和 5 亿元."""
    told = _YEARS.fullmatch(at.context.time.period or "") if at.context.named else None
    if told is None or at.statement.joint == ENUMERATION or _changes_before(at):
        return ()
    years = tuple(str(year) for year in range(int(told["first"]), int(told["last"]) + 1))
    words = at.words(at.frame.begin, at.statement.quantities[0].start)
    spreads = comparisons.is_spread(words) and measured.run(at) == len(years) > 1
    return years if spreads and not comparisons.distributed(words, len(years)) else ()


def _changes_before(at: Situation) -> bool:
    """Does a statement tell how figures of the whole span have changed, each: 查处 186 件、追回 3 万元，同比分别下降 …?"""
    last = at.context.last if at.context.stated else None
    if last is None or last.time.period != at.context.time.period:
        return False
    first = at.statement.quantities[0].start
    change = comparisons.change(at.squeezed.folded, at.frame.begin, first)
    return change is not None and change.start == at.frame.begin


def _plain(period: str) -> str:
    """A listed time without the day that ends its year."""
    if len(period) == _WHOLE_DAY:
        return period[:4] if period.endswith("-12-31") else period[:7]
    return period


def dated(at: Situation, reading: Reading) -> Reading:
    """The reading in its own of the times that are listed."""
    years = at.context.years
    if not years:
        return reading
    at.context.years = years[1:]
    time = Time(years[0], len(years[0]) == _WHOLE_DAY, at.squeezed.line(at.statement.start))
    return msgspec.structs.replace(reading, time=time)
