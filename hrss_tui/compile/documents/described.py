"""Where a manifest and a document say different things of it: which of the two is used is told, for one of them is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.records import Document
from hrss_tui.sources.manifest.said import DocumentInfo
from hrss_tui.words import Phrase, phrase

_READ = ("title", "date", "issuer", "doc_number", "author")
"""What is taken from the document where it says so itself."""
_SAID = ("kind", "period", "place", "department")
"""What is taken from the manifest, whatever the document says."""
_EXACT = ("kind", "date")
_UNKNOWN = ("", "other")


def contradicted(info: DocumentInfo, alone: Document, row: Document) -> Iterator[Phrase]:
    """A note for everything that a manifest says of a document and its text otherwise; `alone` is its row without a manifest."""
    for name in (*_READ, *_SAID):
        said, own = getattr(info, name), getattr(alone, name)
        told = name != "title" or row.title == own  # that of its first table is none of the document
        if said and own and own not in _UNKNOWN and told and not _agree(name, said, own):
            used = phrase(f"source.manifest.used.{'file' if name in _READ else 'said'}")
            yield phrase(
                "source.manifest.differs", file=alone.source_file, name=name, said=said, own=own, used=used
            )


def _agree(name: str, said: str, own: str) -> bool:
    """Is it the same, one of two names longer (水利局, 某市水利局), a place within that of the text, or a time around its own?"""
    if name in _EXACT:
        return said == own
    if name == "period":
        (begin, end), (first, last) = (
            (text.partition("/")[0], text.rpartition("/")[2]) for text in (said, own)
        )
        return begin <= first[: len(begin)] and last[: len(end)] <= end
    return said.startswith(own) if name == "place" else said in own or own in said
