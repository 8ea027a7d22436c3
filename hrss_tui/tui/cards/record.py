"""The card of a record: what a figure is, for when, in which unit, where else it stands, which checks know it."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from hrss_tui import lazy_re as re
from hrss_tui.query.budget import lines_of
from hrss_tui.query.indicators import Statement
from hrss_tui.query.quantities import figure_of
from hrss_tui.query.views import format_view, view
from hrss_tui.records import (
    BudgetChange,
    BudgetLine,
    Fact,
    GlossaryTerm,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    Project,
    ProjectAllocation,
    record_id,
)
from hrss_tui.tui.cards.change import change_lines
from hrss_tui.tui.cards.check import said
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.lines import Line, Seg, line
from hrss_tui.tui.paint.styles import status_style

MOST = 12
_COLUMN = re.compile(r"\.(\d{1,9})$", re.ASCII)
_TABLES = (Observation.TABLE, PrefectureTotal.TABLE, PerformanceTarget.TABLE)


def card(desk: Desk, wanted: str) -> list[Line]:
    """Lines of the card; empty for an unknown id."""
    record = desk.data.record(wanted)
    if not isinstance(record, Fact):
        return []
    page = _pair(desk, "card.page", desk.spot(record.doc_id, record.line_start))
    return [*_told(desk, record), *page, *_elsewhere(desk, record), *_checks(desk, wanted)]


def _told(desk: Desk, record: Fact) -> list[Line]:
    lines: list[Line] = []
    match record:
        case Observation():
            lines = _observation(desk, record)
        case BudgetLine():
            lines = _budget_line(desk, record)
        case BudgetChange():
            lines = change_lines(desk, record, named=True) + _code(desk, record.code)
        case Project() | ProjectAllocation():
            lines = _project(desk, record)
        case PerformanceTable() | PerformanceTarget():
            lines = _performance(desk, record)
        case PrefectureValue() | PrefectureTotal():
            lines = _metric(desk, record)
        case GlossaryTerm():
            lines = [line(Seg(record.term, "strong")), line(record.definition)]
        case _:
            pass
    return lines


def _pair(desk: Desk, key: str, text: str | None, target: str = "", source: str = "") -> list[Line]:
    if not text:
        return []
    return [line(Seg(f"{desk.say(key)} ", "dim"), Seg(text), target=target, source=source, indent=4)]


def _indicator(desk: Desk, indicator_id: str | None) -> list[Line]:
    indicator = desk.data.indicators.get(indicator_id or "")
    if indicator is None:
        return []
    name = indicator.name_en if desk.lang == "en" else indicator.name
    return _pair(desk, "card.indicator", name, format_view(view("indicators", indicator.indicator_id)))


def _code(desk: Desk, code: str | None) -> list[Line]:
    return _pair(desk, "entry.code", code, format_view(view("budget", code))) if code else []


def _prefecture(desk: Desk, code: str | None) -> list[Line]:
    known = desk.data.prefectures.get(code or "")
    if known is None:
        return []
    name = known.name_en if desk.lang == "en" else known.name
    return _pair(desk, "entry.prefecture", name, format_view(view("compare", known.code)))


def _observation(desk: Desk, row: Observation) -> list[Line]:
    lines = [line(Seg(desk.quantity(row.printed, row.unit, row.operator), "strong"), "  ", row.subject)]
    lines += _indicator(desk, row.indicator_id)
    lines += _pair(desk, "card.kind", desk.words.get(f"kind.{row.kind}", row.kind))
    lines += _pair(desk, "card.period", row.period)
    lines += _pair(desk, "col.place", _place(desk, row))
    lines += _pair(desk, "card.scope", desk.named(row.scope or ""))
    lines += _pair(desk, "card.against", row.against)
    return lines + _pair(desk, "card.note", desk.named(row.scope_note or ""))


def _place(desk: Desk, row: Observation | Statement) -> str:
    """The place a figure is of, where its document is of another or of none that is known."""
    document = desk.data.documents.get(row.doc_id)
    own = document.place if document else None
    return desk.place_name(row.place) if row.place and row.place != own else ""


def _budget_line(desk: Desk, row: BudgetLine) -> list[Line]:
    code = f"{row.code} " if row.code else ""
    target = format_view(view("budget", row.code)) if row.code and row.classification == "functional" else ""
    lines = [line(Seg(row.printed, "strong"), f"  {code}{desk.named(row.name)}", target=target)]
    lines += _pair(desk, "card.amount", f"{desk.money(row.amount)} {desk.unit_name}")
    lines += _pair(desk, "card.period", str(row.year or ""))
    lines += _pair(desk, "card.measure", desk.named(row.measure_label))
    lines += _pair(desk, "card.table", f"{row.table_no} {desk.named(row.table_title)}")
    lines += _pair(desk, "card.unit", row.unit_name)
    lines += _pair(desk, "card.project", row.project)
    if row.code_restored:
        lines.append(line(Seg(desk.say("card.restored"), "warn")))
    return lines


def _project(desk: Desk, row: Project | ProjectAllocation) -> list[Line]:
    named = row.name if isinstance(row, Project) else row.item
    lines = [line(Seg(f"{desk.money(row.amount)} {desk.unit_name}", "strong"), f"  {named}")]
    if isinstance(row, Project):
        lines += _pair(desk, "card.unit", row.unit_name)
        return lines + _pair(desk, "card.period", "/".join(day for day in (row.starts, row.ends) if day))
    lines += _pair(desk, "card.part_of", row.parent_item)
    projects = desk.data.of(row.doc_id).projects
    project = next((known for known in projects if known.project_id == row.project_id), None)
    if project is not None:
        place = f"{project.doc_id}:{project.line_start}"
        lines += _pair(desk, "card.project", project.name, source=place)
    return lines + _prefecture(desk, row.prefecture_code)


def _performance(desk: Desk, row: PerformanceTable | PerformanceTarget) -> list[Line]:
    if isinstance(row, PerformanceTable):
        lines = [line(Seg(f"{desk.money(row.amount)} {desk.unit_name}", "strong"))]
    else:
        lines = [
            line(Seg(desk.printed(row.printed), "strong"), f"  {row.indicator}"),
            *_indicator(desk, row.indicator_id),
        ]
        lines += _pair(desk, "card.basis", row.basis)
        lines += _pair(desk, "card.previous", desk.printed(row.previous or ""))
        lines += _pair(desk, "card.weight", "" if row.weight is None else f"{row.weight:g}")
    lines += _pair(desk, "card.project", row.project or desk.say("card.department"))
    return lines + _pair(desk, "card.unit", row.unit_name)


def _metric(desk: Desk, row: PrefectureValue | PrefectureTotal) -> list[Line]:
    lines = [
        line(
            Seg(f"{row.printed} {desk.unit_named(row.unit)}", "strong"),
            f"  {desk.metric_named(row.metric, row.metric_label)}",
        )
    ]
    lines += _prefecture(desk, row.prefecture_code) if isinstance(row, PrefectureValue) else []
    lines += _indicator(desk, row.indicator_id)
    lines += _pair(desk, "card.kind", desk.words.get(f"kind.{row.kind}", row.kind))
    return lines + _pair(desk, "card.period", str(row.year or ""))


def _elsewhere(desk: Desk, record: Fact) -> list[Line]:
    """Other figures of the same indicator; of a budget line, the same column of the same code in other tables."""
    if isinstance(record, BudgetLine):
        same = lines_of(desk.data.of(record.doc_id).ledger, record.doc_id, record.code)
        found = [
            (f"{desk.say('card.table')} {row.table_no} {desk.named(row.measure_label)} {row.printed}", row)
            for row in same
            if row.measure == record.measure and row.line_id != record.line_id
        ]
        return _others(desk, found[:MOST], len(found))
    indicator = getattr(record, "indicator_id", None)
    return _of_indicator(desk, indicator, record) if indicator else []


def _of_indicator(desk: Desk, indicator: str, record: Fact) -> list[Line]:
    """Figures of the same place, then of others; of prose, then totals of tables, then targets, each in the order of the package."""
    places, own = desk.data.places_of_documents, record_id(record)
    document = desk.data.documents.get(record.doc_id)
    place = getattr(record, "place", None) or (document.place if document else None)
    stated = [row for row in desk.data.statements.get(indicator, ()) if row.record_id != own]
    first = nsmallest(
        MOST,
        stated,
        key=lambda row: (
            row.place != place,
            _TABLES.index(row.table),
            places.get(row.doc_id, 0),
            row.line_start,
            _column(row.record_id),
        ),
    )
    return _others(desk, [(_stated(desk, row), row) for row in first], len(stated))


def _column(record_id: str) -> int:
    """The column of a line that the id of a figure names; 0 where it names none."""
    named = _COLUMN.search(record_id)
    return int(named[1]) if named else 0


def _stated(desk: Desk, row: Statement) -> str:
    if row.table == PerformanceTarget.TABLE:
        return desk.printed(row.printed)
    kind = f"change.{row.change}" if row.change else f"kind.{row.kind}"
    named = "" if not row.change and row.kind == "actual" else desk.words.get(kind, "")
    figure = desk.quantity(*figure_of(row.printed, row.unit, row.operator))
    return " ".join(filter(None, (_place(desk, row), row.period, named, figure)))


def _others(desk: Desk, listed: Iterable[tuple[str, Fact | Statement]], total: int) -> list[Line]:
    """The first ones of so many."""
    head = f"{desk.say('card.elsewhere')} "
    lines = [
        line(Seg(head, "dim"), f"{desk.called(row.doc_id)} {text}", source=place_of(row))
        for text, row in listed
    ]
    more = total - MOST
    return lines + ([line(Seg(desk.say("more", count=more), "dim"))] if more > 0 else [])


def _checks(desk: Desk, wanted: str) -> list[Line]:
    found = desk.data.checks_with(wanted)
    return [
        line(
            Seg(f"{desk.say('card.check')} ", "dim"),
            Seg(desk.words.get(f"status.{check.status}", check.status), status_style(check.status)),
            f" {said(desk, check)}",
            target=format_view(view("checks", check.check_id)),
        )
        for check in found[:MOST]
    ]


def place_of(record: Fact | Statement) -> str:
    """`document:line` of a record."""
    return f"{record.doc_id}:{record.line_start}"
