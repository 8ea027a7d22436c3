"""A page as printed lines and tables, before anything is known of the other pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.aligned.tables import aligned_tables
from hrss_tui.sources.formats.pdf.columns import Band, bands_of, parted
from hrss_tui.sources.formats.pdf.filling import filled
from hrss_tui.sources.formats.pdf.frame import Frame, Matrix
from hrss_tui.sources.formats.pdf.grids import shapes
from hrss_tui.sources.formats.pdf.lines import Line, lines_of, text_of
from hrss_tui.sources.formats.pdf.rulings import merged
from hrss_tui.sources.formats.pdf.seen import Seen
from hrss_tui.sources.formats.pdf.table import PageTable
from hrss_tui.sources.formats.pdf.touching import with_cuts


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
    two pages of a sheet begins `at` on it, which is `sheet` wide; of all others that is 0.
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


def content_of(page: Seen) -> Content:
    """The lines and tables of a page."""
    across, down = merged(page.across), merged(page.down)
    tables, rest = filled(shapes(page), page.chars, across, down)
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


def _seen(page: Seen, line: Line) -> Printed:
    """A line as it is kept, with what a clip cuts off it."""
    first = line.chars[0]
    begun = (first.left, first.base) in page.begun
    last = line.chars[-1]
    hidden = next((text for place, text in page.ended if place == (last.right, last.base)), "")
    return msgspec.structs.replace(printed(line), begun=begun, hidden=hidden)


def shown_box(content: Content, box: Box) -> Box:
    """Where a box stands on the sheet as it is shown."""
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
