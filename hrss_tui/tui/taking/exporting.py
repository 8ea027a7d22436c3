"""What is on screen as CSV, JSON or Markdown, and for others to look at: a page, a picture, a workbook."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import UsageError
from hrss_tui.export.text import csv_lines, harmless
from hrss_tui.pack.write import write_atomic
from hrss_tui.plain import unmarked
from hrss_tui.tui.taking.grids import Grid
from hrss_tui.words import phrase

if TYPE_CHECKING:
    from hrss_tui.export.shown.sheet import Picture, Sheet

FORMATS = (".csv", ".json", ".md", ".html", ".svg", ".xlsx", ".tsv")
_BREAKS = re.compile(r"[\t\r\n]+")


def render(grid: Grid, suffix: str, sheet: Callable[[], Sheet] | None = None) -> bytes:
    """The bytes of a file with that ending; `sheet` is asked for what is to be looked at.

    Raises UsageError for an ending that is none of `FORMATS`, and for a picture of what cannot be drawn.
    """
    kind = suffix.casefold()
    if kind in _PLAIN:
        return _PLAIN[kind](grid)
    if sheet is None or kind not in FORMATS:
        raise UsageError(
            phrase("export.unknown", suffix=suffix or "-"),
            phrase("export.unknown.hint", formats=" ".join(FORMATS)),
        )
    return _shown(sheet(), kind)


def _shown(sheet: Sheet, kind: str) -> bytes:
    if kind == ".html":
        from hrss_tui.export.shown.table import html

        return html(sheet)
    if kind == ".xlsx":
        from hrss_tui.export.shown.workbook import xlsx

        return xlsx(sheet)
    from hrss_tui.export.shown.drawing import svg

    if not sheet.pictures:
        raise UsageError(phrase("taken.no_picture"))
    picture = sheet.pictures[0]
    return svg(
        msgspec.structs.replace(
            picture, notes=(*picture.notes, *_sources(sheet, picture), _again(sheet.made.view))
        )
    )


def _again(shown: str) -> str:
    """What shows the same again."""
    return f"hrss-tui --view {shlex.quote(shown)}" if shown else ""


def _sources(sheet: Sheet, picture: Picture) -> Iterator[str]:
    """A picture goes without its table: what it is from stands below it."""
    for source in sheet.sources:
        if source.doc_id in picture.documents:
            yield source.citation or source.title


def tabbed(grid: Grid) -> str:
    """A table for the clipboard or a spreadsheet: cells separated by tabs, a line per row."""
    return "\n".join("\t".join(_BREAKS.sub(" ", cell) for cell in row) for row in (grid.heads, *grid.rows))


def save(path: Path, data: bytes) -> None:
    """Write the whole file or nothing. Raises UsageError where it cannot be written."""
    write_atomic(path, data)


def _csv(grid: Grid) -> bytes:
    """With a byte order mark, so that spreadsheets read Chinese; cells that would be formulas are text."""
    heads = [harmless(head) for head in grid.heads]
    return "".join(f"{line}\r\n" for line in csv_lines(heads, grid.rows)).encode("utf-8-sig")


def _json(grid: Grid) -> bytes:
    rows = [dict(zip(grid.heads, row, strict=True)) for row in grid.rows]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def _markdown(grid: Grid) -> bytes:
    rule = f"|{' --- |' * len(grid.heads)}"
    lines = [_md_row(grid.heads), rule, *map(_md_row, grid.rows)]
    return ("\n".join(lines) + "\n").encode()


def _md_row(row: tuple[str, ...] | list[str]) -> str:
    """A row whose cells are text: neither columns, nor links, emphasis or HTML."""
    texts = (unmarked(_BREAKS.sub(" ", cell)) for cell in row)
    return f"| {' | '.join(texts)} |"


def _tsv(grid: Grid) -> bytes:
    """For spreadsheets too: cells that would be formulas are text."""
    heads, *rows = [tuple(map(harmless, row)) for row in (grid.heads, *grid.rows)]
    return f"{tabbed(grid._replace(heads=heads, rows=tuple(rows)))}\n".encode()


_PLAIN: Final[dict[str, Callable[[Grid], bytes]]] = {
    ".csv": _csv,
    ".json": _json,
    ".md": _markdown,
    ".tsv": _tsv,
}
