"""Tables that are made of other elements: by `display: table-row`, by the roles that are told to readers of screens.

They become tables of the tree where they are sure to be some: several rows, each of several cells. What only puts
things side by side has one of either.
"""

from __future__ import annotations

from hrss_tui.sources.formats.html.styles.cascade import Styles
from hrss_tui.sources.formats.html.tree import Node

_TAGS = {
    "table": "table", "table-row": "tr", "table-cell": "td", "table-row-group": "tbody",
    "table-header-group": "thead", "table-footer-group": "tfoot",
    "grid": "table", "row": "tr", "cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th", "rowgroup": "tbody",
}  # fmt: skip
"""What an element is by its display or its role → the tag that says so."""
_SECTIONS = ("tbody", "thead", "tfoot")
_LEAST = 2


def with_tables(root: Node, styles: Styles) -> None:
    """Give the elements that make up a table the tags of one."""
    kinds = {node: kind for node in root.walk() if (kind := _kind(node, styles.of(node).display))}
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


def _kind(node: Node, display: str) -> str | None:
    """What tag an element would have, were it part of a table in markup; None for all others."""
    if node.tag in _TAGS.values() or display == "none":
        return None
    return _TAGS.get(display) or _TAGS.get(node.attributes.get("role", "").lower())
