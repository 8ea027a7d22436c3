"""The header and the rows of a table by place, however they stand.

Blocks side by side (地区 | 人数 | 地区 | 人数) with the same header are read as one table: the rows of the first block,
then those of the next. Where places head the columns the table is turned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.prefectures.cells import number
from hrss_tui.compile.prefectures.keyed import Label, keyed, place_columns, repeats
from hrss_tui.compile.prefectures.rows import (
    Body,
    Labelled,
    is_figures,
    labelled_rows,
    labels_of,
    name_of,
    namer,
    numbers_columns,
)
from hrss_tui.compile.prefectures.turned import turned
from hrss_tui.reference.print import ordinal_labels
from hrss_tui.sources.tables import Row, Table
from hrss_tui.sources.text import fold


def bodies(table: Table, place: str | None) -> list[Body]:
    """The rows of a table by place, in parts where it is turned; none where it is no such table.

    `place` is that of the document.
    """
    rows = labelled_rows(table, place)
    if not rows:
        return turned(table, place) or keyed(table, place) or _behind_groups(table, place)
    nameless = [row for row in table.rows if row.line > rows[0].row.line and _is_nameless(row)]
    columns = {row.row.cells.index(row.cell) for row in rows if not row.total}
    if nameless or len(columns) > 1 or repeats(rows):
        parts = keyed(table, place) or _behind_groups(table, place)
        if parts or repeats(rows):
            return parts
    body = _body(table, place, rows)
    return [msgspec.structs.replace(body, left=tuple(Labelled(row, row.cells[0]) for row in nameless))]


def _is_nameless(row: Row) -> bool:
    """Does a row print figures and nothing that names what they are of?"""
    return name_of(row) is None and is_figures(row, None) and not numbers_columns(row)


def _behind_groups(table: Table, place: str | None) -> list[Body]:
    """The rows of a table whose places stand behind what they belong to: 片区 | 县. A total may stand in either column."""
    label = labels_of(table.rows, place)
    column = max(place_columns(table.rows, label), default=0)
    if not column or not any(_names_group(row, column, label) for row in table.rows):
        return []
    segments = tuple(
        msgspec.structs.replace(segment, rows=tuple(_behind(row, column, label) for row in segment.rows))
        for segment in table.segments
    )
    behind = msgspec.structs.replace(table, segments=segments)
    rows = labelled_rows(behind, place)
    return [] if not rows or repeats(rows) else [_body(behind, place, rows)]


def _names_group(row: Row, column: int, label: Label) -> bool:
    """Do words stand left of the place of a row, and no total?"""
    left = [cell for cell in row.cells[:column] if cell.text and number(cell.text) is None]
    return column < len(row.cells) and bool(label(row, row.cells[column]).code) and bool(left)


def _behind(row: Row, column: int, label: Label) -> Row:
    """A row from the column of the places on, with the name of a total that stands left of it."""
    cells = row.cells[column:]
    total = next((cell for cell in row.cells[:column] if label(row, cell).total), None)
    if cells and total is not None and not cells[0].text:
        cells = (msgspec.structs.replace(cells[0], text=total.text), *cells[1:])
    return msgspec.structs.replace(row, cells=cells)


def _body(table: Table, place: str | None, rows: list[Labelled]) -> Body:
    header = tuple(
        row
        for row in table.rows
        if row.line < rows[0].row.line and not is_figures(row, name_of(row)) and not numbers_columns(row)
    )
    starts = _starts(table, place, rows)
    spans = list(zip(starts, [*starts[1:], None], strict=False))
    blocks = [_block(table, place, start, stop) for start, stop in spans]
    heads = {tuple(_labels(header, start, stop)) for start, stop in spans}
    if len(blocks) < 2 or len(heads) != 1 or not all(blocks) or not any(heads.pop()):
        return Body(header, tuple(rows))
    return Body(tuple(_cut(row, *spans[0]) for row in header), tuple(_below_each_other(blocks)))


def _below_each_other(blocks: Sequence[Sequence[Labelled]]) -> Iterator[Labelled]:
    """The rows of all blocks; a total in the last row of a block that is as long as any is one of all of them."""
    last = max(block[-1].row.line for block in blocks)
    rows = [row for block in blocks for row in block]
    yield from (row for row in rows if not (row.total and row.row.line == last))
    yield from (row for row in rows if row.total and row.row.line == last)


def _starts(table: Table, place: str | None, rows: Sequence[Labelled]) -> list[int]:
    """The columns that the blocks begin with: those that name places, with the numbers left of the names."""
    names = namer(table, place)
    lines = {row.row.line for row in rows}
    found = []
    for index in range(max(len(row.cells) for row in table.rows)):
        texts = [row.cells[index].text for row in table.rows if row.line in lines and index < len(row.cells)]
        words = [text for text in texts if text and number(text) is None]
        known = sum(1 for text in words if names(text))
        if known >= 2 and known * 2 > len(words):
            found.append(index)
    header = [row for row in table.rows if row.line < rows[0].row.line]
    return [index - 1 if _is_ordinal(header, index - 1) else index for index in found]


def _is_ordinal(header: Sequence[Row], index: int) -> bool:
    return any(
        0 <= index < len(row.cells) and fold(row.cells[index].text) in ordinal_labels() for row in header
    )


def _labels(header: Sequence[Row], start: int, stop: int | None) -> Iterator[str]:
    """The labels of a block from above to below, without blanks at its right end."""
    for row in header:
        texts = [fold(cell.text) for cell in row.cells[start:stop]]
        yield "\t".join(texts).rstrip("\t")


def _block(table: Table, place: str | None, start: int, stop: int | None) -> list[Labelled]:
    segments = tuple(
        msgspec.structs.replace(segment, rows=tuple(_cut(row, start, stop) for row in segment.rows))
        for segment in table.segments
    )
    return labelled_rows(msgspec.structs.replace(table, segments=segments), place)


def _cut(row: Row, start: int, stop: int | None) -> Row:
    return msgspec.structs.replace(row, cells=row.cells[start:stop])
