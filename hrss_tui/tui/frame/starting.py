"""How the explorer starts: the frame and what is known of the package are painted first, all else comes after.

No frame waits for data. A small package has been opened while the toolkit was imported, and then its figures are
in the very first frame; a large one comes to a frame that is there already. What takes long (reading everything
thoroughly, joining tables, collecting garbage) follows the first paint of the first page.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.geometry import Size
from textual.screen import Screen

from hrss_tui.errors import HrssError, PackError
from hrss_tui.query.views import View
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.frame.pages import load_page
from hrss_tui.tui.frame.painting import HeldScreen, PaintingApp
from hrss_tui.tui.page.base import Page

NEEDED = (56, 14)
"""Columns and rows below which the program only says what it needs."""
NARROW = 100
SHORT = 30
WIDE = 150
SELDOM = (10_000, 10, 4)
"""When garbage is looked for: seldom, for it makes a key wait; also among what has been there for a while.

A box that was closed is such garbage, with all it painted: of a hundred boxes there are tens of MiB, and where they
are given up at last, the memory is in pieces.
"""
A_MOMENT = 0.001
"""Seconds in which the thread that writes to the terminal gets its turn before something takes long."""

A_PAUSE = 0.1
"""Seconds after which who does not quit at once is taken to go on reading."""


def layout(size: Size) -> list[str]:
    """The classes of a screen of some size."""
    width, height = size
    small = width < NEEDED[0] or height < NEEDED[1]
    fits = (
        ("narrow", width < NARROW),
        ("wide", width >= WIDE),
        ("short", height < SHORT),
        ("small", small),
    )
    return [name for name, holds in fits if holds]


class StartingApp(PaintingApp):
    """An application that shows `first`; `failure` is why it could not. `settled` when the start is over."""

    def __init__(self, desk: Desk, first: View) -> None:
        super().__init__()
        self.desk = desk
        self.first = first
        self.page: Page | None = None
        self.failure: HrssError | None = None
        self.settled = False
        self.led = False
        """It has been asked for a place: by a key or by `first`."""
        self.hold()

    async def go(self, target: View, *, visit: bool = True, bare: bool = False) -> None:
        """Show a view."""
        raise NotImplementedError

    def show_frame(self) -> None:
        """Fill the frame where there is no page yet."""
        raise NotImplementedError

    def get_default_screen(self) -> Screen[None]:
        """The screen with the classes of its size: setting them later would be work done twice."""
        return HeldScreen(id="_default", classes=" ".join(layout(self.size)))

    def first_page(self) -> list[Page]:
        """The first page, where there is something to show on it at once."""
        opening = self.desk.opening
        return [load_page(self.first.page)(self.desk)] if opening is not None and opening.ready else []

    def dress(self) -> None:
        """Read the styles of what may be opened from the first page, before one of them is."""
        path = Path(__file__).with_name("pages.tcss")
        if not self.stylesheet.has_source(str(path)):
            self.stylesheet.add_source(path.read_text("utf-8"), (str(path), ""))

    async def on_mount(self) -> None:
        """Show the page that is there, else the frame."""
        if self.query(Page):
            await self.go(self.first)
        else:
            self.show_frame()

    async def on_ready(self) -> None:
        """Paint the first frame, when all have heard where they stand. Keys are heeded while the package is being opened."""
        await self.heard(self.page)
        self.release()
        self._after_paint(self._settle if self.page is not None else lambda: self.run_worker(self._begin()))

    def _after_paint(self, what: Callable[[], object]) -> None:
        """Do something after what is in the queue of the screen, which paints."""
        self.screen.call_later(self.call_later, what)

    async def _begin(self) -> None:
        """Open the package and show the first page, unless a key has led to another meanwhile; when it is seen, `_settle` follows.

        On a busy machine a page may be painted without the event that says so.
        """
        try:
            await self.desk.arrive()
            if not self.led:
                await self.go(self.first)
        except PackError as error:
            self._fail(error)
        self.call_after_refresh(self._after_paint, self._settle)

    @on(Page.Seen)
    def _page_seen(self) -> None:
        if not self.settled:
            self._after_paint(self._settle)

    async def _settle(self) -> None:
        """Once: everything that the first paint did not wait for."""
        if self.settled:
            return
        self.settled = True
        if not self.is_headless:
            await asyncio.sleep(A_MOMENT)
        try:
            self.desk.data.documents  # noqa: B018 - reads the package thoroughly
            if self.page is not None and not self.page.whole:
                await self.filled(self.page, self.page.complete)
        except PackError as error:
            self._fail(error)
        gc.freeze()
        gc.set_threshold(*SELDOM)
        gc.enable()
        if not self.is_headless:
            self.set_timer(A_PAUSE, self.foresee)

    def foresee(self) -> None:
        """Get ready what may be opened next."""
        raise NotImplementedError

    def _fail(self, error: PackError) -> None:
        """End: the package cannot be used."""
        self.failure = error
        self.exit(error.status)
