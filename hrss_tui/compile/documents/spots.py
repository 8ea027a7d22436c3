"""Where lines stand on their page or sheet: the box of a line, the box or the cells of a table row."""

from __future__ import annotations

from collections.abc import Iterable

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.form import Box, GridCell, SourceFile

_CELL = re.compile(r"([A-Z]{1,3})(\d+)", re.ASCII)


class Spots:
    """The places of a file's lines, one look-up each."""

    def __init__(self, file: SourceFile) -> None:
        self._boxes: dict[int, list[Box]] = {}
        self._cells: dict[int, list[str]] = {}
        for line, box in file.boxes:
            self._boxes.setdefault(line, []).append(box)
        for grid in file.grids:
            for cell in grid.cells:
                self._add(cell)

    def _add(self, cell: GridCell) -> None:
        if cell.box is not None:
            self._boxes.setdefault(cell.line, []).append(cell.box)
        if cell.place is not None:
            self._cells.setdefault(cell.line, []).append(cell.place)

    def of(self, first: int, last: int) -> str | None:
        """The place of some lines that follow each other on one page; None where the format has none.

        Boxes of the first line's page alone are meant: the lines of a block that a page break cut stand on two.
        """
        lines = range(first, last + 1)
        cells = [place for line in lines for place in self._cells.get(line, ())]
        if cells:
            return cell_range(cells)
        boxes = [box for line in lines for box in self._boxes.get(line, ())]
        return _around(boxes) if boxes else None


def cell_range(places: Iterable[str]) -> str | None:
    """The smallest range that holds all cells and ranges of a sheet: B7 and A5:C5 give A5:C7."""
    found = [_CELL.fullmatch(part) for place in places for part in place.split(":")]
    cells = [(_column(match[1]), int(match[2]), match[1]) for match in found if match]
    if not cells:
        return None
    left, right = min(cells), max(cells)
    top, bottom = min(cell[1] for cell in cells), max(cell[1] for cell in cells)
    first, last = f"{left[2]}{top}", f"{right[2]}{bottom}"
    return first if first == last else f"{first}:{last}"


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _around(boxes: Iterable[Box]) -> str:
    several = list(boxes)
    edges = (
        min(box.left for box in several),
        min(box.top for box in several),
        max(box.right for box in several),
        max(box.bottom for box in several),
    )
    return ",".join(f"{edge:.0f}" for edge in edges)
