"""The document reader: text and aligned tables drawn line by line, with marks on figures, terms and hits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

import msgspec
from textual import events
from textual.message import Message
from typing_extensions import override

from hrss_tui.query.spans import offset_of
from hrss_tui.tui.paint.glyphs import UNICODE, Glyphs
from hrss_tui.tui.paint.lines import Seg
from hrss_tui.tui.reader.drawing import drawn_text, page_break
from hrss_tui.tui.reader.laying import Layout, Place, Spot
from hrss_tui.tui.reader.marks import Mark, Stand, beside, first_at, first_from, of_item
from hrss_tui.tui.reader.reading import Laid, Part, Passages
from hrss_tui.tui.widgets.rows import Rows

FIRST_WIDTH = 80
"""Assumed until the reader knows its width."""


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
        self.passages = Passages(())
        self.marks_of: Callable[[int], Sequence[Mark]] = _none
        self.hits: list[Mark] = []
        self.hit = -1
        self.mark: Mark | None = None
        self.spot: Mark | None = None
        self.numbers = False
        self.left = 0
        self._layout = Layout(self.passages, FIRST_WIDTH)
        self._fresh = True
        self._away = False
        """Whether the text was scrolled away from the cursor."""
        self._held = False
        """Whether it is being scrolled only because lines above have become more or fewer."""

    @property
    @override
    def items(self) -> int:
        return len(self.passages)

    @property
    @override
    def line_count(self) -> int:
        return self._layout.count

    def load(self, passages: Passages, marks_of: Callable[[int], Sequence[Mark]]) -> None:
        """Show another document from its beginning."""
        self.passages, self.marks_of, self.cursor = passages, marks_of, 0
        self.hits, self.hit, self.mark, self.spot, self.left = [], -1, None, None, 0
        self._scroll_lines(0)
        self.reset()

    @override
    def first_line(self, item: int) -> int:
        if not self.items:
            return 0
        self._look_at(self._layout.place_of(item))
        return self._text_line(item)

    @override
    def _edge(self, item: int, top: bool = False) -> int:
        """As in every list; the beginning is shown with what is drawn above it."""
        edge = super()._edge(item, top)
        return 0 if item == 0 and edge == self._text_line(0) else edge

    def _text_line(self, item: int) -> int:
        line = self._layout.first(item)
        while self._layout.at(line).part != Part.TEXT:
            line += 1
        return line

    @override
    def height_of(self, item: int) -> int:
        if not self.items:
            return 1
        return max(1, self._layout.first(item) + self._layout.height(item) - self._text_line(item))

    @override
    def item_at(self, line: int) -> int:
        return self._layout.at(line).item

    @override
    def drawn(self, line: int) -> bool:
        return self._layout.at(line).part == Part.TEXT

    def position(self) -> str:
        """The hit the reader stands at, else how far down it is."""
        if self.hits:
            return f"{self.hit + 1}/{len(self.hits)}"
        if self.line_count <= self.page_lines:
            return ""
        return f"{100 * min(self.line_count, round(self.scroll_y) + self.page_lines) // self.line_count}%"

    # Places.

    @property
    def stand(self) -> Stand:
        """How it shows its document: what is to be kept where that is opened anew."""
        return Stand(self.numbers, self.left, self.hit, self.mark)

    def take_stand(self, stand: Stand) -> None:
        """Show it so again."""
        self.numbers, self.left, self.mark = stand.numbers, stand.left, stand.mark
        self.hit = min(stand.hit, len(self.hits) - 1)
        self.reset(self.cursor)

    @property
    @override
    def edge(self) -> tuple[int, int]:
        return self._layout.spot(round(self.scroll_y)) if self.items else (0, 0)

    @override
    def bring_edge(self, edge: tuple[int, int]) -> None:
        if edge[0] < self.items:
            self._fresh = False
            self._look_at(self._layout.place_at(Spot(*edge)), at_top=True)

    @override
    def put(self, item: int, *, top: bool = False, tell: bool = True) -> None:
        self._away = False
        super().put(item, top=top, tell=tell)

    def seek_line(self, line: int) -> None:
        """Put the cursor on the passage that holds a source line, and that line into view."""
        self._fresh = True
        blocks = self.passages.blocks
        item = max(0, bisect_right(blocks, line, key=lambda block: block.line_start) - 1)
        self.put(item, top=True)
        if self.passages:
            offset = offset_of(self.passages[item].block, line)
            self._show_mark(Mark(item, offset, offset + 1))

    def set_hits(self, hits: Sequence[Mark], near: int) -> None:
        """Mark hits, which are in the order of the text, and stand at the first one at or after a passage."""
        self.hits = list(hits)
        self.hit = first_at(self.hits, near)
        self.turn_hit(0)

    @override
    def action_move(self, how: str) -> None:
        self._fresh = False
        super().action_move(how)

    @override
    def _walk(self, how: str) -> None:
        if how in ("page_down", "page_up"):
            self._turn(1 if how == "page_down" else -1)
        else:
            super()._walk(how)
        if how == "last":
            self._scroll_lines(self.line_count)

    def _turn(self, step: int) -> None:
        """A page on or back: the cursor by as many lines as are in view, the text so that no line is passed over."""
        page = step * max(1, self.page_lines - 1)
        goal = self.item_at(max(0, min(self.line_count - 1, self.first_line(self.cursor) + page)))
        edge, top = self._edge(goal), round(self.scroll_y)
        if goal != self.cursor and 0 <= (edge - top) * step <= abs(page):
            self.put(goal)
            return
        self._scroll_lines(top + page)
        end = self.items - 1 if step > 0 else 0
        if top != round(self.scroll_y):
            self._stand(goal)
        elif end != self.cursor:
            # Put again, a last passage that is higher than the page would be shown from its first line.
            self.put(end)

    def _stand(self, goal: int) -> None:
        """Put the cursor on a passage, or on the one next to it that is in view; nothing scrolls."""
        top = round(self.scroll_y)
        low, high = self.item_at(top), self.item_at(min(self.line_count, top + self.page_lines) - 1)
        item, before = max(low, min(goal, high)), self.cursor
        self.cursor, self._away = item, False
        self.refresh()
        if item != before:
            self.post_message(self.Moved(self, item))

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
        here, shown = self.cursor, self.mark
        found = beside(self.links, shown, step) if shown is not None else None
        if found is None:
            found = first_from(self.links, range(self.items), here if shown is None else here + step, step)
        self.mark = found
        if found is not None:
            self._show_mark(found)
        self.refresh()
        return found

    def links(self, item: int) -> list[Mark]:
        """The marks of a passage that are links."""
        return [mark for mark in self.marks_of(item) if mark.record]

    def mark_at(self, x: int, y: int) -> Mark | None:
        """The figure that is drawn at a cell of the widget."""
        line = y - self._fixed() + round(self.scroll_y)
        if y < self._fixed() or not 0 <= line < self.line_count:
            return None
        laid = self._layout.at(line)
        passage = self.passages[laid.item]
        at = x - 1 - self._gutter()
        for piece in laid.pieces:
            for mark in self.links(laid.item):
                low, high = max(mark.start, piece.start), min(mark.end, piece.end)
                widths = self.passages.widths
                left = piece.at + widths.of(passage.text[piece.start : low])
                if low < high and left <= at < left + widths.of(passage.text[low:high]):
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
        self._bring(mark)
        self.put(mark.item, top=mark.item != self.cursor and not self._in_view(mark))
        if not self._in_view(mark):
            self._scroll_lines(self._line_of(mark) - self.page_lines // 3)
        self.refresh()

    def _line_of(self, mark: Mark) -> int:
        place = self._layout.place_at(Spot(mark.item, mark.start))
        self._look_at(place)
        return self._layout.line(place)

    def _in_view(self, mark: Mark) -> bool:
        line, top = self._line_of(mark), round(self.scroll_y)
        return top <= line < top + self.page_lines

    @override
    def sideways(self, step: int) -> None:
        """Bring other columns of the wide tables into view, one at a time."""
        top = round(self.scroll_y)
        lines = range(top, min(self.line_count, top + self.page_lines))
        tables = {self.passages.tables[self.item_at(line)] for line in lines} - {-1}
        width = self._text_width()
        most = max((self.passages.grid(table, width, self.left).view.most for table in tables), default=0)
        self._leave_out(max(0, min(self.left, most) + step) if step < 0 else min(self.left + step, most))

    def _leave_out(self, columns: int) -> None:
        """Have so many columns of wide tables out of view."""
        if columns != self.left:
            self.left = columns
            self._measure()
            self.refresh()

    def _bring(self, mark: Mark) -> None:
        """Bring the column into view in which a mark stands."""
        passage = self.passages[mark.item]
        if passage.table < 0:
            return
        view = self.passages.grid(passage.table, self._text_width(), self.left).view
        column = passage.text.count("\t", 0, mark.start)
        if view.most and column not in view.columns:
            self._leave_out(self.passages.grid(passage.table, self._text_width(), 0).out(column))

    # Layout and drawing.

    @override
    def keep_place(self) -> None:
        """The same place at another size; what was opened stays at the top until somebody moves."""
        if self._fresh:
            self._reveal(True)
        elif self._away:
            self._note_sight()  # a larger size may show the cursor again, which is kept in view from then on
            return
        elif self.height_of(self.cursor) < self.page_lines or not self._in_sight():
            self._reveal(False)
        if self.spot is not None and self.spot.item == self.cursor:
            self._show_mark(self.spot)

    def _in_sight(self) -> bool:
        """Whether some line in view is of the passage under the cursor."""
        top = round(self.scroll_y)
        last = min(self.line_count, top + self.page_lines) - 1
        return self.item_at(top) <= self.cursor <= self.item_at(last)

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
        """Lay out anew where document or width are others; the upper edge stays where it is in the text."""
        self._measured = (self.size, self.scrollable_size)
        old, line = self._layout, round(self.scroll_y)
        if old.items is not self.passages or (old.width, old.left) != (self._text_width(), self.left):
            self._layout = Layout(self.passages, self._text_width(), self.left)
        if not self.items or old.items is not self.passages:
            self._hold(Place(0, 0))
        elif old is self._layout:
            self._look_at(old.place(line))
        else:
            self._look_at(self._layout.place_at(old.spot(line)), at_top=True)

    def _look_at(self, place: Place, *, at_top: bool = False) -> None:
        """Have what is around a place laid out, the upper edge keeping its text, or showing that place."""
        top = place if at_top else self._layout.place(round(self.scroll_y))
        self._layout.around(place, 2 * self.page_lines)
        self._hold(top)

    def _hold(self, top: Place) -> None:
        """Take note of how many lines there are now, with a place at the upper edge wherever it has moved to."""
        held, self._held, measured = self._held, True, self._measured
        super()._measure()
        self._measured = measured  # the lines are still those of the size they were laid out for
        if self.items:
            self._scroll_lines(self._layout.line(top))
        self._held = held

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """However the text was scrolled: lay out what comes into view. The end is the end, however far it was."""
        super().watch_scroll_y(old_value, new_value)
        if self.items and self._layout.items is self.passages:
            last = 0 < self.max_scroll_y <= new_value
            self._look_at(self._layout.place(round(new_value)))
            if last:
                self._scroll_lines(self.line_count)
            self._note_sight()

    def _note_sight(self) -> None:
        if not self._held:
            self._away = not self._in_sight()
            self._fresh = self._fresh and not self._away

    @override
    def paint(self, line: int, width: int) -> list[Seg]:
        laid = self._layout.at(line)
        leaf = self.passages.leaves.get(laid.item)
        if leaf and laid.part == Part.SPACE:
            return page_break(self.signs, leaf, width)
        segs = [Seg(self._number(line, laid), "dim")] if self.numbers else []
        return segs + drawn_text(self.passages, laid, self._marks_on(laid.item))

    def _marks_on(self, item: int) -> list[Mark]:
        """Figures, terms and hits of a passage; what one stands at comes last and wins."""
        chosen = [self.hits[self.hit]] if self.hits else []
        if self.mark is not None:
            chosen.append(self.mark)
        now = [msgspec.structs.replace(one, style="now") for one in chosen if one.item == item]
        return [*self.marks_of(item), *of_item(self.hits, item), *now]

    def _number(self, line: int, laid: Laid) -> str:
        block, wide = self.passages[laid.item].block, self._gutter()
        if laid.part != Part.TEXT or line != self._text_line(laid.item):
            return " " * wide
        return f"{block.line_start:>{wide - 1}} "


def _none(item: int) -> Sequence[Mark]:
    return ()
