"""One paint with the final widths: what is shown anew is laid out until nothing moves any more, then painted.

The toolkit paints every round of a layout in which panes learn their sizes, fill themselves, and get a scroll bar.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import RenderableType
from textual.screen import Screen
from textual.widget import Widget
from typing_extensions import override

from hrss_tui.tui.frame.ending import EndingApp
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.widgets.rows import Rows

ROUNDS = 4
"""Layouts after which what still moves is painted as it is."""


class HeldScreen(Screen[None]):
    """A screen that draws nothing while the program holds its paint: what nobody sees is not worked out."""

    def _compositor_refresh(self) -> None:
        app = self.app
        if not (isinstance(app, PaintingApp) and app.held):
            super()._compositor_refresh()


class PaintingApp(EndingApp):
    """An application that shows a page in one paint."""

    _held = 0

    @property
    def held(self) -> bool:
        """Whether nothing is painted now."""
        return self._held > 0

    @contextmanager
    def in_one_paint(self) -> Iterator[None]:
        """Nothing is painted before the end."""
        self.hold()
        try:
            yield
        finally:
            self.release()

    def hold(self) -> None:
        """Paint nothing until `release`."""
        self._held += 1

    def release(self) -> None:
        """Paint everything."""
        self._held -= 1
        if not self._held and self.is_running:
            self.screen.refresh()

    @override
    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if not self._held:
            super()._display(screen, renderable)

    def settle(self, page: Page, rounds: int = ROUNDS) -> None:
        """Lay a page out, and let it fill its panes for the sizes they have, until these stay."""
        before: list[tuple[object, ...]] = []
        for _ in range(rounds):
            self._lay_out(page)
            sizes = [_shape(rows) for rows in page.query(Rows)]
            if sizes == before:
                return
            before = sizes
            page.fit()
            for rows in page.query(Rows):
                if rows.region.area:  # what is hidden has no place to keep
                    rows.on_resize()
                    rows._refresh_scrollbars()

    def _lay_out(self, page: Page) -> None:
        """At once, by the styles and heights that hold now, of which the toolkit would hear later."""
        for widget in page.query(Widget):
            if widget.has_focus != (widget is self.focused):
                widget.has_focus = widget is self.focused
        for node in (*page.ancestors_with_self, *page.walk_children(Widget)):
            if isinstance(node, Widget):
                node._clear_arrangement_cache()
                node._layout_updates += 1
        self.screen._refresh_layout()


def _shape(widget: Widget) -> tuple[object, ...]:
    return widget.display, widget.region, widget.scrollable_size, widget.virtual_size
