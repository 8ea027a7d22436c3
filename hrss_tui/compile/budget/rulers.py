"""Which rows of a segment are its header, and which number columns: 栏次 1 2 3 holds no amounts.

A header ends per cell: the row below may still name some columns (类 款 项, or 合计 基本支出 项目支出) and already
hold the total of the table.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget.code_rows import covering, economic_codes_of
from hrss_tui.compile.budget.labels import bare_label, is_year, without_among
from hrss_tui.compile.budget.ordinals import has_ordinal
from hrss_tui.compile.budget.values import has_han, read_value
from hrss_tui.reference import budget_tables, column_roles, shared_columns, three_public_lines, total_labels
from hrss_tui.reference.budget_tables import qualifiers
from hrss_tui.reference.classifications import economic_children, economic_class_names
from hrss_tui.reference.print import ruler_labels, subtotal_labels, total_endings
from hrss_tui.reference.text import fold_label
from hrss_tui.sources.tables import Cell, Row

_CODE = re.compile(r"\d{3}|\d{5}|\d{7}|\d{3}(?:\s+\d{2}){1,2}", re.ASCII)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_MARKS = re.compile(r"[—\-*/]+")
"""What fills the column of codes or names in a row that numbers columns."""
_STARS = re.compile(r"\*{1,3}")
"""What fills all of a row where others number the columns: ** below every label."""
_RULER = re.compile(
    rf"第?(?:\d{{1,2}}|\(\d{{1,2}}\)|[A-Za-z]|[{_STEMS}]|[IVX]{{1,4}}|[一二三四五六七八九十]{{1,2}})[栏列]?"
    rf"(?P<formula>[=≥][\dA-Za-z{_STEMS}第栏列+\-×*/÷().%…~—]{{1,60}})?|{_MARKS.pattern}"
)
"""The number of a column, or how it follows from others: 1=2+3, (3)=(1)-(2), 第4栏."""
_DIGITS = re.compile(r"\d{1,2}", re.ASCII)
_RAN_IN = re.compile(r"(?P<label>\D{0,40}[\u3400-\u9fff)])(?P<number>\d{1,2})", re.ASCII)
"""The last line of a label that is too high for its row, and the number of its column below it: 财政拨款5."""
_LEVELS = ("类", "款", "项")
_LONGEST = 40
"""Characters of a label of one column."""
_BLOCKS = 3
"""Names that may stand side by side in a row of data: one a block."""

_FEWEST_NUMBERS = 3
"""Cells of a row that numbers columns, at least."""
_CUT = 2
"""Labels of a repeated header row that have lost their ends, at least."""


Printed = tuple[str, ...]


class Split(msgspec.Struct, frozen=True):
    """A segment parted: header rows (in part those that hold data too) and the rows below."""

    head: tuple[Row, ...]
    rows: tuple[Row, ...]


def split(rows: Sequence[Row], first: bool, again: Collection[Printed] = ()) -> Split:
    """Part a segment; `first` says that it begins its table, so that its first row is header whatever it says.

    `again` are the header rows of the segments before, which a page may repeat.
    """
    head: list[Row] = []
    reach = 0
    at = 0
    rows = _below_lines(rows) if first else rows
    for at, row in enumerate(rows):
        if head and is_ruler(row):
            if len(levels := _levels(row)) > 1:
                head.append(_only(row, levels))
            if any(labels := _ran_in(row)):
                head.append(_with(row, labels))
            continue
        if head and (codes := economic_codes_of(head, row)):
            named = _only(row, set(range(len(row.cells))) - codes)
            head += [named] if any(cell.text for cell in named.cells) else []
            continue
        spanned = row.row is not None and row.row < reach and not _has_data(row)
        begins = first and at == 0 and _could_head(row)
        repeated = len(head) == at and printed(row) in again
        if _names_row(head, row) or not (
            spanned or repeated or is_header(row) or begins or _only_labels(head, row)
        ):
            break
        head.append(row)
        reach = max(reach, *((row.row or 0) + cell.rows for cell in row.cells if cell.text), 0)
    else:
        at = len(rows)
    rest = list(rows[at:])
    if head and rest:
        head, rest = _mixed(head, rest)
    head, total = _without_total(head)
    return Split(tuple(head), (*total, *(row for row in rest if not is_ruler(row))))


def _below_lines(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows below lines across the whole of a table that stand above its header: whose it is, below its unit."""
    start = next((at for at, row in enumerate(rows) if not _is_line(row)), 0)
    return rows[start:] if start and (is_header(rows[start]) or _could_head(rows[start])) else rows


