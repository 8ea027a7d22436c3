"""Which rows of the project table, and which performance table, are of a project that the narrative tells of.

A name decides nothing: two projects may share one, and one project has another name in each section. Unit and amount
decide; where they fit more than one, the name is asked which of them; what then stays open is said to be open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

import msgspec

from hrss_tui.records import BudgetLine, PerformanceTable, Project

Found = TypeVar("Found", BudgetLine, PerformanceTable)


class Match(msgspec.Struct, Generic[Found], frozen=True):
    """What belongs to a project where `sure`, else what may: the same name with other money, or one of several."""

    project: Project
    found: tuple[Found, ...]
    sure: bool


def paid(projects: Sequence[Project], lines: Sequence[BudgetLine]) -> tuple[Match[BudgetLine], ...]:
    """The rows of the project table behind each project; several where they have its name and add up to it."""
    return tuple(_paid(project, projects, lines) for project in projects)


def targets(
    projects: Sequence[Project], tables: Sequence[PerformanceTable]
) -> tuple[Match[PerformanceTable], ...]:
    """The performance table of each project; none is sure where the unit or the amount is another one."""
    return tuple(_targets(project, projects, tables) for project in projects)


def _paid(project: Project, projects: Sequence[Project], lines: Sequence[BudgetLine]) -> Match[BudgetLine]:
    own = [line for line in lines if line.doc_id == project.doc_id and _same_unit(line, project)]
    one = _decided(project, projects, [line for line in own if line.amount == project.amount])
    if one is not None:
        return Match(project, (one,), True)
    named = [line for line in own if bare(line.project) == bare(project.name)]
    free = [line for line in named if not any(_is_of(line, other, projects, own) for other in projects)]
    rivals = [other for other in projects if _alike(other, project) and other.amount == project.amount]
    whole = len(free) > 1 and sum(line.amount for line in free) == project.amount
    return Match(project, tuple(free), whole and not rivals)


def _is_of(
    line: BudgetLine, project: Project, projects: Sequence[Project], own: Sequence[BudgetLine]
) -> bool:
    """Whether unit and amount give a row to a project."""
    fitting = [one for one in own if one.amount == project.amount and _same_unit(one, project)]
    return _decided(project, projects, fitting) is line


def _targets(
    project: Project, projects: Sequence[Project], tables: Sequence[PerformanceTable]
) -> Match[PerformanceTable]:
    here = [table for table in tables if table.project and table.doc_id == project.doc_id]
    fitting = [table for table in here if table.amount == project.amount and _same_unit(table, project)]
    one = _decided(project, projects, fitting)
    if one is not None:
        return Match(project, (one,), True)
    near = [
        table
        for table in here
        if table.amount == project.amount
        or (bare(table.project) == bare(project.name) and _same_unit(table, project))
    ]
    return Match(project, tuple(near), False)


def _decided(project: Project, projects: Sequence[Project], fitting: Sequence[Found]) -> Found | None:
    """The one of some with the project's unit and amount that is of it and of no other project."""
    rivals = [
        other
        for other in projects
        if other is not project
        and other.amount == project.amount
        and _same(other.unit_name, project.unit_name)
    ]
    if len(fitting) == 1 and not rivals:
        return fitting[0]
    named = [one for one in fitting if bare(one.project) == bare(project.name)]
    if len(named) == 1 and not any(_alike(other, project) for other in rivals):
        return named[0]
    return None


def _alike(one: Project, other: Project) -> bool:
    return one is not other and bare(one.name) == bare(other.name) and _same(one.unit_name, other.unit_name)


def _same_unit(one: BudgetLine | PerformanceTable, project: Project) -> bool:
    return _same(one.unit_name, project.unit_name)


def _same(one: str | None, other: str | None) -> bool:
    """Whether two names of units are of one; a unit that is not named may be any."""
    return not one or not other or bare(one) == bare(other)


def bare(name: str | None) -> str:
    """A name without signs and spaces."""
    return "".join(char for char in name or "" if char.isalnum())
