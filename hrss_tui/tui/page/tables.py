"""What keys do with the tables of a page: sort them, sum them up, choose rows for the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import Container

from hrss_tui.tui.desk.desk import Desk

if TYPE_CHECKING:
    from hrss_tui.tui.widgets.table import Table


class TabledPage(Container):
    """A page as far as it has tables."""

    desk: Desk

    def do_sort_right(self) -> None:
        """`]`: sort by the next column."""
        self._sort(1)

    def do_sort_left(self) -> None:
        """`[`: sort by the previous column."""
        self._sort(-1)

    def _sort(self, step: int) -> None:
        from hrss_tui.tui.widgets.table import Table

        focused = self.screen.focused
        tables = self._sortable()
        if isinstance(focused, Table):
            focused.turn_sort(step)
        elif tables:
            tables[0].turn_sort(step)

    def do_sums(self) -> None:
        """`=`: total, mean and median below the tables whose numbers add up; of the marked rows where there are any."""
        tables = self._summable()
        shown = any(table.sums.names for table in tables)
        for table in tables:
            table.sum_up(None if shown else self.sum_names())

    def sum_names(self) -> tuple[str, str, str]:
        """What total, mean and median are called."""
        return self.desk.say("sums.total"), self.desk.say("sums.mean"), self.desk.say("sums.median")

    def do_mark(self) -> None:
        """Space: choose the row for the sums, and go to the next."""
        table = self._marking()
        if table is not None and table.current is not None:
            table.mark([table.current.key])
            table.put(table.cursor + 1)

    def _marking(self) -> Table | None:
        """The table under the keys, where its sums are shown: of which rows can be chosen."""
        tables = (table for table in self._summable() if table.sums.names)
        return next((table for table in tables if table is self.screen.focused), None)

    def _summable(self) -> list[Table]:
        """By the name of their class: the first page has no table, and does not import them."""
        tables = cast("list[Table]", list(self.query("Table")))
        return [table for table in tables if table.display and table.adds_up]

    def _sortable(self) -> list[Table]:
        from hrss_tui.tui.widgets.table import Table

        return [table for table in self.query(Table) if table.display and table.rows]
