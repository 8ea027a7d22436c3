"""Tables whose columns are aligned by blanks: what stands below each other belongs together.

Columns are found in the rows that hold figures; a header may reach over the gaps between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.sources.formats.text.drawn import Found, TextCell, runs
from hrss_tui.sources.text import width

_WORD = re.compile(r"[^ \u3000]+(?:[ \u3000][^ \u3000]+)*")
"""Words with single blanks between them."""
_FIGURE = re.compile(r"[-+−－(（]?\d[\d,，]*(?:\.\d+)?[%％)）]?")
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_SHARE = 0.6
_LONGEST = 1_000
"""Characters of a line of a table."""


class _Word(msgspec.Struct, frozen=True):
    """A cell and the display columns it takes, from `left` to before `right`."""

    cell: TextCell
    left: int
    right: int


def find(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    """Every table of at least three rows of figures and three columns."""
    for stretch in runs(lines, free):
        words = [_words(index + 1, lines[index]) for index in stretch]
        body = [i for i, row in enumerate(words) if len(row) > 1 and any(_is_figure(word) for word in row)]
        if len(body) < _FEWEST_ROWS or len(body) < _SHARE * (len(words) - body[0]):
            continue
        first = _first_of_header(words, body[0])
        columns = _columns(words[first:], words[body[0] :])
        if len(columns) >= _FEWEST_COLUMNS:
            rows = tuple(_row(row, columns) for row in words[first:])
            yield Found(stretch.start + first + 1, stretch.stop, rows, ruled=False)


def _words(number: int, line: str) -> list[_Word]:
    found: list[_Word] = []
    for match in _WORD.finditer(line if len(line) < _LONGEST else ""):
        left = width(line[: match.start()])
        cell = TextCell(match.group(), number, match.start(), match.end())
        found.append(_Word(cell, left, left + width(match.group())))
    return found


def _is_figure(word: _Word) -> bool:
    return _FIGURE.fullmatch(word.cell.text) is not None


def _first_of_header(words: Sequence[Sequence[_Word]], body: int) -> int:
    """The first line of the header: lines of several words above the figures, and a single one between them."""
    first = body
    for index in range(body - 1, -1, -1):
        if len(words[index]) > 1:
            first = index
        elif first - index > 1:
            break
    return first


def _columns(rows: Sequence[Sequence[_Word]], body: Sequence[Sequence[_Word]]) -> list[tuple[int, int]]:
    """Display columns that belong together: those without a gap that all rows of figures share."""
    spans = sorted((word.left, word.right) for row in body for word in row)
    columns: list[list[int]] = []
    for left, right in spans:
        if columns and left <= columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], right)
        else:
            columns.append([left, right])
    for row in rows:
        for word in row:
            if not any(word.left < right and left < word.right for left, right in columns):
                columns.append([word.left, word.right])
    return sorted((left, right) for left, right in columns)


def _row(row: Sequence[_Word], columns: Sequence[tuple[int, int]]) -> tuple[TextCell | None, ...]:
    """The words of a line in their columns: the one a word begins in, or reaches into first."""
    cells: list[TextCell | None] = [None] * len(columns)
    lefts = [left for left, _ in columns]
    for word in row:
        at = max(bisect_right(lefts, word.left) - 1, 0)
        if columns[at][1] <= word.left and at + 1 < len(columns) and columns[at + 1][0] < word.right:
            at += 1
        before = cells[at]
        if before is None:
            cells[at] = word.cell
        else:
            cells[at] = TextCell(f"{before.text} {word.cell.text}", before.line, before.start, word.cell.end)
    return tuple(cells)
