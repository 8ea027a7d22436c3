"""Notes against the tables they stand under: a table that is said to be empty is empty, and the note speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from hrss_tui.compile.checks.basics.identity import Identity
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.text.findings import finding
from hrss_tui.records import Block, BudgetLine, BudgetTable, Check, record_id
from hrss_tui.reference import furniture
from hrss_tui.reference.checks import fund_words, noted_money
from hrss_tui.sources.text import fold

_NEAR = 4
"""Lines between a table and a note that belongs to it."""
_LONGEST = 400
"""Characters of a note."""
_HINT = re.compile(r"空|无|没有|未|不涉及|不适用|零|0")
_OTHER_TABLE = re.compile(r"(?:情况|收支|支出|收入|预算|决算|明细|总)表")
"""The title of another table."""


def checks(papers: Papers) -> Iterator[Check]:
    """Every note that calls a table empty."""
    tables = sorted(papers.of(BudgetTable), key=lambda table: table.line_start)
    lines = papers.of(BudgetLine)
    for block in papers.of(Block):
        if block.kind == "table_row" or len(block.text) > _LONGEST or not _HINT.search(block.text):
            continue
        table = _table_of(block, tables)
        if table is None:
            continue
        filled = [line for line in lines if line.table_kind == table.table_kind and line.amount]
        if filled and block.page and (filled[-1].page or block.page) < block.page:
            continue
        title = f"表{table.table_no} {table.title}"
        if filled and _says_empty(block, table):
            words = f"{title}：说明称本表为空表 = 表中没有金额"
            yield finding(
                Identity("note", words, block, "", "empty"), "表中有金额，与说明矛盾", (filled[0].line_id,)
            )
        other = _other_fund(block, table) if _is_of_emptiness(block.text) else ""
        if other:
            words = f"{title}：说明所称的“{other}”= 本表所列"
            yield finding(Identity("note", words, block, "", "fund"), "说明抄自另一张表", (record_id(table),))


def _table_of(block: Block, tables: Sequence[BudgetTable]) -> BudgetTable | None:
    """The table a note is about: the one it names, else the last one that ends right above it."""
    text = fold(block.text)
    named = [table for table in tables if fold(table.title) in text]
    if named:
        return named[-1]
    above = [table for table in tables if 0 <= block.line_start - table.line_end <= _NEAR]
    inside = [table for table in tables if table.line_start <= block.line_start <= table.line_end]
    return next(reversed(above or inside), None)


def _is_of_emptiness(text: str) -> bool:
    return any(word in text for word in furniture().empty_phrases)


def _says_empty(block: Block, table: BudgetTable) -> bool:
    """Does the note call this very table empty, and not only say that some money was not used?"""
    text = fold(block.text)
    if _is_of_emptiness(text) and ("本表" in text or fold(table.title) in text):
        return True
    if any(pattern.search(text) for pattern in _this_table()):
        return not _OTHER_TABLE.search(text) or fold(table.title) in text
    money = noted_money().get(table.table_kind, ())
    return bool(money) and bool(_of_money("|".join(money)).search(text))


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
