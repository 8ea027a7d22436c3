"""All arithmetic identities of a package, computed from its records.

One module per family; each yields checks and none of them reads a source. A document that lacks a table has
fewer checks. The order is that of the documents and, within one, of the families.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from hrss_tui.compile.checks import budget_details, budget_funds, budget_levels, budget_rows, budget_tables
from hrss_tui.compile.checks.book import Book, books
from hrss_tui.records import BudgetLine, BudgetTable, Check, Record

Tables = Mapping[str, Sequence[Record]]
R = TypeVar("R", bound=Record)

_BUDGET: tuple[Callable[[Book], Iterator[Check]], ...] = (
    budget_rows.checks,
    budget_levels.checks,
    budget_tables.checks,
    budget_funds.checks,
    budget_details.checks,
)


def checks(tables: Tables) -> list[Check]:
    """Every identity that the records of all documents allow to state."""
    found: list[Check] = []
    for book in books(_rows(tables, BudgetTable), _rows(tables, BudgetLine)):
        for family in _BUDGET:
            found += family(book)
    return found


def _rows(tables: Tables, struct: type[R]) -> list[R]:
    return [row for row in tables.get(struct.TABLE, ()) if isinstance(row, struct)]
