"""The shape of a table whose rows name what its figures are of: its header, its rows, what each column holds.

A table of which this is not plain is none: a column of figures without a label, words right of the figures that are no
remark, rows of unequally many cells where no grid is known, columns of codes and of what tells persons apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.columns import Column, columns
from hrss_tui.compile.prefectures.cells import NOT_APPLICABLE, are_codes, moved, number
from hrss_tui.compile.prefectures.rows import is_figures, name_of, numbers_columns
from hrss_tui.compile.stated.labels import sort_of
from hrss_tui.compile.stated.times import is_time
from hrss_tui.reference import fold_label, is_of_indicators, total_labels
from hrss_tui.reference.metrics import is_beside, is_identifier, is_remark
from hrss_tui.reference.print import ordinal_labels, unit_labels
from hrss_tui.reference.units import paired_unit, split_unit, units
from hrss_tui.sources import marks
from hrss_tui.sources.tables import Cell, Row, Table
from hrss_tui.sources.text import fold

_PAIR = re.compile(r"[（(](?P<one>[\u3400-\u9fff])[、,，/／和](?P<other>[\u3400-\u9fff])[）)]")
"""Two units of one character in a bracket."""
_SIDE = re.compile("^(?:收入|支出)(?=项目|科目|内容|名称)")
"""What the two sides of an account say before the label of their names: 收入项目 | 预算数 | 支出项目 | 预算数."""
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_HEADER = 4
"""Rows of a header, at most."""
_BLOCKS = 4
"""Tables side by side, at most."""
_FEWEST = 2
"""Rows that make a table, at least: a lone one may be one of any kind, but where the title says of which."""


class Named(msgspec.Struct, frozen=True):
    """A row of figures with the cells that name it, from the widest name to its own, and the cell of its unit.

    `group` is the cell of words above it that stands for the rows below: one across the figures, or a numbered one.
    """

    row: Row
    names: tuple[Cell, ...]
    unit: Cell | None = None
    group: Cell | None = None


class Sheet(msgspec.Struct, frozen=True):
    """A table: its columns of figures with their labels, its named rows, and rows of figures that nothing names.

    `ordinals` are the columns that number the rows, `beside` those of remarks.
    """

    values: tuple[Column, ...]
    rows: tuple[Named, ...]
    nameless: tuple[Row, ...]
    ordinals: tuple[int, ...]
    beside: tuple[int, ...]


class _Columns(msgspec.Struct, frozen=True):
    values: tuple[Column, ...]
    names: tuple[int, ...]
    unit: int | None
    ordinals: tuple[int, ...]
    beside: tuple[int, ...]


def sheets(table: Table) -> list[Sheet]:
    """A table as one, or those that stand side by side in it; none where its shape is not plain."""
    rows = [_with_units(row) for row in table.rows if not numbers_columns(row)]
    header, body = _split(rows)
    if not header or not _is_even(table, header, body):
        return []
    fewest = 1 if is_of_indicators(table.title) else _FEWEST
    found = [_sheet(head, own, fewest) for head, own in _side_by_side(header, body)]
    return [each for each in found if each is not None] if all(found) else []


def _with_units(row: Row) -> Row:
    """A row whose labels count things in one unit where they print two that are one: 设备（台、套）."""
    if not any(_PAIR.search(cell.text) for cell in row.cells):
        return row
    cells = (msgspec.structs.replace(cell, text=_PAIR.sub(_paired, cell.text)) for cell in row.cells)
    return msgspec.structs.replace(row, cells=tuple(cells))


def _paired(match: re.Match[str]) -> str:
    unit = paired_unit(match["one"], match["other"], match.string[: match.start()])
    return f"（{unit}）" if unit else match[0]


def _split(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the header and those below it; a header that is printed again is left out."""
    first = next(
        (
            at
            for at, row in enumerate(rows)
            if is_figures_row(row) or (at > 0 and _is_below_labels(row, rows[at - 1]))
        ),
        0,
    )
    header = list(rows[:first])
    while len(header) > 1 and (_is_alone(header[-1]) or _heads_rows(header, rows[first])):
        header.pop()
    body = rows[len(header) :]
    texts = [row.texts() for row in header]
    if not 0 < len(header) <= _HEADER or any(map(_is_alone, header)):
        return [], []
    return header, [row for row in body if row.texts() not in texts]


def is_figures_row(row: Row) -> bool:
    """Does a row print a figure, or marks that there is none, beside what names it?"""
    if is_figures(row, name_of(row)):
        return True
    texts = [cell.text for cell in row.cells if cell.text]
    found = [
        text for text in texts[1:] if (stated := number(text)) is not None and not _is_year(stated.digits)
    ]
    return bool(found)


