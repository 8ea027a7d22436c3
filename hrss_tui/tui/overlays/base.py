"""A box over the page; Esc closes it, the page below keeps its place."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events, on
from textual._styles_cache import StylesCache
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from hrss_tui.tui.widgets.field import Field

Result = TypeVar("Result")


class Overlay(ModalScreen[Result | None]):
    """Base of the boxes; dismissed with None by Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+c", "app.help_quit", show=False),
    ]

    _come = _painted = False
    """Whether it has come, and has been laid out in its size. Before, it is not painted: the toolkit would do so three times."""

    def on_screen_resume(self) -> None:
        """It comes, or comes back."""
        self._come = True
        self.call_after_refresh(self._paint)

    def on_resize(self) -> None:
        """The first layout has told it its size; what is in it is laid out by that before all of it is painted."""
        if self._come:
            self.call_later(self._paint)

    def _paint(self) -> None:
        if not self._painted:
            self._painted = True
            self.refresh()

    def _compositor_refresh(self) -> None:
        if self._painted:
            super()._compositor_refresh()

    def leave(self, result: Result | None) -> None:
        """Close with a result. A second key or click that comes before the box is gone is too late."""
        if self.is_current:
            self.dismiss(result)

    def turn(self, step: int) -> None:
        """Tab and Shift+Tab: where the keys go next."""
        (self.focus_next if step > 0 else self.focus_previous)()

    def action_close(self) -> None:
        """Leave without a result."""
        self.leave(None)

    @on(Field.Escaped)
    def _escaped(self, event: Field.Escaped) -> None:
        event.stop()
        self.leave(None)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.leave(None)

    def on_unmount(self) -> None:
        """The toolkit keeps the painted lines of a thousand widgets, the dead ones among them: tens of MiB."""
        StylesCache.get_inner_outer.cache_clear()
