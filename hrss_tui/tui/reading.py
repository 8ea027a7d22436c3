"""A document as the reader draws it: passages of text and rows of tables, laid out for a width. Pure.

A table is a run of rows with the same number of cells; its columns are as wide as what stands in them
allows, numbers are never broken, and columns in which nothing stands are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

import msgspec

from hrss_tui.records import Block
from hrss_tui.tui.text import cells, level, wrap

GAP = 2
HEAD = 8
"""Cells a heading may claim for its column."""
NAME = 12
"""Cells a column of names keeps before the table grows wider than the pane."""
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


def passages(blocks: Iterable[Block]) -> list[Passage]:
    """The blocks of a document, its table rows gathered into tables."""
    found: list[Passage] = []
    table, before = -1, ("", 0)
    for block in blocks:
        text = level(block.text)
        if block.kind == "table_row":
            shape = (block.parent_id or "", text.count("\t"))
            if shape != before:
                table, before = table + 1, shape
            found.append(Passage(block, text, table))
        else:
            before = ("", 0)
            found.append(Passage(block, text))
    return found


class Layout:
    """The lines of passages at a width, laid out from the beginning as far as anybody has asked for.

    A blank line stands after paragraphs and before headings and tables. `lines` and `first` (the first line of
    each passage) grow; what is there does not change.
    """

    def __init__(self, items: Sequence[Passage], width: int) -> None:
        self.items = items
        self.width = width
        self.lines: list[Laid] = []
        self.first: list[int] = []
        self._columns: tuple[int, list[int]] = (-1, [])

    @property
    def done(self) -> bool:
        """Whether all passages are laid out."""
        return len(self.first) == len(self.items)

    def reach(self, item: int) -> None:
        """Lay out the passages up to one, and that one."""
        for index in range(len(self.first), min(item + 1, len(self.items))):
            self.first.append(len(self.lines))
            self.lines += self._laid(index)

    def _laid(self, index: int) -> list[Laid]:
        passage = self.items[index]
        space = [Laid(index, ())] if index and _apart(self.items[index - 1], passage) else []
        if passage.table >= 0:
            return space + _row(index, passage, self._widths(index))
        room = max(self.width - passage.indent, 8)
        return space + [Laid(index, (Piece(passage.indent, *span),)) for span in wrap(passage.text, room)]

    def _widths(self, index: int) -> list[int]:
        """Width of each column of the table a row belongs to; 0 for a column in which nothing stands."""
        table = self.items[index].table
        if self._columns[0] != table:
            rows = takewhile(lambda passage: passage.table == table, islice(self.items, index, None))
            self._columns = table, _fit([row.text.split("\t") for row in rows], self.width)
        return self._columns[1]


def _apart(before: Passage, passage: Passage) -> bool:
    if passage.table >= 0:
        return before.table != passage.table
    return before.table >= 0 or "list_item" not in (before.block.kind, passage.block.kind)


def _fit(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Columns as wide as their cells; names give way down to `NAME`, then the table is wider than the pane."""
    body = next((at for at, row in enumerate(rows) if _has_amount(row)), 0)
    full = [_widest(column, body) for column in zip(*rows, strict=True)]
    least = [_least(column, body) for column in zip(*rows, strict=True)]
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
