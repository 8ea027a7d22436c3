"""Why a segment of a table, or a row of it, is not read: columns without names, words where amounts stand, cells run together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget.rows import Reading
from hrss_tui.compile.budget.rulers import holds_two, numbers_more, spreads
from hrss_tui.compile.budget.sides import Header
from hrss_tui.compile.budget.values import has_han, is_amount, is_value, read_value
from hrss_tui.sources.tables import Row, Segment

_FEWEST_WORDS = 2
"""Cells of words in a column of figures that may be remarks."""
_BETWEEN = re.compile(r"[,;\s]+")
"""What sets values in one cell apart."""
_CLAUSE = re.compile("[。，：；]")
_PAGE = re.compile(r"[1-9]\d{0,2}")
"""The number of a page, in a line of its own."""
_MANY = 40
"""Rows above that are enough to tell how amounts are printed."""
HEADER = 6
"""Rows of a header, at most."""


def ends_page(row: Row, header: Header, sides: Sequence[Sequence[Reading]]) -> bool:
    """Is all that a row prints a short number below amounts with a point: that of a page, and no amount of a row?"""
    found = [cell for cell in row.cells if cell.text]
    if len(found) != 1 or not _PAGE.fullmatch(found[0].text):
        return False
    for side, readings in zip(header.sides, sides, strict=False):
        if side.by_columns or not readings or found[0].column not in {each.index for each in side.amounts}:
            continue
        above = [
            {each.column.index: each.cell.text for each in reading.printed.amounts}
            for reading in readings[-_MANY:]
        ]
        own = [texts[found[0].column] for texts in above if found[0].column in texts]
        return found[0].column in above[-1] and all(map(is_amount, own))
    return False


def is_of_another(coded: Sequence[tuple[str, str]]) -> bool:
    """Does the first block of a row hold what stands below a class of another: the empty cells before it are lost?"""
    (code, last), *others = coded
    return code[:3] not in (code, last[:3]) and any(code[:3] == other[:3] for _, other in others)


def runs_together(segment: Segment, head: Sequence[Row]) -> bool:
    """Are two labels of columns printed as one where alignment alone makes columns: 本年支出合计基本支出?

    Or do the numbers of columns say that there are more of them than were found?
    """
    if any(map(numbers_more, segment.rows[: 2 * HEADER])):
        return True
    if segment.grid is None or segment.grid.ruled:
        return False
    return any(holds_two(cell.text) or spreads(cell) for row in head for cell in row.cells)


def lacks_names(own: Header, before: Header | None) -> bool:
    """Has a segment columns of amounts alone, where the rows above have names? Whose rows its amounts are is open."""
    if before is None or any(side.labels or side.by_columns for side in own.sides):
        return False
    return any(side.labels for side in before.sides)


def is_beside(header: Header, rows: Sequence[Row]) -> bool:
    """Do words stand in columns of amounts or of numbers of rows, so that the labels are not over what they name?

    In a grid: in a text without one the cells of a row may have slipped.
    """
    gridded = [row for row in rows if row.row is not None]
    figures = {column.index for side in header.sides for column in side.amounts}
    figures |= {index for side in header.sides for index, role in side.labels if role == "sequence"}
    return any(_holds_words(index, gridded) for index in figures) or _lost_names(header, gridded)


def _lost_names(header: Header, rows: Sequence[Row]) -> bool:
    """Is the column of names blank in all rows, and do words stand where something else is named?"""
    for side in header.sides:
        named = [index for index, role in side.labels if role == "name"]
        others = [index for index, role in side.labels if role == "attribute"]
        blank = rows and named and not any(row.cells[index].text for row in rows for index in named)
        if blank and any(_holds_words(index, rows) for index in others):
            return True
    return False


def is_headed_twice(header: Header, rows: Sequence[Row]) -> bool:
    """Is the first row a header that nobody knows: words in columns that are to hold none, and no value anywhere?"""
    named = {index for side in header.sides for index, _ in side.labels}
    return any(
        sum(has_han(cell.text) for cell in row.cells if cell.column not in named) >= _FEWEST_WORDS
        and not any(is_value(cell.text) for cell in row.cells)
        for row in rows
    )


def _holds_words(index: int, rows: Sequence[Row]) -> bool:
    cells = [row.cells[index].text for row in rows if index < len(row.cells) and row.cells[index].text]
    words = [text for text in cells if has_han(text) and read_value(text).kind in ("words", "unread")]
    return len(words) > _FEWEST_WORDS and 2 * len(words) > len(cells)


def glued(row: Row) -> str:
    """The cell of a row that holds an amount and something else, which no column can tell apart; "" where none does."""
    parted = (parts for cell in row.cells for parts in _parted(cell.text.strip()))
    return next((" ".join(parts) for parts in parted if len(parts) > 1 and any(map(is_amount, parts))), "")


def _parted(text: str) -> Iterator[list[str]]:
    """The parts of a cell: by blanks; by commas and semicolons too where it is no amount itself and no clause."""
    yield text.split()
    if not is_amount(text) and not _CLAUSE.search(text):
        yield _BETWEEN.split(text)
