"""Targets against outcomes, and what is stated for years against what is stated for spans of years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import is_amount
from hrss_tui.compile.checks.basics.identity import (
    Identity,
    Quantity,
    at_least,
    at_most,
    compare,
    not_checkable,
    total,
)
from hrss_tui.compile.checks.basics.papers import base, figure
from hrss_tui.compile.checks.goals.across import title
from hrss_tui.compile.checks.prose.sentences import PERCENT, Prose, is_absolute, is_aim, is_level, quantity
from hrss_tui.plain import one_year
from hrss_tui.records import Check, Document, Fact, Observation, PerformanceTable, PerformanceTarget
from hrss_tui.reference.indicators import is_ceiling
from hrss_tui.reference.metrics import SO_FAR
from hrss_tui.reference.turns import turns
from hrss_tui.words.check_reasons import because

_TURNS = turns()
_SPAN = re.compile(r"(\d{4})(?:/(\d{4}))?")
_PREVIOUS = re.compile(r"([<>=]*+)\s*+(\d[\d,]*+(?:\.\d++)?)\s*+(.*)")
_MISSED = because("missed")
_ADMITTED = re.compile(
    rf"[^。；;\d]{{0,12}}?(?:未能?|没有?能?)(?:{re.any_of(_TURNS.manner.admitted)})?(?:{re.any_of(_TURNS.aims.states)})"
)
"""What a document says right behind an outcome that falls short of its target: 未完成年度目标."""
_VERBS = {
    (False, False): "达到",
    (True, False): "不超过",
    (False, True): "没有达到",
    (True, True): "超过",
}
"""What an outcome does to its target: by whether that is a ceiling, and whether the document says it was missed."""
_MET_AFTER_ALL = because("admitted")
_SO_FAR = because("year_not_over")
_ROUGH = because("target_round")
_EQUAL = because("target_passed")
_UNEQUAL = because("together")
_UNKNOWN_SCOPE = because("together_unknown")
_SCOPES = because("scopes_differ")


class Stated(msgspec.Struct, frozen=True):
    """A flow of a span of years: first and last year, the figure, who states it where."""

    first: int
    last: int
    quantity: Quantity
    at: Fact
    title: str
    printed: str
    scope_note: str | None

    @property
    def words(self) -> str:
        """The figure with its span and document."""
        span = f"{self.first} 年" if self.first == self.last else f"{self.first}—{self.last} 年"
        return f"《{self.title}》{span} {self.printed}"


def checks(found: Sequence[Prose]) -> Iterator[Check]:
    """Targets and outcomes of the same period, then spans of years."""
    yield from _targets(found)
    yield from _spans(found)


def _targets(found: Sequence[Prose]) -> Iterator[Check]:
    outcomes: dict[tuple[str, str], tuple[Prose, Observation]] = {}
    steady: dict[str, tuple[Prose, Observation]] = {}
    for each in found:
        for row in each.rows:
            if row.indicator_id and is_level(row) and row.kind in ("actual", "cumulative") and row.period:
                outcomes.setdefault((row.indicator_id, one_year(row.period) or row.period), (each, row))
                if row.operator in ("<=", ">=") and row.base_unit == PERCENT:
                    steady.setdefault(row.indicator_id, (each, row))
    for each in found:
        for row in each.rows:
            if not is_aim(row) or not row.indicator_id or not is_level(row) or not row.period:
                continue
            outcome = outcomes.get((row.indicator_id, row.period))
            held = steady.get(row.indicator_id)
            if outcome is None and held is not None and _within(row.period, held[1].period):
                outcome = held
            if outcome is not None and outcome[1].base_unit == row.base_unit:
                yield _met(row, *outcome)


def _within(period: str, span: str | None) -> bool:
    """Is a year one of a span of years, for each of which a bound is said to have held?"""
    year, outer = _SPAN.fullmatch(period), _SPAN.fullmatch(span or "")
    return bool(year and outer and outer[2] and outer[1] <= year[1] and (year[2] or year[1]) <= outer[2])


def _met(target: Observation, found: Prose, outcome: Observation) -> Check:
    ceiling = is_ceiling(target.indicator_id, target.operator)
    admitted = target.doc_id == outcome.doc_id and _is_admitted(found.text(outcome), outcome)
    verb = _VERBS[ceiling, admitted]
    words = f"{outcome.subject}（{title(found)}）{verb}目标 {target.printed}{target.unit}"
    said = _MET_AFTER_ALL if admitted else _MISSED
    identity = Identity("target_outcome", words, outcome, outcome.base_unit, target.observation_id, said)
    if outcome.scope_note == SO_FAR:
        return not_checkable(identity, _SO_FAR, quantity(outcome))
    if outcome.scope_note and outcome.scope_note != target.scope_note:
        reason = because("other_scope", note=outcome.scope_note)
        return not_checkable(identity, reason, quantity(outcome))
    if _is_so_far(outcome.period or "", found):
        return not_checkable(identity, _SO_FAR, quantity(outcome))
    compared = at_most if ceiling != admitted else at_least
    check = compared(identity, quantity(outcome), quantity(target))
    if check.status == "fails" and target.operator == "~":
        return not_checkable(identity, _ROUGH, quantity(outcome))
    equal = quantity(outcome).value == quantity(target).value
    if equal and target.operator in ("<", ">") and outcome.operator != target.operator:
        return not_checkable(identity, _EQUAL, quantity(outcome))
    return check


def _is_admitted(text: str, outcome: Observation) -> bool:
    """Does the document say right behind an outcome that its target was missed? Then that is what is checked."""
    figure = re.compile(rf"(?<![\d.,]){re.escape(outcome.printed)}\s?{re.escape(outcome.unit)}")
    return any(_ADMITTED.match(text, match.end()) for match in figure.finditer(text))


def _is_so_far(period: str, found: Prose) -> bool:
    """Was an outcome of a year told before the year was over (今年以来)? Then its target is not missed yet."""
    date = next((row.date for row in found.papers.of(Document)), None) or ""
    return len(period) == len("2033") and date[:4] == period and date[5:7] < "12"


def _spans(found: Sequence[Prose]) -> Iterator[Check]:
    """Years and spans of one indicator: a part does not exceed the whole, and parts that meet make it."""
    flows: dict[tuple[str, str], list[Stated]] = {}
    for each in found:
        for key, stated in _flows(each):
            flows.setdefault(key, []).append(stated)
    for rows in flows.values():
        distinct = list({(row.first, row.last): row for row in reversed(rows)}.values())
        spans = {(row.first, row.last): row for row in distinct}
        for whole in sorted(distinct, key=lambda row: (row.first, row.last)):
            if whole.last > whole.first:
                yield from _contained(whole, spans)
                yield from _joined(whole, spans)
                yield from _yearly(whole, spans)


def _flows(found: Prose) -> Iterator[tuple[tuple[str, str], Stated]]:
    name = title(found)
    for row in found.rows:
        span = _SPAN.fullmatch(row.period or "")
        if not span or not row.indicator_id or row.kind not in ("actual", "cumulative"):
            continue
        if row.base_unit == PERCENT or not is_absolute(row) or not is_level(row):
            continue
        first, last = int(span[1]), int(span[2] or span[1])
        if first == last or row.kind == "cumulative":
            yield (
                (row.indicator_id, row.base_unit),
                Stated(first, last, quantity(row), row, name, _shown(row), row.scope_note),
            )
    years = {row.table_id: row.year for row in reversed(found.papers.of(PerformanceTable))}
    for target in found.papers.of(PerformanceTarget):
        stated = _previous(target, years.get(target.table_id), name)
        if stated is not None and target.indicator_id:
            yield (target.indicator_id, base(target.unit or "")), stated


def _shown(row: Observation) -> str:
    """The figure with its mark of approximation."""
    return f"{'约 ' if row.operator == '~' else ''}{row.printed}{row.unit}"


def _previous(target: PerformanceTarget, year: int | None, name: str) -> Stated | None:
    """上年完成值 of a performance table: the outcome of the year before the budget's."""
    match = _PREVIOUS.fullmatch((target.previous or "").strip())
    if (
        match is None
        or year is None
        or not is_amount(match[2])
        or base(match[3]) != base(target.unit or "")
        or base(match[3]) == PERCENT
    ):
        return None
    value = figure(match[2], match[3], target.target_id)
    return Stated(year - 1, year - 1, value, target, name, f"上年完成值 {target.previous}", None)


