"""A sortable table: numbers to the right, the first column (or `fixed` many) stays while the others move sideways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.message import Message
from typing_extensions import override

from hrss_tui.tui.paint.glyphs import UNICODE, Glyphs, bar
from hrss_tui.tui.paint.lines import Seg
from hrss_tui.tui.paint.text import cells, clean, pad
from hrss_tui.tui.widgets.alike import names_apart
from hrss_tui.tui.widgets.columns import Cell, Column, Row, heading, in_order
from hrss_tui.tui.widgets.made import Made
from hrss_tui.tui.widgets.rows import Frame, Rows
from hrss_tui.tui.widgets.spread import GAP, Spread
from hrss_tui.tui.widgets.sums import Summed

SIGN = 2
"""Cells up to which a click on a row is one on its sign."""
SAMPLE = 100
"""Rows that are made for the widths of columns where rows are made when they are looked at."""
MEASURED = 500
"""Rows that are looked at for the widths of columns where all are there."""
HEADS = 4
"""Lines a heading may take; what is longer is cut before its last line, the unit."""
TALL, MANY = 28, 6
"""Lines of a table that has room for longer ones, and how long."""


class Table(Rows):
    """Columns and rows; `[` and `]` choose the column to sort by."""

    class Sorted(Message):
        """The rows stand in another order."""

    class Turned(Message):
        """Another column is the chosen one."""

        def __init__(self, table: Table) -> None:
            super().__init__()
            self.table = table

        @property
        def control(self) -> Table:
            """The table it happened in."""
            return self.table

    class Signed(Rows.Moved):
        """The sign before a row was clicked, by which it is marked."""

    marking = False
    """Whether the rows begin with such a sign."""

    def __init__(
        self, signs: Glyphs = UNICODE, *, title: str = "", choosing: bool = False, id: str | None = None
    ) -> None:
        super().__init__(signs, title=title, id=id)
        self.choosing = choosing
        self.fixed = 1
        self.column = 1
        self.columns: tuple[Column, ...] = ()
        self.rows: Sequence[Row] = []
        self.printed: Sequence[Row] = []
        self.sort: int | None = None
        self.descending = False
        self.left = 0
        self.sums = Summed()
        self.widths: list[int] = []
        self._drawn: list[int] = []
        self._names: dict[str, str] = {}
        """The names of rows that would look alike, by key."""
        self._named_by = -1
        self._told: object = None
        self._needs: list[int] = []
        """Cells that the widest cell of each column takes, as far as cells have been looked at."""

    @property
    @override
    def items(self) -> int:
        return len(self.rows)

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def load(self, columns: Sequence[Column], rows: Sequence[Row], key: str = "", fixed: int = 1) -> None:
        """Show rows in the order given (or as sorted before, where there are as many columns); `fixed` columns stay."""
        if (len(columns), fixed) != (len(self.columns), self.fixed):
            self.sort, self.left = None, 0
        if self.sort is not None and columns[self.sort].low != self.columns[self.sort].low:
            self.descending = not self.descending  # the same rows come first
        self.columns, self.fixed = tuple(columns), fixed
        self.column = max(fixed, min(self.column, len(columns) - 1))
        self.printed = rows if isinstance(rows, Made) else list(rows)
        self._needs = self._needed()
        self._told = None
        self._order()
        keys = _keys(self.rows)
        self.sums.marked &= set(keys) if self.sums.marked else set()
        self._sum()
        self._lay_out()
        self.reset(keys.index(key) if key in keys else 0)

    def seek(self, key: str) -> bool:
        """Put the cursor on a row by its key."""
        keys = _keys(self.rows)
        if key in keys:
            self.put(keys.index(key))
        return key in keys

    def turn_sort(self, step: int) -> None:
        """Sort by the next or previous column: first downwards, and past the last column as printed again.

        Where a column is chosen it is the one to sort by.
        """
        places: list[tuple[int | None, bool]] = [(None, False)]
        for index, column in enumerate(self.columns):
            if not column.bar and (not self.choosing or index == self.column):
                places += [(index, column.downwards), (index, not column.downwards)]
        now = (self.sort, self.descending)
        here = places.index(now) if now in places else 0
        self.sort_by(*places[(here + step) % len(places)])

    def sort_by(self, column: int | None, descending: bool) -> None:
        """Sort by a column and keep the cursor on its row."""
        key = self.current.key if self.current else ""
        self.sort, self.descending = column, descending
        self._order()
        self._show_column(column)
        self.reset(_keys(self.rows).index(key) if key else 0)
        self.post_message(self.Sorted())

    def _order(self) -> None:
        if self.sort is None:
            self.rows, self.descending = self.printed, False
            return
        column = self.columns[self.sort]
        self.rows = in_order(self.printed, column, self.sort, descending=self.descending)

    # Total, mean and median.

    @property
    def adds_up(self) -> bool:
        """Whether any column's numbers can be put together."""
        return len(self.rows) > 1 and any(column.adds for column in self.columns)

    def sum_up(self, names: tuple[str, str, str] | None) -> None:
        """Show total, mean and median of the marked rows under these names, else of all; or do not show them."""
        self.sums.names = names
        self._sum()
        self.reset(self.cursor)

    def mark(self, keys: Iterable[str]) -> None:
        """Choose rows, or give them back."""
        self.sums.marked ^= set(keys)
        self._sum()
        self.reset(self.cursor)

    def _sum(self) -> None:
        marked, rows = self.sums.marked, self.rows if self.sums.names else ()
        chosen = (row.cells for row in rows if not marked or row.key in marked)
        self.sums.reckon(
            [column.adds for column in self.columns],
            ([(cell.text, cell.order) for cell in cells_] for cells_ in chosen),
        )

    @override
    def footer(self) -> list[Sequence[Seg]]:
        found = self.sums.lines(len(self.sums.marked) or len(self.rows)) if self.adds_up else []
        return [self._footer_line(name, texts) for name, texts in found]

    def _footer_line(self, name: str, texts: Sequence[str]) -> list[Seg]:
        """The name stands in the first column that has no numbers."""
        segs, named = [Seg(" ", "head")], False
        for index in self._shown():
            column, text = self.columns[index], texts[index]
            if not named and not column.right:
                text, named = name, True
            segs += [
                Seg(pad(text, self.widths[index], column.right, self.signs.ellipsis), "head"),
                Seg(" " * GAP),
            ]
        return segs

    @override
    def sign_of(self, item: int) -> str:
        marked = (
            self.sums.marked if not self.choosing else ()
        )  # where a column is chosen the names have marks
        return self.signs.marked if marked and _keys(self.rows)[item] in marked else super().sign_of(item)

    # Layout.

    def _measure(self) -> None:
        self._lay_out()
        super()._measure()

    def _lay_out(self) -> None:
        self.widths = [self._width_of(index, column) for index, column in enumerate(self.columns)]
        spare = self.scrollable_size.width - 1 - sum(self.widths) - GAP * (len(self.widths) - 1)
        growing = [index for index, column in enumerate(self.columns) if column.grow]
        if spare < 0 and growing:
            words = [index for index, column in enumerate(self.columns) if column.is_words]
            self.widths = self._spread.narrowed(growing[0], words)
        elif spare > 0:
            taking = [index for index, column in enumerate(self.columns) if column.grow or column.leave]
            for index in taking:
                self.widths[index] += min(spare // len(taking), self._lacking(index))
        self.left = min(self.left, self._spread.farthest)
        if self.choosing:
            self._show_column(self.column)

    def _lacking(self, index: int) -> int:
        """Cells a growing column can use: figures are not to stand far from the names they are of."""
        column = self.columns[index]
        if column.bar:
            return self.scrollable_size.width
        return max(0, max(self._needs[index], cells(column.title) + 2) - self.widths[index])

    def _width_of(self, index: int, column: Column) -> int:
        if column.width:
            return column.width
        need = self._needs[index]
        need = max(need, *map(cells, self.sums.texts(index) or ("",)))
        if column.head:
            return max(need, column.head)
        return min(max(need, cells(column.title) + 2), column.most)

    def _needed(self) -> list[int]:
        seen = self.printed[: SAMPLE if isinstance(self.printed, Made) else MEASURED]
        return [
            max((cells(row.cells[index].text) for row in seen), default=1)
            for index in range(len(self.columns))
        ]

    def _see(self, index: int, need: int) -> None:
        """A cell that was made when it came into view may be wider than those its column was measured by."""
        if need > self._needs[index]:
            self._needs[index] = need
            self.call_later(self._widen)

    def _widen(self) -> None:
        self._lay_out()
        self.refresh()

    @property
    def _spread(self) -> Spread:
        return Spread(tuple(self.widths), self.fixed, self.scrollable_size.width - 1)

    def _show_column(self, column: int | None) -> None:
        if column is not None:
            self.left = self._spread.showing(column, self.left)

    def sideways(self, step: int) -> None:
        """Move the other columns, or choose one where columns are chosen."""
        if self.choosing:
            self.choose(self.column + step)
        else:
            self.left = max(0, min(self.left + step, self._spread.farthest))
        self.refresh()

    def choose(self, column: int) -> None:
        """Make a column the chosen one; those that stay cannot be."""
        column = max(self.fixed, min(column, len(self.columns) - 1))
        self._show_column(column)
        if column != self.column:
            self.column = column
            self.post_message(self.Turned(self))
        self.refresh()

    def _shown(self) -> list[int]:
        return self._spread.shown(self.left)

    # Drawing.

    @override
    def _framed(self) -> Frame:
        self._drawn = self._shown()
        self._tell_apart()
        return super()._framed()

    def _tell_apart(self) -> None:
        """Anew where rows, columns or widths are others than before; of rows that are made when looked at those in view."""
        made = isinstance(self.printed, Made)
        first = round(self.scroll_y) if made else 0
        told = (self._drawn, self.widths, first, self.size.height if made else 0)
        if told == self._told:
            return
        self._told = told
        rows = self.rows[first : first + self.size.height] if made else self.printed[:MEASURED]
        words = [index for index, column in enumerate(self.columns) if column.is_words]
        drawn = [index for index in words if index in self._drawn]
        hidden = [index for index in words if index not in self._drawn]
        self._named_by = next((index for index, column in enumerate(self.columns) if column.grow), 0)
        drawn.sort(key=lambda index: index != self._named_by)
        texts = {row.key: [cell.text for cell in row.cells] for row in rows}
        named = drawn[:1] == [self._named_by]
        self._names = names_apart(texts, drawn, hidden, self.widths, self.signs.ellipsis) if named else {}

    @override
    def header(self, width: int) -> list[Sequence[Seg]]:
        if not self.columns:
            return []
        titles = {index: self._title_lines(index) for index in self._shown()}
        height = max(len(lines) for lines in titles.values())
        lines: list[Sequence[Seg]] = [self._header_line(titles, row, height) for row in range(height)]
        if max(titles) < len(self.columns) - 1:
            used = sum(cells(text) for text, _ in lines[-1][:-1])
            more = Seg(pad(self.signs.crumb, max(width - used, 1), right=True), "head")
            lines[-1] = [*lines[-1][:-1], more]
        return lines

    def _title_lines(self, index: int) -> list[str]:
        """The title of a column wrapped, with the mark of sorting."""
        column = self.columns[index]
        mark = (self.signs.down if self.descending else self.signs.up) if index == self.sort else ""
        wide = self.widths[index] if index < len(self.widths) else max(column.head, 8)
        if not column.head:
            return [column.title + mark]
        lines = heading(column.title, wide, HEADS if self.size.height < TALL else MANY, self.signs.ellipsis)
        return [*lines[:-1], lines[-1] + mark]

    def _header_line(self, titles: dict[int, list[str]], row: int, height: int) -> list[Seg]:
        segs = [Seg(" ", "head")]
        for index, lines in titles.items():
            column, at = self.columns[index], row - (height - len(lines))
            wide = self.widths[index] if index < len(self.widths) else 8
            style = "focus" if self.choosing and index == self.column else "head"
            text = lines[at] if at >= 0 else ""
            segs += [Seg(pad(text, wide, column.right, self.signs.ellipsis), style), Seg(" " * GAP)]
        return segs

    @override
    def paint(self, line: int, width: int) -> list[Seg]:
        row, left = self.rows[line], width
        segs = []
        for index in self._drawn if self._frame else self._shown():
            wide = max(0, min(self.widths[index], left))
            cell = row.cells[index]
            if index == self._named_by and row.key in self._names:
                cell = Cell(self._names[row.key], cell.order, cell.style)
            segs += [self._drawn_cell(index, cell, wide), Seg(" " * GAP)]
            left -= wide + GAP
        return segs

    def _drawn_cell(self, index: int, cell: Cell, wide: int) -> Seg:
        """A cell in the room there is; a number is drawn whole or not at all."""
        column = self.columns[index]
        if column.bar:
            share = cell.order if isinstance(cell.order, float) else 0.0
            return Seg(bar(share, wide, self.signs), cell.style or "bar")
        text = clean(cell.text)
        if not column.width:
            self._see(index, cells(text) if column.head else min(cells(text), column.most))
        if isinstance(cell.order, (int, float)) and cells(text) > wide:
            text = self.signs.ellipsis
        return Seg(pad(text, wide, column.right, self.signs.ellipsis), cell.style)

    @override
    def click_sign(self, item: int, x: int) -> bool:
        if not self.marking or x > SIGN:
            return False
        self.put(item)
        self.post_message(self.Signed(self, item))
        return True

    @override
    def click_header(self, row: int, x: int) -> None:
        index = self._column_at(x)
        if index is not None and not self.columns[index].bar:
            if self.choosing:
                self.choose(index)
            downwards = not self.descending if index == self.sort else self.columns[index].downwards
            self.sort_by(index, downwards)

    @override
    def click_item(self, x: int) -> None:
        index = self._column_at(x)
        if self.choosing and index is not None and index >= self.fixed:
            self.choose(index)

    def _column_at(self, x: int) -> int | None:
        """The column drawn at a cell of the widget."""
        at = 1
        for index in self._shown():
            at += self.widths[index] + GAP
            if x < at:
                return index
        return None


def _keys(rows: Sequence[Row]) -> Sequence[str]:
    return rows.keys if isinstance(rows, Made) else [row.key for row in rows]
