"""Rows that tell of the same thing twice: a document that prints a table again, or two that state one figure.

The key of a table identifies its rows, in the package and in every export. The first row of a key is kept, in the
order of the documents, and a note names what was printed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from hrss_tui.records import BY_NAME, Fact, Record
from hrss_tui.words import phrase


def keep_first(tables: dict[str, list[Record]]) -> list[str]:
    """Leave one row of each key in every table. The notes name documents, tables and the first line left out."""
    notes: list[str] = []
    for name, rows in tables.items():
        again = list(_again(rows, attrgetter(*BY_NAME[name].KEY)))
        if again:
            dropped = {id(row) for row in again}
            tables[name] = [row for row in rows if id(row) not in dropped]
            notes += _notes(name, again)
    return notes


def _again(rows: list[Record], key: Callable[[Record], Any]) -> Iterator[Record]:
    seen = set()
    for row in rows:
        own = key(row)
        if own in seen:
            yield row
        seen.add(own)


def _notes(table: str, again: list[Record]) -> Iterator[str]:
    """One note per document: how many rows, and where the first of them stands."""
    facts = [row for row in again if isinstance(row, Fact)]
    for doc in dict.fromkeys(row.doc_id for row in facts):
        lines = [row.line_start for row in facts if row.doc_id == doc]
        yield phrase("note.again", doc=doc, table=table, count=len(lines), line=min(lines))
