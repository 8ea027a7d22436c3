"""A pane of lines that take one row each, however long they are: none is looked at before it is seen."""

from __future__ import annotations

from collections.abc import Iterable

from typing_extensions import override

from hrss_tui.tui.paint.lines import Seg
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
    def _lay_out(self) -> None:
        """Nothing is wrapped."""

    @override
    def paint(self, line: int, width: int) -> Iterable[Seg]:
        return self.lines[line].segs
