"""The real program in a pseudo-terminal from start to quit, its screen read back as a terminal shows it."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte
import pytest

ROOT = Path(__file__).parents[3]
PATIENCE = 30.0


class Terminal:
    """The program with a terminal around it."""

    spawn = pexpect.spawn
    """What starts it."""

    def __init__(self, home: Path, *arguments: str, rows: int = 24, columns: int = 80, **more: str) -> None:
        environ = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        environ |= {
            "TERM": "xterm-256color",
            "XDG_CONFIG_HOME": str(home),
            "XDG_STATE_HOME": str(home),
        } | more
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.child = self.spawn(
            sys.executable,
            ["-m", "hrss_tui", *arguments],
            env=environ,
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )

    def text(self) -> str:
        """What is on the screen now; not `display`, which stumbles where a wide character is half overwritten."""
        rows, columns = range(self.screen.lines), range(self.screen.columns)
        return "\n".join("".join(self.screen.buffer[row][column].data for column in columns) for row in rows)

    def until(self, holds: Callable[[str], bool]) -> str:
        """Read what the program writes until the screen is as expected."""
        end = time.monotonic() + PATIENCE
        while not holds(self.text()):
            assert time.monotonic() < end, self.text()
            self.read()
        return self.text()

    def read(self) -> None:
        """Take what has been written, if anything has."""
        try:
            data = self.child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return
        self.written += data
        self.stream.feed(data)

    def resize(self, rows: int, columns: int) -> None:
        """Another size, as a window manager sets it."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)
        self.child.kill(signal.SIGWINCH)

    def end(self) -> int:
        """Read to the end; the exit status."""
        try:
            while True:
                self.written += self.child.read_nonblocking(65536, timeout=PATIENCE)
        except pexpect.EOF:
            self.child.close()
        return int(self.child.exitstatus or 0)


def test_from_start_to_quit(pack_file: str, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "--pack", pack_file)
    terminal.until(lambda text: "从这里开始" in text)
    terminal.child.send("2")
    terminal.until(lambda text: "208 社会保障和就业支出" in text)
    terminal.child.send("3")
    terminal.until(lambda text: "喀什地区" in text)
    terminal.child.send("/")
    terminal.until(lambda text: "输入即搜索" in text)
    terminal.child.send("南疆")
    terminal.until(lambda text: "南疆四地州" in text)
    terminal.child.send("\x1b[B")
    terminal.until(lambda text: "▌" in text)
    terminal.child.send("y")
    terminal.until(lambda _: b"\x1b]52;c;" in terminal.written)
    terminal.resize(10, 40)
    terminal.until(lambda text: "40x10" in text)
    terminal.resize(24, 80)
    terminal.until(lambda text: "南疆四地州" in text)
    terminal.child.send("7")
    terminal.until(lambda text: "无法核对" in text)
    terminal.child.send("5")
    terminal.until(lambda text: "南疆" in text)
    terminal.child.send(
        "/就业\r1"
    )  # in one burst: the box holds its paint until results are there, on a page already left
    terminal.until(lambda text: "从这里开始" in text)
    terminal.child.send("q")
    assert terminal.end() == 0
    assert b"\x1b[?1049l" in terminal.written
    last = terminal.written[: terminal.written.rindex(b"\x1b[?1049l")].rpartition(b"\x1b[H\x1b[J")
    assert b"\x1b[H\x1b[J" in last, "of a screen that was made larger tmux leaves a part to the shell"
    assert not re.search(rb"\x1b\[[\d;]*H", last[2]), "and nothing is drawn after it"
    assert b"Traceback" not in terminal.written


COLOURS = re.compile(rb"\x1b\[(?:\d+;)*(?:[34][0-8]|9[0-7]|10[0-7])[;m]")


@pytest.mark.parametrize(
    ("environ", "holds", "never"),
    [
        ({"TERM": "xterm"}, rb"\x1b\[1;91;40m", rb"[34]8;[25];"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, rb"\x1b\[1;7;39;49m", COLOURS.pattern),
    ],
    ids=["sixteen colours", "none"],
)
def test_a_terminal_gets_the_colours_it_has(
    pack_file: str, tmp_path: Path, environ: dict[str, str], holds: bytes, never: bytes
) -> None:
    terminal = Terminal(tmp_path, "--pack", pack_file, "--view", "checks?status=fails", **environ)
    terminal.until(lambda text: "不符" in text and "所述" in text)
    terminal.child.send("q")
    assert terminal.end() == 0
    assert re.search(holds, terminal.written)
    assert re.search(never, terminal.written) is None
