"""What the program read of a written description, in the words of the description."""

from __future__ import annotations

from hrss_tui.records import BudgetLine


def fen(line: BudgetLine) -> int:
    """The amount of a record in 分."""
    return line.amount * 100
