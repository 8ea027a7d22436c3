"""Where the rows of a side stand: code, level, unit, project, and what was done to the code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.money import fen
from hrss_tui.compile.budget.codes import CodeBook, Repair, is_functional, read_codes
from hrss_tui.compile.budget.compared import names_figure
from hrss_tui.compile.budget.headed import below_heads
from hrss_tui.compile.budget.income_parts import deepened
from hrss_tui.compile.budget.levels import (
    code_level,
    group_rows,
    is_body,
    is_part,
    is_total,
    numbered_levels,
    three_public_level,
    unit_rows,
)
from hrss_tui.compile.budget.ordinals import implied_class
from hrss_tui.compile.budget.rows import Reading
from hrss_tui.compile.budget.stairs import stair_levels
from hrss_tui.reference.budget_tables import classification
from hrss_tui.reference.print import sum_endings
from hrss_tui.sources.paragraphs import Kind as BlockKind
from hrss_tui.sources.text import fold

_BOUGHT = ("procurement", "purchased_services")
"""Tables whose names are those of what is bought."""


class Place(msgspec.Struct, frozen=True):
    """The place of a row. `restored` where digits of the code were lost, wrong or only implied by the name."""

    classification: str
    code: str | None
    level: int
    unit: str | None = None
    project: str | None = None
    repair: Repair = ""
    implied: bool = False

    @property
    def restored(self) -> bool:
        """Does the row not print the code as it was read?"""
        return self.implied or self.repair != ""


def places(
    side: Sequence[Reading], book: CodeBook, units: frozenset[str], unit: str, year: int | None
) -> list[Place]:
    """The place of every row of one side, in printed order."""
    if not side:
        return []
    own = side[0].side.block.classification
    rows_are = classification(own).rows
    names = [reading.name for reading in side]
    if rows_are == "ordinals":
        levels = deepened(names, numbered_levels(names), [_amounts(row, unit) for row in side])
        return [Place(own, None, level) for level in below_heads([row.printed for row in side], levels)]
    if rows_are == "items":
        return list(_items(side))
    if any(reading.printed.code for reading in side):
        return list(_coded(side, book, year))
    if rows_are == "entries":
        return list(_entries(side, names, units, unit))
    by_unit = side[0].side.role_index("unit_name") is not None or _list_bodies(names)
    return list(_units(side, names, unit) if by_unit else _numbered(side, names, own))


def unit_names(source: Source) -> frozenset[str]:
    """Folded names of the department's units: the numbered bullets that a line about 预算单位 announces."""
    names: set[str] = set()
    listing = False
    for block in source.blocks:
        text = block.text.text
        if block.kind is BlockKind.LIST_ITEM and listing:
            names.add(fold(re.sub(r"^\d+[.、．]\s*", "", text)))
        elif block.kind is not BlockKind.TABLE_ROW:
            listing = "预算单位" in text and text.rstrip().endswith(("：", ":"))
    return frozenset(names)


def _items(side: Sequence[Reading]) -> Iterator[Place]:
    """Rows that are items, or units whose items stand in columns."""
    own = side[0].side.block.classification
    several = len(side) > 1
    for reading in side:
        name = reading.name
        named = several and reading.side.by_columns and name and not (is_total(name) or names_figure(name))
        unit = reading.unit_name or (name if named else None)
        unit = None if unit and is_total(unit) else unit
        yield Place(own, None, three_public_level(name), unit if several else None)


def _projects(side: Sequence[Reading], stairs: Sequence[int], deepest: int) -> Iterator[str | None]:
    """The project of each row: its own, or in a list of what is bought for projects with a column of their own that above it."""
    own = side[0].side
    bought = own.block.classification in _BOUGHT and own.role_index("project") is not None
    told: str | None = None
    for reading, level in zip(side, stairs, strict=True):
        told = reading.project or reading.printed.text("project") or (told if level == deepest else None)
        yield told if bought else reading.project or reading.name


