"""What the text says of all performance forms of the document together: how many projects, how much money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, not_checkable, total
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.money import yuan
from hrss_tui.records import Check, PerformanceTable
from hrss_tui.words.check_reasons import because

_MONEY = re.compile(r"涉及(?:的)?(?:项目)?(?:支出)?(?:预算)?(?:资金|金额)(?:总额|合计|共计)?(?:为|共)?$")
_GOALS = re.compile(r"绩效目标")
_COUNTED = ("个", "项")
_LEAST = 2
"""Forms from which on they may be all that the text speaks of."""


def checks(papers: Papers, passages: Sequence[Passage]) -> Iterator[Check]:
    """Every amount that a sentence on performance goals gives for all projects."""
    tables = [table for table in papers.of(PerformanceTable) if table.project and table.amount is not None]
    if len(tables) < _LEAST:
        return
    for passage in passages:
        for one in passage.figures:
            if one.base == "元" and _MONEY.search(one.before.strip()):
                yield from _check(passage, one, tables)


def _check(passage: Passage, one: Figure, tables: Sequence[PerformanceTable]) -> Iterator[Check]:
    same = [other for other in passage.sentence(one.sentence) if other.start < one.start]
    count = next(
        (other for other in reversed(same) if other.unit in _COUNTED and "项目" in other.before), None
    )
    start = same[0].start - len(same[0].before) if same else 0
    if count is None or not _GOALS.search(passage.text, max(0, start), one.start):
        return
    words = f"{count.printed}{count.unit}项目涉及 {one.printed}{one.unit} = {len(tables)} 张绩效目标表之和"
    identity = Identity(
        "performance_tables",
        words,
        passage.block(one.start),
        "元",
        str(one.start),
        because("narrative_forms"),
    )
    if count.value != len(tables):
        yield not_checkable(identity, because("forms_counted"), passage.quantity(one))
        return
    parts = (Quantity(yuan(table.amount or 0), ids=(table.table_id,)) for table in tables)
    yield compare(identity, passage.quantity(one), total(parts))
