"""Drill-down through the budget: what an amount is made of, how large each part is, how it changed.

    ledger = open_ledger(pack)                       # once per package
    drill(ledger, Question(code="20801"))            # its items
    drill(ledger, Question(by=("unit", "project")))  # who spends it on what, as far as table 7 says

A `Drill` holds the opened row and the rows below it. A row that the tables print is that printed row, with
its id and line; a row that they do not print (an item over all units of table 7) is the sum of the finest
printed amounts, with the ids of all of them. Amounts are integer 分; nothing is rounded or estimated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

import msgspec

from hrss_tui.pack.read import Pack
from hrss_tui.query.inner_sums import step
from hrss_tui.query.ledger import LEVELS, Cell, Dimension, Ledger, Sheet, Where, beside, open_ledger
from hrss_tui.query.percents import percent_of
from hrss_tui.query.sheets import OWNERS, Choice, Question, choose, named_so
from hrss_tui.records import BudgetChange, BudgetLine
from hrss_tui.reference.classifications import official_names

__all__ = ["BudgetRow", "Drill", "Ledger", "Question", "budget", "drill", "lines_of", "open_ledger"]

_OF_ALL_MONEY = ("expenditure", "income", "overview")


class BudgetRow(msgspec.Struct, frozen=True):
    """One amount of a drill-down.

    `dimension` says what the row is one of ("total" for the whole); `depth` is 0 for the opened row, 1 for its
    parts, 2 for theirs. `share` is percent of the row one level up, None where that is 0 or where the table gives
    the amount beside that row and not as a part of it (机关运行经费 beside 三公经费). The change on last
    year (`change` and `previous_amount` in 分, `percent`, `reclassified`, `reason`) is what the document states
    of `stated_amount`, None where it states nothing: it speaks of the general public budget, so `stated_amount`
    may be less than `amount`. `line_id` and `printed` are None where the amount is a sum of several printed
    ones, whose ids are `line_ids`.
    """

    MONEY: ClassVar[tuple[str, ...]] = ("amount", "change", "previous_amount", "stated_amount")

    code: str | None
    name: str
    amount: int
    share: float | None
    change: int | None
    percent: float | None
    previous_amount: int | None
    stated_amount: int | None
    reclassified: bool | None
    reason: str | None
    dimension: str
    depth: int
    level: int | None
    parent_code: str | None
    unit_name: str | None
    project: str | None
    measure: str
    year: int | None
    department: str | None
    table_no: int
    table_kind: str
    printed: str | None
    code_restored: bool
    has_children: bool
    line_id: str | None
    line_ids: tuple[str, ...]
    change_id: str | None
    doc_id: str
    line_start: int
    line_end: int


def is_of_less(row: BudgetRow) -> bool:
    """Is the change stated of less than the whole amount?"""
    return row.change is not None and row.stated_amount != row.amount


class Drill(msgspec.Struct, frozen=True):
    """The opened row and what it is made of, in tree order, as deep as asked.

    `rows` is empty where the tables split the opened row no further. `by` is the way down, `measure_label`
    the column as printed, `dimensions` and `measures` what else the sheet can be asked for.
    """

    opened: BudgetRow
    rows: tuple[BudgetRow, ...]
    by: tuple[Dimension, ...]
    measure: str
    measure_label: str
    table_no: int
    table_kind: str
    title: str
    classification: str
    doc_id: str
    year: int | None
    department: str | None
    dimensions: tuple[Dimension, ...]
    measures: dict[str, str]


def budget(pack: Pack, question: Question) -> Drill:
    """Answer one question of a package. For many, keep the ledger: `drill(open_ledger(pack), …)`."""
    return drill(open_ledger(pack), question)


def drill(ledger: Ledger, question: Question) -> Drill:
    """The row a question opens and the rows below it.

    Raises UsageError (a dimension, column or table this package does not have, or a cross-section that no
    table gives) and NothingFoundError (no such code or year, an empty table).
    """
    choice = choose(ledger, question)
    build = _Builder(choice, _changes(ledger, choice.sheet), _public(ledger, choice.sheet.doc_id))
    opened = build.row(choice.start, _own_dimension(choice.start), None)
    rows = build.below(opened, choice.start, question.depth)
    sheet = choice.sheet
    return Drill(
        opened=opened,
        rows=tuple(rows),
        by=choice.by,
        measure=choice.measure,
        measure_label=_label(sheet, choice.measure),
        table_no=sheet.table_no,
        table_kind=sheet.table_kind,
        title=sheet.title,
        classification=sheet.classification,
        doc_id=sheet.doc_id,
        year=sheet.year,
        department=sheet.department,
        dimensions=sheet.dimensions(),
        measures=sheet.measures(),
    )


def named(ledger: Ledger, question: Question) -> list[BudgetRow]:
    """The rows whose name, or whose project's name, holds the words asked for, where these are no code and no whole name."""
    each = (msgspec.structs.replace(question, code=name, depth=0) for name in named_so(ledger, question))
    return [drill(ledger, one).opened for one in each]


