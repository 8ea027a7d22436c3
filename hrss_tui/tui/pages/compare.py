"""Compare: prefectures over metrics as a table, a bar chart and a map of tiles."""

from __future__ import annotations

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from typing_extensions import override

from hrss_tui.errors import HrssError
from hrss_tui.query.places import resolve
from hrss_tui.query.views import View, format_view, view
from hrss_tui.tui.actions import BY_ID
from hrss_tui.tui.compare_rows import (
    FEW,
    MODES,
    PROPORTIONAL,
    Board,
    Metric,
    bars,
    board,
    board_of_all,
    few_table,
    name_of,
    notes,
    table,
    tile_map,
    unit_of,
)
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.matching import Matcher
from hrss_tui.tui.pages.base import Page, Taken
from hrss_tui.tui.widgets.bar import Bar, Item
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table

PARTS = ("table", "bars", "map")


class State(msgspec.Struct, frozen=True):
    """What is compared and how."""

    codes: tuple[str, ...] = ()
    mode: str = "value"
    base: str = ""
    metric: str = ""
    group: str = ""
    by_code: bool = False


class ComparePage(Page):
    """Path: codes (or names) with commas; parameters `as`, `base`, `metric`, `order`."""

    NAME = "compare"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = State()
        self.board = Board({}, (), ())
        self.marked: dict[str, None] = {}
        self.part = "table"

    def compose(self) -> ComposeResult:
        """Choices on top, the table, its pictures, notes."""
        say, signs = self.desk.say, self.desk.signs
        yield Bar(signs, gap=" ", id="compare-parts")
        yield Field(say("compare.filter"), id="compare-filter")
        with Container(id="compare-body"):
            yield Table(signs, choosing=True, id="compare-table")
            with Vertical(id="compare-side"):
                yield Pane(signs, title=" ", id="compare-bars")
                yield Pane(signs, title=say("compare.map"), id="compare-map")
        yield Pane(signs, id="compare-notes")

    @property
    def grid_table(self) -> Table:
        """The table."""
        return self.query_one("#compare-table", Table)

    # What the program asks.

    @override
    def show(self, shown: View) -> None:
        try:
            named = [name for name in shown.path.split(",") if name]
            known = list(self.desk.data.prefectures.values())
            codes = tuple(place.code for place in resolve(known, named)) if named else ()
        except HrssError as error:
            self.post_message(self.Note(str(error)))
            codes = ()
        mode = shown.get("as", "value")
        self.state = State(
            codes,
            mode if mode in MODES else "value",
            shown.get("base"),
            shown.get("metric"),
            "",
            shown.get("order") == "code",
        )
        self.marked = {}
        self._read()
        for field in self.query(Field):
            field.set_quietly("")

    def _read(self) -> None:
        state = self.state
        try:
            self.board = board(self.desk, state.codes, state.base, state.by_code)
        except HrssError as error:
            self.post_message(self.Note(str(error)))
            self.state = msgspec.structs.replace(state, base="")
            self.board = (
                Board({}, (), ()) if not state.base else board(self.desk, state.codes, "", state.by_code)
            )
        self._fill()

    @property
    def few(self) -> bool:
        """Whether the prefectures are the columns."""
        return 0 < len(self.state.codes) <= FEW

    def _fill(self) -> None:
        table_, state = self.grid_table, self.state
        if self.few:
            columns, rows = few_table(self.desk, self.board, state.mode)
            table_.choosing = False
            table_.load(columns, rows, key=state.metric)
        else:
            columns, rows = table(self.desk, self.board, state.mode, self.marked)
            table_.choosing = True
            current = table_.current.key if table_.current else ""
            table_.load(columns, rows, key=current)
            keys = [metric.key for metric in self.board.metrics]
            table_.choose(keys.index(state.metric) + 1 if state.metric in keys else table_.column)
        self._show_parts()
        self._show_metric()

    def _base_name(self) -> str:
        place = self.desk.data.prefectures.get(self.state.base)
        return name_of(self.desk, place) if place else self.desk.say("compare.mean")

    def _mode_name(self) -> str:
        """What the numbers are, and against what."""
        mode, say = self.state.mode, self.desk.say
        base = f"  {say('compare.base', name=self._base_name())}" if mode in ("index", "difference") else ""
        return say(f"mode.{mode}") + base

    def _show_parts(self) -> None:
        say = self.desk.say
        items = [
            Item(f" {say(f'compare.{part}')} ", f"part:{part}", "here" if part == self.part else "tab")
            for part in PARTS
        ]
        items.append(Item(self._mode_name(), "mode:", "strong", self.desk.key(BY_ID["mode"]), keep=True))
        hint = "compare.hint_few" if self.few else "compare.hint_marked" if self.marked else "compare.hint"
        items.append(Item(say(hint, count=len(self.marked)), "", "dim"))
        self.query_one("#compare-parts", Bar).load(items)
        for part in PARTS:
            self.set_class(part == self.part, f"part-{part}")

    def _metric(self) -> Metric | None:
        """The metric the cursor is on."""
        metrics = self.board.metrics
        if not metrics:
            return None
        if self.few:
            row = self.grid_table.current
            return next((metric for metric in metrics if row and metric.key == row.key), metrics[0])
        return metrics[max(0, min(self.grid_table.column - 1, len(metrics) - 1))]

    def _show_metric(self) -> None:
        """Chart, map and notes follow the cursor."""
        metric = self._metric()
        chart, map_ = self.query_one("#compare-bars", Pane), self.query_one("#compare-map", Pane)
        if metric is None:
            return
        everyone = board_of_all(self.board, self.desk)
        mode = self.state.mode if self.state.mode in PROPORTIONAL else "value"
        chart.pane_title = f"{metric.label} {unit_of(self.desk, metric, mode)}"
        order = [] if self.few else [row.key for row in self.grid_table.rows]
        room = max(20, chart.size.width - 3)
        chart.load(bars(self.desk, self.board, metric, mode, room, order), chart.cursor)
        map_.pane_title = f"{self.desk.say('compare.map')}  {metric.label} {metric.unit}"
        map_.load(tile_map(self.desk, everyone, metric, map_.size.width - 2))
        self.query_one("#compare-notes", Pane).load(notes(self.desk, self.board, metric))

    def on_resize(self) -> None:
        """Bars are as long as there is room."""
        self.call_after_refresh(self._show_metric)

    @override
    def current(self) -> View:
        state = self.state
        metric = self._metric()
        first = self.board.metrics[0].key if self.board.metrics else ""
        return view(
            self.NAME,
            ",".join(state.codes),
            **{"as": "" if state.mode == "value" else state.mode},
            base=state.base,
            metric=metric.key if metric and metric.key != first else "",
            order="code" if state.by_code else "",
        )

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        state = self.state
        if not state.codes:
            return [(self.desk.say("compare.all", count=len(self.board.places)), "compare")]
        names = self.desk.say("tui.join").join(name_of(self.desk, place) for place in self.board.places)
        return [(state.group or names, format_view(self.current()))]

    @override
    def home(self) -> Rows:
        return self.grid_table

    @override
    def lists(self) -> list[Rows]:
        return [
            rows
            for rows in self.query(Rows)
            if rows.display and rows.region.area and rows.id != "compare-notes"
        ]

    @override
    def applies(self, action: str) -> bool:
        if action == "mark":
            return not self.few
        if action == "parent":
            return bool(self.state.codes)
        return super().applies(action)

    @override
    def taken(self) -> Taken | None:
        row, metric = self.grid_table.current, self._metric()
        if not self.grid_table.has_focus or self.few or row is None or metric is None:
            return super().taken()
        entry = self.board.rows.get((row.key, metric.key))
        place = self.desk.data.prefectures[row.key]
        if entry is None:
            return None
        said = f"{name_of(self.desk, place)} {metric.year or ''} {metric.label} {entry.printed}{metric.unit}"
        return Taken(said, f"{entry.doc_id}:{entry.line_start}")

    @override
    def close(self) -> bool:
        if super().close():
            self._fill()
            return True
        if self.marked:
            self.marked = {}
            self._fill()
            return True
        return False

    # Actions.

    def do_part(self) -> None:
        """`t`: table, bars, map."""
        self._turn(1)

    def do_part_back(self) -> None:
        """`T`."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        self._show_part(PARTS[(PARTS.index(self.part) + step) % len(PARTS)])

    def _show_part(self, part: str) -> None:
        self.part = part
        self._show_parts()
        self.call_after_refresh(self._show_metric)
        self.call_after_refresh(self.query_one(f"#compare-{part}").focus)

    def do_mode(self) -> None:
        """`m`: value, share, rank, index, difference."""
        self._change(mode=MODES[(MODES.index(self.state.mode) + 1) % len(MODES)])

    def do_group(self) -> None:
        """`g`: the groups of prefectures in turn."""
        groups = list(
            dict.fromkeys(name for place in self.desk.data.prefectures.values() for name in place.groups)
        )
        groups = ["", *sorted(groups, key=lambda name: ("地州" not in name, groups.index(name)))]
        now = self.state.group if self.state.group in groups else ""
        group = groups[(groups.index(now) + 1) % len(groups)]
        members = [place for place in self.desk.data.prefectures.values() if group and group in place.groups]
        key = "code_order" if self.state.by_code else "work_order"
        members.sort(key=lambda place: int(getattr(place, key)))
        self._change(codes=tuple(place.code for place in members), group=group)

    def do_order(self) -> None:
        """`b`: the other official order, or the row under the cursor as base."""
        if self.state.mode in ("index", "difference") and not self.few:
            row = self.grid_table.current
            key = row.key if row else ""
            self._change(base="" if key == self.state.base else key)
        else:
            self._change(by_code=not self.state.by_code)

    def _change(self, **changes: object) -> None:
        metric = self._metric()
        self.state = msgspec.structs.replace(self.state, metric=metric.key if metric else "", **changes)
        self._read()
        self.post_message(self.Went(visit=True))

    def do_mark(self) -> None:
        """Space: choose the row, and go to the next."""
        row = self.grid_table.current
        if row is None or self.few:
            return
        if row.key in self.marked:
            del self.marked[row.key]
        else:
            self.marked[row.key] = None
        at = self.grid_table.cursor
        self._fill()
        self.grid_table.put(at + 1)

    def do_parent(self) -> None:
        """Backspace: back to all prefectures."""
        if self.state.codes:
            self._change(codes=(), group="")
            self.grid_table.focus(scroll_visible=False)

    # Messages.

    @on(Bar.Chosen)
    def _chosen(self, event: Bar.Chosen) -> None:
        kind, _, what = event.command.partition(":")
        if kind == "part":
            event.stop()
            self._show_part(what)
        elif kind == "mode":
            event.stop()
            self.do_mode()

    @on(Table.Turned)
    def _turned(self, event: Table.Turned) -> None:
        event.stop()
        self._show_metric()
        self.post_message(self.Went())

    @on(Table.Sorted)
    def _sorted(self, event: Table.Sorted) -> None:
        event.stop()
        self._show_metric()

    @on(Rows.Moved, "#compare-table")
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        if self.few:
            self._show_metric()
        self.post_message(self.Went())

    @on(Rows.Opened, "#compare-table")
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        event.prevent_default()
        row = self.grid_table.current
        if row is None:
            return
        if self.few:
            self.open_line(row)
        else:
            self._change(codes=tuple(self.marked) or (row.key,), group="")

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        words = event.text.replace(",", " ").replace("，", " ").replace("、", " ").split()
        columns, rows = table(self.desk, self.board, self.state.mode, self.marked)
        if words and not self.few:
            matchers = [Matcher(self.desk, word) for word in words]
            places = self.desk.data.prefectures
            hits = {
                code: place
                for code, place in places.items()
                if any(one.matches(code, place.name, place.short_name, place.name_en) for one in matchers)
            }
            rows = [row for row in rows if row.key in hits]
        if not self.few:
            self.grid_table.load(columns, rows)

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        rows = self.grid_table.rows
        if (
            event.entered
            and event.field.value.strip()
            and not self.few
            and 0 < len(rows) < len(self.board.places)
        ):
            codes = tuple(row.key for row in rows)
            event.field.clear()
            self._change(codes=codes, group="")
        self.grid_table.focus(scroll_visible=False)
