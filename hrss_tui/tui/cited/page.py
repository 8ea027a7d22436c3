"""Cited: policy documents and terms as lists, parts of the page of documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

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
from hrss_tui.tui.page.asked import known
from hrss_tui.tui.page.detailed import DetailPage
from hrss_tui.tui.page.reading import Going
from hrss_tui.tui.widgets.columns import Column, Row
from hrss_tui.tui.widgets.field import Field

Cited = Policy | Term


class CitedPage(DetailPage):
    """Path: number and title of a policy, or document and term; parameters `part` (policies, terms), `find`: what is kept."""

    NAME = "documents"
    ROOM = "cited"
    ASKED = known("find", part=(POLICIES, TERMS))
    WORDS = "cited"
    BACK = "reader"
    """The tab that leads back to the text."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.part = POLICIES
        self.found: Mapping[str, Cited] = {}

    @override
    def field(self) -> Field:
        return Field(self.desk.say("cited.filter"), id="cited-filter")

    # What is shown.

    @override
    def show(self, shown: View) -> None:
        self.part = shown.get("part") if shown.get("part") in (POLICIES, TERMS) else POLICIES
        self.filtering = shown.get("find").strip()
        for field in self.query(Field):
            field.set_quietly(self.filtering)
        self._read(shown.path)

    def _read(self, key: str = "") -> None:
        part = self.part

        def work(going: Going) -> Sequence[Cited]:
            return read_policies(self.desk, going) if part == POLICIES else read_terms(self.desk, going)

        self.read(work, partial(self._take, key), long=not self.desk.data.small)

    def _take(self, key: str, found: Sequence[Cited]) -> None:
        self.found = {row.name if isinstance(row, Policy) else key_of(row): row for row in found}
        detail = "cited.detail" if self.part == POLICIES else "cited.used"
        self.detail.pane_title = self.desk.say(detail)
        self.fill(key)

    @override
    def title(self) -> str:
        return self.desk.say(f"cited.{self.part}.title")

    @override
    def detail_title(self) -> str:
        """Which it is depends on the part, when that is read."""
        return " "

    @override
    def fill(self, key: str = "") -> None:
        columns, rows = self._table([row for row in self.found.values() if self._kept(row)])
        self.put_rows(columns, rows, key)

    @override
    def show_parts(self) -> None:
        labels = [(part, self.desk.say(f"cited.{part}")) for part in self.part_names()]
        self.load_parts(self.part_items(labels))

    def _table(self, rows: Sequence[Cited]) -> tuple[list[Column], list[Row]]:
        width = self.table.size.width
        if self.part == POLICIES:
            return policy_table(self.desk, [row for row in rows if isinstance(row, Policy)], width)
        return term_table(self.desk, [row for row in rows if isinstance(row, Term)], width)

    @override
    def fit(self) -> None:
        """Titles take the room there is."""
        self.fill()

    def _kept(self, row: Cited) -> bool:
        """Whether a row answers what is typed."""
        if not self.filtering:
            return True
        names = (row.name, *row.projects) if isinstance(row, Policy) else (row.term, row.definition)
        return Matcher(self.desk, self.filtering).matches(*names)

    @override
    def part_names(self) -> Sequence[str]:
        return (self.BACK, *cited_parts(self.desk))

    @override
    def go_back(self) -> None:
        self.go_part(self.BACK)

    @override
    def go_part(self, part: str) -> None:
        """Each part has a view of its own."""
        self.post_message(self.Go(view(self.NAME, part="" if part == self.BACK else part)))

    @override
    def show_detail(self) -> None:
        one = self.found.get(self.current_key())
        lines = policy_detail(self.desk, one) if isinstance(one, Policy) else []
        if isinstance(one, Term):
            lines = term_detail(self.desk, one)
        self.detail.tell(self.current_key(), lines)

    @override
    def current(self) -> View:
        return view(self.NAME, self.moved_key(), part=self.part, find=self.filtering)

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        found = [(self.desk.say(f"cited.{self.part}"), format_view(view(self.NAME, part=self.part)))]
        row = self.table.current
        if row is not None and self.table.cursor:
            found.append((row.cells[0].text or row.cells[1].text, format_view(self.current())))
        return found

    # What keys do.

    @override
    def unit_changed(self) -> None:
        self.show_detail()
