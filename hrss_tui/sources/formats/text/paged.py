"""Texts printed page by page (form feeds part the pages): read as pages are, by where things stand.

Such texts are made from PDF files; each character takes one place of its line, so that columns are written at places.
The places of a page are its own: how columns of one page go on on the next is told by what stands in them. A table
whose columns cannot be told apart, or not joined to those of the page before, is left undivided: nothing of it is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.plain import without_commands
from hrss_tui.sources.captions import is_title
from hrss_tui.sources.formats.flowing import flowing
from hrss_tui.sources.formats.form import Box, Grid, SourceFile
from hrss_tui.sources.formats.pdf.aligned.doubts import undivided
from hrss_tui.sources.formats.pdf.aligned.words import FIGURE
from hrss_tui.sources.formats.pdf.chains import without_weak
from hrss_tui.sources.formats.pdf.content import Content, content_of, in_order
from hrss_tui.sources.formats.pdf.furniture import without_furniture
from hrss_tui.sources.formats.pdf.layout import laid_out
from hrss_tui.sources.formats.pdf.prose import mended
from hrss_tui.sources.formats.pdf.seen import Char, Seen
from hrss_tui.sources.formats.pdf.table import PageTable, TableCell
from hrss_tui.sources.formats.text.doubts import PITCH, WIDTH, is_doubtful
from hrss_tui.sources.formats.text.sheets import Leaf, leaves
from hrss_tui.sources.formats.text.spacing import spaced
from hrss_tui.sources.text import width
from hrss_tui.words import listed, phrase

_PAGE = "\f"
_EM = 8.0
"""Points of type, where a place has `WIDTH` and a line `PITCH`: two places apart are two cells, two lines two rows."""
_MOST_LINES, _LONGEST, _MOST = 200, 500, 4_000_000
"""Lines of a page, characters of a line and of all: what has more was not printed, or costs more than it is worth."""
_CROWDED = 3_000
"""Words that no printed page has; what they cost grows faster than they do."""
_LARGE = 1.3
"""Titles of tables are printed larger, which a text does not show."""
_ANYWHERE = 1.0
"""Lines at either end of a page may be furniture: a text shows no margins."""
_SET_APART = re.compile(r"\S {2,}\S")
_FEWEST = 3
"""Lines with texts set apart by blanks that a text with aligned columns has at least."""


def pages_of(text: str, most: int) -> list[list[str]] | None:
    """The pages of a text with aligned columns; None for any other text. `most`: pages."""
    if _PAGE not in text or "\t" in text or len(text) > _MOST:
        return None
    pages = [page.replace("\r\n", "\n").split("\n") for page in text.split(_PAGE)]
    lines = [line for page in pages for line in page]
    if len(pages) > most or max(map(len, pages)) > _MOST_LINES or max(map(len, lines)) > _LONGEST:
        return None
    if max(sum(len(line.split()) for line in page) for page in pages) > _CROWDED:
        return None
    return pages if sum(_SET_APART.search(line) is not None for line in lines) >= _FEWEST else None


def paged(file: SourceFile, pages: Sequence[Sequence[str]]) -> SourceFile:
    """The file as its pages, in lines of its own: one a printed line, one a row."""
    printed = leaves(pages)
    mixed = [str(leaf.number) for leaf in printed if leaf.mixed]
    read = [_mixed(leaf) if leaf.mixed else content_of(_seen(leaf.number, leaf.lines)) for leaf in printed]
    plain = [
        msgspec.structs.replace(page, prose=mended(page.prose)) for page in without_furniture(read, _ANYWHERE)
    ]
    laid = laid_out(_going_on([_clear(without_weak(page)) for page in plain]))
    grids = tuple(map(_unplaced, laid.grids))
    rest = flowing(
        laid.lines, laid.leaves, {line: _as_set(laid.lines[line - 1], box) for line, box in laid.boxes}
    )
    return msgspec.structs.replace(
        file,
        notes=(*file.notes, phrase("source.mixed", name=file.name, pages=listed(mixed)))
        if mixed
        else file.notes,
        lines=laid.lines,
        grids=grids,
        pages=laid.pages,
        wrapped=True,
        rest=rest,
    )


def _as_set(text: str, box: Box) -> Box:
    """Where a line was printed, in Han characters: a text gives a place to each character, however wide it is."""
    left, top = box.left / WIDTH, box.top / PITCH
    return Box(left, top, left + width(text) / 2, top + 1)


def _unplaced(grid: Grid) -> Grid:
    """A grid without places on a page, which a text has not."""
    cells = tuple(msgspec.structs.replace(cell, box=None) for cell in grid.cells)
    return msgspec.structs.replace(grid, cells=cells)


def _seen(number: int, lines: Sequence[str]) -> Seen:
    """A page of text as characters that stand at places; a space parts words of prose, in other lines cells."""
    chars: list[Char] = []
    plain = [without_commands(line) for line in lines]
    places = spaced(plain)
    for place, line in zip(places, plain, strict=True):
        base = place * PITCH
        prose = not _SET_APART.search(line)
        em = _EM * _LARGE if prose and is_title(line) else _EM
        for index, char in enumerate(line):
            if char.strip() or (prose and chars and chars[-1].base == base):
                left = index * WIDTH
                chars.append(Char(char.strip() or " ", left, base - em, left + WIDTH, base, base, em))
    right = max((char.right for char in chars), default=0.0)
    return Seen(number, right, (max(places, default=0.0) + 1) * PITCH, tuple(chars))


def _mixed(leaf: Leaf) -> Content:
    """A sheet of two pages that cannot be parted: its lines as rows of a table of which nothing is guessed."""
    lines = [line.strip() for line in leaf.lines if line.strip()]
    right, high = max(map(len, lines)) * WIDTH, len(lines) * PITCH
    ys = tuple(PITCH * row for row in range(len(lines) + 1))
    cells = tuple(
        TableCell(row, 0, 1, 1, Box(0.0, ys[row], right, ys[row + 1]), line) for row, line in enumerate(lines)
    )
    table = PageTable((0.0, right / 2, right), ys, cells, ruled=False)
    return Content(leaf.number, right, high, (), (undivided(table),))


def _clear(page: Content) -> Content:
    """The page with undivided tables in place of those whose columns are not plain."""
    tables = tuple(undivided(table) if is_doubtful(table) else table for table in page.tables)
    return msgspec.structs.replace(page, tables=tables)


def _going_on(pages: Sequence[Content]) -> list[Content]:
    """The pages, where one begins with rows without a header in the columns of the table that the one before ends with."""
    found: list[Content] = []
    heads: tuple[PageTable, ...] = ()
    for page in pages:
        first = next(iter(in_order(page)), None)
        new = page
        if heads and isinstance(first, PageTable) and first.part is not None and not first.headed:
            new = _with(page, first, _in_columns(first, heads))
        found.append(new)
        if parts := in_order(new):
            last = parts[-1]
            if not isinstance(last, PageTable):
                heads = ()
            else:
                heads = (heads[0], last) if last.continues and heads else (last,)
    return found


def _with(page: Content, old: PageTable, new: PageTable) -> Content:
    return msgspec.structs.replace(
        page, tables=tuple(new if table is old else table for table in page.tables)
    )


def _in_columns(table: PageTable, heads: Sequence[PageTable]) -> PageTable:
    """A table in those columns of one above in which that has anything, one by one; undivided where they are not alike."""
    own = _kinds(table)
    known = next(
        (kinds for head in heads if list((kinds := _kinds(head)).values()) == list(own.values())), None
    )
    if known is None:
        return undivided(table)
    place = dict(zip(own, known, strict=True))
    cells = tuple(
        msgspec.structs.replace(cell, column=place[cell.column])
        for cell in table.cells
        if cell.column in place
    )
    return msgspec.structs.replace(table, xs=heads[0].xs, cells=cells, continues=True)


def _kinds(table: PageTable) -> dict[int, bool]:
    """The columns in which rows below the header have anything, and whether that is mostly figures."""
    counts: dict[int, list[bool]] = {}
    for cell in table.cells:
        if cell.row >= table.headed and cell.text:
            counts.setdefault(cell.column, []).append(FIGURE.fullmatch(cell.text) is not None)
    return {column: 2 * sum(counts[column]) > len(counts[column]) for column in sorted(counts)}
