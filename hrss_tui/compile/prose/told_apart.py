"""Names that only their neighbours complete: 前者 and 后者, one name told of several, a branch without what it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import other_halves
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.scopes import place_of
from hrss_tui.compile.prose.subjects import SEAM, Named, is_dependent, joined
from hrss_tui.reference.places import named
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things

_THINGS = things()
_OF_TWO = re.compile(r"(?P<which>[前后]者)(?:的|则|中)?")
_PAIR = 2
_STOPS = "。！？"
_ENDS = (*_STOPS, "；")
_BESIDE = re.compile(r"(?:[、，和及与]|以及)[约近超逾]?过?")
_EACH = re.compile(r"分别|依次")
_COUNTED = re.compile(
    r"(?:^|(?<=[市县区州省])|(?<=全国))(?:[两三四五六七八九十]|\d{1,2})(?:[项类种险档]|大类)(?![级次])|各项|各类|各险种"
)
_NEAR = 24
"""Readings before one among which its owner is looked for."""
_BRANCH = r"[\u3400-\u9fff]{1,9}(?<![就失创从待毕执停转开])(?<!企)(?<!职)(?<!产)(?<!事)(?<!作)(?<!营)(?<!专)(?<!行)(?<!物)业"
_OF_BRANCH = re.compile(rf"(?P<branch>{_BRANCH})(?P<thing>[\u3400-\u9fff]{{2,12}})")
_HOURLY = re.compile(
    rf"(?P<sort>(?:相应|对应)?的?(?:非全日制(?:{re.any_of(_THINGS.who.hourly)})?)?的?)小时(?P<thing>[\u3400-\u9fff]{{4,12}})"
)
_GRADE = re.compile(
    rf"(?:.* )?[一二三四五甲乙丙丁][类档等](?:行政)?(?:{re.any_of(_THINGS.who.grades)})?(?:为|是)?"
)
"""一类地区 1800 元/月，小时最低工资 18 元: the wage of an hour is of that class."""
_ALONE = re.compile(_BRANCH)
"""制造业用工 3 万人；建筑业 2 万人: the other branch has the same."""


def settled(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of a block, each with the name that those beside it complete."""
    named = _named(folded, _apart(folded, _hourly(_branches(_of_two(readings)))))
    told = _of_one(folded, _each_area(folded, named))
    return other_halves.completed(folded, other_halves.bounded(folded, told))


