"""Help shows what can be typed, and what it shows works; the man page is made of the same."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from hrss_tui.cli.cells import width
from hrss_tui.cli.examples import EXAMPLES
from hrss_tui.cli.man import man_page
from hrss_tui.cli.registry import COMMANDS
from hrss_tui.topics import TOPICS
from hrss_tui.words import LANGUAGES, Lang
from scripts.man_page import place
from tests.cli.commands import Program
from tests.conftest import ROOT

APART = ("", "build", "diff", "mcp")
"""Commands whose examples need a terminal, files or a partner."""
TYPED = [
    (name, typed)
    for name, examples in EXAMPLES.items()
    if name not in APART
    for typed, _, _ in examples
    if "mine.msgpack" not in typed
]


def test_every_command_has_examples() -> None:
    assert set(EXAMPLES) == {"", *COMMANDS}
    assert all(EXAMPLES.values())


@pytest.mark.parametrize(("name", "typed"), TYPED, ids=[f"{name} {typed}" for name, typed in TYPED])
def test_an_example_works(
    hrss: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = hrss(name, *shlex.split(typed))
    assert done.status == (1 if (name, "fails" in typed) == ("checks", True) else 0), done.err
    assert done.out or "-o" in typed


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_help_ends_with_examples_on_lines_that_fit(hrss: Program, name: str, lang: Lang) -> None:
    done = hrss(name, "--help", "--lang", lang)
    shown = done.out.partition("示例:\n" if lang == "zh" else "examples:\n")[2]
    for typed, zh, en in EXAMPLES[name]:
        assert f"hrss-tui {name} {typed}".strip() in shown
        assert (zh if lang == "zh" else en) in shown
    assert all(width(line) < 80 for line in shown.splitlines())
    if name not in TOPICS:
        assert hrss("help", name, "--lang", lang).out == done.out


def test_the_help_of_the_program_has_some_too(hrss: Program) -> None:
    assert "hrss-tui budget 信息化" in hrss("--help").out
    assert hrss("help").out == hrss("--help").out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_man_page_names_every_command_and_the_one_that_is_installed_every_option(
    hrss: Program, lang: Lang
) -> None:
    page = man_page(lang)
    assert hrss("help", "man", "--lang", lang).out == page
    own = re.compile(r"^(?:\.SS|\\f[BI]).*$", re.MULTILINE)
    assert own.findall(place(lang).read_text("utf-8")) == own.findall(page), "python scripts/man_page.py"
    for name in COMMANDS:
        assert f'.SS "hrss-tui {name}"' in page
    assert re.findall(r"^[^.].*(?<!\\)--", page, re.MULTILINE) == []


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here")
def test_groff_has_nothing_to_complain_of() -> None:
    done = subprocess.run(
        ["groff", "-k", "-man", "-Tutf8", "-ww", "-z", str(place("en"))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert (ROOT / "hrss_tui" / "docs" / "zh" / "hrss-tui.1").is_file()
