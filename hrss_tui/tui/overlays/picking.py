"""A box with a line to type into and a list below it, one of which is chosen."""

from __future__ import annotations

from textual import on

from hrss_tui.tui.overlays.base import Overlay
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows


class Picking(Overlay[str]):
    """What is typed narrows the list; Enter in either takes the line under the cursor, Tab goes down to the list."""

    def fill(self, text: str) -> None:
        """List what the text finds."""
        raise NotImplementedError

    def pick(self, target: str) -> None:
        """Close with the target of a line."""
        self.leave(target)

    def picked(self) -> None:
        """Take the line under the cursor, where it leads anywhere."""
        current = self.query_one(Pane).current
        if current is not None and current.target:
            self.pick(current.target)

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        event.stop()
        self.fill(event.text)

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        event.stop()
        pane = self.query_one(Pane)
        if event.entered:
            self.picked()
        elif event.field.below is None:
            pane.focus()
            pane.action_move("down")

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        event.prevent_default()
        self.picked()
