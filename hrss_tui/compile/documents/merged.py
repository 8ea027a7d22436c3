"""Which cells of a table row are merged, as `blocks.merged` writes it: 0:3x1 4:1x2."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from hrss_tui.sources.formats.form import Grid, GridCell
from hrss_tui.sources.outline import Placed


class Merged:
    """The merged cells of the rows of a document, by the index of the block."""

    def __init__(self, blocks: Sequence[Placed], grids: Sequence[Grid]) -> None:
        self._blocks = blocks
        self._cells: dict[tuple[int, int], list[GridCell]] = {}
        for number, grid in enumerate(grids):
            for cell in grid.cells:
                if cell.rows > 1 or cell.columns > 1:
                    self._cells.setdefault((number, cell.row), []).append(cell)

    def of(self, index: int) -> str | None:
        """The merged cells of a row from left to right; None where there are none, or it stands in no grid."""
        place = self._blocks[index].raw.row
        cells = self._cells.get((place.grid, place.row), ()) if place else ()
        written = (self._written(index, cell) for cell in sorted(cells, key=lambda cell: cell.column))
        return " ".join(text for text in written if text) or None

    def _written(self, index: int, cell: GridCell) -> str:
        rows = self._rows(index, cell)
        return f"{cell.column}:{cell.columns}x{rows}" if rows > 1 or cell.columns > 1 else ""

    def _rows(self, index: int, cell: GridCell) -> int:
        """How many blocks that follow each other a cell covers: rows without text have none."""
        first = self._blocks[index].raw.row
        end = cell.row + cell.rows

        def is_covered(block: Placed) -> bool:
            row = block.raw.row
            return first is not None and row is not None and row.grid == first.grid and row.row < end

        return sum(1 for _ in takewhile(is_covered, self._blocks[index : index + cell.rows]))
