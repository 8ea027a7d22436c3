"""Going back to what was seen: bookmarks with a note and the last places, of this session and of earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from typing_extensions import override

from hrss_tui.errors import UsageError
from hrss_tui.locations import bookmarks_path, history_path
from hrss_tui.tui.frame.bars import crumb_items
from hrss_tui.tui.frame.going import GoingApp
from hrss_tui.tui.keys.actions import BY_ID
from hrss_tui.tui.keys.kept import Place, add_bookmark, distinct, drop_bookmark, read_places, why_unread
from hrss_tui.words import spoken


class RecallingApp(GoingApp):
    """An application that knows where its reader has been, by what the places are called."""

    @override
    def show_where(self) -> None:
        """Note what the place is called."""
        if self.page is not None:
            crumbs = (item.text for item in crumb_items(self.desk, self.page))
            self.history.call(f" {self.desk.signs.crumb} ".join(crumbs))

    async def command(self, command: str | None) -> None:
        """Carry out what was chosen in a box."""
        raise NotImplementedError

    def seen_places(self) -> list[Place]:
        """The places of this session, the newest first, as those of its package."""
        return [place._replace(pack=self.desk.pack_key) for place in self.history.places()]

    def last_places(self) -> list[Place]:
        """All places but the one that is shown, the newest first."""
        places = distinct(
            self._said([*self.seen_places(), *read_places(history_path(), pack=self.desk.pack_key)])
        )
        return places[1:] if self.history.current is not None else places

    async def do_places(self) -> None:
        """Bookmarks and the last places."""
        from hrss_tui.tui.overlays.places import PlacesScreen

        bookmarks, places = self._marked(), self.last_places()
        unread = why_unread(bookmarks_path())
        if unread is not None:
            self.note(spoken(unread, "en" if self.desk.lang == "en" else "zh"))
        elif not bookmarks and not places:
            self.note(self.desk.say("places.nothing"))
        if not bookmarks and not places:
            return
        self.dress()
        await self.push_screen(PlacesScreen(self.desk, bookmarks, places), self._recalled)

    async def _recalled(self, chosen: str | None) -> None:
        what, _, view = (chosen or "").partition(":")
        if what == "drop":
            self._bookmarks(lambda: drop_bookmark(view, bookmarks_path(), self.desk.pack_key))
            await self.do_places()
        else:
            await self.command(chosen)

    async def do_bookmark(self) -> None:
        """Keep the place that is shown, with a note."""
        from hrss_tui.tui.overlays.places import BookmarkScreen

        if self.history.current is None:
            return
        here = self.seen_places()[0]
        known = next((one for one in self._marked() if one.view == here.view), here)
        place = known._replace(title=here.title)

        def noted(note: str | None) -> None:
            if note is not None and self._bookmarks(
                lambda: add_bookmark(place._replace(note=note), bookmarks_path())
            ):
                self.note(self.desk.say("bookmark.done", pressed=self.desk.key(BY_ID["places"])))

        self.dress()
        await self.push_screen(BookmarkScreen(self.desk, place), noted)

    def _marked(self) -> list[Place]:
        """The bookmarks of this package."""
        return self._said(read_places(bookmarks_path(), pack=self.desk.pack_key))

    def _said(self, places: Iterable[Place]) -> list[Place]:
        """The places by what they are called in the language that holds now."""
        from hrss_tui.tui.desk.renamed import renamed

        return [place._replace(title=renamed(self.desk, place.title)) for place in places]

    def _bookmarks(self, change: Callable[[], None]) -> bool:
        """Change the file; where that cannot be it is said."""
        try:
            change()
        except UsageError as error:
            self.note(spoken(error.message, "en" if self.desk.lang == "en" else "zh"))
            return False
        return True
