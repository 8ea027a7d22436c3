"""Figures measured against a target or an average: 低于 4.5% 的控制目标 0.9 个百分点, 比 5 万人的任务多 6000 人."""

from __future__ import annotations

from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import distribution, subjects
from hrss_tui.compile.prose.clauses import ENUMERATION, Statement
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import SEAM, Named
from hrss_tui.compile.prose.tails import POINTS, RATIOS
from hrss_tui.compile.prose.times.stretches import SPAN, is_span, year_of
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import figure_words

_TURNS = turns()
_WORDS = statement_words().standards
_PAIR = 2
_REACH = 40
"""Characters before a figure within which a standard is named."""
_STANDARD = rf"(?:{re.any_of(_WORDS.names)})(?:任务|目标|指标)?(?:数|值)?"
_AVERAGE = rf"(?:{re.any_of(_WORDS.averages)})"
_SIDES = re.any_of(_WORDS.sides)
_HELD = rf"{re.any_of(_WORDS.held)}|(?<![\u3400-\u9fff])在"
"""稳定在 5.5% 左右的调控目标范围之内, ，在 4% 的控制目标范围内."""
_MUCH = rf"(?:{re.any_of(_TURNS.manner.much)}){{0,2}}"
_BETWEEN = re.compile(
    rf"的?(?P<aim>[^，。；：、\d]{{0,10}}?{_STANDARD})(?:的)?(?:还|尚|仍){{0,2}}(?P<more>{_SIDES})?(?:了|出)?"
)
_NAMED_AHEAD = re.compile(rf"(?:还|尚|仍){{0,2}}(?P<more>{_SIDES})(?:了|出)?")
"""比年度目标 4.5% 低 0.9 个百分点: the standard is named before its value."""
_OF_YEAR = r"(?:(?:19|20)\d{2}年度?)?"
_ONE_OF = re.compile(rf"(?<![不未])(?:{re.any_of(_WORDS.bounded)})[^，。；：、\d]{{0,14}}?{_STANDARD}的$")
"""不超过最低工资标准的 90% is a bound of the figure, and nothing that is outdone."""
_OUTDONE = re.compile(rf"(?P<verb>{re.any_of(_WORDS.outdone)})(?P<aim>[\u3400-\u9fff]{{2,14}})(?:约|近)?$")
"""期望月薪 3042 元，高出招聘薪酬 429 元: by how much, whatever it is measured against."""
_THAN = re.compile(
    rf"(?<![不未])(?P<verb>{re.any_of(_WORDS.than)})(?P<aim>{_OF_YEAR}(?!的)[\u3400-\u9fff“”]{{1,13}}[^的\d，。；]|(?:19|20)\d{{2}}年度?)(?:约|近)?$"
)
"""月薪 7642 元，高于招聘月薪 456 元; 增速快于外出农民工 3.9 个百分点: by how much, if it is in points or small beside the figure itself."""
_HALF = 2
_MEANS = re.compile(rf"{_AVERAGE}$")
_IS_STANDARD = re.compile(rf"{_STANDARD}$")
_BEHIND = re.compile(
    rf"[”’」]?的?(?P<aim>[^，。；：、\d]{{0,10}}?{_STANDARD})(?:(?:以|之)?内|(?:范围|区间)(?:之?内)?)?(?:[还要更]{{0,2}}[低高多少])?"
)
_SET_AHEAD = re.compile(rf"[^，。；：、\d]{{0,6}}?(?:{re.any_of(_TURNS.aims.set_ahead)})的")
_ENDS = re.compile(r"(?:以|之)?内|以下|以上|左右|")
_AIM = "目标"
"""Around a target of which it is only said who set it, or when; and what it is called."""
_FULFILLED = re.compile(
    rf"(?:(?:比[\u3400-\u9fff]{{2,6}})?提前(?:[一二两三四五六半\d]{{1,2}}个?(?:季度|月|年|天))?|{re.any_of(_TURNS.manner.fulfilled_of)}){{0,3}}(?:完成|实现|达到)了?(?:(?P<year>(?:19|20)\d{{2}})年度?)?[^，。；：、\d]{{0,14}}?[“‘「]?"
)
"""提前两个月完成全年 2 万人的目标任务, 超额完成原定的 900 万人以上的目标: before the task."""
_OTHER_WHOLE = re.compile(
    rf"(?:[和及]|以及)?(?P<whole>[\u3400-\u9fff“”]{{1,14}}?(?:{re.any_of(_TURNS.aims.whole_of)})(?:任务|目标)?(?:数|值)?)的?"
)
_WORD = 2
"""Characters of the noun of a growth: 涨幅, 增速."""
_ROUGH = ("~", ">=")
"""Said behind a value, not by the verb that measures against it: 5.5% 左右, 900 万人以上."""
_CONTROLLED = re.compile(re.any_of(_WORDS.kept_low))


