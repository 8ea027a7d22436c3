"""What takes long in a large package is read beside the interface, and shown when it is there."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from hrss_tui.tui.page.base import Page

Read = TypeVar("Read")
Going = Callable[[int, int], bool]
"""Hears how much is done of how much; says whether it is still wanted."""
A_WHILE = 0.1
"""Seconds between two words on how far it is."""


AGAIN = 8
"""Readings of a page after which also what was set aside is looked through: a document that was left may be among it."""


@contextmanager
def set_aside(*, again: bool) -> Iterator[None]:
    """What is read within stays, and nobody is to wait while it is looked through; what is garbage already goes before."""
    if again:
        gc.unfreeze()
    gc.collect()
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


class ReadingPage(Page):
    """A page that reads before it shows: at once from a small package, in a thread from a large one."""

    reading_number = 0

    def read(self, work: Callable[[Going], Read], show: Callable[[Read], None], *, long: bool) -> None:
        """Show what `work` gives; where it takes `long` not before it is there, and not if something else is wanted then."""
        self.reading_number += 1
        if long:
            self.say_reading(0, 0)
            job = partial(self._read_beside, self.reading_number, work, show)
            self.run_worker(job, thread=True, group=f"reading {self.NAME}", exclusive=True)
        else:
            show(work(lambda _done, _total: True))

    def say_reading(self, done: int, total: int) -> None:
        """Say on the page how far it is; of `total` 0 nothing is known."""

    def reading_words(self, done: int, total: int) -> str:
        """The same in words."""
        return self.desk.say("reading.part", done=done, total=total) if total else self.desk.say("reading")

    def _read_beside(self, number: int, work: Callable[[Going], Read], show: Callable[[Read], None]) -> None:
        told = time.monotonic()

        def going(done: int, total: int) -> bool:
            nonlocal told
            wanted = number == self.reading_number
            if wanted and time.monotonic() - told > A_WHILE:
                told = time.monotonic()
                self.app.call_from_thread(self._say_how_far, number, done, total)
            return wanted

        with set_aside(again=number % AGAIN == 0):
            found = work(going)
        if number == self.reading_number:
            self.app.call_from_thread(self._show_read, number, found, show)

    def _say_how_far(self, number: int, done: int, total: int) -> None:
        if number == self.reading_number:
            self.say_reading(done, total)

    def _show_read(self, number: int, found: Read, show: Callable[[Read], None]) -> None:
        if number == self.reading_number:
            self.post_message(self.Filled(lambda: show(found)))
            self.post_message(self.Went())
