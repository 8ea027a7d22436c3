"""A tree drawn line by line; a node's children are asked for when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from typing_extensions import override

from hrss_tui.tui.paint.glyphs import UNICODE, Glyphs
from hrss_tui.tui.paint.lines import Seg
from hrss_tui.tui.paint.text import clean, cut, pad
from hrss_tui.tui.widgets.rows import Rows


class Node(msgspec.Struct, frozen=True):
    """A node: `key` identifies it, `right` columns stand at the right edge, `leaf` nodes do not open."""

    key: str
    label: str
    code: str = ""
    right: tuple[Seg, ...] = ()
    leaf: bool = False
    style: str = ""


Children = Callable[[str], Sequence[Node]]


DEEPEST = 6
"""Levels from which on nothing is set in any more."""
LABEL = 4
"""Cells that are kept for a label: what stands right of it is drawn whole beside that, or not at all."""


class Tree(Rows):
    """Visible nodes as (node, depth); `children("")` gives the roots."""

    def __init__(self, signs: Glyphs = UNICODE, *, title: str = "", id: str | None = None) -> None:
        super().__init__(signs, title=title, id=id)
        self.shown: list[tuple[Node, int]] = []
        self.opened: set[str] = set()
        self._children: Children = lambda key: ()
        self._made_for = 0

    @property
    @override
    def items(self) -> int:
        return len(self.shown)

    @property
    def current(self) -> Node | None:
        """The node under the cursor."""
        return self.shown[self.cursor][0] if self.shown else None

    def load(self, children: Children, opened: Iterable[str] = (), cursor: str = "") -> None:
        """Show another tree, with some nodes open and the cursor on one."""
        self._children, self.opened = children, set(opened)
        self.rebuild(cursor)

    def rebuild(self, cursor: str | None = None) -> None:
        """Ask for the visible nodes again, the cursor staying on its node."""
        key = cursor if cursor is not None else (self.current.key if self.current else "")
        self._made_for = self.size.width
        self.shown = list(self._visible())
        keys = [node.key for node, _ in self.shown]
        self.reset(keys.index(key) if key in keys else 0)

    @override
    def on_resize(self) -> None:
        """Nodes that were made while the tree was hidden do not know what room there is beside their labels."""
        if self.shown and not self._made_for and self.size.width:
            self.rebuild()
        super().on_resize()

    def _visible(self) -> Iterator[tuple[Node, int]]:
        """Nodes from top to bottom; without recursion, for a document may nest its headings by the thousand."""
        levels = [iter(self._children(""))]
        while levels:
            node = next(levels[-1], None)
            if node is None:
                levels.pop()
                continue
            yield node, len(levels) - 1
            if node.key in self.opened and not node.leaf:
                levels.append(iter(self._children(node.key)))

    def seek(self, path: Sequence[str]) -> bool:
        """Open the ancestors of a node and put the cursor on it; `path` runs from the root to the node."""
        self.opened.update(path[:-1])
        self.rebuild()
        for index, (node, _) in enumerate(self.shown):
            if path and node.key == path[-1]:
                self.put(index)
                return True
        return False

    def toggle(self, open_it: bool | None = None) -> None:
        """Open or close the node under the cursor."""
        node = self.current
        if node is None or node.leaf:
            return
        want = node.key not in self.opened if open_it is None else open_it
        (self.opened.add if want else self.opened.discard)(node.key)
        self.rebuild()

    def sideways(self, step: int) -> None:
        """Right opens or enters a node, left closes it or goes to its parent."""
        node = self.current
        if node is None:
            return
        is_open = node.key in self.opened and not node.leaf
        if step > 0:
            if is_open:
                self.put(self.cursor + 1)
            else:
                self.toggle(True)
        elif is_open:
            self.toggle(False)
        else:
            self.to_parent()

    @override
    def click_sign(self, item: int, x: int) -> bool:
        node, depth = self.shown[item]
        at = 1 + 2 * min(depth, DEEPEST)
        if node.leaf or not at <= x <= at + 1:
            return False
        self.put(item)
        self.toggle()
        return True

    def to_parent(self) -> bool:
        """Put the cursor on the parent; False at a root."""
        if not self.shown:
            return False
        depth = self.shown[self.cursor][1]
        for index in range(self.cursor, -1, -1):
            if self.shown[index][1] < depth:
                self.put(index)
                return True
        return False

    def called(self, node: Node, room: int) -> str:
        """The label of a node in so many cells."""
        return cut(clean(node.label), room, self.signs.ellipsis)

    @override
    def paint(self, line: int, width: int) -> list[Seg]:
        node, depth = self.shown[line]
        sign = (
            self.signs.leaf
            if node.leaf
            else self.signs.open
            if node.key in self.opened
            else self.signs.closed
        )
        indent = "  " * min(depth, DEEPEST)
        head = f"{indent}{sign} "
        code = f"{node.code} " if node.code else ""
        left = width - len(head) - len(code) - LABEL - 1
        beside = [node.right[: count + 1] for count in range(len(node.right))]
        right = next((segs for segs in reversed(beside) if sum(len(text) for text, _ in segs) <= left), ())
        room = max(LABEL, LABEL + left - sum(len(text) for text, _ in right))
        label = self.called(node, room)
        if not right:
            return [Seg(head, "dim"), Seg(code, "code"), Seg(label, node.style)]
        return [Seg(head, "dim"), Seg(code, "code"), Seg(pad(label, room), node.style), Seg(" "), *right]
