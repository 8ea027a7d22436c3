"""What a figure is of, when and in which unit, as pairs of a word's key and a text."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.formulas import without_math
from hrss_tui.query.bilingual import Printed
from hrss_tui.query.evidence.own import Owns
from hrss_tui.records import (
    BudgetChange,
    BudgetLine,
    GlossaryTerm,
    Indicator,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    Prefecture,
    PrefectureTotal,
    PrefectureValue,
    Project,
    ProjectAllocation,
    Record,
)
from hrss_tui.reference.places import places
from hrss_tui.words import Phrase, named_or, phrase

Pair = tuple[str, str]
"""The key of a word, and what it says here; a Phrase where that depends on the language."""
_NAMES = ("subject", "indicator", "metric_label", "item", "term", "project", "name", "title", "printed")
"""Columns that say what a record is of; the first that says something does."""


def title_of(owns: Owns, record: Record) -> str:
    """What the record is of, in the words of the document."""
    parts: list[str | None]
    match record:
        case BudgetLine():
            parts = _budget_title(record)
        case BudgetChange():
            parts = [record.code, record.name]
        case PrefectureValue():
            parts = [_prefecture(owns, record.prefecture_code), record.metric_label]
        case _:
            parts = [next((text for name in _NAMES if (text := getattr(record, name, None))), None)]
    return Printed(*(part for part in parts if part))


def _budget_title(record: BudgetLine) -> list[str | None]:
    """Without a code the title of the table says what an amount is of; its own 总计 and 合计 do not."""
    if record.code or record.project:
        return [record.code, record.name, record.project, record.measure_label]
    whole = record.level == 0 and record.measure == "total"
    return [record.table_title, record.name, None if whole else record.measure_label]


def facts_of(owns: Owns, record: Record) -> tuple[Pair, ...]:
    """What is known of it."""
    return tuple((key, text) for key, text in _pairs(owns, record) if text)


def _pairs(owns: Owns, record: Record) -> Iterator[tuple[str, str | None]]:
    match record:
        case Observation():
            yield "card.indicator", _indicator(owns, record.indicator_id)
            yield "card.kind", _kind(record.kind)
            yield "card.period", record.period
            yield "col.place", _place(owns, record)
            yield "card.scope", Printed(record.scope or "")
            yield "card.against", record.against
            yield "card.note", Printed(record.scope_note or "")
        case BudgetLine():
            yield "card.period", str(record.year or "")
            yield "card.table", Printed(str(record.table_no), record.table_title)
            yield "card.measure", Printed(record.measure_label)
            yield "card.unit", record.unit_name
            yield "card.project", record.project
            yield "card.note", phrase("card.restored") if record.code_restored else ""
        case BudgetChange():
            yield "card.period", str(record.year or "")
            yield "evidence.change", _signed(record)
            yield "evidence.reason", record.reason
            yield "card.note", phrase("budget.reclassified") if record.reclassified else ""
        case PrefectureValue() | PrefectureTotal():
            yield "card.indicator", _indicator(owns, record.indicator_id)
            yield "card.kind", _kind(record.kind)
            yield "card.period", str(record.year or "")
        case PerformanceTarget():
            yield "card.indicator", _indicator(owns, record.indicator_id)
            yield "card.project", record.project or phrase("card.department")
            yield "card.unit", record.unit_name
            yield "card.basis", record.basis
            yield "card.previous", Printed(without_math(record.previous or ""))
            yield "card.weight", "" if record.weight is None else f"{record.weight:g}"
        case PerformanceTable():
            yield "card.project", record.project or phrase("card.department")
            yield "card.unit", record.unit_name
        case Project():
            yield "card.unit", record.unit_name
            yield "card.period", "/".join(day for day in (record.starts, record.ends) if day)
        case ProjectAllocation():
            yield "card.project", _project(owns, record)
            yield "card.part_of", record.parent_item
            yield "entry.prefecture", _prefecture(owns, record.prefecture_code)
        case GlossaryTerm():
            yield "evidence.definition", record.definition
        case _:
            pass


def _place(owns: Owns, record: Observation) -> str:
    """The place a figure is of, where its document is of another or of none that is known."""
    document = owns.documents.get(record.doc_id)
    if not record.place or (document is not None and document.place == record.place):
        return ""
    known = places().get(record.place)
    return Phrase(known.name, known.name_en) if known else phrase("place.nation")


def _kind(kind: str) -> str:
    return named_or(f"kind.{kind}", kind)


def _signed(record: BudgetChange) -> str:
    sign = "+" if record.change > 0 else "−" if record.change < 0 else ""
    percent = f" ({sign}{record.percent_printed}%)" if record.percent_printed else ""
    return f"{sign}{record.change_printed}{percent}"


def _indicator(owns: Owns, wanted: str | None) -> str:
    rows = owns.pack.rows(Indicator) if wanted and "indicators" in owns.pack.schema else []
    found = next((row for row in rows if row.indicator_id == wanted), None)
    return Phrase(found.name, found.name_en or found.name) if found else ""


def _prefecture(owns: Owns, code: str | None) -> str:
    rows = owns.pack.rows(Prefecture) if code and "prefectures" in owns.pack.schema else []
    found = next((row for row in rows if row.code == code), None)
    return Phrase(found.short_name, found.name_en or found.short_name) if found else code or ""


def _project(owns: Owns, record: ProjectAllocation) -> str:
    project = owns.record(record.project_id)
    return project.name if isinstance(project, Project) else ""
