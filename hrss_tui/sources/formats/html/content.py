"""What of a page is the document: not its navigation, its tools and what stands at its foot.

Names that authors give to elements are believed only where the element is a small part of the page; lists of links
are known by what they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui import lazy_re as re
from hrss_tui.reference.pages import page_furniture
from hrss_tui.sources.formats.html.elsewhere import elsewhere
from hrss_tui.sources.formats.html.fields import shown_text
from hrss_tui.sources.formats.html.formulas import formula
from hrss_tui.sources.formats.html.styles.cascade import Styles
from hrss_tui.sources.formats.html.styles.generated import Generated
from hrss_tui.sources.formats.html.styles.looks import Look
from hrss_tui.sources.formats.html.styles.unseen import ALL
from hrss_tui.sources.formats.html.tree import BLOCKS, Node
from hrss_tui.sources.formats.html.weights import weights

_SILENT = frozenset(
    ("script", "style", "noscript", "template", "title", "meta", "link", "nav", "aside", "footer", "button", "select",
     "option", "datalist", "input", "textarea", "iframe", "svg", "object", "applet", "canvas", "audio", "video",
     "xml", "map", "menu", "head", "noframes", "embed", "frame", "noembed", "math",
     "rt", "rp")
)  # fmt: skip
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_WRITES = "document.write"
_SMALL, _LINKS, _SHARE = 0.3, 4, 0.8
"""Share of the page that furniture with a telling name takes at most; links of a list of links; their share of it."""
_LONGEST_NAME = 200
_EMBEDDING = ("iframe", "object", "embed", "canvas", "frame", "applet")
_NOWHERE = ("about:", "javascript:")
_ICONS = (".gif", ".svg", ".ico")
_TABLE = ("table", "tr", "td", "th")
_LARGE = 0.2
"""Share of the page from which what is hidden is said."""
_TINY, _ICON = 10, 80
"""Pixels below which something embedded counts what is done on a page, and a picture is a sign."""


class Content:
    """Which elements of a page are to be read."""

    def __init__(self, root: Node, styles: Styles) -> None:
        self._styles = styles
        self._weights = weights(root, styles, _SILENT)
        self._elsewhere = elsewhere(root, self._weights)
        self._all = max(self._weights[root].text, 1)

    def look(self, node: Node) -> Look:
        """How an element looks."""
        return self._styles.of(node)

    def around(self, node: Node) -> tuple[Generated | None, Generated | None]:
        """What style sheets put before and after the text of an element."""
        return self._styles.around(node)

    def leaves_out(self, node: Node) -> bool:
        """Is the element hidden, silent, or furniture?"""
        return node.tag in _SILENT or self.look(node).gone or self._is_furniture(node)

    def covers(self, node: Node, holder: Node, cell: bool) -> bool:
        """Is what an element of a line, or of a `cell`, holds covered, or surely that of a whole part of the page?

        A label of a table is read in any case: it is covered where another table above it shows it again.
        """
        covered = self.look(node).covered
        part = self._weights[node].blocks
        if not covered or (part and holder.tag == "th"):
            return False
        return covered == ALL or cell or not part

    def in_formula(self, node: Node) -> str:
        """What can be seen of a formula; "" for any other element."""
        return formula(node) if node.tag == "math" and not self._hides(node) else ""

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
        return any(map(str.isdigit, shown)) and not self._hides(node)

    def embeds(self, node: Node) -> bool:
        """Does an element show another page, or something drawn by a program, that is not read?"""
        known = node.attributes
        if node.tag not in _EMBEDDING or self._hides(node) or _is_small(node, _TINY):
            return False
        source = known.get("src", "") or known.get("data", "") or known.get("srcdoc", "")
        return node.tag == "canvas" or not source.strip().lower().startswith(_NOWHERE)

    def hides_much(self, node: Node) -> bool:
        """Is it covered, or hidden and a large part of the page or of a table, and are there numbers in it?"""
        known = self.look(node)
        if node.tag in _SILENT or not (known.gone or known.covered):
            return False
        weight = self._weights[node]
        large = known.covered or node.tag in _TABLE or weight.text > _LARGE * self._all or weight.tables
        return bool(large) and weight.digits

    def holds_digits(self, node: Node) -> bool:
        """Are there digits in an element?"""
        return self._weights[node].digits

    def pictures(self, node: Node) -> bool:
        """Is it a picture of some size, in which a table may be shown?"""
        if node.tag != "img" or self._hides(node) or _is_small(node, _ICON):
            return False
        source = node.attributes.get("src", "").partition("?")[0].lower()
        return not source.endswith(_ICONS)

    def _hides(self, node: Node) -> bool:
        known = self.look(node)
        return known.gone or bool(known.covered) or known.ink.unseen

    def in_field(self, node: Node) -> str:
        """What can be seen in a field of a form; "" for any other element."""
        return "" if self._hides(node) else shown_text(node)

    def _is_furniture(self, node: Node) -> bool:
        weight = self._weights.get(node)
        if weight is None or node.tag in ("html", "body"):
            return False
        if node in self._elsewhere:
            return True
        small = weight.text < _SMALL * self._all
        if small and (node.attributes.get("role") in page_furniture().roles or _has_telling_name(node)):
            return True
        linked = weight.links >= _LINKS and weight.linked >= _SHARE * weight.text
        return linked and node.tag in BLOCKS and not weight.files and weight.text < _SHARE * self._all


def _is_small(node: Node, least: int) -> bool:
    """Is it less wide or less high than so many pixels, as far as it says?"""
    given = (node.attributes.get(name, "").removesuffix("px") for name in ("width", "height"))
    return any(each.isdecimal() and int(each[:6]) < least for each in given)


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
