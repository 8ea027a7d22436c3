"""What is known of one amount of the budget, as lines: columns, last year, projects, targets, policies, source."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.query.assigned import receivers
from hrss_tui.query.budget import BudgetRow, lines_of
from hrss_tui.query.filings.filings import edition_word, named, other_editions
from hrss_tui.query.percents import percent_text
from hrss_tui.records import BudgetLine, Project, ProjectAllocation, record_id
from hrss_tui.tui.budget.namesakes import Alike, alike, paying
from hrss_tui.tui.cards.change import change_lines
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.projects import named_view
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced

MOST = 40
"""Lines of one kind before the rest is only counted."""
STORIES = 12
"""Projects that are told of."""


def detail(desk: Desk, row: BudgetRow, project: str = "") -> list[Line]:
    """All groups of one row; of a row that several projects are called as those of `project` first."""
    same = alike(desk, row, project)
    head = [*_title(desk, row), *_change(desk, row), *_notes(desk, row)]
    if same:
        return spaced([*_apart(desk, row, project, same, head), _measures(desk, row)])
    paid, *stories = _projects(desk, row) or [[]]
    return spaced([head, paid, _measures(desk, row), *stories])


def _apart(desk: Desk, row: BudgetRow, project: str, same: Alike, head: list[Line]) -> list[list[Line]]:
    """Projects of one name, each with what it is paid by: the whole is said after the one that was asked for."""
    told = desk.say("budget.alike", count=len(same), amount=desk.money(row.amount), unit=desk.unit_name)
    groups = [] if project in same else [[*head, line(Seg(told, "warn"))]]
    found = {match.project.project_id: match.project for match in desk.data.of(row.doc_id).paid if match.sure}
    for place, (key, entries) in enumerate(same.items(), 1):
        paid = sum(entry.amount for entry in entries)
        amount = f"{desk.money(paid)} {desk.unit_name}"
        one = desk.say("budget.alike.one", at=place, count=len(same))
        own = [
            line(
                Seg(row.name if key == project else one, "head"),
                Seg(f"  {amount}", "strong"),
                Seg(f"  {one}" if key == project else "", "dim"),
                source=f"{row.doc_id}:{entries[0].line_start}",
                value=f"{row.name} {amount}",
                record=entries[0].line_id if len(entries) == 1 else key,
                target=named_view(desk, row.doc_id, row.project or "", key) if key != project else "",
            ),
            *([line(Seg(told, "dim"))] if key == project else []),
            *(_project_line(desk, entry, True) for entry in entries[:MOST]),
            *_rest(desk, len(entries)),
        ]
        groups.append(own + (_story(desk, found[key], paid) if key in found else []))
    return groups


def _title(desk: Desk, row: BudgetRow) -> list[Line]:
    source = f"{row.doc_id}:{row.line_start}"
    name = f"{row.code} {desk.named(row.name)}" if row.code else desk.named(row.name)
    amount = f"{desk.money(row.amount)} {desk.unit_name}"
    return [
        line(Seg(name, "head"), value=name),
        line(
            Seg(amount, "strong"),
            Seg(
                ""
                if row.share is None
                else f"  {desk.say('budget.share', share=percent_text(row.share, 2))}",
                "dim",
            ),
            Seg(f"  {_place(desk, row)}", "link"),
            source=source,
            value=f"{name} {amount}",
            record=row.line_id or "",
        ),
    ]


def _place(desk: Desk, row: BudgetRow) -> str:
    """Table and page of an amount; the line where the document has no pages."""
    leaf = desk.spot(row.doc_id, row.line_start)
    if leaf:
        return desk.say("budget.source.page", number=row.table_no, leaf=leaf)
    return desk.say("budget.source", number=row.table_no, line=row.line_start)


def _notes(desk: Desk, row: BudgetRow) -> list[Line]:
    """How the amount was read or made."""
    lines = []
    if row.code_restored:
        lines.append(line(Seg(desk.say("card.restored"), "warn")))
    if row.printed is None and len(row.line_ids) > 1:
        lines.append(line(Seg(desk.say("budget.summed", count=len(row.line_ids)), "dim")))
    known = desk.data.filings.values()
    others = other_editions(known, row.doc_id)
    if others:
        listed = desk.say("tui.join").join(map(named, others))
        said = desk.say(edition_word(known, row.doc_id, others), doc=row.doc_id, others=listed)
        lines.append(line(Seg(said, "warn")))
    return lines


def _change(desk: Desk, row: BudgetRow) -> list[Line]:
    change = next(
        (known for known in desk.data.of(row.doc_id).changes if known.change_id == row.change_id), None
    )
    return change_lines(desk, change) if change is not None and row.change_id else []


def _measures(desk: Desk, row: BudgetRow) -> list[Line]:
    """Every printed amount of the code, table by table."""
    if row.dimension not in ("total", "class", "group", "item"):
        return []
    lines = [
        entry
        for entry in lines_of(desk.data.of(row.doc_id).ledger, row.doc_id, row.code)
        if _same_kind(entry, row)
    ]
    if not lines:
        return []
    wide = max(len(desk.money(entry.amount)) for entry in lines)
    shown, before = [line(Seg(desk.say("budget.measures"), "head"), Seg(f"  {desk.unit_name}", "dim"))], 0
    for entry in lines[:MOST]:
        table = f"  {desk.say('budget.of_table', number=entry.table_no)}" if entry.table_no != before else ""
        before = entry.table_no
        amount = desk.money(entry.amount)
        label = desk.named(entry.measure_label)
        shown.append(
            line(
                f"{amount.rjust(wide)}  {label}",
                Seg(table and f"{table} {desk.named(entry.table_title)}", "dim"),
                source=f"{entry.doc_id}:{entry.line_start}",
                value=f"{desk.named(entry.name)} {label} {amount}{desk.unit_after}",
                indent=wide + 2,
                record=entry.line_id,
            )
        )
    return shown + _rest(desk, len(lines))


def _same_kind(entry: BudgetLine, row: BudgetRow) -> bool:
    """Whether an amount is of the same thing: of the same code in any table, without one in tables of the same kind."""
    if row.code is None:
        return entry.table_kind == row.table_kind
    # Functional codes begin with 2, economic classes of departments with 3, of governments with 5.
    return (entry.classification == "economic") != row.code.startswith("2")


def _rest(desk: Desk, count: int, most: int = MOST) -> list[Line]:
    return [line(Seg(desk.say("more", count=count - most), "dim"))] if count > most else []


def _projects(desk: Desk, row: BudgetRow) -> list[list[Line]]:
    """The projects paid from an item (or of a unit), each with its parts, policies and targets."""
    wanted = paying(desk, row)
    if row.dimension == "total" or not wanted:
        return []
    head = [line(Seg(desk.say("budget.projects"), "head"), Seg(f"  {desk.unit_name}", "dim"))]
    alone = row.dimension == "project"
    listed = [_project_line(desk, entry, alone) for entry in wanted[:MOST]] + _rest(desk, len(wanted))
    groups = [head + listed]
    known = {entry.line_id for entry in wanted}
    found = [
        match
        for match in desk.data.of(row.doc_id).paid
        if any(entry.line_id in known for entry in match.found)
    ]
    for match in found[:STORIES]:
        if match.sure:
            paid = sum(entry.amount for entry in match.found if entry.line_id in known)
            groups.append(_story(desk, match.project, paid))
        else:
            groups.append([_open(desk, match.project)])
    return [*groups, _rest(desk, len(found), STORIES)]


def _open(desk: Desk, project: Project) -> Line:
    """A project of which it cannot be decided whether the rows are of it."""
    amount = f"{desk.money(project.amount)} {desk.unit_name}"
    return line(
        Seg(
            f"{desk.signs.unknown} {desk.say('budget.project_open', name=project.name, amount=amount)}",
            "warn",
        ),
        source=f"{project.doc_id}:{project.line_start}",
        value=f"{project.name} {amount}",
        indent=2,
        record=project.project_id,
    )


def _project_line(desk: Desk, entry: BudgetLine, alone: bool) -> Line:
    """A row of the table of projects; it leads to its project, unless that stands `alone` already."""
    own = entry.project if not alone else None
    return line(
        f"{desk.money(entry.amount):>10}  {entry.project or entry.name}",
        Seg(f"  {entry.unit_name or ''}", "dim"),
        source=f"{entry.doc_id}:{entry.line_start}",
        value=f"{entry.project or entry.name} {desk.money(entry.amount)}{desk.unit_after}",
        indent=12,
        record=entry.line_id,
        target=named_view(desk, entry.doc_id, own, entry.project_id) if own else "",
    )


def _story(desk: Desk, project: Project, paid: int) -> list[Line]:
    """A project as the narrative tells it; `paid` is what the row pays of it, in 元."""
    say, data = desk.say, desk.data.of(project.doc_id)
    amount = desk.money(project.amount)
    if 0 < paid < project.amount:
        amount = say("budget.paid", part=desk.money(paid), whole=amount)
    source = f"{project.doc_id}:{project.line_start}"
    period = f"  {project.starts or ''} – {project.ends or ''}" if project.starts or project.ends else ""
    lines = [
        line(
            Seg(project.name, "accent"),
            Seg(f"  {amount} {desk.unit_name}{period}", "dim"),
            source=source,
            value=f"{project.name} {desk.money(project.amount)}{desk.unit_after}",
            record=project.project_id,
        )
    ]
    parts = data.allocations.get(project.project_id, [])
    lines += _receivers(desk, project, parts)
    lines += [
        line(
            f"{desk.money(part.amount):>10}  {'  ' if part.parent_item else ''}{_item(desk, part)}",
            source=f"{part.doc_id}:{part.line_start}",
            value=f"{part.item} {desk.money(part.amount)}{desk.unit_after}",
            indent=12,
            record=part.allocation_id,
        )
        for part in parts[:MOST]
    ]
    lines += _rest(desk, len(parts))
    basis = data.basis.get(project.project_id, [])
    if basis:
        lines.append(line(Seg(f"  {say('budget.basis')}", "dim")))
    lines += [
        line(
            f"  《{row.title}》{row.doc_number or ''}",
            source=f"{row.doc_id}:{row.line_start}",
            indent=4,
            record=record_id(row),
        )
        for row in basis
    ]
    return lines + _targets(desk, project)


def _receivers(desk: Desk, project: Project, parts: Sequence[ProjectAllocation]) -> list[Line]:
    """Where parts of a project go to prefectures for several things: what each of them gets in all, the largest first."""
    sums = receivers(parts)
    if len(sums) == sum(bool(part.prefecture_code) for part in parts):
        return []
    given = sum(sums.values())
    head = desk.say(
        "budget.receivers",
        given=desk.money(given),
        rest=desk.money(project.amount - given),
        unit=desk.unit_name,
    )
    source = f"{project.doc_id}:{project.line_start}"
    named = {code: desk.data.prefectures.get(code) for code in sums}
    return [
        line(Seg(f"  {head}", "dim"), source=source, record=project.project_id),
        *(
            line(
                f"{desk.money(amount):>10}  {name}",
                source=source,
                value=f"{project.name} {name} {desk.money(amount)}{desk.unit_after}",
                indent=12,
            )
            for code, amount in sums.items()
            for known in (named[code],)
            for name in ((known.name_en if desk.lang == "en" else known.short_name) if known else code,)
        ),
        line(Seg(f"  {desk.say('budget.items')}", "dim")),
    ]


def _item(desk: Desk, part: ProjectAllocation) -> str:
    """What a part is for; a prefecture by the name it has on all pages."""
    place = desk.data.prefectures.get(part.prefecture_code or "")
    if place is None or part.item not in (place.name, place.short_name, *place.aliases):
        return part.item
    return place.name_en if desk.lang == "en" else place.short_name


def _targets(desk: Desk, project: Project) -> list[Line]:
    data = desk.data.of(project.doc_id)
    match = next((one for one in data.performance_of if one.project.project_id == project.project_id), None)
    if match is None or not match.found:
        return []
    if not match.sure:
        return [
            line(
                Seg(
                    f"  {desk.signs.unknown} {desk.say('budget.targets_open', name=table.project or '')}",
                    "warn",
                ),
                source=f"{table.doc_id}:{table.line_start}",
                indent=4,
                record=table.table_id,
            )
            for table in match.found[:MOST]
        ] + _rest(desk, len(match.found))
    rows = data.targets.get(match.found[0].table_id, [])
    head = [line(Seg(f"  {desk.say('budget.targets')}", "dim"))]
    return [
        *head,
        *(
            line(
                f"  {row.indicator}  {desk.quantity(row.value, row.unit, row.operator)}",
                source=f"{row.doc_id}:{row.line_start}",
                indent=4,
                record=row.target_id,
            )
            for row in rows[:MOST]
        ),
        *_rest(desk, len(rows)),
    ]
