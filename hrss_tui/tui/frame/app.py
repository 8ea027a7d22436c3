"""The frame: page keys on top, breadcrumbs, the page, the footer; keys and clicks handed to what they are for."""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from hrss_tui.errors import UsageError
from hrss_tui.query.views import View, parse_view
from hrss_tui.tui.desk.desk import UNITS, Desk
from hrss_tui.tui.frame.bars import BACK, crumb_items, footer_items, tab_items
from hrss_tui.tui.frame.choosing import ChoosingApp
from hrss_tui.tui.frame.painting import Shelf
from hrss_tui.tui.frame.starting import NEEDED, layout
from hrss_tui.tui.keys.actions import ACTIONS, BY_ID, bindings, page_of
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.paint.glyphs import ASCII
from hrss_tui.tui.paint.legible import Legible
from hrss_tui.tui.paint.styles import without_colours
from hrss_tui.tui.paint.text import content
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.rows import Rows

HOPS = 4
"""Times that what a list says is passed on, from what holds it to its page."""


def _prompt(driver: type[Driver]) -> type[Driver]:
    """The driver that quits at once, where the plain one of Unix terminals would be used."""
    if driver.__name__ != "LinuxDriver":
        return driver
    from hrss_tui.tui.frame.leaving import PromptDriver

    return PromptDriver