class _Distance(msgspec.Struct, frozen=True):
    """How a distance is printed without its figure, from what, and the verb that says to which side."""

    phrase: str
    aim: str
    verb: str


@cache
def _verbs() -> str:
    return re.longest_of(prose_words().standard_verbs)


@cache
def _two() -> re.Pattern[str]:
    """比 4.5% 的目标低 0.9 个百分点: before the first of two figures."""
    return re.compile(
        rf"{_MUCH}(?P<verb>(?<![不未])(?:{_verbs()})|比|较|距离?|离)(?P<when>\d{{4}}年(?:底|末)?)?(?P<whose>[^，。；：、\d]{{0,8}})$"
    )


@cache
def _one() -> re.Pattern[str]:
    """低于全省平均水平 3.5 个月: before a figure alone."""
    return re.compile(
        rf"(?<![不未])(?P<verb>{_verbs()}|超(?![额出过]))(?P<aim>{_OF_YEAR}[^，。；：、\d]{{0,14}}?(?:{_STANDARD}|{_AVERAGE}))(?:约|近)?$"
    )


@cache
def _against() -> re.Pattern[str]:
    """控制在 3.5% 的目标以内, 优于 5.5% 的预期目标: before a value that is named behind."""
    return re.compile(
        rf"{_MUCH}(?P<verb>{_HELD}|(?<![不未])(?:{_verbs()})|比)(?P<whose>[^，。；：、\d]{{0,8}}?)[“‘「]?$"
    )


@cache
def _within() -> re.Pattern[str]:
    """控制在年度目标 4.5% 以内, but of 最低工资标准的 90% the standard is the whole."""
    return re.compile(
        rf"(?:均|都|保持|稳定)?(?P<verb>控制在|{_verbs()}|{re.any_of(_TURNS.change.within)})(?P<aim>[^，。；：、\d]{{0,10}}?{_STANDARD})(?:(?<!标准)的)?"
    )


def against_standard(at: Situation, antecedent: Named, low: int) -> list[Reading]:
    """The readings of a statement that measures its figure against a standard; [] where it does not.

    `antecedent` is what the statement is about and `low` where its own words begin. A target named with its value is a
    reading of its own.
    """
    found = at.statement.quantities
    if len(found) == _PAIR:
        return _both(at, found[0], found[1], antecedent)
    if len(found) == 1:
        return (
            _fulfilled(at, found[0], antecedent)
            or _set_ahead(at, found[0], antecedent)
            or _named_behind(at, found[0], antecedent)
            or _distance(at, found[0], antecedent)
            or _bound(at, found[0], antecedent, low)
        )
    return []


def begins(at: Situation) -> int | None:
    """Where the words of the comparison begin in a statement that is measured against a standard."""
    folded, first = at.squeezed.folded, at.statement.quantities[0]
    low = max(at.frame.begin, first.at - _REACH)
    for pattern, end in (
        (_two(), first.at),
        (_one(), first.start),
        (_OUTDONE, first.start),
        (_against(), first.at),
    ):
        if match := pattern.search(folded, low, end):
            return match.start()
    than = _THAN.search(folded, low, first.start)
    if than is not None and _is_small(at, first):
        return than.start()
    within = _within().match(folded, at.frame.begin, first.start)
    return within.start() if within else at.frame.begin if _is_fulfilled(at, first) else None


