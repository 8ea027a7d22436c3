"""The figures of rows of tables, row by row; which cell of its row each one is, and the rows that stand together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.basics.spans import lines_within
from hrss_tui.compile.checks.basics.columns import cells_of, digits
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.records import Block, Observation, PerformanceTable

_ROW = "table_row"
_MOST = 200
"""Figures of a row that are compared with each other, at most; no table is as wide."""


class Line(msgspec.Struct, frozen=True):
    """A row: its cells as printed, its figures by the column that they stand in."""

    block: Block
    cells: tuple[str, ...]
    figures: dict[int, Observation]

    @property
    def name(self) -> str:
        """The first cell that is no number."""
        return next((cell for cell in self.cells if cell and not digits(cell).isdecimal()), "")


def of_tables(papers: Papers) -> Iterator[tuple[Block, list[Observation]]]:
    """The figures of every row that is in no performance form."""
    goals = lines_within((table.line_start, table.line_end) for table in papers.of(PerformanceTable))
    found: defaultdict[str, list[Observation]] = defaultdict(list)
    for row in papers.of(Observation):
        block = papers.blocks.get(row.block_id)
        if block is not None and block.kind == _ROW and not goals(row.line_start):
            found[row.block_id].append(row)
    for block_id, rows in found.items():
        if len(rows) <= _MOST:
            yield papers.blocks[block_id], rows


def runs(papers: Papers) -> Iterator[list[Line]]:
    """The rows with figures that follow each other below one heading, without any other row between."""
    figures = {block.block_id: rows for block, rows in of_tables(papers)}
    run: list[Line] = []
    for block in papers.of(Block):
        rows = figures.get(block.block_id) if block.kind == _ROW else None
        if rows is None or (run and run[-1].block.section != block.section):
            if run:
                yield run
            run = []
        if rows is not None:
            run.append(_line(block, rows))
    if run:
        yield run


def _line(block: Block, rows: Sequence[Observation]) -> Line:
    cells = cells_of(block.text)
    printed = [digits(row.printed) for row in rows]
    ahead = _places(printed, [digits(cell) for cell in cells])
    behind = _places(printed[::-1], [digits(cell) for cell in cells[::-1]])
    back = [len(cells) - 1 - at for at in behind][::-1]
    return Line(
        block,
        cells,
        dict(zip(ahead, rows, strict=False)) if ahead == back and len(ahead) == len(rows) else {},
    )


def _places(printed: Sequence[str], cells: Sequence[str]) -> list[int]:
    """The cells that print some figures, each the first behind that of the one before."""
    found: list[int] = []
    for each in printed:
        start = found[-1] + 1 if found else 0
        at = next((at for at in range(start, len(cells)) if cells[at] == each), None)
        if at is None:
            return []
        found.append(at)
    return found
