"""Files in the intermediate form, made from rows of cells."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.sources.formats.form import Grid, GridCell, SourceFile


def grid(rows: Sequence[Sequence[str]], first: int = 1, **known: object) -> Grid:
    """A grid whose rows are the lines from `first` on. A cell `text|columns|rows` is merged, `^` is covered."""
    cells = []
    for index, row in enumerate(rows):
        start = 0
        for column, printed in enumerate(row):
            text, columns, height = [*printed.split("|"), "1", "1"][:3]
            if text != "^":
                end = start + len(text)
                cells.append(
                    GridCell(index, column, int(height), int(columns), text, first + index, start, end)
                )
                start = end
            start += 1
    return Grid(first, first + len(rows) - 1, len(rows), max(map(len, rows)), tuple(cells), **known)  # type: ignore[arg-type]


def lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of such rows."""
    return ["\t".join(cell.split("|")[0].replace("^", "") for cell in row) for row in rows]


def file(*parts: str | Sequence[Sequence[str]], **known: object) -> SourceFile:
    """A file of lines of prose and tables, one after the other."""
    found: list[str] = []
    grids = []
    for part in parts:
        if isinstance(part, str):
            found.append(part)
        else:
            grids.append(grid(part, len(found) + 1))
            found += lines(part)
    about = {"format": "html", "wrapped": False} | known
    return SourceFile("a.html", "0" * 64, "utf-8", tuple(found), grids=tuple(grids), **about)  # type: ignore[arg-type]
