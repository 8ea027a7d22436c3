"""What one term of a query finds in one normalised text.

A matcher counts and marks what does not overlap, from left to right. `label` says how much of the text, from
its beginning, is a name: all of a heading, the name of a table row, nothing of a paragraph.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol

    from hrss_tui.query.search.pinyin import Way

    class Matcher(Protocol):
        """See Literal, which is the simplest one."""

        literals: tuple[str, ...]

        def count(self, text: str, label: int) -> int:
            """Matches."""

        def spans(self, text: str, label: int) -> list[tuple[int, int]]:
            """Where they stand."""

        def labelled(self, text: str, label: int) -> bool:
            """Is there one in the name?"""


class Literal:
    """A text as it stands. `literals` of any matcher: one of these occurs in whatever it matches, if any are given."""

    __slots__ = ("literals", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.literals: tuple[str, ...] = (text,)

    def count(self, text: str, label: int) -> int:
        """Occurrences."""
        return text.count(self.text)

    def spans(self, text: str, label: int) -> list[tuple[int, int]]:
        """Where they stand, as [start, end)."""
        found = []
        start = text.find(self.text)
        while start >= 0:
            end = start + len(self.text)
            found.append((start, end))
            start = text.find(self.text, end)
        return found

    def labelled(self, text: str, label: int) -> bool:
        """Does it occur in the name?"""
        return text.find(self.text, 0, label) >= 0


class Shapes:
    """One of several texts, or classes of characters in a row: an expression that takes linear time.

    `ways` are the readings of pinyin where it is that; `names_only` looks at names alone.
    """

    __slots__ = ("literals", "names_only", "pattern", "ways")

    def __init__(
        self, source: str, literals: Iterable[str] = (), ways: Iterable[Way] = (), names_only: bool = False
    ) -> None:
        self.pattern = re.compile(source)
        self.literals = tuple(literals)
        self.ways = tuple(ways)
        self.names_only = names_only

    def spans(self, text: str, label: int) -> list[tuple[int, int]]:
        """Where it matches."""
        end = label if self.names_only else len(text)
        return [match.span() for match in self.pattern.finditer(text, 0, end)] if end else []

    def count(self, text: str, label: int) -> int:
        """Matches."""
        return len(self.spans(text, label))

    def labelled(self, text: str, label: int) -> bool:
        """Does it match in the name?"""
        return self.pattern.search(text, 0, label) is not None


class Either:
    """Any of several matchers."""

    __slots__ = ("literals", "matchers")

    def __init__(self, matchers: Sequence[Matcher]) -> None:
        self.matchers = matchers
        every = all(matcher.literals for matcher in matchers)
        self.literals = tuple(text for matcher in matchers for text in matcher.literals) if every else ()

    def spans(self, text: str, label: int) -> list[tuple[int, int]]:
        """What any of them finds; what overlaps an earlier match is left out."""
        found: list[tuple[int, int]] = []
        for span in sorted(span for matcher in self.matchers for span in matcher.spans(text, label)):
            if not found or span[0] >= found[-1][1]:
                found.append(span)
        return found

    def count(self, text: str, label: int) -> int:
        """Matches that do not overlap."""
        return len(self.spans(text, label))

    def labelled(self, text: str, label: int) -> bool:
        """Does any match in the name?"""
        return any(matcher.labelled(text, label) for matcher in self.matchers)


def any_of(texts: Sequence[str]) -> Literal | Shapes:
    """One of several texts, the longest where several begin at one place."""
    distinct = sorted(set(texts), key=lambda text: (-len(text), text))
    if len(distinct) == 1:
        return Literal(distinct[0])
    return Shapes("|".join(map(re.escape, distinct)), distinct)