def _is_below_labels(row: Row, above: Row) -> bool:
    """Does a row have a name, and its figures, which look like years, each a label of its own above?"""
    name, *others = row.cells
    found = [cell for cell in others if cell.text]
    labelled = all(
        at < len(above.cells) and above.cells[at].text for at, cell in enumerate(row.cells) if cell.text
    )
    return bool(name.text and found) and labelled and all(cell.text.isdecimal() for cell in found)


def _heads_rows(header: Sequence[Row], figures: Row) -> bool:
    """Does the last of some rows print words in columns of names only, where no label above reaches down to the figures?"""
    start = next((at for at, cell in enumerate(figures.cells) if number(cell.text) is not None), 0)
    plain = all(cell.rows == 1 for row in header[:-1] for cell in row.cells)
    return start > 0 and plain and not any(cell.text for cell in header[-1].cells[start:])


def _is_year(digits: str) -> bool:
    return len(digits) == len("2033") and digits.isdecimal() and digits.startswith(("19", "20"))


def _is_alone(row: Row) -> bool:
    """Does a row print one cell only?"""
    return sum(1 for cell in row.cells if cell.text) < _FEWEST


def _is_even(table: Table, header: Sequence[Row], body: Sequence[Row]) -> bool:
    """Have all rows equally many cells, where no grid says in which column one stands?"""
    if all(segment.grid is not None for segment in table.segments):
        return True
    return len({len(row.cells) for row in (*header[-1:], *body)}) == 1


