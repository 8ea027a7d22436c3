"""Two figures of one clause that are measured by each other, and when each was.

From … to …, by so much to …, so much more than …, so much of a task.
"""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, periods, several, standards, subjects
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.earlier import opening as earlier_levels
from hrss_tui.compile.prose.measured import antecedent, changed
from hrss_tui.compile.prose.situation import Situation, made
from hrss_tui.compile.prose.stretches import is_span, same_before
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.tails import RATIOS
from hrss_tui.compile.prose.told import Awaited, Time
from hrss_tui.reference import fold_label
from hrss_tui.reference.prose import prose_words

_PAIR = 2
_SAID = 60
"""Characters before a pair in which the years it spans are written out: 五年来 begins with no year of its own."""
_SWAY = re.compile(
    r"(?:持续|不断|稳步|明显|逐步|进一步|连续|有所|大幅|显著|稳中有|快速|逐年){1,3}(?:下降|提高|上升|增长|增加|减少|扩大|提升|降低|改善|优化|升|降)(?:态势|趋势)?$"
)
"""抚养比持续下降，由 2.8 降至 2.3: what fell, without that it fell."""
_HAS = re.compile(
    r"(?P<who>[\u3400-\u9fff]{2,16})的(?P<what>[\u3400-\u9fff]{0,16}(?:比例|标准|费率|额度|待遇))"
)
_EARLIER = re.compile(
    r"^(?:(?:上|去|前)一?年度?(?:年?[末底]|期末|同期)?|(?:今|本|当)?年初|期初|(?:现在|目前|现行|原来|此前|当时|那时)(?=的|$))时?的?"
)
_YEARS = re.compile(r"(?P<first>\d{4})/(?P<last>\d{4})")
_TASK = re.compile(
    r"(?P<done>(?:超额)?完成(?:了)?|占|为|达到?|相当于)(?P<task>[^，。；\d]{0,10}(?:任务|目标|计划)数?)(?:为|的)?$"
)
_BUDGET = re.compile(
    r"(?P<done>(?:超额)?完成(?:了)?|占)(?P<task>(?:年初|全年|当年|本年|年度|调整后?|部门|收入|支出|批复的?){0,3}预算(?:安排)?数?)(?:为)?的?$"
)
"""完成年初预算 6000 万元的 98%: what was done of a budget."""
_SET_BY = re.compile(
    r"按照?(?:不[低高少多]于|不超过)?(?P<when>上年度?|去年|前年|上一年度?|(?:19|20)\d{2}年度?|上年末|去年末)(?P<what>[^，。；\d]{0,14}?)(?:为)?$"
)
_SETS = re.compile(
    r"的?(?:比例|标准|水平|规模)?(?:进行|予以)?(?:安排|编制|测算|核定|下达|确定|掌握|控制|计划|制定|设定|分解)"
)
"""按上年 1.9 万人次的 105% 安排: before and behind the two figures."""
_EARLY = re.compile(r"(?:比[\u3400-\u9fff]{2,6})?提前(?:[一二两三四五六半\d]{1,2}个?(?:季度|月|年|天))?$")
"""提前两个月完成全年 5 万人目标任务的 99%: when it was done is no name of what was."""
_FULFILLED = re.compile(
    r"(?P<done>(?:超额)?完成(?:了)?|占|达到?|相当于)(?:全年|年度|(?:[省市县区州国]|国家|上级|自治区){1,2}[里级]?(?:下达|核定|分解|确定|定)的?)?(?:的)?$"
)
_COMPARED = re.compile(r"(?:相比较?|对比|比较)[，,]?")
_WITH = re.compile(r"(?P<mark>[与同和跟])(?P<when>[^，。；与同和跟]{0,12}[年月末底季度期]初?)的?$")
"""与 2032 年的 3.9 万元相比，增加 0.3 万元: an earlier level beside the present one."""
_NAMED_AGAIN = re.compile(
    r"(?P<mark>[比较与同和跟])(?P<when>(?:[上去前]一?年|(?:19|20)\d{2}年)度?(?:同期|[末底])?)的?(?P<again>[^，。；\d]{2,30}?)(?:为|的)?$"
)
"""与 2032 年度培训支出 3.9 万元相比: the earlier level with the name that has just been told."""
_PLANNED = re.compile(r"(?:年初|期初|全年|当年|本年|调整后?){0,2}预算(?:安排)?数?")
_TIMES_OF = re.compile(
    r"(?P<verb>(?<![认作成分称因])为|(?<![但就还])是|占|相当于|达到?)(?P<when>(?:[去上前]一?年|(?:19|20)\d{2}年|“?十[一二三四五]五”?)(?:度|同期|时期|期间|[末底])?)(?P<what>[^，。；\d]{0,20}?)$"
)
"""是“十二五”时期 43 亿元的 1.9 倍: an earlier level, and how many times it is what was told before."""
_TASK_BEHIND = re.compile(r"(?:的)?(?P<task>(?:年度?|全年|本年|当年)?(?:计划|任务|目标)(?:任务|数)?)的")
"""完成 1.8 万人年计划的 70%: the task named behind its figure."""


