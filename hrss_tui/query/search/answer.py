"""What a search gives back: the best hits, and how much there is in all."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrss_tui.query.search.filters import Filters
    from hrss_tui.query.search.hits import Hit
    from hrss_tui.query.search.language import Typed


class Totals:
    """Exact counts over everything that answers the query.

    `occurrences` and `blocks` in all; `documents` id → occurrences, in the order of the documents, of what
    passes the filters. The facets say what other choices would give: `by_doc` id → occurrences without the
    filters doc and year, `by_kind` kind → blocks without the filter kind. `cut` is true where the clock ended
    a regular expression before the end of the text: there may be more.
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
        if in_kinds:
            self.by_doc[doc] = self.by_doc.get(doc, 0) + times
        if in_docs:
            self.by_kind[kind] = self.by_kind.get(kind, 0) + 1
        if in_docs and in_kinds:
            self.blocks += 1
            self.occurrences += times
            self.documents[doc] = self.documents.get(doc, 0) + times

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


class Group:
    """The hits of one document, best first, and its occurrences in all (None where not counted yet)."""

    __slots__ = ("doc_id", "hits", "occurrences")

    def __init__(self, doc_id: str, occurrences: int | None) -> None:
        self.doc_id = doc_id
        self.occurrences = occurrences
        self.hits: list[Hit] = []


class Answer:
    """The best hits of a query, best first; `more` is true where there are others.

    `totals` is None where counting takes longer than finding, as it does with an index: ask the searcher's
    `count` then. `cut` is true where the clock ended a regular expression: there may be more.
    """

    __slots__ = ("cut", "hits", "more", "totals", "typed")

    def __init__(self, typed: Typed, hits: Sequence[Hit], found: Found) -> None:
        self.typed = typed
        self.hits = hits
        self.more = found.more
        self.cut = found.cut
        self.totals = found.totals

    def grouped(self) -> list[Group]:
        """The hits by document, the document of the best hit first."""
        counts: Mapping[str, int] = self.totals.documents if self.totals else {}
        groups: dict[str, Group] = {}
        for hit in self.hits:
            if hit.doc_id not in groups:
                groups[hit.doc_id] = Group(hit.doc_id, counts.get(hit.doc_id))
            groups[hit.doc_id].hits.append(hit)
        return list(groups.values())
