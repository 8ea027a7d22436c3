"""Where in a document's passages something stands: words searched for, figures with records, defined terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property

from hrss_tui.errors import HrssError
from hrss_tui.query.search.language import QueryError
from hrss_tui.query.spans import Spans
from hrss_tui.records import Fact, GlossaryTerm, record_id
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.paint.text import level
from hrss_tui.tui.reader.marks import Mark
from hrss_tui.tui.reader.reading import Passages


def find(data: Data, items: Passages, text: str) -> list[Mark]:
    """Every place of what a query looks for; of a text that is no query every place where it stands as typed."""
    if not text.strip() or not items:
        return []
    doc_id = items.blocks[0].doc_id
    try:
        hits = data.searcher.search(text, limit=0, docs=(doc_id,)).hits
    except QueryError:
        pattern = re.compile(re.escape(text.strip()), re.IGNORECASE)
        return [
            Mark(index, *match.span(), "hit")
            for index, passage in enumerate(items)
            for match in pattern.finditer(passage.text)
        ]
    numbers = {block.block_id: index for index, block in enumerate(items.blocks)}
    return sorted(Mark(numbers[hit.block_id], *span, "hit") for hit in hits for span in hit.spans)


def prepare(data: Data) -> None:
    """Read what the first search would read; what is wrong with it the search says."""
    with suppress(HrssError):
        data.searcher.search("0", limit=1)


class Links:
    """The marks of a document's passages, worked out passage by passage when one is drawn or walked over.

    Every figure that a record was read from, and the defined terms: the first place of each in the document is a
    link to its definition, the others are only marked.
    """

    def __init__(self, items: Passages, data: Data) -> None:
        self.items = items
        self.data = data
        self._made: dict[int, tuple[Mark, ...]] = {}
        self._firsts: dict[str, tuple[int, int]] = {}

    def __call__(self, item: int) -> tuple[Mark, ...]:
        """The marks of a passage from left to right."""
        if item not in self._made:
            self._made[item] = tuple(sorted((*self._terms(item), *self._figures(item))))
        return self._made[item]

    @cached_property
    def _spans(self) -> Spans:
        blocks = self.items.blocks
        return Spans(blocks, facts(self.data, blocks[0].doc_id) if blocks else ())

    @cached_property
    def _glossary(self) -> list[GlossaryTerm]:
        return self.data.glossary_for(self.items.blocks[0].doc_id) if self.items else []

    @cached_property
    def _term_pattern(self) -> re.Pattern[str]:
        terms = sorted({row.term for row in self._glossary if row.term}, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, terms)) or r"(?!)")

    @cached_property
    def _term_records(self) -> dict[str, str]:
        return {row.term: record_id(row) for row in reversed(self._glossary)}

    def _first(self, term: str) -> tuple[int, int]:
        """Passage and offset at which a term of the document stands for the first time."""
        if term not in self._firsts:
            self._firsts[term] = next(
                (index, match.start())
                for index, block in enumerate(self.items.blocks)
                if term in level(block.text)
                for match in self._term_pattern.finditer(self.items[index].text)
                if match[0] == term
            )
        return self._firsts[term]

    def _terms(self, item: int) -> Iterator[Mark]:
        for match in self._term_pattern.finditer(self.items[item].text):
            first = self._first(match[0]) == (item, match.start())
            record = self._term_records[match[0]] if first else ""
            yield Mark(item, match.start(), match.end(), "term", record)

    def _figures(self, item: int) -> Iterator[Mark]:
        for span in self._spans.of(self.items[item].block):
            yield Mark(item, span.start, span.end, "figure", span.record)


def facts(data: Data, doc_id: str) -> Iterator[Fact]:
    """What was read from a document. Observations last: what a table or a project says is the finer fact."""
    own = data.of(doc_id)
    yield from own.budget_lines
    yield from own.changes
    yield from own.projects
    for allocations in own.allocations.values():
        yield from allocations
    yield from own.performance
    for targets in own.targets.values():
        yield from targets
    yield from own.prefecture_values
    yield from own.prefecture_totals
    yield from own.observations