class Explorer(ChoosingApp):
    """The program. It knows pages by name only and reads no files."""

    TITLE = "hrss-tui"
    CSS_PATH = "explorer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("app", "page"))
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    """Lines drawn by themselves have nothing the toolkit could select, and a click on what is just going ends it."""

    def __init__(self, desk: Desk, first: View, theme: str | None = None) -> None:
        super().__init__(desk, first)
        self._led: list[Page.Go | Page.Choose] | None = None
        """Where the key that is being carried out leads; None while none is."""
        self.driver_class = _prompt(self.driver_class)
        self.animation_level = "none"
        if self.no_color:
            self._filters = without_colours(self._filters)
        else:
            self._filters.append(Legible(self))
        if theme in self.available_themes:
            self.theme = str(theme)
        self.set_keymap(desk.keys)
        self.set_class(desk.signs is ASCII, "ascii")

    def compose(self) -> ComposeResult:
        """The frame, with the first page where there is something to show on it: no frame waits for data."""
        signs = self.desk.signs
        yield Bar(signs, more="do:palette", id="tabs")
        yield Bar(signs, gap=f" {signs.crumb} ", path=True, id="crumbs")
        yield Static(id="small")
        yield Shelf(*self.first_page(), id="body")
        yield Bar(signs, id="footer")

    # The frame.

    @override
    def show_frame(self) -> None:
        """The names of the pages."""
        self._show_tabs(self.first.page)

    @override
    def show_where(self) -> None:
        """The page shown, the path to what it shows, what can be done there."""
        if self.page is not None:
            self._show_tabs(self.page.NAME)
            back = [BACK._replace(text=self.desk.signs.back)] if self.history.can_move(-1) else []
            self.query_one("#crumbs", Bar).load([*back, *crumb_items(self.desk, self.page)])
            super().show_where()
            self.show_footer()

    def _show_tabs(self, name: str) -> None:
        self.query_one("#tabs", Bar).load(tab_items(self.desk, name))

    def show_footer(self) -> None:
        """The keys that do something now."""
        page = self.page.NAME if self.page is not None else ""
        shown = (action for action in ACTIONS if action.footer and self.applies(action.id))
        self.query_one("#footer", Bar).load(footer_items(self.desk, shown, page))

    @override
    def applies(self, action: str) -> bool:
        """Whether an action does something now."""
        known = BY_ID[action]
        if known.scope == "page":
            return self.page is not None and self.page.applies(action)
        if action in ("pane", "pane_back"):
            return self.page is not None and len(self.page.query(Rows)) > 1
        if action == "suspend":
            return hasattr(self._driver, "pause")
        if action in ("back", "forward"):
            return self.history.can_move(-1 if action == "back" else 1)
        return True

    @on(Bar.Chosen)
    async def _bar_chosen(self, event: Bar.Chosen) -> None:
        await self.command(event.command)

    @override
    async def command(self, command: str | None) -> None:
        """Go to a view, or do what an action does."""
        kind, _, what = (command or "").partition(":")
        if kind == "view":
            try:
                await self.go(parse_view(what))
            except UsageError as error:
                self.note(self.desk.told(error))
        elif kind == "do":
            await self.action_do(what)
        elif kind == "part":
            part, _, page = what.partition(":")
            if page:
                await self.go(parse_view(page))
            if self.page is not None:
                self.page.go_part(part)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What applies depends on where the keys go; at the end the footer may be gone already."""
        with suppress(NoMatches):
            self.show_footer()

    def on_resize(self, event: events.Resize) -> None:
        """The first size is told of before anything is laid out."""
        if not self._dom_ready:
            self._suit(event.size)

    def _check_resize(self) -> None:
        """Narrow and short layouts; too small a terminal is told so; everything in its place in one paint."""
        if self._dom_ready:
            self.hold()
            self._suit(self.size)
            # When the screen has heard of its size, of which this tells it.
            self.call_later(self.screen.call_later, self.call_later, self._resized)
        super()._check_resize()

    def _suit(self, size: Size) -> None:
        here, frame = layout(size), self.screen_stack[0]  # a box may lie over it
        frame.update_classes({name: name in here for name in ("narrow", "wide", "short", "small")})
        if "small" in here:
            needed = {"need_width": NEEDED[0], "need_height": NEEDED[1]}
            text = self.desk.say("too_small", width=size.width, height=size.height, **needed)
            frame.query_one("#small", Static).update(content(text))

    async def _resized(self) -> None:
        """All of it is painted anew: a window made small and as large again has lost what the toolkit believes to stand there."""
        if self.page is not None:
            self.settle(self.page)
            await self.heard(self.page)
        self.screen.refresh()
        self.release()

    # Keys.

    async def on_event(self, event: events.Event) -> None:
        """A key that does something does it before the next one is looked at, which goes where the first one led."""
        if isinstance(event, events.Key) and not event.is_forwarded and await self._acted(event):
            return
        await super().on_event(event)

    async def _acted(self, event: events.Key) -> bool:
        """Whether a key was the program's, and not typed into a field."""
        takes = getattr(self.focused, "takes", None)
        if takes is not None and takes(event.key, event.is_printable):
            return False
        self._led = []
        try:
            acted = await self._check_bindings(event.key, priority=True) or await self._check_bindings(
                event.key
            )
            if acted and self._opens(event.key):
                await self._heard_out()
        finally:
            led, self._led = self._led, None
        for message in led:
            await self._follow(message)
        return acted

    def _opens(self, key: str) -> bool:
        """Whether a key opens what the cursor of a list stands on, of which its page hears later."""
        keys = self.desk.keys.get("open") or BY_ID["open"].keys
        return key in keys.split(",") and isinstance(self.focused, Rows) and not self.screen.is_modal

    async def _heard_out(self) -> None:
        """Until a list, what holds it and its page have passed on what was opened."""
        for _ in range(HOPS):
            if self.page is not None and not self._led:
                await self.passed_on(self.page)

    def follows(self, message: Page.Go | Page.Choose) -> bool:
        """Whether where a page leads is gone to with the key that is being carried out, before the next one."""
        if self._led is not None:
            self._led.append(message)
        return self._led is not None

    async def _follow(self, message: Page.Go | Page.Choose) -> None:
        if isinstance(message, Page.Go):
            await self.go(message.target)
        else:
            await self.choose(message.entries)

    def on_field_escaped(self) -> None:
        """Esc in a field of a page."""
        self.do_close()

    # Actions.

    async def action_do(self, action: str) -> None:
        """Carry out an action of the registry: one of the program's, else one of the page's."""
        own = getattr(self, f"do_{action}", None)
        if own is not None:
            result = own()
            if result is not None:
                await result
        elif page := page_of(action):
            here = self.page.again() if self.page is not None and page == self.page.NAME else None
            await (self.go(here) if here is not None else self.to_page(page))
        elif BY_ID[action].scope == "list":
            self._list_action(action)
        elif self.page is not None and self.page.applies(action):
            getattr(self.page, f"do_{action}")()
            self.show_footer()

    def _list_action(self, action: str) -> None:
        move = getattr(self.focused, "action_move", None)
        if move is not None:
            move(action)

    async def do_search(self) -> None:
        """`/` from anywhere."""
        await self.to_page("search")
        if self.page is not None:
            self.page.do_filter()

    def do_close(self) -> None:
        """Esc: what was said in passing, and what the page has open."""
        self.clear_notifications()
        if self.page is not None:
            self.page.close()
            self.show_footer()

    def do_pane(self) -> None:
        """Tab: the next list, unless the page has a use for Tab where the keys are."""
        self._turn_pane(1)

    def do_pane_back(self) -> None:
        """Shift+Tab."""
        self._turn_pane(-1)

    def _turn_pane(self, step: int) -> None:
        if self.screen.is_modal:
            turn = getattr(self.screen, "turn", None)
            if turn is not None:
                turn(step)
            return
        if self.page is None or self.page.tab(step):
            return
        lists: list[Widget] = list(self.page.lists())
        if not lists:
            return
        at = lists.index(self.focused) if self.focused in lists else (-1 if step > 0 else 0)
        self.screen.set_focus(lists[(at + step) % len(lists)], scroll_visible=False)

    @override
    def do_unit(self) -> None:
        """`u`: amounts in the next unit, everywhere."""
        self.desk.unit = (self.desk.unit + 1) % len(UNITS)
        for page in self.shown_pages():
            page.stale = True
        self.freshen()
        self.show_where()

    def do_suspend(self) -> None:
        """Ctrl+Z: back to the shell, which has us go on by `fg`."""
        pause = getattr(self._driver, "pause", None)
        self._suspend_signal()
        if pause is None or not pause():
            self.note(self.desk.say("suspend.nowhere"))

    def do_quit(self) -> None:
        """`q`."""
        self.exit(0)
