"""One of two halves, or limits, in short has what the other one has, told before it: 城镇居民人均可支配收入 5 万元；农村居民 2 万元."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.subjects import SEAM, Named
from hrss_tui.reference.parts import halves
from hrss_tui.reference.things import things

_NEAR = 12
"""Readings before one among which its other half is looked for."""
_STOPS = "。！？"
_LIMITS = re.any_of(things().money.limits)
_LIMIT = re.compile(rf"(?P<limit>(?P<of>(?:缴费)?(?:基数)?)(?:{_LIMITS}))(?:为|是)?(?:每人)?(?:每[月年])?")
_LIMIT_END = re.compile(rf"(?:{_LIMITS})$")


def bounded(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of a block, those of one limit alone with the name of what the other was told of: 缴费基数上限为 9 元，下限为 4 元."""
    found: list[Reading] = []
    for reading in readings:
        last, limit = found[-1] if found else None, _LIMIT.fullmatch(reading.subject.text)
        if limit is not None and last is not None and _is_of_same(folded, last, reading):
            name = _LIMIT_END.sub("", last.subject.text).removesuffix(limit["of"]) + limit["limit"]
            subject = Named(name, last.subject.line)
            found.append(msgspec.structs.replace(reading, subject=subject, measure=name))
        else:
            found.append(reading)
    return found


def _is_of_same(folded: str, last: Reading, reading: Reading) -> bool:
    """Are two levels of one sentence counted alike?"""
    levels = last.change is None and reading.change is None
    alike = last.quantity.base_unit == reading.quantity.base_unit
    said = folded[last.quantity.end : reading.quantity.start]
    return levels and alike and not any(stop in said for stop in _STOPS)


def completed(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of a block, those of a half that is told in short with the whole name of what it has."""
    found: list[Reading] = []
    short, whole, until = "", ("", ""), 0
    for reading in readings:
        name = reading.subject.text
        if not short or not name.startswith(short) or reading.quantity.start >= until:
            short = name
            whole = _whole_name(folded, reading, found[-_NEAR:]) if reading.change is None else ("", "")
            stops = (folded.find(stop, reading.quantity.start) for stop in _STOPS)
            until = min((at for at in stops if at >= 0), default=len(folded))
        found.append(_renamed(reading, short, *whole) if whole[0] else reading)
    return found


def _renamed(reading: Reading, short: str, whole: str, measure: str) -> Reading:
    """A reading with the whole name in place of the short one, also before what it says has changed, and its measure."""
    subject = Named(whole + reading.subject.text[len(short) :], reading.subject.line)
    own = measure if reading.measure and short.startswith(reading.measure) else ""
    longer = whole + reading.measure[len(short) :] if reading.measure.startswith(short) else reading.measure
    return msgspec.structs.replace(reading, subject=subject, measure=own or longer)


def _whole_name(folded: str, reading: Reading, before: Sequence[Reading]) -> tuple[str, str]:
    """The name and the measure of what the other half has, with this one in its place; "" where none before it in its sentence is told so."""
    name = reading.subject.text
    if SEAM in name:
        return "", ""
    begin = max(folded.rfind(stop, 0, reading.quantity.start) for stop in _STOPS)
    for own, other in _twins(name):
        rest = name[len(own) :]
        for one in reversed(before):
            if one.quantity.start < begin:
                break
            told = one.subject.text
            of = told[len(other) :] if told.startswith(other) and SEAM not in told else ""
            alike = one.change is None and one.quantity.base_unit == reading.quantity.base_unit
            if alike and len(of) > len(rest) and (of.startswith(rest) or of.endswith(rest)):
                measured = own + one.measure[len(other) :] if one.measure.startswith(other) else own + of
                return own + of, measured
    return "", ""


def _twins(name: str) -> Iterable[tuple[str, str]]:
    """The half that a name begins with, and the other one."""
    for pair in halves():
        for own, other in (pair, pair[::-1]):
            if name.startswith(own):
                yield own, other
