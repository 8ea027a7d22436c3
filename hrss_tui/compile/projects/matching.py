"""Which sums of one table are of which project: unit and amount decide, never the name alone.

Two projects may share a name, and one project has another name in each section of a document. A sum of the unit and the
amount of a project is of it; where several fit, or several projects do, the name is asked which of them; the rows that
one name has left are of the one project of that name they add up to. A sum of another name is of the project only where
the document's tables of projects know no second name with that unit and amount. What then stays open is of nobody.

Everything is looked up, so that the work grows with projects and rows and no faster.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

import msgspec

_ANY = object()
"""Stands for whichever unit where things are looked up."""


class Wanted(msgspec.Struct, frozen=True):
    """A project: unit and name as they are compared ("" where none is named), amount in 分."""

    project_id: str
    unit: str
    name: str
    amount: int


class Row(msgspec.Struct, frozen=True, eq=False):
    """A row that names a project and states money of it; `amount` is None where it cannot be told, `records` are the ids of what it is made of."""

    unit: str
    name: str
    amount: int | None
    records: tuple[str, ...]


class Group(msgspec.Struct, eq=False):
    """The rows of one unit under one name, with how many are nobody's yet and their money; None where one has no amount."""

    unit: str
    name: str
    rows: list[Row]
    left: int = 0
    rest: int | None = 0


class _Index(msgspec.Struct):
    """Things under a key and a unit; one without a unit may be of any."""

    places: dict[tuple[Hashable, Any], list[Any]] = msgspec.field(default_factory=dict)

    def add(self, key: Hashable, unit: str, thing: Any) -> None:
        """Put a thing where who asks for its unit, or for any, finds it."""
        for at in (unit, _ANY):
            self.places.setdefault((key, at), []).append(thing)

    def found(self, key: Hashable, unit: str) -> list[Any]:
        """The first two of what fits: more are as many as two."""
        places = (unit, "") if unit else (_ANY,)
        return list(islice(chain.from_iterable(self.places.get((key, at), ()) for at in places), 2))


class Names(msgspec.Struct):
    """The names that sums of an amount and a unit bear, in all tables of projects of a document; the first two, as more are as many as two."""

    places: dict[tuple[int | None, Any], set[str]] = msgspec.field(default_factory=dict)

    def add(self, amount: int | None, unit: str, name: str) -> None:
        """A sum bears a name."""
        for at in (unit, _ANY):
            names = self.places.setdefault((amount, at), set())
            if len(names) < 2:
                names.add(name)

    def differ(self, amount: int, unit: str) -> bool:
        """Do sums of the amount that may be of the unit bear two names?"""
        places = (unit, "") if unit else (_ANY,)
        return len(set().union(*(self.places.get((amount, at), ()) for at in places))) > 1


class _Table(msgspec.Struct):
    """The rows of one table and what has been decided of them."""

    rows: _Index
    groups: _Index
    sums: _Index
    group_of: dict[Row, Group]
    owners: dict[Row, str]

    def give(self, rows: Iterable[Row], project: Wanted) -> None:
        """Rows that are nobody's yet are of the project."""
        for row in rows:
            group = self.group_of[row]
            group.left -= 1
            if group.rest is not None and row.amount is not None:
                group.rest -= row.amount
            self.owners[row] = project.project_id

    def free(self, group: Group) -> Iterator[Row]:
        """The rows of a group that are nobody's."""
        return (row for row in group.rows if row not in self.owners)


def borne(tables: Iterable[Sequence[Row]]) -> Names:
    """What the sums of tables are called."""
    found = Names()
    for rows in tables:
        for group in _groups(rows):
            for amount in {group.rest, *(row.amount for row in group.rows)}:
                found.add(amount, group.unit, group.name)
    return found


def owners(projects: Sequence[Wanted], rows: Sequence[Row], names: Names) -> dict[Row, str]:
    """Row → id of the project it is of, for the rows of one table, and the projects and the names of its document."""
    table = _table(rows)
    alike, equal, undone = _Index(), _Index(), _Index()
    for project in projects:
        alike.add((project.name, project.amount), project.unit, project)
        equal.add(project.amount, project.unit, project)
    by_row = {project.project_id for project in projects if _by_row(table, alike, project)}
    waiting = [project for project in projects if project.project_id not in by_row]
    for project in waiting:
        undone.add(project.name, project.unit, project)
    left = [project for project in waiting if not _by_rest(table, undone, project)]
    for project in left:
        _by_amount(table, equal, names, project)
    return table.owners


def _table(rows: Sequence[Row]) -> _Table:
    """The rows looked up by name and amount, their groups by name, and sums of any name by amount."""
    table = _Table(_Index(), _Index(), _Index(), {}, {})
    for group in _groups(rows):
        for row in group.rows:
            table.group_of[row] = group
            table.rows.add((row.name, row.amount), row.unit, row)
        table.groups.add(group.name, group.unit, group)
        if group.rest is not None:
            table.sums.add(group.rest, group.unit, group.rows)
        if group.left > 1:
            for row in group.rows:
                table.sums.add(row.amount, row.unit, [row])
    return table


def _groups(rows: Iterable[Row]) -> Iterable[Group]:
    """Rows by unit and name, with their money."""
    groups: dict[tuple[str, str], Group] = {}
    for row in rows:
        group = groups.setdefault((row.unit, row.name), Group(row.unit, row.name, []))
        group.rows.append(row)
        group.left += 1
        group.rest = None if row.amount is None or group.rest is None else group.rest + row.amount
    return groups.values()


def _by_row(table: _Table, alike: _Index, project: Wanted) -> bool:
    """Give a project the row of its name, unit and amount, where one fits and it is the only one that fits the row."""
    key = project.name, project.amount
    found = table.rows.found(key, project.unit)
    sure = len(found) == 1 and _alone(alike, key, project.unit, found[0].unit)
    if sure:
        table.give(found, project)
    return sure


def _by_rest(table: _Table, undone: _Index, project: Wanted) -> bool:
    """Give a project the rows left under its name, where they add up to it and no other project waits for them."""
    found = table.groups.found(project.name, project.unit)
    sure = (
        len(found) == 1
        and found[0].left > 0
        and found[0].rest == project.amount
        and _alone(undone, project.name, project.unit, found[0].unit)
    )
    if sure:
        table.give(list(table.free(found[0])), project)
    return sure


def _by_amount(table: _Table, equal: _Index, names: Names, project: Wanted) -> None:
    """Give a project the only sum of its unit and amount, whatever its name, unless rows of its own or of a second name say otherwise."""
    found = table.sums.found(project.amount, project.unit)
    named = table.groups.found(project.name, project.unit)
    if len(found) != 1 or len(named) > 1 or any(group.left for group in named):
        return
    rows: list[Row] = found[0]
    sure = (
        not any(row in table.owners for row in rows)
        and _alone(equal, project.amount, project.unit, rows[0].unit)
        and not any(names.differ(project.amount, unit) for unit in (project.unit, rows[0].unit))
    )
    if sure:
        table.give(rows, project)


def _alone(rivals: _Index, key: Hashable, *units: str) -> bool:
    """Is there one project only that any of these units could mean?"""
    return all(len(rivals.found(key, unit)) == 1 for unit in units)
