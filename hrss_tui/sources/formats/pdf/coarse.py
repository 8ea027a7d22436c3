"""Ruled tables whose rulings part too little: rows without lines between them, columns without.

Several amounts below each other in two cells of one row, or beside each other in one column of several rows, say that
there are rows and columns which no ruling parts. Such a table is read as one without rulings, within those it has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.aligned.tables import aligned_tables
from hrss_tui.sources.formats.pdf.aligned.words import FIGURE, cell_words
from hrss_tui.sources.formats.pdf.lines import Line, lines_of, text_of
from hrss_tui.sources.formats.pdf.seen import Char, Rule
from hrss_tui.sources.formats.pdf.table import PageTable

_CELLS = 2
_ROWS = 3
_DIGITS = 4
_WHOLE = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})\.\d{2}")
_APART = 1.0
"""Two amounts in one cell stand so far (em) from each other where they are of two columns."""


def refined(
    table: PageTable, texts: Sequence[Sequence[Char]], across: Sequence[Rule], down: Sequence[Rule]
) -> PageTable:
    """The table, or what alignment makes of it where its rulings are too few and all of it is read so.

    Amounts below each other in one row that are not read so are nobody's: the table is none whose cells can be told.
    """
    cells = [lines_of(chars) for chars in texts]
    if not (_has_rows(table, cells) or _has_columns(table, cells)):
        return table
    tables, rest = aligned_tables(lines_of(chain.from_iterable(texts)), across, down)
    if rest or len(tables) != 1 or tables[0].rows * tables[0].columns <= table.rows * table.columns:
        return _declared(table, cells) if _has_rows(table, cells, _is_whole) else table
    return msgspec.structs.replace(tables[0], open_top=table.open_top, open_bottom=table.open_bottom)


def _declared(table: PageTable, cells: Sequence[Sequence[Line]]) -> PageTable:
    """The table as one that cannot be read, the lines of its cells apart."""
    parted = tuple(
        msgspec.structs.replace(cell, text=" ".join(map(text_of, lines))) if len(lines) > 1 else cell
        for cell, lines in zip(table.cells, cells, strict=True)
    )
    return msgspec.structs.replace(table, cells=parted, overlaid=True)


def _has_rows(
    table: PageTable, cells: Sequence[Sequence[Line]], is_amount: Callable[[str], bool] | None = None
) -> bool:
    """Do cells of one row hold amounts below each other, be it below a label?"""
    counts: dict[int, int] = {}
    for cell, lines in zip(table.cells, cells, strict=True):
        if len(lines) > 1 and _are_amounts([text_of(line) for line in lines], is_amount or _is_amount):
            counts[cell.row] = counts.get(cell.row, 0) + 1
    return any(count >= _CELLS for count in counts.values())


def _are_amounts(texts: Sequence[str], is_amount: Callable[[str], bool]) -> bool:
    """Are the lines of a cell amounts, all of them or those below its label?"""
    labels = next((at for at, text in enumerate(texts) if is_amount(text)), len(texts))
    return len(texts) - labels > 1 and all(map(is_amount, texts[labels:]))


def _is_whole(text: str) -> bool:
    """Is it an amount to its decimals, of which no narrow column has broken any off?"""
    return _WHOLE.fullmatch(text) is not None


def _is_amount(text: str) -> bool:
    """Is it a figure, and none of the few digits into which a narrow column breaks a code?"""
    return bool(FIGURE.fullmatch(text)) and ("." in text or len(text) >= _DIGITS)


def _has_columns(table: PageTable, cells: Sequence[Sequence[Line]]) -> bool:
    """Do several cells of one column hold amounts beside each other?"""
    counts: dict[int, int] = {}
    for cell, lines in zip(table.cells, cells, strict=True):
        if any(map(_has_figures_apart, lines)):
            counts[cell.column] = counts.get(cell.column, 0) + 1
    return any(count >= _ROWS for count in counts.values())


def _has_figures_apart(line: Line) -> bool:
    figures = [word for word in cell_words(line) if word.is_figure]
    return any(right.left - left.right >= _APART * line.em for left, right in pairwise(figures))
