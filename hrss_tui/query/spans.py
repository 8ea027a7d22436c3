"""Where in the text of a document's blocks its figures are printed.

A record names its line, sometimes the character, and what is printed; a block joins lines and leaves blanks out. So the
figures of a line are looked for in their order, no two of them at one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import msgspec

from hrss_tui.query.printed import Figure, cell_of_metric, figures
from hrss_tui.query.search.lines import lines_between
from hrss_tui.records import Block, Fact, record_id


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters [start, end) of a block's text, and the record of the figure printed there.

    `rank` is 0 for the figure a record is about, more for others that it holds, such as its weight.
    """

    start: int
    end: int
    record: str
    rank: int = 0


class Spans:
    """The figures of one document, worked out block by block when asked for."""

    def __init__(self, blocks: Sequence[Block], facts: Iterable[Fact]) -> None:
        self._blocks = blocks
        self._facts = facts
        self._known: dict[int, tuple[Block, tuple[Span, ...]]] = {}

    @cached_property
    def _by_line(self) -> dict[int, list[Figure]]:
        return figures(self._facts)

    @cached_property
    def _cells(self) -> Mapping[str, int]:
        """Metric → the cell of a row in which its values stand."""
        return cell_of_metric(
            (block.text.split("\t"), self._by_line[block.line_start])
            for block in self._blocks
            if block.kind == "table_row" and block.line_start in self._by_line
        )

    def of(self, block: Block) -> tuple[Span, ...]:
        """The figures of a block, those first whose place is known best; they are kept, as the heads of a table are asked for with each of its rows."""
        key = id(block)  # of a block that is kept beside it, so that no other has it
        if key not in self._known:
            self._known[key] = block, tuple(self._found(block))
        return self._known[key][1]

    def _found(self, block: Block) -> list[Span]:
        wanted: dict[Figure, None] = {}
        for line in lines_between(block.line_start, block.line_end):
            wanted.update(dict.fromkeys(self._by_line.get(line, ())))
        taken: list[Span] = []
        for figure in sorted(wanted, key=lambda figure: (figure.column == 0, figure)):
            free = (
                (start, end)
                for start, end in self._places(block, figure)
                if all(end <= one.start or start >= one.end for one in taken)
            )
            place = next(free, None)
            if place is not None:
                taken.append(Span(*place, figure.record, figure.rank))
        return taken

    def meant(self, block: Block, facts: Iterable[Fact], told: str = "") -> list[Span]:
        """Where the figures stand that some facts are about; one that another fact says too, where it is the only such.

        Of a fact with several figures those that a sentence about it (`told`) names, where it names any.
        """
        found, marked = [], self.of(block)
        for fact in facts:
            key = record_id(fact)
            own = [span for span in marked if span.record == key]
            named = [span for span in own if _figure(block.text[span.start : span.end]).search(told)]
            found += named or [span for span in own if span.rank == 0] or own or self._alone(block, key, fact)
        return found

    @staticmethod
    def _alone(block: Block, key: str, fact: Fact) -> list[Span]:
        texts = {
            figure.printed for listed in figures([fact]).values() for figure in listed if not figure.rank
        }
        places = [match.span() for text in texts for match in _figure(text).finditer(block.text)]
        return [Span(*places[0], key)] if len(places) == 1 else []

    def _places(self, block: Block, figure: Figure) -> Iterator[tuple[int, int]]:
        """Where a figure may stand: from where its line begins in the block, then anywhere."""
        if figure.metric in self._cells:
            start = _cell_start(block.text, self._cells[figure.metric])
            if block.text.startswith(figure.printed, start):
                yield start, start + len(figure.printed)
            return
        pattern = _figure(figure.printed)
        begins = offset_of(block, figure.line)
        for first in dict.fromkeys((begins, 0)):
            yield from (match.span() for match in pattern.finditer(block.text, first))


def offset_of(block: Block, line: int) -> int:
    """The offset in a block's text at which a source line begins."""
    pairs = zip(block.breaks[::2], block.breaks[1::2], strict=False)
    return max((start for start, number in pairs if number <= line), default=0)


@lru_cache(maxsize=4096)
def _figure(printed: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.]){re.escape(printed)}(?![\d]|\.\d)")


def _cell_start(text: str, cell: int) -> int:
    """Where a cell of a row begins, spaces left out."""
    parts = text.split("\t")
    start = sum(len(part) + 1 for part in parts[:cell])
    inner = parts[cell] if cell < len(parts) else ""
    return start + len(inner) - len(inner.lstrip())
