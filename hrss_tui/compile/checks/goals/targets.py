"""Targets of a document by prefecture against those of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hrss_tui.compile.checks.basics.identity import Identity, at_least, at_most, compare
from hrss_tui.compile.checks.basics.papers import base, figure
from hrss_tui.compile.checks.prefectures import some_of
from hrss_tui.compile.checks.prose.sentences import Prose, is_aim, is_level, quantity
from hrss_tui.records import Check, Observation, PrefectureTotal, PrefectureValue, record_id
from hrss_tui.words.check_reasons import because


def checks(found: Prose) -> Iterator[Check]:
    """The total of every column by prefecture that the text states as a target too."""
    targets: dict[tuple[str | None, str | None, str], Observation] = {}
    for row in found.rows:
        if row.indicator_id is not None and is_aim(row) and is_level(row):
            targets.setdefault((row.indicator_id, row.period, row.base_unit), row)
    codes: defaultdict[tuple[str, int | None, str], set[str]] = defaultdict(set)
    for value in found.papers.of(PrefectureValue):
        codes[value.metric, value.year, value.kind].add(value.prefecture_code)
    for stated in (row for row in found.papers.of(PrefectureTotal) if row.kind == "target"):
        same = targets.get((stated.indicator_id, str(stated.year), base(stated.unit)))
        if same is not None:
            check = _held(stated, same)
            listed = codes[stated.metric, stated.year, stated.kind]
            yield some_of(check, listed) if len(listed) > 1 else check


def _held(stated: PrefectureTotal, same: Observation) -> Check:
    """The target of the text equals the total; one that is a bound is kept too where the total keeps it (46 万人以上, 51.5)."""
    target, whole = quantity(same), figure(stated.printed, stated.unit, record_id(stated))
    bound = same.operator[:1] if target.value != whole.value else ""
    name, label = same.subject, stated.metric_label
    if bound == ">":
        words, compared = f"{name}：正文的目标不超过分解表“{label}”的合计", at_most
    elif bound == "<":
        words, compared = f"{name}：正文的目标不低于分解表“{label}”的合计", at_least
    else:
        words, compared = f"{name}：正文的目标 = 分解表“{label}”的合计", compare
    identity = Identity("prefecture_target", words, same, same.base_unit, context=because("text_and_annex"))
    return compared(identity, target, whole)
