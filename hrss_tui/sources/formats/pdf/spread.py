"""Sheets without rulings that a printer spread over pages side by side: their lines put together before they are read.

A printer cuts a wide sheet into pages: down, then over (all rows with the first columns, then all rows with the next
ones) or over, then down. Where pages surely show one sheet, the lines of the further ones stand at the right of those of
its first page, as high as there, and all of them are read as one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import msgspec

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.aligned.tables import aligned_tables
from hrss_tui.sources.formats.pdf.content import Content, Printed, printed
from hrss_tui.sources.formats.pdf.leaf import (
    Leaf,
    end_of,
    is_beside,
    is_ended,
    is_further,
    is_same,
    leaf_of,
    may_stand_beside,
    own_edge,
    own_lines,
    titles_of,
)
from hrss_tui.sources.formats.pdf.lines import Line
from hrss_tui.sources.formats.pdf.seen import Char, Rule
from hrss_tui.sources.formats.pdf.touching import with_cuts

_MOST = 40
"""A sheet is cut into no more pages below each other."""
_FEW = 4
"""So many pages are looked at again where they turn out to be no rows of a sheet."""
_LEVEL = 1.0
"""Rows of two pages are the same where they are no farther apart than this (points)."""

_Leaves = Sequence[Leaf | None]


class _Row(msgspec.Struct, frozen=True):
    """The places of the pages that stand beside the first one; None where a printer left a blank page out."""

    first: int
    further: tuple[int | None, ...] = ()

    @property
    def given(self) -> list[int]:
        """The places of the further ones."""
        return [place for place in self.further if place is not None]


class _Columns(msgspec.Struct, frozen=True):
    """The columns of pages below each other: they begin right of an `edge`, and stand `shift` to the right on the sheet."""

    edge: float
    shift: float


def with_sheets(pages: Sequence[Content]) -> tuple[list[Content], list[int]]:
    """The pages with every sheet on its first ones, and the numbers of those that have given theirs away."""
    found = list(pages)
    given: list[int] = []
    at = 0
    if all(table.part is None for page in pages for table in page.tables):
        return found, given
    leaves = [leaf_of(page) for page in pages]
    while at < len(pages):
        down, looked = _down(leaves, at)
        sheet = _sheet(leaves, at, down)
        columns = _columns(leaves, sheet)
        for row in sheet:
            first = leaves[row.first]
            if first is not None:
                further = [None if place is None else leaves[place] for place in row.further]
                found[row.first] = _together(first, further, columns)
            if row is not sheet[0]:
                found[row.first] = _with_titles(found[row.first], found[sheet[0].first])
            for place in row.given:
                given.append(pages[place].number)
                found[place] = msgspec.structs.replace(pages[place], prose=(), tables=())
        # The next rows of a long table begin no sheet: each of its pages would look through all behind it anew.
        step = looked if looked > _FEW else 1
        at = max((place + 1 for row in sheet for place in (row.first, *row.given)), default=at + step)
    return found, given


def _sheet(leaves: _Leaves, at: int, down: int) -> list[_Row]:
    """The pages of the sheet that begins on one, row by row; nothing where it is not surely spread over more."""
    first = leaves[at]
    if first is None or not down:
        return []
    further: list[list[int | None]] = [[] for _ in range(down)]
    place = at + down
    titled, ended, top = bool(titles_of(first)), False, first.top
    while place < len(leaves) and not ended:
        leaf = leaves[place]
        if leaf is None or not is_beside(first, leaf, titled=titled, top=top):
            break
        top = min(top, leaf.top)
        titled, ended = titled or bool(titles_of(leaf)), is_ended(first, leaf)
        for number, row in enumerate(further):
            fits = place < len(leaves) and _fits(leaves[at + number], leaves[place])
            row.append(place if fits else None)
            place += fits
    rows = [_Row(at + number, tuple(row)) for number, row in enumerate(further)]
    while down == 1 and (more := _next_row(leaves, first, len(rows[0].further), place)):
        rows.append(more)
        place += 1 + len(more.further)
    return rows


def _down(leaves: _Leaves, at: int) -> tuple[int, int]:
    """How many pages a sheet has below each other, and how many may be rows of it; 0 where no page surely stands beside its first one."""
    first = leaves[at]
    for place in range(at + 1, min(at + _MOST, len(leaves))):
        leaf = leaves[place]
        if first is None or leaf is None:
            return 0, place - at
        if is_beside(first, leaf, titled=bool(titles_of(first)), top=first.top):
            return place - at, place - at
        if not is_further(first, leaf):
            return 0, place - at
    return 0, min(_MOST, len(leaves) - at)


def _next_row(leaves: _Leaves, first: Leaf, count: int, place: int) -> _Row | None:
    """The pages of the next rows of a sheet that is printed over, then down: as many as stand above them."""
    pages = tuple(range(place + 1, place + 1 + count))
    if place + count >= len(leaves) or not is_further(first, leaves[place]):
        return None
    return _Row(place, pages) if all(_fits(leaves[place], leaves[page]) for page in pages) else None


def _fits(first: Leaf | None, further: Leaf | None) -> bool:
    if first is None or further is None:
        return False
    return may_stand_beside(first, further, own_lines(first, further, own_edge(first, further)))


def _columns(leaves: _Leaves, sheet: Sequence[_Row]) -> list[_Columns]:
    """Where the columns of the further pages stand on the sheet: those of pages below each other at one place."""
    if not sheet:
        return []
    first = [leaves[row.first] for row in sheet]
    further = [
        [None if at is None else leaves[at] for at in strip]
        for strip in zip(*(row.further for row in sheet), strict=True)
    ]
    found: list[_Columns] = []
    side = _side(first)
    for strip in further:
        pairs = [(one, leaf) for one, leaf in zip(first, strip, strict=True) if one and leaf]
        edges = [own_edge(one, leaf) for one, leaf in pairs]
        edge = min(filter(None, edges), default=0.0) if edges[0] else 0.0
        left = min(_left(one, leaf, edge) for one, leaf in pairs)
        found.append(_Columns(edge, side - left))
        side += _side(strip) - left
    return found


def _side(strip: Sequence[Leaf | None]) -> float:
    """Where the columns of pages below each other end at their right: where they cut texts, or right behind their last figures.

    Else it is as far from the side of the page as they begin from the other.
    """
    leaves = [leaf for leaf in strip if leaf]
    known = max(leaf.content.side for leaf in leaves)
    left = min(line.box.left for leaf in leaves for line in leaf.lines)
    return known or max(map(end_of, leaves)) or leaves[0].content.width - left


def _left(first: Leaf, leaf: Leaf, edge: float) -> float:
    """Where the columns of a page begin that are its own: behind its labels, or where all texts begin."""
    own = own_lines(first, leaf, edge)
    start = min(line.box.left for line in (*first.lines, *leaf.lines))
    labels = (word.right for words in leaf.words for word in words if word.right <= edge)
    return min([*(line.box.left for line in own.lines), max(labels, default=start)])


def _together(first: Leaf, further: Sequence[Leaf | None], columns: Sequence[_Columns]) -> Content:
    """The pages of a row of pages as one."""
    lines, whole = list(first.lines), list(first.whole)
    for leaf, place in zip(further, columns, strict=True):
        if leaf is None:
            continue
        own = own_lines(first, leaf, place.edge)
        lines, whole = _with_whole(lines, whole, leaf)
        lines = _side_by_side(lines, [_moved(line, place.shift) for line in own.lines])
        whole += [_at_side(line, place.shift) for line in own.whole]
    end = max(line.box.right for line in lines)
    bars = sorted({bar for leaf in (first, *further) if leaf for bar in _bars(leaf)})
    tables, rest = aligned_tables(with_cuts(lines), [Rule(bar, 0.0, end) for bar in bars])
    prose = sorted(
        [*whole, *map(printed, rest)], key=lambda line: (line.box.top + line.box.bottom, line.box.left)
    )
    return msgspec.structs.replace(first.content, prose=tuple(prose), tables=tuple(tables))


def _with_whole(
    lines: Sequence[Line], whole: Sequence[Printed], leaf: Leaf
) -> tuple[list[Line], list[Printed]]:
    """Lines, and those that are whole already, with what a further page shows more of them in the same place."""
    alone = (line for line, words in zip(leaf.lines, leaf.words, strict=True) if len(words) == 1)
    longer = [*leaf.whole, *map(printed, alone)]
    kept: list[Line] = []
    more = list(whole)
    for line in lines:
        own = printed(line)
        shown = next((one for one in longer if _shows_more(one, own)), None)
        if shown is None:
            kept.append(line)
        elif shown.line is not None:
            kept.append(shown.line)
        else:
            more.append(shown)
    return kept, more


def _with_titles(page: Content, first: Content) -> Content:
    """A page of the next rows with what is repeated above them as whole as it is on the first one."""
    prose = []
    for line in page.prose:
        shown = next((one for one in first.prose if _shows_more(one, line)), None)
        prose.append(line if shown is None else msgspec.structs.replace(line, text=shown.text, line=None))
    return msgspec.structs.replace(page, prose=tuple(prose))


def _shows_more(shown: Printed, line: Printed) -> bool:
    """Shows one of two pages more of a line in one place?"""
    same = abs(shown.box.left - line.box.left) <= _LEVEL and abs(shown.box.top - line.box.top) <= _LEVEL
    return same and len(shown.text) > len(line.text) and is_same(shown.text, line.text)


def _bars(leaf: Leaf) -> list[float]:
    return [bar for table in leaf.content.tables if table.part is not None for bar in table.part.bars]


def _moved(line: Line, shift: float) -> Line:
    return msgspec.structs.replace(line, chars=tuple(_char(char, shift) for char in line.chars))


def _char(char: Char, shift: float) -> Char:
    return msgspec.structs.replace(char, left=char.left + shift, right=char.right + shift)


def _at_side(line: Printed, shift: float) -> Printed:
    box = Box(line.box.left + shift, line.box.top, line.box.right + shift, line.box.bottom)
    return msgspec.structs.replace(line, box=box)


def _side_by_side(lines: Sequence[Line], further: Sequence[Line]) -> list[Line]:
    """Lines with others at their right: those as high as one of them go on with it."""
    found = sorted(lines, key=attrgetter("base"))
    rest: list[Line] = []
    at = 0
    for line in further:
        while at < len(found) and found[at].base < line.base - _LEVEL:
            at += 1
        if at < len(found) and found[at].base <= line.base + _LEVEL:
            found[at] = _joined(found[at], line)
        else:
            rest.append(line)
    return sorted([*found, *rest], key=attrgetter("base"))


def _joined(line: Line, end: Line) -> Line:
    count = len(line.chars)
    spaced = line.spaced | {at + count for at in end.spaced}
    return Line((*line.chars, *end.chars), spaced, line.cuts | {at + count for at in end.cuts})
