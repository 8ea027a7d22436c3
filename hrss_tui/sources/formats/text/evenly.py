"""Tables whose rows hold equally many cells, parted by blanks that align nothing: what was copied off a page.

Each row is a name and figures, and there are as many labels above: which column a figure is of needs no place on the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.text.drawn import Found, TextCell, runs

_CELL = re.compile(r"[^ \u3000]+(?: [^ \u3000]+)*")
"""A cell: single blanks stand inside one, wider ones between two, and so does every ideographic one."""
_FIGURE = re.compile(r"[≥≤><]?[-+−－]?\d[\d,，]*(?:\.\d+)?[%％]?|[-－—/]{1,2}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST = 400
"""Characters of a row."""
_APART = 2
"""So many single characters at the head of a row are a name that is set apart (合　计)."""
_FEWEST = 3
"""Cells of a row, and rows with their labels, below which it is no table."""


def find(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    """Every row of labels with at least two rows of a name and figures below it, all of as many cells."""
    for stretch in runs(lines, free):
        rows = [_cells(at, lines[at]) for at in stretch]
        start = 0
        while start < len(rows):
            stop = start + 1
            if _is_header(rows[start]):
                while stop < len(rows) and len(rows[stop]) == len(rows[start]) and _is_row(rows[stop]):
                    stop += 1
            whole = not (_has_figure(rows[stop : stop + 1]) or _is_grouped(rows[:start]))
            if stop - start >= _FEWEST and whole:
                first = stretch.start + start + 1
                yield Found(first, first + stop - start - 1, tuple(rows[start:stop]), ruled=False)
            start = stop


def _cells(at: int, line: str) -> tuple[TextCell, ...]:
    if len(line) > _LONGEST:
        return ()
    cells = [TextCell(match.group(), at + 1, *match.span()) for match in _CELL.finditer(line)]
    apart = list(takewhile(lambda cell: len(cell.text) == 1 and _HAN.fullmatch(cell.text), cells))
    if len(apart) < _APART:
        return tuple(cells)
    name = TextCell("".join(cell.text for cell in apart), at + 1, apart[0].start, apart[-1].end)
    return (name, *cells[len(apart) :])


def _is_grouped(above: Sequence[Sequence[TextCell]]) -> bool:
    """Do several labels stand right above the header: those of groups of columns?"""
    return bool(above) and len(above[-1]) > 1


def _has_figure(rows: Sequence[Sequence[TextCell]]) -> bool:
    """Does a cell hold nothing but a figure? Such a row, of another shape, may be of the same table."""
    return any(_FIGURE.fullmatch(cell.text) for row in rows for cell in row)


def _is_header(row: Sequence[TextCell]) -> bool:
    """Are all cells of a row labels?"""
    return len(row) >= _FEWEST and all(
        _HAN.search(cell.text) and not _FIGURE.fullmatch(cell.text) for cell in row
    )


def _is_row(row: Sequence[TextCell]) -> bool:
    """Is a row a name and figures?"""
    name, *rest = row
    return bool(_HAN.search(name.text)) and all(_FIGURE.fullmatch(cell.text) for cell in rest)
