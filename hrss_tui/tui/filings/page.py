"""Compare, where departments, years, or a budget and its accounts stand side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from typing_extensions import override

from hrss_tui.errors import HrssError
from hrss_tui.query.views import View, view
from hrss_tui.tui.desk.comparisons import compared_entries
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.matching import Matcher, Names, called
from hrss_tui.tui.filings.matrix import Matrix, matrix
from hrss_tui.tui.filings.rows import bars, notes, source_of, table
from hrss_tui.tui.filings.state import DEPARTMENTS, HEAD, KINDS, MODES, YEARS, State, state_of, view_of
from hrss_tui.tui.keys.actions import BY_ID
from hrss_tui.tui.page.asked import A_YEAR, known
from hrss_tui.tui.page.listed import ListPage
from hrss_tui.tui.page.reading import Going
from hrss_tui.tui.page.taking import Taken
from hrss_tui.tui.widgets.bar import Bar, Item
from hrss_tui.tui.widgets.columns import Column, Row
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table

PARTS = ("table", "bars")
TEXT = "text"
"""The tab that leads to the text that was copied from the year before."""
KEPT = 8
"""Comparisons that are kept as they were read."""


class FilingsPage(ListPage):
    """Path: a department, or a code; parameters `of`, `year`, `phase`, `table`, `as`, `base`, `order`, `at`, `metric`."""

    NAME = "compare"
    PARTS = PARTS
    ROOM = "filings"
    ASKED = known(
        "phase", "table", "base", "at", "metric", of=KINDS, year=A_YEAR, order=("gap",), **{"as": MODES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = State()
        self.matrix = Matrix("", (), (), {}, across=False)
        self.part = PARTS[0]
        self._tabled: tuple[list[Column], list[Row]] = [], []
        self._drawn: tuple[object, ...] = ()
        """What the bars were drawn of."""
        self._read: dict[State, Matrix] = {}
        """What was compared last, whatever was made of the amounts."""

    def compose(self) -> ComposeResult:
        """Choices on top, the table, its bars, notes."""
        say, signs = self.desk.say, self.desk.signs
        yield Bar(signs, gap=" ", more="do:part", id="compare-parts")
        yield Field(say("filed.filter"), id="compare-filter")
        with Container(id="compare-body"):
            yield Table(signs, id="compare-table")
            with Vertical(id="compare-side"):
                yield Pane(signs, title=" ", id="compare-bars")
        yield Pane(signs, id="compare-notes")

    @property
    def grid_table(self) -> Table:
        """The table."""
        return self.query_one("#compare-table", Table)

    # What is shown.

    @override
    def show(self, shown: View) -> None:
        self.state = state_of(self.desk, shown)
        self._fill(shown.get("at"), shown.get("metric"))
        self.unfilter()

    @override
    def kept(self) -> Mapping[str, object]:
        return {"part": self.part}

    @override
    def keep(self, kept: Mapping[str, object]) -> None:
        self.part = str(kept.get("part", self.part))
        self._load_parts()

    def _fill(self, at: str = "", column: str = "") -> None:
        state, known = self.state, self._read.get(_asked(self.state))
        if known is not None:
            self.read(lambda _: known, lambda found: self._take(found, at, column), long=False)
            return
        self.read(
            lambda going: self._compared(state, going),
            lambda found: self._take(found, at, column),
            long=self.desk.data.large,
        )

    def _compared(self, state: State, going: Going) -> Matrix | HrssError:
        try:
            return matrix(self.desk, state, going)
        except HrssError as error:
            return error

    def _take(self, found: Matrix | HrssError, at: str, column: str) -> None:
        if isinstance(found, HrssError):
            self.post_message(self.Note(self.desk.told(found)))
            self.grid_table.nothing = self.desk.say("compare.nothing", error=self.desk.told(found))
            found = Matrix("", (), (), {}, across=False)
        else:
            self._keep(found)
        self.matrix = found
        table_ = self.grid_table
        table_.pane_title = ""
        self._tabled = table(self.desk, self.matrix, self.state)
        table_.load(*self._tabled, key=at)
        keys = [key for key, _ in self.matrix.columns]
        table_.choose(keys.index(column) + 1 if column in keys else max(1, min(table_.column, len(keys))))
        self._load_parts()
        self._show_current()

    def _keep(self, found: Matrix) -> None:
        asked = _asked(self.state)
        self._read.pop(asked, None)
        self._read[asked] = found
        if len(self._read) > KEPT:
            del self._read[next(iter(self._read))]

    @override
    def say_reading(self, done: int, total: int) -> None:
        self.grid_table.pane_title = self.reading_words(done, total)
        self.grid_table.refresh()

    def _load_parts(self) -> None:
        say, state = self.desk.say, self.state
        items = self.part_items((part, say(f"compare.{part}")) for part in self.part_names())
        base = ""
        if state.has_base:
            labels = {**dict(self.matrix.columns), **{side.key: side.label for side in self.matrix.sides}}
            first = (
                self.matrix.columns[0][1]
                if self.matrix.across and self.matrix.columns
                else say("compare.mean")
            )
            base = f"  {say('compare.base', name=labels.get(state.base, first) if state.base else first)}"
        mode = say("filed.share_of" if state.mode == "share" else f"mode.{state.mode}") + base
        items.append(Item(mode, "mode:", "strong", self.desk.key(BY_ID["mode"]), keep=True))
        items.append(Item(self.matrix.said, "", "dim"))
        self.load_parts(items)
        for part in PARTS:
            self.set_class(part == self.part, f"part-{part}")

    def _show_current(self) -> None:
        """Bars and notes follow the cursor."""
        pane, shown = self.query_one("#compare-bars", Pane), self.grid_table
        row, column = self._row(), self._column()
        labels = {**dict(self.matrix.columns), **{side.key: side.label for side in self.matrix.sides}}
        pane.pane_title = f"{labels.get(row if self.matrix.across else column, '')}  {self.desk.unit_name}"
        room = max(20, pane.size.width - 3)
        drawn = (self.matrix, shown.rows, row if self.matrix.across else "", column, room, self.desk.unit)
        if self.query_one("#compare-side").display and drawn != self._drawn:
            self._drawn = drawn
            order = [one.key for one in shown.rows]
            pane.load(bars(self.desk, self.matrix, row, column, order, room), pane.cursor)
        self.query_one("#compare-notes", Pane).load(notes(self.desk, self.matrix, row, column))

    @override
    def fit(self) -> None:
        """Bars are as long as there is room."""
        self._show_current()

    @override
    def unit_changed(self) -> None:
        self._fill(self._row(), self._column())

    # Where the cursor is.

    def _row(self) -> str:
        row = self.grid_table.current
        return row.key if row else ""

    def _column(self) -> str:
        """The column the cursor is on; of columns of changes the last amount."""
        columns = self.matrix.columns
        at = max(0, min(self.grid_table.column - 1, len(columns) - 1))
        return columns[at][0] if columns else ""

    @override
    def current(self) -> View:
        first = self.matrix.sides[0].key if self.matrix.sides else ""
        column = self.matrix.columns[0][0] if self.matrix.columns else ""
        row, here = self._row(), self._column()
        return view_of(self.state, "" if row == first else row, "" if here == column else here)

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        return [(self.matrix.said or self.desk.say(f"filed.{self.state.of}"), "do:choose")]

    @override
    def home(self) -> Rows:
        return self.grid_table

    @override
    def lists(self) -> list[Rows]:
        return self.in_sight(without="compare-notes")

    @override
    def taken(self) -> Taken | None:
        found = self.matrix.lines.get((self._row(), self._column()))
        if not self.grid_table.has_focus or found is None:
            return super().taken()
        value = f"{found.name} {self.desk.money(found.amount)}{self.desk.unit_after}"
        return Taken(value, source_of(found), found.line_id)

    @override
    def source(self) -> str:
        if self.grid_table.has_focus:
            return source_of(self.matrix.lines.get((self._row(), self._column())))
        return super().source()

    # Actions.

    @override
    def applies(self, action: str) -> bool:
        if action == "group":
            return len(self.matrix.bases) > 1
        return super().applies(action)

    @override
    def part_names(self) -> Sequence[str]:
        """Of years also the text that was copied from one to the next."""
        return (*PARTS, TEXT) if self.state.of == YEARS and len(self.matrix.columns) > 1 else PARTS

    @override
    def help_key(self) -> str:
        found = super().help_key()
        return {"compare-table": "filings-table", "compare-bars": "filings-bars"}.get(found, found)

    @override
    def go_part(self, part: str) -> None:
        if part == TEXT:
            newest = self.desk.data.filings[self.matrix.columns[-1][0]]
            self.post_message(self.Go(view(self.NAME, newest.department, of=TEXT, phase=newest.phase)))
            return
        self.part = part
        self._load_parts()
        self.call_after_refresh(self._show_current)
        self.focus_soon(self.query_one(f"#compare-{part}"))

    def do_choose(self) -> None:
        """`d`: compare something else."""
        self.post_message(self.Choose(compared_entries(self.desk)))

    def do_mode(self) -> None:
        """`m`: value, share, rank, index, difference; per head where it is stated of how many people."""
        modes = [mode for mode in MODES if mode != HEAD or self.matrix.staff]
        at = modes.index(self.state.mode) if self.state.mode in modes else -1
        self._change(mode=modes[(at + 1) % len(modes)])

    def do_group(self) -> None:
        """`g`: the kinds of table that these budgets print, in turn."""
        bases = self.matrix.bases
        at = bases.index(self.matrix.table) if self.matrix.table in bases else -1
        self._change(table=bases[(at + 1) % len(bases)])

    def do_order(self) -> None:
        """`b`: the largest changes first, or by code; what the cursor is on as base, where numbers have one."""
        if self.state.has_base:
            at = self._column() if self.matrix.across else self._row()
            self._change(base="" if at == self.state.base else at)
        else:
            self._change(by_gap=not self.state.by_gap)

    def _change(self, **changes: object) -> None:
        row, column = self._row(), self._column()
        self.state = msgspec.structs.replace(self.state, **changes)
        self._fill("" if "by_gap" in changes else row, column)
        self.post_message(self.Went(visit=True))

    # Messages.

    @on(Bar.Chosen)
    def _chosen(self, event: Bar.Chosen) -> None:
        if event.command == "mode:":
            event.stop()
            self.do_mode()

    @on(Table.Turned)
    @on(Table.Sorted)
    def _turned(self, event: Table.Turned | Table.Sorted) -> None:
        event.stop()
        self._show_current()
        self.post_message(self.Went())

    @override
    def show_detail(self) -> None:
        self._show_current()

    @override
    def open_row(self) -> None:
        """The budget behind the row; of years the one of the column."""
        row, column = self._row(), self._column()
        found = self.matrix.lines.get((row, column))
        if found is None:
            return
        other = "" if found.doc_id == self.desk.data.newest_filing else found.doc_id
        code = (found.code or "") if self.state.of != DEPARTMENTS else ""
        self.post_message(self.Go(view("budget", code, doc=other)))

    @override
    def narrow(self, text: str) -> None:
        (columns, rows), matcher = self._tabled, Matcher(self.desk, text)
        if matcher.words:
            printed = {side.key: side.compared.name for side in self.matrix.sides if side.compared}
            names = ((row, [row.cells[0].text, printed.get(row.key, "")]) for row in rows)
            rows = Names((row, called(self.desk, fields)) for row, fields in names).matching(matcher)
        self.grid_table.load(columns, rows)
        self._show_current()


def _asked(state: State) -> State:
    """What has to be read for a state: how amounts are shown does not matter."""
    return msgspec.structs.replace(state, mode="value", base="")
