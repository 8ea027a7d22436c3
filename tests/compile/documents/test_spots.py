"""Where lines stand on their page or sheet."""

import pytest

from hrss_tui.compile.documents.spots import Spots, cell_range
from hrss_tui.sources.formats.form import Box, Grid, GridCell, SourceFile


def cell(line: int, place: str | None = None, box: Box | None = None) -> GridCell:
    return GridCell(0, 0, 1, 1, "x", line, 0, 1, place, box)


def file(*cells: GridCell, boxes: tuple[tuple[int, Box], ...] = ()) -> SourceFile:
    return SourceFile("f", "", "", (), grids=(Grid(1, 9, 1, 1, cells),), boxes=boxes)


@pytest.mark.parametrize(
    ("places", "whole"),
    [(["B7"], "B7"), (["B7", "A5:C5"], "A5:C7"), (["Z9", "AA3"], "Z3:AA9"), (["nowhere"], None), ([], None)],
)
def test_the_smallest_range_that_holds_all_cells(places: list[str], whole: str | None) -> None:
    assert cell_range(places) == whole


def test_a_row_of_a_sheet_has_its_cells_and_a_line_of_a_page_its_box() -> None:
    spots = Spots(file(cell(3, "A5"), cell(3, "C5"), boxes=((7, Box(10.2, 20.6, 100, 31)),)))
    assert spots.of(3, 3) == "A5:C5"
    assert spots.of(7, 7) == "10,21,100,31"
    assert spots.of(8, 8) is None


def test_a_box_holds_all_lines_of_a_block_and_all_cells_of_a_row() -> None:
    spots = Spots(file(cell(2, box=Box(5, 5, 9, 9)), boxes=((1, Box(1, 1, 4, 4)), (2, Box(0, 6, 2, 8)))))
    assert spots.of(1, 2) == "0,1,9,9"
