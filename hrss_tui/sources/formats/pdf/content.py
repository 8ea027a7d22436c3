"""A page as printed lines and tables, before anything is known of the other pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.aligned.tables import aligned_tables
from hrss_tui.sources.formats.pdf.aligned.words import FIGURE
from hrss_tui.sources.formats.pdf.columns import Band, bands_of, parted
from hrss_tui.sources.formats.pdf.filling import filled
from hrss_tui.sources.formats.pdf.frame import Frame, Matrix
from hrss_tui.sources.formats.pdf.grids import shapes
from hrss_tui.sources.formats.pdf.lines import Line, lines_of, text_of
from hrss_tui.sources.formats.pdf.rulings import merged
from hrss_tui.sources.formats.pdf.seen import Char, Rule, Seen
from hrss_tui.sources.formats.pdf.table import PageTable
from hrss_tui.sources.formats.pdf.touching import with_cuts
from hrss_tui.sources.text import UNREAD

_NEAR = 1.0
"""A text ends at the side of a table that is no farther from it (points)."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CLIP = 2.0
"""The clip of a cell reaches over it by no more than this (points)."""
_FEW_ROWS = 3
"""The head of a column has no more rows than this, and a column alone has no fewer."""


class Printed(msgspec.Struct, frozen=True):
    """A printed line of prose: its text, its box, the height of its type, and the line itself where it is known.

    `begun`: a clip hides its beginning; `hidden` is what one hides of its end.
    """

    text: str
    box: Box
    em: float
    line: Line | None = None
    begun: bool = False
    hidden: str = ""


class Content(msgspec.Struct, frozen=True):
    """What stands on a page: prose and tables, each from top to bottom. `label` is the printed page number,
    `ocr` is true where its text was recognised from a picture. All is as one sees it who turns the page `turned`
    quarters anticlockwise to read it. `side` is where the page cuts lines at the right, 0 where it cuts none; `bands` are
    the parts of it that are set in columns, `notes` footnotes that part a sentence from its rest on the next page. One of
    two pages of a sheet begins `at` on it, which is `sheet` wide; of all others that is 0. `over` are the numbers of pages on
    which lines end that the side of this one cuts.
    """

    number: int
    width: float
    height: float
    prose: tuple[Printed, ...]
    tables: tuple[PageTable, ...]
    label: str = ""
    ocr: bool = False
    turned: int = 0
    side: float = 0.0
    bands: tuple[Band, ...] = ()
    notes: tuple[Printed, ...] = ()
    sheet: float = 0.0
    at: float = 0.0
    over: tuple[int, ...] = ()


def content_of(page: Seen) -> Content:
    """The lines and tables of a page."""
    across, down = merged(page.across), merged(page.down)
    tables, rest = _ruled(page, across, down)
    printed_lines = with_cuts(lines_of(rest))
    bands = bands_of(printed_lines, (table.box for table in tables))
    found, prose = list(tables), []
    for lines in parted(printed_lines, bands):
        aligned, left = aligned_tables(lines, across, down)
        found += aligned
        prose += [_seen(page, line) for line in left]
    found.sort(key=lambda table: _place(table, bands))
    side = max((right for (right, _), _ in page.ended), default=0.0)
    return Content(
        page.number,
        page.width,
        page.height,
        tuple(prose),
        tuple(found),
        turned=page.turned,
        side=side,
        bands=bands,
        sheet=page.sheet,
        at=page.at,
    )


def _ruled(page: Seen, across: Sequence[Rule], down: Sequence[Rule]) -> tuple[list[PageTable], list[Char]]:
    """The ruled tables of a page and the characters outside of them.

    What has one column is a table where nothing but figures stand in it below its head, as the last column of a wide sheet
    does; all else is text in a frame.
    """
    found = shapes(page)
    wide = [shape for shape in found if not shape.narrow]
    tables, rest = filled(wide, page.chars, across, down)
    for shape in found:
        if shape.narrow and shape.rows >= _FEW_ROWS:
            strip, outside = filled([shape], rest, across, down)
            if strip and _are_figures(strip[0]):
                tables, rest = [*tables, *strip], outside
    return [_with_cut_labels(table, page) for table in tables], rest


