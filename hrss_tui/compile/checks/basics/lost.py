"""What could not be read of performance tables and of projects, and the checks that would need it.

A table or project is known by its lines, as a document has several of them; what is lost of one leaves the checks of the
others as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.records import (
    Check,
    PerformanceTable,
    PerformanceTarget,
    Project,
    ProjectAllocation,
    Unread,
)

_NEEDED_BY: Final = {
    PerformanceTable.TABLE: (
        "performance_money", "performance_costs", "performance_department", "performance_project",
    ),
    PerformanceTarget.TABLE: ("performance_weights", "performance_costs"),
    ProjectAllocation.TABLE: ("project_parts", "project_subparts"),
    Project.TABLE: ("project_total", "project_table"),
}  # fmt: skip
"""Table that lacks something → kinds of check that add it up or compare it."""
_BOUNDS: Final = ("performance_costs",)
"""Kinds that hold too easily where a part is missing."""


class Lost(msgspec.Struct, frozen=True):
    """Something that was not read, and the ids of the records of the table or project it is of; none: of all projects."""

    row: Unread
    owner: frozenset[str]

    def opens(self, check: Check) -> bool:
        """Does the check depend on it?"""
        if check.kind not in _NEEDED_BY[self.row.table_kind or ""]:
            return False
        if check.status != "fails" and check.kind not in _BOUNDS:
            return False
        if check.kind == "project_table":
            return bool(self.row.name) and str(self.row.name) in check.description
        return not self.owner or not self.owner.isdisjoint(check.records)


def lost(papers: Papers) -> Sequence[Lost]:
    """Everything of these tables that a document has and that was not read."""
    unread = [row for row in papers.of(Unread) if row.table_kind in _NEEDED_BY and not _is_of_task(row)]
    if not unread:
        return ()
    targets: dict[str, list[str]] = {}
    for target in papers.of(PerformanceTarget):
        targets.setdefault(target.table_id, []).append(target.target_id)
    parts: dict[str, list[str]] = {}
    for part in papers.of(ProjectAllocation):
        parts.setdefault(part.project_id, []).append(part.allocation_id)
    owners: list[tuple[PerformanceTable | Project, frozenset[str]]] = [
        *((each, frozenset((each.table_id, *targets.get(each.table_id, ())))) for each in papers.of(PerformanceTable)),
        *((each, frozenset((each.project_id, *parts.get(each.project_id, ())))) for each in papers.of(Project)),
    ]  # fmt: skip
    return [Lost(row, _owner(row, owners)) for row in unread]


def _is_of_task(row: Unread) -> bool:
    """Is it what a task costs that a form lists beside its own money?"""
    return row.table_kind == PerformanceTable.TABLE and row.kind == "row"


def _owner(
    row: Unread, owners: Sequence[tuple[PerformanceTable | Project, frozenset[str]]]
) -> frozenset[str]:
    """The records of the table or project on whose lines it stands."""
    within = (ids for each, ids in owners if each.line_start <= row.line_start <= each.line_end)
    return frozenset() if row.table_kind == Project.TABLE else next(within, frozenset())
