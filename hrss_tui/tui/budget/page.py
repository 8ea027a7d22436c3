"""Budget: what keys and the mouse do with the tree of amounts and its tables."""

from __future__ import annotations

import msgspec
from textual import on
from typing_extensions import override

from hrss_tui.tui.budget.choices import filing_entries
from hrss_tui.tui.budget.paths import State, ancestors, order_note
from hrss_tui.tui.budget.rows import PARTS, RANKINGS, orders
from hrss_tui.tui.budget.shown import BudgetShown
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows


class BudgetPage(BudgetShown):
    """A tree left, its parts and the detail right; tables in turn, other ways down, a filter."""

    @override
    def tab(self, step: int) -> bool:
        """In a narrow terminal the parts and the detail take turns below the tree; Tab turns them, first to the detail in sight."""
        if not self.screen.has_class("narrow") or self.state.part in RANKINGS:
            return False
        panes: list[Rows] = [self.amounts, self.query_one("#budget-detail", Pane)]
        if self.children_table.rows:
            panes.append(self.children_table)
        at = next((index for index, pane in enumerate(panes) if pane.has_focus), 0)
        target = panes[(at + step) % len(panes)]
        self.set_class(target is self.children_table, "parts")
        self.focus_soon(target)
        return True

    @override
    def applies(self, action: str) -> bool:
        if action == "choose":
            return len(self.desk.data.filings) > 1
        if action == "order":
            return self.state.part == PARTS[0].key
        return super().applies(action)

    @override
    def close(self) -> bool:
        had = self.filtered is not None
        closed = super().close()
        if had:
            self.narrow("")
        return closed or had

    # Actions.

    def do_choose(self) -> None:
        """`d`: another department, year or phase; the table and the row stay where that has them."""
        self.post_message(self.Choose(filing_entries(self.desk, self.current())))

    @override
    def go_part(self, part: str) -> None:
        self._set(State(part, doc_id=self.state.doc_id))
        self.focus_list()
        self.post_message(self.Went(visit=True))

    def _orders(self) -> list[tuple[str, ...]]:
        part = self._part()
        return orders(self.desk, self.state.doc_id, part) if part else []

    def do_order(self) -> None:
        """`b`: take the same money apart in another order."""
        known = self._orders()
        now = self.state.by or known[0]
        after = known[(known.index(now) + 1) % len(known)] if now in known else known[0]
        self._set(msgspec.structs.replace(self.state, by=() if after == known[0] else after))
        self.post_message(self.Went(visit=True))
        self.post_message(self.Note(order_note(self.desk, self.state.doc_id, self._part(), after)))

    def do_parent(self) -> None:
        """Backspace: one level up."""
        if not self.amounts.has_focus and self.state.part not in RANKINGS:
            self.screen.set_focus(self.amounts, scroll_visible=False)
        else:
            self.amounts.to_parent()

    # Messages.

    @on(Rows.Moved, "#budget-children")
    def _child_moved(self, event: Rows.Moved) -> None:
        if self.state.part not in RANKINGS:
            event.stop()
            self.post_message(self.Went())

    @override
    def open_row(self) -> None:
        row = self.children_table.current
        if self.state.part in RANKINGS:
            if row is not None:
                self.open_line(row)
            return
        current = self.amounts.current
        if current is not None and not current.leaf:
            self.amounts.toggle()
        else:
            self.screen.set_focus(self.query_one("#budget-detail"), scroll_visible=False)
        self.post_message(self.Went(visit=True))

    @on(Rows.Opened, "#budget-children")
    def _child_opened(self, event: Rows.Opened) -> None:
        if self.state.part in RANKINGS:
            return
        event.stop()
        event.prevent_default()
        row = self.children_table.current
        if row is not None and self.amounts.seek([*ancestors(self.stems, row.key), row.key]):
            if not self.stems[row.key].children:
                self.screen.set_focus(self.amounts, scroll_visible=False)
            self.post_message(self.Went(visit=True))