def _is_line(row: Row) -> bool:
    """Is a row one text across all columns, and no label that is known?"""
    filled = [cell for cell in row.cells if cell.text]
    across = len(filled) == 1 and len(row.cells) > 1 and filled[0].columns >= len(row.cells)
    return across and bare_label(filled[0].text) not in known_labels() and not _has_data(row)


def _only_labels(head: Sequence[Row], row: Row) -> bool:
    """Does a row go on with a header: words over several columns, none where the header names what the rows are?"""
    filled = [index for index, cell in enumerate(row.cells) if cell.text]
    if not head or len(filled) < 2 or not filled[0] or _has_data(row):
        return False
    return bool(head[0].cells[0].text) and all(has_han(row.cells[index].text) for index in filled)


def printed(row: Row) -> Printed:
    """What a row prints, cell by cell."""
    return tuple(fold_label(cell.text) for cell in row.cells if cell.text)


def without_cut(rows: Sequence[Row], again: Collection[Printed]) -> Sequence[Row]:
    """The rows of a page below a header that it repeats with less room, so that its labels have lost their ends."""
    start = 0
    for at, row in enumerate(rows):
        if any(_is_cut(printed(row), whole) for whole in again):
            start = at + 1
        elif not is_ruler(row):
            break
    return rows[start:]


def _is_cut(texts: Printed, whole: Printed) -> bool:
    """Has a row the texts of another, cell by cell, with the ends of several cut off?"""
    if len(texts) != len(whole) or not all(
        label.startswith(text) for text, label in zip(texts, whole, strict=True)
    ):
        return False
    return sum(text != label for text, label in zip(texts, whole, strict=True)) >= _CUT


def headless(rows: Sequence[Row]) -> Split:
    """The rows of a segment that goes on with the one before without a header."""
    return Split((), tuple(row for row in rows if not is_ruler(row)))


def is_header(row: Row) -> bool:
    """Is the row header: no amount, no code, most labels known, and not just a total?"""
    texts = [cell.text for cell in row.cells if cell.text]
    if not texts or _has_data(row):
        return False
    if len(texts) == 1 and fold_label(texts[0]) in totals():
        return False
    labels = [bare_label(text) for text in texts]
    if len(labels) == 1 and labels[0] in item_labels():
        return False
    known = sum(label in known_labels() or without_among(label) in known_labels() for label in labels)
    if known:
        known += sum(map(is_year, labels))
    if len(labels) > _BLOCKS:
        known += sum(label in _economic_groups() for label in labels)
    return known * 2 >= len(labels)


def _runs_into_ruler(text: str) -> bool:
    return any(
        text.endswith(end) and text.removesuffix(end) in known_labels()
        for end in ruler_labels()
        if len(end) > 1
    )


