"""Every key of a page on every page: none ends the program, and one that the footer offers does something."""

from __future__ import annotations

import re

import pytest

from hrss_tui.query.views import PAGES, View, parse_view
from hrss_tui.tui.frame.app import Explorer
from hrss_tui.tui.keys.actions import ACTIONS, Action
from hrss_tui.words import LANGUAGES, Lang
from tests.tui.colours import coloured, true_colours
from tests.tui.driving import Driver, desk_of, explorer, explorer_of, press, screen, settled
from tests.tui.frame.test_screens import VIEWS

KEYS = [action for action in ACTIONS if action.id != "quit" and (action.scope == "page" or action.footer)]
MODAL = {"help", "palette", "export"}


def seen(pilot: Driver) -> tuple[str, str | None]:
    """What a person sees: the screen with its colours, and which widget has the keys."""
    focused = pilot.app.focused
    return coloured(pilot.app, true_colours), focused.id if focused is not None else None


def offered(pilot: Driver, action: Action) -> bool:
    """Whether the footer may show the action now."""
    return bool(action.footer) and explorer_of(pilot).applies(action.id)


@pytest.mark.parametrize("page", PAGES)
async def test_every_key_on_every_page(pack_file: str, page: str) -> None:
    without_effect = []
    async with explorer(pack_file, VIEWS[page], size=(100, 30)) as pilot:
        app = explorer_of(pilot)
        for action in KEYS:
            await app.go(parse_view(VIEWS[page]))
            home = app.page.home() if app.page is not None else None
            if home is not None:
                home.focus()
            await settled(pilot)
            before = seen(pilot) if offered(pilot, action) else None
            await press(pilot, action.keys.split(",")[0])
            assert app.is_running
            if before is not None and seen(pilot) == before:
                without_effect.append(action.id)
            if action.id in MODAL:
                await press(pilot, "escape")
            await press(pilot, "escape")
    assert without_effect == []


async def test_pages_and_the_way_in_name_the_keys_that_were_chosen(pack_file: str) -> None:
    desk = desk_of(pack_file).changed(keys={"checks": "f9", "search": "x", "help": "f3"})
    async with Explorer(desk, View("overview")).run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        tabs, *lines = screen(pilot).split("\n")
        assert "f9 校验" in tabs
        assert "7" not in tabs
        said = [line[1:] for line in lines]
        for wanted in ("f9 哪些数互相矛盾", "x 在全部文件中搜索", "f3 按 f3 查看按键说明", "2 钱花在哪里"):
            assert any(line.startswith(wanted) for line in said)


NAMED = re.compile(
    r"(?<![\w{./+\-|\"=:'])(Enter|Backspace|Tab|Space|Ctrl\+.|←→|[a-zN])(?![A-Za-z\d}./\-=:|(])"
)
"""A key as a sentence names it; not the letters of the language of search."""
FIXED = ("about.search", "compare.filter", "places.hint", "export.exists", "export.folder")
"""What is said of fields and boxes, whose keys nobody changes."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_explained_names_the_keys_that_were_chosen(pack_file: str, lang: Lang) -> None:
    keys = {action.id: f"f{number}" for number, action in enumerate(ACTIONS, 100)}
    desk = desk_of(pack_file, lang).changed(keys=keys)
    named = 0
    for key in desk.words:
        if not key.startswith(
            (
                "about.",
                "search.start",
                "search.more",
                "compare.",
                "checks.hint",
                "help_",
                "settings.hint",
                "keys.hint",
            )
        ):
            continue
        if key in FIXED or re.search(r"{(?!keys\.)", desk.words[key]):
            continue
        said = desk.say(key)
        words = {"a"} if lang == "en" else set()
        assert set(NAMED.findall(said)) <= words, (key, said)
        named += len(re.findall(r"\bf1\d\d\b", said))
    assert named > 60


async def test_the_help_and_the_hints_name_them(pack_file: str) -> None:
    desk = desk_of(pack_file).changed(keys={"part": "f9", "open": "f8", "parent": "f7", "mark": "f6"})
    async with Explorer(desk, View("checks")).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark")
        said = screen(pilot)
        assert "f9 按结果分" in said
        assert "f8 看两边" in said
        assert "f7 回到全部" in said
        await press(pilot, "escape", "f8")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "checks-detail"
