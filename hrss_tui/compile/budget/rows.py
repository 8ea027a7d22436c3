"""A printed row of a budget table to code, names and amounts, wherever its cells have slipped to."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget.labels import bare_label
from hrss_tui.compile.budget.levels import is_body
from hrss_tui.compile.budget.rulers import totals
from hrss_tui.compile.budget.sides import AmountColumn, Side
from hrss_tui.compile.budget.units import counts_things
from hrss_tui.compile.budget.values import Value, has_han, is_damaged, is_value, read_value
from hrss_tui.reference import column_roles, fold_label
from hrss_tui.reference.classifications import all_names
from hrss_tui.sources.tables import Cell, Row
from hrss_tui.sources.text import close_gaps

_PARTED = re.compile(r"(?<![\d.])(\d{3})\s?[.·\-_/]\s?(\d{2})(?:\s?[.·\-_/]\s?(\d{2}))?(?![\d.])", re.ASCII)
"""A code whose levels are parted by signs: 208.01.06, 208-01-06."""
_STORED = re.compile(r"(\d{3}(?:\d{2}){0,2})\.0", re.ASCII)
"""A code that a program kept as a number with a decimal, which no level of a code is: 20801.0."""
_LEADING_DIGITS = re.compile(
    r"[\[【〔(]?(\d[\d\s]*+)[\]】〕)]?(?:\s*+[-—_.、:：]\s{0,9}(?=\D))?(.*)$", re.DOTALL
)
CODE_LENGTHS = (3, 5, 7)
_INSIDE = re.compile(r"(\D{2,60}?)(\d{7}|\d{5}|\d{3})(\D{1,60})", re.ASCII)
"""A code between the halves of its name."""
_POINTS = (",", ".", "，", "．")
"""In a cell of its own such a sign is the middle of a number that was cut: its digits are no amounts."""
_SKIPPED = ("sequence", "attribute", "second")
"""Columns that do not name a row; from the last on each does where none before it has."""
_LEVELS = ("code_group", "code_item")
_OWN_LEVEL = 2
"""Digits of a code of which a row prints the last level only."""
_BARE_YEAR, _YEAR = re.compile(r"(?:19|20)\d{2}", re.ASCII), "年"
"""A year that names a row in a column of years (年度)."""
_ONE_DIGIT = re.compile(r"[1-9]", re.ASCII)
_DIGIT_CELL = re.compile(r"\d{1,7}", re.ASCII)


class PrintedAmount(msgspec.Struct, frozen=True, gc=False):
    """An amount, the column it belongs to and the cell that prints it."""

    column: AmountColumn
    cell: Cell
    value: Value


class PrintedRow(msgspec.Struct, frozen=True, gc=False):
    """One side of a printed row.

    `code` holds the digits the row prints (possibly without its 项), `texts` its names in order (a project's
    after the item's), `text_cells` where they stand, `roles` what their columns hold, `amounts` one entry per amount,
    `unread` the cells of amount columns that cannot be read. `shift` is how many cells the amounts stand right of
    their header. `filled` are the columns left of the amounts that print anything.
    """

    line: int
    code: str
    texts: tuple[str, ...]
    text_cells: tuple[Cell, ...]
    roles: tuple[str, ...]
    amounts: tuple[PrintedAmount, ...]
    unread: tuple[PrintedAmount, ...]
    shift: int
    filled: tuple[int, ...] = ()

    def text(self, role: str) -> str | None:
        """The name that stands in the column of a role; of projects in several columns the last, which the others hold."""
        found = [text for text, own in zip(self.texts, self.roles, strict=True) if own == role]
        return found[-1 if role == "project" else 0] if found else None


class Reading(msgspec.Struct, frozen=True):
    """One side of a row with the source lines it was put together from.

    `cut` says that a page break or the text parted it.
    """

    printed: PrintedRow
    side: Side
    lines: tuple[int, int]
    name: str
    project: str | None
    unit_name: str | None = None
    cut: bool = False


def read_row(row: Row, side: Side, last_code: str) -> PrintedRow:
    """Read one side of a row; `last_code` is the code of the row above, for rows that print their own level only."""
    cells = row.cells[side.start : side.stop]
    stop = _labels_end(cells, side, row.row is not None)
    labels, values = cells[:stop], cells[stop:]
    if row.row is not None and side.unknown:
        known = (_blank(cell) if at in side.unknown else cell for at, cell in enumerate(labels, side.start))
        labels = tuple(known)
    code, names = _code_and_names(labels, side, last_code, _SKIPPED)
    for kept in (2, 1):
        if not code and not names:
            code, names = _code_and_names(labels, side, last_code, _SKIPPED[:kept])
    roles = dict(side.labels)
    if code and _is_of_unit(code, [text for text, _, index in names if roles.get(index) != "unit_name"]):
        code = ""
    offset = side.start + stop
    shift = 0 if row.row is not None else _shift(side, values, offset)
    amounts, unread = [], []
    counting = bool(names) and counts_things(names[0][0])
    cut = any(cell.text.strip() in _POINTS for cell in values)
    for column in () if counting else side.amounts:
        position = column.index + shift - offset
        if not 0 <= position < len(values):
            continue
        value = read_value(values[position].text)
        if value.kind == "amount" and not cut:
            amounts.append(PrintedAmount(column, values[position], value))
        elif value.kind in ("amount", "unread", "withheld"):
            unread.append(PrintedAmount(column, values[position], value))
    return PrintedRow(
        row.line,
        code,
        tuple(close_gaps(text) for text, _, _ in names),
        tuple(cell for _, cell, _ in names),
        tuple(roles.get(index, "") for _, _, index in names),
        tuple(amounts),
        tuple(unread),
        shift,
        tuple(index for index, cell in enumerate(labels, side.start) if cell.text.strip()),
    )


def _blank(cell: Cell) -> Cell:
    """A cell of figures that nobody knows what they are: they are no code of the row."""
    return msgspec.structs.replace(cell, text="")


def fitted(row: Row, side: Side) -> Side:
    """The only side of a table for a row of a text whose amounts fill all its columns, but stand elsewhere.

    In a text a cell of the header that reaches over several columns is one cell, and codes that stand in cells of
    their own below it are one in other rows: right of its name the row has exactly as many cells as the header.
    """
    if row.row is not None or not side.amounts:
        return side
    named = [index for index, cell in enumerate(row.cells) if is_word(cell)]
    first, last = side.amounts[0].index, side.amounts[-1].index
    start = named[-1] + 1 if named else 0
    by = start - first
    values = row.cells[start:]
    if not named or not by or len(values) != last - first + 1 or not is_value(values[0].text):
        return side
    if any(is_word(cell) for cell in values):
        return side
    amounts = tuple(msgspec.structs.replace(column, index=column.index + by) for column in side.amounts)
    labels = tuple((index + by, role) for index, role in side.labels if index + by >= 0)
    return msgspec.structs.replace(side, labels=labels, amounts=amounts, stop=max(side.stop, len(row.cells)))


def is_word(cell: Cell) -> bool:
    """Does a cell hold words, rather than a figure or a sign for none?"""
    return has_han(cell.text) and read_value(cell.text).kind not in ("mark", "withheld")


def _labels_end(cells: Sequence[Cell], side: Side, gridded: bool) -> int:
    """How many of the first cells describe the row: up to the last that holds words.

    In a text a name may have slipped right of its column; where cells have places it cannot. Words behind an amount
    are a remark, and what an amount has become is no second name.
    """
    first = side.amounts[0].index - side.start
    if gridded:
        return min(first, len(cells))
    end = 0
    for index, cell in enumerate(cells):
        if index >= first and (is_value(cell.text) or (end and is_damaged(cell.text))):
            break
        if is_word(cell):
            end = index + 1
    end = max(end, _codes_end(cells[:first], side))
    furniture = [index - side.start for index, role in side.labels if role == "sequence"]
    return max([end, *(index + 1 for index in furniture if end <= index < first)])


def _codes_end(cells: Sequence[Cell], side: Side) -> int:
    """How many of the first cells print a code: the name stands before it, or above and below the row."""
    roles = dict(side.labels)
    coding = (
        index
        for index, cell in enumerate(cells)
        if roles.get(index + side.start, "").startswith("code") and _DIGIT_CELL.fullmatch(cell.text.strip())
    )
    return max((index + 1 for index in coding), default=0)


def _shift(side: Side, values: Sequence[Cell], offset: int) -> int:
    """The first amount of a row is its total: how far right of the total's column does it stand?"""
    first = next((i for i, cell in enumerate(values) if is_value(cell.text)), None)
    if first is None or side.amounts[0].measure != "total" or side.by_columns:
        return 0
    printed = offset + first
    at_total = side.amounts[0].index - offset
    if 0 <= at_total < len(values) and values[at_total].text.strip():
        return 0
    return printed - side.amounts[0].index


def _code_and_names(
    labels: Sequence[Cell], side: Side, last_code: str, skipped: Sequence[str]
) -> tuple[str, list[tuple[str, Cell, int]]]:
    """The digits of the code and the names, each with its cell and column."""
    code = ""
    names: list[tuple[str, Cell, int]] = []
    roles = dict(side.labels)
    for index, cell in enumerate(labels, side.start):
        role = roles.get(index, "")
        coding = role.startswith("code")
        text = _label_text(cell, role, skipped)
        if not text:
            continue
        if coding or not names:
            text = unparted(text)
        match = _LEADING_DIGITS.match(text) if coding or not (names or role == "unit_name") else None
        digits = re.sub(r"\s", "", match.group(1)) if match else ""
        if not code and len(digits) == 2:
            code = {"code_group": last_code[:3], "code_item": last_code[:5]}.get(role, "")
        if not code and not coding and len(digits) == 2 and match:
            code = _level_of_name(digits, match.group(2), last_code)[: -len(digits)]  # 05机关服务
            digits = digits if code else ""
        own = match.group(2).strip() if match and not coding else ""
        if own and len(code) not in CODE_LENGTHS and fold_label(own) in all_names(digits):
            code = ""  # what stood in the column of codes numbers the rows
        elif own and _numbers_a_body(digits, own):
            names.append((own, cell, index))
            continue
        added = _added(code, digits, coding) if match else None
        if match and added is not None:
            code = added
            rest = match.group(2).strip()
            if rest:
                names.append((rest, cell, index))
        elif role == "name" and _BARE_YEAR.fullmatch(text):
            names.append((f"{text}{_YEAR}", cell, index))
        elif has_han(text):
            inside, name = ("", "") if code or names else code_inside(text)
            code = code or inside
            names.append((name or cell.text, cell, index))
    return _with_levels(code, names, last_code), _whole(names)


def _added(code: str, digits: str, coding: bool) -> str | None:
    """A code with the digits of one more cell; None where they are no part of it.

    Whole codes behind each other are the path to the last (208, 20805), or of two classifications (30102, 50101).
    """
    if len(code) in CODE_LENGTHS and len(digits) in CODE_LENGTHS:
        return digits if digits.startswith(code) else code if coding else None
    fits = len(code) + len(digits) in CODE_LENGTHS or (coding and _DIGIT_CELL.fullmatch(digits))
    return code + digits if fits else None


def _with_levels(code: str, names: Sequence[tuple[str, Cell, int]], last_code: str) -> str:
    """The digits of a code with those above them, where a column of codes prints the last level only.

    A lone digit below a code is a level that a workbook keeps as a number (1 for 01); where no code stands above it
    numbers the rows.
    """
    own = f"0{code}" if len(code) == 1 and last_code else code
    whole = _level_of_name(own, names[0][0], last_code) if len(own) == _OWN_LEVEL and names else ""
    return whole or ("" if len(own) == 1 else own)


def _label_text(cell: Cell, role: str, skipped: Sequence[str]) -> str:
    """What a cell that describes a row says; "" where that is nothing of its code or name.

    类款项 in the row of the total heads the codes again; a number in a cell of its own shows no zero before it.
    """
    text = unicodedata.normalize("NFKC", cell.text).strip()
    if role in skipped and fold_label(text) not in totals():
        return ""
    if role.startswith("code") and bare_label(text) in column_roles():
        return ""
    return f"0{text}" if role in _LEVELS and _ONE_DIGIT.fullmatch(text) else text


def _numbers_a_body(digits: str, name: str) -> bool:
    """Are digits that run into a name the number of a body, and no code?"""
    return len(digits) == CODE_LENGTHS[0] and is_body(name) and fold_label(name) not in all_names(digits)


def _is_of_unit(code: str, names: Sequence[str]) -> bool:
    """Do the digits in the column of codes number a unit (301 民政局, 301001 局机关) rather than what money is spent on?

    Digits of an 项 are its code whatever the row is called, where there is such a 类; so are those of a code whose name
    begins as the row does, which print may have broken (政府办公厅 of 政府办公厅（室）及相关机构事务).
    """
    if len(code) == _OWN_LEVEL:
        return False
    named = fold_label(names[0]) if names else ""
    body = bool(names) and is_body(names[0]) and not any(name.startswith(named) for name in all_names(code))
    return body and not (len(code) == CODE_LENGTHS[-1] and all_names(code[: CODE_LENGTHS[0]]))


def code_inside(text: str) -> tuple[str, str]:
    """The code that stands between the halves of its name, and the name, where a classification has both; else empty."""
    match = _INSIDE.fullmatch(text)
    name = match[1] + match[3] if match else ""
    return (match[2], name) if match and fold_label(name) in all_names(match[2]) else ("", "")


def _level_of_name(digits: str, name: str, last_code: str) -> str:
    """The whole code of which a row prints the last level and its name, where such a code has that name."""
    codes = (above + digits for above in (last_code[:5], last_code[:3]) if above)
    return next((each for each in codes if fold_label(name) in all_names(each)), "")


def unparted(text: str) -> str:
    """A text with the signs between the levels of a code at its head taken out, or the decimal behind all of them."""
    if (stored := _STORED.fullmatch(text.strip())) is not None:
        return stored[1]
    match = _PARTED.match(text.lstrip("[【〔("))
    return text.replace(match[0], "".join(filter(None, match.groups())), 1) if match else text


def _whole(names: list[tuple[str, Cell, int]]) -> list[tuple[str, Cell, int]]:
    """合 and 计 in cells of their own are one name."""
    if len(names) > 1 and all(len(text.strip()) == 1 for text, _, _ in names):
        text = "".join(text.strip() for text, _, _ in names)
        return [(text, names[0][1], names[0][2])]
    return names
