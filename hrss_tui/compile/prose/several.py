"""Several pairs at once: 城乡低保标准分别由每月 600 元、500 元提高到 640 元和 550 元 are two risen levels."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, distribution, scopes
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.runs import as_rated, run
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named, without_copula
from hrss_tui.compile.prose.times.moments import moments
from hrss_tui.compile.prose.told import Awaited, Time
from hrss_tui.reference.turns import turns

_TURNS = turns()
_FROM = re.compile(r"(?P<each>分别|依次)?(?P<of>[由从])(?:[^，。；：、\d]|\d{4}年){0,14}$")
_LEAST, _PAIR = 4, 2


def opening(at: Situation, earlier: Time) -> list[Reading]:
    """The first level of several pairs, `earlier` being when it was; the others are awaited. [] where there are none."""
    series = _series(at)
    if series is None or not (parts := distribution.distributed(*series.named)):
        return []
    begun, risen, figures = series.begun, series.risen, series.figures
    half = len(figures) // 2
    line = at.squeezed.line(at.frame.begin)
    whence = [Awaited(Named(part + begun["of"], line), part, earlier) for part in parts]
    when = _later(at, risen.end(), figures[half].start)
    whither = [Awaited(Named(part + risen["rise"], line), part, when) for part in parts]
    at.context.awaited = (*whence, *whither)
    return told(at)


def is_unsure(at: Situation) -> bool:
    """Do as many figures rise as there are no names for (培训规模由 3 万人、2 万人提高到 5 万人、4 万人)? Which is which is not read."""
    context, found = at.context, at.statement.quantities
    if at.statement.joint == ENUMERATION and context.nameless > 0:
        context.nameless -= len(found)
        return True
    context.nameless = 0
    series = _series(at)
    if series is None or len({one.base_unit for one in series.figures}) > 1:
        return False
    unsure = not distribution.distributed(*series.named)
    context.nameless = len(series.figures) - len(found) if unsure else 0
    return unsure


class _Series(msgspec.Struct, frozen=True):
    """Figures that rise together: the words before them, the rise, all of them, what they are of and how many there are."""

    begun: re.Match[str]
    risen: re.Match[str]
    figures: Sequence[Quantity]
    named: tuple[str, int]


def _series(at: Situation) -> _Series | None:
    folded, found = at.squeezed.folded, at.statement.quantities
    begun = _FROM.search(folded, at.frame.begin, found[0].start)
    if begun is None:
        return None
    figures = _figures(at)
    half = len(figures) // 2
    risen = comparisons.rise(folded, figures[half - 1].end, figures[half].start) if half else None
    if len(figures) < _LEAST or len(figures) % 2 or risen is None:
        return None
    return _Series(begun, risen, figures, (at.words(at.frame.begin, begun.start()), half))


def _later(at: Situation, start: int, end: int) -> Time:
    """When the second levels were: as named between the two series, else as the sentence says."""
    found = moments(at.squeezed.folded, start, end, at.context.clock)
    told = found and found[-1].period is not None
    return Time(found[-1].period, found[-1].point, at.squeezed.line(start)) if told else at.context.time


_TURNED = re.compile(
    rf"(?:[由从](?:(?:19|20)\d{{2}}年[末底]?|[上去]年|“?十[一二三四五]五”?末)?的?)?(?:{re.any_of(_TURNS.manner.on)})?(?:{re.any_of(_TURNS.change.structure)}){{0,2}}(?:成|到|至|为)?$"
)
"""三次产业结构调整为, 三次产业结构由: that shares have changed is no part of what shares."""


def shares(at: Situation) -> list[Reading]:
    """What several things share a hundred among themselves: 三次产业结构为 6.2:38.4:55.4; [] where they do not."""
    found = at.statement.quantities
    if not all(one.part for one in found):
        return []
    noun = without_copula(at.words(at.frame.begin, found[0].start))
    line = at.squeezed.line(at.frame.begin)
    parts = distribution.distributed(comparisons.without_rise(_TURNED.sub("", noun)), len(found))
    at.context.awaited = tuple(Awaited(Named(part, line), part, at.context.time) for part in parts)
    at.context.recent = (*at.context.recent, *(Named(part, line) for part in parts))
    return told(at) if parts else []


def areas(at: Situation) -> list[Reading]:
    """The first of the figures of areas that are listed: 全国、全省、全市失业率分别为 …, 分别下降 …; [] where none are, or not as many."""
    folded, first, scope = at.squeezed.folded, at.statement.quantities[0].start, at.frame.scope
    found = scopes.listed(folded, scope.start, first) if scope is not None else []
    if (
        len(found) < _PAIR
        or run(at) != len(found)
        or not distribution.is_spread(folded[found[-1][1] : first])
    ):
        return []
    context, line = at.context, at.squeezed.line(found[0][0])
    changed = comparisons.change(folded, found[-1][1], first)
    noun = Named(without_copula(at.words(found[-1][1], changed.start if changed else first)), line)
    if distribution.distributed(noun.text, len(found)):
        return []
    phrase = distribution.without_spread(at.squeezed.shown[changed.start : first]) if changed else ""
    places = [Named(at.squeezed.shown[start:end], line) for start, end in found]
    subject, rise = Named(noun.text + phrase, line), changed.direction if changed else None
    against = (changed.base or None) if changed else None
    context.awaited = tuple(Awaited(subject, noun.text, context.time, one, rise, against) for one in places)
    context.scope, context.head, context.stated = places[-1], noun, True
    context.unit = at.statement.quantities[0].base_unit
    return told(at)


def told(at: Situation) -> list[Reading]:
    """The readings of a statement whose figures are awaited."""
    found: list[Reading] = []
    last = at.context.last if at.statement.joint == ENUMERATION else None
    for quantity, one in zip(at.statement.quantities, at.context.awaited, strict=False):
        as_last = as_rated(quantity, last.quantity) if last is not None else quantity
        last = made(at, as_last, one.subject, one.measure, one.time)
        if one.change and not one.scope:
            unit = at.context.unit or quantity.base_unit
            last = msgspec.structs.replace(last, change=one.change, against=one.against, measure_unit=unit)
        if one.scope:
            last = msgspec.structs.replace(last, scope=one.scope, change=one.change, against=one.against)
        found.append(last)
    at.context.awaited = at.context.awaited[len(found) :]
    at.context.last = last
    if last is not None and not at.context.awaited and (last.change or _is_reached(last)):
        at.context.time = last.time
    return found


def _is_reached(reading: Reading) -> bool:
    """Is a level the last of those through which something rose (由 2030 年的 A、2031 年的 B 提高到 C)? What follows is of its time."""
    return comparisons.without_rise(reading.subject.text) != reading.subject.text


def _figures(at: Situation) -> list[Quantity]:
    """The figures of the statement and of those that go on enumerating behind it."""
    following = itertools.takewhile(lambda statement: statement.joint == ENUMERATION, at.later)
    return [*at.statement.quantities, *(one for statement in following for one in statement.quantities)]
