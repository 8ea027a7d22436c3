"""Passages laid out for a width piece by piece: only what is looked at is wrapped. Pure but for what it keeps.

Lines are counted in chunks of passages. A chunk that nobody has looked at counts with an estimate; when it is laid
out, the lines of all that follows it move. A `Place` does not: who keeps one finds it again.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from hrss_tui.tui.reader.reading import Laid, Part, Passages, laid

CHUNK = 64
"""Passages that are laid out together."""
EXACT = 128
"""Passages up to which a document is laid out whole at once."""


class Place(NamedTuple):
    """A line within a chunk."""

    chunk: int
    line: int


class Spot(NamedTuple):
    """A character of a passage, which every width shows somewhere; below 0 the line around it (`Part`)."""

    item: int
    offset: int


class Chunk(NamedTuple):
    """What is laid out of some passages: their lines, and the first line of each within them."""

    lines: list[Laid]
    first: list[int]


class Layout:
    """The lines of passages at a width, `left` columns of wide tables out of view; `count` may be an estimate."""

    def __init__(self, items: Passages, width: int, left: int = 0) -> None:
        self.items = items
        self.width = width
        self.left = left
        self._step = CHUNK
        self._chunks: dict[int, Chunk] = {}
        chunks, exact = -(-len(items) // CHUNK), len(items) <= EXACT
        self._heights = [0] * chunks if exact else items.about(width, CHUNK)
        self._starts: list[int] | None = None
        if exact:
            for index in range(chunks):
                self._lay(index)

    def _lay(self, chunk: int) -> Chunk:
        found = self._chunks.get(chunk)
        if found is None:
            found = Chunk([], [])
            low = chunk * self._step
            for item in range(low, min(low + self._step, len(self.items))):
                found.first.append(len(found.lines))
                found.lines.extend(laid(self.items, item, self.width, self.left))
            self._chunks[chunk] = found
            if self._heights[chunk] != len(found.lines):
                self._heights[chunk] = len(found.lines)
                self._starts = None
        return found

    @property
    def _begins(self) -> list[int]:
        """The first line of each chunk, and the line after the last."""
        if self._starts is None:
            self._starts = list(accumulate(self._heights, initial=0))
        return self._starts

    @property
    def count(self) -> int:
        """How many lines there are, as far as is known."""
        return self._begins[-1]

    # From a line to its place and back. These lay out the chunk they are asked about, nothing else.

    def place(self, line: int) -> Place:
        """Where a line is, or what is nearest to it where its chunk takes fewer lines than was thought."""
        chunk = max(0, min(bisect_right(self._begins, line), len(self._heights)) - 1)
        line -= self._begins[chunk]
        return Place(chunk, max(0, min(line, len(self._lay(chunk).lines) - 1)))

    def place_of(self, item: int) -> Place:
        """The first line of a passage, which may be the blank line above it."""
        chunk, index = divmod(item, self._step)
        return Place(chunk, self._lay(chunk).first[index])

    def line(self, place: Place) -> int:
        """The number of a line for now."""
        return self._begins[place.chunk] + place.line

    def at(self, line: int) -> Laid:
        """What a line shows."""
        place = self.place(line)
        return self._lay(place.chunk).lines[place.line]

    def first(self, item: int) -> int:
        """The first line of a passage, which may be the blank line above it."""
        return self.line(self.place_of(item))

    def height(self, item: int) -> int:
        """How many lines a passage takes, with the blank line above it."""
        chunk, index = divmod(item, self._step)
        first = self._lay(chunk).first
        return (first[index + 1] if index + 1 < len(first) else self._heights[chunk]) - first[index]

    def around(self, place: Place, margin: int) -> None:
        """Lay out at least `margin` lines above and below a place."""
        chunk, line = place
        above, below = line, len(self._lay(chunk).lines) - line
        while above < margin and chunk > 0:
            chunk -= 1
            above += len(self._lay(chunk).lines)
        chunk = place.chunk
        while below < margin and chunk + 1 < len(self._heights):
            chunk += 1
            below += len(self._lay(chunk).lines)

    # From a line to its text and back, for another width.

    def spot(self, line: int) -> Spot:
        """The first character of a line."""
        shown = self.at(line)
        return Spot(shown.item, shown.part or min((piece.start for piece in shown.pieces), default=0))

    def place_at(self, spot: Spot) -> Place:
        """The line that shows a character, or the first one of its passage that shows any."""
        place = self.place_of(spot.item)
        lines = self._lay(place.chunk).lines[place.line : place.line + self.height(spot.item)]
        wanted = (line for line, shown in enumerate(lines) if _shows(shown, spot.offset))
        texts = (line for line, shown in enumerate(lines) if shown.part == Part.TEXT and spot.offset >= 0)
        return Place(place.chunk, place.line + next(wanted, next(texts, 0)))


def _shows(line: Laid, offset: int) -> bool:
    if offset < 0:
        return line.part == offset
    return any(piece.start <= offset < piece.end for piece in line.pieces)
