"""A pane of wrapped lines: key figures, details, help. The cursor walks over the lines that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from typing_extensions import override

from hrss_tui.tui.paint.glyphs import UNICODE, Glyphs
from hrss_tui.tui.paint.lines import Line, Seg
from hrss_tui.tui.paint.text import wrap
from hrss_tui.tui.widgets.rows import Rows


class Pane(Rows):
    """Lines that wrap to the width of the pane."""

    def __init__(self, signs: Glyphs = UNICODE, *, title: str = "", id: str | None = None) -> None:
        super().__init__(signs, title=title, id=id)
        self.lines: Sequence[Line] = ()
        self._laid: list[tuple[int, int, int]] = []
        self._first: list[int] = []
        self._leads = False
        self._of = ""
        self.partial = False
        """More lines are to come: nothing is said of how far these go."""

    @property
    @override
    def items(self) -> int:
        return len(self.lines)

    @property
    @override
    def line_count(self) -> int:
        return len(self._laid)

    @property
    def current(self) -> Line | None:
        """The line under the cursor."""
        return self.lines[self.cursor] if self.lines else None

    def load(self, lines: Sequence[Line], cursor: int = 0) -> None:
        """Show other lines, from the top unless a cursor is given."""
        self.lines = lines
        top = cursor == 0
        self._leads = any(line.leads for line in lines)
        self._lay_out()
        while cursor + 1 < len(lines) and self._leads and not self.walkable(cursor):
            cursor += 1
        self._scroll_lines(0)
        self.reset(cursor)
        if top:
            self._scroll_lines(0)

    def tell(self, of: str, lines: Sequence[Line]) -> None:
        """Show what is known of something, from the top; of what was told of last the place stays."""
        edge, here, at = self.edge, self.current, self.cursor
        if of != self._of or here is None or not lines:
            self._of = of
            self.load(lines)
            return
        leads = here.target, here.source
        alike = (
            item for item, line in enumerate(lines) if here.leads and (line.target, line.source) == leads
        )
        self.load(lines, min(alike, key=lambda item: abs(item - at), default=min(at, len(lines) - 1)))
        self.bring_edge(edge)

    @override
    def keep_place(self) -> None:
        """What is shown from the top stays there."""
        if round(self.scroll_y):
            super().keep_place()

    @override
    def first_line(self, item: int) -> int:
        return self._first[item] if item < len(self._first) else 0

    @override
    def height_of(self, item: int) -> int:
        after = self._first[item + 1] if item + 1 < len(self._first) else len(self._laid)
        return after - self.first_line(item)

    @override
    def item_at(self, line: int) -> int:
        return self._laid[line][0]

    @override
    def walkable(self, item: int) -> bool:
        return self.lines[item].leads

    def position(self) -> str:
        """Places that lead somewhere, or how far the text is scrolled."""
        if self.partial or self.line_count <= self.page_lines:
            return ""
        last = min(self.line_count, round(self.scroll_y) + self.page_lines)
        return f"{100 * last // self.line_count}%"

    def _walk(self, how: str) -> None:
        """Move to the next line that leads somewhere where it is near, else scroll."""
        if how in ("up", "down"):
            step = 1 if how == "down" else -1
            goal = self._neighbour(step) if self._leads else self.cursor
            near = abs(self.first_line(goal) - self.first_line(self.cursor)) <= self.page_lines
            if goal != self.cursor and near:
                self.put(goal)
            elif goal == self.cursor and self._leads:
                self.refresh()
            else:
                self._scroll_lines(round(self.scroll_y) + step)
        elif how in ("page_up", "page_down"):
            step = self.page_lines - 1
            self._scroll_lines(round(self.scroll_y) + (step if how == "page_down" else -step))
            self._follow()
        else:
            self._scroll_lines(0 if how == "first" else self.line_count)
            self._follow(how == "last")

    def _follow(self, last: bool = False) -> None:
        """Put the cursor on a line in view that leads somewhere."""
        top = round(self.scroll_y)
        seen = range(top, min(self.line_count, top + self.page_lines))
        items = [item for item in dict.fromkeys(self.item_at(line) for line in seen) if self.walkable(item)]
        if items:
            self.put(items[-1 if last else 0])
        self.refresh()

    def _measure(self) -> None:
        self._lay_out()
        super()._measure()

    def _lay_out(self) -> None:
        # Before its first layout a pane is taken to be as wide as the program: most are, and no line is empty.
        width = max((self.size.width or self.app.size.width) - 2, 8)
        self._laid, self._first = [], []
        for item, line in enumerate(self.lines):
            self._first.append(len(self._laid))
            text = self.signs.plain(line.text)
            spans = wrap(text, width)
            if len(spans) > 1 and line.indent:
                first = spans[0]
                rest = wrap(text[spans[1][0] :], max(width - line.indent, 8))
                spans = [first] + [(start + spans[1][0], end + spans[1][0]) for start, end in rest]
            self._laid += [(item, start, end) for start, end in spans]

    @override
    def paint(self, line: int, width: int) -> Iterable[Seg]:
        item, start, end = self._laid[line]
        shown = self.lines[item]
        if self._first[item] != line and shown.indent:
            yield Seg(" " * shown.indent)
        yield from crop([Seg(self.signs.plain(text), style) for text, style in shown.segs], start, end)


def crop(segs: Iterable[Seg], start: int, end: int) -> Iterable[Seg]:
    """The part [start, end) of some segments, in characters."""
    at = 0
    for text, style in segs:
        low, high = max(start - at, 0), min(end - at, len(text))
        if low < high:
            yield Seg(text[low:high], style)
        at += len(text)
