"""Documents of one file that have another id in another package: a second document of their kind came or went.

The file decides before the id does; else all that was read from it would be said to be gone and come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hrss_tui.pack.read import Pack

_File = tuple[Any, ...]

_DOCUMENTS = "documents"
_ALIKE = ("kind", "place", "department", "period", "year", "phase")
"""What a file keeps when it is corrected: another document may come in a file of the same name (预算公开.txt)."""


def other_ids(old: Pack, new: Pack) -> dict[str, str]:
    """Ids in the old package → ids in the new one, of the documents read from the same place of the same file.

    A file is the same by its content; one that was changed by its name and what it is about, where neither package has
    the other's id.
    """
    found = _paired(_by(old, "source_sha256"), _by(new, "source_sha256"))
    before, after = _ids(old), _ids(new)
    found = {one: other for one, other in found.items() if other not in before - found.keys()}
    gone, come = before - after - found.keys(), after - before - set(found.values())
    alike = ("source_file", *(name for name in _ALIKE if _has(old, name) and _has(new, name)))
    changed = _paired(_by(old, *alike), _by(new, *alike))
    return found | {one: other for one, other in changed.items() if one in gone and other in come}


def _paired(before: Mapping[_File, list[str]], after: Mapping[_File, list[str]]) -> dict[str, str]:
    """The ids of what stands alone at one place of a file in both packages, where they differ."""
    return {
        before[file][0]: after[file][0]
        for file in before
        if len(before[file]) == len(after.get(file, ())) == 1 and before[file] != after[file]
    }


def _ids(pack: Pack) -> set[str]:
    return set(pack.column(_DOCUMENTS, "doc_id")) if _has(pack, "doc_id") else set()


def _has(pack: Pack, *names: str) -> bool:
    return {column["name"] for column in pack.schema.get(_DOCUMENTS, ())}.issuperset(names)


def _by(pack: Pack, *what: str) -> Mapping[_File, list[str]]:
    """Digest or name of the file with what else is told, and first line → the documents there."""
    found: dict[_File, list[str]] = defaultdict(list)
    names = ("doc_id", *what, "line_start")
    if _has(pack, *names):
        for doc_id, *file in zip(*(pack.column(_DOCUMENTS, name) for name in names), strict=True):
            if isinstance(doc_id, str) and file[0]:
                found[tuple(file)].append(doc_id)
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
