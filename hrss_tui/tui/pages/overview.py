"""Overview: what the package holds, key figures, targets and outcomes, checks, where to start."""

from __future__ import annotations

from textual.app import ComposeResult
from typing_extensions import override

from hrss_tui.tui.overview_lines import overview_lines
from hrss_tui.tui.pages.base import Page
from hrss_tui.tui.widgets.pane import Pane


class OverviewPage(Page):
    """One pane whose lines lead to the other pages."""

    NAME = "overview"
    whole = False

    def compose(self) -> ComposeResult:
        """One pane."""
        yield Pane(self.desk.signs, title=self.desk.say("overview.title"), id="overview")

    def on_mount(self) -> None:
        """Fill it with what is quickly read, and after the paint with the rest."""
        self._fill(whole=False)
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Bars are as long as there is room."""
        self._fill(whole=self.whole)

    @override
    def unit_changed(self) -> None:
        self._fill()

    def do_unit(self) -> None:
        """`u` is carried out by the program; it applies here."""

    def _fill(self, whole: bool = True) -> None:
        self.whole = whole
        pane = self.query_one(Pane)
        pane.load(overview_lines(self.desk, max(self.size.width - 3, 30), whole), pane.cursor)

    @override
    def applies(self, action: str) -> bool:
        if action in ("filter", "sort_left", "sort_right"):
            return False
        return super().applies(action)
