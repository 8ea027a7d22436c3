"""Which time the words of a statement name for what stands behind them, and how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import moods, standards
from hrss_tui.compile.prose.clauses import ENUMERATION, Statement
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.paper_period import BULLETIN, NEWS
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import without_copula
from hrss_tui.compile.prose.tails import BOUNDS
from hrss_tui.compile.prose.times.clock import Moment
from hrss_tui.compile.prose.times.moments import moments
from hrss_tui.compile.prose.times.patterns import OF_BEFORE
from hrss_tui.compile.prose.times.stretches import year_of
from hrss_tui.compile.prose.told import Time
from hrss_tui.compile.prose.when import so_far, taking, uses
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns

_TURNS = turns()
_WORDS = statement_words()
_PUBLISHED = re.compile(
    r"(?:发布|公布|印发)了?《(?:[^》]{0,24}?)(?P<year>(?:19|20)\d{2})年[^》]{2,40}(?:统计公报|统计公告)》"
)
"""发布《2033年…统计公报》: the year of which all is told that the bulletin says."""
_FIRST_TOLD = re.compile(r"[^。；\d]{0,80}\d[^，。；]{0,24}")
_LEVEL_OF = re.compile(r"(?P<year>\d{4})(?:-12-31)?")
_PART_OF = re.compile(r"(?P<year>\d{4})(?:-\d\d(?:-\d\d)?)?(?:/(?P=year)-\d\d)?")
"""A year, or its end; and any part of one."""
_ONLY_LEVEL = re.compile(r"[度末底]?(?:同期)?(?:则?为|是|仅为?|只有)?")
"""Between an earlier year and its figure, where the clause says nothing but that level: ，2032年为 5 亿元，年末结余 is of this year."""
_WHOLE_YEAR, _YEAR_ENDS, _OLD, _LATE = "全年", ("年末", "年底"), "07", "11"
_AHEAD = re.compile(re.any_of(_WORDS.aims.ahead))
"""Words with which 全年 is a year that is not over yet, or any year."""
_GOES_ON = re.compile(rf"[^。；]{{0,120}}?(?:{re.any_of(_TURNS.time.goes_on)})")
"""全年开展 200 场，现已举办 30 场: the year runs."""
_AIMS = re.compile(
    r"(?:今年|明年|来年|(?:20\d{2}年?[至到—–\-~])?20\d{2}年)(?:度)?的?[\u3400-\u9fff]{0,16}(?:目标|任务|指标)(?:任务)?(?:是|为|如下)?$"
)
_ENFORCED = re.compile(
    rf"(?:(?:以上|上述|新|调整后的?)标准|[均统一并且已]{{1,3}})?(?:自|从)?[^，。；：]{{3,16}}起(?:正式|开始|统一|全面)?(?:{re.any_of(_WORDS.deeds.enforced)})"
)
_NEXT = re.compile(rf"(?:{re.any_of(_TURNS.told.next)})(?:的?工作(?:中|里)?)?")
"""下一步，计划新建 12 个: no more in the months of which was told."""
_DEEDS = re.compile(
    rf"(?:{re.any_of(_TURNS.told.next_deeds)})了?(?:以下|如下)?[\u3400-\u9fff]{{0,6}}(?:{re.any_of(_WORDS.topics.measures)})$"
)
"""我们做了三件事： opens what was done."""
_DECIDED = re.compile(rf"，?[^，。；\d]{{0,30}}?(?:{re.any_of(_WORDS.deeds.decided)})")
"""2031年初，县人大批准的支出: decided on that day, for the year."""
_YEAR_END, _FRESH = "-12-31", 2
"""Months up to which news is of a day that it names without its year."""


def take(squeezed: Squeezed, framed: Frame, context: Context) -> None:
    """The time that a statement names, and the year of 全年 behind it; that of an aim alone ends with its sentence."""
    published = _PUBLISHED.search(squeezed.folded, framed.statement.start, framed.statement.end)
    if published is not None and not framed.statement.quantities:
        context.time = Time(published["year"], False, squeezed.line(framed.statement.start))
        news = context.paper.kind in ("article", "other") and context.last is None
        context.base_time = context.time if news else context.base_time
        return
    if context.based is not None and framed.statement.joint != ENUMERATION:
        context.time, context.based = context.based, None
    based = context.time if uses.is_of_base(squeezed, framed) else context.based
    if uses.tells_event(squeezed, framed) or uses.tells_condition(squeezed, framed):
        return
    if (told := _told_in_passing(squeezed, framed, context)) is not None:
        context.before, context.passing = context.time, True
        context.time, context.named = told, context.named or bool(framed.statement.quantities)
        return
    if framed.moment is None and _NEXT.fullmatch(
        squeezed.folded, framed.statement.start, framed.statement.end
    ):
        context.time, context.passing = context.base_time, False
    within = framed.parts or uses.tells_extreme(squeezed, framed)
    framed = _settled(squeezed, framed, context)
    back = (
        uses.looks_back(framed, context)
        or uses.is_limited(framed)
        or uses.tells_deed_of_month(framed, context)
        or uses.tells_reason(squeezed, framed)
        or uses.is_of_event(squeezed, framed)
    )
    counted = context.time
    _set(squeezed, framed, context, within)
    context.based = based
    moment = framed.moment
    if uses.is_repealed(squeezed, framed):
        context.based, context.time = counted, Time(None) if moment is None else context.time
    if counted.point and counted.period == f"{context.time.period}{_YEAR_END}":
        context.counted = counted
    since = moment is not None and moment.since and (moment.period or "").endswith("/..")
    context.passing = context.passing or back or (since and context.paper.kind == BULLETIN)
    context.apart = context.apart or (moment is not None and squeezed.folded.startswith("，", moment.end))
    if uses.is_of_budget(squeezed, framed, context):
        context.time = Time(str(context.paper.now))
    elif framed.leads and moment is not None and moment.point and (moment.period or "").endswith("-01-01"):
        year = Time((moment.period or "")[:4], False, context.time.line)
        context.before, context.passing = year, True  # what there was then is of no sentence behind it
        context.time = year if _DECIDED.match(squeezed.folded, moment.end) else context.time
    context.ground = uses.builds_on(squeezed, framed)
    context.shifted = context.shifted or context.ground
    _lean(squeezed, framed, context)
    context.led = context.led or (framed.leads and uses.begins(squeezed, framed.statement))


def _settled(squeezed: Squeezed, framed: Frame, context: Context) -> Frame:
    """The statement with the time that its words mean where it stands: of another year, or none at all."""
    framed = so_far.settled(squeezed, framed, context)
    framed = _of_own_year(squeezed, _of_last_year(squeezed, framed, context), context)
    framed = _of_day_of_news(squeezed, framed, context)
    none = any(
        each(squeezed, framed, context) for each in (uses.to_come, uses.is_said_again, uses.is_year_so_far)
    )
    return msgspec.structs.replace(framed, moment=None) if none else framed


def _lean(squeezed: Squeezed, framed: Frame, context: Context) -> None:
    """The year on which 全年 and 年末 lean behind a statement; that of an aim or a forecast passes with it."""
    foresees = uses.only_foresees(squeezed, framed)
    context.expected = context.expected or foresees
    if uses.only_aims(squeezed, framed) or foresees:
        context.passing = context.time.period is not None
    elif framed.leads and framed.moment is not None and _tells_year(framed.moment, context):
        before = _is_of_year_before(framed.moment, context, beside=uses.stands_beside(framed))
        beside = (
            before
            and uses.stands_beside(framed)
            and _ONLY_LEVEL.fullmatch(squeezed.folded, framed.moment.end, framed.first)
        )
        kept = bool(beside) or squeezed.folded.startswith(OF_BEFORE, framed.moment.start)
        context.lent = 0 if kept else (context.here or -1) if before else 0
        context.here = context.here if kept else year_of(framed.moment.period)
    elif framed.opened is not None and _tells_year(framed.opened, context):
        context.here = year_of(framed.opened.period)


def _of_last_year(squeezed: Squeezed, framed: Frame, context: Context) -> Frame:
    """全年 and 年末 at the head of what is told as done, in the news of a day before the year is over, are of the year before."""
    moment, day = framed.moment, context.paper.date or ""
    if moment is None or not framed.leads or moment.named or not (moment.period and day):
        return framed
    if moment.period[:4] != day[:4] or context.time.period == str(context.here) == day[:4]:
        return framed  # 2033 年基金收入 9 亿元，年末滚存结余 7 亿元: of the year that is named
    if day[5:7] == "01" and context.paper.default == day[:4]:
        return framed  # news of January that speaks of no other year than the one that has begun
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


def _told_in_passing(squeezed: Squeezed, framed: Frame, context: Context) -> Time | None:
    """The time of a statement that names none, for itself alone: of what will begin, of announced aims, of what has come together."""
    if framed.moment is not None:
        return so_far.added(squeezed, framed, context)
    ahead = uses.begins_in(squeezed, framed)
    if ahead is not None:
        return Time(ahead, False, squeezed.line(framed.statement.start))
    return _aimed_for(squeezed, framed, context) or so_far.added(squeezed, framed, context)


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
    taking.take(context, moment, squeezed.line(statement.start), framed.leads, within)
    alone = moment is not None and moment.earlier and not moment.vague and moment.end == statement.end
    if alone and not statement.quantities and context.shifted:
        context.passing, context.shifted = True, False


def _end_of_told(squeezed: Squeezed, framed: Frame) -> int:
    """Where the first thing ends that a time is told of, which may stand behind its comma: 年末，失业率将控制在 4% 以内."""
    end = framed.statement.end
    behind = None if framed.statement.quantities else _FIRST_TOLD.match(squeezed.folded, end)
    return behind.end() if behind else end


def _tells_year(moment: Moment, context: Context) -> bool:
    """Does a leading time say of which year 全年 and 年末 behind it are: a year that is written, or 去年?"""
    return moment.named or (moment.period is not None and year_of(moment.period) != context.clock.year)


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
    level = (_PART_OF if beside else _LEVEL_OF).fullmatch(moment.period or "")
    return told and own is not None and level is not None and level["year"] == str(own - 1)


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
    level = level and not _is_whence(reading)
    return msgspec.structs.replace(reading, time=since) if level and reading.time.line is None else reading


def _is_whence(reading: Reading) -> bool:
    """Is a level the one from which another rose (由 780 元提高至 810 元)? From that day on it is paid no more."""
    return reading.subject.text.removeprefix(reading.measure).startswith(("由", "从"))
