"""The tables of a package as an export sees them: columns with types, rows one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec

from hrss_tui.errors import UsageError
from hrss_tui.money import FEN, YUAN, shown_yuan
from hrss_tui.pack.format import LISTS
from hrss_tui.pack.read import Pack
from hrss_tui.records import BY_NAME
from hrss_tui.records.figures import Figure
from hrss_tui.words import listed, phrase

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,62}")


class Column(msgspec.Struct, frozen=True):
    """A column: `kind` is string, integer, number, decimal (money in 元) or boolean, of each item where it holds lists."""

    name: str
    kind: str
    nullable: bool
    is_list: bool
    unit: str
    description: str


def chosen_tables(pack: Pack, names: Sequence[str]) -> list[str]:
    """The tables asked for in their order in the package; all where none is named.

    Raises UsageError for a table that the package does not have or whose name no other tool could take.
    """
    unknown = [name for name in names if name not in pack.tables]
    if unknown:
        message = phrase("error.no_such_table", table=unknown[0])
        raise UsageError(message, phrase("error.no_such_table.hint", tables=listed(pack.tables, 30)))
    return [name for name in pack.tables if _NAME.fullmatch(name) and (not names or name in names)]


def columns_of(pack: Pack, table: str) -> list[Column]:
    """The columns of a table; a type that this program does not know becomes text, see `values_of`."""
    return [_column(described) for described in pack.schema[table] if _NAME.fullmatch(described["name"])]


def _column(described: dict[str, str]) -> Column:
    kind = described["type"].removesuffix("?")
    is_list = kind in LISTS and kind.startswith("list<")
    inner = kind.removeprefix("list<").removesuffix(">")
    money = _is_money(described)
    return Column(
        name=described["name"],
        kind="decimal" if money else inner if kind in LISTS else "string",
        nullable=described["type"].endswith("?") or kind not in LISTS,
        is_list=is_list,
        unit=YUAN if money else described.get("unit", ""),
        description=described.get("description", ""),
    )


def _is_money(described: dict[str, str]) -> bool:
    return described.get("unit") == FEN and described["type"].removesuffix("?") == "integer"


def values_of(pack: Pack, table: str, name: str) -> list[Any]:
    """The values of a column: money in 元; those of a type that this program does not know as text, JSON where they are none."""
    values = pack.column(table, name)
    described = next(column for column in pack.schema[table] if column["name"] == name)
    if _is_money(described):
        return list(map(shown_yuan, values))
    return values if described["type"] in LISTS else [_text(value) for value in values]


def _text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else msgspec.json.encode(value).decode()


def rows_of(pack: Pack, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table in the order of its columns."""
    return zip(*(values_of(pack, table, column.name) for column in columns_of(pack, table)), strict=True)


def title_of(table: str) -> str:
    """What a row of a table is, in a sentence; empty for a table this program does not know, or under `-OO`."""
    struct = Figure if table == Figure.TABLE else BY_NAME.get(table)
    lines = (getattr(struct, "__doc__", None) or "").strip().splitlines()
    return lines[0] if lines else ""


def filled_tables(pack: Pack, tables: Sequence[str]) -> list[str]:
    """Those of the tables that have rows: what others can refer to."""
    return [table for table in tables if pack.count(table)]
