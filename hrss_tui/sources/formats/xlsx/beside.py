"""Tables that stand side by side on a sheet, each with a title of its own, parted by columns in which nothing stands.

Read across, the rows of one would go on in the other. Sides of one table (收入 | 支出) have one title together.
"""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.sources.captions import is_title
from hrss_tui.sources.formats.draft import Drawn

_TOP = 3
"""A title stands in one of so many first rows."""
_LEAST = 2
"""Columns and rows of a table at least."""


def parted(cells: Sequence[Drawn]) -> list[list[Drawn]]:
    """The cells of each table, from left to right."""
    found: list[list[Drawn]] = []
    for block in _blocks(cells):
        if found and _is_table(block) and _is_table(found[-1]):
            found.append(block)
        elif found:
            found[-1] += block
        else:
            found.append(block)
    return found if len(found) > 1 else [list(cells)]


def _blocks(cells: Sequence[Drawn]) -> list[list[Drawn]]:
    """The cells between columns in which nothing stands."""
    found: list[list[Drawn]] = []
    end = -1
    for cell in sorted(cells, key=lambda cell: cell.column):
        if not cell.text:
            continue
        if not found or cell.column > end:
            found.append([])
        found[-1].append(cell)
        end = max(end, cell.column + cell.columns)
    return found


def _is_table(block: Sequence[Drawn]) -> bool:
    """Has it rows and columns, and a title above them?"""
    rows = sorted({cell.row for cell in block})
    columns = {cell.column for cell in block}
    if len(rows) <= _LEAST or len(columns) < _LEAST:
        return False
    return any(is_title(cell.text) for cell in block if cell.row <= rows[_TOP - 1])
