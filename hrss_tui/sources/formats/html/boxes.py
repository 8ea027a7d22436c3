"""Tables that are made of other elements: by `display: table-row`, by the roles that are told to readers of screens.

They become tables of the tree where they are sure to be some: several rows, each of several cells. What only puts
things side by side has one of either.
"""

from __future__ import annotations

import re

from hrss_tui.sources.formats.html.styles import listed, rules
from hrss_tui.sources.formats.html.tree import Node

_DISPLAY = re.compile(
    r"display\s{0,9}:\s{0,9}(table-row-group|table-header-group|table-footer-group|table-row|table-cell|table)\b",
    re.IGNORECASE,
)
_CLASS = re.compile(r"[a-zA-Z0-9]*\.([\w-]+)")
_TAGS = {
    "table": "table", "table-row": "tr", "table-cell": "td", "table-row-group": "tbody",
    "table-header-group": "thead", "table-footer-group": "tfoot",
    "grid": "table", "row": "tr", "cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th", "rowgroup": "tbody",
}  # fmt: skip
"""What an element is by its display or its role → the tag that says so."""
_SECTIONS = ("tbody", "thead", "tfoot")
_LEAST = 2


def with_tables(root: Node) -> None:
    """Give the elements that make up a table the tags of one."""
    classes = _classes(root)
    kinds = {node: kind for node in root.walk() if (kind := _kind(node, classes))}
    for table in [node for node, kind in kinds.items() if kind == "table"]:
        rows = _rows(table, kinds)
        cells = [[cell for cell in row.elements() if kinds.get(cell) in ("td", "th")] for row in rows]
        if len(rows) < _LEAST or min(map(len, cells)) < _LEAST:
            continue
        for part in (table, *table.elements(), *rows, *(cell for row in cells for cell in row)):
            part.tag = kinds.get(part, part.tag)


def _rows(table: Node, kinds: dict[Node, str]) -> list[Node]:
    """The rows of a table, in its sections or without."""
    found: list[Node] = []
    for part in table.elements():
        if kinds.get(part) in _SECTIONS:
            found += (row for row in part.elements() if kinds.get(row) == "tr")
        elif kinds.get(part) == "tr":
            found.append(part)
    return found


def _kind(node: Node, classes: dict[str, str]) -> str | None:
    """What tag an element would have, were it part of a table in markup; None for all others."""
    if node.tag in _TAGS.values():
        return None
    style = _DISPLAY.search(node.attributes.get("style", ""))
    if style:
        return _TAGS[style[1].lower()]
    named = (classes[name] for name in node.attributes.get("class", "").split() if name in classes)
    return next(named, None) or _TAGS.get(node.attributes.get("role", "").lower())


def _classes(root: Node) -> dict[str, str]:
    """The classes to which the style sheets of a page give a place in a table."""
    found: dict[str, str] = {}
    for selectors, body in rules(root):
        if display := _DISPLAY.search(body):
            for selector in listed(selectors):
                if one := _CLASS.fullmatch(selector.strip()):
                    found[one[1]] = _TAGS[display[1].lower()]
    return found
