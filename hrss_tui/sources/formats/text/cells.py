"""Tables that were copied one cell a line: blank cells left no line, so rows have to be put together.

Codes and names say where a row begins. Where a row has fewer amounts than there are columns, which columns they are
of follows from sums: a total is the sum of its parts, and a row the sum of the rows below it. What sums leave open is
kept beside the columns and said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, product

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.budget_tables import column_roles, sum_labels
from hrss_tui.reference.print import subtotal_labels
from hrss_tui.reference.text import fold_label
from hrss_tui.sources import marks
from hrss_tui.sources.formats.text.drawn import Found, TextCell, trimmed
from hrss_tui.words import phrase

_CODE = re.compile(r"\d{1,7}")
_AMOUNT = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+\.\d+")
_NOTHING = ("-", "－", "—", "–", "--", "——", "/", "0")
"""What is printed in a cell that holds no money: it keeps the place of its column."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST, _FEWEST, _MOST_WAYS = 40, 6, 4_096
_LEVELS = ("code_class", "code_group", "code_item")


class _Row(msgspec.Struct):
    codes: list[TextCell]
    name: TextCell
    amounts: list[TextCell]
    ways: list[tuple[int, ...]] = []

    @property
    def path(self) -> str:
        """The whole code."""
        return "".join(cell.text for cell in self.codes)


class _Header(msgspec.Struct, frozen=True):
    """Labels of a table: those of codes, of their levels, of names, of amounts, and those that span others."""

    codes: tuple[TextCell, ...]
    levels: tuple[TextCell, ...]
    name: TextCell
    amounts: tuple[TextCell, ...]
    above: tuple[TextCell, ...]


