"""What documents a package holds: where they are from, what they are about, and what was read of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.part import Places
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import FIGURE_TABLES, own_offices
from hrss_tui.query.filings.filings import filings, meant
from hrss_tui.query.held_places import meant_place
from hrss_tui.query.places import fold
from hrss_tui.records import Document
from hrss_tui.reference.places import NATION, is_within, places
from hrss_tui.words import listed, phrase

PHASES: Final = ("budget", "final", "none")


class Asked(msgspec.Struct, frozen=True):
    """Which documents: words of title, id, issuer or department; a place (with all inside it), year, phase, kind.

    `department` is one of those that have budgets or accounts, by any of its names.
    """

    pattern: str = ""
    place: str | None = None
    year: int | None = None
    phase: str | None = None
    kind: str | None = None
    department: str | None = None


class DocumentRow(msgspec.Struct, frozen=True):
    """One document. `pages` counts pages or sheets, `tables` budget tables, `figures` rows of figures, `unread` gaps."""

    doc_id: str
    title: str
    kind: str
    place: str | None
    place_name: str | None
    issuer: str | None
    department: str | None
    year: int | None
    phase: str | None
    date: str | None
    pages: int
    tables: int
    figures: int
    unread: int
    source_file: str


def documents(pack: Pack, asked: Asked) -> tuple[DocumentRow, ...]:
    """The documents asked for, in the order of the package. Raises NothingFoundError, UsageError for a name that means none or several."""
    whole = None if asked.place is None else meant_place(pack, asked.place)
    filed = _filed(pack, asked.department)
    offices = own_offices(pack.column)
    known = [
        msgspec.structs.replace(row, department=offices.get(row.doc_id, row.department))
        for row in pack.rows(Document)
    ]
    fitting = [row for row in known if _fits(row, asked, whole) and (filed is None or row.doc_id in filed)]
    if not fitting:
        kinds = listed(dict.fromkeys(row.kind for row in known))
        raise NothingFoundError(phrase("error.no_documents"), phrase("error.no_documents.hint", kinds=kinds))
    held = Places(pack)
    counts = {name: held.counts(name) for name in ("pages", "budget_tables", "unread", *FIGURE_TABLES)}
    return tuple(_row(row, counts) for row in fitting)


def _filed(pack: Pack, department: str | None) -> set[str] | None:
    """The budgets and accounts of a department; None where none is asked for."""
    if department is None:
        return None
    known = filings(pack)
    name = meant(pack, known, department)
    return {one.doc_id for one in known if one.department == name}


def _fits(row: Document, asked: Asked, whole: str | None) -> bool:
    texts = (row.doc_id, row.title, row.issuer or "", row.department or "", row.source_file)
    inside = row.place is not None and NATION not in (whole, row.place) and is_within(row.place, whole or "")
    here = whole is None or row.place == whole or inside
    return (
        here
        and any(fold(asked.pattern) in fold(text) for text in texts)
        and asked.year in (None, row.year)
        and asked.phase in (None, row.phase)
        and asked.kind in (None, row.kind)
    )


def _row(row: Document, counts: dict[str, Mapping[str, int]]) -> DocumentRow:
    place = places().get(row.place or "")
    return DocumentRow(
        doc_id=row.doc_id,
        title=row.title,
        kind=row.kind,
        place=row.place,
        place_name=place.name if place else None,
        issuer=row.issuer,
        department=row.department,
        year=row.year,
        phase=row.phase,
        date=row.date,
        pages=counts["pages"].get(row.doc_id, 0),
        tables=counts["budget_tables"].get(row.doc_id, 0),
        figures=sum(counts[name].get(row.doc_id, 0) for name in FIGURE_TABLES),
        unread=counts["unread"].get(row.doc_id, 0),
        source_file=row.source_file,
    )
