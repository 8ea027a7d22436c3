"""`project_id` of budget lines, performance tables and targets: what a document says of one project in several places.

Rows that state all the money of a project are matched with it by unit and amount, see `matching`; the cells of one
row are of one project. A table that states parts of it (委托业务费, 采购) names it as the table of projects does: its
rows are of the one project that all rows of their unit and name there are of, as far as its money goes. What was
carried over is money of another year, and of no project of this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

import msgspec

from hrss_tui.compile.projects.matching import Row, Wanted, borne, owners
from hrss_tui.records import BudgetLine, PerformanceTable, PerformanceTarget, Project, Record
from hrss_tui.reference.budget_tables import project_money
from hrss_tui.sources.text import fold

AnyRecord = TypeVar("AnyRecord", bound=Record)
Joined = TypeVar("Joined", BudgetLine, PerformanceTable, PerformanceTarget)

_WHOLE: Final = "total"
"""The measure of all the money of a row."""
_ANY: Final = "*"
"""Stands for whichever unit where names are looked up: no name that is compared holds a sign."""


class _Paper(msgspec.Struct):
    """What one document says of projects: rows with all their money by kind of table, rows with parts, performance tables."""

    projects: list[Wanted]
    wholes: dict[str, list[Row]]
    parts: list[Row]
    goals: list[Row]


def join(tables: dict[str, list[Record]]) -> None:
    """Fill `project_id` in the three tables."""
    lines, performance = joined(
        of_table(tables, Project), of_table(tables, BudgetLine), of_table(tables, PerformanceTable)
    )
    found = {table.table_id: table.project_id for table in performance}
    tables[BudgetLine.TABLE], tables[PerformanceTable.TABLE] = [*lines], [*performance]
    tables[PerformanceTarget.TABLE] = [
        filled(row, found.get(row.table_id)) for row in of_table(tables, PerformanceTarget)
    ]


def joined(
    projects: Iterable[Project], lines: Sequence[BudgetLine], performance: Sequence[PerformanceTable]
) -> tuple[list[BudgetLine], list[PerformanceTable]]:
    """Budget lines and performance tables with the projects that they are of, whatever stood there before."""
    found = project_ids(projects, lines, performance)
    return (
        [filled(row, found.get(row.line_id)) for row in lines],
        [filled(row, found.get(row.table_id)) for row in performance],
    )


def project_ids(
    projects: Iterable[Project], lines: Iterable[BudgetLine], performance: Iterable[PerformanceTable]
) -> dict[str, str]:
    """Id of a budget line or a performance table → id of its project, where that can be decided."""
    papers: dict[str, _Paper] = {}
    for project in projects:
        paper = papers.setdefault(project.doc_id, _Paper([], {}, [], []))
        paper.projects.append(
            Wanted(project.project_id, bare(project.unit_name), bare(project.name), project.amount)
        )
    for cells in _rows(line for line in lines if line.project and line.doc_id in papers):
        _put(papers[cells[0].doc_id], cells)
    for table in performance:
        if table.project and table.doc_id in papers:
            row = Row(bare(table.unit_name), bare(table.project), table.amount, (table.table_id,))
            papers[table.doc_id].goals.append(row)
    return {
        record: owner for paper in papers.values() for row, owner in _owners(paper) for record in row.records
    }


def _rows(lines: Iterable[BudgetLine]) -> Iterable[list[BudgetLine]]:
    """The cells of each printed row."""
    rows: dict[tuple[Any, ...], list[BudgetLine]] = {}
    for line in lines:
        place = (line.doc_id, line.table_kind, line.line_start)
        rows.setdefault((*place, line.code, line.name, line.unit_name, line.project), []).append(line)
    return rows.values()


def _put(paper: _Paper, cells: list[BudgetLine]) -> None:
    """A printed row where its table belongs."""
    first = cells[0]
    whole = next((cell.amount for cell in cells if cell.measure == _WHOLE), None)
    amount = first.amount if len(cells) == 1 else whole
    row = Row(bare(first.unit_name), bare(first.project), amount, tuple(cell.line_id for cell in cells))
    states = project_money(first.classification)
    if states == "whole":
        paper.wholes.setdefault(first.table_kind, []).append(row)
    elif states == "part":
        paper.parts.append(row)


def _owners(paper: _Paper) -> Iterator[tuple[Row, str]]:
    """Every row of a document that is of a project, with the id of the project."""
    names = borne(paper.wholes.values())
    yield from owners(paper.projects, paper.goals, names).items()
    called: dict[tuple[str, str], str | None] = {}
    for rows in paper.wholes.values():
        found = owners(paper.projects, rows, names)
        yield from found.items()
        for row in rows:
            for unit in (row.unit, _ANY):
                owner = found.get(row)
                same = called.setdefault((unit, row.name), owner) == owner
                called[unit, row.name] = owner if same else None
    amounts = {project.project_id: project.amount for project in paper.projects}
    for row in paper.parts:
        places = [(unit, row.name) for unit in ((row.unit, "") if row.unit else (_ANY,))]
        named = {called[place] for place in places if place in called}
        owner = named.pop() if len(named) == 1 else None
        if owner and row.amount is not None and row.amount <= amounts[owner]:
            yield row, owner


def of_table(tables: dict[str, list[Record]], struct: type[AnyRecord]) -> list[AnyRecord]:
    """The rows of a table."""
    return [row for row in tables.get(struct.TABLE, ()) if isinstance(row, struct)]


def filled(row: Joined, project_id: str | None) -> Joined:
    """The row with this project."""
    return row if row.project_id == project_id else msgspec.structs.replace(row, project_id=project_id)


def bare(name: str | None) -> str:
    """A name as it is compared: without signs and spaces, in one form of its characters."""
    return "".join(char for char in fold(name or "") if char.isalnum())


def called(unit: str | None, name: str | None) -> tuple[str, str]:
    """Unit and name as they are compared."""
    return bare(unit), bare(name)
