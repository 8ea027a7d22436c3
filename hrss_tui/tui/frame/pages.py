"""The seven pages: each listens to its widgets, asks queries, and tells the program where it stands."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hrss_tui.tui.page.base import Page

_CLASSES = {
    "overview": "OverviewPage",
    "budget": "BudgetPage",
    "compare": "ComparePage",
    "indicators": "IndicatorsPage",
    "search": "SearchPage",
    "documents": "DocumentsPage",
    "checks": "ChecksPage",
}


def load_page(name: str) -> type[Page]:
    """The class of a page, imported at its first visit."""
    found: Any = getattr(import_module(f"hrss_tui.tui.{name}.page"), _CLASSES[name])
    page: type[Page] = found
    return page
