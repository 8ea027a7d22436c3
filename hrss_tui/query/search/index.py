"""The engine for large packages: candidates by the index, in the order of rank, each read to be sure.

The results are those of a scan, block for block. The first hits cost what it takes to read them; exact counts
read everything that may answer, and are only made when asked for.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from heapq import merge
from itertools import islice

from hrss_tui.errors import PackError
from hrss_tui.pack.open import ODD, LightPack, open_light, value
from hrss_tui.plain import substituted
from hrss_tui.query.search.answer import Found, Totals
from hrss_tui.query.search.corpus import HEADING, ROW, row_label
from hrss_tui.query.search.hits import Block
from hrss_tui.query.search.index_format import COLUMNS, KINDS, STRIDE, TABLES, about, index_path
from hrss_tui.query.search.normal import folding
from hrss_tui.query.search.pinyin import Pinyin, pinyin
from hrss_tui.query.search.plan import groups, most_times, rows
from hrss_tui.query.search.rank import NEAR, often, score
from hrss_tui.words import phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from hrss_tui.query.search.plan import Group, Rows
    from hrss_tui.query.search.terms import Query

_FEW = 200
"""Candidates that are all read at once: ranking them costs less than asking for them in the order of rank."""
_RANGES = 40
"""Stretches of blocks that are asked for one by one; where there are more, blocks are filtered as they come."""
_KEPT = 20_000
"""Normalised texts that are kept for the next key stroke."""


class UnfitError(Exception):
    """An index that is not there, is damaged or belongs to another package: search goes on without it."""


def open_index(pack_path: str) -> Index:
    """The index of a package file. Raises UnfitError where there is none that fits."""
    pack = open_light(pack_path)
    if not isinstance(pack, LightPack):
        raise UnfitError(pack_path)
    try:
        database = sqlite3.connect(
            f"file:{_quoted(index_path(pack_path))}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        database.execute("PRAGMA trusted_schema = OFF")
        if dict(database.execute("SELECT name, value FROM about")) != about(pack):
            raise UnfitError(pack_path)
        return Index(pack, database)
    except (sqlite3.Error, ValueError) as error:
        raise UnfitError(pack_path) from error


def _quoted(path: str) -> str:
    """A path inside a URI."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


