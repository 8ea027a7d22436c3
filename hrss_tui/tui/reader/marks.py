"""Marks on a text: stretches of passages in a style, among them links; how one goes from one to another, how they are drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec

from hrss_tui.tui.paint.lines import Seg


class Mark(msgspec.Struct, frozen=True, order=True):
    """A stretch [start, end) of a passage in a style; `record` is what it is a link to."""

    item: int
    start: int
    end: int
    style: str = "figure"
    record: str = ""


class Stand(msgspec.Struct, frozen=True):
    """How a text with marks is shown: whether lines have numbers, columns of wide tables out of view, the hit stood at, the figure chosen."""

    numbers: bool
    left: int
    hit: int
    mark: Mark | None


Links = Callable[[int], Sequence[Mark]]
"""The links of a passage, in the order of its text."""


def beside(links: Links, mark: Mark, step: int) -> Mark | None:
    """The link one step from another in the same passage."""
    own = links(mark.item)
    index = own.index(mark) + step if mark in own else -1
    return own[index] if 0 <= index < len(own) else None


def first_from(links: Links, items: range, item: int, step: int) -> Mark | None:
    """The first link of the first of some passages from one on that has any, or going back the last."""
    while item in items:
        own = links(item)
        if own:
            return own[0 if step > 0 else -1]
        item += step
    return None


def first_at(marks: Sequence[Mark], item: int) -> int:
    """Which of some marks in the order of the text is the first at or after a passage, around the end; -1 where there are none."""
    after = bisect_left(marks, item, key=_item)
    return (after if after < len(marks) else 0) if marks else -1


def of_item(marks: Sequence[Mark], item: int) -> Sequence[Mark]:
    """Those of a passage, of marks in the order of the text."""
    return marks[bisect_left(marks, item, key=_item) : bisect_right(marks, item, key=_item)]


def marked(text: str, start: int, end: int, marks: Sequence[Mark], plain: str) -> list[Seg]:
    """The text [start, end) split where marks begin and end; the last mark of a place wins, elsewhere it is `plain`."""
    cuts = {start, end}
    for mark in marks:
        cuts.update(at for at in (mark.start, mark.end) if start < at < end)
    segs, places = [], sorted(cuts)
    for low, high in pairwise(places):
        over = [mark.style for mark in marks if mark.start <= low and high <= mark.end]
        segs.append(Seg(text[low:high], over[-1] if over else plain))
    return segs


def _item(mark: Mark) -> int:
    return mark.item
