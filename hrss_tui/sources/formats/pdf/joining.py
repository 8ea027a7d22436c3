"""Tables that page breaks cut: which goes on with the one before, in which columns, and rows that a break cut in two.

A table goes on where nothing but a repeated title stands between the two parts and their columns agree: all of them,
or those that the merged cells of a short last page leave.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.chains import (
    linked_parts,
    plain,
    rows_below,
    with_common_columns,
    without_weak,
)
from hrss_tui.sources.formats.pdf.content import Content, Printed, in_order
from hrss_tui.sources.formats.pdf.cutting import with_rest
from hrss_tui.sources.formats.pdf.table import PageTable, TableCell

_NEAR = 4.0
"""Columns of two pages are the same where they are no farther apart than this (points), seen from the left side."""
_NOTE = re.compile(r"(?:备?注|说明)\s*[:：]")
_TITLE = 40
_ROWS_OF_A_TABLE = 3


class _Running(msgspec.Struct, frozen=True):
    """The table that ends the page before: its first part, the lines above that, and lines below that may be rows."""

    head: PageTable
    title: tuple[str, ...]
    trailing: tuple[Printed, ...] = ()


def joined_pages(pages: Sequence[Content]) -> list[Content]:
    """The pages with `continues` set, columns of short last parts as before, and cut rows put together.

    A page on which nothing stands parts no table.
    """
    found: list[Content] = []
    running: _Running | None = None
    before = -1
    for page in pages:
        found.append(page)
        if not (page.prose or page.tables):
            continue
        linked = _linked(page, found[before], running) if running else None
        if linked is not None:
            found[before] = linked[1]
        before = len(found) - 1
        found[before] = without_weak(linked[0] if linked else page)
        running = _running(found[before], running if linked else None)
    return with_common_columns(found)


def _running(page: Content, before: _Running | None) -> _Running | None:
    """The table that the end of a page leaves open; `before` where the first one of the page goes on with that."""
    parts = in_order(page)
    trailing: list[Printed] = []
    while parts and isinstance(final := parts[-1], Printed):
        trailing.insert(0, final)
        parts.pop()
    last = parts[-1] if parts else None
    if not isinstance(last, PageTable) or not rows_below(last, trailing):
        return None
    if last.continues and before is not None:
        return msgspec.structs.replace(before, trailing=tuple(trailing))
    return _Running(last, _title_above(parts, last), tuple(trailing))


def _first_table(parts: Sequence[Printed | PageTable]) -> tuple[list[Printed], PageTable | None]:
    """The lines above the first table of a page, and that table."""
    above: list[Printed] = []
    for part in parts:
        if isinstance(part, PageTable):
            return above, part
        above.append(part)
    return above, None


def _title_above(parts: Sequence[Printed | PageTable], table: PageTable) -> tuple[str, ...]:
    """The lines between a table and what stands before it."""
    lines: list[str] = []
    for part in parts:
        if part is table:
            break
        if isinstance(part, PageTable):
            lines = []
        else:
            lines.append(plain(part.text))
    return tuple(lines)


def _goes_on(running: _Running, last: PageTable, above: Sequence[Printed], table: PageTable) -> bool:
    """Does the first table of a page go on with `last`, the part of the running table on the page before?"""
    if last.ruled != table.ruled:
        return False
    if any(plain(line.text) not in {"", *running.title} for line in above):
        return False
    if _columns_in(running.head, table) is None:
        return False
    titles = title_rows(table)
    return not titles or repeated_rows(running.head, table) > titles


def repeated_rows(head: PageTable, table: PageTable) -> int:
    """How many rows at its top a table repeats from the beginning of the whole one."""
    count = 0
    while count < min(head.rows, table.rows) and _repeats(head.row_key(count), table.row_key(count)):
        count += 1
    return count


def _repeats(row: tuple[tuple[int, str], ...], again: tuple[tuple[int, str], ...]) -> bool:
    """Do two rows say the same? In a repeated one the second lines of labels may have no room."""
    return bool(row) and (
        row == again
        or (
            [column for column, _ in row] == [column for column, _ in again]
            and all(text.startswith(part) for (_, text), (_, part) in zip(row, again, strict=True))
            and not any(part[:1].isdecimal() for _, part in again)
        )
    )


def title_rows(table: PageTable) -> int:
    """How many rows at its top are a title: one short text over the whole width. What has few rows has none."""
    count = 0
    while table.rows >= _ROWS_OF_A_TABLE + count:
        cells = table.row_cells(count)
        wide = len(cells) == 1 and cells[0].columns == table.columns > 1
        if not wide or len(cells[0].text) > _TITLE or _NOTE.match(cells[0].text):
            break
        count += 1
    return count


def _columns_in(head: PageTable, table: PageTable) -> list[int] | None:
    """For every column edge of a table the edge of `head` at that place; None where one has none.

    First and last edges must agree, so that the outlines are the same; where columns of `head` come from further pages,
    those of its own page are enough: a page on which the others are blank holds no table.
    """
    shift = table.xs[0] - head.xs[0]
    edges: list[int] = []
    for x in table.xs:
        nearest = min(range(len(head.xs)), key=lambda index: abs(head.xs[index] + shift - x))
        if abs(head.xs[nearest] + shift - x) > _NEAR or (edges and nearest <= edges[-1]):
            return None
        edges.append(nearest)
    return edges if edges[-1] in (head.columns, head.own or head.columns) else None


def _linked(page: Content, before: Content, running: _Running) -> tuple[Content, Content] | None:
    """The page with its first table going on, and the page before it with what belongs to its last row."""
    above, table = _first_table(in_order(page))
    if table is not None and not table.ruled and not running.head.ruled:
        return linked_parts((page, table, above), before, running.head, running.title, running.trailing)
    last = in_order(before)[-1]
    if table is None or not isinstance(last, PageTable) or not _goes_on(running, last, above, table):
        return None
    head = running.head
    edges = _columns_in(head, table) or range(len(table.xs))
    shift = table.xs[0] - head.xs[0]
    cells = tuple(_moved(cell, edges) for cell in table.cells)
    xs = tuple(x + shift for x in head.xs)
    going_on = msgspec.structs.replace(table, xs=xs, cells=cells, continues=True)
    whole, going_on = with_rest(last, going_on, repeated_rows(head, going_on))
    return _with(page, table, going_on), _with(before, last, whole)


def _with(page: Content, old: PageTable, new: PageTable) -> Content:
    """The page with one of its tables in place of another; a table without rows is left out."""
    tables = tuple(new if table is old else table for table in page.tables)
    return msgspec.structs.replace(page, tables=tuple(table for table in tables if table.rows))


def _moved(cell: TableCell, edges: Sequence[int]) -> TableCell:
    """The cell in other columns."""
    first, last = edges[cell.column], edges[cell.column + cell.columns]
    return msgspec.structs.replace(cell, column=first, columns=last - first)