def is_ruler(row: Row) -> bool:
    """Does the row number the columns: 栏次 1 2 3, 1=2+3 2 3, or 1 2 3 alone?"""
    texts = [part for cell in row.cells if cell.text for part in _label_and_number(fold_label(cell.text))]
    # A label that is too high for its row runs into that of the ruler: 编码栏次.
    named = [text for text in texts if text in ruler_labels() or _runs_into_ruler(text)]
    marks = [text for text in texts if text not in named and not set(text) <= set(_LEVELS)]
    if any(text in ruler_labels() for text in named) and _counts_on(marks):
        return True
    if not marks or not all(_RULER.fullmatch(text) for text in marks):
        return False
    if len(texts) >= _FEWEST_NUMBERS and all(_STARS.fullmatch(text) for text in texts):
        return True
    if named or any(match and match["formula"] for match in map(_RULER.fullmatch, marks)):
        return True
    digits = [int(match[0]) for text in marks if (match := _DIGITS.search(text))]
    rising = len(digits) > 1 and digits == list(range(digits[0], digits[0] + len(digits)))
    others = [text for text in marks if text in _STEMS or (text.isalpha() and text.isascii())]
    others += [text for text in marks if _MARKS.fullmatch(text)]
    return rising and digits[0] <= 2 and len(digits) + len(others) == len(marks)


def _label_and_number(text: str) -> tuple[str, ...]:
    """The label of a row that numbers columns and the number of the first, where both are one text: 栏次1."""
    label = next((label for label in ruler_labels() if len(label) > 1 and text.startswith(label)), "")
    return (label, text[len(label) :]) if label and text[len(label) :].isdecimal() else (text,)


def _counts_on(marks: Sequence[str]) -> bool:
    """Are they numbers from 1 on, into few of which the label above runs?"""
    ran_in = [match for text in marks if (match := _RAN_IN.fullmatch(text))]
    numbers = [match["number"] if (match := _RAN_IN.fullmatch(text)) else text for text in marks]
    return len(ran_in) * 2 < len(marks) and numbers == [str(number) for number in range(1, len(marks) + 1)]


def _ran_in(row: Row) -> list[str]:
    """Of a row that numbers columns, cell by cell, the labels that run into it."""
    found = (_RAN_IN.fullmatch(fold_label(cell.text)) for cell in row.cells)
    return [match["label"] if match else "" for match in found]


def numbers_more(row: Row) -> bool:
    """Do the numbers of columns stand several in a cell (栏次 12 3 4 56), so that columns were taken for one?"""
    texts = [text for cell in row.cells if (text := fold_label(cell.text)) and text not in ruler_labels()]
    if len(texts) < _FEWEST_NUMBERS or not all(text.isdecimal() and text.isascii() for text in texts):
        return False
    whole, count, spelt = "".join(texts), 0, ""
    while len(spelt) < len(whole):
        count += 1
        spelt += str(count)
    return spelt == whole and count > len(texts)


@cache
def totals() -> frozenset[str]:
    """Folded names of total rows."""
    words = total_labels()
    return frozenset(fold_label(label) for label in (*words.income, *words.expenditure, *words.any))


@cache
def known_labels() -> frozenset[str]:
    """Every label that can stand in a header of any budget table, as `bare_label` gives it."""
    labels: set[str] = set(column_roles()) | set(qualifiers("final")) | set(economic_class_names())
    columns = list(shared_columns())
    for table in budget_tables():
        for block in table.blocks:
            labels |= set(block.headings)
            columns += block.columns
    labels |= {label for column in columns for label in (*column.labels, *column.under)}
    return frozenset(bare_label(label) for label in labels) | item_labels()


@cache
def _economic_groups() -> frozenset[str]:
    """Names of economic 款: side by side they head a table whose columns are the classification."""
    return frozenset(name for _, name in economic_children()) - known_labels()


@cache
def item_labels() -> frozenset[str]:
    """Names of the items of the 三公 table, which stand in its header or one below the other."""
    return frozenset(bare_label(label) for line in three_public_lines() for label in line.labels)


def holds_two(text: str) -> bool:
    """Is it a label that nobody knows, made of two labels of amounts, the first of which is a sum?"""
    label = bare_label(text)
    if not label or len(label) > _LONGEST or label in known_labels():
        return False
    parts = ((label[:at], label[at:]) for at in range(2, len(label) - 1))
    return any(
        first in known_labels() and rest in known_labels() and first.endswith(total_endings())
        for first, rest in parts
    )


