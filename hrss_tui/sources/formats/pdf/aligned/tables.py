"""Tables without rulings put together: found among the lines of a page, cut into columns, one part or several at once.

Lists with leaders, contents and prose are no tables.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.aligned.above import header_lines, without_names
from hrss_tui.sources.formats.pdf.aligned.blocks import FEWEST, blocks
from hrss_tui.sources.formats.pdf.aligned.columns import Column, columns_of
from hrss_tui.sources.formats.pdf.aligned.groups import stands_over
from hrss_tui.sources.formats.pdf.aligned.heads import Head, heads_apart, heads_of
from hrss_tui.sources.formats.pdf.aligned.leaves import Headed, Room, headed, leaves_of
from hrss_tui.sources.formats.pdf.aligned.rows import (
    Row,
    begin_above,
    is_row,
    numbers_columns,
    pitch_of,
    rows_of,
)
from hrss_tui.sources.formats.pdf.aligned.seams import seams_of
from hrss_tui.sources.formats.pdf.aligned.tree import header_cells, rows_between
from hrss_tui.sources.formats.pdf.aligned.words import Word, cell_words
from hrss_tui.sources.formats.pdf.lines import Line, box_of, joined
from hrss_tui.sources.formats.pdf.part import Part
from hrss_tui.sources.formats.pdf.seen import Rule
from hrss_tui.sources.formats.pdf.table import PageTable, TableCell
from hrss_tui.sources.text import UNREAD

_PADDING = 3.0
"""Cells keep this distance (points) between their side and their text."""
_ACROSS = 0.6
"""A ruling parts rows where it is at least as long as this share of the table's width."""
_ROOM = 1.6
"""A text fills its column where this much (em) is left behind it."""
_HEADED = 0.8
"""What has few rows is a table where so large a share of its columns has heads."""
_LONG = 0.4
"""A text without figures beside it that is longer than this share of the table may run over its columns."""
_PAGE = re.compile(r"\d{1,3}")


def aligned_tables(
    lines: Sequence[Line], across: Sequence[Rule] = (), down: Sequence[Rule] = ()
) -> tuple[list[PageTable], list[Line]]:
    """The tables that lines make by their alignment, and the lines that are left."""
    tables: list[PageTable] = []
    rest: list[Line] = []
    done = 0
    for start, end in blocks(lines):
        part, taken = _part(lines[done:start], lines[start:end], across, down)
        made = built([part]) or (_weak(part) if not done else None)
        if made is None:
            continue
        rest += lines[done : start - taken]
        tables += made
        done = end
    return tables, [*rest, *lines[done:]]


def _part(
    above: Sequence[Line], block: Sequence[Line], across: Sequence[Rule], down: Sequence[Rule]
) -> tuple[Part, int]:
    """A block of rows with its header, and how many lines above the block belong to it."""
    left = min(line.box.left for line in block)
    right = max(line.box.right for line in block)
    top = above[0].box.top - 2 * above[0].em if above else block[0].box.top - 4 * block[0].em
    bottom = block[-1].box.bottom + block[-1].em
    bars = [
        rule.at
        for rule in across
        if top < rule.at < bottom and min(rule.end, right) - max(rule.start, left) >= _ACROSS * (right - left)
    ]
    start, end = header_lines(above, block[0], left, right, sorted(bars))
    first = above[start].box.top if start < len(above) else block[0].box.top
    bars = [bar for bar in bars if bar > first - block[0].em]
    high = block[-1].box.bottom - block[0].box.top
    walls = sorted(
        rule.at
        for rule in down
        if left < rule.at < right
        and min(rule.end, bottom) - max(rule.start, block[0].box.top) >= _ACROSS * high
    )
    header, names = list(above[start:end]), list[Line]()
    if end == len(above):
        header, names = without_names(header, block, lambda: begin_above(block, bars, walls))
    body = (*names, *above[end:], *block)
    return Part(tuple(header), body, tuple(bars), tuple(walls)), len(above) - start


def _weak(part: Part) -> list[PageTable] | None:
    """The first rows of a page as a table that is one only where it goes on with that of the page before."""
    if part.header:
        return None
    box = box_of(char for line in part.body for char in line.chars)
    weak = msgspec.structs.replace(part, weak=True)
    return [PageTable((box.left, box.right), (box.top, box.bottom), (), ruled=False, part=weak)]


def built(parts: Sequence[Part]) -> list[PageTable] | None:
    """The parts of one table, each with the columns of all of them; None where they are no table."""
    mains = [line for part in parts for line in part.body if is_row(line) and not numbers_columns(line)]
    if not mains:
        return None
    parts = _with_heads_apart(parts, mains)
    columns, walls = _columns(parts, mains)
    if len(columns) < 2 or _is_contents(mains, columns):
        return None
    if len(mains) < FEWEST and not _are_headed(columns):
        return None
    edges = _edges(columns, walls)
    return [_table(part, columns, edges, walls) for part in parts]


