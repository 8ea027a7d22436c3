"""What the page of comparison shows: the table, its bars and map, notes; and what stands under the cursor."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from typing_extensions import override

from hrss_tui.errors import HrssError
from hrss_tui.export.shown.sheet import Picture as Drawn
from hrss_tui.query.compare import CompareRow, share_told
from hrss_tui.query.places import region_of
from hrss_tui.query.views import View, format_view
from hrss_tui.tui.compare.board import (
    MODES,
    Board,
    Metric,
    board,
    board_of_all,
    kind_name,
    name_of,
    notes,
    unit_of,
)
from hrss_tui.tui.compare.pictures import PROPORTIONAL, bars, tile_map
from hrss_tui.tui.compare.rows import FEW, few_table, said, table
from hrss_tui.tui.compare.state import State, state_of, view_of
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.keys.actions import BY_ID
from hrss_tui.tui.page.asked import known
from hrss_tui.tui.page.listed import ListPage
from hrss_tui.tui.page.taking import Taken
from hrss_tui.tui.taking.grids import Grid, of_table
from hrss_tui.tui.taking.pictures import WIDE, of_lines
from hrss_tui.tui.widgets.bar import Bar, Item
from hrss_tui.tui.widgets.columns import Cell
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table

PARTS = ("table", "bars", "map")
_PREFECTURE = len("6501")


class Picture(Pane):
    """The chosen metric drawn; left and right ask for the metric beside it."""

    class Turned(Message):
        """Another metric is wanted: the next one, or the one before."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    @override
    def sideways(self, step: int) -> None:
        self.post_message(self.Turned(step))


