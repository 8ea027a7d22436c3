"""Rows of `unread`: what a room found printed and could not read, at its place."""

from __future__ import annotations

from typing import Literal

from hrss_tui.compile.basics.facts import Source
from hrss_tui.records import Unread
from hrss_tui.sources.text import Text

_MOST = 200
"""Characters of what is printed that are kept: the text itself stands in `blocks`."""


def missing(  # noqa: PLR0913, PLR0917
    source: Source,
    text: Text,
    kind: Literal["row", "cell", "column"],
    reason: str,
    table_kind: str,
    title: str,
    name: str | None,
    measure: str | None = None,
) -> Unread:
    """The record of a text that was not read; `table_kind` is the table of the package that lacks it."""
    line, start = text.locate(0)
    return Unread(
        unread_id=f"{source.doc_id}:unread:{line}.{start + 1}",
        kind=kind,
        reason=reason,
        title=title,
        table_kind=table_kind,
        name=name or None,
        measure=measure,
        printed=text.text.strip()[:_MOST],
        doc_id=source.doc_id,
        line_start=text.line_start,
        line_end=text.line_end,
    )
