"""Indicators and their figures as rows for the widgets."""

from __future__ import annotations

from collections import Counter

from hrss_tui.query.views import format_view, view
from hrss_tui.records import Observation
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.lines import Line, Seg, line
from hrss_tui.tui.records_card import card
from hrss_tui.tui.widgets.table import Cell, Column, Row

UNNAMED = "-"
"""Key of the row that gathers the figures of no canonical indicator."""


def indicator_table(desk: Desk) -> tuple[list[Column], list[Row]]:
    """Indicators that have figures, the most documented first, then the figures of no indicator."""
    say = desk.say
    counts = Counter(one.indicator_id for rows in desk.data.observations.values() for one in rows)
    columns = [
        Column(say("col.indicator"), grow=True, most=60),
        Column(say("col.unit"), most=10),
        Column(say("col.count"), right=True),
    ]
    rows = [
        Row(
            (
                Cell(row.name_en if desk.lang == "en" else row.name),
                Cell(row.unit, None, "dim"),
                Cell(str(counts[row.indicator_id]), counts[row.indicator_id]),
            ),
            row.indicator_id,
            value=f"{row.name} {row.name_en} {' '.join(row.aliases)}",
        )
        for row in desk.data.indicators.values()
        if counts[row.indicator_id]
    ]
    rows.sort(key=lambda row: -(row.cells[2].order if isinstance(row.cells[2].order, int) else 0))
    if counts[None]:
        cells = (
            Cell(say("indicators.unnamed"), None, "dim"),
            Cell(""),
            Cell(str(counts[None]), counts[None]),
        )
        rows.append(Row(cells, UNNAMED, value=say("indicators.unnamed")))
    return columns, rows


def values_of(desk: Desk, key: str) -> list[Observation]:
    """The figures of an indicator by period and document."""
    wanted = None if key == UNNAMED else key
    found = [one for rows in desk.data.observations.values() for one in rows if one.indicator_id == wanted]
    return sorted(found, key=lambda one: one.period or "") if wanted else found


def value_table(desk: Desk, key: str | None) -> tuple[list[Column], list[Row]]:
    """The figures of an indicator, each leading to its line."""
    say = desk.say
    columns = [
        Column(say("col.period"), most=12),
        Column(say("col.kind"), most=10),
        Column(say("col.value"), right=True),
        Column(say("col.unit"), most=10),
        Column(say("col.document"), most=20),
        Column(say("col.subject"), grow=True, most=60),
    ]
    if key is None:
        return columns, []
    return columns, [_value_row(desk, one) for one in values_of(desk, key)]


def _value_row(desk: Desk, one: Observation) -> Row:
    operator = "" if one.operator == "=" else one.operator
    style = {"target": "accent", "cumulative": "dim"}.get(one.kind, "strong")
    change = f" {one.change}" if one.change else ""
    cells = (
        Cell(one.period or "", one.period),
        Cell(desk.words.get(f"kind.{one.kind}", one.kind) + change),
        Cell(f"{operator}{one.printed}", one.base_value, style),
        Cell(one.unit, None, "dim"),
        Cell(one.doc_id, None, "dim"),
        Cell(one.subject),
    )
    place = f"{one.doc_id}:{one.line_start}"
    value = f"{one.subject} {one.period or ''} {operator}{one.printed}{one.unit}"
    return Row(cells, one.observation_id, format_view(view("documents", place)), place, value)


def sentence(desk: Desk, one: Observation) -> list[Line]:
    """The passage a figure stands in, with the figure marked, then its card."""
    block = next(
        (block for block in desk.data.blocks.get(one.doc_id, ()) if block.block_id == one.block_id), None
    )
    lines: list[Line] = []
    if block is not None:
        text = block.text.replace("\t", "  ")
        at = text.find(one.printed)
        parts = (
            [Seg(text)]
            if at < 0
            else [Seg(text[:at]), Seg(one.printed, "hit"), Seg(text[at + len(one.printed) :])]
        )
        lines.append(line(*parts, source=f"{one.doc_id}:{one.line_start}"))
    return [*lines, *card(desk, one.observation_id)]