def is_unsure(at: Situation) -> bool:
    """May a percentage be how much more, or how much of a plan: 新增就业 6 万人，超过省下达计划的 19%? Nobody can say surely."""
    first, last = at.statement.quantities[0], at.context.last
    if first.base_unit != "%" or last is None or last.quantity.base_unit in (*RATIOS, *POINTS):
        return False
    return bool(_ONE_OF.search(at.squeezed.folded, max(at.frame.begin, first.start - _REACH), first.start))


def _is_fulfilled(at: Situation, quantity: Quantity) -> bool:
    """Does a statement of its own say which task was fulfilled by what was told in the same unit just before?"""
    last = at.context.last
    same = last is not None and _plain(last.quantity) == _plain(quantity) and last.change is None
    alone = len(at.statement.quantities) == 1 and at.statement.joint == "，"
    return same and alone and bool(_FULFILLED.fullmatch(at.squeezed.folded, at.frame.begin, quantity.at))


def _both(at: Situation, first: Quantity, second: Quantity, of: Named) -> list[Reading]:
    """低于 4.5% 的年度控制目标 0.9 个百分点: the target, and how far from it."""
    folded = at.squeezed.folded
    named = _two().search(folded, max(at.frame.begin, first.at - _REACH), first.at)
    between = _BETWEEN.fullmatch(folded, first.end, second.start)
    if named is not None and _IS_STANDARD.search(named["whose"]):
        between = _NAMED_AHEAD.fullmatch(folded, first.end, second.start) or between
    if named is None or between is None:
        return []
    verb = between["more"] or named["verb"]
    if verb in ("比", "较", "距", "距离", "离"):
        return []
    aim = named["whose"] + between.groupdict().get("aim", "")
    phrase = named["verb"] + (named["when"] or "") + aim + (between["more"] or "")
    target = _target(at, first, of, aim)
    if named["when"] is not None:  # the year is that of the target alone
        last = at.context.last
        at.context.time = last.time if last is not None and at.statement.joint else at.context.before
    return [target, _differing(at, second, of, _Distance(phrase, aim, verb))]


def _named_behind(at: Situation, quantity: Quantity, of: Named) -> list[Reading]:
    """低于规划确定的 4.5% 控制目标, 优于 5.5% 左右的预期目标: the target alone, named behind its figure.

    Of two that 分别 measures against theirs the target is named behind the last: 分别优于 6% 和 5.5% 的预期目标.
    """
    folded, statement = at.squeezed.folded, at.statement
    named = _against().search(folded, max(at.frame.begin, quantity.at - _REACH), quantity.at)
    last = _listed_last(at)
    behind = _BEHIND.fullmatch(folded, last.quantities[0].end, last.end)
    if named is None or behind is None or (named["verb"] == "比" and behind.group()[-1] not in "低高多少"):
        return []
    if last is not statement and behind.start() == behind.start("aim"):
        return []
    if not named["whose"] and _own(at, named.start()):
        return []  # 失业率低于 4.5% 的控制目标: the level itself, as it was planned
    limit = not named["whose"] and quantity.operator in ("<", "<=")
    if limit and any(word in behind.group() for word in prose_words().planned_after):
        return []  # 失业率 3.9%，低于 4.5% 的控制目标: the bound is said by the verb, and that it is planned behind
    target = _target(at, quantity, of, named["whose"] + behind["aim"])
    held = (
        "<="
        if named["verb"].endswith(("在", "处于")) and target.quantity.operator == "="
        else target.quantity.operator
    )
    return [msgspec.structs.replace(target, quantity=msgspec.structs.replace(target.quantity, operator=held))]


def _set_ahead(at: Situation, quantity: Quantity, of: Named) -> list[Reading]:
    """控制在年初确定的 14 万人以内: the target alone, of which it is said that it was set."""
    low, end = max(at.frame.begin, quantity.at - _REACH), at.statement.end
    named = _against().search(at.squeezed.folded, low, quantity.at)
    last = at.context.last
    alike = last is not None and last.change is None and _plain(last.quantity) == _plain(quantity)
    if named is None or named["verb"] == "比" or not alike or not _SET_AHEAD.fullmatch(named["whose"]):
        return []
    if not _ENDS.fullmatch(at.squeezed.folded, quantity.end, end):
        return []
    limit = named["verb"] in _WORDS.held or named["verb"][0] in "低少小" or quantity.operator in ("<", "<=")
    target = _target(at, quantity, of, named["whose"].removesuffix("的") + _AIM)
    held = "<=" if limit and target.quantity.operator == "=" else target.quantity.operator
    return [msgspec.structs.replace(target, quantity=msgspec.structs.replace(target.quantity, operator=held))]


