"""Checks: the ledger of arithmetic identities by result, document and kind, with both sides of the current one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from typing_extensions import override

from hrss_tui.query.views import View, format_view, view
from hrss_tui.records import Check
from hrss_tui.tui.checks.chosen import Wanted, counts, groups, is_long, takes_long
from hrss_tui.tui.checks.ledger import Ledger, named, of_all, of_matching
from hrss_tui.tui.checks.rows import group_table
from hrss_tui.tui.checks.sides import STATUSES, about_kind, kind_of, sides
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.matching import Matcher
from hrss_tui.tui.page.asked import known
from hrss_tui.tui.page.detailed import DetailPage
from hrss_tui.tui.page.taking import Taken
from hrss_tui.tui.paint.lines import Seg, line
from hrss_tui.tui.widgets.columns import Column, Row
from hrss_tui.tui.widgets.field import Field

GROUPS = "groups"
"""The part that counts by document and kind."""


class ChecksPage(DetailPage):
    """Path: a check's id; parameters `status`, `doc`, `kind`; `by=kind` counts by document and kind."""

    NAME = "checks"
    WORDS = "checks"
    PARTS = ("", GROUPS, *STATUSES)
    ASKED = known("doc", "kind", status=STATUSES, by=("kind",))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.doc_id = ""
        self.kind = ""
        self.sought = ""
        """The check that a view asks for by its id, until the list is there."""
        self._checks: Mapping[str, Check] = {}
        self._listed: tuple[Wanted, Ledger] | None = None
        """The list that was read last, and of what."""

    @override
    def field(self) -> Field:
        return Field(self.desk.say("checks.filter"), id="checks-filter")

    @override
    def show(self, shown: View) -> None:
        self.part = shown.get("status") if shown.get("status") in STATUSES else ""
        if shown.get("by") == "kind":
            self.part = GROUPS
        self.doc_id, self.kind = shown.get("doc"), shown.get("kind")
        self.sought = shown.path
        self.unfilter()
        self.fill(shown.path)

    def _wanted(self) -> Wanted:
        return Wanted(self.doc_id, self.kind, self.part if self.part in STATUSES else "")

    @override
    def fill(self, key: str = "") -> None:
        wanted = self._wanted()
        if self.part == GROUPS:
            self.read(lambda _: groups(self.desk, wanted), partial(self._take_groups, key), long=False)
            return
        long, text = is_long(self.desk, wanted), self.filtering
        known = self._known(wanted)
        if known is not None and not (long and (text or (key and key not in known.checks))):
            self.reading_number += 1  # what is being read is not wanted any more
            self._take(wanted, key, known)
            return
        beside = takes_long(self.desk, wanted)
        self.read(
            partial(of_matching, self.desk, wanted, text)
            if long and text
            else partial(of_all, self.desk, wanted, key),
            partial(self._take, wanted, key),
            long=beside,
        )
        if beside:
            self.show_parts()

    def _known(self, wanted: Wanted) -> Ledger | None:
        """The list as it was read last, where that was of the same."""
        return self._listed[1] if self._listed is not None and self._listed[0] == wanted else None

    def _take_groups(self, key: str, found: Mapping[tuple[str, str], Mapping[str, int]]) -> None:
        columns, rows = group_table(self.desk, found)
        matcher = Matcher(self.desk, self.filtering)
        if matcher.words:
            rows = named(self.desk, rows).matching(matcher)
        self._put(columns, rows, key, len(found))

    def _take(self, wanted: Wanted, key: str, found: Ledger) -> None:
        if not found.narrowed:
            self._listed = wanted, found
        self._checks = found.checks
        rows = found.rows if found.narrowed else found.matching(self.filtering)
        self._put(found.columns, rows, key, found.total)

    def _put(self, columns: list[Column], rows: list[Row], key: str, total: int) -> None:
        first = not self.filtering and len(rows) < total
        more = self.desk.say("checks.first", shown=len(rows), total=f"{total:,}") if first else ""
        self.put_rows(columns, rows, key, more)
        sought, self.sought = self.sought, ""
        if sought and all(row.key != sought for row in rows):
            self.post_message(self.Note(self.desk.say("checks.gone", name=sought)))

    @override
    def title(self) -> str:
        narrowed = [kind_of(self.desk, self.kind)] if self.kind else []
        narrowed += [self.desk.called(self.doc_id)] if self.doc_id else []
        return "  ".join([super().title(), *narrowed])

    @override
    def show_parts(self) -> None:
        say = self.desk.say
        found = counts(self.desk, Wanted(self.doc_id, self.kind))
        labels = [("", f"{say('checks.all')} {sum(found.values())}"), (GROUPS, say("checks.groups"))]
        labels += [(name, f"{say(f'status.{name}')} {found[name]}") for name in STATUSES]
        self.load_parts(self.part_items(labels))

    def _check(self) -> Check | None:
        """The check under the cursor."""
        row = self.table.current
        return self._checks.get(row.key) if row and self.part != GROUPS else None

    @override
    def show_detail(self) -> None:
        row, check, pane = self.table.current, self._check(), self.detail
        if self.part == GROUPS and row is not None:
            doc_id, _, kind = row.key.partition("/")
            lines = about_kind(self.desk, kind, counts(self.desk, Wanted(doc_id, kind)))
        else:
            width = (pane.size.width or self.app.size.width) - 2
            lines = (
                sides(self.desk, check, width) if check else [line(Seg(self.desk.say("checks.none"), "dim"))]
            )
        pane.tell(row.key if row is not None else "", lines)

    @override
    def fit(self) -> None:
        """Sentences stand beside each other where there is room."""
        if self._check() is not None:
            self.show_detail()

    @override
    def taken(self) -> Taken | None:
        """A check goes with both its sentences and the sum between them: a note to be cited."""
        taken, check = super().taken(), self._check() if self.table.has_focus else None
        if taken is None or check is None:
            return taken
        from hrss_tui.query.evidence.contradiction import of_check
        from hrss_tui.tui.taking.proofs import note_of

        return taken._replace(note=note_of(self.desk, of_check(self.desk.data.owns, check)))

    @override
    def current(self) -> View:
        return view(
            self.NAME,
            "" if self.part == GROUPS else self.moved_key(),
            status="" if self.part == GROUPS else self.part,
            by="kind" if self.part == GROUPS else "",
            doc=self.doc_id,
            kind=self.kind,
        )

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        found = []
        if self.part == GROUPS:
            found.append((self.desk.say("checks.groups"), "checks?by=kind"))
        elif self.part:
            found.append((self.desk.say(f"status.{self.part}"), f"checks?status={self.part}"))
        if self.doc_id:
            found.append(
                (self.desk.called(self.doc_id), format_view(view(self.NAME, by="kind", doc=self.doc_id)))
            )
        check = self._check()
        if self.kind:
            kind = format_view(view(self.NAME, doc=self.doc_id, kind=self.kind))
            found.append((kind_of(self.desk, self.kind), kind))
        elif check is not None and self.table.cursor:
            kind = format_view(view(self.NAME, doc=check.doc_id, kind=check.kind))
            found.append((kind_of(self.desk, check.kind), kind))
        return found

    @override
    def go_part(self, part: str) -> None:
        """The keys stay where they are."""
        self.turn_to(part)
        self.post_message(self.Went(visit=True))

    @override
    def open_row(self) -> None:
        row = self.table.current
        if self.part == GROUPS and row is not None:
            doc, _, kind = row.key.partition("/")
            self.post_message(self.Go(view(self.NAME, doc=doc, kind=kind)))
            return
        super().open_row()

    @override
    def go_back(self) -> None:
        """From a kind to the counts by document and kind."""
        if self.doc_id or self.kind:
            self.post_message(self.Go(view(self.NAME, by="kind")))
        else:
            self.post_message(self.Note(self.desk.say("parent.nothing")))
