"""Being told to end: SIGTERM and SIGHUP unwind the program like an interruption, so that nothing is left half done."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import Final, NoReturn

_ENDING: Final = ("SIGTERM", "SIGHUP")
_SHELL: Final = 128
"""What a shell adds to the number of the signal that ended a program."""


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Inside, such a signal raises SystemExit with the status a shell would report.

    A signal that the caller has us ignore (`nohup`) stays ignored; outside the main thread nothing changes. A
    process that was forked inside just dies: what it would unwind is its parent's, and the executor that made it
    would print the trace.
    """
    before = []
    owner = os.getpid()

    def end(number: int, frame: FrameType | None) -> NoReturn:
        if os.getpid() != owner:
            os._exit(_SHELL + number)
        raise SystemExit(_SHELL + number)

    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is not signal.SIG_DFL:
            continue
        with suppress(ValueError):
            before.append((number, signal.signal(number, end)))
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def in_background() -> None:
    """For a process that works for this one: it leaves the terminal's interruption to it and just dies when told.

    It also ends when that one is gone, killed for one: it would wait for work for ever.
    """
    from threading import Thread

    Thread(target=_die_with_parent, daemon=True).start()
    for name in _ENDING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _die_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(_SHELL + signal.SIGTERM)
