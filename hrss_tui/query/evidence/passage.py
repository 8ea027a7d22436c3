"""A sentence of a document with its neighbours, or a row of a table with its heads, figures marked where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from hrss_tui.query.spans import Span, Spans
from hrss_tui.records import Block
from hrss_tui.words import Phrase

_SENTENCE = re.compile(r"[^。！？!?]{0,4000}[。！？!?]+[”’」』）)]*|[^。！？!?]{1,4000}")
HEADS = 4
"""Rows of a table without figures, from its top, that are shown as its heads."""
MOST = 1200
"""Characters of a sentence that are shown whole."""


class Bit(NamedTuple):
    """A piece of a text; `lit` where it is the figure."""

    text: str
    lit: bool = False


Text = tuple[Bit, ...]


class Line(msgspec.Struct, frozen=True):
    """A sentence (one cell) or a row; `near` where it only stands beside what is meant, `head` above it."""

    cells: tuple[Text, ...]
    near: bool = False
    head: bool = False


class Passage(msgspec.Struct, frozen=True):
    """Where a figure stands: its lines in printed order, the headings above, the page; `table` where they are rows."""

    doc_id: str
    line_start: int
    line_end: int
    section: str
    leaf: Phrase | None
    table: bool
    lines: tuple[Line, ...]

    @property
    def place(self) -> str:
        """`document:line`."""
        return f"{self.doc_id}:{self.line_start}"

    @property
    def found(self) -> bool:
        """Whether the figure itself was found in the text."""
        return any(bit.lit for line in self.lines for cell in line.cells for bit in cell)


def passage(
    blocks: Sequence[Block], spans: Spans, at: int, lit: Sequence[Span], leaf: Phrase | None
) -> Passage:
    """The passage around the block of a number, with what is lit in it."""
    block = blocks[at]
    table = block.kind == "table_row"
    lines = _rows(blocks, spans, at, lit) if table else _sentences(blocks, at, lit)
    return Passage(block.doc_id, block.line_start, block.line_end, block.section, leaf, table, tuple(lines))


# Sentences.


def _sentences(blocks: Sequence[Block], at: int, lit: Sequence[Span]) -> Iterator[Line]:
    """The sentences from the first figure to the last, with the one before and the one after."""
    text = blocks[at].text
    cuts = [match.span() for match in _SENTENCE.finditer(text)] or [(0, len(text))]
    first = min((span.start for span in lit), default=0)
    last = max((span.end for span in lit), default=len(text))
    meant = [number for number, (start, end) in enumerate(cuts) if end > first and start < last]
    before = _before(blocks, at, cuts, meant[0] if meant else 0)
    if before:
        yield Line(((Bit(before),),), near=True)
    for number in meant:
        yield Line((marked(text, *cuts[number], lit),))
    after = _after(blocks, at, cuts, meant[-1] if meant else len(cuts) - 1)
    if after:
        yield Line(((Bit(after),),), near=True)


def _before(blocks: Sequence[Block], at: int, cuts: Sequence[tuple[int, int]], first: int) -> str:
    if first:
        return blocks[at].text[slice(*cuts[first - 1])].strip()
    other = blocks[at - 1] if at else None
    return _edge(other, -1) if other is not None and _beside(other, blocks[at]) else ""


def _after(blocks: Sequence[Block], at: int, cuts: Sequence[tuple[int, int]], last: int) -> str:
    if last + 1 < len(cuts):
        return blocks[at].text[slice(*cuts[last + 1])].strip()
    other = blocks[at + 1] if at + 1 < len(blocks) else None
    return _edge(other, 0) if other is not None and _beside(other, blocks[at]) else ""


def _beside(other: Block, block: Block) -> bool:
    """Whether a block goes on with what another says: text of the same section."""
    return other.doc_id == block.doc_id and other.kind != "table_row" and other.section == block.section


def _edge(block: Block, which: int) -> str:
    """The first or last sentence of a block, at most `MOST` characters of it."""
    found = [match[0].strip() for match in _SENTENCE.finditer(block.text)]
    return found[which][:MOST] if found else ""


def marked(text: str, start: int, end: int, lit: Sequence[Span]) -> Text:
    """The text [start, end) in pieces, the figures lit."""
    cuts = {start, end}
    for span in lit:
        cuts.update(cut for cut in (span.start, span.end) if start < cut < end)
    return tuple(
        Bit(text[low:high], any(span.start <= low and high <= span.end for span in lit))
        for low, high in pairwise(sorted(cuts))
    )


# Rows.


def _rows(blocks: Sequence[Block], spans: Spans, at: int, lit: Sequence[Span]) -> list[Line]:
    """The heads of the table, the row before, the row, the row after; columns in which no row has anything are left out."""
    low, end = _run(blocks, at)
    top = low
    while top < min(at, low + HEADS) and not spans.of(blocks[top]):
        top += 1
    lines = [Line(_cells(blocks[row], ()), head=True) for row in range(low, top)]
    for row in (at - 1, at, at + 1):
        if top <= row < end:
            lines.append(Line(_cells(blocks[row], lit if row == at else ()), near=row != at))
    used = [
        column
        for column in range(max(len(line.cells) for line in lines))
        if any(column < len(line.cells) and _said(line.cells[column]) for line in lines if not line.head)
    ]
    return [
        msgspec.structs.replace(
            line, cells=tuple(line.cells[column] if column < len(line.cells) else () for column in used)
        )
        for line in lines
    ]


def _run(blocks: Sequence[Block], at: int) -> tuple[int, int]:
    """[first, end) of the rows that follow each other with as many cells: one table, or one page of it."""
    shape = _shape(blocks[at])
    low = at
    while low and _shape(blocks[low - 1]) == shape:
        low -= 1
    end = at + 1
    while end < len(blocks) and _shape(blocks[end]) == shape:
        end += 1
    return low, end


def _shape(block: Block) -> tuple[str, str, int] | None:
    if block.kind != "table_row":
        return None
    return block.doc_id, block.parent_id or "", block.text.count("\t")


def _cells(block: Block, lit: Sequence[Span]) -> tuple[Text, ...]:
    found, start = [], 0
    for part in block.text.split("\t"):
        found.append(tuple(marked(block.text, start, start + len(part), lit)) if part else ())
        start += len(part) + 1
    return tuple(found)


def _said(cell: Text) -> bool:
    return any(bit.text.strip() for bit in cell)
