"""Ids of documents: kind and year, and where several share them place, phase, department or title as well.

An id that a manifest gives is left alone. The names depend on the documents that share an id and on nothing else:
not on their order, not on the names of their files. An id stands at the head of the ids of all records of its
document, so it is exchanged in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Claim
from hrss_tui.records import Document, Fact, Record
from hrss_tui.sources.text import fold

_DIGITS = 8
_BODY = 24
_IDS = ("records", "metric")
"""Columns with ids that are not called so: of both sides of a check, and of a metric that one document alone has."""
_NO_WORD = re.compile(r"[^\w]+")
_LATER = re.compile(r"(?:-\d{4}){0,2}(?:-\d+)?")

Key = tuple[str, str, int]
"""What tells a document apart: its id, the digest of its file, its first line."""


def key(row: Document) -> Key:
    """The key of a document."""
    return row.doc_id, row.source_sha256, row.line_start


def own_ids(rows: Iterable[Document], given: Collection[Key] = ()) -> dict[Key, str]:
    """New ids for those of several documents that share an id which the compiler gave; those `given` by a manifest stay.

    Two of one place, phase, department and title are the same document in two versions: they keep one id, and whoever
    takes them together finds the conflict.
    """
    shared: dict[str, dict[Key, Document]] = defaultdict(dict)
    for row in rows:
        shared[row.doc_id][key(row)] = row
    found: dict[Key, str] = {}
    for doc_id, group in shared.items():
        ours = [row for row in group.values() if _is_given_here(row)]
        if len(group) > 1:
            found |= {
                key(row): new
                for row, new in _told_apart(doc_id, ours, _PARTS)
                if new != doc_id and key(row) not in given
            }
    return found


def common_id(copies: Sequence[Document]) -> str:
    """The id that copies of one document share from now on: one of a manifest, else the one that tells most."""

    def rank(row: Document) -> tuple[bool, bool, int, str]:
        return _is_given_here(row), row.doc_id.startswith(row.kind), -len(row.doc_id), row.doc_id

    return min(copies, key=rank).doc_id


def _is_given_here(row: Document) -> bool:
    """Is the id one of kind and year, as the compiler gives them?"""
    return row.doc_id.startswith(row.kind) and _LATER.fullmatch(row.doc_id.removeprefix(row.kind)) is not None


def _told_apart(
    doc_id: str, rows: Sequence[Document], parts: Sequence[Callable[[Document], str]]
) -> Iterator[tuple[Document, str]]:
    """Documents of one id with those parts behind it that tell them apart."""
    if len(rows) < 2 or not parts:
        yield from ((row, doc_id) for row in rows)
        return
    groups: dict[str, list[Document]] = defaultdict(list)
    for row in rows:
        groups[parts[0](row)].append(row)
    for value, group in groups.items():
        own = f"{doc_id}-{value}" if value and len(groups) > 1 else doc_id
        yield from _told_apart(own, group, parts[1:])


def _body(row: Document) -> str:
    """The department, else the issuer, in characters that an id may have."""
    return _NO_WORD.sub("", fold(row.department or row.issuer or ""))[:_BODY]


def _title(row: Document) -> str:
    """A number that stands for the title; none for the name of the file."""
    if row.title == row.source_file:
        return ""
    return sha256(fold(row.title).encode()).hexdigest()[:_DIGITS]


_PARTS: tuple[Callable[[Document], str], ...] = (
    lambda row: row.place or "",
    lambda row: row.phase or "",
    _body,
    _title,
)


def holds_ids(column: str) -> bool:
    """Does a column hold ids of documents and records? What stands in others may look like one: a kind, a word, a text."""
    return column.endswith("_id") or column in _IDS


def renamed(record: Record, old: str, new: str) -> Record:
    """A record with the id of its document exchanged in its ids: alone or at the head of another id."""
    changed: dict[str, Any] = {}
    for name in filter(holds_ids, record.__struct_fields__):
        value = getattr(record, name)
        if isinstance(value, list):
            other: Any = [_exchanged(each, old, new) for each in value]
        else:
            other = _exchanged(value, old, new)
        if other != value:
            changed[name] = other
    return msgspec.structs.replace(record, **changed) if changed else record


def renamed_claim(claim: Claim, old: str, new: str) -> Claim:
    """A claim by a record of a renamed document."""
    return msgspec.structs.replace(claim, by=_exchanged(claim.by, old, new))


def _exchanged(value: Any, old: str, new: str) -> Any:
    if isinstance(value, str) and (value == old or value.startswith(f"{old}:")):
        return new + value[len(old) :]
    return value


def renamed_rows(tables: Mapping[str, Sequence[Record]], new: Mapping[Key, str]) -> dict[str, list[Record]]:
    """The tables of one input with the documents of it that have new ids renamed."""
    ids = {
        row.doc_id: new[key(row)]
        for row in tables["documents"]
        if isinstance(row, Document) and key(row) in new
    }
    return {name: [_of(row, ids) for row in rows] for name, rows in tables.items()}


def _of(row: Record, ids: Mapping[str, str]) -> Record:
    new = ids.get(row.doc_id) if isinstance(row, Fact) else None
    return renamed(row, row.doc_id, new) if isinstance(row, Fact) and new else row