class Index:
    """The engine: an index and the package it belongs to."""

    def __init__(self, pack: LightPack, database: sqlite3.Connection) -> None:
        self.pack = pack
        self.fold = folding(pack.head)
        self.database = database
        arrays = dict(database.execute("SELECT name, data FROM arrays"))
        names = ("texts", "starts", "wholes", "marks")
        self._texts, self.starts, self.wholes, self._marks = (_numbers(arrays[name]) for name in names)
        self._kinds: bytes = arrays["kinds"]
        docs = database.execute("SELECT first, doc_id FROM docs ORDER BY first").fetchall()
        self._firsts = [first for first, _ in docs]
        self._ids: list[str] = [doc for _, doc in docs]
        self._normals: dict[int, str] = {}
        strides = -(-len(self._texts) // STRIDE)
        if len(self.starts) != len(self._texts) + 1 or len(self._marks) != strides * len(COLUMNS):
            raise ValueError("arrays do not fit")

    def __len__(self) -> int:
        return len(self._texts)

    @cached_property
    def pinyin(self) -> Pinyin:
        """The readings of the package."""
        return pinyin(self.pack.head)

    def find(self, query: Query, limit: int) -> Found:
        """The best blocks for a query, all of them where `limit` is 0."""
        for expression in query.expressions():
            expression.start_clock()
        candidates = Candidates(self, query)
        if not query.terms:
            passing = candidates.filtered(limit + 1 if limit else len(self))
            best = [(0, number) for number in passing]
        elif limit and candidates.told:
            best = candidates.ranked(limit + 1)
        else:
            best = candidates.all()
        return Found(best[: limit or None], bool(limit) and len(best) > limit, None)

    def count(self, query: Query) -> Totals:
        """The exact counts; this reads every block that may answer."""
        for expression in query.expressions():
            expression.start_clock()
        totals = Totals()
        candidates = Candidates(self, query)
        for number in candidates.everywhere():
            found = candidates.occurrences(number)
            if found is not None:
                totals.add(self.doc(number), self.kind(number), found, query.filters)
        totals.cut = any(expression.cut for expression in query.expressions())
        totals.in_order(self._ids)
        return totals

    def kind(self, number: int) -> str:
        """Kind of a block."""
        code = self._kinds[number]
        return KINDS[code] if code < len(KINDS) else ""

    def doc(self, number: int) -> str:
        """Document of a block."""
        return self._ids[bisect_right(self._firsts, number) - 1]

    def stretches(self, docs: frozenset[str]) -> list[tuple[int, int]]:
        """Blocks [first, last) of some documents, neighbouring ones together."""
        found: list[tuple[int, int]] = []
        for first, end, doc in zip(self._firsts, [*self._firsts[1:], len(self)], self._ids, strict=True):
            if doc in docs and found and found[-1][1] == first:
                found[-1] = (found[-1][0], end)
            elif doc in docs:
                found.append((first, end))
        return found

    def normal(self, number: int) -> str:
        """Normalised text of a block."""
        text = self._normals.get(number)
        if text is None:
            if len(self._normals) > _KEPT:
                self._normals.clear()
            text = self.fold.text(self._printed(number))
            self._normals[number] = text
        return text

    def label(self, number: int) -> int:
        """How much of the normalised text of a block is a name."""
        kind = self.kind(number)
        if kind == HEADING:
            return len(self.normal(number))
        return row_label(self.normal(number)) if kind == ROW else 0

    def block(self, number: int) -> Block:
        """A block as a hit needs it."""
        made = Block()
        made.text = self._printed(number)
        made.normal = self.fold.mapped(made.text)
        made.kind, made.doc_id, made.label = self.kind(number), self.doc(number), self.label(number)
        columns = (self._item(column, number) for column in range(len(COLUMNS)))
        made.block_id, made.section, made.line_start, made.line_end, made.breaks = columns
        made.section = substituted(made.section)
        return made

    def _printed(self, number: int) -> str:
        text: object = self._value(self._texts[number])[0]
        if not isinstance(text, str):
            raise self._damaged()
        return text if text.isprintable() else substituted(text)

    def _item(self, column: int, number: int) -> Any:
        """A value of a column, counted from the nearest mark before it."""
        at = self._marks[column * (-(-len(self) // STRIDE)) + number // STRIDE]
        for _ in range(number % STRIDE):
            _, at = self._value(at)
        return self._value(at)[0]

    def _value(self, at: int) -> tuple[Any, int]:
        try:
            return value(self.pack.data, at)
        except ODD as error:
            raise self._damaged() from error

    def _damaged(self) -> PackError:
        return PackError(
            phrase("find.error.index_damaged", path=index_path(self.pack.path)),
            phrase("find.error.index_damaged.hint"),
        )


def _numbers(data: bytes) -> array[int]:
    made = array("I")
    made.frombytes(data)
    return made


class Candidates:
    """The blocks that may answer a query, and those of them that do."""

    def __init__(self, index: Index, query: Query) -> None:
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
        """The first blocks that pass the filters, in document order."""
        if self._query.filters.none:
            return []
        numbers = (number for first, end in self._stretches for number in range(first, end))
        return list(islice((number for number in numbers if self._passes(number)), limit))

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
        if not self._query.terms:
            return 0
        text, label = self._index.normal(number), self._index.label(number)
        counts = [term.count(text, label) for term in self._query.terms]
        excluded = any(term.count(text, label) for term in self._query.without)
        return sum(counts) if all(counts) and not excluded else None

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
