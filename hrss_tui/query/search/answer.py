"""What a search gives back: the best hits, by document, with the counts."""

from __future__ import annotations

from hrss_tui.query.search.hits import hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrss_tui.query.search.engine import Engine
    from hrss_tui.query.search.hits import Hit
    from hrss_tui.query.search.language import Typed
    from hrss_tui.query.search.query import Query
    from hrss_tui.query.search.totals import Found


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
    `count` then.
    """

    __slots__ = ("_cut", "hits", "more", "totals", "typed")

    def __init__(self, typed: Typed, hits: Hits, found: Found) -> None:
        self.typed = typed
        self.hits = hits
        self.more = found.more
        self._cut = found.cut
        self.totals = found.totals

    @property
    def cut(self) -> bool:
        """Did the clock end a regular expression, when it was searched or counted? There may be more."""
        return self._cut or (self.totals is not None and self.totals.cut)

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
