"""What is on screen as CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from hrss_tui.errors import UsageError
from hrss_tui.export.text import harmless
from hrss_tui.pack.write import write_atomic
from hrss_tui.tui.taking.grids import Grid
from hrss_tui.words import phrase

FORMATS = (".csv", ".json", ".md")
_BREAKS = re.compile(r"[\t\r\n]+")
_MARKUP = re.compile(r"[\\`*_\[\]<|&~]")
"""What Markdown takes for markup inside a cell."""


def render(grid: Grid, suffix: str) -> bytes:
    """The bytes of a file with that ending. Raises UsageError for an ending that is none of `FORMATS`."""
    if suffix.casefold() == ".csv":
        return _csv(grid)
    if suffix.casefold() == ".json":
        return _json(grid)
    if suffix.casefold() == ".md":
        return _markdown(grid)
    raise UsageError(
        phrase("export.unknown", suffix=suffix or "-"),
        phrase("export.unknown.hint", formats=" ".join(FORMATS)),
    )


def save(path: Path, data: bytes) -> None:
    """Write the whole file or nothing. Raises UsageError where it cannot be written."""
    write_atomic(path, data)


def _csv(grid: Grid) -> bytes:
    """With a byte order mark, so that spreadsheets read Chinese; cells that would be formulas are text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(map(harmless, grid.heads))
    writer.writerows(map(harmless, row) for row in grid.rows)
    return out.getvalue().encode("utf-8-sig")


def _json(grid: Grid) -> bytes:
    rows = [dict(zip(grid.heads, row, strict=True)) for row in grid.rows]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def _markdown(grid: Grid) -> bytes:
    rule = f"|{' --- |' * len(grid.heads)}"
    lines = [_md_row(grid.heads), rule, *map(_md_row, grid.rows)]
    return ("\n".join(lines) + "\n").encode()


def _md_row(row: tuple[str, ...] | list[str]) -> str:
    """A row whose cells are text: neither columns, nor links, emphasis or HTML."""
    texts = (_MARKUP.sub(r"\\\g<0>", _BREAKS.sub(" ", cell)) for cell in row)
    return f"| {' | '.join(texts)} |"