def _are_headed(columns: Sequence[Headed]) -> bool:
    """Have most columns of few rows heads, and none that is written in lacks one while another head has no column?"""
    headless = any(column.head is None for column in columns)
    bare = any(column.written is None for column in columns)
    return sum(column.head is not None for column in columns) >= _HEADED * len(columns) and not (
        headless and bare
    )


def _with_heads_apart(parts: Sequence[Part], mains: Sequence[Line]) -> list[Part]:
    """The parts with their headers cut where heads meet above the room between two columns of figures."""
    words = (word for line in mains for word in cell_words(line))
    written = columns_of(words)
    return [
        msgspec.structs.replace(part, header=tuple(heads_apart(line, written) for line in part.header))
        for part in parts
    ]


def _columns(parts: Sequence[Part], mains: Sequence[Line]) -> tuple[list[Headed], list[float]]:
    """The columns of a table with their heads, and the walls between them that are known."""
    walls = sorted({wall for part in parts for wall in part.walls})
    body = [line for part in parts for line in part.body if not numbers_columns(line)]
    first = parts[0]
    heads = heads_of(first.header, first.bars)
    room = _room(first, mains)
    columns = columns_of(_words(body, mains, walls), walls)
    leaves = leaves_of(heads, columns, room)
    seams = seams_of(leaves, columns, body)
    if seams:
        walls = sorted([*walls, *seams])
        columns = columns_of(_words(body, mains, walls), walls)
    return _settled(headed(leaves, columns), mains, walls), walls


def _words(body: Sequence[Line], mains: Sequence[Line], walls: Sequence[float]) -> Iterator[Word]:
    """The texts that make columns: those of rows, and what stands between rows where it is no long line."""
    known = {id(line) for line in mains}
    wide = _LONG * (max(line.box.right for line in body) - min(line.box.left for line in body))
    for line in body:
        for word in cell_words(line, walls):
            if id(line) in known or word.right - word.left <= wide:
                yield word


def _settled(columns: Sequence[Headed], mains: Sequence[Line], walls: Sequence[float]) -> list[Headed]:
    """The columns with those that have no head put to a neighbour with one, where no row writes in both of them.

    So stand numbers of columns in the middle above amounts at the right, and a total in the middle above names.
    """
    found = list(columns)
    if not any(column.head for column in found):
        return found
    rows = [cell_words(line, walls) for line in mains]
    for column in columns:
        if column.head is not None or column.written is None:
            continue
        at = next(index for index, one in enumerate(found) if one is column)
        near = [
            index
            for index in (at - 1, at + 1)
            if 0 <= index < len(found)
            and found[index].head is not None
            and not _both(rows, found[index].written, column.written)
        ]
        if near:
            other = min(near, key=lambda index: _apart(found[index], column))
            found[other] = _merged(found[other], column.written)
            del found[at]
    return found


def _both(rows: Sequence[Sequence[Word]], one: Column | None, other: Column) -> bool:
    """Does a row write in two columns?"""
    if one is None:
        return False
    return any(
        any(_in(word, one) for word in words) and any(_in(word, other) for word in words) for words in rows
    )


def _apart(one: Headed, other: Headed) -> float:
    return max(one.left - other.right, other.left - one.right)


def _merged(column: Headed, written: Column) -> Headed:
    if column.written is None:
        return msgspec.structs.replace(column, written=written)
    own = column.written
    whole = Column(
        min(own.left, written.left),
        max(own.right, written.right),
        own.texts + written.texts,
        own.figures + written.figures,
    )
    return msgspec.structs.replace(column, written=whole)


def _in(word: Word, column: Column) -> bool:
    return min(word.right, column.right) > max(word.left, column.left)


def _room(part: Part, mains: Sequence[Line]) -> Room:
    """Where the header begins and ends: at rulings, or as far above its texts as its end is below them."""
    pitch = pitch_of([line for line in part.body if any(line is main for main in mains)])
    pitch = pitch or 2 * part.body[0].em
    first = part.body[0].box.top
    lower = max((line.box.bottom for line in part.header), default=first)
    upper = min((line.box.top for line in part.header), default=first)
    bottom = next((bar for bar in part.bars if lower - 1 < bar < first + 1), (lower + first) / 2)
    top = max((bar for bar in part.bars if bar < upper + 1), default=upper - (bottom - lower))
    return Room(top, bottom, pitch)


def _is_contents(rows: Sequence[Line], columns: Sequence[Headed]) -> bool:
    """Is it a list of titles with the pages they stand on: small numbers that never go back, and nothing else?"""
    if len(columns) != 2:
        return False
    numbers = [cell_words(row)[-1].text for row in rows]
    if not all(_PAGE.fullmatch(number) for number in numbers):
        return False
    return all(int(before) <= int(after) for before, after in pairwise(numbers))


