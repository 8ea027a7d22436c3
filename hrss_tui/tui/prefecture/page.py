"""Prefecture: one of those that are compared, on a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from typing_extensions import override

from hrss_tui.errors import HrssError
from hrss_tui.query.prefecture import OnePrefecture, one_prefecture
from hrss_tui.query.views import View, format_view, view
from hrss_tui.records import Prefecture
from hrss_tui.tui.desk.comparisons import compared_entries
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import Entry
from hrss_tui.tui.page.reading import ReadingPage
from hrss_tui.tui.prefecture.rows import money_table, rest_lines, value_table
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table

if TYPE_CHECKING:
    from hrss_tui.export.shown.sheet import Picture


class PrefecturePage(ReadingPage):
    """Path: the code or a name of the prefecture."""

    NAME = "compare"
    ROOM = "prefecture"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.code = ""
        self.one: OnePrefecture | None = None

    def compose(self) -> ComposeResult:
        """Values, money, what goes to none."""
        say, signs = self.desk.say, self.desk.signs
        with Container(id="prefecture-body"):
            with Vertical(id="prefecture-tables"):
                yield Table(signs, title=say("prefecture.values"), id="prefecture-values")
                yield Table(signs, title=say("prefecture.money"), id="prefecture-money")
            yield Pane(signs, title=say("prefecture.rest"), id="prefecture-rest")

    @property
    def values(self) -> Table:
        """What is asked of it."""
        return self.query_one("#prefecture-values", Table)

    @property
    def money(self) -> Table:
        """What it is given."""
        return self.query_one("#prefecture-money", Table)

    @override
    def home(self) -> Rows:
        return self.values

    @override
    def lists(self) -> list[Rows]:
        return [
            rows for rows in (self.values, self.money, self.query_one("#prefecture-rest", Pane)) if rows.items
        ]

    @override
    def show(self, shown: View) -> None:
        self.code = shown.path
        self.read(lambda _: self._asked(shown.path), self._take, long=not self.desk.data.small)

    def _asked(self, name: str) -> OnePrefecture | HrssError:
        try:
            return one_prefecture(self.desk.data.pack, name)
        except HrssError as error:
            return error

    def _take(self, found: OnePrefecture | HrssError) -> None:
        if isinstance(found, HrssError):
            self.post_message(self.Note(self.desk.told(found)))
            return
        self.one, self.code = found, found.place.code
        self._fill()

    @override
    def say_reading(self, done: int, total: int) -> None:
        self.values.pane_title = self.reading_words(done, total)
        self.values.refresh()

    def _fill(self) -> None:
        one = self.one
        if one is None:
            return
        say, width = self.desk.say, self.values.size.width
        self.values.pane_title = f"{_name(self.desk, one.place)}  {say('prefecture.values')}"
        self.values.load(
            *value_table(self.desk, one, width), key=self.values.current.key if self.values.current else ""
        )
        self.money.pane_title = f"{say('prefecture.money')}  {self.desk.unit_name}"
        self.money.load(
            *money_table(self.desk, one, width), key=self.money.current.key if self.money.current else ""
        )
        self.query_one("#prefecture-rest", Pane).load(rest_lines(self.desk, one))

    @override
    def fit(self) -> None:
        """Names take the room there is."""
        self._fill()

    @override
    def unit_changed(self) -> None:
        self._fill()

    @override
    def current(self) -> View:
        return view(self.NAME, self.code)

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        name = _name(self.desk, self.one.place) if self.one else self.code
        return [(self.desk.say("prefecture.all"), "compare?of=prefectures"), (name, "do:choose")]

    # What keys do.

    @override
    def applies(self, action: str) -> bool:
        return action != "filter" and super().applies(action)

    def do_choose(self) -> None:
        """`d`: another prefecture, or another comparison."""
        places = [
            Entry(
                "entry.prefecture", _name(self.desk, place), format_view(view(self.NAME, code)), _forms(place)
            )
            for code, place in self.desk.data.prefectures.items()
        ]
        self.post_message(self.Choose([*places, *compared_entries(self.desk)]))

    @override
    def besides(self) -> list[Picture]:
        """A prefecture is taken away whole: the other table, and what goes to none."""
        return self._drawings()[1:]

    def do_parent(self) -> None:
        """Backspace: back to all prefectures."""
        self.post_message(self.Go(view(self.NAME, of="prefectures", at=self.code)))


def _name(desk: Desk, place: Prefecture) -> str:
    return place.name_en if desk.lang == "en" else place.name


def _forms(place: Prefecture) -> tuple[str, ...]:
    return (place.short_name, place.name_en.casefold(), place.pinyin, place.initials, place.code)
