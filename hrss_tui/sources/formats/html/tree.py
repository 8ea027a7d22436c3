"""Tags and text to a tree, with what authors leave open closed as a browser closes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.tokens import Tag, Token, Words
from hrss_tui.words import phrase

_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
_CELLS, _ROWS = ("td", "th"), ("tr", "td", "th")
_SECTIONS = ("tbody", "thead", "tfoot", *_ROWS)
_CLOSES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    **dict.fromkeys(_CELLS, (_CELLS, ("table",))),
    "tr": (_ROWS, ("table",)),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (_SECTIONS, ("table",))),
    "li": (("li",), ("ul", "ol")),
    **dict.fromkeys(("dt", "dd"), (("dt", "dd"), ("dl",))),
    "option": (("option",), ("select",)),
    **dict.fromkeys(("rb", "rt", "rp"), (("rb", "rt", "rp"), ("ruby",))),
}
"""Tag → what it closes, and beyond which open element it closes nothing."""
_HOLDERS = ("table", "tbody", "thead", "tfoot", "tr")
"""Elements that hold rows or cells, and no text: a browser shows what else stands in them before their table."""
_PARTS = frozenset((*_HOLDERS[1:], *_CELLS, "caption", "colgroup", "col"))
_STRUCTURE = frozenset((*_HOLDERS, *_CELLS, "caption"))
_STAY = _PARTS | {"table", "form", "script", "style", "template", "input", "title", "link", "meta"}
BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
     "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
     "th", "thead", "tr", "ul", "xmp")
)  # fmt: skip
"""Elements that begin a line of their own."""
_PARAGRAPH_ENDS = ("td", "th", "table", "div", "li", "section", "body")
_DEEPEST = 256
"""Open elements; what lies deeper is put beside."""
_MOST = 2_000_000
"""Elements and stretches of text of a page: some 600 MB."""


class Node:
    """An element: its tag, attributes and children; a child is an element or text."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | Words] = []

    def elements(self) -> Iterator[Node]:
        """The child elements."""
        return (child for child in self.children if isinstance(child, Node))

    def walk(self) -> Iterator[Node]:
        """The element and all below it, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(list(node.elements()))

    def text(self) -> str:
        """All text inside, as it is written."""
        return "".join(
            child.text for node in self.walk() for child in node.children if isinstance(child, Words)
        )


class _Tree:
    def __init__(self) -> None:
        self.root = Node("html", {})
        self.count = 0
        self._open = [self.root]
        self._counts: Counter[str] = Counter()
        self._moved: set[int] = set()

    def start(self, tag: Tag) -> None:
        """An element begins."""
        if tag.name in _PARTS:
            self._back()
        if tag.name == "table" and self._open[-1].tag in _HOLDERS:
            self.end("table")  # one that begins outside of the cells of another ends it
        if tag.name in _CLOSES:
            closes, within = _CLOSES[tag.name]
            self._close(closes, within)
        elif tag.name in BLOCKS:
            self._close(("p",), _PARAGRAPH_ENDS)
            self._close(("head",), ())
        if tag.name in _CELLS and self._open[self._holder()].tag in _HOLDERS[:-1]:
            self._push(Node("tr", {}))  # a row that begins without saying so
        node = Node(tag.name, tag.attributes)
        self.count += 1
        is_void = (
            tag.name == "form" and self._open[-1].tag in _HOLDERS
        )  # it goes on over cells and holds none
        self._put(node, moved=tag.name not in _STAY)
        is_void = is_void or tag.name in _VOID or (tag.closed and ":" in tag.name)
        if not is_void and len(self._open) < _DEEPEST:
            self._open.append(node)
            self._counts[tag.name] += 1

    def _push(self, node: Node) -> None:
        """Open an element that no tag begins."""
        self._open[-1].children.append(node)
        if len(self._open) < _DEEPEST:
            self._open.append(node)
            self._counts[node.tag] += 1

    def _put(self, child: Node | Words, moved: bool) -> None:
        """Put a child into the element that is open, or before the table whose rows or cells alone stand there."""
        if not moved or self._open[-1].tag not in _HOLDERS:
            self._open[-1].children.append(child)
            return
        table = next((i for i in range(len(self._open) - 1, 0, -1) if self._open[i].tag == "table"), None)
        if table is None:
            self._open[-1].children.append(child)
            return
        beside = self._open[table - 1].children
        beside.insert(len(beside) - 1, child)
        if isinstance(child, Node):
            self._moved.add(id(child))

    def _holder(self) -> int:
        """The innermost open element that is a table or a part of one; 0 where there is none."""
        found = (i for i in range(len(self._open) - 1, 0, -1) if self._open[i].tag in _STRUCTURE)
        return next(found, 0)

    def _back(self) -> None:
        """Close what was put before the table, as a part of this follows."""
        if not self._moved:
            return
        holder = self._holder()
        for index in range(holder + 1, len(self._open)):
            if id(self._open[index]) in self._moved:
                self._cut(index)
                return

    def end(self, name: str) -> None:
        """Close an element, but none of a table from inside a cell of another, nor a cell by a tag of its text."""
        if not self._counts[name]:
            return
        for index in range(len(self._open) - 1, 0, -1):
            tag = self._open[index].tag
            if tag == name:
                self._cut(index)
                return
            if tag == "table" and name not in ("div", "body", "html", "table"):
                return
            if tag in _CELLS and name not in (*_SECTIONS, "table"):
                return

    def words(self, words: Words) -> None:
        """Text of the element that is open."""
        self.count += 1
        self._put(words, moved=bool(words.text.strip()))

    def _close(self, names: tuple[str, ...], within: tuple[str, ...]) -> None:
        """Close the outermost open element of some names up to one of others."""
        if not any(self._counts[name] for name in names):
            return
        lowest = 0
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag in within:
                break
            if self._open[index].tag in names:
                lowest = index
        if lowest:
            self._cut(lowest)

    def _cut(self, index: int) -> None:
        for node in self._open[index:]:
            self._counts[node.tag] -= 1
        del self._open[index:]


def build(found: Iterable[Token], name: str) -> Node:
    """The tree of a page; `name` is that of its file. Raises SourceError for too many elements."""
    tree = _Tree()
    for token in found:
        if isinstance(token, Words):
            tree.words(token)
        elif token.closing:
            tree.end(token.name)
        else:
            tree.start(token)
        if tree.count > _MOST:
            raise SourceError(phrase("source.many_parts", name=name), phrase("source.too_large.hint"))
    return tree.root
