"""Policies and terms as rows of a table, and who rests on one or uses it as lines."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.errors import NothingFoundError
from hrss_tui.query.policies import Policy, Term, policies, terms_used
from hrss_tui.query.uses import Named, Passage, figures_of, passages, plain
from hrss_tui.query.views import format_view, view
from hrss_tui.records import Project
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.page.reading import Going
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.widgets.columns import Cell, Column, Row

MOST = 40
"""Lines of one kind before the rest is only counted."""
LONGEST = 1000
"""Rows of a list at most; what is typed finds the others."""
WIDE = 110
"""Cells from which a list has room for whole titles."""


def read_policies(desk: Desk, _going: Going) -> list[Policy]:
    """The policy documents of the package, those most projects rest on first; none where it has none."""
    try:
        return policies(desk.data.pack)
    except NothingFoundError:
        return []


def read_terms(desk: Desk, going: Going) -> list[Term]:
    """The terms of all documents in printed order; of a large package without what uses them, which is read for one."""
    rows = desk.data.glossary
    if not desk.data.small:
        return [Term(row.term, row.definition, (), row.doc_id, row.line_start, row.line_end) for row in rows]
    own = list(dict.fromkeys(row.doc_id for row in rows))
    found = []
    for done, doc_id in enumerate(own):
        if going(done, len(own)):
            found += terms_used(desk.data.of(doc_id).pack, [row for row in rows if row.doc_id == doc_id])
    return found


def policy_table(desk: Desk, rows: Sequence[Policy], width: int) -> tuple[list[Column], list[Row]]:
    """A row per document: its number, its title, how many projects rest on it, the projects."""
    say, wide = desk.say, width >= WIDE
    columns = [
        Column(say("col.number"), most=22),
        Column(say("col.title"), grow=wide, most=90 if wide else max(20, width - 36)),
        Column(say("col.cited"), right=True),
        Column(say("col.project"), most=40),
    ]
    join = desk.say("tui.join")
    return columns, [
        Row(
            (
                Cell(row.doc_number or "", row.doc_number),
                Cell(row.title),
                Cell(str(row.resting), row.resting),
                Cell(
                    join.join((*row.projects, *(say("lists.a_target", name=name) for name in row.targets))),
                    None,
                    "dim",
                ),
            ),
            row.name,
            "",
            f"{row.doc_id}:{row.line_start}",
            row.name,
        )
        for row in rows[:LONGEST]
    ]


def term_table(desk: Desk, rows: Sequence[Term], width: int) -> tuple[list[Column], list[Row]]:
    """A row per term of a document: what it means, how many figures and paragraphs use it."""
    say = desk.say
    counted = any(row.figures or row.passages for row in rows)
    several, wide = len({row.doc_id for row in rows}) > 1, width >= WIDE
    columns = [
        Column(say("col.term"), most=24),
        Column(say("col.definition"), grow=wide, most=120 if wide else max(20, width - 40)),
        *([Column(say("col.figures"), right=True), Column(say("col.used"), right=True)] if counted else []),
        *([Column(say("col.document"), most=20)] if several else []),
    ]
    return columns, [_term(desk, row, counted, several) for row in rows[:LONGEST]]


def _term(desk: Desk, row: Term, counted: bool, several: bool) -> Row:
    whole = sum(row.times)
    used = f"{len(row.passages)}{times(desk, whole) if whole > len(row.passages) else ''}" if whole else ""
    counts = [Cell(str(len(row.figures) or ""), len(row.figures)), Cell(used, whole)] if counted else []
    document = [Cell(desk.called(row.doc_id, 20), None, "dim")] if several else []
    cells = (Cell(row.term, None, "strong"), Cell(row.definition), *counts, *document)
    source = f"{row.doc_id}:{row.line_start}"
    return Row(cells, key_of(row), "", source, f"{row.term}: {row.definition}")


def key_of(row: Term) -> str:
    """The term with its document: two documents may define one word."""
    return f"{row.doc_id}/{row.term}"


def times(desk: Desk, count: int) -> str:
    """×2 where something stands more than once in one paragraph."""
    return f" {desk.say('lists.times', count=count)}" if count > 1 else ""


def policy_detail(desk: Desk, row: Policy) -> list[Line]:
    """The projects that rest on a document with their money, then the paragraphs that cite it."""
    head = [line(Seg(row.name, "head"), source=f"{row.doc_id}:{row.line_start}")]
    projects = [line(Seg(desk.say("lists.rests"), "head"), Seg(f"  {desk.unit_name}", "dim"))]
    for project_id, place, count in list(zip(row.project_ids, row.places, row.times, strict=True))[:MOST]:
        project = _project(desk, project_id, place)
        if project is not None:
            projects.append(_resting(desk, project, place, count))
    rest = len(row.project_ids) - MOST
    projects += [line(Seg(desk.say("more", count=rest), "dim"))] if rest > 0 else []
    named = row.doc_number or row.title
    documents = dict.fromkeys(place.rpartition(":")[0] for place in row.places[:MOST])
    found = [one for doc_id in documents for one in _passages(desk, doc_id, named)]
    resting = projects if row.project_ids else []
    return spaced([head, resting, _targets(desk, row), _listed(desk, "lists.cited_in", named, found)])


def _targets(desk: Desk, row: Policy) -> list[Line]:
    """The performance targets that name a document as their basis; Enter opens one."""
    if not row.target_ids:
        return []
    lines = [line(Seg(desk.say("lists.target_rests"), "head"))]
    for name, target_id in list(zip(row.targets, row.target_ids, strict=True))[:MOST]:
        target = format_view(view("indicators", target_id, part="targets"))
        lines.append(line(f"  {name}", target=target, value=name, record=target_id))
    more = len(row.target_ids) - MOST
    return lines + ([line(Seg(desk.say("more", count=more), "dim"))] if more > 0 else [])


def _project(desk: Desk, project_id: str, place: str) -> Project | None:
    own = desk.data.of(place.rpartition(":")[0]).projects
    return next((one for one in own if one.project_id == project_id), None)


def _resting(desk: Desk, project: Project, place: str, count: int) -> Line:
    amount = desk.money(project.amount)
    return line(
        f"{amount:>12}  {project.name}",
        Seg(times(desk, count), "warn"),
        Seg(f"  {project.unit_name or ''}", "dim"),
        source=place,
        value=f"{project.name} {amount}{desk.unit_after}",
        indent=14,
        record=project.project_id,
    )


def term_detail(desk: Desk, row: Term) -> list[Line]:
    """The definition, then figures and paragraphs of its document that use the term."""
    head = [
        line(Seg(row.term, "head"), source=f"{row.doc_id}:{row.line_start}"),
        line(row.definition),
    ]
    named = figures_of(desk.data.of(row.doc_id).pack, [row.term])[row.term]
    using = [
        one
        for one in _passages(desk, row.doc_id, row.term)
        if not row.line_start <= one.line_start <= row.line_end
    ]
    unused = [] if named or using else [line(Seg(desk.say("lists.unused"), "dim"))]
    return spaced([head, _figures(desk, named), _listed(desk, "lists.passages", row.term, using), unused])


def _figures(desk: Desk, rows: Sequence[Named]) -> list[Line]:
    if not rows:
        return []
    lines = [line(Seg(f"{desk.say('lists.figures')} {len(rows)}", "head"), Seg(f"  {desk.unit_name}", "dim"))]
    for row in rows[:MOST]:
        shown = desk.money(row.amount) if row.amount is not None else row.printed
        unit = desk.unit_after if row.amount is not None else ""
        lines.append(
            line(
                f"{shown:>12}  {row.name}",
                source=f"{row.doc_id}:{row.line_start}",
                value=f"{row.name} {shown}{unit}",
                indent=14,
                record=row.record_id,
            )
        )
    more = len(rows) - MOST
    return lines + ([line(Seg(desk.say("more", count=more), "dim"))] if more > 0 else [])


def _passages(desk: Desk, doc_id: str, name: str) -> list[Passage]:
    return passages(desk.data.blocks.get(doc_id, ()), name)


def _listed(desk: Desk, title: str, name: str, rows: Sequence[Passage]) -> list[Line]:
    """Paragraphs, each with how often it holds the name."""
    if not rows:
        return []
    whole = sum(row.count for row in rows)
    count = f"{len(rows)}{times(desk, whole) if whole > len(rows) else ''}"
    lines = [line(Seg(f"{desk.say(title)} {count}", "head"))]
    for row in rows[:MOST]:
        target = format_view(view("documents", f"{row.doc_id}:{row.line_start}", find=name))
        lines.append(
            line(
                Seg(times(desk, row.count).strip().ljust(3), "warn"),
                _around(row.text, name),
                target=target,
                source=f"{row.doc_id}:{row.line_start}",
                indent=3,
            )
        )
    more = len(rows) - MOST
    return lines + ([line(Seg(desk.say("more", count=more), "dim"))] if more > 0 else [])


_BEFORE, _AFTER = 24, 60


def _around(text: str, name: str) -> str:
    """The words around the first place of a name; the beginning where it is printed otherwise than the name."""
    text = " ".join(text.split())
    at = text.find(name)
    if at < 0:
        at = text.find(plain(name))
    start = max(0, at - _BEFORE)
    shown = text[start : start + _BEFORE + _AFTER]
    return f"{'…' if start else ''}{shown}{'…' if start + len(shown) < len(text) else ''}"
