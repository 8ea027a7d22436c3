"""What shows that what the cursor stands on is so: the evidence for its record, else for its line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hrss_tui.errors import HrssError
from hrss_tui.export.shown.of_id import Proof, proof, written
from hrss_tui.export.shown.telling import Teller
from hrss_tui.query.evidence.contradiction import Contradiction
from hrss_tui.query.evidence.evidence import value_of
from hrss_tui.query.evidence.facts import title_of
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.words import spoken

ENDINGS = (".html", ".md")
_NO_NAME = re.compile(r"[^\w.-]+")
_LONGEST = 80


def proof_of(desk: Desk, wanted: Iterable[str], shown: str) -> Proof | None:
    """The evidence for the first of some ids that has any; `shown` is the view they were found in."""
    for one in wanted:
        try:
            return proof(desk.data.owns, one, shown)
        except HrssError:
            continue
    return None


def said(desk: Desk, wanted: str) -> str:
    """What a record is of, with its figure and unit; nothing where it is no figure."""
    record = desk.data.owns.record(wanted)
    value = value_of(desk.data.pack, record) if record is not None else None
    if record is None or value is None:
        return ""
    return f"{spoken(title_of(desk.data.owns, record), 'en' if desk.lang == 'en' else 'zh')} {value}"


def file_of(desk: Desk, found: Proof, suffix: str) -> bytes:
    """The bytes of a page or a note."""
    return written(found, teller(desk), suffix.casefold().lstrip("."))


def note_of(desk: Desk, found: Contradiction) -> str:
    """Both sides as a note in Markdown."""
    return written(found, teller(desk), "md").decode().strip()


def name_of(found: Proof) -> str:
    """A name for its file, of the id."""
    return f"evidence-{_NO_NAME.sub('-', found.id).strip('-')[:_LONGEST]}"


def teller(desk: Desk) -> Teller:
    """What says it in the language of the reader."""
    english = desk.lang == "en"
    return Teller(desk.data.pack, "en" if english else "zh", desk.data.english if english else {})
