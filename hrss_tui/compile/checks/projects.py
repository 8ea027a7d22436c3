"""Projects of the narrative: against their parts and against the table of project spending."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.checks.basics.book import Row, Sheet
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, not_checkable, total
from hrss_tui.compile.checks.basics.papers import Papers, money
from hrss_tui.compile.projects.joins import bare, called
from hrss_tui.records import BudgetLine, Check, Project, ProjectAllocation
from hrss_tui.sources.text import fold
from hrss_tui.words.check_reasons import because

_TABLE = "general_public_projects"
_DIFFERENT = because("narrative_projects")
_OWN = "预算安排规模"


class _Same(msgspec.Struct, frozen=True):
    """Projects of one unit and name that no row of the table is of, and the cells under that name that are of none."""

    projects: list[Project]
    cells: list[BudgetLine]


def checks(papers: Papers) -> Iterator[Check]:
    """Parts of every project, the table of projects, totals of the units."""
    projects = papers.of(Project)
    yield from _parts(projects, papers.of(ProjectAllocation))
    sheet = papers.book.sheets.get(_TABLE)
    if sheet is not None and projects:
        yield from _in_table(sheet, projects)
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
            identity = Identity("project_parts", words, project, "元", context=because("allocations"))
            yield compare(identity, amount(project), total(map(_part, first)))
        for row in first:
            below = parts.get(row.item, [])
            if below:
                words = f"{project.name}，{row.item}：金额 = 其中 {len(below)} 项之和"
                identity = Identity(
                    "project_subparts", words, row, "元", context=because("allocations_below")
                )
                yield compare(identity, _part(row), total(map(_part, below)))


def _in_table(sheet: Sheet, projects: Sequence[Project]) -> Iterator[Check]:
    """Every project against the rows of it (`project_id`); those that have none against what their unit and name have left."""
    own: dict[str, list[BudgetLine]] = {project.project_id: [] for project in projects}
    same: dict[tuple[str, str], _Same] = {}
    cells = [row.cells["total"] for row in sheet.rows if row.first.project and "total" in row.cells]
    for cell in cells:
        if cell.project_id in own:
            own[cell.project_id].append(cell)
        else:
            same.setdefault(called(cell.unit_name, cell.project), _Same([], [])).cells.append(cell)
    names = Counter(project.name for project in projects)
    for project in projects:
        if own[project.project_id]:
            yield _joined(sheet, project, own[project.project_id], names[project.name] > 1)
        else:
            same.setdefault(called(project.unit_name, project.name), _Same([], [])).projects.append(project)
    for each in same.values():
        if each.cells and each.projects:
            yield from _named(sheet, each)
        else:
            yield from (_nowhere(sheet, project) for project in each.projects)


def _joined(sheet: Sheet, project: Project, cells: Sequence[BudgetLine], shares_name: bool) -> Check:
    """A project against its rows; the other name that they bear is said."""
    other = next((cell.project for cell in cells if bare(cell.project) != bare(project.name)), None)
    name = _with_amount(project) if shares_name else project.name
    identity = _identity(sheet, project, f"{name}：{_OWN}", other or f"{len(cells)} 行之和")
    return compare(identity, amount(project), total(map(sheet.cell, cells)))


def _named(sheet: Sheet, same: _Same) -> Iterator[Check]:
    """Projects that share unit and name against the rows of that name: together, as nothing tells which is of which."""
    first, count = same.projects[0], len(same.projects)
    stated = f"{first.name}：{f'{count} 个同名项目之和' if count > 1 else _OWN}"
    identity = _identity(sheet, first, stated, f"{len(same.cells)} 行之和")
    yield compare(identity, total(map(amount, same.projects)), total(map(sheet.cell, same.cells)))
    if count > 1:
        for project in same.projects:
            one = _identity(sheet, project, f"{_with_amount(project)}：{_OWN}", "同名项目", "one")
            yield not_checkable(one, because("projects_of_one_name"), amount(project))


def _nowhere(sheet: Sheet, project: Project) -> Check:
    identity = _identity(sheet, project, f"{project.name}：{_OWN}", "同名项目")
    return not_checkable(identity, because("no_project_or_amount"), amount(project))


def _with_amount(project: Project) -> str:
    return f"{project.name}（{project.printed}）"


def _identity(sheet: Sheet, project: Project, stated: str, rows: str, part: str = "") -> Identity:
    return Identity("project_table", f"{stated} = {sheet.label} {rows}", project, "元", part, _DIFFERENT)


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
