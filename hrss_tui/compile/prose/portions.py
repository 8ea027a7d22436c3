"""A level beside the part of it that something is: 完成年度任务 1.8 万人的 70%, 占总投资 2340 万元的 39.3%."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import scopes, standards, subjects
from hrss_tui.compile.prose.clauses import BRACKET, ENUMERATION
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.measured import antecedent
from hrss_tui.compile.prose.paired import PAIR, base_time
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference import find_indicator
from hrss_tui.reference.place_scopes import of_own_word, own_word
from hrss_tui.reference.spending import at_stage
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()
_TASK = re.compile(
    r"(?P<done>(?:超额)?完成(?:了)?|占|为|达到?|相当于)(?P<task>[^，。；\d]{0,10}(?:任务|目标|计划)数?)(?:为|的)?$"
)
_BUDGET = re.compile(
    r"(?P<done>(?:超额)?完成(?:了)?|占)(?P<task>(?:年初|全年|当年|本年|年度?|调整后?|部门|收入|支出|批复的?){0,3}预算(?:安排)?数?)(?:为)?的?$"
)
"""完成年初预算 6000 万元的 98%: what was done of a budget."""
_NAMED = re.compile(r"(?P<task>[\u3400-\u9fff]{0,16}(?:任务|目标|计划)数?)(?:为|的)?")
_SET_FOR = re.compile(
    rf"(?P<task>(?:[省市县区州旗国]|国家|上级|自治区|本级|年初|全年|年度){{1,3}}[里级]?(?:{re.any_of(_TURNS.aims.set_at)})?的?(?:年度|全年)?(?:目标任务|任务|目标|计划)数?)(?:为|的)?"
)
"""A task of which only is said who set it: 完成市计划 2 万人的 105%，县计划 2.4 万人的 88%."""
_NEAR = 24
"""Readings around a whole that may tell of its part."""
_REACH = 24
"""Characters before a bracket that name the budget in it."""
_SET_BY = re.compile(
    r"按照?(?:不[低高少多]于|不超过)?(?P<when>上年度?|去年|前年|上一年度?|(?:19|20)\d{2}年度?|上年末|去年末)(?P<what>[^，。；\d]{0,14}?)(?:为)?$"
)
_SETS = re.compile(
    rf"的?(?:{re.any_of(_THINGS.money.levels_set)})?(?:进行|予以)?(?:{re.any_of(_TURNS.aims.sets)})"
)
"""按上年 1.9 万人次的 105% 安排: before and behind the two figures."""
_EARLY = re.compile(r"(?:比[\u3400-\u9fff]{2,6})?提前(?:[一二两三四五六半\d]{1,2}个?(?:季度|月|年|天))?$")
"""提前两个月完成全年 5 万人目标任务的 99%: when it was done is no name of what was."""
_FULFILLED = re.compile(
    rf"(?P<done>(?:超额)?完成(?:了)?|占|达到?|相当于)(?:全年|年度|(?:[省市县区州国]|国家|上级|自治区){{1,2}}[里级]?(?:{re.any_of(_TURNS.aims.set_at)})的?)?(?:的)?$"
)
_TIMES_OF = re.compile(
    r"(?P<verb>(?<![认作成分称因])为|(?<![但就还])是|占|相当于|达到?)(?P<when>(?:[去上前]一?年|(?:19|20)\d{2}年|“?十[一二三四五]五”?)(?:度|同期|时期|期间|[末底])?)(?P<what>[^，。；\d]{0,20}?)$"
)
"""是“十二五”时期 43 亿元的 1.9 倍: an earlier level, and how many times it is what was told before."""
_TASK_BEHIND = re.compile(r"(?:的)?(?P<task>(?:年度?|全年|本年|当年)?(?:计划|任务|目标)(?:任务|数)?)的")
"""完成 1.8 万人年计划的 70%: the task named behind its figure."""


def task(at: Situation) -> list[Reading]:
    """完成年度任务 1.8 万人的 70%: the task, which is one of the year, and how much of it is done; else []."""
    folded, found = at.squeezed.folded, at.statement.quantities
    if len(found) != PAIR or found[1].base_unit not in ("%", "倍"):
        return []
    if before := set_by(at) or times_of(at) or part_of(at):
        return before
    match = _TASK.search(folded, at.frame.begin, found[0].start)
    between = folded[found[0].end : found[1].start]
    if match is None and between == "的" and (listed := _another(at)):
        return listed
    if (
        match is None
        and between == "的"
        and (budget := _BUDGET.search(folded, at.frame.begin, found[0].start))
    ):
        return _of_budget(at, budget)
    if match is None or between != "的":
        match = _FULFILLED.search(folded, at.frame.begin, found[0].start)
        behind = _TASK_BEHIND.fullmatch(between)
        if match is None or behind is None:
            return []
        between = behind["task"]
    words = _EARLY.sub("", at.words(at.frame.begin, match.start()))
    of = antecedent(at, words, at.frame.begin)
    when = at.context.time
    year = standards.year_aimed(when)
    task = match["task"] if between == "的" else between
    return _aimed(at, of, match["done"], task, year)


def _aimed(at: Situation, of: Named, done: str, task: str, when: Time) -> list[Reading]:
    """The task of what is told, and how much of it is done."""
    aim, rate = at.statement.quantities
    planned = made(at, aim, Named(of.text + task, of.line), of.text, when)
    last = at.context.last
    then = last.time if last is not None and last.subject.text == of.text else None
    reached = made(at, rate, Named(of.text + done + task, of.line), of.text, then)
    return [
        msgspec.structs.replace(planned, planned=True, done=False, soft=False),
        msgspec.structs.replace(reached, against=task, share=True),
    ]


def _another(at: Situation) -> list[Reading]:
    """Another task of what was told, listed behind the first: 完成省下达任务 4.2 万人的 107%、市定任务 4.3 万人的 105%; else []."""
    last, first = at.context.last, at.statement.quantities[0]
    words = _SET_FOR if at.statement.joint == "，" else _NAMED
    match = words.fullmatch(at.squeezed.folded, at.frame.begin, first.start)
    told = last is not None and last.share and _NAMED.fullmatch(last.against or "")
    if match is None or last is None or not told or at.statement.joint not in ("，", ENUMERATION):
        return []
    of = Named(last.measure, at.squeezed.line(first.start))
    return _aimed(at, of, "完成", match["task"], standards.year_aimed(at.context.time))


def within(at: Situation) -> list[Reading]:
    """完成调整预算（32 亿元）的 94%: the budget in the bracket, which is no outcome; else []."""
    folded, start = at.squeezed.folded, at.statement.start
    match = (
        _BUDGET.search(folded, max(0, start - _REACH), start - 1) if at.statement.joint == BRACKET else None
    )
    behind = folded.startswith(")的", at.statement.end)
    if match is None or not behind or len(at.statement.quantities) != 1 or at.context.last is None:
        return []
    budget, last = at.statement.quantities[0], at.context.last
    of = last.measure.partition(match["done"] + match["task"])[
        0
    ]  # the rate behind the bracket is read before it
    return [made(at, budget, Named(_staged(of, match["task"]), last.subject.line), of)]


def _of_budget(at: Situation, match: re.Match[str]) -> list[Reading]:
    """The budget, and how much of it was done: 完成年初预算 6000 万元的 98%."""
    budget, rate = at.statement.quantities
    of = antecedent(at, at.words(at.frame.begin, match.start()), at.frame.begin)
    year = standards.year_aimed(at.context.time)  # also where it is done of in months
    planned = made(at, budget, Named(_staged(of.text, match["task"]), of.line), of.text, year)
    done = made(at, rate, Named(of.text + match["done"] + match["task"], of.line), of.text)
    return [planned, msgspec.structs.replace(done, against=match["task"], share=True)]


def _staged(of: str, task: str) -> str:
    """What is told at the stage that is named: 一般公共预算支出调整预算."""
    name = at_stage(of, task)
    return of + task if name == of else name


def _told_of(at: Situation, pattern: re.Pattern[str]) -> tuple[re.Match[str], Named] | None:
    """What leads to a level and to that which is told of it (43 亿元的 1.9 倍), with the name of what was told before."""
    found, folded = at.statement.quantities, at.squeezed.folded
    match = pattern.search(folded, at.frame.begin, found[0].start)
    if match is None or folded[found[0].end : found[1].start] != "的" or at.context.last is None:
        return None
    of = antecedent(at, at.words(at.frame.begin, match.start()), at.frame.begin)
    return (match, of) if of.text else None


def times_of(at: Situation) -> list[Reading]:
    """是“十二五”时期 43 亿元的 1.9 倍: the level of that time, and how many times it is the one before; else []."""
    told = _told_of(at, _TIMES_OF)
    if told is None:
        return []
    (match, of), found, context = told, at.statement.quantities, at.context
    when, of_when = match["when"] + match["what"], base_time(at, match.start("when"), match.end("when"))
    if at.frame.moment is not None and at.frame.moment.start >= match.start("when"):
        context.time = context.before  # the time that is named is that of the level
    level = made(at, found[0], Named(of.text + match["what"], of.line), of.text, of_when)
    times = made(at, found[1], Named(of.text + match["verb"] + when, of.line), of.text)
    return [
        msgspec.structs.replace(level, planned=False, done=True),
        msgspec.structs.replace(times, against=when, share=True),
    ]


_PART_OF = re.compile(
    r"(?:约|仅)?占(?:到)?(?P<what>[\u3400-\u9fff]{2,16}(?<!目标)(?<!任务)(?<!计划)(?<!指标)(?<![标务划]数))$"
)


def part_of(at: Situation) -> list[Reading]:
    """占预算总投资 2340 万元的 39.3%: the level that a share is of, and which part of it what was told before is; else []."""
    told = _told_of(at, _PART_OF)
    if told is None:
        return []
    (match, of), found = told, at.statement.quantities
    whole = _whole(at, match, of)
    part = made(at, found[1], Named(of.text + "占" + match["what"], of.line), of.text)
    return [whole, msgspec.structs.replace(part, against=match["what"], share=True)]


def _whole(at: Situation, match: re.Match[str], of: Named) -> Reading:
    """The level that a share is of; that of an area alone (占全国 1256 万人的 3.6%) is what was told before, in that area."""
    start, end = match.span("what")
    scope = scopes.leading_scope(at.squeezed.folded, start, end)
    if scope is None or not scope.cut:
        return made(at, at.statement.quantities[0], Named(match["what"], of.line), match["what"])
    rest = at.squeezed.shown[scope.end : end].removeprefix("的")
    name = Named(match["what"] if rest else of.text, of.line)
    reading = made(at, at.statement.quantities[0], name, rest or of.text)
    area = Named(at.squeezed.shown[scope.start : scope.end], at.squeezed.line(scope.start))
    return msgspec.structs.replace(reading, scope=area)


def apart(folded: str, readings: Sequence[Reading], place: str | None) -> list[Reading]:
    """No measure for what is told to be a part of the same in all of the place: 发放 1.2 亿元，占全市发放 9 亿元的 13%."""
    found = list(readings)
    for index, (whole, share) in enumerate(itertools.pairwise(readings)):
        told = share.share and share.subject.text == f"{share.measure}占{share.against}"
        told = told and folded[whole.quantity.end : share.quantity.start] == "的" and whole.time == share.time
        if not (told and share.measure and _is_own(whole.scope, place)) or whole.planned:
            continue
        of = find_indicator(whole.measure, whole.measure_unit)
        same = (
            share.measure.endswith(whole.measure) or find_indicator(share.measure, whole.measure_unit) == of
        )
        if of is None or not same:
            continue
        begin, end = folded.rfind("。", 0, whole.quantity.at), folded.find("。", whole.quantity.at)
        for near in range(max(0, index - _NEAR), min(len(found), index + _NEAR)):
            one = found[near]
            inside = begin < one.quantity.at and (end < 0 or one.quantity.at < end)
            if near != index and inside and one.measure == share.measure and _is_own(one.scope, place):
                found[near] = msgspec.structs.replace(one, measure="")
    return found


def _is_own(scope: Named | None, place: str | None) -> bool:
    """Is a figure of the place of the document: of no area, or of 全市 in that of a city?"""
    word = own_word(scope.text) if scope is not None else None
    return scope is None or (word is not None and of_own_word(word, place) == place)


def set_by(at: Situation) -> list[Reading]:
    """按上年培训 1.9 万人次的 105% 安排: the level of that year, and which part of it is set; else []."""
    found, folded = at.statement.quantities, at.squeezed.folded
    match = _SET_BY.search(folded, at.frame.begin, found[0].start)
    deed = _SETS.match(folded, found[1].end, at.statement.end)
    if match is None or deed is None or folded[found[0].end : found[1].start] != "的":
        return []
    of = antecedent(at, at.words(at.frame.begin, match.start()), at.frame.begin)
    name = subjects.without_aim(subjects.without_copula(of.text))
    what = match["what"]
    level = what if not name or what.startswith(name) or not what else name + subjects.SEAM + what
    before = made(
        at,
        found[0],
        Named(level or name, of.line),
        level or name,
        base_time(at, match.start("when"), match.end("when")),
    )
    if at.frame.moment is not None and at.frame.moment.start >= match.start("when"):
        at.context.time = at.context.before  # the year that is named is that of the level
    words = f"按{match['when']}{what}的{deed.group().lstrip('的')}"
    part = made(at, found[1], Named(of.text + words, of.line), of.text)
    return [
        msgspec.structs.replace(before, planned=False, done=True),
        msgspec.structs.replace(part, against=match["when"] + what, share=True, planned=True),
    ]
