"""Searching for the search page: what is asked, what came of it, what is read before."""

from __future__ import annotations

from contextlib import suppress

import msgspec

from hrss_tui.errors import HrssError
from hrss_tui.query.search.answer import Answer, Hits
from hrss_tui.query.search.totals import Totals
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import find_entries

MOST = 200
"""Hits shown; the others are counted."""
ENTRIES = 5
PARAGRAPHS = "paragraph"
_EXPRESSION = r"/\[](){}^$.*+?|"
"""Signs of an expression that is being typed, or closed."""


class Asked(msgspec.Struct, frozen=True):
    """A query with the document and the kind of passage it is narrowed to, where it is."""

    text: str = ""
    doc: str = ""
    kind: str = ""

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.text.strip()


class Found(msgspec.Struct, frozen=True):
    """What came of it: an answer, or what is wrong with the query or the package."""

    asked: Asked = Asked()
    answer: Answer | None = None
    error: HrssError | None = None

    @property
    def hits(self) -> Hits | tuple[()]:
        """The best hits."""
        return self.answer.hits if self.answer is not None else ()

    @property
    def totals(self) -> Totals | None:
        """The exact counts."""
        return self.answer.totals if self.answer is not None else None


def meant(text: str) -> str:
    """Plain words after a `/` that nothing closes: it was pressed to search, as everywhere else, and begins no expression."""
    opened, words = text[:1], text[1:]
    return words if opened == "/" and not any(sign in words for sign in _EXPRESSION) else text


def search(data: Data, asked: Asked, whole: bool = False) -> Found:
    """The answer to a query, the best hits first; `whole` where all of them are to be read at once."""
    if asked.nothing:
        return Found(asked)
    docs = (asked.doc,) if asked.doc else ()
    kinds = (asked.kind,) if asked.kind else ()
    try:
        answer = data.searcher.search(asked.text, limit=MOST, docs=docs, kinds=kinds)
        if whole:
            list(answer.hits)
    except HrssError as error:
        return Found(asked, error=error)
    return Found(asked, answer)


def prepare(desk: Desk) -> None:
    """Read what the first search would read; what is wrong with it the first search says."""
    with suppress(HrssError):
        find_entries(desk, "0", ENTRIES)
        search(desk.data, Asked("0"))


def kinds_found(totals: Totals) -> dict[str, int]:
    """Kind of passage → passages that answer the query; list items are paragraphs."""
    found: dict[str, int] = {}
    for kind, count in totals.by_kind.items():
        name = PARAGRAPHS if kind == "list_item" else kind
        found[name] = found.get(name, 0) + count
    return found
