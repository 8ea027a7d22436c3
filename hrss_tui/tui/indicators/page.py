"""Indicators: every canonical indicator with its figures over periods and documents, and their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from typing_extensions import override

from hrss_tui.query.indicators import Statement
from hrss_tui.query.views import View, format_view, view
from hrss_tui.records import PerformanceTarget
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import Entry
from hrss_tui.tui.desk.matching import Matcher
from hrss_tui.tui.indicators.rows import (
    PARTS,
    SERIES,
    TARGETS,
    differs_at,
    indicator_table,
    list_width,
    room_of_titles,
    sentence,
    standing,
    value_table,
)
from hrss_tui.tui.indicators.series import of_key, series_table, undrawn
from hrss_tui.tui.keys.actions import BY_ID
from hrss_tui.tui.page.asked import known
from hrss_tui.tui.page.listed import ListPage
from hrss_tui.tui.page.taking import Taken
from hrss_tui.tui.paint.lines import spaced
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.columns import Column, Row, room_for
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table

Tabled = tuple[list[Column], Sequence[Row]]

if TYPE_CHECKING:
    from hrss_tui.export.shown.of_id import Proof
    from hrss_tui.query.evidence.contradiction import Contradiction


class IndicatorsPage(ListPage):
    """Path: an indicator's id or name; parameters `part`, `place` (the code of a place)."""

    NAME = "indicators"
    ASKED = known("place", part=PARTS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filtering = ""
        self.part = PARTS[0]
        self.place = ""
        self._tables: dict[tuple[str, str], Tabled] = {}
        """Part and place → what is listed."""
        self._drawn: tuple[object, ...] = ()
        """What the sentence was drawn of."""
        self._wanted = 0
        """Cells in which no name of the list is cut."""
        self._valued: tuple[tuple[str, str, str, int], Tabled] | None = None
        """Indicator, place, department and the room that documents have for their titles → the values that were shown last."""

    def compose(self) -> ComposeResult:
        """Indicators, their values, the sentence of a value."""
        say, signs = self.desk.say, self.desk.signs
        yield Bar(signs, gap=" ", more="do:part", id="indicators-parts")
        yield Field(say("indicators.filter"), id="indicators-filter")
        with Container(id="indicators-body"):
            yield Table(signs, title=say("indicators.title"), id="indicators-list")
            with Vertical(id="indicators-side"):
                yield Table(signs, title=say("indicators.values"), id="indicators-values")
                yield Pane(signs, title=say("indicators.sentence"), id="indicators-sentence")

    @property
    def names(self) -> Table:
        """The indicators."""
        return self.query_one("#indicators-list", Table)

    @property
    def values(self) -> Table:
        """The values of the one under the cursor."""
        return self.query_one("#indicators-values", Table)

    @override
    def show(self, shown: View) -> None:
        self.unfilter()
        self.filtering = ""
        self.part = shown.get("part") if shown.get("part") in PARTS else PARTS[0]
        self.place = shown.get("place")
        data = self.desk.data
        long = data.large and not data.stated
        self.read(lambda _: data.read_stated(), lambda _: self._open(shown.path), long=long)

    def _open(self, name: str) -> None:
        self._fill()
        if name and not (self.names.seek(name) or self._seek(of_key(name)[0])):
            self.post_message(self.Note(self._absent(of_key(name)[0])))

    def _absent(self, name: str) -> str:
        """Why an indicator that was asked for is not listed: there is none, or none of its figures is of this."""
        say, data = self.desk.say, self.desk.data
        key = self._meant(name)
        known = data.indicators.get(key)
        if known is None or key not in data.statements:
            return say("indicators.none", name=name)
        called = known.name_en if self.desk.lang == "en" else known.name
        if any(row.key == key for row in self._table(PARTS[0])[1]):
            part, pressed = say(f"indicators.{self.part}"), self.desk.key(BY_ID["part"])
            return say("indicators.elsewhere", name=called, part=part, pressed=pressed)
        return say("indicators.not_of", name=called, place=self.desk.place_name(self.place))

    @override
    def say_reading(self, done: int, total: int) -> None:
        self.names.pane_title = self.reading_words(done, total)
        self.names.refresh()

    def _meant(self, name: str) -> str:
        """The id of the indicator of a name; the name where it is none."""
        for row in self.desk.data.indicators.values():
            if name in (row.indicator_id, row.name, row.name_en, *row.aliases):
                name = row.indicator_id
        return name

    def _seek(self, name: str) -> bool:
        name = self._meant(name)
        key = next((row.key for row in self.names.rows if of_key(row.key)[0] == name), name)
        return self.names.seek(key)

    def _fill(self) -> None:
        columns, rows = self._table(self.part)
        if self.filtering:
            matcher = Matcher(self.desk, self.filtering)
            rows = [
                row for row in rows if matcher.matches(row.cells[0].text, *self._names(row.key), row.value)
            ]
        self.names.pane_title = f"{self.desk.say('indicators.title')}  {self.left_out()}".rstrip()
        self.names.load(columns, rows, self.names.current.key if self.names.current else "")
        if not self.filtering:  # the panes stay where they are while somebody types
            self._wanted = room_for(columns, rows) + self.names.gutter.width
        self._share()
        self._load_parts()
        self.show_detail()

    @override
    def left_out(self) -> str:
        listed = self.part == SERIES and not self.values.has_focus
        more = undrawn(self.desk, self.place) if listed else 0
        return self.desk.say("more", count=more) if more else ""

    def _share(self) -> None:
        """The list has the cells its names need, where the values can do without them, else it stands above these."""
        width = self.query_one("#indicators-body").size.width
        share = list_width(width, self._wanted, self.desk.lang)
        self.set_class(not share, "stacked")
        self.names.styles.width = share or None

    def _names(self, key: str) -> tuple[str, ...]:
        """All names of the indicator of a row."""
        known = self.desk.data.indicators.get(of_key(key)[0])
        return () if known is None else (known.name, known.name_en, *known.aliases)

    def _table(self, part: str) -> Tabled:
        asked = part, self.place
        if asked not in self._tables:
            make = series_table(self.desk, self.place) if part == SERIES else None
            self._tables[asked] = make or indicator_table(self.desk, part, self.place)
        return self._tables[asked]

    def _values(self, indicator: str, place: str) -> Tabled:
        """The values of an indicator; they are others where documents get room for their titles."""
        department, width = self._department(), self.values.size.width
        asked = indicator, place, department, room_of_titles(width)
        if self._valued is None or self._valued[0] != asked:
            table = value_table(self.desk, indicator or None, width, place, department)
            self._valued = asked, table
        return self._valued[1]

    def _indicator(self) -> tuple[str, str]:
        """The indicator under the cursor and the place it is shown of; empty for none, and for all."""
        row = self.names.current
        indicator, place, _ = of_key(row.key if row else "")
        return indicator, self.place or place

    def _department(self) -> str:
        """The department whose series the cursor is on; empty for none, and for all."""
        row = self.names.current
        return of_key(row.key if row else "")[2]

    @override
    def show_detail(self) -> None:
        row, (indicator, place) = self.names.current, self._indicator()
        columns, rows = self._values(indicator, place)
        self.values.pane_title = row.cells[0].text if row else self.desk.say("nothing")
        at = self.values.current
        self.values.load(columns, rows, at.key if at else "")
        self._show_sentence()

    @override
    def fit(self) -> None:
        """Names and documents have their titles where there is room."""
        self._share()
        if self.desk.data.stated or not self.desk.data.large:
            self.show_detail()

    def _statement(self) -> Statement | None:
        row, (indicator, _) = self.values.current, self._indicator()
        if row is None:
            return None
        found = self.desk.data.statements.get(indicator, ())
        return next((one for one in found if one.record_id in (row.key, row.record)), None)

    def _show_sentence(self) -> None:
        one, pane = self._statement(), self.query_one("#indicators-sentence", Pane)
        indicator, place = self._indicator()
        width = max(30, self.values.size.width - 3)
        drawn = (one.record_id if one else "", indicator, place, width, self.values.has_focus)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        above = standing(self.desk, indicator or None, width, place, quoted=self.part == "disagree")
        below = sentence(self.desk, one) if one else []
        pane.load(spaced([above, below]) if not self.values.has_focus else spaced([below, above]))

    @override
    def taken(self) -> Taken | None:
        """What disagrees goes with all its sentences."""
        taken, found = super().taken(), self._apart()
        if taken is None or found is None:
            return taken
        from hrss_tui.tui.taking.proofs import note_of

        return taken._replace(note=note_of(self.desk, found))

    @override
    def proof(self) -> Proof | None:
        return self._apart() or super().proof()

    def _apart(self) -> Contradiction | None:
        """What disagrees on the indicator under the cursor, where that is what is listed."""
        indicator, place = self._indicator()
        if self.part != "disagree" or not self.names.has_focus:
            return None
        from hrss_tui.query.evidence.contradiction import of_disagreement

        apart = self.desk.data.disagreements.get(indicator, ())
        one = next((one for one in apart if differs_at(one, place)), None)
        name = self.names.current.cells[0].text if self.names.current else ""
        return of_disagreement(self.desk.data.owns, one, name) if one else None

    def _load_parts(self) -> None:
        say = self.desk.say
        labels = [
            (part, say(f"indicators.{part}") + ("" if part == TARGETS else f" {len(self._table(part)[1])}"))
            for part in self.part_names()
        ]
        self.load_parts(self.part_items(labels))

    @override
    def part_names(self) -> Sequence[str]:
        """Series and performance targets are parts where there are any; the latter have a page of their own."""
        data = self.desk.data
        shown = PARTS if data.series else PARTS[:-1]
        return (*shown, TARGETS) if data.pack.count(PerformanceTarget.TABLE) else shown

    @override
    def go_part(self, part: str) -> None:
        if part == TARGETS:
            self.post_message(self.Go(view(self.NAME, part=TARGETS)))
            return
        self.part = part
        self._fill()
        self.screen.set_focus(self.names, scroll_visible=False)
        self.post_message(self.Went(visit=True))

    @override
    def current(self) -> View:
        part = "" if self.part == PARTS[0] else self.part
        return view(self.NAME, self._path(), part=part, place=self.place)

    def _path(self) -> str:
        """The indicator under the cursor; of its series another one than the first by its key."""
        row, indicator = self.names.current, self._indicator()[0]
        first = next((one.key for one in self.names.rows if of_key(one.key)[0] == indicator), "")
        return indicator if row is None or row.key == first else row.key

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        row = self.names.current
        place = [
            (self.desk.say("indicators.place", name=self._places().get(self.place, self.place)), "do:choose")
        ]
        here = [(row.cells[0].text, format_view(self.current()))] if row else []
        return [*(place if self.place else []), *here]

    def _places(self) -> dict[str, str]:
        """The places that documents are of: code, name."""
        return {code: self.desk.place_name(code) for code in self.desk.data.codes_of_places}

    @override
    def applies(self, action: str) -> bool:
        if action == "choose":
            return len(self.desk.data.codes_of_places) > 1
        return super().applies(action)

    def do_choose(self) -> None:
        """`d`: what is stated of one place."""
        places = {"": self.desk.say("indicators.everywhere"), **self._places()}
        path, _ = self._indicator()
        part = "" if self.part == PARTS[0] else self.part
        self.post_message(
            self.Choose(
                [
                    Entry(
                        "entry.place",
                        name,
                        format_view(view(self.NAME, path, part=part, place=code)),
                        (code,),
                    )
                    for code, name in places.items()
                ]
            )
        )

    @override
    def home(self) -> Rows:
        return self.names

    @override
    def open_row(self) -> None:
        self.screen.set_focus(self.values, scroll_visible=False)
        self.post_message(self.Went(visit=True))

    @override
    def follow(self, rows: Rows) -> None:
        super().follow(rows)
        if rows is self.values:
            self._show_sentence()

    @on(Rows.Moved, "#indicators-values")
    def _value_moved(self, event: Rows.Moved) -> None:
        event.stop()
        self._show_sentence()

    @override
    def narrow(self, text: str) -> None:
        self.filtering = text.strip()
        self._fill()

    def do_parent(self) -> None:
        """Backspace: back to the indicators."""
        if self.names.has_focus:
            self.post_message(self.Note(self.desk.say("parent.nothing")))
        self.screen.set_focus(self.names, scroll_visible=False)
