"""One list with a field that narrows it and the detail of its current row beside it: pages that show that and no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from typing_extensions import override

from hrss_tui.tui.page.listed import ListPage
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.columns import Column, Row
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table


class DetailPage(ListPage):
    """Base of such a page.

    Its words begin with `WORDS`, the ids of its widgets with its room. A page makes the field (`field`), says what its list is
    called (`title`), fills it with what answers `filtering` (`fill`, which ends in `put_rows`), shows its parts (`show_parts`) and
    leads back to where it belongs (`go_back`).
    """

    WORDS: ClassVar[str] = ""
    BACK: ClassVar[str | None] = None
    """The tab that leads back, where there is one."""
    filtering = ""
    """What the list is narrowed to."""

    def compose(self) -> ComposeResult:
        """Parts on top, the list, the detail."""
        signs, room = self.desk.signs, self.ROOM or self.NAME
        yield Bar(signs, gap=" ", more="do:part", id=f"{self.NAME}-parts")
        yield self.field()
        with Container(classes="listed-body"):
            yield Table(signs, title=self.title(), id=f"{room}-list")
            yield Pane(signs, title=self.detail_title(), id=f"{room}-detail")

    @property
    def table(self) -> Table:
        """The list."""
        return self.query_one(f"#{self.ROOM or self.NAME}-list", Table)

    @property
    def detail(self) -> Pane:
        """What is known of its current row."""
        return self.query_one(f"#{self.ROOM or self.NAME}-detail", Pane)

    @override
    def home(self) -> Rows:
        return self.table

    # What a page says.

    def field(self) -> Field:
        """The field that narrows the list; it says what may be typed."""
        raise NotImplementedError

    def title(self) -> str:
        """What the list is called."""
        return self.desk.say(f"{self.WORDS}.title")

    def detail_title(self) -> str:
        """What the detail is called at first."""
        return self.desk.say(f"{self.WORDS}.detail")

    def fill(self, key: str = "") -> None:
        """Fill the list; the cursor goes to the row of a key, else stays on its row."""
        raise NotImplementedError

    def show_parts(self) -> None:
        """Fill the bar of parts."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Leave the list for where it belongs."""
        raise NotImplementedError

    # What comes of it.

    def put_rows(self, columns: Sequence[Column], rows: Sequence[Row], key: str = "", more: str = "") -> None:
        """Show what was found; `more` says in the title what there is beside."""
        self._more_there_is = more
        self.entitle(more)
        self.table.load(columns, rows, key or self.current_key())
        self.show_parts()
        self.show_detail()

    _more_there_is = ""

    @override
    def left_out(self) -> str:
        return self._more_there_is

    def entitle(self, more: str = "") -> None:
        """Say above the list what it is."""
        self.table.pane_title = f"{self.title()}  {more}" if more else self.title()
        self.table.refresh()

    @override
    def say_reading(self, done: int, total: int) -> None:
        self.entitle(self.reading_words(done, total))

    def current_key(self) -> str:
        """The key of the current row."""
        row = self.table.current
        return row.key if row else ""

    def moved_key(self) -> str:
        """The same once the cursor has left the first row, which a view needs not name."""
        return self.current_key() if self.table.cursor else ""

    @override
    def unfilter(self) -> None:
        super().unfilter()
        self.filtering = ""

    @override
    def narrow(self, text: str) -> None:
        self.filtering = text.strip()
        self.fill()

    @override
    def close(self) -> bool:
        if super().close():
            self.narrow("")
            return True
        return False

    @override
    def go_part(self, part: str) -> None:
        if part == self.BACK:
            self.go_back()
            return
        self.turn_to(part)
        self.focus_list()
        self.post_message(self.Went(visit=True))

    def turn_to(self, part: str) -> None:
        """Fill the list with another part, from its beginning."""
        self.part = part
        self.fill()
        self.table.put(0)

    @override
    def open_row(self) -> None:
        self.screen.set_focus(self.detail, scroll_visible=False)

    def do_parent(self) -> None:
        """Backspace: back to the list, then to where it belongs."""
        if self.table.has_focus:
            self.go_back()
        else:
            self.focus_list()