class CompareShown(ListPage):
    """Path: codes (or names) with commas; parameters `as`, `base`, `metric`, `order`, `at` (a prefecture)."""

    NAME = "compare"
    PARTS = PARTS
    ASKED = known("base", "metric", "place", "at", of=("prefectures",), order=("code",), **{"as": MODES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = State()
        self.board = Board({}, (), ())
        self.marked: dict[str, None] = {}
        self.few_summed = False
        self.part = "table"

    def compose(self) -> ComposeResult:
        """Choices on top, the table, its pictures, notes."""
        say, signs = self.desk.say, self.desk.signs
        yield Bar(signs, gap=" ", more="do:part", id="compare-parts")
        yield Field(say("compare.filter"), id="compare-filter")
        with Container(id="compare-body"):
            yield Table(signs, choosing=True, id="compare-table")
            with Vertical(id="compare-side"):
                yield Picture(signs, title=" ", id="compare-bars")
                yield Picture(signs, title=say("compare.map"), id="compare-map")
        yield Pane(signs, id="compare-notes")

    @property
    def grid_table(self) -> Table:
        """The table."""
        return self.query_one("#compare-table", Table)

    @property
    def few(self) -> bool:
        """Whether the prefectures are the columns."""
        return 0 < len(self.state.codes) <= FEW

    @override
    def grid(self) -> Grid | None:
        """The table, each row with all its sources and, its name without a mark."""
        table_ = self.grid_table
        if not table_.rows:
            return None
        names = {place.code: name_of(self.desk, place) for place in self.board.places}
        sources: dict[str, dict[str, None]] = {}
        for (code, metric), entry in self.board.rows.items():
            for key in (code, metric) if code in names else ():
                sources.setdefault(key, {})[f"{entry.doc_id}:{entry.line_start}"] = None
        rows = [
            replace(
                row,
                cells=(Cell(names.get(row.key, row.cells[0].text)), *row.cells[1:]),
                source=" ".join(sources.get(row.key, ())),
            )
            for row in table_.rows
        ]
        return of_table(self.desk.say, self.NAME, table_.columns, rows)

    @override
    def row_grid(self) -> Grid | None:
        whole, at = self.grid() if self.grid_table.has_focus else None, self.grid_table.cursor
        if whole is None:
            return super().row_grid()
        return whole._replace(rows=whole.rows[at : at + 1], places=whole.places[at : at + 1])

    @override
    def pictures(self) -> list[Drawn]:
        metric = self._metric()
        if metric is None:
            return []
        mode = self.state.mode if self.state.mode in PROPORTIONAL else "value"
        year = str(metric.year or "")
        title = " ".join([metric.label, year, kind_name(self.desk, metric), unit_of(self.desk, metric, mode)])
        order = [] if self.few else [row.key for row in self.grid_table.rows]
        chart = bars(self.desk, self.board, metric, mode, WIDE, order)
        map_ = tile_map(self.desk, board_of_all(self.board), metric, mode, WIDE)
        drawn = [
            of_lines(title, chart, self._more),
            of_lines(f"{title} {self.desk.say('compare.map')}", map_, self._more),
        ]
        documents = tuple(dict.fromkeys(row.doc_id for row in self.board.of(metric.key)))
        found = [replace(picture, documents=documents) for picture in drawn if picture is not None]
        return found[::-1] if self.part == "map" else found

    # What is shown.

    @override
    def show(self, shown: View) -> None:
        self.state, faults = state_of(self.desk, shown)
        if faults:
            self.post_message(self.Note("\n".join(map(self.desk.told, faults))))
        self.marked = {}
        self._read(shown.get("at"))
        self.unfilter()

    @override
    def kept(self) -> Mapping[str, object]:
        return {
            "part": self.part,
            "group": self.state.group,
            "marked": tuple(self.marked),
            "summed": self.few_summed,
        }

    @override
    def keep(self, kept: Mapping[str, object]) -> None:
        marked = kept.get("marked")
        self.part = str(kept.get("part", self.part))
        self.marked = dict.fromkeys(map(str, marked)) if isinstance(marked, tuple) else {}
        self.few_summed = bool(kept.get("summed"))
        self.state = replace(self.state, group=str(kept.get("group", "")))
        self._fill()

    @override
    def follow(self, rows: Rows) -> None:
        if rows is self.grid_table:
            self._show_metric()

    def _read(self, at: str = "") -> None:
        """Read what is compared; a package without prefectures, or without their values, says so."""
        state = self.state
        try:
            self.board = board(self.desk, state.codes, state.base, state.by_code, state.region)
            self.grid_table.nothing = "" if self.board.everyone else self.desk.say("error.no_prefectures")
        except HrssError as error:
            self.post_message(self.Note(self.desk.told(error)))
            self.grid_table.nothing = self.desk.told(error)
            self.board = Board({}, (), ())
        self._fill(at)

    def _fill(self, at: str = "") -> None:
        """Load the table; `at` is the prefecture the cursor is to stand on, else it stays where it is."""
        table_, state = self.grid_table, self.state
        at = at or self._place()
        table_.marking = not self.few
        if self.few:
            rows = few_table(self.desk, self.board, state.mode, self.few_summed)
            table_.load(*rows, key=state.metric, fixed=2)
            table_.choose(2 + state.codes.index(at) if at in state.codes else 2)
        else:
            table_.sums.marked = set(self.marked)
            table_.load(*table(self.desk, self.board, state.mode, self.marked), key=at)
            keys = [metric.key for metric in self.board.metrics]
            table_.choose(keys.index(state.metric) + 1 if state.metric in keys else table_.column)
        self._show_parts()
        self._show_metric()

    def _show_parts(self) -> None:
        say = self.desk.say
        items = self.part_items((part, say(f"compare.{part}")) for part in PARTS)
        items.append(Item(self._mode_name(), "mode:", "strong", self.desk.key(BY_ID["mode"]), keep=True))
        hint = "compare.hint_few" if self.few else "compare.hint_marked" if self.marked else "compare.hint"
        sort = self.desk.key(BY_ID["sort_right"])
        items.append(Item(say(hint, count=len(self.marked), sort=sort), "", "dim"))
        self.load_parts(items)
        for part in PARTS:
            self.set_class(part == self.part, f"part-{part}")

    def _mode_name(self) -> str:
        """What the numbers are, and against what."""
        say, place = self.desk.say, self.desk.data.prefectures.get(self.state.base)
        name = name_of(self.desk, place) if place else say("compare.mean")
        base = f"  {say('compare.base', name=name)}" if self.state.has_base else ""
        whole = say(share_told([*self.board.rows.values()]))
        return say(f"mode.{self.state.mode}", whole=whole) + base

    def _show_metric(self) -> None:
        """Chart, map and notes follow the cursor."""
        metric = self._metric()
        chart, map_ = self.query_one("#compare-bars", Pane), self.query_one("#compare-map", Pane)
        if metric is None:
            return
        everyone = board_of_all(self.board)
        mode = self.state.mode if self.state.mode in PROPORTIONAL else "value"
        unit = unit_of(self.desk, metric, mode)
        named = (metric.label, str(metric.year or ""), kind_name(self.desk, metric), unit)
        chart.pane_title = " ".join(filter(None, named))
        order = [] if self.few else [row.key for row in self.grid_table.rows]
        room = max(20, chart.size.width - 3)
        chart.load(bars(self.desk, self.board, metric, mode, room, order), chart.cursor)
        map_.pane_title = f"{self.desk.say('compare.map')}  {metric.label} {unit}"
        map_.tell(metric.key, tile_map(self.desk, everyone, metric, mode, map_.size.width - 2))
        self.query_one("#compare-notes", Pane).load(notes(self.desk, self.board, metric))

    @override
    def fit(self) -> None:
        """Bars are as long as there is room."""
        self._show_metric()

    # Where the cursor is.

    def _metric(self) -> Metric | None:
        """The metric the cursor is on."""
        metrics = self.board.metrics
        if not metrics:
            return None
        if self.few:
            row = self.grid_table.current
            return next((metric for metric in metrics if row and metric.key == row.key), metrics[0])
        return metrics[max(0, min(self.grid_table.column - 1, len(metrics) - 1))]

    def _place(self) -> str:
        """The code of the prefecture the cursor is on."""
        if self.grid_table.fixed == 2:
            return next(iter(self.state.codes[self.grid_table.column - 2 :]), "")
        row = self.grid_table.current
        return row.key if row else ""

    def _entry(self) -> CompareRow | None:
        metric = self._metric()
        return self.board.rows.get((self._place(), metric.key)) if metric else None

    @override
    def current(self) -> View:
        metric, places = self._metric(), self.board.places
        first = self.board.metrics[0].key if self.board.metrics else ""
        at = self._place()
        return view_of(
            self.state,
            metric.key if metric and metric.key != first else "",
            at if places and at != places[0].code else "",
        )

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        state = self.state
        if not state.codes:
            several = [self.desk.place_name(self._region())] if len(self.desk.data.regions) > 1 else []
            alike = all(len(place.code) == _PREFECTURE for place in self.board.places)
            key = "compare.all" if alike else "compare.all_places"
            everyone = self.desk.say(key, count=len(self.board.places))
            return [("  ".join([*several, everyone]), "do:choose" if several else "compare")]
        names = self.desk.say("tui.join").join(name_of(self.desk, place) for place in self.board.places)
        return [(state.group or names, format_view(self.current()))]

    def _region(self) -> str:
        """The region whose prefectures are shown."""
        return region_of(self.board.everyone[0].code) if self.board.everyone else self.state.region

    @override
    def home(self) -> Rows:
        return self.grid_table

    @override
    def lists(self) -> list[Rows]:
        return self.in_sight(without="compare-notes")

    @override
    def taken(self) -> Taken | None:
        if not self.grid_table.has_focus:
            return super().taken()
        entry = self._entry()
        if entry is None:
            return None
        value = said(self.desk, self.board, entry, self.state.mode)
        return Taken(value, f"{entry.doc_id}:{entry.line_start}", entry.record_id)

    @override
    def source(self) -> str:
        entry = self._entry() if self.grid_table.has_focus else None
        return f"{entry.doc_id}:{entry.line_start}" if entry else super().source()
