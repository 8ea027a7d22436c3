"""How the explorer ends when it did not choose to: told by a signal, its terminal gone, an error nobody foresaw.

Each way leads through the toolkit's own way out, so that the terminal is as it was before and no thread is left.
What the toolkit would print about an error, with the values of all variables, is printed by nobody: the error is
kept for the command line, which reports it. Where the way out is blocked, by a terminal that takes no more output
for one, the process ends all the same, after `GRACE`.
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, Final

from textual.app import App
from textual.worker import WorkerFailed

from hrss_tui.errors import EXIT_CRASH
from hrss_tui.told import heeded, status_of

LOST: Final = 129
"""Exit status where the terminal is gone: what a shell reports after SIGHUP."""
GRACE: Final = 5.0
"""Seconds that ending in order may take."""


class EndingApp(App[int]):
    """An application that ends in order whatever ends it. `crash` is the error that did, if one did."""

    crash: Exception | None = None
    _heart: asyncio.AbstractEventLoop | None = None
    _deadline: threading.Timer | None = None

    @contextmanager
    def heeding_signals(self) -> Iterator[None]:
        """Inside, a signal to end ends the program; until it runs, what the signal did before is done.

        A signal that the caller has us ignore (`nohup`) stays ignored.
        """
        before = heeded()

        def told(number: int, frame: FrameType | None) -> None:
            if self._heart is None:
                before[signal.Signals(number)](number, frame)
            else:
                self.end(status_of(number))

        for number in before:
            signal.signal(number, told)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
            if self._deadline is not None:
                self._deadline.cancel()

    def on_load(self) -> None:
        """From now on the program can be ended in order, and so does an error that no task awaits."""
        self._heart = asyncio.get_running_loop()
        self._heart.set_exception_handler(self._task_failed)

    @property
    def is_ending(self) -> bool:
        """Whether it was told to end."""
        return self._deadline is not None

    def end(self, status: int) -> None:
        """End with a status. May be called from a signal handler and from any thread, and more than once."""
        if self._deadline is None:
            self._deadline = threading.Timer(GRACE, self._give_up, (status,))
            self._deadline.daemon = True
            self._deadline.start()
        if self._heart is not None:
            with suppress(RuntimeError):  # the loop is closed: it has ended
                self._heart.call_soon_threadsafe(self.exit, status)

    def _give_up(self, status: int) -> None:
        """The way out is blocked: restore what can be restored, and end."""
        abandon = getattr(self._driver, "abandon", None)
        if abandon is not None:
            abandon()
        os._exit(status)

    def _task_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """An error that no task awaited."""
        error = context.get("exception")
        if isinstance(error, Exception) and self.is_running:
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """Keep the first error and end. The toolkit calls this for every error that nothing has handled.

        Not those of an end already under way: what is half built then misses what is already taken down.
        """
        if self._exit:
            self._close_messages_no_wait()
            return
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        if self.crash is None:
            self.crash = error
        self._return_code = EXIT_CRASH
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()
