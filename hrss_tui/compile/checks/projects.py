"""Projects of the narrative: against their parts and against the table of project spending."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.compile.checks.basics.book import Row, Sheet
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, not_checkable, total
from hrss_tui.compile.checks.basics.papers import Papers, money
from hrss_tui.records import BudgetLine, Check, Project, ProjectAllocation
from hrss_tui.sources.text import fold

_TABLE = "general_public_projects"
_DIFFERENT = "情况说明与项目支出表所列不同"


class _Same(msgspec.Struct, frozen=True):
    """Projects of one unit that share a name, and the cells of the table under that name."""

    projects: list[Project]
    cells: list[BudgetLine]


def checks(papers: Papers) -> Iterator[Check]:
    """Parts of every project, the table of projects, totals of the units."""
    projects = papers.of(Project)
    yield from _parts(projects, papers.of(ProjectAllocation))
    sheet = papers.book.sheets.get(_TABLE)
    if sheet is not None and projects:
        yield from _by_name(sheet, projects)
        yield from _totals(sheet, projects)


def amount(project: Project) -> Quantity:
    """预算安排规模."""
    return money(project.amount, project.printed, project.project_id)


def _part(allocation: ProjectAllocation) -> Quantity:
    return money(allocation.amount, allocation.printed, allocation.allocation_id)


def _parts(projects: Sequence[Project], allocations: Sequence[ProjectAllocation]) -> Iterator[Check]:
    by_project: dict[str, list[ProjectAllocation]] = {}
    for row in allocations:
        by_project.setdefault(row.project_id, []).append(row)
    for project in projects:
        own = by_project.get(project.project_id, [])
        parts: dict[str | None, list[ProjectAllocation]] = {}
        for row in own:
            parts.setdefault(row.parent_item, []).append(row)
        first = parts.get(None, [])
        if first:
            words = f"{project.name}：预算安排规模 = 资金分配 {len(first)} 项之和"
            identity = Identity("project_parts", words, project, "元", context="资金分配各项之和与规模不符")
            yield compare(identity, amount(project), total(map(_part, first)))
        for row in first:
            below = parts.get(row.item, [])
            if below:
                words = f"{project.name}，{row.item}：金额 = 其中 {len(below)} 项之和"
                identity = Identity("project_subparts", words, row, "元", context="其中各项之和与金额不符")
                yield compare(identity, _part(row), total(map(_part, below)))


def _by_name(sheet: Sheet, projects: Sequence[Project]) -> Iterator[Check]:
    """Every project against the table: by unit and name, else by unit and amount."""
    groups: dict[tuple[str, str], _Same] = {}
    for project in projects:
        key = fold(project.unit_name or ""), fold(project.name)
        groups.setdefault(key, _Same([], [])).projects.append(project)
    others: dict[tuple[str, str], list[BudgetLine]] = {}
    for row in sheet.rows:
        if row.first.project and "total" in row.cells:
            key = fold(row.first.unit_name or ""), fold(row.first.project)
            cells = groups[key].cells if key in groups else others.setdefault(key, [])
            cells.append(row.cells["total"])
    candidates: dict[tuple[str, Decimal], list[list[BudgetLine]]] = {}
    for (owner, _), cells in others.items():
        candidates.setdefault((owner, total(map(sheet.cell, cells)).value), []).append(cells)
    for (unit, _), same in groups.items():
        if same.cells:
            yield from _named(sheet, same)
        else:
            for project in same.projects:
                yield _nameless(sheet, project, candidates.get((unit, amount(project).value), []))


def _named(sheet: Sheet, same: _Same) -> Iterator[Check]:
    first, count = same.projects[0], len(same.projects)
    many = f"{count} 个同名项目之和" if count > 1 else "预算安排规模"
    words = f"{first.name}：{many} = {sheet.label} {len(same.cells)} 行之和"
    identity = Identity("project_table", words, first, "元", context=_DIFFERENT)
    yield compare(identity, total(map(amount, same.projects)), total(map(sheet.cell, same.cells)))
    if count > 1:
        classes: dict[str, list[BudgetLine]] = {}
        for cell in same.cells:
            classes.setdefault((cell.code or "")[:3], []).append(cell)
        sums = [total(map(sheet.cell, part)) for part in classes.values()]
        yield from (_one_of_many(sheet, project, sums) for project in same.projects)


def _one_of_many(sheet: Sheet, project: Project, sums: Sequence[Quantity]) -> Check:
    """One of several projects of a name: its money stands under one class of the table."""
    words = f"{project.name}（{project.printed}）：预算安排规模 = {sheet.label} 同名项目在一个类下之和"
    identity = Identity("project_table", words, project, "元", "class", _DIFFERENT)
    own = amount(project)
    fitting = [each for each in sums if abs(each.value - own.value) <= each.error + own.error]
    if len(fitting) == 1:
        return compare(identity, own, fitting[0])
    return not_checkable(identity, "有几个同名项目，无法与项目支出表逐一对应", own)


def _nameless(sheet: Sheet, project: Project, fitting: Sequence[Sequence[BudgetLine]]) -> Check:
    """A project that the table calls something else: the only one of its unit with the same amount."""
    own = amount(project)
    other = fitting[0][0].project if len(fitting) == 1 else None
    words = f"{project.name}：预算安排规模 = {sheet.label} {other or '同名项目'}"
    identity = Identity("project_table", words, project, "元", context=_DIFFERENT)
    if other is None:
        return not_checkable(identity, "项目支出表没有同一单位的同名项目，也没有唯一的同额项目", own)
    return compare(identity, own, total(map(sheet.cell, fitting[0])))


def _totals(sheet: Sheet, projects: Sequence[Project]) -> Iterator[Check]:
    """Units and the whole: what the table states for them is the sum of the narrative's projects."""
    units: dict[str, list[Project]] = {}
    for project in projects:
        units.setdefault(fold(project.unit_name or ""), []).append(project)
    for row in sheet.rows:
        if row.first.level or row.first.code or "total" not in row.cells:
            continue
        own = units.get(fold(row.first.unit_name), []) if row.first.unit_name else list(projects)
        if own:
            yield _sum(sheet, row, own)


def _sum(sheet: Sheet, row: Row, projects: Sequence[Project]) -> Check:
    cell = row.cells["total"]
    words = f"{sheet.label}，{row.name} = 情况说明 {len(projects)} 个项目之和"
    identity = Identity("project_total", words, cell, "元", context=_DIFFERENT)
    return compare(identity, sheet.cell(cell), total(map(amount, projects)))
