"""What belongs to one filing: many bodies publish its text and its tables as two documents.

written(pack, "water-2031-tables")   # that document, and those without tables of the same body, year and phase
"""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import OWN_OFFICE, PHASES, Filing, filed, is_of_office
from hrss_tui.query.filings.bodies import bodies


def written(pack: Pack, doc_id: str) -> tuple[str, ...]:
    """A document and those beside it without tables that are of the same filing, in the order of the package.

    One that is of a year or a body that nobody knows stands alone.
    """
    tabled = filed(pack.column)
    every = bodies([*tabled, *_untabled(pack, {one.doc_id for one in tabled})])
    own = next((one for one in every if one.doc_id == doc_id), None)
    if own is None or own.year is None:
        return (doc_id,)
    alone = {one.doc_id for one in tabled}
    beside = {one.doc_id for one in every if one.doc_id not in alone and _key(one) == _key(own)}
    return (doc_id, *(name for name in pack.column("documents", "doc_id") if name in beside - {doc_id}))


def _untabled(pack: Pack, tabled: set[str]) -> Iterator[Filing]:
    """The documents of a budget or accounts of which no table was read, whose body is named."""
    names = ("doc_id", "title", "department", "place", "year", "phase")
    for doc_id, title, department, place, year, phase in zip(
        *(pack.column("documents", name) for name in names), strict=True
    ):
        if doc_id not in tabled and phase in PHASES and department:
            yield Filing(doc_id, title, department, place, year, phase)


def _key(one: Filing) -> tuple[str, str | None, int | None, str, bool]:
    """What documents of one filing have in common; that of an office alone is another than that of its whole department."""
    body = one.department.removesuffix(OWN_OFFICE)
    return body, one.place, one.year, one.phase, is_of_office(one.title)
