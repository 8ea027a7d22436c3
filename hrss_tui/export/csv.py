"""A table as CSV: UTF-8, a header row, text safe in a spreadsheet; a byte order mark for Excel where asked for."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.export.tables import columns_of, rows_of
from hrss_tui.export.text import csv_lines
from hrss_tui.pack.read import Pack


def lines(pack: Pack, table: str) -> Iterator[str]:
    """The lines of the file, without line ends."""
    yield from csv_lines([column.name for column in columns_of(pack, table)], rows_of(pack, table))