def _with_cut_labels(table: PageTable, page: Seen) -> PageTable:
    """The table with what the side of its page cuts off the texts of its cells."""
    if not (page.ended or page.begun or page.cut):
        return table
    owners = {
        (cell.row + row, cell.column + column): at
        for at, cell in enumerate(table.cells)
        for row in range(cell.rows)
        for column in range(cell.columns)
        if cell.text
    }
    cells = list(table.cells)
    for place in page.begun:
        if (at := owners.get(_box_at(table, place))) is not None:
            cells[at] = msgspec.structs.replace(cells[at], begun=True)
    for place, text in page.ended:
        if (at := owners.get(_box_at(table, place))) is not None:
            cells[at] = msgspec.structs.replace(cells[at], hidden=text)
    for clip in page.cut:
        at = owners.get(_box_at(table, ((clip.left + clip.right) / 2, (clip.top + clip.bottom) / 2)))
        named = at is not None and _HAN.search(cells[at].text) and not cells[at].text.endswith(UNREAD)
        if at is not None and named and _is_within(clip, cells[at].box):
            cells[at] = msgspec.structs.replace(cells[at], text=cells[at].text + UNREAD)
    return msgspec.structs.replace(table, cells=tuple(cells))


def _is_within(clip: Box, cell: Box) -> bool:
    """Is a clip that of a cell, whose text it cuts?"""
    return (
        cell.left - _CLIP <= clip.left
        and clip.right <= cell.right + _CLIP
        and cell.top - _CLIP <= clip.top
        and clip.bottom <= cell.bottom + _CLIP
    )


def _box_at(table: PageTable, place: tuple[float, float]) -> tuple[int, int]:
    """Row and column at a place in a table; a text that the side of a page cuts may reach over it a little."""
    x = min(max(place[0], table.xs[0]), table.xs[-1] - _NEAR) if _is_beside(table, place[0]) else place[0]
    return bisect_right(table.ys, place[1]) - 1, bisect_right(table.xs, x) - 1


def _is_beside(table: PageTable, x: float) -> bool:
    return table.xs[0] - _NEAR <= x <= table.xs[-1] + _NEAR


def _are_figures(strip: PageTable) -> bool:
    texts = [FIGURE.fullmatch(cell.text) is not None for cell in strip.cells if cell.text]
    head = texts.index(True) if True in texts else len(texts)
    return len(texts) > head <= _FEW_ROWS and all(texts[head:])


def _seen(page: Seen, line: Line) -> Printed:
    """A line as it is kept, with what a clip cuts off it."""
    first = line.chars[0]
    begun = (first.left, first.base) in page.begun
    last = line.chars[-1]
    hidden = next((text for place, text in page.ended if place == (last.right, last.base)), "")
    return msgspec.structs.replace(printed(line), begun=begun, hidden=hidden)


def shown_box(content: Content, box: Box) -> Box:
    """Where a box stands on the sheet as it is shown: at its right side where it is of a page beside it."""
    left, right = min(box.left, content.width), min(box.right, content.width)
    box = Box(left, box.top, right, box.bottom)
    if content.at:
        box = Box(box.left + content.at, box.top, box.right + content.at, box.bottom)
    if not content.turned:
        return box
    back = Frame(Matrix(), content.sheet or content.width, content.height).turned(content.turned)
    return back.matrix.box(box.left, box.top, box.right, box.bottom)


def printed(line: Line) -> Printed:
    """A line as it is kept."""
    return Printed(text_of(line), line.box, line.em, line)


def in_order(content: Content) -> list[Printed | PageTable]:
    """Prose and tables of a page as they are read: from top to bottom, then from left to right; columns one by one."""
    return sorted([*content.prose, *content.tables], key=lambda part: _place(part, content.bands))


def in_columns(content: Content) -> list[list[Printed]]:
    """The prose of a page in pieces that go on from line to line: columns, and what stands before and behind them."""
    if not content.bands:
        return [list(content.prose)]
    found: dict[tuple[int, int], list[Printed]] = {}
    for line in sorted(content.prose, key=lambda part: _place(part, content.bands)):
        where = _column(line.box, content.bands)
        above = sum(band.top < line.box.top for band in content.bands)
        found.setdefault(where or (above, -1), []).append(line)
    return list(found.values())


def _place(part: Printed | PageTable, bands: Sequence[Band]) -> tuple[float, int, float, float]:
    box = part.box
    top = box.top if isinstance(part, PageTable) else (box.top + box.bottom) / 2
    column = _column(box, bands)
    return (bands[column[0]].top, column[1], top, box.left) if column else (top, 0, top, box.left)


def _column(box: Box, bands: Sequence[Band]) -> tuple[int, int] | None:
    """The part of the page and the column in it that something stands in."""
    return next(
        ((at, column) for at, band in enumerate(bands) if (column := band.column(box)) is not None), None
    )


def without(content: Content, dropped: Iterable[Printed], label: str) -> Content:
    """The page without some of its lines, with its printed number."""
    gone = {id(line) for line in dropped}
    prose = tuple(line for line in content.prose if id(line) not in gone)
    return msgspec.structs.replace(content, prose=prose, label=label)
