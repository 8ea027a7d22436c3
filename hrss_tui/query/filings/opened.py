"""Which part of a package a question about one budget or final account is asked of."""

from __future__ import annotations

from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack
from hrss_tui.query.filings.filings import agreeing, filings, one_filing
from hrss_tui.records import BudgetLine


def one_budget(
    pack: Pack,
    doc_id: str | None = None,
    department: str | None = None,
    year: int | None = None,
    phase: str | None = None,
) -> tuple[Pack, str | None]:
    """What the package holds of the document, or of the one of a department, year and phase, and its id.

    All of the package where it has no amounts of that document, which whoever asks then says. Raises UsageError where
    several fit or the document is none of them, and NothingFoundError where none does.
    """
    agreeing(pack, doc_id, department, year, phase)
    if doc_id is None and (department or phase or filings(pack)):
        doc_id = one_filing(pack, department, year, phase).doc_id
    places = Places(pack)
    if doc_id is None or doc_id not in places.counts(BudgetLine.TABLE):
        return pack, doc_id
    return DocumentPack(pack, places, doc_id), doc_id
