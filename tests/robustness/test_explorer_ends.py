"""Whatever ends the explorer, the terminal is as it was before, no process is left, and at most one line is said."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import termios
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pexpect
import pytest

if sys.platform == "win32":
    pytest.skip("terminals of Unix", allow_module_level=True)

from tests.robustness.forked_terminal import ForkedTerminal
from tests.robustness.process import ROOT
from tests.robustness.terminal import START, AnyTerminal, happens, is_alive, state
from tests.tui.frame.test_terminal import PATIENCE

WORDS = 25
"""On a screen with a page on it; the frame alone has fewer."""


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, 131), (signal.SIGUSR1, 138),
        (signal.SIGALRM, 142),
    ],
    ids=str,
)  # fmt: skip
def test_a_signal_ends_it_in_order(number: signal.Signals, status: int, tmp_path: Path) -> None:
    terminal = ForkedTerminal(tmp_path).started()
    terminal.signal(number)
    assert terminal.ended() == (status, "")


def test_an_unexpected_error_restores_the_terminal_and_names_its_report(tmp_path: Path) -> None:
    status, said = AnyTerminal(tmp_path, "--crash", "--view", "budget/208").ended()
    assert status == 70
    assert said.count("\n") == 1
    assert "ProvokedError" in said
    (path,) = tmp_path.rglob("hrss-tui-crash-*.txt")
    report = path.read_text("utf-8")
    assert str(path) in said
    assert "view: budget/208" in report
    assert "textual" in report
    assert "hrss_tui/cli/crash.py" in report
    for kept_out in ("绝密", "人力资源", str(tmp_path), "locals"):
        assert kept_out not in report


@pytest.mark.parametrize("ignoring", [False, True], ids=["told", "not told"])
def test_a_lost_terminal_ends_it(ignoring: bool, tmp_path: Path) -> None:
    def ignore() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    terminal = AnyTerminal(tmp_path, before=ignore if ignoring else None).started()
    pid = terminal.child.pid
    os.close(terminal.child.child_fd)
    assert happens(lambda: not is_alive(pid)), "still running without a terminal"
    terminal.child.closed = True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=str)
def test_a_signal_while_it_starts_ends_it_in_order(number: signal.Signals, tmp_path: Path) -> None:
    terminal = AnyTerminal(tmp_path)
    terminal.until(lambda _: b"\x1b[?1049h" in terminal.written)
    terminal.signal(number)
    assert terminal.ended() == (128 + number, "")


_LOSING = """
import signal, sys, weakref
class Gone: pass
class Telling:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            gone = Gone()
            kept = weakref.ref(gone, lambda _: signal.raise_signal({number}))
            del gone
