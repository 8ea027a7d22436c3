"""A row that a page break cut in two: its second half put back, on sure evidence only.

Evidence is that the first half has no room left where the second one goes on, that the second half is no row of its
own (no figure, no ordinal, no text where the first half has none), and that either no ruling closes the row at the
page break or every other row of the table has a figure. Figures are broken too, in columns too narrow for them: there
the second half is filled as no other row is, with nothing in a column in which most rows have something; or digits in
threes are whole with it alone; or the first half has fewer decimals than all other rows, and the second those that they lack, whatever else stands in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.lines import joined
from hrss_tui.sources.formats.pdf.table import PageTable, TableCell

_FIGURE = re.compile(r"[-+－]?[,，.．]*\d[\d,，.．]*%?|[-—－/]")
_WHOLE = re.compile(r"[-+－]?[\d,，]+(?:[.．]\d+)?%?")
_THREES = re.compile(r"[-+－]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMALS = re.compile(r"(?<=\d)[.．](\d*)$")
_ORDINAL = re.compile(
    r"[（(]?[一二三四五六七八九十百]{1,4}[)）、.．]|[（(]?\d{1,3}[)）、.．](?!\d)|[①-⑳㈠-㈩]|其中|合计|总计|小计"
)
_OTHER_ROWS = 3
_DIGITS = 3
_MOST = 0.75


def with_rest(last: PageTable, table: PageTable, repeated: int) -> tuple[PageTable, PageTable]:
    """A table and the one that goes on with it, behind `repeated` header rows; a cut row is whole in the first."""
    if repeated >= table.rows or not _is_rest(last, table, repeated):
        return last, table
    rests = {cell.column: cell.text for cell in table.row_cells(repeated)}
    final = last.rows - 1
    cells = tuple(
        _completed(cell, rests[cell.column])
        if cell.row == final and cell.text and cell.column in rests
        else cell
        for cell in last.cells
    )
    begun = {cell.column: cell for cell in last.row_cells(final)}
    box = next(iter(begun.values())).box if begun else last.box
    cells += tuple(
        msgspec.structs.replace(cell, row=final, box=box, rest=0)
        for cell in table.row_cells(repeated)
        if cell.column not in begun
    )
    return msgspec.structs.replace(last, cells=cells), _without_row(table, repeated)


def _is_rest(last: PageTable, table: PageTable, row: int) -> bool:
    """Is this row of a table the second half of the last row of the part before?"""
    begun = {cell.column: cell for cell in last.row_cells(last.rows - 1) if cell.rows == 1}
    rests = table.row_cells(row)
    if not rests or any(cell.rows > 1 for cell in rests):
        return False
    others = [
        *(cell for cell in last.cells if cell.row < last.rows - 1),
        *(cell for cell in table.cells if cell.row > row),
    ]
    if any(cell.column in begun and _are_codes(others, begun[cell.column], cell.text) for cell in rests):
        return False
    return _are_decimals(others, begun, rests) or (
        _fits(begun, rests)
        and (
            _are_threes(begun, rests)
            or _is_no_row(last, table, row, any(_is_figured(cell, begun) for cell in rests))
        )
    )


def _are_threes(begun: Mapping[int, TableCell], rests: Sequence[TableCell]) -> bool:
    """Are the figures of the first half no figures, their digits not being in threes, and are they with those of the second?"""
    figures = [(begun[cell.column].text, cell.text) for cell in rests if _is_figured(cell, begun)]
    return bool(figures) and all(
        "," in first and not _THREES.fullmatch(first) and _THREES.fullmatch(first + rest)
        for first, rest in figures
    )


def _fits(begun: Mapping[int, TableCell], rests: Sequence[TableCell]) -> bool:
    """Does each cell of the second half go on with one of the first that has no room left?"""
    for cell in rests:
        first = begun.get(cell.column)
        if first is None or not first.full or first.columns != cell.columns or _ORDINAL.match(cell.text):
            return False
        if _is_figured(cell, begun) and not _WHOLE.fullmatch(first.text + cell.text):
            return False
    return True


def _is_figured(cell: TableCell, begun: Mapping[int, TableCell]) -> bool:
    """Is a cell a figure, or the one that it goes on with?"""
    return any(_FIGURE.fullmatch(text) for text in (cell.text, begun[cell.column].text))


def _is_no_row(last: PageTable, table: PageTable, row: int, figured: bool) -> bool:
    """Can the second half be no row of its own? `figured`: it holds figures, or goes on with some."""
    if figured:
        return _lacks(last, table, row)
    if last.open_bottom or (table.open_top and row == 0):
        return True
    with_figures = [
        any(_FIGURE.fullmatch(cell.text) for cell in part.row_cells(index))
        for part, rows in ((last, range(last.rows)), (table, range(row + 1, table.rows)))
        for index in rows
    ]
    return sum(with_figures) >= _OTHER_ROWS and _all_but_head(with_figures)


def _are_decimals(
    others: Sequence[TableCell], begun: Mapping[int, TableCell], rests: Sequence[TableCell]
) -> bool:
    """Do the figures of the first half lack decimals that all others have, and the second half has as many digits?"""
    usual = Counter(len(match[1]) for cell in others if (match := _DECIMALS.search(cell.text)))
    if len(usual) != 1 or usual.total() <= _OTHER_ROWS:
        return False
    (decimals,) = usual
    found = {cell.column: cell.text for cell in rests}
    lacking = {
        column: decimals - len(match[1])
        for column, cell in begun.items()
        if (match := _DECIMALS.search(cell.text)) and len(match[1]) < decimals
    }
    figures = {
        column
        for column, text in found.items()
        if column in begun and _FIGURE.fullmatch(text) and not _is_code(others, begun[column], text)
    }
    return (
        bool(lacking)
        and figures == lacking.keys()
        and all(
            found[column].isdecimal() and len(found[column]) == count for column, count in lacking.items()
        )
    )


def _is_code(others: Sequence[TableCell], begun: TableCell, rest: str) -> bool:
    """Are both halves together a code as long as others of the column, and is the first half none?"""
    lengths = {len(cell.text) for cell in others if cell.column == begun.column and cell.text.isdecimal()}
    whole = begun.text + rest
    return whole.isdecimal() and len(whole) in lengths and len(begun.text) not in lengths


def _are_codes(others: Sequence[TableCell], begun: TableCell, rest: str) -> bool:
    """Is each half a code by itself, as long as others of the column?"""
    texts = (begun.text, rest)
    if not all(text.isdecimal() and len(text) >= _DIGITS for text in texts):
        return False
    lengths = {len(cell.text) for cell in others if cell.column == begun.column and cell.text.isdecimal()}
    return lengths.issuperset(map(len, texts))


def _lacks(last: PageTable, table: PageTable, row: int) -> bool:
    """Is a row filled as none else is, with nothing where most rows that have amounts have something?"""
    own = _filled(table.row_cells(row))
    others = [
        _filled(cells)
        for part, skipped in ((last, -1), (table, row))
        for at in range(part.rows)
        if at != skipped and any(map(_is_amount, cells := part.row_cells(at)))
    ]
    if len(others) <= _OTHER_ROWS or own in others:
        return False
    counts = Counter(column for filled in others for column in filled)
    return any(count >= _MOST * len(others) for column, count in counts.items() if column not in own)


def _filled(cells: Sequence[TableCell]) -> dict[int, bool]:
    """The columns in which a row has something, and whether that is a figure."""
    return {cell.column: _FIGURE.fullmatch(cell.text) is not None for cell in cells}


def _is_amount(cell: TableCell) -> bool:
    """A code or an amount, and no number of a column."""
    return len(cell.text) >= _DIGITS and _WHOLE.fullmatch(cell.text) is not None


def _all_but_head(figures: Sequence[bool]) -> bool:
    """Do all rows from the first one with a figure on have figures?"""
    return all(figures[figures.index(True) :])


def _completed(cell: TableCell, rest: str) -> TableCell:
    whole = joined([cell.text, rest])
    return msgspec.structs.replace(cell, text=whole, rest=len(whole) - len(rest))


def _without_row(table: PageTable, row: int) -> PageTable:
    """The table without a row whose text has gone elsewhere."""
    cells = []
    for cell in table.cells:
        if cell.row <= row < cell.row + cell.rows:
            if cell.rows > 1:
                cells.append(msgspec.structs.replace(cell, rows=cell.rows - 1))
        elif cell.row > row:
            cells.append(msgspec.structs.replace(cell, row=cell.row - 1))
        else:
            cells.append(cell)
    ys = table.ys[: row + 1] + table.ys[row + 2 :]
    return msgspec.structs.replace(table, ys=ys, cells=tuple(cells))
