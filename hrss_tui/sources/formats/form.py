"""The one intermediate form that every format is read into.

A file is lines. A line is prose, or one row of a table with its cells separated by tabs (`ROW`): a cell stands in
the line of its first row, at its first column; what a merged cell covers is left empty. Text inside a cell never
holds a tab or a line end. Everything a reader knows beyond that stands beside the lines: which cells are merged
(`Grid`), on which page or sheet lines stand (`Page`), what the page around the document says of it (`facts`).

Tables that a page break cut stay one `Grid` per page; `continues` says that a grid goes on with the one before.
"""

from __future__ import annotations

import msgspec

ROW = "\t"
"""What separates the cells of a table row."""


class Box(msgspec.Struct, frozen=True):
    """Where something stands on its page: points from the top left corner as seen, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Hidden(msgspec.Struct, frozen=True):
    """What a table does not show: a `row`, one cell of a `column`, or a `cell` by itself; its name there (7, C, C7), its texts with digits."""

    kind: str
    place: str
    texts: tuple[str, ...]


class GridCell(msgspec.Struct, frozen=True):
    """A cell: its first row and column in the grid (0-based), how many of each it covers, and its text.

    `line`, `start` and `end` say where its text stands in the file's lines (1-based line, 0-based characters); an
    empty cell has start == end. `place` is what a person looks up in a workbook (B7, B7:D7), `box` where the cell
    stands on a page. `rest`: where a page break cut the cell, its text from this character on (of `text`) stands at
    the top of the next page. `hidden`, at the first cell of a row: what is not shown in it and right below it.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str
    line: int
    start: int
    end: int
    place: str | None = None
    box: Box | None = None
    rest: int | None = None
    hidden: tuple[Hidden, ...] = ()


class Grid(msgspec.Struct, frozen=True):
    """A table, or the part of one that stands on one page or sheet.

    Its rows are the lines `first` … `last` (1-based), one line a row in files other than texts. `ruled` is false
    where columns were found by alignment alone, `continues` true where the rows go on with the grid before.
    """

    first: int
    last: int
    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    ruled: bool = True
    continues: bool = False


class Page(msgspec.Struct, frozen=True):
    """A page or a sheet: its number from 1, its printed or given label, its first and last line (0, 0 where empty).

    `kind` is page or sheet; `ocr` is true where its text was recognised from a picture. Where several files are one
    document, `file`, `sha256` and `own` say which of the others it is in, and its number there.
    """

    number: int
    label: str
    first: int
    last: int
    kind: str = "page"
    ocr: bool = False
    file: str | None = None
    sha256: str | None = None
    own: int | None = None


class SourceFile(msgspec.Struct, frozen=True):
    """A source as lines: `lines[0]` is line 1. `notes` say what was unusual about the file, one line each.

    `format` is text, html, pdf, docx, xlsx or xls; `boxes` gives the box of a prose line where the format has one,
    `places` the cell of a workbook (B7) that a prose line stands in;
    `rest` are the lines of prose that are known to go on with the line before, by where they stand, `anew` those
    that do not;
    `wrapped` is false where a line is a whole paragraph, true where lines are as printed, None where only the text
    can tell; `facts` are pairs (label, value) that stand beside the document (索引号, 发布机构, 发布日期 …).
    """

    name: str
    sha256: str
    encoding: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    format: str = "text"
    grids: tuple[Grid, ...] = ()
    pages: tuple[Page, ...] = ()
    boxes: tuple[tuple[int, Box], ...] = ()
    wrapped: bool | None = None
    facts: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[int, str], ...] = ()
    rest: tuple[int, ...] = ()
    anew: tuple[int, ...] = ()


def digest(data: bytes) -> str:
    """SHA-256 of a file, as it stands in the package."""
    import hashlib  # not where a process is started for every file

    return hashlib.sha256(data).hexdigest()
