"""Search: as the reader types, grouped by document; Enter opens the place."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from typing_extensions import override

from hrss_tui.query.views import View, view
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.pages.base import Grid, Page
from hrss_tui.tui.searching import Found, result_lines, search
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane


class SearchPage(Page):
    """Path: the query; parameter `doc` keeps to one document."""

    NAME = "search"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.query_text = ""
        self.doc_id = ""
        self.found = Found()
        self.sequence = 0

    def compose(self) -> ComposeResult:
        """The box on top, results below."""
        yield Field(self.desk.say("search.hint"), hidden=False, id="search-box")
        yield Pane(self.desk.signs, title=self.desk.say("search.title"), id="search-results")

    @property
    def results(self) -> Pane:
        """The results."""
        return self.query_one("#search-results", Pane)

    @override
    def show(self, shown: View) -> None:
        self.doc_id = shown.get("doc")
        self.query_one(Field).set_quietly(shown.path)
        self._start(shown.path)

    @override
    def current(self) -> View:
        return view(self.NAME, self.query_text, doc=self.doc_id)

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        return [(self.query_text, "")] if self.query_text else []

    @override
    def home(self) -> Widget:
        return self.query_one(Field)

    @override
    def lists(self) -> list[Widget]:  # type: ignore[override]
        return [self.query_one(Field), self.results]

    @override
    def applies(self, action: str) -> bool:
        if action in ("sort_left", "sort_right"):
            return False
        return super().applies(action)

    def do_filter(self) -> None:
        """`f` and `/`: to the box."""
        self.query_one(Field).focus(scroll_visible=False)

    @override
    def close(self) -> bool:
        field = self.query_one(Field)
        if field.has_focus and not field.value:
            return False
        if not field.has_focus:
            field.focus()
        else:
            field.clear()
        return True

    @override
    def grid(self) -> Grid | None:
        heads = tuple(self.desk.say(key) for key in ("col.document", "grid.line", "grid.text"))
        rows = [(hit.block.doc_id, str(hit.block.line_start), hit.block.text) for hit in self.found.hits]
        return Grid("search", heads, tuple(rows)) if rows else None

    # Searching.

    def _start(self, text: str) -> None:
        """Search beside the interface; what comes back too late is dropped by its number."""
        self.query_text = text.strip()
        self.sequence += 1
        self.run_worker(partial(self._search, self.sequence, self.query_text), thread=True, exclusive=True)

    def _search(self, sequence: int, text: str) -> None:
        found = search(self.desk.data, text, self.doc_id)
        self.app.call_from_thread(self._show_found, sequence, found)

    def _show_found(self, sequence: int, found: Found) -> None:
        if sequence != self.sequence:
            return
        self.found = found
        self._fill()
        self.post_message(self.Went())

    def _fill(self) -> None:
        say = self.desk.say
        pane = self.results
        pane.pane_title = (
            say("search.count", total=self.found.total, documents=len(self.found.documents))
            if self.found.query
            else say("search.title")
        )
        pane.load(result_lines(self.desk, self.found, max(30, self.size.width - 3)))

    def on_resize(self) -> None:
        """Hits show as much text as there is room."""
        if self.found.query:
            self._fill()

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        self._start(event.text)

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        self.results.focus(scroll_visible=False)
