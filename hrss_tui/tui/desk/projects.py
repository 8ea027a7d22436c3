"""The view that shows one project: its rows in the budget, or where it is described when it cannot be told which these are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrss_tui.query.views import format_view, view
from hrss_tui.records import Project
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.keeping import kept

if TYPE_CHECKING:
    from hrss_tui.tui.desk.data import Data

BY = "project,unit"
"""The way down the budget on which a project is a row."""


def named_view(desk: Desk, doc_id: str, name: str, project: str | None = None) -> str:
    """The row of a project of a name among the rows of the table of projects; which it is where others are called so."""
    own = desk.data.of(doc_id)
    other = "" if doc_id == desk.data.newest_filing else doc_id
    return format_view(
        view("budget", name, by=BY, doc=other, project=(project or "") if name in _shared(own) else "")
    )


@kept
def _shared(own: Data) -> frozenset[str]:
    """Names in the table of projects that several projects have."""
    known = {(line.project or "", line.project_id) for line in own.project_lines}
    return frozenset(name for name, times in Counter(name for name, _ in known).items() if times > 1)


def project_view(desk: Desk, project: Project) -> str:
    """The row that a project is paid by, where that is sure; else the place that describes it."""
    own = desk.data.of(project.doc_id)
    match = next((one for one in own.paid if one.project.project_id == project.project_id), None)
    name = match.found[0].project if match is not None and match.sure and match.found else None
    if name:
        return named_view(desk, project.doc_id, name, project.project_id)
    return format_view(view("documents", f"{project.doc_id}:{project.line_start}"))
