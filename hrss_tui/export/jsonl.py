"""A table as JSON lines: one object per row, lists as lists, nothing as null."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.export.tables import columns_of, rows_of
from hrss_tui.export.text import json_line
from hrss_tui.pack.read import Pack


def lines(pack: Pack, table: str) -> Iterator[str]:
    """The lines of the file, without line ends."""
    names = [column.name for column in columns_of(pack, table)]
    for row in rows_of(pack, table):
        yield json_line(dict(zip(names, row, strict=True)))