def lines_of(ledger: Ledger, doc_id: str, code: str | None) -> tuple[BudgetLine, ...]:
    """Every printed amount of a code in a budget, over all tables and columns; of the totals where it is None.

    Rows of a single unit or project are left out: they are parts of it.
    """
    return tuple(
        cell.line
        for sheet in ledger.of(doc_id)
        for cell in sheet.cells
        if cell.line.code == code
        and (code is not None or cell.line.level == 0)
        and cell.line.unit_name is None
        and cell.line.project is None
    )


def _changes(ledger: Ledger, sheet: Sheet) -> dict[str, list[BudgetChange]]:
    """Code (name, where a change is of no code) → changes stated in the sheet's document."""
    found: dict[str, list[BudgetChange]] = {}
    for change in ledger.changes:
        if change.doc_id == sheet.doc_id:
            found.setdefault(change.code or change.name, []).append(change)
    return found


def _public(ledger: Ledger, doc_id: str) -> dict[str, list[int]]:
    """Code → what the table of the general public budget of a document prints of it."""
    found: dict[str, list[int]] = {}
    for sheet in ledger.of(doc_id):
        if sheet.table_kind == "general_public":
            for line in sheet.lines:
                if line.code and line.measure == "total" and line.unit_name is None:
                    found.setdefault(line.code, []).append(line.amount)
    return found


def _own_level(where: Where) -> Dimension | None:
    """The finest level of a place in the classification; None for the whole."""
    return next((level for level in reversed(LEVELS) if level in where), None)


def _own_dimension(where: Where) -> Dimension | None:
    """What the row of a place is one of: the project or unit it is asked for by, else its level."""
    return next((owner for owner in OWNERS if owner in where), None) or _own_level(where)


def _step(where: Where, dimension: Dimension, cell: Cell) -> Where:
    """The place of a cell along one more dimension; a group or item brings the levels above it along."""
    above = LEVELS[: LEVELS.index(dimension)] if dimension in LEVELS else ()
    found = {level: cell.where[level] for level in above if level in cell.where}
    return {**where, **found, dimension: cell.where[dimension]}


def _label(sheet: Sheet, measure: str) -> str:
    lines = (cell.line for cell in sheet.cells)
    return next((line.measure_label for line in lines if line.measure == measure), measure)


