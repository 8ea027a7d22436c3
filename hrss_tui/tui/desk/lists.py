"""The lists of a package: targets beside last year, policy documents, terms, what changed, what contradicts itself.

Which there are, and the views that show them.
"""

from __future__ import annotations

from hrss_tui.query.views import format_view, view
from hrss_tui.records import BudgetChange, Check, GlossaryTerm, PerformanceTarget, ProjectBasis
from hrss_tui.tui.desk.desk import Desk

POLICIES, TERMS = "policies", "terms"
CITED = {POLICIES: ProjectBasis.TABLE, TERMS: GlossaryTerm.TABLE}
"""Parts of the page of documents, with the table each is made of."""
TARGETS = ("", "below", "none", "text", "unit")
"""What the list of targets keeps to."""


def cited_parts(desk: Desk) -> tuple[str, ...]:
    """The lists beside the text that the package has something for."""
    return tuple(part for part, table in CITED.items() if desk.data.pack.count(table))


def lists(desk: Desk) -> dict[str, str]:
    """Word of each list the package has something for → the view that shows it."""
    found = {}
    if desk.data.pack.count(PerformanceTarget.TABLE):
        for only in TARGETS:
            name = f"entry.targets.{only}" if only else "entry.targets"
            found[name] = format_view(view("indicators", part="targets", only=only))
    for part in cited_parts(desk):
        found[f"entry.{part}"] = format_view(view("documents", part=part))
    if desk.data.pack.count(BudgetChange.TABLE):
        found["entry.real"] = format_view(view("budget", table="real"))
    if desk.data.pack.count(Check.TABLE):
        found["entry.fails"] = format_view(view("checks", status="fails"))
        found["entry.disagree"] = format_view(view("indicators", part="disagree"))
    return found