sys.meta_path.insert(0, Telling())
"""
"""Sends a signal where what it raises is lost."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1], ids=str)
@pytest.mark.parametrize("name", ["hrss_tui.cli.explore", "textual.theme", "hrss_tui.tui.frame.app"])
def test_a_signal_that_comes_while_modules_are_imported_is_not_lost(
    name: str, number: signal.Signals, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_LOSING.format(name=name, number=int(number)), "utf-8")
    terminal = AnyTerminal(tmp_path, env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"})
    with suppress(pexpect.EOF):
        while True:
            terminal.written += terminal.child.read_nonblocking(65536, timeout=PATIENCE)
    terminal.child.wait()
    assert (terminal.child.exitstatus, b"Traceback" in terminal.written) == (128 + number, False)
    assert START.encode() not in terminal.written


@pytest.mark.parametrize("lost", [False, True], ids=["told", "lost"])
def test_a_terminal_that_takes_no_output_does_not_keep_it(lost: bool, tmp_path: Path) -> None:
    terminal = ForkedTerminal(tmp_path).started()
    pid = terminal.child.pid
    other_end = os.open(Path(f"/proc/{pid}/fd/2").readlink(), os.O_RDWR | os.O_NOCTTY)
    termios.tcflow(other_end, termios.TCOOFF)
    terminal.child.send("1234567" * 40)
    if lost:
        os.close(other_end)
        os.close(terminal.child.child_fd)
        terminal.child.closed = True
    else:
        terminal.signal(signal.SIGTERM)
    assert happens(lambda: not is_alive(pid)), "still running"
    terminal.child.wait()
    if not lost:
        assert terminal.child.exitstatus == 143
        assert termios.tcgetattr(other_end)[:4] == terminal.modes[:4]
        os.close(other_end)


@pytest.mark.parametrize("stop", [signal.SIGSTOP, signal.SIGTSTP], ids=str)
def test_after_a_stop_it_goes_on_and_ends(stop: signal.Signals, tmp_path: Path) -> None:
    terminal = ForkedTerminal(tmp_path).started()
    terminal.signal(stop)
    assert happens(lambda: terminal.take() and state(terminal.child.pid) == "T")
    terminal.signal(signal.SIGCONT)
    terminal.until(lambda text: START in text and terminal.written.count(b"\x1b[?1049h") == 2)
    terminal.child.send("2")
    terminal.until(lambda text: "208 社会保障和就业支出" in text)
    terminal.child.send("q")
    assert terminal.ended() == (0, "")


def test_a_storm_of_sizes_and_the_smallest_of_all(tmp_path: Path) -> None:
    terminal = ForkedTerminal(tmp_path).started()
    chance = random.Random(7)
    for _ in range(30):
        terminal.resize(chance.choice((1, 2, 5, 13, 24, 60, 200)), chance.choice((1, 2, 10, 39, 55, 80, 300)))
        terminal.child.send(chance.choice("123467\tju"))
        terminal.read()
    terminal.resize(1, 1)
    terminal.read()
    terminal.resize(24, 80)
    terminal.child.send("2")
    terminal.until(lambda text: "208 社会保障和就业支出" in text)
    terminal.child.send("q")
    assert terminal.ended() == (0, "")


NOISES = {
    "no such character": b"\x1b[99999999999u",
    "no text": b"\xff\xfe\x00\x9b\xe4\xba",
    "no cells": b"\x1b[48;0;0;0;0t\x1b[<0;3;3M\x1b[<0;3;3m",
    "no such place": b"\x1b[48;24;80;0;0t\x1b[<0;99999999;99999999M\x1b[<0;1;1m",
    "a long text": b"\x1b[200~" + b"a" * 50_000 + b"\x1b[201~",
    "commands pasted": b"\x1b[200~" + b"a\x1b[31m\n" * 500_000 + b"\x1b[201~",
    "late answers": b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1bP>|xterm(380)\x1b\\",
}


def test_noise_on_the_line_is_passed_over(tmp_path: Path) -> None:
    """One kind after the other, each on the first page: what the next key asks for is shown."""
    terminal = ForkedTerminal(tmp_path).started()
    for kind, noise in NOISES.items():
        try:
            terminal.child.send(noise + b"\x1b[27u2")
            terminal.until(lambda text: "208 社会保障和就业支出" in text)
            terminal.child.send("1")
            terminal.until(lambda text: START in text)
        except Exception as error:
            error.add_note(kind)
            raise
    terminal.child.send("q")
    assert terminal.ended() == (0, "")


@pytest.mark.parametrize("size", ["window", "report"])
def test_a_size_that_no_screen_has_is_taken_for_the_largest(size: str, tmp_path: Path) -> None:
    terminal = ForkedTerminal(tmp_path)
    terminal.until(lambda _: START.encode() in terminal.written)
    if size == "window":
        terminal.child.setwinsize(60_000, 60_000)
    elif size == "report":
        terminal.child.send("\x1b[48;60000;60000;600000;600000t")
    terminal.child.send("2")
    terminal.until(lambda _: "208 社会保障和就业支出".encode() in terminal.written)
    terminal.child.send("q")
    assert terminal.ended() == (0, "")


def test_variables_of_textual_and_of_an_older_window_are_passed_over(tmp_path: Path) -> None:
    """Some would load a module by name, write the keys to a file here, or end it."""
    env = {
        "TEXTUAL_DRIVER": "no_such_module:Driver", "TEXTUAL_COLOR_SYSTEM": "nonsense", "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_DEBUG": "1", "TEXTUAL_PRESS": "q", "TEXTUAL": "debug,devtools", "COLUMNS": "99999999", "LINES": "3",
    }  # fmt: skip
    terminal = AnyTerminal(tmp_path, env=env, before=partial(os.chdir, tmp_path)).started()
    terminal.resize(30, 100)
    terminal.child.send("2")
    text = terminal.until(lambda text: "208 社会保障和就业支出" in text)
    assert max(len(line.rstrip()) for line in text.split("\n")) <= 100
    terminal.child.send("q")
    assert terminal.ended() == (0, "")
    assert not [path for path in tmp_path.rglob("*") if "log" in path.name]


def test_it_starts_in_one_cell(tmp_path: Path) -> None:
    terminal = AnyTerminal(tmp_path, size=(1, 1))
    terminal.until(lambda _: b"\x1b[?1049h" in terminal.written)
    terminal.resize(24, 80)
    terminal.until(lambda text: START in text)
    terminal.child.send("q")
    assert terminal.ended() == (0, "")


@pytest.mark.parametrize("term", ["linux", "screen", "tmux-256color", "xterm-16color", "vt100", "nonsense"])
def test_any_terminal_shows_it(term: str, tmp_path: Path) -> None:
    kind = AnyTerminal if term == "nonsense" else ForkedTerminal
    terminal = kind(tmp_path, env={"TERM": term, "COLORTERM": None}).started()
    terminal.child.send("q")
    assert terminal.ended() == (0, "")


@pytest.mark.parametrize("term", [None, "", "dumb"])
def test_what_cannot_be_drawn_on_is_told_so_at_once(term: str | None, tmp_path: Path) -> None:
    terminal = AnyTerminal(tmp_path, env={"TERM": term})
    terminal.child.expect_exact("浏览界面需要终端".encode())
    terminal.child.wait()
    assert terminal.child.exitstatus == 2


@pytest.mark.parametrize("stream", ["<", ">", "2>"])
def test_with_a_stream_elsewhere_it_does_not_start(stream: str, tmp_path: Path) -> None:
    command = f"{sys.executable} -m hrss_tui {stream} {'/dev/null' if stream == '<' else tmp_path / 'out'}; echo =$?="
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    pexpect.spawn("bash", ["-c", command], env=environ, timeout=PATIENCE).expect_exact("=2=")


@pytest.mark.parametrize(
    ("locale", "encoding"),
    [("C", None), ("POSIX", "ascii"), ("zh_CN.GBK", "gbk"), ("de_DE.ISO-8859-1", "latin-1")],
)
def test_the_locale_does_not_decide_what_is_drawn(locale: str, encoding: str | None, tmp_path: Path) -> None:
    env = {
        "LC_ALL": locale,
        "LANG": locale,
        "HRSS_TUI_LANG": "zh",
        "PYTHONIOENCODING": encoding,
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    terminal = AnyTerminal(tmp_path, env=env)
    wanted = START.encode("gbk" if encoding == "gbk" else "utf-8")
    terminal.until(lambda _: wanted in terminal.written)
    terminal.child.send("q")
    assert terminal.ended()[0] == 0


def test_it_leaves_no_process_and_no_thread_that_prints(tmp_path: Path) -> None:
    terminal = AnyTerminal(tmp_path).started()
    children = subprocess.run(
        ["ps", "--ppid", str(terminal.child.pid), "-o", "pid="], capture_output=True, text=True, check=False
    ).stdout.split()
    assert children == []
    terminal.child.send("q")
    assert terminal.ended() == (0, "")
    assert not is_alive(terminal.child.pid)


@pytest.mark.parametrize(
    "noise",
    [b"\x1b[200~", b"\x1b[200~" + "就业".encode() * 200, b"\x1b]11;rgb:ffff/"],
    ids=["nothing", "text", "an answer"],
)
def test_what_never_ends_is_over_after_a_while(noise: bytes, tmp_path: Path) -> None:
    terminal = ForkedTerminal(tmp_path).started()
    terminal.child.send(noise)
    end = time.monotonic() + PATIENCE
    while "208 社会保障和就业支出" not in terminal.text():
        assert time.monotonic() < end, terminal.text()
        for _ in range(15):  # longer than the silence that ends what is open
            terminal.read()
        terminal.child.send("\x1b[27u2")
        terminal.read()
    terminal.child.send("q")
    assert terminal.ended() == (0, "")


@pytest.mark.parametrize(
    "mark",
    [b"", b"\x1b[?2026$p", b"\x1b[?1049h", b"\x1b[?2004h", b"\x1b[?25l"],
    ids=["at once", "asked", "screen", "modes", "drawn"],
)
@pytest.mark.parametrize("lost", [False, True], ids=["told", "lost"])
def test_hanging_up_at_any_stage_of_the_start_ends_it(mark: bytes, lost: bool, tmp_path: Path) -> None:
    terminal = AnyTerminal(tmp_path)
    pid = terminal.child.pid
    if mark:
        terminal.until(lambda _: mark in terminal.written)
    if lost:
        os.close(terminal.child.child_fd)
        terminal.child.closed = True
    else:
        terminal.signal(signal.SIGHUP)
    assert happens(lambda: not is_alive(pid)), "still running"
    assert list(tmp_path.rglob("hrss-tui-crash-*")) == []


@pytest.mark.parametrize(
    "answer",
    [
        b"\x1b[?2026;9999999999999999999999$y",
        b"\x1b[?2048;-1$y",
        b"\x1b[48;1;1;0;0t\x1b[48;24;80;480;800t",
        b"\x1b[0;0R\x1b[99999999999;99999999999R",
        b"\x1b[?62;4;22c\x1b[>1;4000;20c",
        b"\x1b[?1u\x1b[?99999u",
    ],
    ids=["modes", "negative", "sizes", "cursor", "kinds", "keys"],
)
def test_wrong_answers_of_the_terminal_are_passed_over(answer: bytes, tmp_path: Path) -> None:
    terminal = ForkedTerminal(tmp_path)
    terminal.until(lambda _: b"\x1b[?1049h" in terminal.written)
    terminal.child.send(answer)
    terminal.until(lambda text: len(text.split()) > WORDS)
    terminal.child.send(answer + b"\x1b[27u2")
    terminal.until(lambda text: "208 社会保障和就业支出" in text)
    terminal.child.send("q")
    assert terminal.ended() == (0, "")


@pytest.mark.parametrize(
    "view",
    [
        "budget/" + "9" * 4000,
        "search/" + "(" * 500,
        "search//(a+)+$/",
        "documents/plan-2021:99999999999999999999",
        "compare?metric=" + "x" * 3000,
        "checks/\u202e\x1b[31m",
        "search/" + "a OR " * 800,
        "prefecture/\udcff",
    ],
    ids=["digits", "brackets", "expression", "line", "metric", "commands", "query", "bytes"],
)
def test_a_mean_view_is_shown_or_refused_in_a_line(view: str, tmp_path: Path) -> None:
    kind = ForkedTerminal if view.isascii() else AnyTerminal  # what else there is Python decodes as it starts
    terminal = kind(tmp_path, "--view", view)
    with suppress(pexpect.EOF):  # it is refused
        terminal.until(lambda text: len(text.split()) > WORDS)
    if terminal.child.isalive():
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == (143, "")
    else:
        assert terminal.child.wait() == 2
    assert list(tmp_path.rglob("hrss-tui-crash-*")) == []
