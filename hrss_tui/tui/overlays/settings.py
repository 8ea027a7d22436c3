"""Settings inside the program: what is chosen now, themes tried on while the cursor walks over them, a key pressed.

The boxes only ask; the program carries out and keeps what was chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static
from typing_extensions import override

from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.keys.actions import ACTIONS, BY_ID, page_of, written
from hrss_tui.tui.overlays.base import Overlay
from hrss_tui.tui.paint.lines import BLANK, Line, Seg, line
from hrss_tui.tui.paint.text import cells, content, pad
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows

NAMES = ("theme", "lang", "unit", "ascii", "clipboard", "keys")
"""What can be set, in the order of the box; each has its words `settings.NAME` and `settings.NAME.means`."""


class ListScreen(Overlay[str]):
    """A box with a list; dismissed with the target of the line that is opened."""

    BOX: ClassVar[str] = ""

    def __init__(self, desk: Desk, lines: Sequence[Line], here: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.lines = lines
        self.here = here

    @override
    def compose(self) -> ComposeResult:
        """One pane."""
        yield Pane(self.desk.signs, title=self.desk.say(f"{self.BOX}.title"), id=self.BOX)

    def on_mount(self) -> None:
        """The cursor on what was chosen last."""
        pane = self.query_one(Pane)
        targets = [one.target for one in self.lines]
        pane.load(self.lines, targets.index(self.here) if self.here and self.here in targets else 0)
        self.set_focus(pane, scroll_visible=False)

    @property
    def chosen(self) -> str:
        """What the cursor stands on."""
        current = self.query_one(Pane).current
        return current.target if current is not None else ""

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        event.prevent_default()
        if self.chosen:
            self.leave(self.chosen)


class SettingsScreen(ListScreen):
    """What can be set; dismissed with the name of one."""

    BOX = "settings"

    def __init__(self, desk: Desk, theme: str, path: Path | None, here: str = "") -> None:
        super().__init__(desk, setting_lines(desk, theme, path), here)


def setting_lines(desk: Desk, theme: str, path: Path | None) -> list[Line]:
    """A line per setting with what is chosen, and where it is kept."""
    say = desk.say
    values = {
        "theme": theme,
        "lang": say("settings.own_name"),
        "unit": desk.unit_name,
        "ascii": say("settings.on" if not desk.signs.halves else "settings.off"),
        "clipboard": say("settings.on" if desk.programs else "settings.off"),
        "keys": say("settings.keys.count", count=len(desk.keys)),
    }
    wide = max(cells(say(f"settings.{name}")) for name in NAMES)
    room = max(map(cells, values.values()))
    rows = [
        line(
            f"{pad(say(f'settings.{name}'), wide)}  ",
            Seg(pad(values[name], room), "strong"),
            Seg(f"  {say(f'settings.{name}.means')}", "dim"),
            target=name,
            indent=wide + 2,
        )
        for name in NAMES
    ]
    kept = say("settings.kept", path=str(path)) if path is not None else say("settings.nowhere")
    return [*rows, BLANK, line(Seg(say("settings.hint"), "dim")), line(Seg(kept, "dim"))]


class ThemeScreen(ListScreen):
    """Themes; the one under the cursor is tried on at once. Dismissed with its name."""

    BOX = "themes"

    def __init__(self, desk: Desk, themes: Sequence[str], here: str, try_on: Callable[[str], None]) -> None:
        super().__init__(desk, [line(name, target=name) for name in themes], here)
        self.try_on = try_on

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        if self.chosen and not isinstance(event, Rows.Opened):
            self.try_on(self.chosen)


class KeysScreen(ListScreen):
    """What keys do; dismissed with the id of an action that is to have another key, or `shipped:ID`."""

    BOX = "keys"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete,backspace", "shipped", show=False)]

    def __init__(self, desk: Desk, here: str = "") -> None:
        super().__init__(desk, key_lines(desk), here)

    def action_shipped(self) -> None:
        """The key under the cursor as the program comes."""
        if self.chosen:
            self.leave(f"shipped:{self.chosen}")


def key_lines(desk: Desk) -> list[Line]:
    """A line per action: its key, what it does, and the key it came with where that is another."""
    wide = max(cells(desk.key(action)) for action in ACTIONS) + 2
    return [
        *(
            line(
                Seg(pad(desk.signs.plain(desk.key(action)), wide), "key"),
                action_words(desk, action.id),
                Seg(
                    f"  {desk.say('settings.shipped', pressed=action.key)}" if action.id in desk.keys else "",
                    "dim",
                ),
                target=action.id,
                indent=wide,
            )
            for action in ACTIONS
        ),
        BLANK,
        line(Seg(desk.say("keys.hint"), "dim")),
    ]


def action_words(desk: Desk, action: str) -> str:
    """What an action does, wherever one is."""
    return desk.action_help(BY_ID[action], page_of(action))


class KeyScreen(Overlay[str]):
    """Waits for a key; dismissed with its name."""

    def __init__(self, desk: Desk, action: str) -> None:
        super().__init__()
        self.desk = desk
        self.action = action

    def compose(self) -> ComposeResult:
        """A sentence that says which."""
        own = BY_ID[self.action]
        yield Capture(
            self.desk.say("settings.press", does=action_words(self.desk, own.id), pressed=self.desk.key(own))
        )

    def on_mount(self) -> None:
        """All keys go there."""
        self.set_focus(self.query_one(Capture), scroll_visible=False)


class Capture(Static, can_focus=True):
    """Takes whatever key is pressed; Esc is the one that leaves things as they are."""

    def __init__(self, text: str) -> None:
        super().__init__(content(text), id="capture")

    def takes(self, key: str, printable: bool) -> bool:
        """Every key is for this."""
        return True

    def on_key(self, event: events.Key) -> None:
        """Leave with it."""
        event.stop()
        event.prevent_default()
        screen = self.screen
        if isinstance(screen, KeyScreen):
            screen.leave(None if event.key in ("escape", "ctrl+c") else event.key)


def key_name(key: str) -> str:
    """A key as people write it."""
    return written(key)
