"""Which columns of a table there is room for, beside those that stay, as the others are moved sideways."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

GAP = 2
"""Cells between two columns."""
LEGIBLE = 20
"""Cells in which a name can still be told from others."""
FEWEST = 12
"""Cells that are left of one in any case."""


class Spread(msgspec.Struct, frozen=True):
    """The widths of all columns, of which the first `fixed` stay, in `cells` many cells of a line."""

    widths: tuple[int, ...]
    fixed: int
    cells: int

    @property
    def room(self) -> int:
        """Cells for the columns that move, each with the gap before it."""
        return self.cells - sum(self.widths[: self.fixed]) - GAP * (self.fixed - 1)

    def fits(self, first: int, last: int) -> bool:
        """Whether the columns from one to another can be drawn beside those that stay, and the sign of more."""
        more = last < len(self.widths) - 1
        return sum(width + GAP for width in self.widths[first : last + 1]) + more <= self.room

    @property
    def unused(self) -> int:
        """Cells that stay empty beside the columns that are in view first, where each of the others has room without them."""
        moving = self.widths[self.fixed :]
        shown = [index for index in self.shown(0) if index >= self.fixed]
        more = self.fixed + len(shown) < len(self.widths)
        taken = sum(self.widths[index] + GAP for index in shown) + more
        widest = max((width + GAP + 1 for width in moving), default=0)
        return max(0, self.room - max(taken, widest))

    def narrowed(self, first: int, words: Sequence[int]) -> list[int]:
        """All names give way for every column to be in view, the widest first, where they stay legible; else one column does."""
        found = list(self.widths)
        lacking = sum(found) + GAP * (len(found) - 1) - self.cells
        names = {first, *words}
        for _ in range(lacking):
            found[max(names, key=lambda index: found[index])] -= 1
        if all(found[index] >= min(self.widths[index], LEGIBLE) for index in names):
            return found
        found, needed = list(self.widths), self.widths[first]
        found[first] = max(min(needed, FEWEST), needed - lacking)
        found[first] += min(needed - found[first], msgspec.structs.replace(self, widths=tuple(found)).unused)
        return found

    @property
    def farthest(self) -> int:
        """How many columns can be moved out of view: until the last one is in view."""
        last = len(self.widths) - 1
        lefts = range(len(self.widths) - self.fixed)
        return next((left for left in lefts if self.fits(self.fixed + left, last)), max(0, last - self.fixed))

    def showing(self, column: int, left: int) -> int:
        """How many are to be out of view, where `left` are now, for a column to be in view."""
        if column < self.fixed or self.room <= 0:
            return left  # nothing to show, or not laid out yet
        left = min(left, column - self.fixed)
        while self.fixed + left < column and not self.fits(self.fixed + left, column):
            left += 1
        return left

    def shown(self, left: int) -> list[int]:
        """The columns that are drawn: those that stay, and of the others what fits whole, one at least.

        A number of which a part is cut off would be another number.
        """
        first, count = self.fixed + left, len(self.widths)
        moving = (index for index in range(first, count) if index == first or self.fits(first, index))
        return [*range(min(self.fixed, count)), *moving]
