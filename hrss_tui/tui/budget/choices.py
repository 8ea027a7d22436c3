"""What can be chosen on the page of amounts: departments, years, budget or final accounts."""

from __future__ import annotations

from hrss_tui.query.views import View, format_view
from hrss_tui.tui.budget.paths import filing_name
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import Entry


def filing_entries(desk: Desk, here: View) -> list[Entry]:
    """Every budget and accounts, newest first within a department, with the view that shows the same of it."""
    data = desk.data
    order = {
        name: place for place, name in enumerate(dict.fromkeys(f.department for f in data.filings.values()))
    }
    ranked = sorted(
        data.filings.values(),
        key=lambda one: (order[one.department], -(one.year or 0), one.phase, one.doc_id),
    )
    kept = tuple(pair for pair in here.params if pair[0] != "doc")
    return [
        Entry(
            f"phase.{one.phase}",
            filing_name(desk, one),
            format_view(
                View(
                    here.page,
                    here.path,
                    kept if one.doc_id == data.newest_filing else (*kept, ("doc", one.doc_id)),
                )
            ),
            (one.doc_id, one.place or "", desk.place_name(one.place or ""), one.title),
        )
        for one in ranked
    ]
