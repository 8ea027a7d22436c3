"""What an extractor is given and what it gives back.

An extractor takes a `Source` (one parsed document with its metadata) and what was found before it, and
returns a `Harvest`: records, and a claim on every stretch of source that they were read from. Claims let the
audit prove that no figure was overlooked, and let later extractors leave alone what is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

import msgspec

from hrss_tui.records import Document, Record
from hrss_tui.sources.document import ParsedDocument
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.text import Span, Text

BREAK = " | "
"""Stands between the cells of a row in `corrections`."""


class Claim(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a source line and what it is.

    `by` is the id of a record, or for what is no fact the class of token: date, ordinal, document_number,
    code, page, phone, heading_number, contents, period, name …; `fact` tells the two apart.
    """

    span: Span
    by: str
    fact: bool = True


class Harvest(msgspec.Struct, frozen=True):
    """Records with the claims they make; `notes` are for the person who builds (stderr)."""

    records: tuple[Record, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()

    def of(self, struct: type) -> list[Record]:
        """The records of one table."""
        return [record for record in self.records if isinstance(record, struct)]


class Source(msgspec.Struct, frozen=True):
    """One document to be read: its parsed text, its row in `documents`, the year it is about."""

    parsed: ParsedDocument
    document: Document
    year: int | None

    @property
    def doc_id(self) -> str:
        """Id of the document."""
        return self.document.doc_id

    @property
    def blocks(self) -> tuple[Placed, ...]:
        """The outline."""
        return self.parsed.blocks

    def block_id(self, index: int) -> str:
        """Id of the block at an index of the outline: document and line, with the column where a line holds several."""
        run = self.blocks[index].text.runs[0]
        alone = index == 0 or self.blocks[index - 1].text.line_start != run.line
        return f"{self.doc_id}:{run.line}" if alone else f"{self.doc_id}:{run.line}.{run.start + 1}"

    def place(self, span: Span) -> str:
        """Id of a place: document, line and 1-based column."""
        return f"{self.doc_id}:{span.line}.{span.start + 1}"

    def repair(self, span: Span) -> str:
        """Id of a correction at a place: the record read there has the place itself as its id."""
        return f"{self.doc_id}:correction:{span.line}.{span.start + 1}"


Extractor = Callable[[Source, Harvest], Harvest]


def merge(harvests: Iterable[Harvest]) -> Harvest:
    """One harvest of many, in order."""
    parts = list(harvests)
    return Harvest(
        tuple(chain.from_iterable(part.records for part in parts)),
        tuple(chain.from_iterable(part.claims for part in parts)),
        tuple(chain.from_iterable(part.notes for part in parts)),
    )


def claims(text: Text, start: int, end: int, by: str, fact: bool = True) -> tuple[Claim, ...]:
    """Claims on text[start:end], one per source line it runs over."""
    return tuple(Claim(span, by, fact) for span in text.spans(start, end))
