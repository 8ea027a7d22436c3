"""Which time the words of a statement name for what stands behind them, and how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import moods, standards, year_so_far
from hrss_tui.compile.prose.clauses import Statement
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.paper_period import BULLETIN, NEWS
from hrss_tui.compile.prose.periods import Moment, moments
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.stretches import year_of
from hrss_tui.compile.prose.subjects import is_aim, without_copula
from hrss_tui.compile.prose.tails import BOUNDS
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words

_WORDS = statement_words()
_BEGUN = rf"(?:{re.any_of(_WORDS.deeds.begun)})了?"
_FOUNDED = re.compile(r"[\u3400-\u9fff“”]{0,12}?" + _BEGUN)
"""去年 6 月投产，用工 412 人: when a firm began is not when it has so many workers; 2033 年经济平稳运行 began nothing."""
_WILL_BEGIN = re.compile(
    r"将[于在](?P<year>20\d{2})年(?:年?[底初内中]|\d{1,2}月(?:份|底)?)?(?:前|正式|全面|建成)?" + _BEGUN + "$"
)
_LEARNT = re.compile(
    rf"，?(?:本报|本网|本台)?记者[\u3400-\u9fff]{{0,4}}(?:从|在|走进|来到|走访|探访|采访)|，?笔者(?:从|在)|，[\u3400-\u9fff]{{0,24}}(?:召开|举行)[\u3400-\u9fff]{{0,24}}(?:{re.any_of(_WORDS.topics.briefings)})"
    rf"|，?[\u3400-\u9fff]{{2,24}}(?:发布|公布|印发)了?《[^》]{{2,60}}(?:{re.any_of(_WORDS.topics.publications)})》"
    r"|，?(?:[\u3400-\u9fff]{0,12}主持)?召开[\u3400-\u9fff（）()]{0,16}会议?(?![\u3400-\u9fff]{0,6}\d)"
)
"""2 月 25 日，记者从省人社厅了解到; 统计局发布《…公报》; 召开常务会议研究部署: the day of the news, and not of what it tells."""
_PUBLISHED = re.compile(
    r"(?:发布|公布|印发)了?《(?:[^》]{0,24}?)(?P<year>(?:19|20)\d{2})年[^》]{2,40}(?:统计公报|统计公告)》"
)
"""发布《2033年…统计公报》: the year of which all is told that the bulletin says."""
_MONTH = re.compile(r"\d{4}-\d\d")
_FIRST_TOLD = re.compile(r"[^。；\d]{0,80}\d[^，。；]{0,24}")
_LEVEL_OF = re.compile(r"(?P<year>\d{4})(?:-12-31)?")
"""A year, or its end."""
_ONLY_LEVEL = re.compile(r"[度末底]?(?:同期)?(?:则?为|是|仅为?|只有)?")
"""Between an earlier year and its figure, where the clause says nothing but that level: ，2032年为 5 亿元，年末结余 is of this year."""
_DEED = 6
"""Characters of the shortest deed that is told behind its month."""
_WHOLE_YEAR, _YEAR_ENDS, _OLD, _LATE = "全年", ("年末", "年底"), "07", "11"
_AHEAD = re.compile(re.any_of(_WORDS.aims.ahead))
"""Words with which 全年 is a year that is not over yet, or any year."""
_GOES_ON = re.compile(r"[^。；]{0,120}?(?:现已|目前|截至|截止|迄今|至今|今年以来)")
"""全年开展 200 场，现已举办 30 场: the year runs."""
_THAT_YEAR = "当年"
_OWN_YEAR = ("本年度", "本年", "今年", _THAT_YEAR)
_BUYS = re.compile(r"(?:我?部门|本?单位|我局|本局)?(?:预算|计划|拟|预计|将|安排)")
_AIMS = re.compile(
    r"(?:今年|明年|来年|(?:20\d{2}年?[至到—–\-~])?20\d{2}年)(?:度)?的?[\u3400-\u9fff]{0,16}(?:目标|任务|指标)(?:任务)?(?:是|为|如下)?$"
)
_ENFORCED = re.compile(
    rf"(?:(?:以上|上述|新|调整后的?)标准|[均统一并且已]{{1,3}})?(?:自|从)?[^，。；：]{{3,16}}起(?:正式|开始|统一|全面)?(?:{re.any_of(_WORDS.deeds.enforced)})"
)
_NEXT = re.compile(r"(?:下一步|下步|下阶段|下一阶段|接下来|今后)(?:的?工作(?:中|里)?)?")
"""下一步，计划新建 12 个: no more in the months of which was told."""
_DEEDS = re.compile(
    rf"(?:做|抓|办|采取|推出|开展|实施|落实|出台)了?(?:以下|如下)?[\u3400-\u9fff]{{0,6}}(?:{re.any_of(_WORDS.topics.measures)})$"
)
"""我们做了三件事： opens what was done."""
_DECIDED = re.compile(rf"，?[^，。；\d]{{0,30}}?(?:{re.any_of(_WORDS.deeds.decided)})")
"""2031年初，县人大批准的支出: decided on that day, for the year."""
_YEAR_END, _FRESH = "-12-31", 2
"""Months up to which news is of a day that it names without its year."""
_STOP = re.compile("[。；]")
_TILL = re.compile(r"(?:截[至止]|(?:^|[，。；])[到至])[^。；]{1,60}$")
_TELLER, _FAR = 40, 80
"""Characters before a time among which stands who tells of it."""
EXTREME = re.compile(r"(?:最[高低多少大小好]|居首|次之|其次|垫底)")
"""2 月最少: in which part of a time something was most or least."""


def take(squeezed: Squeezed, framed: Frame, context: Context) -> None:
    """The time that a statement names, and the year of 全年 behind it; that of an aim alone ends with its sentence."""
    published = _PUBLISHED.search(squeezed.folded, framed.statement.start, framed.statement.end)
    if published is not None and not framed.statement.quantities:
        context.time = Time(published["year"], False, squeezed.line(framed.statement.start))
        news = context.paper.kind in ("article", "other") and context.last is None
        context.base_time = context.time if news else context.base_time
        return
    if _tells_event(squeezed, framed):
        return
    if framed.moment is None and (told := _told_in_passing(squeezed, framed, context)) is not None:
        context.before, context.passing = context.time, True
        context.time, context.named = told, context.named or bool(framed.statement.quantities)
        return
    if framed.moment is None and _NEXT.fullmatch(
        squeezed.folded, framed.statement.start, framed.statement.end
    ):
        context.time, context.passing = context.base_time, False
    within = framed.parts or _tells_extreme(squeezed, framed)
    framed = year_so_far.settled(squeezed, framed, context)
    framed = _of_own_year(squeezed, _of_last_year(squeezed, framed, context), context)
    framed = _of_day_of_news(squeezed, framed, context)
    none = any(each(squeezed, framed, context) for each in (_to_come, _is_said_again, _is_year_so_far))
    framed = msgspec.structs.replace(framed, moment=None) if none else framed
    back = _looks_back(framed, context) or _is_limited(framed) or _tells_deed_of_month(framed, context)
    back = back or _tells_reason(squeezed, framed)
    counted = context.time
    _set(squeezed, framed, context, within)
    moment = framed.moment
    if counted.point and counted.period == f"{context.time.period}{_YEAR_END}":
        context.counted = counted
    since = moment is not None and moment.since and (moment.period or "").endswith("/..")
    context.passing = context.passing or back or (since and context.paper.kind == BULLETIN)
    context.apart = context.apart or (moment is not None and squeezed.folded.startswith("，", moment.end))
    if _is_of_budget(squeezed, framed, context):
        context.time = Time(str(context.paper.now))
    elif framed.leads and moment is not None and moment.point and (moment.period or "").endswith("-01-01"):
        year = Time((moment.period or "")[:4], False, context.time.line)
        context.before, context.passing = year, True  # what there was then is of no sentence behind it
        context.time = year if _DECIDED.match(squeezed.folded, moment.end) else context.time
    context.ground = _builds_on(squeezed, framed)
    context.shifted = context.shifted or context.ground
    foresees = _only_foresees(squeezed, framed)
    context.expected = context.expected or foresees
    if _only_aims(squeezed, framed) or foresees:
        context.passing = context.time.period is not None
    elif framed.leads and framed.moment is not None and _tells_year(framed.moment, context):
        before = _is_of_year_before(framed.moment, context, beside=_stands_beside(framed))
        beside = (
            before
            and _stands_beside(framed)
            and _ONLY_LEVEL.fullmatch(squeezed.folded, framed.moment.end, framed.first)
        )
        context.lent = 0 if beside else (context.here or -1) if before else 0
        context.here = context.here if beside else year_of(framed.moment.period)
    elif framed.opened is not None and _tells_year(framed.opened, context):
        context.here = year_of(framed.opened.period)
    context.led = context.led or (framed.leads and _begins(squeezed, framed.statement))


def _begins(squeezed: Squeezed, statement: Statement) -> bool:
    """Does a statement begin its sentence, or stand behind no more than who tells what it says: 规划提出，到 2035 年，…?"""
    if not statement.joint:
        return True
    before = squeezed.folded[max(0, statement.start - _TELLER) : statement.start].rstrip("，：")
    before = _STOP.split(before)[-1]
    return "，" not in before and (moods.tells_plan(before) or moods.says(before))


def _of_last_year(squeezed: Squeezed, framed: Frame, context: Context) -> Frame:
    """全年 and 年末 at the head of what is told as done, in the news of a day before the year is over, are of the year before."""
    moment, day = framed.moment, context.paper.date or ""
    if moment is None or not framed.leads or moment.named or not (moment.period and day):
        return framed
    if moment.period[:4] != day[:4] or context.time.period == str(context.here) == day[:4]:
        return framed  # 2033 年基金收入 9 亿元，年末滚存结余 7 亿元: of the year that is named
    folded, start = squeezed.folded, framed.statement.start
    word = folded[moment.start : moment.end]
    ended = word in _YEAR_ENDS and day[5:7] < _OLD and not folded.startswith(prose_words().verbs, moment.end)
    whole = (word == _WHOLE_YEAR or ended) and context.paper.kind in NEWS
    unplanned = not (context.planned or context.mood == "ahead" or context.paper.plan or context.paper.report)
    told = folded[start : framed.first] if framed.statement.quantities else ""
    told = folded[start : _end_of_told(squeezed, framed)] if ended else told
    bounded = any(one.operator in BOUNDS for one in framed.statement.quantities)
    runs = (
        bounded or context.ahead_of == day[:4] or bool(_AHEAD.search(told) or _GOES_ON.match(folded, start))
    )
    if not (whole and unplanned and told and day[5:7] < _LATE) or runs:
        return framed
    last = f"{int(day[:4]) - 1}{moment.period[4:]}"
    return msgspec.structs.replace(framed, moment=msgspec.structs.replace(moment, period=last))


def _to_come(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Are the years of 五年间 those of a plan, and not the last ones?"""
    ahead = context.planned or context.mood == "ahead" or context.paper.plan
    return (
        bool(ahead)
        and framed.moment is not None
        and squeezed.folded.endswith("年间", framed.moment.start, framed.moment.end)
    )


