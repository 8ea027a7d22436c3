"""What is on screen as a table for export: with units in the heads, and for each row its source and its record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from hrss_tui.query.quantities import united

if TYPE_CHECKING:
    from hrss_tui.tui.paint.lines import Line
    from hrss_tui.tui.widgets.columns import Column, Row

    Say = Callable[[str], str]


Orders = tuple["float | str | None", ...]


class Grid(NamedTuple):
    """A name, the heads (each another one) and the cells as text.

    `numbers` are the columns of numbers, `orders` what each row is sorted by where that is not its texts, `places` the
    source and the record of each row, which the last columns say too. `units` are those of the first columns, "" for none.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    orders: tuple[Orders, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    units: tuple[str, ...] = ()


def with_units(grid: Grid) -> Grid:
    """With its unit at every number: the rows say it where they go without their heads."""
    rows = (
        tuple(
            united(cell, unit) if _is_number(cell) else cell
            for cell, unit in zip_longest(row, grid.units[: len(row)], fillvalue="")
        )
        for row in grid.rows
    )
    return grid._replace(rows=tuple(rows))


def _is_number(cell: str) -> bool:
    """Whether a cell is a number, which alone can be of a unit that it does not say itself."""
    return cell[-1:].isdecimal() and not cell.strip("+-−≥≤<>=~,.0123456789")


def of_table(say: Say, name: str, columns: Sequence[Column], rows: Sequence[Row]) -> Grid:
    """A table without its bars."""
    keep = [index for index, column in enumerate(columns) if not column.bar]
    heads = tuple(_head(say, columns[index]) for index in keep)
    cells = [tuple(row.cells[index].text.strip() for index in keep) for row in rows]
    numbers = frozenset(at for at, index in enumerate(keep) if columns[index].right)
    orders = tuple(tuple(row.cells[index].order for index in keep) for row in rows)
    units = tuple(_unit(columns[index]) for index in keep)
    grid = Grid(name, heads, tuple(cells), numbers, orders, units=units)
    return traced(say, grid, [(row.source, row.record) for row in rows])


def of_lines(say: Say, name: str, lines: Sequence[Line]) -> Grid | None:
    """Lines that stand for something, their words as they are read; None where there is none."""
    kept = [line for line in lines if line.source or line.record]
    if not kept:
        return None
    rows = tuple((line.value or " ".join(_words(line).split()),) for line in kept)
    return traced(say, Grid(name, (say("grid.text"),), rows), [(line.source, line.record) for line in kept])


def with_pages(say: Say, grid: Grid, page_of: Callable[[str], str]) -> Grid:
    """With the page or sheet of each row's source after it, where any has one."""
    head = say("grid.source")
    if head not in grid.heads:
        return grid
    at = grid.heads.index(head)
    pages = [page_of(row[at]) for row in grid.rows]
    if not any(pages):
        return grid
    heads = (*grid.heads[: at + 1], say("grid.page"), *grid.heads[at + 1 :])
    rows = tuple((*row[: at + 1], page, *row[at + 1 :]) for row, page in zip(grid.rows, pages, strict=True))
    return grid._replace(heads=heads, rows=rows)


def _words(line: Line) -> str:
    return " ".join(seg.text for seg in line.segs if seg.style != "bar")


def _head(say: Say, column: Column) -> str:
    """The title with its year and the unit, which may be its last line; a column of signs is called one."""
    first, *others = column.title.split("\n")
    named = " ".join((first.strip() or say("grid.mark"), *filter(str.isdecimal, others)))
    unit = _titled_unit(column)
    return f"{named} ({unit})" if unit else named


def _titled_unit(column: Column) -> str:
    """The unit, which may be the last line of the title; a year, which may stand before it, is none."""
    others = column.title.split("\n")[1:]
    return " ".join(line for line in others if not line.isdecimal()).strip() or column.unit


def _unit(column: Column) -> str:
    """The same; of a column whose title says so percent."""
    return _titled_unit(column) or ("%" if "%" in column.title else "")


def traced(say: Say, grid: Grid, places: Sequence[tuple[str, str]]) -> Grid:
    """With the source (document and line) and the record of each row, where any has one."""
    heads, rows = grid.heads, grid.rows
    for key, values in zip(("grid.source", "grid.record"), zip(*places, strict=True), strict=False):
        if any(values):
            heads = (*heads, say(key))
            rows = tuple((*row, value) for row, value in zip(rows, values, strict=True))
    return grid._replace(heads=heads, rows=rows, places=tuple(places))
