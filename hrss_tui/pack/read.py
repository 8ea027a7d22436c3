"""A package opened lazily: the head is checked at once, a column is decoded when it is first asked for.

`msgspec.Raw` keeps a table as bytes until then. A table's digest is compared before anything of it is used;
column types are those of the file's own schema, which must agree with the records of this program wherever
both know the column.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from hrss_tui.errors import PackError
from hrss_tui.pack.compressed import MAGIC, unpacked
from hrss_tui.pack.head import check_head, is_swollen, map_size
from hrss_tui.pack.msgpack import ODD
from hrss_tui.pack.older import schema_of, supplied, values_of
from hrss_tui.pack.values import BadTypeError, BadValuesError, column_values, harmless_head
from hrss_tui.pack.where import default_file
from hrss_tui.records import BY_NAME, Record, types_written
from hrss_tui.why import refused
from hrss_tui.words import phrase

AnyRecord = TypeVar("AnyRecord", bound=Record)
Made = TypeVar("Made")

MAX_BYTES = 2**30


class Pack:
    """An open package. Attributes: `path`, `format_version`, `package` (name, version, sources), `schema`."""

    def __init__(self, path: str, head: Mapping[str, Any], tables: Mapping[str, msgspec.Raw]) -> None:
        self.path = path
        self.head = head
        self.format_version: list[int] = head["format_version"]
        self.package: dict[str, Any] = head["package"]
        self.schema: dict[str, list[dict[str, str]]] = schema_of(head)
        self._tables = tables
        self._raw: dict[str, dict[str, msgspec.Raw]] = {}
        self._declared: dict[str, dict[str, str]] = {}
        self._columns: dict[tuple[str, str], list[Any]] = {}
        self._made: dict[Callable[..., Any], Any] = {}

    @property
    def tables(self) -> list[str]:
        """Names of the tables."""
        return list(self.schema)

    def count(self, table: str) -> int:
        """Rows of a table; 0 for one that the file lacks."""
        return len(self.column(table, self.schema[table][0]["name"])) if table in self.schema else 0

    def column(self, table: str, name: str) -> list[Any]:
        """One column; nulls (see `older.supplied`) where an older package lacks it, [] where it lacks the table.

        Raises PackError where the table is damaged and KeyError for a column that nobody knows.
        """
        key = (table, name)
        if key not in self._columns:
            self._columns[key] = self._column(table, name)
        return self._columns[key]

    def made(self, make: Callable[[Pack], Made]) -> Made:
        """What a function of the package gives, worked out once: who cites many records asks the same for each."""
        if make not in self._made:
            self._made[make] = make(self)
        found: Made = self._made[make]
        return found

    def passing(self, table: str, name: str) -> list[Any]:
        """The same, for who looks at it once: it is not kept unless it is already. Raises as `column`."""
        kept = self._columns.get((table, name))
        return self._column(table, name) if kept is None else kept

    def _column(self, table: str, name: str) -> list[Any]:
        declared = self._types(table).get(name)
        if declared is None:
            return self._absent(table, name)
        body = self._body(table)
        if name not in body:
            raise self._damaged(table, phrase("pack.no_column", column=name))
        values = self._decode(table, name, declared, body[name])
        first = self.schema[table][0]["name"]
        if name != first and len(values) != self.count(table):
            raise self._damaged(table, phrase("pack.length", column=name))
        return values

    def _absent(self, table: str, name: str) -> list[Any]:
        """What stands for a column that the file does not have; the head was refused if it must have it."""
        if table not in BY_NAME or name not in types_written(BY_NAME[table]):
            raise KeyError(name)
        return [supplied(self.head, table, name)] * self.count(table)

    def check(self, table: str) -> None:
        """Raise PackError where a table is not what the file says it is."""
        self._body(table)

    def columns(self, table: str) -> dict[str, list[Any]]:
        """All columns of a table in order."""
        return {column["name"]: self.column(table, column["name"]) for column in self.schema[table]}

    def dicts(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table as dicts."""
        columns = self.columns(table)
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def rows(self, struct: type[AnyRecord], places: Sequence[int] | None = None) -> list[AnyRecord]:
        """The rows of a table as records, or those at some places; none where the file lacks it.

        Columns unknown here are left out.
        """
        names = struct.__struct_fields__
        data = [self.column(struct.TABLE, name) for name in names]
        if places is not None:
            data = [list(map(column.__getitem__, places)) for column in data]
        return [struct(**dict(zip(names, row, strict=True))) for row in zip(*data, strict=True)]

    def _types(self, table: str) -> dict[str, str]:
        if table not in self._declared:
            self._declared[table] = {column["name"]: column["type"] for column in self.schema.get(table, ())}
        return self._declared[table]

    def _body(self, table: str) -> Mapping[str, msgspec.Raw]:
        if table not in self._raw:
            raw = self._tables.get(table)
            if raw is None:
                raise self._damaged(table, phrase("pack.no_table"))
            if hashlib.sha256(raw).hexdigest() != self.head["digests"].get(table):
                raise self._damaged(table, phrase("pack.digest"))
            try:
                self._raw[table] = msgspec.msgpack.decode(raw, type=dict[str, msgspec.Raw])
                if len(self._raw[table]) != map_size(raw):
                    raise self._damaged(table, phrase("pack.columns_repeated"))
            except (msgspec.MsgspecError, RecursionError, TypeError, ValueError) as error:
                raise self._damaged(table, phrase("pack.structure")) from error
        return self._raw[table]

    def _decode(self, table: str, name: str, declared: str, raw: msgspec.Raw) -> list[Any]:
        try:
            return values_of(self.head, table, name, column_values(raw, declared))
        except BadTypeError as error:
            raise self._damaged(table, phrase("pack.type", column=name)) from error
        except BadValuesError as error:
            raise self._damaged(table, phrase("pack.value", column=name, problem=error.args[0])) from error

    def _damaged(self, table: str, what: str) -> PackError:
        return PackError(
            phrase("pack.damaged", name=self.path, table=table, what=what), phrase("file.verify")
        )


