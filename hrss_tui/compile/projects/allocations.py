"""资金分配情况 to `project_allocations`: each part of a project's money, with what it is for and where it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Claim, Harvest, Source, claims
from hrss_tui.compile.basics.missing import missing
from hrss_tui.compile.basics.project_text import ProjectText
from hrss_tui.compile.projects.parts import Part, parts, purpose_end
from hrss_tui.records import Correction, Project, ProjectAllocation, Record
from hrss_tui.reference import Prefecture, figure_words, find_prefecture, prefectures
from hrss_tui.reference.places import Place, divisions, find_place
from hrss_tui.sources.text import close_gaps, fold

_OFFICIAL = re.compile(r"..+(?:市|州|地区)")
_NOT_BEHIND = ("场",)
_DIGIT = re.compile(r"\d")
_PROVINCE = 2
"""Digits of a province's code."""
_SHORTEST = 2


def read(source: Source, project: ProjectText, row: Project) -> Harvest:
    """The parts of one project's money, and what had to be put right to read them.

    The sum that repeats the project's amount is claimed for the project; an amount per head is left to the prose, one
    without a name is a row of `unread`.
    """
    field = project.field("allocation")
    if field is None:
        return Harvest()
    found = parts(project.text.text, project.plain, field.start, field.end)
    sums_up = sum(part.amount.fen for part in _top(project, row, found)) == row.amount
    records: list[Record] = []
    made: list[Claim] = []
    for part in found:
        if _is_sum(project, part, row):
            made += _claim(project, part, row.project_id)
        elif part.start == part.end:
            text = project.text.slice(part.amount.start, part.amount.end)
            where = source.document.title
            records.append(
                missing(source, text, "cell", "unreadable", ProjectAllocation.TABLE, where, row.name)
            )
        elif not _is_rate(project, part):
            allocation = _allocation(source, project, part, found)
            records += [allocation, *_without_unit(source, project, part, sums_up)]
            made += _claim(project, part, allocation.allocation_id)
    return Harvest(tuple(records), tuple(made))


def _top(project: ProjectText, row: Project, found: Sequence[Part]) -> Iterator[Part]:
    return (part for part in found if part.parent is None and not _is_sum(project, part, row))


def _name(project: ProjectText, part: Part) -> str:
    return close_gaps(project.text.text[part.start : part.end])


def _is_sum(project: ProjectText, part: Part, row: Project) -> bool:
    """Does the amount repeat the project's own: by its name, or because it has none or the project's?"""
    own = fold(_name(project, part)) in ("", fold(row.name))
    return part.total or (own and part.amount.fen == row.amount)


def _is_rate(project: ProjectText, part: Part) -> bool:
    """Is the amount one per head, as in 每人每月?"""
    return _name(project, part).endswith(tuple(phrase.word for phrase in figure_words().per_phrases))


def _allocation(source: Source, project: ProjectText, part: Part, found: Sequence[Part]) -> ProjectAllocation:
    item = _name(project, part)
    place = _receiver(item, source.document.place or "")
    lines = project.text.lines(min(part.start, part.amount.start), max(part.end, part.amount.end))
    return ProjectAllocation(
        allocation_id=source.place(project.text.spans(part.amount.start, part.amount.end)[0]),
        project_id=project.project_id,
        item=item,
        amount=part.amount.fen,
        prefecture_code=place,
        parent_item=_name(project, found[part.parent]) if part.parent is not None else None,
        printed=part.amount.printed,
        unit_inferred=part.amount.inferred,
        doc_id=source.doc_id,
        line_start=lines[0],
        line_end=lines[1],
    )


def _receiver(item: str, giver: str) -> str | None:
    """The code of the division that an item names behind 分配, 下达; in the budget of a place it may be one inside it."""
    item = item[purpose_end(item) :]
    inside = _inside(item, giver) if len(giver) > _PROVINCE else None
    found = inside or _prefecture(item)
    return found.code if found else None


def _inside(item: str, giver: str) -> Place | None:
    """The division directly below the giver that an item names as a whole, or by its official name at its head."""
    below = divisions(giver)
    whole = find_place(item, giver)
    if whole is not None and whole in below:
        return whole
    named = [
        each
        for each in below
        if len(each.name) > _SHORTEST
        and item.startswith(each.name)
        and not item.startswith(_NOT_BEHIND, len(each.name))
    ]
    return named[0] if len(named) == 1 else None


def _prefecture(item: str) -> Prefecture | None:
    """The prefecture an item names: as a whole, or by its official name at the head of a longer item."""
    whole = find_prefecture(item)
    if whole is not None:
        return whole
    named = {
        division.code: division
        for name, division in _official_names()
        if item.startswith(name)
        and not item.startswith((*division.not_aliases, *(name + rest for rest in _NOT_BEHIND)))
    }
    return next(iter(named.values())) if len(named) == 1 else None


@cache
def _official_names() -> tuple[tuple[str, Prefecture], ...]:
    """Names that are long enough to be told from the words around them."""
    return tuple(
        (name, division)
        for division in prefectures()
        for name in division.names()
        if _OFFICIAL.fullmatch(name)
    )


def _without_unit(source: Source, project: ProjectText, part: Part, sums_up: bool) -> Iterator[Correction]:
    """An amount whose 元 is not printed."""
    if not part.amount.inferred:
        return
    reason = "金额清单中漏印“元”"
    lines = project.text.lines(part.amount.start, part.amount.end)
    yield Correction(
        correction_id=source.repair(project.text.spans(part.amount.start, part.amount.end)[0]),
        type="misprint",
        printed=part.amount.printed,
        reading=part.amount.printed + "元",
        reason=reason + ("；如此读取，各部分之和与项目金额相等" if sums_up else ""),
        doc_id=source.doc_id,
        line_start=lines[0],
        line_end=lines[1],
    )


def _claim(project: ProjectText, part: Part, by: str) -> Iterator[Claim]:
    """The amount for its record, digits of the name as part of a name."""
    yield from claims(project.text, part.amount.start, part.amount.end, by)
    if _DIGIT.search(project.text.text, part.start, part.end):
        yield from claims(project.text, part.start, part.end, "name", fact=False)
