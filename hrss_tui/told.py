"""The signals that tell a program to end, and how one ends that has nothing half done yet."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType
    from typing import Final, NoReturn

ENDING: Final = (
    "SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGABRT", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGUSR1", "SIGUSR2",
    "SIGXCPU", "SIGIO", "SIGPWR", "SIGSTKFLT",
)  # fmt: skip
"""What the system ends a program by that does not heed it, and that a program can heed."""
_SHELL: Final = 128


def status_of(number: int) -> int:
    """The exit status of who is ended by a signal: what a shell reports."""
    return _SHELL + number


def heeded() -> dict[signal.Signals, Callable[[int, FrameType | None], object]]:
    """The signals to end that somebody heeds, with what they do; one that the caller has us ignore (`nohup`) is none of them."""
    numbers = [number for name in ENDING if (number := getattr(signal, name, None)) is not None]
    return {number: handler for number in numbers if callable(handler := signal.getsignal(number))}


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Inside, a signal to end that is heeded ends the process there and then: for as long as nothing is half done.

    While modules are imported nothing can be unwound: what is raised inside a callback of the import system is lost,
    inside the making of a class it becomes another error, and the program would go on or report an error of its own.
    """
    before = heeded()

    def end(number: int, frame: FrameType | None) -> NoReturn:
        os._exit(status_of(number))

    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
