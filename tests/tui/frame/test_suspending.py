"""Ctrl+Z in a shell with job control: the terminal is the shell's for a while, and the screen as it was after `fg`."""

from __future__ import annotations

import os
import signal
import sys
import termios
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("terminals of Unix", allow_module_level=True)

import pexpect
import pyte

from hrss_tui.words import words
from tests.robustness.forked_terminal import ForkedTerminal
from tests.robustness.terminal import RESTORED, START, AnyTerminal, happens, state
from tests.tui.frame.test_terminal import PATIENCE, ROOT

PROMPT = "命令行>"
QUIET = 8
"""Readings in a row that bring nothing, after which nothing more is painted."""
ALTERNATE = b"\x1b[?1049h"


class Shell(AnyTerminal):
    """A terminal with a shell, which starts the program."""

    def __init__(self, home: Path) -> None:
        environ = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        environ |= {"TERM": "xterm-256color", "PS1": PROMPT}
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        shell = ["--norc", "--noediting", "-i"]
        self.child = pexpect.spawn("bash", shell, env=environ, dimensions=(24, 80), timeout=PATIENCE)
        self.until(lambda text: PROMPT in text)
        self.modes = termios.tcgetattr(self.child.child_fd)

    def prompted(self) -> None:
        """Wait for the shell to ask for the next command, on a terminal as it was; what the program painted is gone."""
        self.until(lambda _: self.written.rstrip().endswith(PROMPT.encode()))
        assert termios.tcgetattr(self.child.child_fd)[:4] == self.modes[:4]
        assert all(self.written.rfind(mark) > self.written.rfind(ALTERNATE) for mark in RESTORED)
        self.screen.reset()


def at_rest(terminal: AnyTerminal) -> list[list[tuple[object, ...]]]:
    """Every cell with its colours, when nothing more is painted."""
    quiet = 0
    while quiet < QUIET:
        before = len(terminal.written)
        terminal.read()
        quiet = quiet + 1 if len(terminal.written) == before else 0
    return look(terminal)


def look(terminal: AnyTerminal) -> list[list[tuple[object, ...]]]:
    """Every cell with its colours."""
    rows, columns = range(terminal.screen.lines), range(terminal.screen.columns)
    return [[tuple(terminal.screen.buffer[row][column]) for column in columns] for row in rows]


@pytest.mark.parametrize("wrapped", [False, True], ids=["itself", "in a script"])
def test_a_shell_has_the_terminal_until_it_is_told_to_go_on(wrapped: bool, tmp_path: Path) -> None:
    terminal = Shell(tmp_path)
    command = f"{sys.executable} -m hrss_tui"
    terminal.child.sendline(f"(true; {command}; true)" if wrapped else command)
    terminal.until(lambda text: START in text)
    terminal.child.send("2")
    terminal.until(lambda text: "208 社会保障和就业支出" in text)
    terminal.child.send("fqqq\r")
    terminal.until(lambda text: "没有符合" in text and "qqq" in text)
    before = at_rest(terminal)
    terminal.child.send("\x1a")
    terminal.prompted()
    terminal.child.sendline("echo 4$((1+1))")
    terminal.until(lambda _: b"\n42" in terminal.written)
    terminal.prompted()
    terminal.child.sendline("fg")
    terminal.until(lambda _: look(terminal) == before)
    terminal.child.send("\x1bOP")
    terminal.until(lambda text: "筛选眼前的内容" in text)
    terminal.child.send("\x1a")  # over a box as well
    terminal.prompted()
    terminal.child.sendline("bg")  # in the background it may not write, and stops again
    terminal.until(lambda _: terminal.written.count(b"Stopped") == 2 or not terminal.child.sendline("true"))
    terminal.prompted()
    terminal.resize(30, 100)
    terminal.child.sendline("fg")
    terminal.until(lambda text: "筛选眼前的内容" in text and "qqq" in text)
    terminal.child.send("\x1b")
    terminal.until(lambda text: "没有符合" in text and "筛选眼前的内容" not in text)
    terminal.child.send("\x11")
    terminal.prompted()
    terminal.child.sendline("exit")
    assert terminal.child.wait() == 0  # bash ends with what the explorer ended with


@pytest.mark.parametrize("stop", [signal.SIGSTOP, signal.SIGTSTP], ids=str)
def test_after_a_stop_from_elsewhere_everything_is_painted_again(
    stop: signal.Signals, tmp_path: Path
) -> None:
    terminal = ForkedTerminal(tmp_path).started()
    terminal.child.send("2")
    terminal.until(lambda text: "208 社会保障和就业支出" in text and "退出" in text)
    before = at_rest(terminal)
    terminal.signal(stop)
    assert happens(lambda: terminal.take() and state(terminal.child.pid) == "T")
    terminal.screen.reset()
    terminal.signal(signal.SIGCONT)
    terminal.until(lambda _: look(terminal) == before)
    terminal.child.send("q")
    assert terminal.ended() == (0, "")


def test_where_no_shell_waits_it_goes_on_and_says_so(tmp_path: Path) -> None:
    terminal = ForkedTerminal(tmp_path).started()
    terminal.child.send("\x1a")
    terminal.until(lambda text: words("zh")["suspend.nowhere"] in text)
    terminal.signal(signal.SIGTERM)
    assert terminal.ended() == (143, "")
