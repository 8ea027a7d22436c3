"""What tells a program that hangs from a machine that has no time for it.

On a starved machine an answer may take minutes in which the program did next to nothing: the seconds that count are
those of the processor. What waits for ever uses none of them: that ends after a while that no starved machine takes.
"""

from __future__ import annotations

import faulthandler
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from textual.pilot import Pilot, WaitForScreenTimeout

HANG: Final = 60.0
"""Seconds of the processor after which an act that is not over is taken for one that never is."""
LONGEST: Final = 900.0
"""Seconds of the clock after which it is, whatever the processor did."""
WAITS: Final = 20
"""Times that the toolkit waits half a minute for the screen to answer, before nobody believes that it will.

It also waits in vain for a widget that is taken away meanwhile; of those that are there the next time has an answer.
"""


@contextmanager
def watched(busy: float = HANG, longest: float = LONGEST) -> Iterator[None]:
    """End the process with all stacks on its standard error where what is inside does not come to an end."""
    faulthandler.dump_traceback_later(longest, exit=True, file=sys.__stderr__ or 2)
    if hasattr(signal, "setitimer"):
        faulthandler.register(
            signal.SIGPROF, file=sys.__stderr__ or 2, chain=True
        )  # then it ends, as it would without
        signal.setitimer(signal.ITIMER_PROF, busy)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_PROF, 0)


_once = Pilot._wait_for_screen


async def patient(pilot: Pilot[int], timeout: float = 30.0) -> bool:
    """`Pilot._wait_for_screen`, as often as a starved machine needs. Raises WaitForScreenTimeout at last."""
    for _ in range(WAITS - 1):
        try:
            return await _once(pilot, timeout)
        except WaitForScreenTimeout:
            continue
    return await _once(pilot, timeout)
