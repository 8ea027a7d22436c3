"""Which rows of the project table, and which performance table, are of a project that the narrative tells of.

What is decided stands in `project_id`. Where nothing is, what may be of the project is named: rows of its unit and name,
performance tables of its amount as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec

from hrss_tui.compile.projects.joins import called
from hrss_tui.records import BudgetLine, PerformanceTable, Project, record_id

Found = TypeVar("Found", BudgetLine, PerformanceTable)


class Match(msgspec.Struct, Generic[Found], frozen=True):
    """What belongs to a project where `sure`, else what may."""

    project: Project
    found: tuple[Found, ...]
    sure: bool


def paid(projects: Sequence[Project], lines: Sequence[BudgetLine]) -> tuple[Match[BudgetLine], ...]:
    """The rows of the project table behind each project of a document; where it is open, those of its unit and name."""
    return _matches(projects, lines, lambda line: (called(line.unit_name, line.project),))


def targets(
    projects: Sequence[Project], tables: Sequence[PerformanceTable]
) -> tuple[Match[PerformanceTable], ...]:
    """The performance table of each project of a document; where it is open, those of its amount, or of its unit and name."""
    named = [table for table in tables if table.project]
    return _matches(projects, named, lambda table: (called(table.unit_name, table.project), table.amount))


def _matches(
    projects: Sequence[Project], rows: Sequence[Found], signs: Callable[[Found], tuple[Hashable, ...]]
) -> tuple[Match[Found], ...]:
    """Per project its rows, else those of no project that have its name or, where that is one of their signs, its amount."""
    own: dict[str, list[Found]] = defaultdict(list)
    may: dict[Hashable, dict[str, Found]] = defaultdict(dict)
    for row in rows:
        if row.project_id is not None:
            own[row.project_id].append(row)
        else:
            for sign in signs(row):
                may[sign][record_id(row)] = row
    return tuple(
        Match(project, tuple(own[project.project_id]), True)
        if project.project_id in own
        else Match(project, tuple(_alike(project, may).values()), False)
        for project in projects
    )


def _alike(project: Project, may: Mapping[Hashable, Mapping[str, Found]]) -> dict[str, Found]:
    return {**may.get(called(project.unit_name, project.name), {}), **may.get(project.amount, {})}
