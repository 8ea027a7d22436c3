"""Rows that have a cell more or fewer than the others, so that amounts stand in the columns of others.

A row of a text set apart by tabs may leave out its last blank cells, as editors take tabs from the end of a line. Where
others keep theirs, or where a row has a figure right of all columns, which cell is lost is not told. A row of a grid has
all its places; there what stands in them shows that whoever drew it left out a cell or drew one too many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget.ordinals import implied_class, without_ordinal
from hrss_tui.compile.budget.rows import fitted, is_word, unparted
from hrss_tui.compile.budget.rulers import Split
from hrss_tui.compile.budget.sides import Header, Side
from hrss_tui.compile.budget.values import is_amount, is_value, read_value
from hrss_tui.reference import fold_label, total_labels
from hrss_tui.reference.classifications import all_names
from hrss_tui.sources.tables import Cell, Row

_CODE = re.compile(r"\d{1,7}", re.ASCII)
_SERIAL = re.compile(r"\d{1,3}", re.ASCII)
_CLASS = re.compile(r"^\d{3}\s{0,3}")
_NAMING = ("name", "project", "content", "unit_name")
"""Columns that hold words."""


class Usual(msgspec.Struct, frozen=True):
    """How many cells rows have, and whether they print the blank ones at their end; no cells where rows have places."""

    cells: int
    blanks_kept: bool


def usual(table: Split) -> Usual:
    """What most rows of a segment have: of two numbers that as many have, the larger one.

    Where no row prints blank cells at its end, rows end with their last amount, and the header has them all.
    """
    head = [len(row.cells) for row in table.head if row.row is None]
    rows = [row for row in (*table.head, *table.rows) if row.row is None]
    counts = Counter(len(row.cells) for row in rows)
    cells = max(counts, key=lambda width: (counts[width], width), default=0)
    kept = any(len(row.cells) == cells and not row.cells[-1].text for row in rows)
    return Usual(cells if kept else max(cells, *head, 0), kept)


def has_slipped(row: Row, others: Usual, header: Header) -> bool:
    """Can a row with amounts have lost or gained a cell, so that they stand in the columns of others?

    In a text it has a cell more than the others, or one fewer though they keep the blank ones at their end, or what it holds
    is not what its columns are of. Not where its amounts fill all columns behind its name.
    """
    if not any(is_value(cell.text) for cell in row.cells):
        return False
    if row.row is not None:
        return any(_has_left(row, side) for side in header.sides)
    more = any(cell.text for cell in row.cells[others.cells :]) or (
        others.blanks_kept and len(row.cells) > others.cells and _has_gap(row)
    )
    fewer = others.blanks_kept and len(row.cells) < others.cells
    if len(header.sides) != 1:
        return more or fewer or _is_beside(row, header)
    side = header.sides[0]
    return (more or fewer or _is_before(row, side)) and fitted(row, side) is side


def _has_left(row: Row, side: Side) -> bool:
    """Does an amount stand in a grid where one side of a row is named, or its name where it has amounts?"""
    roles = dict(side.labels)
    if any(is_amount(cell.text) and _names(roles.get(cell.column, ""), cell) for cell in row.cells):
        return True
    columns = {column.index for column in side.amounts}
    before = row.cells[side.start : min(columns, default=side.start)]
    if side.by_columns or any(is_word(cell) for cell in before):
        return False
    own = [cell for cell in row.cells if cell.column in columns]
    return any(is_amount(cell.text) for cell in own) and any(
        read_value(cell.text).kind == "words" for cell in own
    )


def _names(role: str, cell: Cell) -> bool:
    """Does a column hold words, or codes other than the one that a cell prints with signs between its levels (208.01)?"""
    return role in _NAMING or (role.startswith("code") and not all_names(unparted(cell.text.strip())))


def _has_gap(row: Row) -> bool:
    """Is a cell blank between two amounts?"""
    figures = [index for index, cell in enumerate(row.cells) if is_value(cell.text)]
    return any(not cell.text for cell in row.cells[figures[0] : figures[-1]])


def _is_before(row: Row, side: Side) -> bool:
    """Does the first amount of a row stand left of the columns of amounts?"""
    figures = (
        at for at, cell in enumerate(row.cells) if is_value(cell.text) and not _CODE.fullmatch(cell.text)
    )
    first = next(figures, side.amounts[0].index)
    return first < side.amounts[0].index and any(map(is_word, row.cells[:first]))


def _is_beside(row: Row, header: Header) -> bool:
    """Do words stand in a column of amounts of one side, amounts in one of names, or spending where income is named?"""
    for side in header.sides:
        figures = {column.index for column in side.amounts}
        named = {index for index, role in side.labels if role in _NAMING}
        for index, cell in enumerate(row.cells):
            if index in figures and is_word(cell):
                return True
            if index in named and is_value(cell.text) and not _is_number_of_row(row, index):
                return True
    income, other = header.sides[:2]
    return income.block.side == "income" and _is_spending(row.cells[: other.start])


def _is_number_of_row(row: Row, at: int) -> bool:
    """Is it the number of a row whose name took its place: between the name and the amount of a total?"""
    before, after = row.cells[at - 1 : at], row.cells[at + 1 : at + 2]
    numbered = _SERIAL.fullmatch(row.cells[at].text) is not None
    return numbered and any(map(is_word, before)) and any(is_value(cell.text) for cell in after)


def _is_spending(cells: Sequence[Cell]) -> bool:
    """Do cells begin with a name of spending, where income stands: are those before it lost?"""
    printed = next((cell.text for cell in cells if is_word(cell)), "")
    name = _CLASS.sub("", printed.strip(), count=1)
    return implied_class(name) is not None or fold_label(without_ordinal(name)) in _totals()


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(fold_label, total_labels().expenditure))