def find(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    """Every table with at least six amounts."""
    cells = [
        trimmed(index + 1, 0, line)
        for index, line in enumerate(lines)
        if free[index] and line.strip() and len(line) < 1_000
    ]
    at = 0
    while at < len(cells):
        end = at
        if _role(cells[at]) is not None:
            while end < len(cells) and _is_cell(cells[end].text):
                end += 1
            found = _table(cells[at:end])
            if found is not None:
                yield found
        at = max(end, at + 1)


def _is_cell(text: str) -> bool:
    return len(text) <= _LONGEST and not (marks.is_ended(text) or marks.is_label(text) or marks.is_note(text))


def _role(cell: TextCell) -> str | None:
    return column_roles().get(fold_label(cell.text))


def _table(cells: Sequence[TextCell]) -> Found | None:
    start = next(
        (i for i, cell in enumerate(cells) if _CODE.fullmatch(cell.text) or _AMOUNT.fullmatch(cell.text)), 0
    )
    header = _header(cells[:start])
    if header is None or sum(bool(_AMOUNT.fullmatch(cell.text)) for cell in cells) < _FEWEST:
        return None
    rows = _rows(cells[start:], len(header.amounts))
    if not rows:
        return None
    _settle(rows, header)
    last = max(cell.line for row in rows for cell in (row.name, *row.amounts))
    depth = max(1, *(len(row.codes) for row in rows))
    printed = (*_header_rows(header, depth), *(_printed(row, depth, len(header.amounts)) for row in rows))
    notes = [
        phrase("note.open_amounts", line=row.name.line, name=row.name.text)
        for row in rows
        if len(row.ways) != 1
    ]
    return Found(cells[0].line, last, printed, notes=tuple(notes))


def _header(cells: Sequence[TextCell]) -> _Header | None:
    """The labels of a header by what they are; None where no names or amounts are among them."""
    roles = [_role(cell) for cell in cells]
    named = [i for i, role in enumerate(roles) if role == "name"]
    if not named:
        return None
    at = named[-1]
    end = next((i for i in range(at + 1, len(cells)) if roles[i] is not None), len(cells))
    codes = tuple(cell for cell, role in zip(cells, roles, strict=True) if role == "code")
    levels = tuple(cell for cell, role in zip(cells, roles, strict=True) if role in _LEVELS)
    known = {cell.line for cell in (*codes, *levels, *cells[at:end])}
    above = tuple(cell for cell in cells if cell.line not in known)
    return _Header(codes, levels, cells[at], tuple(cells[at + 1 : end]), above) if end > at + 1 else None


def _rows(cells: Sequence[TextCell], most: int) -> list[_Row]:
    """Codes, a name, amounts, and again; what stands behind the last row that has all of it is left out."""
    rows: list[_Row] = []
    codes: list[TextCell] = []
    for cell in cells:
        if _is_amount(cell.text) and rows and not codes:
            if len(rows[-1].amounts) == most:
                return []
            rows[-1].amounts.append(cell)
        elif _CODE.fullmatch(cell.text):
            codes.append(cell)
        elif _HAN.search(cell.text) and len(codes) <= len(_LEVELS):
            rows.append(_Row(codes, cell, []))
            codes = []
        else:
            return []
    while rows and not rows[-1].amounts:
        rows.pop()
    return rows


def _is_amount(text: str) -> bool:
    return text in _NOTHING or bool(_AMOUNT.fullmatch(text))


def _settle(rows: Sequence[_Row], header: _Header) -> None:
    """Find the columns of every row's amounts: the only ways that all sums allow."""
    width = len(header.amounts)
    words = sum_labels().union(map(fold_label, subtotal_labels()))
    adds = fold_label(header.amounts[0].text) in words
    for row in rows:
        row.ways = [
            way
            for way in combinations(range(width), len(row.amounts))
            if _adds_up(row, way, adds and width > 1)
        ]
    grand = next((row for row in rows if not row.codes and fold_label(row.name.text) in words), None)
    children = _children(rows)
    waiting = [grand] if grand else [*children.get("", ())]
    while waiting:
        row = waiting.pop()
        path = "" if row is grand else row.path
        below = (
            [other for other in children.pop(path, ()) if other is not row] if path or row is grand else []
        )
        if below and len(row.ways) == 1:
            _choose(row, below, width)
        waiting += below


def _children(rows: Sequence[_Row]) -> dict[str, list[_Row]]:
    """The rows one level below each code, that of the longest code that theirs begins with; "" for those below none.

    Below a code that several rows have there are none: what adds up to which of them nobody says.
    """
    times = Counter(row.path for row in rows if row.path)
    found: dict[str, list[_Row]] = {}
    for row in rows:
        above = next(
            (row.path[:end] for end in range(len(row.path) - 1, 0, -1) if row.path[:end] in times), ""
        )
        if times[above] < 2:
            found.setdefault(above, []).append(row)
    return found


def _adds_up(row: _Row, way: tuple[int, ...], adds: bool) -> bool:
    """Is the first column the sum of the others?"""
    if not adds or len(way) < 2:
        return True
    values = [_value(cell) for cell in row.amounts]
    return way[0] == 0 and values[0] == sum(values[1:])


def _choose(parent: _Row, below: Sequence[_Row], width: int) -> None:
    """Keep the ways of the rows below that add up to the row above."""
    count = 1
    for row in below:
        count *= len(row.ways)
    if not 0 < count <= _MOST_WAYS:
        return
    wanted = _placed(parent, parent.ways[0], width)
    fitting = [
        ways
        for ways in product(*(row.ways for row in below))
        if _sum([_placed(row, way, width) for row, way in zip(below, ways, strict=True)]) == wanted
    ]
    if fitting:
        for index, row in enumerate(below):
            row.ways = sorted({ways[index] for ways in fitting})


def _placed(row: _Row, way: tuple[int, ...], width: int) -> list[Decimal]:
    placed = [Decimal(0)] * width
    for column, cell in zip(way, row.amounts, strict=True):
        placed[column] = _value(cell)
    return placed


def _sum(rows: Sequence[Sequence[Decimal]]) -> list[Decimal]:
    return [sum(column, Decimal(0)) for column in zip(*rows, strict=True)]


def _value(cell: TextCell) -> Decimal:
    return Decimal(0 if cell.text in _NOTHING else cell.text.replace(",", ""))


def _header_rows(header: _Header, depth: int) -> Iterator[tuple[TextCell | None, ...]]:
    """The header as printed: labels that span others, the labels of columns, the levels of codes."""
    width = len(header.amounts)
    if header.above:
        first, *others = header.above
        over = [*others[:width], *[None] * max(width - len(others), 0)]
        yield (first, *[None] * depth, *over)
    codes = [*header.codes[:depth], *[None] * max(depth - len(header.codes), 0)]
    yield (*codes, header.name, *header.amounts)
    if header.levels and depth == len(header.levels):
        yield (*header.levels, *[None] * (width + 1))


def _printed(row: _Row, depth: int, width: int) -> tuple[TextCell | None, ...]:
    """A row in its columns; amounts whose column is open stand behind them."""
    codes = [*row.codes, *[None] * (depth - len(row.codes))]
    columns: list[TextCell | None] = [None] * width
    behind: list[TextCell] = []
    for index, cell in enumerate(row.amounts):
        places = {way[index] for way in row.ways}
        if len(places) == 1:
            columns[places.pop()] = cell
        else:
            behind.append(cell)
    return (*codes, row.name, *columns, *behind)
