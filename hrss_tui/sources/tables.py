"""Table rows to tables: cells with their places, page segments, captions, titles.

A table is what stands between two headings. It is cut into segments by blank lines, by captions that a page break
repeats and where another grid begins; a segment keeps its own header, because the columns of two pages need not agree.
What begins with a header of its own on the same page, and has other rows, is a table without a title.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference import fold_label, is_table_title
from hrss_tui.reference.budget_tables import column_roles, is_shared_column, sum_labels
from hrss_tui.reference.performance import performance_column
from hrss_tui.sources.captions import is_form_number, is_named_with_unit, is_period, is_title, says_of_table
from hrss_tui.sources.formats.form import Grid, GridCell, Page, SourceFile
from hrss_tui.sources.guarded import guard
from hrss_tui.sources.marks import is_signed
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.strips import GridRow
from hrss_tui.sources.text import Span, Text, close_gaps

_NUMBERED = re.compile(r"(?:表|附件|附表)\s*(\d{1,4})$")

_LONGEST_TITLE = 80
_NUMBER = re.compile(r"[+\-−(（]?\d[\d,，]*(?:\.\d+)?[%％)）]?")
_LEAST = 2
"""Words of a header, at least."""


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A cell: its text without outer white space, where that stands, its 0-based column, how much it covers.

    `covered` is true for a place that a merged cell covers, which begins left of it or above it; its text is empty.
    Where no grid is known (text with tabs) every cell covers one place. `place` is that of a workbook (B7, B7:D7).
    """

    text: str
    span: Span
    column: int = 0
    columns: int = 1
    rows: int = 1
    covered: bool = False
    place: str | None = None


class Row(msgspec.Struct, frozen=True, gc=False):
    """A printed row: one cell a column; `block` is its index in the outline, `row` its index in its grid."""

    line: int
    cells: tuple[Cell, ...]
    block: int
    row: int | None = None

    def texts(self) -> list[str]:
        """The cells' texts."""
        return [cell.text for cell in self.cells]


class Segment(msgspec.Struct, frozen=True):
    """Rows that stand together on one page; `captioned` where captions were repeated before them.

    `grid` is where the rows come from, None where a text has only tabs: its merged cells are known then, and its
    rows without any text have no `Row`. `page` is the page or sheet, `continues` true where the rows go on with the
    segment before without a break of their own.
    """

    rows: tuple[Row, ...]
    captioned: bool
    grid: Grid | None = None
    page: Page | None = None
    continues: bool = False


_UNIT = re.compile(r"单\s?位\s?[:：]")
"""What a line between the title of a table and its rows gives, whatever else it says."""


class Table(msgspec.Struct, frozen=True):
    """A table between two headings.

    `number` is printed (表 3 → 3), `captions` are its notes (编制部门：…, 单位：…) with their lines, `after` is
    the paragraph that follows the last row at once, `section` the path of headings above its title.
    """

    title: str
    number: int | None
    captions: tuple[tuple[int, str], ...]
    segments: tuple[Segment, ...]
    after: str
    section: str
    heading: int | None

    @property
    def rows(self) -> list[Row]:
        """All rows of all segments."""
        return [row for segment in self.segments for row in segment.rows]

    @property
    def line_start(self) -> int:
        """First line of the first row."""
        return self.segments[0].rows[0].line

    @property
    def line_end(self) -> int:
        """Last line of the last row."""
        return self.segments[-1].rows[-1].line


def tables(blocks: Sequence[Placed], file: SourceFile | None = None) -> list[Table]:
    """Every table of an outline in printed order; `file` knows grids and pages."""
    grids = _Grids(file)
    return [table for group in _groups(blocks) for table in _tables(group, blocks, grids)]


class _Grids:
    """What a file knows of the rows of its grids, found by their place in it."""

    def __init__(self, file: SourceFile | None) -> None:
        self._grids = file.grids if file else ()
        self._pages = [page for page in file.pages if page.first] if file else []
        self._covered: dict[int, frozenset[tuple[int, int]]] = {}
        self._cells: dict[int, dict[tuple[int, int], GridCell]] = {}

    def segment(self, rows: Sequence[Row], captioned: bool, place: GridRow | None) -> Segment:
        """The segment that rows of one place make."""
        grid = self._grids[place.grid] if place else None
        at = bisect_right(self._pages, rows[0].line, key=lambda page: page.first) - 1
        page = self._pages[at] if at >= 0 and rows[0].line <= self._pages[at].last else None
        continues = grid is not None and grid.continues and rows[0].row == 0
        return Segment(tuple(rows), captioned, grid, page, continues)

    def row(self, index: int, block: Placed) -> Row:
        """The row of a block: from its grid, else by its tabs."""
        place = block.raw.row
        if place is None:
            return _tabbed_row(index, block)
        grid = self._grids[place.grid]
        if place.grid not in self._cells:
            self._cells[place.grid] = {(cell.row, cell.column): cell for cell in grid.cells}
            self._covered[place.grid] = _covered(grid)
        line, end = block.text.line_start, block.text.runs[0].start
        cells = []
        for column in range(grid.columns):
            cell = self._cells[place.grid].get((place.row, column))
            if cell is None:
                covered = (place.row, column) in self._covered[place.grid]
                cells.append(Cell("", Span(line, end, end), column, covered=covered))
                continue
            span, end = Span(cell.line, cell.start, cell.end), cell.end
            cells.append(Cell(cell.text, span, column, cell.columns, cell.rows, place=cell.place))
        return Row(line, tuple(cells), index, place.row)


