"""The frame: page keys on top, breadcrumbs, the page, the footer; history; actions handed to the page shown."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets._toast import ToastRack

from hrss_tui.errors import PackError, UsageError
from hrss_tui.query.views import PAGES, View, format_view, parse_view
from hrss_tui.tui.desk.desk import UNITS, Desk
from hrss_tui.tui.frame.navigate import History
from hrss_tui.tui.frame.pages import load_page, room_of
from hrss_tui.tui.frame.starting import NEEDED, StartingApp, layout
from hrss_tui.tui.keys.actions import ACTIONS, BY_ID, PAGE_KEYS, Action, bindings, page_of
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.paint.glyphs import ASCII
from hrss_tui.tui.paint.legible import Legible
from hrss_tui.tui.paint.styles import without_colours
from hrss_tui.tui.paint.text import content, cut
from hrss_tui.tui.widgets.bar import Bar, Item
from hrss_tui.tui.widgets.rows import Rows

NOTE_FRAME = 4
"""Columns of a notice that are not its text."""


def _prompt(driver: type[Driver]) -> type[Driver]:
    """The driver that quits at once, where the plain one of Unix terminals would be used."""
    if driver.__name__ != "LinuxDriver":
        return driver
    from hrss_tui.tui.frame.leaving import PromptDriver

    return PromptDriver


def _command(crumb: str) -> str:
    """What a click on a crumb does: an action, or going to a view."""
    return crumb if crumb.startswith("do:") or not crumb else f"view:{crumb}"


class Explorer(StartingApp):
    """The program. It knows pages by name only and reads no files."""

    TITLE = "hrss-tui"
    CSS_PATH = "explorer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("app", "page"))
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    """Lines drawn by themselves have nothing the toolkit could select, and a click on what is just going ends it."""

    def __init__(self, desk: Desk, first: View, theme: str | None = None) -> None:
        super().__init__(desk, first)
        self.driver_class = _prompt(self.driver_class)
        self.animation_level = "none"
        if self.no_color:
            self._filters = without_colours(self._filters)
        else:
            self._filters.append(Legible(self))
        self.history = History()
        self._rooms: dict[str, str] = {}  # name of a page → the one of that name that was shown last
        if theme in self.available_themes:
            self.theme = str(theme)
        self.set_keymap(desk.keys)
        self.set_class(desk.signs is ASCII, "ascii")

    def compose(self) -> ComposeResult:
        """The frame, with the first page where there is something to show on it: no frame waits for data."""
        signs = self.desk.signs
        yield Bar(signs, id="tabs")
        yield Bar(signs, gap=f" {signs.crumb} ", id="crumbs")
        yield Static(id="small")
        yield Container(*self.first_page(), id="body")
        yield Bar(signs, id="footer")

    def show_frame(self) -> None:
        """The names of the pages."""
        self._show_tabs(self.first.page)

    # Going places.

    async def go(self, target: View, *, visit: bool = True, bare: bool = False) -> None:
        """Show a view; `bare` shows its page as it was left."""
        with self.in_one_paint():
            page = await self._page(room_of(self.desk, target) if not bare else self._rooms[target.page])
            if self._dom_ready:
                self.settle(page, rounds=1)  # so that what is shown is put where the sizes are known
            try:
                if not bare:
                    page.show(target)
            except (UsageError, PackError) as error:
                self.note(str(error))
            if visit:
                self.history.visit(page.current())
            else:
                self.history.replace(page.current())
            page.focus_home()
            self._show_where()
            if self._dom_ready:
                self.settle(page)

    async def _page(self, name: str) -> Page:
        """The page of a name, mounted at the first visit, in front of the others."""
        self._remember_focus()
        body = self.query_one("#body")
        found = body.query(f"#page-{name}")
        if found:
            page = found.first(Page)
        else:
            if name != "overview":
                self.dress()
            page = load_page(name)(self.desk)
            await body.mount(page)
        for other in body.children:
            other.display = other is page
        if page is not self.page:
            self.clear_notifications()
        self.page = page
        self._rooms[page.NAME] = name
        return page

    def _remember_focus(self) -> None:
        if self.page is not None and self.focused is not None and self.focused in self.page.query("*"):
            self.page.last_focus = self.focused

    @on(Page.Go)
    async def _page_go(self, event: Page.Go) -> None:
        await self.go(event.target)

    @on(Page.Went)
    def _page_went(self, event: Page.Went) -> None:
        if self.page is None:
            return
        if event.visit:
            self.history.visit(self.page.current())
        else:
            self.history.replace(self.page.current())
        self._show_where()

    @on(Page.Choose)
    async def _page_choose(self, event: Page.Choose) -> None:
        from hrss_tui.tui.overlays.chooser import ChooserScreen

        self.dress()
        await self.push_screen(ChooserScreen(self.desk, event.entries, self.view_string()), self._command)

    @on(Page.Note)
    def _page_note(self, event: Page.Note) -> None:
        self.note(event.text)

    def note(self, text: str) -> None:
        """Say something in passing, in place of what was said before."""
        self.clear_notifications()
        self.notify(content(text).plain, markup=False, timeout=4)

    def clear_notifications(self) -> None:
        """Take away what was said, with the boxes around it: the toolkit leaves these, one for each, for ever."""
        super().clear_notifications()
        for screen in self.screen_stack:
            with suppress(NoMatches):
                screen.get_child_by_type(ToastRack).remove_children()

    # The frame.

    def _show_where(self) -> None:
        page = self.page
        if page is None:
            return
        self._show_tabs(page.NAME)
        say = self.desk.say
        path = [(say(f"page.{page.NAME}"), page.NAME), *page.crumbs()]
        self.query_one("#crumbs", Bar).load(
            [Item(text, _command(target), "dim", keep=True) for text, target in path[:-1]]
            + [Item(text, _command(target), "strong", keep=True) for text, target in path[-1:]]
        )
        self._show_footer()

    def _show_tabs(self, name: str) -> None:
        say = self.desk.say
        self.query_one("#tabs", Bar).load(
            [
                Item(
                    f"{action.keys} {say(f'page.{page}')}",
                    f"do:{action.id}",
                    "here" if page == name else "tab",
                )
                for action, page in zip(PAGE_KEYS, PAGES, strict=True)
            ]
        )

    def _show_footer(self) -> None:
        page = self.page.NAME if self.page is not None else ""
        shown = sorted(
            (action for action in ACTIONS if action.footer and self.applies(action.id)),
            key=lambda a: a.footer,
        )
        last = ("help", "palette", "quit")
        self.query_one("#footer", Bar).load(
            [
                Item(
                    self.desk.action_name(action, page),
                    f"do:{action.id}",
                    "",
                    self.desk.footer_key(action),
                    action.id in last,
                )
                for action in shown
            ]
        )

    def applies(self, action: str) -> bool:
        """Whether an action does something now."""
        known = BY_ID[action]
        if known.scope == "page":
            return self.page is not None and self.page.applies(action)
        if action in ("pane", "pane_back"):
            return self.page is not None and len(self.page.query(Rows)) > 1
        if action in ("back", "forward"):
            return self.history.can_move(-1 if action == "back" else 1)
        return True

    @on(Bar.Chosen)
    async def _bar_chosen(self, event: Bar.Chosen) -> None:
        kind, _, what = event.command.partition(":")
        if kind == "view":
            try:
                await self.go(parse_view(what))
            except UsageError as error:
                self.note(str(error))
        elif kind == "do":
            await self.action_do(what)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What applies depends on where the keys go; at the end the footer may be gone already."""
        with suppress(NoMatches):
            self._show_footer()

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
        for name in ("narrow", "short", "small"):
            frame.set_class(name in here, name)
        if "small" in here:
            needed = {"need_width": NEEDED[0], "need_height": NEEDED[1]}
            text = self.desk.say("too_small", width=size.width, height=size.height, **needed)
            frame.query_one("#small", Static).update(content(text))

    def _resized(self) -> None:
        if self.page is not None:
            self.settle(self.page)
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
        return await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key)

    def action_help_quit(self) -> None:
        """Ctrl+C, to which the toolkit binds this."""
        self.note(self.desk.say("quit.how", quit=self.desk.key(BY_ID["quit"])))

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
            await self._to_page(page)
        elif BY_ID[action].scope == "list":
            self._list_action(action)
        elif self.page is not None and self.page.applies(action):
            getattr(self.page, f"do_{action}")()
            self._show_footer()

    def _list_action(self, action: str) -> None:
        move = getattr(self.focused, "action_move", None)
        if move is not None:
            move(action)

    async def _to_page(self, name: str) -> None:
        await self.go(View(name), bare=name in self._rooms)

    async def do_search(self) -> None:
        """`/` from anywhere."""
        await self._to_page("search")
        if self.page is not None:
            self.page.do_filter()

    def do_close(self) -> None:
        """Esc: what was said in passing, and what the page has open."""
        self.clear_notifications()
        if self.page is not None:
            self.page.close()
            self._show_footer()

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

    def do_pane(self) -> None:
        """Tab: the next list, unless the page has a use for Tab where the keys are."""
        self._turn_pane(1)

    def do_pane_back(self) -> None:
        """Shift+Tab."""
        self._turn_pane(-1)

    def _turn_pane(self, step: int) -> None:
        if self.screen.is_modal:
            (self.screen.focus_next if step > 0 else self.screen.focus_previous)()
            return
        if self.page is None or self.page.tab(step):
            return
        lists: list[Widget] = list(self.page.lists())
        if not lists:
            return
        at = lists.index(self.focused) if self.focused in lists else (-1 if step > 0 else 0)
        lists[(at + step) % len(lists)].focus(scroll_visible=False)

    def do_unit(self) -> None:
        """`u`: amounts in the next unit, everywhere."""
        self.desk.unit = (self.desk.unit + 1) % len(UNITS)
        for page in self.query(Page):
            page.unit_changed()
        self._show_where()

    # Overlays.

    def _here(self) -> list[Action]:
        """The actions that do something now."""
        return [action for action in ACTIONS if action.scope != "list" and self.applies(action.id)]

    async def do_help(self) -> None:
        """`?`: about what has the focus."""
        from hrss_tui.tui.overlays.help import HelpScreen

        if self.page is not None:
            self.dress()
            await self.push_screen(HelpScreen(self.desk, self.page.NAME, self.page.help_key(), self._here()))

    async def do_palette(self) -> None:
        """Ctrl+P."""
        from hrss_tui.tui.overlays.palette import PaletteScreen

        if self.page is not None:
            self.dress()
            await self.push_screen(PaletteScreen(self.desk, self.page.NAME, self._here()), self._command)

    async def _command(self, command: str | None) -> None:
        if command:
            await self._bar_chosen(Bar.Chosen(command))

    async def do_export(self) -> None:
        """`e`."""
        from hrss_tui.tui.overlays.export import ExportScreen
        from hrss_tui.tui.taking.grids import with_pages

        grid = self.page.grid() if self.page is not None else None
        if grid is None:
            self.note(self.desk.say("export.nothing"))
        else:
            self.dress()
            grid = with_pages(self.desk.say, grid, self.desk.leaf_of)
            await self.push_screen(ExportScreen(self.desk, grid), self._exported)

    def _exported(self, path: str | None) -> None:
        if path:
            self.note(self.desk.say("export.done", path=path))

    def do_copy(self) -> None:
        """`y`: the value, its citation and the view string, through the terminal."""
        from hrss_tui.tui.taking import clipboard

        taken = self.page.taken() if self.page is not None else None
        if taken is None:
            self.note(self.desk.say("copy.nothing"))
            return
        text = "\n".join(
            part
            for part in (
                taken.value,
                self.desk.citation(taken.record) or self.desk.citation(taken.source),
                self.view_string(),
            )
            if part
        )
        written = clipboard.sequence(clipboard.inert(text), os.environ)
        if written is None:
            self.note(self.desk.say("copy.long", limit=clipboard.LIMIT))
        elif self._driver is not None:
            self._driver.write(written)
            said = f"{self.desk.say(clipboard.way(os.environ))}  {' '.join(taken.value.split())}"
            self.note(cut(said, self.size.width * 9 // 10 - NOTE_FRAME, self.desk.signs.ellipsis))

    def do_quit(self) -> None:
        """`q`."""
        self.exit(0)

    def view_string(self) -> str:
        """The view string of what is shown."""
        return format_view(self.page.current()) if self.page is not None else ""
