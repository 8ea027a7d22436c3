"""Quitting at once: the toolkit's thread that waits for keys is woken, instead of waiting for its clock twice."""

from __future__ import annotations

import os
import selectors
import termios
from codecs import getincrementaldecoder
from contextlib import suppress

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from hrss_tui.tui.ending import LOST

TICK = 0.1
"""Seconds after which an unfinished sequence of a key is taken for what it is."""
_READ = 4096


class PromptDriver(LinuxDriver):
    """The driver of Unix terminals with an input thread that also listens to a pipe."""

    _wake: int | None = None

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop: as after one of the keyboard, for which threads were ended, also after any other.

        Whom the system has just taken the terminal from is told to go on as well; there is nothing to go on with.
        """
        with suppress(termios.error):
            termios.tcgetattr(self.fileno)
            if not self._must_signal_resume:
                self.suspend_application_mode()
            super()._sigcont_application()

    def disable_input(self) -> None:
        """Stop listening; the thread hears of it at once."""
        if self._wake is not None:
            with suppress(OSError):
                os.write(self._wake, b"q")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Wait for input and pass it on, until the program ends."""
        heard, self._wake = os.pipe()
        try:
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                selector.register(heard, selectors.EVENT_READ)
                self._listen(selector)
        finally:
            wake, self._wake = self._wake, None
            os.close(wake)
            os.close(heard)

    def _read(self) -> bytes:
        """What was typed; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""

    def _listen(self, selector: selectors.SelectSelector) -> None:
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            ready = {key.fd for key, _ in selector.select(TICK)}
            if self.fileno in ready:
                read = self._read()
                if not read:
                    selector.unregister(self.fileno)
                    self._loop.call_soon_threadsafe(self._app.exit, LOST)
                text = decode(read)
                for event in parser.feed(text) if text else ():
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
