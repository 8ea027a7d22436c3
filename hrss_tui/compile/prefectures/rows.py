"""Which rows of a table are about which place: the divisions of one whole, the corps and its cities beside them.

A table is by place where at least half of its rows with figures name one. Rows that name none are kept in mind: a sum
without them proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import dropwhile

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import narrow
from hrss_tui.compile.prefectures.cells import number
from hrss_tui.reference import total_labels
from hrss_tui.reference.places import CORPS, NATION, find_place, is_within, named
from hrss_tui.reference.print import subtotal_labels
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.things import things
from hrss_tui.sources.tables import Cell, Row, Table
from hrss_tui.sources.text import close_gaps

_THINGS = things()
_MARKS = ("#", "＃")
_PART = re.compile(r"^(?:其中|#|＃|含)\s*[:：]?\s*")
_ALL = re.compile(
    rf"全(?:{re.any_of(_THINGS.who.all)})(?:合计|总计)?"
    rf"|(?:{re.any_of(_THINGS.who.all_leads)}|[、,，（）()]){{1,8}}(?:合计|总计)"
)
"""A row of all of the whole: 全省, 地区合计, 各县（市）合计."""
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")
"""A remark behind a name: 兵团（不含石河子市）."""
_OF_CORPS = re.compile(r"^(?:新疆)?(?:生产)?(?:建设)?兵团(?=第)")
"""What may stand before the number of one of its divisions: 兵团第三师."""
_NUMERAL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")
_SPACES = re.compile(r"\s+")
_COLUMN = re.compile(r"(\d{1,2})(?:[=＝][\d+\-*/×÷%()（）]{1,20})?")
"""The number of a column, with what it is worked out from."""
_COLUMN_NAMES = frozenset({"栏次", "栏目", "行次", "序号", *"甲乙丙丁"})
"""What such a row prints below labels of columns without figures."""
_COLUMNS = 2
"""Numbered columns that make a row one of their numbers, at least."""
_REGION = "65"
"""The region whose tables list the corps and its cities beside the prefectures."""


class Labelled(msgspec.Struct, frozen=True):
    """A row with figures: the cell that names it, its code (None for a total and for what is not known).

    `part` where the row is part of one above it (其中：…).
    """

    row: Row
    cell: Cell
    code: str | None = None
    total: bool = False
    part: bool = False


class Body(msgspec.Struct, frozen=True):
    """The header rows of a table by place and its rows of places, blocks side by side put below each other.

    `turned` where the places head columns: the figures of one metric stand on one line, `left` are the rows as
    printed that state none, `lines` the first and the last line that may count to a total where it has several parts.
    """

    header: tuple[Row, ...]
    rows: tuple[Labelled, ...]
    turned: bool = False
    left: tuple[Labelled, ...] = ()
    lines: tuple[int, int] | None = None


def labelled_rows(table: Table, place: str | None) -> list[Labelled]:
    """The rows of a table by place; none where it is no such table. `place` is that of the document."""
    found = [
        (row, cell) for row in table.rows if (cell := name_of(row)) is not None and not numbers_columns(row)
    ]
    whole = _whole([cell.text for _, cell in found], place)
    rows = [_labelled(row, cell, whole) for row, cell in found]
    first = next((at for at, row in enumerate(rows) if row.code or (row.total and _counts(row))), len(rows))
    while first and is_figures(rows[first - 1].row, rows[first - 1].cell):
        first -= 1
    body = _with_subtotal([row for row in rows[first:] if _has_figures(row)])
    places = sum(1 for row in body if row.code)
    return body if places >= 2 and places * 2 >= sum(1 for row in body if not row.total) else []


def _with_subtotal(rows: list[Labelled]) -> list[Labelled]:
    """The rows, where the only 小计 of a table without 合计 is their total: it lists some of the places."""
    found = [row for row in rows if fold_label(row.cell.text) in subtotal_labels()]
    if len(found) != 1 or any(row.total for row in rows):
        return rows
    return [msgspec.structs.replace(row, total=True) if row is found[0] else row for row in rows]


def is_figures(row: Row, name: Cell | None) -> bool:
    """Does a row hold only figures beside its name: no header, whose labels at most name years or count columns?"""
    at = row.cells.index(name) + 1 if name is not None else 0
    texts = [cell.text for cell in row.cells[at:] if cell.text and not _is_mark(cell.text)]
    found = [figure for text in texts if (figure := number(text)) is not None]
    if not found or len(found) < len(texts):
        return False
    plain = [int(each.value) for each in found if each.digits.isdigit() and not each.unit]
    years = len(plain) == len(found) and all(1900 < each < 2100 for each in plain)
    counted = (
        len(plain) == len(found) and plain[0] < 3 and plain == list(range(plain[0], plain[0] + len(plain)))
    )
    return not years and not counted


def numbers_columns(row: Row) -> bool:
    """Does a row number the columns: 甲 | 1 | 2 | 3=2/1?"""
    texts = [narrow(fold_label(cell.text)).strip("()") for cell in row.cells if cell.text]
    found = [int(match[1]) for text in texts if (match := _COLUMN.fullmatch(text))]
    rest = [text for text in texts if not _COLUMN.fullmatch(text)]
    counted = found == list(range(1, len(found) + 1))
    return len(found) >= _COLUMNS and counted and all(text in _COLUMN_NAMES for text in rest)


def labels_of(rows: Sequence[Row], place: str | None) -> Callable[[Row, Cell], Labelled]:
    """What a cell says as the name of its row, in whichever column of a table the places stand."""
    texts = [cell.text for row in rows for cell in row.cells if cell.text and number(cell.text) is None]
    whole = _whole(texts, place)
    return lambda row, cell: _labelled(row, cell, whole)


def namer(table: Table, place: str | None) -> Callable[[str], bool]:
    """Whether a text names one of the places that the rows of a table are about."""
    whole = _whole([cell.text for row in table.rows if (cell := name_of(row)) is not None], place)
    return lambda text: _of_whole(_bare(text), whole) is not None


def heads(row: Row, place: str | None, beside: Row | None = None, least: int = 2) -> list[Labelled]:
    """The cells of a row from the first that names a place or all of them on, each as the name of a row of its own.

    None where fewer than `least` name places. `beside` is another header of the same table.
    """
    cells = [cell for cell in row.cells if cell.text]
    others = [cell for cell in beside.cells if cell.text] if beside is not None else []
    whole = _whole([cell.text for cell in (*others, *cells)], place)
    found = [_labelled(row, cell, whole) for cell in cells]
    if sum(1 for each in found if each.code) < least:
        return []
    return list(dropwhile(lambda each: not (each.code or each.total), found))


def name_of(row: Row) -> Cell | None:
    """The first cell of words; a numeral that numbers the row (二) is none where others follow."""
    found = (
        cell for cell in row.cells if cell.text and number(cell.text) is None and not _is_mark(cell.text)
    )
    first = next(found, None)
    return next(found, first) if first is not None and _NUMERAL.fullmatch(first.text.strip()) else first


def is_part(text: str) -> bool:
    """Does a label say that it is a part of what stands above it: 其中：女性, # 职工?"""
    return bool(_PART.match(text.strip()))