class _Builder:
    """Rows of one choice; holds what every row needs, so that methods take only what differs."""

    def __init__(
        self, choice: Choice, changes: dict[str, list[BudgetChange]], public: dict[str, list[int]]
    ) -> None:
        self.choice = choice
        self.changes = changes
        self.public = public
        self.names = choice.sheet.codes()
        self.beside = self._beside()

    def below(self, opened: BudgetRow, where: Where, depth: int) -> Iterable[BudgetRow]:
        """The rows under a row in tree order, `depth` levels deep."""
        dimension = self.next_dimension(where)
        if dimension is None or depth <= 0:
            return
        for place in self.places(where, dimension):
            row = self.row(place, dimension, opened)
            yield row
            yield from self.below(row, place, depth - 1)

    def next_dimension(self, where: Where) -> Dimension | None:
        """The first dimension of the way down that `where` leaves open and some amount inside it states."""
        for dimension in self.choice.by:
            if dimension not in where and any(
                dimension in cell.where for cell in self.leaves(where, dimension)
            ):
                return dimension
        return None

    def cells(self, where: Where, dimension: Dimension | None) -> Sequence[Cell]:
        """The cells that speak of a place: by economic class once the way has come to that."""
        economic = dimension == "economic" or "economic" in where
        return self.choice.economic if economic else self.choice.cells

    def leaves(self, where: Where, dimension: Dimension | None) -> list[Cell]:
        """The finest cells inside a place."""
        wanted = where.items()
        return [cell for cell in self.cells(where, dimension) if cell.leaf and wanted <= cell.where.items()]

    def places(self, where: Where, dimension: Dimension) -> list[Where]:
        """The places one step below `where`: codes in order, other values as printed."""
        found: dict[str, Where] = {}
        for cell in self.leaves(where, dimension):
            if dimension in cell.where:
                found.setdefault(cell.where[dimension], _step(where, dimension, cell))
        values = list(found)
        if all(value.isdigit() for value in values):
            values.sort()
        return [found[value] for value in values]

    def lines(self, where: Where) -> list[BudgetLine]:
        """The printed amount of a place, else the finest amounts inside it; of a row that adds up others its own."""
        exact = [cell for cell in self.cells(where, None) if cell.where == where]
        if not exact and where:
            sums = (cell for cell in self.choice.sheet.sums if cell.line.measure == self.choice.measure)
            exact = [cell for cell in sums if cell.where == where]
        return [cell.line for cell in exact or self.leaves(where, None)]

    def row(self, where: Where, dimension: Dimension | None, parent: BudgetRow | None) -> BudgetRow:
        """The amount of a place as a row."""
        lines, sheet = self.lines(where), self.choice.sheet
        amount = sum(line.amount for line in lines)
        only = lines[0] if len(lines) == 1 else None
        change = self.change(where, amount)
        is_part = self.beside.isdisjoint(line.line_id for line in lines)
        return BudgetRow(
            code=self.code(where, dimension),
            name=self.name(where, dimension, lines),
            amount=amount,
            share=percent_of(amount, parent.amount) if parent is not None and is_part else None,
            change=change.change if change else None,
            percent=change.percent if change else None,
            previous_amount=change.previous_amount if change else None,
            stated_amount=change.amount if change else None,
            reclassified=change.reclassified if change else None,
            reason=change.reason if change else None,
            dimension=dimension or "total",
            depth=parent.depth + 1 if parent is not None else 0,
            level=_level(dimension),
            parent_code=self.parent_code(where, dimension),
            unit_name=where.get("unit"),
            project=where.get("project"),
            measure=lines[0].measure if lines else self.choice.measure,
            year=sheet.year,
            department=sheet.department,
            table_no=sheet.table_no,
            table_kind=sheet.table_kind,
            printed=only.printed if only else None,
            code_restored=any(line.code_restored for line in lines),
            has_children=self.next_dimension(where) is not None,
            line_id=only.line_id if only else None,
            line_ids=tuple(line.line_id for line in lines),
            change_id=change.change_id if change else None,
            doc_id=sheet.doc_id,
            line_start=min((line.line_start for line in lines), default=0),
            line_end=max((line.line_end for line in lines), default=0),
        )

    def _beside(self) -> frozenset[str]:
        """The ids of amounts that stand beside the whole."""
        lines = [cell.line for cell in self.choice.cells]
        return beside(next((line for line in lines if line.level == 0), None), lines)

    def code(self, where: Where, dimension: Dimension | None) -> str | None:
        """The code a row is of: that of its level or economic class."""
        value = where[dimension] if dimension in (*LEVELS, "economic") and dimension else None
        return value if value and value.isdigit() else None

    def name(self, where: Where, dimension: Dimension | None, lines: Sequence[BudgetLine]) -> str:
        """The name a row is printed under."""
        if dimension == "economic" and lines:
            return lines[0].measure_label
        if dimension is None:
            return lines[0].name if len(lines) == 1 else self.choice.sheet.title
        value = where[dimension]
        official = official_names(self.choice.sheet.year) if value not in self.names else {}
        return self.names.get(value) or official.get(value, value)

    def parent_code(self, where: Where, dimension: Dimension | None) -> str | None:
        """The code one level up; for a unit, project or economic class the code it is a part of."""
        above = LEVELS[: LEVELS.index(dimension)] if dimension in LEVELS else LEVELS
        codes = [where[level] for level in above if where.get(level, "").isdigit()]
        return codes[-1] if codes else None

    def change(self, where: Where, amount: int) -> BudgetChange | None:
        """What the document states on last year of this very place.

        The statements are of the general public budget. On a table of all money the row of the code may hold
        more, unless the table of that budget prints another amount; everywhere else the amounts must agree, or the
        statement is of something else. Of the whole a document speaks by the name of the column (基本支出).
        """
        if not where.keys() <= set(LEVELS):
            return None
        level = _own_level(where)
        key = where[level] if level is not None else _label(self.choice.sheet, self.choice.measure)
        stated = self.changes.get(key, [])
        same = next((change for change in stated if change.amount == amount), None)
        if same is not None or level is None:
            return same
        whole = self.choice.sheet.table_kind in _OF_ALL_MONEY and self.choice.measure == "total"
        coded = (change for change in stated if whole and change.code is not None)
        return next((change for change in coded if self.is_public(change)), None)

    def is_public(self, change: BudgetChange) -> bool:
        """May a change be that of the general public budget: does its table print the amount, or none of the code?"""
        printed = self.public.get(change.code or "")
        near = step(change)
        return printed is None or any(abs(amount - (change.amount or 0)) <= near for amount in printed)


def _level(dimension: Dimension | None) -> int | None:
    if dimension is None:
        return 0
    return LEVELS.index(dimension) + 1 if dimension in LEVELS else None