def _own(at: Situation, end: int) -> str:
    """The words of a statement before its comparison, without 分别."""
    return distribution.without_spread(at.words(at.frame.begin, end))


def _fulfilled(at: Situation, quantity: Quantity, of: Named) -> list[Reading]:
    """超额完成原定的 900 万人以上的目标: the target alone."""
    folded = at.squeezed.folded
    named = _FULFILLED.fullmatch(folded, at.frame.begin, quantity.at) if _is_fulfilled(at, quantity) else None
    behind = _BEHIND.fullmatch(folded, quantity.end, at.statement.end)
    if named is None or behind is None:
        return []
    words = at.words(at.frame.begin, quantity.at)
    named_so = words + behind.group().removeprefix("的" if words.endswith("的") else "")
    target = _target(at, quantity, of, SEAM + named_so)
    year = Time(named["year"], False, at.squeezed.line(at.frame.begin)) if named["year"] else target.time
    return [msgspec.structs.replace(target, time=year)]


def _listed_last(at: Situation) -> Statement:
    """The last of the bare figures that an enumeration lists behind the first; the statement itself where there is none."""
    last = at.statement
    for statement in at.later:
        first = statement.quantities[0].at if len(statement.quantities) == 1 else None
        if statement.joint != ENUMERATION or first != statement.start:
            break
        last = statement
    return last


def _distance(at: Situation, quantity: Quantity, of: Named) -> list[Reading]:
    """高于省定目标 2 个百分点: how far from a standard that is named without its value."""
    folded = at.squeezed.folded
    low, end = max(at.frame.begin, quantity.start - _REACH), quantity.start
    if _in_points(quantity) and folded.endswith("的", low, end):
        end -= 1  # 低于省定目标的 0.7 个百分点
    outdone = _OUTDONE.search(folded, low, end)
    named = outdone or _one().search(folded, low, end)
    if _is_small(at, quantity) and (named is None or not _in_unit_of(at, quantity, named)):
        named = _THAN.search(folded, low, end) or named
    if named is None or not (
        _in_points(quantity) or named.re.pattern == _THAN.pattern or _in_unit_of(at, quantity, named)
    ):
        return []
    return [_differing(at, quantity, of, _Distance(named.group(), named["aim"], named["verb"]))]


def _is_small(at: Situation, quantity: Quantity) -> bool:
    """Is a figure in points, or in the unit of the level before it and less than half of that: a distance, no level?"""
    last = at.context.last
    if _in_points(quantity) or last is None or not at.statement.joint:
        return _in_points(quantity)
    level = last.quantity if last.change is None and not last.share else None
    same = level is not None and _plain(level) == _plain(quantity) and quantity.base_unit not in RATIOS
    return same and level is not None and quantity.base_value * _HALF < level.base_value


def _plain(quantity: Quantity) -> str:
    """The unit without what it is per."""
    return quantity.base_unit.partition("/")[0]


def _in_points(quantity: Quantity) -> bool:
    return quantity.base_unit in POINTS


def _in_unit_of(at: Situation, quantity: Quantity, named: re.Match[str]) -> bool:
    """Is a figure in the unit of the one before measured against a mean, or said to be more than something: 低于全省平均水平 3.5 个月?"""
    last = at.context.last
    if quantity.base_unit == "%" and named["verb"] in _WORDS.beyond and not _MEANS.search(named["aim"]):
        return True  # 超年度目标 20%
    same = last is not None and last.quantity.base_unit == quantity.base_unit
    aimed = bool(_IS_STANDARD.search(named["aim"])) and _is_small(at, quantity)
    return same and (aimed or named.re.pattern == _OUTDONE.pattern or bool(_MEANS.search(named["aim"])))


