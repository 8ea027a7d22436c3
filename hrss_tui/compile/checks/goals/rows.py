"""Which row of a performance table a figure of its goal is about, by unit and name and never by value."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.papers import base
from hrss_tui.compile.checks.prose.sentences import own_words
from hrss_tui.records import Observation, PerformanceTarget
from hrss_tui.reference import fold_label, units
from hrss_tui.reference.checks import performance_rules

_SURE = 0.75
_LIKELY = 0.5
_ENDING = 3
_MEASURE = 2
"""Characters at the end of the name of a rate that say what is measured: 发放率 is not 准确率."""
_PER_YEAR = "/年"
_BRACKET = re.compile(r"\([^()]*\)$")


class Match(msgspec.Struct, frozen=True):
    """A row; `comparable` where it counts the same kind of thing, `sure` where the names leave no doubt."""

    row: PerformanceTarget
    comparable: bool
    sure: bool


def best_match(goal: Observation, rows: Sequence[PerformanceTarget]) -> Match | None:
    """The row a goal's figure is about; None where no name is like it.

    Rows in the same unit come first, then those that count similar things. The names may differ where only one
    row of a kind (…满意度) exists.
    """
    comparable = [row for row in rows if _comparable(goal.base_unit, base(row.unit or ""))]
    ranked = sorted(comparable, key=lambda row: _rank(goal, row), reverse=True)
    if ranked and _likeness(goal, ranked[0]) >= _LIKELY:
        likeness = _likeness_of_whole if _is_rate(goal) else _likeness
        return Match(ranked[0], True, likeness(goal, ranked[0]) >= _SURE)
    words = fold_label(own_words(goal))
    same_ending = [row for row in comparable if _name(row)[-_ENDING:] == words[-_ENDING:]]
    if len(same_ending) == 1:
        return Match(same_ending[0], True, False)
    named = max(rows, key=lambda row: _likeness(goal, row), default=None)
    return Match(named, False, False) if named and _likeness(goal, named) >= _SURE else None


def _rank(goal: Observation, row: PerformanceTarget) -> tuple[float, bool, int]:
    same_unit = goal.base_unit == base(row.unit or "").removesuffix(_PER_YEAR)
    return _likeness(goal, row), same_unit, -len(row.indicator)


def _likeness(goal: Observation, row: PerformanceTarget) -> float:
    """How alike the names are, 0 to 1: the share of the shorter name's pairs of characters in the longer."""
    if goal.indicator_id and goal.indicator_id == row.indicator_id:
        return 1.0
    words, name = _without_verb(fold_label(own_words(goal))), _name(row)
    if _is_rate(goal) and words[-_MEASURE:] != name[-_MEASURE:]:
        return 0.0
    one, other = _pairs(words), _pairs(name)
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _likeness_of_whole(goal: Observation, row: PerformanceTarget) -> float:
    """The share of the longer name's pairs in the shorter: a rate of some (期满就业率) may be another than that of all."""
    one, other = _pairs(_without_verb(fold_label(own_words(goal)))), _pairs(_name(row))
    alike = len(one & other) / max(len(one), len(other), 1)
    return min(alike, _likeness(goal, row)) if goal.indicator_id is None else _likeness(goal, row)


def _is_rate(goal: Observation) -> bool:
    return goal.base_unit == "%"


def _name(row: PerformanceTarget) -> str:
    """The name of an indicator without its unit in brackets."""
    return _BRACKET.sub("", fold_label(row.indicator))


def _without_verb(words: str) -> str:
    """开展培训 is about 培训."""
    verb = next((verb for verb in performance_rules().verbs if words.startswith(verb)), "")
    return words.removeprefix(verb) if len(words) > len(verb) + 1 else words


def _comparable(one: str, other: str) -> bool:
    """The same unit, or both counters (份 and 张); a share, a time or money is compared with its like only."""
    known = units()
    if one == other.removesuffix(_PER_YEAR):
        return True
    kinds = [known[unit].kind if unit in known else "count" for unit in (one, other)]
    return all(kind in ("count", "persons") for kind in kinds)


def _pairs(words: str) -> set[str]:
    """The pairs of neighbouring characters of a name."""
    return {words[at : at + 2] for at in range(len(words) - 1)}
