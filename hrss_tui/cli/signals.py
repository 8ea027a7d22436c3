"""Being told to end: any signal to end unwinds the program like an interruption, so that nothing is left half done."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress

from hrss_tui.told import ENDING, status_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import Final, NoReturn

_MOMENT: Final = 0.01
"""Seconds after which a signal is sent again that was lost."""


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Inside, such a signal raises SystemExit with the status a shell would report, that of the keyboard KeyboardInterrupt.

    Whatever error comes out after a signal is the signal's: what raises it in the making of a class, for one, becomes
    another. Where it was raised in a callback, which loses it, the signal is sent again.

    A signal that the caller has us ignore (`nohup`) stays ignored; outside the main thread nothing changes. A
    process that was forked inside just dies: what it would unwind is its parent's, and the executor that made it
    would print the trace.
    """
    before = []
    told: list[int] = []
    owner = os.getpid()
    hook = sys.unraisablehook

    def end(number: int, frame: FrameType | None) -> NoReturn:
        if os.getpid() != owner:
            os._exit(status_of(number))
        told.append(number)
        raise _ended(number)

    def lost(what: sys.UnraisableHookArgs) -> None:
        if not told or not isinstance(what.exc_value, KeyboardInterrupt | SystemExit):
            hook(what)
            return
        from threading import Timer

        Timer(_MOMENT, os.kill, (os.getpid(), told[-1])).start()

    for name in ENDING:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) not in (signal.SIG_DFL, signal.default_int_handler):
            continue
        with suppress(ValueError):
            before.append((number, signal.signal(number, end)))
    if before:
        sys.unraisablehook = lost
    try:
        yield
    except BaseException as error:
        if told and os.getpid() == owner and not isinstance(error, KeyboardInterrupt | SystemExit):
            raise _ended(told[-1]) from None
        raise
    finally:
        if before:
            sys.unraisablehook = hook
        for number, handler in before:
            signal.signal(number, handler)


def _ended(number: int) -> KeyboardInterrupt | SystemExit:
    return KeyboardInterrupt() if number == signal.SIGINT else SystemExit(status_of(number))


def in_background() -> None:
    """For a process that works for this one: it leaves the terminal's interruption to it and just dies when told.

    It also ends when that one is gone, killed for one: it would wait for work for ever.
    """
    from threading import Thread

    Thread(target=_die_with_parent, daemon=True).start()
    for name in ENDING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _die_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(status_of(signal.SIGTERM))