def spreads(cell: Cell) -> bool:
    """Does the label of one column reach over several: that of a group and 小计 below it, which print set in one cell?"""
    label = bare_label(cell.text)
    return cell.columns > 1 and label.endswith(subtotal_labels()) and label not in subtotal_labels()


def _has_data(row: Row) -> bool:
    return any(
        read_value(cell.text).kind in ("amount", "mark") or _CODE.fullmatch(cell.text.strip())
        for cell in row.cells
    )


def _names_row(head: Sequence[Row], row: Row) -> bool:
    """Does a row only name things, each below the label of names, rather than label columns?"""
    filled = [i for i, cell in enumerate(row.cells) if cell.text]
    if not filled or not head or any(bare_label(row.cells[i].text) in column_roles() for i in filled):
        return False
    for i in filled:
        above = [text for upper in head for text in covering(upper, i) if text]
        if not above or column_roles().get(bare_label(above[-1])) not in ("name", "project", "content"):
            return False
    return True


def _could_head(row: Row) -> bool:
    """Could it be a header whose labels nobody knows: words side by side, without amounts and ordinals?

    The name of an item alone is the label of all columns where it stands first.
    """
    texts = [cell.text for cell in row.cells if cell.text]
    if len(texts) == 1 and bare_label(texts[0]) in item_labels():
        return True
    worded = all(has_han(text) and not has_ordinal(text) for text in texts)
    return len(texts) > 1 and worded and not _has_data(row)


def _mixed(head: list[Row], rest: list[Row]) -> tuple[list[Row], list[Row]]:
    """Take the labels out of the first row below the header where it also holds data.

    类 款 项 are labels wherever they stand; labels of measures are where at least two stand side by side.
    """
    row = rest[0]
    labels = _levels(row)
    if len(labels) < 2:
        labels = set()
    if not any(_CODE.fullmatch(cell.text.strip()) for cell in row.cells):
        words = {i for i, cell in enumerate(row.cells) if fold_label(cell.text) in _measure_words()}
        labels |= {i for i in words if {i - 1, i + 1} & words}
    if not labels:
        return head, rest
    named = _only(row, labels)
    data = _only(row, set(range(len(row.cells))) - labels)
    return [*head, named], [data, *rest[1:]] if any(cell.text for cell in data.cells) else rest[1:]


def _without_total(head: list[Row]) -> tuple[list[Row], list[Row]]:
    """Take the label of the total row out of the last header row: it stands below labels of code and name."""
    if len(head) < 2:
        return head, []
    last = head[-1]
    filled = next((i for i, cell in enumerate(last.cells) if cell.text), None)
    if filled is None or fold_label(last.cells[filled].text) not in totals():
        return head, []
    above = [
        column_roles().get(bare_label(text)) for row in head[:-1] for text in covering(row, filled) if text
    ]
    if not any(role in ("code", "name") for role in above):
        return head, []
    rest = set(range(len(last.cells))) - {filled}
    return [*head[:-1], _only(last, rest)], [_only(last, {filled})]


@cache
def _measure_words() -> frozenset[str]:
    """Labels of amount columns that stand below another label."""
    return frozenset(fold_label(label) for column in shared_columns() for label in column.labels) - frozenset(
        column_roles()
    )


def _levels(row: Row) -> set[int]:
    """Where a row prints 类, 款 or 项; it may number the other columns."""
    return {i for i, cell in enumerate(row.cells) if fold_label(cell.text) in _LEVELS}


def _only(row: Row, keep: set[int]) -> Row:
    return _with(row, [cell.text if i in keep else "" for i, cell in enumerate(row.cells)])


def _with(row: Row, texts: Sequence[str]) -> Row:
    """The row with other texts in its cells."""
    cells = (msgspec.structs.replace(cell, text=text) for cell, text in zip(row.cells, texts, strict=True))
    return msgspec.structs.replace(row, cells=tuple(cells))
