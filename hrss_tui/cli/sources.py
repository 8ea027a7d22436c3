"""The column that says where a row was read: document and line, and the page or sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from hrss_tui.cli.cells import pad, width
from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field
from hrss_tui.query.leaves import Pages
from hrss_tui.words import spoken

MOST = 12
"""Documents whose titles are told."""


def source_field(context: Context, *, below: bool = False) -> Field:
    """`budget-2030:17 第 3 页`, of rows that have `doc_id` and `line_start`."""
    return Field(context.words["head.place"], _said(context), below=below)


def legend(context: Context, rows: Iterable[Any]) -> list[str]:
    """Below a table what its documents are called: a line each, of many only that there is a list."""
    ids = list(dict.fromkeys(row.doc_id for row in rows))
    if context.format != "table" or not ids:
        return []
    if len(ids) > MOST:
        return ["", context.words["note.titles"]]
    columns = (context.pack.column("documents", name) for name in ("doc_id", "title"))
    titles = dict(zip(*columns, strict=True))
    wide = max(map(width, ids))
    return ["", *(f"{pad(doc_id, wide)}  {titles.get(doc_id, '')}".rstrip() for doc_id in ids)]


def _said(context: Context) -> Callable[[Any], str]:
    pages = Pages(context.pack)

    def said(row: Any) -> str:
        leaf = pages.label(row.doc_id, row.line_start)
        place = f"{row.doc_id}:{row.line_start}"
        return f"{place} {spoken(leaf, context.lang)}" if leaf else place

    return said
