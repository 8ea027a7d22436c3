"""Header of a budget table's segment: which column holds which measure, which describes the row."""

from __future__ import annotations

from functools import cache

import msgspec

from hrss_tui.compile.basics.columns import Column, columns, header_size
from hrss_tui.compile.basics.money import is_amount
from hrss_tui.reference import budget_tables
from hrss_tui.reference.budget_tables import (
    BudgetBlock,
    BudgetTable,
    column_roles,
    match_column,
    total_labels,
)
from hrss_tui.reference.text import fold_label
from hrss_tui.sources.tables import Row, Segment


class AmountColumn(msgspec.Struct, frozen=True):
    """A column of amounts: where it stands, its measure and its label as printed."""

    index: int
    measure: str
    label: str


class Side(msgspec.Struct, frozen=True):
    """One block of a table: its label columns as (index, role), its amount columns, first cell to last."""

    block: BudgetBlock
    labels: tuple[tuple[int, str], ...]
    amounts: tuple[AmountColumn, ...]
    start: int
    stop: int

    def role_index(self, role: str) -> int | None:
        """Where the column of a role stands."""
        return next((index for index, name in self.labels if name == role), None)


class Header(msgspec.Struct, frozen=True):
    """The sides of a segment and the labels that no reference entry knows."""

    sides: tuple[Side, ...]
    unknown: tuple[str, ...]


@cache
def _known_labels() -> frozenset[str]:
    """Every label that can stand in a header of any budget table."""
    known = set(column_roles())
    for table in budget_tables():
        for block in table.blocks:
            known |= {fold_label(label) for label in block.headings}
            for column in block.columns:
                known |= {fold_label(label) for label in (*column.labels, *column.under)}
    return frozenset(known)


@cache
def totals() -> frozenset[str]:
    """Folded names of total rows."""
    words = total_labels()
    return frozenset(fold_label(label) for label in (*words.income, *words.expenditure, *words.any))


def is_header(row: Row) -> bool:
    """Is the row header: no amount, most labels known, and not just a total?"""
    texts = [cell.text for cell in row.cells if cell.text]
    if not texts or any(is_amount(text) for text in texts):
        return False
    if len(texts) == 1 and fold_label(texts[0]) in totals():
        return False
    known = sum(fold_label(text) in _known_labels() for text in texts)
    return known * 2 >= len(texts)


def split_header(segment: Segment) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Header rows and data rows of a segment."""
    size = header_size(segment.rows, is_header)
    return segment.rows[:size], segment.rows[size:]


def read_header(kind: BudgetTable, rows: tuple[Row, ...]) -> Header:
    """Match the columns of header rows with those the kind of table has."""
    found = columns(rows)
    bounds = _bounds(kind, found)
    sides, unknown = [], []
    for block, (start, stop) in zip(kind.blocks, bounds, strict=True):
        mine = [column for column in found if start <= column.index < stop]
        amounts: list[AmountColumn] = []
        labels: list[tuple[int, str]] = []
        for column in mine:
            match = match_column(block, column.leaf, column.spans)
            role = column_roles().get(fold_label(column.leaf))
            if match is not None and not (role and not amounts):
                amounts.append(AmountColumn(column.index, match.measure, column.leaf))
            elif role:
                labels.append((column.index, role))
            elif fold_label(column.leaf) not in {fold_label(text) for text in block.headings}:
                unknown.append(column.leaf)
        sides.append(Side(block, tuple(labels), tuple(amounts), start, stop))
    return Header(tuple(sides), tuple(unknown))


def _bounds(kind: BudgetTable, found: list[Column]) -> list[tuple[int, int]]:
    """First and last cell of each block; two blocks part where the heading of the second begins."""
    end = 10_000
    if len(kind.blocks) == 1:
        return [(0, end)]
    headings = {fold_label(label) for label in kind.blocks[1].headings}
    named = [c.index for c in found if headings & {fold_label(text) for text in (*c.spans, c.leaf)}]
    labels = [c.index for c in found if column_roles().get(fold_label(c.leaf))]
    middle = named[0] if named else labels[1] if len(labels) > 1 else end
    return [(0, middle), (middle, end)]
