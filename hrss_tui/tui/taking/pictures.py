"""What is drawn on screen as a picture of cells: lines of a pane, a table with its bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from hrss_tui.export.shown.sheet import Picture, Run
from hrss_tui.tui.paint.glyphs import Glyphs
from hrss_tui.tui.paint.glyphs import bar as bar_of
from hrss_tui.tui.paint.lines import Line
from hrss_tui.tui.paint.text import cells, clean, pad
from hrss_tui.tui.paint.wrapping import wrap_segs
from hrss_tui.tui.widgets.columns import Cell, Column, Row

WIDE = 76
"""Cells of a picture that could be of any width."""
BAR = 20
MOST = 400
"""Lines of a picture; what is longer is a table, not a picture."""
_GAP = "  "


More = Callable[[int], str]
"""Says of how many lines nothing is drawn."""


def of_lines(title: str, lines: Sequence[Line], more: More, width: int = WIDE) -> Picture | None:
    """Lines of a pane wrapped to a width; None where there is none."""
    drawn = [part for line in lines[:MOST] for part in wrap_segs(line.segs, width, line.indent)]
    found = tuple(tuple(Run(seg.text, seg.style) for seg in segs) for segs in drawn)
    return (
        Picture(title.strip(), found, _rest(len(lines), more), _documents(line.source for line in lines))
        if any(found)
        else None
    )


def _rest(count: int, more: More) -> tuple[str, ...]:
    return (more(count - MOST),) if count > MOST else ()


def of_table(
    title: str, columns: Sequence[Column], rows: Sequence[Row], signs: Glyphs, more: More
) -> Picture | None:
    """A table as wide as its cells need, with its bars; None where it has no rows."""
    if not rows:
        return None
    rest = _rest(len(rows), more)
    documents = _documents(row.source for row in rows[:MOST])
    said = [
        at for at, one in enumerate(columns) if one.bar or any(row.cells[at].text.strip() for row in rows)
    ]
    columns = [columns[at] for at in said]
    rows = [Row(tuple(row.cells[at] for at in said)) for row in rows[:MOST]]
    titles = [" ".join(column.title.split()) for column in columns]
    widths = [
        BAR if column.bar else max(cells(titles[at]), *(cells(row.cells[at].text) for row in rows))
        for at, column in enumerate(columns)
    ]
    head = [
        Run(pad(text, wide, column.right) + _GAP, "head")
        for text, wide, column in zip(titles, widths, columns, strict=True)
    ]
    body = [
        tuple(
            _cell(column, cell, wide, signs)
            for column, cell, wide in zip(columns, row.cells, widths, strict=True)
        )
        for row in rows
    ]
    return Picture(title.strip(), (tuple(head), *body), rest, documents)


def _documents(sources: Iterable[str]) -> tuple[str, ...]:
    """The documents of some `document:line`, each once."""
    places = (place for source in sources for place in source.split())
    return tuple(dict.fromkeys(place.rpartition(":")[0] for place in places))


def _cell(column: Column, cell: Cell, wide: int, signs: Glyphs) -> Run:
    if column.bar:
        share = cell.order if isinstance(cell.order, float) else 0.0
        drawn = bar_of(share, wide, signs) + _GAP
        return Run(drawn, cell.style or "bar", 0.0, wide * min(max(share, 0.0), 1.0))
    return Run(pad(clean(cell.text), wide, column.right) + _GAP, cell.style)
