"""Targets of a document by prefecture against those of its text."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.compile.checks.basics.identity import Identity, compare
from hrss_tui.compile.checks.basics.papers import base, figure
from hrss_tui.compile.checks.prose.sentences import Prose, is_level, quantity
from hrss_tui.records import Check, PrefectureTotal, record_id


def checks(found: Prose) -> Iterator[Check]:
    """The total of every column by prefecture that the text states as a target too."""
    for stated in found.papers.of(PrefectureTotal):
        for row in found.rows:
            same = row.indicator_id is not None and row.indicator_id == stated.indicator_id
            if not same or row.kind != "target" or row.period != str(stated.year) or not is_level(row):
                continue
            if row.base_unit == base(stated.unit):
                words = f"{row.subject}：正文的目标 = 分解表“{stated.metric_label}”的合计"
                identity = Identity(
                    "prefecture_target", words, row, row.base_unit, context="正文与分解表不同"
                )
                yield compare(identity, quantity(row), figure(stated.printed, stated.unit, record_id(stated)))
                break
