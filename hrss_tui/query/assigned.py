"""Money by prefecture: every amount that a budget assigns to one, their sum, and what of each whole goes to none.

    assigned(pack, "6532")      # a Pot per project, or row of a table of transfers, that names prefectures

A pot is a sum that the document divides: its parts that name a prefecture are assigned, what its other parts and no
part at all name is not. A part of a part (其中) is counted in the outermost one that names a prefecture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from hrss_tui.pack.read import Pack
from hrss_tui.query.places import CORPS
from hrss_tui.records import BudgetLine, Project, ProjectAllocation
from hrss_tui.reference.places import find_place

TRANSFERS = "transfers"
"""Kind of the tables whose columns are areas."""


class Share(msgspec.Struct, frozen=True):
    """One amount assigned to the prefecture: `item` is what it is for, `amount` 分, `rank` 1 the largest of `of` shares."""

    item: str
    amount: int
    rank: int
    of: int
    doc_id: str
    line_start: int
    record_id: str


class Rest(msgspec.Struct, frozen=True):
    """A part of a pot that names no prefecture, less what its own parts assign."""

    item: str
    amount: int
    doc_id: str
    line_start: int
    record_id: str


class Pot(msgspec.Struct, frozen=True):
    """A sum that prefectures have shares of. All amounts are 分.

    `assigned` goes to prefectures, `here` to the one asked for; `rest` are the parts that name none. What is left of
    `amount` is itemised nowhere: `unlisted`, negative where the parts add up to more than the whole.
    """

    name: str
    unit_name: str | None
    year: int | None
    amount: int
    assigned: int
    here: int
    shares: tuple[Share, ...]
    rest: tuple[Rest, ...]
    doc_id: str
    line_start: int
    record_id: str

    @property
    def unassigned(self) -> int:
        """What goes to no prefecture."""
        return self.amount - self.assigned

    @property
    def unlisted(self) -> int:
        """What no part names at all."""
        return self.unassigned - sum(part.amount for part in self.rest)


class _Part(msgspec.Struct):
    """An amount within a pot with the parts it is made of."""

    item: str
    over: str
    amount: int
    code: str | None
    record: ProjectAllocation | BudgetLine
    inner: list[_Part]


def assigned(pack: Pack, code: str) -> list[Pot]:
    """The pots that name prefectures of its province, in printed order: those that give to `code`, then the others."""
    found = [*_projects(pack, code), *_transfers(pack, code)]
    return sorted(found, key=lambda pot: not pot.shares)


def unnamed(pack: Pack, pots: Iterable[Pot]) -> list[Project]:
    """The projects beside some pots, in the same documents, that name no prefecture at all."""
    documents = {pot.doc_id for pot in pots}
    naming = {row.project_id for row in pack.rows(ProjectAllocation) if row.prefecture_code}
    return [row for row in pack.rows(Project) if row.doc_id in documents and row.project_id not in naming]


def sums(pots: Iterable[Pot]) -> dict[str, int]:
    """What the prefecture is given in all, document by document: budgets of two years are not added up."""
    found: dict[str, int] = {}
    for pot in pots:
        if pot.shares:
            found[pot.doc_id] = found.get(pot.doc_id, 0) + pot.here
    return found


def receivers(rows: Sequence[ProjectAllocation]) -> dict[str, int]:
    """What each prefecture gets of the parts of one project in all, in 分, the largest first: code → sum."""
    found: dict[str, int] = {}
    for part in _outermost(_tree(rows, "")):
        if part.code:
            found[part.code] = found.get(part.code, 0) + part.amount
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def _projects(pack: Pack, code: str) -> Iterator[Pot]:
    parts: dict[str, list[ProjectAllocation]] = {}
    for row in pack.rows(ProjectAllocation):
        parts.setdefault(row.project_id, []).append(row)
    for project in pack.rows(Project):
        top = _tree(parts.get(project.project_id, ()), project.name)
        if any(_beside(part.code or "", code) for part in _outermost(top)) or any(_of(top, code)):
            yield _pot(project, project.name, project.project_id, top, code)


def _beside(one: str, code: str) -> bool:
    """Whether a place is in the province of another and of its level, or beside it where that is a province: no other gives it money."""
    first, other = (CORPS.get(each[:2], each[:2]) for each in (one, code))
    return (first == other and len(one) == len(code)) or len(code) == len(first)


def _tree(rows: Iterable[ProjectAllocation], name: str) -> list[_Part]:
    """The parts of a project; one that is a part of another stands in the last one printed before it of that name."""
    top: list[_Part] = []
    latest: dict[str, _Part] = {}
    for row in rows:
        above = latest.get(row.parent_item or "")
        part = _Part(row.item, above.item if above else name, row.amount, row.prefecture_code, row, [])
        (above.inner if above else top).append(part)
        latest[row.item] = part
    return top


def _outermost(parts: Iterable[_Part]) -> Iterator[_Part]:
    """Parts that name a prefecture, but for those within such a part."""
    for part in parts:
        if part.code:
            yield part
        else:
            yield from _outermost(part.inner)


def _of(parts: Iterable[_Part], code: str) -> Iterator[_Part]:
    """Parts of one prefecture, but for those within such a part."""
    for part in parts:
        if part.code == code:
            yield part
        else:
            yield from _of(part.inner, code)


def _rests(parts: Iterable[_Part]) -> Iterator[Rest]:
    """What parts that name no prefecture do not hand on to one; the finest that a document names."""
    for part in parts:
        if part.code:
            continue
        inner = list(_rests(part.inner))
        given = sum(one.amount for one in _outermost(part.inner))
        left = part.amount - given - sum(one.amount for one in inner)
        yield from inner
        if left:
            doc_id, line_start = part.record.doc_id, part.record.line_start
            yield Rest(part.item, left, doc_id, line_start, _id(part.record))


def _pot(whole: Project | BudgetLine, name: str, record_id: str, top: Sequence[_Part], code: str) -> Pot:
    mine = list(_of(top, code))
    given = list(_outermost(top))
    return Pot(
        name=name,
        unit_name=whole.unit_name,
        year=whole.year,
        amount=whole.amount,
        assigned=sum(part.amount for part in given),
        here=sum(part.amount for part in mine),
        shares=tuple(_share(part, given) for part in mine),
        rest=tuple(_rests(top)),
        doc_id=whole.doc_id,
        line_start=whole.line_start,
        record_id=record_id,
    )


def _share(part: _Part, given: Sequence[_Part]) -> Share:
    """The share with its rank among those of the same item."""
    rivals = [one.amount for one in given if one.over == part.over]
    rank = 1 + sum(amount > part.amount for amount in rivals)
    row = part.record
    return Share(part.over, part.amount, rank, len(rivals), row.doc_id, row.line_start, _id(row))


def _id(row: ProjectAllocation | BudgetLine) -> str:
    return row.line_id if isinstance(row, BudgetLine) else row.allocation_id


def _transfers(pack: Pack, code: str) -> Iterator[Pot]:
    """Rows of tables of transfers: the whole of a row, and a column per area."""
    rows: dict[tuple[str, int, str], list[BudgetLine]] = {}
    deepest: dict[str, int] = {}
    for line in _table_lines(pack):
        rows.setdefault((line.doc_id, line.line_start, line.name), []).append(line)
        deepest[line.doc_id] = max(line.level, deepest.get(line.doc_id, 0))
    find = _finder(code)
    for own in rows.values():
        areas = [(find(line.unit_name), line) for line in own if line.unit_name]
        parts = [_Part(line.name, line.name, line.amount, place, line, []) for place, line in areas if place]
        whole = next((line for line in own if not find(line.unit_name)), None)
        if parts and whole is not None and whole.level == deepest[whole.doc_id]:
            yield _pot(whole, whole.project or whole.name, whole.line_id, parts, code)


def _table_lines(pack: Pack) -> Iterator[BudgetLine]:
    """Totals of the tables of transfers; no other amount of a budget becomes a record."""
    kinds = pack.column(BudgetLine.TABLE, "table_kind") if BudgetLine.TABLE in pack.schema else []
    if TRANSFERS in kinds:
        yield from (
            line for line in pack.rows(BudgetLine) if line.table_kind == TRANSFERS and line.measure == "total"
        )


def _finder(code: str) -> Callable[[str | None], str | None]:
    """Name of an area → its code, where it is a division beside the one asked for."""
    known: dict[str, str | None] = {}
    whole = code[:-2] or None

    def find(name: str | None) -> str | None:
        if name and name not in known:
            place = find_place(name, whole)
            known[name] = place.code if place and len(place.code) == len(code) else None
        return known.get(name or "")

    return find
