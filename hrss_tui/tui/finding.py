"""Where in a document's passages something stands: words searched for, figures with records, defined terms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from hrss_tui.records import GlossaryTerm
from hrss_tui.tui.data import Data
from hrss_tui.tui.reading import Passage
from hrss_tui.tui.widgets.reader import Mark

_PLACE = re.compile(r":(\d+)\.(\d+)$")


@lru_cache(maxsize=16)
def _pattern(text: str) -> re.Pattern[str]:
    """The words with any space, or none, between Chinese characters; letter case is ignored."""
    parts = [re.escape(char) for char in text if not char.isspace()]
    return re.compile(r"\s*".join(parts) if parts else r"(?!)", re.IGNORECASE)


def find(items: Sequence[Passage], text: str) -> Iterator[Mark]:
    """Every place of a text."""
    pattern = _pattern(text)
    for index, passage in enumerate(items):
        for match in pattern.finditer(passage.text):
            yield Mark(index, match.start(), match.end(), "hit")


def term_marks(items: Sequence[Passage], glossary: Sequence[GlossaryTerm]) -> Iterator[Mark]:
    """The first place in each passage of every defined term."""
    terms = sorted({row.term for row in glossary if row.term}, key=len, reverse=True)
    if not terms:
        return
    pattern = re.compile("|".join(map(re.escape, terms)))
    for index, passage in enumerate(items):
        for match in pattern.finditer(passage.text):
            yield Mark(index, match.start(), match.end(), "term")


def figure_marks(items: Sequence[Passage], data: Data) -> list[Mark]:
    """The figures of a document that records were read from, in reading order."""
    if not items:
        return []
    doc_id = items[0].block.doc_id
    records: list[tuple[str, str]] = [
        (row.observation_id, row.printed) for row in data.observations.get(doc_id, ())
    ]
    records += [(row.line_id, row.printed) for row in data.budget_lines if row.doc_id == doc_id]
    return sorted(_place(items, records))


def _place(items: Sequence[Passage], records: Iterable[tuple[str, str]]) -> Iterator[Mark]:
    """Find each record's figure in the passage that holds its line, the k-th such figure for the k-th record."""
    by_line: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for record, printed in records:
        place = _PLACE.search(record)
        if place and printed:
            by_line[int(place[1])].append((int(place[2]), record, printed))
    for index, passage in enumerate(items):
        wanted: list[tuple[int, int, str, str]] = []
        for line in range(passage.block.line_start, passage.block.line_end + 1):
            wanted += [(line, *entry) for entry in by_line.get(line, ())]
        yield from _in_passage(index, passage.text, sorted(wanted))


def _in_passage(index: int, text: str, wanted: Sequence[tuple[int, int, str, str]]) -> Iterator[Mark]:
    after: dict[str, int] = {}
    for _, _, record, printed in wanted:
        pattern = re.compile(rf"(?<![\d.]){re.escape(printed)}(?![\d]|\.\d)")
        match = pattern.search(text, after.get(printed, 0))
        if match:
            after[printed] = match.end()
            yield Mark(index, match.start(), match.end(), "figure", record)