def default_path() -> tuple[Path, str]:
    """The package that is opened when none is named, and why: the environment's, else the shipped one."""
    path, why = default_file()
    return Path(path), why


def open_pack(path: str | os.PathLike[str] | None = None) -> Pack:
    """Open a package file. Raises PackError naming the file, what is wrong with it and the remedy."""
    chosen = Path(path) if path is not None else default_path()[0]
    return _stored(chosen) or decode_pack(_read(chosen), str(chosen))


def _stored(path: Path) -> Pack | None:
    """A large package, read where it lies; None for a small one, and for what only reading all of it can judge."""
    from hrss_tui.pack.open import LARGEST
    from hrss_tui.pack.stored import open_stored

    try:
        if not path.is_file() or not LARGEST < path.stat().st_size <= MAX_BYTES:
            return None
        return open_stored(str(path))
    except ODD:
        return None


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            key = "pack.no_file" if path.exists() else "pack.absent"
            raise PackError(phrase(key, name=path), phrase("file.choose"))
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise PackError(
                phrase("pack.too_large", name=path, size=MAX_BYTES // 2**20), phrase("file.not_ours")
            )
        with path.open("rb") as file:
            first = file.read(2)
            if first != MAGIC and map_size(first + b"\0" * 4) < 0:
                raise PackError(phrase("pack.no_pack", name=path), phrase("file.which"))
            file.seek(0)
            return file.read(size)
    except OSError as error:
        raise PackError(
            phrase("pack.unreadable", name=path, what=refused(error)), phrase("file.permissions")
        ) from error


def decode_pack(data: bytes, name: str) -> Pack:
    """A package from its bytes, plain or in gzip; `name` stands in error messages. Raises PackError."""
    data = unpacked(data, name, MAX_BYTES)
    try:
        parts = msgspec.msgpack.decode(data, type=dict[str, msgspec.Raw])
        if is_swollen(parts):
            raise PackError(phrase("pack.swollen", name=name), phrase("file.not_ours"))
        head = {key: msgspec.msgpack.decode(raw) for key, raw in parts.items() if key != "tables"}
    except (msgspec.MsgspecError, RecursionError, TypeError, ValueError) as error:
        raise PackError(phrase("pack.no_pack", name=name), phrase("file.again")) from error
    check_head(head, name)
    try:
        tables = msgspec.msgpack.decode(parts["tables"], type=dict[str, msgspec.Raw])
        repeated = len(parts) != map_size(data) or len(tables) != map_size(parts["tables"])
    except (KeyError, msgspec.MsgspecError, RecursionError, TypeError, ValueError) as error:
        raise PackError(phrase("pack.no_tables", name=name), phrase("file.again")) from error
    if repeated:
        raise PackError(phrase("pack.repeated", name=name), phrase("file.again"))
    return Pack(name, harmless_head(head), tables)
