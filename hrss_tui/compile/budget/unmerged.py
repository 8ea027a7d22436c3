"""Header rows of a text whose merged cells were pasted as one cell each, put back over the columns they reach over.

What is merged downwards leaves an empty cell in the row below, what is merged across leaves none: 项目 over 编码 and 名称
is one cell. Where cells and columns do not match nothing is moved, and the header is not understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import msgspec

from hrss_tui.compile.budget.labels import bare_label
from hrss_tui.compile.budget.values import is_value
from hrss_tui.reference import column_roles
from hrss_tui.sources.tables import Cell, Row
from hrss_tui.sources.text import Span

_FEW = 2
"""Labels of a row that may be the title of two sides, and decide nothing."""


def unmerged(head: Sequence[Row]) -> tuple[Row, ...]:
    """The header rows, from the last upwards with empty cells behind those that reach over several columns below."""
    rows = list(head)
    if any(row.row is not None for row in rows):
        return tuple(rows)
    for above in range(len(rows) - 2, -1, -1):
        width = len(rows[above + 1].cells)
        cut = above == 0 and not all(cell.text.strip() for cell in rows[0].cells)
        rows[above] = _padded(rows[0], width) if cut else _over(rows[above], rows[above + 1])
    return tuple(rows)


def unplaced(head: Sequence[Row]) -> bool:
    """Is it open over which columns the labels of a row stand?

    It has several labels and fewer cells than the row below; or the empty cells it begins with are lost: it begins at
    the margin below labels that reach over one column each, and ends before them.
    """
    return any(
        above.row is None and (_is_narrower(above, below) or _is_cut(above, below))
        for above, below in pairwise(head)
    )


def is_shifted(head: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Do labels of a header stand in other columns than what they name?"""
    return _reaches_too_little(head, rows) or _stands_beside(head, rows)


