"""The header of a table without rulings as cells: which columns a head covers that others stand below, in how many rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hrss_tui.sources.formats.pdf.aligned.heads import Head
from hrss_tui.sources.formats.pdf.aligned.leaves import Headed, Room
from hrss_tui.sources.formats.pdf.lines import joined
from hrss_tui.sources.formats.pdf.table import TableCell

_LEFT_OUT, _TAKEN_IN = 0.8, 2.0
"""What a head counts (em) that begins below others and is left to none, and one that begins beside them and is taken."""
_SLACK = 0.3


class _Node(msgspec.Struct, frozen=True):
    """A head over columns `first` … `last`, or a column that has none; `top` is where its cell begins."""

    head: Head | None
    first: int
    last: int
    top: float


def header_cells(
    heads: Sequence[Head], columns: Sequence[Headed], edges: Sequence[float], room: Room
) -> tuple[list[TableCell], int]:
    """The cells of a header over columns with these edges, and how many rows it has."""
    tops = [
        _Node(column.head, index, index, _top(column.head, room.bottom))
        for index, column in enumerate(columns)
    ]
    found = [node for node in tops if node.head is not None]
    own = {id(node.head) for node in found}
    groups = sorted((head for head in heads if id(head) not in own), key=lambda head: -head.height)
    while groups:
        level = [head for head in groups if head.is_level_with(groups[0])]
        groups = [head for head in groups if not any(head is one for one in level)]
        parents = _parents(sorted(level, key=lambda head: head.middle), tops, edges)
        placed = {id(node.head) for node in parents}
        found += parents
        found += (_over_one(head, edges) for head in level if id(head) not in placed)
        tops = _under(tops, parents)
    rows = _rows(found)
    last = max(rows, default=-1) + 1
    cells = [_cell(node, row, last, own) for node, row in zip(found, rows, strict=True)]
    return _apart(cells), last


def _top(head: Head | None, bottom: float) -> float:
    """Where a cell begins whose text stands in its middle, by where it ends."""
    return 2 * head.height - bottom if head is not None else bottom


def _over_one(head: Head, edges: Sequence[float]) -> _Node:
    """A head that nothing stands below, over the column it stands in."""
    column = max(0, min(bisect_right(edges, head.middle) - 1, len(edges) - 2))
    return _Node(head, column, column, head.box.top)


def _under(tops: Sequence[_Node], parents: Sequence[_Node]) -> list[_Node]:
    """What nothing stands over once the parents do."""
    free = [node for node in tops if not any(one.first <= node.first <= one.last for one in parents)]
    return sorted([*free, *parents], key=lambda node: node.first)


def _parents(level: Sequence[Head], tops: Sequence[_Node], edges: Sequence[float]) -> list[_Node]:
    """The heads of one row, from left to right, each over neighbours that stand below it, at the least cost in all."""
    size = len(tops)
    worst = float("inf")
    best = [[(0.0, -1, -1)] * (size + 1)]
    best[0] = _left_out(level[0], tops)
    for head in level:
        row = [(worst, -1, -1)] * (size + 1)
        for end in range(1, size + 1):
            skipped = row[end - 1][0] + _alone(head, tops[end - 1])
            row[end] = min(row[end], (skipped, *row[end - 1][1:]))
            for start in range(end - 1, -1, -1):
                if not _is_below(head, tops[start]):
                    break
                cost = best[-1][start][0] + _cost(head, tops[start:end], edges)
                row[end] = min(row[end], (cost, start, end))
        best.append(row if row[size][0] < worst else [(cost, -1, -1) for cost, _, _ in best[-1]])
    return _chosen(level, tops, best)


def _left_out(head: Head, tops: Sequence[_Node]) -> list[tuple[float, int, int]]:
    costs = [(0.0, -1, -1)]
    for node in tops:
        costs.append((costs[-1][0] + _alone(head, node), -1, -1))
    return costs


def _chosen(
    level: Sequence[Head], tops: Sequence[_Node], best: Sequence[Sequence[tuple[float, int, int]]]
) -> list[_Node]:
    found: list[_Node] = []
    end = len(tops)
    for head, row in zip(reversed(level), reversed(best[1:]), strict=True):
        _, start, stop = row[end]
        if start < 0:
            continue
        below = tops[start:stop]
        top = _top(head, min(node.top for node in below))
        found.append(_Node(head, below[0].first, below[-1].last, top))
        end = start
    return found[::-1]


def _is_below(head: Head, node: _Node) -> bool:
    return node.head is None or head.is_above(node.head)


def _begins_beside(head: Head, node: _Node) -> bool:
    """Does the cell of a node begin beside a head and not below it?"""
    return node.head is not None and node.top < head.height - _SLACK * head.em


def _alone(head: Head, node: _Node) -> float:
    """What it counts that nothing of a level is over a node."""
    return 0.0 if node.head is None or _begins_beside(head, node) else _LEFT_OUT


def _cost(head: Head, below: Sequence[_Node], edges: Sequence[float]) -> float:
    """How far a head is from the middle of what it would cover, by the sides of columns or by the middles of heads."""
    first, last = below[0], below[-1]
    middles = [(edges[first.first] + edges[last.last + 1]) / 2]
    if first.head is not None and last.head is not None:
        middles.append((first.head.middle + last.head.middle) / 2)
    away = min(abs(middle - head.middle) for middle in middles) / head.em
    return away + _TAKEN_IN * sum(_begins_beside(head, node) for node in below)


def _rows(nodes: Sequence[_Node]) -> list[int]:
    """In which row of the header each head begins: below those that cover its columns."""
    order = sorted(
        range(len(nodes)), key=lambda index: (nodes[index].first - nodes[index].last, _height(nodes[index]))
    )
    found: dict[int, int] = {}
    for index in order:
        node = nodes[index]
        over = [
            depth
            for other, depth in found.items()
            if nodes[other].first <= node.first <= node.last <= nodes[other].last
        ]
        found[index] = max(over, default=-1) + 1
    return [found[index] for index in range(len(nodes))]


def _height(node: _Node) -> float:
    return node.head.height if node.head is not None else 0.0


def _cell(node: _Node, row: int, rows: int, own: set[int]) -> TableCell:
    assert node.head is not None
    high = rows - row if id(node.head) in own else 1
    return TableCell(row, node.first, high, node.last - node.first + 1, node.head.box, node.head.text)


def _apart(cells: Sequence[TableCell]) -> list[TableCell]:
    """Cells by row and column; texts that came to one place are one cell."""
    found: dict[tuple[int, int], TableCell] = {}
    for cell in cells:
        place = (cell.row, cell.column)
        before = found.get(place)
        text = joined([before.text, cell.text]) if before else cell.text
        found[place] = msgspec.structs.replace(before or cell, text=text)
    return [found[place] for place in sorted(found)]


def rows_between(top: float, bottom: float, count: int) -> list[float]:
    """The middles of the rows of a header between two heights."""
    sides = [top + (bottom - top) * index / count for index in range(count + 1)] if count else []
    return [(upper + lower) / 2 for upper, lower in pairwise(sides)]
