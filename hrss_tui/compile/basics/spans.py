"""Which characters of the source lines are claimed, and by whom."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import accumulate

import msgspec

from hrss_tui.compile.basics.facts import Claim
from hrss_tui.sources.text import Span


class Covered(msgspec.Struct, frozen=True):
    """The first claim on every claimed character: line → 0-based column → claim."""

    lines: dict[int, dict[int, Claim]]

    def overlaps(self, span: Span) -> bool:
        """Is any character of the span claimed?"""
        columns = self.lines.get(span.line, {})
        return any(column in columns for column in range(span.start, span.end))

    def holds(self, span: Span) -> bool:
        """Are all characters of the span claimed?"""
        columns = self.lines.get(span.line)
        return columns is not None and all(column in columns for column in range(span.start, span.end))

    def at(self, line: int, column: int) -> Claim | None:
        """The first claim on a character."""
        return self.lines.get(line, {}).get(column)


def covered(claims: Iterable[Claim]) -> Covered:
    """The claims of a document or a file, character by character: looking one up takes no search."""
    lines: dict[int, dict[int, Claim]] = defaultdict(dict)
    for claim in reversed(tuple(claims)):
        lines[claim.span.line] |= dict.fromkeys(range(claim.span.start, claim.span.end), claim)
    return Covered(dict(lines))


def lines_within(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Whether a line lies in one of the spans (first, last), by halving: a document may have thousands, of any length."""
    known = sorted(spans)
    starts = [first for first, _ in known]
    ends = list(accumulate((last for _, last in known), max))

    def covers(line: int) -> bool:
        place = bisect_right(starts, line)
        return place > 0 and line <= ends[place - 1]

    return covers