def pair(at: Situation) -> list[Reading]:
    """从 2020 年的 A 提高至 2024 年的 B: two levels; [] where the statement is no such pair."""
    if len(at.statement.quantities) != _PAIR:
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
    """由 2030 年的 A、2032 年的 B 提高到 2034 年的 C: the first level, the others being awaited; [] where there are no such."""
    folded, found = at.squeezed.folded, at.statement.quantities
    start = comparisons.origin(folded, at.frame.begin, found[0].start)
    following = at.later[0] if at.later else None
    if start is None or len(found) != 1 or following is None or following.joint != ENUMERATION:
        return []
    two = following.quantities
    risen = comparisons.rise(folded, two[0].end, two[1].start) if len(two) == _PAIR else None
    if risen is None:
        return []
    clock, line = at.context.clock, at.squeezed.line(at.statement.start)
    times = [
        periods.moments(folded, low, one.start, clock)
        for low, one in ((start, found[0]), (following.start, two[0]), (risen.end(), two[1]))
    ]
    if not all(times) or any(each[-1].period is None for each in times):
        return []
    whens = [Time(each[-1].period, each[-1].point, line) for each in times]
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
    if len(at.statement.quantities) != _PAIR:
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
    if len(at.statement.quantities) != _PAIR:
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
    when = at.context.time if planned else _base_time(at, base.start("when"), first.start)
    name = Named(of.text + base["when"], of.line) if planned else of
    return msgspec.structs.replace(made(at, first, name, of.text, when), planned=False, done=True)


def task(at: Situation) -> list[Reading]:
    """完成年度任务 1.8 万人的 70%: the task, which is one of the year, and how much of it is done; else []."""
    folded, found = at.squeezed.folded, at.statement.quantities
    if len(found) != _PAIR or found[1].base_unit not in ("%", "倍"):
        return []
    if before := _set_by(at) or _times_of(at) or _part_of(at):
        return before
    match = _TASK.search(folded, at.frame.begin, found[0].start)
    between = folded[found[0].end : found[1].start]
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
    aim = made(at, found[0], Named(of.text + task, of.line), of.text, year)
    done = made(at, found[1], Named(of.text + match["done"] + task, of.line), of.text)
    return [
        msgspec.structs.replace(aim, planned=True, done=False, soft=False),
        msgspec.structs.replace(done, against=task, share=True),
    ]


def _of_budget(at: Situation, match: re.Match[str]) -> list[Reading]:
    """The budget, and how much of it was done: 完成年初预算 6000 万元的 98%."""
    budget, rate = at.statement.quantities
    of = antecedent(at, at.words(at.frame.begin, match.start()), at.frame.begin)
    planned = made(at, budget, Named(of.text + match["task"], of.line), of.text)
    done = made(at, rate, Named(of.text + match["done"] + match["task"], of.line), of.text)
    return [planned, msgspec.structs.replace(done, against=match["task"], share=True)]


