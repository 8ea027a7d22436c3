"""A scrolling list drawn line by line: as fast with a hundred thousand lines as with ten.

Items are what the cursor walks over; an item takes one or more lines. A subclass says how many items there
are and how a line of one looks; everything else (cursor, keys, mouse, scrolling, title) is here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip

from hrss_tui.tui.keys.actions import bindings
from hrss_tui.tui.paint.glyphs import UNICODE, Glyphs
from hrss_tui.tui.paint.lines import Seg
from hrss_tui.tui.paint.styles import style_in
from hrss_tui.tui.paint.text import cells, clean, cut

_UPRIGHT = Style(reverse=False)


class Frame(NamedTuple):
    """What all lines of a widget have in common while it is drawn: style, width, the lines that stay on top and below."""

    base: Style
    width: int
    fixed: list[Sequence[Seg]]
    below: list[Sequence[Seg]]


class WholeCells(ScrollBarRender):
    """A scroll bar whose ends are no parts of a cell: nothing but grounds is drawn."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]


class Rows(ScrollView, can_focus=True):
    """Base of every list; `items` counts what the cursor walks over."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("list"))

    # As the toolkit has it other lines lay out the whole screen anew, wherever they stand.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    class Moved(Message):
        """The cursor stands on another item."""

        def __init__(self, rows: Rows, item: int) -> None:
            super().__init__()
            self.rows = rows
            self.item = item

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    class Opened(Moved):
        """Enter, a double click or a click on the item under the cursor."""

    def __init__(self, signs: Glyphs = UNICODE, *, title: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.signs = signs
        self.cursor = 0
        self.pane_title = title
        self.nothing = ""  # what is said where there are no items
        self._named: dict[str, Style] = {}
        self._frame: Frame | None = None
        self._measured: tuple[Size, Size] | None = None
        self._scrolled: tuple[Size, Size, bool, float] | None = None

    # What a subclass says.

    @property
    def items(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    @property
    def line_count(self) -> int:
        """How many lines all items take."""
        return self.items

    def first_line(self, item: int) -> int:
        """The first line of an item."""
        return item

    def height_of(self, item: int) -> int:
        """How many lines an item takes."""
        return 1

    def item_at(self, line: int) -> int:
        """The item a line belongs to."""
        return line

    def walkable(self, item: int) -> bool:
        """Whether the cursor may rest on an item."""
        return True

    def sign_of(self, item: int) -> str:
        """What stands before an item that the cursor is not on."""
        return " "

    def drawn(self, line: int) -> bool:
        """Whether a line belongs to its item's text, and is not the space above it."""
        return True

    def paint(self, line: int, width: int) -> Iterable[Seg]:
        """The segments of a line, at most `width` cells (what is longer is cropped)."""
        raise NotImplementedError

    def header(self, width: int) -> list[Sequence[Seg]]:
        """Lines that stay on top, below the title."""
        return []

    def footer(self) -> list[Sequence[Seg]]:
        """Lines that stay at the bottom."""
        return []

    def foresee(self, width: int, lines: int) -> None:
        """Work out what the first lines need, and keep it, before anybody looks at them."""
        for line in range(min(lines, self.line_count)):
            for _ in self.paint(line, width):
                pass

    # Cursor.

    def put(self, item: int, *, top: bool = False, tell: bool = True) -> None:
        """Set the cursor, scroll it into view and say so; `top` scrolls it towards the upper edge."""
        item = max(0, min(item, self.items - 1))
        moved = item != self.cursor
        self.cursor = item
        self._reveal(top)
        self.refresh()
        if tell and moved:
            self.post_message(self.Moved(self, item))

    def reset(self, cursor: int = 0) -> None:
        """Take note that the items are others now."""
        self.cursor = max(0, min(cursor, self.items - 1))
        self._measure()
        self._reveal(False)
        self.refresh()

    def _measure(self) -> None:
        self._measured = (self.size, self.scrollable_size)
        self.virtual_size = Size(
            max(self.scrollable_size.width, 1), self.line_count + self._fixed() + len(self.footer())
        )

    def _fixed(self) -> int:
        return bool(self.pane_title) + len(self.header(max(self.scrollable_size.width, 1)))

    @property
    def page_lines(self) -> int:
        """How many lines of items are in view."""
        return max(1, self.size.height - self._fixed() - len(self.footer()))

    def _reveal(self, top: bool) -> None:
        if self.items:
            self._scroll_lines(self._edge(self.cursor, top))

    def _edge(self, item: int, top: bool = False) -> int:
        """The line at the upper edge when an item has been scrolled into view, towards that edge where `top`."""
        first, count = self.first_line(item), self.height_of(item)
        shown, view = round(self.scroll_y), self.page_lines
        if top:
            return max(0, first - min(2, view // 4))
        if first < shown or count >= view:
            return first
        return max(shown, first + count - view)

    def _scroll_lines(self, target: int) -> None:
        """Bring a line to the upper edge, as far as there are lines below it.

        A list that has no size yet is left alone (`keep_place` follows): to scroll is to lay out what is visible,
        and what first appears so is never told its size, nor that it is shown.
        """
        target = max(0, min(target, self.line_count - self.page_lines))
        if self.size and target != round(self.scroll_y):
            self.scroll_to(y=target, animate=False, immediate=True, force=True)

    @property
    def edge(self) -> tuple[int, int]:
        """The item at the upper edge, and how many of its lines are above that; an empty list stands at its top."""
        if not self.line_count:
            return 0, 0
        line = min(round(self.scroll_y), self.line_count - 1)
        return self.item_at(line), line - self.first_line(self.item_at(line))

    def bring_edge(self, edge: tuple[int, int]) -> None:
        """Bring an item to the upper edge, some lines of it above."""
        item, above = edge
        if item < self.items:
            self._scroll_lines(self.first_line(item) + min(above, self.height_of(item) - 1))

    def action_move(self, how: str) -> None:
        """Carry out an action of scope `list`."""
        if how == "open":
            self.open_cursor()
        elif how in ("left", "right"):
            self.sideways(1 if how == "right" else -1)
        elif self.items:
            self._walk(how)

    def _walk(self, how: str) -> None:
        step = max(1, self.page_lines - 1)
        line = self.first_line(self.cursor)
        goals = {
            "up": self._neighbour(-1),
            "down": self._neighbour(1),
            "page_up": self.item_at(max(0, line - step)),
            "page_down": self.item_at(min(self.line_count - 1, line + step)),
            "first": 0,
            "last": self.items - 1,
        }
        self.put(goals[how])

    def _neighbour(self, step: int) -> int:
        """The next item the cursor may rest on; past the last one the list scrolls by a line."""
        item = self.cursor + step
        while 0 <= item < self.items and not self.walkable(item):
            item += step
        if not 0 <= item < self.items:
            self._scroll_lines(round(self.scroll_y) + step)
            return self.cursor
        return item

    def open_cursor(self) -> None:
        """Enter on the item under the cursor."""
        if self.items:
            self.post_message(self.Opened(self, self.cursor))

    def sideways(self, step: int) -> None:
        """Left and right; nothing to do in a plain list."""

    # Events.

    def on_resize(self) -> None:
        """Lay the items out anew and keep the cursor in view, where that has not been done for this size."""
        if self._measured != (self.size, self.scrollable_size):
            self._measure()
        self.keep_place()

    def watch_show_vertical_scrollbar(self) -> None:
        """The scroll bar takes a column, or gives it back: no resize tells of that.

        Nor does anybody tell a bar that was not there where the list has been scrolled to meanwhile.
        """
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = self.scroll_y
            if not self.signs.halves:
                self.vertical_scrollbar.renderer = WholeCells  # type: ignore[misc]
        self.call_after_refresh(self._measure)

    def watch_virtual_size(self, size: Size) -> None:
        """All is laid out anew where the height follows the lines, the bar comes or goes, or lines are gone from view."""
        beyond, height = size.height - self.container_size.height, self.styles.height
        follows = height is not None and height.is_auto
        if follows or (beyond > 0) != self.show_vertical_scrollbar or self.scroll_y > max(0, beyond):
            self.refresh(layout=True)
        elif self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height

    def _scroll_update(self, virtual_size: Size) -> None:
        """Where something is otherwise: the toolkit would have the bar painted anew by every layout."""
        if self._scrolled != self._bar(virtual_size):
            super()._scroll_update(virtual_size)
            self._scrolled = self._bar(virtual_size)

    def _bar(self, virtual_size: Size) -> tuple[Size, Size, bool, float]:
        return virtual_size, self.container_size, self.show_vertical_scrollbar, self.scroll_y

    def keep_place(self) -> None:
        """After a change of size the cursor is still in view."""
        self._reveal(False)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where it was clicked; a second click opens."""
        line = event.y - self._fixed() + round(self.scroll_y)
        if event.y >= self.size.height - len(self.footer()):
            return
        if event.y < self._fixed():
            self.click_header(event.y - bool(self.pane_title), event.x)
        elif 0 <= line < self.line_count:
            self.click_item(event.x)
            item = self.item_at(line)
            if self.click_sign(item, event.x):
                return
            if item == self.cursor or event.chain > 1:
                self.cursor = item
                self.open_cursor()
            elif self.walkable(item):
                self.put(item)

    def click_header(self, row: int, x: int) -> None:
        """A click on one of the lines that stay on top."""

    def click_sign(self, item: int, x: int) -> bool:
        """A click on a sign that does something at once; False where there is none, `x` cells from the left edge."""
        return False

    def click_item(self, x: int) -> None:
        """A click on an item, `x` cells from the left edge."""

    def on_focus(self) -> None:
        """The title shows where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """The title shows where the keys go."""
        self.refresh()

    # Drawing.

    def named(self, style: str) -> Style:
        """A style by its name, in the theme's colours."""
        if style not in self._named:
            self._named[style] = style_in(self.app, style)
        return self._named[style]

    def notify_style_update(self) -> None:
        """The theme changed: the colours are others."""
        self._named.clear()
        super().notify_style_update()

    def position(self) -> str:
        """What the title says of the place, such as 12/57."""
        return f"{self.cursor + 1}/{self.items}" if self.items else "0"

    def _title(self, width: int) -> list[Seg]:
        style = "focus" if self.has_focus else "title"
        where = self.position()
        room = width - cells(where) - 3
        title = cut(self.pane_title, max(room, 0), self.signs.ellipsis)
        return [Seg(f" {title}", style), Seg(" " * (room - cells(title) + 1), style), Seg(f"{where} ", style)]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of the widget; what all of them need is worked out once."""
        self._frame = self._framed()
        try:
            return super().render_lines(crop)
        finally:
            self._frame = None

    def _framed(self) -> Frame:
        width = self.scrollable_size.width
        fixed = ([self._title(width)] if self.pane_title else []) + self.header(width)
        return Frame(self.rich_style, width, fixed, self.footer())

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        _, width, fixed, below = self._frame or self._framed()
        if y < len(fixed):
            return self.strip(fixed[y], width)
        last = self.size.height - len(below)
        if below and y >= last:
            return self.strip(below[y - last], width)
        line = y - len(fixed) + round(self.scroll_y)
        if not 0 <= line < self.line_count:
            said = [Seg(f" {cut(clean(self.nothing), width - 1, self.signs.ellipsis)}", "dim")]
            return self.strip(said if not (line or self.items) else (), width)
        here = self.item_at(line) == self.cursor and self.walkable(self.cursor) and self.drawn(line)
        sign = self.signs.cursor if here and self.has_focus else self.sign_of(self.item_at(line))
        marker = Seg(sign, "accent")
        return self.strip((marker, *self.paint(line, width - 1)), width, here)

    def strip(self, segs: Iterable[Seg], width: int, here: bool = False) -> Strip:
        """Segments as a strip of exactly `width` cells, on the cursor's ground where `here`."""
        base = self._frame.base if self._frame else self.rich_style
        over = self.named("cursor" if self.has_focus else "chosen") if here else None
        drawn = []
        for text, name in segs:
            style = base + over if over else base
            if name:
                own = self.named(name)
                # What is reversed stands out of a reversed row as it stands.
                style += own + _UPRIGHT if own.reverse and style.reverse else own
            drawn.append(Segment(self.signs.plain(text), style))
        return Strip(drawn).adjust_cell_length(width, base + over if over else base)
