"""Tables without rulings: rows with figures that stand below each other, cut into columns by what no row writes in.

Found are blocks of lines with figures, one below the other; lines between them that are no prose belong to them, as
rows of their own or as the halves of wrapped names. What stands above a block like the heads of its columns is its
header. Lists with leaders, contents and prose are no tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hrss_tui.sources.formats.pdf.aligned_header import ORDINAL, header_lines
from hrss_tui.sources.formats.pdf.columns import FIGURE, Column, between, columns_of, edges_of
from hrss_tui.sources.formats.pdf.heads import (
    header_cells,
    heads_of,
    leaves_of,
    rows_between,
    with_empty,
)
from hrss_tui.sources.formats.pdf.lines import Line, box_of, joined, text_of, words_of
from hrss_tui.sources.formats.pdf.table import PageTable, TableCell

_WORD = 0.8
"""Texts that are parted by more than this (em) may stand in two columns."""
_FIGURE_APART = 0.35
"""A figure may stand so near (em) to the text of the next column."""
_LEADER = re.compile(r"[.．·…。‧・]{4}|…{2}|(?:[.．·]\s){4}")
_FEWEST = 3
"""A table has at least so many rows with figures."""
_APART = 6.0
"""Rows of a table stand no farther below each other than this (em)."""
_NEAR = 0.85
"""Half a name stands at most this far (em) above or below the row it belongs to."""
_WRAPPED = 1.6
"""The second line of a name stands at most this far (em) below the first."""
_NEXT = 2.6
"""The next row stands at most this far (em) below."""
_EVEN = 2.0
"""Texts that begin no farther apart (points) begin in one column."""
_TIGHT = 0.75
"""Lines of one row are nearer than this share of the distance of two rows."""
_PROSE = 0.75
"""A single text as long as this share of the block is prose."""
_SENTENCE = re.compile(r"[。；]$")


class _Row(msgspec.Struct):
    """A row that is being put together from its lines; `main` has its figures."""

    main: Line
    lines: list[Line]


def aligned_tables(lines: Sequence[Line]) -> tuple[list[PageTable], list[Line]]:
    """The tables that lines make by their alignment, and the lines that are left."""
    tables: list[PageTable] = []
    rest: list[Line] = []
    done = 0
    for start, end in _blocks(lines):
        made = _table(lines[done:start], lines[start:end])
        if made is None:
            continue
        table, header = made
        rest += lines[done : start - header]
        tables.append(table)
        done = end
    return tables, [*rest, *lines[done:]]


def _is_row(line: Line) -> bool:
    """Has the line a figure and other text apart from it?"""
    if _LEADER.search(text_of(line)):
        return False
    return len(words_of(line, _WORD)) >= 2 and any(
        FIGURE.fullmatch(text_of(word)) for word in words_of(line, _FIGURE_APART)
    )


def _blocks(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Stretches of lines that may be the bodies of tables: first line, line behind the last."""
    found: list[tuple[int, int]] = []
    rows = [index for index, line in enumerate(lines) if _is_row(line)]
    start = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and _go_together(lines, rows[at - 1], rows[at]):
            continue
        if at - start >= _FEWEST or _is_figures(lines[rows[start]]):
            found.append(_with_halves(lines, rows[start], rows[at - 1] + 1))
        start = at
    return found


def _is_figures(line: Line) -> bool:
    """Has the line so many figures that it may be the only row of a table?"""
    texts = [text_of(word) for word in words_of(line, _WORD)]
    return sum(FIGURE.fullmatch(text) is not None for text in texts) >= _FEWEST


def _go_together(lines: Sequence[Line], first: int, second: int) -> bool:
    """May two rows belong to one table: near to each other, and nothing between them that is prose?"""
    upper, lower = lines[first], lines[second]
    if lower.base - upper.base > _APART * max(upper.em, lower.em) * (second - first):
        return False
    width = max(upper.box.right, lower.box.right) - min(upper.box.left, lower.box.left)
    return not any(_is_prose(line, width) for line in lines[first + 1 : second])


def _is_prose(line: Line, width: float) -> bool:
    text = text_of(line)
    long = line.box.right - line.box.left > _PROSE * width and len(words_of(line, _WORD)) == 1
    return long or bool(_SENTENCE.search(text)) or bool(_LEADER.search(text))


