"""The segments of a budget table to its rows side by side: each segment by its own header or that of the one before.

A row that a page break or the text cut in two is put together here; nothing is recorded yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget import unreadable
from hrss_tui.compile.budget.compared import is_share
from hrss_tui.compile.budget.gather import Found
from hrss_tui.compile.budget.levels import is_total
from hrss_tui.compile.budget.names import Joiner
from hrss_tui.compile.budget.reordered import reordered
from hrss_tui.compile.budget.rows import CODE_LENGTHS, PrintedAmount, PrintedRow, Reading, fitted, read_row
from hrss_tui.compile.budget.rulers import Split, headless, split, without_cut
from hrss_tui.compile.budget.rulers import printed as printed_row
from hrss_tui.compile.budget.shared_cells import apart
from hrss_tui.compile.budget.sides import Header, Side, read_header
from hrss_tui.compile.budget.slipped import has_slipped, usual
from hrss_tui.compile.budget.unmerged import is_shifted, lies_under, uncovered, unmerged, unplaced
from hrss_tui.compile.budget.unsure import unlabelled
from hrss_tui.compile.budget.values import has_han, is_lost, is_value
from hrss_tui.reference.budget_tables import classification
from hrss_tui.sources.tables import Cell, Row, Segment
from hrss_tui.sources.text import close_gaps

_CODES = re.compile(r"\d{3}(?:\d{2}){0,2}(?:\s{1,9}\d{3}(?:\d{2}){0,2}){1,9}")
"""Codes of several rows in one cell."""
_POINTS = (",", ".", "，", "．")
"""What an amount ends with whose last digits stand below it."""
_ONE_LEVEL = 2
"""Digits of a code of which only one level is known."""


class Gap(msgspec.Struct, frozen=True):
    """Something of a table that was not understood: kind and reason as in `unread`, its line, what is printed.

    `last` is the last line of what reaches over several.
    """

    kind: str
    reason: str
    line: int
    printed: str = ""
    last: int | None = None


class Readings(msgspec.Struct, frozen=True):
    """The rows of a table by side, the header rows by line, what was not understood, and the year that its columns say where they are of several."""

    sides: tuple[tuple[Reading, ...], ...]
    head_lines: frozenset[int]
    gaps: tuple[Gap, ...]
    unread_rows: tuple[Row, ...]
    year: int | None = None


class _SoFar(msgspec.Struct):
    """What has been read of a table, segment by segment: `codes` are the last ones of each side, `again` its rows of headers."""

    joiner: Joiner
    header: Header | None = None
    sides: list[list[Reading]] = []
    codes: list[str] = []
    lines: set[int] = set()
    gaps: list[Gap] = []
    unread: list[Row] = []
    again: set[tuple[str, ...]] = set()
    years: set[int | None] = set()

    def leave(self, row: Row, printed: str) -> None:
        """A row of which something was not understood."""
        self.gaps.append(Gap("row", "unknown_row", row.line, printed))
        self.unread.append(row)


def read(found: Found, phase: str, year: int | None, joiner: Joiner) -> Readings:
    """Read every segment of a table."""
    so_far = _SoFar(joiner)
    for part, (segment, turned) in enumerate(reordered(found.segments)):
        parted = _parted(segment, turned, part == 0, so_far)
        head = unmerged(parted.head)
        known = head and not (unplaced(head) or is_shifted(head, parted.rows))
        own = read_header(found.kind, head, parted.rows, phase, year) if known else None
        if own is not None and _is_doubtful(own, so_far.header, segment, head, parted.rows):
            own = None
        fitting = own if parted.head else _aligned(so_far.header, parted.rows)
        if fitting is None or not fitting.sides:
            _leave_segment(segment, parted, so_far)
            continue
        so_far.header = own or so_far.header
        so_far.years.add(fitting.year)
        unknown = (*map(close_gaps, fitting.unknown), *unlabelled(*_known(fitting), head, parted.rows))
        so_far.gaps += [Gap("column", "unknown_column", segment.rows[0].line, printed) for printed in unknown]
        while len(so_far.sides) < len(fitting.sides):
            so_far.sides.append([])
            so_far.codes.append("")
        _read_rows(fitting, head, parted, so_far, part == 0)
    joined = tuple(tuple(joiner.whole(readings)) for readings in so_far.sides)
    stated = next(iter(so_far.years)) if len(so_far.years) == 1 else None
    return Readings(joined, frozenset(so_far.lines), _once(so_far.gaps), tuple(so_far.unread), stated)


def _parted(segment: Segment, turned: bool, first: bool, so_far: _SoFar) -> Split:
    """Header and rows of a segment, without what it repeats of the header of those before."""
    goes_on = segment.continues and so_far.again and not turned and not _repeats(segment.rows, so_far.again)
    rows = without_cut(segment.rows, so_far.again) if goes_on else segment.rows
    parted = headless(rows) if goes_on else split(rows, first=first, again=so_far.again)
    so_far.again |= {texts for row in parted.head if len(texts := printed_row(row)) > 1}
    so_far.lines |= {row.line for row in segment.rows} - {row.line for row in parted.rows}
    return parted


def _is_doubtful(
    own: Header, before: Header | None, segment: Segment, head: Sequence[Row], rows: Sequence[Row]
) -> bool:
    """Do the rows of a segment, or its labels, say that its header is not read rightly?"""
    return (
        unreadable.is_beside(own, rows)
        or unreadable.is_headed_twice(own, rows[:1])
        or unreadable.runs_together(segment, head)
        or unreadable.lacks_names(own, before)
    )


def _leave_segment(segment: Segment, parted: Split, so_far: _SoFar) -> None:
    """A segment of which no header is known is a gap where it holds values."""
    parts = (part for row in parted.rows for cell in row.cells for part in cell.text.split())
    if any(is_value(part) or is_lost(part) for part in parts):
        first, last = segment.rows[0].line, segment.rows[-1].line
        so_far.gaps.append(Gap("table", "unknown_header", first, "　".join(_texts(parted.head)), last))
        so_far.unread += parted.rows


def _read_rows(fitting: Header, head: Sequence[Row], parted: Split, so_far: _SoFar, first: bool) -> None:
    """Add the rows of a segment to those of its sides."""
    sides, codes = so_far.sides, so_far.codes
    others = usual(parted)
    body = tuple(uncovered(head, parted.rows))
    for position, row in enumerate(body):
        if (
            lies_under(row, head)
            or has_slipped(row, others, fitting)
            or _is_open(row, fitting, codes)
            or unreadable.ends_page(row, fitting, sides)
            or _has_codes(row, fitting)
            or _is_rate(row, fitting)
        ):
            so_far.leave(row, "　".join(_texts([row])))
            for at, side in enumerate(fitting.sides):
                codes[at] = _code(row, side, codes[at])
            continue
        printed = tuple(_sides_of(fitting, codes, body, position))
        for at, (side, of_side) in enumerate(zip(fitting.sides, printed, strict=True)):
            _add(sides[at], of_side, side, so_far.joiner, first=not first and position == 0)
            codes[at] = (sides[at][-1].printed.code if sides[at] else "") or codes[at]
        got = any(each.amounts or each.unread for each in printed)
        if not got and (glued := unreadable.glued(row)):
            so_far.leave(row, glued)


def _sides_of(header: Header, codes: Sequence[str], rows: Sequence[Row], at: int) -> Iterator[PrintedRow]:
    """The row `at` side by side; `codes` are the last ones of each side."""
    row = rows[at]
    lead: PrintedRow | None = None
    beside = ""
    for side, last in zip(header.sides, codes, strict=False):
        placed = fitted(row, side) if len(header.sides) == 1 else side
        of_same = lead if beside == side.block.side else None
        lead = _led(apart(read_row(row, placed, last), placed, rows, at), of_same)
        beside = side.block.side
        yield lead


def _known(header: Header) -> tuple[frozenset[int], int]:
    """The columns that a header knows, and the first of amounts."""
    amounts = {column.index for side in header.sides for column in side.amounts}
    labels = {index for side in header.sides for index, _ in side.labels}
    return frozenset(amounts | labels), min(amounts, default=0)


def _code(row: Row, side: Side, last: str) -> str:
    """The code of a row whose amounts are left out, for rows below it that print their own level only; "" if open."""
    code = read_row(row, side, last).code
    return code if len(code) in CODE_LENGTHS else ""


def _is_rate(row: Row, header: Header) -> bool:
    """Does a row below columns that name the items print parts in a hundred: 增减（%）, 增长率?"""
    first = next((cell.text for cell in row.cells if cell.text), "")
    return all(side.by_columns for side in header.sides) and is_share(first)


def _is_open(row: Row, header: Header, codes: Sequence[str]) -> bool:
    """Does a row of a text print one level of a code, and nothing above tells the others, or that of another block?"""
    if row.row is not None or not any(is_value(cell.text) for cell in row.cells):
        return False
    coded = [
        (read_row(row, side, last).code, last)
        for side, last in zip(header.sides, codes, strict=False)
        if side.coded and classification(side.block.classification).rows == "codes"
    ]
    if any(len(code) == _ONE_LEVEL for code, _ in coded):
        return True
    return len(coded) > 1 and len(row.cells) <= header.sides[1].start and unreadable.is_of_another(coded)


def _has_codes(row: Row, header: Header) -> bool:
    """Does one cell hold the codes of several rows? Their amounts cannot be told apart."""
    coding = {index for side in header.sides for index, role in side.labels if role == "code"}
    return any(cell.column in coding and _CODES.fullmatch(cell.text.strip()) for cell in row.cells)


def _repeats(rows: Sequence[Row], again: set[tuple[str, ...]]) -> bool:
    """Is one of the first rows a header row that was printed before?"""
    return any(printed_row(row) in again for row in rows[: unreadable.HEADER])


def _texts(rows: Sequence[Row]) -> Iterator[str]:
    return (text for row in rows for cell in row.cells if (text := close_gaps(cell.text)))


def _once(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """A column that every page repeats is named once."""
    first = {(gap.reason, gap.printed or str(gap.line)): gap for gap in reversed(gaps)}
    return tuple(sorted(first.values(), key=lambda gap: gap.line))


def _aligned(header: Header | None, rows: Sequence[Row]) -> Header | None:
    """The header of the segment before for rows of another width: amounts stand at the right end of both.

    None where amounts would stand outside its columns.
    """
    width = max((len(row.cells) for row in rows), default=0)
    if header is None or width == header.width or any(row.row is None for row in rows):
        return header
    if len(header.sides) != 1:
        return None
    by = width - header.width
    side = header.sides[0]
    amounts = tuple(msgspec.structs.replace(column, index=column.index + by) for column in side.amounts)
    labels = tuple((index + by, role) for index, role in side.labels if index + by >= 0)
    columns = {column.index for column in amounts}
    first = min(columns)
    outside = any(_is_outside(cell, row, columns) for row in rows for cell in row.cells)
    if first < 0 or outside:
        return None
    return Header((msgspec.structs.replace(side, labels=labels, amounts=amounts),), (), width)


def _is_outside(cell: Cell, row: Row, columns: set[int]) -> bool:
    """Is it an amount in no column of amounts: right of the first of them, or right of the name of its row?"""
    if cell.column in columns or not is_value(cell.text):
        return False
    named = any(has_han(left.text) for left in row.cells[: cell.column])
    return named or cell.column > min(columns)


def _led(printed: PrintedRow, lead: PrintedRow | None) -> PrintedRow:
    """One side of a row with the name of the side left of it, where a total reaches over both to its amount."""
    if lead is None or printed.texts or printed.code or not printed.amounts:
        return printed
    if lead.amounts or not lead.texts or not is_total(lead.texts[0]):
        return printed
    return msgspec.structs.replace(
        printed, texts=lead.texts[:1], text_cells=lead.text_cells[:1], roles=lead.roles[:1]
    )


def _add(readings: list[Reading], printed: PrintedRow, side: Side, joiner: Joiner, first: bool) -> None:
    """Add one side of a row, or what it holds to the row before where a page break cut that in two."""
    last = readings[-1] if readings else None
    cut = last.printed.unread if last is not None else ()
    if not first:
        cut = tuple(amount for amount in cut if amount.cell.text.rstrip().endswith(_POINTS))
    if not printed.code and _ends_of(printed.amounts, cut):
        printed = msgspec.structs.replace(printed, amounts=(), unread=(*printed.amounts, *printed.unread))
    if not printed.texts and not printed.code:
        if side.by_columns and (printed.amounts or printed.unread):
            readings.append(_reading(printed, side, ""))
        elif last is not None and _fills(last, printed):
            readings[-1] = joiner.with_amounts(last, printed)
        elif printed.amounts or printed.unread:
            readings.append(_reading(printed, side, ""))
        return
    if first and last is not None and _is_rest(printed):
        joined = joiner.over_pages(last, printed)
        if joined is not None:
            readings[-1] = joined
            return
    name, project, unit = _names(printed, side, last)
    readings.append(_reading(printed, side, name, project, unit))


def _ends_of(amounts: Sequence[PrintedAmount], cut: Sequence[PrintedAmount]) -> bool:
    """May amounts that head a page, or stand below ones that end with a point, be the ends of these?"""
    columns = {amount.column.index for amount in cut}
    return bool(columns) and columns == {amount.column.index for amount in amounts}


def _reading(
    printed: PrintedRow, side: Side, name: str, project: str | None = None, unit: str | None = None
) -> Reading:
    return Reading(printed, side, (printed.line, printed.line), name, project, unit)


def _fills(last: Reading, printed: PrintedRow) -> bool:
    """Do amounts without a label belong to the row before, whose cells in their columns are blank?"""
    taken = {amount.column.index for amount in (*last.printed.amounts, *last.printed.unread)}
    new = {amount.column.index for amount in (*printed.amounts, *printed.unread)}
    return bool(new) and not taken & new


def _is_rest(printed: PrintedRow) -> bool:
    bare = not printed.amounts and not printed.unread and not printed.code
    return bare and len(printed.texts) == 1 and not is_total(printed.texts[0])


def _names(printed: PrintedRow, side: Side, last: Reading | None) -> tuple[str, str | None, str | None]:
    """Name, project and unit of a row: by the roles of columns where cells have not slipped, else by their order."""
    texts = printed.texts
    if not texts:
        return "", None, None
    has_project = side.role_index("project") is not None and len(texts) > 1
    placed = not printed.shift and {"name", "project"} <= set(printed.roles)
    if not placed and (printed.shift or side.role_index("unit_name") is None):
        return texts[0], texts[-1] if has_project else None, None
    if side.mixed and printed.code and "project" not in printed.roles:
        # Rows with codes are what the unit above them spends on.
        project = printed.text("unit_name")
        return printed.text("name") or project or texts[0], project, None
    unit = printed.text("unit_name") or (last.unit_name if last else None)
    project = printed.text("project")
    name = printed.text("name") or project or printed.text("content") or texts[0]
    if is_total(name) or name == unit:
        return name, None, None
    return name, None if name == project else project, unit


def all_readings(sides: Sequence[Sequence[Reading]]) -> Iterator[Reading]:
    """The rows of all sides."""
    return (reading for side in sides for reading in side)
