"""Settings carried out: tried on at once, kept in the file for the next time, and said where they cannot be."""

from __future__ import annotations

from collections.abc import Mapping

from hrss_tui.errors import UsageError
from hrss_tui.locations import config_path
from hrss_tui.tui.desk.desk import UNITS, Desk
from hrss_tui.tui.frame.taking import TakingApp
from hrss_tui.tui.paint.glyphs import ASCII, glyphs
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.words import Lang, spoken, words


class ChoosingApp(TakingApp):
    """An application in which a reader chooses theme, language, unit, signs and keys."""

    async def do_settings(self) -> None:
        """What can be set."""
        await self._settings("")

    async def _settings(self, here: str) -> None:
        from hrss_tui.tui.overlays.settings import SettingsScreen

        self.dress()
        box = SettingsScreen(self.desk, self.theme, config_path(), here)
        await self.push_screen(box, self._setting_chosen)

    async def _setting_chosen(self, name: str | None) -> None:
        """Go on with what was chosen, and come back to the box."""
        if name == "theme":
            await self._themes()
        elif name == "keys":
            await self._keys("")
        elif name is not None:
            await getattr(self, f"_turn_{name}")()
            await self._settings(name)

    async def _turn_lang(self) -> None:
        lang: Lang = "zh" if self.desk.lang == "en" else "en"
        await self.remake(self.desk.changed(lang=lang, words=words(lang)))
        self._keep("lang", lang)

    async def _turn_ascii(self) -> None:
        plain = self.desk.signs is not ASCII
        await self.remake(self.desk.changed(signs=glyphs(plain)))
        self._keep("ascii", plain)

    async def _turn_unit(self) -> None:
        self.do_unit()
        self._keep("unit", UNITS[self.desk.unit][0])

    async def _turn_clipboard(self) -> None:
        self.desk.programs = not self.desk.programs
        self._keep("clipboard", self.desk.programs)

    def do_unit(self) -> None:
        """Amounts in the next unit."""
        raise NotImplementedError

    def _keep(self, name: str, value: str | bool | None, table: str = "") -> None:
        """Keep a setting for the next time; where that cannot be it holds until the end, and that is said."""
        from hrss_tui.tui.keys.changing import save_setting

        path = config_path()
        lang: Lang = "en" if self.desk.lang == "en" else "zh"
        try:
            if path is not None:
                save_setting(path, name, value, table)
        except UsageError as error:
            self.note(self.desk.say("settings.once", error=spoken(error.message, lang)))

    # Themes.

    async def _themes(self) -> None:
        from hrss_tui.tui.overlays.settings import ThemeScreen

        before = self.theme

        async def chosen(name: str | None) -> None:
            self._try_on(name or before)
            if name is not None:
                self._keep("theme", name)
            await self._settings("theme")

        box = ThemeScreen(self.desk, sorted(self.available_themes), before, self._try_on)
        await self.push_screen(box, chosen)

    def _try_on(self, theme: str) -> None:
        self.theme = theme

    # Keys.

    async def _keys(self, here: str) -> None:
        from hrss_tui.tui.overlays.settings import KeysScreen

        await self.push_screen(KeysScreen(self.desk, here), self._key_chosen)

    async def _key_chosen(self, chosen: str | None) -> None:
        from hrss_tui.tui.overlays.settings import KeyScreen

        if chosen is None:
            await self._settings("keys")
            return
        shipped, _, action = chosen.rpartition(":")
        if shipped:
            self._set_key(action, None)
            await self._keys(action)
            return

        async def pressed(key: str | None) -> None:
            if key is not None:
                self._set_key(action, key)
            await self._keys(action)

        await self.push_screen(KeyScreen(self.desk, action), pressed)

    def _set_key(self, action: str, key: str | None) -> None:
        """Give an action a key, or the one it came with; not one that another has."""
        from hrss_tui.tui.keys.actions import BY_ID
        from hrss_tui.tui.keys.checking import holder, is_key
        from hrss_tui.tui.overlays.settings import action_words, key_name

        keys = {name: own for name, own in self.desk.keys.items() if name != action}
        if key is not None and not is_key(key):
            self.note(self.desk.say("settings.no_key", pressed=key))
            return
        wanted = (key or BY_ID[action].keys).split(",")
        other = next((found for one in wanted if (found := holder(one, keys, action))), "")
        if other:
            does = action_words(self.desk, other)
            self.note(self.desk.say("settings.taken", pressed=key_name(key or BY_ID[action].keys), does=does))
            return
        self._use_keys({**keys, action: key} if key is not None else keys)
        self._keep(action, key, "keys")

    def _use_keys(self, keys: Mapping[str, str]) -> None:
        self.desk.keys = dict(keys)
        self.set_keymap(self.desk.keys)
        self.show_where()

    # All anew.

    async def remake(self, desk: Desk) -> None:
        """Show the same place in other words or signs: every page is made anew, and stands as it was left."""
        from hrss_tui.tui.page.left import left

        target = self.page.current() if self.page is not None else self.first
        had = self._keys_in()
        was = left(self.page, had) if self.page is not None else None
        others = {
            page.NAME: (page.current(), left(page)) for page in self.shown_pages() if page is not self.page
        }
        with self.in_one_paint():
            await self._body.remove_children()
            self._rooms.clear()
            self.page, self.desk = None, desk
            self.set_class(desk.signs is ASCII, "ascii")
            for bar in self.query(Bar):
                bar.use(desk.signs)
            if was is not None:
                await self.go_as_left(target, was, visit=False)
            else:
                await self.go(target, visit=False)
            self._left |= others
            self._give_keys(had)

    def _keys_in(self) -> str:
        """The id of what has the keys on the page; empty where nothing has."""
        focused = self.screen_stack[0].focused
        inside = self.page is not None and focused is not None and self.page in focused.ancestors
        return (focused.id or "") if inside and focused is not None else ""

    def _give_keys(self, wanted: str) -> None:
        """The keys to what has this id, where the page shows it: what is pressed next is not typed into a field."""
        found = self.page.query(f"#{wanted}") if self.page is not None and wanted else ()
        for one in found:
            if one.focusable:
                self.screen_stack[0].set_focus(one, scroll_visible=False)
