"""A pane of lines that take one row each, however long they are: none is looked at before it is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from typing_extensions import override

from hrss_tui.tui.paint.lines import Line, Seg
from hrss_tui.tui.widgets.pane import Pane


class Listing(Pane):
    """As fast with a sequence that makes its lines when they are asked for as with one line."""

    @property
    @override
    def line_count(self) -> int:
        return self.items

    @override
    def first_line(self, item: int) -> int:
        return item

    @override
    def height_of(self, item: int) -> int:
        return 1

    @override
    def item_at(self, line: int) -> int:
        return line

    @override
    def load(self, lines: Sequence[Line], cursor: int = 0) -> None:
        """Show other lines. How far they can be scrolled is worked out when they are painted, unless a cursor is given."""
        if cursor:
            super().load(lines, cursor)
            return
        self.lines = lines
        self._leads = any(line.leads for line in lines)
        self.cursor = next((item for item in range(len(lines)) if self.walkable(item)), 0)
        self._scroll_lines(0)
        self.refresh()
        self.call_after_refresh(self._measure)

    @override
    def _lay_out(self) -> None:
        """Nothing is wrapped."""

    @override
    def paint(self, line: int, width: int) -> Iterable[Seg]:
        return self.lines[line].segs
