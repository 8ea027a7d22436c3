"""What a compilation says of its documents: small enough to travel alone, and described without the compiler."""

from __future__ import annotations

import msgspec

_MANY = 5
"""Numbers from which on a document is said to hold many."""
_FEW = 0.5
"""Share of claimed numbers below which few were read."""
_TABLE, _TITLE = 3, 4
"""Lines from the first to the last of a stretch that may be a table, and from its title to its first figure."""


class TableRead(msgspec.Struct, frozen=True):
    """A table that was read: its kind and title, its first line, its page or sheet, how many figures it gave."""

    kind: str
    title: str
    line: int
    page: int | None
    figures: int


class Missed(msgspec.Struct, frozen=True):
    """Something that was not read: see the columns of `unread`."""

    kind: str
    reason: str
    title: str
    name: str | None
    printed: str
    line: int
    page: int | None


class DocumentReading(msgspec.Struct, frozen=True):
    """What of one document was read.

    `records` counts its records by table; `numbers` are those its text prints, `claimed` those that a record or a class of non-facts
    accounts for; `open_lines` are stretches [first, last] of lines that print others.
    """

    file: str
    doc_id: str
    title: str
    kind: str
    place: str | None
    department: str | None
    year: int | None
    phase: str | None
    pages: int
    records: dict[str, int]
    tables: tuple[TableRead, ...]
    unread: tuple[Missed, ...]
    numbers: int
    claimed: int
    open_lines: tuple[tuple[int, int], ...]

    @property
    def poor(self) -> bool:
        """Does the document hold many numbers of which few were read, or a stretch of lines of which nothing else is said?"""
        few = self.numbers >= _MANY and self.claimed < self.numbers * _FEW
        said = [missed.line for missed in self.unread if missed.kind != "figures"]
        return few or any(
            last - first >= _TABLE and not any(first - _TITLE <= line <= last for line in said)
            for first, last in self.open_lines
        )

    @property
    def whole(self) -> bool:
        """Was everything read?"""
        return not self.unread and self.claimed == self.numbers


class AuditToken(msgspec.Struct, frozen=True):
    """A number of a source file: where it stands and what accounts for it.

    `line` and `column` are 1-based. `by` is the id of a record where `fact` is true, else a class (date, year,
    document_number …); None where nothing accounts for the number, or only for some of its digits.
    """

    source_file: str
    doc_id: str
    line: int
    column: int
    text: str
    by: str | None
    fact: bool
