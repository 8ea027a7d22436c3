"""The explorer as a job of a shell: started behind other programs, suspended, brought back and told to end."""

from __future__ import annotations

import os
import re
import shutil
import sys
import termios
from pathlib import Path

import pyte
import pytest

if sys.platform == "win32":
    pytest.skip("terminals of Unix", allow_module_level=True)

from tests.robustness.process import ROOT
from tests.robustness.terminal import START, AnyTerminal, happens, is_alive, state
from tests.tui.frame.test_terminal import PATIENCE

SHELL = shutil.which("bash")
pytestmark = pytest.mark.skipif(SHELL is None, reason="needs a shell with jobs")
BUDGET = "208 社会保障和就业支出"


class Shell(AnyTerminal):
    """A shell on a terminal of its own, whose first job is the explorer."""

    def __init__(self, home: Path, behind: str) -> None:
        self.screen = pyte.Screen(100, 30)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        variables = {
            "HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "PS1": "$ ",
        }
        self.child = self.spawn(
            str(SHELL), ["--norc", "--noediting", "-i"], dimensions=(30, 100), timeout=PATIENCE,
            env={"PATH": os.environ["PATH"], **variables},
        )  # fmt: skip
        self.until(lambda text: "$" in text)
        self.modes = termios.tcgetattr(self.child.child_fd)
        self.say(f"echo job=$$; {sys.executable} -m hrss_tui {behind}")

    def say(self, line: str) -> None:
        """Type a line."""
        self.child.send(f"{line}\n")

    def job(self) -> int:
        """The process of the explorer, once it runs."""
        children = Path(f"/proc/{self.child.pid}/task/{self.child.pid}/children")
        assert happens(lambda: self.take() and children.read_text("utf-8").split() != [])
        return int(children.read_text("utf-8").split()[0])

    def rests(self, pid: int) -> bool:
        """Wait until a process is stopped."""
        return happens(lambda: self.take() and state(pid) == "T")


def test_started_behind_other_programs_it_begins_when_it_is_brought_to_the_front(tmp_path: Path) -> None:
    shell = Shell(tmp_path, "&")
    assert shell.rests(shell.job())
    shell.say("fg")
    shell.until(lambda text: START in text)
    shell.child.send("2")
    shell.until(lambda text: BUDGET in text)
    shell.child.send("q")
    shell.until(lambda _: b"\x1b[?1049l" in shell.written)
    shell.say("echo ended=$?")
    shell.until(lambda _: re.search(rb"ended=\d", shell.written) is not None)
    assert b"ended=0" in shell.written
    assert termios.tcgetattr(shell.child.child_fd)[:4] == shell.modes[:4]
    shell.child.close()


@pytest.mark.parametrize("begun", [False, True], ids=["never begun", "suspended"])
def test_told_to_end_while_it_is_stopped_it_ends_and_leaves_the_terminal_alone(
    begun: bool, tmp_path: Path
) -> None:
    shell = Shell(tmp_path, "" if begun else "&")
    pid = shell.job()
    if begun:
        shell.until(lambda text: START in text)
        shell.child.send("\x1a")
        shell.until(lambda _: b"\x1b[?1049l" in shell.written)
    assert shell.rests(pid)
    before = shell.written.count(b"\x1b[?1049")
    shell.say("kill %1")
    assert happens(lambda: shell.take() and not is_alive(pid)), state(pid)
    shell.say("wait %1; echo ended=$?")
    shell.until(lambda _: re.search(rb"ended=\d", shell.written) is not None)
    assert shell.written.count(b"\x1b[?1049") == before
    assert termios.tcgetattr(shell.child.child_fd)[:4] == shell.modes[:4]
    shell.child.close()
