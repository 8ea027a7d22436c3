"""The language: what asks for one, in which order, and what the locale means where nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.language import asked_in, said, usual
from tests.cli.commands import Program

SAID = ("HRSS_TUI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def nothing_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    for name in SAID:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HRSS_TUI_CONFIG", str(tmp_path / "config.toml"))
    return monkeypatch


@pytest.mark.parametrize(
    ("environ", "lang", "by"),
    [
        ({}, "zh", ""),
        ({"LANG": "C"}, "zh", ""),
        ({"LANG": "C.UTF-8"}, "zh", ""),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "zh", ""),
        ({"LANG": "zh_CN.UTF-8"}, "zh", "LANG"),
        ({"LANG": "zh_TW"}, "zh", "LANG"),
        ({"LANG": "ZH"}, "zh", "LANG"),
        ({"LANG": "zh-Hans"}, "zh", "LANG"),
        ({"LANG": "en_US.UTF-8"}, "en", "LANG"),
        ({"LANG": "de_DE@euro"}, "en", "LANG"),
        ({"LANG": "cs_CZ.UTF-8"}, "en", "LANG"),
        ({"LANG": "zh_CN", "LC_MESSAGES": "en_GB"}, "en", "LC_MESSAGES"),
        ({"LANG": "en_US", "LC_MESSAGES": "en_GB", "LC_ALL": "zh_CN.GBK"}, "zh", "LC_ALL"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR"}, "en", "LANG"),
        ({"LC_CTYPE": "en_US.UTF-8"}, "zh", ""),
    ],
)
def test_the_locale_names_a_language_or_none(environ: dict[str, str], lang: str, by: str) -> None:
    assert usual(environ) == (lang, by)


def test_the_option_comes_before_the_variable_and_what_is_no_language_is_passed_over() -> None:
    assert said("en", {"HRSS_TUI_LANG": "zh"}) == ("en", "--lang")
    assert said(None, {"HRSS_TUI_LANG": "en"}) == ("en", "HRSS_TUI_LANG")
    assert said("fr", {"HRSS_TUI_LANG": "zh"}) == ("zh", "HRSS_TUI_LANG")
    assert said(None, {"HRSS_TUI_LANG": "fr", "LANG": "en_US"}) is None
    assert said(None, {"HRSS_TUI_LANG": ""}) is None


def test_the_option_is_found_wherever_it_stands() -> None:
    assert asked_in(["budget", "--lang", "en"]) == "en"
    assert asked_in(["--lang=zh", "budget", "--lang=en"]) == "en"
    assert asked_in(["budget", "--lang"]) is None
    assert asked_in(["budget", "--lang", "en", "--", "--lang", "zh"]) == "en"


def test_results_help_and_complaints_follow_the_locale(
    hrss: Program, nothing_said: pytest.MonkeyPatch
) -> None:
    assert not hrss("nonsense").err.isascii()
    nothing_said.setenv("LANG", "en_GB.UTF-8")
    assert hrss("nonsense").err.isascii()
    assert hrss("budget", "--help").out.startswith("usage")
    assert (
        hrss("budget", "20801").out.splitlines()[0]
        == hrss("budget", "20801", "--lang", "en").out.splitlines()[0]
    )
    nothing_said.setenv("LC_ALL", "zh_CN.UTF-8")
    assert hrss("budget", "--help").out.startswith("用法")
    nothing_said.setenv("HRSS_TUI_LANG", "en")
    assert hrss("nonsense").err.isascii()
    assert not hrss("nonsense", "--lang", "zh").err.isascii()


def test_the_doctor_says_what_chose_the_language(
    hrss: Program, nothing_said: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def language(*arguments: str) -> str:
        found: str = hrss("doctor", "--format", "json", *arguments).json["language"]
        return found

    assert language() == "zh (没有指明时的语言)"
    nothing_said.setenv("LANG", "de_DE.UTF-8")
    assert language() == "en (LANG=de_DE.UTF-8)"
    (tmp_path / "config.toml").write_text('lang = "zh"\n', "utf-8")
    assert language() == "en (LANG=de_DE.UTF-8), explorer zh (config.toml)"
    (tmp_path / "config.toml").write_text("lang = [", "utf-8")
    assert language() == "en (LANG=de_DE.UTF-8)"
    nothing_said.setenv("HRSS_TUI_LANG", "zh")
    assert language() == "zh (HRSS_TUI_LANG=zh)"
    assert language("--lang", "en") == "en (--lang=en)"
