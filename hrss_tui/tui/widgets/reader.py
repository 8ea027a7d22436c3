"""The document reader: text and aligned tables drawn line by line, with marks on figures, terms and hits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec
from typing_extensions import override

from hrss_tui.records import Block
from hrss_tui.tui.glyphs import UNICODE, Glyphs
from hrss_tui.tui.lines import Seg
from hrss_tui.tui.reading import Laid, Passage, lay_out
from hrss_tui.tui.text import cells
from hrss_tui.tui.widgets.rows import Rows

FIRST_WIDTH = 80
"""Assumed until the reader knows its width."""
KINDS = {"heading": "head", "note": "dim"}


class Mark(msgspec.Struct, frozen=True, order=True):
    """A stretch [start, end) of a passage in a style; `record` is what it is a link to."""

    item: int
    start: int
    end: int
    style: str = "figure"
    record: str = ""


class Reader(Rows):
    """Passages of one document; the cursor walks over passages, `mark` over figures."""

    def __init__(self, signs: Glyphs = UNICODE, *, title: str = "", id: str | None = None) -> None:
        super().__init__(signs, title=title, id=id)
        self.passages: Sequence[Passage] = ()
        self.marks: Mapping[int, Sequence[Mark]] = {}
        self.hits: list[Mark] = []
        self.hit = -1
        self.mark: Mark | None = None
        self.spot: Mark | None = None
        self.numbers = False
        self.left = 0
        self._laid: list[Laid] = []
        self._first: list[int] = []
        self._sized = False

    @property
    @override
    def items(self) -> int:
        return len(self.passages)

    @property
    @override
    def line_count(self) -> int:
        return len(self._laid)

    def load(self, passages: Sequence[Passage], marks: Mapping[int, Sequence[Mark]]) -> None:
        """Show another document from its beginning."""
        self.passages, self.marks = passages, marks
        self.hits, self.hit, self.mark, self.spot, self.left = [], -1, None, None, 0
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True)
        self.reset()

    @override
    def first_line(self, item: int) -> int:
        line = self._first[item] if item < len(self._first) else 0
        return line + (line < len(self._laid) and not self._laid[line].pieces)

    @override
    def height_of(self, item: int) -> int:
        after = self._first[item + 1] if item + 1 < len(self._first) else len(self._laid)
        return max(1, after - self.first_line(item))

    @override
    def item_at(self, line: int) -> int:
        return self._laid[line].item

    @override
    def drawn(self, line: int) -> bool:
        return bool(self._laid[line].pieces)

    def position(self) -> str:
        """The hit the reader stands at, else how far down it is."""
        if self.hits:
            return f"{self.hit + 1}/{len(self.hits)}"
        if self.line_count <= self.page_lines:
            return ""
        return f"{100 * min(self.line_count, round(self.scroll_y) + self.page_lines) // self.line_count}%"

    # Places.

    def seek_line(self, line: int) -> None:
        """Put the cursor on the passage that holds a source line, and that line into view."""
        starts = [passage.block.line_start for passage in self.passages]
        item = max(0, bisect_right(starts, line) - 1)
        self.put(item, top=True)
        if self.passages:
            offset = offset_of(self.passages[item].block, line)
            self._show_mark(Mark(item, offset, offset + 1))

    def set_hits(self, hits: Sequence[Mark], near: int) -> None:
        """Mark hits and stand at the first one at or after a passage."""
        self.hits = list(hits)
        self.hit = next((index for index, hit in enumerate(self.hits) if hit.item >= near), 0) if hits else -1
        self.turn_hit(0)

    def turn_hit(self, step: int) -> None:
        """The next or previous hit, around the end."""
        if self.hits:
            self.hit = (self.hit + step) % len(self.hits)
            self._show_mark(self.hits[self.hit])
        self.refresh()

    def turn_mark(self, step: int) -> Mark | None:
        """The next or previous figure from where the cursor is; None past the last."""
        figures = [mark for item in sorted(self.marks) for mark in self.marks[item] if mark.record]
        here = self.mark if self.mark in figures else None
        if here is not None:
            index = figures.index(here) + step
        else:
            after = sum(mark.item < self.cursor for mark in figures)
            index = after if step > 0 else after - 1
        if not 0 <= index < len(figures):
            self.mark = None
            self.refresh()
            return None
        self.mark = figures[index]
        self._show_mark(figures[index])
        return figures[index]

    def _show_mark(self, mark: Mark) -> None:
        self.spot = mark
        self.put(mark.item, top=mark.item != self.cursor and not self._in_view(mark))
        line = self._line_of(mark)
        if not self._in_view(mark):
            self._scroll_lines(line - self.page_lines // 3)
        self.refresh()

    def _line_of(self, mark: Mark) -> int:
        first = self._first[mark.item]
        for line in range(first, first + self.height_of(mark.item) + 1):
            if line < len(self._laid) and any(piece.end > mark.start for piece in self._laid[line].pieces):
                return line
        return first

    def _in_view(self, mark: Mark) -> bool:
        top = round(self.scroll_y)
        return top <= self._line_of(mark) < top + self.page_lines

    def sideways(self, step: int) -> None:
        """Move wide tables."""
        widest = max((_end(line) for line in self._laid), default=0)
        self.left = max(0, min(self.left + 8 * step, widest - self._text_width()))
        self.refresh()

    # Layout and drawing.

    @override
    def keep_place(self) -> None:
        """The same place at another width; the first time this is what brings it to the top."""
        self._reveal(not self._sized)
        self._sized = True
        if self.spot is not None and self.spot.item == self.cursor:
            self._show_mark(self.spot)

    def _gutter(self) -> int:
        last = self.passages[-1].block.line_end if self.passages else 0
        return len(str(last)) + 2 if self.numbers else 0

    def _text_width(self) -> int:
        return max(8, (self.size.width or FIRST_WIDTH) - 2 - self._gutter())

    def toggle_numbers(self) -> None:
        """Show or hide the line numbers of the source."""
        self.numbers = not self.numbers
        self.reset(self.cursor)

    def _measure(self) -> None:
        self._lay_out()
        super()._measure()

    def _lay_out(self) -> None:
        self._laid = lay_out(self.passages, self._text_width())
        self._first = []
        for index, line in enumerate(self._laid):
            while len(self._first) <= line.item:
                self._first.append(index)

    @override
    def paint(self, line: int, width: int) -> list[Seg]:
        laid = self._laid[line]
        passage = self.passages[laid.item]
        segs = [Seg(self._number(line, laid), "dim")] if self.numbers else []
        marks = [*self.marks.get(laid.item, ()), *(hit for hit in self.hits if hit.item == laid.item)]
        if self.hits and self.hits[self.hit].item == laid.item:
            marks.append(msgspec.structs.replace(self.hits[self.hit], style="now"))
        if self.mark is not None and self.mark.item == laid.item:
            marks.append(msgspec.structs.replace(self.mark, style="now"))
        shift = self.left if passage.table >= 0 else 0
        at = shift
        for piece in laid.pieces:
            if piece.at < shift:
                continue
            segs.append(Seg(" " * (piece.at - at)))
            drawn = self._marked(passage, piece.start, piece.end, marks)
            segs += drawn
            at = piece.at + sum(cells(text) for text, _ in drawn)
        return segs

    def _number(self, line: int, laid: Laid) -> str:
        block, wide = self.passages[laid.item].block, self._gutter()
        if not laid.pieces or line != self.first_line(laid.item):
            return " " * wide
        return f"{block.line_start:>{wide - 1}} "

    def _marked(self, passage: Passage, start: int, end: int, marks: Sequence[Mark]) -> list[Seg]:
        """The text [start, end) split where marks begin and end; the last mark of a place wins."""
        plain = KINDS.get(passage.block.kind, "")
        cuts = {start, end}
        for mark in marks:
            cuts.update(at for at in (mark.start, mark.end) if start < at < end)
        segs, places = [], sorted(cuts)
        for low, high in pairwise(places):
            over = [mark.style for mark in marks if mark.start <= low and high <= mark.end]
            segs.append(Seg(passage.text[low:high], over[-1] if over else plain))
        return segs


def offset_of(block: Block, line: int) -> int:
    """The offset in a block's text at which a source line begins."""
    pairs = zip(block.breaks[::2], block.breaks[1::2], strict=True)
    return max((start for start, number in pairs if number <= line), default=0)


def _end(line: Laid) -> int:
    return max((piece.at + 2 * (piece.end - piece.start) for piece in line.pieces), default=0)
