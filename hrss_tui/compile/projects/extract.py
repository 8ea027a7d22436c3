"""The projects of a budget's narrative: `projects` with `project_basis` and `project_allocations`.

A project is what its labels say; one without a name or an amount is a row of `unread`.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.dates import stretch
from hrss_tui.compile.basics.facts import Claim, Harvest, Source, claims, merge
from hrss_tui.compile.basics.missing import missing
from hrss_tui.compile.basics.money import Amount, amounts, fen, is_amount, is_money_unit
from hrss_tui.compile.basics.project_text import Field, ProjectText, projects
from hrss_tui.compile.projects import allocations, basis
from hrss_tui.records import Project, Unread
from hrss_tui.sources.text import close_gaps

_DIGIT = re.compile(r"\d")


def extract(source: Source, _found: Harvest) -> Harvest:
    """Every project that the narrative describes."""
    return merge(_harvest(source, project) for project in projects(source))


def _harvest(source: Source, project: ProjectText) -> Harvest:
    name, field = project.field("name"), project.field("amount")
    amount = _amount(project, field) if field else None
    if name is None or amount is None:
        return Harvest((_unread(source, project, name, field),))
    row = _row(source, project, name, amount)
    own = Harvest((row,), tuple(_claims(project, row, amount)))
    return merge((own, basis.read(source, project), allocations.read(source, project, row)))


def _unread(source: Source, project: ProjectText, name: Field | None, field: Field | None) -> Unread:
    """A project that lacks its name or an amount that can be read."""
    said = _value(project, name) if name else None
    text = project.text.slice(field.start, field.end) if field else project.text
    reason = "unreadable" if name and field else "unknown_row"
    return missing(source, text, "row", reason, Project.TABLE, source.document.title, said, "amount")


def _amount(project: ProjectText, field: Field) -> Amount | None:
    """The first amount of the field; its unit may stand in brackets behind the label: 预算安排规模（万元）：."""
    value = project.text.text[field.start : field.end]
    for found in amounts(value):
        return Amount(
            found.start + field.start,
            found.end + field.start,
            found.printed,
            found.digits,
            found.fen,
            found.inferred,
        )
    unit = re.sub(r"\s|单位:", "", field.note)
    if is_amount(value) and is_money_unit(unit):
        return Amount(field.start, field.end, value, value, fen(value, unit), inferred=False)
    return None


def _row(source: Source, project: ProjectText, name: Field, amount: Amount) -> Project:
    unit, period = project.field("unit"), project.field("period")
    starts, ends = stretch(_value(project, period)) if period else (None, None)
    return Project(
        project_id=project.project_id,
        name=_value(project, name),
        unit_name=_value(project, unit) if unit else None,
        amount=amount.fen,
        starts=starts,
        ends=ends,
        year=source.year,
        printed=amount.digits,
        tables_only=False,
        doc_id=source.doc_id,
        line_start=project.text.line_start,
        line_end=project.text.line_end,
    )


def _value(project: ProjectText, field: Field) -> str:
    return close_gaps(project.text.text[field.start : field.end]).rstrip("。；;")


def _claims(project: ProjectText, row: Project, amount: Amount) -> Iterator[Claim]:
    """The amount and the days for the project, digits of names and its number as what they are."""
    yield from claims(project.text, amount.start, amount.end, row.project_id)
    period = project.field("period")
    if period and (row.starts or row.ends):
        yield from claims(project.text, period.start, period.end, row.project_id)
    for field in (project.field("name"), project.field("unit")):
        if field and _DIGIT.search(project.text.text, field.start, field.end):
            yield from claims(project.text, field.start, field.end, "name", fact=False)
    if project.number and _DIGIT.search(project.number):
        yield from claims(project.text, 0, len(project.number), "heading_number", fact=False)
