"""What a page hides until a script has set it up: an article whose style makes it both unseen and clear.

Articles of accounts on telephones are published so. A file of such a page holds the whole text, and no script runs over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from hrss_tui.sources.formats.html.styles.lengths import pixels
from hrss_tui.sources.formats.html.tree import Node
from hrss_tui.sources.formats.tokens import Words

WAITING = ("visibility", "opacity")
"""What its own style says of it, and the script takes back."""
_MOST = 0.5
_SILENT = frozenset(("script", "style", "noscript", "template", "title", "head"))


class Shares:
    """How much of the text of a page its elements hold."""

    def __init__(self, root: Node) -> None:
        self._root = root

    def is_most(self, node: Node) -> bool:
        """Does an element hold more than half of the page, on which a script runs?"""
        return self._scripted and _length(node) > _MOST * self._whole

    @cached_property
    def _whole(self) -> int:
        return _length(self._root)

    @cached_property
    def _scripted(self) -> bool:
        return any(node.tag == "script" for node in self._root.walk())


def waiting(said: Mapping[str, tuple[bool, str]]) -> bool:
    """Does a style hide an element in two ways at once, as what is shown later?"""
    values = {name: said[name][1] for name in WAITING if name in said}
    return values.get("visibility") == "hidden" and pixels(values.get("opacity", ""), 1.0, 1.0) == 0


def _length(node: Node) -> int:
    """Characters of the text of an element that is none of a program."""
    waiting: list[Node | Words] = [node]
    count = 0
    while waiting:
        at = waiting.pop()
        if isinstance(at, Words):
            count += len("".join(at.text.split()))
        elif at.tag not in _SILENT:
            waiting += at.children
    return count
