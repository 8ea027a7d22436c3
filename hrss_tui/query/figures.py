"""Every figure of a package as one long table: budget amounts, targets, allocations, figures of prose.

    figures(pack)       # rows as `records.figures` describes them

`additive` marks leaves: rows that no row below splits, in columns that no other column of the table splits. The
additive amounts of one document and kind of table add up to its total; those of several kinds state the same money
again and are never to be added together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from msgspec.structs import replace

from hrss_tui.compile.basics.dates import days
from hrss_tui.compile.derived import number
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import own_offices
from hrss_tui.query.additive import additive_ids
from hrss_tui.query.averages import adds_up
from hrss_tui.query.ledger import open_ledger
from hrss_tui.records import (
    BudgetChange,
    Document,
    DocumentPage,
    Observation,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    Project,
    ProjectAllocation,
    record_id,
)
from hrss_tui.records.figures import Figure
from hrss_tui.reference.units import in_base_unit

YUAN = "元"


def figures(pack: Pack) -> list[Figure]:
    """All figures, table by table in the order of the package."""
    offices = own_offices(pack.column)
    documents = {
        row.doc_id: replace(row, department=offices.get(row.doc_id, row.department))
        for row in pack.rows(Document)
    }
    scans = {(row.doc_id, row.number) for row in pack.rows(DocumentPage) if row.ocr}
    found = [
        *_budget(pack, documents, offices),
        *_changes(pack, documents),
        *_projects(pack, documents),
        *_allocations(pack, documents),
        *_targets(pack, documents),
        *_prefectures(pack, documents),
        *_prefecture_totals(pack, documents),
        *_observations(pack, documents),
    ]
    return [replace(row, ocr=True) if (row.doc_id, row.page) in scans else row for row in found]


def additive_lines(pack: Pack) -> frozenset[str]:
    """The ids of the budget lines that may be added up within their kind of table; see `additive`."""
    return additive_ids(open_ledger(pack))


def _figure(row: Any, documents: dict[str, Document], **own: Any) -> Figure:
    """A figure of a record; what is not said is empty, document and place are the record's."""
    document = documents.get(row.doc_id)
    start, end = days(own.pop("period", None))
    values: dict[str, Any] = {
        "record_id": record_id(row),
        "table": row.TABLE,
        "department": document.department if document else None,
        "year": document.year if document else None,
        "phase": document.phase if document else None,
        "period_start": start,
        "period_end": end,
        "operator": "=",
        "ocr": False,
        "additive": False,
        "place_code": row.place_code,
        "page": row.page,
        "doc_id": row.doc_id,
        "line_start": row.line_start,
        "line_end": row.line_end,
        **own,
    }
    return Figure(**{**dict.fromkeys(Figure.__struct_fields__), **values})


def _budget(pack: Pack, documents: dict[str, Document], offices: Mapping[str, str]) -> Iterator[Figure]:
    ledger = open_ledger(pack)
    adding = additive_ids(ledger)
    for line in chain.from_iterable(sheet.lines for sheet in ledger.sheets):
        yield _figure(
            line,
            documents,
            department=offices.get(line.doc_id)
            or line.department
            or getattr(documents.get(line.doc_id), "department", None),
            year=line.year,
            phase=line.phase,
            subject=line.name,
            code=line.code,
            measure=line.measure,
            table_kind=line.table_kind,
            unit_name=line.unit_name,
            project=line.project,
            project_id=line.project_id,
            period=str(line.year) if line.year else None,
            kind=line.phase or "budget",
            amount=line.amount,
            additive=line.line_id in adding,
        )


def _changes(pack: Pack, documents: dict[str, Document]) -> Iterator[Figure]:
    for row in pack.rows(BudgetChange):
        yield _figure(
            row,
            documents,
            year=row.year,
            subject=row.name,
            code=row.code,
            period=str(row.year) if row.year else None,
            kind="change",
            amount=row.change,
        )


def _projects(pack: Pack, documents: dict[str, Document]) -> Iterator[Figure]:
    """The amounts that a narrative prints of its projects; those of tables alone are amounts of these tables."""
    for row in pack.rows(Project):
        if row.printed and not row.tables_only:
            yield _figure(
                row,
                documents,
                year=row.year,
                subject=row.name,
                unit_name=row.unit_name,
                project=row.name,
                project_id=row.project_id,
                period=str(row.year) if row.year else None,
                kind=getattr(documents.get(row.doc_id), "phase", None) or "budget",
                amount=row.amount,
                additive=True,
            )


def _allocations(pack: Pack, documents: dict[str, Document]) -> Iterator[Figure]:
    projects = {row.project_id: row for row in pack.rows(Project)}
    rows = pack.rows(ProjectAllocation)
    split = {(row.project_id, row.parent_item) for row in rows if row.parent_item}
    for row in rows:
        project = projects.get(row.project_id)
        yield _figure(
            row,
            documents,
            subject=row.item,
            project=project.name if project else None,
            project_id=row.project_id,
            unit_name=row.prefecture_code,
            period=str(project.year) if project and project.year else None,
            kind="allocation",
            amount=row.amount,
            additive=(row.project_id, row.item) not in split,
        )


def _targets(pack: Pack, documents: dict[str, Document]) -> Iterator[Figure]:
    for row in pack.rows(PerformanceTarget):
        value = number(row.value)
        if row.operator == "text" or value is None:
            continue
        document = documents.get(row.doc_id)
        yield _figure(
            row,
            documents,
            subject=row.indicator,
            indicator_id=row.indicator_id,
            project=row.project,
            project_id=row.project_id,
            unit_name=row.unit_name,
            period=str(document.year) if document and document.year else None,
            kind="target",
            operator=row.operator,
            **_valued(value, row.unit),
        )


def _prefectures(pack: Pack, documents: dict[str, Document]) -> Iterator[Figure]:
    for row in pack.rows(PrefectureValue):
        if row.value is None:
            continue
        yield _figure(
            row,
            documents,
            year=row.year,
            subject=row.metric_label,
            indicator_id=row.indicator_id,
            measure=row.metric,
            unit_name=row.prefecture_code,
            period=str(row.year) if row.year else None,
            kind=row.kind,
            additive=adds_up(row.unit, row.kind),
            **_valued(row.value, row.unit),
        )


def _prefecture_totals(pack: Pack, documents: dict[str, Document]) -> Iterator[Figure]:
    """What tables by place print as their totals: never to be added to the values of the places."""
    for row in pack.rows(PrefectureTotal):
        yield _figure(
            row,
            documents,
            year=row.year,
            subject=row.metric_label,
            indicator_id=row.indicator_id,
            measure=row.metric,
            period=str(row.year) if row.year else None,
            kind=row.kind,
            operator=row.operator or "=",
            **_valued(row.value, row.unit),
        )


def _observations(pack: Pack, documents: dict[str, Document]) -> Iterator[Figure]:
    for row in pack.rows(Observation):
        yield _figure(
            row,
            documents,
            subject=row.subject,
            indicator_id=row.indicator_id,
            period=row.period,
            kind="change" if row.change else row.kind,
            operator=row.operator,
            value=row.value,
            unit=row.unit,
            base_value=row.base_value,
            base_unit=row.base_unit,
        )


def _valued(value: float, unit: str | None) -> dict[str, Any]:
    base, rest = in_base_unit(value, unit)
    return {"value": value, "unit": unit, "base_value": base, "base_unit": rest}
