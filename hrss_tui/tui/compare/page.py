"""Compare: what keys and the mouse do with prefectures side by side."""

from __future__ import annotations

import msgspec
from textual import on
from typing_extensions import override

from hrss_tui.query.views import view
from hrss_tui.tui.compare.board import MODES
from hrss_tui.tui.compare.rows import table
from hrss_tui.tui.compare.shown import CompareShown, Picture
from hrss_tui.tui.compare.state import in_order, next_group, typed_codes
from hrss_tui.tui.desk.comparisons import compared_entries
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.table import Table


class ComparePage(CompareShown):
    """Prefectures over metrics as a table, a bar chart and a map of tiles."""

    @override
    def applies(self, action: str) -> bool:
        if action == "choose":
            return len(self.desk.data.filings) > 1 or len(self.desk.data.regions) > 1
        if action == "mark":
            return not self.few
        if action == "sums" and self.few:
            return self.state.mode != "rank"
        if action == "parent":
            return bool(self.state.codes)
        return super().applies(action)

    @override
    def close(self) -> bool:
        if super().close():
            kept = self.grid_table.sums.marked
            self.marked = {code: None for code in self.marked if code in kept}
            self._fill()
            return True
        if self.marked:
            self.marked = {}
            self._fill()
            return True
        return False

    # Actions.

    @override
    def go_part(self, part: str) -> None:
        self.part = part
        self._show_parts()
        self.call_after_refresh(self._show_metric)
        self.call_after_refresh(self.grid_table.choose, self.grid_table.column)
        self.focus_soon(self.query_one(f"#compare-{part}"))

    def do_choose(self) -> None:
        """`d`: compare something else."""
        self.post_message(self.Choose(compared_entries(self.desk)))

    @override
    def do_sums(self) -> None:
        if self.few:
            self.few_summed = not self.few_summed
            self._fill()
        else:
            super().do_sums()

    def do_mode(self) -> None:
        """`m`: value, share, rank, index, difference."""
        self._change(mode=MODES[(MODES.index(self.state.mode) + 1) % len(MODES)])

    def do_group(self) -> None:
        """`g`: the groups of prefectures in turn."""
        group, codes = next_group(self.desk, self.state)
        self._change(codes=codes, group=group)

    def do_order(self) -> None:
        """`b`: the other official order, or the prefecture under the cursor as base."""
        if self.state.has_base:
            at = self._place()
            self._change(base="" if at == self.state.base else at)
        else:
            by_code = not self.state.by_code
            self._change(by_code=by_code, codes=in_order(self.desk, self.state.codes, by_code))

    def _change(self, **changes: object) -> None:
        metric, at = self._metric(), self._place()
        self.state = msgspec.structs.replace(self.state, metric=metric.key if metric else "", **changes)
        self._read(at)
        self.post_message(self.Went(visit=True))

    def do_mark(self) -> None:
        """Space: choose the row, and go to the next."""
        self._mark(1)

    def _mark(self, step: int) -> None:
        row = self.grid_table.current
        if row is None or self.few:
            return
        if row.key in self.marked:
            del self.marked[row.key]
        else:
            self.marked[row.key] = None
        at = self.grid_table.cursor
        self._fill()
        self.grid_table.put(at + step)

    @on(Table.Signed)
    def _signed(self, event: Table.Signed) -> None:
        """A click on the sign before a prefecture marks it."""
        event.stop()
        self._mark(0)

    def do_parent(self) -> None:
        """Backspace: back to all prefectures."""
        if self.state.codes:
            self._change(codes=(), group="")
            self.focus_list()

    # Messages.

    @on(Bar.Chosen)
    def _chosen(self, event: Bar.Chosen) -> None:
        if event.command == "mode:":
            event.stop()
            self.do_mode()

    @on(Picture.Turned)
    def _picture_turned(self, event: Picture.Turned) -> None:
        event.stop()
        shown = self.grid_table
        if self.few:
            shown.put(shown.cursor + event.step)
        else:
            shown.choose(shown.column + event.step)

    @on(Table.Turned)
    def _turned(self, event: Table.Turned) -> None:
        event.stop()
        self._show_metric()
        self.post_message(self.Went())

    @on(Table.Sorted)
    def _sorted(self, event: Table.Sorted) -> None:
        event.stop()
        self._show_metric()

    @override
    def show_detail(self) -> None:
        if self.few:
            self._show_metric()

    @override
    def open_row(self) -> None:
        row = self.grid_table.current
        if row is None:
            return
        if self.few:
            self.do_source()
        else:
            self._open(tuple(self.marked) or (row.key,))

    def _open(self, codes: tuple[str, ...]) -> None:
        """Prefectures side by side; one has a page of its own, but where it is measured in some way."""
        if len(codes) == 1 and self.state.mode == MODES[0]:
            self.post_message(self.Go(view(self.NAME, codes[0])))
        else:
            self._change(codes=codes, group="")

    @override
    def narrow(self, text: str) -> None:
        if self.few:
            return
        columns, rows = table(self.desk, self.board, self.state.mode, self.marked)
        codes = typed_codes(self.desk, text)
        self.grid_table.load(columns, [row for row in rows if codes is None or row.key in codes])
        self._show_metric()

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
            self._open(codes)
