"""The processes that read PDFs: started when there is a file, kept for the next one where the system can fork.

A kept process reads no file itself: it has loaded what reading needs, and forks one child for each (see `child`), so
that every file has a process of its own without the time that starting an interpreter takes.
"""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

KEPT = sys.platform == "linux"
"""Elsewhere a fork is not safe (macOS) or unknown (Windows)."""

_LARGE_PAGES = "glibc.malloc.hugetlb=1"
"""Asks the C library of Linux for large pages, where it knows them, for what takes megabytes.

Of a file that names a font and does not hold it, the whole font of the system is read, tens of megabytes for each file:
to get them page by page took half of the time of a short one.
"""


class Process:
    """One process and its pipes; `fresh` until it has answered."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command = tuple(command)
        self.fresh = True
        # In a session of its own, what it forks ends together with it, and Ctrl-C ends nothing behind our back.
        self._popen = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=KEPT,
            env=_environment() if KEPT else None,
        )

    @property
    def questions(self) -> IO[bytes]:
        """Where it is asked."""
        assert self._popen.stdin is not None
        return self._popen.stdin

    @property
    def answers(self) -> IO[bytes]:
        """Where it answers."""
        assert self._popen.stdout is not None
        return self._popen.stdout

    def kill(self) -> None:
        """End it and what it has forked, whatever they are at."""
        if KEPT:
            # It has not been waited for, so its number is still its own.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._popen.pid, signal.SIGKILL)
        self._popen.kill()

    def close(self) -> None:
        """End it and wait for that."""
        self.kill()
        with suppress(OSError):
            self.questions.close()
        self.answers.close()
        self._popen.wait()

    def dismiss(self) -> None:
        """Tell one that waits that there are no more questions, and wait for its end."""
        with suppress(OSError):
            self.questions.close()
        self.answers.close()
        self._popen.wait()


def _environment() -> dict[str, str]:
    """The variables of this process; of what these ask of the C library themselves, that stands last and holds."""
    asked = os.environ.get("GLIBC_TUNABLES")
    return {**os.environ, "GLIBC_TUNABLES": f"{_LARGE_PAGES}:{asked}" if asked else _LARGE_PAGES}


_IDLE: dict[int, list[Process]] = {}
"""Who started them → processes that wait: the one thing that outlives a file, for the sake of the next.

What a fork of this process inherits belongs to whoever started it, and is left to it.
"""


def taken(command: Sequence[str]) -> Process:
    """A process started by this command: one that waits, or a new one."""
    idle = _IDLE.setdefault(os.getpid(), [])
    while idle:
        process = idle.pop()
        if process.command == tuple(command):
            return process
        process.dismiss()
    return Process(command)


def kept(process: Process) -> None:
    """The process has answered: it waits for the next question, or ends."""
    process.fresh = False
    if KEPT:
        _IDLE.setdefault(os.getpid(), []).append(process)
    else:
        process.close()


@atexit.register
def dismiss_all() -> None:
    """No process waits any more."""
    for process in _IDLE.pop(os.getpid(), ()):
        process.dismiss()
