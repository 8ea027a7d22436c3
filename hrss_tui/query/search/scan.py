"""Search by reading everything: for some megabytes of text nothing is faster.

Each term is found by one pass over the joined text; blocks are ranked from the best group on, and only as many
groups as are shown are ranked in full.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from hrss_tui.query.search.corpus import Corpus
from hrss_tui.query.search.expressions import Expression
from hrss_tui.query.search.matchers import Either, Literal, Shapes
from hrss_tui.query.search.rank import IN_TEXT, MOST, NEAR, PHRASE, near, often, place
from hrss_tui.query.search.totals import Found, Totals, always

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrss_tui.pack.open import Package
    from hrss_tui.query.search.hits import Block
    from hrss_tui.query.search.matchers import Matcher
    from hrss_tui.query.search.normal import Folding
    from hrss_tui.query.search.pinyin import Pinyin
    from hrss_tui.query.search.query import Query


def occurrences(matcher: Matcher, corpus: Corpus) -> dict[int, int]:
    """Block → occurrences, in document order, for every block that holds any."""
    if isinstance(matcher, Literal):
        return _of_literal(matcher.text, corpus)
    if isinstance(matcher, Shapes):
        text, starts = corpus.names if matcher.names_only else (corpus.joined, corpus.starts)
        return _tally((match.start() for match in matcher.pattern.finditer(text)), starts)
    if isinstance(matcher, Expression):
        return _of_expression(matcher, corpus)
    if isinstance(matcher, Either):
        return _of_either(matcher, corpus)
    raise TypeError(matcher)


def _of_literal(literal: str, corpus: Corpus) -> dict[int, int]:
    joined, starts, texts = corpus.joined, corpus.starts, corpus.texts
    found: dict[int, int] = {}
    at = joined.find(literal)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        found[number] = texts[number].count(literal)
        at = joined.find(literal, starts[number] + len(texts[number]))
    return found


def _tally(places: Iterable[int], starts: list[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for at in places:
        number = bisect_right(starts, at) - 1
        found[number] = found.get(number, 0) + 1
    return found


def _of_expression(expression: Expression, corpus: Corpus) -> dict[int, int]:
    data, starts = corpus.encoded
    expression.start_clock()
    places = expression.starts(data)
    if places is not None:
        return _tally(places, starts)
    found = {}
    for number, text in enumerate(corpus.texts):
        if expression.expired():
            break
        count = expression.count(text, 0)
        if count:
            found[number] = count
    return found


def _of_either(either: Either, corpus: Corpus) -> dict[int, int]:
    """Blocks of any part; where several match, what overlaps counts once."""
    several = [occurrences(matcher, corpus) for matcher in either.matchers]
    found: dict[int, int] = {}
    for number in sorted({number for part in several for number in part}):
        counts = [part[number] for part in several if number in part]
        alone = len(counts) == 1
        found[number] = counts[0] if alone else either.count(corpus.texts[number], corpus.labels[number])
    return found


class Scanner:
    """The engine for packages of some megabytes. Nothing is read before the first search."""

    def __init__(self, pack: Package) -> None:
        self.pack = pack

    @cached_property
    def corpus(self) -> Corpus:
        """The blocks, normalised."""
        return Corpus(self.pack)

    @property
    def fold(self) -> Folding:
        """The normalisation of the package."""
        return self.corpus.fold

    @property
    def pinyin(self) -> Pinyin:
        """The readings of the package."""
        return self.corpus.pinyin

    def find(self, query: Query, limit: int) -> Found:
        """The best blocks for a query, all of them where `limit` is 0."""
        scan = Scan(query, self.corpus)
        best = scan.ranked(limit)
        totals = scan.totals()
        return Found(best, len(scan.passed) > len(best), totals, totals.cut)

    def count(self, query: Query, going: Callable[[], bool] = always) -> Totals:
        """The counts alone; they take no longer than finding, which nobody stops."""
        return Scan(query, self.corpus).totals()

    def doc(self, number: int) -> str:
        """Document of a block."""
        return self.corpus.docs[number]

    def block(self, number: int) -> Block:
        """A block as a hit needs it."""
        return self.corpus.block(number)


class Scan:
    """All blocks that answer a query, in document order.

    `numbers` are those that hold the terms, `sums` their occurrences in all; `passed` are those that the
    filters let through as well.
    """

    def __init__(self, query: Query, corpus: Corpus) -> None:
        self.query = query
        self.corpus = corpus
        self._found = [occurrences(term, corpus) for term in query.terms]
        self.numbers = self._matching()
        if len(self._found) == 1:
            first = self._found[0]
            self.sums = [first[number] for number in self.numbers]
        else:
            self.sums = [sum(part[number] for part in self._found) for number in self.numbers]
        self.passed = self._filtered()

    def _matching(self) -> list[int]:
        found = self._found
        if not found:
            numbers = list(range(len(self.corpus))) if not self.query.filters.none else []
        else:
            fewest = min(found, key=len)
            numbers = list(fewest)
            for part in found:
                if part is not fewest:
                    numbers = [number for number in numbers if number in part]
        for matcher in self.query.without:
            excluded = occurrences(matcher, self.corpus)
            numbers = [number for number in numbers if number not in excluded]
        return numbers

    def _filtered(self) -> list[int]:
        chosen, docs, kinds = self.query.filters, self.corpus.docs, self.corpus.kinds
        passed = self.numbers
        if chosen.docs is not None:
            passed = [number for number in passed if docs[number] in chosen.docs]
        if chosen.kinds is not None:
            passed = [number for number in passed if kinds[number] in chosen.kinds]
        if chosen.blocks is not None:
            passed = [number for number in passed if number in chosen.blocks]
        return passed

    def ranked(self, limit: int) -> list[tuple[int, int]]:
        """The best blocks as (score, number), best first; all of them where `limit` is 0."""
        if not self.query.terms:
            return [(0, number) for number in self.passed[: limit or None]]
        groups = self._groups()
        best: list[tuple[int, int]] = []
        for worth in sorted(groups, reverse=True):
            scored = self._scored(groups[worth], worth)
            for score in sorted(scored, reverse=True):
                best += [(score, number) for number in scored[score]]
            if limit and len(best) >= limit:
                return best[:limit]
        return best

    def _groups(self) -> dict[int, list[int]]:
        """What their phrase and place are worth → blocks: what can be told of all blocks in little time."""
        corpus, query = self.corpus, self.query
        texts, kinds, labels = corpus.texts, corpus.kinds, corpus.labels
        simple = len(query.terms) == 1 and query.phrase is None
        groups: dict[int, list[int]] = {}
        for number in self.passed:
            if simple and not labels[number]:
                worth = PHRASE + IN_TEXT
            else:
                worth = place(query, texts[number], kinds[number], labels[number])
            if worth in groups:
                groups[worth].append(number)
            else:
                groups[worth] = [number]
        return groups

    def _scored(self, numbers: list[int], worth: int) -> dict[int, list[int]]:
        """Score → its blocks, for blocks whose phrase and place are worth the same."""
        if worth >= PHRASE and len(self._found) == 1:  # most searches, and a long loop: it has one of its own
            (found,) = self._found
            most = MOST if self.query.counted else 1
            by_times: list[list[int]] = [[] for _ in range(most + 1)]
            for number in numbers:
                times = found[number]
                by_times[times if times < most else most].append(number)
            return {worth + NEAR + times: part for times, part in enumerate(by_times) if part}
        scored: dict[int, list[int]] = {}
        for number in numbers:
            scored.setdefault(worth + self._rest(number, worth), []).append(number)
        return scored

    def _rest(self, number: int, worth: int) -> int:
        """What nearness and occurrences are worth."""
        times = often(self.query, [part[number] for part in self._found])
        if worth >= PHRASE:
            return NEAR + times
        return near(self.corpus.texts[number], self.corpus.kinds[number], self.query.terms) + times

    def totals(self) -> Totals:
        """The counts over everything."""
        totals = Totals()
        docs, kinds, chosen = self.corpus.docs, self.corpus.kinds, self.query.filters
        if chosen.none:
            totals.add_all(
                [docs[number] for number in self.numbers],
                [kinds[number] for number in self.numbers],
                self.sums,
            )
            return self._timed(totals)
        for number, times in zip(self.numbers, self.sums, strict=True):
            if chosen.blocks is not None and number not in chosen.blocks:
                continue
            totals.add(docs[number], kinds[number], times, chosen)
        return self._timed(totals)

    def _timed(self, totals: Totals) -> Totals:
        totals.cut = any(expression.cut for expression in self.query.expressions())
        return totals
