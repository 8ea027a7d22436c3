"""Notes against the tables they stand under: a table that is said to be empty is empty, and the note speaks of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, islice

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.text.findings import finding
from hrss_tui.records import Block, BudgetLine, BudgetTable, Check, record_id
from hrss_tui.records.budget import table_called
from hrss_tui.reference import furniture
from hrss_tui.reference.checks import fund_words, noted_money
from hrss_tui.reference.things import things
from hrss_tui.sources.text import fold
from hrss_tui.words.check_reasons import because

_THINGS = things()
_NEAR = 4
"""Lines between a table and a note that belongs to it."""
_TITLES = 200
"""Titles that a note may name; no document has as many tables."""
_LONGEST = 400
"""Characters of a note."""
_HINT = re.compile(r"空|无|没有|未|不涉及|不适用|零|0")
_SENTENCES = re.compile(r"[。;]")
_OTHER_TABLE = re.compile(rf"(?:{re.any_of(_THINGS.money.forms)})表")
"""The title of another table."""


def checks(papers: Papers) -> Iterator[Check]:
    """Every note that calls a table empty."""
    tables = Tables(papers.of(BudgetTable))
    filled: dict[str, list[BudgetLine]] = {}
    for line in papers.of(BudgetLine):
        if line.amount:
            filled.setdefault(line.table_kind, []).append(line)
    for block in papers.of(Block):
        if block.kind == "table_row" or len(block.text) > _LONGEST or not _HINT.search(block.text):
            continue
        table = tables.of(block)
        if table is not None:
            yield from _contradicted(block, table, filled.get(table.table_kind, []))


def _contradicted(block: Block, table: BudgetTable, filled: Sequence[BudgetLine]) -> Iterator[Check]:
    """What a note says of its table, and what the table says."""
    if filled and block.page and (filled[-1].page or block.page) < block.page:
        return
    title = table_called(table.table_no, table.title)
    if filled and _says_empty(block, table):
        words = f"{title}：说明称本表为空表 = 表中没有金额"
        identity = Identity("note", words, block, "", "empty")
        yield finding(identity, because("not_empty"), (filled[0].line_id,))
    other = _other_fund(block, table) if _is_of_emptiness(block.text) else ""
    if other:
        words = f"{title}：说明所称的“{other}”= 本表所列"
        yield finding(Identity("note", words, block, "", "fund"), because("note_copied"), (record_id(table),))


class Tables:
    """The tables of a document in printed order, to be found by what a note says and where it stands."""

    def __init__(self, tables: Sequence[BudgetTable]) -> None:
        self._tables = sorted(tables, key=lambda table: table.line_start)
        self._titles = {fold(table.title): table for table in self._tables}
        self._starts = [table.line_start for table in self._tables]
        self._ends = sorted((table.line_end, place) for place, table in enumerate(self._tables))
        self._reach = list(accumulate((table.line_end for table in self._tables), max))

    def of(self, block: Block) -> BudgetTable | None:
        """The table a note is about: the one it names, else the last one that ends right above it."""
        text, line = fold(block.text), block.line_start
        titles = islice(self._titles.items(), _TITLES)
        named = [table for title, table in titles if title in text]
        if named:
            return max(named, key=lambda table: table.line_start)
        low = bisect_left(self._ends, (line - _NEAR,))
        above = [place for _, place in self._ends[low : bisect_left(self._ends, (line + 1,), low)]]
        return self._tables[max(above)] if above else self._around(line)

    def _around(self, line: int) -> BudgetTable | None:
        """The last table that a line stands in."""
        at = bisect_right(self._starts, line) - 1
        while at >= 0 and self._reach[at] >= line:
            if self._tables[at].line_end >= line:
                return self._tables[at]
            at -= 1
        return None


def _is_of_emptiness(text: str) -> bool:
    return any(word in text for word in furniture().empty_phrases)


def _says_empty(block: Block, table: BudgetTable) -> bool:
    """Does the note call this very table empty, and not only say that some money was not used?"""
    text = _unconditional(fold(block.text))
    if _is_of_emptiness(text) and ("本表" in text or fold(table.title) in text):
        return True
    if any(pattern.search(text) for pattern in _this_table()):
        return not _OTHER_TABLE.search(text) or fold(table.title) in text
    money = noted_money().get(table.table_kind, ())
    return bool(money) and bool(_of_money(re.any_of(money)).search(text))


def _unconditional(text: str) -> str:
    """A note without the sentences that only say what an empty table would mean."""
    parts = _SENTENCES.split(text)
    return "。".join(part for part in parts if not any(each.search(part) for each in _conditions()))


@cache
def _conditions() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, furniture().empty_conditions))


@cache
def _this_table() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, furniture().empty_patterns))


@cache
def _of_money(words: str) -> re.Pattern[str]:
    return re.compile(furniture().empty_money.replace("{money}", words))


def _other_fund(block: Block, table: BudgetTable) -> str:
    """The fund a note speaks of where its table is of another; empty where it speaks of its own."""
    own = fund_words().get(table.table_kind)
    if not own or any(word in block.text for word in own):
        return ""
    others = (word for kind, words in fund_words().items() if kind != table.table_kind for word in words)
    return next((word for word in others if word in block.text), "")
