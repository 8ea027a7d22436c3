"""Loose rulings to the rulings of tables: collinear pieces joined, and those that cross or meet kept together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui.sources.formats.pdf.seen import Rule

SNAP = 2.0
"""Rulings nearer to each other than this are one (points)."""
JOIN = 3.0
"""Gaps in a ruling up to this are closed."""
SHORTEST = 6.0
"""A cell is at least this wide and high."""
MOST = 5_000
"""Rulings of a page after joining; a page with more holds a drawing."""


class Frame(msgspec.Struct, frozen=True):
    """Rulings that hang together: horizontal and vertical ones."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Collinear rulings joined where they touch; too short ones are left out."""
    found: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and (rule.at - group[-1].at > SNAP or rule.at - group[0].at > 2 * SNAP):
            found += _joined(group)
            group = []
        group.append(rule)
    found += _joined(group)
    return [rule for rule in found if rule.end - rule.start >= SHORTEST]


def _joined(group: Sequence[Rule]) -> list[Rule]:
    """Rulings of about one place as few as possible, at their mean weighted with their lengths."""
    if not group:
        return []
    length = sum(rule.end - rule.start for rule in group)
    at = sum(rule.at * (rule.end - rule.start) for rule in group) / length if length else group[0].at
    found: list[Rule] = []
    for rule in sorted(group, key=lambda rule: rule.start):
        if found and rule.start <= found[-1].end + JOIN:
            found[-1] = Rule(at, found[-1].start, max(found[-1].end, rule.end))
        else:
            found.append(Rule(at, rule.start, rule.end))
    return found


def frames(across: Sequence[Rule], down: Sequence[Rule]) -> list[Frame]:
    """Groups of merged rulings that cross or meet each other, each with rulings of both directions."""
    flat, upright = sorted(across), sorted(down)
    if len(flat) + len(upright) > MOST:
        return []
    groups = _Groups(len(flat) + len(upright))
    heights = [rule.at for rule in flat]
    for index, rule in enumerate(upright, len(flat)):
        first = bisect_left(heights, rule.start - JOIN)
        for crossed in range(first, bisect_right(heights, rule.end + JOIN)):
            if flat[crossed].start - JOIN <= rule.at <= flat[crossed].end + JOIN:
                groups.join(crossed, index)
    found = []
    for members in groups.all():
        horizontal = tuple(flat[index] for index in members if index < len(flat))
        vertical = tuple(upright[index - len(flat)] for index in members if index >= len(flat))
        if horizontal and vertical:
            found.append(Frame(horizontal, vertical))
    return found


class _Groups:
    """Numbers 0 … n-1 in groups that can be joined."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def _find(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        """Put two numbers, and all that are with them, into one group."""
        self._parent[self._find(one)] = self._find(other)

    def all(self) -> list[list[int]]:
        """Every group, each in ascending order."""
        groups: dict[int, list[int]] = {}
        for index in range(len(self._parent)):
            groups.setdefault(self._find(index), []).append(index)
        return list(groups.values())


def clusters(values: Iterable[float]) -> list[float]:
    """Values with those that are nearer than a cell is wide taken together, at their mean."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= JOIN and value - groups[-1][0] <= 2 * JOIN:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]