def _with_halves(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The block with halves of names directly above its first and below its last row."""
    while start > 0 and _leads_to(lines[start - 1], lines[start]):
        start -= 1
    while end < len(lines) and _hangs_on(lines[end - 1], lines[end]):
        end += 1
    return start, end


def _leads_to(line: Line, row: Line) -> bool:
    """Is the line above a row the upper half of its name, or a row without figures of its own?"""
    apart = row.base - line.base
    text = text_of(line)
    if _SENTENCE.search(text) or _LEADER.search(text):
        return False
    several = len(words_of(line, _WORD)) > 1
    return apart <= _NEAR * row.em or (
        apart <= _APART * row.em and several and ORDINAL.match(text) is not None
    )


def _hangs_on(row: Line, line: Line) -> bool:
    """Is the line below a row the lower half of its name, or a numbered row without figures, below its like?"""
    apart = line.base - row.base
    text = text_of(line)
    if _SENTENCE.search(text) or _LEADER.search(text):
        return False
    if apart <= _NEAR * row.em:
        return True
    lefts = [word.box.left for word in words_of(row, _FIGURE_APART)]
    below = any(abs(line.box.left - left) <= _EVEN for left in lefts)
    return apart <= _NEXT * row.em and below and ORDINAL.match(text) is not None


def _table(above: Sequence[Line], block: Sequence[Line]) -> tuple[PageTable, int] | None:
    """The table of a block and how many lines above it are its header; None where it is none."""
    figures = [line for line in block if _is_row(line)]
    columns = columns_of(figures)
    if len(columns) < 2 or _is_contents(figures, columns):
        return None
    start, end = header_lines(above, block[0], columns[0].left, columns[-1].right)
    heads = heads_of(above[start:end])
    block = [*above[end:], *block]
    if len(figures) < _FEWEST and len(heads) < len(columns):
        return None
    edges = edges_of(columns, figures)
    columns = with_empty(columns, leaves_of(heads, edges), edges)
    xs = edges_of(columns, figures)
    cells, count = header_cells(heads, xs)
    rows = _rows(block, xs)
    for index, row in enumerate(rows, count):
        cells += _cells(row, index, xs)
    lines = [*above[start:end], *(line for row in rows for line in row.lines)]
    top = min(line.box.top for line in lines)
    bases = rows_between(top, block[0].box.top, count)
    return PageTable(xs, _heights(lines, bases, rows), tuple(cells), ruled=False), len(above) - start


def _is_contents(rows: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Is it a list of titles with the pages they stand on: small numbers that never go back, and nothing else?"""
    if len(columns) != 2:
        return False
    numbers = [
        text_of(part) for row in rows if (part := between(row, columns[1].left, columns[1].right)).chars
    ]
    if not all(re.fullmatch(r"\d{1,3}", number) for number in numbers):
        return False
    return all(int(before) <= int(after) for before, after in pairwise(numbers))


def _rows(block: Sequence[Line], xs: Sequence[float]) -> list[_Row]:
    """Lines to rows: half a name belongs to the row it is nearest to, other lines are rows of their own."""
    mains = [line for line in block if _is_row(line)]
    pitch = min((b.base - a.base for a, b in pairwise(mains)), default=0.0)
    rows = [_Row(line, [line]) for line in mains]
    for line in block:
        if line in mains:
            continue
        near = min(rows, key=lambda row: abs(line.base - row.main.base))
        away = abs(line.base - near.main.base)
        if away <= _NEAR * line.em or (
            _is_half(line, xs) and away <= min(_WRAPPED * line.em, _TIGHT * pitch)
        ):
            near.lines.append(line)
        else:
            rows.append(_Row(line, [line]))
    for row in rows:
        row.lines.sort(key=lambda line: line.base)
    return sorted(rows, key=lambda row: row.main.base)


def _is_half(line: Line, xs: Sequence[float]) -> bool:
    """Does the line write in one column only, without a number at its head?"""
    filled = [index for index, (left, right) in enumerate(pairwise(xs)) if between(line, left, right).chars]
    return len(filled) == 1 and not ORDINAL.match(text_of(line))


def _cells(row: _Row, index: int, xs: Sequence[float]) -> list[TableCell]:
    """The cells of a row; a text that runs on over the side of a column stands where it begins."""
    parts: list[list[Line]] = [[] for _ in xs[1:]]
    for line in row.lines:
        for column, part in _cut(line, xs):
            parts[column].append(part)
    return [
        TableCell(
            index,
            column,
            1,
            1,
            box_of(char for line in lines for char in line.chars),
            joined(text_of(line) for line in lines),
        )
        for column, lines in enumerate(parts)
        if lines
    ]


def _cut(line: Line, xs: Sequence[float]) -> list[tuple[int, Line]]:
    """The line cut at the sides of columns, except where a text runs over one."""
    found: list[tuple[int, Line]] = []
    for word in words_of(line, 0.35):
        start = _column_at(xs, word.chars[0].middle)
        end = _column_at(xs, word.chars[-1].middle)
        if FIGURE.fullmatch(text_of(word)):
            start = end
        if found and found[-1][0] == start:
            before = found[-1][1]
            spaced = before.spaced | {len(before.chars)}
            found[-1] = (start, Line(before.chars + word.chars, spaced))
        else:
            found.append((start, word))
    return found


def _column_at(xs: Sequence[float], x: float) -> int:
    return max(0, min(sum(edge <= x for edge in xs) - 1, len(xs) - 2))


def _heights(lines: Sequence[Line], bases: Sequence[float], rows: Sequence[_Row]) -> tuple[float, ...]:
    """The upper side of every row, and the lower side of the last: halfway between the texts of two rows."""
    middles = [*bases, *(row.main.base for row in rows)]
    between_rows = [(upper + lower) / 2 for upper, lower in pairwise(middles)]
    return (
        min(line.box.top for line in lines),
        *between_rows,
        max(line.box.bottom for line in lines),
    )
