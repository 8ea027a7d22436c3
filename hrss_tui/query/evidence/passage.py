"""A sentence of a document with its neighbours, or a row of a table with its heads, figures marked where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby, islice, pairwise
from typing import NamedTuple

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.query.spans import Span, Spans
from hrss_tui.records import Block
from hrss_tui.words import Phrase

_SENTENCE = re.compile(r"[^。！？!?]{0,4000}[。！？!?]+[”’」』）)]*|[^。！？!?]{1,4000}")
HEADS = 4
"""Rows of a table without figures, from its top, that are shown as its heads."""
MOST = 1200
"""Characters of a sentence that are shown whole."""
WIDEST = 120
"""Columns of a row that are shown; of a wider one those that are meant, and the first."""
GAP = "…"
"""Stands where columns are left out."""


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
    blocks: Sequence[Block], tables: Tables, at: int, lit: Sequence[Span], leaf: Phrase | None
) -> Passage:
    """The passage around the block of a number, with what is lit in it."""
    block = blocks[at]
    table = block.kind == "table_row"
    lines = _rows(blocks, tables, at, lit) if table else _sentences(blocks, at, lit)
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
    if not lit:
        return (Bit(text[start:end]),) if start < end else ()
    cuts = {start, end}
    for span in lit:
        cuts.update(cut for cut in (span.start, span.end) if start < cut < end)
    return tuple(
        Bit(text[low:high], any(span.start <= low and high <= span.end for span in lit))
        for low, high in pairwise(sorted(cuts))
    )


# Rows.


class Tables:
    """The tables of a document, or their pages: rows that follow each other with as many cells. Each is gone through once."""

    def __init__(self, blocks: Sequence[Block], spans: Spans) -> None:
        self._blocks = blocks
        self._spans = spans
        self._plain: dict[tuple[int, tuple[int | None, ...]], tuple[Text, ...]] = {}

    @cached_property
    def _runs(self) -> list[tuple[int, int]]:
        """Of each block the [first, end) of the rows of its like; of one that is no row itself alone."""
        found: list[tuple[int, int]] = []
        for shape, run in groupby(self._blocks, key=_shape):
            low, count = len(found), len(list(run))
            alone = [(at, at + 1) for at in range(low, low + count)]
            found += alone if shape is None else [(low, low + count)] * count
        return found

    def around(self, at: int) -> tuple[int, int, int]:
        """First row, first one that is no head, and end of the table of a row."""
        low, end = self._runs[at]
        top = low
        while top < min(at, low + HEADS) and not self._spans.of(self._blocks[top]):
            top += 1
        while top > low + 1 and _is_named_alone(self._blocks[top - 1]):
            top -= 1
        return low, top, end

    def plain(self, at: int, columns: tuple[int | None, ...]) -> tuple[Text, ...]:
        """The cells of a row in some columns, nothing lit: heads and neighbours stand beside many rows."""
        key = at, columns
        if key not in self._plain:
            self._plain[key] = _cells(self._blocks[at], columns, ())
        return self._plain[key]


def _rows(blocks: Sequence[Block], tables: Tables, at: int, lit: Sequence[Span]) -> list[Line]:
    """The heads of the table, the row before, the row, the row after; columns in which no row has anything are left out."""
    low, top, end = tables.around(at)
    near = [row for row in (at - 1, at, at + 1) if top <= row < end]
    shown = tuple(_columns([blocks[row].text.split("\t") for row in near], _column_of(blocks[at].text, lit)))
    return [
        *(Line(tables.plain(row, shown), head=True) for row in range(low, top)),
        *(
            Line(_cells(blocks[at], shown, lit)) if row == at else Line(tables.plain(row, shown), near=True)
            for row in near
        ),
    ]


def _is_named_alone(row: Block) -> bool:
    """Has a row a name and nothing beside it: no further line of the heads, but a row whose figures are blank?"""
    first, *others = row.text.split("\t")
    return bool(first.strip()) and not any(map(str.strip, others))


def _column_of(text: str, lit: Sequence[Span]) -> list[int]:
    """The columns of a row in which the figures that are meant stand, at most `WIDEST` of them."""
    ends = list(accumulate(len(part) + 1 for part in text.split("\t")))
    return list(dict.fromkeys(bisect_right(ends, span.start) for span in lit))[:WIDEST]


def _columns(rows: Sequence[Sequence[str]], meant: Sequence[int]) -> list[int | None]:
    """The columns in which any of the rows has something; None stands for those that there is no room for."""
    longest = max(map(len, rows))
    used = [at for at in range(longest) if any(at < len(row) and row[at].strip() for row in rows)]
    if len(used) <= WIDEST:
        return [*used]
    kept = set(islice(dict.fromkeys((*meant, *used)), WIDEST))
    runs = groupby(used, key=lambda at: at in kept)
    return [at for is_kept, run in runs for at in (run if is_kept else (None,))]


def _shape(block: Block) -> tuple[str, str, int] | None:
    if block.kind != "table_row":
        return None
    return block.doc_id, block.parent_id or "", block.text.count("\t")


def _cells(block: Block, columns: Sequence[int | None], lit: Sequence[Span]) -> tuple[Text, ...]:
    """The cells of a row in some columns; a cell is shown as far as a sentence is."""
    parts = block.text.split("\t")
    starts = [0, *accumulate(len(part) + 1 for part in parts)]
    found: list[Text] = []
    for column in columns:
        if column is None:
            found.append((Bit(GAP),))
        elif column < len(parts) and parts[column]:
            start = starts[column]
            found.append(tuple(map(_short, marked(block.text, start, start + len(parts[column]), lit))))
        else:
            found.append(())
    return tuple(found)


def _short(bit: Bit) -> Bit:
    """A piece of a cell; of a long one its beginning and its end."""
    if bit.lit or len(bit.text) <= MOST:
        return bit
    return Bit(f"{bit.text[: MOST // 2]}{GAP}{bit.text[-MOST // 2 :]}")
