"""The outline of all documents: their titles told apart, and their headings."""

from __future__ import annotations

from typing_extensions import override

from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.text import cells, clean
from hrss_tui.tui.widgets.tree import Node, Tree


class Outline(Tree):
    """Documents and their headings; a title that has no room is a short one that no other document has."""

    def __init__(self, desk: Desk, *, title: str, id: str) -> None:
        super().__init__(desk.signs, title=title, id=id)
        self.desk = desk

    @override
    def called(self, node: Node, room: int) -> str:
        if node.key in self.desk.data.documents and cells(clean(node.label)) > room:
            return clean(self.desk.called(node.key, room))
        return super().called(node, room)
