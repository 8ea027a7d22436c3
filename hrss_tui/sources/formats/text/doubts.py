"""What makes the columns of a table in a text printed page by page doubtful: such a table is not divided, and so declared.

A text shows where a word begins only roughly: wide characters take as much room as narrow ones. What stands below
what is plain where heads, numbers of columns and rows agree, and doubtful where they do not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from hrss_tui import lazy_re as re
from hrss_tui.reference import column_roles, fold_label
from hrss_tui.sources.formats.pdf.aligned.doubts import covers, is_amount, is_glued
from hrss_tui.sources.formats.pdf.aligned.rows import numbers_columns
from hrss_tui.sources.formats.pdf.aligned.words import FIGURE, cell_words
from hrss_tui.sources.formats.pdf.lines import Line
from hrss_tui.sources.formats.pdf.table import PageTable
from hrss_tui.sources.formats.text.cut import has_cut

WIDTH, PITCH = 4.7, 8.0
"""Points of a place and from line to line, as a text is laid out."""
_DEEP = 3
"""Lines of a header that several rows must stand below."""
_SEVERAL = 2
"""Lines of amounts alone that are no accident."""
_AMOUNT = re.compile(r"[-－]?[\d,]{1,20}\.\d{1,6}|0|[-—－]{1,2}")
_TWO = re.compile(r"[\u3400-\u9fff)）]{2} [\u3400-\u9fff(（]{2}")
"""Two labels with one space between them."""


def is_doubtful(table: PageTable) -> bool:
    """Are the columns of a table not plain?"""
    return any(doubt(table) for doubt in _DOUBTS)


def _is_headed_deep(table: PageTable) -> bool:
    """Is it one row below a header of many lines, whose labels may stand over any of its columns?"""
    return table.headed > _DEEP and table.rows - table.headed == 1


def _is_glued(table: PageTable) -> bool:
    """Does a cell hold an amount and something else of one line?"""
    return is_glued(table, lambda line: _row_of(table, line))


def _body(table: PageTable) -> Sequence[Line]:
    return table.part.body if table.part is not None else ()


def _row_of(table: PageTable, line: Line) -> int:
    """The row of a table in which a line stands."""
    return bisect_right(table.ys, line.base - PITCH / 2) - 1


def _is_dense(table: PageTable) -> bool:
    """Do figures stand beside each other with one space between them, so that they are not where they were printed?"""
    near = 1.5 * WIDTH
    words = (cell_words(line) for line in _body(table))
    return any(
        left.is_figure and right.is_figure and right.left - left.right < near and not right.text.isdecimal()
        for row in words
        for left, right in pairwise(row)
    )


def _is_beside_its_heads(table: PageTable) -> bool:
    """Does a column of figures end before what is over it in the header begins, or any stand below nothing?

    Figures are set to the right of their column: where they end left of its label, that is the label of the next one.
    """
    heads = [cell for cell in table.cells if cell.row < table.headed and cell.text]
    rulers = {_row_of(table, line) for line in _body(table) if numbers_columns(line)}
    body = [cell for cell in table.cells if cell.row >= table.headed and cell.text and cell.row not in rulers]
    if not heads:
        return False
    for column in {cell.column for cell in body}:
        own = [head for head in heads if covers(head, column)]
        rights = [cell.box.right for cell in body if cell.column == column and FIGURE.fullmatch(cell.text)]
        lowest = max(own, key=lambda head: head.row, default=None)
        if lowest is None or max(rights, default=lowest.box.right) <= lowest.box.left:
            return True
    return False


def _is_numbered_otherwise(table: PageTable) -> bool:
    """Do fewer numbers stand in the row that numbers columns than columns have figures?"""
    numbered = [line for line in _body(table) if numbers_columns(line)]
    if not numbered:
        return False
    numbers = sum(word.is_figure for word in cell_words(numbered[0]))
    columns = {cell.column for cell in table.cells if is_amount(cell.text)}
    return len(columns) > numbers


def _has_heads_in_one(table: PageTable) -> bool:
    """Does a label over figures look like two, with one space between them, which stand over two columns?"""
    filled = {cell.column for cell in table.cells if cell.row >= table.headed and FIGURE.fullmatch(cell.text)}
    return any(
        _TWO.search(cell.text) and any(covers(cell, column) for column in filled)
        for cell in table.cells
        if cell.row < table.headed
    )


def _is_beside_a_group(table: PageTable) -> bool:
    """Does a label over amounts stand as low as one below a group and next to it, but below none?

    Where others stand in the middle of the header, one that reached down to the rows from its top would stand there too.
    """
    header = [cell for cell in table.cells if cell.row < table.headed and cell.text]
    above = [cell for cell in header if cell.columns > 1 or cell.row + cell.rows < table.headed]
    leaves = {cell.column: cell for cell in header if not any(cell is one for one in above)}
    grouped = {at for at in leaves if any(covers(group, at) for group in above)}
    highest = min((leaf.box.bottom for leaf in leaves.values()), default=0.0)
    filled = {cell.column for cell in table.cells if is_amount(cell.text)}
    low = {at: leaf.box.bottom for at, leaf in leaves.items() if leaf.box.bottom > highest + PITCH / 2}
    return any(
        abs(low[at] - low[beside]) < PITCH / 2
        for at in low.keys() & filled - grouped
        for beside in {at - 1, at + 1} & grouped & low.keys()
    )


def _has_broken_pairs(table: PageTable) -> bool:
    """Do two labels that come again and again side by side (预算数, 决算数) stand under different groups?"""
    header = [cell for cell in table.cells if cell.row < table.headed and cell.text]
    over = {
        column: sorted((cell for cell in header if covers(cell, column)), key=lambda cell: cell.row)
        for column in range(table.columns)
    }
    labels = [over[column][-1].text if over[column] else "" for column in range(table.columns)]
    column = 0
    while column + 1 < len(labels):
        pair = labels[column : column + 2]
        if pair[0] == pair[1] or not all(pair) or pair != labels[column + 2 : column + 4]:
            column += 1
            continue
        while labels[column : column + 2] == pair:
            if over[column][:-1] != over[column + 1][:-1]:
                return True
            column += 2
        if labels[column : column + 1] == pair[:1]:
            return True
    return False


def _has_amounts_between_names(table: PageTable) -> bool:
    """Do amounts stand on lines of their own, above or below those of names: nothing says of which they are?"""
    alone = 0
    for line in _body(table):
        words = [word.text for word in cell_words(line)]
        alone += any(map(is_amount, words)) and all(map(_AMOUNT.fullmatch, words))
    return alone >= _SEVERAL


def _has_names_beside_their_label(table: PageTable) -> bool:
    """Does nothing stand below the label of names, and texts below another beside it?"""
    body = [cell for cell in table.cells if cell.row >= table.headed and cell.text]
    filled = {cell.column for cell in body}
    worded = {cell.column for cell in body if not FIGURE.fullmatch(cell.text)}
    return any(
        column_roles().get(fold_label(cell.text)) == "name"
        and cell.column not in filled
        and {cell.column - 1, cell.column + 1} & worded
        for cell in table.cells
        if cell.row < table.headed and cell.columns == 1
    )


def _has_cut_amounts(table: PageTable) -> bool:
    """Did a narrow column break amounts?"""
    return has_cut(cell_words(line) for line in _body(table))


_DOUBTS = (
    _has_cut_amounts,
    _has_amounts_between_names,
    _has_names_beside_their_label,
    _has_broken_pairs,
    _is_glued,
    _is_headed_deep,
    _is_dense,
    _is_beside_its_heads,
    _is_numbered_otherwise,
    _has_heads_in_one,
    _is_beside_a_group,
)
