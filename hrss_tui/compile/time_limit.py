"""A limit of time for a piece of work in this process, in whichever thread and on whichever system it runs.

Compiling is pure Python over frozen records, so it can be ended between any two of its steps and leaves nothing
behind: when the time is over, `OutOfTime` is raised where the work stands.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
"""Sets what a thread raises at its next step. It cannot be taken back without leaving the interpreter on its guard for good."""


class OutOfTime(BaseException):
    """The time is over. No handler of ordinary errors may take it for one of its own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Do what is inside for at most so many seconds. Raises OutOfTime in it, never behind it."""
    thread = ctypes.c_ulong(threading.get_ident())
    done = threading.Event()
    changing = threading.Lock()

    def end() -> None:
        with changing:
            if not done.is_set():
                _raise_in(thread, ctypes.py_object(OutOfTime))

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with changing:
            done.set()
        timer.cancel()
        for _ in range(2):
            pass  # a step, for what was set in the last moment to arrive here
