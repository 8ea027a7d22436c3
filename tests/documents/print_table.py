"""A table in print: column widths, wrapped cells, row heights, the rows of each page, and drawing them."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from tests.documents.as_text import segments
from tests.documents.described import Cell, Row, Table
from tests.documents.pen import Pen
from tests.documents.placing import placed

_PAD = 3.0
_LEADING = 1.3


class _Drawn(msgspec.Struct, frozen=True):
    """A cell where it is drawn, from the top left corner of its sheet."""

    left: float
    top: float
    width: float
    height: float
    role: str
    lines: tuple[str, ...]


class Sheet(msgspec.Struct, frozen=True):
    """The part of a table that stands on one page."""

    height: float
    cells: tuple[_Drawn, ...]
    size: float
    head: float = 0.0

    def draw(self, pen: Pen, left: float, top: float, ruled: bool) -> None:
        """Draw rulings, then texts, so that no ground covers a text."""
        if ruled:
            self._rules(pen, left, top)
        for cell in self.cells:
            self._text(pen, cell, left + cell.left, top + cell.top)

    def _rules(self, pen: Pen, left: float, top: float) -> None:
        """Draw what parts cells, or the few lines around them."""
        width = max(cell.left + cell.width for cell in self.cells)
        rules = pen.paper.rules
        if rules == "three":
            for at in {0.0, self.head, self.height}:
                pen.line(left, top + at, width)
        elif rules == "outer":
            for at in (0.0, self.height):
                pen.line(left, top + at, width)
            for x in (left, left + width):
                pen.canvas.line(x, pen.height - top, x, pen.height - top - self.height)
        elif rules == "shaded":
            tops = sorted({cell.top for cell in self.cells if cell.top >= self.head})
            for at, end in list(zip(tops, [*tops[1:], self.height], strict=True))[::2]:
                pen.ground(left, top + at, width, end - at)
        else:
            for cell in self.cells:
                pen.box(left + cell.left, top + cell.top, cell.width, cell.height)

    def _text(self, pen: Pen, cell: _Drawn, left: float, top: float) -> None:
        leading = self.size * _LEADING
        y = top + (cell.height - leading * len(cell.lines)) / 2 + self.size
        clipped = pen.paper.clipped and cell.role == "name"
        if clipped:
            pen.clip(left, top, cell.width, cell.height)
        size = self._size(pen, cell)
        for line in cell.lines:
            free = cell.width - pen.measure(line, size)
            amounts = 1.0 if pen.paper.numbers == "right" else 0.5
            share = {"amount": amounts, "name": 0.0, "text": 0.0}.get(cell.role, 0.5)
            x = left + (_PAD if share == 0 else free - _PAD if share == 1 else free / 2)
            if line:
                pen.text(x, y, line, size)
            y += leading
        if clipped:
            pen.unclip()

    def _size(self, pen: Pen, cell: _Drawn) -> float:
        """The size of a cell's text: amounts shrink to fit, as spreadsheets print them."""
        if cell.role != "amount":
            return self.size
        wide = max((pen.measure(line, self.size) for line in cell.lines), default=0.0)
        return self.size * min(1.0, (cell.width - 2 * _PAD) / wide) if wide else self.size


def sheets(pen: Pen, table: Table, room: float, first: float, others: float) -> list[Sheet]:
    """The table page by page: `room` wide, at most `first` high on the first page and `others` on the next."""
    size = pen.paper.size
    scale = room / sum(table.widths)
    widths = [scale * each for each in table.widths]
    head = _heights(pen, table.header, widths, size)
    made: list[Sheet] = []
    for rows in segments(table):
        heights = [_height(pen, row, widths, size) for row in rows]
        start = 0
        while start < len(rows):
            headed = not made or table.printing.continuation in ("header", "titled")
            limit = (others if made else first) - (sum(head) if headed else 0.0)
            end = _fits(heights, start, limit)
            header = table.header if headed else ()
            made.append(
                _sheet(
                    pen,
                    (*header, *rows[start:end]),
                    widths,
                    [*(head if headed else ()), *heights[start:end]],
                    size,
                    sum(head) if headed else 0.0,
                )
            )
            start = end
    return made


def _fits(heights: list[float], start: int, limit: float) -> int:
    """The number of the first row that no longer fits; at least one row fits."""
    end, used = start + 1, heights[start]
    while end < len(heights) and used + heights[end] <= limit:
        used += heights[end]
        end += 1
    return end


def _lines(pen: Pen, cell: Cell, width: float, size: float) -> list[str]:
    if pen.paper.clipped and cell.role == "name":
        return [cell.text]
    if cell.breaks:
        cuts = (0, *cell.breaks, len(cell.text))
        return [cell.text[start:end] for start, end in pairwise(cuts)]
    if cell.role == "amount":
        return [cell.text]
    return pen.wrap(cell.text, size, width - 2 * _PAD)


def _height(pen: Pen, row: Row, widths: list[float], size: float) -> float:
    """The height of a row whose cells reach into no other."""
    column, most = 0, 1
    for cell in row.cells:
        width = sum(widths[column : column + cell.columns])
        most = max(most, len(_lines(pen, cell, width, size)))
        column += cell.columns
    return most * size * _LEADING + 2 * _PAD


def _heights(pen: Pen, rows: tuple[Row, ...], widths: list[float], size: float) -> list[float]:
    """Row heights of a header: what a cell over several rows needs more is given to its last row."""
    heights = [size * _LEADING + 2 * _PAD] * len(rows)
    for each in sorted(placed(rows), key=lambda one: one.cell.rows):
        width = sum(widths[each.column : each.column + each.cell.columns])
        need = len(_lines(pen, each.cell, width, size)) * size * _LEADING + 2 * _PAD
        have = sum(heights[each.row : each.row + each.cell.rows])
        heights[each.row + each.cell.rows - 1] += max(0.0, need - have)
    return heights


def _sheet(
    pen: Pen, rows: tuple[Row, ...], widths: list[float], heights: list[float], size: float, head: float
) -> Sheet:
    cells = []
    for each in placed(rows):
        width = sum(widths[each.column : each.column + each.cell.columns])
        cells.append(
            _Drawn(
                sum(widths[: each.column]),
                sum(heights[: each.row]),
                width,
                sum(heights[each.row : each.row + each.cell.rows]),
                each.cell.role,
                tuple(_lines(pen, each.cell, width, size)),
            )
        )
    return Sheet(sum(heights), tuple(cells), size, head)
