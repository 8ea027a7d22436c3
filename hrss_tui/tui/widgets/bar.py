"""A line of things to click: page keys, breadcrumbs, the parts of a page, the footer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from hrss_tui.tui.paint.glyphs import UNICODE, Glyphs
from hrss_tui.tui.paint.styles import style_in
from hrss_tui.tui.paint.text import cells, clean, cut

STEP = 10
"""Cells that a step of a path keeps at least."""


class Item(NamedTuple):
    """A word with what a click on it commands; `keep` items stay when there is not room for all,
    of the others those with the smallest `turn`; no mark follows one that stands `apart`. `each` is what a click on each of several keys does.
    """

    text: str
    command: str = ""
    style: str = ""
    key: str = ""
    keep: bool = False
    apart: bool = False
    turn: int = 0
    each: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """Cells the item takes."""
        return cells(self.key) + bool(self.key) + cells(self.text)

    def meant(self, at: int) -> str:
        """What a click so many cells from its left edge commands."""
        keys = self.key.split() if self.each else ()
        for key, command in zip(keys, self.each, strict=False):
            if 0 <= at < cells(key):
                return command
            at -= cells(key) + 1
        return self.command


def _turn(item: Item) -> int:
    """When an item gets its room."""
    return -1 if item.keep else item.turn


class Bar(Widget):
    """One line of items separated by `gap`."""

    class Chosen(Message):
        """An item was clicked; `command` is the item's."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(
        self,
        signs: Glyphs = UNICODE,
        *,
        gap: str = "  ",
        more: str = "",
        path: bool = False,
        id: str | None = None,
    ) -> None:
        """With `more` a mark at the end says that there was no room for all; it is what a click on it commands.

        The steps of a `path` are cut, the longest first, before one is left out.
        """
        super().__init__(id=id)
        self.signs = signs
        self.gap = gap
        self.more = more
        self.path = path
        self.shown: Sequence[Item] = ()

    def use(self, signs: Glyphs) -> None:
        """Draw with other signs from now on."""
        self.gap = self.gap.replace(self.signs.crumb, signs.crumb)
        self.signs = signs
        self.refresh()

    def load(self, items: Sequence[Item]) -> None:
        """Show other items."""
        if items != self.shown:
            self.shown = items
            self.refresh()

    def fitting(self, width: int) -> list[Item]:
        """The items for which there is room; those to keep come first in line for it."""
        if self.path:
            return self._steps(width)
        chosen = self._fitting(width)
        if self.more and any(item.command and item not in chosen for item in self.shown):
            mark = Item(self.signs.ellipsis, self.more, "dim")
            return [*self._fitting(width - mark.width - cells(self.gap)), mark]
        return chosen

    def _steps(self, width: int) -> list[Item]:
        """All steps, the longest cut; where that is not enough those behind the first are left out."""
        items, gap = list(self.shown), cells(self.gap)
        while True:
            room = width - 2 - gap * (len(items) - 1)
            wide = [min(item.width, max(room, 1)) for item in items]
            while sum(wide) > room and max(wide) > STEP:
                wide[wide.index(max(wide))] -= 1
            if sum(wide) <= room or len(items) < 2:
                break
            del items[1 if len(items) > 2 else 0]
        return [
            item._replace(text=cut(self.signs.plain(clean(item.text)), most, self.signs.ellipsis))
            for item, most in zip(items, wide, strict=True)
        ]

    def _fitting(self, width: int) -> list[Item]:
        gap = cells(self.gap)
        room = width - 2 + gap  # no gap follows the last one
        chosen: set[int] = set()
        for place in sorted(range(len(self.shown)), key=lambda place: _turn(self.shown[place])):
            need = self.shown[place].width + gap
            if need <= room or (self.shown[place].keep and not chosen):
                room -= need
                chosen.add(place)
        return [item for place, item in enumerate(self.shown) if place in chosen]

    def render_line(self, y: int) -> Strip:
        """The items that fit."""
        base, width = self.rich_style, self.size.width
        segments = [Segment(" ", base)]
        apart = False
        for place, item in enumerate(self.fitting(width)):
            if place:
                gap = " " * cells(self.gap) if apart else self.gap
                segments.append(Segment(gap, base + self._named("dim")))
            apart = item.apart
            if item.key:
                segments.append(Segment(f"{self.signs.plain(item.key)} ", base + self._named("key")))
            text = cut(self.signs.plain(clean(item.text)), max(width - 2, 1), self.signs.ellipsis)
            segments.append(Segment(text, base + self._named(item.style)))
        return Strip(segments).adjust_cell_length(width, base)

    def _named(self, style: str) -> Style:
        return style_in(self.app, style) if style else Style.null()

    def on_click(self, event: events.Click) -> None:
        """Say which item was clicked."""
        at = 1
        for item in self.fitting(self.size.width):
            if at <= event.x < at + item.width and item.command:
                self.post_message(self.Chosen(item.meant(event.x - at)))
                return
            at += item.width + cells(self.gap)
