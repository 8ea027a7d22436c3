"""All tables as a Data Package (version 2 of the standard): a folder of CSV files and datapackage.json.

The descriptor gives every column its type, unit and meaning, every table its keys, every kind of nothing its
label, every file its hash, the sources theirs. A figure that does not apply is written as printed (`/`), which
the descriptor declares as missing, so that a reader can tell it from an empty cell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from hrss_tui.export import fiscal
from hrss_tui.export.called import names_of
from hrss_tui.export.descriptor import PROFILES, about, encoded
from hrss_tui.export.relations import foreign_keys, primary_key
from hrss_tui.export.tables import (
    Column,
    columns_of,
    dated,
    described_in_both,
    filled_tables,
    rows_of,
    table_in_both,
)
from hrss_tui.export.text import csv_line, plain_cell
from hrss_tui.pack.read import Pack
from hrss_tui.query.figures import additive_lines
from hrss_tui.words import listed, phrase

DESCRIPTOR: Final = "datapackage.json"
MISSING: Final[dict[str, str]] = {
    "": "空白：无此数 (blank: no such figure)",
    "/": "不适用 (not applicable)",
    "-": "无上年数 (no figure for last year)",
    "未安排": "未安排 (nothing budgeted)",
    "完全不予公开": "完全不予公开 (not disclosed)",
}
"""What stands where a figure is missing, as the documents print it, and what that means."""
_FIGURES: Final = ("value", "amount", "previous", "printed")
"""Columns in which a document's own marks of nothing can stand."""
_FIELD_TYPES: Final = {"decimal": "number"}
"""Table Schema has one type for decimals, and they are exact."""
_ARRAYS: Final = "Cells of type array hold JSON."


def write(
    pack: Pack, tables: Sequence[str], folder: Path, report: Callable[[str], None] = lambda _text: None
) -> None:
    """Write the tables and their descriptor into an empty folder; `report` is told which have another name there.

    One that another version brought may be called like the leaves of the budget, or like another but for case, which
    is the same file on many disks.
    """
    filled = filled_tables(pack, tables)
    names = names_of(tables, [fiscal.RESOURCE])
    if others := [f"{table} → {name}" for table, name in names.items() if table != name]:
        report(phrase("note.called_otherwise", names=listed(others)))
    resources = [_resource(pack, table, names[table], filled, folder) for table in tables]
    if fiscal.OF in filled:
        resources.append(_fiscal(pack, filled, folder))
    whole = {**about(pack, _ARRAYS), "columnTypes": [fiscal.TAXONOMY], "resources": resources}
    (folder / DESCRIPTOR).write_bytes(encoded(whole))


def _resource(pack: Pack, table: str, name: str, exported: Sequence[str], folder: Path) -> dict[str, Any]:
    columns = dated(pack, table, columns_of(pack, table))
    described = _written(folder / f"{name}.csv", _lines(columns, rows_of(pack, table)))
    return {**described, **table_in_both(table), "schema": table_schema(table, columns, exported)}


def _fiscal(pack: Pack, exported: Sequence[str], folder: Path) -> dict[str, Any]:
    """The leaves of the budget with the columns and types of the taxonomy."""
    columns = dated(pack, fiscal.OF, columns_of(pack, fiscal.OF))
    names = [column.name for column in columns]
    leaves = additive_lines(pack)
    rows = (row for row in rows_of(pack, fiscal.OF) if row[names.index("line_id")] in leaves)
    whole = ((*row, *fiscal.derived_values(dict(zip(names, row, strict=True)))) for row in rows)
    every = (*columns, *fiscal.derived_columns())
    described = _written(folder / f"{fiscal.RESOURCE}.csv", _lines(every, whole))
    schema = table_schema(fiscal.OF, every, exported)
    for field in schema["fields"]:
        if field["name"] in fiscal.COLUMN_TYPES:
            field["columnType"] = fiscal.COLUMN_TYPES[field["name"]]
    # A row may stand below one that is no leaf, and so is not here.
    schema["foreignKeys"] = [
        key
        for key in schema.get("foreignKeys", ())
        if key["reference"]["resource"] and key["fields"] != ["parent_id"]
    ]
    return {**described, **fiscal.TITLE, "schema": schema}


def _written(path: Path, lines: Iterable[str]) -> dict[str, Any]:
    """Write a CSV file; what the descriptor says of the file."""
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as file:
        for line in lines:
            data = line.encode() + b"\r\n"
            digest.update(data)
            size += len(data)
            file.write(data)
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": path.stem,
        "type": "table",
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest.hexdigest()}",
    }


def _lines(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    names = [column.name for column in columns]
    yield csv_line(names)
    lists = [column.is_list for column in columns]
    for values in rows:
        row, whole = dict(zip(names, values, strict=True)), list(values)
        if row.get("value", "") is None and row.get("printed") in MISSING:
            whole[names.index("value")] = row["printed"]
        yield csv_line(_cells(whole, lists))


def _cells(values: Iterable[Any], lists: Iterable[bool]) -> Iterator[str]:
    for value, is_list in zip(values, lists, strict=True):
        yield msgspec.json.encode(value).decode() if is_list else plain_cell(value)


def table_schema(table: str, columns: Sequence[Column], exported: Sequence[str]) -> dict[str, Any]:
    """The Table Schema of a table."""
    names = {column.name for column in columns}
    schema: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column) for column in columns],
        "missingValues": _missing([""]),
    }
    own = primary_key(table)
    if own and names.issuperset(own):
        schema["primaryKey"] = list(own)
    keys = [key for key in foreign_keys(table, exported) if names.issuperset(key.columns)]
    if keys:
        schema["foreignKeys"] = [
            {
                "fields": list(key.columns),
                "reference": {
                    "resource": "" if key.table == table else key.table,
                    "fields": list(key.references),
                },
            }
            for key in keys
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    said = described_in_both(column)
    listed = {"enum": said.pop("enum")} if column.values else {}
    kind = "array" if column.is_list else _FIELD_TYPES.get(column.kind, column.kind)
    field: dict[str, Any] = {"name": column.name, "type": kind, **said}
    if column.name in _FIGURES and (column.nullable or column.name == "printed"):
        field["missingValues"] = _missing(MISSING)
    elif column.kind == "string" and not column.nullable and not column.is_list:
        field["missingValues"] = []
    required = {"required": True} if not column.nullable and column.name != "printed" else {}
    if required or listed:
        field["constraints"] = {**required, **listed}
    return field


def _missing(values: Iterable[str]) -> list[dict[str, str]]:
    return [{"value": value, "label": MISSING[value]} for value in values]
