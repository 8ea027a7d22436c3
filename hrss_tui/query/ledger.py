"""The budget of a package as cells that know where they stand, read once and asked many times.

A printed budget table says of every amount what it is of: a class, a group, an item, a unit, a project, an
economic class. `Cell.where` holds these as coordinates, so that a drill-down in any order is a matter of
choosing cells. `leaf` marks the amounts that no finer row of the same column splits; sums over a cross-section
that no row prints are sums of leaves, and never count a subtotal twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec

from hrss_tui.pack.read import Pack
from hrss_tui.query.inner_sums import inner_sums
from hrss_tui.records import BudgetChange, BudgetLine, BudgetTable

Dimension = Literal["class", "group", "item", "unit", "project", "economic"]
DIMENSIONS: Final[tuple[Dimension, ...]] = ("class", "group", "item", "unit", "project", "economic")
LEVELS: Final[tuple[Dimension, ...]] = ("class", "group", "item")
WIDTHS: Final = (3, 5, 7)
"""Digits of a code at each level."""
ECONOMIC: Final = "economic_"
"""Prefix of the measures that are an economic class each."""
PREFERRED: Final = (
    "expenditure",
    "income",
    "general_public",
    "general_public_projects",
    "general_public_basic",
    "overview",
    "fiscal_overview",
    "government_fund",
    "state_capital",
    "three_public",
    "outsourcing",
    "carryover",
)
"""Kinds of table in the order in which a question that fits several is answered; all others come after them."""

Where = dict[Dimension, str]


class Cell(msgspec.Struct, frozen=True):
    """One amount with its coordinates; `where` is empty for the total of the table.

    A sum of others beside it (本年支出合计 of 支出总计, 小计) is no cell of a sheet: its parts are.
    """

    line: BudgetLine
    where: Where
    leaf: bool


class Sheet(msgspec.Struct, frozen=True):
    """The amounts of one side of one table of one document: all have the same kind of rows."""

    doc_id: str
    table_no: int
    table_kind: str
    title: str
    classification: str
    year: int | None
    department: str | None
    cells: tuple[Cell, ...]
    sums: tuple[Cell, ...] = ()
    """Rows that only add up others which stand beside them."""
    lines: tuple[BudgetLine, ...] = ()
    """All amounts as printed."""

    def dimensions(self) -> tuple[Dimension, ...]:
        """What the table splits its amounts by; where its rows are economic classes, class is economic too."""
        found: set[Dimension] = {dimension for cell in self.cells for dimension in cell.where}
        if self.classification == "economic":
            found.add("economic")
        return tuple(dimension for dimension in DIMENSIONS if dimension in found)

    def measures(self) -> dict[str, str]:
        """Measure → label as printed, in printed order; economic classes are a dimension and left out."""
        lines = (cell.line for cell in self.cells)
        return {line.measure: line.measure_label for line in lines if not line.measure.startswith(ECONOMIC)}

    def codes(self) -> dict[str, str]:
        """Code → name as printed first."""
        names: dict[str, str] = {}
        for cell in self.cells:
            if cell.line.code:
                names.setdefault(cell.line.code, cell.line.name)
        return names


class Ledger(msgspec.Struct, frozen=True):
    """All sheets of a package in the order of `PREFERRED`, its tables as printed, its explained changes."""

    sheets: tuple[Sheet, ...]
    tables: tuple[BudgetTable, ...]
    changes: tuple[BudgetChange, ...]

    def years(self) -> tuple[int, ...]:
        """Budget years, newest first."""
        return tuple(sorted({sheet.year for sheet in self.sheets if sheet.year is not None}, reverse=True))

    def documents(self, year: int | None = None) -> tuple[str, ...]:
        """Ids of the budgets, of one year where one is given."""
        found = (sheet.doc_id for sheet in self.sheets if year is None or sheet.year == year)
        return tuple(dict.fromkeys(found))

    def of(self, doc_id: str) -> tuple[Sheet, ...]:
        """Sheets of one document."""
        return tuple(sheet for sheet in self.sheets if sheet.doc_id == doc_id)


def open_ledger(pack: Pack) -> Ledger:
    """Read the budget tables of a package; keep the result, it is what every budget question asks."""
    groups: dict[tuple[str, str, str], list[BudgetLine]] = {}
    for line in pack.rows(BudgetLine):
        groups.setdefault((line.doc_id, line.table_kind, line.classification), []).append(line)
    sheets = [_sheet(lines) for lines in groups.values()]
    return Ledger(
        tuple(sorted(sheets, key=_order)), tuple(pack.rows(BudgetTable)), tuple(pack.rows(BudgetChange))
    )


def beside(total: BudgetLine | None, lines: Iterable[BudgetLine]) -> frozenset[str]:
    """The ids of the lines that a table gives beside its total and not as parts of it (机关运行经费 beside 三公经费).

    They stand under none, as its parts do.
    """
    several = list(lines)
    if total is None or all(line.parent_id != total.line_id for line in several):
        return frozenset()
    return frozenset(
        line.line_id
        for line in several
        if line.level > 0 and not (line.parent_id or line.code or line.unit_name or line.project)
    )


def preference(kind: str) -> tuple[int, str]:
    """What kinds of table are sorted by: those of `PREFERRED` first."""
    return (PREFERRED.index(kind), "") if kind in PREFERRED else (len(PREFERRED), kind)


def _order(sheet: Sheet) -> tuple[str, bool, int, bool, bool, int]:
    """Of an overview the side of the spending answers what a table of spending would, and before one of income.

    A table of one row, which says only what all is worth, comes after those that divide it.
    """
    undivided = not any(cell.where for cell in sheet.cells)
    functional = sheet.classification == "functional"
    instead = functional and sheet.table_kind == "overview"
    rank = 0 if instead else preference(sheet.table_kind)[0]
    return sheet.doc_id, undivided, rank, instead, not functional, sheet.table_no


def _sheet(lines: Sequence[BudgetLine]) -> Sheet:
    by_id = {line.line_id: line for line in lines}
    placed = [(line, _where(line, by_id)) for line in lines]
    sums = inner_sums(placed)
    own = [(line, where) for line, where in placed if line.line_id not in sums]
    split = {
        (line.measure, *path[:size])
        for line, where in own
        for path in [_path(where)]
        for size in range(len(path))
    }
    cells = [Cell(line, where, (line.measure, *_path(where)) not in split) for line, where in own]
    first = lines[0]
    return Sheet(
        doc_id=first.doc_id,
        table_no=first.table_no,
        table_kind=first.table_kind,
        title=first.table_title,
        classification=first.classification,
        year=first.year,
        department=first.department,
        cells=tuple(cells),
        sums=tuple(Cell(line, where, leaf=False) for line, where in placed if line.line_id in sums),
        lines=tuple(lines),
    )


def _path(where: Where) -> tuple[tuple[str, str], ...]:
    """The coordinates from coarse to fine, as tables nest them: unit, class, group, item, project."""
    nesting: tuple[Dimension, ...] = ("unit", *LEVELS, "project")
    return tuple((dimension, where[dimension]) for dimension in nesting if dimension in where)


def _where(line: BudgetLine, by_id: dict[str, BudgetLine]) -> Where:
    where: Where = dict(_classes(line, by_id))
    if line.unit_name is not None:
        where["unit"] = line.unit_name
    if line.project is not None:
        where["project"] = line.project
    if line.measure.startswith(ECONOMIC):
        where["economic"] = line.measure.removeprefix(ECONOMIC)
    return where


def _classes(line: BudgetLine, by_id: dict[str, BudgetLine]) -> Iterable[tuple[Dimension, str]]:
    """The levels of a row: from its code, else from the rows it stands under; none of a listed unit or project."""
    digits = line.code or line.parent_code
    if digits is None:
        if line.project is not None or line.name == line.unit_name:
            return []
        return zip(LEVELS, _names_above(line, by_id), strict=False)
    levels = list(zip(LEVELS, WIDTHS, strict=True))[: line.level]
    found = [(dimension, digits[:width]) for dimension, width in levels if len(digits) >= width]
    if line.code is None and 0 < line.level <= len(LEVELS):
        found.append((LEVELS[line.level - 1], line.name))
    return found


def _names_above(line: BudgetLine, by_id: dict[str, BudgetLine]) -> list[str]:
    """The names of a row without a code and of those it stands under; the nearest that has a code is named by it."""
    names: list[str] = []
    step: BudgetLine | None = line
    while step is not None and step.level > 0 and len(names) < len(LEVELS):
        if step.code is not None:
            return [step.code[:width] for width in WIDTHS if len(step.code) >= width] + names[::-1]
        names.append(step.name)
        step = by_id.get(step.parent_id) if step.parent_id else None
    return names[::-1]
