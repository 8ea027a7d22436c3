"""Rows of tables that a page break cut in two: one block where a fact is read from both halves, so that they are one text.

A name whose last character stands on the next page is found, counted and quoted as it is meant; `breaks` say which
characters stand on which line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui.records import Block, BudgetLine, PerformanceTarget, Record


def joined_rows(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records with every row that was cut as one block, where its two halves can be put together."""
    rows = {row.line_start: row for row in records if isinstance(row, Block) and row.kind == "table_row"}
    whole: dict[str, Block] = {}
    gone: set[str] = set()
    for first, last in sorted(_cut(records)):
        head, tail = rows.get(first), rows.get(last)
        if head is None or tail is None or {head.block_id, tail.block_id} & (gone | set(whole)):
            continue
        joined = _joined(head, tail)
        if joined is not None:
            between = any(first < row.line_start < last for row in records if isinstance(row, Block))
            end = head.line_end if between else tail.line_end
            whole[head.block_id] = msgspec.structs.replace(joined, line_end=end)
            gone.add(tail.block_id)
    if not whole:
        return tuple(records)
    return tuple(
        whole.get(row.block_id, row) if isinstance(row, Block) else row
        for row in records
        if not (isinstance(row, Block) and row.block_id in gone)
    )


def _cut(records: Iterable[Record]) -> set[tuple[int, int]]:
    """First and last line of the facts of one row that stand on more than one line."""
    return {
        (row.line_start, row.line_end)
        for row in records
        if isinstance(row, BudgetLine | PerformanceTarget) and row.line_end > row.line_start
    }


def _joined(head: Block, tail: Block) -> Block | None:
    """The first half with the cells of the second; None where it cannot be told which cell goes on."""
    before, after = head.text.split("\t"), tail.text.split("\t")
    said = [cell for cell in after if cell.strip()]
    if len(before) != len(after):
        name = next((at for at, cell in enumerate(before) if any(map(str.isalpha, cell))), None)
        if name is None or len(said) != 1 or not said[0].strip()[0].isalpha():
            return None
        after = [said[0] if at == name else "" for at in range(len(before))]
    text, breaks = "", [0, head.line_start]
    for at, (one, other) in enumerate(zip(before, after, strict=True)):
        text += ("\t" if at else "") + one
        if other.strip():
            breaks += [len(text), tail.line_start]
            text += other.strip()
            breaks += [len(text), head.line_start]
    return msgspec.structs.replace(head, text=text, breaks=breaks)
