"""Rulings to cells: elementary boxes between neighbouring rulings, joined where no ruling parts them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.lattice import Cell, Lattice
from hrss_tui.sources.formats.pdf.rulings import JOIN, SHORTEST, SNAP, Frame, clusters, frames, merged
from hrss_tui.sources.formats.pdf.seen import Rule, Seen

_COVERED = 0.6
"""A side of a cell is ruled where this share of it is."""
_MOST = 100_000
"""Elementary boxes of a table; rulings that make more are a drawing."""


class Shape(Lattice, frozen=True):
    """A table without its text: the places of its rulings, its cells by row and column, and which cell owns each box.

    `owners[row][column]` is an index into `cells`. `open_top` and `open_bottom` say that vertical rulings go on
    where no horizontal one closes the first or last row: a page break cut it.
    """

    cells: tuple[Cell, ...]
    owners: tuple[tuple[int, ...], ...]
    open_top: bool = False
    open_bottom: bool = False

    @property
    def narrow(self) -> bool:
        """Do all cells stand below each other?"""
        return not any(cell.column for cell in self.cells)

    def at(self, x: float, y: float) -> Cell:
        """The cell at a point, or the one nearest to it inside the table."""
        return self.cells[self.owners[self.row_at(y)][self.column_at(x)]]

    def row_at(self, y: float) -> int:
        """The row at a height."""
        return bisect_right(self.ys, y, 1, len(self.ys) - 1) - 1

    def column_at(self, x: float) -> int:
        """The column at a place."""
        return bisect_right(self.xs, x, 1, len(self.xs) - 1) - 1


def shapes(page: Seen) -> list[Shape]:
    """What rulings part into cells on a page, from top to bottom; what has one column may be text in a frame."""
    found = []
    for frame in frames(merged(page.across), merged(page.down)):
        shape = _shape(frame)
        if shape is not None and len(shape.cells) >= 2:
            found.append(shape)
    return sorted(found, key=lambda shape: (shape.ys[0], shape.xs[0]))


def _shape(frame: Frame) -> Shape | None:
    """The table that rulings make; where they overhang on a side that nothing closes, it reaches as far as they do."""
    xs, _, _ = _places(frame.down, frame.across)
    ys, open_top, open_bottom = _places(frame.across, frame.down)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST:
        return None
    flat = _ruled(frame.across, ys, xs)
    upright = _ruled(frame.down, xs, ys)
    owners = _regions(len(ys) - 1, len(xs) - 1, flat, upright)
    cells, table = _cells(owners, xs, ys)
    return Shape(tuple(xs), tuple(ys), cells, table, open_top, open_bottom)


def _places(rules: Sequence[Rule], crossing: Sequence[Rule]) -> tuple[list[float], bool, bool]:
    """Where rulings of one direction stand; before and behind them where two crossing ones overhang."""
    places = clusters(rule.at for rule in rules)
    before = sorted(rule.start for rule in crossing if rule.start <= places[0] - SHORTEST)
    behind = sorted(rule.end for rule in crossing if rule.end >= places[-1] + SHORTEST)
    starts, ends = len(before) >= 2, len(behind) >= 2
    return [*before[: int(starts)], *places, *behind[len(behind) - int(ends) :]], starts, ends


def _ruled(rules: Sequence[Rule], places: Sequence[float], marks: Sequence[float]) -> list[list[bool]]:
    """For every place of a ruling and every stretch between two marks: is it ruled?"""
    covered = [[0.0] * (len(marks) - 1) for _ in places]
    for rule in rules:
        place = min(range(len(places)), key=lambda index: abs(places[index] - rule.at))
        if abs(places[place] - rule.at) > 2 * JOIN:
            continue
        first = max(bisect_right(marks, rule.start - SNAP) - 1, 0)
        for index in range(first, len(marks) - 1):
            if marks[index] >= rule.end:
                break
            covered[place][index] += max(0.0, min(rule.end, marks[index + 1]) - max(rule.start, marks[index]))
    return [
        [length >= _COVERED * (marks[index + 1] - marks[index]) for index, length in enumerate(row)]
        for row in covered
    ]


def _regions(
    rows: int, columns: int, flat: Sequence[Sequence[bool]], upright: Sequence[Sequence[bool]]
) -> list[list[int]]:
    """For every elementary box the number of its region: boxes between which no ruling stands are one region."""
    owners = [[-1] * columns for _ in range(rows)]
    count = 0
    for row in range(rows):
        for column in range(columns):
            if owners[row][column] >= 0:
                continue
            waiting = [(row, column)]
            owners[row][column] = count
            while waiting:
                r, c = waiting.pop()
                for near_row, near_column, ruled in (
                    (r, c + 1, c + 1 < columns and upright[c + 1][r]),
                    (r, c - 1, upright[c][r]),
                    (r + 1, c, r + 1 < rows and flat[r + 1][c]),
                    (r - 1, c, flat[r][c]),
                ):
                    inside = 0 <= near_row < rows and 0 <= near_column < columns
                    if inside and not ruled and owners[near_row][near_column] < 0:
                        owners[near_row][near_column] = count
                        waiting.append((near_row, near_column))
            count += 1
    return owners


def _cells(
    owners: Sequence[Sequence[int]], xs: Sequence[float], ys: Sequence[float]
) -> tuple[tuple[Cell, ...], tuple[tuple[int, ...], ...]]:
    """Cells from regions: a rectangle is one cell, of any other shape every elementary box is one."""
    members: dict[int, list[tuple[int, int]]] = {}
    for row, regions in enumerate(owners):
        for column, region in enumerate(regions):
            members.setdefault(region, []).append((row, column))
    cells: list[Cell] = []
    for boxes in members.values():
        cells += _rectangles(boxes, xs, ys)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    table = [[0] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    for index, cell in enumerate(cells):
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                table[row][column] = index
    return tuple(cells), tuple(tuple(row) for row in table)


def _rectangles(boxes: Sequence[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]) -> Iterable[Cell]:
    top, bottom = boxes[0][0], boxes[-1][0]
    left, right = min(column for _, column in boxes), max(column for _, column in boxes)
    if len(boxes) == (bottom - top + 1) * (right - left + 1):
        whole = Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1])
        return [Cell(top, left, bottom - top + 1, right - left + 1, whole)]
    return [
        Cell(row, column, 1, 1, Box(xs[column], ys[row], xs[column + 1], ys[row + 1]))
        for row, column in boxes
    ]
