"""The document reader: text and aligned tables drawn line by line, with marks on figures, terms and hits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec
from textual import events
from textual.message import Message
from typing_extensions import override

from hrss_tui.records import Block
from hrss_tui.tui.glyphs import UNICODE, Glyphs
from hrss_tui.tui.lines import Seg
from hrss_tui.tui.reading import Laid, Layout, Passage
from hrss_tui.tui.text import cells
from hrss_tui.tui.widgets.rows import Rows

AHEAD = 120
"""Passages laid out at once beyond the one that is asked for; the others follow while nothing else happens."""
PAUSE = 0.01
"""Seconds between two steps of laying out the rest."""
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

    class Linked(Message):
        """A figure was clicked."""

        def __init__(self, reader: Reader, mark: Mark) -> None:
            super().__init__()
            self.reader = reader
            self.mark = mark

    def __init__(self, signs: Glyphs = UNICODE, *, title: str = "", id: str | None = None) -> None:
        super().__init__(signs, title=title, id=id)
        self.passages: Sequence[Passage] = ()
        self.marks_of: Callable[[int], Sequence[Mark]] = _none
        self.hits: list[Mark] = []
        self.hit = -1
        self.mark: Mark | None = None
        self.spot: Mark | None = None
        self.numbers = False
        self.left = 0
        self._layout = Layout((), FIRST_WIDTH)
        self._fresh = True

    @property
    @override
    def items(self) -> int:
        return len(self.passages)

    @property
    @override
    def line_count(self) -> int:
        return len(self._layout.lines)

    def load(self, passages: Sequence[Passage], marks_of: Callable[[int], Sequence[Mark]]) -> None:
        """Show another document from its beginning."""
        self.passages, self.marks_of, self.cursor = passages, marks_of, 0
        self.hits, self.hit, self.mark, self.spot, self.left = [], -1, None, None, 0
        self._scroll_lines(0)
        self.reset()

    @override
    def first_line(self, item: int) -> int:
        self._reach(item)
        lines, first = self._layout.lines, self._layout.first
        line = first[item] if item < len(first) else 0
        return line + (line < len(lines) and not lines[line].pieces)

    @override
    def height_of(self, item: int) -> int:
        self._reach(item + 1)
        first = self._layout.first
        after = first[item + 1] if item + 1 < len(first) else self.line_count
        return max(1, after - self.first_line(item))

    @override
    def item_at(self, line: int) -> int:
        return self._layout.lines[line].item

    @override
    def drawn(self, line: int) -> bool:
        return bool(self._layout.lines[line].pieces)

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
        self._fresh = True
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

    @override
    def action_move(self, how: str) -> None:
        self._fresh = False
        super().action_move(how)

    def turn_hit(self, step: int) -> None:
        """The next or previous hit, around the end."""
        if self.hits:
            self._fresh = False
            self.hit = (self.hit + step) % len(self.hits)
            self._show_mark(self.hits[self.hit])
        self.refresh()

    def turn_mark(self, step: int) -> Mark | None:
        """The next or previous figure from where the cursor is; None past the last."""
        self._fresh = False
        found = self._after_mark(step) or self._first_mark(self.cursor + step * (self.mark is not None), step)
        self.mark = found
        if found is not None:
            self._show_mark(found)
        self.refresh()
        return found

    def _links(self, item: int) -> list[Mark]:
        return [mark for mark in self.marks_of(item) if mark.record]

    def _after_mark(self, step: int) -> Mark | None:
        """The figure beside the one that is shown, in the same passage."""
        links = self._links(self.mark.item) if self.mark is not None else []
        index = links.index(self.mark) + step if self.mark in links else -1
        return links[index] if 0 <= index < len(links) else None

    def _first_mark(self, item: int, step: int) -> Mark | None:
        """The first figure of the first passage from one on that has any, or going back the last."""
        while 0 <= item < self.items:
            links = self._links(item)
            if links:
                return links[0 if step > 0 else -1]
            item += step
        return None

    def mark_at(self, x: int, y: int) -> Mark | None:
        """The figure that is drawn at a cell of the widget."""
        line = y - self._fixed() + round(self.scroll_y)
        if y < self._fixed() or not 0 <= line < self.line_count:
            return None
        laid = self._layout.lines[line]
        passage = self.passages[laid.item]
        at = x - 1 - self._gutter() + (self.left if passage.table >= 0 else 0)
        for piece in laid.pieces:
            for mark in self._links(laid.item):
                low, high = max(mark.start, piece.start), min(mark.end, piece.end)
                left = piece.at + cells(passage.text[piece.start : low])
                if low < high and left <= at < left + cells(passage.text[low:high]):
                    return mark
        return None

    def on_click(self, event: events.Click) -> None:
        """A click on a figure chooses it; elsewhere it is as in every list."""
        mark = self.mark_at(event.x, event.y)
        if mark is not None:
            event.prevent_default()
            self.mark = mark
            self.post_message(self.Linked(self, mark))
            self.put(mark.item)

    def _show_mark(self, mark: Mark) -> None:
        self.spot = mark
        self.put(mark.item, top=mark.item != self.cursor and not self._in_view(mark))
        line = self._line_of(mark)
        if not self._in_view(mark):
            self._scroll_lines(line - self.page_lines // 3)
        self.refresh()

    def _line_of(self, mark: Mark) -> int:
        self._reach(mark.item)
        first, lines = self._layout.first[mark.item], self._layout.lines
        for line in range(first, first + self.height_of(mark.item) + 1):
            if line < len(lines) and any(piece.end > mark.start for piece in lines[line].pieces):
                return line
        return first

    def _in_view(self, mark: Mark) -> bool:
        top = round(self.scroll_y)
        return top <= self._line_of(mark) < top + self.page_lines

    def sideways(self, step: int) -> None:
        """Move wide tables."""
        widest = max((_end(line) for line in self._layout.lines), default=0)
        self.left = max(0, min(self.left + 8 * step, widest - self._text_width()))
        self.refresh()

    # Layout and drawing.

    @override
    def keep_place(self) -> None:
        """The same place at another width; what was opened stays at the top until somebody moves."""
        self._reveal(self._fresh)
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
        self._layout = Layout(self.passages, self._text_width())
        self._layout.reach(self.cursor + AHEAD)
        self._grow_later()

    def _reach(self, item: int) -> None:
        """Have a passage laid out, with what is in view below it."""
        if item >= len(self._layout.first) and not self._layout.done:
            self._layout.reach(item + AHEAD)
            super()._measure()

    def _grow_later(self) -> None:
        if not self._layout.done and self.is_attached:
            self.set_timer(PAUSE, self._grow)

    def _grow(self) -> None:
        """Lay out some more, between two keys."""
        if not self._layout.done:
            self._layout.reach(len(self._layout.first) + AHEAD)
            super()._measure()
            self.refresh()
            self._grow_later()

    @override
    def paint(self, line: int, width: int) -> list[Seg]:
        laid = self._layout.lines[line]
        passage = self.passages[laid.item]
        segs = [Seg(self._number(line, laid), "dim")] if self.numbers else []
        marks = [*self.marks_of(laid.item), *(hit for hit in self.hits if hit.item == laid.item)]
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


def _none(item: int) -> Sequence[Mark]:
    return ()


def offset_of(block: Block, line: int) -> int:
    """The offset in a block's text at which a source line begins."""
    pairs = zip(block.breaks[::2], block.breaks[1::2], strict=False)
    return max((start for start, number in pairs if number <= line), default=0)


def _end(line: Laid) -> int:
    return max((piece.at + 2 * (piece.end - piece.start) for piece in line.pieces), default=0)
