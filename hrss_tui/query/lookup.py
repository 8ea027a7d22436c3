"""The record behind an id, without reading more of the package than the columns of keys.

Ids are those of `records.record_id`: the id of a row that has one (`budget-2026:t5:361.32`), else table and
key (`prefecture_values/6531/<metric>/2021/<kind>/<document>`). Two tables may use the same place as id; the finer fact wins, and a
block of text is the last resort.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.pack.read import Pack
from hrss_tui.records import TABLES, Record, record_id


def find_record(pack: Pack, wanted: str) -> Record | None:
    """The record of an id; None where the package has none."""
    for struct in _order(pack):
        if len(struct.KEY) == 1 and struct.KEY[0].endswith("_id"):
            ids = [str(value) for value in pack.column(struct.TABLE, struct.KEY[0])]
            if wanted in ids:
                return record_at(pack, struct, ids.index(wanted))
        elif wanted.startswith(struct.TABLE + "/"):
            return next((row for row in pack.rows(struct) if record_id(row) == wanted), None)
    return None


def record_at(pack: Pack, struct: type[Record], index: int) -> Record:
    """One row of a table; columns that an older package lacks are None."""
    known = {column["name"] for column in pack.schema[struct.TABLE]}
    values = {
        name: pack.column(struct.TABLE, name)[index] if name in known else None
        for name in struct.__struct_fields__
    }
    return struct(**values)


def _order(pack: Pack) -> Iterator[type[Record]]:
    present = [struct for struct in TABLES if struct.TABLE in pack.schema]
    yield from (struct for struct in present if struct.TABLE != "blocks")
    yield from (struct for struct in present if struct.TABLE == "blocks")
