"""Targets: what performance forms ask beside what last year reached."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Container
from typing_extensions import override

from hrss_tui.query.targets import TargetRow
from hrss_tui.query.views import View, format_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import Entry
from hrss_tui.tui.desk.lists import TARGETS as ONLY
from hrss_tui.tui.page.listed import ListPage
from hrss_tui.tui.paint.lines import Seg, line
from hrss_tui.tui.targets.rows import Listed, documents, listed, target_detail, target_table
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table

BACK = "indicators"
"""The tab that leads back to the indicators."""


class TargetsPage(ListPage):
    """Path: a target's id; parameters `part=targets`, `only` (below, none, text), `doc`."""

    NAME = "indicators"
    ROOM = "targets"
    PARTS = (BACK, *ONLY)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.part = ""
        self.doc_id = ""
        self.filtering = ""
        self.found = Listed([], True, {})

    def compose(self) -> ComposeResult:
        """What is kept on top, the targets, what is known of one."""
        say, signs = self.desk.say, self.desk.signs
        yield Bar(signs, gap=" ", more="do:part", id="indicators-parts")
        yield Field(say("targets.filter"), id="targets-filter")
        with Container(classes="listed-body"):
            yield Table(signs, title=say("targets.title"), id="targets-list")
            yield Pane(signs, title=say("targets.detail"), id="targets-detail")

    @property
    def table(self) -> Table:
        """The targets."""
        return self.query_one("#targets-list", Table)

    @override
    def home(self) -> Rows:
        return self.table

    # What is shown.

    @override
    def show(self, shown: View) -> None:
        self.part = shown.get("only") if shown.get("only") in ONLY else ""
        self.doc_id, self.filtering = shown.get("doc"), ""
        for field in self.query(Field):
            field.set_quietly("")
        self._fill(shown.path)

    def _fill(self, key: str = "") -> None:
        self.read(
            partial(listed, self.desk, self.doc_id, self.part, self.filtering),
            partial(self._take, key),
            long=not self.desk.data.small and not self.doc_id,
        )

    def _take(self, key: str, found: Listed) -> None:
        self.found = found
        at = self.table.current
        more = "" if found.whole else f"  {self.desk.say('checks.first', shown=len(found.rows), total='…')}"
        document = f"  {self.desk.data.title(self.doc_id)}" if self.doc_id else ""
        self.table.pane_title = f"{self.desk.say('targets.title')}{document}{more}"
        self.table.nothing = self.desk.say("targets.nothing")
        self._load(key or (at.key if at else ""))
        self._load_parts()
        self.show_detail()

    def _load(self, key: str) -> None:
        self.table.load(*target_table(self.desk, self.found.rows, self.table.size.width), key=key)

    @override
    def fit(self) -> None:
        """Names take the room there is."""
        at = self.table.current
        self._load(at.key if at else "")

    @override
    def say_reading(self, done: int, total: int) -> None:
        self.table.pane_title = f"{self.desk.say('targets.title')}  {self.reading_words(done, total)}"
        self.table.refresh()

    def _load_parts(self) -> None:
        say, found = self.desk.say, self.found
        labels = [(BACK, say("targets.back"))]
        for only in ONLY:
            count = f" {found.counts.get(only, 0)}" if found.whole else ""
            labels.append((only, say(f"targets.{only or 'all'}") + count))
        self.load_parts(self.part_items(labels))

    @override
    def part_names(self) -> Sequence[str]:
        return (*ONLY, BACK)

    @override
    def part_shown(self) -> str:
        return self.part

    @override
    def go_part(self, part: str) -> None:
        if part == BACK:
            self.post_message(self.Go(view(self.NAME)))
            return
        self.part = part
        self._fill()
        self.table.put(0)
        self.focus_list()
        self.post_message(self.Went(visit=True))

    def _target(self) -> TargetRow | None:
        row = self.table.current
        return next((one for one in self.found.rows if row and one.target_id == row.key), None)

    @override
    def show_detail(self) -> None:
        one = self._target()
        nothing = [line(Seg(self.desk.say("targets.nothing"), "dim"))]
        self.query_one("#targets-detail", Pane).load(target_detail(self.desk, one) if one else nothing)

    @override
    def current(self) -> View:
        row = self.table.current
        path = row.key if row and self.table.cursor else ""
        return view(self.NAME, path, part="targets", only=self.part, doc=self.doc_id)

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        found = [(self.desk.say("indicators.targets"), format_view(view(self.NAME, part="targets")))]
        if self.doc_id:
            found.append((self.desk.data.title(self.doc_id), "do:choose"))
        if self.part:
            kept = format_view(view(self.NAME, part="targets", only=self.part, doc=self.doc_id))
            found.append((self.desk.say(f"targets.{self.part}"), kept))
        return found

    # What keys do.

    @override
    def applies(self, action: str) -> bool:
        if action == "choose":
            return len(documents(self.desk)) > 1
        return super().applies(action)

    def do_choose(self) -> None:
        """`d`: the targets of one document."""
        known = documents(self.desk)
        entries = [Entry("entry.document", self.desk.say("targets.all"), format_view(self._of("")))]
        entries += [
            Entry(
                "entry.document",
                f"{self.desk.data.title(doc_id)}  {count}",
                format_view(self._of(doc_id)),
                (doc_id,),
            )
            for doc_id, count in known.items()
        ]
        self.post_message(self.Choose(entries))

    def _of(self, doc_id: str) -> View:
        return view(self.NAME, part="targets", only=self.part, doc=doc_id)

    def do_unit(self) -> None:
        """`u` is carried out by the program; it applies here."""

    @override
    def unit_changed(self) -> None:
        self._take("", self.found)

    def do_parent(self) -> None:
        """Backspace: back to the list, then to the indicators."""
        if self.table.has_focus:
            self.go_part(BACK)
        else:
            self.focus_list()

    @override
    def open_row(self) -> None:
        self.screen.set_focus(self.query_one("#targets-detail"), scroll_visible=False)

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
