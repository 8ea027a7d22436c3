"""Two figures of one clause that are measured by each other, and when each was.

From … to …, by so much to …, so much more than …, so much of a task.
"""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, several, subjects
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.earlier import opening as earlier_levels
from hrss_tui.compile.prose.measured import antecedent, changed
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.tails import RATIOS
from hrss_tui.compile.prose.times import moments, periods
from hrss_tui.compile.prose.times.stretches import SPAN, is_span, same_before, same_in
from hrss_tui.compile.prose.told import Awaited, Time
from hrss_tui.reference import fold_label
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.spending import at_stage
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()

PAIR = 2
_SAID = 60
"""Characters before a pair in which the years it spans are written out: 五年来 begins with no year of its own."""
_SWAY = re.compile(
    rf"(?:{re.any_of(_TURNS.manner.swaying)}){{1,3}}(?:{re.any_of(_TURNS.change.went)})(?:态势|趋势)?$"
)
"""抚养比持续下降，由 2.8 降至 2.3: what fell, without that it fell."""
_HAS = re.compile(
    rf"(?P<who>[\u3400-\u9fff]{{2,16}})的(?P<what>[\u3400-\u9fff]{{0,16}}(?:{re.any_of(_THINGS.money.had)}))"
)
_EARLIER = re.compile(
    rf"^(?:(?:上|去|前)一?年度?(?:年?[末底]|期末|同期)?|(?:今|本|当)?年初|期初|(?:{re.any_of(_TURNS.time.earlier)})(?=的|$))时?的?"
)
_COMPARED = re.compile(r"(?:相比较?|对比|比较)[，,]?")
_WITH = re.compile(
    r"(?P<mark>[与和跟]|同(?![期月]))(?P<when>(?:[^，。；与同和跟]|同(?=[期月])){0,12}[年月末底季度期]初?)的?$"
)
"""与 2032 年的 3.9 万元相比，增加 0.3 万元: an earlier level beside the present one."""
_NAMED_AGAIN = re.compile(
    r"(?P<mark>[比较与同和跟])(?P<when>(?:[上去前]一?年|(?:19|20)\d{2}年)度?(?:同期|[末底])?)的?(?P<again>[^，。；\d]{2,30}?)(?:为|的)?$"
)
"""与 2032 年度培训支出 3.9 万元相比: the earlier level with the name that has just been told."""
_DONE = re.compile(r"(?:实际|已)?完成|实绩|实际")
"""比 2034 年实际完成的 5.36 万人减少: what came of an aim then, beside the aim of now."""
_PLANNED = re.compile(
    rf"(?:{re.any_of(_THINGS.money.edition)}|调整后?|批复|部门|单位){{0,2}}的?(?:支出|收入)?预算(?:安排)?(?:金额|总额|数)?"
)


def pair(at: Situation) -> list[Reading]:
    """从 2020 年的 A 提高至 2024 年的 B: two levels; [] where the statement is no such pair."""
    if len(at.statement.quantities) != PAIR:
        return []
    first, second = at.statement.quantities
    folded = at.squeezed.folded
    start = comparisons.origin(folded, at.frame.begin, first.start)
    rise = comparisons.rise(folded, first.end, second.start)
    if start is None or rise is None:
        return []
    named = Named(at.words(at.frame.begin, start), at.squeezed.line(at.frame.begin))
    of = antecedent(at, named.text, at.frame.begin)
    of = of if named.text else Named(_SWAY.sub("", of.text) or of.text, of.line)
    if named.text and at.context.whole is not None and at.context.whole.text.endswith(prose_words().measures):
        of = subjects.joined(at.context.whole, of)
    of = _of_measure_before(at, of) if named.text else of
    when = _first_time(at, start)
    before = _EARLIER.sub("", at.words(start + 1, first.start)).removeprefix("的")
    later, after = _second(at, start, rise.end(), second.start)
    when, later = _as_pair_before(at, when, later)
    if not at.context.reason:
        at.context.head = at.context.main = at.context.base = at.context.member = of
        at.context.recent = (*at.context.recent, of)
        at.context.stated, at.context.unit = True, second.base_unit
        at.context.phrase, at.context.against = "", None
    whence = Named(of.text + folded[start] + before, of.line)
    whither = Named(of.text + rise["rise"] + (after or before), of.line)
    earlier = made(at, first, whence, of.text, when)
    found = [
        msgspec.structs.replace(earlier, planned=False, done=True),
        made(at, second, whither, of.text, later),
    ]
    if at.frame.moment is not None and at.frame.moment.start > start:
        at.context.time = at.context.before
    at.context.risen = at.context.risen or (at.context.named and is_span(at.context.time.period))
    return found


def _of_measure_before(at: Situation, of: Named) -> Named:
    """Another of those that have the measure of the pair before: 中小企业的返还比例由 60% 提至 90%，大企业由 30% 提至 50%."""
    head = at.context.head if at.context.stated and at.statement.joint == "，" else None
    match = _HAS.fullmatch(head.text) if head is not None else None
    alike = match is not None and of.text[-2:] == match["who"][-2:] and of.text != match["who"]
    return Named(f"{of.text}的{match['what']}", of.line) if match is not None and alike else of


