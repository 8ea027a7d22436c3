"""Several files that are one document: the text as a page, its tables as workbooks."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.sources.formats.form import Box, Grid, Page, SourceFile


def joined(files: Sequence[SourceFile]) -> SourceFile:
    """The files one after the other under the name of the first; places and pages are counted on."""
    first, *others = files
    lines, grids, pages = list(first.lines), list(first.grids), list(first.pages)
    places: list[tuple[int, str]] = list(first.places)
    boxes: list[tuple[int, Box]] = list(first.boxes)
    rest, anew = list(first.rest), list(first.anew)
    for file in others:
        by = len(lines)
        lines += file.lines
        grids += [_moved(grid, by) for grid in file.grids]
        before = len(pages)
        pages += [_counted_on(page, before + index, by, file) for index, page in enumerate(file.pages, 1)]
        places += [(line + by, place) for line, place in file.places]
        boxes += [(line + by, box) for line, box in file.boxes]
        rest += [line + by for line in file.rest]
        anew += [line + by for line in file.anew]
    return msgspec.structs.replace(
        first,
        lines=tuple(lines),
        grids=tuple(grids),
        pages=tuple(pages),
        places=tuple(places),
        boxes=tuple(boxes),
        rest=tuple(rest),
        anew=tuple(anew),
        notes=tuple(note for file in files for note in file.notes),
        facts=tuple(dict.fromkeys(fact for file in files for fact in file.facts)),
    )


def _moved(grid: Grid, by: int) -> Grid:
    cells = tuple(msgspec.structs.replace(cell, line=cell.line + by) for cell in grid.cells)
    return msgspec.structs.replace(grid, first=grid.first + by, last=grid.last + by, cells=cells)


def _counted_on(page: Page, number: int, by: int, file: SourceFile) -> Page:
    """The page with another number, its lines moved, and where it is; a page without any has none."""
    first, last = (page.first + by, page.last + by) if page.first else (0, 0)
    own = {"file": file.name, "sha256": file.sha256, "own": page.number}
    return msgspec.structs.replace(page, number=number, first=first, last=last, **own)
