"""What the first paint shows of a package: a few counts and the grand totals of the newest budget.

Read column by column with either reader of packages, free of the toolkit and of everything that takes time to
import: it is worked out while the toolkit is still being imported.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

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
    """The package in short: titles, version, how many documents, figures and checks, the grand totals."""

    title: str
    title_en: str
    version: str
    documents: int
    figures: int
    checks: int
    totals: tuple[Total, ...]


def glance(pack: Package) -> Glance:
    """Read it. Raises PackError where a table that is needed is damaged."""
    about = pack.head["package"]
    return Glance(
        about.get("title", ""),
        about.get("title_en", ""),
        about.get("version", ""),
        pack.count("documents"),
        sum(pack.count(name) for name in ("budget_lines", "prefecture_values", "observations")),
        pack.count("checks"),
        tuple(_totals(pack)),
    )


def _totals(pack: Package) -> list[Total]:
    column = partial(pack.column, "budget_lines")
    years = [year for year in column("year") if year is not None]
    if not years:
        return []
    newest = max(years)
    found: dict[tuple[str, str], int] = {}
    kinds, measures, codes = column("table_kind"), column("measure"), column("code")
    for at, (year, level) in enumerate(zip(column("year"), column("level"), strict=True)):
        if year == newest and level == 0 and codes[at] is None:
            found.setdefault((kinds[at], measures[at]), at)
    return [
        Total(
            key,
            newest,
            column("amount")[at],
            f"{column('doc_id')[at]}:{column('line_start')[at]}",
            table,
            column("line_id")[at],
        )
        for key, kind, measure, table in FIGURES
        for at in [found.get((kind, measure), -1)]
        if at >= 0
    ]
