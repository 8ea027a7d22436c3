"""Figures that lean on another: changes, shares, pairs from … to …, and bare figures of an enumeration."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from hrss_tui.compile.prose import comparisons, periods, several, standards, subjects
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.comparisons import Change, Share
from hrss_tui.compile.prose.context import Awaited, Reading, Time
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.scopes import place_of
from hrss_tui.compile.prose.situation import Situation, made
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.reference.prose import prose_words

_PAIR = 2
_SAID = 60
"""Characters before a pair in which the years it spans are written out: 五年来 begins with no year of its own."""
_SWAY = re.compile(
    r"(?:持续|不断|稳步|明显|逐步|进一步|连续|有所|大幅|显著|稳中有|快速|逐年){1,3}(?:下降|提高|上升|增长|增加|减少|扩大|提升|降低|改善|优化|升|降)(?:态势|趋势)?$"
)
"""抚养比持续下降，由 2.8 降至 2.3: what fell, without that it fell."""
_EARLIER = re.compile(
    r"^(?:(?:上|去|前)一?年度?(?:年?[末底]|期末|同期)?|(?:今|本|当)?年初|期初|(?:现在|目前|现行|原来|此前)(?=的|$))时?的?"
)
_YEARS = re.compile(r"(?P<first>\d{4})/(?P<last>\d{4})")
_COUNTED = re.compile(r"(?:上述|以上|这)?[两二三四五六]项(?:社会)?(?:保险|险种|基金)?(?P<rest>.*)")
_RATES = ("率", "比例", "占比", "比重")
_AGAINST = re.compile(r"(?:同比|环比)$")
_SHORT = 5
_SHARES = ("比重", "占比", "比例", "份额", "所占比重", "所占比例", "这一比例", "该比例")
"""What a change of a share may call it."""
"""Characters of a noun that is nothing but 人均 or 月人均."""


def changed(at: Situation, quantity: Quantity, change: Change, low: int) -> Reading:
    """A change: of what the words before 比 name, else of what was said last."""
    context = at.context
    noun = at.words(low, change.start)
    phrase = _printed(at, change, quantity)
    against: str | None = change.base or None
    if not change.phrase and not noun and context.phrase:
        phrase, against = context.phrase + phrase, context.against
    before = (
        _antecedent(at, "", low) if noun.endswith(prose_words().averages) and len(noun) < _SHORT else None
    )
    mean = before if before is not None and before.text else None
    noun = mean.text + noun if mean is not None else noun
    again = not noun and not change.spread and run(at) == (context.listed or len(context.recent)) > 1
    listed = not change.spread and lists(at, noun)
    nouns = spread(at, noun) if change.spread or again or listed else ()
    of = nouns[0] if nouns else _of_share(at, noun, quantity) or _antecedent(at, noun, low)
    unit = context.unit if of is context.head or of in context.recent else None
    if noun and mean is None:
        context.head, context.stated, context.unit = of, True, unit or quantity.base_unit
    if two := comparisons.TWO_BASES.fullmatch(change.phrase):
        of = _antecedent(at, noun, low)
        nouns = tuple(Named(of.text + base, of.line) for base in two.groups())
        phrase, context.phrase = phrase.replace(change.phrase, "", 1), ""
    context.spread, context.tail = nouns[1:], phrase
    context.phrase, context.against = change.phrase or context.phrase, against
    rest = at.squeezed.shown[quantity.end : at.statement.end] if _is_last(at, quantity) else ""
    subject = Named((nouns[0] if two else of).text + phrase + rest.rstrip("，、"), of.line)
    reading = made(at, quantity, subject, (mean if mean is not None and noun.endswith("年均") else of).text)
    return msgspec.structs.replace(
        reading, measure_unit=unit or quantity.base_unit, change=change.direction, against=against
    )


def _of_share(at: Situation, noun: str, quantity: Quantity) -> Named | None:
    """The share before that a change in percentage points is of: 占 …的 76%，提高 1 个百分点."""
    last = at.context.last
    points = quantity.base_unit.endswith("百分点")
    return (
        last.subject
        if (not noun or noun in _SHARES)
        and points
        and last is not None
        and last.share
        and last.change is None
        else None
    )


def _is_last(at: Situation, quantity: Quantity) -> bool:
    return quantity is at.statement.quantities[-1] and not at.statement.holes


def _printed(at: Situation, change: Change, quantity: Quantity) -> str:
    """The comparison as printed, without 分别."""
    text = at.squeezed.shown[change.start : quantity.start]
    for word in prose_words().distributors:
        text = text.replace(word, "")
    return text


def _antecedent(at: Situation, noun: str, low: int) -> Named:
    """What a comparison is about: its own noun, completed where it needs it, else what was named last."""
    context = at.context
    if noun:
        named = Named(noun, at.squeezed.line(low))
        return at.completed(named) if subjects.is_dependent(noun) else named
    here = context.head if context.stated else context.prior
    found = (context.topic if context.reason else None) or here or context.topic or context.head
    return found or context.whole or context.item or context.label or Named("", at.squeezed.line(low))


def shared(at: Situation, quantity: Quantity, share: Share, low: int) -> Reading:
    """A share: of which part, and of which whole, that of the list where none is printed."""
    whole = share.whole or (at.context.whole.text if at.context.whole else "")
    noun = at.words(low, share.start)
    if (share.spread or comparisons.is_spread(noun)) and (parts := spread(at, noun.replace("分别", ""))):
        at.context.spread, at.context.tail = parts[1:], f"{share.verb}{whole}"
        part = parts[0]
    else:
        part = _antecedent(at, noun.replace("分别", ""), low)
    subject = Named(f"{part.text.removeprefix(whole + subjects.SEAM)}{share.verb}{whole}", part.line)
    reading = made(at, quantity, subject, subject.text, None if noun else _risen_time(at))
    return msgspec.structs.replace(reading, against=whole or None, share=True)


def _risen_time(at: Situation) -> Time | None:
    """The time of the level that a pair in the same sentence rose to: 增加到 2012 年的 8 万人，占 …的 26%."""
    last = at.context.last
    if last is None or at.frame.moment is not None or not at.statement.joint:
        return None
    risen = last.change is None and comparisons.without_rise(last.subject.text) != last.subject.text
    return last.time if risen else None


def spread(at: Situation, noun: str) -> tuple[Named, ...]:
    """The subjects that 分别 gives one figure each: those listed before it, else the last ones stated."""
    count = run(at)
    line = at.squeezed.line(at.statement.start)
    listed = comparisons.distributed(noun, count) or _of_heading(at, noun, count)
    if listed:
        return tuple(Named(part, line) for part in listed)
    if noun and at.context.topic is not None and len(noun) <= _SHORT:
        told = comparisons.distributed(at.context.topic.text, count)
        if told:
            return tuple(subjects.joined(Named(part, line), Named(noun, line)) for part in told)
    if not noun and at.context.topic is not None:
        told = comparisons.distributed(at.context.topic.text, count)
        if told:
            return tuple(Named(part, line) for part in told)
    recent = at.context.recent[-count:] if len(at.context.recent) >= count > 1 else ()
    if noun and not (subjects.is_dependent(noun) or (noun.endswith(_RATES) and at.context.listed == count)):
        return _of_places(recent, noun, line)
    if recent and noun:
        return tuple(subjects.joined(subjects.base_for(one, noun), Named(noun, line)) for one in recent)
    return recent


def _of_places(recent: Sequence[Named], noun: str, line: int) -> tuple[Named, ...]:
    """What several places, each named before with its figure, have besides: 有组织转移分别为 …."""
    found = [place_of(one.text) for one in recent]
    told = len(found) > 1 and all(found) and len(set(found)) == len(found)
    return tuple(subjects.joined(Named(place, line), Named(noun, line)) for place in found) if told else ()


def _of_heading(at: Situation, noun: str, count: int) -> list[str]:
    """The subjects of 三项保险参保人数 where a short heading names the three: 失业、工伤、生育保险."""
    counted, heading = _COUNTED.match(noun), at.context.heading
    if counted is None or heading is None or not counted["rest"]:
        return []
    return [part + counted["rest"] for part in comparisons.distributed(heading.text, count)]


def counted_beside(at: Situation, quantity: Quantity) -> tuple[Named, ...]:
    """1200 户合作社、90 家企业分别吸纳就业 3800 人和 2600 人: what those just counted have, each; else ()."""
    before = at.statement.quantities[0]
    if quantity is before:
        return ()
    count = run(at)
    text = at.squeezed.shown[before.end : quantity.start]
    own, spread, deed = text.partition("分别")
    others = at.context.recent[-count:-1]  # the last is what the statement itself counts
    if not spread or not own or len(others) != count - 1 or at.statement.joint != ENUMERATION:
        return ()
    line = at.squeezed.line(before.end)
    named = (*others, Named(own, line))
    return tuple(subjects.joined(one, Named(subjects.without_copula(deed), line)) for one in named)


def lists(at: Situation, noun: str) -> bool:
    """Does a statement name as many things as figures follow, without 分别: 消费、出口增长 8%、11%?"""
    count = run(at)
    return count > 1 and bool(comparisons.distributed(noun, count))


def run(at: Situation) -> int:
    """How many figures follow each other with nothing but marks of enumeration between them."""
    count = 1
    for statement in at.later:
        bare = len(statement.quantities) == 1 and statement.quantities[0].start == statement.start
        if statement.joint != ENUMERATION or not bare:
            break
        count += 1
    return count


def repeated(at: Situation, quantity: Quantity, last: Reading) -> Reading:
    """A bare figure: what the figure before says, or its own subject of those distributed."""
    context = at.context
    subject, measure = last.subject, last.measure
    if context.spread:
        noun, context.spread = context.spread[0], context.spread[1:]
        subject, measure = Named(noun.text + context.tail, noun.line), _AGAINST.sub("", noun.text)
        if noun not in context.recent:
            context.recent = (*context.recent, noun)
    if context.limit and quantity.operator == "=":
        quantity = msgspec.structs.replace(quantity, operator=context.limit)
    sign = at.squeezed.folded[quantity.start]
    if last.change is not None and sign in "+-" and context.tail.endswith(("+", "-")):
        last = msgspec.structs.replace(last, change="increase" if sign == "+" else "decrease")
        subject = Named(subject.text[:-1] + sign, subject.line)
        quantity = msgspec.structs.replace(quantity, value=abs(quantity.value), printed="")
    context.last = msgspec.structs.replace(
        last,
        quantity=quantity,
        subject=subject,
        measure=measure,
        measure_unit=last.measure_unit if last.change or last.share else quantity.base_unit,
        line_end=at.squeezed.line(at.statement.end - 1),
    )
    return context.last


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
    of = _antecedent(at, named.text, at.frame.begin)
    of = of if named.text else Named(_SWAY.sub("", of.text) or of.text, of.line)
    if named.text and at.context.whole is not None and at.context.whole.text.endswith(prose_words().measures):
        of = subjects.joined(at.context.whole, of)
    when = _first_time(at, start)
    before = _EARLIER.sub("", at.words(start + 1, first.start)).removeprefix("的")
    later, after = _second(at, start, rise.end(), second.start)
    when, later = _as_pair_before(at, when, later)
    if not at.context.reason:
        at.context.head = at.context.main = at.context.base = at.context.member = of
    whence = Named(of.text + folded[start] + before, of.line)
    whither = Named(of.text + rise["rise"] + (after or before), of.line)
    earlier = made(at, first, whence, of.text, when)
    found = [
        msgspec.structs.replace(earlier, planned=False, done=True),
        made(at, second, whither, of.text, later),
    ]
    if at.frame.moment is not None and at.frame.moment.start > start:
        at.context.time = at.context.before
    return found


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
    of = _antecedent(at, at.words(at.frame.begin, start), at.frame.begin)
    whence, whither = Named(of.text + folded[start], of.line), Named(of.text + risen["rise"], of.line)
    at.context.awaited = (Awaited(whence, of.text, whens[1]), Awaited(whither, of.text, whens[2]))
    return [made(at, found[0], whence, of.text, whens[0])]


def pairs(at: Situation) -> list[Reading]:
    """The first level of several pairs that 分别 tells at once; [] where it tells none."""
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
    if change is None or between not in ("至", "到", "达到") or first.base_unit != second.base_unit:
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
    base = comparisons.earlier_level(folded, at.frame.begin, first.start)
    change = comparisons.change(folded, first.end, second.start)
    if base is None or change is None or change.phrase or change.start != first.end:
        return []
    of = _antecedent(at, at.words(at.frame.begin, base.start()), at.frame.begin)
    phrase = at.squeezed.shown[base.start() : first.start]
    before = made(at, first, of, of.text, _base_time(at, base.start("when"), first.start))
    after = made(at, second, Named(of.text + phrase + change.verb, of.line), of.text)
    context = at.context
    context.head, context.stated, context.unit = of, True, first.base_unit
    context.phrase, context.against = base["mark"] + base["when"], base["when"]
    return [
        msgspec.structs.replace(before, planned=False, done=True),
        msgspec.structs.replace(
            after, measure_unit=first.base_unit, change=change.direction, against=base["when"]
        ),
    ]


def _base_time(at: Situation, start: int, end: int) -> Time:
    """When a level was that another is measured against; not said where no year can be told."""
    found = periods.moments(at.squeezed.folded, start, end, at.context.clock)
    if found:
        return Time(found[-1].period, found[-1].point, at.squeezed.line(start))
    earlier = periods.year_before(at.squeezed.folded[start:end], at.context.time.period)
    return Time(*earlier, at.context.time.line) if earlier else Time(None)


_TASK = re.compile(
    r"(?P<done>(?:超额)?完成(?:了)?|占|为|达到?|相当于)(?P<task>[^，。；\d]{0,10}(?:任务|目标|计划)数?)(?:为|的)?$"
)


_FULFILLED = re.compile(r"(?P<done>(?:超额)?完成(?:了)?|占|达到?|相当于)(?:全年|年度)?(?:的)?$")
_TASK_BEHIND = re.compile(r"(?:的)?(?P<task>(?:年度?|全年|本年|当年)?(?:计划|任务|目标)(?:任务|数)?)的")
"""完成 1.8 万人年计划的 70%: the task named behind its figure."""


def task(at: Situation) -> list[Reading]:
    """完成年度任务 1.8 万人的 70%: the task, which is one of the year, and how much of it is done; else []."""
    folded, found = at.squeezed.folded, at.statement.quantities
    if len(found) != _PAIR or found[1].base_unit not in ("%", "倍"):
        return []
    match = _TASK.search(folded, at.frame.begin, found[0].start)
    between = folded[found[0].end : found[1].start]
    if match is None or between != "的":
        match = _FULFILLED.search(folded, at.frame.begin, found[0].start)
        behind = _TASK_BEHIND.fullmatch(between)
        if match is None or behind is None:
            return []
        between = behind["task"]
    of = _antecedent(at, at.words(at.frame.begin, match.start()), at.frame.begin)
    when = at.context.time
    year = standards.year_aimed(when)
    task = match["task"] if between == "的" else between
    aim = made(at, found[0], Named(of.text + task, of.line), of.text, year)
    done = made(at, found[1], Named(of.text + match["done"] + task, of.line), of.text)
    return [
        msgspec.structs.replace(aim, planned=True, done=False, soft=False),
        msgspec.structs.replace(done, against=task, share=True),
    ]


def standard(at: Situation) -> list[Reading]:
    """Figures measured against a target or an average: 低于 4.5% 的控制目标 0.9 个百分点; [] where they are not."""
    start = standards.begins(at)
    if start is None:
        return []
    noun = at.words(at.frame.begin, start)
    each = spread(at, noun.replace("分别", "")) if comparisons.is_spread(noun) else ()
    shared_of = _of_share(at, noun, at.statement.quantities[-1])
    of = each[0] if each else shared_of or _antecedent(at, noun, at.frame.begin)
    found = standards.against_standard(at, of, at.frame.begin) if of.text else []
    if each and found:
        at.context.spread, at.context.tail = each[1:], found[-1].subject.text.removeprefix(of.text)
    return found


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
