"""Documents of one file that have another id in another package: a second document of their kind came or went.

The file decides before the id does; else all that was read from it would be said to be gone and come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hrss_tui.pack.read import Pack

_DOCUMENTS = "documents"
_NAMES = ("doc_id", "source_sha256", "line_start")


def other_ids(old: Pack, new: Pack) -> dict[str, str]:
    """Ids in the old package → ids in the new one, of the documents read from the same place of the same file."""
    before, after = _by_file(old), _by_file(new)
    found = {
        before[file][0]: after[file][0]
        for file in before
        if len(before[file]) == len(after.get(file, ())) == 1 and before[file] != after[file]
    }
    staying = {doc_id for ids in before.values() for doc_id in ids} - found.keys()
    return {doc_id: other for doc_id, other in found.items() if other not in staying}


def _by_file(pack: Pack) -> Mapping[tuple[str, int], list[str]]:
    """Digest of the file and first line → the documents there."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    known = {column["name"] for column in pack.schema.get(_DOCUMENTS, ())}
    if known.issuperset(_NAMES):
        for doc_id, digest, line in zip(*(pack.column(_DOCUMENTS, name) for name in _NAMES), strict=True):
            if isinstance(doc_id, str) and digest:
                found[digest, line].append(doc_id)
    return found


def with_ids(rows: Iterable[dict[str, Any]], ids: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Rows with the ids exchanged wherever they stand: alone or at the head of another id."""
    for row in rows:
        other = ids.get(row.get("doc_id") or "")
        if other is None:
            yield row
        else:
            own = row["doc_id"]
            yield {name: _exchanged(value, own, other) for name, value in row.items()}


def _exchanged(value: Any, own: str, other: str) -> Any:
    if isinstance(value, list):
        return [_exchanged(each, own, other) for each in value]
    if isinstance(value, str) and (value == own or value.startswith(f"{own}:")):
        return other + value[len(own) :]
    return value
