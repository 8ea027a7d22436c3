"""`?`: what the focused pane is, its keys, the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from hrss_tui.topics import FILES
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.keys.actions import ACTIONS, PAGE_KEYS, Action
from hrss_tui.tui.overlays.base import Overlay
from hrss_tui.tui.overlays.topic import TopicScreen, title_of
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.paint.text import cells
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows


class HelpScreen(Overlay[None]):
    """Explains `pane` of a page (the id of a list; "" for the page) and lists `here`, the actions that apply."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1,q,enter", "close", show=False),
    ]

    def __init__(self, desk: Desk, page: str, pane: str, here: Sequence[Action]) -> None:
        super().__init__()
        self.desk = desk
        self.page = page
        self.pane = pane
        self.here = here

    def compose(self) -> ComposeResult:
        """One pane."""
        yield Pane(self.desk.signs, title=self.desk.say("help.title"), id="help")

    def on_mount(self) -> None:
        """Fill it."""
        pane = self.query_one(Pane)
        pane.load(help_lines(self.desk, self.page, self.pane, self.here))
        pane.focus()

    @on(Rows.Opened)
    async def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        here = self.query_one(Pane).current
        if here is not None and here.target and self.is_current:
            await self.app.push_screen(TopicScreen(self.desk, here.target))


def help_lines(desk: Desk, page: str, pane: str, here: Sequence[Action]) -> list[Line]:
    """The text of the help."""
    say = desk.say
    subject = f"about.{pane or page}"
    about = [line(Seg(say(subject)))] if subject in desk.words else []
    pages = list(PAGE_KEYS)
    page_keys = [action for action in here if action.scope == "page"]
    lists = [action for action in ACTIONS if action.scope == "list"]
    everywhere = [action for action in ACTIONS if action.scope == "app" and action not in pages]
    return spaced(
        [
            about,
            _keys(desk, page, "help.here", page_keys),
            _keys(desk, page, "help.list", lists),
            _keys(desk, page, "help.pages", pages),
            _keys(desk, page, "help.everywhere", everywhere),
            [line(Seg(say("help.mouse"), "dim")), line(Seg(say("help.close"), "dim"))],
            [line(Seg(say("help.topics"), "head")), *map(partial(_topic, desk), FILES)],
        ]
    )


def _topic(desk: Desk, name: str) -> Line:
    """A document of the manual by its title; opening the line shows it."""
    return line(title_of(name, desk.lang), target=name, indent=2)


def _keys(desk: Desk, page: str, title: str, actions: Sequence[Action]) -> list[Line]:
    if not actions:
        return []
    wide = max(cells(desk.key(action)) for action in ACTIONS) + 2
    rows = []
    for action in actions:
        key = desk.signs.plain(desk.key(action))
        rows.append(
            line(Seg(f"{key}{' ' * (wide - cells(key))}", "key"), desk.action_help(action, page), indent=wide)
        )
    return [line(Seg(desk.say(title), "head")), *rows]
