"""A source file being written: what readers of pages, sheets and Word files put their text and tables into.

A reader says what it sees in order; what lines, grids and places come of it is decided here, the same for every
format. Rows of a table that are its title, captions or notes become lines of prose, rows and columns without any
text go.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.plain import legible
from hrss_tui.sources.captions import Filled, is_caption, is_caption_row, prose_rows
from hrss_tui.sources.formats.breaks import without_soft_breaks
from hrss_tui.sources.formats.form import ROW, Grid, GridCell, Hidden, Page, SourceFile, digest
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.words import Phrase, phrase, spoken

MAX_LINES = 500_000
"""Lines of a source, each of which costs some 1500 bytes; the longest budgets have twenty thousand."""
MAX_LINE = 2**20
"""Characters of a line; a document that was never broken into lines has fewer."""
MAX_TEXT = 2**25
"""Characters of a source: a compressed file of a few kilobytes may hold any number."""
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f]+")
_GAPS = re.compile(r"\t|[ \u00a0\u3000]{2,}")
_ALNUM = re.compile(r"[0-9A-Za-z]")


class Drawn(msgspec.Struct, frozen=True):
    """A cell as a reader found it: 0-based place, text that may hold line ends, how much it covers.

    `place` is what a person looks up in a workbook (B7, B7:D7), `hidden` what that does not show in and below its row.
    """

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    place: str | None = None
    hidden: tuple[Hidden, ...] = ()


class Draft:
    """Lines, grids and pages in the order they are said. Raises SourceError beyond the limits."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._cells_left = limits.cells
        self._text_left = MAX_TEXT
        self._lines: list[str] = []
        self._grids: list[Grid] = []
        self._pages: list[Page] = []
        self._places: list[tuple[int, str]] = []
        self._opened: tuple[str, str, int] | None = None
        self._titled = False
        self.notes: list[str] = []

    def prose(self, text: str, place: str | None = None) -> None:
        """Lines of prose, as many as the text has; blank ones are left out."""
        self._take(text)
        for part in without_soft_breaks(without_commands_but_breaks(text)).split("\n"):
            for line in _apart(part):
                self._add(line)
                self._titled = True
                if place:
                    self._places.append((len(self._lines), place))

    def row(self, text: str) -> None:
        """A row of a table that tabs part: a line with its tabs, as a text has it. Captions side by side are prose."""
        self._take(text)
        if len(_apart(text)) > 1:
            self.prose(text)
            return
        self._add(ROW.join(map(folded, without_commands_but_breaks(text).strip("\n").split(ROW))))
        self._titled = True

    def table(self, cells: Iterable[Drawn], ruled: bool = True) -> None:
        """A table, with whatever stands in its cells beside figures; of two cells in one place the last counts.

        `ruled` is false where its columns were found by alignment alone. Raises SourceError for more cells than the limit.
        """
        places = {(cell.row, cell.column): cell for cell in cells}
        for cell in places.values():
            self._take(cell.text)
        drawn = _compact([msgspec.structs.replace(cell, text=_clean(cell.text)) for cell in places.values()])
        rows: list[list[Drawn]] = [[] for _ in range(max((cell.row + 1 for cell in drawn), default=0))]
        for cell in drawn:
            rows[cell.row].append(cell)
        for row in rows:
            row.sort(key=lambda cell: cell.column)
        columns = max((cell.column + cell.columns for cell in drawn), default=0)
        self._cells_left -= len(rows) * columns
        if self._cells_left < 0:
            raise SourceError(phrase("source.many_cells", name=self._name), phrase("source.too_large.hint"))
        shapes = [[Filled(flat(cell.text), cell.columns) for cell in row if cell.text] for row in rows]
        prose = prose_rows(shapes, columns, self._titled)
        start = 0
        for index in sorted((*prose, len(rows))):
            self._grid(rows[start:index], columns, ruled)
            if index < len(rows):
                self._captions([cell for cell in rows[index] if cell.text])
            start = index + 1

    def open_page(self, label: str, kind: str) -> None:
        """What follows stands on a page or sheet of its own."""
        self._close_page()
        self._opened = (label, kind, len(self._lines) + 1)
        self._titled = False

    def note(self, text: str) -> None:
        """Something unusual about the file, said once."""
        if text not in self.notes:
            self.notes.append(text)

    def file(
        self, data: bytes, form: str, encoding: str = "utf-8", facts: Sequence[tuple[str, str]] = ()
    ) -> SourceFile:
        """The file as it is now. Raises SourceError where nothing was said."""
        self._close_page()
        if not self._lines:
            raise self._blank()
        return SourceFile(
            self._name,
            digest(data),
            encoding,
            tuple(self._lines),
            tuple(self.notes),
            form,
            tuple(self._grids),
            tuple(self._pages),
            wrapped=False,
            facts=tuple(facts),
            places=tuple(self._places),
        )

    def _blank(self) -> SourceError:
        """The error for a file without text, which says what was met in its place."""
        lead = f"{self._name}: "
        if not self.notes:
            return SourceError(phrase("source.no_text", name=self._name), phrase("source.empty.hint"))
        met = ["；".join(note.removeprefix(lead) for note in self.notes)]
        met.append("; ".join(spoken(note, "en").removeprefix(lead) for note in self.notes))
        said = phrase("source.only_unread", name=self._name, met=Phrase(*met))
        return SourceError(said, phrase("source.print.hint"))

    def _close_page(self) -> None:
        if self._opened is None:
            return
        label, kind, first = self._opened
        number, last = len(self._pages) + 1, len(self._lines)
        self._pages.append(Page(number, label, *((first, last) if last >= first else (0, 0)), kind))
        self._opened = None

    def _take(self, text: str) -> None:
        """Count a text before anything is done with it."""
        self._text_left -= len(text)
        if self._text_left < 0:
            what = phrase("source.much_text", name=self._name, most=f"{MAX_TEXT:,}")
            raise SourceError(what, phrase("source.too_large.hint"))

    def _add(self, line: str) -> None:
        self._lines.append(line)
        number = len(self._lines)
        if number > MAX_LINES:
            what = phrase("source.many_lines", name=self._name, most=f"{MAX_LINES:,}")
            raise SourceError(what, phrase("source.too_large.hint"))
        if len(line) > MAX_LINE:
            what = phrase("source.long_line", name=self._name, line=number, most=f"{MAX_LINE:,}")
            raise SourceError(what, phrase("source.long_line.hint"))

    def _captions(self, cells: Sequence[Drawn]) -> None:
        """Cells of a row that is prose: a line each, a value with the caption that stands before it."""
        opened: list[Drawn] = []
        for cell in cells:
            if opened and (is_caption(cell.text) or not opened[-1].text.endswith((":", "："))):
                self.prose("".join(part.text for part in opened), opened[0].place)
                opened = []
            opened.append(cell)
        if opened:
            self.prose("".join(part.text for part in opened), opened[0].place)

    def _grid(self, rows: Sequence[Sequence[Drawn]], columns: int, ruled: bool) -> None:
        """Rows as lines with their grid, without blank rows around them."""
        while rows and not any(cell.text for cell in rows[0]):
            rows = rows[1:]
        while rows and not any(cell.text for cell in rows[-1]):
            rows = rows[:-1]
        if not rows:
            return
        first, cells = len(self._lines) + 1, []
        for index, row in enumerate(rows):
            parts, end = [""] * columns, 0
            for cell in row:
                parts[cell.column] = flat(cell.text)
                at = end + cell.column
                end += len(parts[cell.column])
                height = min(cell.rows, len(rows) - index)
                span = (index, cell.column, height, cell.columns)
                text = parts[cell.column]
                cells.append(
                    GridCell(*span, text, first + index, at, at + len(text), cell.place, hidden=cell.hidden)
                )
            self._add(ROW.join(parts))
        self._grids.append(Grid(first, len(self._lines), len(rows), columns, tuple(cells), ruled))
        self._titled = False