def _of_one(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """No measure for several levels of one name in a row: 最低工资标准 2500 元、2300 元 are of areas that nothing names.

    A bound beside a value is of the same thing: 失业率 3.5%，控制在 4% 以内.
    """
    unsure: set[int] = set()
    for index, (one, other) in enumerate(pairwise(readings)):
        beside = _BESIDE.fullmatch(folded, one.quantity.end, other.quantity.start)
        alike = one.quantity.base_unit == other.quantity.base_unit and _tell_the_same(one, other)
        exact = one.quantity.operator == other.quantity.operator == "="
        if beside and alike and exact and one.change is None and not one.share:
            unsure |= {index, index + 1}
    return [
        msgspec.structs.replace(reading, measure="") if index in unsure else reading
        for index, reading in enumerate(readings)
    ]


def _each_area(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """What has changed of one thing in several areas, each in its own: 全国 900 万人、我省 40 万人，分别增加 30 万人、2 万人."""
    found = list(readings)
    for begin, one in enumerate(readings):
        said = max(folded.rfind(stop, 0, one.quantity.start) for stop in _ENDS)
        if one.change is None or not _EACH.search(folded, said + 1, one.quantity.start):
            continue
        size = _changes_from(folded, readings[begin : begin + _NEAR])
        levels = [
            each
            for each in readings[max(0, begin - _NEAR) : begin]
            if each.quantity.start > said and _is_level(each)
        ][-size:]
        areas = {each.scope.text if each.scope else "" for each in levels}
        if len(areas) == len(levels) == size > 1 and all(each.measure == one.measure for each in levels):
            for index, level in enumerate(levels, begin):
                found[index] = msgspec.structs.replace(found[index], scope=level.scope)
    return found


def _changes_from(folded: str, readings: Sequence[Reading]) -> int:
    """How many changes follow each other from the first reading on with nothing but a mark between them."""
    for index, (one, other) in enumerate(pairwise(readings), 1):
        beside = _BESIDE.fullmatch(folded, one.quantity.end, other.quantity.start)
        if beside is None or other.change is None:
            return index
    return len(readings)


def _named(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """Those of which it is said what each is of: 三项社会保险参保人数分别为 30 万人、20 万人、10 万人 does not say which has how many."""
    unsure: set[int] = set()
    for index, (one, other) in enumerate(pairwise(readings)):
        beside = _BESIDE.fullmatch(folded, one.quantity.end, other.quantity.start)
        said = max(folded.rfind(stop, 0, one.quantity.start) for stop in _ENDS)
        if beside and _EACH.search(folded, said + 1, one.quantity.start) and _is_alike(one, other):
            unsure |= {index, index + 1}
    return [reading for index, reading in enumerate(readings) if index not in unsure]


def _is_alike(one: Reading, other: Reading) -> bool:
    """Is all that is told of two figures the same, but how many, and is it told of several things that are only counted, or of one of several places?"""
    name = one.subject.text
    of_place = any(map(named, name.split(SEAM))) or bool(place_of(name))
    return (of_place or bool(_COUNTED.search(name))) and _tell_the_same(one, other)


def _tell_the_same(one: Reading, other: Reading) -> bool:
    """Is all that is told of two figures the same, but how many?"""
    told = ("subject", "measure", "time", "scope", "change", "against", "share", "planned")
    return all(getattr(one, name) == getattr(other, name) for name in told)


def _hourly(readings: Iterable[Reading]) -> Iterator[Reading]:
    """一类区域月最低工资标准 1800 元，小时最低工资标准 18 元: the wage of an hour is of those of whom that of a month was told.

    Several of an hour in a row (18 元、17 元) are of more classes than the last.
    """
    last: Reading | None = None
    found = list(readings)
    for reading, after in zip_longest(found, found[1:]):
        graded = last is not None and _GRADE.fullmatch(last.subject.text) is not None
        last = None if graded and after is not None and after.subject == reading.subject else last
        before, _, own = reading.subject.text.rpartition(SEAM)
        hourly = _HOURLY.fullmatch(own)
        whose = _paid_by_month(last, hourly["thing"]) if hourly and last is not None else ""
        named = reading
        if last is not None and whose and (not before or whose.startswith(before)):
            subject = joined(Named(whose, last.subject.line), Named(own, reading.subject.line))
            named = msgspec.structs.replace(reading, subject=subject, measure=subject.text)
        last = last if whose else named
        yield named


def _paid_by_month(reading: Reading, thing: str) -> str:
    """Those whom a reading of so much a month names before what they get; "" where it names none."""
    text = reading.subject.text
    if _GRADE.fullmatch(text):
        return text
    whose, month, _ = text.rpartition(f"月{thing}")
    return whose.removesuffix("每").rstrip(SEAM) if month and text.endswith((thing, "为", "是")) else ""


def _is_level(reading: Reading) -> bool:
    return reading.change is None and not (reading.share or reading.quantity.ranged)


def _of_two(readings: Sequence[Reading]) -> list[Reading]:
    """养老、工伤保险参保分别为 32 万人、21 万人，前者增长 3%: the first of the two levels told last; left as printed where there are none."""
    found: list[Reading] = []
    levels: list[Reading] = []
    for reading in readings:
        match = _OF_TWO.match(reading.subject.text)
        if match is None:
            levels += [reading] if _is_level(reading) else []
            found.append(reading)
            continue
        pair = levels[-_PAIR:]
        alike = len(pair) == _PAIR and pair[0].subject.text != pair[1].subject.text
        of = pair[match["which"] == "后者"] if alike else None
        found.append(_named_by(reading, of, match.end()) if of is not None else reading)
    return found


def _named_by(reading: Reading, of: Reading, behind: int) -> Reading:
    """A reading with the name of another before its own words."""
    rest = reading.subject.text[behind:].lstrip(SEAM)
    seam = SEAM if _is_level(reading) and rest else ""
    subject = Named(of.subject.text + seam + rest, min(of.subject.line, reading.subject.line))
    own = reading.measure[behind:].lstrip(SEAM) if _OF_TWO.match(reading.measure) else reading.measure
    unit = of.measure_unit if reading.change is not None and not own else reading.measure_unit
    return msgspec.structs.replace(
        reading, subject=subject, measure=of.measure + seam * bool(own) + own, measure_unit=unit
    )


def _branches(readings: Sequence[Reading]) -> Iterator[Reading]:
    """A branch alone has what the branch before it has, where that is counted in the same unit, and so is its change."""
    thing, unit, alone = "", "", ""
    for reading in readings:
        name = reading.subject.text
        if _is_level(reading):
            of = _OF_BRANCH.fullmatch(name)
            if of is not None:
                thing, unit, alone = of["thing"], reading.quantity.base_unit, ""
            elif thing and _ALONE.fullmatch(name) and reading.quantity.base_unit == unit:
                alone = name
            elif SEAM in name or not _ALONE.fullmatch(name):
                thing, alone = ("", "") if reading.quantity.base_unit == unit else (thing, "")
        if alone and name.startswith(alone) and reading.measure == alone:
            more = Named(alone + thing + name[len(alone) :], reading.subject.line)
            yield msgspec.structs.replace(reading, subject=more, measure=alone + thing)
        else:
            yield reading


def _apart(folded: str, readings: Iterator[Reading]) -> list[Reading]:
    """One name that is told twice of one time is of what stands before it each time.

    城市低保对象 1.2 万人，保障资金 0.8 亿元；农村低保对象 3.4 万人，保障资金 1.1 亿元: of these, and of those.
    """
    found = list(readings)
    alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(found):
        if SEAM not in one.subject.text:
            area = one.scope.text if one.scope else None
            key = (one.subject.text, one.quantity.base_unit, one.time.period, area, one.change, one.planned)
            alike[key].append(index)
    several = [group for group in alike.values() if _differ([found[index] for index in group])]
    doubtful = {index for group in several for index in group}
    for group in several:
        if any(SEAM in found[index].subject.text for index in group):
            continue  # changes that have got the name of their level
        before = [_before(folded, found, index, doubtful) for index in group]
        owners = [one.subject for one in before if one is not None]
        if len({owner.text for owner in owners}) == len(group):
            for index, after, owner in zip(group, (*group[1:], len(found)), owners, strict=True):
                told, found[index] = found[index], _owned(found[index], owner)
                _name_changes(folded, found, index, after, told)
    return found


def _name_changes(folded: str, found: list[Reading], index: int, after: int, told: Reading) -> None:
    """What the sentence goes on to say has changed of a level that was `told` in short is of the same: 卫生人员 9 万人，人员增加 1 万人.

    From the next level of that name on, `after`, it is of that: 粮食面积 …，产量 …，增长 2%；油料面积 …，产量 …，增长 3%.
    """
    level = found[index]
    end = min((at for stop in _STOPS if (at := folded.find(stop, level.quantity.start)) >= 0), default=0)
    for place in range(index + 1, min(after, index + _NEAR)):
        one = found[place]
        own = one.measure.removesuffix("数")
        same = len(own) > 1 and told.measure.removesuffix("数").endswith(own)
        if one.quantity.start < end and one.change and same and one.subject.text.startswith(one.measure):
            behind = one.subject.text[len(one.measure) :]
            subject = Named(level.subject.text + behind, min(level.subject.line, one.subject.line))
            found[place] = msgspec.structs.replace(one, subject=subject, measure=level.measure)


def _differ(alike: Sequence[Reading]) -> bool:
    """Are there several figures of one name, none of them a bound of a range?"""
    values = {one.quantity.base_value for one in alike}
    return len(values) == len(alike) > 1 and not any(one.quantity.ranged for one in alike)


def _before(folded: str, found: Sequence[Reading], index: int, doubtful: set[int]) -> Reading | None:
    """The level of another name that its sentence told last before a reading, counted otherwise; None where there is none."""
    own = found[index]
    begin = max(folded.rfind(stop, 0, own.quantity.start) for stop in _STOPS)
    for place in range(index - 1, max(-1, index - _NEAR), -1):
        one = found[place]
        if one.quantity.start < begin:
            return None
        mean = any(word in own.subject.text for word in prose_words().averages)
        other = (
            mean or one.quantity.base_unit != own.quantity.base_unit or bool(_GIVEN.search(one.subject.text))
        )
        if place not in doubtful and _is_level(one) and other and one.time.period == own.time.period:
            return one
    return None


_CAME = re.compile(r"(?<=[\u3400-\u9fff]{2})(?:新增|净增|新纳入)$")
"""城市低保新增 276 户，退出 374 户；农村低保新增 …，退出 …: those who left are no part of those who came."""


_GIVEN = re.compile(rf"(?<=[\u3400-\u9fff]{{2}})(?:一次性)?(?:{re.any_of(statement_words().deeds.given)})$")
"""博士给予 30 万元、每月生活补贴 3000 元，硕士给予 10 万元、每月生活补贴 1500 元: who is given the one has the other."""


def _owned(reading: Reading, owner: Named) -> Reading:
    """A reading with the name of its owner before its own: of 卫生院 床位, which beds are, the 卫生院."""
    whole, _, had = owner.text.rpartition(SEAM)
    owner = Named(whole, owner.line) if whole and is_dependent(had) else owner
    owner = Named(_GIVEN.sub("", _CAME.sub("", owner.text)), owner.line)
    subject = joined(owner, reading.subject)
    return msgspec.structs.replace(
        reading, subject=subject, measure=joined(owner, Named(reading.measure, owner.line)).text
    )
