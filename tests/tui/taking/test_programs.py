"""Copying by programs: only those that are there and allowed, no shell, within a limit; else the text is shown."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hrss_tui.tui.taking import clipboard, programs
from tests.tui.driving import explorer, explorer_of, press, screen, settled

NASTY = "$(touch made) `touch made` \"; touch made; ' | 数\n第二行"


def tool(folder: Path, name: str, code: str) -> None:
    """A program of a name that is this Python."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport os, sys\n{code}\n", "utf-8")
    path.chmod(0o755)


TAKES = "open(__file__ + '.took', 'ab').write(repr(sys.argv[1:]).encode() + sys.stdin.buffer.read())"


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of the path; no environment in which one of the programs is of use."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.chdir(tmp_path)
    for program in programs.PROGRAMS:
        monkeypatch.delenv(program.where or "NONE", raising=False)
    return folder


@pytest.mark.parametrize(
    ("environ", "system", "found"),
    [
        ({}, "linux", []),
        ({"TMUX": "x", "DISPLAY": ":0"}, "linux", ["tmux", "xclip"]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", ["wl-copy"]),
        ({}, "darwin", ["pbcopy"]),
    ],
)
def test_only_what_is_there_and_of_use_is_started(
    tools: Path, environ: dict[str, str], system: str, found: list[str]
) -> None:
    assert programs.present({**environ, "DISPLAY": ":0"}, system) == []
    for program in programs.PROGRAMS:
        tool(tools, program.name, TAKES)
    assert [program.name for program in programs.present(environ, system)] == found


def test_no_shell_reads_the_text_which_is_on_standard_input(tools: Path, tmp_path: Path) -> None:
    tool(tools, "xclip", TAKES)
    assert programs.put(NASTY, [programs.PROGRAMS[2]]) == ["xclip"]
    assert (tools / "xclip.took").read_bytes() == b"['-selection', 'clipboard']" + NASTY.encode()
    assert not (tmp_path / "made").exists()


def test_an_older_tmux_is_asked_otherwise(tools: Path) -> None:
    tool(tools, "tmux", f"if '-w' in sys.argv: sys.exit(1)\n{TAKES}")
    assert programs.put("数", [programs.PROGRAMS[0]]) == ["tmux"]
    assert (tools / "tmux.took").read_bytes() == b"['load-buffer', '-']" + "数".encode()


def test_one_that_hangs_is_ended_and_one_that_fails_is_not_believed(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "PATIENCE", 0.3)
    tool(tools, "xclip", "open(__file__ + '.pid', 'w').write(str(os.getpid()))\nwhile True: os.read(0, 9)")
    tool(tools, "wl-copy", "sys.exit(3)")
    assert programs.put("x", programs.PROGRAMS[1:3]) == []
    pid = (tools / "xclip.pid").read_text()
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_terminals_that_are_known_to_be_deaf() -> None:
    assert clipboard.heard({"TERM": "xterm-256color"})
    assert clipboard.heard({"TERM": "linux", "TMUX": "x"})
    assert clipboard.heard({"TERM": "xterm", "VTE_VERSION": "7801"})
    for environ in (
        {"TERM": "linux"},
        {"TERM": "xterm", "VTE_VERSION": "6800"},
        {"TERM_PROGRAM": "Apple_Terminal"},
    ):
        assert not clipboard.heard(environ)


async def test_what_a_program_took_is_said(
    pack_file: str, tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    tool(tools, "xclip", TAKES)
    async with explorer(pack_file, "budget/208") as pilot:
        explorer_of(pilot).desk.programs = True
        await press(pilot, "y")
        assert "已复制（xclip）" in screen(pilot)
        took = (tools / "xclip.took").read_text("utf-8")
        assert explorer_of(pilot).view_string() in took
        explorer_of(pilot).desk.programs = False
        await press(pilot, "down", "y")
        assert "OSC 52" in screen(pilot)
    assert (tools / "xclip.took").read_text("utf-8") == took


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_what_reaches_nothing_is_shown(
    pack_file: str, tools: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with explorer(pack_file, "budget/208", size=size) as pilot:
        await press(pilot, "y")
        text = screen(pilot)
        assert "这个终端没有剪贴板" in text
        assert explorer_of(pilot).view_string() in text
        await press(pilot, "escape")
        assert "这个终端没有剪贴板" not in screen(pilot)


async def test_a_text_that_no_terminal_takes_is_shown_and_one_that_is_asked_for_again(
    pack_file: str, tools: Path
) -> None:
    async with explorer(pack_file, "budget/208", lang="en") as pilot:
        app = explorer_of(pilot)
        await press(pilot, "y")
        assert "OSC 52" in screen(pilot)
        await press(pilot, "y")
        assert "The text to copy" in screen(pilot)
        assert app.view_string() in screen(pilot)
        await press(pilot, "escape", "y")
        assert "The text to copy" not in screen(pilot)
        app.give("x" * (clipboard.LIMIT + 1), "")
        await settled(pilot)
        assert "which no terminal takes" in screen(pilot)
