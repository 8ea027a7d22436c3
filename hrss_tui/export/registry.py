"""The formats of an export. A new one is a module of this folder and an entry here.

`lines` formats are text, one file a table; their module has `lines(pack, table)`. `table` formats are one binary
file a table: `write(pack, table, path)`. `file` formats hold all tables in one file, `folder` formats are a folder
as a whole: `write(pack, tables, path)`; `told` is what they take beside: `report`, and `lang`, the
language of headings. `beside` names a module whose `metadata(pack, tables, stem)` is a second file,
NAME.metadata.json. Modules are imported when they are used.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final, Literal

import msgspec

from hrss_tui.pack.read import Pack

Shape = Literal["lines", "table", "file", "folder"]


class Format(msgspec.Struct, frozen=True):
    """A format: its module, the ending of its files, how tables map to files, what of the request it is told."""

    module: str
    suffix: str
    shape: Shape
    told: tuple[str, ...] = ()
    beside: str = ""

    def load(self) -> Any:
        """The module."""
        return import_module(self.module)

    def description(self, pack: Pack, tables: Sequence[str], stem: str) -> bytes:
        """What stands in the file beside it."""
        described: bytes = import_module(self.beside).metadata(pack, tables, stem)
        return described

    @property
    def by_table(self) -> bool:
        """Is each table a file of its own?"""
        return self.shape in ("lines", "table")


FORMATS: Final[dict[str, Format]] = {
    "csv": Format("hrss_tui.export.csv", ".csv", "lines"),
    "jsonl": Format("hrss_tui.export.jsonl", ".jsonl", "lines"),
    "parquet": Format("hrss_tui.export.parquet", ".parquet", "table"),
    "xlsx": Format("hrss_tui.export.xlsx", ".xlsx", "file", told=("report", "lang")),
    "html": Format("hrss_tui.export.html", ".html", "table", told=("lang",)),
    "sqlite": Format(
        "hrss_tui.export.sqlite", ".sqlite", "file", told=("report",), beside="hrss_tui.export.datasette"
    ),
    "datapackage": Format("hrss_tui.export.datapackage", "", "folder", told=("report",)),
}
