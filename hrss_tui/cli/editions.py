"""That figures are those of one of several editions of a budget or of final accounts."""

from __future__ import annotations

from collections.abc import Iterable

from hrss_tui.cli.context import Context
from hrss_tui.query.filings.filings import edition_word, filings, named, other_editions
from hrss_tui.words import listed


def tell_editions(context: Context, documents: Iterable[str]) -> None:
    """Say on stderr which other editions of these documents there are, of which nothing is shown."""
    known, shown = filings(context.pack), dict.fromkeys(documents)
    for doc_id in shown:
        others = [one for one in other_editions(known, doc_id) if one.doc_id not in shown]
        if others:
            word = context.words[edition_word(known, doc_id, others)]
            context.note(word.format(doc=doc_id, others=listed(map(named, others))))