def without_commands_but_breaks(text: str) -> str:
    """The text without unsafe characters; line ends, which are unsafe in a line, are kept."""
    return "\n".join(legible(part) for part in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def folded(text: str) -> str:
    """A line without white space around it, and with single spaces inside."""
    return _SPACES.sub(" ", text).strip()


def _apart(line: str) -> list[str]:
    """A line, or the captions that tabs or wide gaps set apart in it: 编制部门 at its beginning, 单位 at its end."""
    parts = [part for gap in _GAPS.split(line) if (part := folded(gap))]
    if len(parts) > 1 and is_caption_row([Filled(part) for part in parts]):
        return parts
    return [whole] if (whole := folded(line)) else []


def _clean(text: str) -> str:
    """The text of a cell: its lines, folded, without blank ones."""
    return "\n".join(line for part in without_commands_but_breaks(text).split("\n") if (line := folded(part)))


def flat(text: str) -> str:
    """The lines of a cell as one; figures and words of Latin letters are kept apart."""
    if "\n" not in text:
        return text
    joined = ""
    for line in text.split("\n"):
        apart = joined and line and _ALNUM.match(joined[-1]) and _ALNUM.match(line[0])
        joined += f" {line}" if apart else line
    return joined


def _compact(cells: Sequence[Drawn]) -> list[Drawn]:
    """The cells without columns in which no text begins and without blank rows beside others, renumbered.

    Cells that neither hold text nor cover others are left out.
    """
    columns = sorted({cell.column for cell in cells if cell.text})
    filled = sorted({cell.row for cell in cells if cell.text})
    parted = {row - 1 for above, row in pairwise(filled) if row - above > 1}
    rows = sorted({*filled, *parted})
    at_row = {row: index for index, row in enumerate(rows)}
    at_column = {column: index for index, column in enumerate(columns)}
    found = []
    for cell in cells:
        if not (cell.text or cell.rows > 1 or cell.columns > 1):
            continue
        if cell.row in at_row and cell.column in at_column:
            height = _kept(rows, cell.row, cell.rows)
            width = _kept(columns, cell.column, cell.columns)
            place = {"row": at_row[cell.row], "column": at_column[cell.column]}
            found.append(msgspec.structs.replace(cell, **place, rows=height, columns=width))
    return found


def _kept(kept: Sequence[int], start: int, length: int) -> int:
    """How many of the kept indices a span of `length` from `start` on covers."""
    return bisect_left(kept, start + length) - bisect_left(kept, start)