def _is_said_again(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Is a year no more than that of the day up to which is told: 截至11月底，今年我市新增就业 5 万人?"""
    moment, told = framed.moment, context.time.period or ""
    start = framed.statement.start
    behind = context.named and context.time.point and not context.stated
    behind = behind and bool(_TILL.search(squeezed.folded, max(0, start - _FAR), start))
    return behind and moment is not None and framed.leads and told[:4] == moment.period != told


def _of_day_of_news(squeezed: Squeezed, framed: Frame, context: Context) -> Frame:
    """截至9月20日 behind what there was at the end of the year before, in news of the 25th, is of the year of the news."""
    moment, day = framed.moment, context.paper.date or ""
    period = moment.period if moment is not None and moment.point else None
    said = moment is not None and squeezed.folded.find("年", moment.start, moment.end) >= 0
    if moment is None or period is None or said or len(period) != len(day) or context.paper.kind not in NEWS:
        return framed
    near = f"{day[:5]}{period[5:]}"
    close = near <= day and (int(day[5:7]) - int(near[5:7])) <= _FRESH
    if not (close and int(period[:4]) == int(day[:4]) - 1):
        return framed
    return msgspec.structs.replace(framed, moment=msgspec.structs.replace(moment, period=near))


def _of_own_year(squeezed: Squeezed, framed: Frame, context: Context) -> Frame:
    """本年末 right behind what was told of the end of 2030 is another end: that of the year behind it, if the paper is of that.

    So is 本年收入 behind the 收入 of that year, which 本年 would else name again.
    """
    moment, last, here = framed.moment, context.last, year_of(context.time.period)
    beside = framed.statement.joint in ("，", "；") or not framed.statement.joint
    if moment is None or last is None or here is None or moment.named or not beside:
        return framed
    folded = squeezed.folded
    own = folded[moment.start : moment.end].lstrip("截至止到").startswith("本年")
    if not own or moment.period is None or not last.time.period == context.time.period == moment.period:
        return framed
    words = without_copula(folded[moment.end : framed.first])
    again = bool(words) and framed.statement.joint != "" and last.subject.text.endswith(words)
    if not (moment.point or again):
        return framed
    year = context.paper.clock.year
    period = f"{here + 1}{moment.period[4:]}" if year == here + 1 else None
    return msgspec.structs.replace(
        framed, moment=msgspec.structs.replace(moment, period=period, vague=period is None)
    )


def _builds_on(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement name a time only for what the next one builds on: 在去年新建 12 个的基础上，再建 8 个?

    A time before 在 is not what is built on: 2033 年全市经济在提质增效的基础上，增长 8%.
    """
    start, end, moment = framed.statement.start, framed.statement.end, framed.moment
    if moment is None or not squeezed.folded.endswith("基础上", start, end):
        return False
    return squeezed.folded.find("在", moment.end, end) < 0


def _told_in_passing(squeezed: Squeezed, framed: Frame, context: Context) -> Time | None:
    """The time of a statement that names none, for itself alone: of what will begin, of announced aims, of what has come together."""
    ahead = _begins_in(squeezed, framed)
    if ahead is not None:
        return Time(ahead, False, squeezed.line(framed.statement.start))
    return _aimed_for(squeezed, framed, context) or year_so_far.added(squeezed, framed, context)


def _begins_in(squeezed: Squeezed, framed: Frame) -> str | None:
    """The year in which something will begin of which a statement without figures tells: 二期将于 2034 年投产."""
    start, end = framed.statement.start, framed.statement.end
    if framed.statement.quantities or squeezed.folded.find("将", start, end) < 0:
        return None
    told = _WILL_BEGIN.search(squeezed.folded, start, end)
    return told["year"] if told else None


def _aimed_for(squeezed: Squeezed, framed: Frame, context: Context) -> Time | None:
    """The year of the aims that a statement without figures announces, whoever announces them: 人社局还公布了明年就业目标：."""
    start, end = framed.statement.start, framed.statement.end
    told = None if framed.statement.quantities else _AIMS.search(squeezed.folded, start, end)
    if told is None or framed.statement.close != "：":
        return None
    found = moments(squeezed.folded, told.start(), end, context.clock)
    return Time(found[0].period, False, squeezed.line(start)) if len(found) == 1 and found[0].period else None


def _set(squeezed: Squeezed, framed: Frame, context: Context, within: bool) -> None:
    """Take over the time of a statement; 去年同期 before a comma holds to the end of its sentence, not for one figure."""
    moment, statement = framed.moment, framed.statement
    context.set_time(moment, squeezed.line(statement.start), framed.leads, within)
    alone = moment is not None and moment.earlier and not moment.vague and moment.end == statement.end
    if alone and not statement.quantities and context.shifted:
        context.passing, context.shifted = True, False


def _is_year_so_far(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Is 当年 the year whose first months are told: 2033年1—10月 …；当年签约项目开工率 84%?"""
    moment = framed.moment
    told = moment is not None and squeezed.folded[moment.start : moment.end] == _THAT_YEAR
    return moment is not None and told and (context.time.period or "").startswith(f"{moment.period}-01/")


def _is_limited(framed: Frame) -> bool:
    """Does a statement within a sentence say by when something has to be done: 2033 年前完成 6 家."""
    moment = framed.moment
    return moment is not None and moment.limit and framed.leads and framed.statement.joint == "，"


def _is_of_budget(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Is 本年度 the year of a budget, though what there was at the end of the year before has been told: 本年度拟购置?"""
    moment, eve = framed.moment, context.paper.now
    if moment is None or eve is None or not context.paper.budget or not context.before.point:
        return False
    told = (
        squeezed.folded[moment.start : moment.end] in _OWN_YEAR
        and context.before.period == f"{eve - 1}-12-31"
    )
    return told and bool(_BUYS.match(squeezed.folded, moment.end))


def _end_of_told(squeezed: Squeezed, framed: Frame) -> int:
    """Where the first thing ends that a time is told of, which may stand behind its comma: 年末，失业率将控制在 4% 以内."""
    end = framed.statement.end
    behind = None if framed.statement.quantities else _FIRST_TOLD.match(squeezed.folded, end)
    return behind.end() if behind else end


def _looks_back(framed: Frame, context: Context) -> bool:
    """Does a statement within a sentence go back to a month of a year before that of the text, for itself alone?"""
    moment, own = framed.moment, year_of(context.base_time.period)
    inside = moment is not None and framed.leads and framed.statement.joint == "，"
    told = moment.period or "" if moment is not None and inside else ""
    return bool(_MONTH.fullmatch(told)) and own is not None and int(told[:4]) < own


def _tells_deed_of_month(framed: Frame, context: Context) -> bool:
    """Does a statement without figures within a sentence say what was done in a month of the year: 11 月对两所小学实施营养餐?"""
    moment, statement = framed.moment, framed.statement
    told = moment.period or "" if moment is not None and framed.leads and statement.joint == "，" else ""
    deed = moment is not None and not statement.quantities and statement.end - moment.end >= _DEED
    return deed and bool(_MONTH.fullmatch(told)) and told[:4] == (context.time.period or "")[:4]


def _tells_reason(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement without figures only say why what stands before it was so: 增加 81 万元，主要是 2032 年提高了比例?"""
    moment, statement = framed.moment, framed.statement
    inside = moment is not None and moment.named and statement.joint == "，" and not statement.quantities
    return inside and squeezed.folded.startswith(prose_words().reasons, statement.start)


def _tells_extreme(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement tell in which part of a time something was most or least: 2 月最少?"""
    moment, statement = framed.moment, framed.statement
    return moment is not None and bool(statement.joint) and bool(EXTREME.match(squeezed.folded, moment.end))


def _tells_event(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement without figures say when something began (去年 6 月投产), or on what day it was told?"""
    moment, statement = framed.moment, framed.statement
    if moment is None or statement.quantities or not framed.leads:
        return False
    if _FOUNDED.fullmatch(squeezed.folded, moment.end, statement.end):
        return True
    whole_day = moment.point and squeezed.folded.endswith("日", moment.start, moment.end)
    return whole_day and bool(_LEARNT.match(squeezed.folded, moment.end))


def _tells_year(moment: Moment, context: Context) -> bool:
    """Does a leading time say of which year 全年 and 年末 behind it are: a year that is written, or 去年?"""
    return moment.named or (moment.period is not None and year_of(moment.period) != context.clock.year)


def _only_aims(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement say the year for which that is aimed at which was told before it: 5.2 万人，2035 年目标为 6 万人?"""
    told = framed.leads and framed.statement.joint and framed.statement.quantities
    return bool(told) and is_aim(squeezed.shown[framed.begin : framed.first])


def _only_foresees(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement in a sentence of some months say what is expected of the year: 3.4 万人，预计全年达 3.7 万人?"""
    lead = squeezed.folded[framed.statement.start : framed.begin]
    return bool(framed.statement.joint) and framed.moment is not None and lead.startswith(("预计", "预期"))


def of_months(context: Context) -> bool:
    """Was some months of a year told of before what is expected of all of it?"""
    return "/" in (context.before.period or "") and (context.before.period or "")[:4] == context.time.period


def words_beside(squeezed: Squeezed, framed: Frame) -> str:
    """The words before those of a statement itself, without the time it leads with (自启动“…计划”以来 plans nothing)."""
    start, moment = framed.statement.start, framed.moment
    if not framed.leads or moment is None or moment.start < start:
        return squeezed.folded[start : framed.begin]
    return squeezed.folded[start : moment.start] + squeezed.folded[moment.end : framed.begin]


def _is_of_year_before(moment: Moment, context: Context, beside: bool) -> bool:
    """Is it the year before that of a bulletin, or one told `beside` this year's figure: no year of what follows its sentence?"""
    own = (context.here if beside else None) or year_of(context.base_time.period)
    told = context.paper.kind == BULLETIN or (beside and not context.paper.plan)
    level = _LEVEL_OF.fullmatch(moment.period or "")
    return told and own is not None and level is not None and level["year"] == str(own - 1)


def _stands_beside(framed: Frame) -> bool:
    """Does a statement only tell the level of another year within a sentence: 支出 600 万元，上年为 500 万元?"""
    return framed.statement.joint == "，" and bool(framed.statement.quantities)


def behind_deeds(squeezed: Squeezed, statement: Statement, context: Context) -> None:
    """What was done is not of the day on which something was counted (截至 8 月 20 日，…。我们做了三件事：…), and what was promised is none."""
    if moods.pledges(squeezed.folded[statement.start : statement.end]):
        context.planned, context.time = context.planned or "目标", standards.year_aimed(context.time)
    own, base = year_of(context.time.period), year_of(context.base_time.period)
    opens = (
        statement.close == "：" and not statement.quantities and context.time.point and base in (None, own)
    )
    if opens and _DEEDS.search(squeezed.folded, statement.start, statement.end):
        context.time = context.base_time


def enforced(
    squeezed: Squeezed, statement: Statement, context: Context, readings: Sequence[Reading]
) -> list[Reading]:
    """What a sentence sets, in force from the day that it names last: 标准为 2200 元、2000 元，自 7 月 1 日起执行."""
    start, end = statement.start, statement.end
    if statement.quantities or not readings or not _ENFORCED.fullmatch(squeezed.folded, start, end):
        return list(readings)
    days = [one for one in moments(squeezed.folded, start, end, context.clock) if one.since and one.period]
    if not days:
        return list(readings)
    since = Time(days[-1].period, False, squeezed.line(start), since=True)
    return [_in_force(one, since) for one in readings]


def _in_force(reading: Reading, since: Time) -> Reading:
    """A level in money that has no time of its own, with the day from which on it is paid."""
    level = reading.change is None and not reading.share and reading.quantity.base_unit.startswith("元")
    return msgspec.structs.replace(reading, time=since) if level and reading.time.line is None else reading
