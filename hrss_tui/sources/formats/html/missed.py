"""What of a page is not read though a reader may see it, or is read though none may: counted, to be said."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

_NOTES = {
    "numbers": "note.drawn",
    "struck": "note.struck_text",
    "faded": "note.faded",
    "covered": "note.covered",
    "embedded": "note.embedded",
    "pictures": "note.pictures",
}


class Missed(msgspec.Struct):
    """Places where numbers are not read, words struck out, parts covered that are read or not, pages and pictures inside."""

    numbers: int = 0
    struck: int = 0
    faded: int = 0
    covered: int = 0
    embedded: int = 0
    pictures: int = 0

    def counts(self) -> Iterator[tuple[str, int]]:
        """The name of each note, and how often."""
        return ((note, count) for name, note in _NOTES.items() if (count := getattr(self, name)))
