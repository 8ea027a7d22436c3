"""A document as the reader draws it: passages of text and rows of tables, laid out for a width. Pure.

A table is a run of rows with the same number of cells, drawn as a grid (see `grid`); columns in which nothing stands
are left out.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cached_property
from typing import overload

import msgspec

from hrss_tui.records import Block
from hrss_tui.tui.paint.text import PRINTED, Widths, level, wrap
from hrss_tui.tui.reader.grid import Grid, Table


class Passage(msgspec.Struct, frozen=True):
    """A block to draw; `text` is as long as the block's, so offsets hold in both; `table` numbers its table."""

    block: Block
    text: str
    table: int = -1

    @property
    def indent(self) -> int:
        """Cells the passage is moved in by."""
        return 2 if self.block.kind == "list_item" else 0


class Piece(msgspec.Struct, frozen=True):
    """A stretch [start, end) of a passage's text, drawn at column `at` (cells)."""

    at: int
    start: int
    end: int


class Part(IntEnum):
    """What a line on screen is of its passage."""

    TEXT = 0
    SPACE = -1
    """The line above it, blank or naming the page that begins."""
    RULE = -2
    """The line of a grid above a row."""
    END = -3
    """The line below the last row of a grid."""


class Laid(msgspec.Struct, frozen=True):
    """One line on screen: which passage, which pieces of it, and what of a grid is drawn around them."""

    item: int
    pieces: tuple[Piece, ...] = ()
    frame: str = ""
    part: Part = Part.TEXT


class _Texts(Sequence[Sequence[str]]):
    """The cells of the rows of a table, split when they are asked for."""

    def __init__(self, items: Passages, low: int, end: int) -> None:
        self._items, self._low, self._end = items, low, end

    def __len__(self) -> int:
        return self._end - self._low

    @overload
    def __getitem__(self, at: int) -> Sequence[str]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Sequence[str]]: ...

    def __getitem__(self, at: int | slice) -> Sequence[str] | Sequence[Sequence[str]]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        return self._items[self._low + at].text.split("\t")


class Passages(Sequence[Passage]):
    """The blocks of a document as passages, each made when it is asked for; table rows are gathered into tables.

    `runs` are the tables: [first, end) of the passages of each, by its number; `leaves` are the pages or sheets in
    words, each by its first passage.
    """

    def __init__(
        self, blocks: Sequence[Block], leaves: Mapping[int, str] | None = None, widths: Widths = PRINTED
    ) -> None:
        self.blocks = blocks
        self.leaves = leaves or {}
        self.widths = widths
        self.tables = array("i", [-1]) * len(blocks)
        self.runs: list[tuple[int, int]] = []
        self._made: dict[int, Passage] = {}
        self._tables: dict[int, Table] = {}
        self._grids: dict[int, tuple[int, int, Grid]] = {}
        self._gather()

    def _gather(self) -> None:
        shape = end = None
        for index, block in enumerate(self.blocks):
            if block.kind != "table_row":
                continue
            this = (block.parent_id or "", block.text.count("\t"))
            if this != shape or index != end:
                self.runs.append((index, index))
            shape, end = this, index + 1
            self.tables[index] = len(self.runs) - 1
            self.runs[-1] = (self.runs[-1][0], end)

    def __len__(self) -> int:
        return len(self.blocks)

    @overload
    def __getitem__(self, at: int) -> Passage: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Passage]: ...

    def __getitem__(self, at: int | slice) -> Passage | Sequence[Passage]:
        """A passage, or those of a slice."""
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        made = self._made.get(at)
        if made is None:
            block = self.blocks[at]
            made = self._made[at] = Passage(block, level(block.text), self.tables[at])
        return made

    def apart(self, index: int) -> bool:
        """Whether a line stands above a passage: after paragraphs, before headings, tables and on top of a page."""
        if index in self.leaves:
            return True
        if not index:
            return False
        table, before = self.tables[index], self.tables[index - 1]
        if table >= 0 or before >= 0:
            return table != before
        return "list_item" not in (self.blocks[index - 1].kind, self.blocks[index].kind)

    def about(self, width: int, step: int) -> list[int]:
        """About how many lines each run of `step` passages takes, blank lines with them."""
        high = [-(-wide // width) or 1 for wide in self._wide]
        return [
            sum(high[low : low + step]) + sum(self._apart[low : low + step])
            for low in range(0, len(self), step)
        ]

    @cached_property
    def _wide(self) -> list[int]:
        """Cells of each text, by its length and that of its UTF-8 (3 bytes for 2 cells); 0 for rows of tables."""
        return [
            0 if table >= 0 else (len(text := block.text) + len(text.encode("utf-8", "surrogatepass"))) // 2
            for table, block in zip(self.tables, self.blocks, strict=True)
        ]

    @cached_property
    def _apart(self) -> bytes:
        return bytes(map(self.apart, range(len(self))))

    def table(self, number: int) -> Table:
        """A table with its merged cells."""
        if number not in self._tables:
            low, end = self.runs[number]
            rows = range(low, end)
            merged = {row - low: said for row in rows if (said := self.blocks[row].merged)}
            first = bisect_right(self._cuts, low)
            cuts = [row - low for row in self._cuts[first : bisect_left(self._cuts, end)]]
            self._tables[number] = Table(_Texts(self, low, end), merged, cuts, self.widths)
        return self._tables[number]

    def grid(self, number: int, width: int, left: int) -> Grid:
        """A table as it is drawn in a pane, with some columns out of view."""
        room, out, grid = self._grids.get(number, (0, 0, None))
        if grid is None or (room, out) != (width, left):
            grid = Grid(self.table(number), width, left)
            self._grids[number] = (width, left, grid)
        return grid

    @cached_property
    def _cuts(self) -> list[int]:
        return sorted(self.leaves)


def passages(
    blocks: Sequence[Block], leaves: Mapping[int, str] | None = None, widths: Widths = PRINTED
) -> Passages:
    """The blocks of a document, its table rows gathered into tables; pages in words by their first passage."""
    return Passages(blocks, leaves, widths)


def laid(items: Passages, index: int, width: int, left: int = 0) -> list[Laid]:
    """The lines of a passage at a width of the pane, `left` columns of wide tables being out of view."""
    passage = items[index]
    space = [Laid(index, part=Part.SPACE)] if items.apart(index) else []
    if passage.table >= 0:
        return [*space, *_row(items, index, items.grid(passage.table, width, left))]
    room = max(width - passage.indent, 8)
    spans = wrap(passage.text, room, items.widths)
    return space + [Laid(index, (Piece(passage.indent, *span),)) for span in spans]


def _row(items: Passages, index: int, grid: Grid) -> Iterator[Laid]:
    """The lines of a row, with that above it where there is one, and below the last one."""
    row = index - items.runs[items.tables[index]][0]
    first = row == grid.table.segment(row)
    if grid.ruled(row):
        yield Laid(index, (), grid.rule(None if first else row - 1, row), Part.RULE)
    frame = grid.frame(row)
    for line in grid.lines(row):
        yield Laid(index, tuple(Piece(*span) for span in line), frame)
    if grid.is_last(row):
        yield Laid(index, (), grid.rule(row, None), Part.END)
