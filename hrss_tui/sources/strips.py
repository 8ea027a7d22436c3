"""The lines of a file as strips: what blocks are made of, one after the other.

A strip is a line of prose, a row of a table, or a cell of a table that is prose (see `captions`). Rows come from the
grids of a file; in a text a line that holds a tab is a row, whether it stands in a grid or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources import marks
from hrss_tui.sources.captions import Filled, is_caption, is_caption_row, is_title, prose_rows
from hrss_tui.sources.formats.form import ROW, Grid, GridCell
from hrss_tui.sources.text import Piece, Run, Text

_FIGURE = re.compile(r"[+\-−]?\d[\d,]{0,29}(?:\.\d{1,9})?%?")
_NAMED = re.compile(r"(?:\d{3}\s{0,3})?[\u3400-\u9fff（(]")
_NAME, _CUT, _RUN = 40, 6, 40
"""Characters of a name alone in its row, at most, and such rows below each other: at the margin, and behind tabs."""


class GridRow(msgspec.Struct, frozen=True):
    """A row of a grid: the grid's index in the file, the row's in the grid, its cells joined by tabs."""

    grid: int
    row: int
    text: Text


class Strip(msgspec.Struct, frozen=True):
    """Pieces of lines that belong together; `whole` where nothing of another line belongs to them.

    A row of a table is either `tabbed`, a line with tabs that stands in no grid, or the `row` of one.
    """

    pieces: tuple[Piece, ...]
    whole: bool = False
    tabbed: bool = False
    row: GridRow | None = None

    @property
    def is_row(self) -> bool:
        """Is it a row of a table?"""
        return self.tabbed or self.row is not None


def strips(lines: Sequence[Piece], grids: Sequence[Grid] = (), whole: bool = False) -> Iterator[Strip]:
    """The strips of lines given in reading order, blank lines as blank strips.

    `whole` says that every line is a paragraph of its own.
    """
    starts = {grid.first: index for index, grid in enumerate(grids)}
    inside = {line for grid in grids for line in range(grid.first, grid.last + 1)}
    titled = False
    for index, line in enumerate(lines):
        if line.line in starts:
            yield from _grid_strips(starts[line.line], grids[starts[line.line]], titled)
        if line.line in inside:
            titled = False
            continue
        titled = titled or bool(line.text.strip())
        bare = ROW not in line.text and not _is_cut(lines, index)
        if bare or _is_indented(lines, index):
            yield Strip((line,), whole)
        else:
            yield from _tabbed_strips(line)


def _tabbed_strips(line: Piece) -> Iterator[Strip]:
    """A line with tabs: a row, or the captions of a table side by side."""
    parts = list(_parts(line))
    if len(parts) > 1 and is_caption_row([Filled(part.text) for part in parts]):
        yield from _captions(parts)
    else:
        yield Strip((line,), tabbed=True)


def _captions(parts: Sequence[Piece]) -> Iterator[Strip]:
    """Captions side by side: one strip each, with the value that stands in the next cell."""
    opened: list[Piece] = []
    for part in parts:
        if opened and (is_caption(part.text) or not opened[-1].text.endswith((":", "："))):
            yield Strip(tuple(opened), whole=True)
            opened = []
        opened.append(part)
    if opened:
        yield Strip(tuple(opened), whole=True)


def _parts(line: Piece) -> Iterator[Piece]:
    """The cells of a line that are not blank, without the white space around them."""
    column = 0
    for part in line.text.split(ROW):
        if text := part.strip():
            yield Piece(line.line, line.start + column + part.index(text), text)
        column += len(part) + len(ROW)


def _is_indented(lines: Sequence[Piece], index: int) -> bool:
    """Is the line prose that a tab indents? A row of one cell stands at a row of several, or at others of one that do."""
    text = lines[index].text
    if ROW in text.strip() or text.rstrip(" ").endswith(ROW):
        return False
    around = (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2])
    if any(ROW in line.text.strip() for line in around):
        return False
    return not (_may_name(text.strip()) and _is_among(lines, index))


def _is_among(lines: Sequence[Piece], index: int) -> bool:
    """Do rows with figures stand above or below a line, nothing but names behind tabs between?"""
    above = (line.text for line in reversed(lines[max(index - _RUN, 0) : index]))
    below = (line.text for line in lines[index + 1 : index + 1 + _RUN])
    first = (next((text for text in side if not _is_alone(text)), "") for side in (above, below))
    return any(map(_is_figured, first))


def _is_alone(text: str) -> bool:
    """Is a line a name behind tabs?"""
    return text.startswith(ROW) and ROW not in text.strip() and _may_name(text.strip())


def _may_name(text: str) -> bool:
    return _NAMED.match(text) is not None and len(text) <= _NAME and not marks.is_ended(text)


def _is_cut(lines: Sequence[Piece], index: int) -> bool:
    """Is a line without tabs a row whose blank cells at the end were cut: right below a row and above one with figures?"""
    text = lines[index].text.strip()
    if (
        not _may_name(text)
        or is_caption(text)
        or is_title(text)
        or marks.is_note(text)
        or marks.markdown_heading(text)
    ):
        return False
    above = next(
        (line.text for line in reversed(lines[max(index - _CUT, 0) : index]) if _parted(line.text)), ""
    )
    below = next((line.text for line in lines[index + 1 : index + 1 + _CUT] if _parted(line.text)), "")
    return ROW in above.strip() and _is_figured(below)


def _parted(text: str) -> bool:
    """Does a line end the search for a row beside a name: is it a row itself, or blank?"""
    return ROW in text or not text.strip()


def _is_figured(text: str) -> bool:
    """Is a line a row with figures? The years of a header are none."""
    return ROW in text.strip() and any(_FIGURE.fullmatch(cell.strip()) for cell in text.split(ROW))


def _grid_strips(number: int, grid: Grid, titled: bool) -> Iterator[Strip]:
    rows: list[dict[int, GridCell]] = [{} for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell
    filled = [[row[column] for column in sorted(row) if row[column].text] for row in rows]
    shapes = [[Filled(cell.text, cell.columns) for cell in row] for row in filled]
    prose = frozenset() if grid.continues else prose_rows(shapes, grid.columns, titled)
    for index, cells in enumerate(filled):
        if index in prose:
            yield from _captions([Piece(cell.line, cell.start, cell.text) for cell in cells])
        elif cells:
            text = _row_text(rows[index], grid.columns)
            at = Piece(text.line_start, text.runs[0].start, text.text)
            yield Strip((at,), row=GridRow(number, index, text))


def _row_text(cells: Mapping[int, GridCell], columns: int) -> Text:
    """The texts of a row's cells, one a column, joined by tabs, with the place of each."""
    first = cells[min(cells)]
    runs = [Run(0, first.line, max(first.start - first.column, 0))]
    parts: list[str] = []
    length = 0
    for column in range(columns):
        cell = cells.get(column)
        if cell is not None and cell.text and not _goes_on(runs[-1], length, cell):
            runs.append(Run(length, cell.line, cell.start))
        parts.append(cell.text if cell is not None else "")
        length += len(parts[-1]) + len(ROW)
    return Text(ROW.join(parts), tuple(runs))


def _goes_on(run: Run, offset: int, cell: GridCell) -> bool:
    """Does the run that goes on to an offset come to the cell there?"""
    return run.line == cell.line and run.start + offset - run.offset == cell.start
