"""Tables too wide for their page: columns that stand on further pages, put back beside the rows they belong to.

Print lays the pages of such a table down, then over (all rows with the first columns, then all rows with the next
ones) or over, then down. Columns are put back on sure evidence only: nothing but the table stands on their pages, it
has as many rows of the same heights, and either it repeats the labels of every row or it has none at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.captions import is_title
from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.aligned.words import FIGURE
from hrss_tui.sources.formats.pdf.chains import plain
from hrss_tui.sources.formats.pdf.content import Content, Printed
from hrss_tui.sources.formats.pdf.joining import title_rows
from hrss_tui.sources.formats.pdf.one_sheet import (
    has_columns_of,
    is_end,
    is_ended,
    is_known,
    is_one_sheet,
    is_other_form,
    is_said,
    known_texts,
    pieces,
)
from hrss_tui.sources.formats.pdf.seam import over_seams
from hrss_tui.sources.formats.pdf.table import PageTable, TableCell

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NEAR = 2.0
"""Rows of two pages are the same, and lines reach a side, where they are no farther apart than this (points)."""
_ROWS = 3
"""A table of fewer rows is never sure to have more columns."""


class _Strip(msgspec.Struct, frozen=True):
    """Some columns of a table: per page, its place among all pages and the part that stands there.

    `known`: they stand where those of the rows above them stood beside the first ones.
    """

    parts: tuple[tuple[int, PageTable], ...]
    known: bool = False

    @property
    def first(self) -> int:
        return self.parts[0][0]

    @property
    def last(self) -> int:
        return self.parts[-1][0]


def with_columns_beside(
    pages: Sequence[Content], joined: Sequence[Content]
) -> tuple[list[Content], list[int]]:
    """The pages with columns put back, and the numbers of those that have given theirs away.

    `joined` are the same pages with `continues` set.
    """
    found, given = list(pages), []
    base, end = _Strip(()), -1
    seams: tuple[int, ...] = ()
    for strip in _strips(pages, joined):
        near = all(is_end(page) for page in pages[end + 1 : strip.first])
        wider = _wider(found, base, strip, seams) if near else None
        end = strip.last
        if wider is None and near and _is_part(found, base, strip):
            for at, table in (*base.parts, *strip.parts):
                tables = tuple(_undivided(one) if one is table else one for one in found[at].tables)
                found[at] = msgspec.structs.replace(found[at], tables=tables)
        if wider is None:
            base, seams = strip, ()
            continue
        seams = (*seams, base.parts[0][1].columns)
        for (at, old), (place, _), (lines, new) in zip(base.parts, strip.parts, wider, strict=False):
            tables = tuple(new if table is old else table for table in found[at].tables)
            found[at] = msgspec.structs.replace(found[at], prose=lines, tables=tables)
            found[place] = msgspec.structs.replace(found[place], prose=(), tables=())
            given.append(found[place].number)
        parts = tuple((at, new) for (at, _), (_, new) in zip(base.parts, wider, strict=False))
        base = _Strip((*parts, *base.parts[len(parts) :]))
    return found, given


def _strips(pages: Sequence[Content], joined: Sequence[Content]) -> list[_Strip]:
    """The ruled tables of a document, each with all its pages.

    Further columns of a table may be as wide as the first ones and look like its next rows: where a part repeats the
    labels of the first one, or has none, it begins a strip of as many parts.
    """
    going_on = {
        (at, table.ys[0]) for at, page in enumerate(joined) for table in page.tables if table.continues
    }
    strips: list[_Strip] = []
    band: list[PageTable] = []
    place, most = 0, len(pages)
    for at, page in enumerate(pages):
        for table in page.tables:
            before = strips[-1] if strips else _Strip(())
            length = len(before.parts)
            known = 0 < place < len(band) and _stands_as(band[place], before.parts[0][1], table)
            beside = not known and bool(length) and _is_beside(pages, before.parts[0], (at, table))
            if (at, table.ys[0]) in going_on and not (beside or known) and length < most:
                strips[-1] = _Strip((*before.parts, (at, table)), before.known)
                continue
            strips.append(_Strip(((at, table),), known))
            if beside and length == 1:
                band.append(table)
            elif not known and not (place == len(band) > 1 and has_columns_of(band[0], table)):
                band = [table]
            place = place + 1 if known or (beside and length == 1) else 1
            most = length if beside or known else 1 if len(band) > 1 else len(pages)
    return strips


def _stands_as(above: PageTable, first: PageTable, table: PageTable) -> bool:
    """Has a table the columns of those that stand beside the rows above, and the rows of the `first` columns?"""
    return has_columns_of(above, table) and _in_the_same_rows(first, table) is not None


def _is_beside(
    pages: Sequence[Content], first: tuple[int, PageTable], further: tuple[int, PageTable]
) -> bool:
    """Are these the first rows of further columns, with the same labels or a header, or of the same sheet for sure?"""
    (at, table), (place, more) = first, further
    rows = _in_the_same_rows(table, more)
    sure = rows is not None and is_one_sheet(pages[at], table, pages[place], more)
    labels = _labels(*rows, placed=sure, sure=sure) if rows else None
    return labels is not None and (labels > 0 or _header(more) > 0)


def _wider(
    pages: Sequence[Content], base: _Strip, strip: _Strip, seams: Sequence[int]
) -> list[tuple[tuple[Printed, ...], PageTable]] | None:
    """Per page of `base` its lines and its table with the columns of `strip` beside its own; None where that is unsure.

    Pages at the end of a strip on which nothing stands are left out or blank.
    """
    if len(base.parts) < len(strip.parts):
        return None
    found: list[tuple[tuple[Printed, ...], PageTable]] = []
    for (at, table), (place, own) in zip(base.parts, strip.parts, strict=False):
        other, more = _with_label(table, pages[place], own)
        rows = _in_the_same_rows(table, more)
        lines = _lines(pages[at], table, other, more) if rows else None
        if lines is None or rows is None or is_ended(pages[at], table):
            return None
        sure = strip.known or is_one_sheet(pages[at], table, pages[place], more)
        if not sure and len(base.parts) > len(strip.parts):
            return None
        placed = sure or bool(found) or _in_one_place(table, more)
        labels = _labels(*rows, placed, sure=sure, least=1 if strip.known else _ROWS)
        if labels is None:
            return None
        found.append((lines, _beside(*rows, labels, seams)))
    return found


def _is_part(pages: Sequence[Content], base: _Strip, strip: _Strip) -> bool:
    """Are further columns of a table not put together with it, though they are of its sheet? Then neither is whole."""
    if not base.parts:
        return False
    (at, table), (place, own) = base.parts[0], strip.parts[0]
    other, more = _with_label(table, pages[place], own)
    rows = _in_the_same_rows(table, more)
    if rows is None or _lines(pages[at], table, other, more) is None or is_ended(pages[at], table):
        return False
    if any(is_title(cell.text) for row in range(title_rows(more)) for cell in more.row_cells(row)):
        return False
    again = len(_column(rows[0], 0)) >= _ROWS and _column(rows[0], 0) == _column(rows[1], 0)
    if not again and any(_HAN.search(text) for row, text in _column(rows[1], 0) if row >= _header(rows[1])):
        return False  # rows with names of their own are those of another table
    return is_one_sheet(pages[at], table, pages[place], more) or (again and not has_columns_of(table, more))


def _undivided(table: PageTable) -> PageTable:
    return msgspec.structs.replace(table, overlaid=True)


def _in_the_same_rows(table: PageTable, more: PageTable) -> tuple[PageTable, PageTable] | None:
    """Both tables with the rows of both; None where a row below the header is of one alone.

    A header may have more levels on one page than on the other.
    """
    if not (table.ruled and more.ruled):
        return None
    # A page may lack the upper rows of a header, whose label stands on another.
    shift = min(table.ys[0] - more.ys[0], table.ys[-1] - more.ys[-1], key=abs)
    others = [y + shift for y in more.ys]
    new = [y for y in others if min(abs(y - own) for own in table.ys) > _NEAR]
    gone = [y for y in table.ys if min(abs(y - own) for own in others) > _NEAR]
    header = min(table.ys[_header(table)], others[_header(more)]) - _NEAR
    if any(y > header for y in (*new, *gone)):
        return None
    ys = tuple(sorted((*table.ys, *new)))
    return _on_rows(table, ys, 0.0), _on_rows(more, ys, shift)


def _with_label(table: PageTable, other: Content, more: PageTable) -> tuple[Content, PageTable]:
    """Further columns with the label over all of them that stands above their rulings, and the page without it.

    Where the side of a page cuts the cell of a label, nothing closes it there.
    """
    row = next((row for row, y in enumerate(table.ys[1:]) if abs(y - more.ys[0]) <= _NEAR), None)
    if row is None:
        return other, more
    labels = [line for line in other.prose if table.ys[row] <= _middle(line.box) <= more.ys[0]]
    inside = all(more.xs[0] <= line.box.left and line.box.right <= more.xs[-1] for line in labels)
    if len(labels) != 1 or not inside:
        return other, more
    (label,) = labels
    cells = [msgspec.structs.replace(cell, row=cell.row + 1) for cell in more.cells]
    top = TableCell(
        0, 0, 1, more.columns, Box(more.xs[0], table.ys[row], more.xs[-1], more.ys[0]), label.text
    )
    rest = tuple(line for line in other.prose if line is not label)
    whole = msgspec.structs.replace(more, ys=(table.ys[row], *more.ys), cells=(top, *cells))
    return msgspec.structs.replace(other, prose=rest), whole


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _header(table: PageTable) -> int:
    """How many rows stand above the first one that holds a figure, or above those that hold nothing."""
    texts = max((cell.row + 1 for cell in table.cells if cell.text), default=0)
    return next((row for row in range(table.rows) if any(map(_is_figure, table.row_cells(row)))), texts)


def _heads(table: PageTable, columns: int) -> list[tuple[int, int, str]]:
    """What the header says of the first columns."""
    header = _header(table)
    return [
        (cell.row, cell.column, plain(cell.text))
        for cell in table.cells
        if cell.text and cell.row < header and cell.column < columns
    ]


def _is_figure(cell: TableCell) -> bool:
    return FIGURE.fullmatch(cell.text) is not None


def _on_rows(table: PageTable, ys: tuple[float, ...], shift: float) -> PageTable:
    """The table with other rows, among them its own when it is moved down by `shift`."""
    at = [min(range(len(ys)), key=lambda index: abs(ys[index] - y - shift)) for y in table.ys]
    cells = tuple(
        msgspec.structs.replace(cell, row=at[cell.row], rows=at[cell.row + cell.rows] - at[cell.row])
        for cell in table.cells
    )
    return msgspec.structs.replace(table, ys=ys, cells=cells)


def _in_one_place(table: PageTable, more: PageTable) -> bool:
    """Stand two tables as high on their pages, with other columns and a header each? Then names may be among them too.

    Rows that are all as high as each other may be those of any table. With the header of the first page they are its next
    rows.
    """
    other = table.columns != more.columns or any(
        abs(one - x - table.xs[0] + more.xs[0]) > _NEAR for one, x in zip(table.xs, more.xs, strict=True)
    )
    own = table.own or table.columns
    if own <= more.columns and _heads(table, own) == _heads(more, own):
        return False
    if not other or not (_header(table) and _header(more)) or abs(table.ys[-1] - more.ys[-1]) > _NEAR:
        return False
    heights = [lower - upper for upper, lower in pairwise(table.ys)]
    return max(heights) - min(heights) > _NEAR


def _labels(
    table: PageTable, more: PageTable, placed: bool, *, sure: bool = False, least: int = _ROWS
) -> int | None:
    """How many columns at the left of `more` are the labels of `table` again; None where it has rows of its own.

    `placed` says that it stands in the place of `table`, as columns do that are printed over its next page.
    Forms that follow each other have the same labels too, but other texts or the same header beside them; `sure` says
    that both are of one sheet, `least` how many rows are enough.
    """
    if any(is_title(cell.text) for row in range(title_rows(more)) for cell in more.row_cells(row)):
        return None
    repeated = 0
    while repeated < min(table.columns, more.columns) and _column(table, repeated) == _column(more, repeated):
        repeated += 1
    if placed and not repeated and table.rows >= least:
        return 0
    if repeated == more.columns or not (sure or _is_bare(more, repeated)):
        return None
    names: dict[int, list[str]] = {}
    for row, text in (cell for column in range(repeated) for cell in _column(table, column)):
        names.setdefault(row, []).append(text)
    if len({tuple(texts) for texts in names.values()}) >= _ROWS:
        header = _headed(more, repeated)
        return None if header and header == _headed(table, repeated) and not sure else repeated
    return 0 if _is_bare(more, 0) and not _is_bare(table, 0) else None


def _is_bare(table: PageTable, labels: int) -> bool:
    """Do rows, and no few of them, hold nothing but figures below the header and beside the labels?"""
    rows = [table.row_cells(row) for row in range(_header(table), table.rows)]
    cells = (cell for cell in chain.from_iterable(rows) if cell.column >= labels)
    return len(rows) >= _ROWS - 1 and all(map(_is_figure, cells))


def _headed(table: PageTable, labels: int) -> list[str]:
    """What heads the columns beside the labels; empty texts where no header is repeated."""
    header = _header(table)
    return [cell.text for cell in table.cells if cell.row < header and cell.column >= labels and cell.text]


def _column(table: PageTable, column: int) -> list[tuple[int, str]]:
    """Rows and texts of the cells that begin in a column, without spaces."""
    return [
        (cell.row, "".join(cell.text.split())) for cell in table.cells if cell.column == column and cell.text
    ]


def _lines(page: Content, table: PageTable, other: Content, more: PageTable) -> tuple[Printed, ...] | None:
    """The lines of a table's page with those above its further columns; None where anything else stands there.

    A title that the side of the page cuts is one again, so is one that stands in the middle of the whole, a caption at
    the right end of the whole is kept, what is repeated is not.
    """
    if len(other.tables) != 1 or page.turned != other.turned:
        return None
    lines, known = list(page.prose), known_texts(page)
    above = [line for line in lines if line.box.bottom <= table.ys[0] + _NEAR]
    for line in other.prose:
        cut = next((one for one in above if _goes_on(one, table, line, more)), None)
        if cut is not None:
            lines[lines.index(cut)] = msgspec.structs.replace(cut, text=cut.text + line.text)
            continue
        cut_off = bool(line.hidden) or 0 < other.side <= line.box.right + line.em
        for at, one in enumerate(lines):
            if one.hidden and plain(one.text + one.hidden) == plain(line.text):
                lines[at] = msgspec.structs.replace(one, text=line.text, hidden="", line=None)
        for text in pieces(line):
            if is_known(text, known, cut=cut_off):
                continue
            if is_other_form(text, page) or line.box.top >= more.ys[0]:
                return None
            if not (is_said(text) or (is_title(text) and above and all(is_said(one.text) for one in above))):
                return None
            side = Box(table.xs[-1], line.box.top, table.xs[-1], line.box.bottom)
            lines.append(msgspec.structs.replace(line, text=text, box=side, line=None))
    return tuple(lines)


def _goes_on(line: Printed, table: PageTable, rest: Printed, more: PageTable) -> bool:
    """Does a line reach the right side of its table, and another go on at the left side of the next, as high?"""
    return (
        abs(line.box.top - rest.box.top) <= _NEAR
        and line.box.right >= table.xs[-1] - _NEAR
        and rest.box.left <= more.xs[0] + _NEAR
    )


def _beside(table: PageTable, more: PageTable, labels: int, seams: Sequence[int]) -> PageTable:
    """The table with the columns of another behind its own, but for the labels that are repeated.

    Cells from the other page stand at its right side: the row is where it begins. `seams` are the columns that begin
    a page already.
    """
    side = table.xs[-1]
    shift = side - more.xs[labels]
    cells = list(table.cells)
    for cell in more.cells:
        if cell.column >= labels:
            top, bottom = table.ys[cell.row], table.ys[cell.row + cell.rows]
            column = cell.column - labels + table.columns
            cells.append(
                msgspec.structs.replace(cell, column=column, box=Box(side, top, side, bottom), full=False)
            )
    xs = (*table.xs, *(x + shift for x in more.xs[labels + 1 :]))
    own = table.own or table.columns
    whole = msgspec.structs.replace(table, xs=xs, cells=tuple(sorted(cells, key=_place)), own=own)
    return over_seams(whole, (*seams, table.columns), max(_header(table), _header(more)))


def _place(cell: TableCell) -> tuple[int, int]:
    return cell.row, cell.column