def _told_of(at: Situation, pattern: re.Pattern[str]) -> tuple[re.Match[str], Named] | None:
    """What leads to a level and to that which is told of it (43 亿元的 1.9 倍), with the name of what was told before."""
    found, folded = at.statement.quantities, at.squeezed.folded
    match = pattern.search(folded, at.frame.begin, found[0].start)
    if match is None or folded[found[0].end : found[1].start] != "的" or at.context.last is None:
        return None
    of = antecedent(at, at.words(at.frame.begin, match.start()), at.frame.begin)
    return (match, of) if of.text else None


def _times_of(at: Situation) -> list[Reading]:
    """是“十二五”时期 43 亿元的 1.9 倍: the level of that time, and how many times it is the one before; else []."""
    told = _told_of(at, _TIMES_OF)
    if told is None:
        return []
    (match, of), found, context = told, at.statement.quantities, at.context
    when, of_when = match["when"] + match["what"], _base_time(at, match.start("when"), match.end("when"))
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


def _part_of(at: Situation) -> list[Reading]:
    """占预算总投资 2340 万元的 39.3%: the level that a share is of, and which part of it what was told before is; else []."""
    told = _told_of(at, _PART_OF)
    if told is None:
        return []
    (match, of), found = told, at.statement.quantities
    whole = made(at, found[0], Named(match["what"], of.line), match["what"])
    part = made(at, found[1], Named(of.text + "占" + match["what"], of.line), of.text)
    return [whole, msgspec.structs.replace(part, against=match["what"], share=True)]


def _set_by(at: Situation) -> list[Reading]:
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
        _base_time(at, match.start("when"), match.end("when")),
    )
    if at.frame.moment is not None and at.frame.moment.start >= match.start("when"):
        at.context.time = at.context.before  # the year that is named is that of the level
    words = f"按{match['when']}{what}的{deed.group().lstrip('的')}"
    part = made(at, found[1], Named(of.text + words, of.line), of.text)
    return [
        msgspec.structs.replace(before, planned=False, done=True),
        msgspec.structs.replace(part, against=match["when"] + what, share=True, planned=True),
    ]


def _base_time(at: Situation, start: int, end: int) -> Time:
    """When a level was that another is measured against; not said where no year can be told."""
    found = periods.moments(at.squeezed.folded, start, end, at.context.clock)
    now = at.context.time
    if found and found[-1].earlier and now.period:
        return Time(same_before(now.period), now.point, at.squeezed.line(start))
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
        years = _YEARS.fullmatch(at.context.time.period or "") if at.context.named else None
        written = years and folded.find(years["first"], max(0, start - _SAID), start) >= 0
        return Time(years["first"], False, at.context.time.line) if years and written else Time(None)
    if not earlier[1]:
        at.context.time = at.context.time.as_span()  # a year against a year is no moment
    return Time(*earlier, at.context.time.line)


def _second(at: Situation, origin: int, start: int, end: int) -> tuple[Time, str]:
    """Time and remaining words of the second figure: that of 从 2015 年的 is the first one's alone."""
    found = periods.moments(at.squeezed.folded, start, end, at.context.clock)
    drop = [(moment.start, moment.end) for moment in found]
    words = subjects.kept(at.squeezed, start, end, drop).removeprefix("的")
    if found and not found[-1].reset:
        return Time(found[-1].period, found[-1].point, at.squeezed.line(start)), words
    inner = at.frame.moment is not None and at.frame.moment.start > origin
    ahead = periods.moments(at.squeezed.folded, at.statement.start, origin, at.context.clock) if inner else []
    if ahead and ahead[-1].period is not None:
        return Time(ahead[-1].period, ahead[-1].point, at.squeezed.line(at.statement.start)), words
    return _end_of(at.context.before if inner else at.context.time), words


def _end_of(time: Time) -> Time:
    """The last year of a span: what was reached in it, from a year that is named."""
    years = _YEARS.fullmatch(time.period or "")
    return Time(years["last"], False, time.line) if years else time
