"""The goals of performance tables against their rows, and all tables together against the budget."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.basics.money import is_amount
from hrss_tui.compile.checks.basics.identity import (
    ZERO,
    Identity,
    Quantity,
    compare,
    not_checkable,
    total,
)
from hrss_tui.compile.checks.basics.papers import base, figure
from hrss_tui.compile.checks.goals.rows import best_match
from hrss_tui.compile.checks.performance import stated
from hrss_tui.compile.checks.prose.sentences import Prose, is_level, own_words, quantity
from hrss_tui.records import Check, Observation, PerformanceTable, PerformanceTarget
from hrss_tui.reference.checks import fund_tables, other_money, performance_rules
from hrss_tui.words.check_reasons import because


def checks(found: Prose) -> Iterator[Check]:
    """Goals, table by table; then the money of all tables."""
    tables = found.papers.of(PerformanceTable)
    targets = found.papers.of(PerformanceTarget)
    rows: dict[str, list[PerformanceTarget]] = {}
    for row in targets:
        if is_amount(row.value):
            rows.setdefault(row.table_id, []).append(row)
    levels = [row for row in found.rows if is_level(row)]
    places = sorted((row.line_start, place) for place, row in enumerate(levels))
    for table in tables:
        first = bisect_left(places, (table.line_start,))
        last = bisect_left(places, (table.line_end + 1,), first)
        goals = [levels[place] for place in sorted(place for _, place in places[first:last])]
        yield from _goals(table, goals, rows.get(table.table_id, []))
    yield from _same(tables, targets)
    yield from _appropriations(found, tables)
    yield from _other(found, tables)


def _goals(
    table: PerformanceTable, goals: Sequence[Observation], rows: Sequence[PerformanceTarget]
) -> Iterator[Check]:
    """Every figure of a goal against the row that states the same target."""
    for goal in goals:
        words = (
            f"绩效目标表 {table.project or '部门整体'}：总体目标“{own_words(goal)} {goal.printed}{goal.unit}”"
        )
        match = best_match(goal, rows)
        if match is None:
            identity = Identity("performance_goal", f"{words} = 指标值", goal, goal.base_unit)
            yield not_checkable(identity, because("no_target"), quantity(goal))
            continue
        words = f"{words} = 指标“{match.row.indicator}” {match.row.printed}"
        identity = Identity(
            "performance_goal", words, goal, goal.base_unit, context=because("goal_and_target")
        )
        if not match.comparable:
            units_differ = because("units_differ", left=goal.unit, right=match.row.unit)
            yield not_checkable(identity, units_differ, quantity(goal))
            continue
        check = compare(identity, quantity(goal), _value(match.row))
        yield (
            check
            if match.sure or check.status != "fails"
            else not_checkable(identity, _UNSURE, quantity(goal))
        )


_UNSURE = because("other_target")


def _value(row: PerformanceTarget) -> Quantity:
    """A target is meant exactly."""
    return msgspec.structs.replace(figure(row.value, row.unit or "", row.target_id), error=ZERO)


def _same(tables: Sequence[PerformanceTable], targets: Sequence[PerformanceTarget]) -> Iterator[Check]:
    """The department's targets that a project's table has too."""
    whole = {table.table_id for table in tables if table.project is None}
    own = [row for row in targets if row.table_id in whole and row.indicator_id and is_amount(row.value)]
    others: dict[tuple[str | None, str], list[PerformanceTarget]] = {}
    for row in targets if own else ():
        if row.table_id not in whole and is_amount(row.value):
            others.setdefault((row.indicator_id, base(row.unit or "")), []).append(row)
    for row in own:
        for other in others.get((row.indicator_id, base(row.unit or "")), ()):
            words = f"{row.indicator}：部门整体 {row.printed} = 项目“{other.project}” {other.printed}"
            identity = Identity("performance_same", words, row, base(row.unit or ""), other.table_id)
            check = compare(identity, _value(row), _value(other))
            yield check if check.status != "fails" else not_checkable(identity, _NARROWER, _value(row))


_NARROWER = because("target_of_department")


def _appropriations(found: Prose, tables: Sequence[PerformanceTable]) -> Iterator[Check]:
    """Appropriations of all tables, with those the document says others report or do not enter its budget."""
    book = found.papers.book
    projects = [table for table in tables if table.project]
    sums = [book.total("general_public_projects", "total")]
    sums += [book.total(kind, "project") for kind in fund_tables() if kind != "general_public"]
    present = [each for each in sums if each]
    if not projects or not present or sums[0] is None:
        return
    rules = performance_rules()
    elsewhere = [row for row in _told(found, rules.elsewhere) if _is_sum(row)]
    outside = [row for row in _told(found, rules.outside) if _names(row, rules.direct)]
    own = total(part for table in projects if (part := stated(table, table.fiscal)))
    right = own + total(map(quantity, elsewhere)) - total(map(quantity, outside))
    words = f"项目支出合计 = {len(projects)} 张项目绩效目标表的财政拨款 + 由他处编报的 − 不纳入本预算的"
    identity = Identity("performance_tables", words, sums[0][0], "元", "fiscal")
    left = total(each[1] for each in present)
    check = compare(identity, left, right)
    yield check if check.status != "fails" else not_checkable(identity, _UNEXPLAINED, left)


_UNEXPLAINED = because("reported_elsewhere")


def _told(found: Prose, phrases: Sequence[str]) -> list[Observation]:
    """Sums of money in blocks that say one of these things."""
    return [
        row
        for row in found.rows
        if row.base_unit == "元" and is_level(row) and any(word in found.text(row) for word in phrases)
    ]


def _is_sum(row: Observation) -> bool:
    return own_words(row).endswith("合计")


def _names(row: Observation, phrases: Sequence[str]) -> bool:
    return any(word in row.subject for word in phrases)


def _other(found: Prose, tables: Sequence[PerformanceTable]) -> Iterator[Check]:
    """Other money of all tables against the income table's."""
    sheet, row = found.papers.book.sheets.get("income"), found.papers.book.grand_total("income")
    own = [table for table in tables if table.project and table.other]
    if sheet is None or row is None or not own:
        return
    measures = [
        measure for measure in other_money() if measure != "fiscal_carryover" and measure in row.cells
    ]
    if not measures:
        return
    left = total(sheet.cell(row.cells[measure]) for measure in measures)
    right = total(part for table in own if (part := stated(table, table.other)))
    words = f"{sheet.label} 单位资金 = {len(own)} 张项目绩效目标表的其他资金之和"
    identity = Identity("performance_tables", words, row.cells[measures[0]], "元", "other")
    check = compare(identity, left, right)
    yield check if check.status != "fails" else not_checkable(identity, because("other_money"), left)
