"""What the first paint shows of a package: a few counts and the grand totals of the newest budget.

Read column by column with either reader of packages, free of the toolkit and of everything that takes time to
import: it is worked out while the toolkit is still being imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hrss_tui.pack.summary import FIGURE_TABLES, filed, newest, told, totals

if TYPE_CHECKING:
    from hrss_tui.pack.open import Package

FIGURES = (
    ("figure.total", "expenditure", "total", ""),
    ("figure.general_public", "general_public", "total", ""),
    ("figure.basic", "expenditure", "basic", ""),
    ("figure.project", "expenditure", "project", ""),
    ("figure.three_public", "three_public", "total", "three_public"),
    ("figure.outsourcing", "outsourcing", "total", "outsourcing"),
)
"""Word, kind of table, measure, and the table of the budget page the figure leads to."""


class Total(NamedTuple):
    """A grand total of the newest budget: the word for it, its year, 分, its place, its table, its record."""

    key: str
    year: int
    amount: int
    source: str
    table: str
    record: str


class Glance(NamedTuple):
    """The package in short: titles, version, how many documents, figures and checks, the grand totals of a budget.

    `of` says whose budget it is, where there are several; `prefectures` counts values of prefectures; `phase` says
    whether the totals are of a budget or of final accounts.
    """

    title: str
    title_en: str
    version: str
    documents: int
    figures: int
    checks: int
    totals: tuple[Total, ...]
    of: str = ""
    prefectures: int = 0
    phase: str = ""


def glance(pack: Package) -> Glance:
    """Read it. Raises PackError where a table that is needed is damaged."""
    about = pack.head["package"]
    budget, filings = _budget(pack)
    return Glance(
        about.get("title", ""),
        about.get("title_en", ""),
        about.get("version", ""),
        pack.count("documents"),
        sum(pack.count(name) for name in FIGURE_TABLES),
        pack.count("checks"),
        tuple(_totals(pack, budget)) if budget else (),
        budget[2] if budget and filings > 1 else "",
        pack.count("prefecture_values"),
        budget[5] if budget else "",
    )


def _totals(pack: Package, budget: list[Any]) -> list[Total]:
    said = told(pack.head)
    doc_id, year = budget[0], budget[4]
    listed = said["totals"] if said else totals(pack.column, doc_id)
    found = {(kind, measure): rest for kind, measure, *rest in listed}
    return [
        Total(key, year or 0, amount, f"{doc_id}:{line}", table, record)
        for key, kind, measure, table in FIGURES
        if (kind, measure) in found
        for record, line, amount in [found[kind, measure]]
    ]


def _budget(pack: Package) -> tuple[list[Any] | None, int]:
    """The budget whose totals are shown: id, title, department, place, year, phase; and of how many."""
    said = told(pack.head)
    if said is not None:
        return said["budget"], said["filings"]
    found = filed(pack.column)
    budget = newest(found, set(pack.column("budget_lines", "doc_id")))
    return list(budget) if budget else None, len(found)
