"""The levels of a list whose columns are its levels: class, project and thing bought, each in a row and a column of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_FEWEST = 2
"""Steps that make stairs."""


def stair_levels(
    filled: Sequence[Sequence[int]], amounts: Sequence[int | None], totals: Sequence[bool]
) -> list[int] | None:
    """The level of every row, totals 0, from 1; None where the columns are no levels.

    `filled` are the columns in which a row prints words, `amounts` what it prints in 分, `totals` which rows are sums
    of the list. Columns that rows fill together are of one level. Amounts have the last word: most rows that have
    others below them are their sum.
    """
    own = [columns for columns, total in zip(filled, totals, strict=True) if not total]
    if not own or not all(own):
        return None
    steps = _steps(own)
    if len(set(steps.values())) < _FEWEST:
        return None
    levels = [
        0 if total else max(level for column, level in steps.items() if column <= columns[-1])
        for columns, total in zip(filled, totals, strict=True)
    ]
    return levels if _hold(levels, amounts) else None


def _steps(rows: Sequence[Sequence[int]]) -> dict[int, int]:
    """First column of rows → level: columns that most of such rows fill together are of one, from left to right.

    The first row of a page may repeat what it stands below.
    """
    ends: dict[int, Counter[int]] = {}
    for columns in rows:
        ends.setdefault(columns[0], Counter())[columns[-1]] += 1
    steps: dict[int, int] = {}
    level, reach = 0, -1
    for column, found in sorted(ends.items()):
        if column > reach:
            level += 1
        reach = max(reach, found.most_common(1)[0][0])
        steps[column] = level
    return steps


def _hold(levels: Sequence[int], amounts: Sequence[int | None]) -> bool:
    """Are most rows that have others one level below them the sum of these?"""
    below = [0] * len(levels)
    heads: dict[int, int] = {}
    above: list[int] = []
    for at, level in enumerate(levels):
        while above and levels[above[-1]] >= level:
            above.pop()
        if above and level == levels[above[-1]] + 1:
            below[above[-1]] += amounts[at] or 0
            heads[above[-1]] = amounts[above[-1]] or 0
        above.append(at)
    held = sum(below[at] == amount for at, amount in heads.items())
    return bool(heads) and 2 * held > len(heads)
