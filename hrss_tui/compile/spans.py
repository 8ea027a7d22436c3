"""Which characters of the source lines are claimed, and by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from hrss_tui.compile.facts import Claim
from hrss_tui.sources.text import Span


class Covered(msgspec.Struct, frozen=True):
    """Claims by physical line."""

    lines: dict[int, list[Claim]]

    def overlaps(self, span: Span) -> bool:
        """Is any character of the span claimed?"""
        return any(
            span.start < claim.span.end and claim.span.start < span.end
            for claim in self.lines.get(span.line, [])
        )

    def at(self, line: int, column: int) -> Claim | None:
        """The first claim on a character (0-based column)."""
        return next(
            (claim for claim in self.lines.get(line, []) if claim.span.start <= column < claim.span.end),
            None,
        )


def covered(claims: Iterable[Claim]) -> Covered:
    """The claims of a document or a file."""
    lines: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        lines[claim.span.line].append(claim)
    return Covered(dict(lines))
