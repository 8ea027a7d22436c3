"""What people call the tables and columns of a package: titles in both languages, meaning in Chinese, lists of values.

What a column means in English stands with the records; see `hrss_tui.records.base.col`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from hrss_tui.reference._load import Entry, load


class TableTitle(Entry, frozen=True):
    """A table: its name in Chinese and English, and what one row is, in Chinese."""

    zh: str
    en: str
    about: str


class ColumnTitle(Entry, frozen=True):
    """A column: its title in both languages and what it holds, in Chinese.

    `values` are all it may hold, where they are a list; those that other reference data or the checks list are
    named by `values_of`. `days` marks texts that are days of the calendar where they are whole (2021-03-05).
    """

    zh: str
    en: str
    about: str
    values: tuple[str, ...] = ()
    values_of: Literal["", "classifications", "check_kinds"] = ""
    days: bool = False


class _File(Entry, frozen=True):
    tables: Mapping[str, TableTitle]
    columns: Mapping[str, ColumnTitle]


@cache
def _file() -> _File:
    return load("columns.toml", _File)


def table_title(table: str) -> TableTitle | None:
    """What a table is called; nothing for a table this program does not know."""
    return _file().tables.get(table)


def column_title(table: str, column: str) -> ColumnTitle | None:
    """What a column is called, in this table or in all; nothing for one this program does not know."""
    if table not in _file().tables:
        return None
    columns = _file().columns
    return columns.get(f"{table}.{column}") or columns.get(column)


def shared_title(column: str) -> ColumnTitle | None:
    """What columns of a name are called in every table; nothing where tables differ, or for one this program does not know."""
    return _file().columns.get(column)


def listed_values(title: ColumnTitle) -> tuple[str, ...]:
    """All values of a column where they are a list, else nothing."""
    if title.values_of == "classifications":
        from hrss_tui.reference.budget_tables import classifications

        return classifications()
    if title.values_of == "check_kinds":
        from hrss_tui.words.check_kinds import KINDS

        return KINDS
    return title.values
