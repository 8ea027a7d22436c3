"""Header cells that the side of a page cuts: a label over columns of two pages is printed on one of them.

Its other part has nothing but its sides. Such a part at a seam is of the label beyond it, where no other page can hold
its text: it does not reach the other side of its own page.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.sources.formats.pdf.table import PageTable, TableCell


def over_seams(table: PageTable, seams: Sequence[int], header: int) -> PageTable:
    """The table with the labels of its header over both sides of its last seam; `seams` are columns that begin a page."""
    cells = list(table.cells)
    for left in table.cells:
        right = next((cell for cell in table.cells if _meets(left, cell, seams[-1])), None)
        if left.row < header and right is not None and _is_one(table, left, right, seams, header):
            whole = left.columns + right.columns
            cells.remove(right)
            cells[cells.index(left)] = msgspec.structs.replace(
                left, columns=whole, text=left.text + right.text, hidden=right.hidden
            )
    return msgspec.structs.replace(table, cells=tuple(cells))


def _meets(left: TableCell, right: TableCell, seam: int) -> bool:
    """Do two cells of the same rows stand at both sides of a seam?"""
    beside = left.column + left.columns == seam == right.column
    return beside and (left.row, left.rows) == (right.row, right.rows)


def _is_one(table: PageTable, left: TableCell, right: TableCell, seams: Sequence[int], header: int) -> bool:
    """Has one of two cells a label, and is the other what was cut off it?"""
    if shows(left, right):
        return True
    if bool(left.text) == bool(right.text):
        return False
    if left.text:
        return right.column + right.columns < table.columns and _heads(table, right, header)
    return left.column not in (0, *seams) and _heads(table, left, header)


def shows(left: TableCell, right: TableCell) -> bool:
    """Does a cell show what the side of a page cuts off another?"""
    hidden, shown = "".join(left.hidden.split()), "".join(right.text.split())
    begins = right.begun and (hidden.startswith(shown) or shown.startswith(hidden))
    return bool(hidden) and bool(shown) and (begins or hidden == shown)


def _heads(table: PageTable, blank: TableCell, header: int) -> bool:
    """Stand labels of columns below a cell without text?"""
    return any(
        cell.text and blank.row < cell.row < header and 0 <= cell.column - blank.column < blank.columns
        for cell in table.cells
    )
