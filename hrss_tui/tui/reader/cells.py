"""Which cell holds each place of a table: the merged cells of its rows, as the package writes them. Pure.

Whatever a package says, every text of a row is the text of one cell: a merged cell ends before a place that holds a
text of its own, or that another cell covers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hrss_tui import lazy_re as re

_MERGED = re.compile(r"(\d{1,5}):(\d{1,5})x(\d{1,9})", re.ASCII)


class Cell(NamedTuple):
    """A cell of a row: the row it begins in, its first column, how many columns it covers."""

    top: int
    column: int
    columns: int


class Merging:
    """The cells of the rows [low, end); `texts` are those of each row, `merged` what is said of some of them.

    Nothing is merged over the beginning of a row of `cuts`: a page begins there.
    """

    def __init__(
        self,
        texts: Sequence[Sequence[str]],
        merged: Mapping[int, str],
        cuts: Sequence[int],
    ) -> None:
        self._texts = texts
        self._merged = merged
        self._cuts = frozenset(cuts)
        self._covers: dict[int, dict[int, Cell]] = {}
        for row in sorted(merged):
            self._cover(row)

    def _cover(self, row: int) -> None:
        """Note the places below a row that its merged cells cover."""
        for column, columns, rows in self._said(row):
            wide = self._free(row, column, columns)
            if not wide:
                continue
            for below in range(row + 1, min(row + rows, len(self._texts))):
                if below in self._cuts or self._free(below, column, wide, blank=True) < wide:
                    break
                self._covers.setdefault(below, {})[column] = Cell(row, column, wide)

    def _said(self, row: int) -> list[tuple[int, int, int]]:
        found = _MERGED.findall(self._merged.get(row, ""))
        return [(int(column), int(columns), int(rows)) for column, columns, rows in found]

    def _free(self, row: int, column: int, columns: int, *, blank: bool = False) -> int:
        """How many places from a column on may be one cell; `blank`: the first one has no text of its own either."""
        texts, covers = self._texts[row], self._covers.get(row, {})
        taken = {at for cell in covers.values() for at in range(cell.column, cell.column + cell.columns)}
        end = column
        while end < min(column + columns, len(texts)) and end not in taken:
            if texts[end].strip() and (blank or end > column):
                break
            end += 1
        return end - column

    def row(self, row: int) -> list[Cell]:
        """The cells of a row from left to right; together they hold every column once."""
        covers = self._covers.get(row, {})
        own = {column: columns for column, columns, _ in reversed(self._said(row))}
        found: list[Cell] = []
        column, count = 0, len(self._texts[row])
        while column < count:
            cell = covers.get(column)
            if cell is None:
                cell = Cell(row, column, max(1, self._free(row, column, own.get(column, 1))))
            found.append(cell)
            column += cell.columns
        return found
