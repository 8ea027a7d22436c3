"""Tables by prefecture: the printed total is the sum of the prefectures."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.compile.checks.basics.identity import Identity, compare, total
from hrss_tui.compile.checks.basics.papers import Papers, base, figure, places
from hrss_tui.records import Check, PrefectureTotal, PrefectureValue, record_id


def checks(papers: Papers) -> Iterator[Check]:
    """Every total row, column by column.

    A column drops zeros at the end (12 beside 0.345), so each of its cells is as precise as the finest.
    """
    values: dict[tuple[str, int | None], list[PrefectureValue]] = {}
    for value in papers.of(PrefectureValue):
        if value.status == "value":
            values.setdefault((value.metric, value.year), []).append(value)
    for stated in papers.of(PrefectureTotal):
        parts = values.get((stated.metric, stated.year), [])
        finest = max(places(stated.printed), *(places(row.printed) for row in parts), 0)
        left = figure(stated.printed, stated.unit, record_id(stated), finest)
        right = total(figure(row.printed, row.unit, record_id(row), finest) for row in parts)
        words = f"{stated.metric_label}：合计 = {len(parts)} 个地（州、市）之和"
        identity = Identity("prefecture_sum", words, stated, base(stated.unit), context="各地之和与合计不符")
        yield compare(identity, left, right)
