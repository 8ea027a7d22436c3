"""JSON Schema of a package as any MessagePack library decodes it, generated from the records."""

from __future__ import annotations

from typing import Any

from hrss_tui.pack.format import FORMAT, MAJOR, MINOR
from hrss_tui.records import TABLES, Column, Record, columns
from hrss_tui.reference.columns import column_title, listed_values, table_title

_ITEMS: dict[str, Any] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "list<string>": {"type": "array", "items": {"type": "string"}},
    "list<integer>": {"type": "array", "items": {"type": "integer"}},
}
_DIGEST: dict[str, Any] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_COLUMN: dict[str, Any] = {
    "type": "object",
    "required": ["name", "type", "unit", "description"],
    "properties": {name: {"type": "string"} for name in ("name", "type", "unit", "description")},
}


def json_schema() -> dict[str, Any]:
    """The schema of this major version: what a package has at least; more keys, tables and columns may follow."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT} {MAJOR}.{MINOR}",
        "type": "object",
        "required": ["format", "format_version", "package", "schema", "digests", "head_digest", "tables"],
        "properties": {
            "format": {"const": FORMAT},
            "format_version": {
                "type": "array",
                "prefixItems": [{"const": MAJOR}, {"type": "integer", "minimum": 0}],
                "items": False,
                "minItems": 2,
            },
            "package": _package(),
            "schema": {
                "type": "object",
                "additionalProperties": {"type": "array", "minItems": 1, "items": _COLUMN},
            },
            "digests": {"type": "object", "additionalProperties": _DIGEST},
            "head_digest": _DIGEST,
            "tables": {
                "type": "object",
                "properties": {struct.TABLE: _table(struct) for struct in TABLES},
            },
        },
    }


def _package() -> dict[str, Any]:
    source = {
        "type": "object",
        "required": ["file", "sha256", "lines", "documents"],
        "properties": {
            "file": {"type": "string"},
            "sha256": _DIGEST,
            "lines": {"type": "integer", "minimum": 0},
            "documents": {"type": "array", "items": {"type": "string"}},
        },
    }
    return {
        "type": "object",
        "required": ["name", "title", "version", "created", "sources"],
        "properties": {
            "name": {"type": "string"},
            "title": {"type": "string"},
            "version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
            "created": {"type": ["string", "null"]},
            "homepage": {"type": "string"},
            "contributors": {"type": "array", "items": {"type": "string"}},
            "sources": {"type": "array", "items": source},
        },
    }


def _table(struct: type[Record]) -> dict[str, Any]:
    described = columns(struct)
    title = table_title(struct.TABLE)
    return {
        **({"title": f"{title.zh} / {title.en}"} if title else {}),
        "description": (struct.__doc__ or "").strip(),
        "type": "object",
        "required": [column.name for column in described],
        "properties": {column.name: _values(struct.TABLE, column) for column in described},
    }


def _values(table: str, column: Column) -> dict[str, Any]:
    """One column: an array with a value per row, of a list of values where there is one."""
    item = _ITEMS[column.type.removesuffix("?")]
    optional = column.type.endswith("?")
    if optional:
        item = {**item, "type": [item["type"], "null"]}
    title = column_title(table, column.name)
    listed = listed_values(title) if title else ()
    if listed:
        item = {**item, "enum": [*listed, *([None] if optional else [])]}
    said = {"title": f"{title.zh} / {title.en}"} if title else {}
    unit = {"unit": column.unit} if column.unit else {}
    return {**said, "description": column.description, **unit, "type": "array", "items": item}
