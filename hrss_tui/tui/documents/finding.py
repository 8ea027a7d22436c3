"""Where in a document's passages something stands: words searched for, figures with records, defined terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property, lru_cache

from hrss_tui.errors import HrssError
from hrss_tui.query.search.language import QueryError
from hrss_tui.query.search.lines import lines_between
from hrss_tui.records import GlossaryTerm, record_id
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.desk.figures import Figure, cell_of_metric, figures
from hrss_tui.tui.paint.text import level
from hrss_tui.tui.reader.reader import Mark, offset_of
from hrss_tui.tui.reader.reading import Passage, Passages


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
    def _by_line(self) -> dict[int, list[Figure]]:
        return figures(self.data, self.items.blocks[0].doc_id) if self.items else {}

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

    @cached_property
    def _cells(self) -> Mapping[str, int]:
        blocks = self.items.blocks
        rows = [
            (self.items[index].text.split("\t"), self._by_line[blocks[index].line_start])
            for low, end in self.items.runs
            for index in range(low, end)
            if blocks[index].line_start in self._by_line
        ]
        return cell_of_metric(rows)

    def _terms(self, item: int) -> Iterator[Mark]:
        for match in self._term_pattern.finditer(self.items[item].text):
            first = self._first(match[0]) == (item, match.start())
            record = self._term_records[match[0]] if first else ""
            yield Mark(item, match.start(), match.end(), "term", record)

    def _figures(self, item: int) -> Iterator[Mark]:
        passage = self.items[item]
        wanted: dict[Figure, None] = {}
        for line in lines_between(passage.block.line_start, passage.block.line_end):
            wanted.update(dict.fromkeys(self._by_line.get(line, ())))
        taken: list[tuple[int, int]] = []
        for figure in sorted(wanted, key=lambda figure: (figure.column == 0, figure)):
            for span in self._places(passage, figure):
                if all(span[1] <= start or span[0] >= end for start, end in taken):
                    taken.append(span)
                    yield Mark(item, *span, "figure", figure.record)
                    break

    def _places(self, passage: Passage, figure: Figure) -> Iterator[tuple[int, int]]:
        """Where a figure may stand: from where its line begins in the passage, then anywhere."""
        if figure.metric in self._cells:
            start = _cell_start(passage.text, self._cells[figure.metric])
            if passage.text.startswith(figure.printed, start):
                yield start, start + len(figure.printed)
            return
        pattern = _figure(figure.printed)
        begins = offset_of(passage.block, figure.line)
        for first in dict.fromkeys((begins, 0)):
            yield from (match.span() for match in pattern.finditer(passage.text, first))


@lru_cache(maxsize=4096)
def _figure(printed: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.]){re.escape(printed)}(?![\d]|\.\d)")


def _cell_start(text: str, cell: int) -> int:
    """Where a cell of a row begins, spaces left out."""
    parts = text.split("\t")
    start = sum(len(part) + 1 for part in parts[:cell])
    inner = parts[cell] if cell < len(parts) else ""
    return start + len(inner) - len(inner.lstrip())
