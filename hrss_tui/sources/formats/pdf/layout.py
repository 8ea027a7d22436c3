"""Pages to the intermediate form: one line per printed line, one per row of a table, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from hrss_tui.sources.formats.form import ROW, Box, Grid, GridCell, Page
from hrss_tui.sources.formats.pdf.content import Content, Printed, in_order, shown_box
from hrss_tui.sources.formats.pdf.footnotes import before_open
from hrss_tui.sources.formats.pdf.labels import begun_anew
from hrss_tui.sources.formats.pdf.radicals import unified
from hrss_tui.sources.formats.pdf.table import PageTable


class Laid(msgspec.Struct, frozen=True):
    """A document in the intermediate form, without what the reader knows of its file.

    `leaves` are its pages as they were printed, of which one of `pages` may hold two. The lines `anew` do not go on
    with the line before (see `labels`).
    """

    lines: tuple[str, ...]
    grids: tuple[Grid, ...]
    pages: tuple[Page, ...]
    boxes: tuple[tuple[int, Box], ...]
    leaves: tuple[Page, ...]
    anew: tuple[int, ...]


class _Writing:
    """Lines as they come, with their number."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.grids: list[Grid] = []
        self.boxes: list[tuple[int, Box]] = []
        self.anew: list[int] = []

    def parts(self, page: Content, parts: Sequence[Printed | PageTable]) -> int:
        """All that stands on a page; the first of its lines, 0 where it has none."""
        first = 0
        apart = begun_anew(page, parts)
        for index, part in enumerate(parts):
            self.apart(part)
            first = first or len(self.lines) + 1
            self.part(page, part)
            if index in apart:
                self.anew.append(len(self.lines))
        return first

    def part(self, page: Content, part: Printed | PageTable) -> None:
        if isinstance(part, PageTable):
            self.table(page, part)
        else:
            self.prose(page, part)

    def apart(self, part: Printed | PageTable) -> None:
        """A blank line between tables of which one follows the other."""
        if isinstance(part, PageTable) and self.grids and self.grids[-1].last == len(self.lines):
            self.lines.append("")

    def prose(self, page: Content, line: Printed) -> None:
        self.lines.append(unified(line.text))
        self.boxes.append((len(self.lines), shown_box(page, line.box)))

    def table(self, page: Content, table: PageTable) -> None:
        """A row is a line."""
        first = len(self.lines) + 1
        rows = [[""] * table.columns for _ in range(table.rows)]
        for cell in table.cells:
            rows[cell.row][cell.column] = unified(cell.text)
        starts = [_starts(row) for row in rows]
        self.lines += (ROW.join(row) for row in rows)
        cells = tuple(
            GridCell(
                cell.row,
                cell.column,
                cell.rows,
                cell.columns,
                rows[cell.row][cell.column],
                first + cell.row,
                starts[cell.row][cell.column],
                starts[cell.row][cell.column] + len(cell.text),
                box=shown_box(page, cell.box),
                rest=cell.rest,
            )
            for cell in table.cells
        )
        self.grids.append(
            Grid(first, len(self.lines), table.rows, table.columns, cells, table.ruled, table.continues)
        )


def _starts(row: Sequence[str]) -> list[int]:
    """Where each cell of a row begins in its line."""
    starts, at = [], 0
    for text in row:
        starts.append(at)
        at += len(text) + 1
    return starts


def laid_out(pages: Sequence[Content]) -> Laid:
    """The whole document, page by page."""
    writing = _Writing()
    known: list[Page] = []
    for page in pages:
        first = writing.parts(page, before_open(in_order(page), page.notes))
        last = len(writing.lines) if first else 0
        known.append(Page(page.number, page.label, first, last, ocr=page.ocr))
    sheets = tuple(_sheet(number, list(leaves)) for number, leaves in groupby(known, _number))
    return Laid(
        tuple(writing.lines),
        tuple(writing.grids),
        sheets,
        tuple(writing.boxes),
        tuple(known),
        tuple(writing.anew),
    )


def _number(page: Page) -> int:
    return page.number


def _sheet(number: int, leaves: Sequence[Page]) -> Page:
    """The page that leaves of one sheet are: as one looks them up, with the numbers printed on them."""
    labels = "–".join(leaf.label for leaf in leaves if leaf.label)
    first = next((leaf.first for leaf in leaves if leaf.first), 0)
    last = max(leaf.last for leaf in leaves)
    return Page(number, labels or str(number), first, last, ocr=leaves[0].ocr)
