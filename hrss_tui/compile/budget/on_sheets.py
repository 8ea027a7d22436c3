"""On which sheet of a workbook tables and lines stand: no title of a table stands on another sheet than its rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hrss_tui.compile.basics.money import is_amount
from hrss_tui.compile.budget.levels import is_total
from hrss_tui.sources.formats.form import Page
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.tables import Segment


class Sheets:
    """The sheets of a file, and the one that was looked at last."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._sheets = [page for page in pages if page.kind == "sheet" and page.first]
        self._last = -1

    def turned_to(self, line: int) -> str | None:
        """The name of the sheet that a line stands on, where it is another than that of the last line asked for."""
        at = self._at(line)
        if at == self._last:
            return None
        self._last = at
        return self._sheets[at].label if at >= 0 else None

    def within(self, blocks: Sequence[Placed], line: int) -> list[Placed]:
        """Those of blocks that stand on the sheet of a line."""
        at = self._at(line)
        return [block for block in blocks if self._at(block.text.line_start) == at]

    def _at(self, line: int) -> int:
        return bisect_right(self._sheets, line, key=lambda page: page.first) - 1


def has_sum(segments: Sequence[Segment]) -> bool:
    """Is there a row named 合计, with an amount?"""
    return any(_is_sum(row.texts()) for segment in segments for row in segment.rows)


def _is_sum(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and is_total(filled[0]) and any(map(is_amount, filled[1:]))
