"""Overview: what the package holds, key figures, targets and outcomes, checks, where to start."""

from __future__ import annotations

from textual.app import ComposeResult
from typing_extensions import override

from hrss_tui.tui.overview.lines import overview_lines
from hrss_tui.tui.page.reading import ReadingPage
from hrss_tui.tui.widgets.pane import Pane

BESIDE = 150
"""Cells from which there is room for two panes."""


class OverviewPage(ReadingPage):
    """Lines that lead to the other pages, in two panes where there is room."""

    NAME = "overview"
    width = 0
    whole = False

    def compose(self) -> ComposeResult:
        """What the package is and holds, and beside it what its documents say together."""
        yield Pane(self.desk.signs, title=self.desk.say("overview.title"), id="overview")
        yield Pane(self.desk.signs, title=self.desk.say("overview.together"), id="overview-more")

    def on_mount(self) -> None:
        """Fill it, before the first paint with what is quickly read."""
        opened = self.desk.opened
        self._fill(self.app.size.width, whole=opened and not self._takes_long())
        if opened:
            self.complete()

    def _takes_long(self) -> bool:
        return self.desk.data.large and not self.desk.data.stated

    @override
    def complete(self) -> None:
        if not self.whole:
            data, long = self.desk.data, self._takes_long()
            self.read(lambda _: data.read_for_overview(), lambda _: self._fill(self.width), long=long)

    @override
    def say_reading(self, done: int, total: int) -> None:
        title = f"{self.desk.say('overview.title')}  {self.reading_words(done, total)}"
        self.query_one("#overview", Pane).pane_title = title

    @override
    def fit(self) -> None:
        """Bars are as long as there is room."""
        if self.size.width != self.width:
            self._fill(self.size.width, self.whole)

    @override
    def unit_changed(self) -> None:
        self._fill(self.width, self.whole)

    def _fill(self, width: int, whole: bool = True) -> None:
        self.width, self.whole = width, whole
        pane, more = self.query_one("#overview", Pane), self.query_one("#overview-more", Pane)
        beside = width >= BESIDE
        self.set_class(beside, "beside")
        pane.pane_title = self.desk.say("overview.title")
        pane.partial = not whole
        pane.styles.overflow_y = "auto" if whole else "hidden"
        room = max(width // (1 + beside) - 3, 30)
        first, second = overview_lines(self.desk, room, whole, beside=beside)
        pane.load(first, pane.cursor)
        more.load(second, more.cursor)

    @override
    def applies(self, action: str) -> bool:
        if action in ("filter", "sort_left", "sort_right"):
            return False
        return super().applies(action)
