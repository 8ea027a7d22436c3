"""What a search gives back: the best hits, and how much there is in all."""

from __future__ import annotations

from hrss_tui.query.search.hits import hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrss_tui.query.search.engine import Engine
    from hrss_tui.query.search.filters import Filters
    from hrss_tui.query.search.hits import Hit
    from hrss_tui.query.search.language import Typed
    from hrss_tui.query.search.terms import Query


class StoppedError(Exception):
    """Counting was ended by whom it was done for."""


def always() -> bool:
    """Yes."""
    return True


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


class Hits:
    """The best hits, best first; each is read and marked when it is first asked for, and kept."""

    __slots__ = ("_engine", "_made", "_query", "best")

    def __init__(self, best: Sequence[tuple[int, int]], engine: Engine, query: Query) -> None:
        self.best = best
        self._engine = engine
        self._query = query
        self._made: dict[int, Hit] = {}

    def __len__(self) -> int:
        return len(self.best)

    def __getitem__(self, place: int) -> Hit:
        made = self._made.get(place)
        if made is None:
            score, number = self.best[place]
            made = self._made[place] = hit(number, score, self._engine.block(number), self._query)
        return made

    def __iter__(self) -> Iterator[Hit]:
        return (self[place] for place in range(len(self)))

    def doc(self, place: int) -> str:
        """Document of a hit, which need not be read for it."""
        return self._engine.doc(self.best[place][1])


class Group:
    """The hits of one document, best first, by their places among all; `occurrences` is None where not counted."""

    __slots__ = ("_all", "doc_id", "occurrences", "places")

    def __init__(self, doc_id: str, occurrences: int | None, hits: Hits) -> None:
        self.doc_id = doc_id
        self.occurrences = occurrences
        self.places: list[int] = []
        self._all = hits

    @property
    def hits(self) -> list[Hit]:
        """The hits, marked."""
        return [self._all[place] for place in self.places]


class Answer:
    """The best hits of a query, best first; `more` is true where there are others.

    `totals` is None where counting takes longer than finding, as it does with an index: ask the searcher's
    `count` then. `cut` is true where the clock ended a regular expression: there may be more.
    """

    __slots__ = ("cut", "hits", "more", "totals", "typed")

    def __init__(self, typed: Typed, hits: Hits, found: Found) -> None:
        self.typed = typed
        self.hits = hits
        self.more = found.more
        self.cut = found.cut
        self.totals = found.totals

    def grouped(self) -> list[Group]:
        """The hits by document, the document of the best hit first."""
        counts: Mapping[str, int] = self.totals.documents if self.totals else {}
        groups: dict[str, Group] = {}
        for place in range(len(self.hits)):
            doc = self.hits.doc(place)
            if doc not in groups:
                groups[doc] = Group(doc, counts.get(doc), self.hits)
            groups[doc].places.append(place)
        return list(groups.values())
