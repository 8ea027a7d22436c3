"""How wide the columns of a table are in a pane, and which of them are in view. Pure.

Columns are as wide as what stands in them; names give way first. What still does not fit is looked at in parts: the
columns that say what a row is stay, of the others as many as have room. A column in view is whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDEST = 64
"""Cells that a column of text takes at most."""
NAME = 10
"""Cells that a column of names keeps before columns go out of view."""
_KEPT = 0.45
"""Share of the pane that the columns which stay may take."""


class Needs(NamedTuple):
    """Of each column: how wide it would be (0 where nothing stands in it), what it cannot do without, whether it names."""

    full: Sequence[int]
    least: Sequence[int]
    names: Sequence[bool]


class View(NamedTuple):
    """The columns in view with their widths; `pad` blanks stand on both sides of a text.

    `kept` of them stay whatever is in view; `before` and `after` say whether others are out of view between those
    and the rest, and to the right; `most` is how many can be left out so.
    """

    columns: tuple[int, ...]
    widths: tuple[int, ...]
    pad: int = 0
    kept: int = 0
    before: bool = False
    after: bool = False
    most: int = 0

    def edges(self) -> list[int]:
        """Where the lines between the columns are: one more than there are columns."""
        found = [0]
        for wide in self.widths:
            found.append(found[-1] + 1 + wide + 2 * self.pad)
        return found


def fitted(needs: Needs, room: int, left: int) -> View:
    """The columns in view in a pane `room` cells wide, `left` of those that do not stay being left out."""
    shown = [column for column, wide in enumerate(needs.full) if wide]
    for pad, cap in [(1, WIDEST), *((0, cap) for cap in range(WIDEST, NAME - 1, -2))]:
        widths = [_at_most(needs, column, cap) for column in shown]
        if _total(widths, pad) <= room:
            return View(tuple(shown), tuple(widths), pad)
    return _in_parts(needs, shown, room, left)


def _in_parts(needs: Needs, shown: Sequence[int], room: int, left: int) -> View:
    widths = [_at_most(needs, column, NAME) for column in shown]
    kept = _kept(needs, shown, widths, room)
    most = next(
        (out for out in range(len(shown) - kept) if _total(widths[:kept] + widths[kept + out :]) <= room),
        max(len(shown) - kept - 1, 0),
    )
    out = min(left, most)
    columns, chosen = list(shown[:kept]), widths[:kept]
    for column, wide in zip(shown[kept + out :], widths[kept + out :], strict=True):
        free = room - _total(chosen) - 1
        if wide > free and len(chosen) > kept:
            break
        columns.append(column)
        chosen.append(max(1, min(wide, free)))
    after = kept + out + len(columns) - kept < len(shown)
    return View(tuple(columns), tuple(chosen), 0, kept, out > 0, after, most)


def _kept(needs: Needs, shown: Sequence[int], widths: Sequence[int], room: int) -> int:
    """How many columns stay: up to the first one of names, else the first, where room is left for others."""
    named = next((at + 1 for at, column in enumerate(shown) if needs.names[column]), 1)
    for count in (named, 1):
        others = max(widths[count:], default=0) + 1
        if _total(widths[:count]) <= max(room * _KEPT, min(room - others, room * 0.6)):
            return count
    return 0


def _at_most(needs: Needs, column: int, cap: int) -> int:
    return min(needs.full[column], max(cap, needs.least[column]))


def _total(widths: Sequence[int], pad: int = 0) -> int:
    """Cells of columns with the lines around them."""
    return 1 + sum(widths) + len(widths) * (1 + 2 * pad)
