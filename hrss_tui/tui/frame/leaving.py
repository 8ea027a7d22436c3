"""Quitting at once, stopping for a while, and a terminal that may be gone at any moment or send anything.

The toolkit's thread that waits for keys is woken, instead of waiting for its clock twice. Its thread that writes
would die where the terminal is gone, and the program wait for it for ever; here the program is told to end. Input
that no key sends (noise on the line, a file that is played back) is passed over, and a size that no screen has,
which would take all memory, is taken for the largest.
"""

from __future__ import annotations

import os
import select
import selectors
import signal
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Final

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from hrss_tui.tui.frame.ending import LOST, EndingApp
from hrss_tui.tui.frame.heard import Heard

TICK = 0.1
"""Seconds after which an unfinished sequence of a key is taken for what it is."""
_READ = 4096
LARGEST: Final = (1000, 300)
"""Columns and rows that are drawn on."""
_EMPTIED: Final = "\x1b[H\x1b[J"
"""Nothing is left on the screen: of one that was made larger tmux would leave a part to the shell."""
_DRAWN_ON: Final = 2
"""The toolkit draws on stderr."""
_RESTORED: Final = b"\x1b[?2026l\x1b[?1000;1003;1015;1006;1004;2004;2048l\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h"
"""Out of everything that the driver may have asked a terminal for."""


class Output:
    """What the writing thread writes to: the terminal; once that is gone, nothing, and `gone` is called."""

    def __init__(self, file: Any, gone: Callable[[], None]) -> None:
        self._file = file
        self._gone = gone
        # Another program may have left the terminal in this state, in which output is lost.
        with suppress(OSError):
            os.set_blocking(file.fileno(), True)

    def write(self, text: str) -> None:
        """Write as much as the terminal takes."""
        self._unless_gone(lambda: self._file.write(text))

    def flush(self) -> None:
        """Send what is held back."""
        self._unless_gone(self._file.flush)

    def _unless_gone(self, act: Callable[[], object]) -> None:
        try:
            act()
        except (OSError, ValueError):
            self._gone()


def bounded(size: tuple[int, int]) -> Size:
    """A size that can be drawn on."""
    return Size(min(size[0], LARGEST[0]), min(size[1], LARGEST[1]))


class PromptDriver(LinuxDriver):
    """The driver of Unix terminals with an input thread that also listens to a pipe."""

    _app: EndingApp
    _wake: int | None = None
    _returns = False
    """Whether the terminal is given back for a while only."""

    def __init__(self, app: EndingApp, **chosen: Any) -> None:
        super().__init__(app, **chosen)
        self._file: Any = Output(sys.__stderr__, lambda: app.end(LOST))
        self._size = self._get_terminal_size()
        self._heed_stops()

    def pause(self) -> bool:
        """Give the terminal back and stop, with all that run with us, until somebody has us go on.

        False, at once, where there is no shell that could: the whole session is one group of processes. The stop is the
        system's own, which stops nobody that nobody waits for.
        """
        group = os.getpgrp()
        if group == os.getsid(0):
            return False
        self.suspend_application_mode()
        for number in (signal.SIGTSTP, signal.SIGCONT):
            self._loop.remove_signal_handler(number)
        os.killpg(group, signal.SIGTSTP)
        self._heed_stops()
        self._must_signal_resume = True
        self._sigcont_application()
        return True

    @property
    def _draws(self) -> bool:
        """Whether the terminal is ours: not before the first start, nor where it was given back."""
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def write(self, data: str) -> None:
        """Write to the terminal while it is ours; it shows everything anew when it is again."""
        if self._draws:
            super().write(data)

    def stop_application_mode(self) -> None:
        """Give the terminal back, once: the shell may have it already."""
        if self._draws:
            if not self._returns:
                self.write(_EMPTIED)
            super().stop_application_mode()

    def suspend_application_mode(self) -> None:
        """Give it back for a while."""
        self._returns = True
        try:
            super().suspend_application_mode()
        finally:
            self._returns = False

    def _heed_stops(self) -> None:
        """By way of the loop: these write, which must not happen in the midst of writing."""
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop: as after one of the keyboard, for which threads were ended, also after any other.

        Whom the system has just taken the terminal from is told to go on as well; there is nothing to go on with. Who was
        started behind other programs has never begun: the system stopped it before. Who is told to end needs no terminal.
        """
        if self._app.is_ending:
            return
        with suppress(termios.error):
            termios.tcgetattr(self.fileno)
            if self._draws and not self._must_signal_resume:
                self.suspend_application_mode()
            super()._sigcont_application()
            self._app.call_later(self._app.refresh, layout=True)  # the terminal shows nothing of it any more

    def _get_terminal_size(self) -> tuple[int, int]:
        """Columns and rows of the terminal, or what the environment says of them."""
        return bounded(super()._get_terminal_size())

    def process_message(self, message: Message) -> None:
        """Pass on what was typed, clicked or resized."""
        if isinstance(message, Resize):
            size = bounded(message.size)
            if not size:
                return
            message = Resize(size, size, size, message.pixel_size)
        super().process_message(message)

    def abandon(self) -> None:
        """Restore the terminal without waiting for anything: from any thread, when the program is stuck."""
        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            if select.select([], [_DRAWN_ON], [], 0)[1]:
                os.write(_DRAWN_ON, _RESTORED)

    def disable_input(self) -> None:
        """Stop listening; the thread hears of it at once."""
        if self._wake is not None:
            with suppress(OSError):
                os.write(self._wake, b"q")
        if self._draws:
            super().disable_input()

    def run_input_thread(self) -> None:
        """Wait for input and pass it on, until the program ends; an error here ends it like any other."""
        heard, self._wake = os.pipe()
        try:
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                selector.register(heard, selectors.EVENT_READ)
                self._listen(selector)
        except Exception as error:  # noqa: BLE001 - the toolkit would print its traceback
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)
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
        parser, heard = XTermParser(self._debug), Heard()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            ready = {key.fd for key, _ in selector.select(TICK)}
            text = "" if ready else heard.nothing()
            if self.fileno in ready:
                read = self._read()
                if not read:
                    selector.unregister(self.fileno)
                    self._app.end(LOST)
                text = heard.feed(decode(read))
            for character in text:  # one by one: what follows something that makes no sense is heard again
                parser = self._pass_on(parser, parser.feed(character))
            parser = self._pass_on(parser, parser.tick())

    def _pass_on(self, parser: XTermParser, events: Iterable[Message]) -> XTermParser:
        """Pass on what the parser makes of its input; the parser to go on with: another where that is nothing."""
        try:
            for event in events:
                self.process_message(event)
        except (ArithmeticError, ValueError):
            return XTermParser(self._debug)
        return parser
