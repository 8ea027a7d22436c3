"""Rows in two columns of names: 一般公共预算资金 | 小计 is what the rows beside it are together, whose own names stand right of its."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.compile.budget.levels import is_part
from hrss_tui.compile.budget.rows import PrintedRow


def below_heads(rows: Sequence[PrintedRow], levels: Sequence[int]) -> list[int]:
    """The levels of rows, one more for those that stand right of the name of a sum and are no lower by themselves."""
    found: list[int] = []
    head: tuple[int, int] | None = None
    for row, level in zip(rows, levels, strict=True):
        column = row.text_cells[0].column if row.text_cells else 0
        if head is not None and column <= head[0]:
            head = None
        found.append(level + 1 if head is not None and level == head[1] else level)
        if head is None and len(row.texts) > 1 and is_part(row.texts[-1]) and level:
            head = (column, level)
    return found