def _covered(grid: Grid) -> frozenset[tuple[int, int]]:
    """Places that a merged cell covers beside the one it begins at."""
    return frozenset(
        (row, column)
        for cell in grid.cells
        if cell.rows > 1 or cell.columns > 1
        for row in range(cell.row, min(cell.row + cell.rows, grid.rows))
        for column in range(cell.column, min(cell.column + cell.columns, grid.columns))
        if (row, column) != (cell.row, cell.column)
    )


def _groups(blocks: Sequence[Placed]) -> Iterator[list[int]]:
    """Indices of blocks from one heading up to the next."""
    group: list[int] = []
    for i, block in enumerate(blocks):
        if block.kind is Kind.HEADING and group:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _tables(group: Sequence[int], blocks: Sequence[Placed], grids: _Grids) -> Iterator[Table]:
    rows = [i for i in group if blocks[i].kind is Kind.TABLE_ROW]
    if not rows:
        return
    heading = group[0] if blocks[group[0]].kind is Kind.HEADING else None
    number = _number(heading, blocks)
    above = _title_of(heading, blocks) if heading else None
    below = heading if above is not None else None
    heading = heading if above is None else above
    after = next(
        (blocks[i].text.text for i in group if i > rows[-1] and blocks[i].kind is Kind.PARAGRAPH), ""
    )
    captions = tuple(
        (blocks[i].text.line_start, blocks[i].text.text)
        for i in group
        if blocks[i].kind is Kind.NOTE or i == below
    )
    title = _title_above(rows[0], blocks) or (
        close_gaps(blocks[heading].text.text) if heading is not None else ""
    )
    section = blocks[heading].section if heading is not None else ""
    first, *others = _parted(tuple(_segments(group, blocks, grids)))
    yield Table(title, number, captions, first, "" if others else after, section, heading)
    for at, segments in enumerate(others, 1):
        yield Table("", None, (), segments, after if at == len(others) else "", section, None)


def _title_of(heading: int, blocks: Sequence[Placed]) -> int | None:
    """The title above what is none, captions between them: 部门：某局　2031年度　单位：万元 below 机构运行信息表."""
    at = heading - 1
    while at > 0 and blocks[at].kind is Kind.NOTE and is_period(blocks[heading].text.text):
        at -= 1
    return at if _is_below_title(blocks[heading], blocks[at]) else None


def _is_below_title(block: Placed, above: Placed) -> bool:
    """Is the line over a table no title of it but its date or the number of its form, and the one above the title?

    截至9月底 | 单位：人; 公开10表 below 机构运行信息表.
    """
    if above.kind is not Kind.HEADING:
        return False
    text, title = block.text.text, above.text.text
    return is_period(text) or (is_form_number(text) and is_title(title) and not is_form_number(title))


def _title_above(row: int, blocks: Sequence[Placed]) -> str:
    """What stands right above the captions of a table and is worded as its title, where it is taken for a paragraph."""
    at = row - 1
    while at >= 0 and _is_between(blocks[at]):
        at -= 1
    if at < 0 or blocks[at].kind is not Kind.PARAGRAPH:
        return ""
    said = _unsigned(blocks[at].text)
    text = close_gaps(said)
    titled = len(text) <= _LONGEST_TITLE and (is_table_title(text) or is_named_with_unit(said))
    return text if titled else ""


def _unsigned(told: Text) -> str:
    """A text without the lines at its head that say who signed what stands above, and when."""
    near = (run.offset for run in told.runs if run.offset <= _LONGEST_TITLE)
    starts = (offset for offset in near if is_signed(told.text[:offset]))
    return told.text[max(starts, default=0) :]


def _is_between(block: Placed) -> bool:
    """Does a block that stands between a title and its table only say something of it: 统计口径：截至8月31日　单位：人?"""
    text = block.text.text[:_LONGEST_TITLE]
    if block.kind is Kind.PARAGRAPH:
        return (
            says_of_table(text)
            or is_signed(text)
            or (bool(_UNIT.search(text)) and not is_named_with_unit(text))
        )
    return block.kind is Kind.NOTE


