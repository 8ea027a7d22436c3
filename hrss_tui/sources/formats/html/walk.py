"""The elements of a page to paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.blocks import Block, TableBlock, TableCell
from hrss_tui.sources.formats.formulas import beside as beside_formula
from hrss_tui.sources.formats.html.content import Content
from hrss_tui.sources.formats.html.fields import holds_fields
from hrss_tui.sources.formats.html.styles import is_pale
from hrss_tui.sources.formats.html.tokens import Words
from hrss_tui.sources.formats.html.tree import BLOCKS, Node
from hrss_tui.sources.formats.pale import Pale, without_pale
from hrss_tui.sources.formats.raised import beside, raised
from hrss_tui.words import phrase

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SOURCE_BREAK = "\r"
_SOFT = re.compile(r"(?<=[^\x00-\u02ff]) ?\r ?(?=[^\x00-\u02ff])")
"""An end of line of the markup between two characters that are not Latin: it shows nothing."""
_NUMBER = re.compile(r"\s{0,40}\+?(\d{1,6})", re.ASCII)
_SECTIONS = ("tbody", "thead", "tfoot")
_UNREAD = "\ufffd"
_WIDEST = 1_000
_SUPER = re.compile(r"vertical-align\s{0,9}:\s{0,9}super\b", re.IGNORECASE)


class _Leave(msgspec.Struct, frozen=True):
    """An element whose children are done."""

    node: Node


class Walker:
    """Reads what can be seen. Raises SourceError for tables without end."""

    def __init__(self, content: Content, name: str, cells: int) -> None:
        self._content, self._name, self._left = content, name, cells
        self.unread = 0
        """Fields and drawings met so far whose numbers are not read."""

    def blocks(self, holder: Node, fields: bool = False, cell: bool = False) -> tuple[Block, ...]:
        """The paragraphs and tables inside an element, with what stands in its `fields` where they hold figures.

        In a `cell` a sign stands for digits that are drawn or in fields that are not read: what is beside them is a part.
        """
        found: list[Block] = []
        text: list[str] = []
        waiting: list[Node | Words | _Leave] = list(reversed(holder.children))
        numbers = _Numbers()
        pre = up = white = 0
        while waiting:
            at = waiting.pop()
            if isinstance(at, Words):
                shown = at.text if pre else _SPACE.sub(_folded, at.text)
                shown = raised(shown) if up else shown
                text.append(Pale(shown) if white else shown)
            elif isinstance(at, _Leave):
                pre -= at.node.tag == "pre"
                up -= _is_raised(at.node)
                white -= is_pale(at.node)
                numbers.leave(at.node)
                if at.node.tag in BLOCKS:
                    _flush(text, found)
            elif fields and (shown := self._content.in_field(at)):
                text.append(f" {shown} ")
            elif shown := self._content.in_formula(at):
                text.append(beside_formula("".join(text[-1:]), shown))
            elif self._content.leaves_out(at) or at.tag == "img":
                lost = self._content.holds_unread(at)
                self.unread += lost
                text.append(_UNREAD if cell and lost else "")
            elif at.tag == "br":
                text.append("\n")
            elif at.tag == "table":
                _flush(text, found)
                found += self._table(at)
            else:
                if at.tag in BLOCKS:
                    _flush(text, found)
                _set_mark(at, text)
                if at.tag in BLOCKS or _is_raised(at) or is_pale(at):
                    waiting.append(_Leave(at))
                    up += _is_raised(at)
                    white += is_pale(at)
                    pre += at.tag == "pre"
                    text.append(numbers.enter(at))
                waiting += reversed(at.children)
        _flush(text, found)
        return tuple(found)

    def _in_cell(self, cell: Node) -> tuple[Block, ...]:
        return self.blocks(cell, holds_fields(cell), not _has_table(cell))

    def _table(self, table: Node) -> Iterator[Block]:
        """The captions of a table and the table."""
        cells: list[TableCell] = []
        index = 0
        for kind, rows in self._sections(table):
            if kind == "caption":
                yield from self.blocks(rows[0])
                continue
            carried: dict[int, int] = {}
            for number, row in enumerate(rows):
                carried = self._row(row, index, len(rows) - number, carried, cells)
                index += 1
        if cells:
            yield TableBlock(tuple(cells))

    def _sections(self, table: Node) -> list[tuple[str, list[Node]]]:
        """Captions and the rows of each section, the first head first and the first foot last, as a browser shows them."""
        found: list[tuple[str, list[Node]]] = []
        met: set[str] = set()
        waiting = list(reversed(list(table.elements())))
        while waiting:
            node = waiting.pop()
            if self._content.leaves_out(node) or node.tag in ("table", "colgroup"):
                if node.tag == "table":
                    found.append(("caption", [_holding(node)]))
            elif node.tag == "tr":
                if not found or found[-1][0] != "tbody":
                    found.append(("tbody", []))
                found[-1][1].append(node)
            elif node.tag in _SECTIONS:
                rows = [
                    row for row in node.elements() if row.tag == "tr" and not self._content.leaves_out(row)
                ]
                found.append(("tbody" if node.tag in met else node.tag, rows))
                met.add(node.tag)
            elif node.tag == "caption":
                found.append(("caption", [node]))
            else:
                waiting += reversed(list(node.elements()))
        order = {"caption": 0, "thead": 1, "tbody": 2, "tfoot": 3}
        return sorted(found, key=lambda section: order[section[0]])

    def _row(
        self, row: Node, index: int, below: int, carried: dict[int, int], cells: list[TableCell]
    ) -> dict[int, int]:
        """Place the cells of a row beside those that reach down into it; what reaches down from here.

        `below` is how many rows its section has from here on.
        """
        column = 0
        reaching = dict(carried)
        for cell in row.elements():
            if cell.tag not in ("td", "th") or self._content.leaves_out(cell):
                continue
            while reaching.get(column, 0) > 0:
                column += 1
            width = min(_span(cell, "colspan") or 1, _WIDEST)
            height = min(_span(cell, "rowspan") or below, below)
            self._left -= width
            if self._left < 0:
                raise SourceError(
                    phrase("source.many_cells", name=self._name), phrase("source.too_large.hint")
                )
            cells.append(TableCell(index, column, height, width, self._in_cell(cell)))
            for covered in range(column, column + width):
                reaching[covered] = max(reaching.get(covered, 0), height)
            column += width
        return {covered: rows - 1 for covered, rows in reaching.items() if rows > 1}


def _set_mark(node: Node, text: Sequence[str]) -> None:
    """Lowered digits right behind a number are a mark at it, as raised ones are."""
    if node.tag == "sub" and text and text[-1][-1:].isdecimal():
        node.tag = "sup"


def _has_table(cell: Node) -> bool:
    return any(node.tag == "table" for node in cell.walk())


def _holding(node: Node) -> Node:
    holder = Node("div", {})
    holder.children.append(node)
    return holder


def _folded(match: re.Match[str]) -> str:
    return _SOURCE_BREAK if "\n" in match.group() or "\r" in match.group() else " "


def _span(cell: Node, attribute: str) -> int:
    """A number of columns or rows; 0 reaches to the end of the section, 1 where none is given."""
    match = _NUMBER.match(cell.attributes.get(attribute, ""))
    return int(match.group(1)) if match else 1


def _flush(text: list[str], found: list[Block]) -> None:
    """The text so far as a paragraph, if there is any."""
    whole = _SOFT.sub("", "".join(without_pale(text))).replace(_SOURCE_BREAK, " ")
    text.clear()
    if whole.strip():
        found.append(beside(whole))


def _is_raised(node: Node) -> bool:
    return node.tag == "sup" or bool(_SUPER.search(node.attributes.get("style", "")))


class _Numbers:
    """Counts the items of numbered lists."""

    def __init__(self) -> None:
        self._counts: list[int | None] = []

    def enter(self, node: Node) -> str:
        """What stands before the text of an element that begins."""
        if node.tag in ("ol", "ul"):
            start = _NUMBER.match(node.attributes.get("start", "1"))
            plain = node.tag == "ul" or "none" in node.attributes.get("style", "")
            self._counts.append(None if plain else int(start.group(1)) if start else 1)
        if node.tag != "li" or not self._counts or self._counts[-1] is None:
            return ""
        number = self._counts[-1]
        self._counts[-1] = number + 1
        return f"{number}. "

    def leave(self, node: Node) -> None:
        """An element ends."""
        if node.tag in ("ol", "ul") and self._counts:
            self._counts.pop()
