"""Checks: the ledger of arithmetic identities, by result, with both sides of the one under the cursor."""

from __future__ import annotations

from collections import Counter

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from typing_extensions import override

from hrss_tui.query.views import View, view
from hrss_tui.records import Check
from hrss_tui.tui.check_rows import STATUSES, check_table, sides
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.matching import Matcher
from hrss_tui.tui.pages.base import Page
from hrss_tui.tui.widgets.bar import Bar, Item
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table


class ChecksPage(Page):
    """Path: a check's id; parameters `status`, `doc`, `kind`."""

    NAME = "checks"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.status = ""
        self.doc_id = ""
        self.kind = ""
        self.filtering = ""

    def compose(self) -> ComposeResult:
        """Results on top, the ledger, both sides."""
        say, signs = self.desk.say, self.desk.signs
        yield Bar(signs, gap=" ", id="checks-parts")
        yield Field(say("checks.filter"), id="checks-filter")
        with Container(id="checks-body"):
            yield Table(signs, title=say("checks.title"), id="checks-list")
            yield Pane(signs, title=say("checks.detail"), id="checks-detail")

    @property
    def ledger(self) -> Table:
        """The checks."""
        return self.query_one("#checks-list", Table)

    @override
    def show(self, shown: View) -> None:
        self.status = shown.get("status") if shown.get("status") in STATUSES else ""
        self.doc_id, self.kind, self.filtering = shown.get("doc"), shown.get("kind"), ""
        for field in self.query(Field):
            field.set_quietly("")
        self._fill(shown.path)

    def _chosen(self) -> list[Check]:
        """The checks that the status, the document and the kind leave."""
        return [
            check
            for check in self.desk.data.checks
            if (not self.status or check.status == self.status)
            and (not self.doc_id or check.doc_id == self.doc_id)
            and (not self.kind or check.kind == self.kind)
        ]

    def _fill(self, key: str = "") -> None:
        columns, rows = check_table(self.desk, self._chosen())
        if self.filtering:
            matcher = Matcher(self.desk, self.filtering)
            rows = [row for row in rows if matcher.matches(*(cell.text for cell in row.cells))]
        self.ledger.load(columns, rows, key or (self.ledger.current.key if self.ledger.current else ""))
        self._load_parts()
        self._show_sides()

    def _load_parts(self) -> None:
        say = self.desk.say
        counts = Counter(check.status for check in self.desk.data.checks)
        total = sum(counts.values())
        items = [Item(f" {say('checks.all')} {total} ", "part:", "here" if not self.status else "tab")]
        items += [
            Item(
                f" {say(f'status.{name}')} {counts[name]} ",
                f"part:{name}",
                "here" if name == self.status else "tab",
            )
            for name in STATUSES
        ]
        self.query_one("#checks-parts", Bar).load(items)

    def _show_sides(self) -> None:
        row = self.ledger.current
        check = next((check for check in self.desk.data.checks if row and check.check_id == row.key), None)
        lines = sides(self.desk, check) if check else []
        self.query_one("#checks-detail", Pane).load(lines)

    @override
    def current(self) -> View:
        row = self.ledger.current
        moved = row is not None and self.ledger.cursor > 0
        return view(
            self.NAME, row.key if row and moved else "", status=self.status, doc=self.doc_id, kind=self.kind
        )

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        found = []
        if self.status:
            found.append((self.desk.say(f"status.{self.status}"), f"checks?status={self.status}"))
        row = self.ledger.current
        if row is not None and self.ledger.cursor:
            found.append((row.key, f"checks/{row.key}"))
        return found

    @override
    def home(self) -> Rows:
        return self.ledger

    @override
    def close(self) -> bool:
        if super().close():
            self.filtering = ""
            self._fill()
            return True
        return False

    def do_part(self) -> None:
        """`t`: the next result."""
        self._turn(1)

    def do_part_back(self) -> None:
        """`T`."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        names = ["", *STATUSES]
        self._go_part(names[(names.index(self.status) + step) % len(names)])

    def _go_part(self, status: str) -> None:
        self.status = status
        self._fill()
        self.ledger.put(0)
        self.post_message(self.Went(visit=True))

    @on(Bar.Chosen)
    def _part_chosen(self, event: Bar.Chosen) -> None:
        kind, _, what = event.command.partition(":")
        if kind == "part":
            event.stop()
            self._go_part(what)

    @on(Rows.Moved, "#checks-list")
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self._show_sides()
        self.post_message(self.Went())

    @on(Rows.Opened, "#checks-list")
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        event.prevent_default()
        self.query_one("#checks-detail").focus(scroll_visible=False)

    def do_parent(self) -> None:
        """Backspace: back to the ledger."""
        self.ledger.focus(scroll_visible=False)

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        self.filtering = event.text.strip()
        self._fill()

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        self.ledger.focus(scroll_visible=False)
