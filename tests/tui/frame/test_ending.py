"""The parts of an end in order: output to a terminal that is gone, errors of tasks and threads, the first error."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import Any

import pytest
from textual.worker import WorkerFailed

from hrss_tui.tui.frame.ending import EndingApp

if sys.platform == "win32":
    pytest.skip("terminals of Unix", allow_module_level=True)

import os
import threading

from hrss_tui.tui.frame import leaving


class Gone:
    """A file on a terminal that has been closed."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def fileno(self) -> int:
        return -1

    def write(self, text: str) -> None:
        raise self.error

    def flush(self) -> None:
        raise self.error


@pytest.mark.parametrize("error", [OSError(5, "EIO"), BrokenPipeError(), ValueError("closed")], ids=repr)
def test_output_to_a_terminal_that_is_gone_says_so_and_goes_nowhere(error: Exception) -> None:
    told: list[str] = []
    output = leaving.Output(Gone(error), lambda: told.append("gone"))
    output.write("text")
    output.flush()
    assert told == ["gone", "gone"]


def test_output_waits_for_the_terminal_also_where_another_program_made_it_not_wait() -> None:
    read, write = os.pipe()
    os.set_blocking(write, False)
    with os.fdopen(write, "w", encoding="utf-8") as file:
        leaving.Output(file, lambda: None)
        assert os.get_blocking(write)
    os.close(read)


def test_an_error_of_the_input_thread_ends_the_program_with_it() -> None:
    class Stumbling(leaving.PromptDriver):
        """A driver that cannot make sense of its input."""

        def _listen(self, selector: Any) -> None:
            raise LookupError("input")

    seen: list[Exception] = []

    class Told:
        """A program and its loop."""

        _handle_exception = seen.append

        def call_soon_threadsafe(self, act: Any, *values: Any) -> None:
            act(*values)

    read, write = os.openpty()
    driver: Any = Stumbling.__new__(Stumbling)
    driver._app = driver._loop = Told()
    driver.fileno, driver.exit_event = read, threading.Event()
    driver.run_input_thread()
    assert [type(error) for error in seen] == [LookupError]
    os.close(read)
    os.close(write)


async def test_the_first_error_is_kept_that_of_a_worker_unwrapped_and_none_after_an_exit() -> None:
    app = EndingApp()
    with pytest.raises(KeyError):
        async with app.run_test():
            app._handle_exception(WorkerFailed(KeyError("first")))
            app._handle_exception(ValueError("second"))
    assert (repr(app.crash), app.return_code) == ("KeyError('first')", 70)

    other = EndingApp()
    async with other.run_test():
        other.exit(0)
        other._handle_exception(ValueError("half taken down"))
    assert (other.crash, other.return_code) == (None, 0)


async def test_an_error_that_no_task_awaits_ends_the_program_with_it() -> None:
    async def fail() -> None:
        raise LookupError("nobody waits")

    app = EndingApp()
    with pytest.raises(LookupError):
        async with app.run_test() as pilot:
            task = asyncio.create_task(fail())
            del task
            for _ in range(100):
                await pilot.pause(0)
    assert isinstance(app.crash, LookupError)


def test_before_it_runs_a_signal_does_what_it_did_before_and_afterwards_again() -> None:
    seen: list[int] = []
    kept = signal.signal(signal.SIGTERM, lambda number, frame: seen.append(number))
    ignored = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with EndingApp().heeding_signals():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, kept)
        signal.signal(signal.SIGHUP, ignored)
    assert seen == [signal.SIGTERM, signal.SIGTERM]
