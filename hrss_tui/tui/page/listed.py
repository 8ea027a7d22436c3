"""A list in parts, narrowed by a filter, with the detail of its current row: what most pages have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from typing_extensions import override

from hrss_tui.tui.keys.actions import BY_ID
from hrss_tui.tui.page.reading import ReadingPage
from hrss_tui.tui.widgets.bar import Bar, Item
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.rows import Rows


class ListPage(ReadingPage):
    """Base of a page whose home is such a list.

    A page has `PARTS`, of which `part` is shown, or names them (`part_names`, `part_shown`); it goes to one (`go_part`), narrows the list
    (`narrow`), shows what belongs to the current row (`show_detail`) and what opening it leads to (`open_row`).
    """

    PARTS: ClassVar[tuple[str, ...]] = ()
    part: str = ""
    _own_nothing = ""
    _unanswered = ""
    """What its empty list says of what is typed."""

    @override
    def home(self) -> Rows:
        raise NotImplementedError

    def in_sight(self, without: str = "") -> list[Rows]:
        """The lists for which there is room now, but the one of an id."""
        return [rows for rows in self.query(Rows) if rows.display and rows.region.area and rows.id != without]

    def part_names(self) -> Sequence[str]:
        """The parts, in the order of their bar."""
        return self.PARTS

    def part_shown(self) -> str:
        """The part that is shown."""
        return self.part

    @override
    def labelled_parts(self) -> list[tuple[str, str]]:
        items = (
            (item.command.partition(":"), item.text.strip())
            for item in self.query_one(f"#{self.NAME}-parts", Bar).shown
        )
        return [(part, label) for (kind, _, part), label in items if kind == "part"]

    @override
    def go_part(self, part: str) -> None:
        raise NotImplementedError

    def narrow(self, text: str) -> None:
        """Hold only what answers the text."""
        raise NotImplementedError

    def unfilter(self) -> None:
        """Nothing is typed any more; the page does not hear of it."""
        for field in self.query(Field):
            field.set_quietly("")
        self._answer_nothing("")

    def show_detail(self) -> None:
        """The detail follows the list."""
        raise NotImplementedError

    def open_row(self) -> None:
        """Enter on the current row."""

    def part_items(self, labels: Iterable[tuple[str, str]]) -> list[Item]:
        """The bar's words for parts, each with its name; the one that is shown is always among those there is room for."""
        shown = self.part_shown()
        return [
            Item(f" {label} ", f"part:{part}", "here" if part == shown else "tab", keep=part == shown)
            for part, label in labels
        ]

    def load_parts(self, items: Sequence[Item]) -> None:
        """Show the bar of parts, with the key that turns them."""
        key = Item(self.desk.key(BY_ID["part"]), "do:part", "key", keep=True, apart=True)
        turned = [key, *items] if len(items) > 1 else items
        self.query_one(f"#{self.NAME}-parts", Bar).load(turned)

    def do_part(self) -> None:
        """`t`: the next part."""
        self._turn(1)

    def do_part_back(self) -> None:
        """`T`: the one before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        names, shown = self.part_names(), self.part_shown()
        if names:
            at = names.index(shown) if shown in names else 0
            self.go_part(names[(at + step) % len(names)])

    @on(Bar.Chosen)
    def _part_chosen(self, event: Bar.Chosen) -> None:
        kind, _, what = event.command.partition(":")
        if kind == "part":
            event.stop()
            self.go_part(what)

    @on(Rows.Moved)
    def _row_moved(self, event: Rows.Moved) -> None:
        if event.rows is self.home() and not isinstance(event, Rows.Opened):
            event.stop()
            self.show_detail()
            self.post_message(self.Went())

    @on(Rows.Opened)
    def _row_opened(self, event: Rows.Opened) -> None:
        if event.rows is self.home():
            event.stop()
            event.prevent_default()
            self.open_row()

    @on(Field.Typed)
    def _filter_typed(self, event: Field.Typed) -> None:
        self.retype(event.text)
        self.post_message(self.Went())

    @override
    def retype(self, text: str) -> None:
        self.narrow(text)
        self._answer_nothing(text.strip())

    def _answer_nothing(self, text: str) -> None:
        """What an empty list says: that nothing answers the text; where none is typed, what the page says itself."""
        home = self.home()
        if home.nothing != self._unanswered:
            self._own_nothing = home.nothing
        self._unanswered = self.desk.say("filter.nothing", text=text) if text else self._own_nothing
        home.nothing = self._unanswered
        home.refresh()

    @override
    def follow(self, rows: Rows) -> None:
        if rows is self.home():
            self.show_detail()

    @on(Field.Left)
    def _filter_left(self, event: Field.Left) -> None:
        self.focus_list()
        self.post_message(self.Went())

    def focus_list(self) -> None:
        """Give the keys to the list."""
        self.screen.set_focus(self.home(), scroll_visible=False)
