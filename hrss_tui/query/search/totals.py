"""How much answers a query: what an engine finds, and the exact counts."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrss_tui.query.search.filters import Filters


class StoppedError(Exception):
    """Counting was ended by whom it was done for."""


def always() -> bool:
    """Yes."""
    return True


class Totals:
    """Exact counts over everything that answers the query.

    `occurrences` and `blocks` in all; `documents` id → occurrences, in the order of the documents, of what
    passes the filters. The facets say what other choices beside the text would give: `by_doc` id → occurrences
    without the chosen documents, `by_kind` kind → blocks without the chosen kinds. `cut` is true where the clock
    ended a regular expression before the end of the text: there may be more.
    """

    __slots__ = ("blocks", "by_doc", "by_kind", "cut", "documents", "occurrences")

    def __init__(self) -> None:
        self.occurrences = 0
        self.blocks = 0
        self.documents: dict[str, int] = {}
        self.by_doc: dict[str, int] = {}
        self.by_kind: dict[str, int] = {}
        self.cut = False

    def add(self, doc: str, kind: str, times: int, chosen: Filters) -> None:
        """Count a block that holds the terms so many times in all."""
        in_docs = chosen.docs is None or doc in chosen.docs
        in_kinds = chosen.kinds is None or kind in chosen.kinds
        if in_kinds and (chosen.open_docs is None or doc in chosen.open_docs):
            self.by_doc[doc] = self.by_doc.get(doc, 0) + times
        if in_docs and (chosen.open_kinds is None or kind in chosen.open_kinds):
            self.by_kind[kind] = self.by_kind.get(kind, 0) + 1
        if in_docs and in_kinds:
            self.blocks += 1
            self.occurrences += times
            self.documents[doc] = self.documents.get(doc, 0) + times

    def add_all(self, docs: Sequence[str], kinds: Sequence[str], times: Sequence[int]) -> None:
        """Count blocks that no filter holds back, given the document, kind and number of occurrences of each."""
        by_doc = self.by_doc
        for doc, occurrences in zip(docs, times, strict=True):
            by_doc[doc] = by_doc.get(doc, 0) + occurrences
        self.by_kind = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
        self.documents = dict(by_doc)
        self.blocks += len(times)
        self.occurrences += sum(times)

    def in_order(self, docs: Sequence[str]) -> None:
        """Put the documents into their order."""
        self.by_doc = {doc: self.by_doc[doc] for doc in docs if doc in self.by_doc}
        self.documents = {doc: self.documents[doc] for doc in docs if doc in self.documents}


class Found:
    """What an engine finds: the best blocks as (score, number), whether there are more, the counts if it has them.

    `cut` is true where the clock ended it.
    """

    __slots__ = ("best", "cut", "more", "totals")

    def __init__(self, best: list[tuple[int, int]], more: bool, totals: Totals | None, cut: bool) -> None:
        self.best = best
        self.more = more
        self.totals = totals
        self.cut = cut
