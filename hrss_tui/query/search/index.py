"""The engine for large packages: candidates by the index, in the order of rank, each read to be sure.

The results are those of a scan, block for block. The first hits cost what it takes to read them; exact counts
read everything that may answer, and are only made when asked for.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_right
from contextlib import ExitStack, closing
from functools import cached_property

from hrss_tui.errors import PackError
from hrss_tui.pack.msgpack import ODD, value
from hrss_tui.pack.open import LightPack, open_light
from hrss_tui.plain import substituted
from hrss_tui.query.search.answer import Found, StoppedError, Totals, always
from hrss_tui.query.search.candidates import Candidates
from hrss_tui.query.search.corpus import HEADING, ROW, row_label
from hrss_tui.query.search.hits import Block
from hrss_tui.query.search.index_format import COLUMNS, KINDS, STRIDE, about, index_path
from hrss_tui.query.search.normal import folding
from hrss_tui.query.search.pinyin import Pinyin, pinyin
from hrss_tui.words import phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from hrss_tui.pack.open import Package
    from hrss_tui.query.search.terms import Query

_KEPT = 20_000
"""Normalised texts that are kept for the next key stroke."""
_KEPT_BLOCKS = 2_000
"""Blocks with all that a hit needs that are kept for it: what is typed next finds much of the same."""


class UnfitError(Exception):
    """An index that is not there, is damaged or belongs to another package: search goes on without it."""


def open_index(pack_path: str) -> Index:
    """The index of a package file. Raises UnfitError where there is none that fits."""
    pack = open_light(pack_path)
    if not isinstance(pack, LightPack):
        raise UnfitError(pack_path)
    try:
        with ExitStack() as unless_fit:
            database = unless_fit.enter_context(closing(_connected(pack_path)))
            database.execute("PRAGMA trusted_schema = OFF")
            if dict(database.execute("SELECT name, value FROM about")) != about(pack):
                raise UnfitError(pack_path)
            index = Index(pack, database)
            unless_fit.pop_all()
            return index
    except (sqlite3.Error, ValueError) as error:
        raise UnfitError(pack_path) from error


def _connected(pack_path: str) -> sqlite3.Connection:
    uri = f"file:{_quoted(index_path(pack_path))}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _quoted(path: str) -> str:
    """A path inside a URI."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


class Index:
    """The engine: an index and the package it belongs to."""

    def __init__(self, pack: LightPack, database: sqlite3.Connection) -> None:
        self.database = database
        self._light = pack
        self.fold = folding(pack.head)
        arrays = dict(database.execute("SELECT name, data FROM arrays"))
        names = ("texts", "starts", "wholes", "marks")
        self._texts, self.starts, self.wholes, self._marks = (_numbers(arrays[name]) for name in names)
        self._kinds: bytes = arrays["kinds"]
        docs = database.execute("SELECT first, doc_id FROM docs ORDER BY first").fetchall()
        self._firsts = [first for first, _ in docs]
        self._ids: list[str] = [doc for _, doc in docs]
        self._normals: dict[int, str] = {}
        self._blocks: dict[int, Block] = {}
        strides = -(-len(self._texts) // STRIDE)
        if len(self.starts) != len(self._texts) + 1 or len(self._marks) != strides * len(COLUMNS):
            raise ValueError("arrays do not fit")

    def __del__(self) -> None:
        self.database.close()

    def __len__(self) -> int:
        return len(self._texts)

    @property
    def pack(self) -> Package:
        """The package."""
        return self._light

    @cached_property
    def pinyin(self) -> Pinyin:
        """The readings of the package."""
        return pinyin(self._light.head)

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
        cut = any(expression.cut for expression in query.expressions())
        return Found(best[: limit or None], bool(limit) and len(best) > limit, None, cut)

    def count(self, query: Query, going: Callable[[], bool] = always) -> Totals:
        """The exact counts; this reads every block that may answer. Raises StoppedError when `going` says no."""
        for expression in query.expressions():
            expression.start_clock()
        totals = Totals()
        candidates = Candidates(self, query)
        for number in candidates.everywhere():
            found = candidates.occurrences(number)
            if not going():
                raise StoppedError
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
        known = self._blocks.get(number)
        if known is None:
            if len(self._blocks) > _KEPT_BLOCKS:
                self._blocks.clear()
            known = self._blocks[number] = self._read(number)
        return known

    def _read(self, number: int) -> Block:
        """A block, from the package."""
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
            return value(self._light.data, at)
        except ODD as error:
            raise self._damaged() from error

    def _damaged(self) -> PackError:
        return PackError(
            phrase("find.error.index_damaged", path=index_path(self._light.path)),
            phrase("find.error.index_damaged.hint"),
        )


def _numbers(data: bytes) -> array[int]:
    made = array("I")
    made.frombytes(data)
    return made
