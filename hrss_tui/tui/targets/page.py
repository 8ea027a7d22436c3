"""Targets: what performance forms ask beside what last year reached."""

from __future__ import annotations

from functools import partial

from typing_extensions import override

from hrss_tui.query.targets import TargetRow
from hrss_tui.query.views import View, format_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import Entry
from hrss_tui.tui.desk.lists import TARGETS as ONLY
from hrss_tui.tui.page.asked import known
from hrss_tui.tui.page.detailed import DetailPage
from hrss_tui.tui.paint.lines import Seg, line
from hrss_tui.tui.targets.rows import Listed, documents, listed, target_detail, target_table
from hrss_tui.tui.widgets.columns import Column, Row
from hrss_tui.tui.widgets.field import Field


class TargetsPage(DetailPage):
    """Path: a target's id; parameters `part=targets`, `only` (below, none, text), `doc`."""

    NAME = "indicators"
    ROOM = "targets"
    WORDS = "targets"
    BACK = "indicators"
    """The tab that leads back to the indicators."""
    PARTS = (*ONLY, BACK)
    ASKED = known("doc", part=("targets",), only=ONLY)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.doc_id = ""
        self.found = Listed([], True, {})

    @override
    def field(self) -> Field:
        return Field(self.desk.say("targets.filter"), id="targets-filter")

    # What is shown.

    @override
    def show(self, shown: View) -> None:
        self.part = shown.get("only") if shown.get("only") in ONLY else ""
        self.doc_id = shown.get("doc")
        self.unfilter()
        self.fill(shown.path)

    @override
    def fill(self, key: str = "") -> None:
        self.read(
            partial(listed, self.desk, self.doc_id, self.part, self.filtering),
            partial(self._take, key),
            long=not self.desk.data.small and not self.doc_id,
        )

    def _take(self, key: str, found: Listed) -> None:
        self.found = found
        self.table.nothing = self.desk.say("targets.nothing")
        more = "" if found.whole else self.desk.say("checks.first", shown=len(found.rows), total="…")
        self.put_rows(*self._table(), key, more)

    @override
    def title(self) -> str:
        document = f"  {self.desk.data.title(self.doc_id)}" if self.doc_id else ""
        return super().title() + document

    def _table(self) -> tuple[list[Column], list[Row]]:
        return target_table(self.desk, self.found.rows, self.table.size.width)

    @override
    def fit(self) -> None:
        """Names take the room there is."""
        self.table.load(*self._table(), key=self.current_key())

    @override
    def show_parts(self) -> None:
        say, found = self.desk.say, self.found
        labels = [(self.BACK, say("targets.back"))]
        for only in ONLY:
            count = f" {found.counts.get(only, 0)}" if found.whole else ""
            labels.append((only, say(f"targets.{only or 'all'}") + count))
        self.load_parts(self.part_items(labels))

    @override
    def go_back(self) -> None:
        self.post_message(self.Go(view(self.NAME)))

    def _target(self) -> TargetRow | None:
        row = self.table.current
        return next((one for one in self.found.rows if row and one.target_id == row.key), None)

    @override
    def show_detail(self) -> None:
        one = self._target()
        nothing = [line(Seg(self.desk.say("targets.nothing"), "dim"))]
        self.detail.tell(self.current_key(), target_detail(self.desk, one) if one else nothing)

    @override
    def current(self) -> View:
        return view(self.NAME, self.moved_key(), part="targets", only=self.part, doc=self.doc_id)

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        found = [(self.desk.say("indicators.targets"), format_view(view(self.NAME, part="targets")))]
        if self.doc_id:
            found.append((self.desk.data.title(self.doc_id), "do:choose"))
        if self.part:
            kept = format_view(view(self.NAME, part="targets", only=self.part, doc=self.doc_id))
            found.append((self.desk.say(f"targets.{self.part}"), kept))
        row = self.table.current
        if row is not None and self.table.cursor:
            found.append((row.cells[0].text, format_view(self.current())))
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

    @override
    def unit_changed(self) -> None:
        self._take("", self.found)
