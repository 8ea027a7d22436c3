"""Table rows to tables: cells with their places, page segments, captions, titles.

A table is what stands between two headings. It is cut into segments by blank lines and by captions that a
page break repeats; a segment keeps its own header, because the columns of two pages need not agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import Span, close_gaps

_NUMBERED = re.compile(r"(?:表|附件|附表)\s*(\d{1,4})$")


class Cell(msgspec.Struct, frozen=True):
    """A cell: its text without outer white space, and where that stands."""

    text: str
    span: Span


class Row(msgspec.Struct, frozen=True):
    """A printed row; `block` is its index in the outline."""

    line: int
    cells: tuple[Cell, ...]
    block: int

    def texts(self) -> list[str]:
        """The cells' texts."""
        return [cell.text for cell in self.cells]


class Segment(msgspec.Struct, frozen=True):
    """Rows that stand together on one page; `captioned` where captions were repeated before them."""

    rows: tuple[Row, ...]
    captioned: bool


class Table(msgspec.Struct, frozen=True):
    """A table between two headings.

    `number` is printed (表 3 → 3), `captions` are its notes (编制部门：…, 单位：…) with their lines, `after` is
    the paragraph that follows the last row at once, `section` the path of headings above its title.
    """

    title: str
    number: int | None
    captions: tuple[tuple[int, str], ...]
    segments: tuple[Segment, ...]
    after: str
    section: str
    heading: int | None

    @property
    def rows(self) -> list[Row]:
        """All rows of all segments."""
        return [row for segment in self.segments for row in segment.rows]

    @property
    def line_start(self) -> int:
        """First line of the first row."""
        return self.segments[0].rows[0].line

    @property
    def line_end(self) -> int:
        """Last line of the last row."""
        return self.segments[-1].rows[-1].line


def tables(blocks: Sequence[Placed]) -> list[Table]:
    """Every table of an outline in printed order."""
    return [table for group in _groups(blocks) if (table := _table(group, blocks)) is not None]


def _groups(blocks: Sequence[Placed]) -> Iterator[list[int]]:
    """Indices of blocks from one heading up to the next."""
    group: list[int] = []
    for i, block in enumerate(blocks):
        if block.kind is Kind.HEADING and group:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _table(group: Sequence[int], blocks: Sequence[Placed]) -> Table | None:
    rows = [i for i in group if blocks[i].kind is Kind.TABLE_ROW]
    if not rows:
        return None
    heading = group[0] if blocks[group[0]].kind is Kind.HEADING else None
    after = next(
        (blocks[i].text.text for i in group if i > rows[-1] and blocks[i].kind is Kind.PARAGRAPH), ""
    )
    captions = tuple(
        (blocks[i].text.line_start, blocks[i].text.text) for i in group if blocks[i].kind is Kind.NOTE
    )
    title = close_gaps(blocks[heading].text.text) if heading is not None else ""
    section = blocks[heading].section if heading is not None else ""
    return Table(
        title, _number(heading, blocks), captions, tuple(_segments(group, blocks)), after, section, heading
    )


def _number(heading: int | None, blocks: Sequence[Placed]) -> int | None:
    """The number printed in the heading or in the heading just above it."""
    for i in (heading, heading - 1 if heading else None):
        if i is not None and blocks[i].kind is Kind.HEADING:
            match = _NUMBERED.match(blocks[i].text.text.strip())
            if match:
                return int(match.group(1))
    return None


def _segments(group: Sequence[int], blocks: Sequence[Placed]) -> Iterator[Segment]:
    rows: list[Row] = []
    captioned = False
    for i in group:
        block = blocks[i]
        if block.kind is not Kind.TABLE_ROW:
            if rows:
                yield Segment(tuple(rows), captioned)
                rows, captioned = [], False
            captioned = captioned or block.kind is Kind.NOTE
            continue
        if block.raw.gap and rows:
            yield Segment(tuple(rows), captioned)
            rows, captioned = [], False
        rows.append(_row(i, block))
    if rows:
        yield Segment(tuple(rows), captioned)


def _row(index: int, block: Placed) -> Row:
    line, column = block.text.line_start, block.text.runs[0].start
    cells = []
    for part in block.text.text.split("\t"):
        lead = len(part) - len(part.lstrip())
        text = part.strip()
        cells.append(Cell(text, Span(line, column + lead, column + lead + len(text))))
        column += len(part) + 1
    return Row(line, tuple(cells), index)
