"""Which column 去年同期 stands beside: in 本季 | 本年累计 | 去年同期 it has the months of the second, which stands left of it.

Tables of indicators and tables by place ask here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from hrss_tui.compile.basics.so_far import adds_up

_SAME = ("同期", "同时期")
Sort = Literal["level", "summed", "same", "same_summed", ""]
"""What a column is: figures of some months, of all up to some, the same ones of another year without or with 累计, or no outcome."""


class Pair(msgspec.Struct, frozen=True):
    """A column of the same months of another year, and the column that has these months."""

    same: int
    of: int


def sort_of(labels: Sequence[str], outcome: bool, stated: bool) -> Sort:
    """What the labels of a column say of its months, if it is one of outcomes; `stated` where they name some (去年同期 1—9月)."""
    if not outcome:
        return ""
    same, summed = any(word in label for label in labels for word in _SAME), any(map(adds_up, labels))
    if same:
        return "same_summed" if summed else "" if stated else "same"
    return "summed" if summed else "level"


def pairs(columns: Sequence[Sort]) -> Iterator[Pair]:
    """The columns of the same months with those before them: the nearest, or of as many the one in its place.

    Where 去年同期累计 has a column of its own, 去年同期 is of nothing that has come together.
    """
    own_sum = "same_summed" in columns
    levels: list[int] = []
    same: list[int] = []
    summed: int | None = None
    for at, sort in enumerate((*columns, "level")):
        summed = at if sort == "summed" else summed
        if sort == "same":
            same.append(at)
        elif sort == "same_summed" and summed is not None:
            yield Pair(at, summed)
        elif sort in ("level", "summed") and (same or at == len(columns)):
            if same and len(levels) >= len(same):
                yield from (Pair(*each) for each in zip(same, levels[-len(same) :], strict=True))
            levels, same = [], []
        if sort == "level" or (sort == "summed" and not own_sum):
            levels.append(at)
