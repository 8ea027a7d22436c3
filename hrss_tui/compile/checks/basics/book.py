"""The budget tables of one document as rows, built once and asked by every family of checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property, lru_cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import NOTHING, ZERO, Quantity, total
from hrss_tui.money import yuan
from hrss_tui.records import BudgetLine, BudgetTable, record_id
from hrss_tui.records.budget import table_called
from hrss_tui.reference import fold_label, income_lines, split_unit
from hrss_tui.reference.checks import partitions

ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+[.、．]|[（(][一二三四五六七八九十]+[）)])")
"""The number of a row before its name: 一、, （二）, 3."""
_AMONG = re.compile(r"^其中[:：]")
_HALF = Decimal("0.5")
DECIMALS, _ENOUGH = 2, 8
"""Decimals of amounts in 万元; amounts that tell by themselves that a document prints fewer."""
_WAN = 10_000
_GRAND, _THIS_YEAR = "总计", "本年"
_OF_YEAR = ("本年", "当年")


class Row(msgspec.Struct, frozen=True, gc=False):
    """One printed row (of one side) of a table: its cells by measure; `first` stands for what they share."""

    first: BudgetLine
    cells: dict[str, BudgetLine]

    @property
    def name(self) -> str:
        """What the row is called where a check names it."""
        parts = (self.first.code, self.first.name, self.first.project)
        own = " ".join(dict.fromkeys(filter(None, parts)))
        unit = self.first.unit_name
        return f"{unit} {own}" if unit and unit not in own else own


class Sheet(msgspec.Struct, frozen=True, dict=True):
    """One table: its rows in printed order, their children; `decimals` are those that its document prints in 万元.

    Rows are asked for again and again: what finds them without going through all is made once.
    """

    table: BudgetTable
    factor: int
    rows: tuple[Row, ...]
    children: dict[str, tuple[Row, ...]]
    printed: frozenset[tuple[str, str]]
    decimals: int = DECIMALS

    @cached_property
    def sides(self) -> dict[str, list[Row]]:
        """The rows by what they are classified by; all of them under ""."""
        found: dict[str, list[Row]] = {"": list(self.rows)}
        for row in self.rows:
            if row.first.classification:
                found.setdefault(row.first.classification, []).append(row)
        return found

    @cached_property
    def totals(self) -> list[Row]:
        """The rows that are totals of all units, but for those of blocks."""
        blocks = {id(row) for row in self.block_totals}
        return [row for row in self._sums if id(row) not in blocks]

    @cached_property
    def block_totals(self) -> list[Row]:
        """The totals of blocks side by side, each of which has its own: several of one name on one printed line."""
        places = Counter(map(_place, self._sums))
        return [row for row in self._sums if places[_place(row)] > 1]

    @cached_property
    def _sums(self) -> list[Row]:
        return [row for row in self.rows if row.first.level == 0 and row.first.unit_name is None]

    @cached_property
    def named(self) -> dict[str, list[Row]]:
        """The rows with a total, by their folded names."""
        return _by(lambda row: fold_label(row.first.name), self.rows)

    @cached_property
    def coded(self) -> dict[str, list[Row]]:
        """The rows with a total, by their codes; "" for those without one."""
        return _by(lambda row: row.first.code or "", self.rows)

    @property
    def blank(self) -> Quantity:
        """A cell that the table leaves blank: nothing, by the word of the table as a whole."""
        return Quantity(ZERO, ids=(record_id(self.table),))

    @property
    def label(self) -> str:
        """The table as checks name it: 表3 部门支出总体情况表."""
        return table_called(self.table.table_no, self.table.title)

    def has(self, measure: str, classification: str = "") -> bool:
        """Does any row (of one side, where one is named) print the measure?"""
        if classification:
            return (classification, measure) in self.printed
        return any(measure == other for _, other in self.printed)

    def cell(self, line: BudgetLine) -> Quantity:
        """A printed amount."""
        return Quantity(
            yuan(line.amount), money_error(line.printed, self.factor, self.decimals), (line.line_id,)
        )

    def below(self, row: Row) -> tuple[Row, ...]:
        """The rows one level below a row."""
        return self.children.get(row.first.line_id, ())

    def leaves(self, row: Row) -> Iterator[tuple[Row, int]]:
        """The rows below a row that have none below themselves, with how many levels down they are."""
        for child in self.below(row):
            if self.below(child):
                yield from ((leaf, depth + 1) for leaf, depth in self.leaves(child))
            else:
                yield child, 1

    def amount(self, row: Row, measure: str) -> Quantity | None:
        """A measure of a row: its cell, else the sum of the cells it is made of; None where the row has neither."""
        if measure in row.cells:
            return self.cell(row.cells[measure])
        ways = _ways(measure)
        parts = next((way for way in ways if any(map(self.has, way))), ways[0] if ways else ())
        found = [self.amount(row, part) for part in parts]
        return total(quantity for quantity in found if quantity) if any(found) else None


_OF_OTHER_YEAR = "@"
_AGAIN = re.compile(r"_\d{1,3}$", re.ASCII)


class Book(msgspec.Struct, frozen=True):
    """The tables of a document by kind."""

    doc_id: str
    sheets: dict[str, Sheet]

    def rows(self, kind: str, classification: str = "") -> Sequence[Row]:
        """The rows of a table, of one side where it has two; none where the document lacks the table."""
        sheet = self.sheets.get(kind)
        return sheet.sides.get(classification, ()) if sheet else ()

    def grand_total(self, kind: str, classification: str = "") -> Row | None:
        """The total row of a table: the one that says 总计 where another is of this year only."""
        rows = self.totals(kind, classification)
        grand = next((row for row in rows if _GRAND in row.first.name), None)
        whole = next((row for row in rows if not is_of_year(row.first.name)), None)
        return grand or whole or next(iter(rows), None)

    def year_total(self, kind: str, classification: str = "") -> Row | None:
        """The total of this year alone (本年支出合计), where a table tells it from the grand total."""
        rows = self.totals(kind, classification)
        return next((row for row in rows if is_of_year(row.first.name)), None)

    def totals(self, kind: str, classification: str = "") -> list[Row]:
        """The rows of a table that are totals of all units."""
        sheet = self.sheets.get(kind)
        rows = sheet.totals if sheet else ()
        return [row for row in rows if classification in ("", row.first.classification)]

    def block_totals(self, kind: str, classification: str = "") -> list[Row]:
        """The rows of a table that are totals of blocks side by side."""
        sheet = self.sheets.get(kind)
        rows = sheet.block_totals if sheet else ()
        return [row for row in rows if classification in ("", row.first.classification)]

    def cell(self, line: BudgetLine) -> Quantity:
        """An amount of one of the tables."""
        own = (sheet for sheet in self.sheets.values() if sheet.table.table_kind == line.table_kind)
        return next(own).cell(line)

    @property
    def final(self) -> bool:
        """Are these final accounts? Then income and spending differ by what is carried over."""
        own = (sheet for kind, sheet in self.sheets.items() if _OF_OTHER_YEAR not in kind)
        return any(sheet.table.phase == "final" for sheet in own)

    def total(self, kind: str, measure: str, classification: str = "") -> tuple[BudgetLine, Quantity] | None:
        """A measure of the total row, with its cell."""
        row = self.grand_total(kind, classification)
        if row is None or measure not in row.cells:
            return None
        return row.cells[measure], self.sheets[kind].cell(row.cells[measure])


def is_of_year(name: str) -> bool:
    """Is it the name of a sum of this year alone, without what is carried over: 本年收入合计?"""
    return name.startswith(_OF_YEAR)


def says_all(words: str) -> bool:
    """Do words mean the sum of all, what is carried over with it: 收入支出总计?"""
    return _GRAND in words


def books(tables: Sequence[BudgetTable], lines: Sequence[BudgetLine]) -> list[Book]:
    """One book per document, in the order of the documents."""
    cells: dict[tuple[str, str], list[BudgetLine]] = {}
    for line in lines:
        cells.setdefault((line.doc_id, line.table_kind), []).append(line)
    decimals = _decimals(tables, cells)
    last: dict[str, int] = {}
    for table in tables:
        last[table.doc_id] = max(last.get(table.doc_id, 0), table.year or 0)
    found: dict[str, dict[str, Sheet]] = {}
    for table in tables:
        own = cells.get((table.doc_id, table.table_kind), [])
        sheet = _sheet(table, own, decimals.get(table.doc_id, DECIMALS))
        sheets = found.setdefault(table.doc_id, {})
        sheets[_kind(table, last[table.doc_id], sheets)] = sheet
    return [Book(doc_id, sheets) for doc_id, sheets in found.items()]


def _kind(table: BudgetTable, year: int, sheets: Mapping[str, Sheet]) -> str:
    """The key of a table in its book: its kind, for one of an earlier year than the others with that year.

    What a budget prints of last year's outcome first is not the table that its others repeat.
    """
    if table.year is not None and table.year < year:
        return f"{table.table_kind}{_OF_OTHER_YEAR}{table.year}"
    bare = _AGAIN.sub("", table.table_kind)
    before = any(kind.startswith(f"{bare}{_OF_OTHER_YEAR}") for kind in sheets)
    return bare if before and bare not in sheets else table.table_kind


def _decimals(
    tables: Sequence[BudgetTable], cells: Mapping[tuple[str, str], Sequence[BudgetLine]]
) -> dict[str, int]:
    """How many decimals the amounts in 万元 of a document have, where none has two: such amounts were rounded to them."""
    found: dict[str, list[int]] = {}
    for table in tables:
        if split_unit(table.unit)[0] == _WAN:
            own = cells.get((table.doc_id, table.table_kind), ())
            found.setdefault(table.doc_id, []).extend(_places(line.printed) for line in own)
    return {doc: min(max(each), DECIMALS) for doc, each in found.items() if len(each) >= _ENOUGH}


def _sheet(table: BudgetTable, lines: Sequence[BudgetLine], decimals: int) -> Sheet:
    rows: list[Row] = []
    current: dict[Hashable, Row] = {}
    owner: dict[str, Row] = {}
    last: Row | None = None
    for line in lines:
        # Several rows may stand on one printed line: blocks side by side, 三公 or areas as columns.
        key = (line.classification, line.line_start, line.code, line.name, line.unit_name)
        row = current.get(key)
        if row is None or (row is not last and line.measure in row.cells):
            # Each of two blocks may have a 合计 on that line; the blocks follow each other.
            row = current[key] = Row(line, {})
            rows.append(row)
        last = row
        row.cells[line.measure] = line
        owner[line.line_id] = row
    children: dict[str, list[Row]] = {}
    for row in rows:
        parents = (owner.get(line.parent_id or "") for line in row.cells.values())
        parent = next((found for found in parents if found is not None), None)
        if parent is not None and parent is not row:
            children.setdefault(parent.first.line_id, []).append(row)
    return Sheet(
        table,
        split_unit(table.unit)[0],
        tuple(rows),
        {key: tuple(below) for key, below in children.items()},
        frozenset((line.classification, line.measure) for line in lines),
        decimals,
    )


def _place(row: Row) -> tuple[int, str, str]:
    return row.first.line_start, row.first.classification, fold_label(row.first.name)


def _by(key: Callable[[Row], str], rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if "total" in row.cells:
            found.setdefault(key(row), []).append(row)
    return found


def money_error(printed: str, factor: int, least: int = DECIMALS) -> Decimal:
    """Half of the last printed digit of an amount, in 元.

    Budgets count in 万元 with two decimals and drop zeros at the end in prose, so in 万元 two decimals are
    taken as printed, or as many as the whole document prints. What is printed below one 分 was rounded to whole 分.
    """
    decimals = _places(printed)
    return _half(max(decimals, least) if factor == _WAN else decimals, factor)


def _places(printed: str) -> int:
    """Decimals of a printed amount."""
    point = printed.rfind(".")
    return len(printed) - point - 1 if point >= 0 else 0


@lru_cache(maxsize=256)
def _half(decimals: int, factor: int) -> Decimal:
    """Half of a digit at so many decimals, and no less than half a 分."""
    return max(_HALF * factor / Decimal(10) ** decimals, yuan(1) / 2)


@cache
def _ways(measure: str) -> tuple[tuple[str, ...], ...]:
    """What a measure is made of, in every way of dividing it."""
    return tuple(entry.parts for entry in partitions() if entry.whole == measure)


def income_key(row: Row, parents: Sequence[Row]) -> str:
    """The key of a row of the income side by its label and those above it, nearest first; "" where unknown."""
    label = _income_label(row.first.name)
    above = [_income_label(parent.first.name) for parent in parents if parent.first.level]
    fitting = [line for line in income_lines() if label in {fold_label(text) for text in line.labels}]
    keyed = {line.key: {fold_label(text) for text in line.labels} for line in income_lines()}
    under = [line for line in fitting if line.parent and above and above[0] in keyed[line.parent]]
    rooted = [line for line in fitting if not line.parent and not above]
    return next((line.key for line in (*under, *rooted)), "")


def _income_label(name: str) -> str:
    return fold_label(ORDINAL.sub("", _AMONG.sub("", name)))


def amounts(sheet: Sheet, row: Row, measures: Sequence[str]) -> Quantity:
    """Measures of a row added up; a blank cell is nothing."""
    return total(sheet.amount(row, measure) or NOTHING for measure in measures)