def _bound(at: Situation, quantity: Quantity, of: Named, low: int) -> list[Reading]:
    """控制在年度目标 4.5% 以内: the target alone."""
    named = _within().fullmatch(at.squeezed.folded, low, quantity.start)
    return [_target(at, quantity, of, named["aim"])] if named else []


def _target(at: Situation, quantity: Quantity, of: Named, aim: str) -> Reading:
    """The target itself: of the year, reached from below where it is a limit."""
    year, grown = _years_summed(at) or year_aimed(at.context.time), _grown(at, quantity, of)
    if grown is not None:  # 涨幅为 2.5%，控制在 3.5% 的涨幅目标内
        of = Named(subjects.without_copula(grown.subject.text), of.line)
        aim = aim.removeprefix(of.text[-_WORD:])
    limited = _CONTROLLED.search(aim) or (quantity.base_unit in RATIOS and _CONTROLLED.search(of.text))
    limit = quantity.operator if quantity.operator in _ROUGH else "<=" if limited else "="
    aimed = msgspec.structs.replace(quantity, operator=limit)
    reading = made(at, aimed, Named(of.text + aim, of.line), of.text, year)
    if grown is not None:
        reading = msgspec.structs.replace(
            reading, change=grown.change, measure=grown.measure, measure_unit=grown.measure_unit
        )
    return msgspec.structs.replace(reading, planned=True, done=False, soft=False)


def _grown(at: Situation, quantity: Quantity, of: Named) -> Reading | None:
    """By how much that of which a target is had changed, where the target is one of that: 增长 6.2%，好于 6% 的预期目标."""
    last = at.context.last
    rated = (
        last is not None and quantity.base_unit in RATIOS and last.quantity.base_unit == quantity.base_unit
    )
    told = last is not None and last.change is not None and not last.share
    return last if rated and told and last is not None and last.subject.text.startswith(of.text) else None


def other_whole(folded: str, start: int, end: int) -> str:
    """The task of which a percentage that stands alone says how much is done too: 完成省定任务的 130%，市定任务的 127%; "" where none."""
    match = _OTHER_WHOLE.fullmatch(folded, start, end)
    return match["whole"] if match else ""


def year_aimed(when: Time) -> Time:
    """When a task is to be done of which a part is told: in the year; of years and months nothing is known."""
    if when.period and not is_span(when.period):
        return Time(when.period[:4], False, when.line)
    return Time(None) if when.period and "-" in when.period else when


def _years_summed(at: Situation) -> Time | None:
    """The years of a plan, of which what all of them add up to was aimed at: 十四五期间 …。截至 8 月底，累计新增 …，超额完成 …的目标."""
    folded, start, plan = at.squeezed.folded, at.statement.start, at.context.before
    plan = _whole_plan(plan)
    years, year = SPAN.fullmatch(plan.period or ""), year_of(at.context.time.period)
    summed = folded.find("累计", folded.rfind("。", 0, start) + 1, start) >= 0
    inside = years and year is not None and int(years["first"]) <= year <= int(years["last"])
    return plan if summed and inside else None


def _whole_plan(time: Time) -> Time:
    """All years of the plan that an open time (“十四五”以来) begins with; any other time is what it is."""
    first, _, last = (time.period or "").partition("/")
    plan = next((one for one in figure_words().plans if str(one.first) == first), None)
    return Time(f"{plan.first}/{plan.last}", False, time.line) if plan is not None and last == ".." else time


def _differing(at: Situation, quantity: Quantity, of: Named, told: _Distance) -> Reading:
    """How far a figure is from a standard; ahead of or behind a time table is no change."""
    reading = made(at, quantity, Named(of.text + told.phrase, of.line), of.text)
    change = None if "时" in told.aim else "increase" if told.verb.startswith(_WORDS.above) else "decrease"
    plain = msgspec.structs.replace(
        quantity, operator="=" if quantity.operator in "<>" else quantity.operator
    )
    unit = at.context.unit or quantity.base_unit
    return msgspec.structs.replace(
        reading, quantity=plain, measure_unit=unit, change=change, against=told.aim
    )