def _reaches_too_little(head: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Do the labels of the last header row of a grid stand left of what they name, as one above reaches too little down?

    It has one below a label of one column, and none below a part of a label over several, in whose column figures stand.
    """
    last = head[-1]
    if len(head) < _FEW or last.row is None:
        return False
    own = {cell.column for cell in last.cells if cell.text}
    above = [
        cell
        for row in head[:-1]
        for cell in row.cells
        if cell.text and row.row is not None and row.row + cell.rows == last.row
    ]
    if not any(cell.columns == 1 and cell.column in own for cell in above):
        return False
    spans = (set(range(cell.column, cell.column + cell.columns)) for cell in above if cell.columns > 1)
    bare = {column for span in spans if span & own for column in span - own}
    return any(is_value(cell.text) for row in rows for cell in row.cells if cell.column in bare)


def _stands_beside(head: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Stands a column of figures without a label between two labels of a grid with nothing below them? It may be of either.

    So stand the heads of columns without rulings, in the middle above numbers at a side, where nothing told them from rows.
    Where each such label has such a column at its right, the amounts stand beside their labels.
    """
    if head[-1].row is None:
        return False
    labelled = {
        cell.column + at for row in head for cell in row.cells if cell.text for at in range(cell.columns)
    }
    filled = {
        cell.column + at for row in rows for cell in row.cells if cell.text for at in range(cell.columns)
    }
    figures = {cell.column for row in rows for cell in row.cells if is_value(cell.text)}
    bare = labelled - filled
    loose = figures - labelled
    near = {column for column in bare if {column - 1, column + 1} & loose}
    return any({column - 1, column + 1} <= bare for column in loose) and not all(
        column + 1 in loose for column in near
    )


def lies_under(row: Row, head: Sequence[Row]) -> bool:
    """Does a label of the header reach over cells of a row below it, so that these stand right of their columns?

    They do where the grid is wider than its header: where it hides what it covers the others stand in their own.
    """
    if row.row is None or not any(cell.covered for cell in row.cells) or len(row.cells) <= _width(head):
        return False
    placed = [(each.row, each) for each in head if each.row is not None]
    below = max((at + cell.rows for at, each in placed for cell in each.cells), default=0)
    return row.row < below and row.row not in {at for at, _ in placed}


def uncovered(head: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """The rows, with cells that a label pushed to the right back in their columns where the row has one for each."""
    return [_moved_back(row, _width(head)) if lies_under(row, head) else row for row in rows]


def _width(head: Sequence[Row]) -> int:
    return max((cell.column + cell.columns for row in head for cell in row.cells if cell.text), default=0)


def _moved_back(row: Row, width: int) -> Row:
    own = [cell for cell in row.cells if not cell.covered]
    if len(own) != width or any(cell.columns > 1 for cell in own):
        return row
    cells = (msgspec.structs.replace(cell, column=at) for at, cell in enumerate(own))
    return msgspec.structs.replace(row, cells=tuple(cells))


def _is_narrower(above: Row, below: Row) -> bool:
    return sum(bool(cell.text.strip()) for cell in above.cells) > _FEW and len(above.cells) < len(below.cells)


def _is_cut(above: Row, below: Row) -> bool:
    first = below.cells[0].text.strip()
    if len(above.cells) < _FEW or not first or not all(cell.text.strip() for cell in above.cells[:_FEW]):
        return False
    named = column_roles().get(bare_label(first)) is not None
    return len(below.cells) < len(above.cells) + (not named)


def _over(row: Row, below: Row) -> Row:
    """A row over the columns of the next one; as it is where more than one way fits, or none."""
    if len(row.cells) >= len(below.cells):
        return row
    ways = (_by_runs(below, whole=True), _by_runs(below, whole=False), *_by_blocks(row, below))
    widths = next((each for each in ways if len(each) == len(row.cells)), None)
    if widths is None:
        return row
    cells: list[Cell] = []
    for cell, width in zip(row.cells, widths, strict=True):
        cells.append(msgspec.structs.replace(cell, column=len(cells)))
        empty = Span(cell.span.line, cell.span.end, cell.span.end)
        cells += [Cell("", empty, len(cells) + place, covered=True) for place in range(width - 1)]
    return msgspec.structs.replace(row, cells=tuple(cells))


def _padded(row: Row, width: int) -> Row:
    """A first row that prints empty cells where labels reach over several columns, with those cut from its end."""
    last = row.cells[-1].span
    empty = Span(last.line, last.end, last.end)
    rest = (Cell("", empty, place) for place in range(len(row.cells), width))
    return msgspec.structs.replace(row, cells=(*row.cells, *rest))


def _by_runs(below: Row, whole: bool) -> list[int]:
    """One cell over each run of labels, one over each empty cell, into which it reaches down.

    Where runs are not `whole`, one over each part of a run that begins like the run: 预算数 决算数 预算数 决算数 are two.
    """
    widths: list[int] = []
    for labelled, run in groupby(below.cells, key=lambda cell: cell.covered or bool(cell.text.strip())):
        texts = [cell.text.strip() for cell in run]
        starts = [0] if whole else [place for place, text in enumerate(texts) if text == texts[0]]
        widths += (
            [after - start for start, after in pairwise([*starts, len(texts)])]
            if labelled
            else [1] * len(texts)
        )
    return widths


def _by_blocks(row: Row, below: Row) -> Iterator[list[int]]:
    """收入, 支出 over 项目 预算数 项目 预算数: one cell over each block that begins alike, or over equal ones that end alike."""
    texts = [cell.text.strip() for cell in below.cells]
    starts = [place for place, text in enumerate(texts) if text == texts[0]]
    if texts[0] and len(starts) > 1:
        yield [after - start for start, after in pairwise([*starts, len(texts)])]
    count = len(row.cells)
    size, rest = divmod(len(texts), count)
    if (
        not rest
        and size > 1
        and len({texts[place] for place in range(size - 1, len(texts), size)} - {""}) == 1
    ):
        yield [size] * count
