"""What is shown over a page, and what leaves the program: notices, help, the palette, export, copying."""

from __future__ import annotations

from contextlib import suppress

from textual import on
from textual.css.query import NoMatches
from textual.widgets._toast import ToastRack
from typing_extensions import override

from hrss_tui.tui.frame.copying import CopyingApp
from hrss_tui.tui.keys.actions import ACTIONS, BY_ID, Action
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.paint.text import content


class TakingApp(CopyingApp):
    """An application that says something in passing, opens boxes over its pages and gives away what they show."""

    def applies(self, action: str) -> bool:
        """Whether an action does something now."""
        raise NotImplementedError

    @override
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

    def action_help_quit(self) -> None:
        """Ctrl+C, to which the toolkit binds this; in a field the key that quits is a letter like others."""
        from hrss_tui.tui.widgets.field import Field  # the first frame has none and does without it

        how = "quit.how_typing" if isinstance(self.focused, Field) else "quit.how"
        self.note(self.desk.say(how, quit=self.desk.key(BY_ID["quit"])))

    @on(Page.Note)
    def _page_note(self, event: Page.Note) -> None:
        self.note(event.text)

    # Boxes.

    @on(Page.Choose)
    async def _page_choose(self, event: Page.Choose) -> None:
        from hrss_tui.tui.overlays.chooser import ChooserScreen

        self.dress()
        await self.push_screen(ChooserScreen(self.desk, event.entries, self.view_string()), self.command)

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
            await self.push_screen(PaletteScreen(self.desk, self.page.NAME, self._here()), self.command)

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
        """`y`: the value, its citation and the view string."""
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
        self.give(text, " ".join(taken.value.split()))
