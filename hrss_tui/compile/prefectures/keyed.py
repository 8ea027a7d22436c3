"""Tables in which a place stands in several rows: one for each indicator, or for each year.

What tells its rows apart is a column of words or of years beside the places, right of them or left: 指标, 险种, 年份. The
rows of each key are a part, with the key as a label above its columns; a place that is printed once, above or left of
its rows, is the place of all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prefectures.cells import number
from hrss_tui.compile.prefectures.rows import Body, Labelled, labels_of, numbers_columns
from hrss_tui.reference.print import ordinal_labels, unit_labels
from hrss_tui.sources.tables import Cell, Row, Table
from hrss_tui.sources.text import close_gaps, fold

_MOST = 20_000
"""Cells of a table that is looked at in this way, at most."""
_FEWEST = 2
_YEAR = re.compile(r"(?:19|20)\d{2}\s*+年?(?:度|末|底)?")
_HEADER = 5
"""Rows of a header, at most."""
Label = Callable[[Row, Cell], Labelled]


class Columns(msgspec.Struct, frozen=True):
    """Where the places, the keys and the units of the keys stand."""

    place: int
    key: int
    unit: int | None


def repeats(rows: Sequence[Labelled]) -> bool:
    """Does a place stand in several rows, none of which is a part of one above it?"""
    times = Counter(row.code for row in rows if row.code and not row.part)
    return any(count > 1 for count in times.values())


def keyed(table: Table, place: str | None) -> list[Body]:
    """The parts of such a table, one a key; none where it is not plain which rows are of which key."""
    rows = table.rows
    width = max((len(row.cells) for row in rows), default=0)
    if len(rows) * width > _MOST:
        return []
    label = labels_of(rows, place)
    column = place_column(rows, label)
    if column is None:
        return []
    first = next((at for at, row in enumerate(rows) if _is_place(row, column, label)), 0)
    header = [row for row in rows[:first] if not numbers_columns(row)]
    body = [row for row in rows[first:] if any(number(cell.text) for cell in row.cells)]
    body = [row for row in body if not numbers_columns(row)]
    key = _key_column(header, body, column, label) if 0 < len(header) <= _HEADER else None
    if key is None or any(len(row.cells) <= max(column, key) for row in body):
        return []
    filled = _filled(body, column, key, label)
    if not repeats([label(row, row.cells[column]) for row in filled]):
        return []
    keys: dict[str, list[Row]] = {}
    for row in filled:
        keys.setdefault(_text(row, key), []).append(row)
    unit = next((at for at in range(width) if _labels(header, at) & unit_labels()), None)
    parts = [_part(header, own, Columns(column, key, unit), label) for own in keys.values()]
    return (
        []
        if "" in keys or any(part is None or repeats(part.rows) for part in parts)
        else [each for each in parts if each]
    )


def place_column(rows: Sequence[Row], label: Label) -> int | None:
    """The column whose words are places, mostly."""
    return next(iter(place_columns(rows, label)), None)


def place_columns(rows: Sequence[Row], label: Label) -> list[int]:
    """All such columns: prefectures, and behind them their counties."""
    width = max((len(row.cells) for row in rows), default=0)
    return [column for column in range(width) if _holds_places(rows, column, label)]


def _holds_places(rows: Sequence[Row], column: int, label: Label) -> bool:
    words = [row for row in rows if (text := _text(row, column)) and number(text) is None]
    known = sum(1 for row in words if label(row, row.cells[column]).code)
    return known >= _FEWEST and 2 * known > len(words)


def _text(row: Row, column: int) -> str:
    return row.cells[column].text if column < len(row.cells) else ""


def _labels(header: Sequence[Row], column: int) -> set[str]:
    return {fold(_text(row, column)) for row in header}


def _is_place(row: Row, column: int, label: Label) -> bool:
    if column >= len(row.cells) or not any(number(cell.text) for cell in row.cells):
        return False
    found = label(row, row.cells[column])
    return bool(found.code) or found.total


def _key_column(header: Sequence[Row], body: Sequence[Row], place: int, label: Label) -> int | None:
    """The column of words or years next to that of the places; None where there is none or it is open which it is.

    Places of another level (市州 | 县) are no keys: what is of a county is no figure of its prefecture.
    """
    found = []
    for column in range(place + 2):
        texts = [text for row in body if (text := _text(row, column))]
        if column == place or not texts or _labels(header, column) & (ordinal_labels() | unit_labels()):
            continue
        if _holds_places(body, column, label):
            continue
        words = sum(1 for text in texts if number(text) is None)
        if all(map(_YEAR.fullmatch, texts)) or 2 * words > len(texts):
            found.append(column)
    return found[0] if len(found) == 1 else None


def _filled(body: Sequence[Row], place: int, key: int, label: Label) -> list[Row]:
    """The rows, each with the place or the key of the row above where it prints only the other; a total is of no place."""
    made: list[Row] = []
    for row in body:
        cells = list(row.cells)
        for blank, other in ((place, key), (key, place)):
            stated = made and blank < len(cells) and not cells[blank].text and _text(row, other)
            if stated and not (blank == place and label(row, row.cells[key]).total):
                cells[blank] = msgspec.structs.replace(cells[blank], text=_text(made[-1], blank))
        made.append(msgspec.structs.replace(row, cells=tuple(cells)))
    return made


def _part(header: Sequence[Row], rows: Sequence[Row], at: Columns, label: Label) -> Body | None:
    """The rows of one key, which stands as a label above their columns; None where they have several units."""
    units = {_text(row, at.unit) for row in rows} if at.unit is not None else {""}
    if len(units) > 1:
        return None
    (unit,) = units
    key = close_gaps(rows[0].cells[at.key].text) + (f"（{unit}）" if unit else "")
    first = max(at.place, at.key, at.unit or 0) + 1
    top = header[0]
    over = tuple(
        msgspec.structs.replace(cell, text=key if column >= first else "")
        for column, cell in enumerate(top.cells)
    )
    drop = {at.key, at.unit}
    head = (msgspec.structs.replace(top, cells=over), *(_without(row, drop) for row in header))
    body = [_without(_of_key(row, at), drop) for row in rows]
    return Body(head, tuple(label(row, row.cells[at.place]) for row in body))


def _of_key(row: Row, at: Columns) -> Row:
    """A row whose place reaches no further down than its key: a figure that does is of several keys."""
    cells = list(row.cells)
    own = min(cells[at.place].rows, cells[at.key].rows)
    cells[at.place] = msgspec.structs.replace(cells[at.place], rows=own)
    return msgspec.structs.replace(row, cells=tuple(cells))


def _without(row: Row, columns: Collection[int | None]) -> Row:
    """A row with some of its cells blank."""
    cells = (
        msgspec.structs.replace(cell, text="") if column in columns else cell
        for column, cell in enumerate(row.cells)
    )
    return msgspec.structs.replace(row, cells=tuple(cells))
