"""A program in a pseudo-terminal, for benchmarks: when it draws, how long a key press takes, how it ends."""

from __future__ import annotations

import atexit
import fcntl
import os
import pty
import select
import shutil
import struct
import tempfile
import termios
import time
from pathlib import Path

ROWS, COLUMNS = 24, 80
PATIENCE = 20.0
"""Seconds after which what was waited for will not come."""
FRAME = 0.004
"""Seconds of silence that end a frame, which may come in several pieces."""
CALM = 0.06
"""Seconds of silence after which a program waits for the next key: some frames, but not the blink of a cursor."""
COMPILED = tempfile.mkdtemp(prefix="bench-compiled-")
"""Where compiled modules are kept during the measurement."""
atexit.register(shutil.rmtree, COMPILED, ignore_errors=True)


def compiling(environment: dict[str, str]) -> dict[str, str]:
    """An environment in which modules are compiled once, as those of an installed program are."""
    kept = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": COMPILED}


class Terminal:
    """A program in a pseudo-terminal that answers nothing and collects what is drawn."""

    def __init__(self, command: list[str], rows: int = ROWS, columns: int = COLUMNS) -> None:
        self.started = time.perf_counter()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
            os.execvpe(command[0], command, compiling({**os.environ, **settings}))
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What is drawn within some time; empty where nothing is, or where the program has ended."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        try:
            return os.read(self.master, 65536) if ready else b""
        except OSError:
            return b""

    def until(self, text: str) -> float:
        """Seconds from the start until a text is drawn."""
        seen = b""
        while text.encode() not in seen and time.perf_counter() - self.started < PATIENCE:
            seen += self.read(0.5)
        return time.perf_counter() - self.started

    def quiet(self, seconds: float = 0.25) -> None:
        """Wait until nothing more is drawn."""
        while self.read(seconds):
            pass

    def press(self, key: str) -> float:
        """Seconds from a key press until the screen begins to change."""
        self.quiet()
        before = time.perf_counter()
        os.write(self.master, key.encode())
        self.read(PATIENCE)
        return time.perf_counter() - before

    def busy(self) -> float:
        """Processor seconds of the main thread so far; 0 where the system does not tell."""
        try:
            said = Path(f"/proc/{self.pid}/task/{self.pid}/schedstat").read_text("ascii")
        except OSError:
            return 0.0
        return int(said.split()[0]) / 1e9

    def painted(self, key: str, text: str = "") -> float:
        """Seconds from a key press until all of a frame with a text is drawn, without a text until any is.

        Raises TimeoutError where it never is.
        """
        self.quiet(CALM)
        before = last = time.perf_counter()
        os.write(self.master, key.encode())
        seen = b""
        while True:
            complete = seen and text.encode() in seen
            drawn = self.read(FRAME if complete else PATIENCE)
            if not drawn and complete:
                return last - before
            if not drawn or time.perf_counter() - before > PATIENCE:
                raise TimeoutError(f"{text!r} is not drawn after {key!r}")
            seen += drawn
            last = time.perf_counter()

    def end(self, key: str = "") -> tuple[float, float]:
        """Quit, where a key does that; seconds it took, and processor seconds of the whole life."""
        before = time.perf_counter()
        if key:
            os.write(self.master, key.encode())
        while True:
            self.read(0.01)
            pid, _, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                break
        took = time.perf_counter() - before
        os.close(self.master)
        return took, usage.ru_utime + usage.ru_stime
