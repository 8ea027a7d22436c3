"""For what a statement names a time, where it is not simply that of its figures: an event, a limit, an aim, a look back."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import moods
from hrss_tui.compile.prose.clauses import Statement
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import is_aim
from hrss_tui.compile.prose.times.moments import BASE_OF
from hrss_tui.compile.prose.times.stretches import year_of
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()
_WORDS = statement_words()
_BEGUN = rf"(?:{re.any_of(_WORDS.deeds.begun)})了?"
_FOUNDED = re.compile(r"[\u3400-\u9fff“”]{0,12}?" + _BEGUN)
"""去年 6 月投产，用工 412 人: when a firm began is not when it has so many workers; 2033 年经济平稳运行 began nothing."""
_WILL_BEGIN = re.compile(
    rf"将[于在](?P<year>20\d{{2}})年(?:年?[底初内中]|\d{{1,2}}月(?:份|底)?)?(?:{re.any_of(_TURNS.change.opened)})?"
    + _BEGUN
    + "$"
)
_LEARNT = re.compile(
    rf"，?(?:本报|本网|本台)?记者[\u3400-\u9fff]{{0,4}}(?:{re.any_of(_TURNS.told.visited)})|，?笔者(?:从|在)|，[\u3400-\u9fff]{{0,24}}(?:召开|举行)[\u3400-\u9fff]{{0,24}}(?:{re.any_of(_WORDS.topics.briefings)})"
    rf"|，?[\u3400-\u9fff]{{2,24}}(?:发布|公布|印发)了?《[^》]{{2,60}}(?:{re.any_of(_WORDS.topics.publications)})》"
    r"|，?(?:[\u3400-\u9fff]{0,12}主持)?召开[\u3400-\u9fff（）()]{0,16}会议?(?![\u3400-\u9fff]{0,6}\d)"
)
"""2 月 25 日，记者从省人社厅了解到; 统计局发布《…公报》; 召开常务会议研究部署: the day of the news, and not of what it tells."""
_MONTH = re.compile(r"\d{4}-\d\d")
_DEED = 6
"""Characters of the shortest deed that is told behind its month."""
_THAT_YEAR = "当年"
_OWN_YEAR = ("本年度", "本年", "今年", _THAT_YEAR)
_BUYS = re.compile(r"(?:我?部门|本?单位|我局|本局)?(?:预算|计划|拟|预计|将|安排)")
_STOP = re.compile("[。；]")
_TILL = re.compile(r"(?:截[至止]|(?:^|[，。；])[到至])[^。；]{1,60}$")
_TELLER, _FAR = 40, 80
"""Characters before a time among which stands who tells of it."""
_CONDITION = re.compile(
    r"(?:之?前|以前)?[^，。；：\d]{0,16}满\d{2,3}(?:周岁|岁)"
    rf"|(?<=前)(?:已|未)[^，。；：\d]{{2,40}}的(?:[\u3400-\u9fff]{{0,14}}(?:{re.any_of(_THINGS.who.insured)}))?(?=，|$|每[人月]|按)"
)
"""2032年12月31日前年满70周岁的, 2032年底前已退休的人员: for whom something is, and not when it is."""
_REPEALED = re.compile(
    rf"(?:原有?|原来|原先|此前|以前|调整前)的?[^，。；：\d原]{{0,16}}?(?:{re.any_of(_TURNS.time.held)})"
)
"""原月最低工资标准 2000 元同时废止: what was so before that which the sentence tells of, and is no more."""
EXTREME = re.compile(r"(?:最[高低多少大小好]|居首|次之|其次|垫底)")
"""2 月最少: in which part of a time something was most or least."""


def begins(squeezed: Squeezed, statement: Statement) -> bool:
    """Does a statement begin its sentence, or stand behind no more than who tells what it says: 规划提出，到 2035 年，…?"""
    if not statement.joint:
        return True
    before = squeezed.folded[max(0, statement.start - _TELLER) : statement.start].rstrip("，：")
    before = _STOP.split(before)[-1]
    return "，" not in before and (moods.tells_plan(before) or moods.says(before))


def to_come(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Are the years of 五年间 those of a plan, and not the last ones?"""
    ahead = context.planned or context.mood == "ahead" or context.paper.plan
    return (
        bool(ahead)
        and framed.moment is not None
        and squeezed.folded.endswith("年间", framed.moment.start, framed.moment.end)
    )


