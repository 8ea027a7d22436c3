"""A printed row of a budget table to code, names and amounts, wherever its cells have slipped to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from hrss_tui.compile.basics.money import is_amount
from hrss_tui.compile.budget.header import AmountColumn, Side
from hrss_tui.sources.tables import Cell, Row
from hrss_tui.sources.text import close_gaps

_LEADING_DIGITS = re.compile(r"(\d[\d\s]*)(.*)$", re.DOTALL)
_CODE_LENGTHS = (3, 5, 7)


class PrintedAmount(msgspec.Struct, frozen=True):
    """An amount and the column it belongs to."""

    column: AmountColumn
    cell: Cell


class PrintedRow(msgspec.Struct, frozen=True):
    """One side of a printed row.

    `code` holds the digits the row prints (possibly without its 项), `texts` its names in order (a project's
    after the item's), `text_cells` where they stand, `amounts` one entry per amount. `shift` is how many cells
    the amounts stand right of their header.
    """

    line: int
    code: str
    texts: tuple[str, ...]
    text_cells: tuple[Cell, ...]
    amounts: tuple[PrintedAmount, ...]
    shift: int


def read_row(row: Row, side: Side, last_code: str) -> PrintedRow:
    """Read one side of a row; `last_code` is the code of the row above, for rows that print their own level only."""
    cells = row.cells[side.start : side.stop]
    last_text = max((i for i, cell in enumerate(cells) if _is_text(cell.text)), default=-1)
    labels, values = cells[: last_text + 1], cells[last_text + 1 :]
    code, names = _code_and_names(labels, side, last_code)
    first = next((i for i, cell in enumerate(values) if is_amount(cell.text)), None)
    offset = side.start + last_text + 1
    shift = _shift(side, values, offset, first)
    amounts = []
    for column in side.amounts:
        position = column.index + shift - offset
        if 0 <= position < len(values) and is_amount(values[position].text):
            amounts.append(PrintedAmount(column, values[position]))
    texts = tuple(close_gaps(text) for text, _ in names)
    return PrintedRow(row.line, code, texts, tuple(cell for _, cell in names), tuple(amounts), shift)


def _is_text(text: str) -> bool:
    """Does the cell hold words? A code is none, nor is an amount or a mark for nothing."""
    return any(unicodedata.category(char)[0] == "L" for char in text)


def _shift(side: Side, values: Sequence[Cell], offset: int, first: int | None) -> int:
    """The first amount of a row is its total: how far right of the total's column does it stand?"""
    if first is None or not side.amounts or side.amounts[0].measure != "total":
        return 0
    printed = offset + first
    at_total = side.amounts[0].index - offset
    if 0 <= at_total < len(values) and is_amount(values[at_total].text):
        return 0
    return printed - side.amounts[0].index


def _code_and_names(labels: Sequence[Cell], side: Side, last_code: str) -> tuple[str, list[tuple[str, Cell]]]:
    code = ""
    names: list[tuple[str, Cell]] = []
    roles = dict(side.labels)
    for index, cell in enumerate(labels, side.start):
        text = unicodedata.normalize("NFKC", cell.text)
        if not text:
            continue
        match = None if names else _LEADING_DIGITS.match(text)
        digits = re.sub(r"\s", "", match.group(1)) if match else ""
        if not code and len(digits) == 2:
            code = {"code_group": last_code[:3], "code_item": last_code[:5]}.get(roles.get(index, ""), "")
        if match and len(code) + len(digits) in _CODE_LENGTHS:
            code += digits
            rest = match.group(2).strip()
            if rest:
                names.append((rest, cell))
        elif _is_text(text):
            names.append((cell.text, cell))
    return code, names
