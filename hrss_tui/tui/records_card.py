"""The card of a record: what a figure is, for when, in which unit, where else it stands, which checks know it."""

from __future__ import annotations

from hrss_tui.query.views import format_view, view
from hrss_tui.records import BudgetLine, Fact, Observation
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.lines import Line, Seg, line

MOST = 12


def card(desk: Desk, record_id: str) -> list[Line]:
    """Lines of the card; empty for an unknown id."""
    record = desk.data.records.get(record_id)
    if record is None:
        return []
    if isinstance(record, Observation):
        lines = _observation(desk, record)
    elif isinstance(record, BudgetLine):
        lines = _budget_line(desk, record)
    else:
        lines = []
    return lines + _checks(desk, record_id)


def _pair(desk: Desk, key: str, text: str | None, target: str = "", source: str = "") -> list[Line]:
    if not text:
        return []
    return [line(Seg(f"{desk.say(key)} ", "dim"), Seg(text), target=target, source=source, indent=4)]


def _observation(desk: Desk, row: Observation) -> list[Line]:
    indicator = desk.data.indicators.get(row.indicator_id or "")
    name = (indicator.name_en if desk.lang == "en" else indicator.name) if indicator else None
    target = format_view(view("indicators", row.indicator_id or "")) if indicator else ""
    operator = "" if row.operator == "=" else row.operator
    lines = [line(Seg(f"{operator}{row.printed}{row.unit}", "strong"), "  ", row.subject)]
    lines += _pair(desk, "card.indicator", name, target)
    lines += _pair(desk, "card.kind", desk.words.get(f"kind.{row.kind}", row.kind))
    lines += _pair(desk, "card.period", row.period)
    lines += _pair(desk, "card.scope", row.scope)
    lines += _pair(desk, "card.against", row.against)
    lines += _pair(desk, "card.note", row.scope_note)
    return lines + _elsewhere(desk, row)


def _elsewhere(desk: Desk, row: Observation) -> list[Line]:
    """Other figures of the same indicator."""
    if row.indicator_id is None:
        return []
    same = [
        other
        for rows in desk.data.observations.values()
        for other in rows
        if other.indicator_id == row.indicator_id and other.observation_id != row.observation_id
    ]
    lines = [
        line(
            Seg(f"{desk.say('card.elsewhere')} ", "dim"),
            f"{other.doc_id} {other.period or ''} {other.printed}{other.unit}",
            source=f"{other.doc_id}:{other.line_start}",
        )
        for other in same[:MOST]
    ]
    more = len(same) - MOST
    return lines + ([line(Seg(desk.say("more", count=more), "dim"))] if more > 0 else [])


def _budget_line(desk: Desk, row: BudgetLine) -> list[Line]:
    code = f"{row.code} " if row.code else ""
    target = format_view(view("budget", row.code)) if row.code and row.classification == "functional" else ""
    lines = [line(Seg(row.printed, "strong"), f"  {code}{row.name}", target=target)]
    lines += _pair(desk, "card.measure", row.measure_label)
    lines += _pair(desk, "card.table", f"{row.table_no} {row.table_title}")
    lines += _pair(desk, "card.unit", row.unit_name)
    lines += _pair(desk, "card.project", row.project)
    if row.code_restored:
        lines.append(line(Seg(desk.say("card.restored"), "warn")))
    return lines


def _checks(desk: Desk, record_id: str) -> list[Line]:
    found = [check for check in desk.data.checks if record_id in check.records]
    return [
        line(
            Seg(f"{desk.say('card.check')} ", "dim"),
            Seg(desk.say(f"status.{check.status}"), status_style(check.status)),
            f" {check.description}",
            target=format_view(view("checks", check.check_id)),
        )
        for check in found[:MOST]
    ]


def status_style(status: str) -> str:
    """The style a check's status is shown in."""
    return {"exact": "good", "rounding": "accent", "fails": "bad"}.get(status, "dim")


def place_of(record: Fact) -> str:
    """`document:line` of a record."""
    return f"{record.doc_id}:{record.line_start}"
