"""Which passages of a filing were copied from the one of the year before.

copied(pack, "某某局")       # every passage of the newest budget that stood in the last one, and how it was taken over
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import Filing
from hrss_tui.query.filings.filings import filings, label, of_department, the_department
from hrss_tui.query.filings.written import written
from hrss_tui.query.places import fold
from hrss_tui.records import Block
from hrss_tui.words import listed, phrase

State = Literal["last_year", "same", "figures"]
KINDS: Final = ("paragraph", "list_item")
_STATES: Final = ("last_year", "same", "figures")
SHORTEST: Final = 20
"""Characters of a passage from which it is no phrase that every filing has."""
_NUMBER = re.compile(r"\d[\d,.]*")


class CopiedRow(msgspec.Struct, frozen=True):
    """A passage with what became of it since the year before.

    `state` is last_year where it is the same to the letter though it names the year before as its own, same where it is the
    same otherwise, and figures where only its numbers are others. Lines are those of the two documents.
    """

    state: State
    text: str
    section: str
    doc_id: str
    line_start: int
    earlier_doc_id: str
    earlier_line: int


class Copied(msgspec.Struct, frozen=True):
    """Two filings of a department, the passages that the newer took over, those that need a look first, and how many it has in all."""

    newer: Filing
    older: Filing
    rows: tuple[CopiedRow, ...]
    passages: int


def copied(pack: Pack, name: str, year: int | None = None, phase: str | None = None) -> Copied:
    """What the filing of a year (else of the newest) took over from the last one before it of the same phase.

    Raises UsageError for a department that is none or several and NothingFoundError where there are no two filings, or
    where of one of them only tables are there.
    """
    known = filings(pack)
    own = of_department(known, the_department(pack, known, name), phase or "budget")
    newer = [one for one in own if one.year is not None and year in (None, one.year)]
    older = [one for one in own if newer and one.year is not None and one.year < (newer[-1].year or 0)]
    if not older:
        raise NothingFoundError(
            phrase("error.no_two_years"), phrase("error.no_phase.hint", found=listed(map(label, own)))
        )
    places = Places(pack)
    before, after = (_passages(pack, places, one) for one in (older[-1], newer[-1]))
    texts: dict[str, Block] = {}
    for block in before:
        texts.setdefault(fold(block.text), block)
        texts.setdefault(_without_numbers(block.text), block)
    rows = tuple(sorted(_rows(after, texts, older[-1]), key=lambda row: _STATES.index(row.state)))
    return Copied(newer[-1], older[-1], rows, len(after))


def _passages(pack: Pack, places: Places, filing: Filing) -> list[Block]:
    """The passages of a filing, those of a document of its own that holds its text among them."""
    documents = (DocumentPack(pack, places, part) for part in written(pack, filing.doc_id))
    blocks = (block for document in documents for block in document.rows(Block))
    found = [block for block in blocks if block.kind in KINDS and len(fold(block.text)) >= SHORTEST]
    if not found:
        raise NothingFoundError(phrase("error.only_tables", what=label(filing), doc=filing.doc_id))
    return found


def _without_numbers(text: str) -> str:
    return _NUMBER.sub("#", fold(text))


def _rows(after: list[Block], texts: dict[str, Block], older: Filing) -> Iterator[CopiedRow]:
    for block in after:
        same = texts.get(fold(block.text))
        found = same or texts.get(_without_numbers(block.text))
        if found is None:
            continue
        state: State = "figures"
        if same is not None:
            state = "last_year" if f"{older.year}年" in fold(block.text) else "same"
        yield CopiedRow(
            state, block.text, block.section, block.doc_id, block.line_start, found.doc_id, found.line_start
        )
