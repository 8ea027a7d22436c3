"""Cited: policy documents and terms as lists, parts of the page of documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Container
from typing_extensions import override

from hrss_tui.query.policies import Policy, Term
from hrss_tui.query.views import View, format_view, view
from hrss_tui.tui.cited.rows import (
    key_of,
    policy_detail,
    policy_table,
    read_policies,
    read_terms,
    term_detail,
    term_table,
)
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.lists import POLICIES, TERMS, cited_parts
from hrss_tui.tui.desk.matching import Matcher
from hrss_tui.tui.page.listed import ListPage
from hrss_tui.tui.page.reading import Going
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Column, Row, Table

READER = "reader"
"""The tab that leads back to the text."""
Cited = Policy | Term


class CitedPage(ListPage):
    """Path: number and title of a policy, or document and term; parameter `part` (policies, terms)."""

    NAME = "documents"
    ROOM = "cited"
    PARTS = (READER, POLICIES, TERMS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.part = POLICIES
        self.filtering = ""
        self.found: Mapping[str, Cited] = {}

    def compose(self) -> ComposeResult:
        """Parts on top, the list, who rests on the current row."""
        say, signs = self.desk.say, self.desk.signs
        yield Bar(signs, gap=" ", more="do:part", id="documents-parts")
        yield Field(say("cited.filter"), id="cited-filter")
        with Container(classes="listed-body"):
            yield Table(signs, title=" ", id="cited-list")
            yield Pane(signs, title=" ", id="cited-detail")

    @property
    def table(self) -> Table:
        """The list."""
        return self.query_one("#cited-list", Table)

    @override
    def home(self) -> Rows:
        return self.table

    # What is shown.

    @override
    def show(self, shown: View) -> None:
        self.part = shown.get("part") if shown.get("part") in (POLICIES, TERMS) else POLICIES
        self.filtering = ""
        for field in self.query(Field):
            field.set_quietly("")
        self._read(shown.path)

    def _read(self, key: str = "") -> None:
        part = self.part

        def work(going: Going) -> Sequence[Cited]:
            return read_policies(self.desk, going) if part == POLICIES else read_terms(self.desk, going)

        self.read(work, partial(self._take, key), long=not self.desk.data.small)

    def _take(self, key: str, found: Sequence[Cited]) -> None:
        self.found = {row.name if isinstance(row, Policy) else key_of(row): row for row in found}
        detail = "cited.detail" if self.part == POLICIES else "cited.used"
        self.query_one("#cited-detail", Pane).pane_title = self.desk.say(detail)
        self._fill(key)

    def _fill(self, key: str = "") -> None:
        columns, rows = self._table([row for row in self.found.values() if self._kept(row)])
        self.table.pane_title = self.desk.say(f"cited.{self.part}.title")
        at = self.table.current
        self.table.load(columns, rows, key or (at.key if at else ""))
        labels = [(part, self.desk.say(f"cited.{part}")) for part in self.part_names()]
        self.load_parts(self.part_items(labels))
        self.show_detail()

    def _table(self, rows: Sequence[Cited]) -> tuple[list[Column], list[Row]]:
        width = self.table.size.width
        if self.part == POLICIES:
            return policy_table(self.desk, [row for row in rows if isinstance(row, Policy)], width)
        return term_table(self.desk, [row for row in rows if isinstance(row, Term)], width)

    @override
    def fit(self) -> None:
        """Titles take the room there is."""
        self._fill()

    def _kept(self, row: Cited) -> bool:
        """Whether a row answers what is typed."""
        if not self.filtering:
            return True
        names = (row.name, *row.projects) if isinstance(row, Policy) else (row.term, row.definition)
        return Matcher(self.desk, self.filtering).matches(*names)

    @override
    def say_reading(self, done: int, total: int) -> None:
        self.table.pane_title = (
            f"{self.desk.say(f'cited.{self.part}.title')}  {self.reading_words(done, total)}"
        )
        self.table.refresh()

    @override
    def part_names(self) -> Sequence[str]:
        return (READER, *cited_parts(self.desk))

    @override
    def go_part(self, part: str) -> None:
        self.post_message(self.Go(view(self.NAME, part="" if part == READER else part)))

    @override
    def show_detail(self) -> None:
        row = self.table.current
        one = self.found.get(row.key) if row else None
        lines = policy_detail(self.desk, one) if isinstance(one, Policy) else []
        if isinstance(one, Term):
            lines = term_detail(self.desk, one)
        self.query_one("#cited-detail", Pane).load(lines)

    @override
    def current(self) -> View:
        row = self.table.current
        return view(self.NAME, row.key if row and self.table.cursor else "", part=self.part)

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        found = [(self.desk.say(f"cited.{self.part}"), format_view(view(self.NAME, part=self.part)))]
        row = self.table.current
        if row is not None and self.table.cursor:
            found.append((row.cells[0].text or row.cells[1].text, format_view(self.current())))
        return found

    # What keys do.

    def do_unit(self) -> None:
        """`u` is carried out by the program; it applies here."""

    @override
    def unit_changed(self) -> None:
        self.show_detail()

    def do_parent(self) -> None:
        """Backspace: back to the list, then to the text."""
        if self.table.has_focus:
            self.go_part(READER)
        else:
            self.focus_list()

    @override
    def open_row(self) -> None:
        self.screen.set_focus(self.query_one("#cited-detail"), scroll_visible=False)

    @override
    def narrow(self, text: str) -> None:
        self.filtering = text.strip()
        self._fill()

    @override
    def close(self) -> bool:
        if super().close():
            self.filtering = ""
            self._fill()
            return True
        return False
