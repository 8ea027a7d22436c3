"""How much text the elements of a page hold, and how much of it is in links."""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.html.styles.cascade import Styles
from hrss_tui.sources.formats.html.tree import Node

_FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|et|zip|rar|ofd|txt|csv)$", re.IGNORECASE)


class Weight(msgspec.Struct):
    """Characters of an element that are no white space, those inside links, and how many links; what else it holds."""

    text: int = 0
    linked: int = 0
    links: int = 0
    files: int = 0
    digits: bool = False
    blocks: bool = False
    tables: bool = False


def is_link(node: Node) -> bool:
    """Does it lead elsewhere? What only bears a name is a place of this page that others lead to."""
    names = node.attributes.keys() & {"name", "id"}
    return node.tag == "a" and ("href" in node.attributes or not names)


def weights(root: Node, styles: Styles, silent: frozenset[str]) -> dict[Node, Weight]:
    """The weight of every element, children before their parents; what is `silent` weighs nothing."""
    found: dict[Node, Weight] = {}
    for node in reversed(list(root.walk())):
        weight = Weight()
        if node.tag not in silent:
            for child in node.children:
                if isinstance(child, Node):
                    inner = found[child]
                    weight.text += inner.text
                    weight.linked += inner.linked
                    weight.links += inner.links
                    weight.files += inner.files
                    weight.digits = weight.digits or inner.digits
                    weight.blocks = weight.blocks or inner.blocks
                    weight.tables = weight.tables or inner.tables
                else:
                    weight.text += len("".join(child.text.split()))
                    weight.digits = weight.digits or any(map(str.isdigit, child.text))
        if is_link(node) and weight.text:
            weight.linked, weight.links = weight.text, 1
            weight.files = int(bool(_FILES.search(node.attributes.get("href", "")[-10:])))
        weight.blocks = weight.blocks or node.tag == "img" or styles.of(node).block
        weight.tables = weight.tables or node.tag == "table"
        found[node] = weight
    return found
