"""A sheet of a workbook, whichever program wrote it, put into a draft: what is hidden or covered is not there."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.draft import Draft, Drawn
from hrss_tui.sources.formats.form import Hidden
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.xlsx.beside import parted
from hrss_tui.words import phrase

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)


class Merge(msgspec.Struct, frozen=True):
    """Cells that are one: 0-based first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(msgspec.Struct, frozen=True):
    """What a sheet shows: (row, column) → text, 0-based; merged cells; hidden rows and columns.

    `odd` counts cells that cannot be shown as they are, by what is the matter and an example: the key of a note,
    a place and its number format. `unseen` are cells that are there and that nobody sees: white, struck out, withheld.
    `units` are captions above the page that name the unit of the sheet.
    """

    label: str
    cells: Mapping[tuple[int, int], str]
    merges: tuple[Merge, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    odd: Counter[tuple[str, str]] = Counter()
    examples: Mapping[tuple[str, str], str] = {}
    unseen: Mapping[tuple[int, int], str] = {}
    units: tuple[str, ...] = ()


def draw(sheet: Sheet, draft: Draft, name: str, limits: Limits) -> None:
    """Put a sheet into a draft as a page of its own."""
    draft.open_page(sheet.label, "sheet")
    _say(sheet, draft, name)
    for unit in sheet.units:
        draft.prose(unit)
    for table in parted(_with_hidden(sheet, list(_drawn(sheet, name, limits)))):
        draft.table(table)


def _say(sheet: Sheet, draft: Draft, name: str) -> None:
    rows = sum(row in sheet.hidden_rows for row in {row for row, _ in sheet.cells})
    columns = sum(column in sheet.hidden_columns for column in {column for _, column in sheet.cells})
    if rows or columns:
        draft.note(phrase("note.hidden_cells", name=name, sheet=sheet.label, rows=rows, columns=columns))
    for (key, code), count in sorted(sheet.odd.items()):
        place = sheet.examples[key, code]
        draft.note(phrase(key, name=name, sheet=sheet.label, count=count, place=place, format=code))


def _drawn(sheet: Sheet, name: str, limits: Limits) -> Iterator[Drawn]:
    """The cells that can be seen, merged ones at the first place of theirs that can."""
    covered: set[tuple[int, int]] = set()
    rows: dict[int, list[int]] = {}
    for row, column in sorted(sheet.cells):
        rows.setdefault(row, []).append(column)
    ordered, hidden, work = sorted(rows), sorted(sheet.hidden_rows), limits.cells
    for merge in sheet.merges:
        low, high = bisect_left(ordered, merge.top), bisect_left(ordered, merge.bottom + 1)
        work -= high - low + 1
        if work < 0:
            raise SourceError(phrase("source.many_cells", name=name), phrase("source.too_large.hint"))
        for row in ordered[low:high]:
            columns = rows[row]
            inside = columns[bisect_left(columns, merge.left) : bisect_left(columns, merge.right + 1)]
            covered.update((row, column) for column in inside)
        if text := sheet.cells.get((merge.top, merge.left)):
            yield from _merged(merge, text, sheet, hidden)
    for (row, column), text in sheet.cells.items():
        if row in sheet.hidden_rows or column in sheet.hidden_columns or (row, column) in covered:
            continue
        yield Drawn(_shown_row(row, hidden), column, text, place=cell_name(row, column))


def _with_hidden(sheet: Sheet, drawn: list[Drawn]) -> list[Drawn]:
    """The cells, the first of each row with what is hidden in it and below it: no sum holds over what nobody sees."""
    found = _hidden(sheet)
    if not found:
        return drawn
    first: dict[int, int] = {}
    for at, cell in enumerate(drawn):
        if cell.row not in first or cell.column < drawn[first[cell.row]].column:
            first[cell.row] = at
    rows = sorted(first)
    for row, hidden in found:
        place = bisect_left(rows, row + 1) - 1
        if place >= 0:
            at = first[rows[place]]
            drawn[at] = msgspec.structs.replace(drawn[at], hidden=(*drawn[at].hidden, *hidden))
    return drawn


def _hidden(sheet: Sheet) -> list[tuple[int, list[Hidden]]]:
    """Rows that can be seen, as they are counted there, with what is hidden in them and right below."""
    hidden = sorted(sheet.hidden_rows)
    rows: dict[int, list[str]] = {}
    found: dict[int, list[Hidden]] = {}
    for (row, column), text in sorted(sheet.cells.items()) if hidden or sheet.hidden_columns else ():
        if row in sheet.hidden_rows:
            if column not in sheet.hidden_columns:
                rows.setdefault(row, []).append(text)
        elif column in sheet.hidden_columns and any(map(str.isdigit, text)):
            letters = cell_name(row, column).rstrip("0123456789")
            found.setdefault(_shown_row(row, hidden), []).append(Hidden("column", letters, (text,)))
    for (row, column), text in sorted(sheet.unseen.items()):
        if (
            row not in sheet.hidden_rows
            and column not in sheet.hidden_columns
            and any(map(str.isdigit, text))
        ):
            here = Hidden("cell", cell_name(row, column), (text,))
            found.setdefault(_shown_row(row, hidden), []).append(here)
    for row, texts in rows.items():
        if any(char.isdigit() for text in texts for char in text):
            found.setdefault(_shown_row(row, hidden) - 1, []).append(
                Hidden("row", str(row + 1), tuple(texts))
            )
    return sorted(found.items())


def _shown_row(row: int, hidden: Sequence[int]) -> int:
    """The row a row is among those that can be seen."""
    return row - bisect_left(hidden, row)


def _merged(merge: Merge, text: str, sheet: Sheet, hidden: Sequence[int]) -> Iterator[Drawn]:
    row = _first(merge.top, merge.bottom, sheet.hidden_rows)
    column = _first(merge.left, merge.right, sheet.hidden_columns)
    if row is None or column is None:
        return
    place = f"{cell_name(merge.top, merge.left)}:{cell_name(merge.bottom, merge.right)}"
    height = _shown_row(merge.bottom + 1, hidden) - _shown_row(row, hidden)
    yield Drawn(_shown_row(row, hidden), column, text, height, merge.right - column + 1, place)


def _first(low: int, high: int, hidden: frozenset[int]) -> int | None:
    """The first index of a span that is not hidden."""
    return next((index for index in range(low, high + 1) if index not in hidden), None)


def cell_name(row: int, column: int) -> str:
    """B7 for row 6 and column 1."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def place_of(ref: str) -> tuple[int, int] | None:
    """0-based row and column of B7."""
    match = _PLACE.fullmatch(ref)
    if match is None:
        return None
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match.group(2)) - 1, column - 1
