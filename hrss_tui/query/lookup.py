"""The record behind an id, without reading more of the package than the columns of keys.

Ids are those of `records.record_id`: the id of a row that has one (`budget-2026:t5:361.32`), else table and
key (`prefecture_values/6531/<metric>/2021/<kind>/<document>`). Two tables may use the same place as id; the finer fact wins, and a
block of text is the last resort.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from hrss_tui.pack.read import Pack
from hrss_tui.query.views import meant
from hrss_tui.records import BY_NAME, TABLES, Block, Document, Fact, Record, record_id


def find_record(pack: Pack, wanted: str) -> Record | None:
    """The record of an id; None where the package has none."""
    named = BY_NAME.get(wanted.partition("/")[0])
    if named is not None and named.TABLE in pack.schema:
        found = next((row for row in pack.rows(named) if record_id(row) == wanted), None)
        if found is not None:
            return found
    for struct in _order(pack):
        if len(struct.KEY) == 1 and struct.KEY[0].endswith("_id"):
            ids = [str(value) for value in pack.column(struct.TABLE, struct.KEY[0])]
            if wanted in ids:
                return record_at(pack, struct, ids.index(wanted))
    return None


def id_meant(pack: Pack, text: str) -> str:
    """The id in a text: an address that pages and notes give (`checks/…`, `documents/…`) holds one, any other text is one."""
    inner = meant(text)
    return text if inner == text or find_record(pack, text) is not None else inner


class Lookup:
    """The same for many ids of one package: each table is gone through once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._named: dict[str, dict[str, Record]] = {}

    def find(self, wanted: str) -> Record | None:
        """The record of an id; None where the package has none."""
        named = BY_NAME.get(wanted.partition("/")[0])
        if named is not None and named.TABLE in self._pack.schema:
            found = self._by_key(named).get(wanted)
            if found is not None:
                return found
        place = self._ids.get(wanted)
        return None if place is None else record_at(self._pack, *place)

    def _by_key(self, struct: type[Record]) -> dict[str, Record]:
        if struct.TABLE not in self._named:
            rows = self._pack.rows(struct)
            self._named[struct.TABLE] = {record_id(row): row for row in reversed(rows)}
        return self._named[struct.TABLE]

    @cached_property
    def _ids(self) -> dict[str, tuple[type[Record], int]]:
        """Table and row of each id; of two the first."""
        found: dict[str, tuple[type[Record], int]] = {}
        for struct in _order(self._pack):
            if len(struct.KEY) == 1 and struct.KEY[0].endswith("_id"):
                for index, value in enumerate(self._pack.column(struct.TABLE, struct.KEY[0])):
                    found.setdefault(str(value), (struct, index))
        return found


def record_at(pack: Pack, struct: type[Record], index: int) -> Record:
    """One row of a table; columns that an older package lacks are None."""
    known = {column["name"] for column in pack.schema[struct.TABLE]}
    values = {
        name: pack.column(struct.TABLE, name)[index] if name in known else None
        for name in struct.__struct_fields__
    }
    return struct(**values)


def _order(pack: Pack) -> Iterator[type[Record]]:
    """Documents and what belongs to none before the many facts, blocks of text last."""
    present = [struct for struct in TABLES if struct.TABLE in pack.schema]
    yield from sorted(
        present, key=lambda struct: (struct is Block, struct is not Document and issubclass(struct, Fact))
    )
