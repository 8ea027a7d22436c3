"""Settings inside the program: seen at once, kept for the next time, and said where they cannot be kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from hrss_tui.tui.keys.settings import read_settings
from hrss_tui.tui.overlays.settings import NAMES
from hrss_tui.words import LANGUAGES
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, settled, type_text


def kept(home: Path) -> str:
    path = home / "config" / "hrss-tui" / "config.toml"
    return path.read_text("utf-8") if path.exists() else ""


async def choose(pilot: Driver, name: str) -> None:
    """Open a setting of the box."""
    await press(pilot, "comma", *["down"] * NAMES.index(name), "enter")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_box_says_what_is_chosen_and_where_it_is_kept(
    pack_file: str, own_home: Path, size: tuple[int, int], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRSS_TUI_CONFIG", "/tmp/own.toml")
    async with explorer(pack_file, "budget", size=size, lang=lang) as pilot:
        await press(pilot, "comma")
        text, say = screen(pilot), explorer_of(pilot).desk.say
        for name in NAMES:
            assert say(f"settings.{name}") in text
        assert "textual-dark" in text
        assert say("unit.wan") in text
        assert "/tmp/own.toml" in text
        await press(pilot, "escape")
        assert say("settings.hint") not in screen(pilot)
    assert kept(own_home) == ""


async def test_the_palette_and_the_help_lead_there(pack_file: str) -> None:
    async with explorer(pack_file, "overview", size=(100, 40)) as pilot:
        await press(pilot, "question_mark", "end")
        assert "设置：配色、语言、单位、按键" in screen(pilot)
        await press(pilot, "escape", "ctrl+p")
        await type_text(pilot, "设置")
        await press(pilot, "enter")
        assert "只用 ASCII 符号" in screen(pilot)


async def test_a_theme_is_tried_on_as_the_cursor_moves(pack_file: str, own_home: Path) -> None:
    async with explorer(pack_file, "budget") as pilot:
        app = pilot.app
        await choose(pilot, "theme")
        await press(pilot, "up")
        tried = app.theme
        assert tried != "textual-dark"
        ground = app.screen_stack[0].styles.background
        assert ground.hex == app.available_themes[tried].background or ground != ""
        await press(pilot, "escape")
        assert (app.theme, kept(own_home)) == ("textual-dark", "")
        await press(pilot, "enter", "down", "enter")
        assert app.theme == "textual-light"
        assert (
            read_settings(own_home / "config" / "hrss-tui" / "config.toml", BUILTIN_THEMES).theme == app.theme
        )
        assert "textual-light" in screen(pilot)


async def test_another_language_keeps_the_place(pack_file: str, own_home: Path) -> None:
    async with explorer(pack_file, "budget/2080104", size=(120, 40)) as pilot:
        await choose(pilot, "lang")
        text = screen(pilot)
        assert "Settings" in text
        assert "2 Budget" in text
        await press(pilot, "escape")
        assert explorer_of(pilot).view_string().startswith("budget/2080104")
        english = screen(pilot).split("\n")[2:]
        await press(pilot, "3", "ctrl+p")
        assert "command" in screen(pilot)
        await press(pilot, "escape", "2")
        assert screen(pilot).split("\n")[2:] == english
    assert kept(own_home) == 'lang = "en"\n'


async def test_unit_signs_and_programs(pack_file: str, own_home: Path) -> None:
    async with explorer(pack_file, "budget", size=(120, 40)) as pilot:
        await choose(pilot, "unit")
        assert "亿元" in screen(pilot)
        await press(pilot, "down", "enter")
        assert "▾" not in screen(pilot)
        await press(pilot, "down", "enter", "escape")
        assert explorer_of(pilot).desk.programs
    assert kept(own_home) == 'unit = "亿元"\nascii = true\nclipboard = true\n'


async def test_a_key_is_pressed_and_works_at_once(pack_file: str, own_home: Path) -> None:
    async with explorer(pack_file, "budget", size=(80, 60)) as pilot:
        await choose(pilot, "keys")
        pane = pilot.app.screen.query_one("#keys")
        pane.put([line.target for line in pane.lines].index("export"))  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "导出眼前的表" in screen(pilot)
        await press(pilot, "y")
        assert "“复制数值、引文和视图地址" in screen(pilot)
        assert kept(own_home) == ""
        await press(pilot, "enter", "x")
        assert "原为 e" in screen(pilot)
        assert kept(own_home) == '[keys]\nexport = "x"\n'
        await press(pilot, "escape", "escape", "x")
        assert "导出当前内容" in screen(pilot)
        await press(pilot, "escape")
        await choose(pilot, "keys")
        pane = pilot.app.screen.query_one("#keys")
        pane.put([line.target for line in pane.lines].index("export"))  # type: ignore[attr-defined]
        await press(pilot, "delete", "escape", "escape", "e")
        assert "导出当前内容" in screen(pilot)
    assert kept(own_home) == "[keys]\n"


async def test_what_cannot_be_kept_holds_until_the_end_and_that_is_said(
    pack_file: str, own_home: Path
) -> None:
    (own_home / "config").write_text("no folder")
    async with explorer(pack_file, "budget", size=(120, 40)) as pilot:
        await choose(pilot, "unit")
        assert "只在这一次有效" in screen(pilot)
        assert explorer_of(pilot).desk.unit_name == "亿元"
        await settled(pilot)


@pytest.mark.parametrize("setting", ["lang", "ascii"])
async def test_the_keys_stay_where_they_were(pack_file: str, own_home: Path, setting: str) -> None:
    async with explorer(pack_file, "search", size=(120, 40)) as pilot:
        await type_text(pilot, "就业")
        await press(pilot, "enter")
        await choose(pilot, setting)
        await press(pilot, "escape")
        focused = pilot.app.focused
        assert focused is not None
        assert focused.id == "search-results"
        await press(pilot, "j")
        assert explorer_of(pilot).view_string() == "search/就业"
