"""The header of a table: a tree of labels to rows of merged cells, and its leaves as columns."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tests.documents.described import Cell, Row


class Head(msgspec.Struct, frozen=True):
    """A header cell over its children; a leaf is a column.

    `role` says what the column holds: amount, name, label, code (the whole code), class, group, item (its parts),
    glued (code and name), number (行次), blank, unit (预算单位) or project. `key` is the measure of a column of money
    (none where its amounts are not promised), `field` the name of its amounts in a line where that is another,
    `of` and `level` name what its amounts are of where columns are items. `area` is the
    unit that a column of transfers goes to. `width` is relative.
    """

    label: str
    children: tuple[Head, ...] = ()
    role: str = "amount"
    key: str = ""
    field: str = ""
    of: str = ""
    level: int = 0
    area: str = ""
    width: float = 1.0


def leaves(heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """The columns from left to right."""
    return tuple(leaf for head in heads for leaf in (leaves(head.children) if head.children else (head,)))


def header_rows(heads: tuple[Head, ...]) -> tuple[Row, ...]:
    """The header as printed: a head over its children, a leaf down to the last row."""
    depth = max(map(_depth, heads))
    return tuple(Row(tuple(_level(heads, at, depth))) for at in range(depth))


def _depth(head: Head) -> int:
    return 1 + max(map(_depth, head.children), default=0)


def _level(heads: tuple[Head, ...], at: int, depth: int) -> Iterator[Cell]:
    """The cells that begin in row `at` of a header of `depth` rows."""
    for head in heads:
        if at == 0:
            rows = 1 if head.children else depth
            yield Cell(head.label, rows, len(leaves((head,))), "header")
        elif head.children:
            yield from _level(head.children, at - 1, depth - 1)


def relabelled(heads: tuple[Head, ...], suffix: str) -> tuple[Head, ...]:
    """The same header with `suffix` after the label of every column of money: （元） for example."""
    return tuple(
        msgspec.structs.replace(head, children=relabelled(head.children, suffix))
        if head.children
        else msgspec.structs.replace(head, label=head.label + suffix if head.role == "amount" else head.label)
        for head in heads
    )