def _contained(whole: Stated, spans: Mapping[tuple[int, int], Stated]) -> Iterator[Check]:
    for (first, last), part in spans.items():
        inside = whole.first <= first and last <= whole.last and (first, last) != (whole.first, whole.last)
        if inside:
            words = f"{part.words} 不超过 {whole.words}"
            identity = _identity("span_part", words, part, whole, because("part_exceeds_all"))
            if part.scope_note != whole.scope_note:
                yield not_checkable(identity, _SCOPES, part.quantity)
            else:
                yield at_most(identity, part.quantity, whole.quantity)


def _joined(whole: Stated, spans: Mapping[tuple[int, int], Stated]) -> Iterator[Check]:
    """A span of several years and the year or span that goes on from it."""
    for (first, last), one in spans.items():
        rest = spans.get((last + 1, whole.last))
        if first == whole.first and first < last < whole.last and rest is not None:
            words = f"{whole.words} = {one.words} + {rest.words}"
            context = _UNEQUAL if whole.scope_note else _UNKNOWN_SCOPE
            identity = _identity("span_sum", words, whole, one, context)
            yield _sum(identity, whole, [one, rest])


def _yearly(whole: Stated, spans: Mapping[tuple[int, int], Stated]) -> Iterator[Check]:
    """The years of a span one by one."""
    wanted = range(whole.first, whole.last + 1)
    known = [spans[year, year] for year in wanted if (year, year) in spans]
    if not known:
        return
    words = f"{whole.words} = 各年之和"
    identity = _identity("span_sum", words, whole, known[0], _UNEQUAL)
    missing = [str(year) for year in wanted if (year, year) not in spans]
    if missing:
        yield not_checkable(identity, because("no_years", years="、".join(missing)), whole.quantity)
    else:
        yield _sum(identity, whole, known)


def _sum(identity: Identity, whole: Stated, parts: Sequence[Stated]) -> Check:
    notes = {part.scope_note for part in parts} | {whole.scope_note}
    if len(notes) > 1:
        return not_checkable(identity, _SCOPES, whole.quantity)
    return compare(identity, whole.quantity, total(part.quantity for part in parts))


def _identity(kind: str, words: str, at: Stated, other: Stated, context: str = "") -> Identity:
    unit = getattr(at.at, "base_unit", "") or base(getattr(at.at, "unit", "") or "")
    return Identity(kind, words, at.at, unit, f"{other.first}-{other.last}", context)
