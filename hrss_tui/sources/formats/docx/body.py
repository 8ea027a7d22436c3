"""The body of a Word file to paragraphs and tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.blocks import Block, TableBlock, TableCell, hide
from hrss_tui.sources.formats.docx.fields import Fields
from hrss_tui.sources.formats.docx.inks import WHITE, ground_below
from hrss_tui.sources.formats.docx.numbering import Counter
from hrss_tui.sources.formats.docx.runs import Paragraph, read_paragraph
from hrss_tui.sources.formats.docx.styles import Style, is_on, list_of, of_paragraph
from hrss_tui.sources.formats.ooxml import chosen
from hrss_tui.sources.formats.xml import Element
from hrss_tui.sources.text import UNREAD
from hrss_tui.words import phrase

_WRAPPERS = frozenset(("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"))
_FIGURE = re.compile(r"[-+－−–(（¥￥]{0,3}\d[\d,，.．]*+[%％)）]{0,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SLIVER = 80
"""Width (twentieths of a point) up to which a column is none."""
_LOWEST = 40
"""Height (twentieths of a point) from which on a row shows something."""
_WIDEST = 1_000
"""Columns that one cell may cover, and that a row may leave out."""


class Seen(msgspec.Struct):
    """What was met on the way: footnotes in order, what was left out, cells that may still come."""

    cells_left: int
    notes: list[tuple[str, str]] = []
    deleted: bool = False
    hidden: bool = False
    pictures: int = 0
    enclosed: int = 0
    unread: int = 0
    drawn: int = 0


class Body:
    """Reads the paragraphs and tables of a part, counting its lists."""

    def __init__(self, name: str, styles: Mapping[str, Style], counter: Counter, seen: Seen) -> None:
        self._name, self._styles, self._counter, self.seen = name, styles, counter, seen
        self._fields = Fields()
        self._ground = ""
        self._pale: list[bool] = []
        """Has the text of each paragraph of a cell the colour of its ground?"""

    def begin(self, part: Element) -> None:
        """A part of the file begins: no field of another goes on in it."""
        self._fields = Fields(part)

    def blocks(self, holder: Element, is_cell: bool = False) -> Iterator[Block]:
        """What stands in the body, in a cell or in a text box."""
        before: list[str] = []
        for child in unwrapped(holder.children):
            if child.tag == "w:p":
                paragraph = self._paragraph(child)
                before.append(paragraph.text)
                if not _runs_on(child):
                    yield from self._shown(before, child, is_cell)
                    before = []
                for box in paragraph.boxes:
                    yield from self.blocks(box)
            elif child.tag in ("w:tbl", "w:altChunk"):
                yield from _alone(before)  # no paragraph goes on behind a table
                before = []
                if child.tag == "w:tbl":
                    yield self._table(child)
                else:
                    self.seen.enclosed += 1
        yield from _alone(before)

    def _shown(self, parts: Sequence[str], last: Element, is_cell: bool) -> Iterator[str]:
        """A paragraph of parts whose ends are deleted, with its number, which is none of the digits of a figure that
        stands alone in a cell.
        """
        label = self._label(last)
        whole = "".join(parts)
        if text := whole.strip():
            shown = text
            if not label:  # a row may begin with a blank cell
                shown = whole.strip(" \n") if "\t" in text else whole.strip("\n").rstrip()
            yield text if is_cell and _FIGURE.fullmatch(text) else label + shown

    def _paragraph(self, element: Element) -> Paragraph:
        """A paragraph, with what was left out of it taken down."""
        paragraph = read_paragraph(element, self._styles, self._fields, self._ground)
        if paragraph.text.strip():
            self._pale.append(paragraph.pale)
        self.seen.notes += paragraph.notes
        self.seen.deleted = self.seen.deleted or paragraph.deleted
        self.seen.hidden = self.seen.hidden or paragraph.hidden
        self.seen.pictures += paragraph.pictures
        self.seen.unread += paragraph.unread
        self.seen.drawn += paragraph.drawn
        self.seen.enclosed += paragraph.enclosed
        return paragraph

    def _label(self, element: Element) -> str:
        """The automatic number of a paragraph. An empty one counts, too."""
        number, level = list_of(element)
        style = of_paragraph(element, self._styles)
        number = number or style.number
        if number in (None, "0"):
            return ""
        return self._counter.label(str(number), level if level is not None else style.level or 0)

    def _table(self, table: Element) -> TableBlock:
        cells: list[TableCell] = []
        every = [row for row in unwrapped(table.children) if row.tag == "w:tr"]
        self.seen.deleted = self.seen.deleted or any(row.find("w:trPr", "w:del") is not None for row in every)
        self.seen.hidden = self.seen.hidden or any(map(_is_hidden, every))
        above: dict[int, int] = {}
        narrow, ground = _slivers(table), self._below(table)
        index = 0
        for place, row in enumerate(every, 1):
            if _is_seen(row):
                above = self._row(row, (index, place), cells, above, narrow, ground)
                index += 1
            else:
                hide(cells, "row", str(place), [_held(cell) for cell in row.children if cell.tag == "w:tc"])
        return TableBlock(tuple(cells))

    def _row(  # noqa: PLR0913, PLR0917
        self,
        row: Element,
        at: tuple[int, int],
        cells: list[TableCell],
        above: Mapping[int, int],
        narrow: Sequence[int],
        ground: str,
    ) -> dict[int, int]:
        """Add the cells of a row, which is one among those that are seen and one among all; those that reach down, by column."""
        index, place = at
        below: dict[int, int] = {}
        before: int | None = None
        column = _count(row.value("w:trPr", "w:gridBefore"), 0)
        for number, cell in enumerate(filter(_is_cell, unwrapped(row.children)), 1):
            width = _count(cell.value("w:tcPr", "w:gridSpan"), 1) or 1
            first, end = (edge - bisect_left(narrow, edge) for edge in (column, column + width))
            merge = cell.find("w:tcPr", "w:vMerge")
            shown = False
            if number > 1 and _goes_on(cell.find("w:tcPr", "w:hMerge")):
                if before is not None:
                    wide = cells[before].columns + end - first
                    cells[before] = msgspec.structs.replace(cells[before], columns=wide)
            elif _goes_on(merge) and column in above:
                before = None
                over = below[column] = above[column]
                cells[over] = msgspec.structs.replace(cells[over], rows=index - cells[over].row + 1)
            else:
                before = len(cells)
                if merge is not None:
                    below[column] = before
                cells.append(TableCell(index, first, 1, max(end - first, 1), self._in_cell(cell, ground)))
                self._bound()
                shown = bool(cells[-1].blocks)
            if not shown:
                hide(cells, "cell", f"{place}.{number}", [_held(cell)])
            column += width
        return below

    def _below(self, table: Element) -> str:
        """The colour of the ground of a table where its cells lay none of their own; "" where it is not known."""
        style = self._styles.get(table.value("w:tblPr", "w:tblStyle") or "")
        laid = table.find("w:tblPr", "w:shd") is not None or any(
            row.find("w:tblPrEx", "w:shd") is not None for row in table.children
        )
        return "" if laid or (style is not None and style.shades) else WHITE

    def _in_cell(self, cell: Element, ground: str) -> tuple[Block, ...]:
        """What stands in a cell. A figure that has the colour of its ground as a whole is no sure one."""
        outside, pale = self._ground, self._pale
        below = ground_below(cell.find("w:tcPr"))
        self._ground, self._pale = ground if below is None else below, []
        found = tuple(self.blocks(cell, is_cell=True))
        unseen = bool(self._pale) and all(self._pale)
        self._ground, self._pale = outside, pale
        if not unseen or not all(isinstance(block, str) and _is_figure(block) for block in found):
            return found
        self.seen.hidden = True
        return tuple(f"{UNREAD}{block}" for block in found)

    def _bound(self) -> None:
        self.seen.cells_left -= 1
        if self.seen.cells_left < 0:
            raise SourceError(phrase("source.many_cells", name=self._name), phrase("source.too_large.hint"))


def _alone(parts: Sequence[str]) -> Iterator[str]:
    """What is left of paragraphs whose ends are deleted, where none follows."""
    if text := "".join(parts).strip():
        yield text


def unwrapped(children: Sequence[Element]) -> Iterator[Element]:
    """The elements with those that only mark others (content controls, insertions) replaced by what they hold."""
    waiting = list(reversed(children))
    while waiting:
        child = waiting.pop()
        if child.tag in _WRAPPERS:
            waiting += reversed(child.children)
        elif child.tag == "mc:AlternateContent":
            waiting += chosen(child)
        elif child.tag in ("mc:Choice", "mc:Fallback"):
            waiting += reversed(child.children)
        else:
            yield child


def _slivers(table: Element) -> list[int]:
    """Columns of the grid too narrow for any text: who drags the side of a cell leaves them beside it."""
    grid = table.find("w:tblGrid")
    widths = [_count(column.attributes.get("w:w"), _SLIVER + 1) for column in grid.children] if grid else []
    return [index for index, width in enumerate(widths) if width <= _SLIVER]


def _held(cell: Element) -> str:
    """The text that a cell holds, seen or not."""
    return "".join(each.text for each in cell.walk() if each.tag in ("w:t", "w:delText"))


def _is_figure(text: str) -> bool:
    """Is it a number and no year, as in the head of a table?"""
    return _FIGURE.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def _goes_on(merge: Element | None) -> bool:
    """Is a cell merged with the one before it, in its column or its row?"""
    return merge is not None and merge.attributes.get("w:val", "continue") != "restart"


def _is_cell(child: Element) -> bool:
    """Is it a cell, and none that a revision deletes?"""
    return child.tag == "w:tc" and child.find("w:tcPr", "w:cellDel") is None


def _is_seen(row: Element) -> bool:
    properties = row.find("w:trPr")
    if properties is None:
        return True
    return properties.find("w:del") is None and not _is_hidden(row)


def _is_hidden(row: Element) -> bool:
    """Is a row hidden, or so low that nothing of it is seen?"""
    if row.find("w:trPr", "w:hidden") is not None:
        return True
    height = row.find("w:trPr", "w:trHeight")
    said = height.attributes if height is not None else {}
    return said.get("w:hRule") == "exact" and _count(said.get("w:val"), _LOWEST) < _LOWEST


def _runs_on(paragraph: Element) -> bool:
    """Is the end of a paragraph deleted by a revision, or hidden, so that the next one goes on with it?"""
    properties = paragraph.find("w:pPr", "w:rPr")
    return properties is not None and any(
        child.tag in ("w:del", "w:moveFrom") or (child.tag in ("w:vanish", "w:specVanish") and is_on(child))
        for child in properties.children
    )


def _count(text: str | None, default: int) -> int:
    return (
        min(int(text), _WIDEST) if text and text.isascii() and text.isdigit() and len(text) < 9 else default
    )
