"""A text that reached no clipboard, or that is asked for again: shown, to be selected by hand."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.overlays.base import Overlay
from hrss_tui.tui.paint.lines import BLANK, Seg, line
from hrss_tui.tui.widgets.pane import Pane


class CopiedScreen(Overlay[None]):
    """The text, below a word on why it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,enter,y", "close", show=False)]

    def __init__(self, desk: Desk, text: str, why: str) -> None:
        super().__init__()
        self.desk = desk
        self.text = text
        self.why = why

    def compose(self) -> ComposeResult:
        """One pane."""
        yield Pane(self.desk.signs, title=self.desk.say("copied.title"), id="copied")

    def on_mount(self) -> None:
        """Fill it."""
        pane = self.query_one(Pane)
        said = [line(Seg(text, "dim")) for text in (self.why, self.desk.say("copied.hint")) if text]
        pane.load([*said, BLANK, *(line(text) for text in self.text.split("\n"))])
        pane.focus()
