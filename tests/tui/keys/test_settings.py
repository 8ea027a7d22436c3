"""Settings: shipped without a file, taken from one, and a mistake named with line, key and the nearest valid one."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from hrss_tui.errors import UsageError
from hrss_tui.locations import config_path
from hrss_tui.query.views import View
from hrss_tui.tui import _explorer
from hrss_tui.tui.desk.opening import Opening
from hrss_tui.tui.keys.kept import read_places
from hrss_tui.tui.keys.settings import Settings, known_theme, read_settings
from hrss_tui.words import Lang, spoken

THEMES = ("textual-dark", "textual-light")


def read(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return read_settings(path, THEMES)


def test_no_file_no_place_no_matter(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml", THEMES) == Settings()
    assert read_settings(None, THEMES) == Settings()
    assert config_path({"HRSS_TUI_CONFIG": "/x/y"}) == Path("/x/y")


@pytest.mark.parametrize("kind", ["folder", "circle", "circle of two"])
def test_a_file_that_is_there_and_cannot_be_read_is_not_passed_over(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "config.toml"
    if kind == "folder":
        path.mkdir()
    else:
        other = path if kind == "circle" else tmp_path / "other.toml"
        path.symlink_to(other)
        if other != path:
            other.symlink_to(path)
    with pytest.raises(UsageError) as refused:
        read_settings(path, THEMES)
    assert str(path) in refused.value.message
    assert refused.value.hint == "改正或移走该文件"


def test_a_link_to_what_is_not_there_yet_and_a_path_below_a_file_are_no_file(tmp_path: Path) -> None:
    (tmp_path / "link.toml").symlink_to(tmp_path / "later.toml")
    (tmp_path / "file").touch()
    for path in (tmp_path / "link.toml", tmp_path / "file" / "config.toml", tmp_path / ("x" * 300)):
        assert read_settings(path, THEMES) == Settings()


def test_what_is_wrong_is_said_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        read(tmp_path, "ascii = true\ntheme = zwei\n")
    assert refused.value.message.endswith("不是有效的 TOML：第 2 行第 9 列的写法有误")
    assert spoken(refused.value.message, "en").endswith("not valid TOML: line 2, column 9: Invalid value")


def test_the_mark_that_editors_put_before_a_text_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("ascii = true\n", "utf-8-sig")
    assert read_settings(path, THEMES).ascii


def test_what_the_file_says_is_taken(tmp_path: Path) -> None:
    found = read(tmp_path, 'theme = "textual-light"\nascii = true\nlang = "en"\n[keys]\nexport = "x"\n')
    assert found == Settings("textual-light", True, {"export": "x"}, "en")


@pytest.mark.parametrize(
    ("said", "meant"), [("亿元", "亿元"), ("yi", "亿元"), ("yuan", "元"), ("万元", "万元")]
)
def test_a_unit_has_its_name_or_pinyin(tmp_path: Path, said: str, meant: str) -> None:
    assert read(tmp_path, f"unit = '{said}'\nclipboard = false\n") == Settings(unit=meant, clipboard=False)


@pytest.mark.parametrize(
    ("text", "line", "near"),
    [
        ("\nthem = 'x'", 2, "theme"),
        ("theme = 'textual-lihgt'", 1, "textual-light"),
        ("[keys]\nexprot = 'x'", 2, "export"),
        ("[keys]\nexport = 'y'", 2, "copy"),
        ("ascii = 'yes'", 1, "true"),
        ("ascii = true\nlang = 'ch'", 2, "zh"),
        ("unit = '百万元'", 1, "万元"),
        ("clipboard = 'no'", 1, "false"),
        ("# keys\n[keys]\ncopy = 'x'\nexport = 'ctlr+x'", 4, "ctrl+x"),
        ("[keys]\nexport = 'ctrl+pagedwn'", 2, "ctrl+pagedown"),
        ("[keys]\nexport = 5", 2, "export"),
        ("keys = 'x'", 1, "keys"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, line: int, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert f"第 {line} 行" in caught.value.message
    assert near in caught.value.message + caught.value.hint
    assert "config.toml" in caught.value.message


@pytest.mark.parametrize(
    "key", ["x", "ctrl+x", "f5", "slash", "shift+left", "question_mark", "/", "é", "alt+left"]
)
def test_keys_that_exist_are_taken(tmp_path: Path, key: str) -> None:
    assert read(tmp_path, f"[keys]\nexport = '{key}'\nsearch = 'f12'\nhelp = 'f11'\nback = 'f10'") is not None


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"XDG_CONFIG_HOME": "/c", "HOME": "/h"}, "/c/hrss-tui/config.toml"),
        ({"HOME": "/h"}, "/h/.config/hrss-tui/config.toml"),
        ({"XDG_CONFIG_HOME": "c", "HOME": "/h"}, "/h/.config/hrss-tui/config.toml"),
    ],
)
def test_settings_stand_where_the_platform_keeps_them(environ: dict[str, str], expected: str) -> None:
    if sys.platform.startswith("linux"):
        assert str(config_path(environ)) == expected


def test_what_is_no_text_is_named_too(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"theme = '\xff'")
    with pytest.raises(UsageError, match=r"config\.toml"):
        read_settings(path, THEMES)


def test_what_is_no_toml_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"config\.toml"):
        read(tmp_path, "theme = ")


@pytest.mark.parametrize(
    ("name", "meant"), [("light", "textual-light"), ("dark", "textual-dark"), ("nord", "nord")]
)
def test_a_theme_has_its_name_or_the_usual_one(name: str, meant: str) -> None:
    assert known_theme(name, BUILTIN_THEMES) == meant


def test_an_unknown_theme_is_refused_with_the_nearest_names(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        known_theme("grubox", BUILTIN_THEMES)
    assert "gruvbox" in str(refused.value.hint)


def test_a_name_that_is_empty_is_no_theme() -> None:
    with pytest.raises(UsageError):
        known_theme("", BUILTIN_THEMES)


@pytest.mark.parametrize("usual", ["light", "dark"])
def test_the_file_may_name_a_theme_as_usual(tmp_path: Path, usual: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f'theme = "{usual}"\n', encoding="utf-8")
    assert read_settings(path, BUILTIN_THEMES).theme == f"textual-{usual}"


@pytest.mark.parametrize(
    "text",
    [
        "theme = " + "[" * 20_000,
        "theme = " + "9" * 10_000,
        "keys" + ".a" * 20_000 + " = 'x'",
        "# " + "x" * 100_000,
    ],
    ids=["brackets", "digits", "dots", "large"],
)
def test_a_mean_file_is_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert "config.toml" in caught.value.message
    assert len(caught.value.message) < 500
    assert "\n" not in caught.value.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "config.toml")
    with pytest.raises(UsageError, match=re.escape("config.toml")):
        read_settings(tmp_path / "config.toml", THEMES)
    assert read_places(tmp_path / "config.toml") == []


def test_the_language_of_the_settings_comes_after_what_was_asked_and_before_the_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("HRSS_TUI_CONFIG", str(file))

    def spoken(asked: Lang | None, locale: Lang) -> str:
        app = _explorer(None, View("overview"), Opening(None), (asked, locale), None, False)
        return app.desk.lang

    assert (spoken(None, "zh"), spoken(None, "en"), spoken("zh", "en")) == ("zh", "en", "zh")
    file.write_text('lang = "zh"\n', "utf-8")
    assert (spoken(None, "en"), spoken("en", "zh")) == ("zh", "en")
