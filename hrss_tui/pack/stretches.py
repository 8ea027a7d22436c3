"""Where the rows of each document lie: every column is cut where the rows of another document begin.

A column is a MessagePack array, and the values of some rows are some of its bytes. The key `stretches` of a package says
which, so that the rows of one document are read and checked without the others. For each table with `doc_id`: `documents`
(their places in the list of ids) and `rows` of its runs in the order of the file, `sizes` of each column in bytes, and of
each run the first half of a SHA-256 over its bytes, column after column. `checks` counts the checks of each document by
kind and result, and `across` says whose figures the checks of another document speak of: a document, and that other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import Any

import msgspec

from hrss_tui import lazy_re as re

_encode = msgspec.msgpack.Encoder().encode
_PART = re.compile(r"[:/]")
Values = Sequence[Any]


class Cut(msgspec.Struct, frozen=True):
    """The runs of one table, as the file holds them."""

    documents: list[int]
    rows: list[int]
    sizes: dict[str, list[int]]
    digests: list[str]


class Stretches(msgspec.Struct, frozen=True):
    """The ids of documents, the runs of each table as bytes until they are asked for, and what is said of checks."""

    documents: list[str]
    tables: dict[str, msgspec.Raw]
    checks: list[tuple[int, str, str, int]] = []
    across: list[tuple[int, int]] = []


class Run(msgspec.Struct, frozen=True):
    """Consecutive rows of one document: the first of them, how many, their digest; they are number `at` of the table.

    `starts` are those of all runs of the table, so that a thousand of them hold it once.
    """

    first: int
    rows: int
    digest: str
    at: int
    starts: Mapping[str, Sequence[int]]

    @property
    def places(self) -> dict[str, tuple[int, int]]:
        """Where each column's bytes begin and end, counted from the column's first value."""
        return {name: (start[self.at], start[self.at + 1]) for name, start in self.starts.items()}


def document_ids(tables: Mapping[str, Mapping[str, Values]]) -> dict[str, int]:
    """The ids of documents in the order of their table, then those that only other tables name, each with its place."""
    order = sorted(tables, key=lambda table: table != "documents")
    ids = dict.fromkeys(
        doc_id
        for table in order
        for doc_id, _ in groupby(tables[table].get("doc_id", ()))
        if type(doc_id) is str
    )
    return {doc_id: place for place, doc_id in enumerate(ids)}


def cut(columns: Mapping[str, Values], documents: Mapping[str, int]) -> tuple[dict[str, bytes], Cut | None]:
    """The encoded columns of a table, and its runs; None where its rows belong to no documents."""
    ids = columns.get("doc_id", ())
    length = len(ids)
    fits = all(len(column) == length for column in columns.values())
    runs = [(doc_id, sum(1 for _ in rows)) for doc_id, rows in groupby(ids)]
    if not length or not fits or any(type(doc_id) is not str for doc_id, _ in runs):
        return {name: _encode(column) for name, column in columns.items()}, None
    ends = list(accumulate(rows for _, rows in runs))
    parts = {name: list(_parts(column, ends)) for name, column in columns.items()}
    encoded = {name: array_header(length) + b"".join(pieces) for name, pieces in parts.items()}
    sizes = {name: list(map(len, pieces)) for name, pieces in parts.items()}
    digests = [digest_of(pieces) for pieces in zip(*parts.values(), strict=True)]
    return encoded, Cut([documents[doc_id] for doc_id, _ in runs], [rows for _, rows in runs], sizes, digests)


def check_counts(checks: Mapping[str, Values]) -> dict[tuple[str, str, str], int]:
    """How many checks there are by document, kind and result, in the order in which they are met."""
    found: dict[tuple[str, str, str], int] = {}
    for key in zip(*(checks.get(name, ()) for name in ("doc_id", "kind", "status")), strict=True):
        found[key] = found.get(key, 0) + 1
    return found


def checked_across(checks: Mapping[str, Values], known: Collection[str]) -> list[tuple[str, str]]:
    """Documents whose figures a check of another document speaks of, each with that other."""
    found: dict[tuple[str, str], None] = {}
    for doc_id, records in zip(*(checks.get(name, ()) for name in ("doc_id", "records")), strict=True):
        for record in records:
            if not record.startswith(f"{doc_id}:"):
                found.update(((other, doc_id), None) for other in homes(record, known) if other != doc_id)
    return list(found)


def homes(record_id: str, known: Collection[str]) -> list[str]:
    """The documents that the id of a record names."""
    return [part for part in _PART.split(record_id) if part in known]


def _parts(column: Values, ends: Sequence[int]) -> Iterator[bytes]:
    """The values of each run as bytes, without the header of an array."""
    start = 0
    for end in ends:
        values = column[start:end]
        yield _encode(values)[len(array_header(len(values))) :]
        start = end


def digest_of(pieces: Sequence[bytes]) -> str:
    """What is kept of the SHA-256 over some bytes."""
    return hashlib.sha256(b"".join(pieces)).hexdigest()[:32]


def array_header(length: int) -> bytes:
    """The first bytes of an array of so many values."""
    if length < 16:
        return bytes([0x90 | length])
    if length < 2**16:
        return b"\xdc" + length.to_bytes(2, "big")
    return b"\xdd" + length.to_bytes(4, "big")


def runs_of(
    found: Cut, documents: Sequence[str], columns: Mapping[str, int], rows: int
) -> dict[str, list[Run]]:
    """The runs of a table by document. `columns` are the bytes of its columns' values, `rows` how many it has.

    Raises ValueError where the runs are not those of such a table.
    """
    count = len(found.rows)
    wanted = (len(found.documents), len(found.digests), *map(len, found.sizes.values()))
    sums = {name: sum(sizes) for name, sizes in found.sizes.items()}
    least = min((min(numbers, default=0) for numbers in (found.rows, *found.sizes.values())), default=0)
    if set(wanted) != {count} or sums != dict(columns) or sum(found.rows) != rows or least < 0:
        raise ValueError(documents)
    starts = {name: [0, *accumulate(sizes)] for name, sizes in found.sizes.items()}
    runs: dict[str, list[Run]] = {}
    first = 0
    for at, (document, length, digest) in enumerate(
        zip(found.documents, found.rows, found.digests, strict=True)
    ):
        if not 0 <= document < len(documents):
            raise ValueError(document)
        runs.setdefault(documents[document], []).append(Run(first, length, digest, at, starts))
        first += length
    return runs