def _as_pair_before(at: Situation, when: Time, later: Time) -> tuple[Time, Time]:
    """The times of a pair: those of the pair before it in the sentence, where it names none of its own."""
    context = at.context
    if when.period is None and at.frame.moment is None and context.pair is not None:
        when, later = context.pair
    context.pair = (when, later) if when.period and later.period else None
    return when, later


def steps(at: Situation) -> list[Reading]:
    """由 2030 年的 A、2032 年的 B 提高到（2034 年的）C: the first level, the others being awaited; [] where there are no such."""
    folded, found = at.squeezed.folded, at.statement.quantities
    start = comparisons.origin(folded, at.frame.begin, found[0].start)
    following = at.later[0] if at.later else None
    if start is None or len(found) != 1 or following is None or following.joint != ENUMERATION:
        return []
    two = following.quantities
    risen = comparisons.rise(folded, two[0].end, two[1].start) if len(two) == PAIR else None
    if risen is None:
        return []
    clock, line = at.context.clock, at.squeezed.line(at.statement.start)
    times = [
        moments.moments(folded, low, one.start, clock)
        for low, one in ((start, found[0]), (following.start, two[0]), (risen.end(), two[1]))
    ]
    *named, last = times
    if not all(named) or any(each[-1].period is None for each in times if each):
        return []
    whens = [Time(each[-1].period, each[-1].point, line) for each in times if each]
    inner = at.frame.moment is not None and at.frame.moment.start > start
    now = _end_of(at.context.before if inner else at.context.time)
    whens += [] if last else [now]  # 从 2030 年的 A、2032 年的 B 提高到 C
    of = antecedent(at, at.words(at.frame.begin, start), at.frame.begin)
    whence, whither = Named(of.text + folded[start], of.line), Named(of.text + risen["rise"], of.line)
    at.context.awaited = (Awaited(whence, of.text, whens[1]), Awaited(whither, of.text, whens[2]))
    return [made(at, found[0], whence, of.text, whens[0])]


def pairs(at: Situation) -> list[Reading]:
    """The first level of several pairs that 分别 tells at once; [] where it tells none."""
    if before := earlier_levels(at):
        return before
    start = comparisons.origin(at.squeezed.folded, at.frame.begin, at.statement.quantities[0].start)
    listed = at.later and at.later[0].joint == ENUMERATION
    if start is None or not (listed or at.statement.quantities[0].part):
        return []
    earlier, moment = _first_time(at, start), at.frame.moment
    if moment is not None and moment.start > start:
        at.context.time = _end_of(at.context.before)
    return several.opening(at, earlier)


def raised(at: Situation) -> list[Reading]:
    """提高 20 元至 265 元: by how much, and the level that was reached; else []."""
    if len(at.statement.quantities) != PAIR:
        return []
    first, second = at.statement.quantities
    folded = at.squeezed.folded
    change = comparisons.change(folded, at.frame.begin, first.start)
    between = folded[first.end : second.start]
    if (
        second.ranged
        or change is None
        or between not in ("至", "到", "达到")
        or not (first.base_unit == second.base_unit or first.base_unit in RATIOS)
    ):
        return []
    grown = changed(at, first, change, at.frame.begin)
    reached = Named(grown.measure + change.verb + between, grown.subject.line)
    return [grown, made(at, second, reached, grown.measure)]


def exceeded(at: Situation) -> list[Reading]:
    """比 2020 年的 A 增加 B: the level it was at that time, and by how much it changed; else []."""
    if len(at.statement.quantities) != PAIR:
        return []
    first, second = at.statement.quantities
    folded = at.squeezed.folded
    base, end = comparisons.earlier_level(folded, at.frame.begin, first.start), first.end
    if beside := _COMPARED.match(folded, first.end, second.start):
        base, end = _WITH.search(folded, at.frame.begin, first.start), beside.end()
    change = comparisons.change(folded, end, second.start) or comparisons.listed(folded, end, second.start)
    again = _NAMED_AGAIN.search(folded, at.frame.begin, first.start) if base is None else None
    base = base or again
    if base is None or change is None or change.phrase or change.start != end:
        return []
    of = antecedent(at, at.words(at.frame.begin, base.start()), at.frame.begin)
    if not of.text or (again and not fold_label(of.text).endswith(fold_label(again["again"]))):
        return []
    phrase = at.squeezed.shown[base.start() : base.end("when") if again else first.start]
    phrase += "相比" if again and beside else ""
    before = _level_before(at, of, base)
    after = made(at, second, Named(of.text + phrase + change.verb, of.line), of.text)
    context = at.context
    context.head, context.stated, context.unit = of, True, first.base_unit
    context.phrase, context.against = base["mark"] + base["when"], base["when"]
    return [
        before,
        msgspec.structs.replace(
            after, measure_unit=first.base_unit, change=change.direction, against=base["when"]
        ),
    ]


