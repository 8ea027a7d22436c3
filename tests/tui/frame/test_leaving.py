"""Quitting does not wait for the clock of the input thread."""

from __future__ import annotations

import sys
import threading
import tty
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("terminals of Unix", allow_module_level=True)

import os

from textual import events

from hrss_tui.tui.frame import leaving


def test_keys_are_read_and_the_thread_ends_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "TICK", 3600.0)
    master, slave = os.openpty()
    tty.setraw(slave)
    seen: list[Any] = []
    pressed = threading.Event()

    class Quiet(leaving.PromptDriver):
        """A driver on a terminal of its own that draws nothing."""

        def process_message(self, message: Any) -> None:
            seen.append(message)
            pressed.set()

        def _disable_mouse_support(self) -> None:
            pass

    driver = Quiet.__new__(Quiet)
    driver._debug, driver.fileno = False, slave
    driver._writer_thread = threading.current_thread()  # type: ignore[assignment]  # the terminal is its own
    driver.exit_event = threading.Event()
    driver._key_thread = threading.Thread(target=driver.run_input_thread, daemon=True)
    driver._key_thread.start()
    os.write(master, "力".encode())
    assert pressed.wait(20)
    leaving_thread = threading.Thread(target=driver.disable_input, daemon=True)
    driver.exit_event.clear()
    monkeypatch.setattr("signal.signal", lambda *_: None)
    leaving_thread.start()
    leaving_thread.join(20)
    assert not driver._key_thread.is_alive()
    assert [one.character for one in seen if isinstance(one, events.Key)] == ["力"]
    os.close(master)
    os.close(slave)
