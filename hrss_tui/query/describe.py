"""What a package is and holds: its manifest, its tables, their columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hrss_tui.money import FEN, YUAN
from hrss_tui.pack.read import Pack, default_path
from hrss_tui.plain import substituted
from hrss_tui.reference.columns import column_title, listed_values
from hrss_tui.version import __version__


class Info(msgspec.Struct, frozen=True):
    """The manifest of an open package.

    `chosen_by` says why this file was opened: an argument, the environment, the wheel or the source tree.
    `path` is for people: what is no text in a file name is replaced.
    `sources` holds file, sha256, lines and documents of every source file, `tables` the rows of every table.
    """

    name: str
    title: str
    version: str
    created: str | None
    licence: str | None
    format: str
    format_version: str
    path: str
    chosen_by: str
    bytes: int
    sources: list[dict[str, Any]]
    tables: dict[str, int]
    program_version: str


class ColumnInfo(msgspec.Struct, frozen=True):
    """One column of one table as every command and export gives it: money in 元; `rows` is the table's.

    Titles and the meaning in Chinese are empty for columns this program does not know; `values` are all that a
    column may hold, where they are a list.
    """

    table: str
    rows: int
    column: str
    type: str
    unit: str
    description: str
    title_zh: str = ""
    title_en: str = ""
    description_zh: str = ""
    values: tuple[str, ...] = ()


def describe(pack: Pack, named: bool) -> Info:
    """The manifest; `named` is true where the package was chosen by an argument. Raises PackError."""
    package = pack.package
    return Info(
        name=str(package.get("name", "")),
        title=str(package.get("title", "")),
        version=str(package.get("version", "")),
        created=package.get("created"),
        licence=package.get("licence"),
        format=str(pack.head["format"]),
        format_version=".".join(map(str, pack.format_version)),
        path=substituted(str(Path(pack.path).absolute())),
        chosen_by="--pack" if named else default_path()[1],
        bytes=Path(pack.path).stat().st_size,
        sources=[source for source in package.get("sources", []) if isinstance(source, dict)],
        tables={table: pack.count(table) for table in pack.tables},
        program_version=__version__,
    )


def columns(pack: Pack) -> tuple[ColumnInfo, ...]:
    """Every column of every table, in the order of the package."""
    return tuple(
        _column(table, pack.count(table), column) for table in pack.tables for column in pack.schema[table]
    )


def _column(table: str, rows: int, column: dict[str, str]) -> ColumnInfo:
    title = column_title(table, column["name"])
    return ColumnInfo(
        table=table,
        rows=rows,
        column=column["name"],
        type=_type(column),
        unit=YUAN if column.get("unit") == FEN else column.get("unit", ""),
        description=column.get("description", ""),
        title_zh=title.zh if title else "",
        title_en=title.en if title else "",
        description_zh=title.about if title else "",
        values=listed_values(title) if title else (),
    )


def _type(column: dict[str, str]) -> str:
    return column["type"].replace("integer", "decimal") if column.get("unit") == FEN else column["type"]
