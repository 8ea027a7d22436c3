"""What the program asks of a page, and what a page tells the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message
from textual.widget import Widget
from typing_extensions import override

from hrss_tui.query.views import View, parse_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.page.asked import Known
from hrss_tui.tui.page.tables import TabledPage
from hrss_tui.tui.page.taking import TakenFrom
from hrss_tui.tui.paint.lines import Line
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    # The first page has none of them; a page that has one has imported it.
    from hrss_tui.tui.desk.entries import Entry
    from hrss_tui.tui.widgets.columns import Row


class Page(TakenFrom, TabledPage):
    """Base of the pages. `NAME` is the page's name in view strings; `ROOM` tells two pages of one name apart."""

    ROOM: ClassVar[str] = ""
    ASKED: ClassVar[Known] = {}
    """The parameters of its view strings."""

    class Went(Message):
        """The page shows another place: a visit of its own where `visit`."""

        def __init__(self, visit: bool = False) -> None:
            super().__init__()
            self.visit = visit

    class Go(Message):
        """The page wants another view shown."""

        def __init__(self, target: View) -> None:
            super().__init__()
            self.target = target

    class Return(Message):
        """Nothing is wanted here: back to where one was before."""

    class Choose(Message):
        """One of some entries is to be chosen; its view is gone to."""

        def __init__(self, entries: Sequence[Entry]) -> None:
            super().__init__()
            self.entries = entries

    class Note(Message):
        """The page has something to say in passing."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Filled(Message):
        """What was asked for is shown; `release` lets it be painted, which was held until now."""

        def __init__(self, release: Callable[[], None]) -> None:
            super().__init__()
            self.release = release

    class Seen(Message):
        """The page has been laid out and is painted."""

    whole = True
    """Whether it shows all it is to show: else `complete` follows the first paint."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id=f"page-{self.ROOM or self.NAME}")
        self.desk = desk
        self.last_focus: Widget | None = None
        self.quiet = False
        """Nobody sees the page: what it has to say is withheld, and `withheld` says that there was something."""
        self.withheld = False
        self.stale = False
        """It speaks of amounts in another unit than the one that holds now."""
        self._shapes: Sequence[object] = ()

    @override
    def post_message(self, message: Message) -> bool:
        if self.quiet and isinstance(message, Page.Note):
            self.withheld = True
            return False
        if isinstance(message, (Page.Go, Page.Choose)):
            follows = getattr(self.app, "follows", None)
            if follows is not None and follows(message):
                return True
        return super().post_message(message)

    # What a page says of itself.

    def show(self, shown: View) -> None:
        """Show what a view names; what it does not name keeps its ordinary state."""

    def complete(self) -> None:
        """The first paint is done: show what it left out."""

    def on_show(self) -> None:
        """Say so."""
        self.post_message(self.Seen())

    def labelled_parts(self) -> list[tuple[str, str]]:
        """The parts that its tabs show, each with its label."""
        return []

    def go_part(self, part: str) -> None:
        """Show another part."""

    def fit(self) -> None:
        """Fill the panes for the sizes they have."""

    def misfits(self) -> bool:
        """Whether the panes have other sizes than when this was last asked."""
        before = self._shapes
        self._shapes = [
            (rows.display, rows.region, rows.scrollable_size, rows.virtual_size) for rows in self.query(Rows)
        ]
        return self._shapes != before

    def on_resize(self) -> None:
        """They may have others."""
        if self.misfits():
            self.fit()

    @override
    def current(self) -> View:
        return view(self.NAME)

    def again(self) -> View | None:
        """What the key of the page leads to where the page is shown already: back from a turn it took; None where it stays."""
        return None

    def crumbs(self) -> list[tuple[str, str]]:
        """Words of the path to what is shown, each with the view string that opens it."""
        return []

    def applies(self, action: str) -> bool:
        """Whether an action of scope `page` does something here and now."""
        if action in ("sort_left", "sort_right"):
            return bool(self._sortable())
        if action == "sums":
            return bool(self._summable())
        if action == "mark":
            return self._marking() is not None
        if action == "unit":
            return type(self).unit_changed is not Page.unit_changed
        return hasattr(self, f"do_{action}")

    def home(self) -> Widget | None:
        """Where the keys go when the page is opened."""
        return next(iter(self.lists()), None)

    def lists(self) -> list[Rows]:
        """The lists that are shown, in the order of Tab."""
        return [rows for rows in self.query(Rows) if rows.focusable]

    def help_key(self) -> str:
        """Which text explains the focused pane."""
        focused = self.screen.focused
        return (focused.id or "") if isinstance(focused, Rows) and focused in self.query(Rows) else ""

    def close(self) -> bool:
        """Esc: close or clear something; False where there is nothing to."""
        from hrss_tui.tui.widgets.field import Field

        for field in self.query(Field):
            if field.display and (field.hidden or field.has_focus or field.value):
                field.clear()
                self.focus_home()
                return True
        marking = [table for table in self._summable() if table.sums.marked]
        for table in marking:
            table.mark(tuple(table.sums.marked))
        return bool(marking)

    def tab(self, step: int) -> bool:
        """Whether the page has a use of its own for Tab where the keys are, and made it."""
        return False

    def kept(self) -> Mapping[str, object]:
        """What a reader has made of the page itself that no view string says, by names of its own."""
        return {}

    def keep(self, kept: Mapping[str, object]) -> None:
        """Show the page so again."""

    def retype(self, text: str) -> None:
        """A text stands in its field again: show what comes of it, where the view string does not say."""

    def follow(self, rows: Rows) -> None:
        """The cursor of a list has been put somewhere: what belongs to it is shown beside it."""

    def unit_changed(self) -> None:
        """Amounts are shown in another unit now: a page that shows any says so anew."""

    # What pages share.

    def focus_home(self) -> None:
        """Give the keys to the list they were in last, else to the first."""
        last = self.last_focus
        target = last if last is not None and last.is_attached and last.focusable else self.home()
        if target is not None:
            self.screen.set_focus(target, scroll_visible=False)

    def focus_soon(self, target: Widget) -> None:
        """Give the keys to what is shown in a moment, unless a field has been opened meanwhile."""
        from hrss_tui.tui.widgets.field import Field

        def give() -> None:
            if not isinstance(self.screen.focused, Field):
                target.focus(scroll_visible=False)

        self.call_after_refresh(give)

    def do_unit(self) -> None:
        """`u` is carried out by the program; it applies where `unit_changed` does something."""

    def do_filter(self) -> None:
        """`f`: type what the list is to hold."""
        from hrss_tui.tui.widgets.field import Field

        for field in self.query(Field):
            field.open(self.home())

    def do_source(self) -> None:
        """`s`: the source line of what the cursor stands on."""
        source = self.source()
        if source:
            self.post_message(self.Go(view("documents", source)))
        else:
            self.post_message(self.Note(self.desk.say("source.nothing")))

    def do_original(self) -> None:
        """`o`: the original of what the cursor stands on, in the program that the settings name."""
        from hrss_tui.tui.taking.original import open_original

        self.post_message(self.Note(open_original(self.desk, self.source())))

    @on(Rows.Opened)
    def _open_target(self, event: Rows.Opened) -> None:
        """Enter on a line that leads somewhere goes there."""
        from hrss_tui.tui.widgets.table import Table

        rows = event.rows
        under = rows.current if isinstance(rows, (Pane, Table)) else None
        if under is not None and self.open_line(under):
            event.stop()

    def open_line(self, under: Line | Row) -> bool:
        """Follow a line; False where it leads nowhere."""
        if under.target:
            self.post_message(self.Go(parse_view(under.target)))
        elif under.source:
            self.post_message(self.Go(view("documents", under.source)))
        return bool(under.target or under.source)