_NO_CHANGE = re.compile(
    r"(?:基本|大体)?(?:持平|一致|相同|不变|没有(?:增减)?变化|无(?:增减)?(?:变化|变动)|无增减)"
)


def unchanged(at: Situation) -> list[Reading]:
    """较年初预算数 0 万元无增减变化: the level of which nothing has changed; else []."""
    folded, found = at.squeezed.folded, at.statement.quantities
    base = comparisons.earlier_level(folded, at.frame.begin, found[0].start)
    if base is None or len(found) != 1 or not _NO_CHANGE.fullmatch(folded, found[0].end, at.statement.end):
        return []
    of = antecedent(at, at.words(at.frame.begin, base.start()), at.frame.begin)
    return [_level_before(at, of, base)] if of.text else []


def measured_by(at: Situation) -> list[Reading]:
    """较年初预算 41 万元，短收 6 万元: the level that the change behind it is against; else []."""
    folded, first = at.squeezed.folded, at.statement.quantities[0]
    base = comparisons.earlier_level(folded, at.frame.begin, first.start)
    behind = at.later[0] if at.later else None
    if base is None or behind is None or behind.joint != "，" or len(at.statement.quantities) != 1:
        return []
    second = behind.quantities[0] if behind.quantities else None
    if second is None or second.base_unit != first.base_unit or first.end != at.statement.end:
        return []
    found = comparisons.change(folded, behind.start, second.start)
    bare = found is not None and found.start == behind.start and not found.phrase
    if not bare and comparisons.alone(folded, behind.start, second.start) is None:
        return []
    of = antecedent(at, at.words(at.frame.begin, base.start()), at.frame.begin)
    if not of.text:
        return []
    context = at.context
    context.head, context.stated, context.unit = of, True, first.base_unit
    context.phrase, context.against = base["mark"] + base["when"], base["when"]
    return [_level_before(at, of, base)]


def _level_before(at: Situation, of: Named, base: re.Match[str]) -> Reading:
    """The level that a change is against: of an earlier time, or what was budgeted."""
    first, planned = at.statement.quantities[0], _PLANNED.fullmatch(base["when"])
    when = at.context.time if planned else base_time(at, base.start("when"), first.start)
    text = at_stage(of.text, base["when"])
    text = of.text + base["when"] if planned and text == of.text else text
    text = subjects.without_aim(text) if _DONE.search(base["when"]) else text
    level = made(at, first, Named(text, of.line), of.text if planned else text, when)
    return msgspec.structs.replace(level, planned=False, done=True)


def base_time(at: Situation, start: int, end: int) -> Time:
    """When a level was that another is measured against; not said where no year can be told."""
    found = moments.moments(at.squeezed.folded, start, end, at.context.clock)
    now = at.context.time
    if found and found[-1].earlier and now.period:
        year = found[-1].period
        same = same_in(now.period, year) if year else same_before(now.period)
        return Time(same, now.point, at.squeezed.line(start))
    if found:
        return Time(found[-1].period, found[-1].point, at.squeezed.line(start))
    earlier = periods.year_before(at.squeezed.folded[start:end], at.context.time.period)
    return Time(*earlier, at.context.time.line) if earlier else Time(None)


def _first_time(at: Situation, start: int) -> Time:
    """The time of the first figure: named behind 从, else not said."""
    moment = at.frame.moment
    if moment is not None and moment.start > start:
        return at.context.time
    folded, first = at.squeezed.folded, at.statement.quantities[0].start
    earlier = periods.year_before(folded[start + 1 : first], at.context.time.period)
    if earlier is None:
        years = SPAN.fullmatch(at.context.time.period or "") if at.context.named else None
        written = years and folded.find(years["first"], max(0, start - _SAID), start) >= 0
        return Time(years["first"], False, at.context.time.line) if years and written else Time(None)
    if not earlier[1]:
        at.context.time = at.context.time.as_span()  # a year against a year is no moment
    return Time(*earlier, at.context.time.line)


def _second(at: Situation, origin: int, start: int, end: int) -> tuple[Time, str]:
    """Time and remaining words of the second figure: that of 从 2015 年的 is the first one's alone."""
    found = moments.moments(at.squeezed.folded, start, end, at.context.clock)
    drop = [(moment.start, moment.end) for moment in found]
    words = subjects.kept(at.squeezed, start, end, drop).removeprefix("的")
    if found and not found[-1].reset:
        return Time(found[-1].period, found[-1].point, at.squeezed.line(start)), words
    inner = at.frame.moment is not None and at.frame.moment.start > origin
    ahead = moments.moments(at.squeezed.folded, at.statement.start, origin, at.context.clock) if inner else []
    if ahead and ahead[-1].period is not None:
        return Time(ahead[-1].period, ahead[-1].point, at.squeezed.line(at.statement.start)), words
    return _end_of(at.context.before if inner else at.context.time), words


def _end_of(time: Time) -> Time:
    """The last year of a span: what was reached in it, from a year that is named."""
    years = SPAN.fullmatch(time.period or "")
    return Time(years["last"], False, time.line) if years else time
