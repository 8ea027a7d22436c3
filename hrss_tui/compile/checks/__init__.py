"""All arithmetic identities of a package, computed from its records.

One module per family; each yields checks and none of them reads a source. A document that lacks a table has
fewer checks. The order is that of the documents and, within one, of the families.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from hrss_tui.compile.checks import (
    budget_details,
    budget_funds,
    budget_levels,
    budget_rows,
    budget_tables,
    performance,
    prefectures,
    projects,
)
from hrss_tui.compile.checks.book import Book
from hrss_tui.compile.checks.papers import Papers, papers
from hrss_tui.records import Check, Record

Tables = Mapping[str, Sequence[Record]]

_BUDGET: tuple[Callable[[Book], Iterator[Check]], ...] = (
    budget_rows.checks,
    budget_levels.checks,
    budget_tables.checks,
    budget_funds.checks,
    budget_details.checks,
)

_PAPERS: tuple[Callable[[Papers], Iterator[Check]], ...] = (
    prefectures.checks,
    projects.checks,
    performance.checks,
)


def checks(tables: Tables) -> list[Check]:
    """Every identity that the records of all documents allow to state."""
    found: list[Check] = []
    for each in papers(tables):
        for family in _BUDGET:
            found += family(each.book)
        for other in _PAPERS:
            found += other(each)
    return found
