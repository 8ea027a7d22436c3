"""What every table of a page has, with its text or without: the places of columns and rows, and cells that cover some of them."""

from __future__ import annotations

import msgspec

from hrss_tui.sources.formats.form import Box


class Cell(msgspec.Struct, frozen=True):
    """A cell of a table: first row and column, how many of each it covers, and its box."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


class Lattice(msgspec.Struct, frozen=True):
    """The places between which the columns and the rows of a table stand."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """How many columns."""
        return len(self.xs) - 1

    @property
    def box(self) -> Box:
        """The outline."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])
