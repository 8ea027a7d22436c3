"""Projects of documents without a narrative: named by a row of a table of projects and by a performance form.

What the two state is of one project where unit and amount agree, nothing else could be meant (see `matching`), and one
name is in the other: tables that are not told of in prose need not list the same projects, so that an amount alone proves
nothing. A form or a row without the other stays of nobody. Such projects are made when everything else is done, since they
say nothing that the tables do not; what compares tables with a narrative never sees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from hrss_tui.compile.projects.joins import bare, filled, of_table, project_ids
from hrss_tui.records import BudgetLine, Document, PerformanceTable, PerformanceTarget, Project, Record
from hrss_tui.reference.budget_tables import project_money

_SHORTEST: Final = 4
"""Characters of a name from which another that holds it is no other one by chance."""


def drop(tables: dict[str, list[Record]]) -> None:
    """Leave out those that an earlier build made: they are made anew."""
    tables[Project.TABLE] = [row for row in of_table(tables, Project) if not row.tables_only]


def fill(tables: dict[str, list[Record]]) -> None:
    """Add these projects, and their ids to the rows that are of them."""
    told = {row.doc_id for row in of_table(tables, Project)}
    forms = {
        row.table_id: row
        for row in of_table(tables, PerformanceTable)
        if row.project and row.amount is not None and row.doc_id not in told
    }
    lines = of_table(tables, BudgetLine)
    own = _lines_of(forms, lines)
    if not own:
        return
    made = dict(_projects(forms, own))
    ids = {form: project.project_id for form, project in made.items()}
    ids |= {line.line_id: ids[form] for form, rows in own.items() for line in rows}
    performance, targets = of_table(tables, PerformanceTable), of_table(tables, PerformanceTarget)
    tables[BudgetLine.TABLE] = [filled(row, ids.get(row.line_id, row.project_id)) for row in lines]
    tables[PerformanceTable.TABLE] = [
        filled(row, ids.get(row.table_id, row.project_id)) for row in performance
    ]
    tables[PerformanceTarget.TABLE] = [filled(row, ids.get(row.table_id, row.project_id)) for row in targets]
    order = {row.doc_id: number for number, row in enumerate(of_table(tables, Document))}
    every = [*of_table(tables, Project), *made.values()]
    tables[Project.TABLE] = [*sorted(every, key=lambda row: order.get(row.doc_id, len(order)))]


def _lines_of(
    forms: Mapping[str, PerformanceTable], lines: Sequence[BudgetLine]
) -> dict[str, list[BudgetLine]]:
    """Id of a form → the lines that are of its project, where one of them states all its money."""
    found = project_ids(map(_as_project, forms.values()), lines, ())
    own: dict[str, list[BudgetLine]] = {}
    for line in lines:
        form = forms.get(found.get(line.line_id, ""))
        if form is not None and _alike(line.project, form.project):
            own.setdefault(form.table_id, []).append(line)
    return {form: rows for form, rows in own.items() if any(map(_is_whole, rows))}


def _as_project(form: PerformanceTable) -> Project:
    return Project(
        project_id=form.table_id,
        name=form.project or "",
        unit_name=form.unit_name,
        amount=form.amount or 0,
        starts=None,
        ends=None,
        year=form.year,
        printed="",
        tables_only=True,
        place_code=form.place_code,
        page=form.page,
        doc_id=form.doc_id,
        line_start=form.line_start,
        line_end=form.line_end,
    )


def _alike(one: str | None, other: str | None) -> bool:
    """Is it one name, or one with something before or after it?"""
    short, long = sorted((bare(one), bare(other)), key=len)
    return short == long or (len(short) >= _SHORTEST and short in long)


def _is_whole(line: BudgetLine) -> bool:
    return project_money(line.classification) == "whole"


def _projects(
    forms: Mapping[str, PerformanceTable], own: Mapping[str, Sequence[BudgetLine]]
) -> Iterator[tuple[str, Project]]:
    """Id of a form → its project, numbered within the document in the order of the forms."""
    numbers: dict[str, int] = {}
    for form in forms.values():
        if form.table_id in own:
            number = numbers[form.doc_id] = numbers.get(form.doc_id, 0) + 1
            yield form.table_id, _project(form, own[form.table_id], f"{form.doc_id}:project-{number}")


def _project(form: PerformanceTable, lines: Iterable[BudgetLine], project_id: str) -> Project:
    """The project as the row that states its money has it; where several rows add up to it, as the form has it."""
    whole = next((line for line in lines if _is_whole(line) and line.amount == form.amount), None)
    project = replace(_as_project(form), project_id=project_id)
    if whole is None:
        return project
    return replace(
        project,
        name=whole.project or project.name,
        unit_name=whole.unit_name or project.unit_name,
        year=whole.year,
        printed=whole.printed,
        place_code=whole.place_code,
        page=whole.page,
        line_start=whole.line_start,
        line_end=whole.line_end,
    )
