"""Search in a package: one searcher per package, one call per key stroke.

searcher = Searcher(pack)
answer = searcher.search("南疆 就业")      # QueryError says what is wrong with a query
for hit in answer.hits: hit.doc_id, hit.lines, hit.text, hit.spans
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property

from hrss_tui.errors import PackError
from hrss_tui.query.search.answer import Answer, Hits
from hrss_tui.query.search.index_format import is_large
from hrss_tui.query.search.language import Part, Typed, faulty, parse
from hrss_tui.query.search.scan import Scanner
from hrss_tui.query.search.terms import ready
from hrss_tui.query.search.totals import Totals, always

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrss_tui.pack.open import Package
    from hrss_tui.query.search.engine import Engine

LIMIT = 50


class Searcher:
    """Answers queries about one package. Opening it reads nothing; the first search does."""

    def __init__(self, pack: Package) -> None:
        self.pack = pack
        self.broke = False
        """Did the index stop working while it was used? Everything is read since."""

    @cached_property
    def engine(self) -> Engine:
        """The index beside a large package where it fits, else a scan."""
        if is_large(self.pack):
            from hrss_tui.query.search.index import UnfitError, open_index

            with suppress(UnfitError, PackError):
                found = open_index(self.pack.path)
                if found.pack.head["digests"] == self.pack.head["digests"]:
                    return found  # another package may stand at the path by now, with an index of its own
        return Scanner(self.pack)

    def search(
        self,
        text: str,
        *,
        limit: int = LIMIT,
        docs: Sequence[str] = (),
        kinds: Sequence[str] = (),
        regex: bool = False,
    ) -> Answer:
        """The best hits (all of them where `limit` is 0) of a query, narrowed to documents and kinds.

        With `regex` the whole text is one regular expression. Raises QueryError.
        """
        return self.answer(typed(text, docs, kinds, regex), limit)

    def answer(self, query: Typed, limit: int = LIMIT) -> Answer:
        """The same for a query that is taken apart already."""
        engine = self.engine
        try:
            return _answer(query, engine, limit)
        except _broken() as error:
            return _answer(query, self._instead(engine, error), limit)

    def _instead(self, engine: Engine, error: Exception) -> Engine:
        """What reads everything, in place of an engine that broke. Raises the error again where no index is to blame.

        It is the engine that broke which counts: another thread, whose answer nobody waits for any more, may have
        found the same and put a scan in its place.
        """
        if isinstance(engine, Scanner):
            raise error
        if self.engine is engine:
            self.engine = Scanner(self.pack)
        self.broke = True
        return self.engine

    def count(self, answer: Answer, going: Callable[[], bool] = always) -> Totals:
        """The exact counts of an answer, also where they take longer than the answer did.

        Raises StoppedError when `going`, which is asked now and then, says no.
        """
        if answer.totals is None:
            engine = self.engine
            try:
                answer.totals = engine.count(ready(answer.typed, engine), going)
            except _broken() as error:
                engine = self._instead(engine, error)
                answer.totals = engine.count(ready(answer.typed, engine), going)
        return answer.totals

    def prompt(self, text: str) -> bool:
        """Is a query answered at once: is there so little text that it is scanned, and no expression in the query?"""
        return "/" not in text and not is_large(self.pack) and isinstance(self.engine, Scanner)

    @property
    def slow(self) -> bool:
        """Is the package so large that it should have an index, and has none that fits?"""
        return is_large(self.pack) and isinstance(self.engine, Scanner)


def _answer(query: Typed, engine: Engine, limit: int) -> Answer:
    made = ready(query, engine)
    found = engine.find(made, limit)
    for expression in made.expressions():
        expression.stop_clock()
    return Answer(query, Hits(found.best, engine, made), found)


def _broken() -> tuple[type[Exception], ...]:
    """What a damaged or vanished index raises."""
    from sqlite3 import Error

    return (Error, PackError, IndexError, KeyError, TypeError, ValueError)


def typed(text: str, docs: Sequence[str] = (), kinds: Sequence[str] = (), regex: bool = False) -> Typed:
    """A query taken apart, with filters that were given beside it. Raises QueryError."""
    query = Typed(text) if regex else parse(text)
    if regex:
        if not text:
            faulty("empty_regex", 0)
        query.terms.append((Part("regex", text, 0),))
    for key, values in (("doc", docs), ("kind", kinds)):
        if values:
            query.beside[key] = tuple(values)
    return query
