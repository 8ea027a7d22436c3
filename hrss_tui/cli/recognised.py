"""That figures were recognised from pictures of pages, where a table does not name the pages of its rows."""

from __future__ import annotations

from collections.abc import Iterable

from hrss_tui.cli.context import Context
from hrss_tui.query.leaves import Pages
from hrss_tui.words import listed

_SHOWN = 12


def tell(context: Context, documents: Iterable[str]) -> None:
    """Say on stderr which pages of these documents are scans: their figures need checking."""
    pages = Pages(context.pack)
    for doc_id in dict.fromkeys(documents):
        numbers = pages.recognised(doc_id)
        if numbers:
            said = context.words["note.recognised"]
            context.note(said.format(doc=doc_id, pages=listed(list(map(str, numbers)), _SHOWN)))
