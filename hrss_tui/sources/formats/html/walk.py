"""The elements of a page to paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.blocks import Block, TableBlock, TableCell, hide
from hrss_tui.sources.formats.formulas import beside as beside_formula
from hrss_tui.sources.formats.html.content import Content
from hrss_tui.sources.formats.html.fields import holds_fields
from hrss_tui.sources.formats.html.lists import Numbers
from hrss_tui.sources.formats.html.missed import Missed
from hrss_tui.sources.formats.html.styles.generated import Generated
from hrss_tui.sources.formats.html.styles.looks import Ink, Look
from hrss_tui.sources.formats.html.tree import Node
from hrss_tui.sources.formats.pale import Pale, without_pale
from hrss_tui.sources.formats.raised import beside, raised
from hrss_tui.sources.formats.tokens import Words
from hrss_tui.sources.text import UNREAD
from hrss_tui.words import phrase

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SOURCE_BREAK = "\r"
_SOFT = re.compile(r"(?<=[^\x00-\u02ff]) ?\r ?(?=[^\x00-\u02ff])")
"""An end of line of the markup between two characters that are not Latin: it shows nothing."""
_NUMBER = re.compile(r"\s{0,40}\+?(\d{1,6})", re.ASCII)
_SECTIONS = ("tbody", "thead", "tfoot")
_WIDEST = 1_000
_FAR = "\u00a0\u00a0\u00a0"
"""Stands where two parts of a line stand at its two ends."""
_APART = "\x1f"
"""Stands where two parts of a line stand apart without a blank."""
_APART_DIGITS = re.compile(rf"(?<=\d){_APART}{{1,99}}(?=\d)")
_LOST = "\x1d"
"""Stands where digits are not read: of a number in a line, and of whatever stands in a cell."""
_LOST_DIGITS = re.compile(rf"(?<=[\d.,，]){_LOST}{{1,99}}|{_LOST}{{1,99}}(?=[\d.,，])")
_FIGURE = re.compile(r"[+-]?[\d,，]{0,30}\d(?:\.\d{1,9})?[%％]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TERM = 40
"""Characters of the longest term."""
_COLONS = "：:"
_STOPS = "。；;，,！？!?"


class _Leave(msgspec.Struct, frozen=True):
    """An element whose children are done: what stands behind them, and how what follows is written."""

    node: Node
    ink: Ink
    up: bool
    links: int
    look: Look
    after: Generated | None


class Walker:
    """Reads what can be seen. Raises SourceError for tables without end."""

    def __init__(self, content: Content, name: str, cells: int) -> None:
        self._content, self._name, self._left = content, name, cells
        self.missed = Missed()
        """What was met so far and not read, or read though it is covered."""

    def blocks(self, holder: Node, fields: bool = False, cell: bool = False) -> tuple[Block, ...]:
        """The paragraphs and tables inside an element, with what stands in its `fields` where they hold figures.

        A sign stands for digits that are drawn or in fields that are not read, in a `cell` and beside others: those are a part.
        """
        found: list[Block] = []
        text: list[str] = []
        waiting: list[Node | Words | _Leave] = list(reversed(holder.children))
        numbers = Numbers()
        ink, up, links = self._content.look(holder).ink, False, 0
        term = 0
        """How many blocks there are right behind a term (`dt`), whose definition goes on in its line."""
        before, last = self._content.around(holder)
        self._generated(before, text, found, cell)
        while waiting:
            at = waiting.pop()
            if isinstance(at, Words):
                self._say(at, ink, up, text)
            elif isinstance(at, _Leave):
                self._generated(at.after, text, found, cell)
                ink, up, links = at.ink, at.up, at.links
                numbers.leave(at.node)
                self._edge(at.look, text, found, cell)
                term = len(found) if at.node.tag == "dt" else term
            elif fields and (shown := self._content.in_field(at)):
                text.append(f" {shown} ")
            elif shown := self._content.in_formula(at):
                text.append(beside_formula("".join(text[-1:]), shown))
            elif at.tag == "img" or self._content.leaves_out(at) or self._content.covers(at, holder, cell):
                text += self._miss(at, bool(links))
            elif at.tag == "br":
                text.append("\n")
            elif (look := self._content.look(at)).turned:
                text += self._turned(at, look.ink)
            else:
                self.missed.faded += (
                    bool(look.covered) and not look.ink.unseen and self._content.holds_digits(at)
                )
                self._edge(look, text, found, cell)
                if at.tag == "dd" and found and term == len(found) and _is_term(found[-1]):
                    text, term = [_defined(str(found.pop()))], 0
                if at.tag == "table":
                    self._flush(text, found, cell)
                    found += self._table(at)
                    continue
                before, after = self._content.around(at)
                waiting.append(_Leave(at, ink, up, links, look, after))
                up = up or (look.lowered and _ends_in_digit(text))
                links += at.tag == "a"
                ink = look.ink
                text += filter(None, [numbers.enter(at, look)])
                self._generated(before, text, found, cell)
                waiting += reversed(at.children)
        self._generated(last, text, found, cell)
        self._flush(text, found, cell)
        return tuple(found)

    def _say(self, words: Words, ink: Ink, up: bool, text: list[str]) -> None:
        """Take in text, in the way it is written."""
        if ink.unseen or ink.struck:
            self.missed.struck += not ink.unseen and bool(words.text.strip())
            self.missed.covered += ink.unseen and _has_digits(words.text)
            return
        shown = words.text if ink.pre else _SPACE.sub(_folded, words.text)
        shown = raised(shown) if up or ink.raised else shown
        text.append(Pale(shown) if ink.pale else shown)

    def _generated(self, known: Generated | None, text: list[str], found: list[Block], cell: bool) -> None:
        """Take in what a style sheet puts before or after the text of an element."""
        if known is None:
            return
        self.missed.numbers += known.unread
        shown = (_LOST if known.beside else "") + known.text
        if known.block and not cell:
            self._flush(text, found, cell)
        text += filter(None, [shown])
        if known.block:
            text.append("\n") if cell else self._flush(text, found, cell)

    def _edge(self, look: Look, text: list[str], found: list[Block], cell: bool) -> None:
        """An element begins or ends."""
        if look.block:
            self._flush(text, found, cell)
        elif look.far:
            text.append(_FAR)
        elif look.apart or look.lowered:
            text.append(_APART)

    def _miss(self, node: Node, linked: bool) -> list[str]:
        """Count what is not read; what stands for it."""
        lost = self._content.holds_unread(node)
        self.missed.numbers += lost
        self.missed.embedded += self._content.embeds(node)
        self.missed.pictures += not linked and self._content.pictures(node)
        self.missed.covered += self._content.hides_much(node)
        return [_LOST] if lost else []

    def _turned(self, node: Node, ink: Ink) -> list[str]:
        """What stands from right to left, as it is seen; what holds more than text is not read."""
        text: list[str] = []
        for child in node.children:
            if isinstance(child, Node):
                lost = self._content.holds_digits(node)
                self.missed.numbers += lost
                return [_LOST] if lost else []
            self._say(child, ink, False, text)
        return [type(part)(part[::-1]) for part in reversed(text)]

    def _leaves_out(self, node: Node) -> bool:
        """Is a part of a table left out?"""
        if self._content.leaves_out(node):
            self.missed.covered += self._content.hides_much(node)
            return True
        return False

    def _flush(self, text: list[str], found: list[Block], cell: bool) -> None:
        """The text so far as a paragraph, if there is any. A figure in a cell that is white all over is perhaps not seen."""
        pale = cell and bool(text) and all(isinstance(part, Pale) or not part.strip() for part in text)
        seen = without_pale(text)
        self.missed.covered += len(seen) < len(text) and any(
            isinstance(part, Pale) and _has_digits(part) for part in text
        )
        joined = _APART_DIGITS.sub(" ", "".join(seen)).replace(_APART, "")
        joined = (
            joined.replace(_LOST, UNREAD) if cell else _LOST_DIGITS.sub(UNREAD, joined).replace(_LOST, "")
        )
        whole = _SOFT.sub("", joined).replace(_SOURCE_BREAK, " ")
        text.clear()
        if not whole.strip():
            return
        if pale and _is_figure(whole):
            self.missed.covered += 1
            whole = UNREAD + whole.strip()
        found.append(beside(whole))

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
            seen = [not self._leaves_out(row) for row in rows]
            below = sum(seen)
            for place, (row, is_seen) in enumerate(zip(rows, seen, strict=True), 1):
                if not is_seen or kind == "hidden":
                    texts = [cell.text() for cell in row.elements() if cell.tag in ("td", "th")]
                    hide(cells, "row", f"{index}.{place}", texts)
                    continue
                carried = self._row(row, index, below, carried, cells)
                index, below = index + 1, below - 1
        if cells:
            yield TableBlock(tuple(cells))

    def _sections(self, table: Node) -> list[tuple[str, list[Node]]]:
        """Captions and the rows of each section, the first head first and the first foot last, as a browser shows them."""
        found: list[tuple[str, list[Node]]] = []
        met: set[str] = set()
        waiting = list(reversed(list(table.elements())))
        while waiting:
            node = waiting.pop()
            if node.tag == "tr":
                if not found or found[-1][0] != "tbody":
                    found.append(("tbody", []))
                found[-1][1].append(node)
            elif self._leaves_out(node) or node.tag in ("table", "colgroup"):
                if node.tag == "table":
                    found.append(("caption", [_holding(node)]))
                elif node.tag in _SECTIONS:
                    found.append(("hidden", [row for row in node.elements() if row.tag == "tr"]))
            elif node.tag in _SECTIONS:
                rows = [row for row in node.elements() if row.tag == "tr"]
                found.append(("tbody" if node.tag in met else node.tag, rows))
                met.add(node.tag)
            elif node.tag == "caption":
                found.append(("caption", [node]))
            else:
                waiting += reversed(list(node.elements()))
        order = {"caption": 0, "thead": 1, "tbody": 2, "hidden": 2, "tfoot": 3}
        return sorted(found, key=lambda section: order[section[0]])

    def _row(
        self, row: Node, index: int, below: int, carried: dict[int, int], cells: list[TableCell]
    ) -> dict[int, int]:
        """Place the cells of a row beside those that reach down into it; what reaches down from here.

        `below` is how many rows its section has from here on.
        """
        column = 0
        reaching = dict(carried)
        for number, cell in enumerate(row.elements(), 1):
            if cell.tag not in ("td", "th"):
                continue
            if self._leaves_out(cell):
                hide(cells, "cell", f"{index}.{number}", [cell.text()])
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
            if not cells[-1].blocks and self._content.holds_digits(cell):
                hide(cells, "cell", f"{index}.{number}", [cell.text()])
            for covered in range(column, column + width):
                reaching[covered] = max(reaching.get(covered, 0), height)
            column += width
        return {covered: rows - 1 for covered, rows in reaching.items() if rows > 1}


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


def _is_term(block: Block) -> bool:
    """Is a paragraph a short name, which no stop ends?"""
    return isinstance(block, str) and len(block) <= _TERM and block.rstrip()[-1:] not in _STOPS


def _defined(term: str) -> str:
    """A term before what is said of it."""
    return term if term.rstrip()[-1:] in _COLONS else f"{term.rstrip()}{_COLONS[0]}"


def _ends_in_digit(text: list[str]) -> bool:
    return "".join(text[-2:]).removesuffix(_APART)[-1:].isdecimal()


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_figure(text: str) -> bool:
    """Is it a number and no year, as in the head of a table?"""
    return _FIGURE.fullmatch(text.strip()) is not None and _YEAR.fullmatch(text.strip()) is None