def _number(heading: int | None, blocks: Sequence[Placed]) -> int | None:
    """The number printed in the heading or in the heading just above it."""
    for i in (heading, heading - 1 if heading else None):
        if i is not None and blocks[i].kind is Kind.HEADING:
            match = _NUMBERED.match(blocks[i].text.text.strip())
            if match:
                return int(match.group(1))
    return None


def _segments(group: Sequence[int], blocks: Sequence[Placed], grids: _Grids) -> Iterator[Segment]:
    rows: list[Row] = []
    captioned = False
    place: GridRow | None = None
    for i in group:
        block = blocks[i]
        is_row = block.kind is Kind.TABLE_ROW
        if rows and (not is_row or block.raw.gap or not _together(place, block.raw.row)):
            yield grids.segment(rows, captioned, place)
            rows, captioned = [], False
        if is_row:
            place = block.raw.row
            rows.append(grids.row(i, block))
        else:
            captioned = captioned or block.kind is Kind.NOTE
    if rows:
        yield grids.segment(rows, captioned, place)


def _parted(segments: Sequence[Segment]) -> list[tuple[Segment, ...]]:
    """The segments between two headings, those of each table together."""
    found: list[list[Segment]] = []
    for segment in segments:
        own, *others = _headed(segment)
        if found and not begins(found[-1], own):
            found[-1].append(own)
        else:
            found.append([own])
        found += [[other] for other in others]
    return [tuple(group) for group in found]


def _headed(segment: Segment) -> list[Segment]:
    """The segment, parted where a row between figures is the header of another table: two of one sheet, without a line between them."""
    rows = segment.rows
    parts = [segment]
    if segment.grid is None:
        return parts
    for at in range(_LEAST, len(rows) - 1):
        if not (_has_figure(rows[at - 1]) and _has_figure(rows[at + 1]) and _is_header(rows[at], rows[0])):
            continue
        size = len(rows) - at
        before = msgspec.structs.replace(parts[-1], rows=parts[-1].rows[: len(parts[-1].rows) - size])
        other = Segment(rows[at:], False, segment.grid, segment.page)
        if len(before.rows) >= _LEAST and begins([before], other):
            parts[-1:] = [before, other]
    return parts


def _has_figure(row: Row) -> bool:
    return any(_NUMBER.fullmatch(cell.text) for cell in row.cells if cell.text)


def _is_header(row: Row, head: Row) -> bool:
    """Is a row without figures one of names of columns: what names its rows, and another that is known?"""
    words = [fold_label(cell.text) for cell in row.cells if cell.text]
    if len(words) < _LEAST or _has_figure(row) or words[0] not in column_roles():
        return False
    told = {fold_label(cell.text) for cell in head.cells}
    bare = (word.removeprefix("其中").lstrip(":") for word in words)
    return sum(word in column_roles() or word in told or is_shared_column(word) for word in bare) >= _LEAST


def begins(before: Sequence[Segment], segment: Segment) -> bool:
    """Does a segment begin another table than those before it?

    It stands on their page in a grid of its own, its header has other words and its rows other labels: where half of the
    words are the same, both have a sum besides. What a page breaks repeats the header or has none; the goals of a form stand
    below its fields.
    """
    own, head = _head_words(segment), _head_words(before[0])
    if segment.grid is None or segment.continues or segment.page != before[-1].page or not (own and head):
        return False
    if own == head or any(map(performance_column, own)):
        return False
    labels, last = _labels(segment), _labels(before[-1])
    sums = labels & sum_labels()
    if not labels.isdisjoint(last - sums):
        return False
    if 2 * len(own & head) < min(len(own), len(head)):
        return True
    return bool(sums) and not sums.isdisjoint(last | _labels(before[0]))


def _head_words(segment: Segment) -> frozenset[str]:
    """The words of the first row of a segment, folded; none where it holds a figure or a single word."""
    texts = [fold_label(cell.text) for cell in segment.rows[0].cells if cell.text]
    words = frozenset(filter(None, texts))
    figured = any(map(_NUMBER.fullmatch, texts))
    return frozenset() if figured or len(words) < _LEAST else words


def _labels(segment: Segment) -> set[str]:
    """What the rows below the first are called: of each the first cell that is filled."""
    return {label for row in segment.rows[1:] if (label := _label(row))}


def _label(row: Row) -> str:
    return next((fold_label(cell.text) for cell in row.cells if cell.text), "")


def _together(above: GridRow | None, below: GridRow | None) -> bool:
    """Do two rows stand in one grid, or both in none?"""
    return (above and above.grid) == (below and below.grid)


def _tabbed_row(index: int, block: Placed) -> Row:
    line, start = block.text.line_start, block.text.runs[0].start
    cells = []
    for column, part in enumerate(block.text.text.split("\t")):
        own = part.strip()
        first, last = guard(own)
        text, lead = own[first:last], len(part) - len(part.lstrip()) + first
        cells.append(Cell(text, Span(line, start + lead, start + lead + len(text)), column))
        start += len(part) + 1
    return Row(line, tuple(cells), index)
