"""Quitting at once: the toolkit's thread that waits for keys is woken, instead of waiting for its clock twice."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

TICK = 0.1
"""Seconds after which an unfinished sequence of a key is taken for what it is."""
_READ = 4096


class PromptDriver(LinuxDriver):
    """The driver of Unix terminals with an input thread that also listens to a pipe."""

    _wake: int | None = None

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

    def _listen(self, selector: selectors.SelectSelector) -> None:
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            ready = {key.fd for key, _ in selector.select(TICK)}
            if self.fileno in ready:
                text = decode(os.read(self.fileno, _READ))
                if not text:
                    selector.unregister(self.fileno)
                for event in parser.feed(text) if text else ():
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
