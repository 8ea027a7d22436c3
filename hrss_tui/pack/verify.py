"""Is a package whole? Everything a reader relies on is checked, column by column, with the place of every fault.

A package that cannot be opened at all raises PackError; one that opens but is damaged inside, or whose rows
contradict each other, gives a list of faults.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from hrss_tui.errors import PackError
from hrss_tui.pack.read import Pack
from hrss_tui.records import BY_NAME, columns
from hrss_tui.words import Phrase, phrase

_SOURCE = ("doc_id", "line_start", "line_end")
_FEW = 5


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong: the table and the column or row where it stands, and what it is."""

    table: str
    place: str
    problem: str


def verify(pack: Pack) -> tuple[Fault, ...]:
    """All faults of an open package; () where it is whole."""
    faults = list(_damage(pack))
    if not faults:
        faults += _contradictions(pack)
    return tuple(faults)


def _damage(pack: Pack) -> Iterator[Fault]:
    """Tables whose bytes, columns, types or lengths are not what the file declares and this program needs."""
    for table in pack.tables:
        unfit = tuple(_types(pack, table))
        yield from unfit
        try:
            if not unfit:
                for column in pack.schema[table]:
                    pack.passing(table, column["name"])
        except PackError as error:
            yield Fault(table, "", error.message)
    for table in sorted(set(pack.head["digests"]) - set(pack.tables)):
        yield Fault(table, "digests", phrase("fault.no_schema"))


def _contradictions(pack: Pack) -> Iterator[Fault]:
    """Tables that are intact but do not keep what the format promises of them."""
    for table in pack.tables:
        yield from _keys(pack, table)
        yield from _sources(pack, table)


def _types(pack: Pack, table: str) -> Iterator[Fault]:
    """Columns of this program that the file lacks or declares otherwise."""
    if table not in BY_NAME:
        return
    declared = {column["name"]: column["type"] for column in pack.schema[table]}
    for column in columns(BY_NAME[table]):
        found = declared.get(column.name)
        if found is None and not column.type.endswith("?"):
            yield Fault(table, column.name, phrase("fault.no_column"))
        elif found not in (None, column.type, column.type.removesuffix("?")):
            yield Fault(table, column.name, phrase("fault.type", found=found, wanted=column.type))


def _keys(pack: Pack, table: str) -> Iterator[Fault]:
    """Rows that share a key."""
    key = BY_NAME[table].KEY if table in BY_NAME else ()
    if not key or not set(key) <= {column["name"] for column in pack.schema[table]}:
        return
    rows = Counter(zip(*(pack.passing(table, name) for name in key), strict=True))
    for values in [values for values, count in rows.items() if count > 1][:_FEW]:
        yield Fault(table, "/".join(map(str, values)), phrase("fault.key"))


def _sources(pack: Pack, table: str) -> Iterator[Fault]:
    """Rows that name a document the package does not have, or lines its file does not have."""
    names = {column["name"] for column in pack.schema[table]}
    if not set(_SOURCE) <= names or "documents" not in pack.tables:
        return
    lines = dict(
        zip(pack.column("documents", "doc_id"), pack.column("documents", "source_lines"), strict=True)
    )
    wrong = (
        (index, problem)
        for index, row in enumerate(zip(*(pack.passing(table, name) for name in _SOURCE), strict=True), 1)
        if (problem := _source_problem(lines, *row)) is not None
    )
    for _, (index, problem) in zip(range(_FEW), wrong, strict=False):
        yield Fault(table, phrase("fault.row", row=index), problem)


def _source_problem(lines: dict[str, Any], doc_id: str, first: int, last: int) -> Phrase | None:
    if doc_id not in lines:
        return phrase("fault.document", doc=doc_id)
    if not 1 <= first <= last <= lines[doc_id]:
        return phrase("fault.lines", first=first, last=last, lines=lines[doc_id])
    return None