def _units(side: Sequence[Reading], names: Sequence[str], unit: str) -> Iterator[Place]:
    """Units without codes; one whose amount is that of the rows below it together is above them."""
    own = side[0].side.block.classification
    above = unit_rows(names, _first_amounts(side, unit), ())
    for name, is_above in zip(names, above, strict=True):
        total = is_total(name)
        level = 0 if total else 1 if is_above or not any(above) else 2
        yield Place(own, None, level, None if total else name)


def _list_bodies(names: Sequence[str]) -> bool:
    """Are all rows but the totals units of a department?"""
    own = [name for name in names if name and not is_total(name)]
    return len(own) > 1 and all(map(is_body, own))


def _first_amounts(side: Sequence[Reading], unit: str) -> list[int | None]:
    """The amount of every row that its others are parts of, in 分: its total, wherever it stands, else the first."""
    return [_whole(row, unit) for row in side]


def _whole(row: Reading, unit: str) -> int | None:
    amounts = row.printed.amounts
    own = next((each for each in amounts if each.column.measure == "total"), None) or next(
        iter(amounts), None
    )
    return fen(own.value.number, unit) if own else None


def _amounts(row: Reading, unit: str) -> dict[int, int]:
    """The amounts of a row by column, in 分."""
    return {each.column.index: fen(each.value.number, unit) for each in row.printed.amounts}


def _entries(
    side: Sequence[Reading], names: Sequence[str], units: frozenset[str], unit: str
) -> Iterator[Place]:
    """Units with their projects below them."""
    own = side[0].side.block.classification
    owner: str | None = None
    firsts = _first_amounts(side, unit)
    stairs = stair_levels([row.printed.filled for row in side], firsts, list(map(_closes, names)))
    if stairs is not None and not any(row.unit_name for row in side):
        deepest = max(stairs)
        projects = _projects(side, stairs, deepest)
        for level, project in zip(stairs, projects, strict=True):
            yield Place(own, None, level, None, project if level == deepest else None)
        return
    found = _bodies(names, firsts)
    if not any(found):
        found = unit_rows(["合计" if _closes(name) else name for name in names], firsts, units)
    if side[0].side.role_index("project") is not None and not _are_units(names, firsts, found, units):
        found = [False] * len(names)
    found = [is_unit and not _project_of_unit(row) for row, is_unit in zip(side, found, strict=True)]
    kinds = [is_unit and _is_kind(row, own) for row, is_unit in zip(side, found, strict=True)]
    found = [is_unit and not is_kind for is_unit, is_kind in zip(found, kinds, strict=True)]
    below = 2 if any(found) else 1
    heads = kinds if any(kinds) else _groups_of_projects(names, firsts, found)
    for at, (reading, is_unit) in enumerate(zip(side, found, strict=True)):
        if _closes(reading.name):
            yield Place(own, None, 0)
        elif is_part(reading.name) and (unit_of := reading.unit_name or owner):
            yield Place(own, None, 0, unit_of)
        elif is_unit:
            owner = reading.name
            yield Place(own, None, 1, reading.name)
        elif heads[at]:
            yield Place(own, None, below, reading.unit_name or owner)
        else:
            level = below + any(heads)
            yield Place(own, None, level, reading.unit_name or owner, reading.project or reading.name)


def _are_units(
    names: Sequence[str], amounts: Sequence[int | None], found: Sequence[bool], units: frozenset[str]
) -> bool:
    """Are rows of a list of projects whose amounts are those of the rows below them units?

    They may be projects, of which one costs by chance as much as the others: by their names they are units, or because
    they together are the total of the list.
    """
    own = [
        (name, amount or 0) for name, amount, is_unit in zip(names, amounts, found, strict=True) if is_unit
    ]
    if all(is_body(name) or fold(name) in units for name, _ in own):
        return True
    total = next((amount for name, amount in zip(names, amounts, strict=True) if _closes(name)), None)
    return total is not None and total == sum(amount for _, amount in own)


