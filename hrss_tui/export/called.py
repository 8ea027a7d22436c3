"""What the tables of a package and their columns are called where some names are taken, or are the same in any case.

The tables of this program and their columns keep their names. One that another version brought may be called like a
table that the format makes for itself (`search`), or like another but for case: it has a number behind its name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from hrss_tui.export.tables import Column, columns_of
from hrss_tui.pack.read import Pack
from hrss_tui.records import BY_NAME
from hrss_tui.records.figures import Figure

_BEFORE = "table_"


class Called(msgspec.Struct, frozen=True):
    """A table, its name and its columns by theirs, in the order of the package."""

    table: str
    name: str
    columns: tuple[Column, ...]

    def others(self, pack: Pack) -> Iterable[str]:
        """What has another name than in the package, as it is there and here."""
        if self.name != self.table:
            yield f"{self.table} → {self.name}"
        for column, own in zip(self.columns, columns_of(pack, self.table), strict=True):
            if column.name != own.name:
                yield f"{self.table}.{own.name} → {self.name}.{column.name}"


def called(
    pack: Pack, tables: Sequence[str], taken: Collection[str] = (), refused: str | None = None
) -> list[Called]:
    """The tables by the names they have where those in `taken` are none, nor what begins with `refused`."""
    names = names_of(tables, taken, refused)
    return [Called(table, names[table], _columns(pack, table)) for table in tables]


def names_of(
    tables: Sequence[str], taken: Collection[str] = (), refused: str | None = None
) -> dict[str, str]:
    """The tables and the names they have: those of this program come first to theirs."""
    used = {name.lower() for name in taken}
    own = [table for table in tables if table in BY_NAME or table == Figure.TABLE]
    return {table: free(table, used, refused) for table in (*own, *(t for t in tables if t not in own))}


def _columns(pack: Pack, table: str) -> tuple[Column, ...]:
    used: set[str] = set()
    return tuple(
        msgspec.structs.replace(column, name=free(column.name, used)) for column in columns_of(pack, table)
    )


def free(name: str, used: set[str], refused: str | None = None) -> str:
    """The name, with a number where it is used, in whatever case; it is used then."""
    plain = f"{_BEFORE}{name}" if refused is not None and name.lower().startswith(refused) else name
    found, number = plain, 1
    while found.lower() in used:
        number += 1
        found = f"{plain}_{number}"
    used.add(found.lower())
    return found
