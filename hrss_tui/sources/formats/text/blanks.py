"""Tables whose columns are aligned by blanks: what stands below each other belongs together.

Columns are found in the rows that hold figures; a header may reach over the gaps between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from hrss_tui.sources import marks
from hrss_tui.sources.formats.text.drawn import Found, TextCell, runs
from hrss_tui.sources.text import width

_WORD = re.compile(r"[^ \u3000]+(?:[ \u3000][^ \u3000]+)*")
"""Words with single blanks between them."""
_FIGURE = re.compile(r"[-+−－(（]?\d[\d,，]*(?:\.\d+)?[%％)）]?")
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 2
_LONGEST_NAME = 40
_GAP = 2
"""Blank lines that may stand inside a table."""
_LONGEST = 1_000
"""Characters of a line of a table."""


Cells = tuple[TextCell | None, ...]


class _Word(msgspec.Struct, frozen=True):
    """A cell, the display columns it takes, from `left` to before `right`, and the line it stands in."""

    cell: TextCell
    left: int
    right: int
    line: str


def find(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    """Every stretch of lines whose words stand below each other in two columns or more.

    Lines behind a table, set off by a few blank ones, belong to it where they stand in its columns.
    """
    last, known, used = 0, _Columns(), frozenset[int]()
    body: list[Cells] = []
    for stretch in runs(lines, free):
        words = [_words(index + 1, lines[index]) for index in stretch]
        found = _table(words, stretch.start)
        if stretch.start - last <= _GAP and any(map(_is_figure, words[0])):
            rows = known.rows(words) or (
                _in_order(found[0], known, used) if found else _total(words, known, body)
            )
            found = (Found(stretch.start + 1, stretch.stop, rows, ruled=False), known) if rows else None
        if found is not None:
            table, known = found
            body = [row for row in table.rows if any(cell and _FIGURE.fullmatch(cell.text) for cell in row)]
            used = frozenset(at for row in body for at, cell in enumerate(row) if cell)
            last = table.last
            yield table


def _total(words: Sequence[Sequence[_Word]], known: _Columns, body: Sequence[Cells]) -> tuple[Cells, ...]:
    """A line of a name and as many figures as the rows above it have, as their last row; none where it is none."""
    (label, *figures), others = words[0], words[1:]
    named = [at for row in body for at, cell in enumerate(row) if cell and not _FIGURE.fullmatch(cell.text)]
    name = max(named, default=len(known.bounds))
    places = sorted({at for row in body for at, cell in enumerate(row) if cell and at > name})
    if (
        others
        or _is_figure(label)
        or not places
        or len(figures) != len(places)
        or not all(map(_is_figure, figures))
    ):
        return ()
    cells = dict(zip((name, *places), (label.cell, *(word.cell for word in figures)), strict=True))
    return (tuple(cells.get(at) for at in range(len(known.bounds))),)


def _in_order(table: Found, known: _Columns, used: frozenset[int]) -> tuple[Cells, ...]:
    """The rows of a part that is aligned anew, in the columns that rows above it use; none where it has others."""
    places = sorted(used)
    if any(len(row) != len(places) for row in table.rows):
        return ()
    found: list[Cells] = []
    for row in table.rows:
        cells: list[TextCell | None] = [None] * len(known.bounds)
        for place, cell in zip(places, row, strict=True):
            cells[place] = cell
        found.append(tuple(cells))
    return tuple(found)


def _table(words: Sequence[Sequence[_Word]], start: int) -> tuple[Found, _Columns] | None:
    """The table that stands in a stretch of lines from an index on, and its columns."""
    beside = [i for i, row in enumerate(words) if len(row) > 1]
    if len(beside) < _FEWEST_ROWS or _is_contents([words[i] for i in beside]):
        return None
    first, last = _first(words, beside[0]), _last(words, beside[-1])
    table = words[first : last + 1]
    columns = _columns(table)
    wide = max(len(row) for row in table) > _FEWEST_COLUMNS
    if len(columns.bounds) < _FEWEST_COLUMNS or not (wide or len(beside) > _FEWEST_ROWS):
        return None
    rows = tuple(columns.row(row) for row in table)
    return Found(start + first + 1, start + last + 1, rows, ruled=False), columns


def _is_contents(rows: Sequence[Sequence[_Word]]) -> bool:
    """Do the lines end with the numbers of pages?"""
    ends = [row[-1].cell.text for row in rows]
    if not all(end.isascii() and end.isdigit() and len(end) < 4 for end in ends):
        return False
    numbers = [int(end) for end in ends]
    return numbers == sorted(numbers) and all(len(row) == 2 for row in rows)


def _first(words: Sequence[Sequence[_Word]], beside: int) -> int:
    """The first line of a table: a header over several columns may stand alone above them, away from the margin."""
    first = beside
    while first > 0 and len(words[first - 1]) == 1 and words[first - 1][0].left > 0:
        first -= 1
    return first


def _last(words: Sequence[Sequence[_Word]], beside: int) -> int:
    """The last line of a table: below the last line of several words, names without figures and no sentences."""
    last = beside
    while last + 1 < len(words) and not _is_text(words[last + 1][0].cell.text):
        last += 1
    return last


def _is_text(text: str) -> bool:
    return marks.is_note(text) or marks.is_ended(text) or len(text) > _LONGEST_NAME


def _words(number: int, line: str) -> list[_Word]:
    found: list[_Word] = []
    for match in _WORD.finditer(line if len(line) < _LONGEST else ""):
        left = width(line[: match.start()])
        cell = TextCell(match.group(), number, match.start(), match.end())
        found.append(_Word(cell, left, left + width(match.group()), line))
    return found


def _is_figure(word: _Word) -> bool:
    return _FIGURE.fullmatch(word.cell.text) is not None


class _Columns(msgspec.Struct, frozen=True):
    """Display columns that belong together: from where to before where, in order."""

    bounds: tuple[tuple[int, int], ...] = ()

    def over(self, word: _Word) -> int | None:
        """The first column that a word reaches into."""
        at = bisect_right(self.bounds, word.left, key=lambda bound: bound[1])
        return at if at < len(self.bounds) and self.bounds[at][0] < word.right else None

    def rows(self, words: Sequence[Sequence[_Word]]) -> tuple[Cells, ...]:
        """The rows of lines whose words each stand in a column of their own; none where one does not."""
        if not all(map(self._fit, words)):
            return ()
        return tuple(self.row(row) for row in words)

    def _fit(self, row: Sequence[_Word]) -> bool:
        places = [self.over(word) for word in row]
        return None not in places and len(set(places)) == len(places)

    def beside(self, word: _Word, taken: Collection[int]) -> int | None:
        """The column next to a word that reaches into none, where no other word of its line stands in it."""
        right = bisect_right(self.bounds, word.left, key=lambda bound: bound[1])
        nearest = sorted(
            (at for at in (right - 1, right) if 0 <= at < len(self.bounds)),
            key=lambda at: max(self.bounds[at][0] - word.right, word.left - self.bounds[at][1]),
        )
        return next((at for at in nearest if at not in taken), None)

    def row(self, words: Sequence[_Word]) -> Cells:
        """The words of a line in their columns."""
        places: dict[int, list[_Word]] = {}
        for word in words:
            if (at := self.over(word)) is not None:
                places.setdefault(at, []).append(word)
        for word in words:
            if self.over(word) is None:
                free = self.beside(word, places)
                places.setdefault(0 if free is None else free, []).append(word)
        return tuple(_joined(places[at]) if at in places else None for at in range(len(self.bounds)))


def _joined(words: Sequence[_Word]) -> TextCell:
    """Words of one column as one cell, with what stands between them."""
    first, last = words[0].cell, words[-1].cell
    return TextCell(words[0].line[first.start : last.end], first.line, first.start, last.end)


def _columns(table: Sequence[Sequence[_Word]]) -> _Columns:
    """The columns of a table: what has no gap that all rows from the first figure on share.

    A label of the header above none of them has a column of its own, in which no row has anything; but where a
    column beside it has no label, that is its label, and figures are set to the right of it.
    """
    body = next((i for i, row in enumerate(table) if any(map(_is_figure, row))), 0)
    columns = _merged((word.left, word.right) for row in table[body:] for word in row)
    labels = [word for row in reversed(table[:body]) for word in row]
    for label in labels:
        if columns.over(label) is None:
            columns = _with(columns, label, labels)
    return columns


def _merged(spans: Iterable[tuple[int, int]]) -> _Columns:
    bounds: list[tuple[int, int]] = []
    for left, right in sorted(spans):
        if bounds and left <= bounds[-1][1]:
            bounds[-1] = bounds[-1][0], max(bounds[-1][1], right)
        else:
            bounds.append((left, right))
    return _Columns(tuple(bounds))


def _with(columns: _Columns, label: _Word, labels: Sequence[_Word]) -> _Columns:
    """The columns with a label that stands above none of them."""
    at = bisect_right(columns.bounds, label.left, key=lambda bound: bound[1])
    bounds = list(columns.bounds)
    for beside in (at, at - 1):
        if 0 <= beside < len(bounds) and not any(_is_over(bounds[beside], other, label) for other in labels):
            bounds[beside] = min(bounds[beside][0], label.left), max(bounds[beside][1], label.right)
            return _Columns(tuple(bounds))
    return _Columns((*bounds[:at], (label.left, label.right), *bounds[at:]))


def _is_over(bound: tuple[int, int], word: _Word, label: _Word) -> bool:
    """Does a word stand above a column and not above a label beside it as well?"""
    over_both = word.left < label.right and label.left < word.right
    return word.left < bound[1] and bound[0] < word.right and not over_both