def _project_of_unit(row: Reading) -> bool:
    """Does a row print its unit and a project of it? It is a project, whatever the rows below it add up to."""
    return bool(row.unit_name and row.printed.text("unit_name") and row.printed.text("project"))


def _is_kind(row: Reading, own: str) -> bool:
    """Does a row above those that it adds up name what they are (货物, 服务), and nobody who buys them?"""
    role = row.printed.roles[0] if row.printed.roles else ""
    things = role == "attribute" or (role == "name" and own in _BOUGHT)
    return things and not is_body(row.name)


def _bodies(names: Sequence[str], amounts: Sequence[int | None]) -> list[bool]:
    """Which rows are units by their names: where a list begins with one, and they together are its total."""
    found = [is_body(name) and not _closes(name) for name in names]
    total = next((amount for name, amount in zip(names, amounts, strict=True) if _closes(name)), None)
    first = next((at for at, name in enumerate(names) if not _closes(name)), len(names))
    whole = sum(amount or 0 for amount, own in zip(amounts, found, strict=True) if own)
    return found if any(found[first : first + 1]) and whole == total else [False] * len(names)


def _groups_of_projects(
    names: Sequence[str], amounts: Sequence[int | None], units: Sequence[bool]
) -> list[bool]:
    """Which rows of a list head groups of projects, unit by unit, or below the only total."""
    found = [False] * len(names)
    starts = [at for at, is_unit in enumerate(units) if is_unit]
    starts = starts or [at for at, name in enumerate(names) if at == 0 and _closes(name)]
    for start in starts:
        ends = (at for at in range(start + 1, len(names)) if units[at] or _closes(names[at]))
        stop = next(ends, len(names))
        found[start + 1 : stop] = group_rows(amounts[start + 1 : stop], amounts[start])
    return found


def _closes(name: str) -> bool:
    """Is it the total of a list, whatever it lists: 政府采购支出合计?"""
    return is_total(name) or fold(name).endswith(sum_endings())


def _coded(side: Sequence[Reading], book: CodeBook, year: int | None) -> Iterator[Place]:
    """Rows with codes; a row without one is a total, a class by its name or, where projects are listed, a unit."""
    own = side[0].side.block.classification
    owner: str | None = None
    codes = read_codes([(reading.printed.code, reading.name) for reading in side], book, year)
    for reading, coded in zip(side, codes, strict=True):
        unit = reading.unit_name or owner
        if coded.code:
            said = own
            if classification(own).rows == "codes":
                said = "functional" if is_functional(coded.code) else "economic"
            level = code_level(coded.code)
            yield Place(said, coded.code, level, unit, reading.project, coded.repair)
            continue
        if is_total(reading.name):
            owner = None
            yield Place(own, None, 0)
        elif is_part(reading.name) and unit:
            yield Place(own, None, 0, unit)
        elif (
            reading.side.role_index("project") is not None
            or reading.side.role_index("unit_name") is not None
            or (
                classification(own).rows == "codes"
                and is_body(reading.name)
                and implied_class(reading.name) is None
            )
        ):
            owner = reading.name
            yield Place(own, None, 0, owner)
        else:
            yield _by_name(reading.name, own, 1)


def _numbered(side: Sequence[Reading], names: Sequence[str], own: str) -> Iterator[Place]:
    """Rows with ordinals for codes: the name implies the 类. The only row below columns that tell all is the whole."""
    alone = len(side) == 1 and not names[0] and not side[0].side.labels
    levels = [0] if alone else below_heads([row.printed for row in side], numbered_levels(names))
    for reading, level in zip(side, levels, strict=True):
        yield _by_name(reading.name, own, level)


def _by_name(name: str, own: str, level: int) -> Place:
    code = implied_class(name) if own == "functional" and not is_total(name) else None
    if code is None:
        return Place(own, None, 0 if is_total(name) else level)
    return Place(own, code, 1, implied=True)
