"""Ruled tables whose rulings part too little: rows without lines between them, columns without.

Several amounts below each other in two cells of one row, or beside each other in one column of several rows, say that
there are rows and columns which no ruling parts. Such a table is read as one without rulings, within those it has.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

import msgspec

from hrss_tui.sources.formats.pdf.aligned.tables import aligned_tables
from hrss_tui.sources.formats.pdf.aligned.words import FIGURE, cell_words
from hrss_tui.sources.formats.pdf.lines import Line, lines_of, text_of
from hrss_tui.sources.formats.pdf.seen import Char, Rule
from hrss_tui.sources.formats.pdf.table import PageTable

_CELLS = 2
_ROWS = 3
_DIGITS = 4
_APART = 1.0
"""Two amounts in one cell stand so far (em) from each other where they are of two columns."""


def refined(
    table: PageTable, texts: Sequence[Sequence[Char]], across: Sequence[Rule], down: Sequence[Rule]
) -> PageTable:
    """The table, or what alignment makes of it where its rulings are too few and all of it is read so."""
    cells = [lines_of(chars) for chars in texts]
    if not (_has_rows(table, cells) or _has_columns(table, cells)):
        return table
    tables, rest = aligned_tables(lines_of(chain.from_iterable(texts)), across, down)
    if rest or len(tables) != 1 or tables[0].rows * tables[0].columns <= table.rows * table.columns:
        return table
    return msgspec.structs.replace(tables[0], open_top=table.open_top, open_bottom=table.open_bottom)


def _has_rows(table: PageTable, cells: Sequence[Sequence[Line]]) -> bool:
    """Do cells of one row hold nothing but amounts below each other?"""
    counts: dict[int, int] = {}
    for cell, lines in zip(table.cells, cells, strict=True):
        if len(lines) > 1 and all(_is_amount(text_of(line)) for line in lines):
            counts[cell.row] = counts.get(cell.row, 0) + 1
    return any(count >= _CELLS for count in counts.values())


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
