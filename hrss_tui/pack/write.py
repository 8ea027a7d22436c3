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
from hrss_tui.records import TABLES, Record, columns
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
    return encode_columns(package, schema, data, extra)


def encode_columns(
    package: Mapping[str, Any],
    schema: Mapping[str, Sequence[Mapping[str, str]]],
    tables: Mapping[str, Mapping[str, Sequence[Any]]],
    extra: Mapping[str, Any],
) -> bytes:
    """The bytes of a package whose tables are given as columns, in the order of the schema.

    `sizes` tells for each table the bytes of its encoded columns: who needs one column can go straight to it.
    """
    encoded = {
        table: {name: _encode(column) for name, column in columns_.items()}
        for table, columns_ in tables.items()
    }
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
    head["head_digest"] = head_digest(head)
    return _encode({**head, "tables": {name: msgspec.Raw(body) for name, body in bodies.items()}})


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
            phrase("error.cannot_write", path=path, what=error.strerror or ""),
            phrase("error.cannot_write.hint"),
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
