"""What a document prints and nobody could read."""

from __future__ import annotations

from typing import Annotated

from hrss_tui.records.base import Fact, col


class Unread(Fact, frozen=True, kw_only=True):
    """A table, row, column or cell, or figures of a block of prose, not read, and why: checks that need it are not_checkable."""

    TABLE = "unread"
    KEY = ("unread_id",)
    unread_id: Annotated[str, col("document and place")]
    kind: Annotated[str, col("table, row, column, cell, or figures of prose")]
    reason: Annotated[
        str,
        col(
            "unknown_table, unknown_header, unknown_column, unknown_row, no_unit, unreadable, repeated, "
            "unsure of what a figure of prose is, or hidden in its workbook"
        ),
    ]
    title: Annotated[str, col("title of the table as printed")]
    table_kind: Annotated[
        str | None, col("kind of the table, see budget_tables, or the table of the package that lacks it")
    ]
    name: Annotated[str | None, col("name of the row, where it is known")]
    measure: Annotated[str | None, col("key of the column, where it is known")]
    printed: Annotated[str, col("what is printed there")]
