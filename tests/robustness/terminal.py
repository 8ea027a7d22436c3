"""The explorer in a pseudo-terminal of any kind, and whether it left the terminal as it found it."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pexpect
import pyte

from tests.robustness.process import ROOT
from tests.tui.frame.test_terminal import PATIENCE, Terminal

START = "从这里开始"
RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[?2004l")
"""The main screen, the cursor; no mouse reports, no bracketed paste."""

_SEQUENCE = re.compile(rb"\x1b(\[[0-9:;<=>?]*[ -/]*[@-~]|\].*?(\x07|\x1b\\))")
"""A command to a terminal."""


class AnyTerminal(Terminal):
    """A terminal of a kind: variables of the environment, a size, what happens before the program starts."""

    def __init__(
        self, home: Path, *arguments: str, env: Mapping[str, str | None] | None = None, size: tuple[int, int] = (24, 80),
        python: tuple[str, ...] = (), before: Any = None,
    ) -> None:  # fmt: skip
        environ: dict[str, str | None] = {
            "PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8",
            "TERM": "xterm-256color", **(env or {}),
        }  # fmt: skip
        self.screen = pyte.Screen(size[1], size[0])
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.child = self.spawn(
            sys.executable, [*python, "-m", "hrss_tui", *arguments], dimensions=size, timeout=PATIENCE, preexec_fn=before,
            env={name: value for name, value in environ.items() if value is not None},
        )  # fmt: skip
        self.modes = self._found()

    def _found(self) -> list[Any]:
        """The modes of the terminal as the program finds it."""
        return termios.tcgetattr(self.child.child_fd)

    def started(self) -> AnyTerminal:
        """The same, when its first screen is shown."""
        self.until(lambda text: START in text)
        return self

    def take(self) -> bool:
        """Read what there is, so that the program can write; True."""
        self.read()
        return True

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.child.kill(number)

    def ended(self) -> tuple[int, str]:
        """Read to the end: the exit status, and what was printed after the terminal was restored."""
        modes, end = self.modes, time.monotonic() + 2 * PATIENCE
        with suppress(pexpect.EOF):
            while True:
                assert time.monotonic() < end, "it goes on"
                self.written += self.child.read_nonblocking(65536, timeout=PATIENCE)
                modes = termios.tcgetattr(self.child.child_fd)
        self.child.wait()
        assert all(mark in self.written for mark in RESTORED), self.written[-300:]
        assert modes[:4] == self.modes[:4]
        said = _SEQUENCE.sub(b"", self.written.rpartition(b"\x1b[?1049l")[2])
        return self.child.exitstatus, said.decode("utf-8", "replace")


def state(pid: int) -> str:
    """What the system says a process is doing: R, S, T (stopped), Z; nothing where there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return ""


def is_alive(pid: int) -> bool:
    """Does the process still run?"""
    return state(pid) not in ("", "Z")


def happens(condition: Callable[[], bool]) -> bool:
    """Wait until something holds; False where it does not in all the time a busy machine may need."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
