"""The texts and tables of an index, and the package it belongs to: what candidates are looked up and read in."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import cached_property

from hrss_tui.errors import PackError
from hrss_tui.pack.msgpack import ODD, value
from hrss_tui.plain import substituted
from hrss_tui.query.search.corpus import HEADING, ROW, row_label
from hrss_tui.query.search.hits import Block
from hrss_tui.query.search.index_format import COLUMNS, KINDS, STRIDE, index_path
from hrss_tui.query.search.normal import folding
from hrss_tui.query.search.pinyin import Pinyin, pinyin
from hrss_tui.words import phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    from hrss_tui.pack.open import LightPack, Package

_KEPT = 20_000
"""Normalised texts that are kept for the next key stroke."""
_KEPT_BLOCKS = 2_000
"""Blocks with all that a hit needs that are kept for it: what is typed next finds much of the same."""


class Indexed:
    """An index and the package it belongs to."""

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
        self.ids: list[str] = [doc for _, doc in docs]
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

    def kind(self, number: int) -> str:
        """Kind of a block."""
        code = self._kinds[number]
        return KINDS[code] if code < len(KINDS) else ""

    def doc(self, number: int) -> str:
        """Document of a block."""
        return self.ids[bisect_right(self._firsts, number) - 1]

    def stretches(self, docs: frozenset[str]) -> list[tuple[int, int]]:
        """Blocks [first, last) of some documents, neighbouring ones together."""
        found: list[tuple[int, int]] = []
        for first, end, doc in zip(self._firsts, [*self._firsts[1:], len(self)], self.ids, strict=True):
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
