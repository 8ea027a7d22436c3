"""The one registry of what keys do: bindings, footer, help, palette and the references' key tables are made of it.

An action has the same key everywhere it applies. `scope` says who carries it out: the program (`app`), the
page that is shown (`page`) or the list that has the focus (`list`). A page carries out action `x` by a method
`do_x`; whether it applies right now the page says itself.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

from hrss_tui.query.views import PAGES


class Action(NamedTuple):
    """One thing a user can do.

    `id` names it in the keymap and, as `key_ID` and `help_ID`, in the words; `keys` are Textual key names,
    the first is shown; `footer` orders the footer (0: not there); `shown` is how the footer writes a pair of keys;
    `priority` takes the key before the toolkit's own use of it.
    """

    id: str
    keys: str
    scope: str = "page"
    footer: int = 0
    shown: str = ""
    priority: bool = False

    @property
    def footer_key(self) -> str:
        """The key as the footer writes it, where an action stands there for a pair."""
        return self.shown or self.key

    @property
    def key(self) -> str:
        """The key as people write it."""
        return written(self.keys)


def written(keys: str) -> str:
    """The first of some Textual key names as people write it."""
    first = keys.split(",", maxsplit=1)[0].strip()
    return _NAMES.get(first, first)


_NAMES = {
    "enter": "Enter", "backspace": "Backspace", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab",
    "slash": "/", "equals_sign": "=", "comma": ",", "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]",
    "ctrl+p": "Ctrl+P", "ctrl+z": "Ctrl+Z", "ctrl+left": "Ctrl+←", "ctrl+right": "Ctrl+→", "space": "Space",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PageUp", "pagedown": "PageDown",
    "home": "Home", "end": "End",
}  # fmt: skip

PAGE_KEYS = tuple(
    # `search` is what goes into the box, on every page.
    Action("search_page" if page == "search" else page, str(number), "app")
    for number, page in enumerate(PAGES, 1)
)
"""The actions that open the pages, in order; their words are made of the names of the pages."""

ACTIONS: tuple[Action, ...] = (
    *PAGE_KEYS,
    Action("search", "slash", "app", 20),
    Action("filter", "f", "page", 30),
    Action("open", "enter", "list", 10),
    Action("parent", "backspace", "page", 55),
    Action("close", "escape", "app"),
    Action("source", "s", "page", 50),
    Action("original", "o", "page"),
    Action("copy", "y", "app", 60, "y Y"),
    Action("copy_row", "Y", "app"),
    Action("export", "e", "app", 92),
    Action("evidence", "E", "app", 93),
    Action("unit", "u", "page", 80),
    Action("sort_left", "left_square_bracket", "page", 0),
    Action("sort_right", "right_square_bracket", "page", 70, "[ ]"),
    Action("sums", "equals_sign", "page", 72),
    Action("next_hit", "n", "page", 40, "n N"),
    Action("previous_hit", "N", "page"),
    Action("part", "t", "page", 46, "t"),
    Action("part_back", "T", "page"),
    Action("choose", "d", "page", 45),
    Action("order", "b", "page", 48),
    Action("mode", "m", "page", 47),
    Action("group", "g", "page", 49),
    Action("mark", "space", "page", 44),
    Action("numbers", "l", "page", 75),
    Action("back", "ctrl+left,alt+left", "app"),
    Action("forward", "ctrl+right,alt+right", "app"),
    Action("pane", "tab", "app", 90, priority=True),
    Action("pane_back", "shift+tab", "app", priority=True),
    Action("places", "p", "app"),
    Action("bookmark", "a", "app"),
    Action("settings", "comma", "app"),
    Action("help", "question_mark,f1", "app", 95),
    Action("palette", "ctrl+p", "app", 96, "^P"),
    Action("suspend", "ctrl+z", "app", priority=True),
    Action("quit", "q,ctrl+q", "app", 97),
    Action("up", "up,k", "list"),
    Action("down", "down,j", "list"),
    Action("left", "left,h", "list"),
    Action("right", "right", "list"),
    Action("page_up", "pageup", "list"),
    Action("page_down", "pagedown", "list"),
    Action("first", "home", "list"),
    Action("last", "end,G", "list"),
)

PAIRS = {
    "sort_right": ("sort_left", "sort_right"),
    "next_hit": ("next_hit", "previous_hit"),
    "copy": ("copy", "copy_row"),
}
"""Actions that stand in the footer for two: what each of its keys does."""

BY_ID = {action.id: action for action in ACTIONS}

_OPENS = {action.id: page for action, page in zip(PAGE_KEYS, PAGES, strict=True)}


def page_of(action: str) -> str:
    """The page that the action of an id opens; empty where it opens none."""
    return _OPENS.get(action, "")


def bindings(*scopes: str) -> list[Binding]:
    """Bindings of the actions of some scopes; all call `do('id')` where the action is of the program or a
    page, and `move('id')` where a list carries it out. The id is what the keymap names.
    """
    return [
        Binding(
            action.keys,
            f"{'move' if action.scope == 'list' else 'do'}('{action.id}')",
            id=action.id,
            show=False,
            priority=action.priority,
        )
        for action in ACTIONS
        if action.scope in scopes
    ]
