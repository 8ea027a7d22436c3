"""Records to the bytes of a package: the same records always give the same bytes."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from hrss_tui.errors import UsageError
from hrss_tui.pack.format import FORMAT, MAJOR, MINOR
from hrss_tui.pack.place import place_of, spare_name
from hrss_tui.pack.stretches import check_counts, checked_across, cut, document_ids
from hrss_tui.pack.summary import summary
from hrss_tui.records import TABLES, Record, columns
from hrss_tui.why import refused
from hrss_tui.words import phrase

_encode = msgspec.msgpack.Encoder().encode


def encode_package(
    package: Mapping[str, Any], tables: Mapping[str, Sequence[Record]], extra: Mapping[str, Any]
) -> bytes:
    """The bytes of a package.

    `package` is its name, title, version and sources; `tables` holds the rows in the order they are to
    have; `extra` holds further top-level keys (computed look-up tables, see FORMAT.md).
    """
    schema = {struct.TABLE: [msgspec.to_builtins(column) for column in columns(struct)] for struct in TABLES}
    data = {name: _columnar(names, tables.get(name, ())) for name, names in _names(schema).items()}
    known = {"summary": summary(lambda table, name: data[table][name])}
    return encode_columns(package, schema, data, {**known, **extra})


def encode_columns(
    package: Mapping[str, Any],
    schema: Mapping[str, Sequence[Mapping[str, str]]],
    tables: Mapping[str, Mapping[str, Sequence[Any]]],
    extra: Mapping[str, Any],
) -> bytes:
    """The bytes of a package whose tables are given as columns, in the order of the schema.

    `sizes` tells for each table the bytes of its encoded columns: who needs one column can go straight to it, and
    `stretches`, behind the tables, where the rows of each document lie.
    """
    documents = document_ids(tables)
    cuts = {table: cut(columns_, documents) for table, columns_ in tables.items()}
    encoded = {table: columns_ for table, (columns_, _) in cuts.items()}
    bodies = {
        table: _encode({name: msgspec.Raw(column) for name, column in columns_.items()})
        for table, columns_ in encoded.items()
    }
    head = {
        "format": FORMAT,
        "format_version": [MAJOR, MINOR],
        "package": dict(package),
        "schema": schema,
        "digests": {table: hashlib.sha256(body).hexdigest() for table, body in bodies.items()},
        "sizes": {
            table: [len(column) for column in columns_.values()] for table, columns_ in encoded.items()
        },
        **extra,
    }
    behind = {
        "stretches": {
            "documents": list(documents),
            "tables": {table: runs for table, (_, runs) in cuts.items() if runs is not None},
            **_said_of_checks(tables.get("checks", {}), documents),
        }
    }
    head["head_digest"] = head_digest({**head, **behind})
    return _encode({**head, "tables": {name: msgspec.Raw(body) for name, body in bodies.items()}, **behind})


def _said_of_checks(
    checks: Mapping[str, Sequence[Any]], documents: Mapping[str, int]
) -> dict[str, list[tuple[Any, ...]]]:
    """What a reader is told of checks before it reads them: counts, and which of them speak of several documents."""
    try:
        counts, pairs = check_counts(checks), checked_across(checks, documents)
    except (AttributeError, TypeError, ValueError):
        return {}  # columns of other lengths and kinds, of which nothing can be said
    return {
        "checks": [(documents[doc_id], *rest, count) for (doc_id, *rest), count in counts.items()],
        "across": [(documents[one], documents[other]) for one, other in pairs],
    }


def head_digest(head: Mapping[str, Any]) -> str:
    """SHA-256 over everything but the tables, which have digests of their own."""
    return hashlib.sha256(_encode({key: head[key] for key in head if key != "head_digest"})).hexdigest()


def _names(schema: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[str, list[str]]:
    return {name: [column["name"] for column in table] for name, table in schema.items()}


def _columnar(names: Sequence[str], rows: Sequence[Record]) -> dict[str, list[Any]]:
    return {name: [getattr(row, name) for row in rows] for name in names}


def write_atomic(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write to a temporary name beside the file and rename: the old file or the new one, never a part.

    `data` may be pieces that are made while they are written. Who may read the file is for the user's mask to
    say. Raises UsageError naming the path where it cannot be written.
    """
    temporary = None
    try:
        place = place_of(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary = spare_name(place)
        with temporary.open("xb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(place)
    except OSError as error:
        raise UsageError(
            phrase("error.cannot_write", path=path, what=refused(error)),
            phrase("error.cannot_write.hint"),
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
