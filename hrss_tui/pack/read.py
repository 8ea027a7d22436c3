"""A package opened lazily: the head is checked at once, a column is decoded when it is first asked for.

`msgspec.Raw` keeps a table as bytes until then. A table's digest is compared before anything of it is used;
column types are those of the file's own schema, which must agree with the records of this program wherever
both know the column.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from hrss_tui.errors import PackError
from hrss_tui.pack.compressed import unpacked
from hrss_tui.pack.format import FORMAT, MAJOR
from hrss_tui.pack.values import BadTypeError, BadValuesError, column_values, harmless
from hrss_tui.words import phrase

if TYPE_CHECKING:
    from hrss_tui.records import Record

    AnyRecord = TypeVar("AnyRecord", bound=Record)

ENVIRONMENT = "HRSS_TUI_PACK"
MAX_BYTES = 2**30
_SHIPPED = "hrss-xinjiang.msgpack"


class Pack:
    """An open package. Attributes: `path`, `format_version`, `package` (name, version, sources), `schema`."""

    def __init__(self, path: str, head: Mapping[str, Any], tables: Mapping[str, msgspec.Raw]) -> None:
        self.path = path
        self.head = head
        self.format_version: list[int] = head["format_version"]
        self.package: dict[str, Any] = head["package"]
        self.schema: dict[str, list[dict[str, str]]] = head["schema"]
        self._tables = tables
        self._raw: dict[str, dict[str, msgspec.Raw]] = {}
        self._declared: dict[str, dict[str, str]] = {}
        self._columns: dict[tuple[str, str], list[Any]] = {}

    @property
    def tables(self) -> list[str]:
        """Names of the tables."""
        return list(self.schema)

    def count(self, table: str) -> int:
        """Rows of a table."""
        return len(self.column(table, self.schema[table][0]["name"]))

    def column(self, table: str, name: str) -> list[Any]:
        """One column. Raises PackError where the table is damaged and KeyError where it has no such column."""
        key = (table, name)
        if key not in self._columns:
            declared = self._types(table)[name]
            body = self._body(table)
            if name not in body:
                raise self._damaged(table, phrase("pack.no_column", column=name))
            self._columns[key] = self._decode(table, name, declared, body[name])
            first = self.schema[table][0]["name"]
            if name != first and len(self._columns[key]) != self.count(table):
                raise self._damaged(table, phrase("pack.length", column=name))
        return self._columns[key]

    def columns(self, table: str) -> dict[str, list[Any]]:
        """All columns of a table in order."""
        return {column["name"]: self.column(table, column["name"]) for column in self.schema[table]}

    def dicts(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table as dicts."""
        columns = self.columns(table)
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def rows(self, struct: type[AnyRecord]) -> list[AnyRecord]:
        """The rows of a table as records; columns an older package lacks are None, unknown ones are left out."""
        known = [column["name"] for column in self.schema.get(struct.TABLE, [])]
        names = struct.__struct_fields__
        if not known:
            return []
        size = self.count(struct.TABLE)
        data = [self.column(struct.TABLE, name) if name in known else [None] * size for name in names]
        return [struct(**dict(zip(names, row, strict=True))) for row in zip(*data, strict=True)]

    def _types(self, table: str) -> dict[str, str]:
        if table not in self._declared:
            self._declared[table] = {column["name"]: column["type"] for column in self.schema[table]}
        return self._declared[table]

    def _body(self, table: str) -> dict[str, msgspec.Raw]:
        if table not in self._raw:
            raw = self._tables.get(table)
            if raw is None:
                raise self._damaged(table, phrase("pack.no_table"))
            if hashlib.sha256(raw).hexdigest() != self.head["digests"].get(table):
                raise self._damaged(table, phrase("pack.digest"))
            try:
                self._raw[table] = msgspec.msgpack.decode(raw, type=dict[str, msgspec.Raw])
                if len(self._raw[table]) != _map_size(raw):
                    raise self._damaged(table, phrase("pack.columns_repeated"))
            except (msgspec.MsgspecError, RecursionError, ValueError) as error:
                raise self._damaged(table, phrase("pack.structure")) from error
        return self._raw[table]

    def _decode(self, table: str, name: str, declared: str, raw: msgspec.Raw) -> list[Any]:
        try:
            return column_values(raw, declared)
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
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named), f"${ENVIRONMENT}"
    package = Path(__file__).parent.parent
    installed = package / "data" / _SHIPPED
    if installed.exists():
        return installed, "wheel"
    return package.parent / "datapack" / _SHIPPED, "source tree"


