"""What is shown over a page, and what leaves the program: notices, help, the palette, export, copying."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.css.query import NoMatches
from textual.widgets._toast import ToastRack
from typing_extensions import override

from hrss_tui.tui.frame.copying import CopyingApp
from hrss_tui.tui.keys.actions import ACTIONS, BY_ID, Action
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.paint.text import content
from hrss_tui.words import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrss_tui.export.shown.sheet import Sheet
    from hrss_tui.tui.desk.entries import Entry
    from hrss_tui.tui.taking.grids import Grid


class TakingApp(CopyingApp):
    """An application that says something in passing, opens boxes over its pages and gives away what they show."""

    copied_row = ""
    """What `Y` copied last: when it is asked for again, the whole table is."""

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
        await self.choose(event.entries)

    async def choose(self, entries: Sequence[Entry]) -> None:
        """Let one of some entries be chosen."""
        from hrss_tui.tui.overlays.chooser import ChooserScreen

        self.dress()
        page = (self.page.ROOM or self.page.NAME) if self.page is not None else ""
        await self.push_screen(ChooserScreen(self.desk, entries, self.view_string(), page), self.command)

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
        from hrss_tui.tui.frame.parts import part_entries
        from hrss_tui.tui.overlays.palette import PaletteScreen

        if self.page is not None:
            self.dress()
            parts = partial(part_entries, self.desk, self.page)
            box = PaletteScreen(self.desk, self.page.NAME, self._here(), parts)
            await self.push_screen(box, self.command)

    async def do_export(self) -> None:
        """`e`."""
        from hrss_tui.tui.overlays.export import ExportScreen
        from hrss_tui.tui.taking.exporting import FORMATS, render, tabbed
        from hrss_tui.tui.taking.grids import with_pages

        page = self.page
        grid = page.grid() if page is not None else None
        if page is None or grid is None:
            self.note(self.desk.say("export.nothing"))
            return
        whole = with_pages(self.desk.say, grid, self.desk.leaf_of)
        self.dress()
        screen = ExportScreen(
            self.desk,
            self.desk.say("export.title", rows=len(grid.rows))
            + self._beside(page)
            + self._picture_named(page),
            f"hrss-{grid.name}",
            FORMATS,
            lambda suffix: render(whole, suffix, lambda: self._sheet(page, whole, suffix)),
            clip=lambda: tabbed(whole),
        )
        await self.push_screen(screen, self._exported)

    def _beside(self, page: Page) -> str:
        """What there is beyond the rows that are taken away."""
        more = page.left_out()
        return self.desk.say("export.left_out", more=more) if more else ""

    def _picture_named(self, page: Page) -> str:
        """What the picture of a page shows, where that is something else than its table."""
        title = next((picture.title for picture in page.pictures()), "")
        return self.desk.say("export.picture", title=title) if title else ""

    def _sheet(self, page: Page, grid: Grid, suffix: str) -> Sheet:
        """What is on screen for others to look at; a file that is a picture draws what is no chart, too."""
        from msgspec.structs import replace

        from hrss_tui.tui.taking.sheets import sheet_of

        path = [self.desk.say(f"page.{page.NAME}"), *(text for text, _ in page.crumbs())]
        pictures = page.pictures() or (page.drawn() if suffix.casefold() == ".svg" else page.besides())
        notes = tuple(filter(None, [page.left_out()]))
        return replace(sheet_of(self.desk, path, self.view_string(), grid, pictures), notes=notes)

    async def do_evidence(self) -> None:
        """`E`: a page that shows that what the cursor stands on is so."""
        from hrss_tui.tui.overlays.export import ExportScreen
        from hrss_tui.tui.taking.proofs import ENDINGS, file_of, name_of

        found = self.page.proof() if self.page is not None else None
        if found is None:
            self.note(self.desk.say("evidence.nothing"))
            return
        self.dress()
        screen = ExportScreen(
            self.desk,
            self.desk.say(
                "evidence.title", what=spoken(found.title, "en" if self.desk.lang == "en" else "zh")
            ),
            name_of(found),
            ENDINGS,
            lambda suffix: file_of(self.desk, found, suffix),
        )
        await self.push_screen(screen, self._exported)

    def _exported(self, taken: tuple[str, str] | None) -> None:
        """A file was written, or a text is to go to the clipboard."""
        if taken is None:
            return
        path, text = taken
        if path:
            self.note(self.desk.say("export.done", path=path))
        else:
            self.give(text, self.desk.say("taken.clipboard", rows=text.count("\n")))

    def do_copy(self) -> None:
        """`y`: the value, its citation and the view string."""
        taken = self.page.taken() if self.page is not None else None
        if taken is None:
            self.note(self.desk.say("copy.nothing"))
            return
        cited = self.desk.citation(taken.record) or self.desk.citation(taken.source)
        text = "\n".join(part for part in (taken.value, cited, self.view_string()) if part)
        self.give(taken.note or text, " ".join(taken.value.split()))

    def do_copy_row(self) -> None:
        """`Y`: the row with its units and its place; again, the whole table."""
        from hrss_tui.tui.taking.exporting import tabbed
        from hrss_tui.tui.taking.grids import with_pages, with_units

        row = self.page.row_grid() if self.page is not None else None
        if row is None or self.page is None:
            self.note(self.desk.say("copy.nothing"))
            return
        row = with_pages(self.desk.say, with_units(row), self.desk.leaf_of)
        text = tabbed(row).partition("\n")[2]
        if text != self.copied_row:
            self.copied_row = text
            self.give(text, self.desk.say("taken.row", again=self.desk.key(BY_ID["copy_row"])))
            return
        self.copied_row = ""
        whole = with_pages(self.desk.say, self.page.grid() or row, self.desk.leaf_of)
        self.give(tabbed(whole), self.desk.say("taken.clipboard", rows=len(whole.rows)))
