"""The evidence for an id, as a page or a note: of a check both sides, of anything else the figure and its place."""

from __future__ import annotations

from typing import Final

from hrss_tui.export.shown.note import contradiction_note, evidence_note
from hrss_tui.export.shown.proof import contradiction_page, evidence_page
from hrss_tui.export.shown.telling import Teller
from hrss_tui.query.evidence.contradiction import Contradiction, of_check
from hrss_tui.query.evidence.evidence import Evidence, evidence
from hrss_tui.query.evidence.own import Owns
from hrss_tui.records import Check

FORMATS: Final = ("html", "md")
Proof = Evidence | Contradiction


def proof(owns: Owns, wanted: str, shown: str = "") -> Proof:
    """What shows that something is so; `shown` is the view it was asked from. Raises NothingFoundError."""
    record = owns.record(wanted)
    return of_check(owns, record) if isinstance(record, Check) else evidence(owns.pack, wanted, owns, shown)


def written(found: Proof, teller: Teller, form: str) -> bytes:
    """The bytes of a page (`html`) or a note (`md`)."""
    if isinstance(found, Contradiction):
        return (
            contradiction_page(found, teller)
            if form == "html"
            else contradiction_note(found, teller).encode()
        )
    return evidence_page(found, teller) if form == "html" else evidence_note(found, teller).encode()
