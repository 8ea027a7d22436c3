"""What the bars of the frame say: the pages on top, the path to what is shown, the keys below."""

from __future__ import annotations

from collections.abc import Iterable

from hrss_tui.query.views import PAGES
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.keys.actions import PAGE_KEYS, PAIRS, Action
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.widgets.bar import Item

LAST = ("help", "palette", "quit")
"""Actions that stay in the footer when there is not room for all."""


_FIRST_IN = ("open", "search", "source", "copy", "export", "filter", "evidence")
"""Actions that have their room in the footer before others, the first of them first: nothing on the screen tells of them."""
_FIRST_OUT = ("part", "parent", "unit", "pane", "numbers", "order", "sums", "sort_right")
"""Actions that have it after all others, the last of them last."""

BACK = Item("", "do:back", "key", keep=True, apart=True)
"""Before the path: a click leads back to where one was before."""


def command(crumb: str) -> str:
    """What a click on a crumb does: an action, or going to a view."""
    return crumb if crumb.startswith("do:") or not crumb else f"view:{crumb}"


def tab_items(desk: Desk, here: str) -> list[Item]:
    """The pages, that of a name as the one that is shown."""
    return [
        Item(
            f"{desk.key(action)} {desk.say(f'page.{page}')}",
            f"do:{action.id}",
            "here" if page == here else "tab",
        )
        for action, page in zip(PAGE_KEYS, PAGES, strict=True)
    ]


def crumb_items(desk: Desk, page: Page) -> list[Item]:
    """The path to what a page shows; its end is where one is."""
    path = [(desk.say(f"page.{page.NAME}"), page.NAME), *page.crumbs()]
    return [
        Item(text, command(target), "strong" if place == len(path) else "dim", keep=True)
        for place, (text, target) in enumerate(path, 1)
    ]


def _turn(action: str) -> int:
    if action in _FIRST_IN:
        return _FIRST_IN.index(action)
    return len(_FIRST_IN) + (1 + _FIRST_OUT.index(action) if action in _FIRST_OUT else 0)


def footer_items(desk: Desk, actions: Iterable[Action], page: str) -> list[Item]:
    """Actions that do something now, with their keys and what they are called on a page."""
    return [
        Item(
            desk.action_name(action, page),
            f"do:{action.id}",
            "",
            desk.footer_key(action),
            action.id in LAST,
            turn=_turn(action.id),
            each=tuple(f"do:{one}" for one in PAIRS.get(action.id, ())),
        )
        for action in sorted(actions, key=lambda action: action.footer)
    ]
