"""Tables in HTML that were pasted into a text, with the place of every cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.text.drawn import Found, TextCell, trimmed
from hrss_tui.sources.formats.tokens import Tag, Token, Words, tokens

_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_MOST = 1_000


class _Place(msgspec.Struct):
    """A cell that is being read."""

    row: int
    columns: int
    rows: int
    at: int
    parts: list[Words]


def find(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    """Every table; one that is not closed ends with the text."""
    if not any(_TABLE.search(line) for line, usable in zip(lines, free, strict=True) if usable):
        return
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    cells: list[_Place] = []
    depth, first, rows = 0, 0, 0
    for token in tokens("\n".join(lines)):
        if not isinstance(token, Tag) or token.name != "table":
            rows = _take(token, cells, rows) if depth else rows
        elif not token.closing:
            if depth == 0:
                cells, rows, first = [], 0, token.start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and cells:
                bounds = first, token.end - 1
                yield _beside(lines, _found(cells, rows, bounds, starts), starts, bounds)
    if depth and cells:
        yield _found(cells, rows, (first, starts[-1] - 2), starts)


def _take(token: Token, cells: list[_Place], rows: int) -> int:
    """Take in a token inside a table; how many rows it has now."""
    if isinstance(token, Words):
        if cells and token.text.strip():
            cells[-1].parts.append(token)
        return rows
    if token.closing:
        return rows
    if token.name == "tr":
        return rows + 1
    if token.name in ("td", "th"):
        rows = max(rows, 1)
        span = [_count(token.attributes.get(key, "")) for key in ("colspan", "rowspan")]
        cells.append(_Place(rows - 1, span[0], span[1], token.end, []))
    return rows


def _count(text: str) -> int:
    return min(max(int(text), 1), _MOST) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _found(cells: Sequence[_Place], rows: int, bounds: tuple[int, int], starts: Sequence[int]) -> Found:
    """The table of its cells, each beside those that reach down into its row."""
    grid: list[dict[int, TextCell]] = [{} for _ in range(rows)]
    reaching: dict[int, int] = {}
    row, column = 0, 0
    for cell in cells:
        if cell.row != row:
            for covered in list(reaching):
                reaching[covered] -= cell.row - row
            row, column = cell.row, 0
        while reaching.get(column, 0) > 0:
            column += 1
        height = min(cell.rows, rows - row)
        grid[row][column] = _text(cell, height, starts)
        for covered in range(column, column + cell.columns):
            reaching[covered] = height
        column += cell.columns
    width = max((index + cell.columns for row_cells in grid for index, cell in row_cells.items()), default=0)
    first, last = (bisect_right(starts, offset) for offset in bounds)
    return Found(first, last, tuple(tuple(row_cells.get(i) for i in range(width)) for row_cells in grid))


def _beside(lines: Sequence[str], table: Found, starts: Sequence[int], bounds: tuple[int, int]) -> Found:
    """The table with what stands before and behind it in its first and last line, as rows of one cell."""
    width = max(map(len, table.rows))
    before = trimmed(table.first, 0, lines[table.first - 1][: bounds[0] - starts[table.first - 1]])
    at = bounds[1] + 1 - starts[table.last - 1]
    after = trimmed(table.last, at, lines[table.last - 1][at:])
    rows = list(table.rows)
    for cell, place in ((before, 0), (after, len(rows) + 1)):
        if cell.text:
            whole = msgspec.structs.replace(cell, columns=width)
            rows.insert(place, (whole, *[None] * (width - 1)))
    return msgspec.structs.replace(table, rows=tuple(rows))


def _text(cell: _Place, rows: int, starts: Sequence[int]) -> TextCell:
    """What a cell holds and where its first words stand."""
    text = _SPACE.sub(" ", "".join(part.text for part in cell.parts)).strip()
    at, length = cell.at, 0
    if cell.parts:
        words = cell.parts[0]
        at = words.start + len(words.text) - len(words.text.lstrip())
        length = len(text) if len(cell.parts) == 1 else len(words.text.strip())
    line = bisect_right(starts, at)
    start = at - starts[line - 1]
    return TextCell(text, line, start, start + length, cell.columns, rows)
