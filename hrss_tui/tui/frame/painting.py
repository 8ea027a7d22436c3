"""One paint with the final widths: what is shown anew is laid out until nothing moves any more, then painted.

The toolkit paints every round of a layout in which panes learn their sizes, fill themselves, and get a scroll bar,
and again what they make of being told that they are shown and have the keys.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Self

from rich.console import RenderableType
from textual.containers import Container
from textual.events import Callback, Idle
from textual.geometry import Region
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget
from typing_extensions import override

from hrss_tui.tui.frame.composing import WholeCompositor
from hrss_tui.tui.frame.ending import EndingApp
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.rows import Rows

ROUNDS = 4
"""Layouts after which what still moves is painted as it is."""


PATIENCE = 0.2
"""Seconds that widgets are given to hear what they were told: they take milliseconds, or have ended meanwhile."""


class HeldScreen(Screen[None]):
    """A screen that draws nothing while the program, or a batch of the toolkit, holds its paint.

    What nobody sees is not worked out; and what is drawn during a batch would be lost, as the toolkit throws it away.
    """

    _undrawn = False

    def __init__(self, *, id: str, classes: str) -> None:
        super().__init__(id=id, classes=classes)
        self._compositor = WholeCompositor()

    @property
    def _is_held(self) -> bool:
        app = self.app
        return app._batch_count > 0 or (isinstance(app, PaintingApp) and app.held)

    @override
    async def _on_idle(self, event: Idle) -> None:
        """What was held back is drawn when its batch is over, though nothing may have become dirty since.

        The toolkit calls its own beside this one.
        """
        if self._undrawn and not self._is_held:
            self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        self._undrawn = self._is_held
        if not self._undrawn:
            super()._compositor_refresh()

    def _on_timer_update(self) -> None:
        if self._is_held:
            self._update_timer.pause()
        else:
            super()._on_timer_update()

    def paint(self) -> None:
        """Paint what is to be painted, now and in one piece."""
        if self._repaint_required:
            self._repaint_required = False
            self._dirty_widgets.add(self)
        self._on_timer_update()
        if self._undrawn:
            self._compositor_refresh()


class Shelf(Container):
    """Holds the pages, and draws nothing itself: one that is put on it, hidden, has nothing painted anew."""

    @override
    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Another layout paints what is elsewhere then."""
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)


class PaintingApp(EndingApp):
    """An application that shows a page in one paint."""

    _held = 0

    @override
    def get_theme(self, theme_name: str) -> Theme | None:
        """The toolkit copies all its themes for each question, of which a paint asks hundreds."""
        return self._registered_themes.get(theme_name) or super().get_theme(theme_name)

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
        if self._held or not self.is_running:
            return
        screen = self.screen
        if isinstance(screen, HeldScreen):
            screen.paint()
        else:
            screen.refresh()

    async def filled(self, page: Page, fill: Callable[[], object]) -> None:
        """Fill a page that is shown with something else, in one paint."""
        with self.in_one_paint():
            fill()
            await self.heard(page)
            if self.screen._layout_required:
                self.settle(page)
                await self.heard(page)

    async def heard(self, page: Page | None) -> None:
        """Wait until a page and the frame have heard what they were told, and the screen what they made of it."""
        shown = [*page.walk_children(Widget), page] if page is not None else []
        await self._each_heard([*shown, *self.query(Bar)])
        await self._each_heard([self.screen])

    async def passed_on(self, page: Page) -> None:
        """Wait until each widget of a page has heard what it was told."""
        await self._each_heard([*page.walk_children(Widget), page])

    async def _each_heard(self, pumps: Iterable[MessagePump]) -> None:
        """As a callback is put behind everything else they are told.

        `call_later` would hide what is called, and the toolkit look for its parameters each time.
        """
        heard = [asyncio.Event() for pump in pumps if pump.is_running]
        for pump, event in zip((pump for pump in pumps if pump.is_running), heard, strict=True):
            pump.post_message(Callback(callback=event.set))
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                for event in heard:
                    await event.wait()

    @override
    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if not self._held:
            super()._display(screen, renderable)

    def settle(self, page: Page, rounds: int = ROUNDS) -> None:
        """Lay a page out, and let it fill its panes for the sizes they have, until these stay."""
        for _ in range(rounds):
            self._lay_out(page)
            if not page.misfits():
                return
            page.fit()
            for rows in page.query(Rows):
                if rows.region.area:  # what is hidden has no place to keep
                    rows.on_resize()
                    rows._refresh_scrollbars()

    def _lay_out(self, page: Page) -> None:
        """At once, by the styles and heights that hold now, of which the toolkit would hear later.

        The page is of the screen it stands on, over which a box may lie.
        """
        screen = page.screen
        for widget in page.query(Widget):
            if widget.has_focus != (widget is screen.focused):
                widget.has_focus = widget is screen.focused
        for node in (*page.ancestors_with_self, *page.walk_children(Widget)):
            if isinstance(node, Widget):
                node._clear_arrangement_cache()
                node._layout_updates += 1
        screen._refresh_layout()
