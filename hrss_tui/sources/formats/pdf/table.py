"""A table of one page with its text: what ruled and aligned tables have in common."""

from __future__ import annotations

from hrss_tui.sources.formats.pdf.lattice import Cell, Lattice
from hrss_tui.sources.formats.pdf.part import Part


class TableCell(Cell, frozen=True):
    """A cell: first row and column, how many of each it covers, its box and text.

    `full` is true where its last printed line reaches the right side: what follows may have been broken off it.
    `rest` is where in its text what stands on the next page begins; None for all other cells. `begun`: the side of the page
    cuts its beginning off; `hidden` is what it cuts off its end.
    """

    text: str = ""
    full: bool = False
    rest: int | None = None
    begun: bool = False
    hidden: str = ""


class PageTable(Lattice, frozen=True):
    """The part of a table that stands on one page: the places of its columns and rows, its cells in order.

    `ruled` is false where alignment alone makes columns. `open_top` and `open_bottom` say that no ruling closes the
    first or last row though columns are ruled there. `continues`: it goes on with the last table of the page before.
    `part` is what a table without rulings was made of, `headed` how many of its rows are its header. `own` columns stand
    on its page where further ones come from others, 0 where all do. `overlaid`: texts of it are printed over each other. `mixed`:
    of some of its lines nobody can say which row they are of.
    """

    cells: tuple[TableCell, ...]
    ruled: bool = True
    open_top: bool = False
    open_bottom: bool = False
    continues: bool = False
    part: Part | None = None
    headed: int = 0
    own: int = 0
    overlaid: bool = False
    mixed: bool = False

    def row_cells(self, row: int) -> list[TableCell]:
        """The cells with text that begin in a row."""
        return [cell for cell in self.cells if cell.row == row and cell.text]

    def row_key(self, row: int) -> tuple[tuple[int, str], ...]:
        """What tells whether two rows say the same: columns and texts without spaces."""
        return tuple((cell.column, "".join(cell.text.split())) for cell in self.row_cells(row))
