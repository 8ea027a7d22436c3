"""What the program asks of a page, and what a page tells the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import on
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget
from typing_extensions import override

from hrss_tui.query.views import View, format_view, parse_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.lines import Line
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    # The first page has none of them; a page that has one has imported it.
    from hrss_tui.export.shown.of_id import Proof
    from hrss_tui.export.shown.sheet import Picture
    from hrss_tui.tui.desk.entries import Entry
    from hrss_tui.tui.taking.grids import Grid
    from hrss_tui.tui.widgets.columns import Row
    from hrss_tui.tui.widgets.table import Table


class Taken(NamedTuple):
    """What copying takes away: the value as shown with its unit, the source and the record it may stand for.

    `note` is what cites it, where that is more than one citation.
    """

    value: str
    source: str = ""
    record: str = ""
    note: str = ""


class Page(Container):
    """Base of the pages. `NAME` is the page's name in view strings; `ROOM` tells two pages of one name apart."""

    NAME: ClassVar[str] = ""
    ROOM: ClassVar[str] = ""

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

    def current(self) -> View:
        """The view that opens what is shown now."""
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

    def source(self) -> str:
        """`document:line` of what the cursor stands on."""
        under = self.under_cursor()
        return under.source if under else ""

    def taken(self) -> Taken | None:
        """What `y` copies."""
        from hrss_tui.tui.widgets.columns import Row

        under = self.under_cursor()
        if under is None:
            return None
        record = under.record or (under.key if isinstance(under, Row) else "")
        return Taken(under.value or plain_of(under), under.source, record)

    def under_cursor(self) -> Line | Row | None:
        """The line or row the focused list has its cursor on."""
        from hrss_tui.tui.widgets.table import Table

        focused = self.screen.focused
        if isinstance(focused, (Pane, Table)) and focused in self.query(Rows):
            return focused.current
        return None

    def grid(self) -> Grid | None:
        """What `e` exports: the focused table, else the first one on screen, else what the lines say."""
        from hrss_tui.tui.taking.grids import of_lines, of_table
        from hrss_tui.tui.widgets.table import Table

        focused = self.screen.focused
        tables = [table for table in self.query(Table) if table.rows]
        tables.sort(key=lambda table: (table is not focused, not table.display))
        if tables:
            return of_table(self.desk.say, self.NAME, tables[0].columns, tables[0].rows)
        lines = [line for pane in self.query(Pane) for line in pane.lines]
        return of_lines(self.desk.say, self.NAME, lines)

    def row_grid(self) -> Grid | None:
        """What `Y` copies: the row or line under the cursor."""
        from hrss_tui.tui.taking.grids import Grid, of_lines, of_table
        from hrss_tui.tui.widgets.table import Table

        focused, under = self.screen.focused, self.under_cursor()
        if under is None:
            return None
        if isinstance(under, Line):
            text = Grid(self.NAME, (self.desk.say("grid.text"),), ((plain_of(under),),))
            return of_lines(self.desk.say, self.NAME, [under]) or text
        columns = focused.columns if isinstance(focused, Table) else ()
        return of_table(self.desk.say, self.NAME, columns, [under])

    def proof(self) -> Proof | None:
        """What `E` shows to be so: the record under the cursor, else its line."""
        from hrss_tui.tui.taking.proofs import proof_of

        taken = self.taken()
        wanted = (taken.record, taken.source) if taken else ()
        shown = self.current()
        # A page, or its list from the top, shows much else: the place of the figure opens it then.
        opened = format_view(shown) if shown.path or shown.get("at") else ""
        return proof_of(self.desk, (one for one in wanted if one), opened)

    def pictures(self) -> list[Picture]:
        """What is drawn here, for a page that others look at: tables with bars, lines with bars."""
        return [picture for picture in self._drawings() if drawn_in(picture)]

    def drawn(self) -> list[Picture]:
        """What is on screen as a picture, where nothing is a chart."""
        return self._drawings()[:1]

    def besides(self) -> list[Picture]:
        """What else a page for others says, where nothing is a chart: what belongs to the table that is taken away."""
        return []

    def _drawings(self) -> list[Picture]:
        from hrss_tui.tui.taking.pictures import of_lines, of_table
        from hrss_tui.tui.widgets.table import Table

        tables = [table for table in self.query(Table) if table.rows]
        tables.sort(key=lambda table: (table is not self.screen.focused, not table.display))
        panes = [pane for pane in self.query(Pane) if pane.display]
        signs = self.desk.signs
        drawn = [of_table(table.pane_title, table.columns, table.rows, signs) for table in tables]
        drawn += [of_lines(pane.pane_title, pane.lines) for pane in panes]
        return [picture for picture in drawn if picture is not None]

    def do_sort_right(self) -> None:
        """`]`: sort by the next column."""
        self._sort(1)

    def do_sort_left(self) -> None:
        """`[`: sort by the previous column."""
        self._sort(-1)

    def _sort(self, step: int) -> None:
        from hrss_tui.tui.widgets.table import Table

        focused = self.screen.focused
        tables = self._sortable()
        if isinstance(focused, Table):
            focused.turn_sort(step)
        elif tables:
            tables[0].turn_sort(step)

    def do_sums(self) -> None:
        """`=`: total, mean and median below the tables whose numbers add up; of the marked rows where there are any."""
        tables = self._summable()
        shown = any(table.sums.names for table in tables)
        names = (self.desk.say("sums.total"), self.desk.say("sums.mean"), self.desk.say("sums.median"))
        for table in tables:
            table.sum_up(None if shown else names)

    def do_mark(self) -> None:
        """Space: choose the row for the sums, and go to the next."""
        table = self._marking()
        if table is not None and table.current is not None:
            table.mark([table.current.key])
            table.put(table.cursor + 1)

    def _marking(self) -> Table | None:
        """The table under the keys, where its sums are shown: of which rows can be chosen."""
        tables = (table for table in self._summable() if table.sums.names)
        return next((table for table in tables if table is self.screen.focused), None)

    def _summable(self) -> list[Table]:
        """By the name of their class: the first page has no table, and does not import them."""
        tables = cast("list[Table]", list(self.query("Table")))
        return [table for table in tables if table.display and table.adds_up]

    def _sortable(self) -> list[Table]:
        from hrss_tui.tui.widgets.table import Table

        return [table for table in self.query(Table) if table.display and table.rows]

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


def plain_of(under: Line | Row) -> str:
    """The text of a line or row."""
    if isinstance(under, Line):
        return under.text.strip()
    return "  ".join(cell.text.strip() for cell in under.cells if cell.text.strip())


def joined(texts: Sequence[str | None], mark: str = "  ") -> str:
    """The texts that say something."""
    return mark.join(text for text in texts if text)


def drawn_in(picture: Picture) -> bool:
    """Whether something is drawn in a picture that a table does not say."""
    return any(
        run.long or (run.style == "bar" and run.text.strip()) for line in picture.lines for run in line
    )
