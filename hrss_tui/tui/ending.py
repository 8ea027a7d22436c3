"""How the explorer ends when it did not choose to: told by a signal, its terminal gone, an error nobody foresaw.

Each way leads through the toolkit's own way out, so that the terminal is as it was before and no thread is left.
What the toolkit would print about an error, with the values of all variables, is printed by nobody: the error is
kept for the command line, which reports it.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from contextlib import suppress
from typing import Any, Final

from textual.app import App
from textual.worker import WorkerFailed

from hrss_tui.errors import EXIT_CRASH

LOST: Final = 129
"""Exit status where the terminal is gone: what a shell reports after SIGHUP."""
_SHELL: Final = 128
_ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")


class EndingApp(App[int]):
    """An application that ends in order whatever ends it. `crash` is the error that did, if one did."""

    crash: Exception | None = None

    def heed_signals(self) -> None:
        """From now on a signal, a lost terminal and an error in any thread or task end the program."""
        loop = asyncio.get_running_loop()
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self.exit, _SHELL + number)
        loop.set_exception_handler(self._task_failed)
        threading.excepthook = lambda failed: self._thread_failed(loop, failed.exc_value)

    def _task_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """An error that no task awaited."""
        error = context.get("exception")
        if isinstance(error, Exception) and self.is_running:
            self._handle_exception(error)

    def _thread_failed(self, loop: asyncio.AbstractEventLoop, error: BaseException | None) -> None:
        """An error that ended a thread; one of the system where it writes to the terminal means that this is gone."""
        with suppress(RuntimeError):
            if isinstance(error, OSError):
                loop.call_soon_threadsafe(self.exit, LOST)
            elif isinstance(error, Exception):
                loop.call_soon_threadsafe(self._handle_exception, error)

    def _handle_exception(self, error: Exception) -> None:
        """Keep the first error and end. The toolkit calls this for every error that nothing has handled."""
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        if self.crash is None:
            self.crash = error
        self._return_code = EXIT_CRASH
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()
