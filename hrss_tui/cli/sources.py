"""The column that says where a row was read: document and line, and the page or sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field
from hrss_tui.query.leaves import Pages
from hrss_tui.words import spoken


def source_field(context: Context, *, below: bool = False) -> Field:
    """`budget-2030:17 第 3 页`, of rows that have `doc_id` and `line_start`."""
    return Field(context.words["head.place"], _said(context), below=below)


def _said(context: Context) -> Callable[[Any], str]:
    pages = Pages(context.pack)

    def said(row: Any) -> str:
        leaf = pages.label(row.doc_id, row.line_start)
        place = f"{row.doc_id}:{row.line_start}"
        return f"{place} {spoken(leaf, context.lang)}" if leaf else place

    return said
