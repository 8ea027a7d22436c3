"""One block that answers a query: where it stands and where in it the words stand."""

from __future__ import annotations

from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hrss_tui.query.search.normal import Normal
    from hrss_tui.query.search.query import Query

    Span = tuple[int, int]


class Hit:
    """A block with marks.

    `text` is printed text; `groups` holds the marks of each term, `spans` all of them, merged, as [start, end).
    `line_start` and `line_end` are the lines of the block, `lines` those of the first mark. See rank for `score`.
    """

    __slots__ = (
        "block_id",
        "doc_id",
        "groups",
        "kind",
        "line_end",
        "line_start",
        "lines",
        "number",
        "occurrences",
        "score",
        "section",
        "spans",
        "text",
    )

    number: int
    doc_id: str
    block_id: str
    kind: str
    section: str
    text: str
    line_start: int
    line_end: int
    lines: Span
    groups: tuple[tuple[Span, ...], ...]
    spans: list[Span]
    score: int
    occurrences: int

    def __repr__(self) -> str:
        return f"Hit({self.doc_id}:{self.lines[0]} {self.text[:40]!r} score={self.score})"

    def as_row(self) -> dict[str, Any]:
        """The hit as plain values, as `search --format json` prints it."""
        return {
            "doc_id": self.doc_id,
            "block_id": self.block_id,
            "line_start": self.line_start,
            "line_end": self.line_end,
            "section": self.section,
            "text": self.text,
            "spans": [list(span) for span in self.spans],
            "score": self.score,
            "kind": self.kind,
            "lines": list(self.lines),
        }


class Block:
    """A block as a hit needs it. `breaks` is the flat list offset, line, offset, line …; see records.Block."""

    __slots__ = (
        "block_id",
        "breaks",
        "doc_id",
        "kind",
        "label",
        "line_end",
        "line_start",
        "normal",
        "section",
        "text",
    )

    block_id: str
    doc_id: str
    kind: str
    label: int
    normal: Normal
    section: str
    text: str
    line_start: int
    line_end: int
    breaks: Sequence[int]


def hit(number: int, score: int, block: Block, query: Query) -> Hit:
    """Mark a block."""
    made = Hit()
    made.number, made.score = number, score
    made.doc_id, made.block_id, made.kind = block.doc_id, block.block_id, block.kind
    made.section, made.text = block.section, block.text
    made.line_start, made.line_end = block.line_start, block.line_end
    normal = block.normal
    made.groups = tuple(
        tuple(normal.printed(*span) for span in term.spans(normal.text, block.label)) for term in query.terms
    )
    made.occurrences = sum(map(len, made.groups))
    made.spans = merged([span for group in made.groups for span in group])
    made.lines = lines(block, *made.spans[0]) if made.spans else (block.line_start, block.line_end)
    return made


def merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def lines(block: Block, start: int, end: int) -> Span:
    """First and last source line of text[start:end]."""
    numbers = block.breaks[1::2]
    offsets = block.breaks[: 2 * len(numbers) : 2]
    if not numbers:
        return block.line_start, block.line_end
    first = numbers[max(0, bisect_right(offsets, start) - 1)]
    last = numbers[max(0, bisect_right(offsets, end - 1) - 1)]
    return first, last
