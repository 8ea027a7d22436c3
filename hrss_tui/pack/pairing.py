"""Rows of one natural key matched with one another: equal ones first, then the most alike, the rest alone.

Whoever wrote the packages decides nothing about our time: a comparison has a budget of pairs of characters
that may be held against one another; what would go beyond it is matched in order, and that is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

Row = Mapping[str, Any]

_ALIKE: Final = 0.5
"""Two rows less alike than this are two records."""
_FEW: Final = 400
"""Comparisons of rows that share a key; beyond it they are matched in order."""
_START: Final = 500
"""Characters of a text that are compared for likeness."""
_EFFORT: Final = 100_000_000
"""Pairs of characters, some ten seconds of comparing."""


class Budget:
    """What may still be spent on likeness in one comparison of packages, and how many keys had to do without."""

    def __init__(self, effort: int = _EFFORT) -> None:
        self.effort = effort
        self.in_order = 0

    def covers(self, left: Sequence[Row], right: Sequence[Row], telling: Sequence[str]) -> bool:
        """Whether rows may be held against one another; what that costs is then spent."""
        cost = sum(_length(left, name) * _length(right, name) for name in telling)
        if len(left) * len(right) > _FEW or cost > self.effort:
            self.in_order += 1
            return False
        self.effort -= cost
        return True


def _length(rows: Sequence[Row], name: str) -> int:
    """Characters of a column that would be compared, one for a value that is no text."""
    values = (row.get(name) for row in rows)
    return sum(min(len(value), _START) if isinstance(value, str) else 1 for value in values)


def parted(
    old: Sequence[Row], new: Sequence[Row], apart: Sequence[str]
) -> Iterator[tuple[list[Row], list[Row]]]:
    """Rows of one key by what they state in the columns that tell records apart.

    What only one package states goes with what the other leaves open, or states wider (a place around it).
    """
    left, right = _stated(old, apart), _stated(new, apart)
    for own in [own for own in left if own in right]:
        yield left.pop(own), right.pop(own)
    for own, rows in left.items():
        other = next((other for other in right if all(map(_may_be, own, other))), None)
        yield rows, right.pop(other) if other is not None else []
    yield from (([], rows) for rows in right.values())


def _stated(rows: Sequence[Row], apart: Sequence[str]) -> dict[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(str(row.get(name) or "") for name in apart), []).append(row)
    return found


def _may_be(one: str, other: str) -> bool:
    """Is one of them open, or a place around the other?"""
    wide, narrow = sorted((one.rstrip("0"), other.rstrip("0")), key=len)
    return not one or not other or narrow.startswith(wide)


def paired(
    old: Sequence[Row], new: Sequence[Row], compared: Sequence[str], budget: Budget
) -> Iterator[tuple[Row | None, Row | None]]:
    """Rows of one key matched: equal ones first, then the most alike; what remains stands alone."""
    left, right = _unequal(old, new, compared)
    if len(left) == len(right) == 1:
        yield left.pop(), right.pop()
    telling = [name for name in compared if len({repr(row.get(name)) for row in (*left, *right)}) > 1]
    if left and right and not budget.covers(left, right, telling):
        yield from zip(left, right, strict=False)
        left, right = left[len(right) :], right[len(left) :]
    matches = _matches(left, right, telling)
    yield from ((left[i], right[j]) for i, j in matches)
    yield from ((row, None) for i, row in enumerate(left) if i not in {i for i, _ in matches})
    yield from ((None, row) for j, row in enumerate(right) if j not in {j for _, j in matches})


def _matches(left: Sequence[Row], right: Sequence[Row], telling: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of positions, the most alike first, each row in one pair at most."""
    ranked = sorted(
        (-_likeness(a, b, telling), i, j) for i, a in enumerate(left) for j, b in enumerate(right)
    )
    found: dict[int, int] = {}
    for score, i, j in ranked:
        if -score >= _ALIKE and i not in found and j not in found.values():
            found[i] = j
    return sorted(found.items())


def _unequal(old: Sequence[Row], new: Sequence[Row], compared: Sequence[str]) -> tuple[list[Row], list[Row]]:
    """What remains of both sides when equal rows are taken out in pairs."""
    before = [repr([row.get(name) for name in compared]) for row in old]
    after = [repr([row.get(name) for name in compared]) for row in new]
    shared = Counter(before) & Counter(after)
    return _without(old, before, shared), _without(new, after, shared)


def _without(rows: Sequence[Row], facts: Sequence[str], shared: Counter[str]) -> list[Row]:
    left = Counter(shared)
    kept = []
    for row, fact in zip(rows, facts, strict=True):
        if left[fact]:
            left[fact] -= 1
        else:
            kept.append(row)
    return kept


def _likeness(a: Row, b: Row, telling: Sequence[str]) -> float:
    """How alike two rows are in the columns that tell them apart, from 0 to 1; text counts by common parts."""
    return sum(_score(a.get(name), b.get(name)) for name in telling) / (len(telling) or 1)


def _score(a: Any, b: Any) -> float:
    if a == b:
        return 1.0
    if isinstance(a, str) and isinstance(b, str):
        from difflib import SequenceMatcher

        return SequenceMatcher(None, a[:_START], b[:_START], autojunk=False).ratio()
    return 0.0
