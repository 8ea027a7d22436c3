"""Header rows of a text whose merged cells were pasted as one cell each, put back over the columns they reach over.

What is merged downwards leaves an empty cell in the row below, what is merged across leaves none: 项目 over 编码 and 名称
is one cell. Only where cells and columns match in one way is anything moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from hrss_tui.sources.tables import Cell, Row
from hrss_tui.sources.text import Span


def unmerged(head: Sequence[Row]) -> tuple[Row, ...]:
    """The header rows, from the last upwards with empty cells behind those that reach over several columns below."""
    rows = list(head)
    if any(row.row is not None for row in rows):
        return tuple(rows)
    for above in range(len(rows) - 2, -1, -1):
        rows[above] = _over(rows[above], rows[above + 1])
    return tuple(rows)


def _over(row: Row, below: Row) -> Row:
    """A row over the columns of the next one: one cell over each run of labels, one over each empty cell."""
    runs = [
        (labelled, len(list(run)))
        for labelled, run in groupby(bool(cell.text.strip()) for cell in below.cells)
    ]
    widths = [size for labelled, run in runs for size in ([run] if labelled else [1] * run)]
    if len(row.cells) >= len(below.cells) or len(row.cells) != len(widths):
        return row
    cells: list[Cell] = []
    for cell, width in zip(row.cells, widths, strict=True):
        cells.append(msgspec.structs.replace(cell, column=len(cells)))
        empty = Span(cell.span.line, cell.span.end, cell.span.end)
        cells += [Cell("", empty, len(cells) + place) for place in range(width - 1)]
    return msgspec.structs.replace(row, cells=tuple(cells))
