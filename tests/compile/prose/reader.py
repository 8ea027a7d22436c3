"""Observations of a made-up text, without files."""

from __future__ import annotations

from collections.abc import Callable

from hrss_tui.compile.basics.facts import Harvest, Source, merge
from hrss_tui.compile.documents.metadata import metadata
from hrss_tui.compile.prose import extract, nonfacts
from hrss_tui.records import Observation
from hrss_tui.sources.decode import decode
from hrss_tui.sources.document import parse
from hrss_tui.sources.manifest.said import DocumentInfo

Built = Callable[..., list[tuple[object, ...]]]
"""The fixture `built`: a text and names of columns → per figure what is printed and these columns."""


def source(text: str, kind: str = "bulletin", year: int | None = 2033) -> Source:
    """A document of one kind about one year."""
    (parsed,) = parse(decode(text.encode(), "made-up.txt"))
    row, _ = metadata(parsed, DocumentInfo(id="made", kind=kind))
    return Source(parsed, row, year)


def observe(text: str, kind: str = "bulletin", year: int | None = 2033) -> list[Observation]:
    """The observations of a text in printed order."""
    found = extract.extract(source(text, kind, year), Harvest())
    return [record for record in found.records if isinstance(record, Observation)]


def harvest(text: str, kind: str = "bulletin") -> Harvest:
    """Observations and non-facts with their claims."""
    made = source(text, kind)
    found = extract.extract(made, Harvest())
    return merge((found, nonfacts.extract(made, found)))