def _side_by_side(header: Sequence[Row], body: Sequence[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    """The header and rows of each of the tables that stand side by side, of which each begins with the same label.

    So do the sides of an account (收入项目, 支出项目). Above the labels each may have one of its own that is over all its
    columns: 2035年 | 2036年, 收入 | 支出. What all rows of a block say themselves (保险费收入, 利息收入) need not be said of
    them again.
    """
    labels = [fold(text) for text in header[-1].texts()]
    first = _SIDE.sub("", labels[0])
    starts = [at for at, label in enumerate(labels) if label and _SIDE.sub("", label) == first] or [0]
    parts = list(zip(starts, (*starts[1:], len(labels)), strict=True))
    apart = all(stop - start >= _FEWEST and _differ(labels[start:stop]) for start, stop in parts)
    if (
        not 1 < len(parts) <= _BLOCKS
        or not apart
        or not all(_heads_blocks(row, starts) for row in header[:-1])
    ):
        yield list(header), list(body)
        return
    for start, stop in parts:
        rows = [cut for row in body if any((cut := _cut(row, start, stop)).texts())]
        above = [_cut(row, start, stop) for row in header[:-1]]
        own = [row for row in above if not _is_said(row.cells[0].text, rows)]
        yield [*own, _cut(header[-1], start, stop)], rows


def _differ(labels: Sequence[str]) -> bool:
    """Is no label of a block printed twice?"""
    return len(set(labels)) == len(labels)


def _is_said(label: str, rows: Sequence[Row]) -> bool:
    """Do the names of all rows say what stands above them?"""
    return all(fold(label) in fold(row.cells[0].text) for row in rows)


def _heads_blocks(row: Row, starts: Sequence[int]) -> bool:
    """Has a header row one label over each of several blocks of columns?"""
    return [cell.column for cell in row.cells if cell.text] == list(starts)


def _cut(row: Row, start: int, stop: int) -> Row:
    return msgspec.structs.replace(row, cells=row.cells[start:stop])


def _sheet(header: Sequence[Row], body: Sequence[Row], fewest: int) -> Sheet | None:
    found = _columns(header, body)
    if found is None:
        return None
    rows, nameless = _named(body, found)
    return (
        Sheet(found.values, tuple(rows), tuple(nameless), found.ordinals, found.beside)
        if len(rows) >= fewest
        else None
    )


def _columns(header: Sequence[Row], body: Sequence[Row]) -> _Columns | None:
    """What each column holds; None where it is not plain of one of them."""
    labels = {column.index: column for column in columns(header)}
    values: list[Column] = []
    names: list[int] = []
    ordinals: list[int] = []
    beside: list[int] = []
    unit: int | None = None
    for index in range(max(len(row.cells) for row in (*header, *body))):
        texts = [row.cells[index].text for row in body if index < len(row.cells) and row.cells[index].text]
        column = labels.get(index)
        if column is None and not texts:
            continue
        if column is not None and (fold(column.leaf) in ordinal_labels() or are_codes(column.leaf, texts)):
            ordinals.append(index)
            continue
        if column is None and not values and not _are_figures(texts):
            names.append(index)
            continue
        if column is None or (is_identifier(column.leaf) and not is_beside(column.leaf)):
            return None
        if fold(column.leaf) in unit_labels() and _are_units(texts):
            unit = index
        elif (is_beside(column.leaf) and values) or is_remark(column.leaf):
            beside.append(index)
        elif texts and _are_figures(texts, column.leaf) and (names or values or not is_time(texts[0])):
            values.append(column)
        elif not values and texts:
            names.append(index)
        elif texts:
            return None
    # Who sees to a task names its row only where nothing else does.
    own = [index for index in names if index not in labels or not is_beside(labels[index].leaf)]
    beside += [index for index in names if own and index not in own]
    own = _in_chinese(own, body) or own
    if not values or not names:
        return None
    return _Columns(tuple(values), tuple(own or names), unit, tuple(ordinals), tuple(beside))


def _in_chinese(names: Sequence[int], body: Sequence[Row]) -> list[int]:
    """The columns of names but for those that say them again in another script: 项目 | Item."""
    return [index for index in names if any(_CHINESE.search(_cell_text(row, index)) for row in body)]


def _are_units(texts: Sequence[str]) -> bool:
    known = sum(1 for text in texts if split_unit(fold(text).partition("/")[0])[1] in units())
    return bool(texts) and 2 * known > len(texts)


def _are_figures(texts: Sequence[str], label: str = "") -> bool:
    """Are the texts of a column mostly figures, the rest marks? Changes may be told in words."""
    words = [text for text in texts if text not in NOT_APPLICABLE]
    read = moved if label and sort_of(label) == "change" else number
    return 2 * sum(1 for text in words if read(text) is not None) > len(words)


def _named(body: Sequence[Row], found: _Columns) -> tuple[list[Named], list[Row]]:
    """The rows of figures with their names, and those without; a name that is printed once is that of the rows below it."""
    rows: list[Named] = []
    nameless: list[Row] = []
    above: list[Cell] = []
    group: Cell | None = None
    sections = _have_sections(body, found)
    for row in body:
        own = [row.cells[index] for index in found.names if index < len(row.cells)]
        filled = any(_cell_text(row, column.index) for column in found.values)
        if not filled:
            heads = [cell for cell in own if _is_group(cell, found.values) or (sections and cell.text)]
            group = heads[0] if heads else group
            above = []
            continue
        if not any(cell.text for cell in own):  # 合计 may stand where others have their number
            own = [*own[:-1], *(row.cells[at] for at in found.ordinals if _is_total(row, at))] or own
        if not own[-1:] or not (own[-1].text or (len(own) > 1 and own[0].text)):
            nameless.append(row)
            continue
        first = next(at for at, cell in enumerate(own) if cell.text)
        names = [*above[:first], *own[first:]] if len(above) >= first else own[first:]
        group = None if group is not None and _ends(own[-1], group) else group
        above = names
        unit = row.cells[found.unit] if found.unit is not None and found.unit < len(row.cells) else None
        rows.append(Named(row, tuple(cell for cell in names if cell.text), unit, group))
    return rows, nameless


def _have_sections(body: Sequence[Row], found: _Columns) -> bool:
    """Do the same rows of figures stand below several rows of words alone, which so tell them apart?

    企业职工基本养老保险 | | over 参保人数 | 466.88, and 机关事业单位基本养老保险 | | over another 参保人数.
    """
    at, seen = 0, dict[tuple[str, ...], int]()
    for row in body:
        own = tuple(fold_label(_cell_text(row, index)) for index in found.names)
        if not any(_cell_text(row, column.index) for column in found.values):
            at += bool(any(own))
        elif any(own) and at != seen.setdefault(own, at):
            return True
    return False


def _is_total(row: Row, index: int) -> bool:
    """Is what stands in a column of numbers the name of a sum?"""
    return fold_label(_cell_text(row, index)) in total_labels().any


def _is_group(cell: Cell, values: Sequence[Column]) -> bool:
    """Does a cell of a row without figures stand for the rows below it, and not for what has no figure?"""
    wide = cell.columns > 1 and cell.column + cell.columns > values[0].index
    return bool(cell.text) and (wide or marks.marker(cell.text.strip()) is not None)


def _ends(name: Cell, group: Cell) -> bool:
    """Does the number before a name say that what stood for the rows above it is over: 五、 behind （二）?"""
    marked, own = marks.marker(group.text.strip()), marks.marker(name.text.strip())
    return marked is not None and own is not None and own.rank < marked.rank


def _cell_text(row: Row, index: int) -> str:
    return row.cells[index].text if index < len(row.cells) else ""
