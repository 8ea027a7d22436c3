"""What of a page is the document: not its navigation, its tools and what stands at its foot.

Names that authors give to elements are believed only where the element is a small part of the page; lists of links
are known by what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from hrss_tui.reference.pages import page_furniture
from hrss_tui.sources.formats.html.fields import shown_text
from hrss_tui.sources.formats.html.formulas import formula
from hrss_tui.sources.formats.html.hiding import Hidden
from hrss_tui.sources.formats.html.tree import BLOCKS, Node

_SILENT = frozenset(
    ("script", "style", "noscript", "template", "title", "meta", "link", "nav", "aside", "footer", "button", "select",
     "option", "datalist", "input", "textarea", "iframe", "svg", "object", "applet", "canvas", "audio", "video", "del",
     "s", "strike",
     "xml", "map", "menu", "head", "noframes", "xmp", "math")
)  # fmt: skip
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|et|zip|rar|ofd|txt|csv)$", re.IGNORECASE)
_WRITES = "document.write"
_SMALL, _LINKS, _SHARE = 0.3, 4, 0.8
"""Share of the page that furniture with a telling name takes at most; links of a list of links; their share of it."""
_LONGEST_NAME = 200


class Weight(msgspec.Struct):
    """Characters of an element that are no white space, those inside links, and how many links."""

    text: int = 0
    linked: int = 0
    links: int = 0
    files: int = 0


class Content:
    """Which elements of a page are to be read."""

    def __init__(self, root: Node, hidden: Hidden) -> None:
        self._hidden = hidden
        self._weights = _weights(root)
        self._all = max(self._weights[root].text, 1)

    def leaves_out(self, node: Node) -> bool:
        """Is the element hidden, silent, or furniture?"""
        return node.tag in _SILENT or self._hidden.hides(node) or self._is_furniture(node)

    def in_formula(self, node: Node) -> str:
        """What can be seen of a formula; "" for any other element."""
        return formula(node) if node.tag == "math" and not self._hidden.hides(node) else ""

    def holds_unread(self, node: Node) -> bool:
        """Is it a field, a drawing or a picture that shows numbers, or does it write some?"""
        if node.tag == "svg":
            shown = "".join(each.text() for each in node.walk() if each.tag == "text")
        elif node.tag == "img":
            shown = node.attributes.get("alt", "")
        elif node.tag == "script":
            shown = node.text() if _WRITES in node.text() else ""
        else:
            shown = shown_text(node) if node.tag in ("input", "textarea") else ""
        return any(map(str.isdigit, shown)) and not self._hidden.hides(node)

    def in_field(self, node: Node) -> str:
        """What can be seen in a field of a form; "" for any other element."""
        return "" if self._hidden.hides(node) else shown_text(node)

    def _is_furniture(self, node: Node) -> bool:
        weight = self._weights.get(node)
        if weight is None or node.tag in ("html", "body"):
            return False
        small = weight.text < _SMALL * self._all
        if small and (node.attributes.get("role") in page_furniture().roles or _has_telling_name(node)):
            return True
        linked = weight.links >= _LINKS and weight.linked >= _SHARE * weight.text
        return linked and node.tag in BLOCKS and not weight.files and weight.text < _SHARE * self._all


def _has_telling_name(node: Node) -> bool:
    names = page_furniture().names
    for key in ("class", "id"):
        for name in node.attributes.get(key, "")[:_LONGEST_NAME].split():
            if name.lower() in names or any(part in names for part in _parts(name)):
                return True
    return False


def _parts(name: str) -> Iterator[str]:
    """The words a name is made of: main-nav, topNav, NAV_1."""
    return (part.lower() for part in _PART.findall(name))


def _weights(root: Node) -> dict[Node, Weight]:
    """The weight of every element, children before their parents."""
    found: dict[Node, Weight] = {}
    for node in reversed(list(root.walk())):
        weight = Weight()
        if node.tag not in _SILENT:
            for child in node.children:
                if isinstance(child, Node):
                    inner = found[child]
                    weight.text += inner.text
                    weight.linked += inner.linked
                    weight.links += inner.links
                    weight.files += inner.files
                else:
                    weight.text += len("".join(child.text.split()))
        if node.tag == "a" and weight.text:
            weight.linked, weight.links = weight.text, 1
            weight.files = int(bool(_FILES.search(node.attributes.get("href", "")[-10:])))
        found[node] = weight
    return found
