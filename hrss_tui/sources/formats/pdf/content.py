"""A page as printed lines and tables, before anything is known of the other pages."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.aligned.tables import aligned_tables
from hrss_tui.sources.formats.pdf.filling import filled
from hrss_tui.sources.formats.pdf.frame import Frame, Matrix
from hrss_tui.sources.formats.pdf.grids import shapes
from hrss_tui.sources.formats.pdf.lines import Line, lines_of, text_of
from hrss_tui.sources.formats.pdf.rulings import merged
from hrss_tui.sources.formats.pdf.seen import Seen
from hrss_tui.sources.formats.pdf.table import PageTable


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
    quarters anticlockwise to read it. `side` is where the page cuts lines at the right, 0 where it cuts none.
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


def content_of(page: Seen) -> Content:
    """The lines and tables of a page."""
    across, down = merged(page.across), merged(page.down)
    tables, rest = filled(shapes(page), page.chars, across, down)
    aligned, lines = aligned_tables(lines_of(rest), across, down)
    found = sorted([*tables, *aligned], key=_place)
    prose = [_seen(page, line) for line in lines]
    side = max((right for (right, _), _ in page.ended), default=0.0)
    return Content(
        page.number, page.width, page.height, tuple(prose), tuple(found), turned=page.turned, side=side
    )


def _seen(page: Seen, line: Line) -> Printed:
    """A line as it is kept, with what a clip cuts off it."""
    first = line.chars[0]
    begun = (first.left, first.base) in page.begun
    last = line.chars[-1]
    hidden = next((text for place, text in page.ended if place == (last.right, last.base)), "")
    return msgspec.structs.replace(printed(line), begun=begun, hidden=hidden)


def shown_box(content: Content, box: Box) -> Box:
    """Where a box stands on the page as it is shown."""
    if not content.turned:
        return box
    back = Frame(Matrix(), content.width, content.height).turned(content.turned)
    return back.matrix.box(box.left, box.top, box.right, box.bottom)


def printed(line: Line) -> Printed:
    """A line as it is kept."""
    return Printed(text_of(line), line.box, line.em, line)


def in_order(content: Content) -> list[Printed | PageTable]:
    """Prose and tables of a page as they are read: from top to bottom, then from left to right."""
    return sorted([*content.prose, *content.tables], key=_place)


def _place(part: Printed | PageTable) -> tuple[float, float]:
    box = part.box
    return (box.top if isinstance(part, PageTable) else (box.top + box.bottom) / 2), box.left


def without(content: Content, dropped: Iterable[Printed], label: str) -> Content:
    """The page without some of its lines, with its printed number."""
    gone = {id(line) for line in dropped}
    prose = tuple(line for line in content.prose if id(line) not in gone)
    return msgspec.structs.replace(content, prose=prose, label=label)
