"""Projects of one name: a row of that name is the sum of them, of which the one that was asked for is told first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrss_tui.query.budget import BudgetRow
from hrss_tui.records import BudgetLine
from hrss_tui.tui.desk.desk import Desk

Alike = Mapping[str, Sequence[BudgetLine]]
"""Project → the rows of the table of projects that it is paid by; "" holds those of which it is open whose they are."""


def paying(desk: Desk, row: BudgetRow) -> list[BudgetLine]:
    """The rows of the table of projects that are part of a row of the budget."""
    return [
        entry
        for entry in desk.data.of(row.doc_id).project_lines
        if (row.project is None or entry.project == row.project)
        and (row.unit_name is None or entry.unit_name == row.unit_name)
        and (row.code is None or (entry.code or "").startswith(row.code) or row.dimension == "economic")
    ]


def alike(desk: Desk, row: BudgetRow, first: str = "") -> Alike:
    """The projects that are summed in a row which is called as one, `first` before the others; none where it is one."""
    found: dict[str, list[BudgetLine]] = {first: []} if first else {}
    for entry in paying(desk, row) if row.project is not None else ():
        found.setdefault(entry.project_id or "", []).append(entry)
    known = {project: rows for project, rows in found.items() if rows}
    return known if len(known) > 1 else {}


def asked(desk: Desk, row: BudgetRow, project: str) -> Sequence[BudgetLine]:
    """The rows of the project that was asked for, where a row sums up others of its name too; else none."""
    return alike(desk, row).get(project, ()) if project else ()
