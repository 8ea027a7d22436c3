"""The pages: each listens to its widgets, asks queries, and tells the program where it stands."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from hrss_tui.errors import HrssError

if TYPE_CHECKING:
    from hrss_tui.query.views import View
    from hrss_tui.tui.desk.desk import Desk
    from hrss_tui.tui.page.base import Page


_LISTS = {
    ("indicators", "targets"): "targets",
    ("documents", "policies"): "cited",
    ("documents", "terms"): "cited",
}
"""Lists that are parts of a page, with the room that shows each."""
_COMPARED = {"prefectures": "compare", "text": "copied"}
"""What is compared, with the room that shows it; all else is shown with the amounts of filings."""


def room_of(desk: Desk, target: View) -> str:
    """The page that shows a view: some parts of a page have a room of their own, as what is compared has."""
    if target.page != "compare":
        return _LISTS.get((target.page, target.get("part")), target.page)
    if target.get("of"):
        return _COMPARED.get(target.get("of"), "filings")
    if _is_one_prefecture(desk, target):
        return "prefecture"
    if target.path or desk.data.pack.count("prefecture_values"):
        return "compare"
    return "filings" if desk.data.filings else "compare"


def _is_one_prefecture(desk: Desk, target: View) -> bool:
    """Whether a view names one prefecture, and says nothing of how to compare it."""
    if not target.path or "," in target.path or target.params:
        return False
    from hrss_tui.query.places import resolve

    with suppress(HrssError):
        return len(resolve(list(desk.data.prefectures.values()), [target.path])) == 1
    return False


def load_page(name: str) -> type[Page]:
    """The class of a page, imported at its first visit: page `checks` is `ChecksPage` of `tui/checks/page.py`."""
    found: Any = getattr(import_module(f"hrss_tui.tui.{name}.page"), f"{name.capitalize()}Page")
    page: type[Page] = found
    return page