def _edges(columns: Sequence[Headed], walls: Sequence[float]) -> tuple[float, ...]:
    """The sides of the columns: at a wall where one is between their texts, else in the middle."""
    edges = [columns[0].left - _PADDING]
    for left, right in pairwise(columns):
        low, high = left.right, right.left
        if low > high and left.written and right.written:
            low, high = left.written.right, right.written.left
        between = [wall for wall in walls if min(low, high) - 1 <= wall <= max(low, high) + 1]
        edges.append(max(between[0] if between else (low + high) / 2, edges[-1] + 0.1))
    return (*edges, max(columns[-1].right + _PADDING, edges[-1] + 0.1))


def _table(
    part: Part, columns: Sequence[Headed], edges: tuple[float, ...], walls: Sequence[float]
) -> PageTable:
    """One part as a table; heads that are not those of the first part are found anew."""
    mains = [line for line in part.body if is_row(line)]
    heads = heads_of(part.header, part.bars)
    room = _room(part, mains)
    own = _own_heads(columns, heads, room)
    cells, count = header_cells(heads, own, edges, room) if heads else ([], 0)
    rows = rows_of(part.body, part.bars, walls)
    for index, row in enumerate(rows, count):
        cells += _cells(row, index, columns, edges, walls)
    lines = [*part.header, *part.body]
    top = min(line.box.top for line in lines)
    bases = rows_between(top, part.body[0].box.top, count)
    heights = _heights(lines, bases, rows)
    mixed = any(row.open for row in rows)
    return PageTable(edges, heights, tuple(cells), ruled=False, part=part, headed=count, mixed=mixed)


def _own_heads(columns: Sequence[Headed], heads: Sequence[Head], room: Room) -> list[Headed]:
    """The columns with the heads of this part in place of those of the first."""
    known = {id(column.head) for column in columns}
    if all(id(head) in known for head in heads):
        return list(columns)
    written = [Column(column.left, column.right) for column in columns]
    leaves = leaves_of(heads, written, room)
    found = [one for one in headed(leaves, written) if one.written is not None]
    return [
        msgspec.structs.replace(one, written=column.written)
        for one, column in zip(found, columns, strict=True)
    ]


def _cells(
    row: Row, index: int, columns: Sequence[Headed], edges: Sequence[float], walls: Sequence[float]
) -> list[TableCell]:
    """The cells of a row."""
    parts: dict[int, list[Word]] = {}
    for line in row.lines:
        for word in cell_words(line, walls):
            parts.setdefault(_column_of(word, columns, edges), []).append(word)
    return [
        TableCell(
            index,
            column,
            1,
            1,
            box_of(char for word in words for char in word.line.chars),
            joined(word.text for word in words) + (UNREAD if _is_half(words, row) else ""),
            _is_full(words[-1], columns[column]),
        )
        for column, words in sorted(parts.items())
    ]


def _is_half(words: Sequence[Word], row: Row) -> bool:
    """May a name go on in a line that may as well be of the next row?"""
    return row.half is not None and any(
        not word.is_figure and stands_over(word, other) for word in words for other in cell_words(row.half)
    )


def _is_full(word: Word, column: Headed) -> bool:
    """Has the column no room behind a text?"""
    return column.written is not None and column.written.right - word.right <= _ROOM * word.em


def _column_of(word: Word, columns: Sequence[Headed], edges: Sequence[float]) -> int:
    """The column of a text: of those in which rows write where it stands the first, else by the sides of columns."""
    over = [
        index
        for index, column in enumerate(columns)
        if column.written is not None and _in(word, column.written)
    ]
    if not over:
        return max(0, min(bisect_right(edges, word.middle) - 1, len(edges) - 2))
    if word.is_figure:
        return max(over, key=lambda index: _common(word, columns[index]))
    texts = [index for index in over if not _is_of_figures(columns[index])]
    return (texts or over)[0]


def _is_of_figures(column: Headed) -> bool:
    return column.written is not None and 2 * column.written.figures > column.written.texts


def _common(word: Word, column: Headed) -> float:
    return min(word.right, column.right) - max(word.left, column.left)


def _heights(lines: Sequence[Line], bases: Sequence[float], rows: Sequence[Row]) -> tuple[float, ...]:
    """The upper side of every row, and the lower side of the last: halfway between the texts of two rows."""
    middles = [*bases, *(row.main.base for row in rows)]
    between_rows = [(upper + lower) / 2 for upper, lower in pairwise(middles)]
    return (
        min(line.box.top for line in lines),
        *between_rows,
        max(line.box.bottom for line in lines),
    )
