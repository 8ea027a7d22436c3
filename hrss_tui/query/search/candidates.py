"""The blocks that may answer a query, by the index, and those of them that do, by reading them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from heapq import merge
from itertools import islice

from hrss_tui.query.search.index_format import TABLES
from hrss_tui.query.search.plan import groups, most_times, rows
from hrss_tui.query.search.rank import NEAR, often, score

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrss_tui.query.search.indexed import Indexed
    from hrss_tui.query.search.plan import Group, Rows
    from hrss_tui.query.search.query import Query

_FEW = 200
"""Candidates that are all read at once: ranking them costs less than asking for them in the order of rank."""
_RANGES = 40
"""Stretches of blocks that are asked for one by one; where there are more, blocks are filtered as they come."""


class Candidates:
    """The blocks that may answer a query, and those of them that do."""

    def __init__(self, index: Indexed, query: Query) -> None:
        self._index = index
        self._query = query
        self._scores: dict[int, int] = {}
        self._often: dict[int, int] = {}
        docs = query.filters.docs
        stretches = [(0, len(index))] if docs is None else index.stretches(docs)
        self._stretches = stretches if len(stretches) <= _RANGES else [(0, len(index))]
        self._filters = docs is not None or query.filters.kinds is not None

    def ranked(self, limit: int) -> list[tuple[int, int]]:
        """The best blocks, group by group; a group that is small is read whole, a large one in the order of rank."""
        best: list[tuple[int, int]] = []
        for group in groups(self._query):
            asked = group.rows(1)
            few = list(islice(self._of(asked), _FEW + 1))
            if len(few) <= _FEW:
                scored = [(worth, number) for number in few if (worth := self._in_group(number, group)) > 0]
                best += sorted(scored, key=lambda pair: -pair[0])
            else:
                best += islice(self._in_order(group), limit - len(best))
            if len(best) >= limit:
                return best[:limit]
        return best

    def _in_order(self, group: Group) -> Iterator[tuple[int, int]]:
        """The blocks of a group, the best first."""
        for times in range(most_times(self._query), 0, -1):
            for number in self._of(group.rows(times)):
                if self._in_group(number, group, times) == group.worth + times:
                    yield group.worth + times, number

    @property
    def told(self) -> bool:
        """Do the tokens of the query tell anything?"""
        return rows(self._query, "parts")[1] is not None

    def all(self) -> list[tuple[int, int]]:
        """Every block that answers, the best first."""
        numbers = sorted(set(self._anywhere()))
        scored = [(self._score(number), number) for number in numbers if not self._expired()]
        return sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])

    def filtered(self, limit: int) -> list[int]:
        """The first blocks that pass the filters and hold nothing that is excluded, in document order."""
        if self._query.filters.none:
            return []
        numbers = (number for first, end in self._stretches for number in range(first, end))
        passed = (number for number in numbers if self._passes(number) and not self._is_excluded(number))
        return list(islice(passed, limit))

    def everywhere(self) -> Iterator[int]:
        """Every block that may hold the terms, whatever the filters, each once."""
        if not self._query.terms:
            yield from () if self._query.filters.none else range(len(self._index))
            return
        seen = set()
        for table in TABLES:
            for number in self._numbers(*rows(self._query, table), (0, len(self._index))):
                if number not in seen:
                    seen.add(number)
                    yield number
                if self._expired():
                    return

    def occurrences(self, number: int) -> int | None:
        """Occurrences of all terms in a block; None where it does not answer, whatever the filters."""
        blocks = self._query.filters.blocks
        if blocks is not None and number not in blocks:
            return None
        if self._is_excluded(number):
            return None
        if not self._query.terms:
            return 0
        text, label = self._index.normal(number), self._index.label(number)
        counts = [term.count(text, label) for term in self._query.terms]
        return sum(counts) if all(counts) else None

    def _is_excluded(self, number: int) -> bool:
        """Does a block hold what the query excludes?"""
        without = self._query.without
        if not without:
            return False
        text, label = self._index.normal(number), self._index.label(number)
        return any(term.count(text, label) for term in without)

    def _anywhere(self) -> Iterator[int]:
        """Blocks that may answer, table by table: some come more than once."""
        for table in TABLES:
            asked = rows(self._query, table)
            for stretch in self._stretches:
                yield from self._numbers(*asked, stretch)

    def _of(self, asked: list[Rows]) -> Iterator[int]:
        """Blocks with one of the rows asked for, in document order."""
        for stretch in self._stretches:
            several = [self._numbers(table, match, stretch) for table, match in asked]
            yield from several[0] if len(several) == 1 else _distinct(merge(*several))

    def _numbers(self, table: str, match: str | None, stretch: tuple[int, int]) -> Iterator[int]:
        """Blocks of a stretch with a matching row, in document order."""
        index, (first, end) = self._index, stretch
        if match == "":
            return iter(())
        if match is None:
            return iter(range(first, end)) if table == "parts" else iter(())
        if table == "parts":
            starts = index.starts
            found = self._rows(table, match, starts[first], starts[end] - 1)
            return _distinct(bisect_right(starts, row) - 1 for row in found)
        if table == "wholes":
            wholes = index.wholes
            found = self._rows(table, match, bisect_left(wholes, first) + 1, bisect_left(wholes, end))
            return (wholes[row - 1] for row in found)
        return (row - 1 for row in self._rows(table, match, first + 1, end))

    def _rows(self, table: str, match: str, first: int, last: int) -> Iterator[int]:
        found = self._index.database.execute(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid",
            (match, first, last),
        )
        return (row for (row,) in found)

    def _score(self, number: int) -> int:
        """Score of a block; 0 where it does not answer or does not pass the filters."""
        if number not in self._scores:
            index = self._index
            known = 0
            if self._passes(number):
                known = score(self._query, index.normal(number), index.kind(number), index.label(number))
            self._scores[number] = known
        return self._scores[number]

    def _in_group(self, number: int, group: Group, times: int = 0) -> int:
        """Score of a block, where it belongs to a group and, if given, holds the terms so many times; else 0."""
        if times and self._times(number) != times:
            return 0
        worth = self._score(number)
        return worth if worth // NEAR * NEAR == group.worth else 0

    def _times(self, number: int) -> int:
        """How often a block holds the terms, as far as that counts: quickly told, unlike its score."""
        known = self._often.get(number)
        if known is None:
            text = self._index.normal(number)
            counts = [
                term.count(text, len(text)) if place in self._query.counted else 1
                for place, term in enumerate(self._query.terms)
            ]
            known = self._often[number] = often(self._query, counts) if all(counts) else 0
        return known

    def _passes(self, number: int) -> bool:
        chosen, index = self._query.filters, self._index
        return (
            (chosen.kinds is None or index.kind(number) in chosen.kinds)
            and (chosen.docs is None or index.doc(number) in chosen.docs)
            and (chosen.blocks is None or number in chosen.blocks)
        )

    def _expired(self) -> bool:
        return any(expression.cut for expression in self._query.expressions())


def _distinct(numbers: Iterable[int]) -> Iterator[int]:
    """Ascending numbers, each once."""
    last = -1
    for number in numbers:
        if number != last:
            last = number
            yield number
