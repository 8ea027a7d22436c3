"""Workbooks of several invented documents: their tables one a sheet, or below each other on one, said to be whose in several ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from tests.documents.as_xlsx import Sheet, name_of, sheet_of, sheets_of, workbook_bytes
from tests.documents.described import Described, Table

Said = Callable[[Described, Table], str]


def plain(_: Described, table: Table) -> str:
    """The title or name as the table has it."""
    return table.title


def sheets(
    documents: Iterable[Described], title: Said = plain, name: Said = plain, captions: bool = True
) -> list[list[Sheet]]:
    """The sheets of each document; without captions that say whose a table is where they are not wanted."""
    taken: set[str] = set()
    return [
        [
            sheet_of(_with(table, title(one, table), captions), name_of(name(one, table), taken))
            for table in one.tables
        ]
        for one in documents
    ]


def with_covers(documents: Iterable[Described]) -> list[list[Sheet]]:
    """Every document with its cover and its prose."""
    taken: set[str] = set()
    return [
        [msgspec.structs.replace(sheet, name=name_of(sheet.name, taken)) for sheet in sheets_of(one)]
        for one in documents
    ]


def below_each_other(parts: Sequence[Sheet], name: str) -> Sheet:
    """All tables on one sheet, a blank row between them."""
    made = Sheet(name, [], [])
    for sheet in parts:
        above = len(made.rows)
        made.merges += [re.sub(r"\d+", lambda at: str(int(at[0]) + above), ref) for ref in sheet.merges]  # noqa: B023 - used at once
        made.rows += [*sheet.rows, []]
    return made


def workbook(parts: Iterable[Iterable[Sheet]]) -> bytes:
    """One file of all sheets."""
    return workbook_bytes([sheet for each in parts for sheet in each])


def in_turn(parts: Sequence[Sequence[Sheet]]) -> Iterator[list[Sheet]]:
    """The first table of each document, then the second of each …"""
    return (list(each) for each in zip(*parts, strict=False))


def _with(table: Table, title: str, captions: bool) -> Table:
    kept = table.captions if captions else tuple(filter(None, map(_units, table.captions)))
    return msgspec.structs.replace(table, title=title, captions=kept)


def _units(caption: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in caption if part.rstrip("）").endswith("元"))