def open_pack(path: str | os.PathLike[str] | None = None) -> Pack:
    """Open a package file. Raises PackError naming the file, what is wrong with it and the remedy."""
    chosen = Path(path) if path is not None else default_path()[0]
    return decode_pack(_read(chosen), str(chosen))


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            key = "pack.no_file" if path.exists() else "pack.absent"
            raise PackError(phrase(key, name=path), phrase("file.choose"))
        if path.stat().st_size > MAX_BYTES:
            raise PackError(
                phrase("pack.too_large", name=path, size=MAX_BYTES // 2**20), phrase("file.not_ours")
            )
        return path.read_bytes()
    except OSError as error:
        raise PackError(
            phrase("pack.unreadable", name=path, what=error.strerror), phrase("file.permissions")
        ) from error


def decode_pack(data: bytes, name: str) -> Pack:
    """A package from its bytes, plain or in gzip; `name` stands in error messages. Raises PackError."""
    data = unpacked(data, name, MAX_BYTES)
    try:
        parts = msgspec.msgpack.decode(data, type=dict[str, msgspec.Raw])
        head = {key: msgspec.msgpack.decode(raw) for key, raw in parts.items() if key != "tables"}
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise PackError(phrase("pack.no_pack", name=name), phrase("file.again")) from error
    _check_head(head, name)
    try:
        tables = msgspec.msgpack.decode(parts["tables"], type=dict[str, msgspec.Raw])
        repeated = len(parts) != _map_size(data) or len(tables) != _map_size(parts["tables"])
    except (KeyError, msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise PackError(phrase("pack.no_tables", name=name), phrase("file.again")) from error
    if repeated:
        raise PackError(phrase("pack.repeated", name=name), phrase("file.again"))
    return Pack(name, harmless(head), tables)


def _map_size(body: bytes | msgspec.Raw) -> int:
    """Entries a MessagePack map declares: more than a dict of it holds means repeated keys. -1 for no map."""
    data = bytes(memoryview(body)[:5])
    first = data[0] if data else 0
    if first & 0xF0 == 0x80:
        return first & 0x0F
    length = {0xDE: 2, 0xDF: 4}.get(first, 0)
    return int.from_bytes(data[1 : 1 + length], "big") if length else -1


def _check_head(head: Mapping[str, Any], name: str) -> None:
    if head.get("format") != FORMAT:
        raise PackError(phrase("pack.other_format", name=name), phrase("file.which"))
    version = head.get("format_version")
    if not (isinstance(version, list) and len(version) == 2 and all(type(part) is int for part in version)):
        raise PackError(phrase("pack.no_version", name=name), phrase("file.again"))
    if version[0] != MAJOR:
        raise PackError(
            phrase("pack.version", name=name, found=f"{version[0]}.{version[1]}", known=MAJOR),
            phrase("file.upgrade"),
        )
    problem = _shape_problem(head)
    if problem:
        raise PackError(phrase("pack.head", name=name, problem=problem), phrase("file.again"))


def _shape_problem(head: Mapping[str, Any]) -> str:
    """What is wrong with the parts of the head every reader relies on; empty where nothing is."""
    for key in ("package", "schema", "digests"):
        if not isinstance(head.get(key), dict):
            return phrase("pack.lacks", key=key)
    try:
        msgspec.convert(head["schema"], dict[str, list[dict[str, str]]])
        msgspec.convert(head["digests"], dict[str, str])
    except msgspec.ValidationError:
        return phrase("pack.head_shape")
    for table, columns in head["schema"].items():
        if not columns or any(not {"name", "type"} <= column.keys() for column in columns):
            return phrase("pack.head_table", table=table)
    if head.get("head_digest") != _head_digest(head):
        return phrase("pack.head_digest")
    return ""


def _head_digest(head: Mapping[str, Any]) -> str:
    kept = {key: head[key] for key in head if key != "head_digest"}
    return hashlib.sha256(msgspec.msgpack.encode(kept)).hexdigest()
