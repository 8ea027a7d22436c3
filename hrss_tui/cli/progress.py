"""How far a build is, on stderr: one line that changes on a terminal, else a few lines that stay."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from hrss_tui.cli.context import narrate
from hrss_tui.plain import substituted

_LINES = 20
"""Lines at most for all files, where stderr is no terminal."""
_CLEAR = "\r\x1b[K"
_PATIENCE = 1.0
"""Seconds of one file after which its pages are told."""
_AGAIN = 0.2
"""Seconds between two changes of the line."""


class Progress:
    """Tells of files and of the pages of one, and on a terminal how much time is left at the pace so far.

    Without a terminal pages are not told: lines would pile up. `page` and `left` are how it is said, with places for
    numbers; where `left` is empty no time is told for the files.
    """

    def __init__(self, page: str, left: str = "", clock: Callable[[], float] = time.monotonic) -> None:
        self._page, self._left, self._clock = page, left, clock
        self._files = ""
        self._first: tuple[float, int] | None = None
        self._name, self._began, self._told = "", 0.0, 0.0

    def file(self, done: int, total: int, name: str) -> None:
        """So many files are done, the last of them one of this name."""
        self._files = f"[{done}/{total}] "
        if sys.stderr is None:
            return
        if sys.stderr.isatty():
            said = f"{_CLEAR}{self._files}{substituted(name)}{self._remaining(done, total)}"
            narrate(said, end="\n" if done == total else "")
        elif done == total or done * _LINES // total > (done - 1) * _LINES // total:
            narrate(f"{self._files}{substituted(name)}")

    def _remaining(self, done: int, total: int) -> str:
        """The time that is left for all files, once there is a pace to judge it by."""
        if not self._left or done == total:
            return ""
        now = self._clock()
        began, first = self._first = self._first or (now, done)
        if done == first or now - began < _PATIENCE:
            return ""
        return " " + self._left.format(left=_minutes((now - began) / (done - first) * (total - done)))

    def page(self, done: int, total: int, name: str) -> None:
        """So many pages of a file are done: with the time that is left for it, at the pace so far."""
        now = self._clock()
        if name != self._name or done <= 1:
            self._name, self._began, self._told = name, now, now
        slow = now - self._began >= _PATIENCE and now - self._told >= _AGAIN
        if not (slow and sys.stderr is not None and sys.stderr.isatty()):
            return
        self._told = now
        left = (now - self._began) / max(done - 1, 1) * (total - done)
        said = self._page.format(done=done, total=total, left=_minutes(left))
        narrate(f"{_CLEAR}{self._files}{substituted(name)} {said}", end="")


def _minutes(seconds: float) -> str:
    """1:05."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"
