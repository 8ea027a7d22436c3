"""A large package read thoroughly, but where it lies: nothing of it is kept in memory that was not asked for.

A table's digest is compared before a column of it is used, and that of a document's rows before one of them is:
documents are read on their own (`StoredPack.document`), however many the package holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec
from typing_extensions import override

from hrss_tui.pack.head import check_head
from hrss_tui.pack.held import HeldFile
from hrss_tui.pack.open import LightPack, light
from hrss_tui.pack.read import Pack, decode_pack
from hrss_tui.pack.stretches import Cut, Run, Stretches, array_header, digest_of, runs_of
from hrss_tui.pack.values import harmless_head
from hrss_tui.words import phrase

_PART = 2**22
"""Bytes of a table that are looked at together when its digest is compared."""


def thorough(found: LightPack) -> Pack:
    """A package in the hands of the thorough reader: a large one where it lies. Raises PackError."""
    if isinstance(found.data, HeldFile):
        return StoredPack(found)
    return decode_pack(found.data, found.path)


def open_stored(path: str) -> Pack:
    """A package in a file. Raises PackError, and one of `msgpack.ODD` where it is not plain."""
    return StoredPack(light(HeldFile(path), path))


class StoredPack(Pack):
    """A package of which only the head is in memory."""

    def __init__(self, found: LightPack) -> None:
        check_head({**found.head, "head_digest": found.digest}, found.path, sealed=True)
        super().__init__(found.path, harmless_head(found.head), {})
        self._found = found
        self._whole: set[str] = set()
        self._runs: dict[str, dict[str, list[Run]] | None] = {}

    @override
    def count(self, table: str) -> int:
        return self._found.count(table) if table in self.schema else 0

    @override
    def _body(self, table: str) -> Mapping[str, Any]:
        if table not in self._whole:
            digest = hashlib.sha256()
            start, end = self._found.table_at(table)
            for at in range(start, end, _PART):
                digest.update(self._found.data[at : min(end, at + _PART)])
            if digest.hexdigest() != self.head["digests"].get(table):
                raise self._damaged(table, phrase("pack.digest"))
            self._whole.add(table)
        return _Body(self._found, table)

    def runs(self, table: str) -> dict[str, list[Run]] | None:
        """Document → its rows in a table; None where the file does not say, or not of this table."""
        if table not in self._runs:
            self._runs[table] = self._read_runs(table)
        return self._runs[table]

    @cached_property
    def stretches(self) -> Stretches | None:
        """What the file says of the rows of its documents; None where it does not, or not in a form known here."""
        try:
            return msgspec.msgpack.decode(self._found.stretches(), type=Stretches)
        except (msgspec.MsgspecError, ValueError):
            return None

    def _read_runs(self, table: str) -> dict[str, list[Run]] | None:
        said = self.stretches
        if said is None or table not in said.tables:
            return None
        places = {each["name"]: self._found.values_at(table, each["name"]) for each in self.schema[table]}
        sizes = {name: end - start for name, (start, end) in places.items()}
        try:
            cut = msgspec.msgpack.decode(said.tables[table], type=Cut)
            return runs_of(cut, said.documents, sizes, self.count(table))
        except (msgspec.MsgspecError, ValueError):
            return None

    def pieces(self, table: str, run: Run) -> dict[str, bytes]:
        """The bytes of each column in a run. Raises PackError where they are not those that were written."""
        found = {}
        for name, (start, end) in run.places.items():
            base = self._found.values_at(table, name)[0]
            found[name] = self._found.data[base + start : base + end]
        if digest_of(list(found.values())) != run.digest:
            raise self._damaged(table, phrase("pack.digest"))
        return found

    def decoded(self, table: str, name: str, run: Run, piece: bytes) -> list[Any]:
        """The values of a column in a run. Raises PackError where they are not of its type."""
        raw = msgspec.Raw(array_header(run.rows) + piece)
        values = self._decode(table, name, self._types(table)[name], raw)
        if len(values) != run.rows:
            raise self._damaged(table, phrase("pack.length", column=name))
        return values


class _Body(Mapping[str, Any]):
    """The columns of a table as bytes, each read when it is asked for."""

    def __init__(self, found: LightPack, table: str) -> None:
        self._found = found
        self._table = table

    @override
    def __getitem__(self, name: str) -> msgspec.Raw:
        start, end = self._found.column_at(self._table, name)
        return msgspec.Raw(self._found.data[start:end])

    @override
    def __iter__(self) -> Iterator[str]:
        return (each["name"] for each in self._found.schema[self._table])

    @override
    def __len__(self) -> int:
        return len(self._found.schema[self._table])
