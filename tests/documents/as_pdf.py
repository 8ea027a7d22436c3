"""A description as a PDF: prose that flows, tables page by page, with what published files do to both."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from tests.documents.as_text import headline
from tests.documents.described import Described, PageBreak, Prose, Table
from tests.documents.paper import Paper
from tests.documents.pen import MARGIN, Pen
from tests.documents.print_table import Sheet, sheets
from tests.documents.split_table import WIDE, halves

_SIZES = {"title": 18.0, "heading": 13.0}
_BODY, _LEADING = 11.0, 1.8


def render(described: Described, paper: Paper | None = None) -> bytes:
    """The document as a PDF file; the same for the same arguments."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    canvas.setTitle(described.title)
    _Flow(Pen(canvas, paper or Paper()), described).write()
    canvas.save()
    return out.getvalue()


class _Flow:
    """Writes the parts of a document from the top of one page to the bottom of the next."""

    def __init__(self, pen: Pen, described: Described) -> None:
        self.pen = pen
        self.described = described
        self.page = 0
        self.y = 0.0
        self.landscape = False

    def write(self) -> None:
        """Write every part and the last page's end."""
        cell: list[Prose] = []
        for part in self.described.parts:
            if isinstance(part, Prose) and part.kind == "cell":
                cell.append(part)
                continue
            self._cell(cell)
            cell = []
            if isinstance(part, Prose):
                self._prose(part)
            elif isinstance(part, Table):
                self._table(part)
            elif isinstance(part, PageBreak):
                self._end()
        self._cell(cell)
        self._end()

    def _begin(self, landscape: bool = False) -> None:
        if self.page and self.y and self.landscape != landscape:
            self._end()
        if self.y == 0.0:
            self.page += 1
            self.landscape = landscape
            self.pen.start(landscape)
            self.y = MARGIN
            if self.pen.paper.head:
                self.pen.text(MARGIN, MARGIN / 2, self.described.title, 9)

    def _end(self) -> None:
        if self.y == 0.0:
            return
        foot = {"plain": f"{self.page}", "dashed": f"— {self.page} —", "of": f"第 {self.page} 页"}.get(
            self.pen.paper.foot
        )
        if foot:
            self.pen.text((self.pen.width - self.pen.measure(foot, 9)) / 2, self.pen.height - 24, foot, 9)
        self.pen.canvas.showPage()
        self.y = 0.0

    def _prose(self, prose: Prose) -> None:
        self._begin(self.landscape and self.y > 0)
        size = _SIZES.get(prose.kind, _BODY)
        room = self.pen.width - 2 * MARGIN
        indent = 2 * size if prose.kind in ("paragraph", "heading") else 0.0
        text = prose.text
        if prose.kind == "contents":
            text = self._dotted(text, room)
        for number, line in enumerate(self.pen.wrap(text, size, room, indent)):
            if self.y + size * _LEADING > self.pen.height - MARGIN:
                self._end()
                self._begin(self.landscape)
            self.y += size * _LEADING
            x = MARGIN + (indent if number == 0 else 0.0)
            if prose.kind == "title":
                x = (self.pen.width - self.pen.measure(line, size)) / 2
            self.pen.text(x, self.y, line, size)

    def _cell(self, paragraphs: list[Prose]) -> None:
        """Paragraphs in one cell that goes on over pages: all its text stands on each of them, clipped to its part."""
        room, leading, size = self.pen.width - 2 * MARGIN, 16.0, 9.0
        lines = [line for each in paragraphs for line in self.pen.wrap(each.text, size, room - 8, 2 * size)]
        firsts = [len(self.pen.wrap(each.text, size, room - 8, 2 * size)) for each in paragraphs]
        indented = {sum(firsts[:at]) for at in range(len(firsts))}
        done = 0
        while done < len(lines):
            self._begin(self.landscape and self.y > 0)
            fit = max(1, min(len(lines) - done, int((self.pen.height - MARGIN - self.y - 8) / leading)))
            top, high = self.y + 4, fit * leading + 4
            self.pen.box(MARGIN, top, room, high)
            self.pen.clip(MARGIN, top, room, high)
            for number, line in enumerate(lines):
                x = MARGIN + 4 + (2 * size if number in indented else 0)
                self.pen.text(x, top + (number - done + 1) * leading - 3, line, size)
            self.pen.unclip()
            done += fit
            self.y = top + high + 4
            if done < len(lines):
                self._end()

    def _dotted(self, text: str, room: float) -> str:
        """A line of contents with leaders and a page number."""
        dots = int((room - self.pen.measure(text + "12", _BODY)) / self.pen.measure("…", _BODY)) - 1
        return f"{text}{'…' * max(dots, 2)}{len(text)}"

    def _table(self, table: Table) -> None:
        """A table begins a page of its own where it would not fit or lies on its side."""
        landscape = table.printing.landscape
        self._begin(landscape)
        room = self.pen.width - 2 * MARGIN
        around = (len(headline(table)) + len(table.captions) + 1) * 20.0
        high = self.pen.height - 2 * MARGIN - 20
        if self.pen.paper.split and table.printing.ruled and self._split(table, room, high - around):
            return
        made = sheets(self.pen, table, room, high - around, high)
        if self.y > MARGIN and self.y + around + made[0].height > self.pen.height - MARGIN:
            self._end()
        for number, sheet in enumerate(made):
            if number:
                self._end()
            self._begin(landscape)
            if number == 0 or table.printing.continuation == "titled":
                self._around(table)
            self._sheet(sheet, table)
        for note in table.notes:
            self._note(note)
        self.y += 12

    def _split(self, table: Table, room: float, high: float) -> bool:
        """A table too wide for a page, on pages of its own; false where it does not fall in two."""
        split, labels = self.pen.paper.split, self.pen.paper.split.endswith("+")
        made = sheets(self.pen, table, WIDE[labels] * room, high, high)
        parts = halves(made, table, room, labels)
        if parts is None:
            return False
        first, second = parts
        pages = (
            [*first, *second]
            if split.startswith("down")
            else [page for two in zip(*parts, strict=True) for page in two]
        )
        if self.y > MARGIN:
            self._end()
        for page in pages:
            self._begin(table.printing.landscape)
            if page is first[0]:
                self._around(table)
                top = self.y
            elif page is second[0]:
                self.y = top
            self._sheet(page, table)
            if page is first[-1]:
                for note in table.notes:
                    self._note(note)
            self._end()
        return True

    def _around(self, table: Table) -> None:
        for title in headline(table):
            self.y += 22
            self.pen.text((self.pen.width - self.pen.measure(title, 13)) / 2, self.y, title, 13)
        for caption in table.captions:
            self.y += 16
            self._caption(caption)
        self.y += 6

    def _caption(self, caption: tuple[str, ...]) -> None:
        """The parts of a caption from the left to the right margin; a single one that names the unit on the right."""
        room = self.pen.width - 2 * MARGIN
        for number, part in enumerate(caption):
            share = (
                number / (len(caption) - 1)
                if len(caption) > 1
                else float("单位" in part[:6] or part.startswith("公开"))
            )
            self.pen.text(MARGIN + share * (room - self.pen.measure(part, 9)), self.y, part, 9)

    def _note(self, note: str) -> None:
        for line in self.pen.wrap(note, 9, self.pen.width - 2 * MARGIN):
            if self.y + 14 > self.pen.height - MARGIN + 10:
                self._end()
                self._begin(self.landscape)
            self.y += 14
            self.pen.text(MARGIN, self.y, line, 9)

    def _sheet(self, sheet: Sheet, table: Table) -> None:
        sheet.draw(self.pen, MARGIN, self.y, ruled=table.printing.ruled)
        if self.pen.paper.hidden:
            self.pen.unseen(MARGIN + 200, self.y + sheet.height / 2)
        self.y += sheet.height + 2
