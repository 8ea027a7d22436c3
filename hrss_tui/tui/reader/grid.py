"""A table as a grid: where its lines and corners are, where its texts stand in it. Pure but for what it keeps.

Rows of the head are ruled off, those below it only where one of them takes several lines or a cell covers several of
them: a page of amounts holds as many rows as it has lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.tui.paint.text import Widths, wrap
from hrss_tui.tui.reader.cells import Cell, Merging
from hrss_tui.tui.reader.fitting import Needs, View, fitted

HEAD = 8
"""Cells a heading may claim for its column."""
HEADS = 8
"""Rows of a head at most."""
ROWS = 1000
"""Rows by which the columns of a longer table are fitted: its first ones, the others evenly spread."""
_NUMBER = re.compile(r"[-+−－]?[\d,]*+(?:\.\d+|(?<=\d))%?|\d+( \d+)+|/")
_LONGEST = 40
"""Characters of a number at most, and cells that a column takes so that one stays on one line."""
_TOKEN = re.compile(r"[-+−－]?\d[\d,.]*[%％‰]?")
_CORNERS = {
    (False, True, False, True): "┌", (False, True, True, True): "┬", (False, True, True, False): "┐",
    (True, True, False, True): "├", (True, True, True, True): "┼", (True, True, True, False): "┤",
    (True, False, False, True): "└", (True, False, True, True): "┴", (True, False, True, False): "┘",
    (False, False, True, True): "─", (True, True, False, False): "│", (False, False, False, False): " ",
    (True, False, False, False): "│", (False, True, False, False): "│",
    (False, False, True, False): "─", (False, False, False, True): "─",
}  # fmt: skip
"""The sign where lines meet, by whether one goes up, down, left and right."""

Span = tuple[int, int, int]
"""Where a piece of a text is drawn, and its first and last offset in the text of the row."""


def is_number(text: str) -> bool:
    """Whether a cell prints a number, a code or that there is none, which stand at its right edge."""
    return len(text) <= _LONGEST and _NUMBER.fullmatch(text) is not None


class Table:
    """Rows of a table by their number in it; `texts` are those of its cells, `cuts` the rows on top of a page."""

    def __init__(
        self, texts: Sequence[Sequence[str]], merged: Mapping[int, str], cuts: Sequence[int], widths: Widths
    ) -> None:
        self.texts = texts
        self.cuts = (0, *cuts)
        self.widths = widths
        self.merging = Merging(texts, merged, cuts)
        self._heads: dict[int, int] = {}
        self.needs = self._needs()

    def segment(self, row: int) -> int:
        """The first row on the page of a row."""
        return self.cuts[bisect_right(self.cuts, row) - 1]

    def heads(self, first: int) -> int:
        """How many rows from the first one of a page on are its head."""
        if first not in self._heads:
            last = min(len(self.texts), first + HEADS)
            self._heads[first] = next((row - first for row in range(first, last) if self._amounts(row)), 1)
        return self._heads[first]

    def _amounts(self, row: int) -> bool:
        """Whether a row holds amounts: decimals, or numbers with commas."""
        texts = map(str.strip, self.texts[row])
        return any(("." in text or "," in text) and is_number(text) for text in texts)

    def _needs(self) -> Needs:
        count, columns = len(self.texts), len(self.texts[0])
        half = min(count, ROWS // 2)
        full, least, names = [0] * columns, [2] * columns, [0] * columns
        merged: list[tuple[Cell, int, int]] = []
        for row in (*range(half), *range(half, count, 1 + count // ROWS)):
            head = row < self.segment(row) + self.heads(self.segment(row))
            for cell in self.merging.row(row):
                text = self.texts[row][cell.column].strip()
                if not text or cell.top != row:
                    continue
                wide = self.widths.of(text)
                wide = min(wide, HEAD) if head else wide
                number = _number(text)
                if cell.columns > 1:
                    merged.append((cell, wide, number))
                    continue
                full[cell.column] = max(full[cell.column], wide, min(number, _LONGEST))
                least[cell.column] = max(least[cell.column], min(number, _LONGEST))
                names[cell.column] += 0 if head else (-1 if is_number(text) else 1)
        _give_room(full, least, merged)
        if not any(full):
            full[0] = 2
        return Needs(full, least, [said > 0 for said in names])


def _number(text: str) -> int:
    """Characters of the longest number in a text."""
    return max((len(token) for token in _TOKEN.findall(text)), default=0)


def _give_room(full: list[int], least: list[int], merged: Sequence[tuple[Cell, int, int]]) -> None:
    """Widen columns under cells that cover several, until such a text has a place and its numbers are whole."""
    for cell, wide, number in merged:
        under = range(cell.column, cell.column + cell.columns)
        inner = [column for column in under if full[column]] or [cell.column]
        bars = len(inner) - 1
        full[inner[-1]] += max(0, min(wide, HEAD) - sum(full[column] for column in inner) - bars)
        short = min(number, _LONGEST) - sum(min(full[at], least[at]) for at in inner) - bars
        if short > 0:
            least[inner[-1]] = min(full[inner[-1]], least[inner[-1]]) + short
            full[inner[-1]] = max(full[inner[-1]], least[inner[-1]])


class Grid:
    """A table in a pane `room` cells wide, with `left` columns out of view."""

    def __init__(self, table: Table, room: int, left: int) -> None:
        self.table = table
        self.view: View = fitted(table.needs, room, left)
        self.edges = self.view.edges()
        self._lines: dict[int, list[list[Span]]] = {}
        self._owners: dict[int, list[Cell]] = {}

    def out(self, column: int) -> int:
        """How many columns are to be left out so that one of the table is in view; of this grid none is."""
        shown = [at for at, wide in enumerate(self.table.needs.full) if wide]
        before = sum(1 for at in shown if at < column) - self.view.kept
        return max(0, min(before, self.view.most))

    def owners(self, row: int) -> list[Cell]:
        """The cell that holds each column in view."""
        if row not in self._owners:
            by_column = {
                column: cell
                for cell in self.table.merging.row(row)
                for column in range(cell.column, cell.column + cell.columns)
            }
            self._owners[row] = [by_column[column] for column in self.view.columns]
        return self._owners[row]

    def lines(self, row: int) -> list[list[Span]]:
        """What a row prints, line by line."""
        if row not in self._lines:
            self._lines[row] = self._laid(row)
        return self._lines[row]

    def _laid(self, row: int) -> list[list[Span]]:
        texts, owners = self.table.texts[row], self.owners(row)
        begins = _offsets(texts)
        lines: list[list[Span]] = [[]]
        for at, cell in enumerate(owners):
            if cell.top != row or (at and owners[at - 1] == cell):
                continue
            inner = texts[cell.column].strip()
            if not inner:
                continue
            shown = owners[at:].count(cell)
            left, wide = self._room(at, shown)
            if _number(inner) > wide and shown < self._under(cell):
                continue  # the part in view would be another number
            first = begins[cell.column] + texts[cell.column].index(inner)
            shift = max(0, wide - len(inner)) if is_number(inner) else 0
            for depth, (low, high) in enumerate(wrap(inner, wide, self.table.widths)):
                if depth == len(lines):
                    lines.append([])
                lines[depth].append((left + shift, first + low, first + high))
        return lines

    def _room(self, at: int, shown: int) -> tuple[int, int]:
        """Where a text begins that stands in some columns in view, and how wide it may be."""
        pad = self.view.pad
        return self.edges[at] + 1 + pad, self.edges[at + shown] - self.edges[at] - 1 - 2 * pad

    def _under(self, cell: Cell) -> int:
        """How many columns a cell covers in which something stands."""
        return sum(1 for wide in self.table.needs.full[cell.column : cell.column + cell.columns] if wide)

    def frame(self, row: int) -> str:
        """The upright lines beside what a row prints."""
        owners, edges = self.owners(row), self.edges
        signs = [" "] * (edges[-1] + 1)
        for at, edge in enumerate(edges):
            inside = 0 < at < len(owners)
            if not inside or owners[at - 1] != owners[at]:
                signs[edge] = "│"
        if self.view.before:
            signs[edges[self.view.kept]] = "‹"
        if self.view.after:
            signs[edges[-1]] = "›"
        return "".join(signs)

    def rule(self, above: int | None, below: int | None) -> str:
        """The line between two rows; None above the first one and below the last one."""
        up = self.owners(above) if above is not None else None
        down = self.owners(below) if below is not None else None
        count = len(self.view.columns)
        level = [up is None or down is None or up[at] != down[at] for at in range(count)]
        drawn = []
        for at in range(count + 1):
            corner = (
                _upright(up, at),
                _upright(down, at),
                at > 0 and level[at - 1],
                at < count and level[at],
            )
            drawn.append(_CORNERS[corner])
            if at < count:
                drawn.append(("─" if level[at] else " ") * (self.edges[at + 1] - self.edges[at] - 1))
        return "".join(drawn)

    def ruled(self, row: int) -> bool:
        """Whether a line is drawn between a row and the one before it on the page."""
        first = self.table.segment(row)
        if row == first:
            return True
        above, here = self.owners(row - 1), self.owners(row)
        if above == here:
            return False
        in_head = row - first <= self.table.heads(first)
        if in_head or len(self.lines(row)) > 1 or len(self.lines(row - 1)) > 1:
            return True
        ends = any(one != other and one.top < row - 1 for one, other in zip(above, here, strict=True))
        return ends or self._begins(row, here)

    def _begins(self, row: int, here: Sequence[Cell]) -> bool:
        """Whether a cell begins in a row that the next one of the page goes on with."""
        if row + 1 >= len(self.table.texts) or row + 1 in self.table.cuts:
            return False
        below = self.owners(row + 1)
        return any(one == other and one.top == row for one, other in zip(here, below, strict=True))

    def is_last(self, row: int) -> bool:
        """Whether a row is the last one of the table or of its page."""
        return row + 1 >= len(self.table.texts) or row + 1 in self.table.cuts


def _offsets(texts: Sequence[str]) -> list[int]:
    """Where each cell's text begins in that of the row."""
    found, at = [], 0
    for text in texts:
        found.append(at)
        at += len(text) + 1
    return found


def _upright(owners: Sequence[Cell] | None, at: int) -> bool:
    """Whether a line stands at an edge of a row."""
    return owners is not None and (not 0 < at < len(owners) or owners[at - 1] != owners[at])