def is_marked_part(text: str) -> bool:
    """Does a label say so by a mark that each part of its table has (# 职工), so that one without it is none?"""
    return text.strip().startswith(_MARKS)


def _is_mark(text: str) -> bool:
    return not any(char.isalnum() for char in text)


def _counts(row: Labelled) -> bool:
    """Does a row print a number? 合计 over 男 and 女 is a header."""
    return any(number(cell.text) for cell in row.row.cells if cell.text)


def _has_figures(row: Labelled) -> bool:
    return any(
        cell.text and cell is not row.cell for cell in row.row.cells[row.row.cells.index(row.cell) + 1 :]
    )


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return _PART.sub("", _SPACES.sub("", close_gaps(text)))


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(fold_label, total_labels().any))


def _labelled(row: Row, cell: Cell, whole: str | None) -> Labelled:
    name = _bare(cell.text).removeprefix("各")
    if fold_label(cell.text) in _totals() or _ALL.fullmatch(name):
        return Labelled(row, cell, total=True)
    if whole is not None and not _PART.match(cell.text.strip()) and named(name) == (whole,):
        return Labelled(row, cell, total=True)
    found = _of_whole(name, whole)
    return Labelled(row, cell, found, part=bool(_PART.match(cell.text.strip())))


@lru_cache(maxsize=4096)
def _of_whole(name: str, whole: str | None) -> str | None:
    """The code of a division of a whole, or of the corps in a table of its region."""
    if whole is None:
        return None
    corps = whole in (_REGION, NATION)
    forms = (name, _REMARK.sub("", name), *((_OF_CORPS.sub("", name),) if corps else ()))
    wholes = (None if whole == NATION else whole, *((CORPS,) if corps else ()))
    found = (find_place(form, each) for form in forms for each in wholes)
    place = next((each for each in found if each is not None), None)
    return place.code if place is not None and place.code != whole else None


def _whole(names: Sequence[str], place: str | None) -> str | None:
    """What the rows are divisions of: the document's place, else the province or prefecture most of them lie in."""
    codes = [code for name in names if (code := named(_bare(name)))]
    known = [each for each in codes if each]
    if place is not None and sum(1 for each in known if any(is_within(code, place) for code in each)) >= 2:
        return place
    counts: Counter[str] = Counter()
    for each in known:
        counts.update({code[:length] for code in each for length in (2, 4) if len(code) > length})
    if not counts:
        return NATION if len(known) > 1 else None
    best = max(counts, key=lambda code: (counts[code], len(code), code))
    provinces = sum(1 for each in known if any(len(code) == 2 for code in each))
    return NATION if provinces > counts[best] else best
