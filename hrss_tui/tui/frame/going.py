"""Going places: pages mounted in front of one another, the history of what was shown, pages got ready in advance."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container
from typing_extensions import override

from hrss_tui.errors import PackError, UsageError
from hrss_tui.query.views import PAGES, View, format_view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.frame.navigate import History
from hrss_tui.tui.frame.pages import load_page, room_of
from hrss_tui.tui.frame.starting import StartingApp
from hrss_tui.tui.page.asked import unknown
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from hrss_tui.tui.page.left import Left

A_BREATH = 0.002
"""Seconds between two pages that are got ready: a key that was pressed meanwhile is heeded first."""


class GoingApp(StartingApp):
    """An application that shows views and knows the way back."""

    def __init__(self, desk: Desk, first: View) -> None:
        super().__init__(desk, first)
        self.history = History()
        self._rooms: dict[str, str] = {}
        """Name of a page → the one of that name that was shown last."""
        self._left: dict[str, tuple[View, Left]] = {}
        """Name of a page that is to be made anew → what it showed, and how it stood."""

    def note(self, text: str) -> None:
        """Say something in passing."""
        raise NotImplementedError

    def show_where(self) -> None:
        """Tell the frame which page is shown, and where on it."""
        raise NotImplementedError

    def view_string(self) -> str:
        """The view string of what is shown."""
        return format_view(self.page.current()) if self.page is not None else ""

    @override
    async def go(self, target: View, *, visit: bool = True, bare: bool = False) -> None:
        """Show a view; `bare` shows its page as it was left."""
        self.led = True
        self._left.pop(target.page, None)
        with self.in_one_paint():
            page = await self._page(room_of(self.desk, target) if not bare else self._rooms[target.page])
            if self._dom_ready and not bare:
                self.settle(page, rounds=1)  # so that what is shown is put where the sizes are known
            try:
                if not bare:
                    page.show(target)
                    page.stale = False
                    if given := unknown(page.ASKED, target):
                        page.post_message(Page.Note(self.desk.say("view.unknown", given=" ".join(given))))
                self.freshen()
            except (UsageError, PackError) as error:
                self.note(self.desk.told(error))
            if visit:
                self.history.visit(page.current())
            else:
                self.history.replace(page.current())
            page.focus_home()
            self.show_where()
            if self._dom_ready:
                self.settle(page)
                await self.heard(page)

    def freshen(self) -> None:
        """The page that is shown speaks of amounts in the unit that holds now; the others when they are gone to."""
        if self.page is not None and self.page.stale:
            from hrss_tui.tui.page.left import left, take_up

            self.page.stale, was = False, left(self.page)
            self.page.unit_changed()
            take_up(self.page, was)

    async def to_page(self, name: str) -> None:
        """Show a page as it was left, or as it is at first."""
        shown = self._left.pop(name, None)
        if shown is not None:
            await self.go_as_left(*shown)
        else:
            await self.go(View(name), bare=name in self._rooms)

    async def go_as_left(self, target: View, was: Left, *, visit: bool = True) -> None:
        """Show a view with all that a reader had made of it."""
        from hrss_tui.tui.page.left import give_keys, take_up

        with self.in_one_paint():
            await self.go(target, visit=visit)
            page = self.page
            if page is None:
                return
            give_keys(page, was)
            self.settle(page, rounds=1)
            take_up(page, was)
            self.history.replace(page.current())
            self.show_where()
            self.settle(page)
            await self.heard(page)

    async def do_back(self) -> None:
        """Ctrl+←."""
        await self._move(-1)

    async def do_forward(self) -> None:
        """Ctrl+→."""
        await self._move(1)

    async def _move(self, step: int) -> None:
        target = self.history.move(step)
        if target is not None:
            await self.go(target, visit=False)

    @on(Page.Go)
    async def _page_go(self, event: Page.Go) -> None:
        await self.go(event.target)

    @on(Page.Return)
    async def _page_return(self) -> None:
        await self.do_back()

    @on(Page.Went)
    def _page_went(self, event: Page.Went) -> None:
        if self.page is None:
            return
        if event.visit:
            self.history.visit(self.page.current())
        else:
            self.history.replace(self.page.current())
        self.show_where()

    @on(Page.Filled)
    async def _page_filled(self, event: Page.Filled) -> None:
        if self.page is not None:
            await self.filled(self.page, event.release)
        else:
            event.release()

    # Pages.

    async def _page(self, name: str) -> Page:
        """The page of a name, in front of the others."""
        self._remember_focus()
        page = await self._mounted(name)
        for other in self._body.children:
            other.display = other is page
        if page is not self.page:
            self.clear_notifications()
        self.page = page
        self._rooms[page.NAME] = name
        return page

    @property
    def _body(self) -> Container:
        return self.query_one("#body", Container)

    async def _mounted(self, name: str) -> Page:
        """The page of a name; at first it is hidden."""
        found = self._body.query(f"#page-{name}")
        if found:
            return found.first(Page)
        if name != "overview":
            self.dress()
        page = load_page(name)(self.desk)
        page.display = False
        await self._body.mount(page)
        return page

    def _remember_focus(self) -> None:
        if self.page is not None and self.focused is not None and self.focused in self.page.query("*"):
            self.page.last_focus = self.focused

    def shown_pages(self) -> Iterator[Page]:
        """The pages that show something, seen or not."""
        for page in self.query(Page):
            if (page.ROOM or page.NAME) in self._rooms.values():
                yield page

    # In advance.

    @override
    def foresee(self) -> None:
        """While nobody presses a key: read the code of the pages and mount them, for which the first visit would wait."""

        def read() -> None:
            for name in PAGES:
                load_page(name)
            with suppress(RuntimeError):  # it has ended meanwhile
                self.call_from_thread(self.call_later, self._foresee_pages, PAGES)

        self.dress()
        Thread(target=read, name="foreseeing", daemon=True).start()

    async def _foresee_pages(self, names: Sequence[str]) -> None:
        """One after the other, what was typed meanwhile in between."""
        if names and self.is_running:
            await self.foresee_page(names[0])
            self.set_timer(A_BREATH, lambda: self.call_later(self._foresee_pages, names[1:]))
        else:
            gc.freeze()  # what is there now stays; nobody is to wait while it is looked through

    async def foresee_page(self, name: str) -> None:
        """Mount a page; with what it shows at first, where the package is so small that this takes no time."""
        if name in self._rooms:
            return
        target = View(name)
        room = room_of(self.desk, target)
        page = await self._mounted(room)
        if self.desk.data.small:
            page.quiet = True
            with suppress(UsageError, PackError):  # said at the visit, as is what the page withholds
                page.show(target)
                for rows in page.query(Rows):
                    rows.foresee(*self.size)
                if not page.withheld:
                    self._rooms[name] = room
            page.quiet = False
