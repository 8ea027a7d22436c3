"""Tables found in the lines of a text, whatever they are drawn with, as grids with true places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.sources.formats.form import Grid, GridCell
from hrss_tui.sources.guarded import guard

_ENOUGH = 3
"""Lines of one kind that make a table."""


class TextCell(msgspec.Struct, frozen=True):
    """Text of a cell and where it stands: 1-based line, 0-based characters. `columns`, `rows`: how much it covers."""

    text: str
    line: int
    start: int
    end: int
    columns: int = 1
    rows: int = 1


class Found(msgspec.Struct, frozen=True):
    """A table: the lines it takes, its rows of cells (None where there is none), lines drawn around it or not."""

    first: int
    last: int
    rows: tuple[tuple[TextCell | None, ...], ...]
    ruled: bool = True
    notes: tuple[str, ...] = ()

    def grid(self) -> Grid:
        """The table as a grid."""
        cells = tuple(
            GridCell(row, column, cell.rows, cell.columns, cell.text, cell.line, cell.start, cell.end)
            for row, printed in enumerate(self.rows)
            for column, cell in enumerate(printed)
            if cell is not None and (cell.text or cell.columns > 1 or cell.rows > 1)
        )
        columns = max(map(len, self.rows), default=0)
        return Grid(self.first, self.last, len(self.rows), columns, cells, self.ruled)


def trimmed(line: int, start: int, text: str) -> TextCell:
    """A cell without the white space around it."""
    inner = text.strip()
    lead = len(text) - len(text.lstrip())
    return TextCell(inner, line, start + lead, start + lead + len(inner))


def unguarded(cell: TextCell) -> TextCell:
    """A cell without what makes spreadsheets take it for a text: ="012", '012."""
    start, end = guard(cell.text)
    text = cell.text[start:end]
    return cell if text == cell.text else trimmed(cell.line, cell.start + start, text)


def runs(lines: Sequence[str], free: Sequence[bool]) -> Iterator[range]:
    """Stretches of neighbouring lines that are neither blank nor taken, as indices."""
    start: int | None = None
    for index, line in enumerate(lines):
        usable = free[index] and bool(line.strip())
        if usable and start is None:
            start = index
        elif not usable and start is not None:
            yield range(start, index)
            start = None
    if start is not None:
        yield range(start, len(lines))


def alike(indices: range, kinds: Sequence[int]) -> Iterator[range]:
    """Parts of a stretch whose lines are of one kind; kind 0 is none. `kinds` has one entry per index."""
    start = indices.start
    while start < indices.stop:
        end = start + 1
        kind = kinds[start - indices.start]
        while end < indices.stop and kinds[end - indices.start] == kind:
            end += 1
        if kind:
            yield range(start, end)
        start = end


def evened(kinds: Sequence[int]) -> list[int]:
    """Kinds of lines in which a line that lost or gained a cell goes with those around it: one table, not two.

    Lines of one kind stand above and below it, or three above it and nothing below.
    """
    found = list(kinds)
    for at in range(1, len(found)):
        above, below = found[at - 1], found[at + 1] if at + 1 < len(found) else 0
        inside = above == below or (not below and found[max(at - _ENOUGH, 0) : at] == [above] * _ENOUGH)
        if found[at] and above and found[at] != above and inside:
            found[at] = above
    return found


def torn(cells: Sequence[TextCell], text: str, columns: int) -> tuple[TextCell, ...]:
    """A line with cells more or fewer than its table has columns: the first, and one over all others.

    Which of them is which is not told. The first stays: a row of one cell is a title or a note.
    """
    first, start, end = cells[0], cells[1].start, cells[-1].end
    return first, TextCell(text[start:end], first.line, start, end, columns - 1)
