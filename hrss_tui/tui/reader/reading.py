"""A document as the reader draws it: passages of text and rows of tables, laid out for a width. Pure.

A table is a run of rows with the same number of cells; its columns are as wide as what stands in them
allows, numbers are never broken, and columns in which nothing stands are left out.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import overload

import msgspec

from hrss_tui.records import Block
from hrss_tui.tui.paint.text import cells, level, wrap

GAP = 2
HEAD = 8
"""Cells a heading may claim for its column."""
NAME = 12
"""Cells a column of names keeps before the table grows wider than the pane."""
ROWS = 1000
"""Rows by which the columns of a longer table are fitted: its first ones, the others evenly spread."""
_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+%?|\d+( \d+)+|/")


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


class Laid(msgspec.Struct, frozen=True):
    """One line on screen: which passage, and which pieces of it."""

    item: int
    pieces: tuple[Piece, ...]


class Passages(Sequence[Passage]):
    """The blocks of a document as passages, each made when it is asked for; table rows are gathered into tables.

    `runs` are the tables: [first, end) of the passages of each, by its number; `leaves` are the pages or sheets in
    words, each by its first passage.
    """

    def __init__(self, blocks: Sequence[Block], leaves: Mapping[int, str] | None = None) -> None:
        self.blocks = blocks
        self.leaves = leaves or {}
        self.tables = array("i", [-1]) * len(blocks)
        self.runs: list[tuple[int, int]] = []
        self._made: dict[int, Passage] = {}
        self._needs: dict[int, tuple[list[int], list[int]]] = {}
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

    def columns(self, table: int, width: int) -> list[int]:
        """Width of each column of a table in a pane; 0 for a column in which nothing stands."""
        if table not in self._needs:
            low, end = self.runs[table]
            half = min(end, low + ROWS // 2)
            rows = (*range(low, half), *range(half, end, 1 + (end - low) // ROWS))
            self._needs[table] = _needs([self[row].text.split("\t") for row in rows])
        return _fit(*self._needs[table], width)


def passages(blocks: Sequence[Block], leaves: Mapping[int, str] | None = None) -> Passages:
    """The blocks of a document, its table rows gathered into tables; pages in words by their first passage."""
    return Passages(blocks, leaves)


def laid(items: Passages, index: int, width: int) -> list[Laid]:
    """The lines of a passage at a width of the pane."""
    passage = items[index]
    space = [Laid(index, ())] if items.apart(index) else []
    if passage.table >= 0:
        return space + _row(index, passage, items.columns(passage.table, width))
    room = max(width - passage.indent, 8)
    return space + [Laid(index, (Piece(passage.indent, *span),)) for span in wrap(passage.text, room)]


def _needs(rows: Sequence[Sequence[str]]) -> tuple[list[int], list[int]]:
    """How wide each column of a table would be, and what it cannot do without."""
    body = next((at for at, row in enumerate(rows) if _has_amount(row)), 0)
    columns = list(zip(*rows, strict=True))
    return [_widest(column, body) for column in columns], [_least(column, body) for column in columns]


def _fit(full: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """Columns as wide as their cells; names give way down to `NAME`, then the table is wider than the pane."""
    room = width - GAP * (sum(map(bool, full)) - 1)
    for cap in range(64, NAME - 2, -2):
        fitted = [min(wide, max(cap, low)) for wide, low in zip(full, least, strict=True)]
        if sum(fitted) <= room:
            return fitted
    return [min(wide, max(NAME, low)) for wide, low in zip(full, least, strict=True)]


def _has_amount(row: Sequence[str]) -> bool:
    return any("." in text and _NUMBER.fullmatch(text.strip()) for text in row)


def _widest(column: Sequence[str], body: int) -> int:
    heads = max((min(cells(text.strip()), HEAD) for text in column[:body]), default=0)
    return max([heads, *(cells(text.strip()) for text in column[body:])])


def _least(column: Sequence[str], body: int) -> int:
    """What a column cannot do without: its numbers whole."""
    return max([2, *(len(text.strip()) for text in column[body:] if _NUMBER.fullmatch(text.strip()))])


def _row(index: int, passage: Passage, widths: Sequence[int]) -> list[Laid]:
    at, start = 0, 0
    lines: list[list[Piece]] = [[]]
    for text, wide in zip(passage.text.split("\t"), widths, strict=True):
        inner = text.strip()
        if inner:
            first = start + text.index(inner)
            for depth, (low, high) in enumerate(wrap(inner, wide)):
                if depth == len(lines):
                    lines.append([])
                shift = wide - len(inner) if _NUMBER.fullmatch(inner) else 0
                lines[depth].append(Piece(at + max(shift, 0), first + low, first + high))
        start += len(text) + 1
        at += wide + GAP if wide else 0
    return [Laid(index, tuple(pieces)) for pieces in lines]
