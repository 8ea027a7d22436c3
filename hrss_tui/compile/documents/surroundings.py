"""Figures of the lines that a page puts around a document (索引号, 浏览次数, 字体): they are claimed, none is a fact."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.compile.basics.facts import Claim, Harvest, Source
from hrss_tui.compile.documents.front import surrounding_lines
from hrss_tui.sources.text import Span

LABEL = "label"


def extract(source: Source, _found: Harvest) -> Harvest:
    """A claim on every such line."""
    return Harvest(claims=tuple(_claims(source)))


def _claims(source: Source) -> Iterator[Claim]:
    lines = source.parsed.file.lines
    for number in surrounding_lines(source.parsed):
        yield Claim(Span(number, 0, len(lines[number - 1])), LABEL, fact=False)
