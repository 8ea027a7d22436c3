"""What `from hrss_tui import open_pack` gives: a package with data frames.

    pack = open_pack()                    # the one shipped, or open_pack("other.msgpack")
    pack.frame("budget_lines")            # polars.DataFrame, typed as the schema says, money in 元
    pack.search("技能大师工作室")           # hits with document, section, lines and marks

polars is imported when a frame is first asked for.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from hrss_tui.errors import UsageError
from hrss_tui.pack import read
from hrss_tui.pack.around import AroundPack
from hrss_tui.query.search.searcher import Searcher
from hrss_tui.words import listed, phrase

if TYPE_CHECKING:
    import polars

    from hrss_tui.query.search.hits import Hit


class DataPack(AroundPack):
    """An open package: tables as columns, dicts, records (see `hrss_tui.pack.read.Pack`) and data frames."""

    def frame(self, table: str) -> polars.DataFrame:
        """A table as a data frame.

        Raises UsageError for a table the package does not have, or where polars is not installed, and
        PackError where the table is damaged.
        """
        if table not in self.schema:
            hint = phrase("error.no_such_table.hint", tables=listed(self.tables, 30))
            raise UsageError(phrase("error.no_such_table", table=table), hint)
        try:
            import polars
        except ImportError as error:
            raise UsageError(phrase("error.no_polars"), phrase("error.no_polars.hint")) from error
        from hrss_tui.export.frame import frame

        return frame(polars, self, table)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The best hits of a query, best first, all of them where `limit` is 0.

        A hit has `doc_id`, `section`, `lines`, `text` and `spans`; see `hrss_tui.query.search.hits.Hit`, and
        `hrss_tui.query.search.language` for what a query may hold. Raises UsageError for a faulty query.
        """
        return list(self._searcher.search(query, limit=limit).hits)

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(self)


def open_pack(path: str | os.PathLike[str] | None = None) -> DataPack:
    """Open a package file; without a path $HRSS_TUI_PACK or the shipped one. Raises PackError."""
    return DataPack(read.open_pack(path))