def is_said_again(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Is a year no more than that of the day up to which is told: 截至11月底，今年我市新增就业 5 万人?"""
    moment, told = framed.moment, context.time.period or ""
    start = framed.statement.start
    behind = context.named and context.time.point and not context.stated
    behind = behind and bool(_TILL.search(squeezed.folded, max(0, start - _FAR), start))
    return behind and moment is not None and framed.leads and told[:4] == moment.period != told


def builds_on(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement name a time only for what the next one builds on: 在去年新建 12 个的基础上，再建 8 个?

    A time before 在 is not what is built on: 2033 年全市经济在提质增效的基础上，增长 8%.
    """
    start, end, moment = framed.statement.start, framed.statement.end, framed.moment
    if moment is None or not squeezed.folded.endswith("基础上", start, end):
        return False
    return squeezed.folded.find("在", moment.end, end) < 0


_BY, _NEAR = re.compile(r"(?:按照?|依照?|参照|根据|以|为|是)$"), 3


def is_of_base(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement name a time only for that of which what it grants is so many parts or times?"""
    moment, folded = framed.moment, squeezed.folded
    if moment is None or not _BY.search(folded, max(0, moment.start - _NEAR), moment.start):
        return False
    return bool(BASE_OF.match(folded, moment.end))


def begins_in(squeezed: Squeezed, framed: Frame) -> str | None:
    """The year in which something will begin of which a statement without figures tells: 二期将于 2034 年投产."""
    start, end = framed.statement.start, framed.statement.end
    if framed.statement.quantities or squeezed.folded.find("将", start, end) < 0:
        return None
    told = _WILL_BEGIN.search(squeezed.folded, start, end)
    return told["year"] if told else None


def is_year_so_far(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Is 当年 the year whose first months are told: 2033年1—10月 …；当年签约项目开工率 84%?"""
    moment = framed.moment
    told = moment is not None and squeezed.folded[moment.start : moment.end] == _THAT_YEAR
    return moment is not None and told and (context.time.period or "").startswith(f"{moment.period}-01/")


def is_repealed(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement tell what was so before, beside that which now is: 原标准 1512 元同时废止?"""
    told = framed.statement.quantities and _REPEALED.match(squeezed.folded, framed.begin)
    return bool(told)


def is_limited(framed: Frame) -> bool:
    """Does a statement within a sentence say by when something has to be done: 2033 年前完成 6 家."""
    moment = framed.moment
    return moment is not None and moment.limit and framed.leads and framed.statement.joint == "，"


def is_of_budget(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Is 本年度 the year of a budget, though what there was at the end of the year before has been told: 本年度拟购置?"""
    moment, eve = framed.moment, context.paper.now
    if moment is None or eve is None or not context.paper.budget or not context.before.point:
        return False
    told = (
        squeezed.folded[moment.start : moment.end] in _OWN_YEAR
        and context.before.period == f"{eve - 1}-12-31"
    )
    return told and bool(_BUYS.match(squeezed.folded, moment.end))


def looks_back(framed: Frame, context: Context) -> bool:
    """Does a statement within a sentence go back to a month of a year before that of the text, for itself alone?"""
    moment, own = framed.moment, year_of(context.base_time.period)
    inside = moment is not None and framed.leads and framed.statement.joint == "，"
    told = moment.period or "" if moment is not None and inside else ""
    return bool(_MONTH.fullmatch(told)) and own is not None and int(told[:4]) < own


def tells_deed_of_month(framed: Frame, context: Context) -> bool:
    """Does a statement without figures within a sentence say what was done in a month of the year: 11 月对两所小学实施营养餐?"""
    moment, statement = framed.moment, framed.statement
    told = moment.period or "" if moment is not None and framed.leads and statement.joint == "，" else ""
    deed = moment is not None and not statement.quantities and statement.end - moment.end >= _DEED
    return deed and bool(_MONTH.fullmatch(told)) and told[:4] == (context.time.period or "")[:4]


def tells_reason(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement without figures only say why what stands before it was so: 增加 81 万元，主要是 2032 年提高了比例?"""
    moment, statement = framed.moment, framed.statement
    inside = moment is not None and moment.named and statement.joint == "，" and not statement.quantities
    return inside and squeezed.folded.startswith(prose_words().reasons, statement.start)


def tells_extreme(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement tell in which part of a time something was most or least: 2 月最少?"""
    moment, statement = framed.moment, framed.statement
    return moment is not None and bool(statement.joint) and bool(EXTREME.match(squeezed.folded, moment.end))


def tells_event(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement without figures say when something began (去年 6 月投产), or on what day it was told?"""
    moment, statement = framed.moment, framed.statement
    if moment is None or statement.quantities or not framed.leads:
        return False
    if _FOUNDED.fullmatch(squeezed.folded, moment.end, statement.end):
        return True
    whole_day = moment.point and squeezed.folded.endswith("日", moment.start, moment.end)
    return whole_day and bool(_LEARNT.match(squeezed.folded, moment.end))


def tells_condition(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement name a time by which one has to be so old, or retired, for what it grants?"""
    moment = framed.moment
    return moment is not None and bool(_CONDITION.match(squeezed.folded, moment.end))


def only_aims(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement say the year for which that is aimed at which was told before it: 5.2 万人，2035 年目标为 6 万人?"""
    told = framed.leads and framed.statement.joint and framed.statement.quantities
    return bool(told) and is_aim(squeezed.shown[framed.begin : framed.first])


def only_foresees(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement in a sentence of some months say what is expected of the year: 3.4 万人，预计全年达 3.7 万人?"""
    lead = squeezed.folded[framed.statement.start : framed.begin]
    return bool(framed.statement.joint) and framed.moment is not None and lead.startswith(("预计", "预期"))


def is_of_event(squeezed: Squeezed, framed: Frame) -> bool:
    """Does a statement name the time of an event alone, of which its sentence tells: 在2033年根治欠薪行动中，…?"""
    moment = framed.moment
    led = moment is not None and framed.leads and not framed.statement.quantities
    return led and moment is not None and squeezed.folded.endswith("在", 0, moment.start)


def stands_beside(framed: Frame) -> bool:
    """Does a statement only tell the level of another year within a sentence: 支出 600 万元，上年为 500 万元?"""
    return framed.statement.joint == "，" and bool(framed.statement.quantities)
