"""One registry of actions: bindings, footer, help, palette and the key tables of the references say the same."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding

from hrss_tui.query.views import PAGES
from hrss_tui.tui.frame.app import Explorer
from hrss_tui.tui.frame.pages import load_page
from hrss_tui.tui.keys.actions import ACTIONS, bindings, page_of
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.words import LANGUAGES, words
from scripts import key_table
from tests.tui.driving import explorer, explorer_of, press, screen

CARRIED_OUT = {name for page in PAGES for name in dir(load_page(page)) if name.startswith("do_")}


def keys_of(bound: list[Binding]) -> set[str]:
    return {key for binding in bound for key in binding.key.split(",")}


def test_every_key_means_one_thing() -> None:
    counts = Counter(key for action in ACTIONS for key in action.keys.split(","))
    assert [key for key, count in counts.items() if count > 1] == []


def test_bindings_are_the_registry() -> None:
    bound = [binding for binding in (*Explorer.BINDINGS, *Rows.BINDINGS) if isinstance(binding, Binding)]
    assert keys_of(bound) == {key for action in ACTIONS for key in action.keys.split(",")}
    assert {binding.id for binding in bound} == {action.id for action in ACTIONS}
    assert len(bindings("app")) == sum(action.scope == "app" for action in ACTIONS)


@pytest.mark.parametrize("action", ACTIONS, ids=[action.id for action in ACTIONS])
def test_every_action_has_words_and_somebody_who_carries_it_out(action) -> None:
    for lang in ("zh", "en"):
        own = (f"page.{page}",) if (page := page_of(action.id)) else (f"key_{action.id}", f"help_{action.id}")
        assert all(words(lang).get(key) for key in own), f"{own} are words of hrss_tui/words/explorer*.py"
    if action.scope == "page":
        assert f"do_{action.id}" in CARRIED_OUT
    elif action.scope == "app":
        assert hasattr(Explorer, f"do_{action.id}") or page_of(action.id)


def test_nothing_is_carried_out_that_is_no_action() -> None:
    known = {f"do_{action.id}" for action in ACTIONS}
    own = {name for name in dir(Explorer) if name.startswith("do_")}
    assert CARRIED_OUT | own <= known


@pytest.mark.parametrize("page", PAGES)
async def test_the_footer_and_the_help_show_what_applies(pack_file: str, page: str) -> None:
    async with explorer(pack_file, page, size=(200, 60)) as pilot:
        app = explorer_of(pilot)
        footer = screen(pilot).splitlines()[-1]
        shown = [action for action in ACTIONS if action.footer and app.applies(action.id)]
        desk = app.desk
        for action in shown:
            assert f"{action.footer_key} {desk.action_name(action, page)}" in footer
        for action in ACTIONS:
            if action.scope == "page" and not app.applies(action.id) and action.footer:
                assert f"{action.footer_key} {desk.action_name(action, page)}" not in footer
        await press(pilot, "f1")
        text = screen(pilot)
        for action in shown:
            if action.scope == "page":
                assert desk.action_help(action, page) in text


async def test_a_page_has_its_own_words_for_what_a_key_does_there(pack_file: str) -> None:
    async with explorer(pack_file, "search/南疆", size=(120, 60)) as pilot:
        assert "t 文件" in screen(pilot)
        await press(pilot, "f1")
        assert "只看下一份文件的结果" in screen(pilot)
    async with explorer(pack_file, "budget", size=(120, 60)) as pilot:
        assert "t 换表" in screen(pilot)
        await press(pilot, "f1")
        assert "换展开顺序" in screen(pilot)
        assert "官方顺序" not in screen(pilot)


async def test_the_palette_offers_only_what_applies(pack_file: str) -> None:
    async with explorer(pack_file, "overview", size=(120, 60)) as pilot:
        app = explorer_of(pilot)
        await press(pilot, "ctrl+p")
        text = screen(pilot)
        assert app.desk.say("help_palette") in text
        assert app.desk.say("help_mark") not in text


def test_the_key_tables_of_the_references_are_current() -> None:
    for lang in LANGUAGES:
        text = key_table.reference(lang).read_text(encoding="utf-8")
        assert key_table.current(text, lang) == text
        assert key_table.table(lang).count("\n") == len(ACTIONS) + 1


def test_the_readme_shows_every_screen() -> None:
    root = key_table.DOCS.parent.parent
    text = (root / "README.md").read_text(encoding="utf-8")
    for page in PAGES:
        path = f"scripts/screenshots/{page}-zh.svg"
        assert path in text
        assert "http" not in (root / path).read_text("utf-8").replace("http://www.w3.org", "").replace(
            "https://www.textualize.io", ""
        )
