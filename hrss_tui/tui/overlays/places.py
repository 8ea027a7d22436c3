"""Bookmarks and the last places, by what they are called; and the note that a new bookmark is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from typing_extensions import override

from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.matching import Matcher
from hrss_tui.tui.keys.kept import Place
from hrss_tui.tui.overlays.base import Overlay
from hrss_tui.tui.overlays.picking import Picking
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.paint.text import content
from hrss_tui.tui.widgets.bar import Bar, Item
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane


class PlacesScreen(Picking):
    """Dismissed with `view:string` of the place chosen, or `drop:string` of a bookmark that is not wanted any more."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete", "drop", show=False)]

    def __init__(self, desk: Desk, bookmarks: Sequence[Place], places: Sequence[Place]) -> None:
        super().__init__()
        self.desk = desk
        self.bookmarks = bookmarks
        self.places = places

    def compose(self) -> ComposeResult:
        """A line to type into, and below it the places."""
        with Vertical(id="palette"):
            yield Field(self.desk.say("places.hint"), hidden=False, id="palette-box")
            yield Pane(self.desk.signs, title=self.desk.say("places.title"), id="palette-list")

    def on_mount(self) -> None:
        """All of them; the keys go to the list."""
        pane = self.query_one(Pane)
        self.query_one(Field).below = pane
        self.fill("")
        self.set_focus(pane, scroll_visible=False)

    @override
    def fill(self, text: str) -> None:
        matcher = Matcher(self.desk, text)
        groups = [
            _group(
                self.desk, title, [one for one in found if matcher.matches(one.title or one.view, one.note)]
            )
            for title, found in (("places.bookmarks", self.bookmarks), ("places.last", self.places))
        ]
        pane = self.query_one(Pane)
        pane.nothing = self.desk.say("filter.nothing", text=text.strip()) if text.strip() else ""
        pane.load(spaced(groups))

    def action_drop(self) -> None:
        """A bookmark is no longer kept; what was seen last goes by itself."""
        current = self.query_one(Pane).current
        if current is not None and any(one.view == current.target for one in self.bookmarks):
            self.leave(f"drop:{current.target}")

    @override
    def pick(self, target: str) -> None:
        self.leave(f"view:{target}")


def _group(desk: Desk, title: str, places: Sequence[Place]) -> list[Line]:
    if not places:
        return []
    return [line(Seg(desk.say(title), "head")), *(place_line(place) for place in places)]


def place_line(place: Place) -> Line:
    """A place by its title, with the note of a bookmark."""
    note = Seg(f"  {place.note}", "accent") if place.note else ""
    return line(place.title or place.view, note, target=place.view, indent=2)


class BookmarkScreen(Overlay[str]):
    """A note for a bookmark; dismissed with it, which may be empty."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__()
        self.desk = desk
        self.place = place

    def compose(self) -> ComposeResult:
        """What is marked, and a line to type the note into."""
        say = self.desk.say
        with Vertical(id="export"):
            yield Static(content(say("bookmark.title", title=self.place.title)), id="export-title")
            yield Field(say("bookmark.hint"), hidden=False, id="export-box")
            yield Bar(self.desk.signs, id="export-keys")

    def on_mount(self) -> None:
        """An earlier note can be changed."""
        field = self.query_one(Field)
        field.value = self.place.note
        field.open()
        say = self.desk.say
        keys = (("bookmark.keep", "keep", "Enter"), ("export.cancel", "cancel", "Esc"))
        self.query_one(Bar).load([Item(say(word), command, "", key) for word, command, key in keys])

    @on(Bar.Chosen)
    def _clicked(self, event: Bar.Chosen) -> None:
        event.stop()
        self.leave(self.query_one(Field).value.strip() if event.command == "keep" else None)

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        event.stop()

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        event.stop()
        if event.entered:
            self.leave(event.field.value.strip())
