"""The tables of a package as an export sees them: columns with types, rows one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from hrss_tui import lazy_re as re
from hrss_tui.errors import UsageError
from hrss_tui.money import FEN, YUAN, shown_yuan
from hrss_tui.pack.format import LISTS
from hrss_tui.pack.read import Pack
from hrss_tui.records import BY_NAME
from hrss_tui.records.figures import Figure
from hrss_tui.reference.columns import column_title, listed_values, table_title
from hrss_tui.words import listed, phrase

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,62}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
DATE: Final = "date"
"""The kind of a column that holds nothing but days, see `dated`."""


class Column(msgspec.Struct, frozen=True):
    """A column: `kind` is string, integer, number, decimal (money in 元), boolean or date, of each item where it holds lists.

    `zh` and `en` are its titles, `about` says in Chinese what it holds, `values` are all it may hold where they are
    a list; empty for a column this program does not know. `days` marks texts that are days of the calendar.
    """

    name: str
    kind: str
    nullable: bool
    is_list: bool
    unit: str
    description: str
    zh: str = ""
    en: str = ""
    about: str = ""
    values: tuple[str, ...] = ()
    days: bool = False


def chosen_tables(pack: Pack, names: Sequence[str]) -> list[str]:
    """The tables asked for in their order in the package; all where none is named.

    Raises UsageError for a table that the package does not have or whose name no other tool could take.
    """
    unknown = [name for name in names if name not in pack.tables]
    if unknown:
        message = phrase("error.no_such_table", table=unknown[0])
        raise UsageError(message, phrase("error.no_such_table.hint", tables=listed(pack.tables, 30)))
    unfit = [name for name in names if not _NAME.fullmatch(name)]
    if unfit:
        raise UsageError(
            phrase("error.name_left_out", names=listed(unfit)), phrase("error.name_left_out.hint")
        )
    return [name for name in pack.tables if _NAME.fullmatch(name) and (not names or name in names)]


def left_out(pack: Pack, tables: Sequence[str], names: Sequence[str]) -> list[str]:
    """Tables, where none is named, and columns of the tables that no other tool could take by their names."""
    unfit = [] if names else [name for name in pack.tables if not _NAME.fullmatch(name)]
    described = ((table, column["name"]) for table in tables for column in pack.schema[table])
    return unfit + [f"{table}.{name}" for table, name in described if not _NAME.fullmatch(name)]


def columns_of(pack: Pack, table: str) -> list[Column]:
    """The columns of a table; a type that this program does not know becomes text, see `values_of`."""
    return [_column(table, column) for column in pack.schema[table] if _NAME.fullmatch(column["name"])]


def dated(pack: Pack, table: str, columns: Sequence[Column]) -> list[Column]:
    """The columns for a format that has a type for days: of that kind where every text is a whole one (2021-03-05, no 2021-03)."""
    return [
        replace(column, kind=DATE)
        if column.days and all(value is None or day_of(value) for value in pack.column(table, column.name))
        else column
        for column in columns
    ]


def day_of(value: Any) -> date | None:
    """The day of the calendar that a text is, by ISO 8601; nothing where it is none."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    return None


def _column(table: str, described: dict[str, str]) -> Column:
    kind = described["type"].removesuffix("?")
    is_list = kind in LISTS and kind.startswith("list<")
    inner = kind.removeprefix("list<").removesuffix(">")
    money = _is_money(described)
    title = column_title(table, described["name"])
    return Column(
        name=described["name"],
        kind="decimal" if money else inner if kind in LISTS else "string",
        nullable=described["type"].endswith("?") or kind not in LISTS,
        is_list=is_list,
        unit=YUAN if money else described.get("unit", ""),
        description=described.get("description", ""),
        zh=title.zh if title else "",
        en=title.en if title else "",
        about=title.about if title else "",
        values=listed_values(title) if title else (),
        days=title.days if title else False,
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


def described_in_both(column: Column) -> dict[str, Any]:
    """Title and meaning of a column in both languages, as one text each (发布日期 / Date of issue); unit, values."""
    said: dict[str, Any] = {
        "title": joined(column.zh, column.en),
        "description": joined(column.about, column.description),
        "unit": column.unit,
        "enum": list(column.values),
    }
    return {key: value for key, value in said.items() if value}


def table_in_both(table: str) -> dict[str, str]:
    """Title of a table and what its row is, in both languages."""
    title = table_title(table)
    about, sentence = (title.about if title else ""), title_of(table)
    return {"title": joined(title.zh, title.en) if title else table, "description": joined(about, sentence)}


def joined(chinese: str, english: str) -> str:
    """Both texts, or the one there is."""
    return " / ".join(filter(None, (chinese, english)))


def filled_tables(pack: Pack, tables: Sequence[str]) -> list[str]:
    """Those of the tables that have rows: what others can refer to."""
    return [table for table in tables if pack.count(table)]
