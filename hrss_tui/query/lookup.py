"""The record behind an id, without reading more of the package than the columns of keys.

Ids are those of `records.record_id`: the id of a row that has one (`budget-2026:t5:361.32`), else table and
key (`prefecture_values/6531/<metric>/2021/<kind>/<document>`). Two tables may use the same place as id; the finer fact wins, and a
block of text is the last resort.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from hrss_tui.pack.read import Pack
from hrss_tui.query.views import meant
from hrss_tui.records import BY_NAME, TABLES, Block, Document, Fact, Record, record_id


def find_record(pack: Pack, wanted: str) -> Record | None:
    """The record of an id; None where the package has none. Of what is gone through for it the package keeps where each id is."""
    return pack.made(Lookup).find(wanted)


def id_meant(pack: Pack, text: str) -> str:
    """The id in a text: an address that pages and notes give (`checks/…`, `documents/…`) holds one, any other text is one."""
    inner = meant(text)
    return text if inner == text or find_record(pack, text) is not None else inner


class Lookup:
    """The records of one package by id: each table is gone through once, and not before an id may be in it."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._named: dict[str, dict[str, Record]] = {}
        self._ids: dict[str, dict[str, int]] = {}
        self._columns: dict[str, dict[str, list[Any] | None]] = {}

    def find(self, wanted: str) -> Record | None:
        """The record of an id; None where the package has none."""
        named = BY_NAME.get(wanted.partition("/")[0])
        if named is not None and named.TABLE in self._pack.schema:
            found = self._by_key(named).get(wanted)
            if found is not None:
                return found
        for struct in self._order:
            place = self._places(struct).get(wanted)
            if place is not None:
                return self._row(struct, place)
        return None

    def _by_key(self, struct: type[Record]) -> dict[str, Record]:
        if struct.TABLE not in self._named:
            rows = self._pack.rows(struct)
            self._named[struct.TABLE] = {record_id(row): row for row in reversed(rows)}
        return self._named[struct.TABLE]

    @cached_property
    def _order(self) -> list[type[Record]]:
        """The tables whose rows have an id of their own, in the order of `_order`."""
        return [
            struct for struct in _order(self._pack) if len(struct.KEY) == 1 and struct.KEY[0].endswith("_id")
        ]

    def _row(self, struct: type[Record], index: int) -> Record:
        """One row of a table; columns that an older package lacks are None."""
        table, columns = struct.TABLE, self._columns
        if table not in columns:
            known = {column["name"] for column in self._pack.schema[table]}
            columns[table] = {
                name: self._pack.column(table, name) if name in known else None
                for name in struct.__struct_fields__
            }
        return struct(**{name: column and column[index] for name, column in columns[table].items()})

    def _places(self, struct: type[Record]) -> dict[str, int]:
        """The row of each id of a table; of two the first."""
        if struct.TABLE not in self._ids:
            found = self._ids[struct.TABLE] = {}
            for index, value in enumerate(self._pack.column(struct.TABLE, struct.KEY[0])):
                found.setdefault(str(value), index)
        return self._ids[struct.TABLE]


def _order(pack: Pack) -> Iterator[type[Record]]:
    """Documents and what belongs to none before the many facts, blocks of text last."""
    present = [struct for struct in TABLES if struct.TABLE in pack.schema]
    yield from sorted(
        present, key=lambda struct: (struct is Block, struct is not Document and issubclass(struct, Fact))
    )
